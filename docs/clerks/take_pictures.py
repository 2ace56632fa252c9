"""Takes the pictures of docs/clerks.md anew, from a trial that is being served.

    make run                                   # in another terminal; it prints the password
    .venv/bin/python docs/clerks/take_pictures.py http://127.0.0.1:8000 PASSWORD

Nothing is saved: what is typed for a picture is left behind.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

CHECKOUT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(CHECKOUT))

from archive import setup_browser  # noqa: E402

HERE = Path(__file__).resolve().parent
SIZE = {"width": 1280, "height": 720}
DESK = "/admin/agreements"
CEREMONY = "State visit of the President of Tajikistan to Kazakhstan"
TITLE = "Roadmap for cooperation in agriculture between the ministries of the two states, 2023-2025"
DECLARATION = "Declaration on Allied Cooperation"


class Pictures:
    def __init__(self, browser: Browser, address: str, password: str) -> None:
        self.browser, self.address, self.password = browser, address, password

    @contextmanager
    def signed_in(self, name: str) -> Iterator[Page]:
        context = self.browser.new_context(
            base_url=self.address, viewport=SIZE, color_scheme="light"
        )
        page = context.new_page()
        page.goto("/admin/login/?next=/admin/")
        page.fill("#id_username", name)
        page.fill("#id_password", self.password)
        page.press("#id_password", "Enter")
        page.wait_for_url("**/admin/")
        yield page
        context.close()

    def take(self, page: Page, name: str, height: int = 720) -> None:
        page.wait_for_load_state("networkidle")
        clip = {"x": 0, "y": 0, "width": SIZE["width"], "height": height}
        page.screenshot(path=HERE / f"{name}.png", clip=clip, full_page=True, scale="css")


def sign_in(pictures: Pictures) -> None:
    page = pictures.browser.new_context(base_url=pictures.address, viewport=SIZE).new_page()
    page.goto("/admin/login/?next=/admin/")
    pictures.take(page, "sign-in", 420)
    page.context.close()


def find(page: Page, kind: str, words: str) -> str:
    """The address of the first record that the list finds."""
    page.goto(f"{DESK}/{kind}/?q={words}")
    link = page.locator("#result_list tbody tr th a").first
    return str(link.get_attribute("href")).split("?")[0]


def work_lists(pictures: Pictures) -> None:
    with pictures.signed_in("editor") as page:
        pictures.take(page, "work-lists", 900)


def sheet(pictures: Pictures) -> None:
    """Typed and left unsaved: the sample has this ceremony already."""
    with pictures.signed_in("clerk") as page:
        page.goto(f"{DESK}/event/sheet/")
        page.select_option("#id_event-kind", "state_visit")
        page.fill("#id_event-name", CEREMONY)
        page.fill("#id_event-began_on", "4 May 2023")
        for row, words in enumerate(("tajikistan", "kazakhstan")):
            choose(page, f"#id_delegations-{row}-state", words)
        page.fill("#id_announcements-0-number", "20")
        page.fill("#id_announcements-0-counts", "documents signed by ministries and agencies")
        page.fill("#id_documents-0-text", TITLE)
        page.press("#id_documents-0-text", "Tab")
        page.wait_for_timeout(2000)
        pictures.take(page, "sheet", 1000)


COMMUNIQUE = """In the presence of the President of the Republic of Tajikistan and the President \
of the Republic of Kazakhstan, three documents were signed in Astana on 6 June 2024.

- Protocol between the Customs Service under the Government of the Republic of Tajikistan and the \
Ministry of Finance of the Republic of Kazakhstan on the exchange of advance information;

- Roadmap between the Ministry of Agriculture of the Republic of Tajikistan and the Ministry of \
Agriculture of the Republic of Kazakhstan for 2024-2026;

- Cooperation program between the Ministry of Foreign Affairs of the Republic of Tajikistan and \
the Ministry of Foreign Affairs of the Republic of Kazakhstan for 2024-2026."""


def communique(pictures: Pictures) -> None:
    """An invented one, of which no record is made."""
    with pictures.signed_in("clerk") as page:
        page.goto(f"{DESK}/event/from-communique/")
        page.fill("#id_text", COMMUNIQUE)
        page.fill("#id_published_on", "6 June 2024")
        page.fill("#id_publisher", "News agency")
        page.click("#communique-paste [type=submit]")
        page.set_viewport_size({**SIZE, "height": 1000})
        page.focus("#document-1 textarea")
        page.evaluate("scrollTo(0, 0)")
        pictures.take(page, "communique", 1000)
        page.on("dialog", lambda dialog: dialog.accept())
        page.click(".communique-discard")
        page.wait_for_url("**/from-communique/")


def choose(page: Page, box: str, words: str) -> None:
    page.focus(box)
    page.keyboard.type(words)
    page.locator("[role=option][aria-selected=true]").wait_for()
    page.keyboard.press("Tab")


def warnings(pictures: Pictures) -> None:
    with pictures.signed_in("clerk") as page:
        page.goto(f"{DESK}/document/add/")
        page.fill("#id_titles-0-text", "Agreement amending the Agreement on trade for 2023-2025")
        page.press("#id_titles-0-text", "Tab")
        page.wait_for_timeout(3000)
        pictures.take(page, "warnings", 800)


def record_pages(pictures: Pictures) -> None:
    with pictures.signed_in("editor") as page:
        address = find(page, "document", DECLARATION)
        page.goto(address.replace("/change/", "/history/"))
        pictures.take(page, "history", 700)
        page.goto(find(page, "agency", "Ministry").replace("/change/", "/merge/"))
        pictures.take(page, "merge", 440)


def correction(pictures: Pictures) -> None:
    with pictures.signed_in("clerk") as page:
        address = find(page, "document", DECLARATION)
        page.goto(address.replace("/change/", "/propose/"))
        pictures.take(page, "correct", 700)


def main() -> None:
    address, password = sys.argv[1:]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=setup_browser.chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        pictures = Pictures(browser, address, password)
        for step in (sign_in, work_lists, sheet, communique, warnings, record_pages, correction):
            step(pictures)


if __name__ == "__main__":
    main()
