"""Sweeps over every public address: nothing of a draft shows, and every page is sound."""

from __future__ import annotations

import gzip
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import html5lib
import pytest
from django.conf import settings
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import translation

from agreements import urls
from agreements.api import urls as api_urls
from agreements.editing.merging import merge
from agreements.exporting.dumping.dump import make as make_dump
from agreements.exporting.formats import FORMATS
from agreements.models import (
    Action,
    Agency,
    AgencyParent,
    AgencySuccession,
    Citation,
    Communique,
    DismissedDoubt,
    Document,
    DocumentTitle,
    Event,
    File,
    FileWords,
    Identifier,
    IdentifierScheme,
    MissingValue,
    Page,
    Place,
    Proposal,
    ReadingDoubt,
    Relation,
    Remark,
    ResponsibleBody,
    Signatory,
    Signing,
    Source,
    State,
    StatusOverride,
    Subject,
    Text,
)
from agreements.sitemaps.sections import SECTIONS
from agreements.views.document_formats import FORMATS as OF_ONE_DOCUMENT
from tests import builders

pytestmark = pytest.mark.django_db

MARK = "zyxwmark"
LANGUAGES = [code for code, _name in settings.LANGUAGES]


@dataclass
class Archive:
    """What a reader may see: one of everything, each with all its parts."""

    one: State
    two: State
    ministry: Agency
    service: Agency
    place: Place
    event: Event
    subject: Subject
    document: Document
    other: Document
    source: Source
    scan: Text

    @property
    def inside(self) -> Text:
        """A text of the document that is not public."""
        return self.document.texts.get(language="ru")


@pytest.fixture
def archive() -> Archive:
    one, two = State.objects.get(code="kz"), State.objects.get(code="tj")
    ministry = builders.agency("Ministry of Roads", of=one)
    service = builders.agency("Service of Bridges", of=one)
    AgencyParent.objects.create(agency=service, parent=ministry)
    place = builders.place("Roadville", state=one)
    event = builders.event("Visit on roads", states=[one, two], place=place, kind="summit")
    builders.announcement(event, 20, includes_heads_documents="no", listed=8)
    subject = Subject.objects.get(slug="transport")
    source = builders.source(
        title="Communique on roads", kept_text=f"The whole communique, {MARK}."
    )
    document = builders.document(
        "Agreement on roads",
        side_1=service,
        side_2=two,
        event=event,
        level="interagency",
        period="2023/2030",
        entry_into_force="on_signature",
        summary="It is about roads.",
    )
    fill(document, place, subject, source, words="openly")
    other = builders.document("Protocol on bridges", side_1=two, side_2=ministry, type="protocol")
    Relation.objects.create(document=other, kind="supplements", target=document)
    add_what_is_kept_inside(document, event, other)
    withhold_and_bring_back(other)
    builders.later()
    document.titles.filter(language="en").update(text="Agreement on highways, openly")
    builders.later()
    document.titles.filter(language="en").update(text="Agreement on roads")
    scan = with_pages(document, "openly")
    builders.settle()
    age(Document, Event)
    return Archive(
        one, two, ministry, service, place, event, subject, document, other, source, scan
    )


def with_pages(document: Document, words: str, **values: object) -> Text:
    """A text whose words were read out of its file."""
    text = Text.objects.create(document=document, language="en", role="authentic", **values)
    file = builders.received(document, name=f"Two pages {words}.pdf", text=text, pages=2)
    pages = [f"Article 1 of a page, {words}", f"Article 2 of another page, {words}"]
    for number, page in enumerate(pages, start=1):
        Page.objects.create(file=file, number=number, words=page)
    FileWords.objects.create(
        file=file, words="\n\n".join(pages), page_starts=[0, len(pages[0]) + 2]
    )
    File.objects.filter(pk=file.pk).update(words_state="usable", words_by=f"Engine {words}")
    return text


def add_what_is_kept_inside(document: Document, event: Event, other: Document) -> None:
    """What public records hold without showing it, and their ties to drafts."""
    document.internal_note = event.internal_note = MARK
    document.save()
    event.save()
    inside = builders.text(document, body=MARK, is_public=False, language="ru")
    builders.received(document, name=f"{MARK}.pdf", text=inside)
    builders.received(document, name=f"{MARK}.png", kind="png", is_public=False)
    draft = builders.draft(f"Draft {MARK}")
    Relation.objects.create(document=document, kind="extends", target=draft, target_text=MARK)
    other.event = builders.event(f"Visit {MARK}", publication_state="draft", kind="forum")
    other.save()


def withhold_and_bring_back(document: Document) -> None:
    """Its title was public for a while, and is withheld since; so was an edit that nobody saw."""
    before = document.titles.get().text
    builders.later()
    document.titles.update(text=f"An insult, {MARK}")
    builders.later()
    mine = Document.objects.filter(pk=document.pk)
    mine.update(
        publication_state="withdrawn", withdrawal_reason="An insult.", is_title_withheld=True
    )
    builders.later()
    document.titles.update(text=f"Worse, {MARK}")
    document.titles.update(text=before)
    mine.update(publication_state="published", is_title_withheld=False)


def age(*models: type[Model]) -> None:
    """As if nobody had touched the public records for years: a draft must not move that either."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL agreements.refresh = 'off'")
        for model in models:
            model.objects.update(changed_at="2020-01-01T00:00Z")
        cursor.execute("SET LOCAL agreements.refresh = ''")
    builders.later(days=2000)


def fill(document: Document, place: Place, subject: Subject, source: Source, words: str) -> None:
    """Every kind of part that a document can have."""
    DocumentTitle.objects.create(document=document, language="tg", text=f"Созишнома {words}")
    party = document.parties.first()
    party.name_as_written = f"Named {words}"
    party.save()
    signing = Signing.objects.create(document=document, place=place, signed_on="2023-05-04")
    Signatory.objects.create(
        document=document, signing=signing, party=party, person=f"Ada {words}", office="Minister"
    )
    action = Action.objects.create(
        document=document, kind="ratified", side=1, done_on="2023-06", reference=f"Law {words}"
    )
    Relation.objects.create(document=document, kind="cites", target_text=f"Treaty {words}")
    scheme = IdentifierScheme.objects.first()
    Identifier.objects.create(document=document, scheme=scheme, value=f"No. {words}")
    MissingValue.objects.create(
        document=document, field="validity", reason="does_not_apply", note=f"Note {words}"
    )
    text = builders.text(document, body=f"Article 1 {words}", language="tg")
    first = builders.received(document, name=f"Agreed {words}.pdf", text=text)
    builders.received(document, name=f"Scan {words}.pdf", text=text, replaces=first, reason=words)
    builders.received(document, name=f"Map {words}.png", kind="png", reason=words)
    document.subjects.add(subject)
    for record in ({"document": document}, {"action": action}, {"party": party}):
        Citation.objects.create(source=source, quote=f"They said {words}.", **record)


def change_what_is_kept_inside(archive: Archive) -> None:
    """On records that are public: what changes in them without showing."""
    for record, owner in ((archive.document, "document"), (archive.event, "event")):
        type(record).objects.filter(pk=record.pk).update(internal_note=f"More {MARK}")
        Remark.objects.create(text=MARK, written_by=MARK, **{owner: record})
        Proposal.objects.create(
            changes=[{"table": MARK}],
            form={MARK: MARK},
            seen_version=0,
            made_by=MARK,
            **{owner: record},
        )
        DismissedDoubt.objects.create(code="x", key=MARK, reason=MARK, by=MARK, **{owner: record})
        ReadingDoubt.objects.create(code="x", values={"x": MARK}, quote=MARK, **{owner: record})
    for event in (archive.event, None):
        source = builders.source(title=MARK, kept_text=MARK)
        Communique.objects.create(
            source=source, event=event, digest=f"{source.pk}", form={MARK: [MARK]}, made_by=MARK
        )
    text = builders.text(archive.document, body=MARK, language="kk", is_public=False)
    for file in File.objects.published().filter(document=archive.document, replaced_by=None):
        builders.received(
            archive.document,
            MARK.encode(),
            name=f"{MARK}.pdf",
            text=file.text,
            replaces=file,
            reason=MARK,
            is_public=False,
        )
    held = with_pages(archive.document, MARK, is_public=False)
    builders.received(None, name=MARK)
    draft = builders.draft(f"Draft {MARK}", side_1=archive.one, side_2=archive.two)
    tie = Relation.objects.create(document=archive.document, kind="cites", target=draft)
    DocumentTitle.objects.create(document=archive.document, language="kk", text=MARK).delete()
    builders.later(days=0)
    Text.objects.filter(pk=text.pk).update(origin=MARK)
    File.objects.filter(text=held).update(reason=MARK)
    Relation.objects.filter(pk=tie.pk).update(extent=MARK)
    archive.document.titles.filter(language="en").update(text=MARK)
    archive.document.titles.filter(language="en").update(text="Agreement on roads")
    builders.later(days=0)
    text.delete()
    tie.delete()


def add_what_nobody_may_see(archive: Archive) -> list[str]:
    """Marked drafts that share everything with what is public; gives their own addresses."""
    change_what_is_kept_inside(archive)
    agency = builders.agency(f"Agency {MARK}", of=archive.one, place=archive.place)
    place = builders.place(f"Place {MARK}", state=archive.one)
    source = builders.source(title=f"Source {MARK}", kept_text=MARK)
    AgencyParent.objects.create(agency=agency, parent=archive.ministry)
    AgencySuccession.objects.create(predecessor=agency, successor=archive.service)
    visit = builders.event(
        f"Visit {MARK}",
        states=[archive.one, archive.two],
        place=archive.place,
        publication_state="draft",
        public_note=MARK,
    )
    visit.delegations.update(head=MARK, office=MARK)
    announcement = builders.announcement(visit, 99, counts=MARK)
    Citation.objects.create(announcement=announcement, source=archive.source, quote=MARK)
    hidden = [f"/agencies/{agency.pk}/", f"/sources/{source.pk}/", f"/events/{visit.pk}/"]
    for state, more in (
        ("draft", {}),
        ("in_review", {}),
        ("withdrawn", {"withdrawal_reason": "Told apart.", "is_title_withheld": True}),
    ):
        document = builders.document(
            f"Draft {MARK}",
            side_1=archive.service,
            side_2=archive.two,
            event=archive.event,
            is_signed_by_heads=True,
            publication_state=state,
            level="city",
            type="treaty",
            legal_nature="parties_differ",
            signed_on="2024-01-01",
            summary=MARK,
            public_note=MARK,
            internal_note=MARK,
            **more,
        )
        fill(document, place, archive.subject, archive.source, words=MARK)
        with_pages(document, MARK)
        builders.party(document, 2, agency)
        builders.party(document, 2, State.objects.get(code="uz"))
        Citation.objects.create(document=document, source=source, quote=MARK)
        ResponsibleBody.objects.create(document=document, side=1, agency=agency)
        for kind in ("supersedes", "terminates", "suspends", "amends"):
            Relation.objects.create(
                document=document, kind=kind, target=archive.document, extent="", target_text=MARK
            )
        StatusOverride.objects.create(
            document=document,
            status="terminated",
            effective_on="2024",
            reason=MARK,
            source=source,
        )
        hidden.append(f"/documents/{document.pk}/")
    sides = {"side_1": archive.one, "side_2": archive.two}
    for make in (
        lambda: builders.agency(f"Agency {MARK}", of=archive.one),
        lambda: builders.draft(f"Draft {MARK}", **sides),
    ):
        losing, kept = make(), make()
        hidden += [f"/{PATHS[type(record)]}/{record.pk}/" for record in (losing, kept)]
        merge(losing, kept, MARK)
    builders.settle()
    hidden += [
        f"/documents/{text.document_id}/{slug}texts/{text.pk}/"
        for text in Text.objects.difference(Text.objects.published())
        for slug in ("", "x/")
    ]
    hidden += [
        f"/files/{file.pk}/" for file in File.objects.all().difference(File.objects.published())
    ]
    return hidden


PATHS = {Agency: "agencies", Document: "documents"}


# For each pattern, by its name: what to open. A pattern that isn't here fails the sweep.
ADDRESSES: dict[str, Callable[[Archive], list[str]]] = {
    "home": lambda a: [reverse("home")],
    "documents": lambda a: [
        reverse("documents") + query
        for query in (
            "",
            "?q=secretly",
            "?q=zyxwmarc",  # near to what nobody may see
            "?q=draft+zyxw+roads+whole+communique",
            "?q=%22article+1%22+-secretly",
            "?q=kazakhstan+ministry+of+roads",
            "?q=roadville+-bridges",
            "?q=transport&year=1999&type=treaty",
            "?state=kz",
            "?state=uz",
            "?between=kz&between=tj",
            f"?agency={a.ministry.pk}",
            "?agency=agency+zyxw",
            "?year=2024",
            "?type=treaty",
            "?level=city",
            "?legal_nature=parties_differ",
            "?status=in_force",
            "?status=superseded&possibly=on",
            "?ends_since=2000",
            "?covers=2024",
            "?subject=transport",
            f"?event={a.event.pk}",
            "?event_kind=summit",
            "?place=Roadville",
            "?place=place+zyxw",
            "?language=tg",
            "?language=ru",
            "?text=text_here",
            "?order=oldest",
        )
    ],
    "export": lambda a: [],  # no page; see below
    "code_book": lambda a: [reverse("code_book")],
    "code_book_csv": lambda a: [],  # no page; see below
    "code_book_json": lambda a: [],
    "document": lambda a: [a.document.get_absolute_url(), a.other.get_absolute_url()],
    "document_format": lambda a: [],  # no page; see below
    "states": lambda a: [reverse("states")],
    "state": lambda a: [reverse("state", args=[code]) for code in ("kz", "tj", "uz")],
    "in_force": lambda a: [reverse("in_force", args=["kz", "tj"])],
    "pair": lambda a: [reverse("pair", args=["kz", "tj"]), reverse("pair", args=["kz", "uz"])],
    "agencies": lambda a: [reverse("agencies") + query for query in ("", "?state=kz", "?q=zyxw")],
    "agency": lambda a: [a.ministry.get_absolute_url(), a.service.get_absolute_url()],
    "events": lambda a: [reverse("events") + query for query in ("", "?state=kz", "?year=2023")],
    "event": lambda a: [a.event.get_absolute_url()],
    "years": lambda a: [reverse("years")],
    "year": lambda a: [reverse("year", args=[2023])],
    "subjects": lambda a: [reverse("subjects")],
    "subject": lambda a: [a.subject.get_absolute_url()],
    "suggest": lambda a: [
        reverse("suggest") + query
        for query in (
            "",
            "?q=road",
            "?q=roadv",
            "?q=kaz",
            f"?q={MARK[:-1]}",
            f"?q=place+{MARK[:4]}",
        )
    ],
    "suggest_json": lambda a: [],  # no page; see test_suggest.py
    "source": lambda a: [a.source.get_absolute_url()],
    "about": lambda a: [reverse("about")],
    "data": lambda a: [reverse("data")],
    "data_of_day": lambda a: [],  # of what is dumped see below
    "data_file": lambda a: [],
    "api": lambda a: [reverse("api")],
    "file": lambda a: [],  # no page; see below
    "text": lambda a: [
        text.get_absolute_url() + query
        for text in (a.scan, a.document.texts.get(language="tg"))
        for query in ("", "?q=page+article", f"?beside={a.scan.pk}", f"?beside={a.inside.pk}")
    ],
    "page_image": lambda a: [],  # no page either
    "oai": lambda a: [],  # nor these; see below
    "oai_schema": lambda a: [],
    # No pages; see SUBSCRIBED.
    **dict.fromkeys(
        ("documents_atom", "events_atom", "calendar_ics", "sitemap", "sitemap_part"), lambda a: []
    ),
}
# When somebody last worked on a record, be it on what is kept inside.
TOUCHED = re.compile(r"(?<=<updated>)[^<]+|(?<=<lastmod>)[^<]+|(?<=DTSTAMP:)\S+")
# What programs fetch of the same records.
SUBSCRIBED: dict[str, Callable[[Archive], list[str]]] = {
    "documents_atom": lambda a: [
        reverse("documents_atom") + query
        for query in ("", "?q=secretly", "?q=zyxwmarc", "?state=uz", "?year=2024", "?type=treaty")
    ],
    "events_atom": lambda a: [reverse("events_atom") + query for query in ("", "?state=kz")],
    "calendar_ics": lambda a: [
        reverse("calendar_ics") + query
        for query in (
            "?ends_since=1990&ends_until=2100",
            "?ends_since=2000&q=zyxwmarc",
            "?state=uz",
        )
    ],
    "sitemap": lambda a: [reverse("sitemap")],
    "sitemap_part": lambda a: [reverse("sitemap_part", args=[name, 1]) for name in SECTIONS],
}


def addresses(archive: Archive, language: str) -> list[str]:
    with translation.override(language):
        return [url for group in ADDRESSES.values() for url in group(archive)]


def pages(client: Client, archive: Archive) -> dict[str, str]:
    """Every public page in every language, by its address."""
    found = {}
    for language in LANGUAGES:
        for url in addresses(archive, language):
            response = client.get(url)
            assert response.status_code == 200, url
            found[url] = response.content.decode()
    return found


def subscribed(client: Client, archive: Archive) -> dict[str, str]:
    """What programs fetch, in every language, by its address."""
    found = {}
    for language in LANGUAGES:
        with translation.override(language):
            urls_ = [url for group in SUBSCRIBED.values() for url in group(archive)]
        for url in urls_:
            response = client.get(url)
            assert response.status_code == 200, url
            found[url] = TOUCHED.sub("", response.getvalue().decode())
    return found


def test_every_pattern_is_known_to_the_sweep():
    patterns = [*urls.urlpatterns, *urls.files]
    assert {pattern.name for pattern in patterns} == ADDRESSES.keys()


def test_nothing_of_a_draft_shows_and_no_count_moves(client, archive):
    before = pages(client, archive)
    add_what_nobody_may_see(archive)
    after = pages(client, archive)
    for url, page in after.items():
        assert MARK not in page.lower(), url
        assert page == before[url], url


def test_nothing_of_a_draft_leaves_to_those_who_subscribed(client, archive):
    before = subscribed(client, archive)
    add_what_nobody_may_see(archive)
    after = subscribed(client, archive)
    for url, content in after.items():
        assert MARK not in content.lower(), url
        assert content == before[url], url
    assert "Agreement on roads" in after["/documents.atom"]
    assert "Visit on roads" in after["/events.atom"]
    assert "Agreement on roads" in after["/calendar.ics?ends_since=1990&ends_until=2100"]
    assert "/agreement-on-roads/" in after["/sitemap-documents-1.xml"]


def test_what_programs_fetch_may_be_kept_by_who_asks_whether_it_holds(client, archive):
    for url in subscribed(client, archive):
        first = client.get(url)
        assert first.headers["Cache-Control"].startswith("public, max-age=0"), url
        known = {"If-None-Match": first.headers["ETag"]}
        assert client.get(url, headers=known).status_code == 304, url


# What programs read, by the names of the API's patterns.
OF_PROGRAMS: dict[str, Callable[[Archive], list[str]]] = {
    "api_root": lambda a: [reverse("api_root")],
    "api_documents": lambda a: (
        [
            f"{reverse('api_documents')}{url.partition('/documents/')[2]}"
            for url in ADDRESSES["documents"](a)
            if "zyxw" not in url  # a name of nothing public is refused
        ]
        + [f"{reverse('api_documents')}?include=all&{part}" for part in ("state=kz", SINCE)]
    ),
    "api_document": lambda a: [
        reverse("api_document", args=[one.pk]) for one in (a.document, a.other)
    ],
    "api_events": lambda a: [reverse("api_events") + query for query in ("", f"?{SINCE}")],
    "api_event": lambda a: [reverse("api_event", args=[a.event.pk])],
    "api_states": lambda a: [reverse("api_states")],
    "api_state": lambda a: [reverse("api_state", args=[code]) for code in ("kz", "uz")],
    "api_agencies": lambda a: [reverse("api_agencies") + query for query in ("", "?state=kz")],
    "api_agency": lambda a: [
        reverse("api_agency", args=[one.pk]) for one in (a.ministry, a.service)
    ],
    "api_places": lambda a: [reverse("api_places")],
    "api_subjects": lambda a: [reverse("api_subjects")],
    "api_subject": lambda a: [reverse("api_subject", args=[a.subject.slug])],
    "api_vocabularies": lambda a: [reverse("api_vocabularies")],
    "api_openapi": lambda a: [reverse("api_openapi")],
    "api_nothing": lambda a: [],
}
SINCE = "updated_since=1990-01-01"


def told_to_programs(client: Client, archive: Archive) -> dict[str, str]:
    """By its address; of changes without what is gone, which may be told. Without times: a record
    that is changed inside is told of as changed."""
    found = {}
    for url in (url for group in OF_PROGRAMS.values() for url in group(archive)):
        response = client.get(url)
        assert response.status_code == 200, (url, response.content)
        assert MARK not in response.content.decode().lower(), url
        answer = response.json()
        if SINCE in url:
            left = [row for row in answer["results"] if "gone" not in row]
            answer["results"] = sorted(left, key=lambda row: row["id"])
            del answer["complete_until"]
        said = json.dumps(answer, ensure_ascii=False)
        found[url] = re.sub('"changed_at": "[^"]*"', "", said)
    return found


def test_every_address_of_the_api_is_known_to_the_sweep():
    assert {pattern.name for pattern in api_urls.urlpatterns} == OF_PROGRAMS.keys()


def test_programs_learn_nothing_of_a_draft(client, archive):
    before = told_to_programs(client, archive)
    everything = "".join(before.values())
    for words in ("Agreement on roads", "Ada openly", "They said openly.", "Agreed openly.pdf"):
        assert words in everything
    hidden = add_what_nobody_may_see(archive)
    for url, answer in told_to_programs(client, archive).items():
        assert answer == before[url], url
    for url in hidden:
        response = client.get(f"/api/v1{url}")
        assert response.status_code in (404, 410), url
        assert MARK not in response.content.decode().lower(), url


def test_drafts_have_no_page_of_their_own(client, archive):
    hidden = add_what_nobody_may_see(archive)
    for language in LANGUAGES:
        for url in hidden:
            prefix = "" if language == settings.LANGUAGE_CODE else f"/{language}"
            response = client.get(prefix + url)
            assert response.status_code in (404, 410), url
            assert MARK not in response.content.decode().lower(), url


def test_no_file_of_a_draft_leaves_in_any_form(client, archive):
    """Nor does one that is not public of a document that is."""
    add_what_nobody_may_see(archive)
    hidden = File.objects.difference(File.objects.published())
    assert len(hidden) >= 15
    for file in hidden:
        forms = [{}, {"range": "bytes=0-9"}, {"if-none-match": f'"{file.sha256}"'}]
        picture = f"/files/{file.pk}/pages/1.webp"
        addresses_ = (file.get_absolute_url(), f"/files/{file.pk}/", f"/files/{file.pk}/x.pdf")
        for url in (*addresses_, picture, f"{picture}?width=480"):
            for headers in forms:
                for ask in (client.get, client.head):
                    response = ask(url, headers=headers)
                    assert response.status_code in (404, 410), url
                    assert MARK not in str(response.headers).lower(), url
                    assert not response.streaming and b"%PDF" not in response.content, url


def data_of(client: Client, archive: Archive) -> dict[str, str]:
    """What machines are given of the public documents, in every format and language."""
    found = {}
    for language in LANGUAGES:
        with translation.override(language):
            for document in (archive.document, archive.other):
                for name in OF_ONE_DOCUMENT:
                    url = reverse("document_format", args=[document.pk, name])
                    response = client.get(url)
                    assert response.status_code == 200, url
                    text = response.content.decode() + str(response.headers["Link"])
                    # It moves with what is kept inside, too: copies are to be looked after.
                    found[url] = re.sub(r'"changed_at": "[^"]*"', "", text)
    return found


def test_nothing_of_a_draft_is_in_the_data_of_the_public(client, archive):
    before = data_of(client, archive)
    assert all("roads" in text for url, text in before.items() if f"/{archive.document.pk}." in url)
    signposts = client.get(archive.document.get_absolute_url()).headers["Link"]
    hidden = add_what_nobody_may_see(archive)
    assert data_of(client, archive) == before
    assert client.get(archive.document.get_absolute_url()).headers["Link"] == signposts
    for url in hidden:
        if found := re.fullmatch(r"/documents/([0-9]+)/", url):
            for name in OF_ONE_DOCUMENT:
                response = client.get(f"/documents/{found[1]}.{name}")
                assert response.status_code in (404, 410), url
                assert MARK not in response.content.decode().lower(), url


OAI = [
    f"/oai?verb=List{rows}&metadataPrefix={format}"
    for rows in ("Records", "Identifiers")
    for format in ("oai_dc", "pacta")
]
NUMBER = re.compile("<identifier>([^<]*)</identifier>")


def test_nothing_of_a_draft_is_harvested(client, archive):
    """Of what was withdrawn there is a tombstone, of a draft there is none."""
    before = [NUMBER.findall(client.get(url).content.decode()) for url in OAI]
    assert all(len(numbers) == 2 for numbers in before)
    add_what_nobody_may_see(archive)
    ever_public = Document.objects.filter(publication_state__in=["published", "withdrawn"])
    for url in OAI:
        page = client.get(url).content.decode()
        assert MARK not in page.lower(), url
        names = {f"oai:testserver:documents/{document.pk}" for document in ever_public}
        assert set(NUMBER.findall(page)) == names, url
        assert page.count("<metadata>") == (2 if "ListRecords" in url else 0)
    for document in Document.objects.exclude(pk__in=ever_public):
        name = f"oai:testserver:documents/{document.pk}"
        for verb in ("GetRecord&metadataPrefix=oai_dc", "ListMetadataFormats"):
            page = client.get(f"/oai?verb={verb}&identifier={name}").content.decode()
            assert 'code="idDoesNotExist"' in page and MARK not in page.lower()


def test_files_of_the_public_leave(client, archive):
    """Else the sweep above would prove nothing."""
    files = File.objects.published()
    assert {file.name for file in files} == {
        "Agreed openly.pdf",
        "Scan openly.pdf",
        "Map openly.png",
        "Two pages openly.pdf",
    }
    for file in files:
        response = client.get(file.get_absolute_url())
        assert (response.status_code, response.streaming) == (200, True)
        assert b"".join(response.streaming_content) == b"%PDF-1.7 ..."


MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def exports(client: Client, archive: Archive) -> dict[str, bytes]:
    """What can be taken along, in every language, unpacked, by its address; without the moments at
    which it was made, and at which something of a record changed, be it inside."""
    queries = ("?q=secretly", f"?agency={archive.ministry.pk}", "?q=draft+zyxw+roads")
    found = {}
    for language in LANGUAGES:
        with translation.override(language):
            urls = [reverse(f"code_book_{ending}") for ending in ("csv", "json")]
            urls += [reverse("export", args=[one]) for one in FORMATS]
            urls += [reverse("export", args=["json"]) + query for query in queries]
        for url in urls:
            response = client.get(url)
            assert response.status_code == 200, url
            found[url] = MOMENT.sub(b"", unpacked(response.getvalue()))
    return found


def unpacked(content: bytes) -> bytes:
    if not content.startswith(b"PK"):
        return content
    archive = zipfile.ZipFile(io.BytesIO(content))
    names = [name for name in archive.namelist() if not name.startswith("docProps/")]
    return b"".join(name.encode() + archive.read(name) for name in names)


def test_nothing_of_a_draft_is_taken_along(client, archive):
    before = exports(client, archive)
    add_what_nobody_may_see(archive)
    after = exports(client, archive)
    for url, content in after.items():
        assert MARK.encode() not in content.lower(), url
        assert content == before[url], url
    for suffix in FORMATS:
        assert b"Agreement on roads" in after[f"/documents.{suffix}"], suffix


def dumped(root: Path) -> dict[str, bytes]:
    """A dump's files, unpacked, without the moments."""
    found = {}
    for path in make_dump(root, keep=1).path.iterdir():
        content = path.read_bytes()
        assert MARK.encode() not in content.lower(), path
        if path.suffix == ".gz":
            content = gzip.decompress(content)
        elif path.suffix == ".sqlite":
            with closing(sqlite3.connect(path)) as database:
                content = "\n".join(database.iterdump()).encode()
        found[path.name] = MOMENT.sub(b"", content)
    return found


def test_nothing_of_a_draft_is_in_a_dump(archive, tmp_path):
    before = dumped(tmp_path / "before")
    add_what_nobody_may_see(archive)
    after = dumped(tmp_path / "after")
    assert before.keys() == after.keys()
    for name in after.keys() - {"manifest.json", "SHA256SUMS"}:
        assert MARK.encode() not in after[name].lower(), name
        assert after[name] == before[name], name
    for name in ("documents.csv", "documents.jsonl.gz", "pacta.sqlite", "titles.csv"):
        assert b"Agreement on roads" in after[name], name


def test_drafts_are_no_years(client, archive):
    add_what_nobody_may_see(archive)
    assert client.get("/years/2024/").status_code == 404


def test_sample_of_the_public_shows_on_its_pages(client, archive):
    """Else the sweep above would prove nothing."""
    found = "".join(pages(client, archive).values())
    for words in (
        "Agreement on roads",
        "Ada openly",
        "They said openly.",
        "Article 1 openly",
        "Agreed openly.pdf",
        "Map openly.png",
        "Two pages openly.pdf",
        "Article 1 of a page, openly",
        "highways, openly",
    ):
        assert words in found
    assert len(re.findall("Treaty openly", found)) >= 1


def test_every_page_may_be_kept_by_who_asks_whether_it_holds(client, archive, admin_client):
    """And none that somebody gets who is signed in, though it is the same."""
    for language in LANGUAGES:
        for url in addresses(archive, language):
            first = client.get(url)
            assert first.headers["Cache-Control"].startswith("public, max-age=0"), url
            assert not {"Vary", "Set-Cookie"} & set(first.headers), url
            assert not first.cookies, url
            known = {"If-None-Match": first.headers["ETag"]}
            for ask in (client.get, client.head):
                assert ask(url, headers=known).status_code == 304, url
            mine = admin_client.get(url, headers=known)
            assert mine.headers["Cache-Control"] == "private, no-store", url
            assert "ETag" not in mine.headers, url
            assert mine.content == first.content, url


def test_every_page_is_sound(client, archive):
    for url, page in pages(client, archive).items():
        html5lib.HTMLParser(strict=True).parse(page)
        language = "ru" if url.startswith("/ru/") else "en"
        assert f'<html lang="{language}"' in page, url
        assert len(re.findall(r"<h1\b", page)) == 1, url
        assert re.search(r"<title>\s*\S.*·? ?Pacta", page, re.DOTALL), url
        for image in re.findall(r"<img\b[^>]*>", page):
            assert "alt=" in image, url
        for heading in re.findall(r"<h[34]><a [^>]*>", page):
            assert 'lang="' in heading, url
        for link in re.findall(r'<a\b[^>]*\bhref="(?:/[^"]*)?\?[^>]*>', page):
            is_next = re.search(r'\?page=[0-9]+"', link)
            assert is_next or 'nofollow"' in link, f"{url} leads crawlers to {link}"
        ids = re.findall(r'\bid="([^"]+)"', page)
        assert len(ids) == len(set(ids)), url
