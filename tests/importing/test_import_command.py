"""``manage.py import_documents``: what it says, asks, does and leaves."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command

from agreements.models import Change, Document, Import, ImportProfile

pytestmark = pytest.mark.django_db
OWN = """\ufefftitle,title_language,side_1_state,side_2_state,signing_dates,type,source_title
Agreement on wool,en,kz,tj,1994-05-04,agreement,Gazette
Agreement on horses,en,kz,tj,1994-02-31,agreement,Gazette
Treaty on cloth,en,kz,tj,,,
"""
PROFILE = {
    "version": 1,
    "uses": [
        {"column": "Name", "field": "title", "language": "en"},
        {"column": "Signed", "field": "signing_dates"},
    ],
}


def table(folder: Path, text: str = OWN) -> Path:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def said(*arguments: Any) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("import_documents", *map(str, arguments), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_without_apply_nothing_of_the_archive_is_written(tmp_path: Path) -> None:
    before = Change.objects.count()
    out, err = said(table(tmp_path))
    assert "CSV, utf-8 (by mark), with a byte order mark, delimiter ',', 7 columns" in out
    assert "2 new" in out and "1 refused" in out and not err
    assert Change.objects.count() == before and not Document.objects.exists()
    assert Import.objects.get().state == "previewed"


def test_with_apply_it_is_brought_in(tmp_path: Path) -> None:
    out, _err = said(table(tmp_path), "--apply")
    assert "2 made" in out and "1 new source" in out
    assert {d.publication_state for d in Document.objects.all()} == {"draft"}
    again, _err = said(table(tmp_path), "--apply")
    assert "2 same" in again and "0 made" in again


def test_what_can_be_published_is(tmp_path: Path) -> None:
    out, _err = said(table(tmp_path), "--apply", "--publish")
    assert "1 published" in out and "1 kept as drafts" in out
    assert Document.objects.published().count() == 1


def test_clerk_does_not_publish(tmp_path: Path, django_user_model: Any) -> None:
    clerk = django_user_model.objects.create_user("clerk", is_staff=True)
    clerk.groups.add(Group.objects.get(name="clerk"))
    with pytest.raises(CommandError, match="may not publish"):
        said(table(tmp_path), "--user", "clerk", "--apply", "--publish")
    said(table(tmp_path), "--user", "clerk", "--apply")
    assert Import.objects.get().made_by == Import.objects.get().applied_by == "clerk"


def test_refused_rows_are_corrected_and_come_in(tmp_path: Path) -> None:
    errors = tmp_path / "errors.csv"
    said(table(tmp_path), "--apply", "--errors", errors)
    text = errors.read_text(encoding="utf-8-sig")
    assert "There is no such day as 1994-02-31." in text and text.count("\n") == 2
    errors.write_text(text.replace("1994-02-31", "1994-02-28"), encoding="utf-8-sig")
    # The reason has the wrong date no more, and is passed over.
    out, _err = said(errors, "--apply")
    assert "1 made" in out
    assert Document.objects.filter(signed_on="1994-02-28").exists()


def test_open_question_is_printed_with_the_options_that_answer_it(tmp_path: Path) -> None:
    ImportProfile.objects.create(name="Names", settings=PROFILE)
    path = table(tmp_path, "Name,Signed\nAgreement on wool,05/04/1994\nTreaty,04/05/1995\n")
    out, err = StringIO(), StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("import_documents", str(path), "--profile", "Names", stdout=out, stderr=err)
    assert ended.value.code == 2
    assert "--answer 'Signed:dates=dmy'" in err.getvalue()
    assert not Import.objects.exists()
    said(path, "--profile", "Names", "--answer", "Signed:dates=dmy", "--apply")
    assert set(Document.objects.values_list("signed_on", flat=True)) == {"1994-04-05", "1995-05-04"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["/nowhere.csv"], "no file"),
        (["TABLE", "--profile", "Nobody"], "no profile Nobody"),
        (["TABLE", "--user", "nobody"], "no account nobody"),
        (["TABLE", "--answer", "x"], "answers no question"),
        (["TABLE", "--answer", "type:dates=never"], "never"),
        (["TABLE", "--profile", "colombia"], "lacks columns"),
        (["TABLE", "--encoding", "klingon"], "klingon"),
    ],
)
def test_what_is_wrong_is_said_in_words(arguments: list[str], words: str, tmp_path: Path) -> None:
    path = str(table(tmp_path))
    with pytest.raises(CommandError, match=words):
        said(*[path if argument == "TABLE" else argument for argument in arguments])
    assert not Import.objects.exists()
