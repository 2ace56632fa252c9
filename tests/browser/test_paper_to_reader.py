"""A paper's way: uploaded at the desk, read by a worker, found by its words, compared."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse
from playwright.sync_api import Page, expect

from agreements.models import Document
from tests import builders
from tests.browser.test_admin import violations
from tests.jobs.working import Working
from tests.texts import files

pytestmark = pytest.mark.browser

ENGLISH = [
    "AGREEMENT on the protection of the wombat\nArticle 1\nThe Parties protect the wombat.",
    "Article 2\nThe Parties exchange quokkas every second year.",
]
RUSSIAN = (
    "Соглашение об охране вомбата\n\nСтатья 1\n\nСтороны охраняют вомбата.\n\n"
    "Статья 2\n\nСтороны обмениваются квокками раз в два года."
)


@pytest.fixture
def document(live_server: Any) -> Document:
    with transaction.atomic():
        return builders.document("Agreement on the wombat")


def barriers(page: Page) -> list[str]:
    found = violations(page)
    page.said.clear()  # axe has styles that the policy refuses
    return found


def test_paper_is_uploaded_read_found_and_compared(
    head_page: Page, live_server: Any, document: Document, tmp_path: Path
) -> None:
    page = head_page
    assert User.objects.get().is_superuser
    paper = files.put(tmp_path, "Wombat.pdf", files.pdf(ENGLISH))
    # At the desk: a text that is a file, and one that is typed.
    page.goto(live_server.url + reverse("admin:agreements_document_change", args=[document.pk]))
    page.click("#texts-group summary")
    page.click("#texts-group .add-row a")
    page.fill("[name=texts-0-language]", "en")
    page.set_input_files("[name=texts-0-upload]", paper)
    page.click("#texts-group .add-row a")
    page.fill("[name=texts-1-language]", "ru")
    page.fill("[name=texts-1-body]", RUSSIAN)
    assert page.said == []
    page.click("[name=_save]")
    expect(page.locator(".messagelist")).to_contain_text("was changed successfully")
    # Nothing is found before the worker has read it.
    search = f"{live_server.url}/documents/?q=quokkas"
    page.goto(search)
    expect(page.locator("main")).not_to_contain_text("exchange quokkas")
    worker = Working("--drain", log=tmp_path / "worker.log")
    assert worker.wait() == 0, worker.said()
    # A reader finds it, on the page of the file on which it stands.
    page.goto(search)
    page.get_by_role("link", name="In the text, page 2").click()
    expect(page).to_have_url(re.compile("#page-2$"))
    expect(page.locator("#page-2 mark").first).to_have_text("quokkas")
    shown = page.get_by_role("img", name="Page 2 as it stands in the file")
    shown.scroll_into_view_if_needed()
    expect(shown).to_have_js_property("complete", True)
    assert shown.evaluate("image => image.naturalWidth") > 0
    assert barriers(page) == []
    # And beside it the other language, article by article.
    page.get_by_role("link", name="Russian beside this one").click()
    row = page.get_by_role("row").filter(has_text="exchange quokkas")
    expect(row).to_contain_text("Стороны обмениваются квокками")
    assert barriers(page) == []
    # The original is what was sent.
    page.get_by_role("link", name="About this document").first.click()
    original = page.locator("a[href^='/files/']").first.get_attribute("href")
    assert page.request.get(live_server.url + original).body() == paper.read_bytes()
