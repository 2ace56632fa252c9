"""What a list of documents may be narrowed to, with how many documents there then are.

Offered is what the reader has not filtered yet: so a number is that of the rows after the click.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.functional import cached_property
from django.utils.html import conditional_escape, format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext

from agreements.filters import DocumentFilters
from agreements.filters.base import from_first_page
from agreements.marking import in_language
from agreements.models.vocabulary import Level, TextAvailability
from agreements.search import Figures
from agreements.search.figures import MOST_AGENCIES
from agreements.search.names import Names
from agreements.search.rows import body
from agreements.search.vocabularies import Offered

from . import tallies

FIRST = 12
MOST = 50
# So many rows of a sample are a number; fewer are "few".
TELLING = 10
# Years that still have a bar each; of more, decades have.
MOST_BARS = 60


@dataclass(frozen=True)
class Value:
    """``url`` is empty where no filter asks for it, ``number`` None for a few that nobody counted.

    ``code`` is that of a status.
    """

    label: SafeString | str
    number: int | None
    url: str = ""
    code: str = ""

    @property
    def item(self) -> SafeString:
        """As an item of a list. A page has hundreds of them, and a template takes its time."""
        label, number = conditional_escape(self.label), gettext("few")
        if self.number is not None:
            number = intcomma(self.number)
        shown = f' class="status status-{self.code}"' if self.code else ""
        if self.url:
            told = f'<a href="{conditional_escape(self.url)}" rel="nofollow"{shown}>{label}</a>'
        else:
            told = f'<span class="unrecorded">{label}</span>'
        return SafeString(f'<li>{told} <span class="number">{number}</span></li>')


@dataclass(frozen=True)
class Facet:
    """``name`` is that of the parameter. The values that many have stand first; of the others
    their number is told, None where nobody counted them."""

    name: str
    label: str
    values: list[Value]
    is_about: bool = False
    left_out: int | None = 0

    @property
    def first(self) -> list[Value]:
        return self.values[:FIRST]

    @property
    def rest(self) -> list[Value]:
        return self.values[FIRST:]


@dataclass(frozen=True)
class Bar:
    """A year or a decade: where it stands, how high in hundredths of the highest."""

    label: str
    number: int | None
    url: str
    at: int
    height: float

    @property
    def top(self) -> float:
        return round(100 - self.height, 2)

    @property
    def after(self) -> int:
        return self.at + 1


class Facets:
    """Of one page. ``names`` must hold the agencies of ``agencies_in()``."""

    def __init__(self, filters: DocumentFilters, figures: Figures, names: Names) -> None:
        self.filters = filters
        self.figures = figures
        self.names = names
        self.vocabulary = filters.vocabulary

    def all(self) -> list[Facet]:
        """Those with values, in the order in which readers ask."""
        found = (
            self.states(),
            self.partners(),
            self.agencies(),
            self.subjects(),
            self.types(),
            self.levels(),
            self.statuses(),
            self.languages(),
            self.texts(),
        )
        return [facet for facet in found if facet and facet.values]

    # One for each thing to narrow by. None where the reader has asked for it already.

    def states(self) -> Facet | None:
        if self.has("state", "between"):
            return None
        known = self.vocabulary.state_of_number
        pairs = [(known[int(pk)], n) for pk, n in self.figures.of_kind("s") if int(pk) in known]
        values = [(named(state), n, {"state": state.word}) for state, n in pairs[:MOST]]
        return self.facet("state", gettext("State"), "s", values, len(pairs))

    def partners(self) -> Facet | None:
        """Of one state: with whom it signed. Both are asked for together then, if they are two."""
        codes = self.filters.asked.get("state", [])
        if len(codes) != 1 or self.has("between"):
            return None
        one = self.vocabulary.state_of_code[codes[0]]
        known = self.vocabulary.state_of_number
        pairs = self.figures.partners(one.pk)
        others = ((known[other], number) for other, number in pairs[:MOST])
        values = [
            (named(other), number, {"between": [one.word, other.word]} if other != one else {})
            for other, number in others
        ]
        return self.facet("between", gettext("With"), "p", values, len(pairs), instead_of="state")

    def agencies(self) -> Facet | None:
        if self.has("agency"):
            return None
        values = []
        pairs = self.figures.of_kind("a")
        for pk, number in pairs[:MOST]:
            if int(pk) in self.names.agencies:
                # Others may stand below it, and it is not for everybody to know whether they do.
                asked = {"agency": pk, "alone": "on"}
                values.append((of_agency(int(pk), self.names), number, asked))
        label = gettext("Agency, city or institute")
        return self.facet("agency", label, "a", values, len(pairs))

    def subjects(self) -> Facet | None:
        """Groups; in a group that is asked for, what stands below it."""
        slug = self.filters.asked.get("subject")
        group = self.vocabulary.subject_of_word[slug].pk if slug else None
        known = self.vocabulary.subject_of_number
        pairs = ((known.get(int(pk)), n) for pk, n in self.figures.of_kind("g"))
        values = [
            (named(subject), n, {"subject": subject.word})
            for subject, n in pairs
            if subject and subject.above == group
        ]
        return self.facet("subject", gettext("Subject"), "g", values, instead_of="subject")

    def types(self) -> Facet | None:
        return self.of_choices("type", gettext("Type"), "t", self.vocabulary.types)

    def levels(self) -> Facet | None:
        return self.of_choices("level", gettext("Level"), "v", Level.choices)

    def texts(self) -> Facet | None:
        return self.of_choices("text", gettext("Text"), "x", TextAvailability.choices)

    def languages(self) -> Facet | None:
        label = gettext("Language of a title or text")
        return self.of_choices("language", label, "l", self.vocabulary.languages)

    def statuses(self) -> Facet | None:
        said = tallies.statuses().items()
        return self.of_choices("status", gettext("Status today"), "z", said)

    @cached_property
    def bars(self) -> list[Bar]:
        """From the first year to the last; decades where the years are many."""
        numbers = {year: n for year, n in self.figures.years() if year}
        if self.has("year") or not numbers:
            return []
        is_long = max(numbers) - min(numbers) >= MOST_BARS
        step = 10 if is_long and not self.has("since", "until") else 1
        totals: dict[int, int] = {}
        for year, number in numbers.items():
            totals[year - year % step] = totals.get(year - year % step, 0) + number
        first, most = min(totals), max(totals.values())
        is_about = self.figures.is_about
        link = self.link()
        return [
            Bar(
                f"{start:04}" if step == 1 else f"{start:04}–{start + step - 1:04}",
                self.told(number, is_about=is_about),
                link(year=start) if step == 1 else link(since=f"{start:04}", until=f"{end:04}"),
                (start - first) // step,
                round(max(1.0, 100 * number / most), 2),
            )
            for start, number in sorted(totals.items())
            for end in [start + step - 1]
        ]

    @property
    def last_bar(self) -> Bar | None:
        return self.bars[-1] if self.bars else None

    @property
    def undated(self) -> int | None:
        """How many have no date of signing; None where a year is asked for."""
        return None if self.has("year") else dict(self.figures.years()).get(None, 0)

    @property
    def is_years_about(self) -> bool:
        return self.figures.is_about

    # What they share.

    def has(self, *names: str) -> bool:
        return any(name in self.filters.asked for name in names)

    def of_choices(
        self, name: str, label: str, kind: str, choices: Iterable[tuple[str, str]]
    ) -> Facet | None:
        """Values of a list. Those that stand for nothing recorded can't be asked for."""
        if self.has(name):
            return None
        known = dict(choices)
        values = [
            (
                capfirst(str(known[code])) if code in known else unlisted(code),
                number,
                {name: code} if code in known else {},
            )
            for code, number in self.figures.of_kind(kind)
        ]
        return self.facet(name, label, kind, values)

    def facet(
        self,
        name: str,
        label: str,
        kind: str,
        values: list[tuple],
        number: int = 0,
        instead_of: str = "",
    ) -> Facet:
        """``number`` is that of all values, where there may be more than these."""
        is_about = self.figures.is_about_kind(kind)
        left_out = max(0, max(number, len(values)) - MOST)
        if left_out and (is_about or (kind == "a" and number >= MOST_AGENCIES)):
            left_out = None
        link = self.link(instead_of)
        return Facet(
            name,
            label,
            [
                Value(
                    words,
                    self.told(number, is_about=is_about),
                    link(**asked) if asked else "",
                    asked.get("status", "") if kind == "z" else "",
                )
                for words, number, asked in values[:MOST]
            ],
            is_about,
            left_out,
        )

    def told(self, number: int, *, is_about: bool) -> int | None:
        return None if is_about and number < TELLING * self.figures.one_in else number

    def link(self, instead_of: str = "") -> Callable[..., str]:
        """Makes addresses that ask for more than this page, or for something instead."""
        query = from_first_page(self.filters.data, instead_of).urlencode()
        start = f"?{query}&" if query else "?"
        return lambda **asked: start + urlencode(asked, doseq=True)


def agencies_in(filters: DocumentFilters, figures: Figures) -> list[int]:
    """Those that are offered, so that their names can be read with others."""
    if "agency" in filters.asked:
        return []
    return [int(pk) for pk, _number in figures.of_kind("a")[:MOST]]


def of_agency(pk: int, names: Names) -> SafeString:
    """Its name, with that of its state."""
    return body(names.states[names.state_of[pk]].called(), names.agencies[pk].called())


def named(one: Offered) -> SafeString:
    """Marked with its language where that is not the page's."""
    if one.language in ("", get_language()):
        return conditional_escape(one.name)
    return in_language(one.name, one.language)


def unlisted(code: str) -> SafeString | str:
    """Where nothing is recorded, or partial dates leave the status open; or a code of no list."""
    if code == "?":
        return gettext("Left open by partial dates")
    return format_html("<bdi>{}</bdi>", code) if code else gettext("Not recorded")
