"""The rows of the long tables as the database has them, each with its document's number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When

from agreements.models import (
    Action,
    Citation,
    DocumentSubject,
    DocumentTitle,
    File,
    Identifier,
    MissingValue,
    Party,
    Relation,
    ResponsibleBody,
    Signatory,
    Signing,
    StatusPeriod,
    Text,
)

Rows = Iterable[dict[str, Any]]


def plain(
    rows: QuerySet, *columns: str, under: str = "document", **named: str
) -> Callable[[list[int]], Rows]:
    """Reads rows under documents, or ``under`` others, each with the number of that as ``root``."""
    paths = {name: F(path) for name, path in named.items()}

    def read(roots: list[int]) -> Rows:
        mine = rows.filter(**{f"{under}__in": roots})
        return mine.values(*columns, root=F(under), **paths)

    return read


def files(documents: list[int]) -> Rows:
    """The public ones; a version that is not public is not spoken of."""
    found = list(File.objects.published().filter(document__in=documents))
    shown = {file.pk for file in found}
    for file in found:
        row = {name: getattr(file, name) for name in ("name", "kind", "size", "sha256", "pages")}
        replaces = file.replaces_id if file.replaces_id in shown else None
        ends = {"id": file.pk, "text": file.text_id, "replaces": replaces}
        yield row | ends | {"file": file, "root": file.document_id}


def citations(documents: list[int]) -> Rows:
    """What is said of a document, of its parties, and of the steps in its life."""
    columns = ("id", "source", "text", "article", "party", "action", "field", "quote", "stance")
    source = {"source_title": F("source__title"), "source_url": F("source__url")}
    # As public as the document that they are of, but for the text that one may cite.
    said = Citation.objects.filter(
        Q(text=None) | Q(text__is_public=True, text__document__publication_state="published")
    )
    for root in ("document", "party__document", "action__document"):
        mine = said.filter(**{f"{root}__in": documents}).order_by("pk")
        yield from mine.values(*columns, "value", root=F(root), **source)


def texts(documents: list[int]) -> Rows:
    files = File.objects.published().filter(text=OuterRef("pk"))
    here = Case(When(~Q(body=""), then=True), default=Exists(files))
    columns = ("id", "language", "role", "url", "origin")
    mine = Text.objects.published().filter(document__in=documents).order_by("pk")
    return mine.values(*columns, root=F("document"), is_here=here)


READERS: dict[str, Callable[[list[int]], Rows]] = {
    "titles": plain(DocumentTitle.objects, "id", "language", "text", "worded_by", "is_variant"),
    "parties": plain(
        Party.objects.order_by("side", "position", "pk"),
        *("id", "side", "position", "state", "agency", "acting_as", "name_as_written", "role"),
    ),
    "signings": plain(
        Signing.objects.order_by(F("signed_first").asc(nulls_last=True), "pk"),
        *("id", "signed_on", "signed_first", "signed_after"),
        *("place", "state", "party", "note_number"),
    ),
    "signatories": plain(
        Signatory.objects.order_by("pk"), "id", "person", "office", "party", "signing"
    ),
    "actions": plain(
        Action.objects.order_by(F("done_first").asc(nulls_last=True), "pk"),
        *("id", "kind", "side", "party", "reference", "note"),
        *("done_on", "done_first", "done_after", "received_on"),
        *("effective_on", "effective_first", "effective_after"),
    ),
    "relations": plain(
        Relation.objects.published().order_by("pk"),
        *("id", "kind", "target", "target_text", "effective_on", "extent"),
    ),
    "identifiers": plain(
        Identifier.objects.order_by("scheme", "pk"),
        *("id", "scheme", "value"),
        template="scheme__url_template",
    ),
    "subjects": plain(DocumentSubject.objects.order_by("subject__position", "subject"), "subject"),
    "texts": texts,
    "files": files,
    "status_periods": plain(
        StatusPeriod.objects.order_by("during", "pk"), "status", "during", "basis", "is_certain"
    ),
    "missing_values": plain(
        MissingValue.objects.order_by("field"), "field", "reason", "looked_on", "note"
    ),
    "responsible_bodies": plain(ResponsibleBody.objects.order_by("side", "pk"), "side", "agency"),
    "citations": citations,
}


def grouped(rows: Rows) -> dict[int, list[dict]]:
    found: dict[int, list[dict]] = defaultdict(list)
    for row in rows:
        found[row["root"]].append(row)
    return found
