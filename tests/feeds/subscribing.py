"""What the tests of feeds and of the calendar share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.db import connection
from django.test import Client

from agreements.models import Document, Event, MissingValue, State, Subject
from tests import builders


def state_of(code: str) -> State:
    return State.objects.get(code=code)


def numbers_on_page(client: Client, query: str) -> set[int]:
    """Of the documents that all pages of the list show."""
    found: set[int] = set()
    url = f"/documents/{query}"
    while url:
        page = client.get(url)
        assert page.status_code == 200, url
        found |= {row.pk for row in page.context["rows"]}
        url = page.context["page"].next
    return found


def published_on(records: Iterable[Document | Event], days: Iterable[str]) -> None:
    """As if they had become public then."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL agreements.refresh = 'off'")
        for record, day in zip(records, days, strict=True):
            cursor.execute(
                f"UPDATE {record._meta.db_table} SET published_at = %s WHERE id = %s",
                [f"{day}T10:00Z", record.pk],
            )
        cursor.execute("SET LOCAL agreements.refresh = ''")


def number_in(identity: str) -> int:
    return int(re.search(r"(\d+)$", identity)[1])


def archive_of_lists() -> list[Document]:
    """Documents of many kinds, of which every filter finds some."""
    kz, tj, uz = map(state_of, ("kz", "tj", "uz"))
    ministry = builders.agency("Ministry of Roads", of=kz)
    event = builders.event("Visit", states=[kz, tj], kind="summit")
    documents = [
        builders.document("Agreement on roads", side_1=ministry, side_2=tj, event=event),
        builders.document(
            "Созишнома дар бораи роҳҳо", language="tg", side_1=kz, side_2=tj, type="protocol"
        ),
        builders.document("Treaty of friendship", side_1=kz, side_2=uz, signed_on="1995-03"),
        builders.document(
            "Roadmap", side_1=kz, side_2=tj, type="roadmap", period="2023/2030",
            entry_into_force="on_signature",
        ),
        builders.document("Undated agreement", side_1=uz, side_2=tj, signed_on=None),
    ]  # fmt: skip
    MissingValue.objects.create(document=documents[-1], field="signed_on", reason="not_recorded")
    documents[0].subjects.add(Subject.objects.get(slug="transport"))
    builders.draft("Draft agreement on roads", side_1=ministry, side_2=tj)
    builders.settle()
    return documents


QUERIES = [
    "",
    "?state=kz",
    "?state=kz&state=uz",
    "?between=kz&between=tj",
    "?agency=Ministry+of+Roads",
    "?year=2023",
    "?since=1995&until=1999",
    "?type=protocol&type=roadmap",
    "?status=in_force",
    "?ends_since=2031",
    "?covers=2024",
    "?subject=transport",
    "?event_kind=summit",
    "?language=tg",
    "?q=roads",
    "?q=%22of+friendship%22",
    "?q=roads&order=oldest",
]
