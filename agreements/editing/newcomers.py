"""Names that publishing would bring before the public: agencies and places not public today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q
from django.db.models.expressions import RawSQL

from agreements.forms.admin_labels import named
from agreements.likeness import likest, stems
from agreements.models import Agency, AgencyParent, Document, Event, Place, ResponsibleBody
from agreements.models.vocabulary import PublicationState
from agreements.search.finding import like_agencies

# How like a name must be to be shown as a likely double: one too many costs a glance.
LIKE = 0.5
NAMES_COMPARED = 4
CANDIDATES = 20
DOUBLES_SHOWN = 5

# The parties of some documents, and every body above one.
NAMED = """
    WITH RECURSIVE named(id) AS (
        SELECT agency_id FROM agreements_party
        WHERE document_id = ANY(%s) AND agency_id IS NOT NULL
        UNION
        SELECT p.parent_id FROM agreements_agencyparent p JOIN named n ON p.agency_id = n.id
        WHERE p.parent_id IS NOT NULL
    ) SELECT id FROM named
"""


@dataclass
class Newcomer:
    """A name that becomes public, and what makes it so."""

    record: Agency | Place
    named_by: list[Document | Event] = field(default_factory=list)
    above: list[Agency] = field(default_factory=list)
    governed_by: list[Agency] = field(default_factory=list)
    doubles: list[Agency] = field(default_factory=list)

    @property
    def token(self) -> str:
        return token(self.record)

    @property
    def told_apart(self) -> list[tuple[Agency, bool]]:
        """The doubles, each with whether somebody said that it is another body."""
        said = {row.token for row in self.record.dismissed_doubts.all()}
        return [(other, f"duplicate:{other.pk}" in said) for other in self.doubles]

    @property
    def is_agency(self) -> bool:
        return isinstance(self.record, Agency)


def token(record: Document | Event | Agency | Place) -> str:
    return f"{record._meta.model_name}-{record.pk}"


def newcomers(event: Event | None, documents: Sequence[Document]) -> list[Newcomer]:
    """Agencies, then places, that are not public today and would be with these records.

    Takes documents with their parties, signings and responsible bodies.
    """
    bodies = new_agencies(documents)
    found = {body.pk: Newcomer(body) for body in bodies}
    tell_who_names(found, documents)
    return [*found.values(), *new_places(event, documents, bodies)]


def new_agencies(documents: Iterable[Document]) -> list[Agency]:
    """Named by the documents, or standing above such a body."""
    keys = [document.pk for document in documents]
    responsible = ResponsibleBody.objects.order_by()
    mine = Q(pk__in=RawSQL(NAMED, [keys]))
    mine |= Q(pk__in=responsible.filter(document__in=keys).values("agency"))
    pks = list(Agency.objects.filter(mine).values_list("pk", flat=True))
    public = Agency.objects.published().filter(pk__in=pks).values_list("pk", flat=True)
    shown = responsible.filter(
        document__publication_state=PublicationState.PUBLISHED, agency__in=pks
    ).values_list("agency", flat=True)
    rest = set(pks).difference(public, shown)
    found = Agency.objects.filter(pk__in=rest).order_by("pk")
    return list(
        found.with_names()
        .select_related("place")
        .prefetch_related("place__names", "dismissed_doubts")
    )


def tell_who_names(found: dict[int, Newcomer], documents: Iterable[Document]) -> None:
    for document in documents:
        parties = [party.agency_id for party in document.parties.all()]
        responsible = [body.agency_id for body in document.responsible_bodies.all()]
        for key in dict.fromkeys([*parties, *responsible]):
            if key in found:
                found[key].named_by.append(document)
    # What stands below one and is public would have made it public, too.
    for row in AgencyParent.objects.filter(parent__in=found, agency__in=found).order_by("pk"):
        below, above = found[row.agency_id].record, found[row.parent_id].above
        if below not in above:
            above.append(below)


def new_places(
    event: Event | None, documents: Iterable[Document], bodies: Iterable[Agency]
) -> list[Newcomer]:
    """Where the event was, or a document was signed, and what the new bodies govern."""
    found: dict[int, Newcomer] = {}
    by_event = [(event, event.place_id)] if event else []
    signings = [
        (document, signing.place_id)
        for document in documents
        for signing in document.signings.all()
    ]
    for record, key in [*by_event, *signings]:
        if key and record not in found.setdefault(key, Newcomer(Place(pk=key))).named_by:
            found[key].named_by.append(record)
    for body in bodies:
        if key := body.place_id:
            found.setdefault(key, Newcomer(Place(pk=key))).governed_by.append(body)
    public = Place.objects.published().filter(pk__in=found).values_list("pk", flat=True)
    wanted = set(found).difference(public)
    for place in named(Place.objects.filter(pk__in=wanted)):
        found[place.pk].record = place
    return [found[key] for key in sorted(wanted)]


def find_doubles(found: Iterable[Newcomer]) -> None:
    """Fill in the likely doubles of the agencies, public ones or not."""
    alike: dict[int, list[int]] = defaultdict(list)
    for newcomer in filter(lambda one: one.is_agency, found):
        names = [name.text for name in newcomer.record.names.all()][:NAMES_COMPARED]
        for name in names:
            keys = like_agencies(name, newcomer.record.state_id, CANDIDATES)
            alike[newcomer.record.pk] += [int(key.partition("-")[2]) for key in keys]
    wanted = {key for keys in alike.values() for key in keys}
    agencies = {agency.pk: agency for agency in named(Agency.objects.filter(pk__in=wanted))}
    for newcomer in filter(lambda one: one.is_agency, found):
        others = [agencies[key] for key in dict.fromkeys(alike[newcomer.record.pk])]
        newcomer.doubles = likest_of(newcomer.record, others)


def likest_of(agency: Agency, others: Iterable[Agency]) -> list[Agency]:
    names = [name.text for name in agency.names.all()]
    of_state = stems(name.text for name in agency.state.names.all())
    scored = [
        (likest(names, [name.text for name in other.names.all()], of_state), other)
        for other in others
        if other.pk != agency.pk
    ]
    scored.sort(key=lambda row: (-row[0], row[1].pk))
    return [other for likeness, other in scored if likeness >= LIKE][:DOUBLES_SHOWN]
