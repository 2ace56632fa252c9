"""The page on which a text is read."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from agreements.models import Text
from tests import builders

pytestmark = pytest.mark.django_db

TREATY = """AGREEMENT ON ROADS

The two governments, wishing well, have agreed as follows:

Article 1
Roads

The roads are to be <b>kept</b> & mended.

Article 2

Bridges are roads.

Article 3

Each side pays for its own.
"""


def with_text(body: str = TREATY, **values: object) -> Text:
    document = builders.document("Agreement on roads")
    text = builders.text(document, body=body, **values)
    builders.settle()
    return text


def address(text: Text) -> str:
    return Text.objects.get(pk=text.pk).get_absolute_url()


def test_shows_words_in_articles(client):
    text = with_text(role="authentic")
    response = client.get(address(text))
    assertContains(response, '<h2 id="article-1">Article 1 Roads ', html=False)
    assertContains(response, "are to be &lt;b&gt;kept&lt;/b&gt; &amp; mended.")
    assertContains(response, 'href="#article-2"')
    assertContains(response, "Text in English")
    assertContains(response, "authentic")
    assertContains(response, "<h1>", 1)
    assertNotContains(response, "Contents")
