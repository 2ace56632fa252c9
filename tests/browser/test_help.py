"""Help while typing, as a clerk meets it."""

from __future__ import annotations

import re

import pytest
from django.db import transaction
from playwright.sync_api import Page, expect

from agreements.models import Document, Relation, State
from tests import builders
from tests.admin.desk import add_url, url_of
from tests.browser.test_admin import violations

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(clerk_page: Page) -> Page:
    return clerk_page


def choose(page: Page, field: str, words: str) -> None:
    """In a field that searches as one types."""
    page.locator(f"#id_{field} + .select2").click()
    page.locator(".select2-search__field").last.fill(words)
    page.locator(".select2-results__option--highlighted", has_text=words).click()


def test_warning_comes_while_typing_and_stays_dismissed(desk: Page) -> None:
    desk.goto(add_url("document"))
    help_ = desk.locator("#pacta-help")
    desk.fill("#id_titles-0-text", "Programme of Cоoperation for 2023-2025")
    desk.locator("#id_titles-0-text").press("Tab")
    expect(help_).to_contain_text("2 warnings")
    expect(help_).to_contain_text("“Cоoperation” mixes")
    expect(desk.locator(".submit-row .pacta-to-help")).to_have_text("2 warnings")
    years = help_.locator("li", has_text="The title says 2023–2025")
    reason = years.get_by_role("textbox")
    expect(reason).to_be_hidden()
    years.get_by_role("checkbox").check()
    reason.fill("Years of a plan")
    assert desk.said == []  # before axe, whose own styles the policy refuses
    assert violations(desk) == []
    desk.fill("#id_titles-0-text", "Programme of Cooperation for 2023-2025")
    desk.locator("#id_titles-0-text").press("Tab")
    expect(help_).not_to_contain_text("mixes")
    expect(years.get_by_role("checkbox")).to_be_checked()
    expect(reason).to_have_value("Years of a plan")
    desk.click("input[name=_continue]")
    desk.wait_for_load_state("load")
    for _look in range(2):
        expect(help_).to_contain_text("1 dismissed warning")
        expect(help_.get_by_role("checkbox", name=re.compile("dismiss"))).to_have_count(0)
        desk.reload()
    help_.locator("summary").click()
    expect(help_).to_contain_text("Dismissed by clerk: Years of a plan")
    assert violations(desk) == []


def test_what_is_typed_while_an_answer_comes_is_kept(desk: Page) -> None:
    """The answer waits for somebody who is in the panel."""
    desk.goto(add_url("document"))
    help_ = desk.locator("#pacta-help")
    title = desk.locator("#id_titles-0-text")
    title.fill("Programme for 2023-2025")
    title.press("Tab")
    box = help_.get_by_role("checkbox")
    box.check()
    with desk.expect_response("**/check/"):
        desk.evaluate(
            """() => { document.getElementById("id_titles-0-text").value = "Plan for 2024";
            django.jQuery("#id_titles-0-text").trigger("change"); }"""
        )
    expect(box).to_be_focused()
    expect(help_).to_contain_text("2023–2025")
    title.focus()
    expect(help_).to_contain_text("The title says 2024")


def test_link_of_a_warning_leaves_the_form_as_it_is(desk: Page) -> None:
    with transaction.atomic():
        a, b = builders.state(), builders.state()
        builders.draft("Agreement on honey and wax", side_1=a, side_2=b)
    desk.goto(add_url("document"))
    choose(desk, "parties-0-state", str(a))
    choose(desk, "parties-1-state", str(b))
    desk.fill("#id_signings-0-signed_on", "4 May 2023")
    desk.fill("#id_titles-0-text", "Agreement on honey and wax")
    desk.locator("#id_titles-0-text").press("Tab")
    link = desk.locator("#pacta-help a", has_text="Agreement on honey and wax")
    with desk.context.expect_page() as opened:
        link.click()
    opened.value.close()
    expect(desk.locator("#id_titles-0-text")).to_have_value("Agreement on honey and wax")


def test_one_click_takes_what_is_proposed(desk: Page) -> None:
    with transaction.atomic():
        a, b = builders.agency(), builders.agency()
        meant = builders.draft("Agreement on bees", side_1=a, side_2=b, signed_on="2001-03-02")
        made = builders.draft("Protocol amending the Agreement on bees", side_1=a, side_2=b)
    desk.goto(url_of(made))
    help_ = desk.locator("#pacta-help")
    help_.get_by_role("button", name="It amends: Agreement on bees").click()
    expect(desk.locator("#id_relations-0-kind")).to_be_focused()
    expect(desk.locator("#id_relations-0-target")).to_have_value(str(meant.pk))
    expect(help_).not_to_contain_text("amends another document")
    help_.get_by_role("button", name="Take it").click()
    expect(desk.locator("#id_level")).to_have_value("interagency")
    expect(help_).not_to_contain_text("From the parties")
    desk.click("input[name=_continue]")
    desk.wait_for_load_state("load")
    row = Relation.objects.get(document=made)
    assert (row.kind, row.target) == ("amends", meant)
    assert Document.objects.get(pk=made.pk).level == "interagency"
    assert desk.said == []


@pytest.mark.parametrize(("day", "number"), [("1 June 2012", 27), ("1980", 9)])
def test_one_click_adds_the_members_of_the_union(desk: Page, day: str, number: int) -> None:
    union = State.objects.get(code="x-eu")
    with transaction.atomic():
        made = builders.draft(side_2=union, signed_on=None)
    desk.goto(url_of(made))
    add = desk.get_by_role("button", name="Add them")
    add.click()
    members = desk.locator(".pacta-members")
    expect(members).to_contain_text("Write the date")
    expect(desk.locator("#pacta-members-of")).to_have_value(str(union.pk))
    desk.fill("#pacta-members-on", day)
    add.click()
    expect(members).to_contain_text(f"{number} members")
    expect(desk.locator("#parties-group .inline-related:not(.empty-form)")).to_have_count(
        2 + number
    )
    add.click()
    expect(desk.locator("#parties-group .inline-related:not(.empty-form)")).to_have_count(
        2 + number
    )
    assert desk.said == []  # before axe, whose own styles the policy refuses
    assert violations(desk) == []
    desk.click("input[name=_continue]")
    desk.wait_for_load_state("load")
    assert made.parties.filter(side=2).exclude(state=union).count() == number
    assert made.parties.filter(side=1).count() == 1
    expect(desk.locator("#pacta-help")).not_to_contain_text("several states")


def test_failure_is_silent(desk: Page) -> None:
    desk.route("**/check/", lambda route: route.abort())
    desk.goto(add_url("document"))
    desk.fill("#id_titles-0-text", "Programme for 2023-2025")
    with desk.expect_event("requestfailed"):
        desk.locator("#id_titles-0-text").press("Tab")
    expect(desk.locator("#pacta-help li")).to_have_count(0)
    expect(desk.locator("#id_titles-0-text")).to_have_value("Programme for 2023-2025")
