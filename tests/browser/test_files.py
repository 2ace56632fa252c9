"""Files in a browser: what it shows by itself, what it keeps, and the pages that list them."""

from __future__ import annotations

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import transaction
from PIL import Image
from playwright.sync_api import Browser, Page

from agreements.models import Document, FileCheck
from tests import builders
from tests.browser.conftest import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LOOKS = [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]
SCRIPT = b"<!DOCTYPE html><script>document.title = 'ran'</script>"


def picture(kind: str) -> bytes:
    """A picture of 30 by 20, or a PDF of one."""
    stream = io.BytesIO()
    Image.new("RGB", (30, 20), "navy").save(stream, kind)
    return stream.getvalue()


@pytest.fixture
def document() -> Document:
    with transaction.atomic():
        made = builders.document("Agreement on roads")
        text = builders.text(made, language="tg")
        pdf = {"name": "Созишнома.pdf", "text": text}
        first = builders.received(made, picture("PDF"), words_state="needs_ocr", pages=1, **pdf)
        builders.received(made, picture("PDF"), replaces=first, reason="A page was missing.", **pdf)
        builders.received(made, picture("PNG"), name="Map.png", kind="png")
        builders.received(made, SCRIPT, name="page.html", kind="html")
        builders.received(made, SCRIPT, name="page.txt", kind="text")
    return made


def test_browser_shows_what_runs_nothing_and_keeps_the_rest(page: Page, document: Document) -> None:
    downloads: list[str] = []
    for file in document.files.all():
        tab = page.context.new_page()
        tab.on("download", lambda download: downloads.append(download.suggested_filename))
        if file.kind == "html":
            tab.goto(document.get_absolute_url())
            with tab.expect_download():
                tab.get_by_role("link", name=file.name).click()
            continue
        response = tab.goto(file.get_absolute_url())
        assert response.status == 200
        assert tab.title() != "ran", file.kind
        if file.kind == "png":
            assert tab.locator("img").evaluate("image => image.naturalWidth") == 30
        if file.kind == "text":
            assert tab.locator("pre").inner_text() == SCRIPT.decode()
    assert downloads == ["page.html"]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_lists_of_files_are_for_everybody(
    browser: Browser, live_server, document: Document, width: int, scheme: str
) -> None:
    with transaction.atomic():
        builders.file(document, fixity="missing")
        check = FileCheck.objects.create(checked=4, missing=1, stray=["originals/ab/" + "ab" * 16])
    context = browser.new_context(
        base_url=live_server.url,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        bypass_csp=True,
    )
    page = sign_in(context.new_page(), live_server)
    troubles = []
    for url in (
        document.get_absolute_url(),
        "/admin/agreements/filecheck/",
        f"/admin/agreements/filecheck/{check.pk}/change/",
        "/admin/",
    ):
        assert page.goto(url).status == 200
        for summary in page.locator(".files summary").all():
            summary.click()
        if page.evaluate("document.documentElement.scrollWidth") > width:
            troubles.append(f"{url} is wider than {width}")
        for found in Axe().run(page).response["violations"]:
            nodes = [node["html"] for node in found["nodes"]][:3]
            troubles.append(f"{url}: {found['id']} {nodes}")
    context.close()
    assert not troubles, "\n".join(troubles)
