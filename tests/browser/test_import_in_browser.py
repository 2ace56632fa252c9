"""A table is brought in by keyboard: sent, described, looked through, written, taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from agreements.jobs.worker import Worker
from agreements.management.commands.work import HANDLERS
from agreements.models import Document, Import
from tests.browser.test_inbox_page import in_all_looks

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TABLE = """\
No;Название;Вид;Страна;Дата
7;Соглашение о торговле шерстью;соглашение;Таджикистан;03/04/1994
8;Протокол о вомбатах;протокольчик;Казахстан;05/06/1995
9;;соглашение;Таджикистан;05/04/1995
"""


def work() -> None:
    Worker(HANDLERS, most=1, drain=True).step()


def test_table_is_brought_in_by_keyboard(
    clerk_page: Page, live_server: Any, tmp_path: Path
) -> None:
    page = clerk_page
    table = tmp_path / "таблица.csv"
    table.write_text(TABLE, encoding="cp1251")
    page.goto("/admin/")
    page.get_by_role("link", name="bring in a table").press("Enter")
    assert in_all_looks(page) == []
    page.get_by_label("Table", exact=True).set_input_files(table)
    page.get_by_role("button", name="Send").press("Enter")

    expect(page.locator(".import-found")).to_contain_text("a guess by its letters")
    assert in_all_looks(page) == []
    page.get_by_role("button", name="Look through all rows").press("Enter")
    errors = page.locator("#import-errors")
    expect(errors).to_be_focused()
    expect(errors).to_contain_text("whether the day or the month stands first")
    assert in_all_looks(page) == []

    page.locator("[name=line-4-dates]").select_option("dmy")
    page.locator("[name=constant-0-field]").select_option("title_language")
    page.locator("[name=constant-0-value]").fill("ru")
    page.locator("[name=constant-1-field]").select_option("side_1_state")
    page.locator("[name=constant-1-value]").fill("uz")
    page.locator("[name=constant-1-value]").press("Enter")  # reads anew
    expect(page.locator("[name=constant-1-value]")).not_to_have_value("")
    page.get_by_role("button", name="Look through all rows").press("Enter")

    expect(page.locator("#import-far")).to_have_text("begins")
    assert in_all_looks(page) == []
    work()
    expect(page.locator(".import-unwritten")).to_contain_text("Nothing has been written.")
    assert in_all_looks(page) == []
    page.get_by_role("link", name="refused 1").press("Enter")
    expect(page.locator(".import-rows tbody tr")).to_have_count(1)
    page.get_by_role("button", name="Write it: 2 new, 0 changed").press("Enter")
    expect(page.locator("#import-far")).to_be_visible()
    work()
    expect(page.locator(".import-written")).to_contain_text("2 documents made")
    assert Document.objects.count() == 2
    assert in_all_looks(page) == []

    page.get_by_role("link", name="Undo this import").press("Enter")
    assert in_all_looks(page) == []
    page.get_by_role("button", name="Yes, undo it").press("Enter")
    expect(page.locator("#import-far")).to_be_visible()
    work()
    expect(page.locator(".import-written")).to_contain_text("2 deleted again")
    assert Import.objects.get().state == "undone"
    assert page.said == []
