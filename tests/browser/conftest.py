"""A page of the desk in a browser, signed in."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from playwright.sync_api import Page, expect

expect.set_options(timeout=60_000)  # a busy machine is no error


def sign_in(page: Page, live_server: Any, group: str = "editor") -> Page:
    """A page of somebody of this group; what its console complains of is kept in `page.said`."""
    user = User.objects.create_user(group, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    session = client.cookies["sessionid"]
    page.context.add_cookies(
        [{"name": "sessionid", "value": session.value, "url": live_server.url}]
    )
    page.said = []
    page.on("console", lambda m: page.said.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: page.said.append(str(error)))
    return page


@pytest.fixture
def clerk_page(page: Page, live_server: Any) -> Page:
    return sign_in(page, live_server, "clerk")


@pytest.fixture
def head_page(page: Page, live_server: Any) -> Page:
    """A page of somebody who may do everything, also with accounts."""
    signed_in = sign_in(page, live_server)
    User.objects.update(is_superuser=True)
    return signed_in
