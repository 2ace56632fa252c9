"""A document's data at its own addresses."""

from __future__ import annotations

import json

import jsonschema
import pytest
from django.test import Client

from agreements.editing.merging import merge
from agreements.exporting.records import Records
from agreements.models import DocumentTitle
from agreements.views.document_formats import FORMATS
from tests import builders

from .test_citing import SCHEMA, TODAY, read_bibtex, read_ris

pytestmark = pytest.mark.django_db
KEPT = ["bib", "ris", "csl.json"]


@pytest.mark.parametrize("format", FORMATS)
def test_is_served_as_what_it_is(client: Client, format: str) -> None:
    document = builders.document("Agreement on roads")
    builders.settle()
    response = client.get(f"/documents/{document.pk}.{format}")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == f"{FORMATS[format].media_type}; charset=utf-8"
    kept = "attachment" if format in KEPT else "inline"
    name = f'{kept}; filename="pacta-{document.pk}.{format}"'
    assert response.headers["Content-Disposition"] == name
    assert "Agreement on roads" in response.content.decode()
    known = {"if-none-match": response.headers["ETag"]}
    assert client.get(f"/documents/{document.pk}.{format}", headers=known).status_code == 304


def test_says_what_the_page_says(client: Client) -> None:
    document = builders.document("Agreement on roads")
    DocumentTitle.objects.create(document=document, language="ru", text="О дорогах")
    builders.settle()
    url = f"http://testserver/documents/{document.pk}/"

    def get(format: str, language: str = "") -> str:
        return client.get(f"{language}/documents/{document.pk}.{format}").content.decode()

    assert read_bibtex(get("bib"))["url"] == read_ris(get("ris"))["urls"][0] == url
    item = json.loads(get("csl.json"))
    jsonschema.Draft7Validator(SCHEMA).validate(item)
    assert item[0]["URL"] == json.loads(get("jsonld"))["@id"] == url
    assert read_bibtex(get("bib", "/ru"))["title"] == "{О дорогах}"
    record = json.loads(get("json"))
    assert record["title"] == "Agreement on roads"
    assert record.keys() == Records(TODAY).read([document.pk])[0].keys()


@pytest.mark.parametrize("format", FORMATS)
def test_draft_has_none(client: Client, format: str) -> None:
    draft = builders.draft("Secret agreement")
    builders.settle()
    response = client.get(f"/documents/{draft.pk}.{format}")
    assert response.status_code == 404 and b"Secret" not in response.content


@pytest.mark.parametrize("format", FORMATS)
def test_withdrawn_is_gone(client: Client, format: str) -> None:
    document = builders.document(
        "Agreement on roads",
        publication_state="withdrawn",
        withdrawal_reason="By court order.",
        is_title_withheld=True,
    )
    builders.settle()
    response = client.get(f"/documents/{document.pk}.{format}")
    assert response.status_code == 410
    assert b"By court order." in response.content and b"roads" not in response.content


def test_merged_leads_to_the_same_format(client: Client) -> None:
    losing, kept = builders.document(), builders.document()
    merge(losing, kept, "The same.")
    builders.settle()
    response = client.get(f"/ru/documents/{losing.pk}.bib")
    assert (response.status_code, response.url) == (301, f"/ru/documents/{kept.pk}.bib")
    assert response.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("number", ["999999", "9" * 20, "9" * 5000])
def test_unknown_number_is_not_found(client: Client, number: str) -> None:
    assert client.get(f"/documents/{number}.bib").status_code == 404


@pytest.mark.parametrize("path", ["/documents/1.pdf", "/documents/1.csl", "/documents/1.bibx"])
def test_unknown_format_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
