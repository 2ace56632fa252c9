"""What a request can't show: names for a screen reader, the keyboard, the console."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Permission, User
from django.db import transaction
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page

from agreements.editing.merging import merge
from agreements.models import Agency
from tests import builders
from tests.admin.desk import add_url, list_url, url_of

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(page: Page, live_server: Any) -> Page:
    """A page of somebody signed in who may do everything; its errors are kept in `page.said`."""
    user = User.objects.create_user("editor", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="agreements"))
    client = Client()
    client.force_login(user)
    session = client.cookies["sessionid"]
    page.context.add_cookies(
        [{"name": "sessionid", "value": session.value, "url": live_server.url}]
    )
    page.said = []
    page.on("console", lambda m: page.said.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: page.said.append(str(error)))
    return page


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{v['id']}: {node['html'][:200]}"
        for v in found
        if v["impact"] in ("serious", "critical")
        for node in v["nodes"]
    ]


def event_form() -> str:
    event = builders.event()
    builders.draft(event=event)
    return url_of(event)


def document_form() -> str:
    made = builders.draft(side_1=builders.agency())
    made.signatories.create(person="A. Person")
    return url_of(made)


def document_with_files() -> str:
    made = builders.draft()
    text = builders.text(made, language="ru")
    first = builders.received(made, text=text, name="Соглашение о воде.pdf", pages=2)
    builders.received(made, text=text, replaces=first, reason="A page was missing.", pages=3)
    builders.received(made, name="map.png", kind="png", is_public=False)
    return url_of(made)


def document_list() -> str:
    builders.draft()
    return list_url("document")


def two_agencies() -> tuple[Agency, Agency]:
    state = builders.state()
    losing, kept = builders.agency(of=state), builders.agency(of=state, kind="court")
    builders.draft(side_1=losing, side_2=kept)
    return losing, kept


def page_of(record: Agency, name: str) -> str:
    return reverse(f"admin:agreements_{record._meta.model_name}_{name}", args=[record.pk])


def merge_preview() -> str:
    losing, kept = two_agencies()
    return f"{page_of(losing, 'merge')}?into={kept.pk}"


def merge_undone() -> str:
    losing, kept = two_agencies()
    return page_of(merge(losing, kept, "Entered twice."), "change")


PAGES = {
    "document add": lambda: add_url("document"),
    "document": document_form,
    "document with files": document_with_files,
    "documents": document_list,
    "event": event_form,
    "agency add": lambda: add_url("agency"),
    "index": lambda: "/admin/",
    "merge": merge_preview,
    "choosing what to merge into": lambda: page_of(two_agencies()[0], "merge"),
    "marking a duplicate": lambda: page_of(two_agencies()[0], "duplicate"),
    "undoing a merge": merge_undone,
    "renaming": lambda: page_of(two_agencies()[0], "rename"),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES.keys())
def test_no_serious_barrier_and_no_error(desk: Page, make: Callable[[], str], scheme: str) -> None:
    desk.emulate_media(color_scheme=scheme)
    with transaction.atomic():
        address = make()
    desk.goto(address)
    desk.wait_for_load_state("load")
    assert desk.said == []  # before axe, whose own styles the policy refuses
    assert violations(desk) == []


def test_opened_choice_and_new_row_have_names(desk: Page) -> None:
    builders.agency()
    desk.goto(add_url("document"))
    desk.click("#parties-group .add-row a")
    desk.click("#signings-group .add-row a")
    box = desk.locator("#parties-2 .field-agency [role=combobox]").last
    assert box.get_attribute("aria-label") == "Agency"
    place = desk.locator("#signings-1 .field-place [role=combobox]")
    assert place.get_attribute("aria-label") == "Place"
    assert desk.locator("#id_signings-1-note_number").get_attribute("aria-label") == "Note number"
    box.click()
    assert desk.locator(".select2-search__field:focus").get_attribute("aria-label") == "Agency"
    desk.locator(".select2-results__option--highlighted").wait_for()
    assert violations(desk) == []


def test_party_is_added_and_its_agency_chosen_by_keyboard(desk: Page) -> None:
    agency = builders.agency("Ministry of Harbours")
    builders.agency("Ministry of Bridges")
    desk.goto(add_url("document"))
    desk.locator("#id_titles-0-text:focus").wait_for()  # Django's script puts the focus there
    keys = desk.keyboard
    desk.locator("#parties-group .add-row a").focus()
    keys.press("Enter")
    desk.locator("#id_parties-2-side").focus()
    keys.press("ArrowDown")
    desk.locator("#parties-2 .field-agency [role=combobox]").last.focus()
    keys.press("Enter")
    desk.locator(".select2-search__field:focus").wait_for()
    keys.type("harbours")
    desk.locator(".select2-results__option--highlighted", has_text="Harbours").wait_for()
    keys.press("Enter")
    assert desk.locator("#id_parties-2-agency").input_value() == str(agency.pk)
    keys.press("Tab")
    assert desk.evaluate("document.activeElement.closest('#parties-2') !== null")


def test_list_is_filtered_by_a_state_found_by_name(desk: Page) -> None:
    state = builders.state(name="Harbourland")
    with transaction.atomic():
        builders.draft("Mine", side_1=state)
        builders.draft("Other")
    desk.goto(list_url("document"))
    desk.click(".pacta-filter:has(#filter_state) [role=combobox]")
    desk.keyboard.type("harbour")
    desk.click(".select2-results__option--highlighted:has-text('Harbourland')")
    desk.click(".pacta-filter:has(#filter_state) button")
    desk.wait_for_url(f"**state={state.pk}*")
    assert desk.locator("#result_list tbody tr").count() == 1
    assert "Mine" in desk.locator("#result_list").inner_text()
