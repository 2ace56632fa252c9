"""Documents as they are being gathered, before doubles are joined and doubts are named."""

from __future__ import annotations

from dataclasses import dataclass, field

from .bodies import Parties
from .instruments import Instrument
from .proposal import Party, Period, Person, Span


@dataclass
class Draft:
    code: str
    type_span: Span
    title: Span
    parties: tuple[Party, ...] = ()
    period: Period | None = None
    by_heads: bool = False
    heads_span: Span | None = None
    is_definite: bool = False
    is_plural: bool = False
    sentence: Span | None = None
    is_elliptical: bool = False
    again: list[Span] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    found: Parties | None = None
    signatories: tuple[Person, ...] = ()
    source: Instrument | None = None
    is_item: bool = False
    #: the type alone, without parties: kept only where the text tells of nothing else
    is_bare: bool = False
    is_headline: bool = False
    #: of one plural word, where several drafts come from it
    group: int = 0
