"""How often one address may search, see pages of files, take a list along, or ask as a program: all
cost more than a page of ours, and machines never tire."""

from __future__ import annotations

import datetime
import ipaddress
import math

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.utils.log import log_response
from django.utils.translation import gettext

from agreements.filters.base import PLACES
from agreements.problems import is_of_program, problem

# Addresses of pages that look for what their parameters say; names while one types cost little.
SEARCHED = {"documents", "agencies", "events", "states", "suggest", "in_force", "text"}
SEARCH, PICTURE, EXPORT, PROGRAM = "search", "page_image", "export", "api"
HARVEST = "oai"
# Those that cost as much without any. What is made for machines is asked for without end.
COSTLY = {"documents_atom", "events_atom", "calendar_ics", "sitemap_part"}
MINUTE = datetime.timedelta(minutes=1)


def refused(request: HttpRequest) -> HttpResponse | None:
    """What a reader gets who searches too often; None for all others."""
    if request.resolver_match.url_name == PICTURE:
        return refused_picture(request)
    if request.resolver_match.url_name == EXPORT:
        return refused_export(request)
    if is_of_program(request) or request.resolver_match.url_name == HARVEST:
        return refused_program(request)
    if not settings.SEARCHES_PER_MINUTE or not is_search(request):
        return None
    wait = seconds_to_wait(request, SEARCH, settings.SEARCHES_PER_MINUTE)
    if not wait:
        return None
    response = render(request, "429.html", {"seconds": wait}, status=429)
    return logged(request, response, wait, "Too many searches: %s")


def refused_picture(request: HttpRequest) -> HttpResponse | None:
    """Nobody reads the words of a picture that did not come."""
    most = settings.PAGE_IMAGES_PER_MINUTE
    wait = most and seconds_to_wait(request, PICTURE, most)
    if not wait:
        return None
    return logged(request, HttpResponse(status=429), wait, "Too many pictures of pages: %s")


def refused_export(request: HttpRequest) -> HttpResponse | None:
    """In plain words: who asks is often a program."""
    most = settings.EXPORTS_PER_MINUTE
    wait = most and seconds_to_wait(request, EXPORT, most)
    if not wait:
        return None
    words = gettext(
        "Too many downloads came from your address in the last minute. "
        "Try again in %(seconds)s seconds."
    )
    response = HttpResponse(
        f"{words % {'seconds': wait}}\n", status=429, content_type="text/plain; charset=utf-8"
    )
    return logged(request, response, wait, "Too many exports: %s")


def refused_program(request: HttpRequest) -> HttpResponse | None:
    """All that programs ask is counted, since all of it may be searched."""
    most = settings.API_REQUESTS_PER_MINUTE
    wait = most and seconds_to_wait(request, PROGRAM, most)
    if not wait:
        return None
    said = f"Too many requests from this address. Ask again in {wait} s."
    return logged(request, problem(429, said), wait, "Too many requests of a program: %s")


def seconds_to_wait(request: HttpRequest, what: str, most: int) -> int:
    """Count one more; 0 where that is not too many, or nobody says from where it comes."""
    address = address_of(request)
    wait = address and count(address, most, what)
    return math.ceil(wait.total_seconds()) if wait else 0


def logged(request: HttpRequest, response: HttpResponse, wait: int, words: str) -> HttpResponse:
    response["Retry-After"] = str(wait)
    log_response(words, request.get_full_path(), response=response, request=request)
    return response


def is_search(request: HttpRequest) -> bool:
    """Whether a page that takes words or filters is asked for more than its next part."""
    if request.resolver_match.url_name in COSTLY:
        return True
    if request.resolver_match.url_name not in SEARCHED:
        return False
    return any(value for name, value in request.GET.items() if name not in PLACES)


def address_of(request: HttpRequest) -> str:
    """Where the reader is, as the outermost of our own proxies saw it; empty if nobody says.

    Of IPv6 the network, since one reader has as many addresses in it as he likes.
    """
    said = request.META.get("REMOTE_ADDR", "")
    if settings.PROXIES:
        hops = request.headers.get("x-forwarded-for", "").split(",")
        said = hops[-settings.PROXIES] if len(hops) >= settings.PROXIES else ""
    try:
        address = ipaddress.ip_address(said.strip())
    except ValueError:
        return ""
    if address.version == 4 or address.ipv4_mapped:
        return str(getattr(address, "ipv4_mapped", None) or address)
    return str(ipaddress.ip_network((address, 64), strict=False))


def count(address: str, most: int, what: str = SEARCH) -> datetime.timedelta | None:
    """Count one more, of at most so many a minute; how long to wait where that is too many.

    In the database, since processes share it and nothing else. It learns no address: without the
    secret key nobody can tell whose number it is.
    """
    salt = f"agreements.throttle.{what}"
    reader = salted_hmac(salt, address, algorithm="sha256").digest()[:16]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT agreements_count_search(%s, %s, %s)", [reader, MINUTE / most, MINUTE]
        )
        return cursor.fetchone()[0]
