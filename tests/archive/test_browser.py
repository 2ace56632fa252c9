"""A browser reaches the live server, and the page it gets has its style sheet and no complaint."""

import pytest
from playwright.sync_api import Page


@pytest.mark.browser
def test_sign_in_page_obeys_the_content_policy(page: Page) -> None:
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto("/admin/login/")
    page.get_by_label("Username").fill("nobody")
    page.get_by_label("Password").fill("nothing")
    page.get_by_role("button").last.click()
    assert page.locator(".errornote").is_visible()
    assert page.evaluate("document.styleSheets.length") > 0
    assert said == []
