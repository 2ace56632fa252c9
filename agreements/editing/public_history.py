"""What has changed in a published record, as its page may say it: what and when, never who or why.

Shown is what the public saw change. Each row is looked at before and after each transaction,
through the eyes of a reader: what was not public, or is withheld today, looks to him as if it were
not there. So a draft end of a relation, a text that is kept inside, or a value that was corrected
before it was published leaves no trace, no count and no date.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple

from django.db import models
from django.utils import timezone
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from agreements import dates, languages
from agreements.models import Change, Citation, Document, Event, File, Relation, Text
from agreements.models.fields import DurationField, LanguageField, PartialDateField
from agreements.models.gathering import Rows, gather
from agreements.models.vocabulary import RELATION_INVERSE, Operation, PublicationState
from agreements.templatetags.pacta import duration

from .differences import roots_of
from .history import model_of
from .public_fields import PUBLIC
from .public_names import Names, Words, of_page

LINES = 20
# So many changes are looked at; only records that are changed by programs have more.
MOST = 1000
LONGEST = 200

Row = dict[str, Any]


@dataclass(frozen=True)
class Line:
    """One change: of a field of the record, or of a row under it."""

    on: datetime.date
    done: str  # published, republished, withdrawn, added, removed, changed
    kind: str = ""
    told: Words | None = None
    field: str = ""
    before: Words | None = None
    after: Words | None = None


@dataclass(frozen=True)
class PublicHistory:
    """The newest first; ``earlier`` is how many there are besides."""

    lines: list[Line]
    earlier: int

    @property
    def last(self) -> datetime.date | None:
        return max((line.on for line in self.lines), default=None)

    @property
    def days(self) -> list[tuple[datetime.date, list[Line]]]:
        """Lines that say the same one after another are told once, as of a source cited twice."""
        told = [line for line, _same in groupby(self.lines)]
        return [(on, list(lines)) for on, lines in groupby(told, lambda line: line.on)]


@dataclass(frozen=True)
class Step:
    """What one transaction did to one row. A state is None where there is no row."""

    model: type[models.Model]
    key: str
    number: int  # of the last change in it
    transaction: tuple[int, datetime.datetime]
    before: Row | None
    after: Row | None

    @property
    def on(self) -> datetime.date:
        return timezone.localtime(self.transaction[1]).date()


@dataclass(frozen=True)
class Seen:
    """What a reader saw change, still in the codes of the database; of an update one column."""

    step: Step
    done: str
    before: Row | None = None
    after: Row | None = None
    field: models.Field | None = None


def public_history(record: Document | Event, changes: list[Change]) -> PublicHistory:
    """Of a published record and its changes, as they were loaded. The queries do not grow."""
    seen = Reader(record, changes).seen()
    shown, earlier = seen[:LINES], len(seen[LINES:])
    names = Names(named_in(shown))
    return PublicHistory([line(each, names) for each in shown], earlier)


# Steps: the rows before and after each transaction -----------------------------------------------


def changes_of(kind: type[Document | Event], key: Any) -> models.QuerySet[Change]:
    """Since it was published for the first time, the newest first. The key is text."""
    mine = Change.objects.filter(root_kind=kind._meta.model_name, root=key)
    published = mine.filter(
        table=kind._meta.db_table,
        operation=Operation.UPDATE,
        new__publication_state=PublicationState.PUBLISHED,
    )
    tables = [model._meta.db_table for model in PUBLIC]
    first = models.Subquery(published.order_by("pk").values("pk")[:1])
    return mine.filter(table__in=tables, pk__gte=first).order_by("-pk")[:MOST]


def steps_of(record: Document | Event, made: list[Change]) -> list[Step]:
    rows: dict[tuple[type[models.Model], str], list[Change]] = defaultdict(list)
    for change in made:
        rows[model_of(change.table), change.row].append(change)
    now = current(record, rows)
    steps = [
        step
        for (model, key), changes in rows.items()
        for step in backwards(model, key, changes, now.get((model, key)))
    ]
    return sorted(steps, key=lambda step: step.number, reverse=True)


def backwards(
    model: type[models.Model], key: str, changes: list[Change], state: Row | None
) -> Iterator[Step]:
    """From the row as it is, transaction by transaction, to what it was."""
    for transaction, of_transaction in groupby(changes, lambda c: (c.transaction, c.made_at)):
        after, numbers = state, []
        for change in of_transaction:
            numbers.append(change.pk)
            if change.operation == Operation.INSERT:
                state = None
            else:
                state = {**(state or {}), **change.old}
        yield Step(model, key, numbers[0], transaction, state, after)


def current(
    record: Document | Event, keys: Iterable[tuple[type[models.Model], str]]
) -> dict[tuple[type[models.Model], str], Row]:
    """The rows as they are, as the history writes them."""
    wanted: dict[type[models.Model], list[str]] = defaultdict(list)
    for model, key in keys:
        wanted[model].append(key)
    wanted.pop(type(record), None)
    asked = {model: model._base_manager.filter(pk__in=mine) for model, mine in wanted.items()}
    parts = {part: part.of(record, asked[part.model]) for part in parts_under(record, wanted)}
    found = gather({str(name): rows for name, rows in (asked | parts).items()})
    held = [(model, row) for model in wanted for row in found[str(model)]]
    rows = {(model, str(row.pk)): as_written(row) for model, row in [(type(record), record), *held]}
    ours = {part: {row.pk for row in found[str(part)]} for part in parts}
    return {
        (model, key): row
        for (model, key), row in rows.items()
        if is_under(record, model, row)
        and all(row[p.column] in {None, *ours[p]} for p in parts if p.model is model)
    }


class PartUnder(NamedTuple):
    """A column of rows under a part of a record, as of a citation of a party.

    The part may be another record's now.
    """

    model: type[models.Model]
    column: str
    root: str

    def of(self, record: Document | Event, rows: models.QuerySet) -> models.QuerySet:
        """The parts of these rows that are the record's."""
        parts = self.model._meta.get_field(self.column).related_model._base_manager
        return parts.filter(pk__in=rows.values(self.column), **{self.root: record.pk})


def parts_under(
    record: Document | Event, kinds: Iterable[type[models.Model]]
) -> Iterator[PartUnder]:
    for model in kinds:
        for kind, column, *part in (root.split() for root in roots_of(model)):
            if part and kind == record._meta.model_name:
                yield PartUnder(model, column, part[1])


def is_under(record: Document | Event, model: type[models.Model], row: Row) -> bool:
    """Whether the row stands under this record; what it says under another is not told here."""
    kind = record._meta.model_name
    roots = [root.split() for root in roots_of(model) if root.split()[0] == kind]
    direct = [row.get(root[1]) for root in roots if len(root) == 2]
    further = [row.get(root[1]) for root in roots if len(root) > 2]
    return record.pk in direct or (not any(direct) and any(further))


def as_written(row: models.Model) -> Row:
    values = ((field.column, getattr(row, field.attname)) for field in row._meta.concrete_fields)
    return {
        column: value.isoformat() if isinstance(value, datetime.date) else value
        for column, value in values
    }


# What a reader saw of it -------------------------------------------------------------------------


class Reader:
    def __init__(self, record: Document | Event, changes: list[Change]) -> None:
        self.record = record
        self.root = record.pk
        self.steps = steps_of(record, changes)
        self.own = [step for step in self.steps if step.model is type(record)]

    def seen(self) -> list[Seen]:
        since = self.not_before()
        return [seen for step in self.steps if step.number >= since for seen in self.seen_of(step)]

    def not_before(self) -> int:
        """A record that was withdrawn without its title begins anew when it comes back."""
        published = 0
        for step in self.own:
            before, after = state(step.before), state(step.after)
            if after == PublicationState.PUBLISHED != before:
                published = step.number
            for row in (step.before, step.after):
                if state(row) == PublicationState.WITHDRAWN and row["is_title_withheld"]:
                    return published
        return 0

    def seen_of(self, step: Step) -> Iterator[Seen]:
        was, is_ = self.publication(step)
        if step.model is type(self.record) and was != is_:
            if is_ == PublicationState.PUBLISHED:
                again = was == PublicationState.WITHDRAWN
                yield Seen(step, "republished" if again else "published")
            elif was == PublicationState.PUBLISHED:
                yield Seen(step, "withdrawn")
        elif was == is_ == PublicationState.PUBLISHED:
            yield from self.compared(step)

    def publication(self, step: Step) -> tuple[str, str]:
        """The record's publication state before and after a transaction."""
        then = self.record.publication_state
        for own in self.own:
            if own.transaction == step.transaction:
                return state(own.before), state(own.after)
            if own.number < step.number:
                return (state(own.after),) * 2
            then = state(own.before)
        return then, then

    def compared(self, step: Step) -> Iterator[Seen]:
        before, after = self.view(step, step.before, False), self.view(step, step.after, True)
        if before is None or after is None:
            if before is not None or after is not None:
                yield Seen(step, "removed" if after is None else "added", before, after)
            return
        shown = PUBLIC[step.model]
        for name in (*shown.values, *shown.silent):
            field = step.model._meta.get_field(name)
            if (before[field.column] or None) != (after[field.column] or None):
                yield Seen(step, "changed", before, after, field)

    def view(self, step: Step, row: Row | None, after: bool) -> Row | None:
        """The row as a reader saw it right before or after a transaction; None for nothing."""
        if row is None or not is_under(self.record, step.model, row):
            return None
        shown = PUBLIC[step.model]
        fields = (step.model._meta.get_field(name) for name in (*shown.values, *shown.silent))
        view = {field.column: row.get(field.column) for field in fields}
        if step.model in (Text, File):
            if not row.get("is_public") or step.key in self.taken_back[step.model]:
                return None
            return view if row.get("text_id") is None or row["text_id"] in self.texts else None
        if step.model is Citation and view["text_id"]:
            return view if view["text_id"] in self.texts else None
        if step.model is Relation:
            return self.view_of_relation(step, row, view, after)
        if step.model is Document and not self.was_public(Event, row.get("event_id"), step, after):
            view["event_id"] = None
        return view

    def view_of_relation(self, step: Step, row: Row, view: Row, after: bool) -> Row | None:
        """With the other end as its target, whichever end the record is."""
        is_ours = row.get("document_id") == self.root
        other = row.get("target_id") if is_ours else row.get("document_id")
        if other is None:
            return view if is_ours else None
        if not self.was_public(Document, other, step, after):
            return None
        words = "" if is_ours else RELATION_INVERSE.get(row.get("kind"), "")
        return {**view, "target_id": other, "target_text": "", "inverse": words}

    @cached_property
    def taken_back(self) -> dict[type[models.Model], set[str]]:
        """Those that were not public when last seen: what was taken back stays back."""
        last: dict[type[models.Model], dict[str, Row]] = {Text: {}, File: {}}
        for step in self.steps:
            row = step.after or step.before
            if step.model in last and row:
                last[step.model].setdefault(step.key, row)
        return {
            model: {key for key, row in rows.items() if not row.get("is_public")}
            for model, rows in last.items()
        }

    # Other records, which came before the public in their own time --------------------------

    def was_public(
        self, model: type[models.Model], key: int | None, step: Step, after: bool
    ) -> bool:
        """Whether another record was public then, and is today."""
        if key is None or key not in self.others[model]:
            return False
        steps = self.others[model][key]
        for number, transaction, state_ in steps:
            if transaction == step.transaction:
                if after:
                    return state_ == PublicationState.PUBLISHED
            elif number < step.number:
                return state_ == PublicationState.PUBLISHED
        return not steps  # published before there was a history

    @cached_property
    def texts(self) -> set[int]:
        """Those that are public today, of those that are cited or have files."""
        return {text.pk for text in self.beside["texts"]}

    @cached_property
    def others(self) -> dict[type[models.Model], dict[int, list[tuple]]]:
        """Those that are public today, and how each became what it is, the newest first."""
        found: dict = {Document: {}, Event: {}}
        for model, records in found.items():
            records |= {record.pk: [] for record in self.beside[model.__name__]}
            for change in self.beside[f"changes of {model.__name__}"]:
                if int(change.root) in records:
                    moment = (change.transaction, change.made_at)
                    state_ = change.new["publication_state"]
                    records[int(change.root)].append((change.pk, moment, state_))
        return found

    @cached_property
    def beside(self) -> Rows:
        """What the rows name, as far as its being public decides what they say."""
        named: dict[type[models.Model], set[Any]] = {Document: set(), Event: set(), Text: set()}
        for step in self.steps:
            for row in filter(None, (step.before, step.after)):
                if step.model is Relation:
                    named[Document] |= {row.get("document_id"), row.get("target_id")}
                elif step.model is Document:
                    named[Event].add(row.get("event_id"))
                elif step.model in (Citation, File):
                    named[Text].add(row.get("text_id"))
        return gather(
            {
                **standing(Document, named[Document] - {None, self.root}),
                **standing(Event, named[Event] - {None}),
                "texts": Text.objects.published().only("pk").filter(pk__in=named[Text] - {None}),
            }
        )


def standing(model: type[models.Model], keys: set[int]) -> dict[str, models.QuerySet]:
    """Which of them are public, and how each became what it is, the newest first."""
    kind = {"root_kind": model._meta.model_name, "table": model._meta.db_table}
    changes = Change.objects.filter(root__in=map(str, keys), **kind)
    return {
        model.__name__: model.objects.published().only("pk").filter(pk__in=keys),
        f"changes of {model.__name__}": changes.filter(new__has_key="publication_state").order_by(
            "-pk"
        ),
    }


def state(row: Row | None) -> str:
    return row["publication_state"] if row else ""


# In words ----------------------------------------------------------------------------------------


def named_in(seen: Iterable[Seen]) -> Iterator[tuple[type[models.Model], Any]]:
    """The records that the lines name."""
    for each in seen:
        for row in filter(None, (each.before, each.after)):
            for name in PUBLIC[each.step.model].values:
                field = each.step.model._meta.get_field(name)
                if field.is_relation and row[field.column] is not None:
                    yield field.related_model, row[field.column]


def line(seen: Seen, names: Names) -> Line:
    model, shown = seen.step.model, PUBLIC[seen.step.model]
    if seen.before is None and seen.after is None:
        return Line(seen.step.on, seen.done)
    is_own = model in (Document, Event)
    row = seen.after or seen.before
    kind = "" if is_own else capfirst(str(shown.words or model._meta.verbose_name))
    field = seen.field or (model._meta.get_field(shown.main) if shown.main else None)
    if model is Relation and seen.done != "changed":
        field = model._meta.get_field("target" if row["target_id"] else "target_text")
    before = after = None
    if field and field.name in shown.values:
        before, after = (value(field, state, names) for state in (seen.before, seen.after))
        if before == after:  # both too long to be shown whole
            before = after = None
    of_field = seen.field is not None and seen.field.name != shown.main
    return Line(
        seen.step.on,
        seen.done,
        kind or capfirst(str(field.verbose_name)),
        None if is_own else told(model, row, names),
        str(field.verbose_name) if of_field and not is_own else "",
        before,
        after,
    )


def told(model: type[models.Model], row: Row, names: Names) -> Words | None:
    if row.get("inverse"):
        return of_page(row["inverse"])
    fields = (model._meta.get_field(name) for name in PUBLIC[model].told_by)
    return next(filter(None, (value(field, row, names) for field in fields)), None)


def value(field: models.Field, row: Row | None, names: Names) -> Words | None:
    held = row and row[field.column]
    if held is None or held == "":
        return None
    if field.is_relation:
        return names.of(field.related_model, held)
    if isinstance(held, bool):
        return of_page(_("yes") if held else _("no"))
    if isinstance(field, (PartialDateField, models.DateField)):
        return of_page(dates.words(held) if dates.valid(held) else held)
    if isinstance(field, LanguageField):
        return of_page(languages.name(held))
    if isinstance(field, DurationField):
        return of_page(duration(held) or held)
    if field.choices:
        return of_page(dict(field.flatchoices).get(held, held))
    if not isinstance(held, str):
        return of_page(held)
    language = row["language"] if field.name == "text" else ""
    return Words(Truncator(held).chars(LONGEST), language or "")
