"""What a program is told that asks for what it can't have: RFC 9457."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse

PROGRAMS = "/api/v1/"
MEDIA_TYPE = "application/problem+json"


def is_of_program(request: HttpRequest) -> bool:
    """Whether the answer is read by a program, not by a person."""
    return request.path_info.startswith(PROGRAMS)


def problem(status: int, detail: str, **more: Any) -> HttpResponse:
    """``more`` are members of the answer beside those of every problem."""
    said = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **more,
    }
    return HttpResponse(
        json.dumps(said, ensure_ascii=False), status=status, content_type=MEDIA_TYPE
    )
