"""Each doubt about a document: a case that raises it, and a near one that doesn't."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agreements.editing.doubts import Doubt, of_document
from agreements.models import Document, State
from tests import builders

pytestmark = pytest.mark.django_db


def doubts(document: Document) -> list[Doubt]:
    builders.settle()
    return list(of_document(document))


def codes(document: Document) -> list[str]:
    return [doubt.code for doubt in doubts(document)]


@pytest.fixture
def pair() -> dict[str, State]:
    return {"side_1": builders.state(name="Ruritania"), "side_2": builders.state(name="Sylvania")}


def twins(pair: dict[str, Any], one: str, other: str, **values: Any) -> tuple[Document, Document]:
    """Two documents between the same states; ``values`` are the second one's."""
    return builders.draft(one, **pair), builders.draft(other, **{**pair, **values})


def test_ordinary_document_raises_none() -> None:
    assert doubts(builders.draft()) == []


# ---- duplicates


@pytest.mark.parametrize("day", ["2023-05-04", "2023-05-06", "2023-05", "2023"])
def test_same_sides_near_date_like_title(pair: dict[str, State], day: str) -> None:
    first, second = twins(
        pair,
        "Agreement between Ruritania and Sylvania on the protection of bees",
        "Agreement on protection of the bees",
        signed_on=day,
    )
    (doubt,) = doubts(second)
    assert (doubt.code, doubt.key, doubt.records) == ("duplicate", str(first.pk), (first,))
    assert codes(first) == ["duplicate"]


@pytest.mark.parametrize(
    "other",
    [
        {"signed_on": "2023-05-24"},
        {"signed_on": "2022"},
        {"signed_on": None},
        {"title": "Agreement on the protection of wolves and bears"},
        {"title": "Agreement between Ruritania and Sylvania on trade"},
        {"title": "Agreement on the protection of bees no. 2"},
    ],
)
def test_other_date_or_matter_is_no_duplicate(
    pair: dict[str, State], other: dict[str, Any]
) -> None:
    title = other.pop("title", "Agreement on protection of the bees")
    _first, second = twins(
        pair, "Agreement between Ruritania and Sylvania on the protection of bees", title, **other
    )
    assert codes(second) == []


def test_other_sides_are_no_duplicate(pair: dict[str, State]) -> None:
    _first, second = twins(pair, "Agreement on bees", "Agreement on bees", side_2=builders.state())
    assert codes(second) == []


def test_sides_may_stand_the_other_way_round(pair: dict[str, State]) -> None:
    swapped = {"side_1": pair["side_2"], "side_2": pair["side_1"]}
    _first, second = twins(pair, "Agreement on bees", "Agreement on bees", **swapped)
    assert codes(second) == ["duplicate"]


def test_other_agencies_of_the_same_states_are_no_duplicate(pair: dict[str, State]) -> None:
    own = {f"side_{n}": builders.agency(of=pair[f"side_{n}"]) for n in (1, 2)}
    other = {f"side_{n}": builders.agency(of=pair[f"side_{n}"]) for n in (1, 2)}
    first = builders.draft("Plan of consultations", **own)
    assert "duplicate" not in codes(builders.draft("Plan of consultations", **other))
    assert codes(builders.draft("Plan of consultations", **pair)).count("duplicate") == 2
    assert "duplicate" in codes(first)


def test_papers_of_one_event_need_matching_titles(pair: dict[str, State]) -> None:
    event = builders.event(states=list(pair.values()))
    here = {**pair, "event": event}
    builders.draft("Agreement on cooperation in the field of higher education", **here)
    like = builders.draft("Agreement on cooperation in the field of education", **here)
    assert codes(like) == []
    like.event = None
    like.save()
    assert codes(like) == ["duplicate"]
    same = builders.draft("Agreement on cooperation in the field of higher Education", **here)
    assert "duplicate" in codes(same)


def test_same_bodies_on_the_same_day_in_another_language(pair: dict[str, State]) -> None:
    own = {f"side_{n}": builders.agency(of=pair[f"side_{n}"]) for n in (1, 2)}
    first = builders.draft("Agreement on bees", **own)
    second = builders.draft("Соглашение о пчёлах", language="ru", **own)
    assert codes(second) == ["duplicate"]
    assert codes(builders.draft("Соглашение", language="ru", signed_on="2023", **own)) == []
    first.titles.create(language="ru", text="Соглашение о пасеках")
    assert codes(second) == []


def test_same_note_number(pair: dict[str, State]) -> None:
    first, second = twins(pair, "Notes about visas", "Exchange concerning travel")
    for document in (first, second):
        document.signings.update(note_number="N-17")
    assert codes(second) == ["duplicate"]
    first.signings.update(note_number="N-18")
    assert codes(second) == []


def test_same_number_of_registration_but_not_of_a_decree(pair: dict[str, State]) -> None:
    pair_of_papers = twins(pair, "Treaty about visas", "Pact concerning travel")
    for document in pair_of_papers:
        document.actions.create(kind="ratified", reference="Decree 17")
    assert codes(pair_of_papers[1]) == []
    for document in pair_of_papers:
        document.actions.update(kind="registered")
    assert codes(pair_of_papers[1]) == ["duplicate"]


def test_exact_reference(pair: dict[str, State]) -> None:
    first, second = builders.draft(), builders.draft()
    for document in (first, second):
        document.identifiers.create(scheme_id="unts", value="I-4821")
    (doubt,) = doubts(second)
    assert (doubt.code, doubt.records) == ("same_identifier", (first,))
    first.signings.update(signed_on="1999")
    assert codes(second) == [], "an amendment is registered under the same number"
    for document in (first, second):
        document.titles.update(text="Agreement on bees")
    assert codes(second) == ["same_identifier"]
    first.identifiers.update(value="I-4822")
    assert codes(second) == []


def test_issue_of_a_gazette_prints_many_documents(pair: dict[str, State]) -> None:
    for document in (builders.draft(**pair), second := builders.draft(**pair)):
        document.identifiers.create(scheme_id="gazette", value="2023, no. 5")
    assert codes(second) == []


def test_national_series_counts_for_one_state(pair: dict[str, State]) -> None:
    for document in (builders.draft(), first := builders.draft(**pair)):
        document.identifiers.create(scheme_id="national_series", value="17/2023")
    assert codes(first) == []
    second = builders.draft(**pair)
    second.identifiers.create(scheme_id="national_series", value="17/2023")
    assert codes(second) == ["same_identifier"]


def test_equal_titles_of_the_same_states_however_written(pair: dict[str, State]) -> None:
    title = "Соглашение о свободной торговле"
    first, second = twins(pair, title, "СОГЛАШЕНИЕ  о свободной торговле", signed_on="1999")
    (doubt,) = doubts(second)
    assert (doubt.code, doubt.records) == ("same_title", (first,))
    assert codes(builders.draft(title, signed_on="1999")) == []
    short = twins(pair, "Соглашение о торговле", "Соглашение о торговле", signed_on="1999")
    assert codes(short[1]) == []


# ---- dates


def test_entry_into_force_before_signature() -> None:
    early = builders.draft()
    action = early.actions.create(kind="entered_into_force", effective_on="2023-05-03")
    assert codes(early) == ["early_force"]
    action.effective_on = "2023"
    action.save()
    assert codes(early) == []


@pytest.mark.parametrize(
    ("since", "until", "signed", "odd"),
    [
        ("2023-05-05", None, "2023-05-04", True),
        ("2023-05-04", None, "2023-05-04", False),
        ("2023", None, "2023-05-04", False),
        ("2024", None, "2023-05-04", True),
        ("2023-05", None, "2023", False),
        (None, "2023-05-04", "2023-05-04", True),
        (None, "2023-05-05", "2023-05-04", False),
        (None, "2023", "2023-05-04", False),
        (None, "2022", "2023-05-04", True),
        (None, "2022", "2022/2023", False),
        ("2024", None, None, False),
    ],
)
def test_agency_outside_its_dates(since: str, until: str, signed: str, odd: bool) -> None:
    agency = builders.agency(since=since, until=until)
    document = builders.draft(side_1=agency, signed_on=signed)
    assert codes(document) == ["agency_outside_its_time"] * odd


def test_agency_that_had_ended_is_linked_with_its_successor() -> None:
    agency, after = builders.agency(until="2001"), builders.agency()
    agency.successions.create(successor=after)
    (doubt,) = doubts(builders.draft(side_1=agency))
    assert doubt.records == (agency, after)


def test_state_outside_its_dates() -> None:
    former = builders.state(until="1991-12-26")
    assert codes(builders.draft(side_1=former)) == ["state_outside_its_time"]
    assert codes(builders.draft(side_1=former, signed_on="1991-12-25")) == []
    union = builders.state(kind="organisation", since="1993-11-01")
    assert codes(builders.draft(side_1=union, signed_on="1980")) == []


# ---- words


def test_title_that_amends_without_a_relation(pair: dict[str, State]) -> None:
    amended = builders.draft("Agreement on air services", signed_on="2001-03-02", **pair)
    builders.draft("Agreement on fish", signed_on="2001-03-02", **pair)
    builders.draft("Agreement on air services", signed_on="2001-03-02")
    document = builders.draft("Protocol amending the Agreement on air services", **pair)
    (doubt,) = doubts(document)
    assert doubt.code == "unrelated"
    assert [(offer.kind, offer.target) for offer in doubt.offers] == [("amends", amended)]
    document.relations.create(kind="amends", target_text="The Agreement of 2001")
    assert codes(document) == []


def test_relation_of_another_kind_does_not_answer() -> None:
    document = builders.draft("Protocol extending the Agreement on air services")
    document.relations.create(kind="cites", target_text="The Agreement of 2001")
    assert codes(document) == ["unrelated"]


def test_date_in_the_title_finds_the_amended_one(pair: dict[str, State]) -> None:
    meant = builders.draft("Agreement on bees", signed_on="2006-03-20", **pair)
    builders.draft("Соглашение о транзите", language="ru", signed_on="2006-04-20", **pair)
    title = "Протокол о внесении изменений в Соглашение о транзите от 20 марта 2006 года"
    (doubt,) = doubts(builders.draft(title, language="ru", **pair))
    assert [offer.target for offer in doubt.offers] == [meant]


def test_later_document_is_not_offered(pair: dict[str, State]) -> None:
    builders.draft("Agreement on air services", signed_on="2024", **pair)
    (doubt,) = doubts(builders.draft("Protocol amending the Agreement on air services", **pair))
    assert doubt.offers == ()


def test_period_in_the_title_that_differs() -> None:
    document = builders.draft("Programme of cooperation for 2023-2025")
    (doubt,) = doubts(document)
    assert (doubt.code, doubt.period) == ("other_period", "2023/2025")
    document.period = "2023/2024"
    document.save()
    assert "2023–2024" in doubts(document)[0].words
    for period in ("2023/2025", "2023-05/2025-04"):
        document.period = period
        document.save()
        assert codes(document) == []


@pytest.mark.parametrize("field", ["title", "party", "person", "office", "relation"])
def test_mixed_letters_in_any_name(field: str) -> None:
    document = builders.draft()
    for word, odd in (("Cоюз", True), ("Союз", False)):
        if field == "title":
            document.titles.update(text=word)
        elif field == "party":
            document.parties.update(name_as_written=word)
        elif field == "relation":
            document.relations.all().delete()
            document.relations.create(kind="cites", target_text=word)
        else:
            document.signatories.all().delete()
            document.signatories.create(**{"person": "A", field: word})
        assert [(d.code, d.key) for d in doubts(document)] == [("mixed_letters", word)] * odd


# ---- sides


def test_same_state_on_both_sides() -> None:
    state = builders.state()
    document = builders.draft(side_1=state, side_2=builders.agency(of=state))
    assert codes(document) == ["both_sides"]


def test_party_of_a_third_state() -> None:
    document = builders.draft()
    builders.party(document, 2, builders.state(name="Thirdland"))
    (doubt,) = doubts(document)
    assert doubt.code == "several_states" and "Thirdland" in doubt.words


def test_territory_is_no_third_state() -> None:
    document = builders.draft()
    builders.party(document, 2, builders.state(), role="territory")
    assert codes(document) == []


def test_organisation_stands_with_its_members() -> None:
    document = builders.draft(side_1=builders.state(kind="organisation"))
    builders.party(document, 1, builders.state())
    builders.party(document, 1, builders.state())
    assert codes(document) == []


def test_more_than_two_parties_of_the_same_states() -> None:
    state = builders.state()
    document = builders.draft(side_1=builders.agency(of=state))
    builders.party(document, 1, builders.agency(of=state))
    assert codes(document) == ["more_than_two"]


def test_party_whose_state_was_not_at_the_event(pair: dict[str, State]) -> None:
    states = list(pair.values())
    event = builders.event(states=states)
    assert codes(builders.draft(event=event, side_1=states[0], side_2=states[1])) == []
    stranger = builders.draft(event=event, side_1=states[0])
    assert codes(stranger) == ["not_at_the_event"]
    event.delegations.filter(state=states[1]).delete()
    assert codes(stranger) == []


# ---- cost


def test_number_of_queries_does_not_grow(pair: dict[str, State]) -> None:
    title = "Protocol amending the Agreement on the protection of bees"
    document = builders.draft(title, **pair)
    counts = []
    for number in range(3):
        builders.party(document, 1, builders.agency(of=pair["side_1"]))
        document.identifiers.create(scheme_id="unts", value=f"{number}")
        for _copy in range(1 if number == 0 else 4):
            other = builders.draft(title, **pair)
            other.identifiers.create(scheme_id="unts", value=f"{number}")
            builders.draft("Agreement on protection of bees", signed_on=f"200{number}", **pair)
            builders.draft(title, signed_on=f"200{number}", **pair)
        builders.settle()
        with CaptureQueriesContext(connection) as captured:
            assert len(list(of_document(document))) >= 4
        counts.append(len(captured))
    assert counts[0] == counts[1] == counts[2], counts
