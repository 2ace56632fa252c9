"""Writes what plans say, of many documents in few statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models

from agreements.models import Document, Relation, Subject

from . import comparing
from .comparing import Plan, RowWrite
from .directory import Directory
from .finding import ends_of
from .said import Body, Publication
from .staging import Staged

Planned = Sequence[tuple[Staged, Plan]]


class Writing:
    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.subjects = dict(Subject.objects.values_list("slug", "pk"))

    def write(self, planned: Planned) -> None:
        """All but the relations. New documents become drafts, and their rows name them."""
        said = [plan.said for _row, plan in planned]
        bodies = (body for one in said for body in one.bodies)
        self.directory.make(bodies, (p for one in said for p in one.publications))
        self.make_documents([pair for pair in planned if pair[0].document is None])
        self.change_documents([pair for pair in planned if pair[1].held.number])
        self.add_rows(planned)
        self.change_rows(planned)

    def make_documents(self, planned: Planned) -> None:
        made = Document.objects.bulk_create(Document(**plan.columns) for _row, plan in planned)
        for (row, _plan), document in zip(planned, made, strict=True):
            row.document = document.pk

    def change_documents(self, planned: Planned) -> None:
        writes = [RowWrite(Document, row.document, plan.columns) for row, plan in planned]
        self.change([write for write in writes if write.values])

    def add_rows(self, planned: Planned) -> None:
        new: dict[type[models.Model], list[models.Model]] = defaultdict(list)
        for row, plan in planned:
            for write in plan.rows:
                if write.pk is None:
                    values = self.filled(write.values)
                    new[write.model].append(write.model(document_id=row.document, **values))
        for model, made in new.items():
            model._default_manager.bulk_create(made)

    def change_rows(self, planned: Planned) -> None:
        writes = (write for _row, plan in planned for write in plan.rows)
        self.change([write for write in writes if write.pk is not None])

    def change(self, writes: Iterable[RowWrite]) -> None:
        """Rows of which the same columns change go together."""
        alike: dict[tuple, list[models.Model]] = defaultdict(list)
        for write in writes:
            values = self.filled(write.values)
            alike[write.model, tuple(sorted(values))].append(write.model(pk=write.pk, **values))
        for (model, columns), changed in alike.items():
            names = [model._meta.get_field(column).name for column in columns]
            model._default_manager.bulk_update(changed, names)

    def filled(self, values: dict[str, Any]) -> dict[str, Any]:
        return {name: self.number(value) for name, value in values.items()}

    def number(self, value: Any) -> Any:
        """Of what had none when the plan was made."""
        if isinstance(value, Body):
            return self.directory.number(value)
        if isinstance(value, Publication):
            return self.directory.sources[value]
        return self.subjects[value.slug] if isinstance(value, comparing.Subject) else value

    def relate(self, relations: Sequence[tuple[int, str, str]]) -> None:
        """Of a document, its kind and the other end: by number, by identifier, or in words."""
        ends = ends_of({end for _document, _kind, end in relations})
        documents = {document for document, _kind, _end in relations}
        known = set()
        for row in Relation.objects.filter(document__in=documents):
            known |= {(row.document_id, row.kind, end) for end in (row.target_id, row.target_text)}
        new = []
        for document, kind, end in relations:
            target = ends.get(end)
            if (document, kind, target or end) in known or target == document:
                continue
            known.add((document, kind, target or end))
            words = {} if target else {"target_text": end}
            new.append(Relation(document_id=document, kind=kind, target_id=target, **words))
        Relation.objects.bulk_create(new)
