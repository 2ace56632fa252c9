"""Who signed: persons with the office and the state that the text gives them."""

from __future__ import annotations

import itertools
import re

from .drafts import Draft
from .heads import NAME, PARTICLES, rulers
from .instruments import instruments
from .proposal import Person, Said, Span
from .reading import Reading, trim_tail
from .script import plain

TITLES = re.compile(
    r"(?:mr|mrs|ms|dr|prof|h\.?e|his excellency|her excellency|hon|sheikh|г-н|г-жа)\.?\s+"
)
COURTESY_LAST = re.compile(rf"(?<!\w){TITLES.pattern}$")
USUAL = 2
BEFORE_OFFICE = 4
# So near behind "signed by" stands who signed.
BESIDE = 24
SMALL = 2
LONGEST = 700


def name_signatories(
    reading: Reading, drafts: list[Draft], sentences: list[Span], heads: tuple[Person, ...]
) -> None:
    """On every draft, those whom the text names as signing it."""
    told = {draft.sentence for draft in drafts}
    following = dict(itertools.pairwise(sentences))
    for draft in drafts:
        if draft.sentence is None or draft.signatories:
            continue
        if draft.by_heads:
            draft.signatories = those_in(reading, heads, draft.sentence)
        else:
            draft.signatories = signatories(reading, draft.title, draft.sentence)
        after = following.get(draft.sentence)
        if not draft.signatories and not draft.by_heads and after and after not in told:
            name_of_next(reading, draft, after, heads)


def those_in(reading: Reading, heads: tuple[Person, ...], sentence: Span) -> tuple[Person, ...]:
    """The heads whom the sentence names; both, where it says "the presidents"."""
    said = {word[0] for word in reading.words(sentence.start, sentence.end)}
    named = tuple(p for p in heads if p.name and plain(p.name.value).split()[-1] in said)
    return named or (heads if len(heads) == 2 else ())


def name_of_next(reading: Reading, draft: Draft, sentence: Span, heads: tuple[Person, ...]) -> None:
    """The sentence behind that of the document says who signed it: heads, or others."""
    if not is_told_of(reading, draft, sentence):
        return
    for match in reading.find("names_of", sentence.start, sentence.end):
        if said := rulers(reading, match.end(), min(sentence.end, match.end() + BESIDE)):
            draft.by_heads, draft.heads_span = True, Span(*said[0].span())
            draft.signatories = those_in(reading, heads, sentence)
            return
    draft.signatories = of_next(reading, sentence)


def of_next(reading: Reading, sentence: Span) -> tuple[Person, ...]:
    """As in "It carries the names of A and B", "For the X side it was signed by A"."""
    if not reading.search("signing", sentence.start, sentence.end):
        return ()
    found: list[Person] = []
    for match in reading.find("names_of", sentence.start, sentence.end):
        found += persons(reading, Span(match.end(), sentence.end), at_least=1)
    return tuple(dict.fromkeys(found)) or signatories(reading, head_of(sentence), sentence)


def head_of(sentence: Span) -> Span:
    return Span(sentence.start, sentence.start)


def is_told_of(reading: Reading, draft: Draft, sentence: Span) -> bool:
    """The sentence names the type of the document, or no type."""
    said = {found.code for found in instruments(reading, sentence.start, sentence.end)}
    return not said - {"unspecified"} or draft.code in said


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
        rf"[;,]?\s+(?:{reading.grammar.conjunction})\s+|[;,]\s+", span.start, span.end
    ):
        if not begins_person(reading, match.end(), span.end):
            continue
        before = Span(cuts[-1], match.start())
        is_courtesy = TITLES.match(reading.plain, match.end(), span.end)
        if match[0].strip() != "," or (not is_courtesy and is_whole(reading, before)):
            cuts.append(match.end())
    return [trim_tail(reading, a, b) for a, b in zip(cuts, [*cuts[1:], span.end], strict=True)]


def is_whole(reading: Reading, span: Span) -> bool:
    """As in "Minister X, Minister Y": an office and a name stand before the comma."""
    before = person(reading, span)
    return before is not None and before.office is not None


def begins_person(reading: Reading, start: int, end: int) -> bool:
    """An office among the next words, or a name, a comma and an office."""
    words = reading.words(start, min(end, start + 90))[:6]
    if TITLES.match(reading.plain, start, end) or any(is_office(reading, w, end) for w in words):
        return True
    name = run(reading, start, end)
    return name is not None and is_full(reading, name) and follows_office(reading, name.end, end)


def follows_office(reading: Reading, start: int, end: int) -> bool:
    """A comma, and after few words an office, not the next person's "Mr"."""
    if reading.plain[start : start + 1] != ",":
        return False
    office = office_in(reading, start + 1, end)
    return office is not None and len(reading.words(start, office.start())) <= BEFORE_OFFICE


def office_in(reading: Reading, start: int, end: int) -> re.Match[str] | None:
    places = reading.find("persons", start, end)
    return next((place for place in places if is_office(reading, place, end)), None)


def is_office(reading: Reading, word: re.Match[str], end: int) -> bool:
    """A word for an office that is no courtesy such as "Mr"."""
    return bool(reading.match("persons", word.start(), end)) and not TITLES.match(
        reading.plain, word.start(), end
    )


def is_full(reading: Reading, name: Span) -> bool:
    """A name of two words at least, and none that is a state's or stands in a body's name."""
    words = list(NAME.finditer(reading.text, name.start, name.end))
    return len(words) >= 2 and not any(
        is_named(reading, word) or is_noun(reading, word) for word in words
    )


def person(reading: Reading, span: Span) -> Person | None:
    courtesy = TITLES.match(reading.plain, span.start, span.end)
    span = Span(courtesy.end(), span.end) if courtesy else span
    first = run(reading, span.start, span.end)
    if first and is_full(reading, first) and follows_office(reading, first.end, span.end):
        return with_state(reading, first, trim_tail(reading, first.end + 1, span.end))
    office = office_in(reading, span.start, span.end)
    if office is None:
        return Person(Said(reading.said(first), first)) if courtesy and first else None
    stop = behind_office(reading, office.end(), span.end)
    name = last_name(reading, Span(office.end(), stop))
    if name is None:
        return None
    start = before_office(reading, span.start, office.start())
    end = courtesy_before(reading, start, name.start)
    return with_state(reading, name, trim_tail(reading, start, end))


def courtesy_before(reading: Reading, start: int, end: int) -> int:
    """Where "Mr" before the name begins."""
    match = COURTESY_LAST.search(reading.plain, start, end)
    return match.start() if match else end


def before_office(reading: Reading, start: int, end: int) -> int:
    """Where the office begins: "Georgia's first deputy minister", not "recalled that the minister".

    States, capitalised words and few small ones belong to it, where adjectives stand before nouns.
    """
    place, small = end, 0
    for word in reversed(reading.words(start, end)):
        is_name = reading.text[word.start()].isupper()
        if not (is_name or reading.mentions_in(word.start(), word.end())):
            small += 1
        is_joined = re.fullmatch(r"[\s'’-]*s?[\s'’-]*", reading.plain[word.end() : place])
        if not is_joined or small > (0 if reading.grammar.adjective_follows else SMALL):
            break
        place = word.start()
    return place


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
    """The capitalised words at the end: all behind the office itself, a state or "Mr", else two."""
    words = list(NAME.finditer(reading.text, span.start, span.end))
    taken: list[re.Match[str]] = []
    for match in reversed(words):
        word = reading.plain[match.start() : match.end()]
        if taken and reading.text[match.end() : taken[0].start()].strip():
            break
        if not (match[0][0].isupper() or match[0][0] in '“"' or word in PARTICLES):
            break
        if is_before_name(reading, match):
            break
        taken.insert(0, match)
    while taken and taken[0][0].islower():
        taken.pop(0)
    if taken and not follows_directly(reading, span.start, taken[0].start()):
        taken = usual(taken) if len(taken) >= USUAL else []
    return Span(taken[0].start(), taken[-1].end()) if taken else None


def is_before_name(reading: Reading, match: re.Match[str]) -> bool:
    """A state, the noun of a body, an office or a courtesy: what a name stands behind."""
    return bool(
        is_named(reading, match)
        or is_noun(reading, match)
        or reading.match("persons", match.start(), match.end())
        or TITLES.match(reading.plain, match.start())
    )


def is_named(reading: Reading, word: re.Match[str]) -> bool:
    """The word is a state's, or one of several that are."""
    around = reading.mentions_in(max(0, word.start() - 60), word.end() + 60)
    return any(m.start < word.end() and word.start() < m.end for m in around)


def follows_directly(reading: Reading, office_end: int, start: int) -> bool:
    """The name stands right behind the office, a state, "Mr" or a comma."""
    before = reading.plain[office_end:start].rstrip()
    if not before or before.endswith((",", "(", ")")):
        return True
    mentions = reading.mentions_in(office_end, start)
    if mentions and not reading.plain[mentions[-1].end : start].strip(" )'’s"):
        return True
    return COURTESY_LAST.search(reading.plain, office_end, start) is not None


def usual(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """The last two, with initials before them."""
    first = max(0, len(words) - USUAL)
    while first and initial(words[first][0]):
        first -= 1
    return words[first:]


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
