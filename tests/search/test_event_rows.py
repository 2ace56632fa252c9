"""A row of a list of events says what the record itself says, in two statements."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from agreements.importing.sample import load_sample
from agreements.models import Event, EventName, PlaceName
from agreements.search.event_rows import EventRow, event_rows_in
from agreements.templatetags.pacta import named, partial_date
from tests import builders

pytestmark = pytest.mark.django_db


def rows() -> list[EventRow]:
    return event_rows_in(Event.objects.order_by("-pk")[:50])


def test_says_what_the_record_says() -> None:
    load_sample()
    builders.settle()
    events = Event.objects.published().order_by("-pk").with_numbers()
    assert events
    for language in ("en", "ru", "tg"):
        with translation.override(language):
            for event, row in zip(events, rows(), strict=True):
                assert (row.pk, row.url) == (event.pk, event.get_absolute_url())
                assert (row.name, row.recorded) == (named(event), event.recorded)
                assert partial_date(event.began_on) in row.facts
                assert named(event.place or event.state) in row.facts


def test_facts_are_its_kind_its_days_its_place_and_its_numbers() -> None:
    place = builders.place()
    PlaceName.objects.filter(place=place).update(text="A & B")
    days = {"began_on": "2023-05-04", "ended_on": "2023-05-05"}
    event = builders.event("Visit <1>", kind="state_visit", place=place, **days)
    builders.announcement(event, 20, qualifier="more_than")
    builders.announcement(event, 8)
    builders.document(event=event)
    builders.draft(event=event)
    (row,) = rows()
    assert row.name == "Visit &lt;1&gt;"
    assert row.facts == (
        'State visit · <time datetime="2023-05-04">4 May 2023</time> – '
        '<time datetime="2023-05-05">5 May 2023</time> · A &amp; B · '
        "1 recorded, more than 20 announced, 8 announced"
    )


def test_what_is_not_recorded_is_said_or_left_out() -> None:
    builders.event(kind="talks", began_on=None)
    assert rows()[0].facts == "Talks · date not recorded · 0 recorded"


def test_reads_nothing_but_what_is_published() -> None:
    builders.event(publication_state="draft")
    public = builders.event()
    assert [row.pk for row in rows()] == [public.pk]
    assert event_rows_in(Event.objects.none()) == []


@pytest.mark.parametrize("number", [1, 50])
def test_takes_two_statements(number: int, django_assert_num_queries: Any) -> None:
    for _ in range(number):
        event = builders.event(place=builders.place(), states=[builders.state()])
        EventName.objects.create(event=event, language="tg", text="Сафар")
        builders.announcement(event, 3)
        builders.document(event=event)
    with django_assert_num_queries(2):
        assert len(rows()) == number
