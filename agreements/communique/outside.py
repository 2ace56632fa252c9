"""Parties that stand outside the title: before the verb, behind it, in the heading of a list."""

from __future__ import annotations

import re

from . import last as last_reader
from .bodies import Body, Parties, body
from .days import written_dates
from .employers import employers
from .instruments import Instrument, instruments
from .layout import Block
from .phrases import parse_parties
from .proposal import Span
from .reading import Reading, trim_tail
from .titles import Title, content, first_stop, signed_by

# "SUVA - ", "ZAGREB, 12. studenoga (HIA) – " before the first sentence.
# So far behind a title "by" may stand where no verb does.
NEAR = 40
DATELINE = re.compile(r"[^\W\d_]{2,}[^\n;:]{0,48}?\s[-–—]\s+(?=[^\W\d_])")


def outside(
    reading: Reading,
    one: Instrument,
    title: Title,
    named: list[Instrument],
    number: int,
    span: Span,
    limit: int,
) -> Parties | None:
    after = title.verb.end if title.verb else title.span.end
    for match in reading.find("between", after, limit):
        found = parse_parties(reading, match.end(), limit)
        if found:
            return found
    if (dash := re.search(r"[–-]\s*$", reading.plain[span.start : one.start])) and number:
        for match in reading.find("clauses", named[number - 1].end, one.start):
            return parse_parties(reading, match.end(), span.start + dash.start())
    if found := agent(reading, title, limit):
        return found
    if found := gapped(reading, one, named, number):
        return found
    if subject := subject_parties(reading, one, own_clause(reading, one, named, number, span)):
        return subject
    if reading.plain[one.start - 1 : one.start] == '"' and number:
        found = parse_parties(reading, named[number - 1].end, one.start)
        comma = reading.plain.rfind('"', named[number - 1].end, one.start - 1)
        found = parse_parties(reading, comma + 1, one.start - 1) if comma > 0 else found
        if found:
            return found
    if found := of_ordinal(reading, span.start, one.start):
        return found
    if not number and (match := reading.search("between", span.start, one.start)):
        found = parse_parties(reading, match.end(), one.start)
        if found and not all(b.is_state for b in found.bodies):
            return found
    if found := employers(reading, after, span.end) or employers(reading, span.start, one.start):
        return found
    by = None if title.verb else reading.search("by", title.span.end, limit)
    if by and by.start() - title.span.end < NEAR:
        return signed_by(reading, by.end(), limit)
    return None


def of_ordinal(reading: Reading, start: int, end: int) -> Parties | None:
    """As in "The third was concluded by A and B: a memorandum": who signed, and a colon."""
    if not reading.plain[start:end].rstrip().endswith(":"):
        return None
    verb = reading.search("was_signed", start, end)
    by = reading.search("by", verb.end(), end) if verb else None
    return signed_by(reading, by.end(), end) if by and by.start() - verb.end() < 3 else None


def gapped(
    reading: Reading, one: Instrument, named: list[Instrument], number: int
) -> Parties | None:
    """As in "..., and the Directorate C and the firm D a contract": the verb is not said again."""
    if not number or one.start == one.span.start:
        return None
    for match in reading.find("conjunction", named[number - 1].end, one.start):
        found = parse_parties(reading, match.end(), one.start)
        if (
            found
            and found.bodies
            and found.span.end >= one.start - 3
            and are_signing(reading, found)
        ):
            return found
        break
    return None


def own_clause(
    reading: Reading, one: Instrument, named: list[Instrument], number: int, span: Span
) -> Span:
    """From the clause on that has a subject and a verb of its own: "..., while A and B sealed"."""
    if not number:
        return span
    previous = named[number - 1].end
    for match in reading.find("clauses", previous, one.start):
        if reading.search("signed", match.end(), one.start):
            return Span(match.end(), span.end)
    return span


def agent(reading: Reading, title: Title, limit: int) -> Parties | None:
    """As in "Den Vertrag unterzeichneten A und B": who stands behind an active verb."""
    if not (reading.grammar.agent_after_verb or reading.grammar.bare_agent):
        return None
    after = min(limit, title.span.end + 20)
    verb = title.verb or reading.search("was_signed", title.span.end, after)
    if verb is None:
        return None
    end = verb.end if isinstance(verb, Span) else verb.end()
    return signed_by(reading, reading.skip_space(end, limit), limit)


def subject_parties(reading: Reading, one: Instrument, span: Span) -> Parties | None:
    """As in "A and B signed an MoU", "A signed an MoU with B; another with C"."""
    verbs = list(reading.find("signed", span.start, one.start))
    if not verbs:
        return None
    verb = (
        verbs[-1]
        if len(verbs) > 1
        and not re.search(r"\b(?:was|were|been)\s*$", reading.plain[span.start : verbs[-1].start()])
        else verbs[0]
    )
    start = subject_start(reading, span, verb.start())
    for begin in subject_starts(reading, start, verb.start()):
        found = parse_parties(reading, begin, verb.start())
        if found and (
            are_signing(reading, found)
            or (one.code == "twinning_agreement" and are_twins(reading, found))
        ):
            alone = len(found.bodies) == 1
            return (alone and with_companion(reading, one, start, verb.start(), span)) or found
    if reading.grammar.subject_after_verb and (found := behind_verb(reading, one, verb.end())):
        return found
    return with_companion(reading, one, start, verb.start(), span)


def behind_verb(reading: Reading, one: Instrument, start: int) -> Parties | None:
    """As in "Firmaron A y B un acuerdo": the subject between the verb and the document."""
    if reading.grammar.type_pattern.search(reading.plain, start, one.core.start):
        return None
    found = parse_parties(reading, start, one.start)
    found = found if found and (found.collective or len(found.bodies) > 1) else None
    if found is None and (match := reading.search("with_", start, one.start)):
        pair = body(reading, start, match.start()), body(reading, match.end(), one.start)
        if all(one and (one.has_head or one.is_closed) for one in pair):
            found = Parties(pair, Span(start, one.start), 8)
    return found if found and are_signing(reading, found) else None


def subject_starts(reading: Reading, start: int, verb: int) -> list[int]:
    """The start of the sentence, and that of its last clause: "watched as A and B signed"."""
    clauses = [match.end() for match in reading.find("conjunctives", start, verb)]
    officers = [match.end() for match in reading.find("officers", start, verb)]
    return [start, *clauses[-1:], *officers[:1]]


def are_twins(reading: Reading, found: Parties) -> bool:
    """Two names without any head are cities, if what they signed makes them twins."""
    return len(found.bodies) == 2 and not any(
        one.is_state or is_person(reading, one.span) or reading.text[one.span.start].islower()
        for one in found.bodies
    )


def are_signing(reading: Reading, found: Parties) -> bool:
    """Bodies that may be parties; states, capitals and persons as subject name none."""
    if found.collective and says_government(reading, found.span):
        return True
    if found.collective:
        return (
            found.collective != ("both",)
            and len(content(reading, found.span.start, found.span.end)) > 1
        )
    if any(is_person(reading, b.span) for b in found.bodies):
        return False
    if reading.match("city_heads", found.bodies[0].span.start, found.span.end):
        return True
    if not all(b.has_head or b.is_closed or is_brand(reading, b, found) for b in found.bodies):
        return False
    if all(says_government(reading, b.span) for b in found.bodies):
        return True
    return not all(b.is_state or is_capital(reading, b) for b in found.bodies) and any(
        b.has_head and not b.is_state for b in found.bodies
    )


def says_government(reading: Reading, span: Span) -> bool:
    return reading.search("governments", span.start, span.end) is not None


def is_brand(reading: Reading, body: Body, found: Parties) -> bool:
    """A name without a noun of a body, beside a firm: "Lokomotor hf."."""
    words = reading.words(body.span.start, body.span.end)
    return (
        body.starts_well
        and len(words) > 1
        and any(
            other.kind == "company" and other.has_head
            for other in found.bodies
            if other is not body
        )
    )


def is_capital(reading: Reading, body: Body) -> bool:
    return any(
        m.form == "place" and m.span == body.span
        for m in reading.mentions_in(body.span.start, body.span.end)
    )


def is_person(reading: Reading, span: Span) -> bool:
    """The office of a person stands before any body: "Director of the Museum"."""
    match = reading.search("persons", span.start, span.end)
    return bool(match) and match.start() - span.start < 22


def subject_start(reading: Reading, span: Span, verb: int) -> int:
    line = DATELINE.match(reading.text[span.start : verb])
    start = begin = span.start + len(line[0]) if line else after_dateline(reading, span, verb)
    for match in reading.each(r"[,;:)]\s+", begin, verb):
        if reading.match("intro", begin, match.start()) and match.start() - begin < 90:
            start = match.end()
    for dated, _, _, _ in written_dates(reading, Span(start, min(verb, start + 30))):
        if dated.start - start < 4:
            start = reading.skip_space(dated.end, verb, ",.г")
    if match := reading.match("adverbs_first", start, verb):
        start = reading.skip_space(match.end(), verb, ",")
    if match := reading.match("between", start, verb):
        start = reading.skip_space(match.end(), verb)
    return start


def after_dateline(reading: Reading, span: Span, verb: int) -> int:
    """Behind "AMMAN (News Agency), May 16 – ": a place at the start, and a dash."""
    dash = re.compile(r"[^–;:]{2,70}?\s–\s+").match(reading.plain, span.start, verb)
    named = reading.mentions_in(span.start, dash.end()) if dash else []
    is_dateline = bool(named) and named[0].form == "place" and named[0].start == span.start
    return dash.end() if dash and is_dateline else span.start


def with_companion(
    reading: Reading, one: Instrument, start: int, end: int, span: Span
) -> Parties | None:
    """One body before the verb, the other after "with" behind the title."""
    subject = body(reading, start, end)
    limit = reading.plain.find(";", one.end, span.end)
    limit = limit if limit > 0 else span.end
    match = reading.search("with_", one.end, limit)
    if not reading.grammar.type_pattern.search(reading.plain, end, one.core.start):
        match = reading.search("with_", end, one.start) or match
    if subject is None or match is None or not subject.has_head:
        return None
    if is_person(reading, subject.span):
        return None
    end = one.start if match.start() < one.start else limit
    following = instruments(reading, match.end(), end)
    end = trim_tail(reading, match.end(), following[0].start).end if following else end
    stop = first_stop(reading, match.end(), end, False, enumerating=True)
    other = body(reading, match.end(), stop)
    is_name = (
        match.start() < one.start and reading.text[other.span.start].isupper() if other else False
    )
    if other is None or not (other.has_head or other.is_closed or is_name):
        return None
    return Parties((subject, other), Span(subject.span.start, other.span.end), 8)


def header_parties(reading: Reading, block: Block) -> Parties | None:
    """The parties of a whole list: "between the governments the following were signed:"."""
    last = block.sentences[-1] if block.sentences else block.span
    if reading.plain[last.end - 1] != ":":
        return None
    if reading.grammar.type_last:
        return last_reader.header_parties(reading, last)
    match = reading.search("between", last.start, last.end)
    if match is None:
        return header_subject(reading, last)
    if any(
        True
        for _ in reading.grammar.type_pattern.finditer(reading.plain, last.start, match.start())
    ):
        return None
    return parse_parties(reading, match.end(), last.end)


def header_subject(reading: Reading, sentence: Span) -> Parties | None:
    """As in "The Ministry A and the Ministry B signed:"."""
    verb = reading.search("signed", sentence.start, sentence.end)
    if verb is None:
        return None
    found = parse_parties(reading, subject_start(reading, sentence, verb.start()), verb.start())
    return found if found and are_signing(reading, found) else None


def tail_parties(reading: Reading, title: Title, limit: int) -> Parties | None:
    if title.verb is None:
        return None
    match = reading.search("between", title.verb.end, limit)
    return parse_parties(reading, match.end(), limit) if match else None


def parties_before(reading: Reading, start: int, end: int) -> Parties | None:
    match = reading.search("between", start, end)
    return parse_parties(reading, match.end() if match else start, end)


def without_companion(reading: Reading, title: Span, found: Parties) -> Span:
    """The title up to "with", where the other party stands behind it."""
    last = found.bodies[-1].span
    if not title.meets(last):
        return title
    return trim_tail(
        reading,
        title.start,
        max(
            (m.start() for m in reading.find("with_", title.start, last.start)), default=last.start
        ),
    )
