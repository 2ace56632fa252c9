"""Two files are dropped into the inbox and placed, one with a recorded document, by keyboard."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from django.db import transaction
from playwright.sync_api import Page, expect

from agreements.importing.reference import load_reference
from agreements.models import Document, File, State
from tests import builders, inboxes
from tests.browser.conftest import sign_in
from tests.browser.test_every_admin_page import LOOKS, violations
from tests.texts import files

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TOURISM = "tourism_agreement_kazakhstan_tajikistan_signed_english.pdf"  # wider than a telephone
INBOX = "/admin/agreements/file/inbox/"
# What a browser does with files that are dropped, which no driver can do with a mouse.
DROP = """([frame, files]) => {
    const data = new DataTransfer();
    for (const [name, content] of files) {
        const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], name));
    }
    for (const kind of ["dragover", "drop"]) {
        document.querySelector(frame).dispatchEvent(
            new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
}"""


def drop(page: Page, *given: tuple[str, bytes]) -> None:
    sent = [[name, base64.b64encode(content).decode()] for name, content in given]
    page.evaluate(DROP, ["#inbox-form", sent])


def in_all_looks(page: Page) -> list[str]:
    """What is wrong with the page. The console is read before axe writes to it."""
    found = list(page.said)
    for width, scheme, rules in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.wait_for_timeout(250)
        found += [f"{width} {scheme} {line}" for line in violations(page, rules)]
        width_of_page = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{width} scrolls sideways: {width_of_page}"] if width_of_page > width else []
    page.set_viewport_size({"width": 1280, "height": 900})
    page.said.clear()
    return found


def recorded() -> Document:
    load_reference()
    sides = {f"side_{n}": State.objects.get(code=code) for n, code in ((1, "kz"), (2, "tj"))}
    return builders.document(inboxes.TITLE, publication_state="draft", **sides)


def test_files_are_dropped_and_placed(clerk_page: Page, live_server: Any) -> None:
    with transaction.atomic():
        document = recorded()
    page = clerk_page
    page.goto("/admin/")
    page.get_by_role("link", name="Inbox", exact=True).click()
    expect(page.locator(".inbox-scripted")).to_be_visible()
    drop(
        page,
        (TOURISM, files.pdf(["Article 1", "Article 2"])),
        ("broken.pdf", files.pdf()[:300]),
        ("environment.pdf", files.pdf(["Article 2"])),
    )
    expect(page.locator("#inbox-said")).to_have_text("All are sent. Taken: 2, not taken: 1.")
    expect(page.locator(".is-refused")).to_contain_text("broken.pdf")
    page.get_by_role("link", name="Show the pile anew").click()
    expect(page.locator(".inbox-files > li")).to_have_count(2)
    assert in_all_looks(page) == []

    page.locator(".inbox-acts a").first.click()
    expect(page.get_by_role("button", name="Yes, remove it")).to_be_visible()
    assert in_all_looks(page) == []
    page.goto(live_server.url + INBOX)

    inboxes.read_out(File.objects.get(name=TOURISM), inboxes.FIRST, inboxes.LAST)
    inboxes.read_out(File.objects.get(name="environment.pdf"), inboxes.RUSSIAN)
    page.get_by_role("link", name="Place the oldest").click()
    expect(page.get_by_role("radio", name=inboxes.TITLE)).to_be_checked()
    expect(page.locator("#place-page")).to_have_text("Page 1 of 2")
    assert in_all_looks(page) == []
    page.keyboard.press("Control+Enter")  # what is plain is saved without a touch

    expect(page.locator(".messagelist")).to_contain_text("is placed with")
    expect(page.locator("#place-new ~ form #id_new-signed_on")).to_have_value("22 December 2004")
    page.locator("#id_new-note").fill("Seen.")
    page.locator("#id_new-text").fill("")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#pacta-sheet .errornote")).to_be_focused()
    expect(page.locator("#id_new-note")).to_have_value("Seen.")
    assert in_all_looks(page) == []
    page.locator("#id_new-text").fill("Соглашение об охране среды")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".messagelist")).to_contain_text("a draft is made")
    expect(page.locator("#inbox-progress-words")).to_contain_text("2 of 2 done today")

    assert File.objects.get(name=TOURISM).document == document
    made = Document.objects.latest("pk")
    assert File.objects.get(name="environment.pdf").document == made
    assert made.signed_on == "2004-12-22"
    assert page.said == []


def test_file_that_is_sent_when_the_session_is_over_says_so(
    clerk_page: Page, live_server: Any
) -> None:
    page = clerk_page
    page.goto(live_server.url + INBOX)
    expect(page.locator(".inbox-scripted")).to_be_visible()
    page.context.clear_cookies()
    drop(page, ("tourism.pdf", files.pdf()))
    expect(page.locator(".is-refused")).to_contain_text("not signed in any more")
    assert not File.objects.exists()


def test_file_is_set_aside_and_removed_without_script(browser: Any, live_server: Any) -> None:
    """The same pages serve where no script runs."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = sign_in(context.new_page(), live_server, "clerk")
    page.goto(INBOX)
    page.locator("#inbox-files").set_input_files(
        [{"name": "scan.pdf", "mimeType": "application/pdf", "buffer": files.pdf()}]
    )
    page.get_by_role("button", name="Send").click()
    page.locator("#inbox-received a").click()
    page.get_by_label("Why it is left for later").fill("Which side?")
    page.get_by_role("button", name="Set aside").click()
    expect(page.locator("#inbox-aside ~ ul")).to_contain_text("Which side?")
    page.locator(".inbox-acts a").click()
    page.get_by_role("button", name="Yes, remove it").click()
    expect(page.locator(".messagelist")).to_contain_text("Removed from the inbox")
    assert not File.objects.exists()
    context.close()
