"""What a request can't show: the sample's pages in a browser, wide and narrow, light and dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from agreements.exporting.dumping.dump import make as make_dump
from agreements.importing.sample import load_sample
from agreements.models import Document, Event

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOKS = [
    (width, scheme, language)
    for width, scheme, language in (
        (1280, "light", ""),
        (1280, "dark", ""),
        (390, "light", "/ru"),
        (390, "dark", ""),
    )
]


def addresses() -> list[str]:
    event = Event.objects.published().get(kind="state_visit", began_on="2023-05-04")
    document = Document.objects.published().filter(event=event).order_by("event_position")[2]
    foreign = Document.objects.published().exclude(titles__language__in=["en", "ru"]).first()
    records = [event, document, foreign]
    return [
        "/",
        "/documents/",
        "/documents/?state=kz&since=2020&q=customs",
        "/documents/?q=persia+nosuchword&year=1850",
        "/suggest/?q=taj",
        "/documents/?year=99999&state=zz",
        "/states/",
        "/states/tj/",
        "/states/kz/tj/",
        "/agencies/",
        f"/agencies/{document.parties.first().agency_id}/",
        "/events/",
        "/years/",
        "/years/2023/",
        "/subjects/",
        "/subjects/transport/",
        f"/sources/{document.citations.first().source_id}/",
        "/about/",
        "/data/",
        "/nothing/here/",
        *(record.get_absolute_url() for record in records),
    ]


@pytest.mark.parametrize(("width", "scheme", "language"), LOOKS)
def test_pages_are_for_everybody(
    browser: Browser, live_server, width: int, scheme: str, language: str, settings, tmp_path
):
    load_sample()
    settings.DUMPS_ROOT = tmp_path
    make_dump(tmp_path, keep=1)
    context = browser.new_context(
        base_url=live_server.url,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        bypass_csp=True,
    )
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    troubles = [trouble for url in addresses() for trouble in look(page, language + url)]
    context.close()
    assert troubles == []
    assert [line for line in said if "404" not in line] == []


def look(page: Page, url: str) -> list[str]:
    """What is wrong with a page: words for each trouble."""
    page.goto(url)
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [f"{url} scrolls sideways by {wide}"] * (wide > 0) + [
        f"{url} {violation['id']}: {violation['nodes'][0]['html'][:120]}" for violation in found
    ]


def test_words_without_end_break_on_a_narrow_screen(page: Page):
    page.set_viewport_size({"width": 390, "height": 900})
    word, address = "w" * 300, "https%3A%2F%2Fexample.org%2F" + "path%2F" * 60
    for query in (
        f"q={word}",
        f"q={word}&year=1850&state=kz",
        f"q={address}&type=agreement",
        f"type={word}&agency={word}",
    ):
        page.goto(f"/documents/?{query}")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, query


@pytest.mark.parametrize(
    "url",
    ["/documents/?q=cooperation", "/documents/?q=nosuchword", "/agencies/", "/events/?year=x"],
)
def test_keyboard_comes_to_the_results_past_the_filters(page: Page, url: str):
    load_sample()
    page.goto(url)
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the results")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Results")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.filters, .search') === null")


def test_filters_are_folded_on_a_narrow_screen_and_open_on_a_wide_one(page: Page):
    load_sample()
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto("/documents/")
    assert not page.get_by_label("Year of signing").is_visible()
    page.get_by_text("Filters", exact=True).click()
    page.get_by_text("All filters", exact=True).click()
    page.get_by_label("Year of signing").fill("2023")
    page.get_by_role("button", name="Show").click()
    assert page.url.endswith("/documents/?year=2023")
    status = page.get_by_role("link", name="In force or in effect")
    assert not status.is_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    assert status.is_visible()


def test_error_summary_leads_to_the_field(page: Page):
    page.goto("/documents/?year=99999")
    page.get_by_role("alert").get_by_role("link").click()
    assert page.evaluate("document.activeElement.id") == "id_year"
