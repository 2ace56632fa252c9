"""The review of a communique, without script: steps, two clerks, bad input, the page."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreements.communique.proposal import NotSignedNow
from agreements.models import (
    Citation,
    Communique,
    Document,
    Event,
    Source,
    State,
)
from tests import builders
from tests.admin.communique_desk import PASTE, address, fields, rows, save, send
from tests.admin.desk import messages
from tests.communiques import TEXT, begun, proposal


@pytest.fixture
def communique(db: None) -> Communique:
    return begun()


# Steps ------------------------------------------------------------------------------------------


def test_split_makes_two_of_one(clerk: Client, communique: Communique) -> None:
    response = send(clerk, communique, "split-1", add_words="and the Ministry of Finance")
    assert response.redirect_chain[0][0].endswith("#document-2")
    assert rows(communique)[1:3] == [
        "Protocol between the Customs Service of Tajikistan",
        "and the Ministry of Finance of Kazakhstan on the exchange of advance information",
    ]
    assert communique.source.kept_text[slice(*place(communique, 2))] == rows(communique)[2]


def place(communique: Communique, n: int) -> tuple[int, int]:
    start, end = communique.form[f"documents-{n}-text_at"][0].split("-")
    return int(start), int(end)


def test_merge_makes_one_of_two(clerk: Client, communique: Communique) -> None:
    send(clerk, communique, "merge-2")
    found = rows(communique)
    assert len(found) == 3
    assert found[1].startswith("Protocol between") and found[1].endswith("for 2023-2025")
    assert communique.form["documents-1-parties-TOTAL_FORMS"] == ["4"]
    assert communique.form["documents-1-period"] == ["2023–2025"]


def test_words_become_a_document(clerk: Client, communique: Communique) -> None:
    words = "Memorandum between the cities of Khujand"
    start = communique.source.kept_text.index(words)
    send(clerk, communique, "add", add_start=str(start), add_end=str(start + len(words)))
    assert rows(communique)[4] == words
    assert communique.form["documents-4-type"] == ["memorandum"]
    send(clerk, communique, "add", add_words="Declaration  on Allied")
    assert "Declaration on Allied" in rows(communique)


def test_step_is_taken_back(clerk: Client, communique: Communique) -> None:
    before = rows(communique)
    send(clerk, communique, "merge-1")
    send(clerk, communique, "merge-1")
    assert len(rows(communique)) == 2
    send(clerk, communique, "undo")
    send(clerk, communique, "undo")
    assert rows(communique) == before
    assert "no step to take back" in messages(send(clerk, communique, "undo"))[0]


def test_document_is_restored_to_what_the_text_proposes(
    clerk: Client, communique: Communique
) -> None:
    send(clerk, communique, "restore-1", **{"documents-1-text": "Something else"})
    assert rows(communique)[1].startswith("Protocol between the Customs Service")


def test_what_was_not_signed_now_is_said_and_can_be_taken(clerk: Client) -> None:
    read = proposal(TEXT)
    *read.documents, last = read.documents
    read.not_signed_now = [NotSignedNow(last.title, "older")]
    communique = begun(read)
    page = clerk.get(address(communique)).content.decode()
    assert f"{last.title.value} (older)" in page and len(rows(communique)) == 3
    send(clerk, communique, "take-0")
    assert rows(communique)[3] == last.title.value
    send(clerk, communique, "take-7")
    assert len(rows(communique)) == 4


def test_body_is_added(clerk: Client, communique: Communique) -> None:
    send(clerk, communique, "party-0")
    communique.refresh_from_db()
    assert communique.form["documents-0-parties-TOTAL_FORMS"] == ["3"]
    event = save(clerk, communique)  # a blank one is none
    assert event.documents.get(type="declaration").parties.count() == 2


def test_body_that_a_clerk_writes_is_new_under_that_name(
    clerk: Client, communique: Communique
) -> None:
    send(clerk, communique, "party-1")
    body = {
        "name": "Academy of Customs",
        "side": "1",
        "is_new": "on",
        "kind": "institute",
        "state": [f"state-{State.objects.get(code='tj').pk}"],
    }
    values = {f"documents-1-parties-2-{name}": value for name, value in body.items()}
    parties = save(clerk, communique, **values).documents.get(type="protocol").parties
    assert [str(party.agency) for party in parties.filter(side=1)] == [
        "Customs Service of Tajikistan",
        "Academy of Customs",
    ]


def test_review_is_kept_for_later(clerk: Client, communique: Communique) -> None:
    response = send(clerk, communique, "keep", **{"event-name": "Half done"})
    assert messages(response) == ["Kept. You can go on whenever you like."]
    assert 'value="Half done"' in clerk.get(address(communique)).content.decode()
    assert not Event.objects.exists()


def test_review_is_discarded_with_its_source(clerk: Client, communique: Communique) -> None:
    send(clerk, communique, "discard")
    assert not Communique.objects.exists() and not Source.objects.exists()


def test_source_that_is_cited_stays(clerk: Client, communique: Communique) -> None:
    Citation.objects.create(source=communique.source, event=builders.event(), quote="Visit")
    send(clerk, communique, "discard")
    assert Source.objects.filter(pk=communique.source.pk).exists()


# Two clerks -------------------------------------------------------------------------------------


def test_review_that_somebody_else_kept_is_not_overwritten(
    clerk: Client, editor: Client, communique: Communique
) -> None:
    mine = fields(communique) | {"event-name": "Mine", "do": "save"}
    send(editor, communique, "keep", **{"event-name": "Theirs"})
    response = clerk.post(address(communique), mine, follow=True)
    page = response.content.decode()
    assert 'value="Mine"' in page
    assert "editor kept this review" in messages(response)[-1]
    assert not Event.objects.exists()
    communique.refresh_from_db()
    assert communique.form["event-name"] == ["Theirs"]
    assert "What you typed stands on this page" in messages(response)[-1]
    assert 'class="error"' in page and "Changed while you were working" in page
    [line] = response.context["meanwhile"]
    assert (line.field, line.theirs, line.mine) == ("Name", "Theirs", "Mine")
    again = mine | {"version": str(response.context["communique"].version)}
    clerk.post(address(communique), again)
    assert str(Event.objects.get()) == "Mine"


def test_what_only_the_other_changed_is_taken_over(
    clerk: Client, editor: Client, communique: Communique
) -> None:
    mine = fields(communique) | {"documents-3-text": "Mine", "do": "save"}
    values = {"documents-2-text": "Theirs", "documents-3-period": "2024"}
    send(editor, communique, "split-1", add_words="and the", **values)
    response = clerk.post(address(communique), mine)
    titles = [row.form["text"].value() for row in response.context["rows"]]
    assert titles[1].endswith("Tajikistan") and titles[2].startswith("and the Ministry")
    assert titles[3:] == ["Theirs", "Mine"]
    lines = {line.field: line for line in response.context["meanwhile"]}
    title, added = lines["Document 4: Title"], lines["Document 3: Title"]
    assert title.is_taken_over and title.theirs == "Theirs"
    assert added.theirs.startswith("and the Ministry") and added.mine is None
    assert "Document 5: Title" not in lines and lines["Document 5: Years"].theirs == "2024"


def test_what_is_not_known_to_be_untouched_stays_as_it_was_typed(
    clerk: Client, editor: Client, communique: Communique
) -> None:
    send(editor, communique, "keep", **{"event-name": "First"})
    mine = fields(communique) | {"event-began_on": "5 May 2023", "do": "keep"}
    send(editor, communique, "keep", **{"event-name": "Second"})
    response = clerk.post(address(communique), mine)
    assert response.context["review"].top["name"].value() == "First"
    lines = [(line.field, line.theirs, line.mine) for line in response.context["meanwhile"]]
    assert ("Name", "Second", "First") in lines


def test_script_is_told_of_the_other(clerk: Client, communique: Communique) -> None:
    data = fields(communique) | {"do": "keep"}
    json_ = {"Accept": "application/json"}
    answer = clerk.post(address(communique), data | {"event-name": "A"}, headers=json_)
    assert answer.json() == {"version": 2}
    stale = clerk.post(address(communique), data | {"event-name": "B"}, headers=json_)
    assert stale.status_code == 409 and "clerk kept this review" in stale.json()["refused"]


def test_records_are_made_once(clerk: Client, communique: Communique) -> None:
    data = fields(communique) | {"do": "save"}
    clerk.post(address(communique), data)
    response = clerk.post(address(communique), data, follow=True)
    assert Event.objects.count() == 1
    assert "The records of this communique are made." in messages(response)[-1]
    assert clerk.get(address(communique)).status_code == 302


def test_review_goes_on_where_its_draft_event_was_deleted(
    editor: Client, communique: Communique
) -> None:
    event = save(editor, communique)
    Document.objects.filter(event=event).delete()
    event.delete()
    assert editor.get(address(communique)).status_code == 200
    assert save(editor, communique).documents.count() == 4


# Bad input --------------------------------------------------------------------------------------


BAD = {
    "documents-TOTAL_FORMS": "99999999999999999999",
    "documents-0-parties-TOTAL_FORMS": "-1",
    "documents-0-text_at": "999999-1000000",
    "documents-1-text_at": "5-2",
    "documents-0-doubts": '[{"code": 1, "values": [1]}, 7, {"values": {"a": {}}}]',
    "documents-1-doubts": "{",
    "documents-0-again": "x 3- -4",
    "documents-0-same_as": "77",
    "documents-0-parties-0-body": ["agency-99999999", "state-x"],
    "event-into": "99999999999999999999",
    "event-began_on": "2023-02-31",
    "event-where": ["place-0"],
    "event-name": "A\0B",
    "event-not_now": '[1, {"title": {}, "at": 7}]',
    "announcements-0-number": "9" * 30,
    "delegations-0-state": ["state-999999999999999999"],
}


@pytest.mark.parametrize(
    "do", ["save", "keep", "merge-1", "split-0", "add", "party-9", "take-0", "link", "undo"]
)
def test_nonsense_gets_an_answer(clerk: Client, communique: Communique, do: str) -> None:
    form = dict(communique.form)
    for name, value in BAD.items():
        response = send(clerk, communique, do, **{name: value, "add_start": "x"})
        assert response.status_code == 200, name
        Communique.objects.filter(pk=communique.pk).update(form=form, event=None)


def test_unknown_step_is_refused(clerk: Client, communique: Communique) -> None:
    assert send(clerk, communique, "explode-1").status_code == 400


def test_no_communique_is_not_found(clerk: Client) -> None:
    assert clerk.get(f"{PASTE}77/").status_code == 404
    assert clerk.post(f"{PASTE}77/", {"do": "save"}).status_code == 404


# The page ---------------------------------------------------------------------------------------


def test_text_stands_whole_with_its_marks(clerk: Client, communique: Communique) -> None:
    response = clerk.get(address(communique))
    segments = response.context["segments"]
    assert "".join(segment.words for segment in segments) == TEXT.strip()
    assert [number for segment in segments for number in segment.begins] == [1, 2, 3, 4]
    page = response.content.decode()
    for n in range(1, 5):
        assert f'id="words-{n}"' in page and f'id="document-{n}"' in page


def test_heading_names_the_event_where_the_source_has_no_title(
    clerk: Client, communique: Communique
) -> None:
    Source.objects.filter(pk=communique.source.pk).update(title="")
    event = communique.form["event-name"][0]
    assert clerk.get(address(communique)).context["title"] == event
    Source.objects.filter(pk=communique.source.pk).update(title="A day in May")
    assert clerk.get(address(communique)).context["title"] == "A day in May"


def test_language_is_that_of_the_name(clerk: Client, communique: Communique) -> None:
    page = clerk.get(address(communique)).content.decode()
    assert 'for="id_event-language">Language of the name<' in page


def test_letters_of_the_text_are_no_markup(clerk: Client, communique: Communique) -> None:
    text = communique.source.kept_text.replace("advance information", "<b>advance</b> informatio")
    Source.objects.filter(pk=communique.source.pk).update(kept_text=text)
    page = clerk.get(address(communique)).content.decode()
    assert "<b>advance" not in page and "&lt;b&gt;advance" in page


def test_page_takes_as_many_statements_for_many_documents(
    clerk: Client, communique: Communique
) -> None:
    one = queries(clerk, communique)
    for n, words in enumerate(("between", "and the", "of Kazakhstan", "on the", "advance"), 1):
        send(clerk, communique, f"split-{n}", add_words=words)
    assert len(rows(communique)) == 9
    assert queries(clerk, communique) == one


def queries(client: Client, communique: Communique) -> int:
    client.get(address(communique))
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address(communique)).status_code == 200
    return len(captured)
