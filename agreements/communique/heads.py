"""Heads of state and government: who they are, who was there, and what they signed themselves."""

from __future__ import annotations

import re

from .drafts import Draft
from .proposal import Person, Said, Span
from .reading import Reading
from .titles import Title

NAME = re.compile(
    r"(?:[^\W\d_](?:\.|[^\W\d_]*)(?:[-'’.][^\W\d_]+)*(?:(?<=\b\w)\.|(?<=\b\w\w)\.)?|[“\"‘'][^\s”\"]+[”\"’'])"
)
PARTICLES = frozenset(
    [
        "bin",
        "ibn",
        "al",
        "el",
        "von",
        "van",
        "de",
        "da",
        "dos",
        "del",
        "la",
        "le",
        "abu",
        "ben",
        "bint",
        "ould",
    ]
)


def rulers(reading: Reading, start: int, end: int) -> list[re.Match[str]]:
    """Words for heads of state or government, without deputies and without other presidents."""
    found = []
    for match in reading.find("rulers", start, end):
        before = reading.plain[max(0, match.start() - 28) : match.start()]
        if reading.grammar.find("not_rulers").search(before + "¶"):
            continue
        if reading.grammar.find("not_ruler_of").match(reading.plain, match.end()):
            continue
        found.append(match)
    return found


def signed_by_heads(
    reading: Reading, draft: Draft, sentence: Span, title: Title | None
) -> Span | None:
    """The words that say that the heads themselves signed this document; None where none do."""
    names = reading.head_names
    start = draft.title.start
    if draft.code in JOINT and (said := rulers(reading, draft.title.start, draft.title.end)):
        return Span(*said[0].span())
    if draft.code in JOINT and (span := issued_jointly(reading, sentence, start)):
        return span
    signed = "heads_signed" if reading.grammar.heads_signed else "signed"
    verbs = [
        m
        for m in reading.find(signed, sentence.start, start)
        if not watched(reading, sentence.start, m.start())
    ]
    if verbs:
        span = Span(subject_from(reading, sentence.start, verbs), verbs[-1].start())
        if heads_in(reading, span, names):
            return span
        after = Span(verbs[-1].end(), start)
        if reading.grammar.subject_after_verb and heads_in(reading, after, names):
            return after
    verb = title.verb if title else None
    if verb is not None or reading.search("was_signed", draft.title.end, sentence.end):
        match = verb or Span(*reading.search("was_signed", draft.title.end, sentence.end).span())
        by = reading.search("by", match.end - 3, min(sentence.end, match.end + 25))
        if by or reading.grammar.bare_agent:
            begin = by.end() if by else match.end
            span = Span(begin, min(sentence.end, begin + 160))
            if heads_near(reading, span, names):
                return span
    if span := relative(reading, draft.title.end, sentence.end):
        return span
    for match in reading.find("heads_passive", sentence.start, draft.title.start + 1):
        return Span(*match.span())
    return None


def relative(reading: Reading, start: int, end: int) -> Span | None:
    """As in "a treaty on water, which the presidents signed": who signed stands behind it."""
    which = reading.match("relative", reading.skip_space(start, end, ","), end)
    verb = reading.search("signed", which.end(), end) if which else None
    if verb is None or "," in reading.plain[which.end() : verb.start()]:
        return None
    span = Span(which.end(), verb.start())
    return span if heads_in(reading, span, reading.head_names) else None


JOINT = frozenset({"joint_statement", "joint_declaration", "communique"})


def issued_jointly(reading: Reading, sentence: Span, start: int) -> Span | None:
    """Heads who look on while others sign may still issue a joint statement themselves."""
    verbs = list(reading.find("issued", sentence.start, start))
    if (
        verbs
        and rulers(reading, sentence.start, start)
        and not ministers(reading, Span(sentence.start, start))
    ):
        return Span(verbs[-1].start(), verbs[-1].end())
    return None


def subject_from(reading: Reading, start: int, verbs: list[re.Match[str]]) -> int:
    return start


def watched(reading: Reading, start: int, verb: int) -> bool:
    """As in "In the presence of the presidents, the ministers signed": the heads only looked on."""
    match = max(reading.find("presence", start, verb), key=re.Match.start, default=None)
    if match is None:
        return False
    comma = reading.plain.find(",", match.end(), verb)
    last = reading.plain.rfind(",", match.end(), verb)
    if comma < 0:
        return True
    return not heads_in(reading, Span(last, verb), reading.head_names)


def heads_in(reading: Reading, span: Span, names: set[str]) -> bool:
    presence = [m.start() for m in reading.find("presence", span.start, span.end)]
    if reading.grammar.rulers_subject:
        return reading.search("rulers_subject", span.start, span.end) is not None and not (
            ministers(reading, span) or presence
        )
    for match in rulers(reading, span.start, span.end):
        if not any(
            place < match.start() and not reading.plain[place : match.start()].count(",") > 1
            for place in presence
        ):
            return not ministers(reading, span)
    if presence:
        return False
    words = [w for w in reading.words(span.start, span.end) if reading.text[w.start()].isupper()]
    return any(w[0] in names for w in words) and not ministers(reading, span)


def heads_near(reading: Reading, span: Span, names: set[str]) -> bool:
    """Right after "by": a head, before anybody else."""
    found = rulers(reading, span.start, span.end)
    others = reading.search("persons", span.start, span.end)
    first = next((w.start() for w in reading.words(span.start, span.end) if w[0] in names), None)
    places = [m.start() for m in found[:1]] + ([first] if first is not None else [])
    if not places:
        return False
    place = min(places)
    if place - span.start > 45:
        return False
    return (
        others is None
        or others.start() >= place
        or reading.grammar.find("rulers").match(reading.plain, others.start()) is not None
    )


def ministers(reading: Reading, span: Span) -> bool:
    return reading.search("ministers", span.start, span.end) is not None


def find_heads(reading: Reading) -> tuple[Person, ...]:
    """Heads that the text names, in order, each once."""
    found: dict[str, Person] = {}
    for match in rulers(reading, 0, len(reading.plain)):
        name = name_after(reading, match.end())
        if name is None:
            continue
        key = reading.plain[name.start : name.end].split()[-1]
        state = state_beside(reading, match.start(), name.end)
        if key not in found or (
            found[key].name and len(found[key].name.value) < name.end - name.start
        ):
            office = Span(match.start(), match.end())
            known = found.get(key)
            found[key] = Person(
                Said(reading.said(name), name),
                Said(reading.said(office), office),
                state or (known.state if known else None),
            )
    return tuple(found.values())


def name_after(reading: Reading, place: int) -> Span | None:
    """A run of capitalised words after an office, over "of the Republic of X", "Honorable"."""
    text, plain = reading.text, reading.plain
    limit = min(len(text), place + 110)
    begin = place
    for _ in range(14):
        begin = reading.skip_space(begin, limit, ",:")
        mention = next((m for m in reading.mentions_in(begin, limit) if m.start == begin), None)
        if mention:
            begin = mention.end
            continue
        if match := reading.match("before_name", begin, limit):
            begin = match.end()
            continue
        break
    end = begin
    words = 0
    while end < limit:
        match = NAME.match(text, end)
        if not match:
            break
        word = plain[match.start() : match.end()]
        if not (match[0][0].isupper() or match[0][0] in '“"‘' or word in PARTICLES):
            break
        if words and reading.match("after_name", match.start(), limit):
            break
        end = match.end()
        words += 1
        if reading.grammar.find("rulers").match(
            reading.plain, match.start()
        ) or reading.grammar.find("persons").match(reading.plain, match.start()):
            return None
        if end < limit and text[end] == " ":
            following = NAME.match(text, end + 1)
            if following and (
                following[0][0].isupper()
                or following[0][0] in '“"'
                or plain[following.start() : following.end()] in PARTICLES
            ):
                end += 1
                continue
        break
    if not words or words > 6 or end - begin < 3:
        return None
    if reading.mentions_in(begin, end):
        return None
    while (
        text[end - 1].isspace()
        or (text[end - 1] == "." and text[end - 3 : end - 1].strip(". ").islower())
        or text[end - 1] == ","
    ):
        end -= 1
    return Span(begin, end)


def state_beside(reading: Reading, start: int, end: int) -> str | None:
    for mention in reading.mentions_in(max(0, start - 30), min(len(reading.text), end + 25)):
        if mention.end <= start and reading.plain[mention.end : start].strip("'s ") == "":
            return mention.state
        if mention.start >= start and mention.form != "place":
            return mention.state
    return None
