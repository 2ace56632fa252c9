"""Documents that may be the same one, entered twice."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from agreements.likeness import LIKE, has_matter, likest, stems
from agreements.models import Document, DocumentTitle, Identifier, Party
from agreements.models.vocabulary import ActionKind, Side

from .doubt import Doubt, digest
from .sides import parties_of, states_of

NEAR = datetime.timedelta(days=3)
LOOKED_AT = 60
SHOWN = 5
# One visit signs many papers with the same sides on one day: there only titles that match count.
SAME = 0.9
# A gazette's number is that of an issue, which prints many documents.
NO_PROOF = ("gazette",)
# Each state, and each register, counts for itself: a number says something of the same states.
OF_A_STATE = ("national_series", "import")


def of_likely_duplicates(document: Document) -> Iterator[Doubt]:
    found = likely(document)
    shown = to_show(found)
    for key, words in found.items():
        yield Doubt("duplicate", str(key), words, (shown[key],))
    yield from same_identifier(document)
    yield from same_title(document, found.keys())


def to_show(keys: Iterable[int]) -> dict[int, Document]:
    """By key, with what a link shows of them, in a number of queries that does not grow."""
    rows = Document.objects.filter(pk__in=keys).order_by("-pk")
    rows = rows.prefetch_related("titles", "parties__state__names", "parties__agency__names")
    return {row.pk: row for row in rows}


def likely(document: Document) -> dict[int, str]:
    """The likeliest ones by key, and why."""
    names = names_of(document)
    titles = [title.text for title in document.titles.all()]
    scored = []
    for other in near(document):
        theirs = [title.text for title in other.titles.all()]
        likeness = likest(titles, theirs, names)
        same_event = document.event_id is not None and document.event_id == other.event_id
        if may_be_same_bodies(document, other) and likeness >= (SAME if same_event else LIKE):
            words = _("It may be entered already: same sides, near date, like title.")
            scored.append((likeness, other, words))
        elif not same_event and is_translation(document, other):
            words = _("It may be entered already in another language: same bodies, same day.")
            scored.append((0.0, other, words))
        elif not same_event and references(document) & references(other):
            words = _("It may be entered already: same sides, near date, same number.")
            scored.append((0.0, other, words))
    scored.sort(key=lambda row: (-row[0], -row[1].pk))
    return {other.pk: words for _likeness, other, words in scored[:SHOWN]}


def near(document: Document) -> Iterable[Document]:
    """Between the same states, signed within a few days, or at a time that may be the same."""
    first, after = document.signed_first, document.signed_after
    pair = states_on_both_sides(document)
    if not pair or not first or not after:
        return []
    found = Document.objects.between(*pair).filter(window(first, after))
    found = found.exclude(pk=document.pk).order_by("-signed_first", "-pk")
    return found.prefetch_related("titles", "parties", "signings", "actions")[:LOOKED_AT]


def window(first: datetime.date, after: datetime.date) -> Q:
    """Dates that overlap, give or take; a date as rough as a year is looked for in its year."""
    early, late = first - NEAR, after + NEAR
    year = early.replace(month=1, day=1)
    return Q(signed_first__gte=year, signed_first__lt=late, signed_after__gt=early)


def states_on_both_sides(document: Document) -> tuple | None:
    parties = parties_of(document)
    one, two = (list(states_of(parties, side).values()) for side in Side)
    return (one[0], two[0]) if one and two and one[0] != two[0] else None


def names_of(document: Document) -> set[str]:
    """Stems of what the parties are called: what all their titles have."""
    bodies = [body for p in parties_of(document) for body in (p.state, p.agency) if body]
    return stems(name.text for body in bodies for name in body.names.all())


def agencies_of(document: Document) -> set[int]:
    return {party.agency_id for party in parties_of(document) if party.agency_id}


def may_be_same_bodies(one: Document, other: Document) -> bool:
    """Unless both name agencies, and other ones."""
    mine, theirs = agencies_of(one), agencies_of(other)
    return not mine or not theirs or bool(mine & theirs)


def is_translation(one: Document, other: Document) -> bool:
    """Same agencies on the same day, and no language in common."""
    mine, theirs = (agencies_of(document) for document in (one, other))
    languages = [{t.language.split("-")[0] for t in d.titles.all()} for d in (one, other)]
    return (
        bool(mine)
        and mine == theirs
        and one.signed_on == other.signed_on
        and one.type_id == other.type_id
        and one.signed_after - one.signed_first == datetime.timedelta(days=1)
        and not languages[0] & languages[1]
    )


def references(document: Document) -> set[str]:
    """Numbers of its notes, and of its registration. A decree may be about several documents."""
    notes = {signing.note_number for signing in document.signings.all()}
    steps = document.actions.all()
    return (notes | {s.reference for s in steps if s.kind == ActionKind.REGISTERED}) - {""}


def same_identifier(document: Document) -> Iterator[Doubt]:
    rows = list(identifier_rows(document))
    shown = to_show(row.document_id for row in rows)
    states = states_in(document)
    for row in rows:
        other = shown[row.document_id]
        if row.scheme_id in OF_A_STATE and not states <= states_in(other):
            continue
        if not (may_be_same_day(document, other) or is_like(document, other)):
            continue  # an amendment is often registered under the number of what it amends
        words = _("The same number stands on another document: %(number)s.") % {"number": row}
        yield Doubt("same_identifier", f"{row.scheme_id} {row.value} {other.pk}", words, (other,))


def identifier_rows(document: Document) -> Iterable[Identifier]:
    """The same numbers on other documents."""
    mine = Q()
    for identifier in list(document.identifiers.all())[:20]:
        if identifier.scheme_id not in NO_PROOF:
            mine |= Q(scheme=identifier.scheme_id, value=identifier.value)
    rows = Identifier.objects.filter(mine).exclude(document=document).select_related("scheme")
    return rows.order_by("-pk")[:SHOWN] if mine else []


def may_be_same_day(one: Document, other: Document) -> bool:
    """Whether their dates overlap, or one is not recorded."""
    if not all((one.signed_first, one.signed_after, other.signed_first, other.signed_after)):
        return True
    return one.signed_first < other.signed_after and other.signed_first < one.signed_after


def is_like(one: Document, other: Document) -> bool:
    titles = ([title.text for title in document.titles.all()] for document in (one, other))
    return likest(*titles, names_of(one)) >= LIKE


def states_in(document: Document) -> set[int]:
    return {party.state_id for party in parties_of(document) if party.state_id}


def same_title(document: Document, known: Collection[int]) -> Iterator[Doubt]:
    """Between the same states, at whatever time; beyond those that are said to be duplicates.

    "Trade agreement" alone says too little: such ones are concluded again and again.
    """
    names = names_of(document)
    titles = [title for title in document.titles.all() if has_matter(title.text, names)]
    folded = [title.folded for title in titles]
    pair = states_on_both_sides(document)
    if not pair or not folded:
        return
    rows = DocumentTitle.objects.filter(folded__in=folded).exclude(document=document)
    for side in pair:
        rows = rows.filter(document__in=Party.objects.filter(state=side).values("document"))
    rows = rows.exclude(document__in=known).order_by("-document")
    if keys := set(rows.values_list("document", flat=True)[:SHOWN]):
        words = _("The same title stands on other documents of these states.")
        others = tuple(to_show(keys).values())
        yield Doubt("same_title", digest(*sorted(folded)), words, others)
