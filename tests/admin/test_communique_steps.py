"""The steps of a review: what they do and say, what they refuse, and the way back."""

from __future__ import annotations

import pytest
from django.test import Client

from agreements.communique.proposal import Doubt
from agreements.models import Communique
from tests.admin.communique_desk import address, rows, save, send
from tests.admin.desk import messages
from tests.communiques import TEXT, begun, proposal

CUT = "and the Ministry of Finance"


@pytest.fixture
def communique(db: None) -> Communique:
    return begun()


def value(communique: Communique, name: str) -> str:
    communique.refresh_from_db()
    return (communique.form.get(name) or [""])[0]


# What they say, and what they refuse -------------------------------------------------------------


SAID = {
    "split-1": "Document 2 was split in two: documents 2 and 3.",
    "merge-1": "Document 2 was merged with document 1.",
    "party-1": "A body was added to document 2.",
    "add": "Document 3 was added.",
    "link": "Nothing more was found.",
}


@pytest.mark.parametrize("do", SAID)
def test_step_says_what_it_did(clerk: Client, communique: Communique, do: str) -> None:
    assert messages(send(clerk, communique, do, add_words=CUT)) == [SAID[do]]


REFUSED = {
    "words that are not there": ("split-1", "words that are not there", "not in the text"),
    "another document's": ("split-1", "Declaration on Allied", "not in the title of document 2"),
    "its own beginning": ("split-1", "Protocol  between", "nothing stands before"),
    "no words": ("split-1", " ", "with which the second document begins"),
    "a document of none": ("add", "words that are not there", "not in the text"),
    "a document of nothing": ("add", "", "Select the words of the document"),
    "no such row": ("split-77", CUT, "no such document"),
    "no such row to merge": ("merge-77", CUT, "no such document"),
    "no such row to add to": ("party-77", CUT, "no such document"),
    "nothing above": ("merge-0", "", "no such document"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_step_is_refused_and_nothing_is_lost(
    clerk: Client, communique: Communique, what: str
) -> None:
    do, words, reason = REFUSED[what]
    before = rows(communique)
    typed = {"event-name": "Typed", "add_words": words}
    response = send(clerk, communique, do, **typed)
    assert reason in messages(response)[0]
    assert response.context["given"] == words
    page = response.content.decode()
    assert ('aria-invalid="true"' in page) == ("no such" not in reason)
    assert not words or f'value="{words}"' in page
    assert rows(communique) == before and value(communique, "event-name") == "Typed"
    assert communique.steps == []


def test_row_that_the_text_does_not_propose_stays(clerk: Client, communique: Communique) -> None:
    response = send(clerk, communique, "restore-1", **{"documents-1-text_at": ""})
    assert "The text proposes no document where document 2 stands." in messages(response)[0]


def test_no_document_is_lost_at_the_end_of_a_full_review(
    clerk: Client, communique: Communique
) -> None:
    full = {"documents-TOTAL_FORMS": "120", "documents-119-text": "The last"}
    response = send(clerk, communique, "split-1", add_words=CUT, **full)
    assert "at most 120 documents" in messages(response)[0]
    assert rows(communique)[-1] == "The last"


def test_words_are_found_over_the_ends_of_lines(clerk: Client, communique: Communique) -> None:
    send(clerk, communique, "split-1", add_words="  and the\n Ministry   of Finance ")
    assert rows(communique)[1] == "Protocol between the Customs Service of Tajikistan"


# The way back -----------------------------------------------------------------------------------


def test_only_the_step_is_taken_back(clerk: Client, communique: Communique) -> None:
    before = rows(communique)
    send(clerk, communique, "split-1", add_words=CUT, **{"event-name": "Typed before"})
    assert len(rows(communique)) == 5
    since = {"event-began_on": "5 May 2023", "documents-3-text": "Roadmap", "event-ended_on": ""}
    response = send(clerk, communique, "undo", **since)
    assert rows(communique) == [*before[:2], "Roadmap", before[3]]
    assert value(communique, "event-name") == "Typed before"
    assert value(communique, "event-began_on") == "5 May 2023"
    assert messages(response) == ["Taken back: document 2 was split in two: documents 2 and 3."]


def test_what_goes_with_a_step_is_named_and_comes_back(
    clerk: Client, communique: Communique
) -> None:
    send(clerk, communique, "split-1", add_words=CUT)
    since = {
        "documents-1-text": "Protocol",
        "documents-2-text": "On finance",
        "documents-1-signatories": "A. Person",
    }
    response = send(clerk, communique, "undo", **since)
    assert rows(communique)[1].startswith("Protocol between") and len(rows(communique)) == 4
    assert value(communique, "documents-1-signatories") == "A. Person"
    assert "document 2 (Title); document 3 (Title)" in messages(response)[-1]
    assert "Do it again" in response.content.decode()
    response = send(clerk, communique, "redo", **{"event-name": "Typed later"})
    assert rows(communique)[1:3] == ["Protocol", "On finance"]
    assert value(communique, "event-name") == "Typed later"
    assert messages(response)[-1] == "Done again: document 2 was split in two: documents 2 and 3."
    assert len(send(clerk, communique, "undo").context["rows"]) == 4


def test_body_that_is_taken_back_takes_what_was_typed_into_it(
    clerk: Client, communique: Communique
) -> None:
    send(clerk, communique, "party-0")
    response = send(clerk, communique, "undo", **{"documents-0-parties-2-name": "Academy"})
    assert "documents-0-parties-2-name" not in communique.form
    assert "document 1 (As written)" in messages(response)[-1]


def test_merged_rows_part_again_as_they_were_typed(clerk: Client, communique: Communique) -> None:
    send(clerk, communique, "merge-2", **{"documents-2-text": "My roadmap"})
    send(clerk, communique, "undo", **{"documents-2-text": "My memorandum"})
    assert rows(communique)[2:] == ["My roadmap", "My memorandum"]


def test_steps_go_back_one_by_one(clerk: Client, communique: Communique) -> None:
    before = rows(communique)
    send(clerk, communique, "merge-1")
    send(clerk, communique, "split-2", add_words="of Khujand", **{"documents-1-text": "Typed"})
    send(clerk, communique, "undo")
    send(clerk, communique, "undo", **{"documents-0-text": "Typed last"})
    assert rows(communique)[1:] == [before[1], "Typed", before[3]]
    response = send(clerk, communique, "undo", **{"event-name": "Mine"})
    assert "no step to take back" in messages(response)[-1]
    assert value(communique, "event-name") == "Mine"


def test_fields_that_a_browser_sends_empty_are_not_typed(
    clerk: Client, communique: Communique
) -> None:
    send(clerk, communique, "split-1", add_words=CUT)
    empty = {"documents-2-period": "", "documents-2-signatories": "", "documents-2-type": ""}
    assert len(messages(send(clerk, communique, "undo", **empty))) == 1


# Bodies -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("left_out", "side"), [(0, "1"), (1, "2"), (None, "")])
def test_added_body_stands_on_the_first_empty_side(
    clerk: Client, communique: Communique, left_out: int | None, side: str
) -> None:
    values = {} if left_out is None else {f"documents-1-parties-{left_out}-DELETE": "on"}
    send(clerk, communique, "party-1", **values)
    assert value(communique, "documents-1-parties-2-side") == side


def without_parties() -> Communique:
    read = proposal(TEXT)
    read.documents[3].parties = ()
    read.documents[3].doubts = [Doubt("no_parties"), Doubt("told_again")]
    return begun(read)


def test_two_states_become_the_parties_in_one_step(clerk: Client, db: None) -> None:
    communique = without_parties()
    assert 'value="states-3"' in clerk.get(address(communique)).content.decode()
    assert messages(send(clerk, communique, "states-3")) == [
        "The parties of document 4 are the two states."
    ]
    assert 'value="states-3"' not in clerk.get(address(communique)).content.decode()
    memorandum = save(clerk, communique).documents.get(type="memorandum")
    parties = memorandum.parties.order_by("side")
    assert [(party.side, party.state.code, party.agency) for party in parties] == [
        (1, "tj", None),
        (2, "kz", None),
    ]
    assert memorandum.level == "interstate"
    assert [doubt.code for doubt in memorandum.reading_doubts.all()] == ["told_again"]


def test_two_states_are_for_a_document_without_parties(
    clerk: Client, communique: Communique
) -> None:
    assert 'value="states-' not in clerk.get(address(communique)).content.decode()
    response = send(clerk, communique, "states-1")
    assert "Document 2 has parties already." in messages(response)[0]


def test_two_states_are_for_an_event_of_two(clerk: Client, db: None) -> None:
    communique = without_parties()
    response = send(clerk, communique, "states-3", **{"delegations-1-state": []})
    assert "The event has not two states" in messages(response)[0]
    assert 'value="states-3"' not in response.content.decode()


# The announced number ---------------------------------------------------------------------------


def test_announced_number_is_added_where_the_text_gives_none(clerk: Client, db: None) -> None:
    read = proposal(TEXT)
    read.event.total = None
    communique = begun(read)
    response = send(clerk, communique, "total")
    assert messages(response) == ["A line for an announced number was added."]
    assert response.redirect_chain[0][0].endswith("#pacta-announcements")
    given = {"announcements-0-number": "12", "announcements-0-counts": "papers"}
    announced = save(clerk, communique, **given).announcements.get()
    assert (announced.number, announced.qualifier, announced.counts) == (12, "exactly", "papers")


def test_line_that_stays_empty_is_no_number(clerk: Client, communique: Communique) -> None:
    send(clerk, communique, "total")
    assert save(clerk, communique).announcements.get().number == 20


def test_numbers_have_an_end(clerk: Client, communique: Communique) -> None:
    response = send(clerk, communique, "total", **{"announcements-TOTAL_FORMS": "10"})
    assert "at most 10 numbers" in messages(response)[0]
