"""How public pages are served: who may keep them, and for how long the database may work."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, OperationalError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.utils.log import log_response
from psycopg.errors import QueryCanceled

from agreements.models import content_version
from agreements.problems import is_of_program, problem

from .etags import etag, is_known
from .throttle import refused

View = Callable[..., HttpResponse]

SAFE = ("GET", "HEAD")
POSTED = {"oai"}  # where the question may come as a form, and the answer is the same
# A browser asks each time whether its copy still holds. A proxy asks at most once a second,
# however many read: nginx keeps nothing whose time is 0.
KEPT = "public, max-age=0, s-maxage=1, must-revalidate"
NOT_KEPT = "private, no-store"
MAY_BE_KEPT = {200, 206, 301, 302, 304, 404, 410}
RETRY_AFTER = 60


class PublicPages:
    """Middleware. It stands outside of sessions and languages, which a kept page doesn't need.

    No public page depends on a cookie, and the address alone says the language: so nothing has to
    vary.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = unchanged(request) or self.get_response(request)
        keep_by_the_address(response)
        response.headers.setdefault("Cache-Control", cache_control(request, response))
        if response.headers["Cache-Control"] != KEPT and is_weak(response):
            del response.headers["ETag"]  # of a page that sets a cookie, too
        return response

    def process_view(
        self, request: HttpRequest, view: View, args: list, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Show it here, in a transaction that begins with what public pages need."""
        if not is_public(request, view):
            return None
        return refused(request) or in_time(request, lambda: shown(request, view, args, kwargs))


def is_public(request: HttpRequest, view: View) -> bool:
    """Whether it is a page for everybody: not the admin's, nor one that asks for no transaction."""
    by_itself = getattr(view, "_non_atomic_requests", ())
    match = request.resolver_match
    return (
        (request.method in SAFE or (request.method == "POST" and match.url_name in POSTED))
        and not match.namespaces
        and DEFAULT_DB_ALIAS not in by_itself
    )


def unchanged(request: HttpRequest) -> HttpResponse | None:
    """That what the reader has still holds, found out by one statement.

    Only pages that anybody may see are ever given a tag, so one that holds needs no other proof.
    """
    if "if-none-match" not in request.headers or request.method not in SAFE:
        return None
    if has_session(request):
        return None
    version = content_version()
    if version is None or not is_known(request, tag := etag(request, version)):
        return None
    return HttpResponseNotModified(headers={"ETag": tag})


def shown(request: HttpRequest, view: View, args: list, kwargs: dict[str, Any]) -> HttpResponse:
    """The page, with a tag that was made before anything of it was read: what changes meanwhile
    can make it newer than its tag says, never older."""
    limit = f"{settings.PUBLIC_STATEMENT_SECONDS}s"
    with transaction.atomic():
        version = content_version(statement_timeout=limit, enable_seqscan="off")
        request.content_version = version
        may_be_kept = version and not settings.DEBUG and not is_signed_in(request)
        tag = etag(request, version) if may_be_kept else None
        response = view(request, *args, **kwargs)
    if tag and response.status_code == 200:
        response.headers.setdefault("ETag", tag)
    return response


def is_weak(response: HttpResponse) -> bool:
    """Whether its tag was made here: that of a file is of its bytes, and lets one go on."""
    return response.headers.get("ETag", "").startswith("W/")


def in_time(request: HttpRequest, show: Callable[[], HttpResponse]) -> HttpResponse:
    """What it shows, or a page that says that the database was stopped."""
    started = time.monotonic()
    try:
        return show()
    except OperationalError as error:
        if not isinstance(error.__cause__, QueryCanceled):
            raise
    seconds = time.monotonic() - started
    response = busy(request)
    response["Retry-After"] = str(RETRY_AFTER)
    log_response(
        "Stopped after %.1f s: %s",
        seconds,
        request.get_full_path(),
        response=response,
        request=request,
    )
    return response


def busy(request: HttpRequest) -> HttpResponse:
    if is_of_program(request):
        return problem(503, "This took too long, and was stopped. Ask for less, or later.")
    return render(request, "503.html", status=503)


def cache_control(request: HttpRequest, response: HttpResponse) -> str:
    match = request.resolver_match
    if (
        request.method in SAFE
        and response.status_code in MAY_BE_KEPT
        and not response.cookies
        and not (match and match.namespaces)
        and not is_signed_in(request)
    ):
        return KEPT
    return NOT_KEPT


def has_session(request: HttpRequest) -> bool:
    """Of a program nobody asks who it is."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and not is_of_program(request)


def is_signed_in(request: HttpRequest) -> bool:
    """Where there is a session it has to be read; what has ended is then taken from the reader."""
    return has_session(request) and request.user.is_authenticated


def keep_by_the_address(response: HttpResponse) -> None:
    """Django says of English pages that they depend on what the reader's browser prefers."""
    words = [word.strip() for word in response.headers.get("Vary", "").split(",")]
    words = [word for word in words if word and word.lower() != "accept-language"]
    response.headers.pop("Vary", None)
    if words:
        response.headers["Vary"] = ", ".join(words)
