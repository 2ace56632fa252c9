"""A list that is taken along holds what its pages show, in every format."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from itertools import zip_longest
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from agreements.exporting import records
from agreements.exporting.delimited import BOM
from agreements.exporting.flat import cell, wide
from agreements.exporting.formats import FORMATS
from agreements.exporting.formulas import decode
from agreements.exporting.shape import LONG_TABLES, WIDE
from agreements.models import Document, MissingValue, State, Subject
from agreements.views import streams
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def roads() -> list[Document]:
    """More than a page of documents, on many days, some undated."""
    one, two = (State.objects.get(code=code) for code in ("kz", "tj"))
    made = [
        builders.document(
            f"Agreement on roads {n}",
            side_1=one,
            side_2=two,
            signed_on=f"20{n % 25:02}-01" if n % 9 else None,
        )
        for n in range(56)
    ]
    for undated in made[::9]:
        MissingValue.objects.create(document=undated, field="signed_on", reason="not_recorded")
    builders.document("Protocol on bridges")
    builders.draft("Hidden roads", side_1=one, side_2=two)
    builders.settle()
    return made


def fetched(client: Client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == 200, response.content
    return b"".join(response.streaming_content)


def leave(response: Any) -> None:
    """As a reader who has read the beginning."""
    assert next(iter(response.streaming_content))
    response._iterator.close()


def csv_rows(content: bytes) -> list[dict[str, str]]:
    lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    head, *rows = ([decode(cell) for cell in line] for line in lines)
    return [dict(zip(head, row, strict=True)) for row in rows]


def sheet_rows(content: bytes, sheet: str = "documents") -> list[dict[str, Any]]:
    book = load_workbook(io.BytesIO(content), read_only=True)
    head, *rows = book[sheet].iter_rows(values_only=True)
    return [dict(zip_longest(head, row)) for row in rows]


def zipped(content: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.testzip() is None
    return {name: archive.read(name) for name in archive.namelist()}


def shown(client: Client, query: str) -> list[int]:
    """The documents of all pages of a list."""
    address, found = f"/documents/{query}", []
    while address:
        page = client.get(address).content.decode()
        found += [int(pk) for pk in re.findall(r'<h[34]><a href="/documents/(\d+)/', page)]
        after = re.search(r'<a href="([^"]+)" rel="next', page)
        address = after[1].replace("&amp;", "&") if after else ""
    return found


QUERIES = ("", "?between=kz&between=tj", "?q=roads&order=oldest", "?q=roads+zebra", "?q=nil")


def test_all_formats_hold_what_the_pages_show(client: Client, roads: list[Document]) -> None:
    """The same rows, cell by cell, in the same order."""
    for query in QUERIES:
        expected = shown(client, query)
        assert len(expected) == {"": 57, "?q=nil": 0}.get(query, 56)
        read = [
            json.loads(line) for line in fetched(client, f"/documents.jsonl{query}").splitlines()
        ]
        assert [record["id"] for record in read] == expected
        whole = json.loads(fetched(client, f"/documents.json{query}"))
        assert whole["documents"] == read
        assert whole["about"]["number"] == len(expected)
        rows = [wide(record) for record in read]
        assert csv_rows(fetched(client, f"/documents.csv{query}")) == rows
        assert csv_rows(zipped(fetched(client, f"/documents.zip{query}"))["documents.csv"]) == rows
        sheet = sheet_rows(fetched(client, f"/documents.xlsx{query}"))
        assert [{name: cell(v) for name, v in row.items()} for row in sheet] == rows
        assert [row["id"] for row in sheet] == expected, "numbers are numbers"


def test_page_places_change_nothing(client: Client, few: list[Document]) -> None:
    whole = fetched(client, "/documents.csv")
    assert fetched(client, "/documents.csv?page=2") == whole
    assert fetched(client, "/documents.csv?after=2001-01-01.5") == whole


def test_status_is_that_of_the_day_that_is_asked_for(client: Client) -> None:
    builders.document(
        "Plan", type="plan", period="2020/2023", signed_on="2020", entry_into_force="on_signature"
    )
    builders.settle()
    (row,) = csv_rows(fetched(client, "/documents.csv?status=in_force&on=2022-01-01"))
    assert (row["status"], row["status_on"]) == ("in_force", "2022-01-01")
    (row,) = csv_rows(fetched(client, "/documents.csv"))
    assert (row["status"], row["status_on"]) == ("expired", timezone.localdate().isoformat())


@pytest.fixture
def few() -> list[Document]:
    one, two = (State.objects.get(code=code) for code in ("kz", "tj"))
    made = [builders.document(f"Roads {n}", side_1=one, side_2=two) for n in range(3)]
    builders.settle()
    return made


def test_headers_say_what_it_is(client: Client, few: list[Document]) -> None:
    for suffix, format in FORMATS.items():
        response = client.get(f"/documents.{suffix}?between=kz&between=tj&bom=1&page=2")
        headers, day = response.headers, response.headers["X-Status-On"]
        leave(response)
        assert headers["Content-Type"] == format.media_type
        assert headers["Content-Disposition"] == (
            f'attachment; filename="pacta-documents-{day}-kz-tj.{suffix}"'
        )
        assert headers["X-Total-Count"] == "3"
        site = "http://testserver/documents/"
        assert f'<{site}?between=kz&between=tj>; rel="canonical"' in headers["Link"]
        assert f'<{site}code-book/>; rel="describedby"' in headers["Link"]
        assert "license" not in headers["Link"]
        assert headers["Cache-Control"].startswith("public, max-age=0")
        head = client.head(f"/documents.{suffix}?between=kz&between=tj")
        assert (head.content, head.headers["X-Total-Count"]) == (b"", "3")
        known = {"If-None-Match": head.headers["ETag"]}
        same = client.get(f"/documents.{suffix}?between=kz&between=tj", headers=known)
        assert same.status_code == 304


def test_licence_is_told(client: Client, settings: Any) -> None:
    settings.DATA_LICENCE = "CC BY 4.0, https://licence.example/by/4.0/"
    response = client.get("/documents.json")
    assert '<https://licence.example/by/4.0/>; rel="license"' in response.headers["Link"]
    about = json.loads(b"".join(response.streaming_content))["about"]
    assert about["licence"] == settings.DATA_LICENCE


def test_what_was_asked_stands_in_words(client: Client, few: list[Document]) -> None:
    query = "?state=tj&q=roads+zebra"
    about = json.loads(fetched(client, f"/ru/documents.json{query}"))["about"]
    assert about["address"] == f"http://testserver/ru/documents/{query}"
    assert about["language"] == "ru"
    assert [row["words"] for row in about["query"]] == ["roads zebra", "Таджикистан"]
    (remark,) = about["remarks"]
    assert "zebra" in remark


def test_slip_in_a_parameter_is_refused_and_named(client: Client) -> None:
    """Else other rows than were meant would be taken along."""
    response = client.get("/documents.csv?stat=kz")
    assert response.status_code == 400 and "stat" in response.content.decode()


@pytest.mark.parametrize(
    "query", ["?state=atlantis", "?year=99999", "?agency=7000000", "?on=2023-02-30", "?between=kz"]
)
def test_bad_filter_is_refused_in_words(client: Client, query: str) -> None:
    response = client.get(f"/documents.csv{query}")
    assert response.status_code == 400
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    errors = client.get(f"/documents/{query}").context["form"].errors
    assert errors
    for found in errors.values():
        assert found[0] in response.content.decode()


@pytest.mark.parametrize("address", ["/documents.exe", "/documents.", "/documents.csv/"])
def test_unknown_format_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("query", ["?q=%00", "?q=%22", "?between=%00&page=99999999999999999999"])
def test_nonsense_is_no_fault(client: Client, query: str) -> None:
    response = client.get(f"/documents.csv{query}", follow=True)
    assert response.status_code in (200, 400)
    assert response.getvalue() if response.streaming else response.content


def test_mark_for_excel_is_a_choice(client: Client, few: list[Document]) -> None:
    plain = fetched(client, "/documents.csv")
    assert not plain.startswith(BOM)
    assert fetched(client, "/documents.csv?bom=1") == BOM + plain
    tables = zipped(fetched(client, "/documents.zip?bom=1"))
    assert tables["titles.csv"].startswith(BOM)
    assert json.loads(tables["about.json"])["remarks"] == []
    assert plain.count(b"\r\n") == plain.count(b"\n") == 4


def test_no_cell_is_run(client: Client) -> None:
    builders.document("=HYPERLINK(1)", summary="'@x", public_note="#N/A")
    builders.settle()
    (row,) = csv.DictReader(io.StringIO(fetched(client, "/documents.csv").decode()))
    assert row["title"] == "'=HYPERLINK(1)"
    assert row["summary"] == "''@x"
    content = fetched(client, "/documents.xlsx")
    (row,) = sheet_rows(content)
    assert [row[name] for name in ("title", "summary", "public_note")] == [
        "=HYPERLINK(1)",
        "'@x",
        "#N/A",
    ]
    book = load_workbook(io.BytesIO(content))
    kinds = {cell.data_type for sheet in book for line in sheet for cell in line if cell.value}
    assert kinds == {"s", "n"}
    assert b"<f>" not in b"".join(zipped(content).values())


def test_workbook_holds_what_a_sheet_can(client: Client) -> None:
    builders.document("A", summary="x" * 40_000, public_note="a\x0bb _x000D_ \ufffe")
    builders.settle()
    content = fetched(client, "/documents.xlsx")
    (row,) = sheet_rows(content)
    assert len(row["summary"]) == 32_767
    assert row["public_note"] == "ab _x005F_x000D_ "
    about = [tuple(row.values()) for row in sheet_rows(content, "about")]
    assert (
        "remark",
        "Cells cut after 32,767 characters in documents.summary: 1. JSON has all.",
    ) in (about)


def test_tables_stand_beside_each_other(client: Client) -> None:
    one = State.objects.get(code="kz")
    agency = builders.agency("Ministry of Roads", of=one)
    document = builders.document("Roads", side_1=agency, side_2=State.objects.get(code="tj"))
    builders.settle()
    content = fetched(client, "/documents.xlsx")
    names = [WIDE.name, *(table.name for table in LONG_TABLES), "states", "agencies", "places"]
    book = load_workbook(io.BytesIO(content))
    assert book.sheetnames == [*names, "code book", "about"]
    assert {sheet.freeze_panes for sheet in book} == {"A2"}
    tables = zipped(fetched(client, "/documents.zip"))
    assert list(tables) == [*(f"{name}.csv" for name in names), "code-book.csv", "about.json"]
    for rows in (sheet_rows(content, "parties"), csv_rows(tables["parties.csv"])):
        assert [str(row["document"]) for row in rows] == [str(document.pk)] * 2
        assert [row["state"] for row in rows] == ["kz", "tj"]
    for rows in (sheet_rows(content, "agencies"), csv_rows(tables["agencies.csv"])):
        (row,) = rows
        assert (str(row["id"]), row["name"], row["state"]) == (
            str(agency.pk),
            "Ministry of Roads",
            "kz",
        )
        assert row["url"] == f"http://testserver{agency.get_absolute_url()}"
    assert [row["code"] for row in csv_rows(tables["states.csv"])] == ["kz", "tj"]
    about = json.loads(tables["about.json"])
    assert (
        about["rows"] | {"documents": 1, "parties": 2, "states": 2, "agencies": 1} == about["rows"]
    )


def test_code_book_tells_how_much_is_filled(client: Client) -> None:
    builders.document("A", summary="It is about roads.")
    builders.document("B")
    builders.settle()
    for rows in (
        sheet_rows(fetched(client, "/documents.xlsx"), "code book"),
        csv_rows(zipped(fetched(client, "/documents.zip"))["code-book.csv"]),
    ):
        filled = {(r["table"], r["field"]): r["filled"] for r in rows if not r["code"]}
        assert float(filled["documents", "summary"]) == 0.5
        assert float(filled["documents", "title"]) == 1
        assert not filled["files", "name"]
        types = [
            row["code"] for row in rows if (row["table"], row["field"]) == ("documents", "type")
        ]
        assert "memorandum_of_understanding" in types


def test_workbook_refuses_more_than_it_takes(
    client: Client, few: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    builders.document("Bridges")
    builders.settle()
    monkeypatch.setitem(FORMATS, "xlsx", replace(FORMATS["xlsx"], most=3))
    response = client.get("/documents.xlsx")
    assert response.status_code == 400
    assert "These are 4 documents; Excel (XLSX) takes 3 at most." in response.content.decode()
    fetched(client, "/documents.xlsx?between=kz&between=tj")


def test_few_are_written_at_once(client: Client) -> None:
    """A place is free again when a reader is done, or gone."""
    held = [client.get("/documents.csv") for _ in range(streams.AT_ONCE)]
    refused = client.get("/documents.csv")
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "30")
    assert client.head("/documents.csv").status_code == 200
    leave(held[0])
    fetched(client, "/documents.csv")
    leave(held[1])


def test_downloads_are_counted(client: Client, settings: Any) -> None:
    settings.EXPORTS_PER_MINUTE = 2
    for _ in range(2):
        fetched(client, "/documents.json")
    refused = client.get("/documents.csv")
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) <= 30
    assert "Too many downloads" in refused.content.decode()
    assert client.get("/documents/").status_code == 200


def test_statements_grow_with_the_batches_alone(
    client: Client, roads: list[Document], django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(45):
        fetched(client, "/documents.csv")
    with django_assert_max_num_queries(55):
        fetched(client, "/documents.xlsx")


@pytest.mark.django_db(transaction=True)
def test_no_connection_is_held_while_a_reader_is_slow(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does what is changed meanwhile break what is sent: it is left out from then on."""
    monkeypatch.setattr(records, "BATCH", 1)
    monkeypatch.setattr(streams, "CHUNK", 1)
    with transaction.atomic():
        made = [builders.document(f"Roads {n}") for n in range(3)]
    response = client.get("/documents.jsonl?order=oldest")
    chunks = iter(response.streaming_content)
    assert json.loads(next(chunks))["title"] == "Roads 0"
    assert connection.connection is None
    with transaction.atomic():
        Document.objects.filter(pk=made[1].pk).update(
            publication_state="withdrawn", withdrawal_reason="An error."
        )
    assert [json.loads(chunk)["title"] for chunk in chunks] == ["Roads 2"]
    assert connection.connection is None


def test_language_is_that_of_the_address(client: Client, few: list[Document]) -> None:
    """Whatever language the thread speaks in which it is sent."""
    response = client.get("/ru/documents.csv?between=kz&between=tj")
    client.get("/")
    rows = csv_rows(b"".join(response.streaming_content))
    assert {row["side_1_state_name"] for row in rows} == {"Казахстан"}
    assert all(row["url"].startswith("http://testserver/documents/") for row in rows)


def test_pages_lead_to_their_lists(client: Client) -> None:
    one, two = (State.objects.get(code=code) for code in ("kz", "tj"))
    agency = builders.agency("Ministry of Roads", of=one)
    event = builders.event("Visit", states=[one, two])
    document = builders.document("Roads", side_1=agency, side_2=two, event=event)
    document.subjects.add(Subject.objects.get(slug="transport"))
    builders.document("Bridges", signed_on="2001")
    builders.settle()
    for page, query in {
        "/documents/?order=oldest&state=kz&page=1": "order=oldest&state=kz",
        "/states/kz/": "state=kz",
        "/states/kz/tj/": "between=kz&between=tj",
        agency.get_absolute_url(): f"agency={agency.pk}",
        event.get_absolute_url(): f"event={event.pk}",
        "/years/2023/": "year=2023",
        "/subjects/transport/": "subject=transport",
    }.items():
        content = client.get(page).content.decode().replace("&amp;", "&")
        for suffix in FORMATS:
            assert f'<a href="/documents.{suffix}?{query}" rel="nofollow">' in content, page
        assert f'<a href="/documents.csv?{query}&bom=1" rel="nofollow">' in content
        assert [r["title"] for r in csv_rows(fetched(client, f"/documents.csv?{query}"))] == [
            "Roads"
        ]
    assert "Download" not in client.get("/documents/?q=nil").content.decode()


def test_too_long_a_list_has_no_link_to_a_workbook(
    client: Client, few: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FORMATS, "xlsx", replace(FORMATS["xlsx"], most=2))
    content = client.get("/documents/").content.decode()
    assert "takes 2 documents at most" in content
    assert "/documents.xlsx" not in content
    assert "/documents.csv" in content


def test_code_book_is_a_page_a_table_and_an_object(client: Client) -> None:
    page = client.get("/documents/code-book/").content.decode()
    rows = csv_rows(client.get("/documents/code-book.csv").content)
    book = client.get("/documents/code-book.json").json()
    fields = {(table["name"], f["name"]) for table in book["tables"] for f in table["fields"]}
    assert {(row["table"], row["field"]) for row in rows} == fields
    assert {("documents", "side_1_state"), ("parties", "document"), ("states", "code")} < fields
    for name, known in book["vocabularies"].items():
        assert f'id="codes-{name}"' in page
        assert {c["code"] for c in known} == {
            row["code"] for row in rows if row["vocabulary"] == name and row["code"]
        }
    assert {"legal_nature", "document_types", "missing_value_field"} < book["vocabularies"].keys()
    russian = client.get("/ru/documents/code-book.json").json()["vocabularies"]["document_types"]
    assert [c["code"] for c in russian] == [
        c["code"] for c in book["vocabularies"]["document_types"]
    ]
