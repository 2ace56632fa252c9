"""Files in the document's form, as a browser sends them and with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from agreements.models import Document, File
from tests.admin.desk import add_url
from tests.browser.test_admin import desk, violations
from tests.texts import files

__all__ = ["desk"]
pytestmark = pytest.mark.browser


@pytest.fixture
def paper(tmp_path: Path) -> str:
    return str(files.put(tmp_path, "Соглашение.pdf", files.pdf()))


def test_file_in_a_new_row_is_kept_until_all_is_in_order(desk: Page, paper: str) -> None:
    desk.goto(add_url("document"))
    desk.fill("[name=titles-0-text]", "Agreement on water")
    for side in (0, 1):
        desk.fill(f"[name=parties-{side}-name_as_written]", f"Side {side}")
    desk.click("#texts-group summary")
    desk.click("#texts-group .add-row a")
    desk.fill("[name=texts-0-language]", "Russian")
    field = desk.get_by_label("File", exact=False).and_(desk.locator("[name=texts-0-upload]"))
    field.set_input_files(paper)
    desk.click("[name=_save]")
    kept = desk.locator("#texts-group .pacta-received")
    expect(kept).to_contain_text("Соглашение.pdf")
    expect(kept).to_contain_text("2 pages")
    assert desk.said == []  # before axe, whose own styles the policy refuses
    assert violations(desk) == []
    desk.fill("[name=texts-0-language]", "ru")
    desk.click("[name=_save]")
    expect(desk.locator(".messagelist")).to_contain_text("was added successfully")
    assert Document.objects.get().texts.get().files.get().name == "Соглашение.pdf"


def test_received_file_is_left_out_by_keyboard(desk: Page, paper: str) -> None:
    desk.goto(add_url("document"))
    desk.locator("[name=attachments]").set_input_files(paper)
    desk.click("[name=_save]")
    desk.wait_for_selector(".pacta-received")
    desk.locator(".pacta-received a").focus()
    desk.keyboard.press("Tab")
    expect(desk.locator(":focus")).to_have_attribute("name", "attachments-leave_out")
    desk.keyboard.press("Space")
    desk.keyboard.press("Tab")
    expect(desk.locator(":focus")).to_have_attribute("name", "attachments")
    desk.keyboard.press("Shift+Tab")
    desk.click("[name=_save]")
    expect(desk.locator(".pacta-received")).to_have_count(0)
    assert not File.objects.exists()
