"""The calendar of endings: what ends when, on days that are known."""

from __future__ import annotations

import datetime

import icalendar
import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agreements.feeds import endings
from agreements.feeds.icalendar import folded, text
from agreements.models import Action, Document, Relation, Source, StatusOverride, Subject
from tests import builders
from tests.feeds.subscribing import number_in, numbers_on_page, state_of

pytestmark = pytest.mark.django_db

Day = datetime.date
ALWAYS = "ends_since=1900&ends_until=2150"


def read(client: Client, query: str = f"?{ALWAYS}", path: str = "/calendar.ics") -> str:
    response = client.get(path + query)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    content = response.content
    assert content.endswith(b"\r\nEND:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"") and b"\r" not in content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    return content.decode()


def events(client: Client, query: str = f"?{ALWAYS}") -> list[icalendar.Event]:
    found = icalendar.Calendar.from_ical(read(client, query)).walk("VEVENT")
    for event in found:
        assert event["TRANSP"] == "TRANSPARENT"
        assert type(event.decoded("DTSTART")) is type(event.decoded("DTEND")) is Day
        assert event["DTSTART"].params["VALUE"] == event["DTEND"].params["VALUE"] == "DATE"
        assert event.decoded("DTSTAMP").tzinfo is not None
    return found


def days(event: icalendar.Event) -> tuple[Day, Day]:
    """The first and the last."""
    return event.decoded("DTSTART"), event.decoded("DTEND") - datetime.timedelta(days=1)


def term(until: str, title: str = "Agreement on roads", **values: object) -> Document:
    """A document for a fixed term of five years, which ends then."""
    signed_on = f"{int(until[:4]) - 5}{until[4:]}"
    return builders.document(
        title,
        signed_on=signed_on,
        entry_into_force="on_signature",
        validity="fixed_term_then_ends",
        term="P5Y",
        term_counts_from="signature",
        **values,
    )


def test_end_of_a_term_is_a_whole_day(client: Client) -> None:
    document = term("2027-05-04", side_1=state_of("kz"), side_2=state_of("tj"))
    builders.settle()
    (event,) = events(client)
    assert days(event) == (Day(2027, 5, 4), Day(2027, 5, 4))
    assert event["SUMMARY"] == "Ends: Agreement on roads"
    assert event["URL"] == f"http://testserver{document.get_absolute_url()}"
    assert event["UID"] == f"document-{document.pk}-end-1@testserver"
    assert event["STATUS"] == "CONFIRMED"
    said = event["DESCRIPTION"].splitlines()
    assert said[0] == "Expired from 4 May 2027. It rests on: the end of its term."
    assert said[1:] == ["Agreement", "Kazakhstan and Tajikistan", "4 May 2022", event["URL"]]


@pytest.mark.parametrize(
    ("until", "first", "last"),
    [
        ("2027-05", Day(2027, 5, 1), Day(2027, 5, 31)),
        ("2027", Day(2027, 1, 1), Day(2027, 12, 31)),
    ],
)
def test_end_on_a_day_that_is_not_known_takes_all_its_days(
    client: Client, until: str, first: Day, last: Day
) -> None:
    term(until)
    builders.settle()
    (event,) = events(client)
    assert days(event) == (first, last)
    assert event["SUMMARY"] == "Ends on one of these days: Agreement on roads"
    assert event["STATUS"] == "TENTATIVE"
    assert "possibly from" in event["DESCRIPTION"] and "certainly from" in event["DESCRIPTION"]
    for day in (first, last):
        assert events(client, f"?ends_since={day}&ends_until={day}")
    for day in (first - datetime.timedelta(days=1), last + datetime.timedelta(days=1)):
        assert not events(client, f"?ends_since={day}&ends_until={day}")
    between = first + datetime.timedelta(days=9)
    assert events(client, f"?ends_since={between}&ends_until={between}")


def test_end_that_is_known_too_roughly_is_left_out_and_counted(client: Client) -> None:
    term("2027~")
    builders.settle()
    assert events(client) == []
    found = icalendar.Calendar.from_ical(read(client))
    for name in ("DESCRIPTION", "X-WR-CALDESC"):
        assert "1 end is known too roughly" in found[name]


def test_plan_ends_with_its_period_and_a_treaty_does_not(client: Client) -> None:
    plan = builders.document(
        "Roadmap", type="roadmap", period="2023/2025", entry_into_force="on_signature"
    )
    treaty = builders.document("Agreement", period="2023/2026", entry_into_force="on_signature")
    builders.document("Agreement", period="2020/2024~", entry_into_force="on_signature")
    builders.settle()
    ends, period = events(client)
    assert number_in(ends["URL"].split("/documents/")[1].split("/")[0]) == plan.pk
    assert (ends["SUMMARY"], days(ends)[0]) == ("Ends: Roadmap", Day(2026, 1, 1))
    assert (period["SUMMARY"], days(period)[0]) == (
        "Period covered ends: Agreement",
        Day(2027, 1, 1),
    )
    assert period["UID"] == f"document-{treaty.pk}-period@testserver"
    assert period["DESCRIPTION"].startswith(
        "The period covered (2023–2026) is over from 1 January 2027."
    )
    assert "1 end is known too roughly" in read(client).replace("\r\n ", "")


def test_period_of_what_ended_before_is_no_news(client: Client) -> None:
    document = builders.document(period="2023/2026", entry_into_force="on_signature")
    ended(document, "2025-02-01")
    builders.settle()
    (event,) = events(client)
    assert days(event)[0] == Day(2025, 2, 1)
    assert "Terminated from 1 February 2025" in event["DESCRIPTION"]


def ended(document: Document, day: str, status: str = "terminated") -> None:
    StatusOverride.objects.create(
        document=document,
        status=status,
        effective_on=day,
        reason="So it is.",
        source=Source.objects.first(),
    )


def test_what_comes_back_to_life_ends_twice(client: Client) -> None:
    document = builders.document(entry_into_force="on_signature", signed_on="2000-01-01")
    ended(document, "2010-01-01")
    ended(document, "2012-01-01", "in_force")
    ended(document, "2020-01-01")
    builders.settle()
    one, two = events(client)
    assert [days(one)[0], days(two)[0]] == [Day(2010, 1, 1), Day(2020, 1, 1)]
    assert [one["UID"], two["UID"]] == [
        f"document-{document.pk}-end-{n}@testserver" for n in (1, 2)
    ]
    (late,) = events(client, "?ends_since=2015&ends_until=2030")
    assert late["UID"] == two["UID"]


def test_what_another_document_ends_is_in_it(client: Client) -> None:
    old = builders.document("Old agreement", entry_into_force="on_signature")
    new = builders.document("New agreement", entry_into_force="on_signature")
    Relation.objects.create(
        document=new, kind="supersedes", target=old, effective_on="2027-03-01", target_text=""
    )
    builders.settle()
    (event,) = events(client)
    assert event["SUMMARY"] == "Ends: Old agreement"
    assert event["DESCRIPTION"].startswith("Superseded from 1 March 2027.")


def test_without_a_range_it_is_from_today_for_two_years(client: Client) -> None:
    today = timezone.localdate()
    one_day = datetime.timedelta(days=1)
    last = endings.years_after(today)
    inside = {term(str(day)).pk for day in (today, today + one_day, last)}
    for day in (today - one_day, last + one_day):
        term(str(day))
    builders.settle()
    assert documents_of(events(client, "")) == inside
    later = events(client, f"?ends_since={last + one_day}")
    assert [days(event)[0] for event in later] == [last + one_day]


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (Day(2026, 7, 1), Day(2028, 7, 1)),
        (Day(2024, 2, 29), Day(2026, 2, 28)),
        (Day(9998, 5, 1), Day.max),
    ],
)
def test_two_years_after(day: Day, after: Day) -> None:
    assert endings.years_after(day) == after


def test_filters_are_those_of_the_list(client: Client) -> None:
    kz, tj = state_of("kz"), state_of("tj")
    term("2027-01-01", side_1=kz, side_2=tj)
    term("2027-02-01", side_1=kz, type="protocol")
    tajik = term("2027-03-01", "Созишнома дар бораи нақлиёт", language="tg", side_1=tj)
    tajik.subjects.add(Subject.objects.get(slug="transport"))
    term("2027-04-01")
    builders.settle()
    for query in (
        "state=kz",
        "between=kz&between=tj",
        "type=protocol",
        "subject=transport",
        "q=дар",
    ):
        found = documents_of(events(client, f"?{query}&{ALWAYS}"))
        assert found == numbers_on_page(client, f"?{query}"), query
        assert 0 < len(found) < 4, query


def documents_of(found: list[icalendar.Event]) -> set[int]:
    return {number_in(event["UID"].split("-end")[0]) for event in found}


def test_drafts_never_come_and_what_is_withdrawn_goes(client: Client) -> None:
    document = term("2027-01-01")
    term("2027-01-01", publication_state="draft")
    builders.draft(period="2023/2026")
    builders.settle()
    assert len(events(client)) == 1
    Document.objects.filter(pk=document.pk).update(
        publication_state="withdrawn", withdrawal_reason="A mistake."
    )
    builders.settle()
    assert events(client) == []


def test_commas_and_letters_of_every_script_come_through(client: Client) -> None:
    title = "Созишнома; дар бораи роҳҳо, пулҳо ва \\ нақлиёт: " + "ҷумҳурӣ ғ 条约 " * 12
    term("2027-01-01", title, language="tg")
    builders.settle()
    (event,) = events(client)
    assert event["SUMMARY"] == f"Ends: {title.strip()}"
    assert "Созишнома\\; дар бораи роҳҳо\\, пулҳо" in read(client).replace("\r\n ", "")


def test_lines_are_folded_between_letters() -> None:
    line = "SUMMARY:" + "ҷ" * 300 + "条" * 100 + "a" * 100
    parts = folded(line).decode().split("\r\n")
    assert max(len(part.encode()) for part in parts) <= 75
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line
    assert all(part.startswith(" ") for part in parts[1:])
    assert folded("x" * 75) == b"x" * 75
    assert text("a\r\nb\rc\0\x07;,\\") == "a\\nb\\nc\\;\\,\\\\"


def test_calendar_says_what_it_is(client: Client) -> None:
    kz = state_of("kz")
    term("2027-01-01", side_1=kz)
    builders.settle()
    found = icalendar.Calendar.from_ical(read(client, f"?state=kz&{ALWAYS}"))
    assert found["VERSION"] == "2.0" and found["PRODID"]
    assert found["X-WR-CALNAME"] == found["NAME"]
    assert found["X-WR-CALNAME"].startswith("Pacta · Endings · State: Kazakhstan")
    assert found["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert found.decoded("REFRESH-INTERVAL") == datetime.timedelta(days=1)


def test_calendar_in_which_nothing_ends_is_one(client: Client) -> None:
    found = icalendar.Calendar.from_ical(read(client))
    assert found.walk("VEVENT") == [] and found.subcomponents
    assert not found.errors
    russian = icalendar.Calendar.from_ical(read(client, path="/ru/calendar.ics"))
    assert russian.subcomponents


def test_ends_of_time_are_no_error(client: Client) -> None:
    term("2027-01-01")
    builders.document(period="2023/9998", entry_into_force="on_signature")
    builders.settle()
    for query in ("ends_since=9999-12-31", "ends_since=0001&ends_until=9998", "ends_until=0001"):
        read(client, f"?{query}")


def test_what_is_too_much_is_cut_and_said(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endings, "MOST", 2)
    for year in (2029, 2027, 2028):
        term(f"{year}-01-01")
    builders.settle()
    assert [days(event)[0].year for event in events(client)] == [2027, 2028]
    assert "Later ones are left out" in read(client).replace("\r\n ", "")


def test_notice_whose_end_nobody_knows_is_counted_only(client: Client) -> None:
    document = builders.document(entry_into_force="on_signature", signed_on="2000-01-01")
    Action.objects.create(document=document, kind="notice_of_termination", side=1, done_on="2020")
    builders.settle()
    assert events(client) == []
    assert "1 end is known too roughly" in read(client).replace("\r\n ", "")


def test_queries_do_not_grow_with_the_ends(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(1, 5):
        term(f"2027-01-0{n}", side_1=builders.agency())
    builders.settle()
    with django_assert_max_num_queries(12):
        assert len(events(client)) == 4
