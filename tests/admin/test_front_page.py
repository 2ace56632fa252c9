"""The work lists on the front page: the right ones for each role, and numbers that hold."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from agreements.admin import front_page
from agreements.admin.front_page import WorkList
from agreements.editing import queues
from agreements.editing.queues import QUEUES
from agreements.importing.sample import load_sample
from agreements.models import sign
from tests import builders
from tests.admin.desk import list_url, queries

FRONT = "/admin/"


def rows(client: Client) -> list[WorkList]:
    shelves = client.get(FRONT).context["work"]
    return [row for shelf in shelves for row in shelf.lists]


def listed(client: Client, row: WorkList) -> int:
    response = client.get(row.url)
    assert response.status_code == 200, row.url
    return response.context["cl"].result_count


def words(client: Client, address: str = FRONT) -> str:
    return " ".join(client.get(address).content.decode().split())


def test_each_number_is_that_of_the_list_behind_it(editor: Client) -> None:
    load_sample()
    sign(User.objects.get(username="editor"))
    builders.draft("Договор о Cамарканде").remarks.create(text="Mend it.", written_by="editor")
    sign()
    builders.settle()
    found = rows(editor)
    assert len(found) == sum(len(lists) for lists in QUEUES.values())
    assert {row.url: row.number for row in found} == {row.url: listed(editor, row) for row in found}
    assert len([row for row in found if row.number]) > 12


def test_each_list_says_the_words_of_the_front_page(editor: Client) -> None:
    for row in rows(editor):
        assert f'">{row.words}</a>' in words(editor, row.url), row.url


def test_many_are_counted_up_to_a_limit(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queues, "MOST_COUNTED", 2)
    monkeypatch.setattr(front_page, "MOST_COUNTED", 2)
    for _n in range(2):
        builders.agency()
    assert "<small>more than</small>" not in words(editor)
    builders.agency()
    capped = [row for row in rows(editor) if row.is_capped]
    assert [row.url for row in capped] == [
        f"{list_url('agency')}?queue={code}" for code in ("parent", "single")
    ]
    assert {row.number for row in capped} == {2}
    assert "<small>more than</small> 2" in words(editor)


@pytest.mark.parametrize("person", ["clerk", "editor", "administrator"])
def test_only_who_may_publish_sees_what_waits_for_review(
    person: str, request: pytest.FixtureRequest
) -> None:
    groups = {row.group for row in rows(request.getfixturevalue(person))}
    assert ("editors" in groups) == (person != "clerk")
    assert {"mine", "soon", "missing", "odd"} <= groups


def test_my_drafts_are_those_that_i_entered(clerk: Client, editor: Client) -> None:
    sign(User.objects.get(username="clerk"))
    builders.draft()
    sign()
    builders.settle()

    def mine(client: Client) -> int:
        url = list_url("document") + "?queue=mine"
        return next(row.number for row in rows(client) if row.url == url)

    assert (mine(clerk), mine(editor)) == (1, 0)


def test_person_without_permissions_sees_no_work_list(db: None) -> None:
    client = Client()
    client.force_login(User.objects.create_user("guest", is_staff=True))
    assert rows(client) == []
    assert "Work lists" not in words(client)


def test_nothing_waits_is_said_quietly(editor: Client) -> None:
    page = words(editor)
    assert re.search(r"Mine</h3> <details> <summary>Nothing waits in \d lists</summary>", page)
    assert page.index("Work lists") < page.index(reverse("admin:agreements_document_add"))


def test_front_page_makes_as_many_queries_for_fifty_records_as_for_none(editor: Client) -> None:
    none = queries(editor, FRONT)
    for _n in range(50):
        builders.draft()
    builders.settle()
    assert queries(editor, FRONT) == none
    assert none <= 63


@pytest.mark.parametrize("noun", ["document", "event", "agency", "place", "state", "subject"])
def test_list_that_there_is_none_of_shows_no_records(editor: Client, noun: str) -> None:
    response = editor.get(list_url(noun), {"queue": "nonsense"})
    assert response.status_code == 302
    assert response["Location"] == f"{list_url(noun)}?e=1"


@pytest.mark.parametrize(("value", "expected"), [("present", ["Now"]), ("former", ["Once"])])
@pytest.mark.parametrize("noun", ["agency", "state"])
def test_lists_of_what_exists_and_of_what_has_ended(
    editor: Client, noun: str, value: str, expected: list[str]
) -> None:
    for name, until in (("Now", None), ("Once", "1991-12")):
        getattr(builders, noun)(name, until=until) if noun == "agency" else builders.state(
            name=name, until=until
        )
    changelist = editor.get(list_url(noun), {"existence": value, "q": expected[0]}).context["cl"]
    assert [str(record) for record in changelist.result_list] == expected
