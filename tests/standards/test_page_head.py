"""What machines read in a page: citations' tags, JSON-LD, signposts."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client
from django.utils import timezone

from agreements.importing.sample import load_sample
from agreements.models import (
    Document,
    DocumentTitle,
    Event,
    Identifier,
    MissingValue,
    Relation,
    Signing,
    Text,
)
from agreements.views.signposts import LONGEST
from tests import builders

from . import zotero

pytestmark = pytest.mark.django_db
HOST = "http://testserver"


def page(client: Client, record: Document | Event, language: str = "") -> str:
    builders.settle()
    response = client.get(language + record.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def linked(page: str) -> list[dict]:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    data = json.loads(text)
    return data if isinstance(data, list) else [data]


def legislation(client: Client, document: Document) -> dict:
    return linked(page(client, document))[0]


def roads(**values: object) -> Document:
    return builders.document(
        "Agreement on roads",
        side_1=builders.agency("Ministry of Roads", of=builders.state(name="Upper Onia")),
        side_2=builders.state(name="Twonia"),
        **values,
    )


# ---- Zotero


def test_zotero_takes_a_statute(client: Client) -> None:
    document = roads(summary="About roads.")
    DocumentTitle.objects.create(document=document, language="tg", text="Созишнома")
    found = zotero.item(page(client, document))
    assert found == {
        "itemType": "statute",
        "title": "Agreement on roads",
        "date": "2023/05/04",
        "language": "en",
        "url": f"{HOST}/documents/{document.pk}/",
        "abstractNote": "About roads.",
        "creators": [("Ministry of Roads (Upper Onia)", ""), ("Twonia", "")],
        "pdf": [],
    }


@pytest.mark.parametrize(
    ("edtf", "written"),
    [("2023", "2023"), ("2023-05", "2023/05"), ("1990~", "about 1990"), (None, "")],
)
def test_zotero_gets_no_invented_day(client: Client, edtf: str | None, written: str) -> None:
    document = builders.document(signed_on=None)
    if edtf:
        Signing.objects.create(document=document, signed_on=edtf)
    else:
        MissingValue.objects.create(document=document, field="signed_on", reason="not_recorded")
    assert zotero.item(page(client, document))["date"] == written


def test_pdf_is_named_where_there_is_only_one(client: Client) -> None:
    document = roads()
    one = builders.received(document, text=builders.text(document, body=""))
    builders.received(document, name="Map.pdf")  # an attachment
    assert zotero.item(page(client, document))["pdf"] == [f"{HOST}/files/{one.pk}/"]
    builders.received(document, text=builders.text(document, body="", language="ru"))
    assert zotero.item(page(client, document))["pdf"] == []


def test_every_page_of_the_sample_is_a_statute_with_a_title(client: Client) -> None:
    load_sample()
    for document in Document.objects.published()[:10]:
        found = zotero.item(page(client, document))
        assert (found["itemType"], found["title"]) == ("statute", document.title.text)
        assert all(family and not given for family, given in found["creators"])


# ---- JSON-LD


def test_document_is_legislation(client: Client) -> None:
    event = builders.event("Visit to Onia")
    document = roads(event=event, period="2023/2025", entry_into_force="on_signature")
    Signing.objects.filter(document=document).update(place=builders.place("Osh"))
    Identifier.objects.create(document=document, scheme_id="wikidata", value="Q1")
    DocumentTitle.objects.create(document=document, language="tg", text="Созишнома")
    text = builders.text(document, role="authentic", language="tg")
    file = builders.received(document, text=builders.text(document, body="", language="ru"))
    builders.text(document, body="", language="kk", url="https://other.example/1")
    builders.text(document, language="uz", is_public=False)
    found = legislation(client, document)
    url = f"{HOST}/documents/{document.pk}/"
    assert found["@type"] == "Legislation" and found["@id"] == found["url"] == url
    assert found["name"] == [
        {"@value": "Agreement on roads", "@language": "en"},
        {"@value": "Созишнома", "@language": "tg"},
    ]
    assert (found["legislationType"], found["legislationDate"]) == ("Agreement", "2023-05-04")
    assert found["legislationLegalForce"] == "https://schema.org/InForce"
    assert [area["name"] for area in found["legislationJurisdiction"]] == ["Upper Onia", "Twonia"]
    passed = [body["name"] for body in found["legislationPassedBy"]]
    assert passed == ["Ministry of Roads", "Twonia"]
    assert found["temporalCoverage"] == "2023/2025"
    assert found["locationCreated"] == [{"@type": "Place", "name": "Osh"}]
    assert found["sameAs"] == ["https://www.wikidata.org/wiki/Q1"]
    assert found["subjectOf"]["@id"] == f"{HOST}/events/{event.pk}/"
    assert found["inLanguage"] == ["tg"]
    assert [(one["url"], one["inLanguage"]) for one in found["encoding"]] == [
        (f"{url}texts/{text.pk}/", "tg"),
        (f"{HOST}/files/{file.pk}/", "ru"),
        ("https://other.example/1", "kk"),
    ]
    assert found["encoding"][1]["encodingFormat"] == "application/pdf"


@pytest.mark.parametrize(
    ("signed_on", "on", "values", "force"),
    [
        ("2023", "2023", {"entry_into_force": "on_signature"}, "InForce"),
        ("2023-05", "2023-05", {}, None),  # unknown
        ("1990~", None, {"entry_into_force": "on_ratification"}, "NotInForce"),
        (
            "2023",
            "2023",
            {"legal_nature": "not_legally_binding", "entry_into_force": "on_signature"},
            None,
        ),
    ],
)
def test_only_what_is_certain_is_said(
    client: Client, signed_on: str, on: str | None, values: dict, force: str | None
) -> None:
    found = legislation(client, builders.document(signed_on=signed_on, **values))
    assert found.get("legislationDate") == on
    assert found.get("legislationLegalForce") == (force and f"https://schema.org/{force}")


def test_force_that_may_be_another_is_not_said(client: Client) -> None:
    """Signed some day of this year, perhaps tomorrow."""
    year = str(timezone.localdate().year)
    document = builders.document(entry_into_force="on_signature", signed_on=year)
    assert "legislationLegalForce" not in legislation(client, document)


def test_relations_of_both_directions(client: Client) -> None:
    document, other, annex = roads(), builders.document("Other"), builders.document("Annex")
    draft = builders.draft("Hidden")
    for kind, target in (("amends", other), ("terminates", other), ("amends", draft)):
        Relation.objects.create(document=document, kind=kind, target=target)
    Relation.objects.create(document=document, kind="cites", target_text="Treaty of 1900")
    Relation.objects.create(document=annex, kind="annexed_to", target=document)
    found = legislation(client, document)
    there = {"@type": "Legislation", "@id": f"{HOST}/documents/{other.pk}/", "name": "Other"}
    assert found["legislationChanges"] == found["legislationRepeals"] == [there]
    assert found["citation"] == [{"@type": "Legislation", "name": "Treaty of 1900"}]
    assert [part["name"] for part in found["hasPart"]] == ["Annex"]
    assert "Hidden" not in json.dumps(found)


def test_no_title_leaves_the_script(client: Client) -> None:
    title = '</script><script>alert(1)</script> & <!-- \u2028 "quoted"'
    document = builders.document(title)
    found = linked(page(client, document))
    assert found[0]["name"][0]["@value"] == document.titles.get().text
    assert "<script>alert" not in page(client, document)


def test_way_to_a_document_and_to_an_event(client: Client) -> None:
    document = roads()
    ways = linked(page(client, document))[1]["itemListElement"]
    assert [step["name"] for step in ways] == [
        "Documents",
        "Upper Onia and Twonia",
        "Agreement on roads",
    ]
    assert client.get(ways[1]["item"]).status_code == 200
    event = builders.event("Visit to Onia", began_on="2023-05", place=builders.place("Osh"))
    data, ways = linked(page(client, event))
    assert (data["@type"], data["startDate"], data["endDate"]) == ("Event", "2023-05", "2023-05")
    assert data["location"]["name"] == "Osh" and len(data["attendee"]) == 2
    assert ways["itemListElement"][-1]["name"] == "Visit to Onia"


def test_home_says_how_to_search(client: Client) -> None:
    (data,) = linked(client.get("/ru/").content.decode())
    template = data["potentialAction"]["target"]["urlTemplate"]
    assert template == f"{HOST}/ru/documents/?q={{search_term_string}}"


# ---- signposts


def signposts(client: Client, document: Document) -> list[tuple[str, str, str]]:
    builders.settle()
    header = client.get(document.get_absolute_url()).headers["Link"]
    assert len(header) <= LONGEST
    found = re.findall(r'<([^>]*)>; rel="([^"]*)"(?:; type="([^"]*)")?(?:, |$)', header)
    assert ", ".join(f"<{url}>" for url, _, _ in found).count("<") == header.count("<")
    return found


def test_signposts_lead_to_what_is_there(client: Client) -> None:
    document = roads()
    text = builders.text(document)
    file = builders.received(document, text=builders.text(document, body="", language="ru"))
    builders.received(document, text=builders.text(document, is_public=False, language="kk"))
    found = signposts(client, document)
    url = f"{HOST}/documents/{document.pk}"
    assert (f"{url}/", "cite-as", "") in found
    assert ("https://schema.org/Legislation", "type", "") in found
    described = [(there, kind) for there, relation, kind in found if relation == "describedby"]
    assert len(described) == 5
    for there, kind in described:
        response = client.get(there)
        assert response.status_code == 200
        assert response.headers["Content-Type"].split(";")[0] == kind
        assert response.headers["Link"] == f'<{url}/>; rel="describes"'
    assert [one for one in found if one[1] == "item"] == [
        (f"{url}/texts/{text.pk}/", "item", "text/html"),
        (f"{HOST}/files/{file.pk}/", "item", "application/pdf"),
    ]


def test_licence_is_said_where_there_is_one(client: Client, settings) -> None:
    document = roads()
    assert "license" not in {relation for _, relation, _ in signposts(client, document)}
    settings.DATA_LICENCE = "CC BY 4.0, https://licences.example/by/4.0/"
    assert ("https://licences.example/by/4.0/", "license", "") in signposts(client, document)
    assert legislation(client, document)["sdLicense"] == settings.DATA_LICENCE
    asked = (
        f"verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:testserver:documents/{document.pk}"
    )
    rights = f"<dc:rights>{settings.DATA_LICENCE}</dc:rights>"
    assert rights in client.get(f"/oai?{asked}").content.decode()


def test_file_leads_back_to_its_document(client: Client) -> None:
    document = roads()
    file = builders.received(document)
    builders.settle()
    link = client.get(file.get_absolute_url()).headers["Link"]
    assert link == f'<{HOST}/documents/{document.pk}/>; rel="collection"; type="text/html"'


def test_signposts_have_an_end(client: Client) -> None:
    document = roads()
    Text.objects.bulk_create(
        Text(document=document, language="en", body="Article 1") for _ in range(80)
    )
    assert 20 < len(signposts(client, document)) < 60


def test_citation_leads_to_the_number_alone(client: Client) -> None:
    document = roads()
    shown = page(client, document, "/ru")
    url = f"{HOST}/documents/{document.pk}/"
    assert f'<a href="{url}">{url}</a>' in shown
    assert f'href="/ru/documents/{document.pk}.bib"' in shown


def test_page_takes_as_many_statements_as_before(
    client: Client, django_assert_max_num_queries
) -> None:
    event = builders.event()
    document = roads(event=event)
    for language in ("ru", "tg", "kk"):
        builders.received(document, text=builders.text(document, language=language))
        other = builders.document()
        Relation.objects.create(document=document, kind="cites", target=other)
        document.subjects.add(builders.subject())
    builders.settle()
    url = document.get_absolute_url()
    with django_assert_max_num_queries(4 + 2):  # two are the savepoint of a test
        assert client.get(url).status_code == 200
