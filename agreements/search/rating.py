"""How well the search answers: judged queries, and the arithmetic of a rating. No database.

Two files say what is asked and what a person would expect to find:

- queries, CSV with the columns ``qid`` and ``query`` at least;
- judgments, tab-separated: ``qid``, ``id`` of a record, and ``grade``: 2 where it should stand
  among the first ten (of a larger set: all of the set before anything else), 1 where it is
  related.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path

FIRST = 10
EXPECTED = 2
GRADES = {"0": 0, "1": 1, "2": 2}


class BadFile(Exception):
    """What is wrong with a file of queries or judgments, and where."""


@dataclass(frozen=True)
class Query:
    """A query and the grade of each record that was judged for it, by the record's number."""

    qid: str
    text: str
    grades: dict[str, int]

    @property
    def expected(self) -> list[str]:
        return [number for number, grade in self.grades.items() if grade == EXPECTED]

    @property
    def depth(self) -> int:
        """How many of the answers are looked at: ten, or as many as are expected."""
        return max(FIRST, len(self.expected))


@dataclass(frozen=True)
class Rating:
    """A query with the numbers of the records that were answered, the best first."""

    query: Query
    answers: Sequence[str]
    seconds: float

    @property
    def missed(self) -> list[str]:
        seen = self.answers[: self.query.depth]
        return [number for number in self.query.expected if number not in seen]

    @property
    def found(self) -> int:
        return len(self.query.expected) - len(self.missed)

    @property
    def ndcg(self) -> float:
        """Of the first ten."""
        grades = self.query.grades
        best = sorted(grades.values(), reverse=True)
        return gain([grades.get(number, 0) for number in self.answers]) / gain(best)


def gain(grades: Iterable[int]) -> float:
    """Discounted cumulative gain of the first ten: 3 for a grade of 2, 1 for a grade of 1."""
    return sum(
        (2**grade - 1) / log2(place + 1)
        for place, grade in enumerate(list(grades)[:FIRST], start=1)
    )


def read_queries(queries: Path, judgments: Path) -> list[Query]:
    """In the order of their file. Raises BadFile."""
    texts: dict[str, str] = {}
    for where, row in rows(queries, ("qid", "query"), ","):
        if not row["query"].strip():
            raise BadFile(f"{where}: the query is empty.")
        if row["qid"] in texts:
            raise BadFile(f"{where}: there is a query {row['qid']} already.")
        texts[row["qid"]] = row["query"]
    grades: dict[str, dict[str, int]] = {qid: {} for qid in texts}
    for where, row in rows(judgments, ("qid", "id", "grade"), "\t"):
        if row["qid"] not in texts:
            raise BadFile(f"{where}: there is no query {row['qid']!r} in {queries}.")
        if row["grade"] not in GRADES:
            raise BadFile(f"{where}: the grade is 0, 1 or 2, not {row['grade']!r}.")
        if row["id"] in grades[row["qid"]]:
            raise BadFile(f"{where}: {row['id']} is judged twice for query {row['qid']}.")
        grades[row["qid"]][row["id"]] = GRADES[row["grade"]]
    found = [Query(qid, text, grades[qid]) for qid, text in texts.items()]
    for query in found:
        if not query.expected:
            raise BadFile(f"{judgments}: no record has grade 2 for query {query.qid}.")
    return found


def rows(path: Path, columns: Sequence[str], delimiter: str) -> list[tuple[str, dict[str, str]]]:
    """Each row of a file, and where it stands in it."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, delimiter=delimiter, restval="", strict=True)
            header = reader.fieldnames or []
            found = [(f"{path}, line {reader.line_num}", row) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadFile(f"{path} cannot be read: {error}") from error
    lacking = [column for column in columns if column not in header]
    if lacking:
        raise BadFile(f"{path} has no column {', '.join(lacking)}.")
    if not found:
        raise BadFile(f"{path} has no rows.")
    return found
