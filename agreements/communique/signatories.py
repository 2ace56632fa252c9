"""Who signed: persons with the office and the state that the text gives them."""

from __future__ import annotations

import itertools
import re

from .drafts import Draft
from .heads import NAME, PARTICLES
from .proposal import Person, Said, Span
from .reading import Reading, trim_tail
from .script import plain

TITLES = re.compile(
    r"(?:mr|mrs|ms|dr|prof|h\.?e|his excellency|her excellency|hon|sheikh|г-н|г-жа)\.?\s+"
)
USUAL = 2
LONGEST = 700


def name_signatories(
    reading: Reading, drafts: list[Draft], sentences: list[Span], heads: tuple[Person, ...]
) -> None:
    """On every draft, those whom the text names as signing it."""
    told = {draft.sentence for draft in drafts}
    following = dict(itertools.pairwise(sentences))
    for draft in drafts:
        if draft.sentence is None:
            continue
        if draft.by_heads:
            draft.signatories = those_in(reading, heads, draft.sentence)
        else:
            draft.signatories = signatories(reading, draft.title, draft.sentence)
        after = following.get(draft.sentence)
        if not draft.signatories and not draft.by_heads and after and after not in told:
            draft.signatories = of_next(reading, after)


def those_in(reading: Reading, heads: tuple[Person, ...], sentence: Span) -> tuple[Person, ...]:
    """The heads whom the sentence names; both, where it says "the presidents"."""
    said = {word[0] for word in reading.words(sentence.start, sentence.end)}
    named = tuple(p for p in heads if p.name and plain(p.name.value).split()[-1] in said)
    return named or (heads if len(heads) == 2 else ())


def of_next(reading: Reading, sentence: Span) -> tuple[Person, ...]:
    """As in "It carries the names of A and B", "For the X side it was signed by A"."""
    if not reading.search("signing", sentence.start, sentence.end):
        return ()
    found: list[Person] = []
    for match in reading.find("names_of", sentence.start, sentence.end):
        found += persons(reading, Span(match.end(), sentence.end), at_least=1)
    return tuple(dict.fromkeys(found))


def signatories(reading: Reading, title: Span, sentence: Span) -> tuple[Person, ...]:
    """Those named as signing in the sentence of the document: behind the verb, or before it."""
    for span in (after_verb(reading, title, sentence), before_verb(reading, title, sentence)):
        if span and (found := persons(reading, span)):
            return found
    return ()


def after_verb(reading: Reading, title: Span, sentence: Span) -> Span | None:
    end = min(sentence.end, title.end + LONGEST)
    verb = reading.search("was_signed", title.end, end) or reading.search("aside", title.end, end)
    by = reading.search("by", verb.end() if verb else title.end, end)
    if by and by.start() - (verb.end() if verb else title.end) < 30:
        return Span(by.end(), end)
    if verb and reading.grammar.bare_agent:
        return Span(verb.end(), end)
    return None


def before_verb(reading: Reading, title: Span, sentence: Span) -> Span | None:
    verbs = list(reading.find("signed", sentence.start, title.start))
    return Span(sentence.start, verbs[-1].start()) if verbs else None


def persons(reading: Reading, span: Span, at_least: int = 2) -> tuple[Person, ...]:
    places = [m.start() for m in reading.find("persons", span.start, span.end)]
    if not places:
        return ()
    people = [one for part in parts(reading, span) if (one := person(reading, part))]
    return tuple(people) if len(people) >= at_least or (people and len(places) == 1) else ()


def parts(reading: Reading, span: Span) -> list[Span]:
    """The list cut where another person begins."""
    cuts = [span.start]
    for match in reading.each(
        rf"[;,]?\s+(?:{reading.grammar.conjunction})\s+|;\s+", span.start, span.end
    ):
        if begins_person(reading, match.end(), span.end):
            cuts.append(match.end())
    return [trim_tail(reading, a, b) for a, b in zip(cuts, [*cuts[1:], span.end], strict=True)]


def begins_person(reading: Reading, start: int, end: int) -> bool:
    """An office among the next words, or a name and then a comma."""
    words = reading.words(start, min(end, start + 90))[:6]
    if any(reading.match("persons", word.start(), end) for word in words):
        return True
    name = run(reading, start, end)
    return name is not None and reading.plain[name.end : name.end + 1] == ","


def person(reading: Reading, span: Span) -> Person | None:
    courtesy = TITLES.match(reading.plain, span.start, span.end)
    span = Span(courtesy.end(), span.end) if courtesy else span
    office = reading.search("persons", span.start, span.end)
    if office is None:
        return None
    first = run(reading, span.start, span.end)
    if first and first.end <= office.start() and reading.plain[first.end : first.end + 1] == ",":
        return with_state(reading, first, trim_tail(reading, first.end + 1, span.end))
    stop = behind_office(reading, office.end(), span.end)
    name = last_name(reading, Span(office.end(), stop))
    if name is None:
        return None
    return with_state(reading, name, trim_tail(reading, span.start, name.start))


def behind_office(reading: Reading, start: int, end: int) -> int:
    """Where what belongs to the office and the name ends."""
    match = reading.search("stop_right", start, end)
    return match.start() if match else end


def run(reading: Reading, start: int, end: int) -> Span | None:
    """Capitalised words from ``start`` on."""
    start = reading.skip_space(start, end)
    if title := TITLES.match(reading.plain, start, end):
        start = title.end()
    place, last = start, None
    while match := NAME.match(reading.text, place, end):
        word = reading.plain[match.start() : match.end()]
        if not (match[0][0].isupper() or word in PARTICLES) or reading.match(
            "persons", match.start(), end
        ):
            break
        last = match.end()
        place = reading.skip_space(last, end)
    return Span(start, last) if last else None


def last_name(reading: Reading, span: Span) -> Span | None:
    """The capitalised words at the end: a name of two, unless an office or a state ends before."""
    words = list(NAME.finditer(reading.text, span.start, span.end))
    taken: list[re.Match[str]] = []
    for match in reversed(words):
        word = reading.plain[match.start() : match.end()]
        if taken and reading.text[match.end() : taken[0].start()].strip():
            break
        if not (match[0][0].isupper() or match[0][0] in '“"' or word in PARTICLES):
            break
        if reading.mentions_in(match.start(), match.end()) or is_noun(reading, match):
            break
        taken.insert(0, match)
        if sum(one[0][0].isupper() for one in taken) >= USUAL and not initial(taken[0][0]):
            break
    while taken and taken[0][0].islower():
        taken.pop(0)
    return Span(taken[0].start(), taken[-1].end()) if taken else None


def initial(word: str) -> bool:
    return word.endswith(".") and len(word) < 6


def is_noun(reading: Reading, match: re.Match[str]) -> bool:
    return any(
        reading.match(f"head:{kind}", match.start(), match.end())
        for kind, _ in reading.grammar.heads
    )


def with_state(reading: Reading, name: Span, office: Span) -> Person:
    mentions = [m for m in reading.mentions_in(office.start, office.end) if m.form != "place"]
    said = (
        Said(" ".join(reading.said(office).split()), office) if office.start < office.end else None
    )
    return Person(Said(reading.said(name), name), said, mentions[0].state if mentions else None)
