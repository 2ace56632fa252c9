"""How the API says no."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from django.http import Http404, HttpRequest, HttpResponse
from django.views.defaults import server_error as server_error_page
from rest_framework.exceptions import APIException

from agreements.problems import is_of_program, problem


class Problem(Exception):
    """Ends a view with this answer."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.response = response


def refuse(errors: Mapping[str, list[str]]) -> NoReturn:
    """What is wrong with which parameter."""
    listed = [
        {"parameter": name, "detail": words} for name, said in errors.items() for words in said
    ]
    detail = "The parameters were not understood: nothing was looked for."
    raise Problem(problem(400, detail, errors=listed))


def answered(error: Exception, context: Mapping[str, Any]) -> HttpResponse | None:
    """For Django REST framework; what it doesn't know stays an error of the server."""
    if isinstance(error, Problem):
        return error.response
    if isinstance(error, Http404):
        return problem(404, "Nothing public has this address.")
    if isinstance(error, APIException):
        return problem(error.status_code, str(error.detail))
    return None


def server_error(request: HttpRequest) -> HttpResponse:
    """Of every address, since there is one such view."""
    if is_of_program(request):
        return problem(500, "This is our fault. It was written down, and is looked into.")
    return server_error_page(request)
