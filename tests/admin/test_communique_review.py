"""The review of a communique, without script: all of it lands as drafts, or nothing does."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreements.communique.proposal import NotSignedNow, Said
from agreements.models import (
    Agency,
    Change,
    Citation,
    Communique,
    Document,
    Event,
    ReadingDoubt,
    Source,
    State,
)
from tests import builders
from tests.admin.conftest import signed_in
from tests.admin.desk import messages, url_of
from tests.admin.test_event_sheet import blank, url_of_sheet
from tests.communiques import TEXT, begun, proposal

PASTE = "/admin/agreements/event/from-communique/"


def address(communique: Communique) -> str:
    return f"{PASTE}{communique.pk}/"


def fields(communique: Communique) -> dict[str, Any]:
    """What the page would send back if nothing were typed."""
    communique.refresh_from_db()
    return {**communique.form, "version": str(communique.version)}


def send(client: Client, communique: Communique, do: str = "save", **values: Any) -> HttpResponse:
    data = fields(communique) | {name.replace("__", "-"): value for name, value in values.items()}
    data = {name: value for name, value in data.items() if value is not None}
    return client.post(address(communique), data | {"do": do}, follow=True)


def save(client: Client, communique: Communique, **values: Any) -> Event:
    response = send(client, communique, **values)
    assert "review" not in response.context, errors(response)
    builders.settle()
    communique.refresh_from_db()
    return communique.event


def errors(response: HttpResponse) -> str:
    forms = response.context["review"].live_forms()
    return " ".join(
        f"{form.prefix} {name}: {words}" for form in forms for name, words in form.errors.items()
    )


def rows(communique: Communique) -> list[str]:
    communique.refresh_from_db()
    total = int(communique.form["documents-TOTAL_FORMS"][0])
    return [(communique.form.get(f"documents-{n}-text") or [""])[0] for n in range(total)]


@pytest.fixture
def tj(db: None) -> State:
    return State.objects.get(code="tj")


@pytest.fixture
def kz(db: None) -> State:
    return State.objects.get(code="kz")


@pytest.fixture
def communique(db: None) -> Communique:
    return begun()


# Saving -----------------------------------------------------------------------------------------


def test_everything_lands_as_drafts(clerk: Client, communique: Communique) -> None:
    event = save(clerk, communique)
    assert (event.kind, event.began_on, event.publication_state) == (
        "state_visit",
        "2023-05-04",
        "draft",
    )
    assert [(d.state.code, d.role, d.head, d.is_head_present) for d in event.delegations.all()] == [
        ("tj", "guest", "Emomali Rahmon", "yes"),
        ("kz", "host", "Kassym-Jomart Tokayev", "yes"),
    ]
    assert event.state.code == "kz"
    announced = event.announcements.get()
    assert (announced.number, announced.listed, announced.includes_heads_documents) == (20, 3, "no")
    documents = list(event.documents.order_by("event_position"))
    assert [d.type_id for d in documents] == ["declaration", "protocol", "roadmap", "memorandum"]
    assert [d.level for d in documents] == ["interstate", "interagency", "interagency", "city"]
    assert {d.publication_state for d in documents} == {"draft"}
    assert documents[2].period == "2023/2025"
    assert [s.person for s in documents[0].signatories.all()] == [
        "Emomali Rahmon",
        "Kassym-Jomart Tokayev",
    ]
    assert [d.signed_on for d in documents] == ["2023-05-04"] * 4


def test_heads_sign_once(clerk: Client, communique: Communique) -> None:
    named = "Emomali Rahmon, President\nA. Witness, Minister"
    event = save(clerk, communique, **{"documents-0-signatories": named})
    declaration = event.documents.get(type="declaration")
    assert {(s.person, s.party and s.party.side) for s in declaration.signatories.all()} == {
        ("Emomali Rahmon", 1),
        ("Kassym-Jomart Tokayev", 2),
        ("A. Witness", None),
    }
    assert declaration.signatories.count() == 3


def test_each_field_is_cited_at_its_place(clerk: Client, communique: Communique) -> None:
    save(clerk, communique)
    text = communique.source.kept_text
    cited = list(Citation.objects.exclude(quote=""))
    assert len(cited) > 20
    for citation in cited:
        start = citation.quote_start
        assert text[start : start + len(citation.quote)] == citation.quote
        assert citation.source == communique.source
    fields_ = {(type(c.record).__name__, c.field) for c in cited}
    assert {
        ("Event", "kind"),
        ("Event", "began_on"),
        ("Event", "delegations"),
        ("Announcement", "number"),
        ("Document", "titles"),
        ("Document", "type"),
        ("Document", "period"),
        ("Document", "is_signed_by_heads"),
        ("Party", "name_as_written"),
    } <= fields_


def test_unlike_bodies_stand_on_their_sides(clerk: Client, communique: Communique) -> None:
    event = save(clerk, communique)
    protocol = event.documents.get(type="protocol")
    assert [
        (p.side, p.state.code, str(p.agency), p.agency.kind) for p in protocol.parties.all()
    ] == [
        (1, "tj", "Customs Service of Tajikistan", "committee_or_service"),
        (2, "kz", "Ministry of Finance of Kazakhstan", "ministry"),
    ]
    memorandum = event.documents.get(type="memorandum")
    assert [
        (str(p.agency), p.agency.kind, p.name_as_written) for p in memorandum.parties.all()
    ] == [
        ("Khujand", "city", "Khujand"),
        ("Turkestan", "city", "Turkestan"),
    ]


def test_known_bodies_are_used_and_new_ones_made_once(clerk: Client, tj: State, kz: State) -> None:
    customs = builders.agency(
        "Customs Service under the Government of the Republic of Tajikistan",
        of=tj,
        kind="committee_or_service",
    )
    finance = builders.agency("Ministry of Finance of the Republic of Kazakhstan", of=kz)
    before = Agency.objects.count()
    event = save(clerk, begun())
    parties = event.documents.get(type="protocol").parties.all()
    assert finance in [party.agency for party in parties]
    # "under the Government" is left out in the text.
    assert customs in [party.agency for party in parties]
    assert Agency.objects.count() == before + 4


def test_near_name_is_offered_and_not_chosen(clerk: Client, tj: State) -> None:
    near = builders.agency("Customs and Excise Service of Tajikistan", of=tj, kind="other")
    communique = begun()
    response = clerk.get(address(communique))
    party = response.context["review"].rows.forms[1].parties.forms[0]
    assert [match.choice.record for match in party.matches] == [near]
    assert party.how is None and not party["is_new"].value()
    save(clerk, communique, **{"documents-1-parties-0-body": [f"agency-{near.pk}"]})
    protocol = Document.objects.get(type="protocol")
    assert protocol.parties.get(side=1).agency == near


def test_open_body_leaves_a_doubt_and_no_level(clerk: Client, communique: Communique) -> None:
    event = save(clerk, communique, **{"documents-1-parties-1-is_new": None})
    protocol = event.documents.get(type="protocol")
    party = protocol.parties.get(side=2)
    assert (party.state, party.agency, party.name_as_written) == (
        None,
        None,
        "Ministry of Finance of Kazakhstan",
    )
    assert protocol.level == ""
    page = clerk.get(url_of(protocol)).content.decode()
    assert "Which body is “Ministry of Finance of Kazakhstan”?" in page


def test_body_without_a_side_is_left_out_and_said(clerk: Client, communique: Communique) -> None:
    event = save(clerk, communique, **{"documents-1-parties-1-side": ""})
    protocol = event.documents.get(type="protocol")
    assert [party.side for party in protocol.parties.all()] == [1]
    assert protocol.reading_doubts.get().code == "no_side_of_party"


def test_doubt_stays_on_the_draft_until_it_is_dismissed(
    clerk: Client, communique: Communique
) -> None:
    event = save(clerk, communique)
    memorandum = event.documents.get(type="memorandum")
    doubt = memorandum.reading_doubts.get()
    assert (doubt.code, doubt.values, doubt.quote) == (
        "party_without_state",
        {"party": "Khujand"},
        "Khujand",
    )
    words = "does not say of which state this party is: Khujand"
    assert words in clerk.get(url_of(memorandum)).content.decode()
    memorandum.dismissed_doubts.create(
        code="reading_party_without_state", key=str(doubt.pk), by="clerk"
    )
    response = clerk.get(url_of(memorandum))
    panel = response.context["panel"]
    assert words not in " ".join(row.doubt.words for row in panel.warnings)
    assert words in panel.dismissed[0][0].words


def test_settled_doubt_does_not_stay(clerk: Client, communique: Communique) -> None:
    event = save(clerk, communique, **{"documents-3-settled": ["0"]})
    assert not event.documents.get(type="memorandum").reading_doubts.exists()
    assert not ReadingDoubt.objects.exists()


def test_dropped_document_is_not_made(clerk: Client, communique: Communique) -> None:
    event = save(clerk, communique, **{"documents-2-is_taken": None, "documents-2-text": ""})
    assert [d.type_id for d in event.documents.order_by("event_position")] == [
        "declaration",
        "protocol",
        "memorandum",
    ]


def test_correction_is_saved(clerk: Client, communique: Communique) -> None:
    event = save(
        clerk,
        communique,
        **{
            "documents-1-text": "Protocol on customs",
            "documents-1-type": "memorandum_of_understanding",
            "documents-1-period": "2023-2024",
            "documents-1-signatories": "A. Person, Head of the Service\nB. Person",
            "documents-1-parties-0-DELETE": "on",
            "event-name": "The visit",
        },
    )
    document = event.documents.get(titles__text="Protocol on customs")
    assert (document.type_id, document.period) == ("memorandum_of_understanding", "2023/2024")
    assert [(s.person, s.office) for s in document.signatories.all()] == [
        ("A. Person", "Head of the Service"),
        ("B. Person", ""),
    ]
    assert [party.side for party in document.parties.all()] == [2]
    assert str(event) == "The visit"


def test_all_or_nothing(clerk: Client, communique: Communique) -> None:
    response = send(clerk, communique, **{"documents-1-text": "", "documents-2-period": "soon"})
    assert "documents-1 text: " in errors(response) and "documents-2 period: " in errors(response)
    assert "Not saved. 2 things are wrong" in response.content.decode()
    assert not Event.objects.exists() and not Document.objects.exists()
    assert not Citation.objects.exists()


def test_refused_review_is_kept_as_it_was_sent(clerk: Client, communique: Communique) -> None:
    send(clerk, communique, **{"documents-1-text": "", "event-name": "Mine"})
    page = clerk.get(address(communique)).content.decode()
    assert 'value="Mine"' in page and "Not saved" not in page


def test_new_body_needs_state_and_kind(clerk: Client, communique: Communique) -> None:
    response = send(
        clerk,
        communique,
        **{"documents-1-parties-0-kind": "", "documents-1-parties-0-state": []},
    )
    assert "Say what kind of body it is." in errors(response)
    assert "Say of which state it is." in errors(response)


def test_who_may_add_no_agencies_is_told(communique: Communique) -> None:
    somebody = signed_in("somebody", "add_agency", group="clerk")
    response = send(somebody, communique)
    assert "You may not add agencies: choose one." in errors(response)
    assert not Agency.objects.filter(names__text__startswith="Customs Service of").exists()


def test_history_names_who_saved(clerk: Client, communique: Communique) -> None:
    event = save(clerk, communique)
    assert set(Change.objects.of(event).values_list("actor", flat=True)) == {"clerk"}


def test_drafts_are_put_right_on_the_sheet(clerk: Client, communique: Communique) -> None:
    """What the review cited goes with a body that is taken away, or a draft that is deleted."""
    event = save(clerk, communique)
    url = url_of_sheet(event)
    customs = builders.agency("Customs Committee", of=State.objects.get(code="tj"))
    changes = {"documents-1-side_1": [f"agency-{customs.pk}"], "documents-2-DELETE": "on"}
    response = clerk.post(url, blank(clerk, url) | changes | {"save": "1"}, follow=True)
    assert "changed: 1, deleted: 1" in messages(response)[0]
    assert event.documents.get(type="protocol").parties.get(side=1).agency == customs


def test_event_alone_is_saved_where_a_text_only_counts(
    clerk: Client, communique: Communique
) -> None:
    dropped = {f"documents-{n}-is_taken": None for n in range(4)}
    event = save(clerk, communique, **dropped)
    assert event.documents.count() == 0 and event.announcements.get().number == 20


def test_place_that_the_archive_lacks_is_a_doubt(clerk: Client) -> None:
    read = proposal(TEXT)
    read.event.place = Said("Farawayville", read.event.kind.span)
    event = save(clerk, begun(read))
    assert (event.place, event.state.code) == (None, "kz")
    assert event.reading_doubts.get().values == {"name": "Farawayville"}
    assert "no place called “Farawayville”" in clerk.get(url_of(event)).content.decode()


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
    again = mine | {"version": str(response.context["communique"].version)}
    clerk.post(address(communique), again)
    assert str(Event.objects.get()) == "Mine"


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


def test_letters_of_the_text_are_no_markup(clerk: Client, communique: Communique) -> None:
    text = communique.source.kept_text.replace("advance information", "<b>advance</b> informatio")
    Source.objects.filter(pk=communique.source.pk).update(kept_text=text)
    page = clerk.get(address(communique)).content.decode()
    assert "<b>advance" not in page and "&lt;b&gt;advance" in page


def test_page_takes_as_many_statements_for_many_documents(
    clerk: Client, communique: Communique
) -> None:
    one = queries(clerk, communique)
    for _n in range(6):
        send(clerk, communique, "split-1")
    assert queries(clerk, communique) == one


def queries(client: Client, communique: Communique) -> int:
    client.get(address(communique))
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address(communique)).status_code == 200
    return len(captured)
