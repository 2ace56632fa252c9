"""Records of drafts, too, in the same shape: what an import compares with, and nobody else."""

from __future__ import annotations

from django.db.models import QuerySet, Value

from agreements.models import Document, Event, Relation, Text

from .records import Records
from .rows import READERS, Rows, plain

# What a clerk may see, of drafts too.
INSIDE_READERS = READERS | {
    "relations": plain(
        Relation.objects.order_by("pk"),
        *("id", "kind", "target", "target_text", "effective_on", "extent"),
    ),
    "texts": plain(
        Text.objects.order_by("pk").annotate(is_here=Value(False)),
        *("id", "language", "role", "url", "origin", "is_here"),
    ),
}


class InsideRecords(Records):
    """For clerks: of drafts, too. Never to be shown to the public."""

    @property
    def documents(self) -> QuerySet[Document]:
        return Document.objects.all()

    def rows(self, documents: list[int]) -> dict[str, Rows]:
        return {name: read(documents) for name, read in INSIDE_READERS.items()}

    def events(self) -> QuerySet[Event]:
        return Event.objects.all()
