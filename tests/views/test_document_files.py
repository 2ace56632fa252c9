"""The files of a document on its page: what counts, what was before it, what is kept inside."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from agreements.models import Document, File, Text
from agreements.views.versions import current
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> Document:
    return builders.document("Agreement on roads")


def plain(client: Client, document: Document) -> str:
    """The page's words, without its history."""
    builders.settle()
    page = client.get(document.get_absolute_url()).content.decode()
    words = re.sub(r"<[^>]+>", " ", page.partition('id="changes"')[0])
    return " ".join(words.replace("\xa0", " ").split())


def test_file_stands_under_its_text_with_what_it_is(client: Client, document: Document) -> None:
    text = builders.text(document)
    file = builders.file(
        document, text=text, name="Соглашение.pdf", size=1_258_291, pages=4, is_signed=True,
        words_state="needs_ocr",
    )  # fmt: skip
    words = plain(client, document)
    assert (
        "Соглашение.pdf PDF, 1.2 MB, 4 pages · scan, its words cannot be searched · "
        "digitally signed · received" in words
    )
    assert words.index("Texts") < words.index("Соглашение.pdf")
    assert "Attachments" not in words
    assertContains(client.get(document.get_absolute_url()), f'href="{file.get_absolute_url()}"')


def test_nothing_is_said_of_what_is_not_so(client: Client, document: Document) -> None:
    builders.file(document, name="Paper.odt", kind="odt", pages=None, words_state="usable")
    words = plain(client, document)
    assert "Paper.odt OpenDocument text (ODT), " in words
    for unsaid in ("scan", "digitally signed", "former version", "None", " 0 page"):
        assert unsaid not in words
    assert words.index("Attachments") < words.index("Paper.odt")


def test_former_versions_are_folded_with_their_reasons(client: Client, document: Document) -> None:
    text = builders.text(document)
    first = builders.file(document, text=text, name="first.pdf")
    second = builders.file(
        document, text=text, name="second.pdf", replaces=first, reason="A page was missing."
    )
    builders.file(document, text=text, name="third.pdf", replaces=second, reason="Upside down.")
    words = plain(client, document)
    assert re.search(
        r"third\.pdf .* 2 former versions second\.pdf .* Replaced: Upside down\. "
        r"first\.pdf .* Replaced: A page was missing\.",
        words,
    )


def test_version_that_is_not_public_shows_nowhere(client: Client, document: Document) -> None:
    text = builders.text(document)
    first = builders.file(document, text=text, name="first.pdf")
    before = plain(client, document)
    second = builders.file(
        document, text=text, name="secret.pdf", replaces=first, reason="secret", is_public=False
    )
    assert plain(client, document) == before
    builders.file(document, text=text, name="third.pdf", replaces=second, reason="Names taken out.")
    words = plain(client, document)
    assert "secret" not in words
    assert re.search(r"third\.pdf .* 1 former version first\.pdf", words)
    assert "Names taken out" not in words.partition("Texts")[2], "it is the reason of another one"
    assertNotContains(client.get(document.get_absolute_url()), "secret")


def test_files_of_what_is_not_public_show_nowhere(client: Client, document: Document) -> None:
    inside = builders.text(document, body="", is_public=False, language="ru")
    builders.file(document, text=inside, name="secret.pdf")
    builders.file(document, name="secret.png", kind="png", is_public=False)
    words = plain(client, document)
    assert "secret" not in words and "Attachments" not in words
    Text.objects.filter(pk=inside.pk).update(is_public=True)
    assert "secret.pdf" in plain(client, document)


def test_name_and_reason_are_no_markup(client: Client, document: Document) -> None:
    first = builders.file(document, name="<b>first</b>.pdf")
    builders.file(document, name="<i>x</i>.pdf", replaces=first, reason="<u>y</u>")
    page = client.get(document.get_absolute_url())
    for markup in ("<b>first", "<i>x", "<u>y"):
        assertNotContains(page, markup)
    assertContains(page, "&lt;i&gt;x")


def test_files_stand_in_their_order(client: Client, document: Document) -> None:
    for position, name in ((2, "b.png"), (1, "a.png"), (2, "c.png")):
        builders.file(document, name=name, kind="png", position=position)
    assert re.search(r"a\.png.*b\.png.*c\.png", plain(client, document))


def test_many_files_take_no_more_statements(
    client: Client, document: Document, django_assert_max_num_queries: Any
) -> None:
    def fill(number: int) -> None:
        for _ in range(number):
            text = builders.text(document)
            file = builders.file(document, text=text)
            builders.file(document, text=text, replaces=file, reason="Better.")
            builders.file(document)
        builders.settle()

    fill(1)
    url = document.get_absolute_url()
    # The content's version, the two of the document, one of its history; a savepoint.
    with django_assert_max_num_queries(4 + 2) as captured:
        client.get(url)
    fill(12)
    with django_assert_max_num_queries(len(captured)):
        client.get(url)


def test_versions_that_replace_each_other_in_a_ring_end() -> None:
    """No form makes one; a page must not hang on what somebody wrote by hand."""
    one, two = File(pk=1, replaces_id=2), File(pk=2, replaces_id=1)
    assert current([one, two], [one, two]) == []
