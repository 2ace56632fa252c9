"""The review by keyboard alone, and without a barrier, in every scheme and width."""

from __future__ import annotations

import pytest
from django.db import transaction
from playwright.sync_api import Page

from agreements.models import Document, Event
from tests import builders
from tests.admin.test_reviewing import QUEUE, review_of, state, waiting_document
from tests.browser.test_admin import desk, violations

__all__ = ["desk"]
pytestmark = pytest.mark.browser


@transaction.atomic
def waiting() -> tuple[Event, Document]:
    """An event with a document that names two new agencies at a new place; then a document."""
    land = builders.state(name="Harbourland")
    builders.document(side_1=builders.agency("Ministry of Harbours and Ports", of=land))
    event = builders.event(place=builders.place("Portville"), publication_state="in_review")
    twin = builders.agency("Ministry of Harbors and Ports", of=land)
    builders.announcement(event, 20)
    waiting_document("Договор о Cамарканде", side_1=twin, event=event, language="ru")
    waiting_document("Protocol on lights", side_1=builders.agency(of=land), event=event)
    return event, waiting_document("Agreement on bridges", side_1=builders.agency("New Bureau"))


def tab_to(page: Page, selector: str) -> None:
    """As somebody without a mouse gets there."""
    for _n in range(150):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached by Tab")


def press(page: Page, selector: str, key: str = "Space") -> None:
    tab_to(page, selector)
    page.keyboard.press(key)


def test_publish_and_next_by_keyboard(desk: Page) -> None:
    event, document = waiting()
    desk.goto(QUEUE)
    press(desk, f"a[href='{review_of(event)}']", "Enter")
    desk.wait_for_url(f"**{review_of(event)}")
    names = desk.locator(".pacta-new-name input[type=checkbox]")
    assert names.count() == 3
    press(desk, "[name=act][value=publish_next]", "Enter")
    desk.locator("#pacta-refused").wait_for()
    assert state(event) == "in_review"
    for number in range(3):
        press(desk, f"#{names.nth(number).get_attribute('id')}")
    press(desk, "[name=act][value=publish_next]", "Enter")
    desk.wait_for_url(f"**{review_of(document)}")
    assert state(event) == "published"
    press(desk, ".pacta-new-name input[type=checkbox]")
    press(desk, "[name=act][value=publish_next]", "Enter")
    desk.wait_for_url(f"**{QUEUE}")
    assert state(document) == "published"
    assert desk.locator(".messagelist >> text=nothing waits for review").count() == 1
    assert desk.said == []


def test_enter_in_a_box_publishes_nothing(desk: Page) -> None:
    event, _document = waiting()
    desk.goto(review_of(event))
    for box in desk.locator(".pacta-new-name input[type=checkbox]").all():
        press(desk, f"#{box.get_attribute('id')}")
    desk.keyboard.press("Enter")
    desk.locator("#pacta-refused").wait_for()
    assert desk.locator(".pacta-new-name input:checked").count() == 3
    assert state(event) == "in_review"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("what", ["queue", "review", "refused", "returned", "send"])
def test_no_serious_barrier_and_no_error(desk: Page, what: str, scheme: str, width: int) -> None:
    desk.emulate_media(color_scheme=scheme)
    desk.set_viewport_size({"width": width, "height": 900})
    event, _document = waiting()
    if what == "queue":
        desk.goto(QUEUE)
    elif what == "send":
        with transaction.atomic():
            draft = builders.event(publication_state="draft")
            Document.objects.create(event=draft).titles.create(language="en", text="Bare paper")
        desk.goto(f"{QUEUE}event/{draft.pk}/send/")
    else:
        desk.goto(review_of(event))
    if what == "refused":
        desk.click("[name=act][value=publish]")
        desk.locator("#pacta-refused").wait_for()
    if what == "returned":
        desk.fill("[name=remark]", "Which ministry?")
        desk.click("[name=act][value=return]")
        desk.wait_for_url(f"**{QUEUE}")
        desk.goto(f"/admin/agreements/event/{event.pk}/change/")
        desk.locator(".pacta-returned").wait_for()
    desk.wait_for_load_state("load")
    assert desk.said == []  # before axe, whose own styles the policy refuses
    assert violations(desk) == []
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
