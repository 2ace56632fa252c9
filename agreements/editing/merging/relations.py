"""Everything in the archive that points at a record, and what a merge does with it."""

from __future__ import annotations

from enum import Enum
from graphlib import TopologicalSorter

from django.db import models
from django.db.models.fields.reverse_related import ManyToOneRel

from agreements.models import Agency, Document, Event, Place, Source, State, Subject

MERGEABLE = (Agency, State, Place, Event, Document, Subject, Source)


class Way(Enum):
    """What becomes of the rows that point at the record that is merged away."""

    NAMES = "become variants of the kept record's names"
    RECORDS = "are records themselves: they point at the kept record"
    ROWS = "move, unless the same stands there already"
    DERIVED = "are computed: they go, and are computed anew"


NAMES, RECORDS, ROWS, DERIVED = Way

# Each relation must stand here: one that does not stops every merge, and a test.
HANDLED = {
    "StateName.state": NAMES,
    "StateSuccession.predecessor": ROWS,
    "StateSuccession.successor": ROWS,
    "Membership.organisation": ROWS,
    "Membership.member": ROWS,
    "Agency.state": RECORDS,
    "Place.state": RECORDS,
    "Event.state": RECORDS,
    "Party.state": ROWS,
    "Delegation.state": ROWS,
    "Signing.state": ROWS,
    "AgencyName.agency": NAMES,
    "AgencyParent.agency": ROWS,
    "AgencyParent.parent": ROWS,
    "AgencySuccession.predecessor": ROWS,
    "AgencySuccession.successor": ROWS,
    "Party.agency": ROWS,
    "ResponsibleBody.agency": ROWS,
    "Citation.agency": ROWS,
    "DismissedDoubt.agency": ROWS,
    "PlaceName.place": NAMES,
    "Agency.place": RECORDS,
    "Event.place": RECORDS,
    "Signing.place": ROWS,
    "EventName.event": NAMES,
    "Delegation.event": ROWS,
    "Announcement.event": ROWS,
    "Document.event": RECORDS,
    "Citation.event": ROWS,
    "Citation.announcement": ROWS,
    "Proposal.event": ROWS,
    "Remark.event": ROWS,
    "DismissedDoubt.event": ROWS,
    "ReadingDoubt.event": ROWS,
    "Communique.event": ROWS,
    "ImportRow.document": ROWS,
    "DocumentTitle.document": NAMES,
    "Document_subjects.document": ROWS,
    "Document_subjects.subject": ROWS,
    "Party.document": ROWS,
    "Signing.document": ROWS,
    "Signing.party": ROWS,
    "Signatory.document": ROWS,
    "Signatory.party": ROWS,
    "Signatory.signing": ROWS,
    "Action.document": ROWS,
    "Action.party": ROWS,
    "Relation.document": ROWS,
    "Relation.target": ROWS,
    "Identifier.document": ROWS,
    "Text.document": ROWS,
    "File.document": ROWS,
    "File.text": ROWS,
    "File.replaces": ROWS,
    "FileWords.file": DERIVED,
    "Page.file": DERIVED,
    "Job.file": DERIVED,
    "Citation.document": ROWS,
    "Citation.party": ROWS,
    "Citation.action": ROWS,
    "Citation.text": ROWS,
    "MissingValue.document": ROWS,
    "ResponsibleBody.document": ROWS,
    "StatusOverride.document": ROWS,
    "StatusOverride.source": ROWS,
    "StatusPeriod.document": DERIVED,
    "SearchPart.document": DERIVED,
    "SearchPart.text": DERIVED,
    "SearchRow.document": DERIVED,
    "Twin.document": DERIVED,
    "Twin.other": DERIVED,
    "Proposal.document": ROWS,
    "Remark.document": ROWS,
    "DismissedDoubt.document": ROWS,
    "ReadingDoubt.document": ROWS,
    "SubjectName.subject": NAMES,
    "Subject.parent": RECORDS,
    "Citation.source": ROWS,
    "Communique.source": ROWS,
}


def label(field: models.ForeignKey) -> str:
    return f"{field.model.__name__}.{field.name}"


def way(field: models.ForeignKey) -> Way:
    """Raises KeyError for a relation of which nobody has thought here."""
    return HANDLED[label(field)]


def relations(model: type[models.Model]) -> list[models.ForeignKey]:
    """Every column of the database that holds the key of such a record, hidden ones too."""
    found = model._meta.get_fields(include_hidden=True)
    return [relation.field for relation in found if isinstance(relation, ManyToOneRel)]


def followed(root: type[models.Model]) -> dict[type[models.Model], list[models.ForeignKey]]:
    """The kinds of rows that a merge looks at, each after those that it points at.

    With each, its columns that point at the record or at another of these kinds: where a row is
    left out, what pointed at it points at the one that stands there.
    """
    columns: dict[type[models.Model], list[models.ForeignKey]] = {}
    waiting = [root]
    while waiting:
        for field in relations(waiting.pop()):
            if way(field) is ROWS:
                if field.model not in columns:
                    waiting.append(field.model)
                columns.setdefault(field.model, []).append(field)
    graph = {
        model: {field.related_model for field in fields} - {root, model}
        for model, fields in columns.items()
    }
    return {model: columns[model] for model in TopologicalSorter(graph).static_order()}
