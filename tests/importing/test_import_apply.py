"""What an import writes, and what it leaves."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from agreements.exporting.inside import InsideRecords
from agreements.importing import applying
from agreements.importing.said import Origin, Publication
from agreements.models import (
    Agency,
    Change,
    Citation,
    Document,
    Identifier,
    Place,
    Relation,
    Source,
    StatusOverride,
)
from tests.builders import agency, document, draft, place, settle
from tests.importing.imported import brought_in, codes, looked_through, outcomes, row

pytestmark = pytest.mark.django_db
ALL = {
    "legal_nature": "binding_under_international_law",
    "level": "intergovernmental",
    "period": "1994/1996",
    "validity": "fixed_term_renewed_automatically",
    "term": "P5Y",
    "entry_into_force": "days_after_last_notification",
    "entry_into_force_days": "30",
    "is_signed_by_heads": "true",
    "summary": "Wool.\n\nAnd more.",
    "public_note": "A note",
    "internal_note": "Not for all",
    "other_titles": "Соглашение о шерсти | Another wording",
    "other_title_languages": "ru | en",
    "side_1_state": "kz | kz",
    "side_1_agency_name": "Wool board | ",
    "side_1_acting_as": " | government",
    "side_1_role": "party | territory",
    "signing_dates": "1994-05-03 | 1994-05-04",
    "place_name": "Wooltown | ",
    "place_state": "kz | tj",
    "signatories": "A. Shepherd | B. Weaver",
    "signatory_offices": "Minister | ",
    "in_force_on": "1995",
    "notice_given_on": "2001-01",
    "identifiers": "unts:1234 | gazette:7",
    "subjects": "trade",
    "relations": "amends:an older agreement | cites:import:2",
    "text_languages": "en | ru",
    "text_urls": "https://texts.example/1 | https://texts.example/2",
    "missing": "validity:not_recorded",
    "ended_on": "2001-07-01",
    "ended_as": "terminated",
    "source_title": "Gazette of wool",
    "source_url": "https://gazette.example/wool",
    "source_quote": "They agreed on wool.",
}


def record_of(made: Document) -> dict[str, Any]:
    return InsideRecords(timezone.localdate()).read([made.pk])[0]


def test_everything_that_a_row_says_is_kept() -> None:
    made = brought_in([row("import:1", **ALL), row("import:2", title="Treaty on cloth")])
    settle()
    first = made.rows.get(key="import:1").document
    second = made.rows.get(key="import:2").document
    record = record_of(first)
    assert first.publication_state == "draft" and first.internal_note == "Not for all"
    wanted = {name: ALL[name] for name in ("legal_nature", "level", "period", "term", "summary")}
    assert wanted | {"type": "agreement"} == {name: record[name] for name in [*wanted, "type"]}
    assert record["entry_into_force_days"] == 30 and record["is_signed_by_heads"] is True
    assert [(t["language"], t["text"], t["is_variant"]) for t in record["titles"]] == [
        ("en", "Agreement on trade in wool", False),
        ("ru", "Соглашение о шерсти", False),
        ("en", "Another wording", True),
    ]
    board = Agency.objects.get(names__text="Wool board")
    assert [
        (p["side"], p["state"], p["agency"], p["acting_as"], p["role"]) for p in record["parties"]
    ] == [
        (1, "kz", board.pk, None, "party"),
        (1, "kz", None, "government", "territory"),
        (2, "tj", None, "state", "party"),
    ]
    town = Place.objects.get(names__text="Wooltown")
    assert town.state.code == "kz"
    assert [(s["signed_on"], s["place"], s["state"]) for s in record["signings"]] == [
        ("1994-05-03", town.pk, None),
        ("1994-05-04", None, "tj"),
    ]
    assert [(s["person"], s["office"]) for s in record["signatories"]] == [
        ("A. Shepherd", "Minister"),
        ("B. Weaver", None),
    ]
    assert {(a["kind"], a["done_on"], a["effective_on"]) for a in record["actions"]} == {
        ("entered_into_force", None, "1995"),
        ("notice_of_termination", "2001-01", None),
    }
    assert [(i["scheme"], i["value"]) for i in record["identifiers"]] == [
        ("gazette", "7"),
        ("import", "1"),
        ("unts", "1234"),
    ]
    assert [(r["kind"], r["target"], r["target_text"]) for r in record["relations"]] == [
        ("amends", None, "an older agreement"),
        ("cites", second.pk, None),
    ]
    assert [s["subject"] for s in record["subjects"]] == ["trade"]
    assert [t["url"] for t in record["texts"]] == [
        "https://texts.example/1",
        "https://texts.example/2",
    ]
    assert [(m["field"], m["reason"]) for m in record["missing_values"]] == [
        ("validity", "not_recorded")
    ]
    citation = Citation.objects.get(document=first)
    assert (citation.source.title, citation.quote) == ("Gazette of wool", "They agreed on wool.")
    override = StatusOverride.objects.get(document=first)
    assert (override.status, override.source) == ("terminated", citation.source)
    assert override.reason == "-"
    assert made.counts["made"] == 2 and made.counts["new_agency"] == made.counts["new_place"] == 1


@pytest.mark.parametrize("key", ["import:1", ""])
def test_the_same_table_once_more_changes_nothing(key: str) -> None:
    rows = [row(key, **ALL), row("import:2", title="Treaty on cloth")]
    brought_in(rows)
    settle()
    before = Change.objects.count()
    again = brought_in(rows)
    assert outcomes(again) == ["same", "same"], again.rows.first().differences
    assert Change.objects.count() == before
    assert again.counts["made"] == 0


def test_a_change_adds_and_corrects_and_takes_nothing_away() -> None:
    brought_in([row("import:1", **ALL), row("import:2")])
    changed = {
        "title": "Agreement on trade in sheep",
        "level": "interstate",
        "side_2_state": "uz",
        "side_2_acting_as": "government",
        "signing_dates": "1994-05-03 | 1994-05-06",
        "signatories": "C. Dyer",
        "in_force_on": "1996",
        "subjects": "customs-assistance",
        "identifiers": "unts:77",
        "missing": "validity:does_not_apply",
        "ended_on": "2001-07-01",
        "ended_as": "expired",
    }
    made = brought_in([row("import:1", **{**dict.fromkeys(ALL), **changed})])
    settle()
    assert outcomes(made) == ["changed"]
    record = record_of(made.rows.get().document)
    assert record["title"] == changed["title"] and record["level"] == "interstate"
    assert record["summary"] == ALL["summary"] and len(record["titles"]) == 3
    assert [s["signed_on"] for s in record["signings"]] == ["1994-05-03", "1994-05-06"]
    assert len(record["signatories"]) == 3 and len(record["identifiers"]) == 4
    assert {s["subject"] for s in record["subjects"]} == {"trade", "customs-assistance"}
    assert record["missing_values"][0]["reason"] == "does_not_apply"
    assert {a["effective_on"] for a in record["actions"]} == {"1996", None}
    assert StatusOverride.objects.get().status == "expired"


def test_party_of_another_state_than_its_agency_is_refused_alone() -> None:
    wool = agency("Wool board", of=None)
    odd = {"side_1_agency": str(wool.pk), "side_1_acting_as": None}
    rows = [row(f"import:{n}", **(odd if n == 3 else {})) for n in range(6)]
    made = brought_in(rows)
    settle()
    assert outcomes(made) == ["new"] * 3 + ["refused"] + ["new"] * 2
    remark = made.rows.get(outcome="refused").remarks[-1]
    assert remark["code"] == "breaks_rule" and "another state" in remark["values"]["rule"]
    assert made.counts["made"] == 5 and made.counts["refused"] == 1
    assert Document.objects.count() == 5


def test_body_that_is_named_twice_on_a_side_is_one_party() -> None:
    said = {"side_1_state": "kz | uz | kz", "side_1_acting_as": "state | state | government"}
    made = brought_in([row("import:1", **said)])
    parties = made.rows.get().document.parties.filter(side=1)
    assert [(p.state.code, p.acting_as) for p in parties] == [("kz", "state"), ("uz", "state")]
    assert outcomes(brought_in([row("import:1", **said)])) == ["same"]


def test_new_agencies_places_and_sources_are_made_once() -> None:
    said = {
        "side_1_agency_name": "Wool  board",
        "side_1_acting_as": None,
        "place_name": "Wooltown",
        "source_title": "Gazette",
    }
    brought_in([row(f"import:{n}", **said, title=f"Paper {n}") for n in range(3)])
    brought_in([row(f"import:{n}", **said, title=f"Paper {n}") for n in range(3, 6)])
    assert Agency.objects.filter(names__folded="wool board").count() == 1
    assert Place.objects.filter(names__folded="wooltown").count() == 1
    assert Source.objects.filter(title="Gazette").count() == 1
    assert Citation.objects.filter(source__title="Gazette").count() == 6


def test_table_is_cited_by_every_record() -> None:
    origin = Origin(Publication("List", "Ministry", retrieved_on="2024"), True, "Import of x")
    rows = [row("import:1"), row("import:2", ended_on="2001", ended_as="expired")]
    brought_in(rows, origin)
    source = Source.objects.get(title="List")
    assert source.retrieved_on == "2024" and source.citations.count() == 2
    override = StatusOverride.objects.get()
    assert (override.source, override.reason) == (source, "Import of x")
    assert outcomes(brought_in(rows, origin)) == ["same", "same"]


def test_relation_to_a_row_that_comes_later_and_to_the_archive() -> None:
    old = draft()
    rows = [
        row("import:1", relations=f"amends:import:2 | extends:{old.pk} | cites:import:1"),
        row("import:2"),
    ]
    made = brought_in(rows)
    first, second = (r.document_id for r in made.rows.order_by("number"))
    ends = Relation.objects.filter(document=first).values_list("kind", "target")
    assert set(ends) == {("amends", second), ("extends", old.pk)}


def test_row_whose_document_was_changed_since_the_preview_is_left() -> None:
    mine, other, done = draft(level="city"), draft(level="city"), draft(level="city")
    settle()
    says = {"title": None, "title_language": None, "level": "region"}
    made = looked_through([only(f"id:{d.pk}", **says) for d in (mine, other, done)])
    Document.objects.filter(pk=other.pk).update(level="enterprise", summary="Typed")
    Document.objects.filter(pk=mine.pk).update(summary="Typed elsewhere")
    Document.objects.filter(pk=done.pk).update(level="region")
    settle()
    applying.apply(made, Origin())
    levels = [Document.objects.get(pk=d.pk).level for d in (mine, other, done)]
    assert levels == ["region", "enterprise", "region"]
    assert outcomes(made) == ["changed", "refused", "same"]
    assert codes(made) == ["changed_since"]


def test_row_that_was_entered_since_the_preview_is_left() -> None:
    made = looked_through([row("import:1")])
    other = draft()
    Identifier.objects.create(document=other, scheme_id="import", value="1")
    settle()
    applying.apply(made, Origin())
    assert outcomes(made) == ["refused"] and codes(made) == ["entered_since"]


def only(key: str, **says: str | None):
    """A row that says nothing else."""
    empty = dict.fromkeys(("type", "signing_dates", "title", "title_language"))
    sides = dict.fromkeys(f"side_{n}_{name}" for n in (1, 2) for name in ("state", "acting_as"))
    return row(key, **{**empty, **sides, **says})


@pytest.fixture
def clerk(django_user_model: Any) -> Any:
    return member(django_user_model, "clerk")


@pytest.fixture
def editor(django_user_model: Any) -> Any:
    return member(django_user_model, "editor")


def member(model: Any, role: str) -> Any:
    made = model.objects.create_user(role, is_staff=True)
    made.groups.add(Group.objects.get(name=role))
    return made


def test_clerk_leaves_public_records_as_they_are(clerk: Any, editor: Any) -> None:
    public = document("Agreement on wool", level="city")
    settle()
    says = {"level": "region"}
    made = brought_in([only(f"id:{public.pk}", **says)], user=clerk)
    assert outcomes(made) == ["refused"] and "not_changed_by_clerk" in codes(made)
    made = brought_in([only(f"id:{public.pk}", **says)], user=editor)
    public.refresh_from_db()
    assert outcomes(made) == ["changed"] and public.level == "region"


def test_import_is_signed(clerk: Any) -> None:
    made = brought_in([row("import:1")], user=clerk)
    changes = Change.objects.filter(transaction=made.transaction, table="agreements_document")
    change = changes.get(root=str(made.rows.get().document_id))
    assert change.actor == "clerk" == made.applied_by and change.actor_id == clerk.pk
    assert change.reason == f"Import of table.csv (no. {made.pk})"
    assert made.state == "applied"


def test_publishing_is_for_editors_and_for_what_can_be_published(clerk: Any, editor: Any) -> None:
    with pytest.raises(applying.NotApplied):
        brought_in([row("import:1")], user=clerk, publishes=True)
    assert not Document.objects.exists()
    rows = [row("import:1", source_title="Gazette"), row("import:2", title="Other", type=None)]
    made = brought_in(rows, user=editor, publishes=True)
    settle()
    states = [r.document.publication_state for r in made.rows.order_by("number")]
    assert states == ["published", "draft"]
    assert made.counts["published"] == made.counts["kept_as_drafts"] == 1
    rules = made.rows.get(key="import:2").remarks[-1]["values"]["rules"]
    assert len(rules) == 2


def test_joined_rows_name_the_document() -> None:
    made = brought_in([row("import:1"), row("import:1")])
    assert len(set(made.rows.values_list("document", flat=True)) - {None}) == 1
    assert not made.rows.filter(document=None).exists()


def test_applied_once() -> None:
    made = brought_in([row("import:1")])
    with pytest.raises(applying.NotApplied):
        applying.apply(made, Origin())


def test_stated_status_is_compared_with_what_was_computed() -> None:
    signed = {"entry_into_force": "on_signature", "title": "Another"}
    made = brought_in(
        [
            row("import:1", status_stated="expired"),  # of which nothing is recorded
            row("import:2", status_stated="expired", **signed),
        ]
    )
    assert codes(made) == ["status_differs"]
    assert made.rows.get(is_warned=True).key == "import:2"


def test_known_place_is_named_by_its_number() -> None:
    town = place("Wooltown")
    made = brought_in([row("import:1", place=str(town.pk))])
    settle()
    assert record_of(made.rows.get().document)["signings"][0]["place"] == town.pk


def test_statements_do_not_grow_with_the_rows(django_assert_max_num_queries: Any) -> None:
    def rows(first: int, last: int) -> list:
        return [row(f"import:{n}", **{**ALL, "title": f"Paper {n}"}) for n in range(first, last)]

    few, many = looked_through(rows(0, 3)), looked_through(rows(10, 50))
    with django_assert_max_num_queries(120) as one:
        applying.apply(few, Origin())
    with django_assert_max_num_queries(120) as other:
        applying.apply(many, Origin())
    assert len(other) <= len(one)
