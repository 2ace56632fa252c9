"""OAI-PMH: every verb and every refusal, judged by the protocol's own schema."""

from __future__ import annotations

import base64
import datetime
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema
from django.db import connection
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from agreements.editing.merging import merge
from agreements.exporting.records import Records
from agreements.importing.sample import load_sample
from agreements.models import Document, Relation
from agreements.oai import answers, asking, whole
from agreements.oai.token import Token, read_token
from agreements.oai.xml import NO_CHARACTER, element
from tests import builders

pytestmark = pytest.mark.django_db

DATA = Path(__file__).parent.parent / "data"
DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
OAI = "{http://www.openarchives.org/OAI/2.0/}"
PACTA = f"{{{whole.NAMESPACE}}}"
LISTS = ["ListIdentifiers", "ListRecords"]
UTC = datetime.UTC


def judge() -> xmlschema.XMLSchema:
    schema = xmlschema.XMLSchema(DATA / "OAI-PMH.xsd")
    schema.add_schema(str(DATA / "oai_dc.xsd"), namespace=DC)
    schema.add_schema(io.StringIO(whole.schema()), namespace=whole.NAMESPACE, build=True)
    return schema


JUDGE = judge()
NAMED = {"http://www.w3.org/2001/XMLSchema-instance"}


def ask(client: Client, **arguments: str) -> ElementTree.Element:
    return judged(client.get("/oai", arguments))


def judged(response) -> ElementTree.Element:
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/xml; charset=utf-8"
    JUDGE.validate(response.content.decode(), use_location_hints=False)
    return ElementTree.fromstring(response.content)


def error(client: Client, query: str) -> str:
    root = judged(client.get(f"/oai?{query}"))
    (said,) = root.findall(f"{OAI}error")
    assert said.text.strip().endswith(".")
    request = root.find(f"{OAI}request")
    assert request.text == "http://testserver/oai"
    assert bool(request.attrib) is (said.get("code") not in ("badVerb", "badArgument"))
    return said.get("code")


def listed(root: ElementTree.Element) -> list[tuple[str, bool]]:
    """Local names of what a page tells of, and whether each is gone."""
    headers = root.iter(f"{OAI}header")
    return [
        (h.findtext(f"{OAI}identifier").rpartition("/")[2], h.get("status") == "deleted")
        for h in headers
    ]


def name(document: Document) -> str:
    return f"oai:testserver:documents/{document.pk}"


def touched(document: Document, second: int) -> Document:
    """As if it had been changed last at that second of a day in January 2024."""
    builders.settle()
    time = datetime.datetime(2024, 1, 1, 12, 0, second, 500_000, tzinfo=UTC)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL agreements.refresh = 'off'")
        Document.objects.filter(pk=document.pk).update(changed_at=time)
        cursor.execute("SET LOCAL agreements.refresh = ''")
    return document


def withdrawn(document: Document) -> Document:
    Document.objects.filter(pk=document.pk).update(
        publication_state="withdrawn", withdrawal_reason="Hidden reason.", is_title_withheld=True
    )
    builders.settle()
    return document


# ---- verbs


def test_identify(client: Client, settings) -> None:
    touched(builders.document(), 7)
    said = ask(client, verb="Identify").find(f"{OAI}Identify")
    told = {child.tag.removeprefix(OAI): child.text for child in said}
    assert told == {
        "repositoryName": "Pacta",
        "baseURL": "http://testserver/oai",
        "protocolVersion": "2.0",
        "adminEmail": "postmaster@testserver.invalid",
        "earliestDatestamp": "2024-01-01T12:00:07Z",
        "deletedRecord": "persistent",
        "granularity": "YYYY-MM-DDThh:mm:ssZ",
    }
    settings.CONTACT_EMAIL = "office@archive.example"
    said = ask(client, verb="Identify").find(f"{OAI}Identify")
    assert said.findtext(f"{OAI}adminEmail") == "office@archive.example"


def test_empty_archive_identifies_itself_too(client: Client) -> None:
    ask(client, verb="Identify")
    assert error(client, "verb=ListRecords&metadataPrefix=oai_dc") == "noRecordsMatch"


def test_formats_lead_to_their_schemas(client: Client) -> None:
    document = touched(builders.document(), 0)
    for more in ({}, {"identifier": name(document)}):
        root = ask(client, verb="ListMetadataFormats", **more)
        assert [p.text for p in root.iter(f"{OAI}metadataPrefix")] == ["oai_dc", "pacta"]
    own = [schema.text for schema in root.iter(f"{OAI}schema")][1]
    response = client.get(own)
    assert response.status_code == 200 and response.content.decode() == whole.schema()
    assert xmlschema.XMLSchema(io.StringIO(whole.schema())).elements


def test_sample_is_valid_in_each_format_and_says_what_json_says(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_sample()
    builders.settle()
    monkeypatch.setattr(answers, "RECORDS", 1000)
    numbers = list(Document.objects.published().values_list("pk", flat=True))
    for prefix in asking.FORMATS:
        root = ask(client, verb="ListRecords", metadataPrefix=prefix)
        records = root.findall(f"{OAI}ListRecords/{OAI}record/{OAI}metadata/*")
        assert len(records) == len(numbers) > 50
    found = {record.findtext(f"{PACTA}id"): record for record in records}
    for record in Records(timezone.localdate(), "http://testserver").read(numbers):
        same(found[str(record["id"])], record)


def same(found: ElementTree.Element, record: dict) -> None:
    filled = {name: whole.text(value) for name, value in record.items() if type(value) in PLAIN}
    assert {
        child.tag.removeprefix(PACTA): child.text for child in found if not len(child)
    } == filled
    for table, rows in record.items():
        if isinstance(rows, list):
            assert len(found.findall(f"{PACTA}{table}/{PACTA}item")) == len(rows)


PLAIN = (str, int, bool)


def test_dublin_core_says_what_the_page_says(client: Client) -> None:
    document = builders.document("Agreement on roads", signed_on="2023-05", summary="On roads.")
    other = builders.document()
    Relation.objects.create(document=document, kind="amends", target=other)
    builders.settle()
    root = ask(client, verb="GetRecord", identifier=name(document), metadataPrefix="oai_dc")
    told: dict[str, list[str]] = {}
    for child in root.find(f".//{{{DC}}}dc"):
        told.setdefault(child.tag.rpartition("}")[2], []).append(child.text)
    assert (told["title"], told["date"]) == (["Agreement on roads"], ["2023-05"])
    assert told["type"] == ["Text", "agreement"]
    assert told["identifier"] == [f"http://testserver/documents/{document.pk}/"]
    assert told["relation"] == [f"http://testserver/documents/{other.pk}/"]
    assert len(told["creator"]) == 2


def test_post_asks_the_same(client: Client) -> None:
    document = touched(builders.document(), 0)
    strict = Client(enforce_csrf_checks=True)
    arguments = {"verb": "GetRecord", "identifier": name(document), "metadataPrefix": "oai_dc"}
    response = strict.post("/oai", arguments)
    assert listed(judged(response)) == [(str(document.pk), False)]
    assert response.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in response.headers
    assert listed(judged(client.get("/oai", arguments))) == [(str(document.pk), False)]


# ---- refusals


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "badVerb"),
        ("verb=", "badVerb"),
        ("verb=Nonsense", "badVerb"),
        ("verb=Identify&verb=Identify", "badVerb"),
        ("verb=identify", "badVerb"),
        ("verb=Identify&extra=1", "badArgument"),
        ("verb=Identify&from=2024-01-01", "badArgument"),
        ("verb=ListRecords", "badArgument"),
        ("verb=ListRecords&metadataPrefix=", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc", "badArgument"),
        ("verb=ListRecords&metadataPrefix=a%20b%00", "badArgument"),
        ("verb=ListRecords&metadataPrefix=marc", "cannotDisseminateFormat"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=state:tj", "noSetHierarchy"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=a%20b", "badArgument"),
        ("verb=ListSets", "noSetHierarchy"),
        ("verb=ListSets&resumptionToken=x", "badResumptionToken"),
        ("verb=GetRecord&metadataPrefix=oai_dc", "badArgument"),
        ("verb=GetRecord&identifier=oai:testserver:documents/1", "badArgument"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=%3C%00", "badArgument"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:x:1", "idDoesNotExist"),
        (
            "verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:testserver:documents/99999999",
            "idDoesNotExist",
        ),
        (
            "verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:testserver:documents/" + "9" * 19,
            "idDoesNotExist",
        ),
        ("verb=ListMetadataFormats&identifier=oai:testserver:events/1", "idDoesNotExist"),
        *(
            (f"verb=ListIdentifiers&metadataPrefix=oai_dc&{times}", "badArgument")
            for times in (
                "from=yesterday",
                "from=2024-02-30",
                "from=2024-01-01T00:00Z",
                "from=2024-01-01T00:00:00",
                "from=2024-01-01&until=2024-01-02T00:00:00Z",
                "from=2024-01-02&until=2024-01-01",
                "until=99999-01-01",
                "from=0000-01-01",
                "from=",
            )
        ),
        ("verb=ListIdentifiers&metadataPrefix=oai_dc&from=9999-12-31", "noRecordsMatch"),
        ("verb=ListIdentifiers&metadataPrefix=oai_dc&until=0001-01-01", "noRecordsMatch"),
        ("verb=ListRecords&resumptionToken=", "badResumptionToken"),
        ("verb=ListRecords&resumptionToken=%FF%00", "badResumptionToken"),
        ("verb=ListRecords&resumptionToken=W10", "badResumptionToken"),
        ("verb=ListRecords&resumptionToken=" + "A" * 9000, "badResumptionToken"),
        ("verb=ListRecords&resumptionToken=x&metadataPrefix=oai_dc", "badArgument"),
    ],
)
def test_refusals(client: Client, query: str, code: str) -> None:
    builders.settle()
    assert error(client, query) == code


def test_token_of_another_list_is_refused(client: Client) -> None:
    token = Token("ListRecords", "oai_dc", None, None, (datetime.datetime.now(UTC), 1), 0).written()
    assert error(client, f"verb=ListIdentifiers&resumptionToken={token}") == "badResumptionToken"


@given(st.text(st.characters(codec="ascii"), max_size=60))
def test_any_token_is_read_or_refused(text: str) -> None:
    assert read_token(text) is None


TIME = "2024-01-01T00:00:00+00:00"


@pytest.mark.parametrize(
    "told",
    [
        *([], {}, "x", 1, None, [1] * 7, [["x"]] * 7),
        ["ListRecords", "oai_dc", None, None, None, 1, 0],
        ["ListRecords", "oai_dc", None, None, "2024-01-01T00:00:00", 1, 0],
        ["ListRecords", "oai_dc", "yesterday", None, TIME, 1, 0],
        ["ListRecords", "oai_dc", None, 2024, TIME, 1, 0],
        *(["ListRecords", "oai_dc", None, None, TIME, pk, 0] for pk in (0, True, 1.5, 2**63, "1")),
        ["ListRecords", "oai_dc", None, None, TIME, 1, -1],
    ],
)
def test_made_up_token_is_refused(told: object) -> None:
    text = base64.urlsafe_b64encode(json.dumps(told).encode()).decode().rstrip("=")
    assert read_token(text) is None
    good = ["ListRecords", "oai_dc", None, None, TIME, 1, 0]
    assert read_token(base64.urlsafe_b64encode(json.dumps(good).encode()).decode().rstrip("="))


@given(
    st.tuples(
        st.sampled_from(LISTS),
        st.sampled_from(asking.FORMATS),
        st.none() | st.datetimes(timezones=st.just(UTC)),
        st.none() | st.datetimes(timezones=st.just(UTC)),
        st.tuples(st.datetimes(timezones=st.just(UTC)), st.integers(1, 2**63 - 1)),
        st.integers(0, 10**9),
    )
)
def test_tokens_are_read_back(told: tuple) -> None:
    token = Token(*told)
    assert read_token(token.written()) == token


@given(st.text())
def test_any_text_is_well_formed(text: str) -> None:
    root = ElementTree.fromstring(element("a", text, b=text).encode("utf-8", "surrogatepass"))
    kept = re.sub("\r\n?", "\n", NO_CHARACTER.sub("", text))
    assert (root.text or "") == kept
    assert root.get("b").split() == kept.split()


# ---- what is gone


def test_withdrawn_leaves_a_tombstone_and_no_word(client: Client) -> None:
    document = withdrawn(builders.document("Hidden title"))
    losing, kept = builders.document("Twin"), builders.document("Open")
    merge(losing, kept, "Hidden reason.")
    draft = builders.draft("Hidden draft")
    builders.settle()
    for verb in LISTS:
        response = client.get("/oai", {"verb": verb, "metadataPrefix": "pacta"})
        gone = dict(listed(judged(response)))
        assert gone == {str(document.pk): True, str(losing.pk): True, str(kept.pk): False}
        assert b"Hidden" not in response.content
    asked = {"verb": "GetRecord", "metadataPrefix": "oai_dc"}
    root = ask(client, **asked, identifier=name(document))
    assert root.find(f".//{OAI}metadata") is None and listed(root) == [(str(document.pk), True)]
    assert error(client, f"verb=GetRecord&metadataPrefix=oai_dc&identifier={name(draft)}") == (
        "idDoesNotExist"
    )


# ---- harvests


def test_times_include_both_ends(client: Client) -> None:
    documents = [touched(builders.document(), second) for second in (1, 2, 3)]
    numbers = [str(document.pk) for document in documents]

    def found(**times: str) -> list[str]:
        given_ = {{"since": "from"}.get(key, key): value for key, value in times.items()}
        root = ask(client, verb="ListIdentifiers", metadataPrefix="oai_dc", **given_)
        return [number for number, _ in listed(root)]

    second = "2024-01-01T12:00:02Z"
    assert found(since=second, until=second) == numbers[1:2]
    assert found(since=second) == numbers[1:]
    assert found(until=second) == numbers[:2]
    assert found(since="2024-01-01", until="2024-01-01") == numbers
    assert error(
        client, "verb=ListIdentifiers&metadataPrefix=oai_dc&from=2024-01-02&until=2024-01-03"
    ) == ("noRecordsMatch")


@pytest.mark.parametrize("verb", LISTS)
def test_walk_sees_each_once_while_records_change(
    client: Client, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    """What changes ahead of the walk is met once, in its new place; what changes behind it, again.
    Many were changed at one moment."""
    monkeypatch.setattr(answers, "RECORDS", 3)
    monkeypatch.setattr(answers, "HEADERS", 3)
    documents = [touched(builders.document(), number // 4) for number in range(11)]
    seen: list[tuple[str, bool]] = []
    asked, cursors = {"verb": verb, "metadataPrefix": "oai_dc"}, []
    for page in range(20):
        root = ask(client, **asked)
        seen += listed(root)
        token = root.find(f".//{OAI}resumptionToken")
        cursors.append(int(token.get("cursor")))
        if page == 0:
            touched(documents[1], 50)  # seen already
            touched(documents[9], 51)  # still to come
            withdrawn(documents[7])
            touched(documents[7], 52)
        if not token.text:
            break
        asked = {"verb": verb, "resumptionToken": token.text}
    numbers = [str(document.pk) for document in documents]
    met = [*(set(range(11)) - {7, 9}), 1, 9, 7]
    order = [*sorted(set(range(11)) - {7, 9}), 1, 9, 7]
    assert len(seen) == len(met)
    assert seen == [(numbers[index], index == 7) for index in order]
    assert cursors == [0, 3, 6, 9]


def test_list_of_one_page_has_no_token(client: Client) -> None:
    touched(builders.document(), 0)
    root = ask(client, verb="ListRecords", metadataPrefix="oai_dc")
    assert root.find(f".//{OAI}resumptionToken") is None


def test_statements_do_not_grow(client: Client, django_assert_max_num_queries) -> None:
    def harvest() -> None:
        ask(client, verb="ListRecords", metadataPrefix="pacta")

    builders.document()
    builders.settle()
    with django_assert_max_num_queries(45) as captured:
        harvest()
    for _ in range(10):
        builders.document(event=builders.event())
    builders.settle()
    with django_assert_max_num_queries(len(captured) + 2):  # that of events, and their names
        harvest()


def test_harvesters_are_counted_as_programs(client: Client, settings) -> None:
    settings.API_REQUESTS_PER_MINUTE = 2
    asked = {"verb": "Identify"}
    statuses = [ask_("/oai", asked).status_code for ask_ in (client.get, client.post, client.get)]
    assert statuses == [200, 200, 429]


@hypothesis_settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.dictionaries(st.sampled_from([*asking.VERBS["ListRecords"][1], "x"]), st.text()))
def test_nonsense_is_answered_in_the_words_of_the_protocol(client: Client, given_: dict) -> None:
    builders.settle()
    for verb in asking.VERBS:
        judged(client.get("/oai", {"verb": verb, "metadataPrefix": "oai_dc", **given_}))
