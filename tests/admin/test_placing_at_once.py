"""Two clerks at once: one file is placed once, with one new draft."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction

from agreements.models import Document, File, Text
from tests import inboxes
from tests.admin.conftest import signed_in
from tests.admin.test_communique_at_once import posting
from tests.admin.test_inbox import INBOX, of
from tests.editing.test_merging_at_once import while_held

pytestmark = pytest.mark.django_db(transaction=True)


def draft(title: str) -> dict[str, Any]:
    data = {"text": title, "language": "en", "text_language": "en"}
    return {"way": "draft", **{f"new-{name}": value for name, value in data.items()}}


def test_one_file_makes_one_draft() -> None:
    one, two = signed_in("one", group="clerk"), signed_in("two", group="clerk")
    with transaction.atomic():
        file = inboxes.waiting()
    url = of(file, "place")
    response = while_held(posting(one, url, draft("First")), posting(two, url, draft("Second")))
    assert response["Location"] == INBOX
    assert [str(document) for document in Document.objects.all()] == ["First"]
    assert File.objects.get().text == Text.objects.get()
