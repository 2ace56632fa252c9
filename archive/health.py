"""Two addresses for whoever watches over the service."""

from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse


@transaction.non_atomic_requests
def live(request: HttpRequest) -> HttpResponse:
    """The process answers; the database isn't asked."""
    return _plain("live")


@transaction.non_atomic_requests
def ready(request: HttpRequest) -> HttpResponse:
    """The database answers too."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return _plain("the database does not answer", status=503)
    return _plain("ready")


def _plain(words: str, status: int = 200) -> HttpResponse:
    return HttpResponse(f"{words}\n", status=status, content_type="text/plain")
