"""Clerks see the pages of what is not public yet."""

from __future__ import annotations

import io

from django.contrib.auth.models import User
from django.test import Client
from PIL import Image

from tests import builders
from tests.texts import files


def test_clerk_sees_pages_of_drafts(clerk: Client, client: Client) -> None:
    draft = builders.received(builders.draft(), files.pdf(files.ENGLISH), pages=2)
    inbox = builders.received(None, files.pdf(files.ENGLISH))
    for file in (draft, inbox):
        url = f"/admin/agreements/file/{file.pk}/pages/1.webp"
        response = clerk.get(url, {"width": "480"})
        assert Image.open(io.BytesIO(response.content)).width == 480
        assert "no-store" in response.headers["Cache-Control"]
        assert clerk.get(url.replace("1.webp", "3.webp")).status_code == 404
        assert clerk.get(url, {"width": "7"}).status_code == 404
        assert client.get(url).status_code == 302
    assert clerk.get("/admin/agreements/file/999999/pages/1.webp").status_code == 404


def test_who_may_see_no_files_sees_no_pages(client: Client, clerk: Client) -> None:
    file = builders.received(builders.draft(), files.pdf(files.ENGLISH), pages=2)
    client.force_login(User.objects.create_user("guest", is_staff=True))
    assert client.get(f"/admin/agreements/file/{file.pk}/pages/1.webp").status_code == 403
