"""Two records that are one: what is kept, what is remembered, what is refused."""

from __future__ import annotations

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from agreements.editing.merging import Changed, merge, plan
from agreements.forms.admin_publication import Refused
from agreements.models import (
    Agency,
    AgencyName,
    AgencyParent,
    AgencySuccession,
    Citation,
    Document,
    DocumentTitle,
    Event,
    MergedRecord,
    Relation,
    Seed,
    Signatory,
    Signing,
    State,
    StateSuccession,
)
from tests import builders

pytestmark = pytest.mark.django_db

WHY = "Entered twice."


# What is kept ---------------------------------------------------------------------------------


@pytest.fixture
def two() -> tuple[Agency, Agency]:
    state = State.objects.get(code="tj")
    return builders.agency("Min. of Roads", of=state), builders.agency(
        "Ministry of Roads", of=state
    )


def test_role_and_order_are_kept(two: tuple[Agency, Agency]) -> None:
    losing, kept = two
    document = builders.draft(side_1=losing)
    party = builders.party(
        document, 1, losing, role="on_behalf_of", position=7, name_as_written="The Roads"
    )
    merge(losing, kept, WHY)
    party.refresh_from_db()
    assert party.agency == kept
    assert (party.role, party.position, party.name_as_written) == ("on_behalf_of", 7, "The Roads")
    assert document.parties.filter(agency=kept).count() == 2


def test_party_on_both_records_stands_once_with_all_that_is_known(
    two: tuple[Agency, Agency],
) -> None:
    """And the signatory of the row that is left out is that of the other."""
    losing, kept = two
    document = builders.draft(side_1=kept)
    party = builders.party(document, 1, losing, name_as_written="The Roads")
    signatory = Signatory.objects.create(document=document, party=party, person="Ada")
    citation = Citation.objects.create(party=party, source=builders.source())
    merge(losing, kept, WHY)
    stands = document.parties.get(agency=kept)
    assert stands.name_as_written == "The Roads"
    for row in (signatory, citation):
        row.refresh_from_db()
        assert row.party == stands


def test_names_become_variants_and_keep_their_dates(two: tuple[Agency, Agency]) -> None:
    losing, kept = two
    losing.names.update(since="1992", is_preferred=True)
    AgencyName.objects.create(
        agency=losing, language="en", text="Road Committee", since="1980", until="1992"
    )
    AgencyName.objects.create(agency=losing, language="en", kind="abbreviation", text="MoR")
    AgencyName.objects.create(agency=losing, language="en", text="Ministry of Roads")
    merge(losing, kept, WHY)
    names = kept.names.values_list("text", "kind", "since", "until", "is_preferred")
    assert set(names) == {
        ("Ministry of Roads", "official", None, None, False),
        ("Min. of Roads", "other", "1992", None, False),
        ("Road Committee", "former", "1980", "1992", False),
        ("MoR", "abbreviation", None, None, False),
    }
    assert str(Agency.objects.get(pk=kept.pk)) == "Ministry of Roads"


def test_name_in_a_language_that_the_kept_record_lacks_is_its_name(
    two: tuple[Agency, Agency],
) -> None:
    losing, kept = two
    AgencyName.objects.create(agency=losing, language="tg", text="Вазорати роҳҳо")
    merge(losing, kept, WHY)
    assert kept.names.get(language="tg").kind == "official"


def test_titles_of_the_same_wording_become_variants() -> None:
    losing, kept = builders.draft("Treaty on roads"), builders.draft("Agreement on roads")
    DocumentTitle.objects.create(document=losing, language="ru", text="Договор о дорогах")
    merge(losing, kept, WHY)
    kept = Document.objects.get(pk=kept.pk)
    assert (str(kept), kept.slug) == ("Agreement on roads", "agreement-on-roads")
    assert set(kept.titles.values_list("text", "is_variant")) == {
        ("Agreement on roads", False),
        ("Treaty on roads", True),
        ("Договор о дорогах", False),
    }


def test_event_names_become_variants() -> None:
    losing, kept = (
        builders.event(name, publication_state="draft") for name in ("Visit", "State visit")
    )
    merge(losing, kept, WHY)
    kept = Event.objects.get(pk=kept.pk)
    assert str(kept) == "State visit"
    assert kept.names.get(is_variant=True).text == "Visit"


def test_blanks_are_filled_and_the_rest_is_told() -> None:
    state = State.objects.get(code="tj")
    losing = builders.agency(of=state, since="1992", until="2017", kind="court", note="A note")
    kept = builders.agency(of=state, kind="ministry")
    found = plan(losing, kept).values
    assert {value.field.name for value in found.filled} == {"since", "until", "note"}
    assert {value.field.name for value in found.differing} == {"kind"}
    merge(losing, kept, WHY)
    kept.refresh_from_db()
    assert (kept.since, kept.until, kept.note, kept.kind) == ("1992", "2017", "A note", "ministry")


def test_an_end_is_not_filled_in_where_the_beginning_differs() -> None:
    state = State.objects.get(code="tj")
    losing = builders.agency(of=state, since="1980", until="1990")
    kept = builders.agency(of=state, since="1995")
    merge(losing, kept, WHY)
    kept.refresh_from_db()
    assert (kept.since, kept.until) == ("1995", None)


def test_what_belongs_together_is_filled_together() -> None:
    losing = builders.draft(entry_into_force="on_a_date", entry_into_force_date="2024")
    kept = builders.draft(entry_into_force="days_after_last_notification", entry_into_force_days=30)
    event = builders.event()
    Document.objects.filter(pk=losing.pk).update(event=event, event_position=4)
    merge(losing, kept, WHY)
    kept.refresh_from_db()
    assert kept.entry_into_force_date is None
    assert (kept.event, kept.event_position) == (event, 4)


def test_both_internal_notes_are_kept() -> None:
    losing, kept = builders.draft(internal_note="One"), builders.draft(internal_note="Two")
    merge(losing, kept, WHY)
    kept.refresh_from_db()
    assert kept.internal_note == "Two\n\nOne"


def test_two_records_of_one_paper_become_one_paper() -> None:
    """Parties, signings, signatories that both have stand once, with all that either says."""
    kz, tj = State.objects.get(code="kz"), State.objects.get(code="tj")
    place = builders.place("Dushanbe", state=tj)
    losing = builders.draft("Treaty", side_1=kz, side_2=tj, signed_on="2023-05-04")
    kept = builders.draft("Treaty", side_1=kz, side_2=tj, signed_on="2023-05-04")
    losing.parties.filter(side=1).update(name_as_written="Kazakhstan")
    losing.signings.update(place=place)
    for document, office in ((losing, "Minister"), (kept, "")):
        Signatory.objects.create(
            document=document, party=document.parties.get(side=1), person="Ada", office=office
        )
    Signing.objects.create(document=losing, signed_on="2023-06-01")
    merge(losing, kept, WHY)
    assert list(kept.parties.values_list("side", "state", "name_as_written")) == [
        (1, kz.pk, "Kazakhstan"),
        (2, tj.pk, ""),
    ]
    assert list(kept.signings.values_list("signed_on", "place")) == [
        ("2023-05-04", place.pk),
        ("2023-06-01", None),
    ]
    signatory = kept.signatories.get()
    assert (signatory.office, signatory.party) == ("Minister", kept.parties.get(side=1))
    assert kept.titles.count() == 1


def test_two_signings_of_one_day_are_not_squeezed_into_one() -> None:
    """An exchange of notes in two cities: one of them fills the blank, the other moves."""
    losing, kept = builders.draft(signed_on=None), builders.draft(signed_on="2023-05-04")
    for name in ("Almaty", "Dushanbe"):
        Signing.objects.create(document=losing, signed_on="2023-05-04", place=builders.place(name))
    merge(losing, kept, WHY)
    assert kept.signings.count() == 2
    assert {str(signing.place) for signing in kept.signings.all()} == {"Almaty", "Dushanbe"}


def test_what_a_row_that_is_left_out_says_otherwise_is_told(two: tuple[Agency, Agency]) -> None:
    losing, kept = two
    successor = builders.agency(of=kept.state)
    for agency, day in ((losing, "1992"), (kept, "1993")):
        AgencySuccession.objects.create(predecessor=agency, successor=successor, succeeded_on=day)
    rows = next(r for r in plan(losing, kept).kinds if r.model is AgencySuccession)
    assert list(rows.lost.values()) == [[("succeeded_on", "1992", "1993")]]
    merge(losing, kept, WHY)
    assert kept.successions.get().succeeded_on == "1993"


def test_seeds_lead_to_the_kept_record() -> None:
    losing, kept = builders.state(), builders.state()
    mine = Seed.objects.create(key="state:x-mine", object_id=losing.pk)
    other = Seed.objects.create(key="place:x-mine", object_id=losing.pk)
    merge(losing, kept, WHY)
    mine.refresh_from_db()
    other.refresh_from_db()
    assert (mine.object_id, other.object_id) == (kept.pk, losing.pk)


def test_parties_follow_their_agencies_into_the_kept_state() -> None:
    losing, kept = builders.state(), builders.state()
    agency = builders.agency(of=losing)
    document = builders.draft(side_1=agency, side_2=losing)
    merge(losing, kept, WHY)
    assert set(document.parties.values_list("state", flat=True)) == {kept.pk}


def test_version_of_the_kept_document_moves() -> None:
    losing, kept = builders.draft(), builders.draft()
    builders.settle()
    kept.refresh_from_db()
    merge(losing, kept, WHY)
    builders.settle()
    assert Document.objects.get(pk=kept.pk).version > kept.version


# What is remembered -----------------------------------------------------------------------------


def test_merge_is_remembered(two: tuple[Agency, Agency]) -> None:
    losing, kept = two
    merged = merge(losing, kept, WHY)
    assert (merged.kind, merged.number, merged.kept_number) == ("agency", losing.pk, kept.pk)
    assert (merged.name, merged.reason) == ("Min. of Roads", WHY)
    assert MergedRecord.objects.kept_number("agency", losing.pk) == kept.pk


def test_chains_are_followed_and_loops_end_nowhere() -> None:
    def remember(number: int, to: int) -> None:
        MergedRecord.objects.create(
            kind="agency", number=number, kept_number=to, name="A", reason=WHY
        )

    remember(1, 2)
    remember(2, 3)
    assert MergedRecord.objects.kept_number("agency", 1) == 3
    remember(3, 1)
    assert MergedRecord.objects.kept_number("agency", 1) is None
    assert MergedRecord.objects.kept_number("agency", 10**30) is None


def test_public_record_is_withdrawn_as_a_duplicate() -> None:
    losing, kept = builders.document("Treaty"), builders.document("Agreement")
    builders.settle()
    merge(losing, kept, WHY)
    losing.refresh_from_db()
    assert losing.publication_state == "withdrawn"
    assert losing.withdrawal_reason == f"Duplicate of no. {kept.pk}."
    assert [title.text for title in losing.titles.all()] == ["Treaty"]
    assert losing.parties.count() == losing.citations.count() == losing.signings.count() == 0
    assert kept.titles.get(text="Treaty").is_variant
    assert kept.parties.count() == 4


def test_public_event_is_withdrawn_as_a_duplicate() -> None:
    losing, kept = builders.event("Visit"), builders.event("State visit")
    document = builders.document(event=losing)
    builders.settle()
    merge(losing, kept, WHY)
    losing.refresh_from_db()
    document.refresh_from_db()
    assert losing.publication_state == "withdrawn"
    assert document.event == kept
    assert losing.delegations.count() == 0 and losing.names.count() == 1


# What is refused --------------------------------------------------------------------------------


def refused(losing: models.Model, kept: models.Model) -> str:
    """Why; and nothing is written."""
    with pytest.raises(Refused) as error:
        merge(losing, kept, WHY)
    assert type(losing).objects.filter(pk=losing.pk).exists()
    assert not MergedRecord.objects.exists()
    return str(error.value)


def test_record_is_not_merged_into_itself(two: tuple[Agency, Agency]) -> None:
    assert "into itself" in refused(two[0], Agency.objects.get(pk=two[0].pk))


def test_agencies_of_two_states_are_two() -> None:
    kz, tj = State.objects.get(code="kz"), State.objects.get(code="tj")
    words = refused(builders.agency(of=kz), builders.agency(of=tj))
    assert "Kazakhstan and Tajikistan" in words
    words = refused(builders.place(state=kz), builders.place(state=tj))
    assert "different states" in words


@pytest.mark.parametrize("turned", [False, True])
def test_agency_and_one_below_it_are_two(two: tuple[Agency, Agency], turned: bool) -> None:
    above, below = two
    between = builders.agency(of=above.state)
    AgencyParent.objects.create(agency=below, parent=between)
    AgencyParent.objects.create(agency=between, parent=above)
    words = refused(*(reversed(two) if turned else two))
    assert f"“{below}” stands below “{above}”" in words


@pytest.mark.parametrize("turned", [False, True])
def test_state_and_its_successor_are_two(turned: bool) -> None:
    pair = builders.state(name="Oldland"), builders.state(name="Newland")
    StateSuccession.objects.create(predecessor=pair[0], successor=pair[1])
    words = refused(*(reversed(pair) if turned else pair))
    assert "“Newland” followed “Oldland”" in words


def test_agency_and_its_successor_are_two(two: tuple[Agency, Agency]) -> None:
    AgencySuccession.objects.create(predecessor=two[0], successor=two[1])
    assert "followed" in refused(*two)


def test_document_and_one_that_it_acts_on_are_two() -> None:
    one, other = builders.draft(), builders.draft()
    Relation.objects.create(document=one, kind="extends", target=other)
    assert "speaks of the other" in refused(one, other)
    assert "speaks of the other" in refused(other, one)


def test_subject_and_its_group_are_two() -> None:
    group = builders.subject()
    assert "stands below" in refused(builders.subject(parent=group), group)


def test_group_does_not_go_into_a_subject_of_another() -> None:
    group = builders.subject()
    builders.subject(parent=group)
    assert "A group of subjects" in refused(group, builders.subject(parent=builders.subject()))


def test_public_record_does_not_go_into_a_draft() -> None:
    assert "readers would lose it" in refused(builders.document(), builders.draft())
    assert "readers would lose it" in refused(
        builders.event(), builders.event(publication_state="draft")
    )


def test_nothing_goes_into_a_withdrawn_record() -> None:
    kept = builders.document(publication_state="withdrawn", withdrawal_reason="Told apart.")
    assert "is withdrawn" in refused(builders.draft(), kept)


def test_correction_that_waits_is_decided_first() -> None:
    losing, kept = builders.document(), builders.document()
    losing.proposals.create(changes={}, form={}, seen_version=1, made_by="clerk")
    assert "waits for an editor" in refused(losing, kept)


def test_correction_that_names_the_record_is_decided_first(two: tuple[Agency, Agency]) -> None:
    document = builders.document()
    row = {"table": "agreements_party", "operation": "update", "row": "1"}
    change = {**row, "old": {"agency_id": None}, "new": {"agency_id": two[0].pk}}
    proposal = document.proposals.create(changes=[change], form={}, seen_version=1, made_by="clerk")
    assert f"A correction of no. {document.pk} names it" in refused(*two)
    proposal.state = "dropped"
    proposal.save()
    merge(*two, WHY)


def test_merged_record_is_not_merged_again() -> None:
    losing, kept, other = (builders.document() for _ in range(3))
    merge(losing, kept, WHY)
    for pair in ((losing, other), (other, losing)):
        with pytest.raises(Refused, match="merged into another already"):
            merge(*pair, WHY)


def test_second_merge_of_the_same_is_told_where_it_went(two: tuple[Agency, Agency]) -> None:
    losing, kept = two
    merge(losing, kept, WHY)
    words = f"No. {losing.pk} is merged into no. {kept.pk} already"
    with pytest.raises(Refused, match=words):
        merge(losing, builders.agency(of=kept.state), WHY)
    with pytest.raises(Refused, match=words):
        merge(kept, losing, WHY)


def test_bodies_that_signed_with_each_other_are_doubted(two: tuple[Agency, Agency]) -> None:
    builders.draft(side_1=two[0], side_2=two[1])
    assert plan(*two).warnings == ["They signed 1 document with one another."]
    merge(*two, WHY)


def test_plan_that_is_another_now_is_not_carried_out(two: tuple[Agency, Agency]) -> None:
    losing, kept = two
    seen = plan(losing, kept).digest
    assert plan(losing, kept).digest == seen
    builders.draft(side_1=losing)
    with pytest.raises(Changed) as changed:
        merge(losing, kept, WHY, seen=seen)
    merge(losing, kept, WHY, seen=changed.value.plan.digest)


@pytest.mark.parametrize("which", [0, 1])
def test_plan_is_another_if_either_record_changed(two: tuple[Agency, Agency], which: int) -> None:
    seen = plan(*two).digest
    Agency.objects.filter(pk=two[which].pk).update(note="New")
    changed = [Agency.objects.get(pk=record.pk) for record in two]
    assert plan(*changed).digest != seen


# Many rows --------------------------------------------------------------------------------------


def merge_queries(losing: models.Model, kept: models.Model) -> int:
    with CaptureQueriesContext(connection) as captured:
        merge(losing, kept, WHY)
    return len(captured)


def test_many_rows_cost_no_more_queries() -> None:
    """Also of those that are left out, and of those that point at these."""

    def made(number: int) -> tuple[Agency, Agency]:
        losing, kept = (builders.agency(of=State.objects.get(code="kz")) for _ in range(2))
        for _ in range(number):
            document = builders.draft(side_1=losing)
            both = builders.draft(side_1=losing)
            both.parties.filter(side=1).update(name_as_written="The Roads")
            builders.party(both, 1, kept)
            for row in (document, both):
                Signatory.objects.create(
                    document=row, party=row.parties.get(agency=losing), person="Ada"
                )
        builders.settle()
        return losing, kept

    assert merge_queries(*made(1)) == merge_queries(*made(12))
