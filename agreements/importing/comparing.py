"""What a row says that the archive does not: what would be written, and how that looks to a clerk.

A row adds and corrects, and takes nothing away: what it does not say stays as it is. What is not in
the archive yet is compared with nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from agreements.exporting.flat import IN_FORCE, NOTICE, cell, joined, of_kind
from agreements.models import (
    Action,
    Citation,
    DocumentSubject,
    DocumentTitle,
    Identifier,
    MissingValue,
    Party,
    Signatory,
    Signing,
    StatusOverride,
    Text,
)

from .directory import Directory
from .held import Held
from .said import Body, Publication, Said, line

Pairs = list[tuple[dict, dict | None]]


@dataclass(frozen=True)
class RowWrite:
    """A row under the document: a new one, or new values of the one with this key.

    ``Body`` and ``Publication`` among the values stand for the numbers that they will have.
    """

    model: type[models.Model]
    pk: int | None
    values: dict[str, Any]


@dataclass
class Plan:
    """``differences`` are cells by field, before and after."""

    said: Said
    held: Held
    differences: dict[str, list[str]] = field(default_factory=dict)
    columns: dict[str, Any] = field(default_factory=dict)
    rows: list[RowWrite] = field(default_factory=list)
    relations: list[tuple[str, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.differences)

    def differ(self, name: str, before: str, after: str) -> None:
        if before != after:
            self.differences[name] = [before, after]

    def add(self, model: type[models.Model], **values: Any) -> None:
        self.rows.append(RowWrite(model, None, values))

    def change(self, model: type[models.Model], pk: int, **values: Any) -> None:
        self.rows.append(RowWrite(model, pk, values))


class Comparing:
    """``ends`` are the documents that relations name, by the words that name them."""

    def __init__(self, directory: Directory, ends: Mapping[str, int]) -> None:
        self.directory = directory
        self.ends = ends

    def plan(self, said: Said, held: Held) -> Plan:
        plan = Plan(said, held)
        for compare in STEPS:
            compare(self, plan)
        return plan

    def plain(self, plan: Plan) -> None:
        for name, value in plan.said.plain.items():
            now = plan.held.plain(name)
            if not is_same(value, now):
                plan.columns[COLUMNS.get(name, name)] = value
                plan.differ(name, cell(now), cell(value))

    def titles(self, plan: Plan) -> None:
        """The title is corrected, others are added."""
        held = plan.held.record["titles"]
        shown = [
            {"language": t["language"], "worded_by": t["worded_by"]}
            for t in held
            if not t["is_variant"]
        ]
        if (said := plan.said.title) and not stands(said, held, "text", "language"):
            if plain := first(held, language=said["language"], is_variant=False):
                plan.change(DocumentTitle, plain["id"], text=said["text"])
                plan.differ("title", plain["text"], said["text"])
            else:
                plan.add(DocumentTitle, **said, is_variant=False)
                plan.differ("title", cell(plan.held.record.get("title")), said["text"])
                shown.append(said)
        held = [*held, *([said] if said else [])]
        new = [t for t in plan.said.other_titles if not stands(t, held, "text", "language")]
        for title in new:
            kind = {"language": title["language"], "worded_by": "source"}
            is_variant = stands(kind, shown, *kind)
            plan.add(DocumentTitle, **kind, text=title["text"], is_variant=is_variant)
            shown.append(kind)
        added(plan, "other_titles", [t["text"] for t in held], [t["text"] for t in new])

    def parties(self, plan: Plan) -> None:
        for number, said in plan.said.sides.items():
            held = plan.held.side(number)
            pairs = self.paired(said, held)
            self.write_parties(plan, number, pairs, len(held))
            for name in ("state", "acting_as", "name_as_written", "role"):
                replaced(plan, f"side_{number}_{name}", held, pairs, name, cell)
            replaced(plan, f"side_{number}_agency", held, pairs, "agency", self.words)

    def write_parties(self, plan: Plan, side: int, pairs: Pairs, position: int) -> None:
        for said, held in pairs:
            if held is None:
                plan.add(Party, side=side, position=position, **self.columns(said))
                position += 1
            elif not self.says(held, said):
                plan.change(Party, held["id"], **self.columns(said))

    def signings(self, plan: Plan) -> None:
        held = plan.held.record["signings"]
        pairs = self.paired(plan.said.signings, held)
        self.write(plan, Signing, pairs)
        replaced(plan, "signing_dates", held, pairs, "signed_on", cell)
        replaced(plan, "place", held, pairs, "place", self.words)
        replaced(plan, "place_state", held, pairs, "state", cell)

    def signatories(self, plan: Plan) -> None:
        held = plan.held.record["signatories"]
        new = [said for said in plan.said.signatories if not stands(said, held, *given(said))]
        for said in new:
            plan.add(Signatory, **said)
        added(plan, "signatories", [p["person"] for p in held], [p["person"] for p in new])

    def steps(self, plan: Plan) -> None:
        for kind, said, fields in (
            (IN_FORCE, plan.said.entries_into_force, {"in_force_on": "effective_on"}),
            (
                NOTICE,
                plan.said.notices,
                {"notice_given_on": "done_on", "notice_effective_on": "effective_on"},
            ),
        ):
            held = of_kind(plan.held.record["actions"], kind)
            pairs = self.paired(said, held)
            self.write(plan, Action, pairs, kind=str(kind))
            for name, column in fields.items():
                replaced(plan, name, held, pairs, column, cell)

    def identifiers(self, plan: Plan) -> None:
        held = [(row["scheme"], line(row["value"])) for row in plan.held.record["identifiers"]]
        new = [pair for pair in plan.said.identifiers if pair not in held]
        for scheme, value in new:
            plan.add(Identifier, scheme_id=scheme, value=value)
        added(plan, "identifiers", map(":".join, held), map(":".join, new))

    def subjects(self, plan: Plan) -> None:
        held = [row["subject"] for row in plan.held.record["subjects"]]
        new = [slug for slug in plan.said.subjects if slug not in held]
        for slug in new:
            plan.add(DocumentSubject, subject_id=Subject(slug))
        added(plan, "subjects", held, new)

    def relations(self, plan: Plan) -> None:
        """Written later than all else, since the other end may be of the same table."""
        held = plan.held.record["relations"]
        known = {(row["kind"], row["target"]) for row in held}
        known |= {(row["kind"], line(row["target_text"] or "")) for row in held}
        for kind, end in plan.said.relations:
            if (kind, self.ends.get(end, end)) not in known:
                plan.relations.append((kind, end))
        before = [f"{row['kind']}:{row['target'] or row['target_text']}" for row in held]
        added(plan, "relations", before, map(":".join, plan.relations))

    def texts(self, plan: Plan) -> None:
        """A text without words or an address could not be kept."""
        held = plan.held.record["texts"]
        new = [t for t in plan.said.texts if t["url"] and not stands(t, held, *given(t))]
        for text in new:
            plan.add(Text, language=text["language"] or "und", url=text["url"])
        added(plan, "text_urls", [t["url"] for t in held], [t["url"] for t in new])

    def missing(self, plan: Plan) -> None:
        for name, reason in plan.said.missing:
            row = first(plan.held.missing, field=name)
            if row is None:
                plan.add(MissingValue, field=name, reason=reason)
            elif row["reason"] != reason:
                plan.change(MissingValue, row["id"], reason=reason)
            else:
                continue
            before = f"{name}:{row['reason']}" if row else ""
            plan.differ("missing", before, f"{name}:{reason}")

    def ending(self, plan: Plan) -> None:
        if plan.said.ending is None:
            return
        status, day = plan.said.ending
        row = first(plan.held.overrides, effective_on=day)
        if row is None:
            origin = plan.said.origin
            values = {"status": status, "effective_on": day, "reason": origin.reason}
            source = plan.said.source or origin.publication
            plan.add(StatusOverride, **values, source_id=source)
        elif row["status"] != status:
            plan.change(StatusOverride, row["id"], status=status)
        else:
            return
        plan.differ("ended_as", row["status"] if row else "", status)
        plan.differ("ended_on", row["effective_on"] if row else "", day)

    def citations(self, plan: Plan) -> None:
        for source, quote in plan.said.citations:
            if not any(cites(row, source, quote) for row in plan.held.citations):
                plan.add(Citation, source_id=source, quote=quote)
                plan.differ("source", "", str(source))

    # Rows that stand in a list ----------------------------------------------------------------

    def paired(self, said: Sequence[dict], held: Sequence[dict]) -> Pairs:
        """Each with the row that says it already, else with the first one that is left."""
        left = list(held)
        found: list[dict | None] = []
        for item in said:
            row = next((row for row in left if self.says(row, item)), None)
            found.append(row)
            left = [other for other in left if other is not row]
        rest = iter(left)
        return [(item, row or next(rest, None)) for item, row in zip(said, found, strict=True)]

    def says(self, row: Mapping[str, Any], item: Mapping[str, Any]) -> bool:
        return all(is_same(self.plain_value(value), row[name]) for name, value in item.items())

    def plain_value(self, value: Any) -> Any:
        if isinstance(value, Body):
            return self.directory.number(value) or value
        return value

    def words(self, value: Any) -> str:
        """A number, or what will have one."""
        value = self.plain_value(value)
        return value.name if isinstance(value, Body) else cell(value)

    def columns(self, item: Mapping[str, Any]) -> dict[str, Any]:
        """As the model calls them; states by their keys."""
        values = {COLUMNS.get(name, name): value for name, value in item.items()}
        if "state_id" in values:
            values["state_id"] = self.directory.states.get(values["state_id"])
        return values

    def write(self, plan: Plan, model: type[models.Model], pairs: Pairs, **more: Any) -> None:
        for said, held in pairs:
            if held is None:
                plan.add(model, **self.columns(said), **more)
            elif not self.says(held, said):
                plan.change(model, held["id"], **self.columns(said))


STEPS: tuple[Callable[[Comparing, Plan], None], ...] = (
    Comparing.plain,
    Comparing.titles,
    Comparing.parties,
    Comparing.signings,
    Comparing.signatories,
    Comparing.steps,
    Comparing.identifiers,
    Comparing.subjects,
    Comparing.relations,
    Comparing.texts,
    Comparing.missing,
    Comparing.ending,
    Comparing.citations,
)
COLUMNS = {
    "state": "state_id",
    "agency": "agency_id",
    "place": "place_id",
    "event": "event_id",
    "type": "type_id",
}


@dataclass(frozen=True)
class Subject:
    """Stands for the number of the subject."""

    slug: str


def is_same(said: Any, held: Any) -> bool:
    """Spaces apart, and whatever stands for nothing."""
    if isinstance(said, str) and isinstance(held, str):
        return line(said) == line(held)
    return said == held or (said in ("", None) and held in ("", None))


def first(rows: Iterable[dict], **values: Any) -> dict | None:
    return next((row for row in rows if all(row[k] == v for k, v in values.items())), None)


def given(item: Mapping[str, str]) -> list[str]:
    return [name for name, value in item.items() if value]


def stands(item: Mapping[str, Any], rows: Iterable[Mapping[str, Any]], *names: str) -> bool:
    return any(all(is_same(item[name], row[name]) for name in names) for row in rows)


def cites(row: Mapping[str, str], source: Publication, quote: str) -> bool:
    is_source = all(
        not value or is_same(value, row[f"source__{name}"]) for name, value in source.words.items()
    )
    return is_source and (not quote or is_same(quote, row["quote"]))


def added(plan: Plan, name: str, before: Iterable[str], new: Iterable[str]) -> None:
    before, new = list(before), list(new)
    if new:
        plan.differ(name, joined(before), joined([*before, *new]))


def replaced(
    plan: Plan,
    name: str,
    held: Sequence[dict],
    pairs: Pairs,
    column: str,
    words: Callable[[Any], str],
) -> None:
    """How a list looks before and after: rows that no item is paired with stay."""
    said = {id(row): item for item, row in pairs if row is not None and column in item}
    after = [words(said.get(id(row), row)[column]) for row in held]
    after += [words(item.get(column)) for item, row in pairs if row is None]
    before = [words(row[column]) for row in held]
    if [line(x) for x in before] != [line(x) for x in after]:
        plan.differ(name, joined(before), joined(after))
