"""Where the title of an instrument ends in the text, and whose names stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from .bodies import Parties
from .instruments import Instrument
from .phrases import parse_parties
from .proposal import Span
from .reading import Reading, trim_tail

ASIDE = re.compile(
    r"\s[–-]\s+(?=[a-z]*(?:exchange|sign|подпис|обмен))|\s*\((?:signed|exchanged|подписан)"
)
# No title is longer, in characters; of several "between" in it, so many are tried for parties.
LONGEST = 2_500
MOST_BETWEENS = 4
PAIRS = {"«": "»", "“": "”"}
YEARS = re.compile(r"\s*(?:года?|годы|гг\.?|г\.)(?!\w)")
QUOTE = re.compile(r"[\"«“]")


@dataclass
class Title:
    """A title and what was read of parties; ``verb`` is where a word of conclusion followed."""

    span: Span
    parties: Parties | None = None
    verb: Span | None = None
    by: Parties | None = None
    #: without the verb and what follows, where ``span`` has them
    short: Span | None = None


def title_of(reading: Reading, one: Instrument, limit: int, *, in_item: bool = False) -> Title:
    """The title that begins with the instrument and ends before ``limit``."""
    limit = min(limit, one.end + LONGEST)
    closing = quoted_end(reading, one, limit)
    if closing and (title := between_behind(reading, one, closing, limit, in_item)):
        return title
    if closing:
        title = Title(trim_tail(reading, one.span.start, with_period(reading, closing, limit)))
        title.parties = parties_within(reading, one.end, closing)
        title.verb = verb_after(reading, closing, limit)
        if title.parties is None and title.verb:
            title.parties = between_from(reading, title.verb.end, limit)
        return title
    stop = first_stop(reading, one.end, limit, in_item)
    verb = verb_after(reading, one.end, limit, in_item)
    if verb and verb.start > stop:
        if behind_aside(reading, stop, verb.start) and not reading.match(
            "topics", reading.skip_space(stop + 1, limit), limit
        ):
            return Title(
                trim_tail(reading, one.span.start, stop),
                parties_within(reading, one.end, stop),
                verb,
            )
        verb = verb if behind_aside(reading, stop, verb.start) else None
    if verb is None:
        parties = parties_within(reading, one.end, stop)
        stop = after_parties(reading, parties, stop, in_item)
        return Title(trim_tail(reading, one.span.start, stop), parties)
    return interrupted(reading, one, verb, limit)


def between_behind(
    reading: Reading, one: Instrument, closing: int, limit: int, in_item: bool
) -> Title | None:
    """As in "Memorandum 'On water' between A and B": the parties go on behind the quotation."""
    between = reading.match("between", reading.skip_space(closing, limit), limit)
    if between is None or not (parties := parse_parties(reading, between.end(), limit)):
        return None
    stop = first_stop(reading, closing, limit, in_item)
    stop = after_parties(reading, parties, max(stop, parties.span.end), in_item)
    return Title(
        trim_tail(reading, one.span.start, stop), parties, verb_after(reading, stop, limit)
    )


def with_period(reading: Reading, closing: int, limit: int) -> int:
    """As in "Roadmap 'Clean water' until 2025": the years belong to the title."""
    begin = reading.skip_space(closing, limit)
    if reading.plain[closing - 1 : closing] != '"':
        return closing
    for pattern in reading.grammar.period:
        years = reading.grammar.word(rf"(?:[^\W\d_]{{1,4}} )?{pattern}").match(
            reading.plain, begin, limit
        )
        if years:
            year = YEARS.match(reading.plain, years.end(), limit)
            return year.end() if year else years.end()
    return closing


def quoted_end(reading: Reading, one: Instrument, limit: int) -> int | None:
    """The end of a title in quotation marks: «Протокол ...», Memorandum “On ...”."""
    if before := QUOTE.search(reading.plain, max(0, one.span.start - 1), one.span.start):
        closing = closing_quote(reading, before.start(), one.end, limit)
        return closing if closing > one.end + 3 else None
    opening = re.compile(r"\s*\"").match(reading.plain, one.end, limit)
    if opening:
        closing = closing_quote(reading, opening.end() - 1, opening.end(), limit)
        return closing + 1 if closing > 0 else None
    return None


def closing_quote(reading: Reading, opened: int, start: int, limit: int) -> int:
    """The mark that closes: names within a title have marks of their own. -1: none does."""
    opening, closing = reading.text[opened], PAIRS.get(reading.text[opened], "")
    depth = 1
    for place in range(start, limit if closing else start):
        depth += (reading.text[place] == opening) - (reading.text[place] == closing)
        if not depth:
            return place
    return reading.plain.find('"', start, limit)


def first_stop(
    reading: Reading, start: int, limit: int, in_item: bool, *, enumerating: bool = False
) -> int:
    stops = [limit]
    if match := ASIDE.search(reading.plain, start, limit):
        stops.append(match.start())
    cell = reading.plain.find(" | ", start, limit)
    if cell >= 0:
        stops.append(cell)
    semicolon = reading.plain.find(";", start, limit)
    if semicolon >= 0 and not enumerating:
        stops.append(semicolon)
    for match in reading.find("stop_item" if in_item else "stop_right", start, limit):
        if (
            not in_name(reading, start, match)
            and not is_of_title(reading, match)
            and not is_subject_verb(reading, start, match)
            and not (match[0].startswith("at ") and follows_head(reading, match.start()))
        ):
            stops.append(match.start())
            break
    stop = min(stops)
    return stop if in_item or enumerating else before_aside(reading, start, stop)


def behind_aside(reading: Reading, stop: int, verb: int) -> bool:
    """As in "A memorandum, on customs data, was signed": the verb follows two commas."""
    said = reading.plain[stop:verb].rstrip()
    return len(said) < 120 and said.startswith(",") and said.endswith(",") and said.count(",") == 2


def is_of_title(reading: Reading, match: re.Match[str]) -> bool:
    """As "Testing by laboratories" goes on, and "by the Ministry", "by President A" does not."""
    if not reading.grammar.find("by").fullmatch(match[0]):
        return False
    after = reading.plain[match.end() : match.end() + 24].lstrip()
    place = reading.skip_space(match.end(), len(reading.text))
    return not (
        reading.text[place : place + 1].isupper() or reading.grammar.find("definite").match(after)
    )


def is_subject_verb(reading: Reading, start: int, match: re.Match[str]) -> bool:
    """As in "The last concerns tourism": right behind the type it tells the subject."""
    is_next = not reading.plain[start : match.start()].strip()
    return is_next and reading.match("relates", match.start(), len(reading.text)) is not None


def before_aside(reading: Reading, start: int, stop: int) -> int:
    """Running text goes on after a comma; a title only where the comma enumerates."""
    behind_state = -1
    for match in reading.each(r"[,،、]", start, stop):
        if in_name(reading, start, match):
            continue
        place = reading.skip_space(match.end(), stop)
        state = state_at(reading, place, stop)
        if state and reading.search("between", start, match.start()):
            behind_state = state.end
            continue
        if match.start() == behind_state and reading.match("topics", place, stop):
            continue
        if match.start() - start < 2 and reading.match("topics", place, stop):
            continue
        if reading.match("between", place, stop) or reading.match("continued", place, stop):
            continue
        if is_state_behind(reading, place, stop):
            continue
        first = reading.match("conjunction", place, stop)
        if (
            first
            and reading.search("between", start, match.start())
            and begins_body(reading, first.end(), stop)
        ):
            continue
        if (first and len(reading.words(first.end(), stop)) > 3) or not enumerates(
            reading, match.end(), stop
        ):
            return match.start()
    return stop


def state_at(reading: Reading, place: int, stop: int) -> Span | None:
    """As in "Ministry of X, State, ...": a state alone between commas."""
    named = reading.mentions_in(place, min(stop, place + 60))
    is_alone = bool(named) and named[0].start == place and named[0].form == "name"
    return (
        named[0].span
        if is_alone and reading.plain[named[0].end : named[0].end + 1] == ","
        else None
    )


def begins_body(reading: Reading, start: int, stop: int) -> bool:
    """As in "..., of Portugal, and the Agency ...": the second party, no new clause."""
    place = reading.skip_space(start, stop)
    while article := reading.match("articles", place, stop) or reading.match(
        "definite", place, stop
    ):
        place = reading.skip_space(article.end(), stop, "'’")
    end = name_end(reading, place, stop)
    return any(reading.search(f"head:{kind}", place, end) for kind, _ in reading.grammar.heads)


def name_end(reading: Reading, place: int, stop: int) -> int:
    """Where the first word ends, and those with a capital that follow a capital."""
    words = reading.words(place, stop)
    if not words:
        return stop
    end = words[0].end()
    for word in words[1:] if reading.text[words[0].start()].isupper() else ():
        if not reading.text[word.start()].isupper():
            break
        end = word.end()
    return end


def is_state_behind(reading: Reading, place: int, stop: int) -> bool:
    """As in "Department of Agriculture, Bhutan": a state alone behind the comma."""
    mention = next((m for m in reading.mentions_in(place, stop) if m.start == place), None)
    if mention is None or mention.form != "name":
        return False
    after = reading.plain[mention.end : stop]
    begin = reading.skip_space(mention.end, stop)
    return not after.strip() or any(
        reading.match(name, begin, stop) for name in ("conjunction", "topics", "subject")
    )


def enumerates(reading: Reading, place: int, stop: int) -> bool:
    """Whether what follows a comma is a further short part of an enumeration."""
    begin = reading.skip_space(place, stop)
    if reading.match("participle", begin, stop):
        return True
    if reading.match("new_clause", begin, stop):
        return False
    comma = re.compile(r"[,،、]").search(reading.plain, place, stop)
    end = comma.start() if comma else stop
    if reading.search("clause_verbs", place, end):
        return False
    conjunction = reading.search("conjunction", place, end)
    part = reading.words(place, conjunction.start() if conjunction else end)
    if conjunction and not part:
        return len(reading.words(conjunction.end(), end)) <= 12
    if conjunction:
        return len(part) <= 6
    if len(part) > 5 or comma is None:
        return False
    return enumerates(reading, comma.end(), stop)


def follows_head(reading: Reading, place: int) -> bool:
    """As in "The Diplomatic Academy at the Ministry": the words belong to a name."""
    words = reading.words(max(0, place - 30), place)
    return bool(words) and any(
        reading.match(f"head:{kind}", words[-1].start(), place) for kind, _ in reading.grammar.heads
    )


def in_name(reading: Reading, start: int, match: re.Match[str]) -> bool:
    said = reading.plain[start : match.start()]
    return said.count("(") > said.count(")")


def verb_after(reading: Reading, start: int, limit: int, in_item: bool = False) -> Span | None:
    """The first words of conclusion; in a list a bare participle belongs to the title."""
    for match in reading.find("was_signed", start, limit):
        if in_item and " " not in match[0].strip() and reading.grammar.aux_verbs:
            continue
        return Span(*match.span())
    return None


def parties_within(reading: Reading, start: int, limit: int) -> Parties | None:
    for match in islice(reading.find("between", start, limit), MOST_BETWEENS):
        found = parse_parties(reading, match.end(), limit)
        if (
            found
            and is_of_ends(reading, match.start())
            and not any(one.has_noun for one in found.bodies)
        ):
            continue
        if found:
            return found
    return (
        of_both(reading, start, limit)
        or of_two(reading, start, limit)
        or of_bodies(reading, start, limit)
    )


def of_bodies(reading: Reading, start: int, limit: int) -> Parties | None:
    """As in "Protocol of cooperation of the foreign ministries": a plural at the end."""
    for match in reading.find("of_parties", start, limit):
        words = reading.words(match.end(), limit)
        if (
            1 < len(words) <= 5
            and words[0][0] == "the"
            and words[-1][0] in ("ministries", "agencies")
        ):
            return Parties((), Span(words[1].start(), words[-1].end()), 5, ("bodies",))
    return None


def is_of_ends(reading: Reading, between: int) -> bool:
    """As in "Flights between A and B": these are no parties."""
    before = reading.plain[max(0, between - 24) : between]
    return reading.grammar.find("not_between").search(before + "¶") is not None


def of_two(reading: Reading, start: int, limit: int) -> Parties | None:
    """As in "Agreement on cooperation of the Institute A of X and the University B of Y"."""
    for place in genitives(reading, start, limit):
        found = parse_parties(reading, place, limit)
        if (
            found
            and len(found.bodies) == 2
            and all(
                one.has_head and one.is_closed and one.state and not one.is_state
                for one in found.bodies
            )
            and found.bodies[0].state != found.bodies[1].state
        ):
            return found
    return None


def genitives(reading: Reading, start: int, limit: int) -> Iterator[int]:
    """Where bodies may begin: behind "of", or at their capital where a case says the same."""
    for match in reading.find("of_parties", start, limit):
        yield match.end()
    words = reading.words(start, limit) if reading.grammar.bare_genitive else []
    for word, following in pairwise([*words, None]):
        is_name = word is not None and reading.text[word.start()].isupper()
        if is_name and any(is_head(reading, one) for one in (word, following)):
            yield word.start()


def is_head(reading: Reading, word: re.Match[str] | None) -> bool:
    return word is not None and any(
        reading.match(f"head:{kind}", word.start(), word.end()) for kind, _ in reading.grammar.heads
    )


def of_both(reading: Reading, start: int, limit: int) -> Parties | None:
    """As in "The programme of the foreign ministries of the two countries": without "between"."""
    for both in reading.find("both", start, limit):
        heads = list(reading.find("plural_heads", max(start, both.start() - 70), both.start()))
        if heads and not re.search(r"[,;]", reading.plain[heads[0].start() : both.start()]):
            return Parties((), Span(heads[0].start(), both.end()), 6, ("bodies",))
    return None


def between_from(reading: Reading, start: int, limit: int) -> Parties | None:
    match = reading.search("between", start, min(limit, start + 40))
    return parse_parties(reading, match.end(), limit) if match else None


def after_parties(reading: Reading, parties: Parties | None, stop: int, in_item: bool) -> int:
    """After the parties only a subject or the years go on; anything else ends the title."""
    if parties is None or in_item:
        return stop
    end = parties.span.end
    while end < stop and reading.plain[end] in "\"')]":
        end += 1
    rest = reading.plain[end:stop]
    if re.match(r"\s*(?:\(|,? ?(?:19|20)\d\d)", rest):
        return stop
    begin = reading.skip_space(end, stop, ",")
    if reading.match("subject", begin, stop) or reading.match("of_", begin, stop):
        return stop
    return end


def interrupted(reading: Reading, one: Instrument, verb: Span, limit: int) -> Title:
    """As in "An MoU was signed between A and B on C": the verb stands within the title."""
    before = parties_within(reading, one.end, verb.start)
    begin = reading.skip_space(verb.end, limit, ",")
    while match := reading.match("adverbs", begin, limit):
        begin = reading.skip_space(match.end(), limit, ",")
    if before is None and (match := reading.match("between", begin, limit)):
        parties = parse_parties(reading, match.end(), limit)
        keeps_out = not reading.grammar.verb_in_title
        if parties and keeps_out and content(reading, one.end, verb.start):
            return Title(trim_tail(reading, one.span.start, verb.start), parties, verb)
        if parties:
            stop = after_parties(
                reading, parties, first_stop(reading, parties.span.end, limit, False), False
            )
            short = trim_tail(reading, one.span.start, verb.start)
            short = short if content(reading, one.end, verb.start) else None
            return Title(trim_tail(reading, one.span.start, stop), parties, verb, short=short)
    by = None
    if match := reading.match("by", begin, limit):
        by = signed_by(reading, match.end(), limit)
    elif reading.grammar.bare_agent and starts_body(reading, begin, limit):
        by = signed_by(reading, begin, limit)
    is_bare = not content(reading, one.end, verb.start)
    if by and by.collective == ("both",):
        begin, by = reading.skip_space(by.span.end, limit, ","), None
    if by and before is None and reading.grammar.verb_in_title:
        stop = after_parties(reading, by, first_stop(reading, by.span.end, limit, False), False)
        return Title(trim_tail(reading, one.span.start, stop), by, verb, by)
    if (
        is_bare
        and before is None
        and (reading.match("topics", begin, limit) or reading.match("infinitive", begin, limit))
    ):
        stop = first_stop(reading, begin, limit, False)
        return Title(
            trim_tail(reading, one.span.start, stop), parties_within(reading, begin, stop), verb
        )
    return Title(trim_tail(reading, one.span.start, verb.start), before, verb, by)


def starts_body(reading: Reading, start: int, limit: int) -> bool:
    """A head of a body stands among the next two words."""
    words = reading.words(start, min(limit, start + 60))[:2]
    return any(
        reading.match(f"head:{kind}", w.start(), w.end())
        for w in words
        for kind, _ in reading.grammar.heads
    )


def content(reading: Reading, start: int, end: int) -> list[str]:
    noise = reading.grammar.noise | reading.grammar.title_noise
    return [w[0] for w in reading.words(start, end) if w[0] not in noise and not w[0].isdigit()]


def is_person(reading: Reading, span: Span) -> bool:
    """The office of a person; one that a body is under says nothing."""
    under = reading.search("under", span.start, span.end) if reading.grammar.under else None
    return reading.search("persons", span.start, under.start() if under else span.end) is not None


def signed_by(reading: Reading, start: int, limit: int) -> Parties | None:
    """Bodies that signed; persons are none, though their offices name a body."""
    begin = reading.skip_space(start, limit)
    if re.match(r"(?:the |both |two )*", reading.plain[begin:]) and any(
        reading.grammar.find("rulers").match(reading.plain, place)
        or reading.grammar.find("persons").match(reading.plain, place)
        for place in [w.start() for w in reading.words(begin, min(limit, begin + 30))][:4]
    ):
        return None
    found = parse_parties(reading, start, limit)
    if found is None or found.collective == ("both",):
        return found
    if any(is_person(reading, one.span) for one in found.bodies if not one.is_counterpart):
        return None
    if found.bodies and all(one.is_state for one in found.bodies):
        return None
    if not found.collective and not all(
        one.has_head or one.is_closed or one.is_counterpart for one in found.bodies
    ):
        return None
    return found
