from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from agreements.exporting import harvest

from . import whole
from .answers import Repository, stamp
from .asking import Asked, Refused, read
from .xml import DECLARATION, element, joined

NAMESPACE = "http://www.openarchives.org/OAI/2.0/"
SCHEMA = "http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
UNREAD = ("badVerb", "badArgument")  # what was asked is then not repeated


# Harvesters may ask by POST, as the protocol has it. It reads only, and knows no account.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def oai(request: HttpRequest) -> HttpResponse:
    # Before anything is read: who comes back for what was changed since then misses nothing.
    now = harvest.settled()
    repository = repository_of(request)
    query = request.POST if request.method == "POST" else request.GET
    asked: Asked | None = None
    try:
        asked = read(query)
        body = repository.answer(asked)
    except Refused as refused:
        body = element("error", refused.message, code=refused.code)
        given = {} if refused.code in UNREAD else {name: query[name] for name in query}
    else:
        given = {"verb": asked.verb, **asked.arguments}
    told = element("request", repository.address, **given)
    return xml_response(envelope(element("responseDate", stamp(now)), told, body))


def repository_of(request: HttpRequest) -> Repository:
    host = request.get_host()
    return Repository(f"{request.scheme}://{host}", urlsplit(f"//{host}").hostname or host)


def envelope(*content: SafeString) -> SafeString:
    root = element(
        "OAI-PMH",
        *content,
        xmlns=NAMESPACE,
        xmlns_xsi=INSTANCE,
        xsi_schemaLocation=f"{NAMESPACE} {SCHEMA}",
    )
    return joined(DECLARATION, root)


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """Of the format ``pacta``."""
    return xml_response(whole.schema())


def xml_response(text: SafeString) -> HttpResponse:
    return HttpResponse(text, content_type="text/xml; charset=utf-8")
