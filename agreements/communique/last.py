"""Languages in which the type stands last: "A bilan B o'rtasida ... to'g'risidagi memorandum".

A title is read from its type to the left: over its subject, and over the parties where they stand
right before it ("between A and B"), up to the words after which a title may begin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .before import Front, after_lead, front, is_head_name, last_of, parties_before
from .bodies import Parties
from .distribution import elements
from .instruments import Instrument, instruments
from .layout import Block
from .proposal import NotSignedNow, Party, Said, Span
from .reading import Reading
from .script import trimmed
from .titles import content
from .totals import number_before

if TYPE_CHECKING:
    from .documents import Gathering
    from .drafts import Draft

YEARS = re.compile(r"\s*\([^()\n]{0,12}(?:19|20)\d\d[^()\n]{0,14}\)")
SUFFIX = re.compile(r"'\w{1,8}")
SEPARATOR = re.compile(r"[\"'»)\]]*\s*(?:[,;]|$)")
# Of these a ceremony has one, which needs no subject.
ONCE = frozenset({"joint_statement", "joint_declaration", "communique"})
VERBS = ("was_signed", "signed")
WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
WITHIN = 60
BEFORE = 250
LONGEST_LINE = 500


@dataclass
class Walk:
    """Where one sentence is being read. ``begin``: what is before belongs to no later title."""

    span: Span
    begin: int
    is_listing: bool
    older_from: int
    shared: Front | None = None


def sentence(gathering: Gathering, span: Span) -> None:
    """All documents of one sentence, each with what stands before its type."""
    reading = gathering.reading
    named = [one for one in instruments(reading, span.start, span.end) if not one.is_again]
    walk = Walk(span, span.start, is_listing(gathering, span), span.start)
    for number, one in enumerate(named):
        if number + 1 < len(named) and is_nested(reading, one, named[number + 1]):
            walk.older_from = one.end
            continue
        why = standing(reading, walk, one)
        if why == "now":
            now(gathering, walk, one, len(named) == 1)
        elif why:
            not_now(gathering, walk, one, why)
        walk.begin = walk.older_from = after(reading, one, span.end)
        following = named[number + 1].core.start if number + 1 < len(named) else span.end
        if verb := verb_after(reading, one.end, following):
            walk.shared = None
            walk.begin = walk.older_from = reading.skip_space(verb.end(), span.end, ",;")


def is_listing(gathering: Gathering, span: Span) -> bool:
    """A list goes on here, or begins with "among the signed documents are", "as follows:"."""
    reading = gathering.reading
    return gathering.is_listing or bool(
        reading.search("listing", span.start, span.end)
        and reading.search("signing", max(0, span.start - BEFORE), span.end)
    )


def is_nested(reading: Reading, one: Instrument, following: Instrument) -> bool:
    """As in "The protocol on carrying out the agreement": no mark, no conjunction, between."""
    place = closed(reading, one.end, following.core.start)
    if following.is_paper or SEPARATOR.match(reading.plain, place, following.core.start + 1):
        return False
    begin = reading.skip_space(place, following.core.start)
    if one.is_paper and reading.plain[begin] in "–-:":
        return False
    if reading.match("conjunction", begin, following.core.start):
        return False
    return verb_after(reading, one.end, following.core.start) is None


def closed(reading: Reading, place: int, limit: int) -> int:
    """Behind the closing quotation mark and the case ending that an apostrophe sets off."""
    for pattern in (re.compile(r"[\"»]"), SUFFIX, re.compile(r"[\"»]")):
        if match := pattern.match(reading.plain, place, limit):
            place = match.end()
    return place


def after(reading: Reading, one: Instrument, limit: int) -> int:
    """Behind the document and the mark or conjunction that leads to the next one."""
    marks = ',;"»)–-' if one.is_paper else ',;"»)'
    begin = reading.skip_space(closed(reading, one.end, limit), limit, marks)
    if match := reading.match("conjunction", begin, limit):
        begin = match.end()
    return reading.skip_space(begin, limit, ",")


def verb_after(reading: Reading, start: int, end: int) -> re.Match[str] | None:
    """The first word of conclusion behind the title."""
    found = [match for name in VERBS if (match := reading.search(name, start, end))]
    return min(found, key=lambda match: match.start(), default=None)


def standing(reading: Reading, walk: Walk, one: Instrument) -> str:
    """Return "now" for what was signed now, why it was not, or nothing where it is only told of."""
    end = walk.span.end
    verb = verb_after(reading, one.end, end)
    until = verb.start() if verb else end
    before = not verb and reading.search("planned", walk.older_from, one.core.start)
    if before or reading.search("planned", one.end, until):
        return "planned"
    if reading.search("older", walk.older_from, until):
        return "older"
    if verb and not reading.search("older", verb.start(), min(end, verb.end() + 20)):
        return "now"
    return "now" if walk.is_listing and not verb else "older" if verb else ""


# What is now -------------------------------------------------------------------------------------


def now(gathering: Gathering, walk: Walk, one: Instrument, is_alone: bool) -> None:
    reading = gathering.reading
    found = front(reading, walk.begin, one.core.start, walk.span)
    number = number_before(reading, one.core.start, walk.begin)
    each = reading.search("each", found.start, one.core.start)
    if each or one.is_plural or (number and number[0] > 1):
        count = number[0] if number and number[0] > 1 else None
        place = each.start() if each else number[1] if count else one.core.start
        several(gathering, walk, one, found, place, count)
        return
    if one.is_paper:
        if is_alone and has_subject(reading, found.start, one):
            add(gathering, walk, one, found)
        return
    is_bare = not content(reading, found.start, one.core.start)
    if is_bare and not found.parties and not is_object(gathering, walk, one):
        return
    draft = add(gathering, walk, one, found)
    draft.is_definite = is_bare and not found.parties


def is_object(gathering: Gathering, walk: Walk, one: Instrument) -> bool:
    """A mere word for a type is a document only beside the verb, and if none was told before."""
    reading = gathering.reading
    if any(draft.code == one.code for draft in gathering.drafts):
        return False
    if one.code in ONCE:
        return True
    verb = verb_after(reading, one.end, walk.span.end)
    near = verb is not None and verb.start() - one.end < 16
    return near and (not gathering.drafts or " " in reading.plain[one.core.start : one.core.end])


def has_subject(reading: Reading, start: int, one: Instrument) -> bool:
    """As in "Documents on X": the papers have a subject right before them, and no vague number."""
    if reading.search("some", max(start, one.core.start - 20), one.core.start):
        return False
    near = reading.search("subject", max(start, one.core.start - 24), one.core.start)
    return near is not None and near.start() > start


def several(
    gathering: Gathering, walk: Walk, one: Instrument, found: Front, end: int, count: int | None
) -> None:
    """As in "A, B ve C alanlarında üç mutabakat zaptı": a document for each subject."""
    reading = gathering.reading
    if reading.search("some", max(walk.span.start, end - 20), end) or found.start >= end:
        return
    fields = re.compile(reading.grammar.field_words or r"(?!)")
    field = last_of(fields.finditer(reading.plain, found.topic + 1, end))
    parts = elements(reading, found.topic, field.start() if field else end, count)
    if len(parts) > 1 and count in (None, len(parts)) and (field or not one.is_paper):
        for part in parts:
            add(gathering, walk, one, found, part)
    elif count is None and has_subject(reading, found.start, one):
        add(gathering, walk, one, found)


def add(
    gathering: Gathering, walk: Walk, one: Instrument, found: Front, part: Span | None = None
) -> Draft:
    reading = gathering.reading
    title = part or with_years(reading, trimmed(reading.text, found.start, one.end))
    if found.is_subject:
        walk.shared = found
    parties = found.parties or (walk.shared.parties if walk.shared else None) or gathering.header
    draft = gathering.add(one, title, parties, walk.span, elliptical=part is not None)
    draft.code = code_of(reading, draft)
    draft.parties = as_cities(reading, draft, found.topic)
    with_heads(reading, draft, walk, title)
    return draft


def as_cities(reading: Reading, draft: Draft, topic: int) -> tuple[Party, ...]:
    """Mere names are cities where the title says so: "A ile B arasında kardeş şehir anlaşması"."""
    bodies = draft.found.bodies if draft.found else ()
    if len(bodies) != len(draft.parties) or not reading.search("head:city", topic, draft.title.end):
        return draft.parties
    return tuple(
        party if one.has_head or one.is_state else replace(party, kind="city")
        for one, party in zip(bodies, draft.parties, strict=True)
    )


def with_years(reading: Reading, title: Span) -> Span:
    """As in "Eylem Planı (2024-2026)"."""
    match = YEARS.match(reading.plain, title.end)
    return Span(title.start, match.end()) if match else title


def code_of(reading: Reading, draft: Draft) -> str:
    """What firms call a contract is a treaty where states conclude it."""
    core = draft.type_span
    if not reading.match("treaties", core.start, core.end):
        return draft.code
    return draft.code if any(p.kind != "state" for p in draft.parties) else "treaty"


def not_now(gathering: Gathering, walk: Walk, one: Instrument, why: str) -> None:
    reading = gathering.reading
    found = front(reading, walk.begin, one.core.start, walk.span)
    title = trimmed(reading.text, found.start, one.end)
    if content(reading, title.start, one.core.start):
        not_now_title(gathering, one, title, why)


def not_now_title(gathering: Gathering, one: Instrument, title: Span, why: str) -> None:
    if not one.is_paper:
        said = Said(gathering.reading.said(title), title)
        gathering.not_now.append(NotSignedNow(said, why))


# Lines without a marker --------------------------------------------------------------------------


def is_unmarked_item(reading: Reading, blocks: list[Block], number: int) -> bool:
    """A line that is a title, after a colon or beside another such line."""
    before = blocks[number - 1] if number else None
    if not is_title(reading, blocks[number]):
        return False
    if before and reading.plain[before.span.end - 1] == ":":
        return True
    beside = (blocks[place] for place in (number - 1, number + 1) if 0 <= place < len(blocks))
    return any(is_title(reading, block) for block in beside)


def is_title(reading: Reading, block: Block) -> bool:
    """A single phrase without a verb that ends with a type."""
    start, end = block.span.start, block.span.end
    if block.kind != "paragraph" or len(block.sentences) > 1 or end - start > LONGEST_LINE:
        return False
    typed = last_of(reading.grammar.type_pattern.finditer(reading.plain, start, end))
    if typed is None or reading.plain[closed(reading, typed.end(), end) : end].strip(" ;,.》"):
        return False
    return verb_after(reading, start, end) is None


# Items -------------------------------------------------------------------------------------------


def item(gathering: Gathering, block: Block, one: Instrument) -> None:
    """An item of a list is a title from its first word to its type."""
    reading = gathering.reading
    begin = block.span.start
    found = front(reading, begin, one.core.start, block.span, in_item=True)
    quote = (
        '"' if reading.plain[begin] == '"' and reading.plain.count('"', begin, one.end) == 1 else ""
    )
    title = with_years(reading, trimmed(reading.text, begin + len(quote), one.end))
    draft = gathering.add(one, title, found.parties or gathering.header, block.span)
    draft.code = code_of(reading, draft)
    draft.parties = as_cities(reading, draft, found.topic)
    draft.is_item = True


def header_parties(reading: Reading, span: Span) -> Parties | None:
    """Bodies of a whole list: "A bilan B o'rtasida quyidagilar imzolandi:"; two states are none."""
    match = reading.search("between", span.start, span.end)
    if match is None:
        return None
    found = parties_before(reading, after_lead(reading, span.start, match.start()), match.start())
    if found is None or found.collective or all(one.is_state for one in found.bodies):
        return None
    return found


# Heads -------------------------------------------------------------------------------------------


def with_heads(reading: Reading, draft: Draft, walk: Walk, title: Span) -> None:
    draft.heads_span = signed_by_heads(reading, walk, title)
    draft.by_heads = draft.heads_span is not None


def signed_by_heads(reading: Reading, walk: Walk, title: Span) -> Span | None:
    """The words before or behind the title that say that the heads themselves signed it."""
    verb = verb_after(reading, title.end, walk.span.end)
    if verb is None:
        return None
    start = walk.span.start
    for match in reading.find("presence", start, title.start):
        start = match.end()
        if reading.grammar.verb_last and (comma := reading.plain.find(",", start, title.start)) > 0:
            start = comma
    for match in reading.find("between", start, title.start) if reading.grammar.type_last else ():
        start = match.end()
    spans = [Span(start, title.start), Span(title.end, verb.start())]
    if reading.match("was_signed", verb.start(), verb.end()):
        spans = [by for span in spans if (by := agents(reading, span))]
    for span in spans:
        if found := ruler(reading, span):
            return found
    return None


def agents(reading: Reading, span: Span) -> Span | None:
    """Who stands before "tarafından": of a passive verb only they have signed."""
    match = reading.search("by", span.start, span.end)
    if match and reading.grammar.verb_last:
        return Span(match.end(), min(span.end, match.end() + WITHIN))
    return Span(max(span.start, match.start() - WITHIN), match.end()) if match else None


def is_owner(reading: Reading, match: re.Match[str], end: int) -> bool:
    """As in "The visit of the president": the word or the name behind it is in the genitive."""
    if not reading.grammar.genitive:
        return False
    near = min(end, match.end() + WITHIN)
    comma = reading.plain.find(",", match.end(), near)
    words = [
        match[0],
        *(w[0] for w in WORDS.finditer(reading.plain, match.end(), comma if comma > 0 else near)),
    ]
    return any(reading.grammar.find("genitive").fullmatch(word) for word in words[:4])


def ruler(reading: Reading, span: Span) -> Span | None:
    if reading.search("ministers", span.start, span.end):
        return None
    for match in reading.find("rulers", span.start, span.end):
        before = reading.plain[max(0, match.start() - 28) : match.start()]
        behind = reading.grammar.find("not_ruler_of").match(reading.plain, match.end())
        if is_owner(reading, match, span.end):
            continue
        if not behind and not reading.grammar.find("not_rulers").search(before + "¶"):
            return Span(*match.span())
    for word in reading.words(span.start, span.end):
        if is_head_name(reading, word) and reading.text[word.start()].isupper():
            return Span(*word.span())
    return None
