"""The rows of an import as a clerk reads them: what each is, says, changes, and lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from django.utils.text import capfirst

from agreements import dates
from agreements.exporting import flat
from agreements.forms.admin_labels import label, named
from agreements.importing.remarks import Remark, sentence
from agreements.importing.targets import TARGETS
from agreements.models import Agency, Document, Import, ImportRow, State
from agreements.models.vocabulary import ImportOutcome

PER_PAGE = 50
WARNED = "warned"
LONGEST = 2**31 - 1


@dataclass(frozen=True)
class Said:
    """A remark; ``documents`` are those that it names."""

    remark: Remark
    documents: list[Any] = field(default_factory=list)

    @property
    def is_error(self) -> bool:
        return self.remark.is_error

    @property
    def column(self) -> str:
        return self.remark.column

    @property
    def words(self) -> str:
        return sentence(self.remark)


@dataclass
class Shown:
    row: ImportRow
    title: str
    language: str
    sides: str
    day: str
    differences: list[tuple[str, str, str]]
    remarks: list[Said]
    document: Document | None = None

    @property
    def is_new(self) -> bool:
        return self.row.outcome == ImportOutcome.NEW


@dataclass
class Rows:
    """A page of them, in the order of the file. ``after`` and ``before`` are numbers of rows."""

    rows: list[Shown]
    outcome: str = ""
    later: int | None = None  # the last of this page, where more follow
    earlier: int | None = None  # the first of this page, where it is not the first page


def number(text: str | None) -> int | None:
    said = text or ""
    is_number = said.isascii() and said.isdigit() and len(said) < 12
    return min(int(said), LONGEST) if is_number else None


def page(made: Import, asked: Any) -> Rows:
    """``asked`` is the query: outcome, after or before which row. What is nonsense is left out."""
    outcome = asked.get("outcome", "")
    rows = made.rows.all()
    if outcome == WARNED:
        rows = rows.filter(is_warned=True)
    elif outcome in ImportOutcome.values:
        rows = rows.filter(outcome=outcome)
    else:
        outcome = ""
    after, before = number(asked.get("after")), number(asked.get("before"))
    if before is not None:
        found = list(rows.filter(number__lt=before).order_by("-number")[: PER_PAGE + 1])
        has_earlier, has_later = len(found) > PER_PAGE, True
        kept = found[:PER_PAGE][::-1]
    else:
        found = list(rows.filter(number__gt=after or 0).order_by("number")[: PER_PAGE + 1])
        has_earlier, has_later = bool(after), len(found) > PER_PAGE
        kept = found[:PER_PAGE]
    shown_page = Rows(shown(kept), outcome)
    if kept:
        shown_page.later = kept[-1].number if has_later else None
        shown_page.earlier = kept[0].number if has_earlier else None
    return shown_page


def shown(rows: list[ImportRow]) -> list[Shown]:
    """In a number of statements that does not grow with the rows."""
    names = Names(rows)
    return [names.shown(row) for row in rows]


class Names:
    """What the codes and numbers in some rows are called."""

    def __init__(self, rows: list[ImportRow]) -> None:
        self.remarks = {
            row.pk: [Remark.from_json(values) for values in row.remarks] for row in rows
        }
        codes, numbers = set(), set()
        for row in rows:
            for side in "12":
                codes.update(flat.items(row.record.get(f"side_{side}_state", "")))
                numbers.update(flat.items(row.record.get(f"side_{side}_agency", "")))
        keys = filter(None, map(number, numbers))
        states = State.objects.with_names().filter(code__in=codes)
        agencies = Agency.objects.with_names().filter(pk__in=set(keys))
        self.states = {state.code: str(state) for state in states}
        self.agencies = {str(agency.pk): str(agency) for agency in agencies}
        self.documents = self.of_documents(rows)

    def of_documents(self, rows: list[ImportRow]) -> dict[int, Document]:
        keys = {row.document_id for row in rows if row.document_id}
        for remarks in self.remarks.values():
            keys.update(pk for remark in remarks for pk in documents_in(remark))
        return named(Document.objects.filter(pk__in=keys)).in_bulk() if keys else {}

    def shown(self, row: ImportRow) -> Shown:
        record = row.record
        sides = [self.side(record, side) for side in "12"]
        return Shown(
            row,
            record.get("title") or ("" if record else longest(row.cells)),
            record.get("title_language", ""),
            " – ".join(side or "?" for side in sides) if any(sides) else "",
            day_of(record),
            [(field_label(name), *pair) for name, pair in row.differences.items()],
            [Said(remark, self.named_by(remark)) for remark in self.remarks[row.pk]],
            self.documents.get(row.document_id),
        )

    def side(self, record: dict[str, str], side: str) -> str:
        columns = ("state", "agency", "agency_name", "name_as_written")
        lists = [flat.items(record.get(f"side_{side}_{name}", "")) for name in columns]
        parties = []
        for state, agency, name, written in zip_longest(*lists, fillvalue=""):
            body = self.agencies.get(agency) or name
            state = self.states.get(state) or state or written
            parties.append(f"{body} ({state})" if body and state else body or state)
        return ", ".join(filter(None, parties))

    def named_by(self, remark: Remark) -> list[tuple[int, str]]:
        found = (self.documents.get(pk) for pk in documents_in(remark))
        return [(document.pk, label(document)) for document in found if document]


def documents_in(remark: Remark) -> list[int]:
    """Numbers of documents that it names."""
    values = remark.values.get("documents") or [remark.values.get("document")]
    values = values if isinstance(values, list) else [values]
    return [pk for pk in (number(str(value)) for value in values) if pk]


def field_label(name: str) -> str:
    target = TARGETS.get(name)
    return capfirst(target.label) if target else name


def day_of(record: dict[str, str]) -> str:
    days = [day for day in flat.items(record.get("signing_dates", "")) if day]
    return dates.words(days[-1]) if days and dates.valid(days[-1]) else ""


def longest(cells: dict[str, str]) -> str:
    """Of a row that could not be read: what tells a person which one it is."""
    return max(cells.values(), key=len, default="")[:300]


def tally(counts: dict[str, Any]) -> Iterable[tuple[str, str, int]]:
    """Rows by outcome: code, words, number."""
    for outcome in ImportOutcome:
        if outcome in counts:
            yield str(outcome), str(outcome.label), counts[outcome]
