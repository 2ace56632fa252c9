"""What is too long is said once, with one number, or refused."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from agreements.communique.parsing import LONGEST
from agreements.editing.communiques import keeping
from agreements.forms.communique_rows import MOST_DOCUMENTS
from agreements.forms.communique_text import LONGEST_TEXT
from tests.admin.communique_desk import PASTE

ITEM = "- Agreement on cooperation number {};\n"


def test_text_that_is_kept_is_read_whole() -> None:
    assert LONGEST_TEXT == LONGEST


def test_text_that_would_be_read_in_part_is_refused(clerk: Client) -> None:
    data = {"text": "Word " * (LONGEST_TEXT // 5 + 1) + "end", "publisher": "Press"}
    page = clerk.post(PASTE, data).content.decode()
    assert "A communique has at most 100,000." in page


@pytest.mark.django_db
def test_more_documents_than_a_page_takes_are_said_once() -> None:
    items = "".join(map(ITEM.format, range(330)))
    text = f"Tajikistan and Kazakhstan signed 330 documents on 4 May 2023:\n\n{items}"
    names = {"publisher": "Press", "title": "", "url": "", "language": "en"}
    form = keeping.begin(names | {"text": text, "published_on": "2023-05-04"}, "clerk").form
    said = [d for d in json.loads(form["event-doubts"][0]) if d["code"] == "too_many"]
    assert [doubt["values"] for doubt in said] == [{"read": str(MOST_DOCUMENTS)}]
    assert form["documents-TOTAL_FORMS"] == [str(MOST_DOCUMENTS)]
    assert int(form["announcements-0-listed"][0]) > MOST_DOCUMENTS
