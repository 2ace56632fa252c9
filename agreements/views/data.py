"""What can be taken along as a whole: the dumps, each with its files, and where the rest is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from agreements.exporting.dumping.dump import published
from agreements.exporting.dumping.folders import MANIFEST, SUMS, Dump, DumpFile
from agreements.exporting.dumping.shape import TABLES
from agreements.exporting.dumping.words import citation
from agreements.exporting.formats import FORMATS
from agreements.letters import slug
from agreements.texts.storages import Folder

from .linked_data import dataset, script
from .permanent import permanent
from .ranges import NoSuchPart, part, sent
from .tallies import grouped

NOTHING = {
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}
# Those that are no table of their own, the others stand between; in the order of the page.
WHOLE = {
    "pacta.sqlite": _("all tables, tied to each other; to be opened in Datasette"),
    "documents.jsonl.gz": _("documents as whole records, one a line"),
    "events.jsonl.gz": _("events as whole records, one a line"),
}
OF_TABLES = {f"{table.name}.csv": table.about for table in TABLES}
BESIDE = {
    "vocabularies.csv": _("all codes with their words"),
    "code-book.csv": _("what fields and codes mean, and which share of the rows has them"),
    "code-book.json": _("the same"),
    "metadata.json": _("for Datasette: what stands beside the tables and columns"),
    "README.txt": _("what the files are"),
    "LICENCE.txt": _("what those may do who take them along"),
    MANIFEST: _("when it was made, the rows of each table, size and SHA-256 of each file"),
    SUMS: _("to check: sha256sum --check SHA256SUMS"),
}
ORDER = [*WHOLE, *OF_TABLES, *BESIDE]


@dataclass(frozen=True)
class Offered:
    """A file as the page shows it; ``is_english`` of words that are in no other language."""

    file: DumpFile
    url: str
    about: str
    is_english: bool

    @property
    def rows(self) -> str:
        return "" if self.file.rows is None else grouped(self.file.rows)


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    dumps = published(root())
    return page(request, dumps[0] if dumps else None, dumps[1:], is_latest=True)


@require_safe
def data_of_day(request: HttpRequest, name: str) -> HttpResponse:
    dumps = published(root())
    found = found_in(dumps, name)
    return page(request, found, [dump for dump in dumps if dump.name != name])


@require_safe
def data_file(request: HttpRequest, name: str, file: str) -> HttpResponseBase:
    """Only what the dump itself names is given, whatever else lies there."""
    dump = found_in(published(root()), name)
    asked = dump.file(file)
    if asked is None:
        raise Http404
    etag, modified = f'"{asked.sha256}"', int(dump.made_at.timestamp())
    state = {"ETag": etag, "Last-Modified": http_date(modified)} | NOTHING
    unasked = HttpResponse(headers=state)
    response = get_conditional_response(request, etag, modified, unasked)
    if response is not unasked:
        return with_headers(response, NOTHING)
    try:
        response = given(request, dump, asked, modified)
    except NoSuchPart:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{asked.size}"})
    saved_as = f"{slug(dump.manifest['archive'])}-{name}-{file}"
    more = {
        "Content-Type": asked.media_type,
        "Content-Disposition": content_disposition_header(True, saved_as) or "attachment",
        "Link": f'<{permanent(request, "data_of_day", name)}>; rel="collection"; type="text/html"',
    }
    return with_headers(response, state | more)


def root() -> Path:
    return Path(settings.DUMPS_ROOT)


def found_in(dumps: list[Dump], name: str) -> Dump:
    for dump in dumps:
        if dump.name == name:
            return dump
    raise Http404


def given(request: HttpRequest, dump: Dump, asked: DumpFile, modified: int) -> HttpResponseBase:
    """Raises NoSuchPart."""
    wanted = part(request, asked.size, f'"{asked.sha256}"', modified)
    dumps, path = Folder(location=dump.path.parent), f"{dump.name}/{asked.name}"
    if settings.FILES_ARE_SENT_BY == "nginx":
        return HttpResponse(headers={"X-Accel-Redirect": f"{settings.DUMPS_PREFIX}{path}"})
    if settings.FILES_ARE_SENT_BY == "apache":
        return HttpResponse(headers={"X-Sendfile": dumps.path(path)})
    start, length = (wanted.start, wanted.length) if wanted else (0, asked.size)
    try:
        stretch = dumps.stretch(path, start, length)
    except FileNotFoundError:  # removed just now
        raise Http404 from None
    return sent(request, stretch, asked.size, wanted)


def with_headers(response: HttpResponseBase, headers: dict[str, str]) -> HttpResponseBase:
    for name, value in headers.items():
        response.headers[name] = value
    return response


def page(
    request: HttpRequest, dump: Dump | None, others: list[Dump], *, is_latest: bool = False
) -> HttpResponse:
    address = permanent(request, "data_of_day", dump.name) if dump else ""
    context: dict[str, Any] = {
        "dump": dump,
        "is_latest": is_latest,
        "offered": offered(dump) if dump else [],
        "others": others,
        "licence": settings.DATA_LICENCE,
        "citation": citation(dump.day, address) if dump else "",
        "formats": FORMATS.values(),
        "description": gettext("All that the archive has published, in files to take along."),
        "linked_data": script(dataset(request, dump, address)) if dump else "",
    }
    return render(request, "data.html", context)


def offered(dump: Dump) -> list[Offered]:
    known = [file for file in dump.files if file.name in ORDER]
    return [
        Offered(
            file,
            reverse("data_file", args=[dump.name, file.name]),
            str((WHOLE | OF_TABLES | BESIDE)[file.name]),
            file.name in OF_TABLES,
        )
        for file in sorted(known, key=lambda file: ORDER.index(file.name))
    ]
