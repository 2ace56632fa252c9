"""Every kind of page of the admin, narrow and wide, light and dark.

One browser page for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib import admin
from django.db import transaction
from django.urls import reverse
from playwright.sync_api import Page

from agreements.importing.remarks import error
from agreements.importing.sample import load_sample
from agreements.models import Agency, DuplicateMark, File, ImportProfile, Job
from tests import builders, inboxes
from tests.admin.desk import add_url, list_url, url_of
from tests.communiques import begun
from tests.importing.imported import looked_through, row

pytestmark = pytest.mark.browser

# All rules twice; where only the colours change, those about colours.
COLOURS = {"runOnly": ["color-contrast"]}
LOOKS = [(1280, "light", {}), (1280, "dark", COLOURS), (390, "dark", {}), (390, "light", COLOURS)]
# Changed on pages of their own, or by the database alone.
NEVER_ADDED = {"change", "proposal", "duplicatemark", "job", "mergedrecord", "filecheck"}


def names(*never: str) -> Iterator[str]:
    for model in admin.site._registry:
        if model._meta.model_name not in never:
            yield f"admin:{model._meta.app_label}_{model._meta.model_name}"


def lists() -> Iterator[str]:
    yield from ("/admin/", "/admin/agreements/", "/admin/password_change/")
    for name in names():
        yield reverse(f"{name}_changelist")


def blank_forms() -> Iterator[str]:
    for name in names(*NEVER_ADDED):
        yield reverse(f"{name}_add")
    yield reverse("admin:agreements_event_sheet")
    yield reverse("admin:agreements_communique_paste")
    yield add_url("agency") + "?_popup=1"


def pages_of_records() -> Iterator[str]:
    """A filled form with what can be done from it, for each kind that has pages of its own."""
    event = builders.event()
    document = builders.document(event=event, side_1=builders.agency())
    document.signatories.create(person="A. Person")
    document.subjects.add(builders.subject())
    draft = builders.draft(side_1=builders.agency(), event=event)
    for record in (document, draft, event, document.parties.first().agency, builders.source()):
        yield url_of(record)
    for page in ("history", "delete", "duplicate", "merge"):
        yield url_of(draft).replace("/change/", f"/{page}/")
    agency = Agency.objects.latest("pk")
    for page in ("history", "delete", "duplicate", "merge", "rename"):
        yield url_of(agency).replace("/change/", f"/{page}/")
    drafted = builders.event(publication_state="draft")
    yield reverse("admin:agreements_event_sheet", args=[drafted.pk])
    yield reverse("admin:agreements_communique", args=[begun().pk])
    file = inboxes.waiting(inboxes.FIRST, inboxes.LAST, kind="text")
    File.objects.filter(pk=file.pk).update(pages=None)  # without pictures: it has no bytes
    for page in ("inbox_place", "inbox_remove"):
        yield reverse(f"admin:{page}", args=[file.pk])
    yield reverse("admin:inbox")
    mark = {"number": document.pk, "of_number": draft.pk, "made_by": "clerk", "reason": "Same."}
    DuplicateMark.objects.create(kind="document", **mark)
    yield list_url("document") + "?queue=marked&q=a"
    rows = [row(key="import:7"), row(remarks=(error("no_title"),), title=None)]
    yield url_of(looked_through(rows))
    yield url_of(ImportProfile.objects.first())
    failed = {"kind": "words", "state": "failed", "problem": "The storage does not have this file."}
    yield url_of(Job.objects.create(file=builders.file(draft), **failed))


def looks(page: Page, address: str) -> list[str]:
    """What is wrong with the page in any of its looks. The console is read before axe writes."""
    page.said.clear()
    response = page.goto(address)
    page.wait_for_load_state("load")
    wrong = [f"{address} says: {line}" for line in page.said]
    if response.status != 200:
        wrong.append(f"{address} answers {response.status}")
    if "default-src 'self'" not in response.headers.get("content-security-policy", ""):
        wrong.append(f"{address} has no policy")
    for width, scheme, rules in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.wait_for_timeout(250)  # buttons fade from one colour to the other
        wrong += [f"{address} {width} {scheme} {line}" for line in violations(page, rules)]
    return wrong


def violations(page: Page, rules: dict[str, Any]) -> list[str]:
    found = Axe().run(page, options=rules).response["violations"]
    grave = [v for v in found if v["impact"] in ("serious", "critical")]
    return [f"{v['id']}: {node['html'][:160]}" for v in grave for node in v["nodes"]]


@pytest.mark.parametrize("kind", [lists, blank_forms, pages_of_records])
def test_pages_are_for_everybody(head_page: Page, kind: Callable[[], Iterator[str]]) -> None:
    load_sample()
    with transaction.atomic():
        addresses = list(kind())
    assert [line for address in addresses for line in looks(head_page, address)] == []


def test_refused_form_and_sign_in_are_for_everybody(head_page: Page) -> None:
    head_page.goto(add_url("document"))
    head_page.locator("#id_period").fill("in spring")
    head_page.locator("[name=_save]").click()
    head_page.locator(".errornote").wait_for()
    assert violations(head_page, {}) == []
    head_page.context.clear_cookies()
    assert looks(head_page, "/admin/login/") == []
