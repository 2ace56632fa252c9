"""Level and responsible bodies, as they follow from the parties."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest

from agreements.editing.bodies import followers, level_of
from agreements.importing.sample import load_sample
from agreements.models import Agency, Document
from agreements.models.vocabulary import AgencyKind
from tests import builders

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 26)


def level(*sides: list[str]) -> str | None:
    """Of a document with such bodies on its sides: a capacity, a kind of agency, organisation."""
    document = builders.draft()
    document.parties.all().delete()
    for number, bodies in enumerate(sides, start=1):
        for body in bodies:
            if body in AgencyKind.values:
                builders.party(document, number, builders.agency(kind=body))
            elif body == "organisation":
                builders.party(document, number, builders.state(kind="organisation"))
            else:
                builders.party(document, number, builders.state(), acting_as=body)
    return level_of(document.parties.all())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("state", "interstate"),
        ("head_of_state", "interstate"),
        ("", "interstate"),
        ("government", "intergovernmental"),
        ("ministry", "interagency"),
        ("committee_or_service", "interagency"),
        ("parliament", "interagency"),
        ("court", "interagency"),
        ("central_bank", "interagency"),
        ("head_of_state_office", "interagency"),
        ("region", "region"),
        ("city", "city"),
        ("institute", "institution"),
        ("university", "institution"),
        ("other", "institution"),
        ("company", "enterprise"),
    ],
)
def test_level_of_like_bodies(body: str, expected: str) -> None:
    assert level([body], [body]) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (["government"], ["ministry"], "interagency"),
        (["state"], ["government"], "intergovernmental"),
        (["ministry"], ["institute"], "institution"),
        (["city"], ["region"], "region"),
        (["ministry", "institute"], ["ministry"], "interagency"),
        (["government", "ministry"], ["government"], "intergovernmental"),
        (["organisation"], ["government"], "intergovernmental"),
        (["organisation"], ["organisation"], "interstate"),
        (["organisation", "government"], ["ministry"], "interagency"),
    ],
)
def test_level_of_unlike_bodies(one: list[str], other: list[str], expected: str) -> None:
    assert level(one, other) == level(other, one) == expected


def test_no_level_while_a_side_is_open() -> None:
    assert level(["ministry"], []) is None
    document = builders.draft()
    document.parties.filter(side=2).update(state=None, name_as_written="Somebody")
    assert level_of(document.parties.all()) is None


def test_territories_say_nothing_of_the_level() -> None:
    document = builders.draft(side_1=builders.agency(), side_2=builders.agency())
    builders.party(document, 2, builders.state(), role="territory")
    assert level_of(document.parties.all()) == "interagency"


def test_levels_recorded_in_the_sample() -> None:
    """Where a source names the bodies the sample has a level; the rule gives the same for 95 of 96.

    The other one is of a government's committee with a state company, which was filed as
    interagency.
    """
    load_sample()
    recorded = Document.objects.exclude(level="").prefetch_related("parties__agency", "titles")
    recorded = recorded.prefetch_related("parties__state")
    unlike = [
        (document.level, level_of(document.parties.all()), str(document)[:15])
        for document in recorded
        if level_of(document.parties.all()) != document.level
    ]
    assert len(recorded) == 96
    assert unlike == [("interagency", "enterprise", "MoU on cooperat")]


# ---- responsible bodies


def chain(*years: str | None, partial: bool = False) -> list[Agency]:
    """Agencies that ended in those years, each followed by the next."""
    bodies = [builders.agency(until=year) for year in years]
    for before, after in pairwise(bodies):
        before.successions.create(successor=after, is_partial=partial)
    return bodies


def found(document: Document) -> list[tuple[list[Agency], list[Agency]]]:
    return [(row.whole, row.partial) for row in followers(document, TODAY)]


def test_body_that_exists_answers_for_itself() -> None:
    existing, _after = chain(None, None)
    assert found(builders.draft(side_1=existing)) == []
    assert found(builders.draft(side_1=chain("2026-11-27", None)[0])) == []
    assert found(builders.draft(side_1=chain("2026", None)[0])) == [], "it may last till December"


def test_successor_of_a_successor() -> None:
    first, _second, third = chain("1997", "2016-08", None)
    document = builders.draft(side_1=first)
    assert found(document) == [([third], [])]
    assert [row.side for row in followers(document, TODAY)] == [1]


def test_succession_in_part_anywhere_is_only_offered() -> None:
    first, second, _gone = chain("1997", "2016", None)
    second.successions.update(is_partial=True)
    also = builders.agency()
    first.successions.create(successor=also)
    assert found(builders.draft(side_1=first)) == [([also], [_gone])]


def test_what_follows_a_succession_in_part_is_in_part_too() -> None:
    first, _second, third = chain("1997", "2016", None)
    first.successions.update(is_partial=True)
    assert found(builders.draft(side_1=first)) == [([], [third])]


def test_body_without_a_successor_proposes_nobody() -> None:
    assert found(builders.draft(side_1=builders.agency(until="1997"))) == []


def test_what_is_entered_is_not_proposed_again() -> None:
    first, second = chain("1997", None)
    document = builders.draft(side_1=first)
    row = document.responsible_bodies.create(side=1, agency=second)
    assert found(document) == []
    row.side = 2
    row.save()
    assert found(document) == [([second], [])]
    builders.party(document, 1, second)
    assert found(document) == []


def test_successions_in_a_circle_come_to_an_end() -> None:
    first, second = chain("1997", "2001")
    second.successions.create(successor=first)
    assert found(builders.draft(side_1=first)) == []
