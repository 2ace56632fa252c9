"""What the fields and codes of exported data mean: to read, as a table, as JSON."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agreements.exporting import code_book as exported
from agreements.exporting import delimited


@require_safe
def code_book(request: HttpRequest) -> HttpResponse:
    book = exported.code_book()
    context = {
        "tables": [
            (table, [entry for entry in book if entry.table is table]) for table in exported.TABLES
        ],
        "kinds": [(str(kind), form) for kind, form in exported.FORMS.items()],
        "cells": exported.CELLS,
        "vocabularies": exported.vocabularies(book),
    }
    return render(request, "code_book.html", context)


@require_safe
def code_book_csv(request: HttpRequest) -> HttpResponse:
    rows = delimited.lines(exported.lines(exported.code_book()))
    headers = {"Content-Disposition": 'attachment; filename="pacta-code-book.csv"'}
    return HttpResponse(rows, content_type="text/csv; charset=utf-8", headers=headers)


@require_safe
def code_book_json(request: HttpRequest) -> HttpResponse:
    book = exported.plain(exported.code_book())
    return JsonResponse(book, json_dumps_params={"ensure_ascii": False})
