"""Two people edit one record, each in a browser; and leaving what is not saved."""

from typing import Any

import pytest
from django.db import transaction
from playwright.sync_api import Browser, Page, expect

from agreements.models import Change
from tests import builders
from tests.admin.desk import url_of
from tests.browser.conftest import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_two_browsers_edit_one_record(browser: Browser, clerk_page: Page, live_server: Any) -> None:
    with transaction.atomic():
        document = builders.draft("Agreement on water")
    other = browser.new_context(base_url=live_server.url)
    editor_page = sign_in(other.new_page(), live_server, "editor")
    for page in (clerk_page, editor_page):
        page.goto(url_of(document))
    clerk_page.get_by_label("Summary").fill("What the clerk wrote")
    clerk_page.get_by_role("button", name="Save", exact=True).click()
    expect(clerk_page.locator(".messagelist .success")).to_contain_text("successfully")

    editor_page.get_by_label("Summary").fill("What the editor wrote")
    editor_page.get_by_role("button", name="Save", exact=True).click()
    line = editor_page.locator(".pacta-stale tbody tr")
    expect(line).to_have_count(1)
    for words in ("Summary", "What the clerk wrote", "What the editor wrote", "clerk"):
        expect(line).to_contain_text(words)
    expect(editor_page.get_by_label("Summary")).to_have_value("What the editor wrote")
    document.refresh_from_db()
    assert document.summary == "What the clerk wrote"

    editor_page.get_by_role("button", name="Save", exact=True).click()
    expect(editor_page.locator(".messagelist .success")).to_contain_text("successfully")
    document.refresh_from_db()
    assert document.summary == "What the editor wrote"
    summaries = Change.objects.of(document).filter(new__has_key="summary", operation="update")
    assert list(summaries.order_by("pk").values_list("actor", flat=True)) == ["clerk", "editor"]
    assert clerk_page.said == editor_page.said == []
    other.close()


def test_leaving_what_is_typed_asks_first(clerk_page: Page) -> None:
    with transaction.atomic():
        document = builders.draft("Agreement on water")
    asked: list[str] = []
    clerk_page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    clerk_page.goto(url_of(document))
    clerk_page.get_by_label("Summary").press_sequentially("Typed for an hour")
    clerk_page.get_by_role("link", name="History").click()
    clerk_page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    expect(clerk_page.get_by_label("Summary")).to_have_value("Typed for an hour")
    clerk_page.get_by_role("button", name="Save", exact=True).click()
    expect(clerk_page.locator(".messagelist .success")).to_contain_text("successfully")
    assert asked == ["beforeunload"]


def test_leaving_what_was_only_looked_at_does_not_ask(clerk_page: Page) -> None:
    with transaction.atomic():
        document = builders.draft("Agreement on water")
    asked: list[str] = []
    clerk_page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    clerk_page.goto(url_of(document))
    clerk_page.get_by_role("link", name="History").click()
    expect(clerk_page.get_by_role("heading", name="History", exact=True)).to_be_visible()
    assert asked == []
