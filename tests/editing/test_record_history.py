"""Earlier versions, undoing, and rehearsing; and what they look like in words."""

import pytest
from django.db import IntegrityError, connection, transaction

from agreements.editing import history
from agreements.editing.differences import differences
from agreements.models import (
    Agency,
    Change,
    Document,
    DocumentTitle,
    Relation,
)
from tests import builders

pytestmark = pytest.mark.django_db


def content(document: Document) -> dict[str, list]:
    """All rows under a document, as they stand in the database, without what is computed."""
    rows = {}
    with connection.cursor() as cursor:
        for change in Change.objects.once().of(document).order_by("table"):
            if change.table not in rows:
                owner = "id" if change.table == "agreements_document" else "document_id"
                cursor.execute(
                    f"SELECT to_jsonb(r) - '{{version,changed_at}}'::text[] FROM {change.table} r "
                    f"WHERE {owner} = %s ORDER BY id",
                    [document.pk],
                )
                rows[change.table] = [row for (row,) in cursor.fetchall()]
    return rows


def changed_in_every_way(document: Document) -> None:
    """A new row, a changed one and a deleted one, a subject, and columns of the record itself."""
    document.titles.update(text="Another title")
    document.titles.create(language="tg", text="Созишнома")
    document.signings.all().delete()
    document.missing_values.create(field="signed_on", reason="not_recorded")
    document.parties.filter(side=1).update(state=builders.state())
    document.subjects.add(builders.subject())
    Document.objects.filter(pk=document.pk).update(level="interstate", summary="Long")
    builders.settle()


@pytest.fixture
def document() -> Document:
    made = builders.document("Agreement on water")
    made.subjects.add(builders.subject())
    builders.settle()
    return made


def test_restoring_brings_back_every_row(document: Document) -> None:
    before, version = content(document), Change.objects.latest_of(document)
    changed_in_every_way(document)
    assert content(document) != before
    history.restore(document, version)
    after = content(document)
    assert {table: after[table] for table in before} == before
    assert after["agreements_missingvalue"] == []


def test_restoring_is_a_change_and_can_be_undone_by_restoring(document: Document) -> None:
    version = Change.objects.latest_of(document)
    changed_in_every_way(document)
    changed, later = content(document), Change.objects.latest_of(document)
    history.restore(document, version)
    assert Change.objects.latest_of(document) > later
    history.restore(document, later)
    assert content(document) == changed


def test_restoring_leaves_publication_as_it_is(document: Document) -> None:
    version = Change.objects.latest_of(document)
    Document.objects.filter(pk=document.pk).update(
        publication_state="withdrawn", withdrawal_reason="Entered twice", summary="Long"
    )
    history.restore(document, version)
    document.refresh_from_db()
    assert (document.publication_state, document.summary) == ("withdrawn", "")
    assert document.withdrawal_reason == "Entered twice"


def test_restoring_passes_the_same_rules(document: Document) -> None:
    """The version of a draft that had one side can't come back once it is published."""
    draft = builders.draft()
    draft.parties.filter(side=2).delete()
    builders.settle()
    bare = Change.objects.latest_of(draft)
    builders.party(draft, 2, builders.state())
    builders.settle()
    Document.objects.filter(pk=draft.pk).bring_to("published")
    builders.settle()
    with pytest.raises(IntegrityError, match="document_has_two_sides"), transaction.atomic():
        history.restore(draft, bare)
    assert draft.parties.count() == 2


def test_a_relation_of_another_document_stays(document: Document) -> None:
    version = Change.objects.latest_of(document)
    other = builders.draft()
    Relation.objects.create(document=other, kind="amends", target=document)
    assert Change.objects.latest_of(document) > version
    history.restore(document, version)
    assert other.relations.exists()


def test_a_version_of_before_two_migrations_is_restored(document: Document) -> None:
    """A column that is gone is passed over; one that came since holds its default."""
    title = document.titles.get()
    document.titles.create(language="tg", text="Созишнома")
    key = title.pk
    title.delete()
    deleted = Change.objects.get(table="agreements_documenttitle", operation="delete")
    deleted.old["columns_have_names"] = "that are forgotten"
    del deleted.old["worded_by"]
    history.carry_out(history.backwards([deleted]))
    restored = DocumentTitle.objects.get(pk=key)
    assert (restored.text, restored.worded_by) == ("Agreement on water", "source")


def test_undoing_a_transaction(document: Document) -> None:
    before, mark = content(document), Change.objects.latest("pk").pk
    changed_in_every_way(document)
    history.revert(Change.objects.filter(pk__gt=mark))
    after = content(document)
    assert {table: after[table] for table in before} == before


def test_a_deleted_record_comes_back_with_its_number() -> None:
    draft = builders.draft("Agreement on water")
    builders.settle()
    before, number, mark = content(draft), draft.pk, Change.objects.latest("pk").pk
    draft.delete()
    builders.settle()
    history.revert(Change.objects.filter(pk__gt=mark))
    back = Document.objects.get(pk=number)
    assert content(back) == before
    assert str(back) == "Agreement on water"


def test_what_was_changed_since_is_in_the_way(document: Document) -> None:
    mark = Change.objects.latest("pk").pk
    document.titles.update(text="Second")
    changes = list(Change.objects.filter(pk__gt=mark))
    document.titles.update(text="Third")
    with pytest.raises(history.InTheWay) as refusal:
        history.revert(changes)
    assert [change.new["text"] for change in refusal.value.changes] == ["Third"]
    assert document.titles.get().text == "Third"


def test_a_change_of_another_field_is_not_in_the_way(document: Document) -> None:
    mark = Change.objects.latest("pk").pk
    Document.objects.filter(pk=document.pk).update(summary="Long")
    changes = list(Change.objects.filter(pk__gt=mark))
    Document.objects.filter(pk=document.pk).update(level="interstate")
    history.revert(changes)
    document.refresh_from_db()
    assert (document.summary, document.level) == ("", "interstate")


def test_a_rehearsal_tells_what_would_change_and_changes_nothing(document: Document) -> None:
    before, count = content(document), Change.objects.count()
    changes = history.rehearse(lambda: changed_in_every_way(document))
    assert {change.operation for change in changes} == {"insert", "update", "delete"}
    assert (content(document), Change.objects.count()) == (before, count)


def test_a_rehearsal_that_breaks_a_rule_says_so(document: Document) -> None:
    with pytest.raises(IntegrityError, match="document_has_a_title"):
        history.rehearse(lambda: document.titles.all().delete())
    assert document.titles.exists()


def test_what_was_rehearsed_is_done_later(document: Document) -> None:
    changes = history.as_data(history.rehearse(lambda: changed_in_every_way(document)))
    history.apply(changes)
    builders.settle()
    assert set(document.titles.values_list("text", flat=True)) == {"Another title", "Созишнома"}
    assert not document.signings.exists()


def test_what_was_rehearsed_is_refused_where_the_record_has_moved_on(document: Document) -> None:
    changes = history.as_data(history.rehearse(lambda: document.titles.update(text="Second")))
    document.titles.update(text="Third")
    with pytest.raises(history.InTheWay):
        history.apply(changes)
    assert document.titles.get().text == "Third"


def test_versions_are_transactions_the_newest_first(document: Document) -> None:
    (only,) = history.versions(document)
    assert only.number == Change.objects.latest_of(document)
    assert history.versions(document, before=only.number) == []


def words(changes: object) -> set[tuple[str, str, str, str]]:
    return {
        (row.kind, field.field, field.before, field.after)
        for row in differences(changes)
        for field in row.fields
    }


def test_differences_name_records_and_dates_as_a_clerk_does(document: Document) -> None:
    mark = Change.objects.latest("pk").pk
    aland = builders.state(name="Aland")
    kept = Change.objects.latest("pk").pk
    document.parties.filter(side=1).update(state=aland)
    document.signings.update(signed_on="2024-06")
    Document.objects.filter(pk=document.pk).update(level="interstate", is_signed_by_heads=True)
    said = words(Change.objects.filter(pk__gt=max(kept, mark)))
    assert ("Signing", "Date", "4 May 2023", "June 2024") in said
    assert ("Document", "Level", "", "interstate") in said
    assert ("Document", "Signed by the heads themselves", "no", "yes") in said
    (party,) = [row for row in said if row[0] == "Party"]
    assert party[1] == "State" and party[3].startswith("Aland")


def test_a_new_row_is_told_by_what_it_holds(document: Document) -> None:
    mark = Change.objects.latest("pk").pk
    document.titles.create(language="tg", text="Созишнома")
    (row,) = differences(Change.objects.filter(pk__gt=mark))
    assert (row.operation, row.row) == ("insert", "Созишнома")
    assert ("Name", "Созишнома") in {(field.field, field.after) for field in row.fields}
    assert not {"Document", "Id"} & {field.field for field in row.fields}


def test_a_record_that_is_gone_is_named_by_its_number() -> None:
    agency = builders.agency("Ministry of Bees")
    draft = builders.draft(side_1=agency)
    mark = Change.objects.latest("pk").pk
    draft.parties.filter(side=1).delete()
    Agency.objects.filter(pk=agency.pk).delete()
    said = {
        field.before
        for row in differences(Change.objects.filter(pk__gt=mark))
        for field in row.fields
    }
    assert f"no. {agency.pk}, not there any more" in said
    assert "Ministry of Bees" in said


def test_differences_take_as_many_queries_for_many_as_for_few(
    document: Document, django_assert_max_num_queries: object
) -> None:
    for _n in range(30):
        builders.party(document, 1, builders.agency())
    with django_assert_max_num_queries(20):
        differences(Change.objects.of(document))


def test_every_kind_of_row_has_words() -> None:
    """No column of any table makes the page fail."""
    document = builders.document(side_2=builders.agency())
    changed_in_every_way(document)
    assert len(words(Change.objects.all())) > 20
