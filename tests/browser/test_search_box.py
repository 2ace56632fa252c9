"""What the script of the search boxes adds: suggestions by keyboard and mouse, and keys."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from agreements.importing.sample import load_sample

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def sample(page: Page) -> None:
    load_sample()
    page.set_default_timeout(60_000)


def options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Suggestions").get_by_role("option")


def test_suggestion_is_chosen_by_keyboard(page: Page):
    page.goto("/states/")
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="Search the documents")
    expect(box).to_be_focused()
    page.keyboard.type("water kazakhst")
    option = page.get_by_role("option", name=re.compile("^Kazakhstan state"))
    expect(option).to_be_visible()
    assert box.get_attribute("aria-expanded") == "true"
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == option.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/?q=water&state=kz")


def test_enter_without_a_choice_searches_for_the_words(page: Page):
    page.goto("/states/")
    page.get_by_role("combobox").fill("kazakhst")
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/?q=kazakhst")


def test_escape_closes_and_what_was_typed_stays(page: Page):
    page.goto("/documents/?type=declaration")
    box = page.get_by_role("combobox", name="Words")
    box.press_sequentially("persia tajik")
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("Escape")
    expect(page.locator(".suggestions")).to_be_hidden()
    assert box.input_value() == "persia tajik"
    assert box.get_attribute("aria-expanded") == "false"


def test_suggestion_is_chosen_with_the_mouse_and_keeps_the_filters(page: Page):
    page.goto("/documents/?type=agreement")
    page.get_by_role("combobox", name="Words").press_sequentially("таджик")
    options(page).first.click()
    page.wait_for_url("**/documents/?type=agreement&state=tj")


def test_slash_is_a_letter_where_one_types(page: Page):
    page.goto("/documents/")
    box = page.get_by_role("combobox", name="Words")
    box.focus()
    page.keyboard.type("TIAS 15/710")
    assert box.input_value() == "TIAS 15/710"


def test_arrows_go_from_result_to_result(page: Page):
    page.goto("/documents/")
    results = page.locator(".records h3 a")
    results.nth(0).focus()
    page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(results.nth(0)).to_be_focused()


def test_search_works_where_the_suggestions_fail(page: Page):
    page.route("**/suggest.json*", lambda route: route.fulfill(status=503, body="later"))
    page.goto("/states/")
    page.get_by_role("combobox").press_sequentially("tajik")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/?q=tajik")


def test_bar_of_a_year_is_a_link(page: Page):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/documents/")
    page.locator("svg.years a .reach").last.click()
    page.wait_for_url(re.compile(r"/documents/\?(year=|since=)"))
    assert page.locator(".chips li").count() >= 1


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_open_suggestions_and_facets_are_for_everybody(
    browser: Browser, live_server, width: int, scheme: str
):
    context = browser.new_context(
        base_url=live_server.url,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        bypass_csp=True,
    )
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto("/documents/?q=tajikistan+-zebra+%22open")
    for summary in page.locator("details > summary:visible").all():
        summary.click()
    page.get_by_role("combobox", name="Words").fill("kaz")
    page.keyboard.press("End")
    page.keyboard.type("a")
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_visible()
    page.keyboard.press("ArrowDown")
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    context.close()
    assert wide <= 0
    assert [(one["id"], one["nodes"][0]["html"][:150]) for one in found] == []


def test_without_a_script_the_box_is_a_form(browser: Browser, live_server):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/documents/?type=agreement")
    page.get_by_label("Words", exact=True).fill("tajikistan")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/documents/?q=tajikistan&type=agreement")
    context.close()
