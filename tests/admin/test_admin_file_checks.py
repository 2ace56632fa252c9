"""What editors see of the checks of stored files."""

from __future__ import annotations

import pytest
from django.test import Client

from agreements.models import FileCheck
from tests import builders
from tests.admin.desk import queries, url_of

FRONT, LIST = "/admin/", "/admin/agreements/filecheck/"
WORDS = "Files that are missing or altered"


def words(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_front_page_tells_editors_where_something_is_wrong(editor: Client, clerk: Client) -> None:
    document = builders.document()
    builders.file(document, fixity="sound")
    assert WORDS not in words(editor, FRONT)
    builders.file(document, fixity="missing")
    builders.file(None, fixity="altered")
    assert f'<a href="{LIST}">{WORDS}</a>: 2' in words(editor, FRONT)
    assert WORDS not in words(clerk, FRONT)


def test_list_of_checks_names_the_files(editor: Client) -> None:
    document = builders.document("Agreement on roads")
    builders.file(document, name="Sound.pdf", fixity="sound")
    file = builders.file(document, name="<b>Lost</b>.pdf", fixity="missing")
    builders.file(None, name="Waiting.pdf", fixity="altered")
    FileCheck.objects.create(checked=3, missing=1, altered=1, stray=["originals/a", "originals/b"])
    page = words(editor, LIST)
    assert "&lt;b&gt;Lost&lt;/b&gt;.pdf" in page and "<b>Lost" not in page
    assert f'<a href="{url_of(document)}">Agreement on roads</a>' in page
    assert file.path in page
    assert "Waiting.pdf" in page and "in the inbox" in page
    assert "Sound.pdf" not in page
    assert '<td class="field-strays">2</td>' in page


def test_one_check_names_its_strays(editor: Client) -> None:
    made = FileCheck.objects.create(stray=["originals/ab/x", "originals/<i>.txt"])
    page = words(editor, url_of(made))
    assert "<code>originals/ab/x</code>" in page
    assert "<code>originals/&lt;i&gt;.txt</code>" in page
    assert 'name="_save"' not in page


def test_nobody_writes_a_check(administrator: Client) -> None:
    made = FileCheck.objects.create()
    for address in (f"{LIST}add/", f"{LIST}{made.pk}/delete/"):
        assert administrator.get(address).status_code == 403
    assert administrator.post(url_of(made), {"checked": 9}).status_code == 403


def test_who_may_not_look_is_refused(client: Client, db: None) -> None:
    assert client.get(LIST).status_code == 302


def test_many_files_take_no_more_statements(editor: Client) -> None:
    def fill(number: int) -> int:
        for _ in range(number):
            builders.file(builders.document(), fixity="missing")
            FileCheck.objects.create(stray=["a"])
        builders.settle()
        return queries(editor, LIST)

    assert fill(20) == fill(1) == fill(20)


@pytest.mark.parametrize("number", [100, 101])
def test_list_has_an_end(editor: Client, number: int) -> None:
    document = builders.document()
    for _ in range(number):
        builders.file(document, fixity="missing")
    assert ("And more" in words(editor, LIST)) == (number > 100)
