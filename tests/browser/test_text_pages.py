"""What a request can't show of texts: pages beside their words, two versions side by side."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import transaction
from playwright.sync_api import Browser, Page, expect

from agreements.models import FileWords, Text
from agreements.models import Page as PageRow
from tests import builders
from tests.texts.files import ENGLISH, pdf

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ARTICLES = "\n\n".join(
    f"Article {n}\n\nThe Parties shall mend the roads between them, year after year, as agreed."
    for n in range(1, 8)
)
ARABIC = "\n\n".join(
    f"المادة {n}\n\nيصلح الطرفان الطرق بينهما كل عام كما اتفق عليه." for n in range(1, 7)
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOKS = [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]


@pytest.fixture
def texts() -> dict[str, Text]:
    """Typed in two languages, and read out of a PDF that has two pages."""
    with transaction.atomic():
        document = builders.document("Agreement on roads")
        made = {
            "en": builders.text(document, body=ARTICLES, role="authentic"),
            "ar": builders.text(document, body=ARABIC, language="ar", role="prevails"),
            "pdf": Text.objects.create(document=document, language="fr", origin="Gazette 5"),
        }
        file = builders.received(
            document, pdf(ENGLISH), text=made["pdf"], pages=2, words_state="usable"
        )
        for number, words in enumerate(ENGLISH, start=1):
            PageRow.objects.create(file=file, number=number, words=words)
        FileWords.objects.create(file=file, words="\n\n".join(ENGLISH), page_starts=[0, 55])
    return made


def address(text: Text) -> str:
    return Text.objects.get(pk=text.pk).get_absolute_url()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_texts_are_for_everybody(
    browser: Browser, live_server: Any, texts: dict[str, Text], width: int, scheme: str
) -> None:
    context = browser.new_context(
        base_url=live_server.url,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        bypass_csp=True,
    )
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    troubles = []
    for url in (
        address(texts["en"]) + "?q=roads",
        address(texts["ar"]),
        address(texts["pdf"]) + "?q=article",
        f"{address(texts['en'])}?beside={texts['ar'].pk}&q=roads",
    ):
        page.goto(url)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        troubles += [f"{url} scrolls sideways by {wide}"] * (wide > 0)
        troubles += [f"{url} {v['id']}: {v['nodes'][0]['html'][:120]}" for v in found]
    context.close()
    assert troubles == []
    assert said == []


def test_rows_stand_beside_each_other_or_below(
    page: Page, live_server: Any, texts: dict[str, Text]
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{live_server.url}{address(texts['en'])}?beside={texts['ar'].pk}")
    one, other = page.locator("#article-3"), page.locator("#beside-article-3")
    assert abs(one.bounding_box()["y"] - other.bounding_box()["y"]) < 30
    assert one.bounding_box()["x"] < other.bounding_box()["x"]
    page.set_viewport_size({"width": 390, "height": 900})
    following = page.locator("#article-4").bounding_box()["y"]
    assert one.bounding_box()["y"] < other.bounding_box()["y"] < following
    # A reader who hears the page has a table at any width.
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        table = page.get_by_role("table", name="Both texts, article by article")
        expect(table.get_by_role("columnheader")).to_have_count(2)
        row = table.get_by_role("row").filter(has=one)
        expect(row.get_by_role("cell")).to_have_count(2)


def test_pages_stand_beside_their_words_until_they_are_not_wanted(
    page: Page, live_server: Any, texts: dict[str, Text]
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{live_server.url}{address(texts['pdf'])}")
    image = page.get_by_role("img", name="Page 1 as it stands in the file")
    words = page.locator("#page-1 .words")
    image.scroll_into_view_if_needed()
    with page.expect_response(lambda r: "/pages/1.webp" in r.url):
        page.reload()
    assert image.bounding_box()["x"] + image.bounding_box()["width"] < words.bounding_box()["x"]
    page.get_by_label("Words only").check()
    expect(image).not_to_be_visible()
    expect(words).to_be_visible()


def test_one_goes_from_place_to_place_without_a_script(
    browser: Browser, live_server: Any, texts: dict[str, Text]
) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(address(texts["en"]))
    page.get_by_label("Words in this text").fill("roads")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="first", exact=True).click()
    expect(page.locator("#hit-1")).to_be_in_viewport()
    page.get_by_role("link", name="Next place").first.click()
    assert page.url.endswith("#hit-2")
    expect(page.locator("#hit-2")).to_be_in_viewport()
    context.close()


def test_only_words_are_printed_under_a_running_title(
    page: Page, live_server: Any, texts: dict[str, Text]
) -> None:
    page.goto(f"{live_server.url}{address(texts['pdf'])}?q=article")
    page.emulate_media(media="print")
    for hidden in (
        ".sheet-image",
        ".text-search",
        ".places",
        ".words-only",
        ".anchor",
        ".sections",
    ):
        expect(page.locator(hidden).first).not_to_be_visible()
    expect(page.locator(".running")).to_be_visible()
    expect(page.locator("#page-2 .words")).to_be_visible()
