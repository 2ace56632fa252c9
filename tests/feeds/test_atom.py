"""Feeds: the documents and events of a list, those that became public last first."""

from __future__ import annotations

from xml.etree import ElementTree

import feedparser
import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agreements.feeds import documents as feed_of_documents
from agreements.feeds import events as feed_of_events
from agreements.models import Document, Event
from agreements.search import latest as search_latest
from tests import builders
from tests.feeds.subscribing import (
    QUERIES,
    archive_of_lists,
    number_in,
    numbers_on_page,
    published_on,
    state_of,
)

pytestmark = pytest.mark.django_db

A = "{http://www.w3.org/2005/Atom}"
FEEDS = ["/documents.atom", "/ru/documents.atom", "/events.atom", "/ru/events.atom"]


def parsed(client: Client, url: str) -> feedparser.FeedParserDict:
    response = client.get(url)
    assert response.status_code == 200, url
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    headers = {name.lower(): value for name, value in response.headers.items()}
    found = feedparser.parse(response.content, response_headers=headers)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def numbers(found: feedparser.FeedParserDict) -> list[int]:
    return [number_in(entry.id) for entry in found.entries]


def test_feed_has_the_documents_of_the_list(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However they are found: by a walk along what was published last, and where that finds too
    few, by a look-up."""
    archive_of_lists()
    monkeypatch.setattr(feed_of_documents, "SIZE", 2)
    looked_up = search_latest.WALKED.replace("LIMIT 5000", "LIMIT 0")
    for query in QUERIES:
        url = f"/documents.atom{query}"
        walked = all_pages(client, url)
        assert walked and set(walked) == numbers_on_page(client, query), query
        with monkeypatch.context() as patched:
            patched.setattr(search_latest, "WALKED", looked_up)
            assert all_pages(client, url) == walked, query


def test_feed_is_empty_where_the_list_shows_what_comes_nearest(client: Client) -> None:
    """Its readers wait for what they asked for."""
    archive_of_lists()
    assert numbers_on_page(client, "?q=roads+nothing+has+this")
    assert numbers(parsed(client, "/documents.atom?q=roads+nothing+has+this")) == []


def all_pages(client: Client, url: str) -> list[int]:
    found = []
    while url:
        page = parsed(client, url)
        found += numbers(page)
        url = next((link.href for link in page.feed.links if link.rel == "next"), "")
    assert len(found) == len(set(found))
    return found


def test_what_became_public_last_stands_first_whenever_it_was_signed(client: Client) -> None:
    documents = [
        builders.document(signed_on=day) for day in ("1992-01-01", "2024-01-01", "2023-01-01")
    ]
    builders.settle()
    published_on(documents, ["2026-03-01", "2026-01-01", "2026-02-01"])
    found = parsed(client, "/documents.atom")
    assert numbers(found) == [documents[n].pk for n in (0, 2, 1)]
    assert found.entries[0].published.startswith("2026-03-01T10:00:00")


@pytest.mark.parametrize("name", ["documents", "events"])
def test_pages_lead_from_one_to_the_next(
    client: Client, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    make, module = {
        "documents": (builders.document, feed_of_documents),
        "events": (builders.event, feed_of_events),
    }[name]
    monkeypatch.setattr(module, "SIZE", 2)
    records = [make() for _ in range(5)]  # all in one transaction: at the same time
    builders.settle()
    found = all_pages(client, f"/{name}.atom")
    assert found == [record.pk for record in reversed(records)]
    published_on(records, [f"2026-01-0{day}" for day in (3, 1, 2, 5, 4)])
    assert all_pages(client, f"/{name}.atom") == [records[n].pk for n in (3, 4, 0, 2, 1)]


def test_next_page_keeps_the_filters(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed_of_documents, "SIZE", 1)
    kz = state_of("kz")
    mine = []
    for _ in range(3):
        builders.document()
        mine.append(builders.document(side_1=kz))
    builders.settle()
    assert all_pages(client, "/documents.atom?state=kz&order=oldest") == [
        document.pk for document in reversed(mine)
    ]


@pytest.mark.parametrize("url", FEEDS)
def test_feed_has_what_the_standard_asks_for(client: Client, url: str) -> None:
    """RFC 4287, 4.1.1 and 4.1.2: each of these once, and dates as RFC 3339 has them."""
    archive_of_lists()
    root = ElementTree.fromstring(client.get(url).content)
    language = "ru" if url.startswith("/ru/") else "en"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert len(root.findall(f"{A}author/{A}name")) == 1
    entries = root.findall(f"{A}entry")
    assert entries
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            (only,) = element.findall(f"{A}{name}")
            assert only.text.strip()
        assert element.find(f"{A}id").text.startswith("tag:testserver,2026:")
        (alternate,) = [
            link for link in element.findall(f"{A}link") if link.get("rel") == "alternate"
        ]
        assert client.get(alternate.get("href")).status_code == 200
    (own,) = [link for link in root.findall(f"{A}link") if link.get("rel") == "self"]
    assert own.get("href") == f"http://testserver{url}"
    assert len({entry.find(f"{A}id").text for entry in entries}) == len(entries)
    for entry in entries:
        assert entry.find(f"{A}published").text <= entry.find(f"{A}updated").text


def test_entry_says_what_the_list_says(client: Client) -> None:
    archive_of_lists()
    entries = {entry.title: entry for entry in parsed(client, "/documents.atom").entries}
    entry = entries["Agreement on roads"]
    for words in ("Agreement", "Ministry of Roads", "Kazakhstan", "Tajikistan", "4 May 2023"):
        assert words in entry.summary
    assert "entry into force not recorded" in entry.summary.lower()
    assert {(tag.term, tag.scheme) for tag in entry.tags} == {
        ("agreement", "tag:testserver,2026:type"),
        ("transport", "tag:testserver,2026:subject"),
    }
    tajik = entries["Созишнома дар бораи роҳҳо"]
    assert tajik.title_detail.language == "tg"
    for words in ("Protocol", "Kazakhstan", "Tajikistan", "4 May 2023"):
        assert words in tajik.summary
    assert "In force" in entries["Roadmap"].summary


def test_identity_outlives_the_words_and_the_language(client: Client) -> None:
    document = builders.document("Agreement on roads")
    builders.settle()
    before = parsed(client, "/documents.atom").entries[0]
    document.titles.update(text="Agreement on highways")
    builders.settle()
    after = parsed(client, "/documents.atom").entries[0]
    russian = parsed(client, "/ru/documents.atom").entries[0]
    assert before.id == after.id == russian.id == f"tag:testserver,2026:document/{document.pk}"
    assert before.link != after.link != russian.link
    assert russian.link.startswith("http://testserver/ru/documents/")


def test_markup_and_letters_that_xml_has_not_are_no_harm(client: Client) -> None:
    document = builders.document("Agreement <b>on</b> “roads” & bridges ]]>")
    event = builders.event("Visit & <talks>")
    for record, table in ((document, "documenttitle"), (event, "eventname")):
        with connection.cursor() as cursor:  # past the forms
            cursor.execute(
                f"UPDATE agreements_{table} SET text = text || E'\\u0001\\uFFFE' "
                f"WHERE {record._meta.model_name}_id = %s",
                [record.pk],
            )
    builders.settle()
    (entry,) = parsed(client, "/documents.atom").entries
    assert entry.title == "Agreement <b>on</b> “roads” & bridges ]]>"
    (entry,) = parsed(client, "/events.atom").entries
    assert entry.title == "Visit & <talks>"


def test_drafts_never_come_and_what_is_withdrawn_goes(client: Client) -> None:
    document, event = builders.document(), builders.event()
    builders.draft()
    builders.event(publication_state="draft")
    builders.settle()
    assert numbers(parsed(client, "/documents.atom")) == [document.pk]
    assert numbers(parsed(client, "/events.atom")) == [event.pk]
    for model in (Document, Event):
        model.objects.filter(publication_state="published").update(
            publication_state="withdrawn", withdrawal_reason="A mistake."
        )
    builders.settle()
    assert numbers(parsed(client, "/documents.atom")) == []
    assert numbers(parsed(client, "/events.atom")) == []


def test_page_goes_on_behind_a_document_that_is_gone(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_of_documents, "SIZE", 1)
    one, two = builders.document(), builders.document()
    builders.settle()
    (further,) = [
        link.href for link in parsed(client, "/documents.atom").feed.links if link.rel == "next"
    ]
    Document.objects.filter(pk=two.pk).update(
        publication_state="withdrawn", withdrawal_reason="A mistake."
    )
    builders.settle()
    assert numbers(parsed(client, further)) == [one.pk]


def test_feed_of_events_has_those_of_the_list(client: Client) -> None:
    kz, tj = state_of("kz"), state_of("tj")
    mine = builders.event("Visit", states=[kz, tj], kind="summit", began_on="2019-05")
    builders.event("Forum", states=[tj], kind="forum")
    builders.settle()
    for query in ("?state=kz", "?kind=summit", "?year=2019"):
        found = parsed(client, f"/events.atom{query}")
        assert numbers(found) == [mine.pk]
    (entry,) = found.entries
    assert entry.title == "Visit"
    assert "May 2019" in entry.summary and "0 recorded" in entry.summary
    assert [tag.term for tag in entry.tags] == ["summit"]


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("/documents.atom?state=zz", "State: “zz” is not in this list."),
        ("/documents.atom?year=99999", "Year of signing: Write a year with four figures"),
        ("/documents.atom?staet=kz", "not known here: staet"),
        ("/documents.atom?between=kz", "Name two different states"),
        ("/documents.atom?q=%22%22", "There is no word or number in this."),
        ("/documents.atom?since=2020&until=2010", "This ends before it begins."),
        ("/documents.atom?year=2020&year=2021", "Only one can be asked for here"),
        ("/documents.atom?state=%00", "is not in this list"),
        ("/events.atom?kind=party", "Kind: “party” is not in this list."),
        ("/events.atom?q=roads", "not known here: q"),
        ("/calendar.ics?ends_since=yesterday", "Ends since: “yesterday” can’t be read as a date"),
        ("/calendar.ics?colour=red", "not known here: colour"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(client: Client, url: str, words: str) -> None:
    response = client.get(url)
    assert response.status_code == 400
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.headers["Cache-Control"] == "private, no-store"
    assert words in response.content.decode()


@pytest.mark.parametrize(
    "after",
    ["x", "20260101T100000000000", "20269901T100000000000.1", "1." + "9" * 30, "١.1", "%00"],
)
@pytest.mark.parametrize("name", ["documents", "events"])
def test_place_that_is_none_is_not_found(client: Client, name: str, after: str) -> None:
    assert client.get(f"/{name}.atom?after={after}").status_code == 404


def test_empty_feed_is_a_feed(client: Client) -> None:
    for url in FEEDS:
        assert parsed(client, url).entries == []
    far = "/documents.atom?after=00010101T000000000000.1"
    assert parsed(client, far).entries == []


def test_followers_of_readers_are_no_filters(client: Client) -> None:
    assert parsed(client, "/documents.atom?utm_source=x&fbclid=1").entries == []


def test_lists_and_pages_of_things_name_their_feeds(client: Client) -> None:
    archive_of_lists()
    agency = builders.agency("Ministry of Bridges", of=state_of("kz"))
    builders.document(side_1=agency)
    builders.settle()
    for page, feed in (
        ("/documents/?state=kz&page=1&order=oldest&foo=1", "/documents.atom?state=kz"),
        ("/documents/", "/documents.atom"),
        ("/ru/documents/?q=a+b&type=treaty", "/ru/documents.atom?q=a+b&amp;type=treaty"),
        ("/events/?year=2023", "/events.atom?year=2023"),
        ("/states/kz/", "/documents.atom?state=kz"),
        ("/states/kz/tj/", "/documents.atom?between=kz&amp;between=tj"),
        ("/years/2023/", "/documents.atom?year=2023"),
        ("/ru/subjects/transport/", "/ru/documents.atom?subject=transport"),
        (agency.get_absolute_url(), f"/documents.atom?agency={agency.pk}"),
    ):
        content = client.get(page).content.decode()
        assert '<link rel="alternate" type="application/atom+xml" title="New ' in content, page
        assert f'href="{feed}">' in content, page
        assert client.get(feed.replace("&amp;", "&")).status_code == 200
    page = client.get("/documents/?state=kz").content.decode()
    assert '<a href="/documents.atom?state=kz" type="application/atom+xml" rel="nofollow">' in page
    assert '<a href="/calendar.ics?state=kz" type="text/calendar" rel="nofollow">' in page
    refused = client.get("/documents/?state=zz").content.decode()
    assert "atom" not in refused


@pytest.mark.parametrize("name", ["documents", "events"])
def test_queries_do_not_grow_with_the_entries(
    client: Client, name: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(4):
        builders.document(side_1=builders.agency(), event=builders.event())
    builders.settle()
    with django_assert_max_num_queries(13):
        assert len(parsed(client, f"/{name}.atom").entries) == 4
