"""The benchmark's verdicts: the worst page of each kind decides, and is named."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.benchmark.clients import Throughput
from tests.benchmark.pages import Kind, Page
from tests.benchmark.reach import Promise, promises
from tests.benchmark.timing import UNCHANGED, Measured, Results, Times

SMALL, LARGE = 10_000, 1_000_000


def measured(name: str, kind: Kind, size: int = LARGE, **values: object) -> Measured:
    """A page that keeps every promise: 10 ms, six statements, Datasette's 200 ms, a floor of 6."""
    page = Page(name, kind, "/", has_facets=kind not in (Kind.DOCUMENT, Kind.UNCHANGED))
    times = {"http": 10, "peer": 200, "replay": 1, "templates": 4, "empty": 1} | values
    statements = times.pop("statements", 6)
    lists = {way: Times([milliseconds]) for way, milliseconds in times.items()}
    return Measured(page, size, statements, **lists)


def results(*pages: Measured, not_changed: int = 400, commit: float = 20, found: bool = True):
    crowds = {
        "the page of a state": Throughput(Counter({200: 100}), 1),
        UNCHANGED: Throughput(Counter({304: not_changed}), 1),
    }
    return Results(list(pages), {}, {LARGE: crowds}, {LARGE: [(5, commit, found)]}, {})


def broken(found: Results) -> list[Promise]:
    return [promise for promise in promises(found) if not promise.is_kept]


def test_all_is_kept() -> None:
    pages = [
        measured(name, kind, size)
        for name, kind in (
            ("state, most documents", Kind.BROWSE),
            ("document", Kind.DOCUMENT),
            ("word, common", Kind.LIST),
            ("phrase", Kind.PHRASE),
            ("phrase, common", Kind.COMMON_PHRASE),
        )
        for size in (SMALL, LARGE)
    ]
    judged = promises(results(*pages))
    assert [promise.words for promise in judged if not promise.is_kept] == []
    assert len(judged) == 15


@pytest.mark.parametrize(
    ("page", "words", "worst"),
    [
        (measured("home", Kind.BROWSE, http=15.1), "pages to browse grow at most 1.5", "1.51"),
        (measured("home", Kind.LIST, http=60.1, peer=9000), "grow at most 6 times", "6.01"),
        (measured("home", Kind.LIST, peer=99), "at least 10 times as fast", "9.9"),
        (measured("home", Kind.PHRASE, peer=19), "a phrase, at least twice", "1.9"),
        (measured("home", Kind.DOCUMENT, peer=9.9), "a document, no slower", "0.99"),
        (measured("state, top", Kind.BROWSE, replay=0, templates=2), "3 times its floor", "3.33"),
        (measured("home", Kind.BROWSE, statements=9), "browse: at most 8 statements", "9"),
        (measured("home", Kind.DOCUMENT, statements=16), "document: at most 15", "16"),
        (measured("home", Kind.LIST, statements=7), "list: at most 6", "7"),
    ],
)
def test_one_page_breaks_a_promise(page: Measured, words: str, worst: str) -> None:
    before = measured(page.page.name, page.page.kind, SMALL)
    fine = [measured("fine", page.page.kind, size) for size in (SMALL, LARGE)]
    first = broken(results(before, *fine, page))[0]
    assert words in first.words
    assert (first.worst, first.where) == (worst, f"{page.page.name}, 1,000,000 documents")


def test_slow_pages_of_any_size_are_named() -> None:
    slow = measured("word, common", Kind.LIST, SMALL, http=61, peer=900)
    assert [one.words for one in broken(results(slow))] == [
        "at most 60 ms, but for a phrase of common words"
    ]
    common = measured("phrase, common", Kind.COMMON_PHRASE, http=151, peer=900)
    assert [one.words for one in broken(results(common))] == ["at most 150 ms"]


def test_page_that_has_not_changed_must_be_cheap() -> None:
    page = measured("home", Kind.BROWSE)
    assert "has not changed" in broken(results(page, not_changed=299))[0].words
    assert broken(results(page, not_changed=300)) == []


def test_published_document_must_be_cheap_and_found() -> None:
    page = measured("home", Kind.BROWSE)
    assert broken(results(page, commit=96))[0].worst == "101 ms"
    assert "not found at once" in broken(results(page, found=False))[0].where


def test_what_must_not_be_is_a_fault_however_quick() -> None:
    page = measured("home", Kind.BROWSE)
    page.complaints.append("statement 2, Seq Scan of agreements_party: reads a table")
    page.wrong.add(503)
    found = results(page, found=False)
    found.crowds[LARGE][UNCHANGED].statuses[200] = 1
    found.missing.append("word (/documents/?q=a), 1,000,000 documents: 503")
    assert list(found.faults()) == [
        "there is no page: word (/documents/?q=a), 1,000,000 documents: 503",
        "home (/), 1,000,000 documents: statement 2, Seq Scan of agreements_party: reads a table",
        "home (/), 1,000,000 documents: an answer was 503",
        "the same, not changed, 1,000,000 documents: an answer was 200",
        "1,000,000 documents: the next search did not find what was just published",
    ]
