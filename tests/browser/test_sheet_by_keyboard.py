"""The event sheet in a browser: the ceremony is entered on one screen, without the mouse."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from agreements.models import Document, Event
from tests.browser.hand import Hand, ceremony, enter_bodies, paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NEW = "/admin/agreements/event/sheet/"
# What a clerk types to find the two sides and the subjects of each listed document. Where the
# title names a body as the archive does, nothing is typed; what is new is pasted from the paper.
TOURISM = "Tourism Development Committee under the Government of the Republic of Tajikistan"
EXPORT = "Export Agency under the Government of the Republic of Tajikistan"
ROWS = [
    ("", "", ["strategic st"]),
    ("", "", ["customs data"]),
    ("khujand", "", ["twin"]),
    (TOURISM, "", ["in tourism"]),
    ("", "", ["agriculture"]),
    ("", "", ["industrial", "innovation"]),
    (EXPORT, "", ["trade in goods"]),
    ("", "", ["foreign min"]),
]


def pick(hand: Hand, words: str, *, by: str = "Tab") -> None:
    """Type until the list has it on top, and take it; of nothing typed, what is likeliest."""
    hand.type(words) if words else hand.press("ArrowDown")
    expect(hand.page.locator("[role=option][aria-selected=true]")).to_be_visible()
    hand.press(by)


def new_agency(hand: Hand, name: str) -> None:
    """Paste the name from the paper; it is not found, what is like it is not it, so it is made."""
    hand.paste(name)
    option = hand.page.locator("[role=option].sheet-new[aria-selected=true]")
    expect(option).to_be_visible()
    hand.press("Enter")
    dialog = hand.page.locator("#pacta-new-agency")
    expect(dialog).to_be_visible()
    if dialog.locator(".sheet-alike").is_visible():
        expect(dialog.locator(".sheet-alike button").first).to_be_focused()
        hand.tab()
    hand.at("agency-name")
    hand.press("Enter")
    expect(dialog).to_be_hidden()
    hand.at("side_1-typed")


def enter_top(hand: Hand) -> None:
    hand.at("kind")
    hand.type("s")  # state visit
    hand.tab()
    hand.type("State visit of the President of Tajikistan to Kazakhstan")
    hand.tab(2)
    hand.at("began_on")
    hand.type("4 May 2023")
    hand.tab(2)
    for state, name in (("taj", "Emomali Rahmon"), ("kaz", "Kassym-Jomart Tokayev")):
        hand.at("state-typed")
        pick(hand, state)
        hand.tab()
        hand.at("head")
        hand.paste(name)
        hand.tab()
        hand.paste(
            f"President of the Republic of {'Tajikistan' if state == 'taj' else 'Kazakhstan'}"
        )
        hand.tab()
    hand.tab()  # past the button for one more state
    pick(hand, "kaz")
    hand.at("presence")
    hand.type("y")
    hand.tab()
    hand.at("qualifier")
    hand.tab()
    hand.type("20")
    hand.tab()
    hand.paste("documents of cooperation were signed by the ministries and agencies")
    hand.tab()
    hand.type("n")
    hand.tab()
    hand.type("8")
    hand.tab(2)


def enter_source(hand: Hand, source: dict[str, Any], kept: str) -> None:
    hand.at("publisher")
    hand.type(source["publisher"])
    hand.tab()
    hand.paste(source["title"])
    hand.tab()
    hand.paste(source["url"])
    hand.tab()
    hand.type("4 May 2023")
    hand.tab()
    hand.type("en")
    hand.tab()
    hand.paste(kept)
    hand.tab()


def enter_documents(hand: Hand, declaration: str, listed: str) -> None:
    hand.at("0-text")
    hand.paste(declaration)
    hand.tab()
    for _side in (1, 2):
        pick(hand, "")  # the state of the side
    pick(hand, "alliance", by="Enter")
    hand.tab(7)
    hand.at("is_signed_by_heads")
    hand.press("Space", "Enter")
    hand.paste(listed)  # eight rows at once
    expect(hand.page.locator(".sheet-row")).to_have_count(10)
    for number, (one, two, subjects) in enumerate(ROWS, 1):
        hand.at(f"{number}-text")
        hand.tab()
        if one in (TOURISM, EXPORT):
            new_agency(hand, one)
            hand.tab()
        else:
            pick(hand, one)
        pick(hand, two)
        for subject in subjects:
            pick(hand, subject, by="Enter")
        hand.press("Enter")


def test_ceremony_is_entered_without_the_mouse(clerk_page: Page) -> None:
    data = ceremony()
    enter_bodies(data, "tj-tourism", "tj-export")
    clerk_page.goto(NEW)
    hand = Hand(clerk_page)
    source = data["sources"]["einpresswire-2023-05-04"]
    listed = paper(data)
    enter_top(hand)
    enter_source(hand, source, f"The heads signed a Declaration.\n\n{listed}")
    enter_documents(hand, data["documents"][0]["titles"][0]["text"], listed)
    hand.press("Control+Enter")
    expect(clerk_page.locator(".messagelist .success")).to_contain_text("Documents added: 9")
    print(f"\n{hand.presses} presses, {hand.letters_pasted} letters pasted, {hand.seconds:.1f} s")
    assert hand.presses < 350  # by the forms of event and document, one by one, it was 1,964
    assert clerk_page.said == []
    check_event(source)
    check_documents(data)


def check_event(source: dict[str, Any]) -> None:
    event = Event.objects.get()
    assert (event.kind, event.began_on, event.ended_on) == ("state_visit", "2023-05-04", None)
    assert (event.place, event.state.code) == (None, "kz")
    assert [(d.state.code, d.role, d.head, d.is_head_present) for d in event.delegations.all()] == [
        ("tj", "guest", "Emomali Rahmon", "yes"),
        ("kz", "host", "Kassym-Jomart Tokayev", "yes"),
    ]
    announced = event.announcements.get()
    assert (announced.number, announced.qualifier, announced.listed) == (20, "exactly", 8)
    assert announced.includes_heads_documents == "no"
    kept = event.citations.get().source
    assert {name: getattr(kept, name) for name in source} == source
    assert "Protocol between the Customs Service" in kept.kept_text


def check_documents(data: dict[str, Any]) -> None:
    """Each as the sample has it: title, type, sides, years, subject, order."""
    documents = Document.objects.order_by("event_position")
    assert [d.publication_state for d in documents] == ["draft"] * 9
    for document, row in zip(documents, data["documents"], strict=True):
        assert str(document) == row["titles"][0]["text"]
        assert document.type_id == row["type"]
        assert (document.period, document.level) == (row.get("period"), row["level"])
        assert document.is_signed_by_heads == row["is_signed_by_heads"]
        assert (document.signed_on, document.signings.get().state.code) == ("2023-05-04", "kz")
        assert parties_of(document) == [named_in(data, party) for party in row["parties"]]
        assert {subject.slug for subject in document.subjects.all()} == set(row["subjects"])
    heads = documents[0].signatories.order_by("pk")
    assert [(s.person, s.party.side) for s in heads] == [
        ("Emomali Rahmon", 1),
        ("Kassym-Jomart Tokayev", 2),
    ]


def parties_of(document: Document) -> list[tuple]:
    return [
        (party.side, party.state.code, str(party.agency or ""), party.acting_as)
        for party in document.parties.order_by("side", "position")
    ]


def named_in(data: dict[str, Any], party: dict[str, Any]) -> tuple:
    agency = data["agencies"].get(party["agency"])
    name = agency["names"][0]["text"] if agency else ""
    return (party["side"], party["state"], name, party["acting_as"])
