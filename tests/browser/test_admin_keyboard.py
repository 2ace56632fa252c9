"""The whole of a form by keyboard: from the top to saving, new rows, boxes that open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from playwright.sync_api import Page

from tests import builders
from tests.admin.desk import add_url, url_of

pytestmark = pytest.mark.browser

# What stands on the page for the Tab key, in the order of the page, without what is folded away.
REACHABLE = """() => [...document.querySelectorAll(
    "#content :is(a[href], button, input, select, textarea, summary, [tabindex='0'])")]
  .filter(e => e.tabIndex >= 0 && !e.disabled && e.type !== "hidden" && e.checkVisibility({
    visibilityProperty: true}) && e.getClientRects().length && !e.closest(".empty-form"))
  .map((e, n) => { const html = e.outerHTML.slice(0, 100); e.dataset.stop = n; return html; })"""
FOCUSED = """() => {
  const e = document.activeElement, style = getComputedStyle(e);
  const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  const html = e.outerHTML.replace(/ data-stop="[0-9]+"/, "").slice(0, 100);
  return {stop: e.dataset.stop ?? null, seen, html, name: e.name};
}"""


def stops(page: Page, most: int) -> list[dict[str, Any]]:
    """What the Tab key stops at, from the top of the page to the button that saves."""
    found = []
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    for _n in range(most):
        page.keyboard.press("Tab")
        found.append(page.evaluate(FOCUSED))
        if found[-1]["name"] == "_save":
            break
    return found


@pytest.mark.parametrize("make", [builders.draft, builders.event], ids=["document", "event"])
def test_form_is_walked_by_keyboard_from_the_top_to_saving(
    head_page: Page, make: Callable[[], Any]
) -> None:
    with transaction.atomic():
        record = make()
    head_page.goto(url_of(record))
    head_page.wait_for_load_state("networkidle")  # the warnings have come
    reachable = head_page.evaluate(REACHABLE)
    furniture = head_page.locator("#header, #nav-sidebar, .breadcrumbs").locator("a, button, input")
    walked = stops(head_page, len(reachable) + furniture.count() + 10)
    assert walked[0]["html"].startswith('<a href="#content-start"'), "the way past the furniture"
    assert walked[-1]["name"] == "_save"
    assert [stop["html"] for stop in walked if not stop["seen"]] == []
    inside = [int(stop["stop"]) for stop in walked if stop["stop"] is not None]
    assert inside == sorted(inside), "in the order of the page"
    # The warnings may have been written anew meanwhile: then their parts are known by their words.
    reached = {stop["html"] for stop in walked}
    assert [html for html in reachable[: max(inside)] if html not in reached] == []


def test_new_row_has_the_focus(head_page: Page) -> None:
    head_page.goto(add_url("document"))
    head_page.locator("#id_titles-0-text:focus").wait_for()
    head_page.locator("#titles-group .add-row a").focus()
    head_page.keyboard.press("Enter")
    head_page.locator("#id_titles-1-text:focus").wait_for()
    head_page.locator("#parties-group .add-row a").focus()
    head_page.keyboard.press("Enter")
    head_page.locator("#id_parties-2-side:focus").wait_for()


def test_choice_is_opened_made_and_closed_by_keyboard(head_page: Page) -> None:
    with transaction.atomic():
        builders.state(name="Harbourland")
    head_page.goto(add_url("document"))
    head_page.locator("#id_titles-0-text:focus").wait_for()
    box = head_page.locator("#parties-0 .field-state [role=combobox]").first
    box.focus()
    head_page.keyboard.press("Enter")
    head_page.locator(".select2-search__field:focus").wait_for()
    head_page.keyboard.press("Escape")
    assert head_page.locator(".select2-dropdown").count() == 0
    assert head_page.evaluate("document.activeElement.getAttribute('role')") == "combobox"
    head_page.keyboard.press("Enter")
    head_page.locator(".select2-search__field:focus").wait_for()
    head_page.keyboard.type("harbour")
    head_page.locator(".select2-results__option--highlighted", has_text="Harbourland").wait_for()
    head_page.keyboard.press("Enter")
    assert "Harbourland" in box.inner_text()
    head_page.locator("#id_period").focus()
    head_page.keyboard.type("2023-2025")
    head_page.keyboard.press("Tab")
    assert head_page.locator("#id_period").input_value() == "2023-2025"
