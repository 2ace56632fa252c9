"""A merge that is undone leaves every table as it was."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models

from agreements.editing import history
from agreements.editing.merging import MERGEABLE, merge, undo
from agreements.forms.admin_publication import Refused
from agreements.models import Agency, Change, Document, MergedRecord, Party, Seed, State
from agreements.models.vocabulary import RecordKind
from tests import builders
from tests.editing.test_merging_relations import one_row_each, pair_of

pytestmark = pytest.mark.django_db

# What the merge itself leaves, and what only a refresh writes, each time anew.
BESIDE = {
    "agreements_change",
    "agreements_contentversion",
    "agreements_importrow",  # keeps leading to where its document went
    "agreements_mergedrecord",
    "agreements_touched",
}
DERIVED_TABLES = {
    "agreements_searchcount",
    "agreements_searchcountchange",
    "agreements_searchpart",
    "agreements_searchrow",
    "agreements_statusperiod",
    "agreements_twin",
}
DERIVED = {"version", "changed_at"}


def dump() -> dict[str, Any]:
    """Every row of the archive, but for what is written anew at each commit."""
    found = {}
    for model in apps.get_app_config("agreements").get_models(include_auto_created=True):
        table = model._meta.db_table
        if table in BESIDE:
            continue
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {table}")
            names = [column.name for column in cursor.description]
            dropped = DERIVED | ({"id"} if table in DERIVED_TABLES else set())
            rows = [
                {k: v for k, v in zip(names, row, strict=True) if k not in dropped}
                for row in cursor.fetchall()
            ]
        found[table] = sorted(rows, key=str)
    return found


def undone(losing: models.Model, kept: models.Model) -> None:
    builders.settle()
    before = dump()
    merged = merge(losing, kept, "Entered twice.")
    assert dump() != before
    undo(merged)
    builders.settle()
    after = dump()
    for table, rows in before.items():
        assert after[table] == rows, table
    merged.refresh_from_db()
    assert merged.undone_at
    assert MergedRecord.objects.kept_number(merged.kind, merged.number) is None


@pytest.mark.parametrize("model", MERGEABLE)
def test_undoing_restores_everything(model: type[models.Model]) -> None:
    losing, kept = pair_of(model)
    for record in (losing, kept):
        one_row_each(record)
    undone(losing, kept)


@pytest.mark.parametrize("kind", ["document", "event"])
@pytest.mark.parametrize("state", ["draft", "in_review", "published"])
def test_record_comes_back_into_its_state(kind: str, state: str) -> None:
    make = getattr(builders, kind)
    losing, kept = make(publication_state=state), make()
    undone(losing, kept)
    losing.refresh_from_db()
    assert losing.publication_state == state


def test_row_that_was_left_out_comes_back_and_the_other_is_as_before() -> None:
    state = State.objects.get(code="kz")
    losing, kept = builders.agency(of=state, since="1992"), builders.agency(of=state)
    document = builders.document(side_1=kept)
    builders.party(document, 1, losing, name_as_written="The Roads")
    undone(losing, kept)
    written = Party.objects.filter(document=document, side=1).values_list("name_as_written")
    assert sorted(written) == [("",), ("The Roads",)]


def test_seeds_and_marks_are_as_before() -> None:
    losing, kept = builders.state(), builders.state()
    Seed.objects.create(key="state:x-one", object_id=losing.pk)
    kept.refresh_from_db()
    from_clerk = {"kind": RecordKind.STATE, "number": losing.pk, "of_number": kept.pk}
    apps.get_model("agreements.DuplicateMark").objects.create(
        **from_clerk, reason="Same.", made_by="clerk"
    )
    undone(losing, kept)


def test_merge_can_be_made_again() -> None:
    losing, kept = pair_of(Agency)
    builders.settle()
    undo(merge(losing, kept, "Entered twice."))
    again = merge(Agency.objects.get(pk=losing.pk), kept, "Twice all the same.")
    assert MergedRecord.objects.kept_number("agency", losing.pk) == again.kept_number


def test_later_change_of_what_moved_stands_in_the_way() -> None:
    losing, kept = pair_of(Agency)
    document = builders.draft(side_1=losing)
    merged = merge(losing, kept, "Entered twice.")
    document.parties.filter(agency=kept).update(agency=builders.agency(of=kept.state))
    with pytest.raises(history.InTheWay) as error:
        undo(merged)
    assert {change.table for change in error.value.changes} == {"agreements_party"}
    assert not Agency.objects.filter(pk=losing.pk).exists()


def test_other_change_does_not() -> None:
    losing, kept = pair_of(Agency)
    document = builders.draft(side_1=losing)
    merged = merge(losing, kept, "Entered twice.")
    document.parties.filter(agency=kept).update(name_as_written="The Roads")
    builders.draft(side_1=kept)
    undo(merged)
    assert document.parties.get(agency=losing.pk).name_as_written == "The Roads"


def test_of_two_merges_the_last_is_undone_first() -> None:
    first, second, third = (builders.agency(of=State.objects.get(code="kz")) for _ in range(3))
    builders.draft(side_1=first)
    one = merge(first, second, "Entered twice.")
    two = merge(second, third, "Entered thrice.")
    with pytest.raises(history.InTheWay):
        undo(one)
    undo(two)
    undo(one)
    assert Party.objects.filter(agency=first.pk).count() == 1


def test_undone_once() -> None:
    merged = merge(*pair_of(Agency), "Entered twice.")
    undo(merged)
    with pytest.raises(Refused, match="undone already"):
        undo(merged)


def test_what_the_history_does_not_have_is_not_undone() -> None:
    merged = MergedRecord.objects.create(
        kind="agency", number=1, kept_number=2, name="A", reason="Before the history."
    )
    Change.objects.none()
    merged.pk = merged.pk + 1
    merged._state.adding = True
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE agreements_mergedrecord DISABLE TRIGGER USER")
        MergedRecord.objects.filter(number=1).delete()
        merged.save(force_insert=True)
        cursor.execute("ALTER TABLE agreements_mergedrecord ENABLE TRIGGER USER")
    with pytest.raises(Refused, match="history does not have"):
        undo(merged)


def test_undoing_is_signed(django_user_model: Any) -> None:
    editor = django_user_model.objects.create_user("editor")
    losing, kept = builders.draft(), builders.draft()
    merged = merge(losing, kept, "Entered twice.", by=editor)
    undo(merged, "They are two.", by=editor)
    last = Change.objects.of(Document.objects.get(pk=losing.pk)).order_by("-pk").first()
    assert (last.actor, last.reason) == ("editor", "They are two.")
    merged.refresh_from_db()
    assert (merged.made_by, merged.undone_by) == ("editor", "editor")
