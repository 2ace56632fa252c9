"""The history: whoever writes and however, it is written down, and it stays."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import IntegrityError, ProgrammingError, connection, transaction

from agreements.models import (
    Agency,
    AgencyName,
    Change,
    Citation,
    ContentVersion,
    Document,
    DocumentTitle,
    FileCheck,
    FileWords,
    Import,
    ImportProfile,
    ImportRow,
    Job,
    Page,
    Relation,
    SearchCount,
    SearchCountChange,
    SearchPart,
    SearchRow,
    SearchSample,
    Seed,
    StatusPeriod,
    Twin,
    sign,
)
from tests import builders

pytestmark = pytest.mark.django_db

TITLE = "INSERT INTO agreements_documenttitle (document_id, language, text, worded_by) VALUES "


def raw(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def many(document: Document) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(f"{TITLE} (%s, %s, 'Ном', 'source')", [[document.pk, "tg"]])


def copied(document: Document) -> None:
    columns = "document_id, language, text, worded_by"
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY agreements_documenttitle ({columns}) FROM STDIN") as target,
    ):
        target.write_row((document.pk, "tg", "Ном", "source"))


def of_table(table: str) -> list[Change]:
    return list(Change.objects.once().filter(table=f"agreements_{table}").order_by("pk"))


ADDS: dict[str, Callable[[Document], object]] = {
    "save": lambda document: DocumentTitle(document=document, language="tg", text="Ном").save(),
    "bulk_create": lambda document: DocumentTitle.objects.bulk_create(
        [DocumentTitle(document=document, language="tg", text="Ном")]
    ),
    "executemany": many,
    "COPY": copied,
    "raw SQL": lambda document: raw(f"{TITLE} (%s, 'tg', 'Ном', 'source')", document.pk),
}


@pytest.mark.parametrize("way", ADDS)
def test_a_new_row_is_recorded_however_it_came(way: str) -> None:
    document = builders.draft()
    ADDS[way](document)
    change = of_table("documenttitle")[-1]
    assert (change.operation, change.old) == ("insert", None)
    assert (change.new["text"], change.new["language"]) == ("Ном", "tg")
    assert (change.root_kind, change.root) == ("document", str(document.pk))
    assert change.row == str(document.titles.get(language="tg").pk)


CHANGES: dict[str, Callable[[DocumentTitle], object]] = {
    "update()": lambda title: DocumentTitle.objects.filter(pk=title.pk).update(text="Other"),
    "bulk_update": lambda title: DocumentTitle.objects.bulk_update(
        [DocumentTitle(pk=title.pk, text="Other")], ["text"]
    ),
    "raw SQL": lambda title: raw(
        "UPDATE agreements_documenttitle SET text = 'Other' WHERE id = %s", title.pk
    ),
}


@pytest.mark.parametrize("way", CHANGES)
def test_a_change_is_recorded_with_what_changed_alone(way: str) -> None:
    title = builders.draft("Agreement").titles.get()
    CHANGES[way](title)
    change = of_table("documenttitle")[-1]
    assert (change.operation, change.old, change.new) == (
        "update",
        {"text": "Agreement"},
        {"text": "Other"},
    )


def test_a_deletion_is_recorded_with_the_whole_row() -> None:
    title = builders.draft("Agreement").titles.get()
    title.document.titles.create(language="tg", text="Созишнома")
    DocumentTitle.objects.filter(pk=title.pk).delete()
    change = of_table("documenttitle")[-1]
    assert (change.operation, change.new) == ("delete", None)
    assert change.old["text"] == "Agreement"
    assert "folded" not in change.old


def test_an_emptied_table_is_recorded() -> None:
    raw("TRUNCATE agreements_documenttitle")
    change = of_table("documenttitle")[-1]
    assert (change.operation, change.row, change.root_kind) == ("truncate", "", "")


def test_a_write_that_changes_nothing_is_not_recorded() -> None:
    title = builders.draft("Agreement").titles.get()
    before = Change.objects.count()
    title.save()
    assert Change.objects.count() == before


def test_what_is_computed_is_not_recorded() -> None:
    """The refresh at commit writes the date, the version and the time of the change."""
    document = builders.draft()
    before = Change.objects.count()
    builders.settle()
    document.refresh_from_db()
    assert (document.version, document.signed_on) == (1, "2023-05-04")
    assert Change.objects.count() == before


def test_a_relation_is_written_for_both_ends() -> None:
    one, other = builders.draft(), builders.draft()
    relation = Relation.objects.create(document=one, kind="amends", target=other)
    changes = Change.objects.filter(table="agreements_relation").order_by("pk")
    assert [(change.root, change.is_echo) for change in changes] == [
        (str(one.pk), False),
        (str(other.pk), True),
    ]
    assert Change.objects.of(other).latest("pk").row == str(relation.pk)


def test_a_row_that_moves_is_written_for_both_records() -> None:
    one, other = builders.agency(), builders.agency()
    name = one.names.get()
    AgencyName.objects.filter(pk=name.pk).update(agency=other)
    changes = Change.objects.filter(operation="update", table="agreements_agencyname")
    assert {change.root for change in changes} == {str(one.pk), str(other.pk)}


def test_a_citation_belongs_to_the_record_above_what_it_speaks_of() -> None:
    document, event = builders.draft(), builders.event(publication_state="draft")
    source = builders.source()
    cited = [
        (Citation.objects.create(source=source, party=document.parties.first()), document),
        (
            Citation.objects.create(
                source=source, announcement=builders.announcement(event, number=3)
            ),
            event,
        ),
    ]
    for citation, record in cited:
        change = Change.objects.get(table="agreements_citation", row=str(citation.pk))
        assert (change.root_kind, change.root) == (record._meta.model_name, str(record.pk))


def test_who_and_why_are_written_down_and_stay_when_the_account_goes() -> None:
    clerk = User.objects.create_user("zarina")
    sign(clerk, "As the gazette has it")
    builders.subject()
    change = of_table("subject")[-1]
    key = clerk.pk
    clerk.delete()
    change.refresh_from_db()
    assert (change.actor, change.actor_id, change.reason) == (
        "zarina",
        key,
        "As the gazette has it",
    )


def test_without_an_account_the_databases_is_named() -> None:
    sign()
    builders.subject()
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_user")
        (account,) = cursor.fetchone()
    assert (of_table("subject")[-1].actor, of_table("subject")[-1].actor_id) == (account, None)


def test_what_one_transaction_wrote_goes_together() -> None:
    changes = Change.objects.of(builders.draft())
    assert changes.count() > 3
    assert changes.values("transaction", "made_at").distinct().count() == 1


NOT_RECORDED = {
    Change: "the history itself",
    StatusPeriod: "computed from what is recorded",
    ContentVersion: "tells that something was recorded",
    Twin: "computed from what is recorded",
    FileWords: "read out of a file",
    Page: "read out of a file",
    FileCheck: "tells what was found of files; no record of the archive",
    Import: "a table that is brought in; what is made of it is recorded",
    ImportProfile: "how tables are read; each import keeps the settings that it was made with",
    ImportRow: "what a table says, which is no record of the archive yet",
    Job: "work that waits or is done; no record of the archive",
    SearchCount: "computed from what is recorded",
    SearchCountChange: "computed from what is recorded",
    SearchPart: "computed from what is recorded",
    SearchRow: "computed from what is recorded",
    SearchSample: "computed from what is recorded",
    Seed: "which rows of the data files were put in; no record of the archive",
}


def test_every_table_of_the_archive_is_recorded() -> None:
    models = set(apps.get_app_config("agreements").get_models(include_auto_created=True))
    models = {model._meta.concrete_model for model in models} - set(NOT_RECORDED)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, count(DISTINCT tgname) FROM pg_trigger "
            "WHERE tgfoid = 'agreements_record_change'::regproc AND tgenabled = 'O' GROUP BY 1"
        )
        recorded = dict(cursor.fetchall())
    assert recorded == {model._meta.db_table: 2 for model in models}


REWRITES = {
    "UPDATE": "UPDATE agreements_change SET actor = 'nobody'",
    "DELETE": "DELETE FROM agreements_change",
    "TRUNCATE": "TRUNCATE agreements_change",
}


@pytest.mark.parametrize("how", REWRITES)
def test_history_is_not_rewritten_even_by_its_owner(how: str) -> None:
    builders.subject()
    before = Change.objects.count()
    with pytest.raises(IntegrityError, match="history_is_append_only"), transaction.atomic():
        raw(REWRITES[how])
    assert Change.objects.count() == before > 0


@pytest.mark.parametrize("setting", ["pgtrigger.ignore", "agreements.refresh"])
def test_no_setting_switches_the_history_off(setting: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT array_agg(DISTINCT tgname)::text FROM pg_trigger")
        (names,) = cursor.fetchone()
    raw("SELECT set_config(%s, %s, true)", setting, names if "ignore" in setting else "off")
    document = builders.draft()
    assert Change.objects.of(document).filter(operation="insert").exists()
    with pytest.raises(IntegrityError, match="append_only"), transaction.atomic():
        raw("DELETE FROM agreements_change")
    with pytest.raises(IntegrityError, match="follows_the_workflow"), transaction.atomic():
        Document.objects.filter(pk=document.pk).update(publication_state="published")


def test_versions_are_numbers_of_changes() -> None:
    agency = builders.agency()
    first = Change.objects.latest_of(agency)
    Agency.objects.filter(pk=agency.pk).update(note="Moved.")
    assert Change.objects.latest_of(agency) > first > 0
    assert Change.objects.latest_of(builders.place()) > 0


@pytest.fixture
def application() -> str:
    """A role as the web server has it in production."""
    raw("DROP ROLE IF EXISTS pacta_test_application")
    raw("CREATE ROLE pacta_test_application")
    raw("SELECT agreements_grant('pacta_test_application')")
    return "pacta_test_application"


def test_the_applications_role_writes_records_and_history_follows(application: str) -> None:
    raw(f"SET LOCAL ROLE {application}")
    document = builders.draft("Written by the application")
    builders.settle()
    Document.objects.filter(pk=document.pk).bring_to("published")
    builders.settle()
    raw("RESET ROLE")
    assert Change.objects.of(document).filter(table="agreements_documenttitle").exists()
    document.refresh_from_db()
    assert document.is_published


FORBIDDEN = {
    **REWRITES,
    "INSERT": 'INSERT INTO agreements_change (operation, "table", "row", root_kind, root, '
    "is_echo, actor, reason, made_at, transaction) "
    "VALUES ('insert', '', '', '', '', false, 'nobody', '', now(), 1)",
    "trigger off": "ALTER TABLE agreements_change DISABLE TRIGGER ALL",
    "no more records": "ALTER TABLE agreements_document DISABLE TRIGGER ALL",
    "without triggers": "SET session_replication_role = replica",
    "forged": "CREATE TEMP TABLE agreements_x (id int); CREATE TRIGGER x AFTER INSERT "
    "ON agreements_x FOR EACH ROW EXECUTE FUNCTION agreements_record_change('id', '')",
    "table emptied": "TRUNCATE agreements_document CASCADE",
}


@pytest.mark.parametrize("how", FORBIDDEN)
def test_the_applications_role_cannot_touch_the_history(application: str, how: str) -> None:
    raw(f"SET LOCAL ROLE {application}")
    refusal = pytest.raises(ProgrammingError, match=r"permission denied|must be owner")
    with refusal, transaction.atomic():
        raw(FORBIDDEN[how])
    raw("RESET ROLE")
