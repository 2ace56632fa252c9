"""The documents that the text says were signed, block by block and sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from . import chinese, closing, tables
from . import last as last_reader
from .bodies import Parties
from .drafts import Draft
from .employers import employers
from .heads import signed_by_heads
from .instruments import Instrument, instruments
from .joining import shares
from .layout import Block
from .lists import (
    Lists,
    ends,
    introduces,
    is_heading,
    item_instrument,
    reading_noise,
    with_unmarked,
)
from .outside import header_parties, outside, parties_before, tail_parties, without_companion
from .parties import as_parties
from .plurals import plural
from .proposal import NotSignedNow, Said, Span
from .reading import Reading
from .refusing import is_spoken, negative, why_not
from .siblings import chunk_end, is_sibling, without_nested
from .titles import Title, content, title_of

# Of these a title says enough.
ONCE = frozenset(
    {
        "joint_statement",
        "joint_declaration",
        "communique",
        "letter_of_cooperation",
        "letter_of_intent",
        "declaration",
    }
)


# More are not read.
MOST = 400


# Of these the type says the subject.
SPECIFIC = frozenset({"twinning_agreement", "loan_or_grant_agreement"})


class Gathering:
    """Walks through the blocks in order and remembers what later sentences refer to."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.drafts: list[Draft] = []
        self.not_now: list[NotSignedNow] = []
        self.header: Parties | None = None
        self.is_listing = False
        self.groups = 0
        self.is_negative = ""
        self.is_headline = False
        self.last_code = "unspecified"
        #: of a plural word: "three protocols. The first ..."
        self.counted_code = "unspecified"
        self.last_subject: Parties | None = None

    # Blocks ----------------------------------------------------------------------------------

    def gather(self, blocks: list[Block]) -> list[Draft]:
        blocks = with_unmarked(self.reading, blocks)
        self.is_negative = negative(self.reading, blocks)
        lists = Lists(self.reading, blocks)
        table = tables.rows(self.reading, blocks)
        for number, block in enumerate(blocks):
            if number in table:
                if row := table[number]:
                    tables.add_row(self, row, block.span)
                continue
            if block.kind == "item":
                if len(self.drafts) >= MOST:
                    continue
                if lists.is_of_documents(number):
                    self.item(block)
                else:
                    self.numbered_paragraph(block)
                continue
            self.header = None
            if reading_noise(self.reading, block):
                continue
            self.is_headline = (
                not number and is_heading(self.reading, block) and not ends(self.reading, block)
            )
            for sentence in block.sentences:
                if len(self.drafts) < MOST:
                    self.sentence(sentence)
            self.is_listing = introduces(self.reading, block)
            if self.is_listing:
                self.header = header_parties(self.reading, block)
        return self.drafts

    def numbered_paragraph(self, block: Block) -> None:
        """Not an item of a list: running text that tells with a verb what was signed."""
        for sentence in block.sentences:
            ends = self.reading.plain[sentence.end - 1] in ".!"
            if ends and any(
                self.reading.search(name, sentence.start, sentence.end)
                for name in ("signed", "was_signed")
            ):
                self.sentence(sentence)

    # Items -----------------------------------------------------------------------------------

    def item(self, block: Block) -> None:
        reading = self.reading
        one = item_instrument(self.reading, block)
        if one is None:
            return
        if reading.grammar.type_last:
            (chinese if reading.grammar.is_unspaced else last_reader).item(self, block, one)
            return
        if reading.grammar.verb_last:
            closing.item(self, block, one)
            return
        first = block.sentences[0] if block.sentences else block.span
        limit = first.end if one.start < first.end else block.span.end
        if one.number and one.number > 1 and one.is_plural:
            plural(self, one, block.span.start, limit)
            return
        title = title_of(reading, one, limit, in_item=True)
        found = title.parties or title.by
        if found is None:
            found = (
                parties_before(self.reading, block.span.start, one.start)
                or tail_parties(self.reading, title, limit)
                or self.header
            )
        draft = self.add(one, title.span, found, block.span)
        draft.is_item = True
        self.heads(draft, block.span.start, block.span.end)
        following = [
            other
            for other in instruments(reading, title.span.end, limit)
            if is_sibling(self.reading, other, title.span.end)
        ]
        for other in following:
            if not reading.search("signing", title.span.end, other.start):
                break

    # Sentences -------------------------------------------------------------------------------

    def sentence(self, span: Span) -> None:
        reading = self.reading
        if reading.grammar.type_last:
            (chinese if reading.grammar.is_unspaced else last_reader).sentence(self, span)
            return
        if reading.grammar.verb_last:
            closing.sentence(self, span)
            return
        named = instruments(reading, span.start, span.end, self.last_code)
        named = without_nested(self.reading, named, span)
        if not named:
            self.signatures(span)
            return
        signs = self.is_listing or any(
            reading.search(name, span.start, span.end)
            for name in ("signing", "signed", "was_signed")
        )
        was_listing = self.is_listing
        signs = signs or sum(not one.is_plural and not one.is_paper for one in named) > 2
        if reading.search("listing", span.start, named[0].end):
            self.is_listing = True
        if (
            signs
            and not any(not one.is_paper for one in named)
            and any(one.number for one in named)
        ):
            self.is_listing = True
        for number, one in enumerate(named):
            limit = chunk_end(self.reading, named, number, span)
            self.chunk(one, named, number, span, limit, signs or was_listing)

    def signatures(self, span: Span) -> None:
        """A sentence of its own says who signed what the sentences before it named."""
        if not self.reading.search("signing", span.start, span.end):
            return
        found = employers(self.reading, span.start, span.end)
        if found is None:
            return
        parties = as_parties(self.reading, found)
        for draft in reversed(self.drafts):
            if draft.parties or draft.sentence is None or span.start - draft.sentence.end > 400:
                break
            draft.parties, draft.found = parties, found

    # One instrument in its sentence ------------------------------------------------------------

    def chunk(
        self,
        one: Instrument,
        named: list[Instrument],
        number: int,
        span: Span,
        limit: int,
        signs: bool,
    ) -> None:
        reading = self.reading
        if is_spoken(self.reading, one, span):
            return
        why = self.is_negative or why_not(self.reading, one, named, number, span, limit)
        if why:
            if why != "noise" and not one.is_plural and not one.is_paper:
                title = title_of(reading, one, limit)
                self.not_now.append(NotSignedNow(Said(reading.said(title.span), title.span), why))
            return
        if one.is_paper and not one.is_plural and (not signs or one.is_definite):
            return
        if one.is_paper and reading.search("same_kind", one.end, limit):
            one = replace(one, code=self.last_code)
        if one.is_plural:
            plural(self, one, span.start, limit, span, named, number)
            if not one.is_paper:
                self.counted_code = one.code
            return
        if one.is_again and one.code == "unspecified":
            one = replace(one, code=self.counted_code if self.is_ordinal(one) else self.last_code)
        title = title_of(reading, one, limit)
        found = title.parties or title.by
        bare = self.is_bare(one, title)
        if one.is_paper and bare:
            return
        is_told = signs or self.is_listing or found or self.is_counted(one, span)
        if one.code in reading.grammar.weak and not is_told:
            return
        if (
            one.is_definite
            and not self.has_evidence(one, title, span, signs)
            and not (
                found and self.told_before(Draft(one.code, one.core, title.span, sentence=span))
            )
        ):
            return
        if not is_told:
            return
        if found is None:
            found = outside(self.reading, one, title, named, number, span, limit)
            if found and found.bodies and found.bodies[-1].span.start > title.span.start:
                title.span = without_companion(self.reading, title.span, found)
        if (
            number
            and named[number - 1].is_plural
            and named[number - 1].number
            and self.joins(named[number - 1], one)
        ):
            return
        is_bare = bare and not found and one.code not in ONCE
        draft = self.add(one, title.span, found, span)
        draft.is_bare = is_bare
        draft.is_definite = one.is_definite and bare
        if title.short and one.is_definite and self.told_before(draft):
            draft.title = title.short
        draft.is_elliptical = one.is_again
        self.heads(draft, span.start, span.end, title)

    def is_bare(self, one: Instrument, title: Title) -> bool:
        """The type alone: neither a subject nor years nor words before it."""
        said = self.reading.plain[one.end : title.span.end]
        return (
            one.span.start == one.core.start
            and one.code not in SPECIFIC
            and not self.reading.grammar.find("compounds").fullmatch(
                self.reading.plain[one.core.start : one.core.end]
            )
            and not content(self.reading, one.end, title.span.end)
            and not any(character.isdigit() for character in said)
        )

    def told_before(self, draft: Draft) -> bool:
        return any(
            shares(self.reading, draft, other)
            for other in self.drafts
            if other is not draft
            and other.sentence != draft.sentence
            and not (other.is_headline or other.group)
        )

    def joins(self, before: Instrument, one: Instrument) -> bool:
        """As in "two MoUs and a Protocol in Energy": nothing stands between the two."""
        between = self.reading.plain[before.end : one.start].strip()
        return bool(self.reading.grammar.find("conjunction").fullmatch(between))

    def has_evidence(self, one: Instrument, title: Title, span: Span, signs: bool) -> bool:
        """A definite title is new only where it is itself what was signed."""
        reading = self.reading
        if title.verb or (one.code == "communique" and content(reading, one.end, title.span.end)):
            return True
        before = reading.plain[span.start : one.start]
        if reading.grammar.find("signed").search(before) or self.is_listing:
            return True
        if reading.grammar.find("copula").search(before.rstrip()[-12:] + "¶"):
            return True
        if self.drafts and self.drafts[-1].sentence == span and re.search(r"(?:,|\w)\s*$", before):
            return True
        if (
            reading.search("ordinals", span.start, one.start)
            or self.reading.plain[one.span.start - 1 : one.span.start] == '"'
        ):
            return True
        return signs and reading.search("was_signed", title.span.end, span.end) is not None

    def is_counted(self, one: Instrument, span: Span) -> bool:
        """As in "By the third, the Action Plan": an ordinal shortly before, or "the last" alone.

        A communique is issued.
        """
        if one.code == "communique" and one.is_definite:
            return True
        if self.is_ordinal(one) and self.counted_code != "unspecified":
            return True
        return (
            self.reading.search("ordinals", max(span.start, one.start - 30), one.start) is not None
        )

    def is_ordinal(self, one: Instrument) -> bool:
        """As in "The first" alone, without a noun."""
        found = self.reading.find("ordinals", one.core.start, one.core.end) if one.is_again else ()
        return any(match.end() == one.core.end for match in found)

    # Parties outside the title -----------------------------------------------------------------

    # Several of one kind -----------------------------------------------------------------------

    # Results -----------------------------------------------------------------------------------

    def add(
        self,
        one: Instrument,
        title: Span,
        found: Parties | None,
        sentence: Span,
        *,
        elliptical: bool = False,
    ) -> Draft:
        twins = one.code == "twinning_agreement" or (
            self.reading.search("twins", title.start, title.end) is not None
        )
        parties = as_parties(self.reading, found, twins=twins) if found else ()
        draft = Draft(
            code=one.code,
            type_span=one.core,
            title=title,
            parties=parties,
            sentence=sentence,
            is_plural=one.is_plural,
            is_elliptical=elliptical,
            source=one,
            found=found,
            is_headline=self.is_headline,
        )
        self.drafts.append(draft)
        if not one.is_paper:
            self.last_code = one.code
        return draft

    def heads(self, draft: Draft, start: int, end: int, title: Title | None = None) -> None:
        draft.heads_span = signed_by_heads(self.reading, draft, Span(start, end), title)
        draft.by_heads = draft.heads_span is not None
