from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from agreements.likeness import likest, stems
from agreements.models import Agency, AgencyName, AgencySuccession

from .doubt import Doubt
from .wording import mixed_letters

LIKE = 0.75
LOOKED_AT = 100
SHOWN = 5


def of_agency(agency: Agency) -> Iterator[Doubt]:
    agency = Agency.objects.with_names().get(pk=agency.pk)
    yield from likely_duplicates(agency)
    yield from mixed_letters(name.text for name in agency.names.all())


def likely_duplicates(agency: Agency) -> Iterator[Doubt]:
    """Of the same state and with a like name; those that followed each other are told apart."""
    names = [name.text for name in agency.names.all()]
    of_state = stems(name.text for name in agency.state.names.all())
    others = Agency.objects.with_names().filter(pk__in=like_named(agency))
    scored = [(likest(names, [n.text for n in o.names.all()], of_state), o) for o in others]
    scored.sort(key=lambda row: (-row[0], row[1].pk))
    for likeness, other in scored[:SHOWN]:
        if likeness >= LIKE:
            words = _("It may be entered already: same state, like name.")
            yield Doubt("duplicate", str(other.pk), words, (other,))


def like_named(agency: Agency) -> set[int]:
    """By the trigrams of the names, of one state, without predecessors and successors."""
    like = Q()
    for name in list(agency.names.all())[:10]:
        like |= Q(folded__trigram_similar=name.folded)
    if not like:
        return set()
    rows = AgencyName.objects.filter(like, agency__state=agency.state_id)
    found = rows.exclude(agency=agency).order_by("agency").values_list("agency", flat=True)
    return set(found.distinct()[:LOOKED_AT]) - related(agency)


def related(agency: Agency) -> set[int]:
    rows = AgencySuccession.objects.filter(Q(predecessor=agency) | Q(successor=agency))
    return {pk for row in rows.values_list("predecessor", "successor") for pk in row}
