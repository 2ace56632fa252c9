"""Words are taken out of the history where the law demands it, and that it was done stays."""

import json

import pytest
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, models, transaction
from django.urls import reverse

from agreements.editing import history, removing
from agreements.editing.differences import differences
from agreements.models import (
    Change,
    DismissedDoubt,
    Document,
    Proposal,
    Remark,
    Signatory,
    Source,
    sign,
)
from tests import builders

pytestmark = pytest.mark.django_db

NAME = "Ҷамила «Ҷ.» Қосимова"
REASON = "Decision 12 of the court"


def raw(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def everything() -> str:
    """All of the history, as text whose letters are not escaped."""
    rows = Change.objects.values_list("old", "new", "actor", "reason")
    return json.dumps([list(row) for row in rows], ensure_ascii=False)


def command(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    call_command("remove_from_history", *arguments)
    return capsys.readouterr().out


@pytest.fixture
def document() -> Document:
    """Somebody was named in it, in every way, and was corrected since."""
    made = builders.document("Agreement on water")
    sign(None, f"As {NAME} says")
    person = Signatory.objects.create(document=made, person=NAME)
    Remark.objects.create(document=made, text=f"Who is {NAME}?", written_by="zarina")
    Proposal.objects.create(
        document=made,
        changes=[{"new": {"person": f"{NAME}, minister"}}],
        form={"signatories-0-person": NAME},
        seen_version=1,
        made_by="zarina",
    )
    DismissedDoubt.objects.create(document=made, code="x", key=NAME, by="zarina", reason=NAME)
    Source.objects.create(publisher="Gazette", kept_text=f'"{NAME}"\nsaid\\so')
    LogEntry.objects.create(
        user=User.objects.create_user("clerk"),
        content_type=ContentType.objects.get_for_model(Document),
        object_id=str(made.pk),
        object_repr=f"Agreement of {NAME}",
        action_flag=2,
    )
    Signatory.objects.filter(pk=person.pk).update(person="A person")
    builders.settle()
    return made


def test_finding_says_where_words_stand(document: Document, capsys) -> None:
    said = command(capsys, "--find", NAME)
    for place in (
        "agreements_change.new: 5",
        "agreements_change.old: 1",
        "agreements_remark.text: 1",
        "agreements_proposal.changes: 1",
        "agreements_proposal.form: 1",
        "agreements_dismisseddoubt.key: 1",
        "django_admin_log.object_repr: 1",
        "agreements_source.kept_text: 1",
    ):
        assert place in said
    assert "agreements_signatory" not in said
    assert NAME in everything()


def test_finding_what_is_nowhere(capsys) -> None:
    assert "nowhere" in command(capsys, "--find", "zyxwvu")


def test_words_are_removed_from_history_and_from_beside_records(document: Document, capsys) -> None:
    count = Change.objects.count()
    said = command(capsys, "--replace", NAME, "--reason", REASON, "--by", "The archivist")
    assert NAME not in everything()
    assert "As [removed] says" in everything()
    assert Remark.objects.get().text == "Who is [removed]?"
    proposal = Proposal.objects.get()
    assert proposal.changes == [{"new": {"person": "[removed], minister"}}]
    assert proposal.form == {"signatories-0-person": "[removed]"}
    assert LogEntry.objects.get().object_repr == "Agreement of [removed]"
    assert Change.objects.count() > count
    # What stands in a record is for people to correct, and the command says so.
    assert NAME in Source.objects.get(publisher="Gazette").kept_text
    assert "agreements_source.kept_text: 1" in said


def test_that_it_was_done_is_written_down_without_the_words(document: Document, capsys) -> None:
    command(capsys, "--replace", NAME, "--reason", REASON, "--by", "The archivist")
    done = Change.objects.get(operation="remove")
    assert (done.actor, done.reason, done.table) == ("The archivist", REASON, "agreements_change")
    assert done.new["rows"] > 5
    assert done.made_at
    command(capsys, "--replace", "Gazette", "--reason", REASON)
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_user")
        assert Change.objects.filter(operation="remove").latest("pk").actor == cursor.fetchone()[0]


def test_the_guard_is_up_again(document: Document, capsys) -> None:
    command(capsys, "--replace", NAME, "--reason", REASON)
    with pytest.raises(IntegrityError, match="append_only"), transaction.atomic():
        raw("DELETE FROM agreements_change")


@pytest.mark.parametrize(
    "words", ['a "quoted" word', "back\\slash", "two\nlines", "Ӣ", "к" + "\u0301", "tab\there"]
)
def test_words_that_json_escapes_are_found(words: str) -> None:
    source = Source.objects.create(publisher="Gazette", kept_text=f"Before {words} after")
    Source.objects.filter(pk=source.pk).update(kept_text="Corrected")
    removing.remove(words, removing.without(words), REASON)
    assert f"Before {removing.REMOVED} after" in everything()


def test_what_json_only_writes_like_the_words_stays() -> None:
    """A line's end is written as a stroke and an n."""
    source = Source.objects.create(publisher="Gazette", kept_text="one\nxylograph")
    assert removing.places("nxylograph") == []
    removing.remove("nxylograph", removing.without("nxylograph"), REASON)
    assert Change.objects.get(table="agreements_source", row=str(source.pk)).new["kept_text"] == (
        "one\nxylograph"
    )


def test_letters_and_their_marks_may_stand_apart(document: Document, capsys) -> None:
    Remark.objects.create(document=document, text="Й. Йорданов", written_by="zarina")
    command(capsys, "--replace", "Й. Йорданов", "--reason", REASON)
    assert Remark.objects.filter(text="[removed]").exists()


def test_a_departed_clerk_gets_another_name(document: Document, capsys) -> None:
    sign(User.objects.create_user("zarina"))
    document.titles.update(text="Written by zarina")
    sign(User.objects.create_user("zarina2"))
    document.titles.update(text="Agreement")
    command(capsys, "--account", "zarina", "--with", "clerk 7", "--reason", "She asked for it")
    actors = set(Change.objects.values_list("actor", flat=True))
    assert "zarina" not in actors
    assert {"clerk 7", "zarina2"} <= actors
    assert Remark.objects.get().written_by == "clerk 7"
    assert Proposal.objects.get().made_by == "clerk 7"
    assert Change.objects.filter(new__written_by="clerk 7").exists()
    assert not Change.objects.filter(new__made_by="zarina").exists()
    assert "Written by zarina" in everything()


def test_every_column_that_names_an_account_is_reached() -> None:
    """A table that is added later is not forgotten."""
    named = {
        (model, field.name)
        for model in apps.get_app_config("agreements").get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and (field.name == "by" or field.name.endswith("_by") or field.name == "actor")
        and field.name not in ("worded_by", "words_by")
    }
    assert {name for _model, name in named} == set(removing.ACCOUNTS)
    assert {model for model, _name in named} <= {Change, *removing.BESIDE}


def test_name_of_a_file_is_reached() -> None:
    file = builders.received(builders.document(), name=f"Letter of {NAME}.pdf")
    builders.settle()
    removing.remove(NAME, removing.without(NAME), REASON)
    builders.settle()
    file.refresh_from_db()
    assert file.name == "Letter of [removed].pdf"
    assert not Change.objects.filter(new__name__contains=NAME).exists()


def test_every_table_is_searched() -> None:
    tables = {
        model._meta.concrete_model for model in apps.get_app_config("agreements").get_models()
    }
    assert tables <= {*removing.searched(), *removing.COMPUTED}


REFUSED = {
    "no reason": ["--replace", NAME],
    "an empty reason": ["--replace", NAME, "--reason", " "],
    "the words in the reason": ["--replace", NAME, "--reason", f"{NAME} asked for it"],
    "too little": ["--replace", "ab", "--reason", REASON],
    "no other name": ["--account", "zarina", "--reason", REASON],
    "nothing": [],
}


@pytest.mark.parametrize("how", REFUSED)
def test_refused(document: Document, how: str) -> None:
    before = everything()
    with pytest.raises(CommandError):
        call_command("remove_from_history", *REFUSED[how])
    assert everything() == before


def test_the_applications_role_is_refused(document: Document) -> None:
    raw("DROP ROLE IF EXISTS pacta_test_application")
    raw("CREATE ROLE pacta_test_application")
    raw("SELECT agreements_grant('pacta_test_application')")
    before = everything()
    raw("SET LOCAL ROLE pacta_test_application")
    with pytest.raises(CommandError, match="owns the database"):
        call_command("remove_from_history", "--replace", NAME, "--reason", REASON)
    raw("RESET ROLE")
    assert everything() == before


def test_the_history_is_read_as_before(document: Document, capsys) -> None:
    command(capsys, "--replace", NAME, "--reason", REASON)
    done = Change.objects.get(operation="remove")
    changes = list(history.of_transaction(done.transaction))
    assert done in changes
    differences(changes)
    history.versions(document)


def test_its_own_line_in_the_list_of_changes(document: Document, capsys, admin_client) -> None:
    """It shows there, and can't be undone."""
    command(capsys, "--replace", NAME, "--reason", REASON)
    page = admin_client.get("/admin/agreements/change/").content.decode()
    assert "words removed from the history" in page
    done = Change.objects.get(operation="remove")
    url = reverse("admin:agreements_change_transaction", args=[done.transaction])
    assert not admin_client.get(url).context["may_undo"]
    assert admin_client.post(url).status_code == 403
