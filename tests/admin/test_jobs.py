"""The work on files and imports as clerks see it: what failed, why, and trying it again."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from agreements.models import Document, File, Import, Job
from tests import builders
from tests.admin.conftest import signed_in
from tests.admin.desk import list_url, messages, queries, url_of

LIST = "/admin/agreements/job/"
WHY = "The storage does not have this file."


def job(document: Document | None = None, **values: object) -> Job:
    file = builders.file(document)
    return Job.objects.create(**{"kind": "words", "file": file, **values})


def failed(document: Document | None = None) -> Job:
    return job(document, state="failed", attempts=3, problem=WHY)


def import_job(**values: object) -> Job:
    run = Import.objects.create(name="Old <b>.csv", size=1, sha256="", state="applying")
    return Job.objects.create(**{"kind": "apply", "import_run": run, **values})


def page(client: Client, address: str = LIST, **values: str) -> str:
    response = client.get(address, values)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_list_says_what_failed_of_which_document_and_why(clerk: Client) -> None:
    document = builders.draft("Agreement on roads")
    failed(document)
    job(None)
    shown = page(clerk)
    for words in ("Agreement on roads", WHY, "read the words", "in the inbox"):
        assert words in shown
    assert WHY not in page(clerk, state__exact="waiting")
    assert WHY in page(clerk, state__exact="failed", kind__exact="words")
    assert WHY not in page(clerk, kind__exact="ocr")


def test_failed_job_is_tried_again_from_its_page(clerk: Client) -> None:
    one = failed(builders.draft())
    assert "Try again" in page(clerk, url_of(one))
    response = clerk.post(url_of(one), follow=True)
    assert messages(response) == ["1 job waits to be done again."]
    one.refresh_from_db()
    assert (one.state, one.attempts) == ("waiting", 0)
    assert "Try again" not in page(clerk, url_of(one))


def test_failed_file_is_a_step_away(clerk: Client) -> None:
    """Whether it waits in the inbox or belongs to a document."""
    waiting, placed = failed(), failed(builders.draft())
    for one in (waiting, placed):
        assert f'href="{reverse("desk:file", args=[one.file_id, one.file.name])}"' in page(
            clerk, url_of(one)
        )
    inbox = f'href="{reverse("admin:inbox_place", args=[waiting.file_id])}"'
    assert inbox in page(clerk)
    assert inbox in page(clerk, url_of(waiting))


def test_job_on_an_import_says_of_which_and_how_far_it_is(clerk: Client) -> None:
    one = import_job(state="running")
    Import.objects.update(done=1200, total=34000)
    job()
    assert "apply an import: Old &lt;b&gt;.csv" in page(clerk)
    assert "in the inbox" in page(clerk, kind__exact="words")
    assert "in the inbox" not in page(clerk, kind__exact="apply")
    shown = page(clerk, url_of(one))
    for words in ("Old &lt;b&gt;.csv</bdi></a> (being applied)", "1,200 of 34,000"):
        assert words in shown
    Job.objects.update(state="done")
    assert "1,200 of" not in page(clerk, url_of(one))


def test_import_is_not_tried_again_here(clerk: Client) -> None:
    """Who begins it anew does so on its page, with what it is now."""
    one = import_job(state="failed", problem="The table is gone.")
    shown = page(clerk, url_of(one))
    assert "The table is gone." in shown and "Try again" not in shown
    clerk.post(url_of(one))
    response = clerk.post(LIST, {"action": "try_again", "_selected_action": [one.pk]}, follow=True)
    assert "begun anew on its own page" in messages(response)[-1]
    one.refresh_from_db()
    assert one.state == "failed"


def test_chosen_jobs_are_tried_again(clerk: Client) -> None:
    jobs = [failed(), failed(), job(state="done")]
    keys = [one.pk for one in jobs]
    sent = {"action": "try_again", "_selected_action": keys}
    response = clerk.post(LIST, sent, follow=True)
    assert messages(response) == ["2 jobs wait to be done again."]
    assert set(Job.objects.values_list("pk", "state")) == {
        (keys[0], "waiting"), (keys[1], "waiting"), (keys[2], "done"),
    }  # fmt: skip


def test_same_job_waits_once(clerk: Client) -> None:
    first = failed()
    second = Job.objects.create(kind="words", file=first.file, state="failed")
    sent = {"action": "try_again", "_selected_action": [first.pk, second.pk]}
    response = clerk.post(LIST, sent, follow=True)
    assert messages(response) == ["1 job waits to be done again."]
    response = clerk.post(url_of(first), follow=True)
    assert messages(response) == [
        "None of them has failed, or the same is waiting to be done already. "
        "An import is begun anew on its own page."
    ]


def test_who_may_not_change_files_tries_nothing_again(db: None) -> None:
    guest = signed_in("guest", "change_file", group="clerk")
    one = failed()
    assert "Try again" not in page(guest, url_of(one))
    assert guest.post(url_of(one)).status_code == 403
    guest.post(LIST, {"action": "try_again", "_selected_action": [one.pk]})
    assert Job.objects.get().state == "failed"


def test_nobody_makes_or_deletes_jobs(editor: Client) -> None:
    one = failed()
    assert editor.get(f"{LIST}add/").status_code == 403
    assert editor.post(f"{LIST}{one.pk}/delete/", {"post": "yes"}).status_code == 403


def test_job_that_is_gone_or_nonsense_is_said_so(clerk: Client) -> None:
    for key in ("999999", "x", "9" * 30):
        assert clerk.get(f"{LIST}{key}/").status_code == 302


def test_page_says_what_became_of_the_words(clerk: Client) -> None:
    one = failed(builders.draft("Agreement on roads"))
    File.objects.update(words_state="no_text_layer", words_reason="few_letters")
    shown = page(clerk, url_of(one))
    for words in ("Agreement on roads", WHY, "no text layer", "next to no letters"):
        assert words in shown


def test_front_page_speaks_of_failures_alone(clerk: Client, client: Client) -> None:
    job()
    said = "Work that failed"
    assert said not in page(clerk, "/admin/")
    failed()
    assert f"{said}</a>: 1" in page(clerk, "/admin/")
    client.force_login(User.objects.create_user("guest", is_staff=True))
    assert said not in page(client, "/admin/")


def test_list_makes_as_many_queries_for_many_jobs_as_for_one(clerk: Client) -> None:
    failed(builders.draft())
    one = queries(clerk, list_url("job"))
    for _n in range(8):
        failed(builders.draft())
        import_job()
    assert queries(clerk, list_url("job")) == one


@pytest.mark.parametrize("value", ["nonsense", "%00", "'"])
def test_unknown_state_is_no_error(clerk: Client, value: str) -> None:
    assert clerk.get(LIST, {"state__exact": value}).status_code in (200, 302)
