"""Two addresses for whoever watches over the service."""

from django.core.checks import ERROR, run_checks
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache


@never_cache
@transaction.non_atomic_requests
def live(request: HttpRequest) -> HttpResponse:
    """The process answers; the database isn't asked."""
    return _plain("live")


@never_cache
@transaction.non_atomic_requests
def ready(request: HttpRequest) -> HttpResponse:
    """The database answers too, and is as the checks with the tag ``ready`` want it."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        found = run_checks(tags=["ready"], databases=[DEFAULT_DB_ALIAS])
    except DatabaseError:
        return _plain("the database does not answer", status=503)
    if errors := [message for message in found if message.level >= ERROR]:
        return _plain("\n".join(str(error.msg) for error in errors), status=503)
    return _plain("ready")


def _plain(words: str, status: int = 200) -> HttpResponse:
    return HttpResponse(f"{words}\n", status=status, content_type="text/plain")
