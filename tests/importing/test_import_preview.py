"""What a row of a table is to the archive, before anything is written."""

from __future__ import annotations

from typing import Any

import pytest

from agreements.importing.applying import apply
from agreements.importing.previewing import preview
from agreements.importing.remarks import error
from agreements.importing.said import Origin, Publication
from agreements.models import Change, Document, Identifier, MergedRecord, State
from tests.builders import agency, document, draft, settle
from tests.importing.imported import codes, differences, looked_through, outcomes, row

pytestmark = pytest.mark.django_db


def known(key: str, title: str = "Agreement on trade in wool", **values: Any) -> Document:
    scheme, value = key.split(":")
    made = draft(title, **values)
    Identifier.objects.create(document=made, scheme_id=scheme, value=value)
    settle()
    return made


def test_nothing_of_the_archive_is_written() -> None:
    before = Change.objects.count()
    made = looked_through([row("import:1", side_1_agency_name="Wool board"), row("import:2")])
    assert outcomes(made) == ["new", "new"]
    assert Change.objects.count() == before
    assert made.counts == {
        "rows": 2,
        "new": 2,
        "changed": 0,
        "same": 0,
        "joined": 0,
        "refused": 0,
        "warned": 1,
    }


def test_second_look_replaces_the_first() -> None:
    made = looked_through([row("import:1"), row("import:2")])
    preview(made, [row("import:1")], Origin())
    assert outcomes(made) == ["new"]


def test_error_refuses_the_row() -> None:
    made = looked_through([row("import:1", (error("no_title"),)), row("import:1")])
    assert outcomes(made) == ["refused", "new"]


@pytest.mark.parametrize("batch", [1, 500])
def test_row_that_says_the_same_again_is_joined(batch: int) -> None:
    rows = [row("import:1"), row("import:1"), row(), row(), row("import:2")]
    made = looked_through(rows, batch=batch)
    assert outcomes(made) == ["new", "joined", "new", "joined", "new"]
    assert list(made.rows.filter(outcome="joined").values_list("same_as", flat=True)) == [
        rows[0].number,
        rows[2].number,
    ]


@pytest.mark.parametrize("batch", [1, 500])
def test_what_a_joined_row_says_more_is_kept(batch: int) -> None:
    rows = [
        row("import:1", subjects="trade"),
        row("import:1", subjects="customs-assistance", level="intergovernmental"),
        row("import:1", title="Соглашение о шерсти", title_language="ru"),
    ]
    made = looked_through(rows, batch=batch)
    assert outcomes(made) == ["new", "joined", "joined"]
    first = made.rows.get(outcome="new")
    assert first.record["subjects"] == "trade | customs-assistance"
    assert first.record["level"] == "intergovernmental"
    assert first.record["other_titles"] == "Соглашение о шерсти"
    assert first.differences["level"] == ["", "intergovernmental"]


@pytest.mark.parametrize("batch", [1, 500])
def test_row_that_contradicts_another_is_refused(batch: int) -> None:
    rows = [
        row("import:1"),
        row("import:1", level="city"),
        row("import:1", level="region"),
        row("import:1", title="Treaty on horses"),
    ]
    made = looked_through(rows, batch=batch)
    assert outcomes(made) == ["new", "joined", "refused", "refused"]
    refused = made.rows.filter(outcome="refused").order_by("number")
    values = [row_.remarks[0]["values"] for row_ in refused]
    assert values == [
        {"row": rows[0].number, "fields": ["level"]},
        {"row": rows[0].number, "fields": ["title"]},
    ]


def test_document_is_found_by_its_identifier_and_by_its_number() -> None:
    other = known("import:7", "Agreement on wool")
    by_number = row(f"id:{other.pk}", title="Agreement on wool", **NOTHING_ELSE)
    by_identifier = row("import:7", title="Agreement on cotton", **NOTHING_ELSE)
    made = looked_through([by_number])
    assert outcomes(made) == ["same"] and made.rows.get().document == other
    made = looked_through([by_identifier])
    assert outcomes(made) == ["changed"] and made.rows.get().document == other
    assert differences(made) == {"title": ["Agreement on wool", "Agreement on cotton"]}


NOTHING_ELSE = dict.fromkeys(
    ("type", "side_1_state", "side_1_acting_as", "side_2_state", "side_2_acting_as")
) | {"signing_dates": None}


def test_two_rows_that_lead_to_one_document() -> None:
    other = known("import:7")
    rows = [row(f"id:{other.pk}", **NOTHING_ELSE), row("import:7", **NOTHING_ELSE)]
    assert outcomes(looked_through(rows)) == ["same", "joined"]
    rows = [row(f"id:{other.pk}", **NOTHING_ELSE), row("import:7", title="Else", **NOTHING_ELSE)]
    made = looked_through(rows)
    assert outcomes(made) == ["same", "refused"]


def test_number_of_a_merged_document_leads_to_the_one_that_stayed() -> None:
    stayed = draft("Agreement on trade in wool")
    gone = {"kind": "document", "name": "gone", "reason": "one", "made_by": "clerk"}
    MergedRecord.objects.create(number=900001, kept_number=900002, **gone)
    MergedRecord.objects.create(number=900002, kept_number=stayed.pk, **gone)
    made = looked_through([row("id:900001", **NOTHING_ELSE)])
    assert made.rows.get().document == stayed


@pytest.mark.parametrize("number", ["7777777", "0", "x", "9" * 30, "-1"])
def test_number_that_the_archive_has_not(number: str) -> None:
    made = looked_through([row(f"id:{number}")])
    assert outcomes(made) == ["refused"] and codes(made) == ["no_such_document"]


def test_number_of_several_documents() -> None:
    known("unts:1"), known("unts:1")
    made = looked_through([row("unts:1")])
    assert outcomes(made) == ["refused"] and "several_documents" in codes(made)


def test_change_of_a_public_record_is_pointed_out() -> None:
    other = document("Agreement on wool")
    settle()
    made = looked_through([row(f"id:{other.pk}", **NOTHING_ELSE)])
    assert outcomes(made) == ["changed"] and codes(made) == ["changes_public"]


def test_row_without_an_id_is_known_again_by_all_that_it_says() -> None:
    first = looked_through([row()])
    assert outcomes(first) == ["new"]
    apply(first, Origin())
    assert outcomes(looked_through([row()])) == ["same"]
    assert outcomes(looked_through([row(level="city")])) == ["new"]


def test_likely_duplicates_are_pointed_out_and_kept() -> None:
    kz, tj = agency_states()
    other = draft("Agreement on the trade in wool", side_1=tj, side_2=kz, signed_on="1994-05-03")
    draft("Agreement on horses", side_1=tj, side_2=kz, signed_on="1994-05-04")
    settle()
    rows = [
        row("import:1"),
        row("import:2", signing_dates="1994-05-05"),
        row("import:3", title="Y"),
    ]
    made = looked_through(rows)
    assert outcomes(made) == ["new"] * 3
    found = [r.remarks for r in made.rows.order_by("number")]
    assert [[(r["code"], r["values"]) for r in remarks] for remarks in found] == [
        [("like_documents", {"documents": [other.pk]})],
        [("like_rows", {"rows": [rows[0].number]}), ("like_documents", {"documents": [other.pk]})],
        [],
    ]


def test_other_agencies_make_another_document() -> None:
    kz, tj = agency_states()
    wool, horses = agency("Wool board", of=kz), agency("Horse board", of=kz)
    draft("Agreement on trade in wool", side_1=wool, side_2=tj, signed_on="1994-05-04")
    settle()
    said = {"side_1_acting_as": None, "side_1_agency": str(horses.pk)}
    assert codes(looked_through([row("import:1", **said)])) == []


def agency_states() -> tuple[State, State]:
    return State.objects.get(code="kz"), State.objects.get(code="tj")


def test_stated_status_that_differs() -> None:
    known("import:1", signed_on="1994-05-04", entry_into_force="on_signature")
    made = looked_through([row("import:1", **NOTHING_ELSE, status_stated="terminated")])
    assert outcomes(made) == ["same"] and codes(made) == ["status_differs"]


def test_statements_do_not_grow_with_the_rows(django_assert_max_num_queries: Any) -> None:
    for n in range(60):
        known(f"import:{n}")

    def rows(last: int) -> list:
        return [row(f"import:{n}", level="city", subjects="trade") for n in range(last)]

    with django_assert_max_num_queries(60) as few:
        looked_through(rows(3))
    with django_assert_max_num_queries(60) as many:
        looked_through(rows(60))
    assert len(many) == len(few)


def test_nul_is_left_out() -> None:
    odd = row("import:1\x00", title="Wool\x00en", summary="half \ud800")
    made = looked_through([odd])
    assert made.rows.get().record["title"] == "Woolen"


def test_source_of_the_table_is_among_the_differences() -> None:
    origin = Origin(Publication("List of treaties", "Ministry"), is_cited=True)
    made = looked_through([row("import:1")], origin)
    assert differences(made)["source"] == ["", "List of treaties, Ministry"]
