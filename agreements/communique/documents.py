"""The documents that the text says were signed, block by block and sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from . import chinese, closing
from . import last as last_reader
from .bodies import Body, Parties, as_parties, body, parse_parties
from .distribution import elements, pairs, repeated
from .days import written_dates
from .drafts import Draft
from .employers import employers
from .instruments import Instrument, instruments
from .joining import shares
from .layout import Block
from .proposal import NotSignedNow, Party, Said, Span
from .reading import Reading, tells_of_past_year, trim_tail
from .script import trimmed
from .titles import Title, content, first_stop, signed_by, title_of


# Of these a title says enough.
ONCE = frozenset({"joint_statement", "joint_declaration", "communique", "letter_of_cooperation", "letter_of_intent", "declaration"})


# More are not read; of a list, so many items are looked at to see what it is a list of.
MOST = 400
MOST_LOOKED_AT = 60
# So many characters before an instrument tell whether it is named within the title before it.
FAR = 800


# "SUVA - ", "ZAGREB, 12. studenoga (HIA) – " before the first sentence.
DATELINE = re.compile(r"[^\W\d_]{2,}[^\n;:]{0,48}?\s[-–—]\s+(?=[^\W\d_])")


# Of these the type says the subject.
SPECIFIC = frozenset({"twinning_agreement", "loan_or_grant_agreement"})


YEAR_BEHIND = re.compile(r"[^,.;]{0,24}?\s(?:in|en|em|im|u|v|в)\s((?:19|20)\d\d)(?!\d)")


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
        self.lists: dict[int, bool] = {}
        self.last_code = "unspecified"
        self.last_subject: Parties | None = None

    # Blocks ----------------------------------------------------------------------------------

    def gather(self, blocks: list[Block]) -> list[Draft]:
        blocks = with_unmarked(self.reading, blocks)
        self.is_negative = negative(self.reading, blocks)
        for number, block in enumerate(blocks):
            if block.kind == "item":
                if len(self.drafts) >= MOST:
                    continue
                if self.is_of_documents(blocks, number):
                    self.item(block)
                else:
                    self.numbered_paragraph(block)
                continue
            self.header = None
            if reading_noise(self.reading, block):
                continue
            self.is_headline = not number and self.is_heading(block) and not self.ends(block)
            for sentence in block.sentences:
                if len(self.drafts) < MOST:
                    self.sentence(sentence)
            self.is_listing = self.introduces(block)
            if self.is_listing:
                self.header = self.header_parties(block)
        return self.drafts

    def numbered_paragraph(self, block: Block) -> None:
        """Not an item of a list: running text that tells with a verb what was signed."""
        for sentence in block.sentences:
            ends = self.reading.plain[sentence.end - 1] in ".!"
            if ends and any(
                self.reading.search(name, sentence.start, sentence.end) for name in ("signed", "was_signed")
            ):
                self.sentence(sentence)

    def introduces(self, block: Block) -> bool:
        said = self.reading.plain[block.span.start : block.span.end].rstrip()
        return said.endswith((":", ":-", " –", "-")) or bool(
            self.reading.search("listing", block.span.start, block.span.end)
        )

    def header_parties(self, block: Block) -> Parties | None:
        """The parties of a whole list: "between the governments the following were signed:"."""
        last = block.sentences[-1] if block.sentences else block.span
        if self.reading.plain[last.end - 1] != ":":
            return None
        if self.reading.grammar.type_last:
            return last_reader.header_parties(self.reading, last)
        match = self.reading.search("between", last.start, last.end)
        if match is None:
            return self.header_subject(last)
        if any(True for _ in self.reading.grammar.type_pattern.finditer(self.reading.plain, last.start, match.start())):
            return None
        return parse_parties(self.reading, match.end(), last.end)

    def header_subject(self, sentence: Span) -> Parties | None:
        """"The Ministry A and the Ministry B signed:"."""
        verb = self.reading.search("signed", sentence.start, sentence.end)
        if verb is None:
            return None
        found = parse_parties(self.reading, self.subject_start(sentence, verb.start()), verb.start())
        return found if found and self.are_signing(found) else None

    def is_of_documents(self, blocks: list[Block], number: int) -> bool:
        """Most items of this list begin with a type, or its heading names documents."""
        if number in self.lists:
            return self.lists[number]
        first = number
        while first > 0 and blocks[first - 1].kind == "item" and blocks[first - 1].marker == blocks[number].marker:
            first -= 1
        last = number
        while last + 1 < len(blocks) and blocks[last + 1].kind == "item" and blocks[last + 1].marker == blocks[number].marker:
            last += 1
        items = blocks[first : last + 1]
        looked_at = items[:MOST_LOOKED_AT]
        typed = sum(bool(self.item_instrument(item)) for item in looked_at)
        is_listed = self.is_list_of_documents(blocks, first, typed, len(looked_at))
        self.lists.update(dict.fromkeys(range(first, last + 1), is_listed))
        return is_listed

    def is_list_of_documents(self, blocks: list[Block], first: int, typed: int, count: int) -> bool:
        heading = blocks[first - 1] if first else None
        if heading and self.is_heading(heading):
            names = list(self.reading.grammar.type_pattern.finditer(self.reading.plain, heading.span.start, heading.span.end))
            papers = self.reading.search("papers", heading.span.start, heading.span.end)
            if not names and not papers and not self.reading.search("signing", heading.span.start, heading.span.end):
                return typed * 3 >= count * 2 and count > 1
        return typed * 2 >= count

    def ends(self, block: Block) -> bool:
        return self.reading.plain[block.span.end - 1] in ".!?:;。"

    def is_heading(self, block: Block) -> bool:
        return len(block.sentences) == 1 and block.span.end - block.span.start < 120

    # Items -----------------------------------------------------------------------------------

    def item_instrument(self, block: Block) -> Instrument | None:
        found = [one for one in instruments(self.reading, block.span.start, block.span.end) if not one.is_again]
        if not found:
            return None
        reading = self.reading
        if reading.grammar.type_last:
            typed = [one for one in found if not one.is_paper]
            return typed[-1] if typed else found[-1]
        for one in found:
            before = reading.words(block.span.start, one.start)
            if len(before) <= 2 and not (one.is_paper and not content(reading, one.end, block.span.end)):
                return one
        first = next((one for one in found if not one.is_paper), None)
        if first and (
            reading.search("between", block.span.start, first.start)
            or '"' in reading.plain[first.start - 1 : first.start]
            or reading.search("signing", block.span.start, first.start)
            or parse_parties(reading, block.span.start, first.start)
        ):
            return first
        return None

    def item(self, block: Block) -> None:
        reading = self.reading
        one = self.item_instrument(block)
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
            self.plural(one, block.span.start, limit)
            return
        title = title_of(reading, one, limit, in_item=True)
        found = title.parties or title.by
        if found is None:
            found = self.parties_before(block.span.start, one.start) or self.tail_parties(title, limit) or self.header
        draft = self.add(one, title.span, found, block.span)
        draft.is_item = True
        self.heads(draft, block.span.start, block.span.end)
        following = [
            other for other in instruments(reading, title.span.end, limit)
            if self.is_sibling(other, title.span.end)
        ]
        for other in following:
            if not reading.search("signing", title.span.end, other.start):
                break

    def tail_parties(self, title: Title, limit: int) -> Parties | None:
        if title.verb is None:
            return None
        match = self.reading.search("between", title.verb.end, limit)
        return parse_parties(self.reading, match.end(), limit) if match else None

    def parties_before(self, start: int, end: int) -> Parties | None:
        match = self.reading.search("between", start, end)
        return parse_parties(self.reading, match.end() if match else start, end)

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
        named = self.without_nested(named, span)
        if not named:
            self.signatures(span)
            return
        signs = self.is_listing or any(
            reading.search(name, span.start, span.end) for name in ("signing", "signed", "was_signed")
        )
        was_listing = self.is_listing
        signs = signs or sum(not one.is_plural and not one.is_paper for one in named) > 2
        if reading.search("listing", span.start, named[0].end):
            self.is_listing = True
        if signs and not any(not one.is_paper for one in named) and any(one.number for one in named):
            self.is_listing = True
        for number, one in enumerate(named):
            limit = self.chunk_end(named, number, span)
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

    def chunk_end(self, named: list[Instrument], number: int, span: Span) -> int:
        if number + 1 == len(named):
            return span.end
        return trim_tail(self.reading, named[number].start, named[number + 1].start).end

    def without_nested(self, named: list[Instrument], span: Span) -> list[Instrument]:
        """Without those that stand within the title of another: "protocol amending the agreement"."""
        kept: list[Instrument] = []
        for one in named:
            if kept and not self.is_sibling(one, kept[-1].end):
                continue
            kept.append(one)
        return kept

    def is_sibling(self, one: Instrument, after: int) -> bool:
        reading = self.reading
        between = reading.plain[max(after, one.start - FAR) : one.start]
        if reading.grammar.find("nesters").search(between[-60:] + "¶"):
            return False
        if one.is_paper and not re.search(r"[;]", between) and not one.number:
            if not re.search(r"(?:,|\band|\bи|\bet|\by|\be|\bund)\s*$", between):
                return False
        if re.search(r"[;:.]\s*$", between) or ";" in between:
            return True
        if re.search(r"(?:[,\"»]|\s[–-])\s*$", between):
            return True
        tail = between.rstrip()
        conjunction = list(reading.grammar.find("conjunction").finditer(between))
        if (
            conjunction
            and not between[conjunction[-1].end() :].strip(" ,")
            and reading.grammar.find("between").search(between)
        ):
            return True
        if conjunction and not between[conjunction[-1].end() :].strip(" ,"):
            return self.stands_alone(one)
        if not tail:
            return False
        return bool(
            reading.grammar.find("was_signed").search(between)
            or reading.grammar.find("signed").search(between)
            or reading.grammar.find("siblings").search(between)
        )

    def stands_alone(self, one: Instrument) -> bool:
        """After a bare "and": with an article or number, several, or of more than one word."""
        if not self.reading.grammar.has_articles:
            return True
        core = self.reading.plain[one.core.start : one.core.end]
        return one.start < one.span.start or one.is_plural or one.is_again or " " in core or one.span != one.core

    # One instrument in its sentence ------------------------------------------------------------

    def chunk(
        self, one: Instrument, named: list[Instrument], number: int, span: Span, limit: int, signs: bool
    ) -> None:
        reading = self.reading
        if self.is_spoken(one, span):
            return
        why = self.why_not(one, named, number, span, limit)
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
            self.plural(one, span.start, limit, span, named, number)
            return
        if one.is_again and one.code == "unspecified":
            one = replace(one, code=self.last_code)
        title = title_of(reading, one, limit)
        found = title.parties or title.by
        bare = self.is_bare(one, title)
        if one.is_paper and bare:
            return
        if one.code in reading.grammar.weak and not (signs or self.is_listing or found):
            return
        if one.is_definite and not self.has_evidence(one, title, span, signs) and not (
            found and self.told_before(Draft(one.code, one.core, title.span, sentence=span))
        ):
            return
        if not signs and not self.is_listing and not found and not self.is_counted(one, span):
            return
        if found is None:
            found = self.outside(one, title, named, number, span, limit)
            if found and found.bodies and found.bodies[-1].span.start > title.span.start:
                title.span = self.without_companion(title.span, found)
        if number and named[number - 1].is_plural and named[number - 1].number and self.joins(named[number - 1], one):
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
            shares(self.reading, draft, other) for other in self.drafts
            if other is not draft and other.sentence != draft.sentence and not (other.is_headline or other.group)
        )

    def joins(self, before: Instrument, one: Instrument) -> bool:
        """"two MoUs and a Protocol in Energy": nothing stands between the two."""
        between = self.reading.plain[before.end : one.start].strip()
        return bool(self.reading.grammar.find("conjunction").fullmatch(between))

    def without_companion(self, title: Span, found: Parties) -> Span:
        """The title up to "with", where the other party stands behind it."""
        last = found.bodies[-1].span
        if not title.meets(last):
            return title
        return trim_tail(self.reading, title.start, max(
            (m.start() for m in self.reading.find("with_", title.start, last.start)), default=last.start
        ))

    def has_evidence(self, one: Instrument, title: Title, span: Span, signs: bool) -> bool:
        """A definite title is new only where it is itself what was signed."""
        reading = self.reading
        if title.verb:
            return True
        before = reading.plain[span.start : one.start]
        if reading.grammar.find("signed").search(before) or self.is_listing:
            return True
        if reading.grammar.find("copula").search(before.rstrip()[-12:] + "¶"):
            return True
        if self.drafts and self.drafts[-1].sentence == span and re.search(r"(?:,|\w)\s*$", before):
            return True
        if reading.search("ordinals", span.start, one.start) or self.reading.plain[one.span.start - 1 : one.span.start] == '"':
            return True
        return signs and reading.search("was_signed", title.span.end, span.end) is not None

    def is_counted(self, one: Instrument, span: Span) -> bool:
        """"By the third, the Action Plan": an ordinal stands shortly before."""
        return self.reading.search("ordinals", max(span.start, one.start - 30), one.start) is not None

    def is_spoken(self, one: Instrument, span: Span) -> bool:
        """Within a quotation of what somebody said."""
        said = self.reading.plain[span.start : one.start]
        if said.count('"') % 2 == 0:
            return False
        opening = span.start + said.rfind('"')
        closing = self.reading.plain.find('"', one.end, span.end)
        inside = self.reading.plain[opening + 1 : closing if closing > 0 else span.end]
        return one.span.start - opening > 25 and len(inside.split()) > 9

    def why_not(
        self, one: Instrument, named: list[Instrument], number: int, span: Span, limit: int
    ) -> str | None:
        """Why it is no document of now: planned, older, noise; None where it may be one."""
        reading = self.reading
        if self.is_negative:
            return self.is_negative
        start = self.clause_start(one, span)
        after = self.clause_end(one, limit)
        for name in ("planned", "older"):
            for match in reading.find(name, start, after):
                if self.tells_of(one, name, match):
                    return name
        if self.is_dated_at_once(one, after) or self.is_dated_otherwise(one, after) or self.is_of_another_year(one, span):
            return "older"
        return None

    def tells_of(self, one: Instrument, name: str, match: re.Match[str]) -> bool:
        """The words speak of this instrument, not of one that its title names, nor after its verb."""
        if match.start() < one.end:
            return True
        reading = self.reading
        if any(reading.search(word, one.end, match.start()) for word in ("was_signed", "replaces")):
            return False
        return name != "older" or not reading.grammar.type_pattern.search(reading.plain, one.end, match.end())

    def is_dated_at_once(self, one: Instrument, limit: int) -> bool:
        """A participle of signing with a year stands right behind a quoted title."""
        end = title_of(self.reading, one, limit).span.end
        match = self.reading.search("dated", end, min(limit, end + 70))
        quoted = self.reading.plain[end : end + 1] == '"' or self.reading.plain[end - 1 : end] == '"'
        near = quoted or not self.reading.grammar.has_articles
        return match is not None and near and not self.reading.plain[end : match.start()].strip(' ",')

    def is_of_another_year(self, one: Instrument, span: Span) -> bool:
        """The sentence tells of a year long before the publication."""
        reading = self.reading
        if reading.year is None:
            return tells_of_past_year(reading, Span(span.start, min(one.start, span.start + 16)))
        verb = reading.search("was_signed", one.end, span.end)
        if verb and (match := YEAR_BEHIND.match(reading.plain, verb.end(), span.end)):
            return int(match[1]) < reading.year - 1
        for match in reading.each(r"(?<![\d–-])(?:19|20)\d\d(?![\d–-]|\s?[–-]\s?\d)", span.start, span.end):
            if int(match[0]) >= reading.year - 1:
                continue
            if reading.grammar.type_pattern.search(reading.plain, span.start, match.start()):
                break
            if match.start() < one.start and reading.grammar.find("in_year").search(reading.plain[span.start : match.start()][-34:] + "¶"):
                return True
        return False

    def clause_start(self, one: Instrument, span: Span) -> int:
        reading = self.reading
        place = max(
            reading.plain.rfind(";", span.start, one.start),
            reading.plain.rfind(" – ", span.start, one.start),
        )
        return max(span.start, place)

    def clause_end(self, one: Instrument, limit: int) -> int:
        semicolon = self.reading.plain.find(";", one.end, limit)
        return semicolon if semicolon > 0 else limit

    def is_dated_otherwise(self, one: Instrument, limit: int) -> bool:
        """"signed in Dushanbe in 2016", "dated 14 March 1995" right after a definite title."""
        match = self.reading.search("dated", one.end, limit)
        if match is None:
            return False
        return one.is_definite and not self.reading.search("was_signed", one.end, match.start())

    # Parties outside the title -----------------------------------------------------------------

    def outside(
        self, one: Instrument, title: Title, named: list[Instrument], number: int, span: Span, limit: int
    ) -> Parties | None:
        reading = self.reading
        after = title.verb.end if title.verb else title.span.end
        for match in reading.find("between", after, limit):
            found = parse_parties(reading, match.end(), limit)
            if found:
                return found
        if (dash := re.search(r"[–-]\s*$", reading.plain[span.start : one.start])) and number:
            for match in reading.find("clauses", named[number - 1].end, one.start):
                return parse_parties(reading, match.end(), span.start + dash.start())
        if agent := self.agent(title, limit):
            return agent
        if gapped := self.gapped(one, named, number):
            return gapped
        if subject := self.subject_parties(one, self.own_clause(one, named, number, span)):
            return subject
        if reading.plain[one.start - 1 : one.start] == '"' and number:
            found = parse_parties(reading, named[number - 1].end, one.start)
            comma = reading.plain.rfind('"', named[number - 1].end, one.start - 1)
            found = parse_parties(reading, comma + 1, one.start - 1) if comma > 0 else found
            if found:
                return found
        if not number and (match := reading.search("between", span.start, one.start)):
            found = parse_parties(reading, match.end(), one.start)
            if found and not all(b.is_state for b in found.bodies):
                return found
        if found := employers(reading, after, span.end) or employers(reading, span.start, one.start):
            return found
        if title.verb is None and (match := reading.search("by", title.span.end, limit)):
            if match.start() - title.span.end < 40:
                return signed_by(reading, match.end(), limit)
        return None

    def gapped(self, one: Instrument, named: list[Instrument], number: int) -> Parties | None:
        """"..., and the Directorate C and the firm D a contract": the verb is not said again."""
        if not number or one.start == one.span.start:
            return None
        reading = self.reading
        for match in reading.find("conjunction", named[number - 1].end, one.start):
            found = parse_parties(reading, match.end(), one.start)
            if found and found.bodies and found.span.end >= one.start - 3 and self.are_signing(found):
                return found
            break
        return None

    def own_clause(self, one: Instrument, named: list[Instrument], number: int, span: Span) -> Span:
        """From the clause on that has a subject and a verb of its own: "..., while A and B sealed"."""
        reading = self.reading
        if not number:
            return span
        previous = named[number - 1].end
        for match in reading.find("clauses", previous, one.start):
            if reading.search("signed", match.end(), one.start):
                return Span(match.end(), span.end)
        return span

    def agent(self, title: Title, limit: int) -> Parties | None:
        """"Den Vertrag unterzeichneten A und B": who stands behind an active verb."""
        reading = self.reading
        if not reading.grammar.agent_after_verb:
            return None
        after = min(limit, title.span.end + 20)
        verb = title.verb or reading.search("was_signed", title.span.end, after)
        if verb is None:
            return None
        end = verb.end if isinstance(verb, Span) else verb.end()
        return signed_by(reading, reading.skip_space(end, limit), limit)

    def subject_parties(self, one: Instrument, span: Span) -> Parties | None:
        """"A and B signed an MoU", "A signed an MoU with B; another with C"."""
        reading = self.reading
        verbs = [match for match in reading.find("signed", span.start, one.start)]
        if not verbs:
            return None
        verb = verbs[-1] if len(verbs) > 1 and not re.search(r"\b(?:was|were|been)\s*$", reading.plain[span.start:verbs[-1].start()]) else verbs[0]
        start = self.subject_start(span, verb.start())
        for begin in self.subject_starts(start, verb.start()):
            found = parse_parties(reading, begin, verb.start())
            if found and (self.are_signing(found) or one.code == "twinning_agreement" and self.are_twins(found)):
                return found
        if reading.grammar.subject_after_verb and (found := self.behind_verb(one, verb.end())):
            return found
        return self.with_companion(one, start, verb.start(), span)

    def behind_verb(self, one: Instrument, start: int) -> Parties | None:
        """"Firmaron A y B un acuerdo": the subject between the verb and the document."""
        reading = self.reading
        if reading.grammar.type_pattern.search(reading.plain, start, one.core.start):
            return None
        found = parse_parties(reading, start, one.start)
        found = found if found and (found.collective or len(found.bodies) > 1) else None
        if found is None and (match := reading.search("with_", start, one.start)):
            pair = body(reading, start, match.start()), body(reading, match.end(), one.start)
            if all(one and (one.has_head or one.is_closed) for one in pair):
                found = Parties(pair, Span(start, one.start), 8)
        return found if found and self.are_signing(found) else None

    def subject_starts(self, start: int, verb: int) -> list[int]:
        """The start of the sentence, and that of its last clause: "watched as A and B signed"."""
        clauses = [match.end() for match in self.reading.find("conjunctives", start, verb)]
        officers = [match.end() for match in self.reading.find("officers", start, verb)]
        return [start, *clauses[-1:], *officers[:1]]

    def are_twins(self, found: Parties) -> bool:
        """Two names without any head are cities, if what they signed makes them twins."""
        return len(found.bodies) == 2 and not any(
            one.is_state or self.is_person(one.span) or self.reading.text[one.span.start].islower()
            for one in found.bodies
        )

    def are_signing(self, found: Parties) -> bool:
        """Bodies that may be parties; states, capitals and persons as subject name none."""
        if found.collective and self.says_government(found.span):
            return True
        if found.collective:
            return found.collective != ("both",) and len(content(self.reading, found.span.start, found.span.end)) > 1
        if any(self.is_person(b.span) for b in found.bodies):
            return False
        if self.reading.match("city_heads", found.bodies[0].span.start, found.span.end):
            return True
        if not all(b.has_head or b.is_closed or self.is_brand(b, found) for b in found.bodies):
            return False
        if all(self.says_government(b.span) for b in found.bodies):
            return True
        return not all(b.is_state or self.is_capital(b) for b in found.bodies) and any(
            b.has_head and not b.is_state for b in found.bodies
        )

    def says_government(self, span: Span) -> bool:
        return self.reading.search("governments", span.start, span.end) is not None

    def is_brand(self, body: Body, found: Parties) -> bool:
        """A name without a noun of a body, beside a firm: "Lokomotor hf."."""
        words = self.reading.words(body.span.start, body.span.end)
        return body.starts_well and len(words) > 1 and any(
            other.kind == "company" and other.has_head for other in found.bodies if other is not body
        )

    def is_capital(self, body: Body) -> bool:
        return any(m.form == "place" and m.span == body.span for m in self.reading.mentions_in(body.span.start, body.span.end))

    def is_person(self, span: Span) -> bool:
        """The office of a person stands before any body: "Director of the Museum"."""
        match = self.reading.search("persons", span.start, span.end)
        return bool(match) and match.start() - span.start < 22

    def subject_start(self, span: Span, verb: int) -> int:
        reading = self.reading
        start = span.start + (len(line[0]) if (line := DATELINE.match(reading.text[span.start : verb])) else 0)
        for match in reading.each(r"[,;:)]\s+", span.start, verb):
            if reading.match("intro", span.start, match.start()) and match.start() - span.start < 90:
                start = match.end()
        for dated, _, _, _ in written_dates(reading, Span(start, min(verb, start + 30))):
            if dated.start - start < 4:
                start = reading.skip_space(dated.end, verb, ",.г")
        if match := reading.match("adverbs_first", start, verb):
            start = reading.skip_space(match.end(), verb, ",")
        return start

    def with_companion(self, one: Instrument, start: int, end: int, span: Span) -> Parties | None:
        """One body before the verb, the other after "with" behind the title."""
        reading = self.reading
        subject = body(reading, start, end)
        limit = reading.plain.find(";", one.end, span.end)
        limit = limit if limit > 0 else span.end
        match = reading.search("with_", one.end, limit)
        if not reading.grammar.type_pattern.search(reading.plain, end, one.core.start):
            match = reading.search("with_", end, one.start) or match
        if subject is None or match is None or not subject.has_head:
            return None
        if self.is_person(subject.span):
            return None
        end = one.start if match.start() < one.start else limit
        stop = first_stop(reading, match.end(), end, False, enumerating=True)
        other = body(reading, match.end(), stop)
        is_name = match.start() < one.start and reading.text[other.span.start].isupper() if other else False
        if other is None or not (other.has_head or other.is_closed or is_name):
            return None
        return Parties((subject, other), Span(subject.span.start, other.span.end), 8)

    # Several of one kind -----------------------------------------------------------------------

    def plural(
        self, one: Instrument, start: int, limit: int, span: Span | None = None,
        named: list[Instrument] | None = None, number: int = 0,
    ) -> None:
        """One plural word: several documents where the text tells them apart, else none."""
        reading = self.reading
        is_item = span is None
        span = span or Span(start, limit)
        title = title_of(reading, one, limit)
        if not is_item and self.of_subjects(one, title, span):
            return
        verb = title.verb
        begin = one.end
        stop = first_stop(reading, begin, limit, False, enumerating=True)
        for place in [begin, *([verb.end] if verb else [])]:
            match = reading.search("between", place, limit)
            if match and (verb is None or match.start() < verb.start or place == verb.end):
                found = pairs(reading, match.start(), limit)
                if len(found) > 1 and (one.number is None or one.number == len(found)):
                    for part, parties in found:
                        self.add(one, part, parties, span, elliptical=True)
                    return
                if len(found) == 1 and one.number in (None, 1) and not self.is_summed(one, named):
                    if one.is_paper and all(body.is_state for body in found[0][1].bodies):
                        return
                    if one.is_paper:
                        self.add(one, found[0][0], found[0][1], span, elliptical=True)
                        return
                    if not self.parts(one, begin, match.start()):
                        self.add(one, title.span if title.parties else trim_tail(reading, one.span.start, found[0][1].span.end), found[0][1], span)
                        return
                break
        self.enumerated(one, title, stop, span, limit)

    def of_subjects(self, one: Instrument, title: Title, span: Span) -> bool:
        """"A and B as well as C and D signed MoUs": a document for each pair before the verb."""
        reading = self.reading
        verbs = list(reading.find("signed", span.start, one.start))
        if not verbs or one.number:
            return False
        found = pairs(reading, self.subject_start(span, verbs[0].start()), verbs[0].start())
        if len(found) < 2 or not all(self.are_signing(parties) for _, parties in found):
            return False
        for _, parties in found:
            self.add(one, title.span, parties, span, elliptical=True)
        return True

    def is_summed(self, one: Instrument, named: list[Instrument] | None) -> bool:
        """"13 agreements and memoranda", "documents": a total, and no document."""
        before = [other for other in named or [] if other.end <= one.start]
        return bool(
            before and before[-1].is_plural and (before[-1].number or 0) > 1
            and self.reading.grammar.find("conjunction").fullmatch(
                self.reading.plain[before[-1].end : one.start].strip()
            )
        )

    def parts(self, one: Instrument, start: int, end: int) -> list[Span]:
        parts = repeated(self.reading, start, end)
        if len(parts) > 1:
            return parts
        return []

    def enumerated(self, one: Instrument, title: Title, stop: int, span: Span, limit: int) -> None:
        reading = self.reading
        start = reading.skip_space(one.end, limit, ",")
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
            found = self.outside(one, title, [one], 0, span, limit)
        parts = repeated(reading, start, stop)
        if len(parts) < 2:
            if copula := reading.match("copulas", start, limit):
                start = reading.skip_space(copula.end(), limit)
                stop = max(stop, first_stop(reading, start, limit, False, enumerating=True))
            if match := self.fields_after(title, limit) or reading.search("relates", start, limit) or self.topics_are(one, span, limit):
                start = match.end()
                stop = first_stop(reading, start, limit, False, enumerating=True)
                start = reading.skip_space(start, limit, ":,")
                if second := reading.match("subject", start, limit):
                    start = second.end()
            elif match := reading.match("topics", start, stop):
                start = match.end()
            else:
                return
            if not self.topics_are(one, span, limit):
                start = self.past_field(start, stop)
            parts = elements(reading, start, stop, one.number)
            if len(parts) < 2 and found and one.number in (None, 1) and content(reading, one.end, title.span.end):
                if one.code != "unspecified" and not one.is_paper:
                    self.add(one, title.span, found, span)
                return
        if one.is_paper and (not one.number or self.is_followed(one, span)):
            return
        if len(parts) < 2 or (one.number and len(parts) != one.number):
            return
        self.groups += 1
        for part in parts:
            self.add(one, part, found, span, elliptical=True).group = self.groups

    def fields_after(self, title: Title, limit: int) -> re.Match[str] | None:
        """"MoUs on exchanges were signed for the fields of A; B; C"."""
        if title.verb is None:
            return None
        return self.reading.grammar.find("fields_list").search(self.reading.plain, title.verb.end, limit)

    def topics_are(self, one: Instrument, span: Span, limit: int) -> re.Match[str] | None:
        """"Subjects of the agreements are A, B and C"."""
        reading = self.reading
        if not reading.search("topic_words", span.start, one.start):
            return None
        return re.compile(rf"\s*(?:{reading.grammar.copulas})(?!\w)").match(reading.plain, one.end, limit) if reading.grammar.copulas else None

    def is_followed(self, one: Instrument, span: Span) -> bool:
        """Further types in the sentence say themselves what the papers are."""
        return any(True for _ in self.reading.grammar.type_pattern.finditer(self.reading.plain, one.end, span.end))

    def past_field(self, start: int, stop: int) -> int:
        """"in the areas of A and B": what is listed begins after "of"."""
        match = re.compile(self.reading.grammar.field_words or r"(?!)").match(self.reading.plain, start, stop)
        return match.end() if match else start

    # Results -----------------------------------------------------------------------------------

    def add(
        self, one: Instrument, title: Span, found: Parties | None, sentence: Span, *, elliptical: bool = False
    ) -> Draft:
        parties: tuple[Party, ...] = as_parties(self.reading, found) if found else ()
        draft = Draft(
            code=one.code, type_span=one.core, title=title, parties=parties, sentence=sentence,
            is_plural=one.is_plural, is_elliptical=elliptical, source=one, found=found,
            is_headline=self.is_headline,
        )
        self.drafts.append(draft)
        if not one.is_paper:
            self.last_code = one.code
        return draft

    def heads(self, draft: Draft, start: int, end: int, title: Title | None = None) -> None:
        from .heads import signed_by_heads

        draft.heads_span = signed_by_heads(self.reading, draft, Span(start, end), title)
        draft.by_heads = draft.heads_span is not None


def negative(reading: Reading, blocks: list[Block]) -> str:
    """Why the whole text tells of nothing that was signed now: planned, ratified; empty if it may."""
    sentences = [s for block in blocks for s in block.sentences]
    lead = [s for s in sentences[:3]]
    if any(reading.search("ratified", s.start, s.end) for s in lead) and not any(
        reading.search("in_presence", s.start, s.end) for s in sentences
    ):
        return "ratified"
    planned = [s for s in sentences if reading.search("planned", s.start, s.end) and mentions_papers(reading, s)]
    if not planned:
        return ""
    for s in sentences:
        if not mentions_papers(reading, s) or reading.search("planned", s.start, s.end):
            continue
        if reading.search("older", s.start, s.end) or reading.search("history", s.start, s.end):
            continue
        if tells_of_past_year(reading, s):
            continue
        if reading.search("was_signed", s.start, s.end) or reading.search("signed", s.start, s.end) or s.start < 1:
            return ""
    return "planned" if planned[0].start < len(reading.plain) * 0.35 and not any(b.kind == "item" for b in blocks) else ""


def mentions_papers(reading: Reading, span: Span) -> bool:
    return bool(
        reading.grammar.type_pattern.search(reading.plain, span.start, span.end)
        or reading.search("papers", span.start, span.end)
    )


def reading_noise(reading: Reading, block: Block) -> bool:
    """A line that leads to another story."""
    return reading.match("other_story", block.span.start, block.span.end) is not None


def with_unmarked(reading: Reading, blocks: list[Block]) -> list[Block]:
    """Lines without a marker that begin with a type, one after another, are items too."""
    done: list[Block] = []
    for number, block in enumerate(blocks):
        is_item = block.kind == "paragraph" and is_unmarked_item(reading, blocks, number)
        done.append(replace(block, kind="item", marker="none") if is_item else block)
    return done


def is_unmarked_item(reading: Reading, blocks: list[Block], number: int) -> bool:
    block = blocks[number]
    if reading.grammar.type_last:
        return last_reader.is_unmarked_item(reading, blocks, number)
    if not begins_with_type(reading, block) or len(block.sentences) > 1:
        return False
    said = reading.plain[block.span.start : block.span.end].rstrip()
    before = blocks[number - 1] if number else None
    introduced = before is not None and (
        reading.plain[before.span.start : before.span.end].rstrip().endswith(":")
    )
    neighbours = [
        other for other in (number - 1, number + 1)
        if 0 <= other < len(blocks) and blocks[other].kind == "paragraph" and begins_with_type(reading, blocks[other])
    ]
    listed = before is not None and before.kind == "item"
    ends = said.endswith((";", ","))
    verbs = reading.search("was_signed", block.span.start, block.span.end) or (
        reading.grammar.verb_last and reading.search("signed", block.span.start, block.span.end)
    )
    return (ends or (introduced or neighbours or listed) and not said.endswith(":") and not verbs) and bool(introduced or neighbours or listed)


def begins_with_type(reading: Reading, block: Block) -> bool:
    found = instruments(reading, block.span.start, min(block.span.end, block.span.start + 160))
    typed = [one for one in found if not one.is_again and not one.is_paper]
    return bool(typed) and typed[0].start - block.span.start <= 2
