"""The words of a communique behind each value: quoted as they stand in the kept text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from agreements.forms.communique_rows import At, at
from agreements.models import Citation, Source
from agreements.models.vocabulary import Stance

FEW_WORDS = 5
MOST_CITED = 300
WHOLE_BY_THEMSELVES = ("titles",)
# Where a sentence ends: at a line, or at a full stop before a capital letter.
END = re.compile(r"\n|(?<=[.!?…])[\"»”)]*\s+(?=[\"«“(]?[^\W\d_])|(?<=[。！？])")
CHINESE = re.compile("[\u4e00-\u9fff]")
ABBREVIATED = re.compile(r"(?:^|\W)(?:[^\W\d_]|[DM]r|Mrs|Ms|No|St|им|ул|гг)\.$")


def is_short(words: str) -> bool:
    """Chinese writes without spaces: there two signs are counted as a word."""
    return len(words.split()) + len(CHINESE.findall(words)) // 2 < FEW_WORDS


def around(text: str, place: At) -> At:
    """The sentence of these words, and the next one too where it is no longer than they are."""
    ends = ends_of(text)
    start = max((end for end in ends if end <= place.start), default=0)
    rest = [*(end for end in ends if end >= place.end), len(text)]
    end = next((e for e in rest if not is_short(text[start:e])), rest[-1])
    return bounded(text, At(start, end), place)


@lru_cache(maxsize=2)
def ends_of(text: str) -> tuple[int, ...]:
    """Where the sentences end, with the space behind them."""
    return tuple(m.end() for m in END.finditer(text) if not is_abbreviation(text, m))


def is_abbreviation(text: str, match: re.Match[str]) -> bool:
    """As in "г. Астана", "H. E." and "Dr. Khan"; and where a sentence goes on small."""
    if "\n" in match[0]:
        return False
    before, after = text[max(match.start() - 8, 0) : match.start()], text[match.end() :][:2]
    return after.lstrip('"«“(')[:1].islower() or bool(ABBREVIATED.search(before))


def bounded(text: str, whole: At, place: At) -> At:
    """Of a long sentence the whole words around the place."""
    start, end = whole
    if end - start > MOST_CITED:
        room = max(MOST_CITED - (place.end - place.start), 0) // 2
        start, end = max(start, place.start - room), min(end, place.end + room)
        if start > whole.start:
            start = min(text.find(" ", start, place.start) + 1 or place.start, place.start)
        if end < whole.end:
            end = max(text.rfind(" ", place.end, end), place.end)
    words = text[start:end]
    return At(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))


class Citing:
    """Gathers citations of one source and writes them together."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.rows: list[Citation] = []

    def cite(
        self,
        place: At | None,
        field: str,
        *,
        stance: Stance = Stance.STATES,
        value: str = "",
        **record: Any,
    ) -> None:
        """Nothing where the text does not say it, or says it somewhere that is not in it.

        A word or two say nothing by themselves: then the sentence around them is cited.
        """
        if place and field not in WHOLE_BY_THEMSELVES and is_short(self.words(place)):
            place = around(self.source.kept_text, place)
        quote = self.words(place)
        if quote:
            self.rows.append(
                Citation(
                    source=self.source,
                    quote=quote,
                    quote_start=place.start,
                    field=field,
                    stance=stance,
                    value=value,
                    **record,
                )
            )

    def words(self, place: At | None) -> str:
        text = self.source.kept_text
        return text[place.start : place.end] if place and place.end <= len(text) else ""

    def whole(self, **record: Any) -> None:
        """The communique speaks of the record in no words that are one of its fields: how it
        begins is cited."""
        self.cite(At(0, 1), "", **record)

    def save(self) -> None:
        Citation.objects.bulk_create(self.rows)

    def quote_of(self, doubt: dict[str, Any]) -> str:
        return self.words(at(doubt["at"]))
