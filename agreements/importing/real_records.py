"""The real records of the corpus, for a database to look for things in and to rate the search by.

They come from the file in which the corpus keeps the records of all its sources. Nothing is made
up but one thing: a side of no known state gets a State row of its own, under the name that the
record gives it, since a record without two known sides could not be published. Such a database
is for trying things out; an archive would look the body up.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from agreements.letters import fold, slug
from agreements.models import State, StateName

from .benchmark import load, state_ids
from .bodies import body
from .citations import identifiers
from .shipped import words_of

FILE = Path("all-bilateral") / "normalised_all.csv.gz"
SIDES = (1, 2)
# Codes of the corpus that are not the archive's.
CODES = {code.lower(): ours for code, ours in words_of("all-bilateral", "side_1_state").items()}
NOT_RECORDED = "Party not recorded"
IN_BRACKETS = re.compile(r"\((.+?)\)")


def load_real_records(
    records: Iterable[dict[str, str]], progress: Callable[[str, int], None]
) -> dict[str, int]:
    """Fill this database with them, all published. Returns the rows of each table."""
    parties = Parties()
    rows = [prepared(row, parties) for row in records]
    return load(rows, None, progress, as_they_are=True)


def read_records(corpus: Path) -> Iterator[dict[str, str]]:
    """Of the folder that holds the corpus, in the order of the file."""
    csv.field_size_limit(sys.maxsize)
    with gzip.open(corpus / FILE, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def prepared(row: dict[str, str], parties: Parties) -> dict:
    """A record as the benchmark's loader takes it, which knows a state by its code."""
    names = [clean(row[f"party{side}_name"]) for side in SIDES]
    changed = {
        "title": " ".join(row["title"].split()),
        "place_signed": row["place_signed"].split(",")[0].strip(),
        "bodies": [body(name) if row["source"] == "CA-SAMPLE" else None for name in names],
        "identifiers": [("import", row["id"]), *identifiers(row["citation"])],
        "amends": "",
    }
    for side, name in zip(SIDES, names, strict=True):
        changed[f"party{side}_code"] = parties.code(row[f"party{side}_code"], name)
        changed[f"party{side}_name"] = written(name)
    return row | changed


def clean(name: str) -> str:
    return " ".join(name.split()).strip(" .")


def written(name: str) -> str:
    """Codes, with which one source writes states, are no name."""
    return "" if re.fullmatch("[A-Z]{3}", name) else name


class Parties:
    """Finds the state of a side by its code or any of its names, or makes it."""

    def __init__(self) -> None:
        self.codes = dict(State.objects.values_list("pk", "code"))
        self.by_code = {code: self.codes[pk] for code, pk in state_ids().items()}
        self.by_words: dict[frozenset[str], str] = {}
        for text, code in StateName.objects.order_by("state").values_list("text", "state__code"):
            self.by_words.setdefault(words(text), code)

    def code(self, code: str, name: str) -> str:
        code = CODES.get(code.lower(), code.lower())
        if code in self.by_code:
            return self.by_code[code]
        name = name or NOT_RECORDED
        for wording in (name, IN_BRACKETS.sub("", name), *IN_BRACKETS.findall(name)):
            if found := self.by_words.get(words(wording)):
                return found
        return self.make(name)

    def make(self, name: str) -> str:
        """An organisation, as nearly all that the corpus has no code for are."""
        code = self.new_code(name)
        state = State.objects.create(code=code, kind="organisation")
        StateName.objects.create(state=state, language="en", kind="short", text=name)
        self.by_code[code] = self.by_words[words(name)] = code
        return code

    def new_code(self, name: str) -> str:
        """Letters alone, so that a number is written in them, too: x-polish-people-b."""
        stem = "x-" + re.sub("[^a-z]+", "-", slug(name))[:15].strip("-")
        endings = ["", *(f"-{letter}" for letter in "bcdefghijklmnopqrstuvwxyz")]
        endings += [f"-{a}{b}" for a in "bcdefghijklmnopqrstuvwxyz" for b in "abcdefghijklmnop"]
        return next(stem + ending for ending in endings if stem + ending not in self.by_code)


def words(name: str) -> frozenset[str]:
    """In whatever order and case: CHINA REPUBLICA POPULAR is República Popular China."""
    return frozenset(re.findall(r"\w+", fold(name)))
