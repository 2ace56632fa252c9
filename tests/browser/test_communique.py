"""A press release in, drafts out: in a browser, by keyboard, and at what cost."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from agreements.models import Communique, Document, Event, State
from tests import builders
from tests.browser.hand import Hand, ceremony, enter_bodies
from tests.browser.test_every_admin_page import LOOKS, violations
from tests.browser.test_sheet_by_keyboard import named_in, parties_of
from tests.communiques import PAPER, TEXT, begun, paper, proposal

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASTE = "/admin/agreements/event/from-communique/"


def open_review(page: Page) -> Communique:
    communique = begun()
    page.goto(f"{PASTE}{communique.pk}/")
    return communique


@pytest.mark.skipif(not PAPER.exists(), reason="the press release is not beside the project")
def test_press_release_becomes_the_ceremony(clerk_page: Page) -> None:
    data = ceremony()
    enter_bodies(data, "tj-tourism", "tj-export")
    clerk_page.goto(PASTE)
    hand = Hand(clerk_page)
    hand.at("text")
    hand.paste(paper())
    hand.tab(2)
    hand.at("published_on")
    hand.type("4 May 2023")
    hand.tab()
    hand.paste(data["sources"]["einpresswire-2023-05-04"]["publisher"])
    hand.press("Enter")
    expect(clerk_page.locator(".communique-text kbd").first).to_be_visible()  # the script is there
    hand.press("Control+Enter")
    expect(clerk_page.locator(".messagelist .success")).to_contain_text("New documents: 9")
    print(f"\n{hand.presses} presses, {hand.letters_pasted} letters pasted, {hand.seconds:.1f} s")
    assert hand.presses < 40  # on the sheet it was 331
    event = Event.objects.get()
    assert (event.kind, event.began_on) == ("state_visit", "2023-05-04")
    announced = event.announcements.get()
    assert (announced.number, announced.listed) == (20, 8)
    assert announced.includes_heads_documents == "no"
    assert event.documents.filter(is_signed_by_heads=False).count() == 8
    documents = Document.objects.order_by("event_position")
    for document, row in zip(documents, data["documents"], strict=True):
        assert document.type_id == row["type"]
        assert document.period == row.get("period")
        assert document.is_signed_by_heads == row["is_signed_by_heads"]
        assert parties_of(document) == [named_in(data, party) for party in row["parties"]]
    heads = documents[0].signatories.order_by("pk")
    assert {signatory.person for signatory in heads} >= {"Emomali Rahmon", "Kassym-Jomart Tokayev"}
    assert len(heads) == 2
    assert clerk_page.said == []


def test_proposal_and_its_words_show_each_other(clerk_page: Page) -> None:
    open_review(clerk_page)
    shown = clerk_page.locator("#communique-words mark.is-shown")
    clerk_page.locator("#document-2 textarea[name$=-text]").focus()
    expect(shown.first).to_contain_text("Protocol")
    clerk_page.locator("[name=documents-1-parties-1-name]").focus()
    value = clerk_page.locator("#communique-words mark.is-value")
    expect(value).to_have_text("Ministry of Finance of Kazakhstan")
    clerk_page.locator("[name=event-began_on]").focus()
    expect(value).to_have_text("4 May 2023")
    clerk_page.locator("#communique-words mark", has_text="Roadmap").first.hover()
    expect(clerk_page.locator("#document-3")).to_have_class(re.compile("is-shown"))
    expect(clerk_page.locator("#document-2")).not_to_have_class(re.compile("is-shown"))
    clerk_page.locator("#words-4").focus()
    expect(clerk_page.locator("#document-4")).to_have_class(re.compile("is-shown"))
    clerk_page.keyboard.press("Enter")
    assert clerk_page.url.endswith("#document-4")


def select(page: Page, words: str) -> None:
    """As a mouse would, within one piece of the text."""
    page.evaluate(
        """words => {
            const walker = document.createTreeWalker(
                document.getElementById("communique-words"), NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + words.length);
                getSelection().removeAllRanges();
                getSelection().addRange(range);
            }
        }""",
        words,
    )


def test_selected_words_become_a_document_or_a_value(clerk_page: Page) -> None:
    communique = open_review(clerk_page)
    words = "documents were signed on"
    select(clerk_page, words)
    clerk_page.locator("[value=add]").click()
    expect(clerk_page.locator(".communique-row")).to_have_count(5)
    communique.refresh_from_db()
    start = TEXT.index(words)
    assert communique.form["documents-0-text"] == [words]
    assert communique.form["documents-0-text_at"] == [f"{start}-{start + len(words)}"]
    clerk_page.locator("[name=documents-0-text]").focus()
    select(clerk_page, "during the ")
    clerk_page.locator("#communique-into").click()
    expect(clerk_page.locator("[name=documents-0-text]")).to_have_value("during the")


def test_words_are_put_where_one_was_without_the_form_moving(clerk_page: Page) -> None:
    open_review(clerk_page)
    expect(clerk_page.locator("#communique-hint")).to_contain_text("Select words here")
    years = clerk_page.locator("[name=documents-1-period]")
    years.focus()
    before = clerk_page.evaluate("scrollY")
    words = clerk_page.locator("#communique-words mark", has_text="for 2023-2025").last
    box = words.bounding_box()
    clerk_page.mouse.move(box["x"] + 1, box["y"] + 8)
    clerk_page.mouse.down()
    clerk_page.mouse.move(box["x"] + box["width"] - 1, box["y"] + box["height"] - 8, steps=5)
    clerk_page.mouse.up()
    into = clerk_page.locator("#communique-into")
    expect(into).to_have_text("Put the words into: Years (Document 2)")
    expect(into).to_be_in_viewport(ratio=1)
    assert clerk_page.evaluate("scrollY") == before
    into.click()
    expect(years).to_have_value(re.compile("2023-202"))
    expect(years).to_be_focused()
    expect(clerk_page.locator("#communique-hint")).to_be_visible()


def test_words_are_chosen_by_keyboard(clerk_page: Page) -> None:
    open_review(clerk_page)
    years = clerk_page.locator("[name=documents-2-period]")
    years.focus()
    clerk_page.locator("#communique-words").focus()
    these = clerk_page.locator("#communique-these")
    for key, words in (
        ("ArrowRight", "Roadmap"),
        ("ArrowRight", "between"),
        ("ArrowLeft", "Roadmap"),
        ("Shift+ArrowRight", "Roadmap between"),
    ):
        clerk_page.keyboard.press(key)
        expect(these).to_have_text(f"“{words}”")
    clerk_page.keyboard.press("Enter")
    expect(years).to_have_value("Roadmap between")
    expect(years).to_be_focused()


def test_one_goes_on_by_keyboard_where_a_step_was(clerk_page: Page) -> None:
    open_review(clerk_page)
    clerk_page.get_by_role("link", name="Documents (4)").press("Enter")
    clerk_page.keyboard.press("Tab")
    clerk_page.keyboard.press("Tab")
    expect(clerk_page.locator("[name=documents-0-is_taken]")).to_be_focused()
    clerk_page.locator("[value=party-1]").press("Enter")
    clerk_page.wait_for_url("**/#document-2")
    expect(clerk_page.get_by_role("group", name="Document 2", exact=True)).to_be_focused()
    clerk_page.keyboard.press("Tab")
    clerk_page.keyboard.press("Tab")
    expect(clerk_page.locator("[name=documents-1-is_taken]")).to_be_focused()
    clerk_page.locator("[name=documents-1-period]").press("2")
    expect(clerk_page.get_by_role("status").filter(has_text="Kept.")).to_be_visible()


def test_what_is_typed_is_kept_while_one_goes(clerk_page: Page) -> None:
    communique = open_review(clerk_page)
    clerk_page.locator("[name=event-name]").fill("The visit of May")
    expect(clerk_page.locator("#pacta-said")).to_have_text("Kept.")
    clerk_page.goto(PASTE)
    clerk_page.goto(f"{PASTE}{communique.pk}/")
    expect(clerk_page.locator("[name=event-name]")).to_have_value("The visit of May")
    clerk_page.locator(".communique-submit [value=save]").click()
    expect(clerk_page.locator(".messagelist .success")).to_contain_text("New documents: 4")
    assert clerk_page.said == []


def test_other_clerks_work_is_not_overwritten(clerk_page: Page) -> None:
    communique = open_review(clerk_page)
    Communique.objects.filter(pk=communique.pk).update(version=7, written_by="Somebody")
    clerk_page.locator("[name=event-name]").fill("Mine")
    expect(clerk_page.locator("#pacta-said")).to_contain_text("Somebody kept this review")
    expect(clerk_page.locator("#pacta-said")).to_have_class(re.compile("is-error"))
    clerk_page.locator(".communique-submit [value=save]").click()
    expect(clerk_page.locator(".messagelist .error")).to_contain_text("Somebody kept this review")
    expect(clerk_page.locator(".pacta-stale")).to_contain_text("In your form")
    no_violations(clerk_page)
    expect(clerk_page.locator("[name=event-name]")).to_have_value("Mine")
    clerk_page.locator(".communique-submit [value=save]").click()
    expect(clerk_page.locator(".messagelist .success")).to_contain_text("New documents: 4")


def test_step_is_told_where_one_looks_and_listens(clerk_page: Page) -> None:
    open_review(clerk_page)
    said = clerk_page.locator("#pacta-said")
    clerk_page.locator("[value=split-1]").click()
    expect(said).to_contain_text("with which the second document begins")
    expect(clerk_page.locator("#id_add_words")).to_be_focused()
    clerk_page.locator("#id_add_words").fill("and the Ministry")
    clerk_page.locator("[value=split-1]").click()
    expect(said).to_have_text("Document 2 was split in two: documents 2 and 3.")
    expect(said).to_be_in_viewport()


def test_question_before_saving_is_for_everybody(clerk_page: Page) -> None:
    open_review(clerk_page)
    clerk_page.locator(".communique-submit [value=save]").click()
    expect(clerk_page.locator(".messagelist .success")).to_contain_text("New documents: 4")
    again = begun(proposal("Astana. " + TEXT), published_on="2023-05-05")
    again.form["documents-1-same_as"] = [""]
    again.save()
    clerk_page.goto(f"{PASTE}{again.pk}/#document-3")
    clerk_page.locator(".communique-submit [value=save]").click()
    asked = clerk_page.locator(".communique-asked")
    expect(asked).to_contain_text("likely recorded already")
    expect(asked).to_be_focused()
    expect(asked).to_be_in_viewport()
    no_violations(clerk_page)
    asked.locator("[value=save]").click()
    expect(clerk_page.locator(".messagelist .success")).to_contain_text("New documents: 1")


def no_violations(page: Page) -> None:
    for width, scheme, rules in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.wait_for_timeout(250)
        assert violations(page, rules) == []
    page.set_viewport_size({"width": 1280, "height": 900})


def test_refusal_is_seen_after_a_step_and_leads_to_what_is_wrong(clerk_page: Page) -> None:
    open_review(clerk_page)
    clerk_page.locator("[value=party-1]").click()
    clerk_page.wait_for_url("**/#document-2")
    clerk_page.locator("[name=documents-3-period]").fill("soon")
    clerk_page.locator(".communique-submit [value=save]").click()
    summary = clerk_page.locator("#pacta-errornote")
    expect(summary).to_be_focused()
    expect(summary).to_be_in_viewport(ratio=1)
    summary.get_by_role("link", name="Document 4, Years").click()
    expect(clerk_page.locator("[name=documents-3-period]")).to_be_focused()


def test_refused_review_is_for_everybody(clerk_page: Page) -> None:
    open_review(clerk_page)
    clerk_page.locator("[name=documents-1-text]").fill("")
    clerk_page.locator("[name=documents-2-period]").fill("soon")
    clerk_page.locator(".communique-submit [value=save]").click()
    expect(clerk_page.locator("#pacta-errornote")).to_contain_text("2 things are wrong")
    for width, scheme, rules in LOOKS:
        clerk_page.set_viewport_size({"width": width, "height": 900})
        clerk_page.emulate_media(color_scheme=scheme)
        clerk_page.wait_for_timeout(250)
        assert violations(clerk_page, rules) == []


def test_paste_says_that_it_reads(clerk_page: Page) -> None:
    clerk_page.goto(PASTE)
    clerk_page.locator("#id_text").fill(TEXT)
    clerk_page.locator("#id_publisher").fill("Gazette")
    clerk_page.evaluate(  # the answer takes its time
        """() => {
            window.sent = 0;
            addEventListener("submit", (event) => {
                if (!event.defaultPrevented) window.sent += 1;
                event.preventDefault();
            });
        }"""
    )
    button = clerk_page.locator("#communique-paste [type=submit]")
    expect(button).to_have_text("Read it")
    button.click()
    expect(button).to_have_text("Reading…")
    expect(clerk_page.get_by_role("status")).to_contain_text("is being read")
    button.dispatch_event("click")
    assert clerk_page.evaluate("sent") == 1


def test_long_name_of_a_body_is_seen_whole(clerk_page: Page) -> None:
    open_review(clerk_page)
    name = clerk_page.locator("[name=documents-1-parties-0-name]")
    name.fill("Committee of Tourism and Sports Industry of the Republic of Kazakhstan")
    assert name.evaluate("field => field.scrollHeight <= field.clientHeight")
    assert name.evaluate("field => field.scrollWidth <= field.clientWidth")


def test_frame_of_a_field_leaves_its_label_alone(clerk_page: Page) -> None:
    open_review(clerk_page)
    title = clerk_page.locator("[name=documents-1-text]")
    label = clerk_page.locator("#document-2 label", has_text="Title").bounding_box()
    assert title.bounding_box()["y"] - 4 >= label["y"] + label["height"] - 1


@pytest.mark.parametrize("size", [(1280, 380), (390, 844)])
def test_words_are_in_sight_while_one_corrects(clerk_page: Page, size: tuple[int, int]) -> None:
    width, height = size
    clerk_page.set_viewport_size({"width": width, "height": height})
    open_review(clerk_page)
    field = clerk_page.locator("[name=documents-2-signatories]")
    field.focus()
    pane = clerk_page.locator("#communique-words").bounding_box()
    marks = clerk_page.locator("#communique-words mark.is-shown").all()
    assert marks
    for place in (mark.bounding_box() for mark in marks):
        assert max(0, pane["y"]) <= place["y"]
        assert place["y"] + place["height"] <= min(pane["y"] + pane["height"], height)
    assert width == 1280 or field.bounding_box()["y"] > pane["y"] + pane["height"]


@pytest.mark.parametrize("width", [1280, 390])
def test_list_of_bodies_stays_on_the_page(clerk_page: Page, width: int) -> None:
    for n in range(9):
        builders.agency(f"Ministry of a rather long name that fills its line, the {n}th of these")
    clerk_page.set_viewport_size({"width": width, "height": 900})
    open_review(clerk_page)
    box = clerk_page.locator("[name=documents-1-parties-0-body-typed]")
    box.evaluate("field => field.scrollIntoView({ block: 'end' })")
    box.press_sequentially("ministry of")
    options = clerk_page.locator(".sheet-options:visible")
    expect(options.locator("[role=option]").first).to_be_visible()
    assert clerk_page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    place = options.bounding_box()
    assert place["x"] >= 0 and place["x"] + place["width"] <= width
    assert place["y"] + place["height"] <= 900


def test_narrow_page_does_not_scroll_sideways(clerk_page: Page) -> None:
    open_review(clerk_page)
    clerk_page.set_viewport_size({"width": 390, "height": 900})
    assert clerk_page.evaluate("document.documentElement.scrollWidth") <= 390


def test_dropped_and_narrow_is_for_everybody(clerk_page: Page) -> None:
    open_review(clerk_page)
    clerk_page.locator("[name=documents-0-is_taken]").uncheck()
    clerk_page.locator("[name=documents-1-parties-0-DELETE]").check()
    expect(clerk_page.locator("[name=documents-0-type]")).to_be_hidden()
    for width, scheme, rules in LOOKS:
        clerk_page.set_viewport_size({"width": width, "height": 900})
        clerk_page.emulate_media(color_scheme=scheme)
        clerk_page.wait_for_timeout(250)
        assert violations(clerk_page, rules) == []
    clerk_page.set_viewport_size({"width": 390, "height": 900})
    for url in (clerk_page.url, PASTE):
        clerk_page.goto(url)
        field = clerk_page.locator("textarea").first.bounding_box()
        assert field["x"] + field["width"] <= 380


def test_near_body_is_chosen_and_another_made_by_keyboard(clerk_page: Page) -> None:
    tj, kz = (State.objects.get(code=code) for code in ("tj", "kz"))
    near = builders.agency("Customs and Excise Service of Tajikistan", of=tj, kind="other")
    builders.agency("Ministry of Finance and Budget of Kazakhstan", of=kz)
    open_review(clerk_page)
    offered = clerk_page.locator(f'[name=documents-1-parties-0-body][value="agency-{near.pk}"]')
    expect(offered).not_to_be_checked()
    clerk_page.locator("[name=documents-1-parties-0-name]").focus()
    clerk_page.keyboard.press("Tab")
    expect(offered).to_be_focused()
    clerk_page.keyboard.press("Space")
    chosen = clerk_page.locator(".communique-party").nth(2).locator(".sheet-body .sheet-chosen")
    expect(chosen).to_contain_text("Customs and Excise")
    clerk_page.locator("[name=documents-1-parties-1-is_new]").focus()
    clerk_page.keyboard.press("Space")
    clerk_page.keyboard.press("Control+Enter")
    expect(clerk_page.locator(".messagelist .success")).to_contain_text("New documents: 4")
    protocol = Document.objects.get(type="protocol")
    assert [str(party.agency) for party in protocol.parties.order_by("side")] == [
        "Customs and Excise Service of Tajikistan",
        "Ministry of Finance of Kazakhstan",
    ]
    assert clerk_page.said == []
