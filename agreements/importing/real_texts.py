"""The real texts of the corpus, for a database to read and search in.

Some are of papers with more sides than two, or with none that is known; each becomes a document
all the same, as in ``real_records``. Versions of one paper in two languages are its two texts.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

from django.db import connection

from agreements import dates, search

from .benchmark import load
from .real_records import Parties

FOLDER = Path("texts")
TITLE = 500  # characters, the longest of real titles; some here run on into the text


def load_real_texts(
    papers: Iterable[dict[str, str]], progress: Callable[[str, int], None]
) -> dict[str, int]:
    """Fill this database with them, all published. Returns the rows of each table."""
    parties = Parties()
    rows = [prepared(list(versions), parties) for versions in by_document(papers)]
    return load(rows, None, progress, as_they_are=True)


def read_texts(corpus: Path) -> Iterator[dict[str, str]]:
    """Of the folder that holds the corpus; versions of one paper follow each other."""
    for path in sorted((corpus / FOLDER).glob("*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def by_document(papers: Iterable[dict[str, str]]) -> Iterator[Iterable[dict[str, str]]]:
    """Those with the same number in another register are one document."""
    for _number, versions in groupby(papers, lambda paper: paper["record_id"] or paper["id"]):
        yield versions


def prepared(versions: list[dict[str, str]], parties: Parties) -> dict:
    """A document as the benchmark's loader takes it."""
    paper = versions[0]
    sides = (paper.get("parties") or "").split("-")
    codes = [paper["party1_code"] or sides[0], paper["party2_code"] or sides[-1]]
    return {
        "id": paper["id"],
        "title": " ".join(kept(paper["title"]).split())[:TITLE],
        "title_lang": paper["lang"],
        "doc_type": "",
        "party1_code": parties.code(codes[0], ""),
        "party2_code": parties.code(codes[1], ""),
        "date_signed": date(paper["date_signed"]),
        "date_in_force": date(paper["date_in_force"]),
        "place_signed": "",
        "subject": paper.get("subject") or "",
        "amends": "",
        "identifiers": [("import", version["id"]) for version in versions],
        "texts": [(version["lang"], kept(version["text"])) for version in versions],
    }


def date(written: str) -> str:
    """As the archive has it; empty where it is none."""
    try:
        return dates.parse(written) if written else ""
    except dates.PartialDateError:
        return ""


def kept(words: str) -> str:
    """What a database can hold of them."""
    return words.replace("\x00", "")


def not_found() -> list[int]:
    """Identities of documents with a text that the search does not find by words at its end."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT document_id, right(body, 2000) FROM agreements_text WHERE body <> ''"
        )
        ends = cursor.fetchall()
    return [document for document, end in ends if not is_found(document, last_words(end))]


def last_words(end: str) -> str:
    """Five, or as many as there are, that are nothing but letters."""
    return " ".join([word for word in end.split() if word.isalpha()][-5:])


def is_found(document: int, words: str) -> bool:
    mine = search.Selection().narrowed(document=document)
    return search.search(mine, words).selection.documents().exists()
