"""Programs on other sites' pages may read what the API says, as everybody else may."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from agreements.problems import is_of_program

METHODS = "GET, HEAD, OPTIONS"
OPEN = {
    "Allow": METHODS,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Link, ETag, Last-Modified, Retry-After",
}
# What a browser asks before it asks.
PREFLIGHT = {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}


def cross_origin(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware."""

    def opened(request: HttpRequest) -> HttpResponse:
        if not is_of_program(request):
            return get_response(request)
        if request.method == "OPTIONS":
            response = HttpResponse(status=204, headers=PREFLIGHT)
            del response.headers["Content-Type"]
        else:
            response = get_response(request)
        for name, value in OPEN.items():
            response.headers[name] = value
        return response

    return opened
