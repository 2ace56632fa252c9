"""From a row of somebody's table to the fields of the archive."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from agreements.exporting import flat
from agreements.exporting.shape import SCHEMES
from agreements.models.missing_value import MissingValue
from agreements.models.vocabulary import MissingReason, RelationKind

from . import citations
from .known import Known
from .own_exports import plain_cells
from .profiles import Profile, Use
from .remarks import Remark, error, warning
from .rows import Row
from .settling import settle
from .sides import Sides
from .signings import Signings
from .state_names import days_of
from .targets import TARGETS
from .values import Values, Work, number, unknown

__all__ = ["Converted", "Converter", "settle"]

# What is read on its own; all else is one value, or a list of values.
PARTIES = {name for name in TARGETS if name.startswith("side_") or name == "parties"}
SIGNINGS = {"signing_dates", "place", "place_name", "place_state"}
PAIRS = {"other_titles": "other_title_languages", "text_urls": "text_languages"}
OWN_WAY = {
    *PARTIES,
    *SIGNINGS,
    *PAIRS,
    *PAIRS.values(),
    *("title", "title_language", "identifiers", "subjects", "relations", "missing"),
    *("ended_on", "ended_as", "internal_note", "event"),
}
LONGEST_KEY = 200
HASH_DIGITS = 16


@dataclass(frozen=True)
class Converted:
    """What a row says.

    ``record`` has the fields of which the row says something, each as ``exporting.flat.wide()``
    writes the cell of a document that says the same: an empty cell says nothing. Of a body that
    the archive does not know yet there is the name (``side_1_agency_name``, ``place_name``)
    without a number; ``targets.BESIDES`` stand there, too. ``key`` is ``id:4821`` or the scheme
    and value of an identifier, ``import:wti-1232``; empty where nothing tells by what to know it
    again. Of a row with an error ``record`` holds what could be read.
    """

    number: int
    cells: dict[str, str]
    record: dict[str, str] = field(default_factory=dict)
    key: str = ""
    remarks: tuple[Remark, ...] = ()

    @property
    def is_refused(self) -> bool:
        return any(remark.is_error for remark in self.remarks)

    @property
    def is_warned(self) -> bool:
        return any(not remark.is_error for remark in self.remarks)


class Converter:
    """Converts the rows of one table; ``settle`` has settled what its profile left open."""

    def __init__(self, profile: Profile, known: Known) -> None:
        self.profile, self.known = profile, known
        self.values = Values(profile, known)
        self.sides, self.signings = Sides(self.values), Signings(self.values)
        self.simple = [name for name in TARGETS if name not in OWN_WAY and self.values.fills(name)]

    def convert(self, row: Row) -> Converted:
        if row.problems:
            broken = [error(problem.code, **problem.values) for problem in row.problems]
            return Converted(row.number, row.cells, remarks=tuple(broken))
        raw = plain_cells(row.cells) if self.profile.is_own else row.cells
        if refusal := self.values.reader.refusal(raw):
            return Converted(row.number, row.cells, remarks=(refusal,))
        work = Work(self.values.reader.cells(raw))
        self.read(work)
        key = self.key(work)
        return Converted(row.number, row.cells, work.record, key, tuple(work.remarks))

    def read(self, work: Work) -> None:
        for name in self.simple:
            if TARGETS[name].is_list:
                work.put_list(name, self.values.many(work, name))
            else:
                work.put(name, self.values.one(work, name))
        self.title(work)
        self.signings.read_dates(work)
        dates = flat.items(work.record.get("signing_dates", ""))
        dates = dates or flat.items(work.record.get("in_force_on", ""))
        self.sides.read(work, days_of(dates[-1] if dates else ""))
        self.signings.read(work)
        for name, languages in PAIRS.items():
            self.pairs(work, name, languages)
        for name, read in LISTS.items():
            self.listed(work, name, read)
        self.event(work)
        self.end(work)
        self.note(work)

    def title(self, work: Work) -> None:
        use, items = self.values.first_words(work, "title")
        title = " ".join(" ".join(items).split())
        language = use.language or self.values.one(work, "title_language")
        is_known = self.profile.is_own and work.cells.get("id")
        if title:
            work.put("title", title)
            work.put("title_language", language)
            if not language and not is_known:
                work.say(error("no_language", use.column))
        elif not is_known:
            work.say(error("no_title", use.column))

    def pairs(self, work: Work, name: str, languages: str) -> None:
        """Titles and texts, each with its language."""
        found: list[tuple[str, str]] = []
        for use in self.values.uses.get(name, ()):
            items = self.values.words(work, use)
            codes = [use.language] * len(items)
            if not use.language and any(items):
                codes = self.values.many(work, languages) or [""] * len(items)
            if len(codes) != len(items):
                work.say(error("uneven_lists", use.column, field=name, other=languages))
                return
            values = (self.values.value(work, use, item) if item else "" for item in items)
            found += zip(values, codes, strict=True)
        if self.profile.is_own and not found:  # texts that are here have no address
            found = [("", code) for code in self.values.many(work, languages)]
        kept = [pair for pair in dict.fromkeys(found) if any(pair)]
        work.put_list(name, [value for value, _code in kept])
        work.put_list(languages, [code for _value, code in kept])

    def listed(self, work: Work, name: str, read: Callable[..., list[str]]) -> None:
        found = [
            item
            for use, words in self.values.every(work, name)
            if words
            for item in read(self, work, use, words)
        ]
        work.put_list(name, list(dict.fromkeys(found)))

    # Lists of which an import adds items ----------------------------------------------------------

    def identifiers(self, work: Work, use: Use, words: str) -> list[str]:
        if use.reader == "citations":
            found = citations.identifiers(words)
        elif use.scheme:
            found = [(use.scheme, words)]
        else:
            scheme, colon, value = words.partition(":")
            if not colon or not value.strip():
                work.say(error("no_pair", use.column, value=words, form="unts:1249:173"))
                return []
            found = [(scheme.strip(), value.strip())]
        return [
            f"{code}:{' '.join(value.split())}"
            for scheme, value in found
            if (code := self.scheme(work, use, scheme))
        ]

    def scheme(self, work: Work, use: Use, scheme: str) -> str:
        code = self.known.codes(SCHEMES).get(scheme, "")
        if not code:
            unknown(work, use, TARGETS["identifiers"], scheme)
        return code

    def subjects(self, work: Work, use: Use, words: str) -> list[str]:
        slug = self.values.code(work, use, TARGETS["subjects"], words)
        return [slug] if slug else []

    def relations(self, work: Work, use: Use, words: str) -> list[str]:
        kind, colon, target = (part.strip() for part in words.partition(":"))
        if not colon or not target or kind not in RelationKind.values:
            work.say(error("no_pair", use.column, value=words, form="amends:4821"))
            return []
        if target.isdigit() and not self.known.has_document(int(target)):
            work.say(error("no_such_number", use.column, field="document", value=target))
            return []
        return [f"{kind}:{target}"]

    def missing(self, work: Work, use: Use, words: str) -> list[str]:
        """What the row says is not missing, whatever holds for all rows."""
        name, _colon, reason = (part.strip() for part in words.partition(":"))
        if name not in MissingValue.Field.values or reason not in MissingReason.values:
            work.say(error("no_pair", use.column, value=words, form="signed_on:not_recorded"))
            return []
        is_said = name == "signed_on" and "signing_dates" in work.record
        return [] if is_said and not use.column else [f"{name}:{reason}"]

    # The rest -------------------------------------------------------------------------------------

    def event(self, work: Work) -> None:
        use, items = self.values.first_words(work, "event")
        if not any(items):
            return
        event = number(work, use, items[0])
        if event and int(event) not in self.known.event_numbers:
            work.say(error("no_such_number", use.column, field="event", value=event))
            return
        work.put("event", event)

    def end(self, work: Work) -> None:
        """That it ended, but not when, is only compared with the status that is computed."""
        ended_on = self.values.one(work, "ended_on")
        ended_as = self.values.one(work, "ended_as") if ended_on else ""
        if ended_on and ended_as:
            work.put("ended_on", ended_on)
            work.put("ended_as", ended_as)
        elif ended_on:
            work.say(warning("ended_without_how", date=ended_on))

    def note(self, work: Work) -> None:
        said = [words for _use, words in self.values.every(work, "internal_note") if words]
        kept = [
            f"{column}: {work.cells[column]}"
            for column in self.profile.notes
            if work.cells.get(column)
        ]
        work.put("internal_note", "\n".join([*said, *kept]))

    def key(self, work: Work) -> str:
        """Kept as an identifier, too, unless it is the document's own number."""
        if self.profile.is_own:
            return self.own_key(work)
        key = self.profile.key
        value = work.cells.get(key.column, "") if key.column else ""
        if key.after and value:
            value = value.rpartition(key.after)[2] if key.after in value else ""
        if not value and any(work.cells.get(column) for column in key.hashed):
            value = hashed([work.cells.get(column, "") for column in key.hashed])
        if not value:
            return ""
        value = " ".join(f"{key.prefix}{value}".split())
        if len(value) > LONGEST_KEY:
            work.say(error("long_key", key.column, limit=LONGEST_KEY))
            return ""
        others = flat.items(work.record.get("identifiers", ""))
        work.put_list("identifiers", list(dict.fromkeys([f"{key.scheme}:{value}", *others])))
        return f"{key.scheme}:{value}"

    def own_key(self, work: Work) -> str:
        use = Use("id", "event_position")
        own = number(work, use, work.cells["id"]) if work.cells.get("id") else ""
        return f"id:{own}" if own else ""


LISTS: dict[str, Callable[..., list[str]]] = {
    "identifiers": Converter.identifiers,
    "subjects": Converter.subjects,
    "relations": Converter.relations,
    "missing": Converter.missing,
}


def hashed(values: list[str]) -> str:
    """The same for the same words, whatever spaces stand between them."""
    joined = "\0".join(" ".join(value.split()) for value in values)
    return hashlib.sha256(joined.encode()).hexdigest()[:HASH_DIGITS]
