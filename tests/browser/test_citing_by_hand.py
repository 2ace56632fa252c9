"""The suggested citation in a browser: copied by a button, whole without one."""

from __future__ import annotations

import pytest
from django.db import transaction
from playwright.sync_api import Browser, Page, expect

from agreements.models import Document
from tests import builders

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def paper() -> Document:
    with transaction.atomic():
        document = builders.document("Agreement on roads", summary="</script><b>About</b> roads.")
    return Document.objects.get(pk=document.pk)


def test_button_copies_by_keyboard_and_says_so(page: Page) -> None:
    document = paper()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(document.get_absolute_url())
    said = page.get_by_role("complementary").get_by_role("status")
    expect(said).to_have_text("")
    button = page.get_by_role("button", name="Copy the citation")
    button.focus()
    page.keyboard.press("Enter")
    expect(said).to_have_text("Copied")
    expect(button).to_be_focused()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".cite-as").inner_text()
    assert copied.startswith("Agreement on roads, ")
    assert f"/documents/{document.pk}/ (accessed " in copied


def test_says_where_it_could_not_be_copied(page: Page) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error())")
    page.goto(paper().get_absolute_url())
    page.get_by_role("button", name="Copy the citation").click()
    expect(page.get_by_text("copy it by hand")).to_be_visible()


def test_no_button_without_script(browser: Browser, live_server) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(paper().get_absolute_url())
    expect(page.locator(".cite-as")).to_contain_text("Agreement on roads, ")
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)
    with page.expect_download() as kept:
        page.get_by_role("link", name="BibTeX").click()
    assert kept.value.suggested_filename.endswith(".bib")
    context.close()


def test_policy_of_content_lets_data_stand(page: Page) -> None:
    """It is no script that runs; a browser has nothing to say of it."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(paper().get_absolute_url())
    found = page.evaluate(
        "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)"
    )
    assert found[0]["abstract"] == "</script><b>About</b> roads."
    assert said == []
