from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from agreements.models import Document
from agreements.models.vocabulary import ActionKind, RelationKind

from .doubt import Doubt, Relating
from .duplicates import of_likely_duplicates
from .readings import of_reading
from .sides import of_sides
from .targets import likely_targets
from .wording import mixed_letters, other_period, unrelated_acts, unrelated_doubt


def of_document(document: Document) -> Iterator[Doubt]:
    """Every doubt about a saved document, as the database has it."""
    document = whole(document.pk)
    yield from of_reading(document)
    yield from of_likely_duplicates(document)
    yield from early_force(document)
    yield from of_relations(document)
    yield from other_period([title.text for title in document.titles.all()], document.period)
    yield from of_sides(document)
    yield from mixed_letters(names_in(document))


def whole(pk: int) -> Document:
    """With what the doubts read of it."""
    rows = Document.objects.select_related("event").prefetch_related(
        "titles",
        "parties__state__names",
        "parties__agency__names",
        "signings",
        "actions",
        "signatories",
        "relations",
        "identifiers",
        "reading_doubts",
        "event__delegations",
        "event__names",
    )
    return rows.get(pk=pk)


def names_in(document: Document) -> Iterator[str]:
    yield from (title.text for title in document.titles.all())
    yield from (party.name_as_written for party in document.parties.all())
    for signatory in document.signatories.all():
        yield from (signatory.person, signatory.office)
    yield from (relation.target_text for relation in document.relations.all())


def early_force(document: Document) -> Iterator[Doubt]:
    """Where the whole of one date lies before the whole of the other."""
    first = document.signed_first
    if first is None:
        return
    entered = document.actions.filter(kind=ActionKind.ENTERED_INTO_FORCE).filter(
        Q(effective_after__lte=first) | Q(effective_on=None, done_after__lte=first)
    )
    for action in entered[:1]:
        key = f"{document.signed_on} {action.effective_on or action.done_on}"
        yield Doubt("early_force", key, _("It enters into force before it is signed."))


def of_relations(document: Document) -> Iterator[Doubt]:
    relations = list(document.relations.all())
    titles = [title.text for title in document.titles.all()]
    for act in unrelated_acts(titles, {relation.kind for relation in relations}):
        targets = likely_targets(document, act.other)
        offers = tuple(Relating(RelationKind(act.kind), target) for target in targets)
        yield unrelated_doubt(act, offers=offers)
