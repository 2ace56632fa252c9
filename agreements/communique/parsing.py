"""The one door: a text goes in, a proposal comes out."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

from . import days, languages, layout, occasion, totals
from .asking import ask
from .authority import Authority
from .documents import Gathering
from .drafts import Draft
from .gazetteer import gazetteer, resolved
from .heads import find_heads
from .joining import joined
from .marks import MARK, Unmarked
from .proposal import Document, Doubt, Event, Period, Proposal, Said, Span
from .reading import Reading
from .script import plain
from .signatories import name_signatories

# The full stop of an ordinal, which is then one that ends no sentence.
ORDINAL = re.compile(r"(?<=(?<!\d)\d)\.(?= [^\W\d])|(?<=(?<!\d)\d\d)\.(?= [^\W\d])")
LONGEST = 100_000
MOST_DOCUMENTS = 300


def parse(
    text: str,
    *,
    language: str | None = None,
    published_on: date | None = None,
    authority: Authority,
) -> Proposal:
    """Read a communique.

    ``language`` is a BCP 47 tag, or None to be recognised; ``published_on`` the day of
    publication, on which "today" and "on Thursday" rest. The same input gives the same proposal.
    """
    if MARK.search(text):
        bare = Unmarked(text)
        read_bare = parse(
            bare.text, language=language, published_on=published_on, authority=authority
        )
        return dataclasses.replace(bare.back(read_bare), text=text)
    doubts: list[Doubt] = []
    whole = text
    if len(text) > LONGEST:
        doubts.append(Doubt("too_long", (("read", str(LONGEST)), ("all", str(len(text))))))
        text = text[:LONGEST]
    code = languages.in_letters(languages.known(language) or languages.recognised(text), text)
    if code is None:
        return Proposal(whole, language or "und", Event(), doubts=[*doubts, Doubt("not_text")])
    reading = read(text, code, authority)
    blocks = layout.blocks(text, reading.plain)
    reading.states = occasion.main_states(reading, blocks)
    reading.year = published_on.year if published_on else latest_year(reading, blocks)
    people = find_heads(reading)
    reading.head_names = {plain(p.name.value).split()[-1].strip(".”\"'’") for p in people if p.name}
    reading.short_forms = short_forms(reading)
    gathering = Gathering(reading)
    drafts = joined(reading, gathering.gather(blocks))
    if len(drafts) > MOST_DOCUMENTS:
        doubts.append(Doubt("too_many", (("read", str(MOST_DOCUMENTS)),)))
        drafts = drafts[:MOST_DOCUMENTS]
    sentences = [sentence for block in blocks for sentence in block.sentences]
    name_signatories(reading, drafts, sentences, people)
    repeat_periods(reading, drafts)
    documents = [as_document(reading, draft) for draft in drafts]
    event = event_of(reading, blocks, drafts, published_on)
    event.heads = people
    proposal = Proposal(whole, code, event, documents, gathering.not_now, doubts)
    proposal.doubts.extend(ask(proposal, reading.grammar))
    return proposal


def latest_year(reading: Reading, blocks: list[layout.Block]) -> int | None:
    """The latest year of a whole date; years that a plan covers lie ahead and are none."""
    years = [
        year
        for block in blocks
        for _, year, _, _ in days.written_dates(reading, block.span)
        if year
    ]
    return max(years, default=None)


def read(text: str, code: str, authority: Authority) -> Reading:
    plain_text = plain(text)
    if languages.GRAMMARS[code].ordinal_dot:
        plain_text = ORDINAL.sub("․", plain_text)
    found = gazetteer(authority, code)
    mentions = resolved(found, found.find(text, plain_text), plain_text)
    # Where lines end is for the layout; words are read across.
    plain_text = plain_text.replace("\n", " ")
    return Reading(text, plain_text, languages.GRAMMARS[code], mentions)


def short_forms(reading: Reading) -> dict[str, str]:
    """As in "General Department of Plant Health of Vietnam (GDPH)": the state of GDPH."""
    found: dict[str, str] = {}
    for match in re.finditer(r"\(\s*[“\"«]?([^\W\d_][\w&-]{1,11})[”\"»]?\s*\)", reading.text):
        if not any(letter.isupper() for letter in match[1][1:] or match[1]):
            continue
        before = [
            m
            for m in reading.mentions_in(max(0, match.start() - 90), match.start())
            if m.form != "place"
        ]
        after = [
            m
            for m in reading.mentions_in(match.end(), min(len(reading.text), match.end() + 30))
            if m.form != "place"
        ]
        if after and re.fullmatch(
            r"\s*(?:of|de|du|da|do|del)?\s*(?:the\s+)?", reading.plain[match.end() : after[0].start]
        ):
            found.setdefault(match[1], after[0].state)
        elif before and ";" not in reading.plain[before[-1].end : match.start()]:
            found.setdefault(match[1], before[-1].state)
    return found


def event_of(
    reading: Reading, blocks: list[layout.Block], drafts: list[Draft], published_on: date | None
) -> Event:
    told_until = max(
        (draft.sentence.end for draft in drafts if draft.sentence), default=len(reading.text)
    )
    day = days.signing_day(reading, blocks, published_on, told_until)
    return Event(
        kind=occasion.kind(reading),
        began_on=Said(day.edtf, day.span) if day else None,
        ended_on=days.last_day(reading, day) if day else None,
        day_without_year=None if day or published_on else days.day_without_year(reading, blocks),
        place=occasion.place(reading, blocks) if drafts else None,
        states=occasion.event_states(reading, drafts),
        total=totals.total(reading, blocks),
        rests_on_publication=bool(day and day.rests_on_publication),
    )


def as_document(reading: Reading, draft: Draft) -> Document:
    if draft.code == "treaty" and any(
        party.kind in ("company", "university") for party in draft.parties
    ):
        # Russian and its neighbours have one word for a treaty and a contract between firms.
        draft.code = "contract"
    return Document(
        type=Said(draft.code, draft.type_span),
        title=Said(re.sub(r"\s+", " ", reading.said(draft.title)), draft.title),
        parties=draft.parties,
        period=draft.period,
        is_signed_by_heads=draft.by_heads,
        signatories=draft.signatories,
        is_several=draft.is_plural and not draft.is_elliptical and not draft.is_item,
        heads_span=draft.heads_span,
        told_again=tuple(draft.again),
    )


def repeat_periods(reading: Reading, drafts: list[Draft]) -> None:
    """As in "For the same period": the years of the document before."""
    known: Period | None = None
    for draft in drafts:
        draft.period = draft.period or period(reading, draft)
        if draft.period:
            known = draft.period
        elif match := reading.search("same_period", draft.title.start, draft.title.end):
            draft.period = known and Period(known.first, known.last, Span(*match.span()))


def period(reading: Reading, draft: Draft) -> Period | None:
    """The years in the title, if they are those that it covers."""
    title = draft.title
    for pattern in reading.grammar.period:
        for match in reading.each(pattern, title.start, title.end + 14):
            if match.start() > title.end:
                continue
            groups = match.groupdict()
            first = int(groups["a"]) if groups.get("a") else None
            last = groups.get("b")
            if "one" in groups:
                return Period(first, first, Span(*match.span()))
            if last and len(last) == 2 and first:
                last = str(first)[:2] + last
            last_year = int(last) if last else None
            if first and last_year and not first <= last_year <= first + 30:
                continue
            if "/" in match[0] and last_year != (first or 0) + 1:  # the number of a resolution
                continue
            return Period(first, last_year, Span(*match.span()))
    return None
