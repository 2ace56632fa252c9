"""What stands before a type that stands last: the parties, and where the title begins."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .bodies import Body, Parties, body
from .gazetteer import Mention
from .grammars.numbering import words
from .proposal import Span
from .reading import Reading

NAME = re.compile(r"[ \n]+([^\W\d_][\w'’.-]*)")
ASIDE = re.compile(r"\s*\([^()]{1,40}\)\W*$")
CLOSES = re.compile(r'[^",;]{0,70}"')
CAPITALS = re.compile(r"(?:[ \n\"«“]*(?:[A-ZА-ЯЁҚҒҰӘӨҮҢҲЎҶӢӮİŞÇĞÖÜ][\w'’.-]*|&)[\"»”]?){1,5}")
PARTICLES = words("bin ibn al el ben bint ogli o'g'li uulu kyzy ugli ogly")
LONGEST_NAME = 3
MOST_CONJUNCTIONS = 12
FAR = 1_000
WIDEST = 60


@dataclass(frozen=True)
class Front:
    """``start`` of the title; ``is_subject``: the parties are who signed, outside the title.

    ``topic``: where what the title is about begins, behind parties that stand within it.
    """

    start: int
    parties: Parties | None = None
    is_subject: bool = False
    behind: int = 0

    @property
    def topic(self) -> int:
        return max(self.start, self.behind)


def front(
    reading: Reading, begin: int, end: int, sentence: Span, *, in_item: bool = False
) -> Front:
    """The parties and the start of the title whose type begins at ``end``."""
    begin = max(begin, end - FAR)
    begin = after_quote(reading, begin, end, sentence.end)
    if not in_item:
        begin = after_lead(reading, begin, end)
    for match in reversed(list(reading.find("between", begin, end))):
        if found := parties_before(reading, begin, match.start()):
            return Front(found.span.start, found, behind=reading.skip_space(match.end(), end, ","))
    if in_item:
        return Front(begin)
    if subject := subject_parties(reading, begin, end):
        return subject
    return Front(after_intro(reading, begin, end))


def after_quote(reading: Reading, begin: int, end: int, limit: int) -> int:
    """An opening quotation mark whose title goes on to the type begins the title."""
    closes = CLOSES.match(reading.plain, end, limit)
    if closes and reading.plain.count('"', begin, end) % 2:
        return reading.plain.rfind('"', begin, end) + 1
    return begin


# Where a title may begin -------------------------------------------------------------------------


def after_lead(reading: Reading, begin: int, end: int) -> int:
    """Behind the last "in the presence of", "the sides", or person's name."""
    place = begin
    for match in reading.find("lead", begin, end):
        place = max(place, match.end())
    place = max(place, after_persons(reading, place, end))
    place = reading.skip_space(place, end, ",:")
    for name in ("joins", "between", "adverbs"):
        if place > begin and (match := reading.match(name, place, end)):
            place = reading.skip_space(match.end(), end, ",")
    return place


def after_persons(reading: Reading, begin: int, end: int) -> int:
    """Behind an office and the name that follows it, or a known head's name."""
    place = begin
    for match in reading.find("persons", begin, end):
        nameless = reading.match("joins", reading.skip_space(match.end(), end), end)
        behind_it = match.end() if nameless else behind_name(reading, match.end(), end)
        place = max(place, behind_it)
    for word in reading.words(begin, end):
        if word.start() >= place and is_head_name(reading, word) and is_named(reading, word):
            place = word.end()
    return place


def is_head_name(reading: Reading, word: re.Match[str]) -> bool:
    """The last name of a head, who may have been named with a case ending: "Mansuri'nin"."""
    return any(word[0] == name.partition("'")[0] for name in reading.head_names)


def is_named(reading: Reading, word: re.Match[str]) -> bool:
    """A name that the text says more than once, with a capital letter."""
    return reading.text[word.start()].isupper() and reading.plain.count(word[0]) > 1


def behind_name(reading: Reading, place: int, end: int) -> int:
    behind, count = place, 0
    while count < LONGEST_NAME and (match := NAME.match(reading.plain, behind, end)):
        is_particle = match[1] in PARTICLES
        if not is_particle and not reading.text[match.start(1)].isupper():
            break
        if count >= 2 and not is_particle and reading.plain[match.start(1) - 2] not in "-.":
            break
        behind, count = match.end(), count + (not is_particle)
    return behind if count else 0


def after_intro(reading: Reading, begin: int, end: int) -> int:
    """Behind adverbs, days, places and whole phrases before a comma that are no enumeration."""
    while begin < end:
        begin = reading.skip_space(begin, end, ",")
        if match := first_of(reading, ("adverbs_first", "today", "yesterday"), begin, end):
            begin = match.end()
            continue
        mention = next((m for m in reading.mentions_in(begin, end) if m.start == begin), None)
        if mention and (match := located(reading, mention.start, mention.end, end)):
            begin = match
            continue
        comma = reading.plain.find(",", begin, end)
        if comma > 0 and is_intro(reading, begin, comma):
            begin = comma + 1
            continue
        break
    return begin


def located(reading: Reading, start: int, behind: int, end: int) -> int | None:
    """The end of a place in its case: "Астанада", "Ankara'da"."""
    match = re.compile(r"'?\w*").match(reading.plain, behind, end)
    stop = match.end() if match else behind
    word = reading.plain[reading.plain.rfind(" ", 0, stop) + 1 : stop].replace("'", "")
    return stop if reading.grammar.find("locative").fullmatch(word) else None


def first_of(
    reading: Reading, names: tuple[str, ...], begin: int, end: int
) -> re.Match[str] | None:
    return next((match for name in names if (match := reading.match(name, begin, end))), None)


def is_intro(reading: Reading, begin: int, comma: int) -> bool:
    """A phrase of place or time, or who signed; a part of an enumeration is none of these."""
    word = reading.plain[max(begin, reading.plain.rfind(" ", 0, comma) + 1) : comma]
    if reading.grammar.find("locative").fullmatch(word.replace("'", "")):
        return True
    return any(
        reading.search(name, begin, comma) for name in ("persons", "rulers", "lead", "talks")
    )


# Parties before "between" ------------------------------------------------------------------------


def parties_before(reading: Reading, begin: int, end: int) -> Parties | None:
    """The parties named up to "between", which stands behind them."""
    starts = starts_in(reading, begin, end)
    if found := collective(reading, starts, end):
        return found
    best: Parties | None = None
    joints = joints_in(reading, begin, end)
    for start in starts:
        for joint in joints:
            if joint.start <= start:
                continue
            found = pair(reading, start, joint, end)
            if found and (best is None or found.score > best.score + 0.01):
                best = found
    return (
        with_more(reading, begin, with_third(reading, best)) if best and best.score >= 2 else None
    )


def starts_in(reading: Reading, begin: int, end: int) -> list[int]:
    """Where the first body may begin: at once, after a comma, or after a word of place."""
    starts = {after_intro(reading, begin, end)}
    for match in re.compile(r",\s+|\s[–-]\s").finditer(reading.plain, begin, end):
        starts.add(match.end())
    for name in ("locative", "subject"):
        for match in reading.find(name, begin, end):
            starts.add(reading.skip_space(match.end(), end))
    return sorted(start for start in starts if start < end)[:MOST_CONJUNCTIONS]


def joints_in(reading: Reading, begin: int, end: int) -> list[Span]:
    """Where two bodies may be joined: at a conjunction, or behind an ending that means "with"."""
    joints = [Span(*match.span()) for match in reading.find("conjunction", begin, end)]
    for match in reading.find("with_", begin, end):
        if is_head(reading, match):
            joints.append(Span(match.end(), match.end()))
    return sorted(joints)[-MOST_CONJUNCTIONS:]


def is_head(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a word in a case is the noun of a body, or a state."""
    if reading.mentions_in(match.start(), match.end()):
        return True
    kinds = [kind for kind, _ in reading.grammar.heads]
    return any(
        reading.search(f"head:{kind}", match.start(), match.end()) for kind in kinds
    ) or bool(reading.match("government", match.start(), match.end()))


def pair(reading: Reading, start: int, joint: Span, end: int) -> Parties | None:
    left = body(reading, start, joint.start)
    right = body(reading, joint.end, end)
    if left is None or right is None:
        return None
    score = left.score + right.score + known(reading, left) + known(reading, right)
    if left.state and right.state:
        score += 2 if left.state != right.state else -1.5
    if left.has_head and right.has_head:
        score += 1 + 0.5 * (left.kind == right.kind)
    if joint.end == joint.start or reading.match("joins", joint.start, joint.end):
        score += 1.5
    for one in (left, right):
        score -= 1.5 * sum(1 for _ in reading.find("locative", one.span.start, one.span.end))
    left, right = like_firm(left, right), like_firm(right, left)
    return Parties((left, right), Span(left.span.start, right.span.end), score)


def like_firm(one: Body, other: Body) -> Body:
    """A mere name beside a firm is a firm."""
    is_name = not one.has_head and not one.is_state and one.state is None
    return replace(one, kind="company") if is_name and other.kind == "company" else one


def known(reading: Reading, one: Body) -> float:
    """A body ends with its noun; one that does not is rather cut in two."""
    if one.is_state:
        return 1.0
    names = ["government", *(f"head:{kind}" for kind, _ in reading.grammar.heads)]
    bracket = ASIDE.search(reading.plain[one.span.start : one.span.end])
    end = one.span.start + bracket.start() if bracket else one.span.end
    ends = [m.end() for name in names for m in reading.find(name, one.span.start, one.span.end)]
    return 1.0 if ends and max(ends) >= end - 1 else 0.0


def with_more(reading: Reading, begin: int, parties: Parties) -> Parties:
    """As in "A, B and C": a body of the same sort stands before the comma before the first."""
    first = parties.bodies[0]
    comma = first.span.start - 1 - (reading.plain[first.span.start - 1] == " ")
    if comma <= begin or reading.plain[comma] != ",":
        return parties
    start = max(begin, reading.plain.rfind(",", begin, comma) + 1)
    for place in starts_in(reading, start, comma):
        one = body(reading, place, comma)
        if one is None or not one.is_closed or one.is_state != first.is_state:
            continue
        if one.state == first.state or known(reading, one) <= 0:
            continue
        span = Span(one.span.start, parties.span.end)
        more = replace(parties, bodies=(one, *parties.bodies), span=span)
        return with_more(reading, begin, more)
    return parties


def with_third(reading: Reading, parties: Parties) -> Parties:
    """As in "A, B and C": the first body is two where each part is whole by itself."""
    left = parties.bodies[0]
    comma = reading.plain.find(",", left.span.start, left.span.end)
    if comma < 0:
        return parties
    one, other = body(reading, left.span.start, comma), body(reading, comma + 1, left.span.end)
    if one is None or other is None or not (one.is_closed and other.is_closed):
        return parties
    if one.state == other.state or one.is_state != other.is_state:
        return parties
    return Parties((one, other, *parties.bodies[1:]), parties.span, parties.score)


def collective(reading: Reading, starts: list[int], end: int) -> Parties | None:
    """One plural phrase for both sides: "iki ülke dışişleri bakanlıkları", "A ve B şehirleri"."""
    begin = starts[0] if starts else end
    plural = last_of(reading.find("plural_heads", begin, end))
    if both := reading.search("both", begin, end):
        is_end = not reading.plain[both.end() : end].strip(" ,'\"")
        if is_end:
            return Parties((), Span(both.start(), end), 6, ("both",))
        if plural and plural.end() >= end - 2:
            return Parties((), Span(both.start(), end), 8, ("bodies",))
        return None
    if plural is None or plural.end() < end - 2:
        return None
    return of_two(reading, starts, plural, end) or of_both(reading, max(starts), end)


def last_of(matches: Iterator[re.Match[str]]) -> re.Match[str] | None:
    return next(iter(deque(matches, maxlen=1)), None)


def of_both(reading: Reading, start: int, end: int) -> Parties | None:
    """As in "Transport vazirliklari": a body of each side, though neither is named."""
    if reading.mentions_in(start, end) or reading.search("joins", start, end):
        return None
    return Parties((), Span(start, end), 7, ("bodies",)) if end - start < WIDEST else None


def of_two(reading: Reading, starts: list[int], plural: re.Match[str], end: int) -> Parties | None:
    """Two states, or two places, before one plural noun."""
    mentions = reading.mentions_in(starts[0], plural.start())
    if len(mentions) < 2:
        return None
    one, other = mentions[-2:]
    between = reading.plain[one.end : other.start].split()
    if len(between) > 2 or not reading.search("conjunction", one.end - 1, other.start):
        return None
    if one.form == other.form == "place":
        bodies = [body(reading, m.start, m.end) for m in (one, other)]
        return Parties(tuple(b for b in bodies if b), Span(one.start, end), 8)
    if one.state == other.state:
        return None
    return Parties((), Span(one.start, end), 9, (one.state, other.state))


# Parties that are the subject --------------------------------------------------------------------


def subject_parties(reading: Reading, begin: int, end: int) -> Front | None:
    """As in "A ile B, ... imzaladı", "A B менен ... түздү": who signed, before the title."""
    start = after_intro_of_subject(reading, begin, end)
    if two := two_places(reading, start, end):
        return two
    ends = body_ends(reading, start, end)
    for joint in joints_in(reading, start, end):
        is_ending = joint.start == joint.end
        is_join = is_ending or bool(reading.match("joins", joint.start, joint.end))
        found = companion(reading, start, joint, ends, at_comma=not is_ending) if is_join else None
        found = found or joined_subject(reading, start, joint, ends, end)
        if found is None and is_join:
            found = companion(reading, start, joint, ends)
            found = found or named_alone(reading, start, joint, end)
        if found:
            begin = reading.skip_space(found.span.end, end, ",\"'")
            while match := reading.match("adverbs", begin, end):
                begin = reading.skip_space(match.end(), end, ",")
            return Front(begin, signing(reading, found), True)
    return None


def two_places(reading: Reading, start: int, end: int) -> Front | None:
    """As in "Бишкек жана Казань шаарлары ... кол коюшту"."""
    for plural in reading.find("plural_heads", start, end):
        found = of_two(reading, [start], plural, plural.end())
        if found and found.bodies and found.span.start - start < 3:
            return Front(reading.skip_space(plural.end(), end, ","), found, True)
    return None


def after_intro_of_subject(reading: Reading, begin: int, end: int) -> int:
    while match := first_of(reading, ("adverbs_first", "today"), begin, end):
        begin = reading.skip_space(match.end(), end, ",")
    return begin


def body_ends(reading: Reading, begin: int, end: int) -> list[int]:
    """Where a body may end: behind its noun, unless that is only whom another one is under."""
    places = {
        match.end()
        for kind, _ in reading.grammar.heads
        for match in reading.find(f"head:{kind}", begin, end)
    }
    places |= {match.end() for match in reading.find("government", begin, end)}
    places |= {m.end for m in reading.mentions_in(begin, end) if ends_state(reading, m, end)}
    return sorted(place for place in places if not goes_on(reading, place, end))


def ends_state(reading: Reading, mention: Mention, end: int) -> bool:
    """A state by itself: the name of no body goes on behind it with a capital letter."""
    following = reading.skip_space(mention.end, end)
    return mention.form != "adjective" and not reading.text[following : following + 1].isupper()


def goes_on(reading: Reading, place: int, end: int) -> bool:
    """Another noun of a body, or "under", follows: "Bakanlar Kurulu bünyesindeki Ajans"."""
    begin = reading.skip_space(place, end, "\"'»")
    if reading.match("under", begin, end) or reading.match("government", begin, end):
        return True
    return any(reading.match(f"head:{kind}", begin, end) for kind, _ in reading.grammar.heads)


def joined_subject(
    reading: Reading, start: int, joint: Span, ends: list[int], end: int
) -> Parties | None:
    """As in "A ile B": up to the first noun of a body behind the conjunction."""
    left = body(reading, start, joint.start)
    if left is None or not is_whole(reading, left):
        return None
    for place in ends:
        is_quoted = reading.plain.count('"', joint.end, place) % 2 == 1
        if place <= joint.end or (is_quoted and reading.plain[place : place + 1] != '"'):
            continue
        right = body(reading, joint.end, behind(reading, place, end))
        if right is None or reading.text[right.span.start].islower():
            continue
        if is_whole(reading, right) and right.starts_well:
            return Parties((left, right), Span(start, behind(reading, place, end)), 8)
    return None


def companion(
    reading: Reading, start: int, joint: Span, ends: list[int], *, at_comma: bool = False
) -> Parties | None:
    """As in "A B менен", "A, B ile": the second body stands before "with"."""
    for place in ends:
        if not start < place < joint.start:
            continue
        if at_comma and reading.plain[behind(reading, place, joint.start)] != ",":
            continue
        left, right = body(reading, start, place), body(reading, place, joint.start)
        if left and right and left.is_state and not right.is_state and not at_comma:
            continue
        if left and right and is_whole(reading, left) and is_whole(reading, right):
            return Parties((left, right), Span(start, joint.end), 8)
    return None


def named_alone(reading: Reading, start: int, joint: Span, end: int) -> Parties | None:
    """Two names of firms: "THY ile Uzbekistan Airways", one of them an abbreviation."""
    one = CAPITALS.fullmatch(reading.text[start : joint.start].rstrip())
    begin = reading.skip_space(joint.end, end)
    other = CAPITALS.match(reading.text, begin, end)
    if one is None or other is None or reading.mentions_in(start, joint.start):
        return None
    left, right = body(reading, start, joint.start), body(reading, begin, other.end())
    if left is None or right is None:
        return None
    said = reading.text[start : joint.start] + reading.text[begin : other.end()]
    if not (
        re.search(r"[^\W\d_]{3,}", said) and re.search(r"(?<!\w)[^\W\d_a-zа-я]{3,}(?!\w)", said)
    ):
        return None
    firms = tuple(one if one.has_head else replace(one, kind="company") for one in (left, right))
    if any(
        reading.search("persons", one.span.start, one.span.end) or one.is_state for one in firms
    ):
        return None
    return Parties(firms, Span(start, other.end()), 8)


def is_whole(reading: Reading, one: Body) -> bool:
    if reading.search("persons", one.span.start, one.span.end):
        return False
    return one.is_state or (one.has_head and known(reading, one) > 0)


def behind(reading: Reading, place: int, end: int) -> int:
    match = re.compile(r"[\"»']*").match(reading.plain, place, end)
    return match.end() if match else place


def signing(reading: Reading, found: Parties) -> Parties | None:
    """States and capitals as the subject name no party."""
    return None if all(one.is_state for one in found.bodies) else found
