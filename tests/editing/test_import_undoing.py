"""An import is taken back as one change, with regard to what was done since."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection

from agreements.editing.import_undoing import InTheWay, undo
from agreements.exporting.inside import InsideRecords
from agreements.importing.applying import NotApplied
from agreements.importing.said import Origin, Publication
from agreements.models import (
    Agency,
    Change,
    Document,
    DocumentTitle,
    Import,
    Place,
    Relation,
    Remark,
    Source,
    StatusPeriod,
)
from tests.builders import document, draft, party, settle
from tests.importing.imported import brought_in, looked_through, outcomes, row

pytestmark = pytest.mark.django_db
RICH = {
    "side_1_agency_name": "Wool board",
    "side_1_acting_as": None,
    "place_name": "Wooltown",
    "source_title": "Gazette of wool",
    "signatories": "A. Shepherd",
    "in_force_on": "1995",
    "subjects": "trade",
    "text_languages": "en",
    "text_urls": "https://texts.example/1",
    "ended_on": "2001",
    "ended_as": "expired",
}


def imported(rows: list, days: int = 1, **values: Any) -> Import:
    """As if it had been applied by another transaction, days before all that follows."""
    settle()
    before = Change.objects.order_by("pk").last().pk
    made = brought_in(rows, **values)
    settle()
    append_only = next(iter(Change._meta.triggers)).get_pgid(Change)
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE agreements_change DISABLE TRIGGER {append_only}")
        cursor.execute(
            "UPDATE agreements_change SET transaction = transaction - %s, made_at = made_at - "
            "make_interval(days => %s) WHERE id > %s",
            [days, days, before],
        )
        cursor.execute(f"ALTER TABLE agreements_change ENABLE TRIGGER {append_only}")
    made.transaction -= days
    made.applied_at -= datetime.timedelta(days=days)
    made.save()
    return made


def everything() -> list[dict[str, Any]]:
    numbers = list(Document.objects.order_by("pk").values_list("pk", flat=True))
    records = InsideRecords(datetime.date(2024, 1, 1)).read(numbers)
    return [{name: v for name, v in record.items() if name != "changed_at"} for record in records]


def test_all_that_it_made_goes_and_all_that_it_changed_comes_back() -> None:
    old = draft("Agreement on horses", level="city")
    settle()
    before = everything()
    changes = {"level": "region", "relations": "amends:import:1", "subjects": "trade"}
    rows = [
        row("import:1", **RICH, relations="cites:import:2"),
        row("import:2", title="Treaty on cloth", relations="amends:import:1"),
        row(f"id:{old.pk}", title="Agreement on cows", **changes),
    ]
    made = imported(rows)
    assert len(everything()) == 3 and Agency.objects.filter(names__text="Wool board")
    undone = undo(made)
    settle()
    assert everything() == before
    assert (undone.deleted, undone.restored, undone.kept) == (2, 1, [])
    assert not Agency.objects.filter(names__text="Wool board").exists()
    assert not Place.objects.filter(names__text="Wooltown").exists()
    assert not Source.objects.filter(title="Gazette of wool").exists()
    assert not StatusPeriod.objects.exclude(document=old).exists()
    made.refresh_from_db()
    assert made.state == "undone" and made.counts["deleted"] == 2
    assert made.rows.filter(document=old).count() == 1
    with pytest.raises(NotApplied):
        undo(made)


def test_can_be_looked_through_and_applied_again() -> None:
    made = imported([row("import:1", **RICH)])
    undo(made)
    assert outcomes(looked_through([row("import:1", **RICH)])) == ["new"]


def test_what_was_worked_on_since_is_in_the_way() -> None:
    old = draft(level="city")
    settle()
    keys = {"title": None, "title_language": None, "level": "region"}
    rows = [row("import:1"), row("import:2", title="B", relations="cites:import:3")]
    rows += [row("import:3", title="C"), row(f"id:{old.pk}", **keys)]
    made = imported(rows)
    first, second, third = (r.document for r in made.rows.order_by("number")[:3])
    DocumentTitle.objects.create(document=second, language="ru", text="Второе")
    old.refresh_from_db()
    old.summary = "Typed since"
    old.save()
    settle()
    with pytest.raises(InTheWay) as caught:
        undo(made)
    assert caught.value.documents == [second.pk, third.pk]
    assert Document.objects.count() == 4
    undone = undo(made, others=True)
    settle()
    assert undone.kept == [second.pk, third.pk]
    assert not Document.objects.filter(pk=first.pk).exists()
    assert Relation.objects.get().target == third
    old.refresh_from_db()
    assert (old.level, old.summary) == ("city", "Typed since")


@pytest.mark.parametrize("what", ["remark", "relation", "field"])
def test_each_kind_of_later_work_is_in_the_way(what: str) -> None:
    old = draft(level="city")
    settle()
    made = imported([row("import:1"), row(f"id:{old.pk}", title=None, level="region")])
    first = made.rows.get(key="import:1").document
    if what == "remark":
        Remark.objects.create(document=first, text="Look here", written_by="x")
    elif what == "relation":
        Relation.objects.create(document=old, kind="cites", target=first)
    else:
        Document.objects.filter(pk=old.pk).update(level="enterprise")
    settle()
    with pytest.raises(InTheWay) as caught:
        undo(made)
    assert caught.value.documents == [old.pk if what == "field" else first.pk]


def test_bodies_that_something_else_names_stay() -> None:
    made = imported([row("import:1", **RICH), row("import:2", title="B", source_title="Other")])
    board = Agency.objects.get(names__text="Wool board")
    party(draft("Of others"), 1, board)
    settle()
    undo(made)
    settle()
    assert Agency.objects.filter(pk=board.pk).exists()
    assert not Place.objects.filter(names__text="Wooltown").exists()
    assert not Source.objects.filter(title__in=["Gazette of wool", "Other"]).exists()


def member(model: Any, role: str) -> Any:
    made = model.objects.create_user(role, is_staff=True)
    made.groups.add(Group.objects.get(name=role))
    return made


def test_what_it_published_is_withdrawn_by_an_editor(django_user_model: Any) -> None:
    editor, clerk = (member(django_user_model, role) for role in ("editor", "clerk"))
    made = imported(
        [row("import:1", source_title="G"), row("import:2", title="B", type=None)],
        user=editor,
        publishes=True,
    )
    first = made.rows.get(key="import:1").document
    with pytest.raises(NotApplied):
        undo(made, clerk)
    undone = undo(made, editor)
    settle()
    first.refresh_from_db()
    assert (first.publication_state, undone.withdrawn, undone.deleted) == ("withdrawn", 1, 1)
    assert first.withdrawal_reason == "The import that entered it was undone."
    assert Source.objects.filter(title="G").exists()


def test_public_record_that_it_changed_is_restored_by_an_editor(django_user_model: Any) -> None:
    public = document("Agreement on horses", level="city")
    settle()
    made = imported([row(f"id:{public.pk}", title=None, level="region")])
    with pytest.raises(NotApplied):
        undo(made, member(django_user_model, "clerk"))
    undo(made, member(django_user_model, "editor"))
    public.refresh_from_db()
    assert public.level == "city" and public.is_published


def test_undoing_is_signed(django_user_model: Any) -> None:
    made = imported([row("import:1")])
    undo(made, member(django_user_model, "clerk"))
    change = Change.objects.filter(table="agreements_document", operation="delete").get()
    assert change.actor == "clerk"
    assert change.reason == f"Import of table.csv (no. {made.pk}) undone"


def test_statements_do_not_grow_with_the_documents(django_assert_max_num_queries: Any) -> None:
    origin = Origin(Publication("List"), is_cited=True)
    counted = []
    for number in (3, 50):
        rows = [row(f"import:{n}", title=f"Paper {n}") for n in range(number)]
        made = imported(rows, origin=origin, days=number)
        with django_assert_max_num_queries(120) as queries:
            undo(made)
        counted.append(len(queries))
    assert counted[0] == counted[1]
