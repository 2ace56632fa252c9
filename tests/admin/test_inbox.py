"""The inbox: many files at once, each taken or refused by itself; the pile and what waits."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agreements.editing import history
from agreements.models import Change, File, Job
from tests import builders, inboxes
from tests.admin.conftest import signed_in
from tests.texts import files

pytestmark = pytest.mark.django_db

INBOX = "/admin/agreements/file/inbox/"


def of(file: File, act: str) -> str:
    return f"/admin/agreements/file/{file.pk}/{act}/"


def sent(client: Client, *uploads: tuple[str, bytes], **headers: Any) -> HttpResponse:
    named = [SimpleUploadedFile(name, content) for name, content in uploads]
    return client.post(INBOX, {"files": named}, headers=headers)


def words(response: HttpResponse) -> str:
    return " ".join(response.content.decode().split())


def told(response: HttpResponse) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def test_many_files_are_received_at_once(clerk: Client) -> None:
    response = sent(clerk, ("one.pdf", files.pdf()), ("two.txt", b"AGREEMENT on trade"))
    assert response.status_code == 200
    assert [file.name for file in File.objects.in_turn()] == ["one.pdf", "two.txt"]
    assert File.objects.filter(received_by="clerk").count() == 2
    assert Job.objects.count() == 2
    assert "one.pdf" in words(response)


def test_refused_file_has_its_sentence_and_the_others_go_on(clerk: Client) -> None:
    response = sent(
        clerk,
        ("one.pdf", files.pdf()),
        ("bad.pdf", files.pdf()[:400]),
        ("two.pdf", files.pdf(["Page"])),
    )
    assert [row.name for row in response.context["received"] if not row.file] == ["bad.pdf"]
    assert "too early" in words(response)
    assert File.objects.count() == 2


def test_same_bytes_twice_are_pointed_out(clerk: Client) -> None:
    held = builders.received(builders.draft("Treaty on wombats"), files.pdf())
    response = sent(clerk, ("again.pdf", files.pdf()))
    assert File.objects.filter(sha256=held.sha256).count() == 2
    assert "The same file is held already" in words(response)
    assert "Treaty on wombats" in words(response)
    assert "The same file is held once more" in words(clerk.get(INBOX))


def test_script_gets_an_answer_for_its_file(clerk: Client) -> None:
    response = sent(clerk, ("one.pdf", files.pdf()), Accept="application/json")
    (row,) = json.loads(response.content)["files"]
    assert row["place"] == of(File.objects.get(), "place")
    assert row["refusals"] == []
    bad = sent(clerk, ("bad.pdf", b"no PDF"), Accept="application/json")
    (row,) = json.loads(bad.content)["files"]
    assert not row["place"]
    assert row["refusals"]


def test_nothing_sent_is_said(clerk: Client) -> None:
    assert "No file was sent" in words(clerk.post(INBOX))


def test_list_has_the_oldest_first_and_shows_what_is_known(clerk: Client) -> None:
    first = inboxes.waiting("Words", name="first.pdf", size=2048, received_by="zarina")
    inboxes.waiting(name="second.pdf")
    builders.file(builders.draft(), name="placed.pdf")
    response = clerk.get(INBOX)
    assert [file.name for file in response.context["rows"]] == ["first.pdf", "second.pdf"]
    shown = words(response)
    assert "2.0" in shown
    assert "from zarina" in shown
    assert "words: usable" in shown
    assert "words: no text layer" in shown
    assert f"/admin/agreements/file/{first.pk}/pages/1.webp" in shown
    assert "placed.pdf" not in shown


def test_progress_of_the_pile(clerk: Client) -> None:
    for _n in range(3):
        inboxes.waiting()
    inboxes.waiting(set_aside="for an editor")
    builders.file(builders.draft(), placed_at=timezone.now())
    builders.file(builders.draft(), placed_at=timezone.now() - timezone.timedelta(days=2))
    assert "1 of 4 done today</strong>, 3 left; 1 set aside" in words(clerk.get(INBOX))


def test_front_page_leads_to_the_inbox(clerk: Client) -> None:
    inboxes.waiting()
    inboxes.waiting()
    shown = words(clerk.get("/admin/"))
    assert f'<a href="{INBOX}">Inbox</a>: 2 files wait to be placed' in shown


def test_list_costs_the_same_for_one_and_for_many(clerk: Client) -> None:
    inboxes.waiting()
    clerk.get(INBOX)
    with CaptureQueriesContext(connection) as one:
        clerk.get(INBOX)
    for _n in range(60):
        inboxes.waiting()
    with CaptureQueriesContext(connection) as many:
        response = clerk.get(INBOX)
    assert len(many) == len(one)
    assert len(response.context["rows"]) == 50
    assert len(clerk.get(INBOX, {"page": "2"}).context["rows"]) == 11
    assert clerk.get(INBOX, {"page": "9" * 20}).status_code == 200


def test_file_is_set_aside_with_a_reason_and_put_back(clerk: Client) -> None:
    file, following = inboxes.waiting(name="odd.pdf"), inboxes.waiting()
    refused = clerk.post(of(file, "set-aside"), {"reason": " "}, follow=True)
    assert "Say in a few words" in told(refused)[0]
    response = clerk.post(of(file, "set-aside"), {"reason": "Which side?", "next": "1"})
    assert response.url == of(following, "place")
    assert list(File.objects.in_turn()) == [following]
    assert "Which side?" in words(clerk.get(INBOX))
    clerk.post(of(file, "put-back"))
    assert list(File.objects.in_turn()) == [file, following]


def test_removal_asks_first_and_the_bytes_stay(clerk: Client) -> None:
    file = builders.received(None, files.pdf())
    asked = clerk.get(of(file, "remove"))
    assert "Remove this file from the inbox?" in words(asked)
    assert File.objects.exists()
    assert clerk.post(of(file, "remove")).url == INBOX
    assert not File.objects.exists()
    assert default_storage.exists(file.path)
    change = Change.objects.filter(table="agreements_file", operation="delete").get()
    assert change.actor == "clerk"
    history.revert([change])
    assert File.objects.in_turn().get().path == file.path


def test_file_of_a_document_is_not_removed_here(clerk: Client) -> None:
    file = builders.received(builders.document())
    for act in ("remove", "set-aside", "put-back"):
        assert clerk.post(of(file, act), {"reason": "x"}).status_code == 404
    assert File.objects.exists()


def test_file_itself_is_given_beside_what_is_done_with_it(clerk: Client) -> None:
    file = builders.received(None, files.pdf(), name="place.pdf")
    response = clerk.get(f"/admin/agreements/file/{file.pk}/place.pdf")
    assert b"".join(response.streaming_content).startswith(b"%PDF")


@pytest.mark.parametrize("act", ["place", "set-aside", "put-back", "remove"])
def test_unknown_file_is_not_found(clerk: Client, act: str) -> None:
    for pk in (0, 12345, 10**17):
        assert clerk.post(f"/admin/agreements/file/{pk}/{act}/", {"reason": "x"}).status_code == 404


def test_inbox_is_for_those_who_may_add_files(db: None) -> None:
    file = inboxes.waiting()
    nobody = Client()
    assert nobody.get(INBOX).url.startswith("/admin/login/")
    reader = signed_in("reader", "add_file", "change_file", "delete_file", group="clerk")
    for address in (INBOX, of(file, "place"), of(file, "remove")):
        assert reader.get(address).status_code == 403
    assert "Inbox" not in words(reader.get("/admin/"))
