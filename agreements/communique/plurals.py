"""One plural word in its sentence: which documents it stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .bodies import Parties
from .days import weekdays_in
from .distribution import elements, pairs, repeated
from .instruments import Instrument
from .outside import are_signing, outside, subject_start
from .phrases import parse_parties
from .proposal import Span
from .reading import Reading, trim_tail
from .titles import Title, content, first_stop, title_of

if TYPE_CHECKING:
    from .documents import Gathering


DAY = 24


def plural(
    gathering: Gathering,
    one: Instrument,
    start: int,
    limit: int,
    span: Span | None = None,
    named: list[Instrument] | None = None,
    number: int = 0,
) -> None:
    """One plural word: several documents where the text tells them apart, else none."""
    reading = gathering.reading
    is_item = span is None
    span = span or Span(start, limit)
    title = title_of(reading, one, limit)
    if not is_item and (
        of_subjects(gathering, one, title, span) or of_agents(gathering, one, title, span, limit)
    ):
        return
    verb = title.verb
    begin = past_day(reading, one.end, limit)
    stop = first_stop(reading, begin, limit, False, enumerating=True)
    for place in [begin, *([verb.end] if verb else [])]:
        match = reading.search("between", place, limit)
        if match and verb is None and match.start() > stop:
            continue
        if match and (verb is None or match.start() < verb.start or place == verb.end):
            found = pairs(reading, match.start(), limit)
            if is_vague(reading, one, found, match.start(), stop):
                return
            if len(found) > 1 and (one.number is None or one.number == len(found)):
                for part, parties in found:
                    gathering.add(one, part, parties, span, elliptical=True)
                return
            if len(found) == 1 and one.number in (None, 1) and not is_summed(gathering, one, named):
                if one.is_paper and all(body.is_state for body in found[0][1].bodies):
                    return
                if one.is_paper:
                    gathering.add(one, found[0][0], found[0][1], span, elliptical=True)
                    return
                if not parts(gathering, one, begin, match.start()):
                    gathering.add(
                        one,
                        title.span
                        if title.parties
                        else trim_tail(reading, one.span.start, found[0][1].span.end),
                        found[0][1],
                        span,
                    )
                    return
            break
    enumerated(gathering, one, title, stop, span, limit)


def past_day(reading: Reading, start: int, limit: int) -> int:
    """Behind "on Sunday," between the plural and what the documents are about."""
    for match in weekdays_in(reading, Span(start, min(limit, start + DAY))):
        comma = reading.skip_space(match.end(), limit)
        if len(reading.words(start, match.start())) < 2 and reading.plain[comma : comma + 1] == ",":
            return comma + 1
    return start


def is_vague(
    reading: Reading, one: Instrument, found: list[tuple[Span, Parties]], between: int, stop: int
) -> bool:
    """As in "agreements between the two countries", "... ministries and firms of both sides"."""
    if one.number or content(reading, one.end, between):
        return False
    if len(found) > 1:
        return one.is_paper and reading.search("both", between, stop) is not None
    return len(found) == 1 and all(body.is_state for body in found[0][1].bodies)


def of_subjects(gathering: Gathering, one: Instrument, title: Title, span: Span) -> bool:
    """As in "A and B as well as C and D signed MoUs": a document for each pair before the verb."""
    reading = gathering.reading
    verbs = list(reading.find("signed", span.start, one.start))
    if not verbs or one.number:
        return False
    found = pairs(
        reading, subject_start(gathering.reading, span, verbs[0].start()), verbs[0].start()
    )
    if len(found) < 2 or not all(are_signing(gathering.reading, parties) for _, parties in found):
        return False
    for _, parties in found:
        gathering.add(one, title.span, parties, span, elliptical=True)
    return True


def of_agents(gathering: Gathering, one: Instrument, title: Title, span: Span, limit: int) -> bool:
    """As in "Соглашения подписали A и B, C и D": a document for each pair behind the verb."""
    reading = gathering.reading
    verb = title.verb or reading.match("signed", title.span.end + 1, limit)
    if not reading.grammar.subject_after_verb or verb is None or one.number:
        return False
    start = reading.skip_space(verb.end if isinstance(verb, Span) else verb.end(), limit)
    if reading.match("between", start, limit):
        return False
    found = pairs(reading, start, limit)
    if len(found) < 2 or not all(are_signing(reading, parties) for _, parties in found):
        return False
    for _, parties in found:
        gathering.add(one, title.span, parties, span, elliptical=True)
    return True


def is_summed(gathering: Gathering, one: Instrument, named: list[Instrument] | None) -> bool:
    """As in "13 agreements and memoranda", "documents": a total, and no document."""
    before = [other for other in named or [] if other.end <= one.start]
    return bool(
        before
        and before[-1].is_plural
        and (before[-1].number or 0) > 1
        and gathering.reading.grammar.find("conjunction").fullmatch(
            gathering.reading.plain[before[-1].end : one.start].strip()
        )
    )


def parts(gathering: Gathering, one: Instrument, start: int, end: int) -> list[Span]:
    parts = repeated(gathering.reading, start, end)
    if len(parts) > 1:
        return parts
    return []


def enumerated(
    gathering: Gathering, one: Instrument, title: Title, stop: int, span: Span, limit: int
) -> None:
    reading = gathering.reading
    start = reading.skip_space(past_day(reading, one.end, limit), limit, ",")
    if title.verb and title.verb.start - one.end < 3:
        start = reading.skip_space(title.verb.end, limit, ",")
        while match := reading.match("adverbs", start, limit):
            start = reading.skip_space(match.end(), limit, ",")
        stop = first_stop(reading, start, limit, False, enumerating=True)
    elif title.verb:
        stop = min(stop, title.verb.start)
    found = title.parties
    if match := reading.search("between", start, stop):
        found = found or parse_parties(reading, match.end(), stop)
        if found and match.start() - start > 3:
            stop = match.start()
    if found is None:
        found = outside(gathering.reading, one, title, [one], 0, span, limit)
    parts = repeated(reading, start, stop)
    if len(parts) < 2:
        if copula := reading.match("copulas", start, limit):
            start = reading.skip_space(copula.end(), limit)
            stop = max(stop, first_stop(reading, start, limit, False, enumerating=True))
        if (
            match := fields_after(gathering, title, limit)
            or reading.search("relates", start, limit)
            or topics_are(gathering, one, span, limit)
        ):
            start = match.end()
            stop = first_stop(reading, start, limit, False, enumerating=True)
            start = reading.skip_space(start, limit, ":,")
            if second := reading.match("subject", start, limit):
                start = second.end()
        elif match := reading.match("topics", start, stop):
            start = match.end()
        else:
            return
        if not topics_are(gathering, one, span, limit):
            start = past_field(gathering, start, stop)
        parts = elements(reading, start, stop, one.number)
        if (
            len(parts) < 2
            and found
            and one.number in (None, 1)
            and content(reading, one.end, title.span.end)
        ):
            place = reading.skip_space(one.end, limit)
            is_known = one.code != "unspecified" and not one.is_paper
            if is_known and not reading.match("vague", place, limit):
                gathering.add(one, title.span, found, span)
            return
    if one.is_paper and (not one.number or is_followed(gathering, one, span)):
        return
    if len(parts) < 2 or (one.number and len(parts) != one.number):
        return
    if reading.grammar.bare_genitive and are_adjectives(reading, parts):
        return
    gathering.groups += 1
    for part in parts:
        gathering.add(one, part, found, span, elliptical=True).group = gathering.groups


def are_adjectives(reading: Reading, parts: list[Span]) -> bool:
    """As in "о торговом, научном и культурном сотрудничестве": of one noun, that comes last."""
    ends = {reading.words(part.start, part.end)[0][0][-2:] for part in parts}
    alone = all(len(reading.words(part.start, part.end)) == 1 for part in parts[:-1])
    return alone and len(ends) == 1 and len(reading.words(parts[-1].start, parts[-1].end)) > 1


def fields_after(gathering: Gathering, title: Title, limit: int) -> re.Match[str] | None:
    """As in "MoUs on exchanges were signed for the fields of A; B; C"."""
    if title.verb is None:
        return None
    return gathering.reading.grammar.find("fields_list").search(
        gathering.reading.plain, title.verb.end, limit
    )


def topics_are(
    gathering: Gathering, one: Instrument, span: Span, limit: int
) -> re.Match[str] | None:
    """As in "Subjects of the agreements are A, B and C"."""
    reading = gathering.reading
    if not reading.search("topic_words", span.start, one.start):
        return None
    return (
        re.compile(rf"\s*(?:{reading.grammar.copulas})(?!\w)").match(reading.plain, one.end, limit)
        if reading.grammar.copulas
        else None
    )


def is_followed(gathering: Gathering, one: Instrument, span: Span) -> bool:
    """Further types in the sentence say themselves what the papers are."""
    return any(
        True
        for _ in gathering.reading.grammar.type_pattern.finditer(
            gathering.reading.plain, one.end, span.end
        )
    )


def past_field(gathering: Gathering, start: int, stop: int) -> int:
    """As in "in the areas of A and B": what is listed begins after "of"."""
    match = re.compile(gathering.reading.grammar.field_words or r"(?!)").match(
        gathering.reading.plain, start, stop
    )
    return match.end() if match else start
