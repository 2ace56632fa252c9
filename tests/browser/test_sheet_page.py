"""The event sheet in a browser: for everybody, by keyboard, with script and without."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import transaction
from playwright.sync_api import Browser, Page, expect

from agreements.models import Agency, Document, Event
from tests import builders
from tests.browser.conftest import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NEW = "/admin/agreements/event/sheet/"
CHOSEN = ".sheet-chosen li:not(.sheet-likely)"


def row(page: Page, number: int) -> Any:
    return page.locator(".sheet-row").nth(number)


def box(page: Page, number: int, name: str) -> Any:
    return row(page, number).locator(f"input[name$={name}-typed]")


def chosen(page: Page, number: int, name: str) -> list[str]:
    return row(page, number).locator(f".sheet-{name} {CHOSEN} label").all_inner_texts()


def pick(page: Page, field: Any, words: str) -> None:
    field.focus()
    page.keyboard.type(words)
    expect(page.locator("[role=option][aria-selected=true]")).to_be_visible()
    page.keyboard.press("Enter")


def save(page: Page) -> None:
    page.keyboard.press("Control+Enter")
    expect(page.locator(".messagelist .success")).to_be_visible()


@pytest.fixture
def draft_event(clerk_page: Page) -> Event:
    """With a bare document and one that shows all that a row can say."""
    with transaction.atomic():
        event = builders.event("State visit", publication_state="draft")
        builders.draft("Agreement on water", event=event, event_position=1)
        rich = builders.draft("Notes", event=event, event_position=2, side_1=builders.agency())
        rich.signings.create(signed_on="2023-06-01")
        rich.titles.create(text="Ноты", language="ru")
        builders.party(rich, 2, builders.state(), role="on_behalf_of")
        builders.document("Treaty", event=event, event_position=3)
    return event


# For everybody ---------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_sheet_is_for_everybody(
    clerk_page: Page, draft_event: Event, width: int, scheme: str
) -> None:
    """New, saved, wrong, with an open list and an open dialog."""
    page = clerk_page
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    troubles = []
    page.goto(NEW)
    troubles += look(page, "new")
    page.locator("[name=event-began_on]").fill("31 June 2023")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#pacta-errornote")).to_be_visible()
    troubles += look(page, "wrong")
    page.goto(f"/admin/agreements/event/{draft_event.pk}/sheet/")
    troubles += look(page, "saved")
    box(page, 0, "side_1").focus()
    page.keyboard.type("testland")
    expect(page.locator("[role=option]").first).to_be_visible()
    troubles += look(page, "list")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("dialog")).to_be_visible()
    troubles += look(page, "dialog")
    assert troubles == []


def look(page: Page, what: str) -> list[str]:
    said = [f"{what}: {line}" for line in page.said]  # before axe, whose styles are refused
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    found = Axe().run(page).response["violations"]
    page.said.clear()
    return (
        said
        + [f"{what} scrolls sideways by {wide}"] * (wide > 0)
        + [
            f"{what} {violation['id']}: {violation['nodes'][0]['html'][:120]}"
            for violation in found
        ]
    )


# With script -----------------------------------------------------------------------------------


def test_rows_come_move_and_go_by_keyboard(clerk_page: Page) -> None:
    page, keys = clerk_page, clerk_page.keyboard
    page.goto(NEW)
    expect(page.locator(".sheet-row")).to_have_count(1)
    page.locator("[name=event-kind]").select_option("visit")
    page.locator("[name=event-name]").fill("Visit")
    row(page, 0).locator("textarea").focus()
    for title in ("One", "Two", "Three"):
        keys.type(title)
        keys.press("Enter")
    expect(page.locator(".sheet-row")).to_have_count(4)
    row(page, 2).locator("textarea").focus()
    keys.press("Alt+ArrowUp")
    expect(row(page, 1).locator("textarea")).to_be_focused()
    expect(page.locator("#pacta-said")).to_have_text("Document moved to place 2")
    row(page, 0).get_by_role("button", name="Remove").focus()
    keys.press("Enter")
    expect(row(page, 0).locator("textarea")).to_be_focused()
    save(page)
    assert [str(d) for d in Document.objects.order_by("event_position")] == ["Three", "Two"]


def test_proposal_is_seen_and_overridden(clerk_page: Page) -> None:
    page = clerk_page
    page.goto(NEW)
    page.locator("[name=event-kind]").select_option("visit")
    page.locator("[name=event-name]").fill("Visit")
    row(page, 0).locator("textarea").focus()
    page.keyboard.type("Roadmap on trade for 2023-2025")
    kind, years = (row(page, 0).locator(f"[name$={name}]") for name in ("-type", "-period"))
    expect(kind).to_have_value("roadmap")
    expect(years).to_have_value("2023–2025")
    expect(row(page, 0).locator(".sheet-proposed")).to_have_count(2)
    kind.select_option("plan")
    years.fill("")
    expect(row(page, 0).locator(".sheet-proposed")).to_have_count(0)
    row(page, 0).locator("textarea").press("End")
    page.keyboard.type(" and more")
    page.wait_for_function("document.querySelector('[name$=\"0-proposed\"]').value === '1'")
    save(page)
    document = Document.objects.get()
    assert (document.type_id, document.period) == ("plan", None)


def test_above_is_repeated_and_shown(clerk_page: Page) -> None:
    page, keys = clerk_page, clerk_page.keyboard
    agency = builders.agency("Customs of Harbourland")
    page.goto(NEW)
    page.locator("[name=event-kind]").select_option("visit")
    page.locator("[name=event-name]").fill("Visit")
    row(page, 0).locator("textarea").fill("Protocol")
    pick(page, box(page, 0, "side_1"), "customs harbour")
    row(page, 0).locator("[name$=signed_on]").fill("6 May 2023")
    row(page, 1).locator("textarea").fill("Roadmap")
    box(page, 1, "side_1").focus()
    keys.type('"')
    told = row(page, 1).locator(".sheet-side_1 .sheet-above")
    expect(told).to_contain_text("as above: Customs of Harbourland")
    row(page, 1).get_by_label("Date and place as above").check()
    expect(row(page, 1).locator(".sheet-signed_on .sheet-above")).to_have_text(
        "as above: 6 May 2023"
    )
    save(page)
    documents = Document.objects.all()
    assert [d.parties.get().agency for d in documents] == [agency, agency]
    assert {d.signed_on for d in documents} == {"2023-05-06"}


def test_what_was_chosen_is_taken_away_by_backspace(clerk_page: Page) -> None:
    page = clerk_page
    builders.agency("Customs of Harbourland")
    page.goto(NEW)
    field = box(page, 0, "side_1")
    pick(page, field, "customs harbour")
    assert chosen(page, 0, "side_1")[0].startswith("Customs")
    row(page, 0).locator(f".sheet-side_1 {CHOSEN} label").click()  # takes nothing away
    assert len(chosen(page, 0, "side_1")) == 1
    field.press("Backspace")
    assert chosen(page, 0, "side_1") == []


def test_dialog_shows_likely_ones_first_and_gives_the_focus_back(clerk_page: Page) -> None:
    page, keys = clerk_page, clerk_page.keyboard
    known = builders.agency("Ministry of Harbours and Ports")
    page.goto(NEW)
    field = box(page, 0, "side_1")
    dialog = page.locator("dialog")
    pick(page, field, "Ministri of Harbours & Ports")
    likely = dialog.get_by_role("button", name="Ministry of Harbours and Ports")
    expect(likely).to_be_focused()
    for _press in range(12):  # the page behind is never reached
        keys.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
    keys.press("Escape")
    expect(dialog).to_be_hidden()
    expect(field).to_be_focused()
    expect(field).to_have_value("Ministri of Harbours & Ports")
    field.press("End")
    keys.press("ArrowDown")
    expect(page.locator("[role=option].sheet-new")).to_be_visible()
    keys.press("Enter")
    expect(likely).to_be_focused()
    keys.press("Enter")
    expect(dialog).to_be_hidden()
    assert chosen(page, 0, "side_1")[0].startswith("Ministry of Harbours and Ports")
    assert Agency.objects.get() == known


def test_second_agency_of_a_name_is_asked_about(clerk_page: Page) -> None:
    page = clerk_page
    state = builders.state(name="Harbourland")
    builders.agency("Ports", of=state)
    page.goto(NEW)
    pick(page, box(page, 0, "side_1"), "Porrts")
    dialog = page.locator("dialog")
    expect(dialog).to_be_visible()
    dialog.locator("[name=agency-name]").fill("Ports")
    dialog.locator("[name=agency-kind]").select_option("other")
    pick(page, dialog.locator("[name=agency-state-typed]"), "harbourland")
    dialog.get_by_role("button", name="Save the agency").click()
    expect(dialog.locator(".errorlist")).to_contain_text("has a body of this name already")
    assert Agency.objects.count() == 1
    dialog.get_by_label("It is another body").check()
    dialog.get_by_role("button", name="Save the agency").click()
    expect(dialog).to_be_hidden()
    assert Agency.objects.count() == 2


def test_error_gets_the_focus_and_what_was_typed_stays(clerk_page: Page) -> None:
    page = clerk_page
    page.goto(NEW)
    page.locator("[name=event-kind]").select_option("visit")
    page.locator("[name=event-name]").fill("Visit")
    row(page, 0).locator("textarea").fill("Protocol")
    box(page, 0, "side_1").fill("nobody at all")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#pacta-errornote")).to_contain_text("1 thing is wrong")
    expect(box(page, 0, "side_1")).to_be_focused()
    expect(box(page, 0, "side_1")).to_have_value("nobody at all")
    expect(row(page, 0).locator("textarea")).to_have_value("Protocol")
    assert not Event.objects.exists()


def test_saved_rows_are_changed_and_a_bare_draft_deleted(
    clerk_page: Page, draft_event: Event
) -> None:
    page = clerk_page
    page.goto(f"/admin/agreements/event/{draft_event.pk}/sheet/")
    expect(page.locator(".sheet-row")).to_have_count(4)
    assert "Treaty" in row(page, 2).inner_text()
    row(page, 0).locator("textarea").fill("Agreement on rivers")
    Document.objects.get(titles__text="Agreement on water").citations.all().delete()
    row(page, 1).locator("textarea").press("Control+Enter")
    expect(page.locator("#pacta-errornote")).to_be_visible()  # its citation went meanwhile
    page.keyboard.press("Control+Enter")
    expect(page.locator(".messagelist .success")).to_contain_text("changed: 1")
    row(page, 0).get_by_label("Delete this draft").check()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".messagelist .success")).to_contain_text("deleted: 1")
    assert not Document.objects.filter(titles__text="Agreement on rivers").exists()


# Without it ------------------------------------------------------------------------------------


def test_sheet_works_without_script(browser: Browser, live_server: Any) -> None:
    state = builders.state(name="Harbourland")
    customs = builders.agency("Customs of Harbourland", of=state)
    builders.agency("Coast Guard of Harbourland", of=state)
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = sign_in(context.new_page(), live_server, "clerk")
    page.goto(NEW)
    expect(page.locator(".sheet-row")).to_have_count(10)
    page.locator("[name=event-kind]").select_option("visit")
    page.locator("[name=event-name]").fill("Visit")
    row(page, 0).locator("textarea").fill("Protocol for 2023-2025")
    box(page, 0, "side_1").fill("of harbourland")
    page.get_by_role("button", name="Add 10 more rows").click()
    expect(page.locator(".sheet-row")).to_have_count(20)
    expect(row(page, 0).locator("[name$=-type]")).to_have_value("protocol")
    page.get_by_role("button", name="Save", exact=True).click()
    row(page, 0).get_by_label("Customs").check()  # of the several that it may be
    box(page, 0, "side_1").fill("")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist .success")).to_contain_text("Documents added: 1")
    assert Document.objects.get().parties.get().agency == customs
    context.close()
