"""A row of a list says what the record itself says, in two statements."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.db.models import F
from django.utils import translation
from django.utils.text import capfirst

from agreements.importing.sample import load_sample
from agreements.models import Document, DocumentTitle, MissingValue, StateName
from agreements.search.rows import Row, rows_in, rows_of
from agreements.templatetags.pacta import between, partial_date
from tests import builders

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 7, 1)


def told(document: Document) -> Row:
    """The row as the properties of the record have it."""
    kind = capfirst(str(document.type))
    kind += f" · {document.get_level_display()}" if document.level else ""
    kind += f" · covers {partial_date(document.period)}" if document.period else ""
    is_between = document.has_agencies or document.has_title_of_reader
    return Row(
        document.pk,
        document.get_absolute_url(),
        document.title.text,
        document.title.language,
        "" if document.has_title_of_reader else document.made_label,
        between(document) if is_between else "",
        kind.replace("covers", translation.gettext("covers")),
        partial_date(document.signed_on) or translation.gettext("Date not recorded"),
        document.standing.code,
        capfirst(document.standing.words),
        document.signed_first and document.signed_first.year,
        document.is_signed_by_heads,
    )


def published() -> list[Document]:
    return list(Document.objects.published().newest_first().for_list(TODAY))


def test_says_what_the_record_says() -> None:
    """In every language, of every document of the sample, by the names of its own day."""
    load_sample()
    builders.settle()
    documents = published()
    assert len(documents) > 20
    for language in ("en", "ru", "tg"):
        with translation.override(language):
            assert rows_of([d.pk for d in documents], TODAY) == [told(d) for d in documents]


def test_says_what_a_state_was_called_on_the_day() -> None:
    state = builders.state(name="Democratic Congo")
    former = {"kind": "former", "since": "1971", "until": "1997"}
    StateName.objects.create(state=state, language="en", text="Zaire", **former)
    StateName.objects.create(state=state, language="ru", text="Заир", **former)
    for signed_on in ("1970", "1975-03", "1998"):
        builders.document(side_1=state, signed_on=signed_on)
    undated = builders.document(side_1=state, signed_on=None)
    MissingValue.objects.create(document=undated, field="signed_on", reason="not_recorded")
    builders.settle()
    documents = published()
    for language in ("en", "ru", "tg"):
        with translation.override(language):
            assert rows_of([d.pk for d in documents], TODAY) == [told(d) for d in documents]
    rows = rows_of([d.pk for d in documents], TODAY)
    assert ["Zaire" in row.between for row in rows] == [False, True, False, False]


def test_marks_up_and_escapes() -> None:
    state = builders.state(name="A & B")
    body = builders.agency("<b>Ministry</b>", of=state)
    document = builders.document("On <i>roads</i>", side_1=body)
    document.titles.update(language="tg")
    builders.settle()
    (row,) = rows_of([document.pk], TODAY)
    assert row.title == "On <i>roads</i>"  # escaped by the template
    assert "&lt;b&gt;Ministry&lt;/b&gt;, A &amp; B <span" in row.between
    assert row == told(published()[0])


def test_keeps_the_order_that_was_asked_for() -> None:
    keys = [builders.document().pk for _ in range(4)]
    builders.settle()
    asked = [keys[2], keys[0], keys[3]]
    assert [row.pk for row in rows_of(asked, TODAY)] == asked
    oldest = Document.objects.published().order_by(F("pk").desc())[1:3]
    assert [row.pk for row in rows_in(oldest, TODAY)] == [keys[2], keys[1]]


def test_reads_nothing_but_what_is_published() -> None:
    draft = builders.draft()
    withdrawn = builders.document(publication_state="withdrawn", withdrawal_reason="Twice.")
    public = builders.document()
    builders.settle()
    keys = [draft.pk, withdrawn.pk, public.pk, 999_999_999]
    assert [row.pk for row in rows_of(keys, TODAY)] == [public.pk]
    assert [row.pk for row in rows_in(Document.objects.order_by("pk")[:9], TODAY)] == [public.pk]
    assert rows_of([], TODAY) == rows_in(Document.objects.none(), TODAY) == []


@pytest.mark.parametrize("number", [1, 50])
def test_takes_two_statements(number: int, django_assert_num_queries: Any) -> None:
    for _ in range(number):
        document = builders.document(
            side_1=builders.agency(), side_2=builders.state(), signed_on="2023-05-04"
        )
        DocumentTitle.objects.create(document=document, language="tg", text="Созишнома")
    builders.settle()
    keys = list(Document.objects.values_list("pk", flat=True))
    with django_assert_num_queries(2):
        assert len(rows_of(keys, TODAY)) == number
    with django_assert_num_queries(2):
        assert len(rows_in(Document.objects.published().newest_first()[:50], TODAY)) == number
