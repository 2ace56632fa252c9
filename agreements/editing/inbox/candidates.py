"""Which recorded documents a file may be a text of, and why, the likeliest first.

Documents are looked up by index: by a number, by the two states with the day, by the day, by the
title; drafts as well as published ones. Then each gets points for what agrees.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from agreements import dates
from agreements.editing import proposing
from agreements.editing.communiques.likening import (
    FAMILIES,
    OF_ANY_MATTER,
    Matters,
    matters,
    same_matter,
)
from agreements.forms.admin_labels import day, named, sides
from agreements.forms.boxes import Choice
from agreements.letters import fold
from agreements.likeness import STEM, WEIGHTLESS, likest, stems, weighty, words
from agreements.models import (
    Document,
    DocumentTitle,
    File,
    Identifier,
    IdentifierScheme,
    StateName,
    Text,
)

from .names import Name
from .reading import Said

SHOWN = 8
LOOKED_AT = 80  # of each way to look them up
# Points from which one is shown; from which it is proposed, if it is so far ahead of the next.
ENOUGH = 2.5
PLAIN = 7.0
AHEAD = 1.5
MOST_NUMBERS = 12
MOST_STATES = 4
MOST_WORDS = 5
SHORTEST = 5
LATELY = 20
BESIDE = 3.0
NEAR = datetime.timedelta(days=1)
ALIKE = 0.7
A_LITTLE = 0.35


@dataclass
class Clues:
    """What is known of the file."""

    name: Name
    titles: list[str]
    days: list[str]  # EDTF text; the plain one first
    plain_day: str
    years: set[int]
    states: list[int]
    agencies: set[int]
    type: str
    language: str
    names_of_states: set[str] = field(default_factory=set)  # stems
    matter: dict[int, float] = field(default_factory=dict)


@dataclass
class Candidate:
    document: Document
    points: float = 0.0
    reasons: list[str] = field(default_factory=list)

    @property
    def signed(self) -> str:
        return day(self.document.signed_on)

    @property
    def sides(self) -> str:
        return sides(self.document)

    def texts_in(self, language: str) -> list[Text]:
        main = language.partition("-")[0]
        rows = self.document.texts.all()
        return [text for text in rows if text.language.partition("-")[0] == main]


def clues_of(name: Name, said: Said) -> Clues:
    plain_day = str(said.value("signed_on") or "")
    sides = [choice for side in ("side_1", "side_2") for choice in said.value(side) or []]
    return Clues(
        name=name,
        titles=said.titles[:MOST_STATES],
        days=list(dict.fromkeys(filter(None, [plain_day, *name.days, *said.days])))[:6],
        plain_day=plain_day or next(iter(name.days), ""),
        years={*name.years},
        states=list(dict.fromkeys([*said.states, *states_named(name)]))[:MOST_STATES],
        agencies={choice.record.pk for choice in sides if is_agency(choice)},
        type=str(said.value("type") or ""),
        language=said.language or name.language,
    )


def is_agency(choice: Choice) -> bool:
    return choice.record._meta.model_name == "agency"


def states_named(name: Name) -> list[int]:
    """Whose names the words of the file's name are, or whose codes: "TJ-KZ"."""
    said = [fold(word) for word in name.words]
    runs = {" ".join(said[n : n + size]) for size in (1, 2, 3) for n in range(len(said))}
    rows = StateName.objects.filter(folded__in=runs).order_by("state__until", "state")
    return list(dict.fromkeys(rows.values_list("state", flat=True)))[:MOST_STATES]


# Looking them up ---------------------------------------------------------------------------------


def candidates(clues: Clues, file: File) -> list[Candidate]:
    """Those with enough points. A number of queries that does not grow."""
    beside = placed_beside(file)
    keys = list(dict.fromkeys(itertools.chain(beside, *ways(clues))))
    if not keys:
        return []
    documents = for_comparing(Document.objects.filter(pk__in=keys[: 4 * LOOKED_AT]))
    about = matters()
    clues.names_of_states = names_of_states(clues, documents)
    clues.matter = about.of(titles_of(clues), clues.names_of_states)
    found = [scored(document, clues, about) for document in documents]
    for row in found:
        if name := beside.get(row.document.pk):
            add(row, BESIDE, _("“%(name)s” was placed there") % {"name": name})
    found = [row for row in found if row.points >= ENOUGH]
    found.sort(key=lambda row: (-row.points, -row.document.pk))
    return found[:SHOWN]


def placed_beside(file: File) -> dict[int, str]:
    """Documents of files placed lately whose names differ in a number alone: pages of one paper."""
    pattern = figureless(file.name)
    rows = File.objects.filter(placed_at__isnull=False, document__isnull=False)
    rows = rows.order_by("-placed_at").values_list("document", "name")[:LATELY]
    return {pk: name for pk, name in reversed(rows) if figureless(name) == pattern}


def figureless(name: str) -> str:
    return fold(re.sub(r"\d+", "0", name))


def proposed(found: Sequence[Candidate]) -> Candidate | None:
    """The one that it plainly is."""
    if not found or found[0].points < PLAIN:
        return None
    return found[0] if len(found) == 1 or found[0].points - found[1].points >= AHEAD else None


def for_comparing(rows: QuerySet) -> list[Document]:
    rows = named(rows).prefetch_related("parties__agency", "texts__files")
    return list(rows.prefetch_related("identifiers").select_related("type"))


def ways(clues: Clues) -> Iterator[Iterable[int]]:
    if clues.name.numbers:
        schemes = IdentifierScheme.objects.all()  # with them the index on scheme and value serves
        numbers = clues.name.numbers[:MOST_NUMBERS]
        rows = Identifier.objects.filter(scheme__in=schemes, value__in=numbers)
        yield rows.values_list("document", flat=True)[:LOOKED_AT]
    if clues.titles:
        folded = [fold(title) for title in clues.titles]
        rows = DocumentTitle.objects.filter(folded__in=folded)
        yield rows.order_by().values_list("document", flat=True)[:LOOKED_AT]
    when = window(clues)
    pairs = list(itertools.combinations(clues.states, 2))
    for one, other in pairs[:3]:
        rows = Document.objects.between(one, other)
        rows = rows.filter(when) if when else rows
        # By the index on states: in the order of keys all documents would be walked.
        yield rows.order_by(-F("pk")).values_list("pk", flat=True)[:LOOKED_AT]
    if days := whole_days(clues):
        rows = Document.objects.filter(signed_first__in=days)
        yield rows.order_by().values_list("pk", flat=True)[:LOOKED_AT]
    if sought := title_words(clues):
        rows = DocumentTitle.objects.filter(holding(sought))
        if clues.states:
            rows = rows.filter(document__parties__state__in=clues.states)
        yield rows.order_by().values_list("document", flat=True)[:LOOKED_AT]


def window(clues: Clues) -> Q | None:
    """Around each day; of a year in the name, all of it. What has no date may be of any.

    What is dated as roughly as a year is found in its year, so that the index on days serves.
    """
    spans = [dates.bounds(edtf) for edtf in clues.days]
    spans += [dates.bounds(str(year)) for year in clues.years]
    found = [span for span in spans if all(span)]
    condition = Q(signed_first=None)
    for first, after in found:
        early, late = first - NEAR, after + NEAR
        year = early.replace(month=1, day=1)
        condition |= Q(signed_first__gte=year, signed_first__lt=late, signed_after__gt=early)
    return condition if found else None


def whole_days(clues: Clues) -> list[datetime.date]:
    return [datetime.date.fromisoformat(day) for day in clues.days if len(day) == 10]


def title_words(clues: Clues) -> list[str]:
    """The longest words that tell of the matter: of the title, else of the file's name."""
    for said in (*clues.titles[:1], " ".join(clues.name.words)):
        found = [
            word
            for word in dict.fromkeys(words(said))
            if len(word) >= SHORTEST and word not in WEIGHTLESS and not proposing.type_of(word)
        ]
        found.sort(key=len, reverse=True)
        if len(found) > 1:
            return found[:MOST_WORDS]
    return []


def holding(sought: Sequence[str]) -> Q:
    """All of the words, without their endings."""
    condition = Q()
    for word in sought:
        condition &= Q(folded__contains=word[: max(SHORTEST, len(word) - 2)])
    return condition


# Points ------------------------------------------------------------------------------------------


def names_of_states(clues: Clues, documents: Iterable[Document]) -> set[str]:
    keys = {party.state_id for document in documents for party in document.parties.all()}
    rows = StateName.objects.filter(state__in=keys | set(clues.states))
    return stems(rows.values_list("text", flat=True))


def titles_of(clues: Clues) -> list[str]:
    return clues.titles or [" ".join(clues.name.words)]


def scored(document: Document, clues: Clues, about: Matters) -> Candidate:
    row = Candidate(document)
    by_number(row, clues)
    by_title(row, clues, about)
    by_name(row, clues)
    by_day(row, clues)
    by_sides(row, clues)
    by_type(row, clues)
    return row


def add(row: Candidate, points: float, reason: str = "") -> None:
    row.points += points
    if reason:
        row.reasons.append(reason)


def by_number(row: Candidate, clues: Clues) -> None:
    for identifier in row.document.identifiers.all() if clues.name.numbers else ():
        if identifier.value in clues.name.numbers:
            words_ = _("its number %(number)s stands in the file’s name")
            add(row, 6.0, words_ % {"number": identifier.value})
            return


def by_title(row: Candidate, clues: Clues, about: Matters) -> None:
    theirs = [title.text for title in row.document.titles.all()]
    like = likest(clues.titles, theirs, clues.names_of_states)
    if like >= ALIKE:
        add(row, 6.0 * like, _("like title"))
        return
    add(row, 3.0 * like)
    mine, own = matter_of(clues.titles, clues), matter_of(theirs, clues)
    if shared := mine & own:
        said = [word for text in theirs for word in words(text) if word[:STEM] in shared]
        words_ = _("in its title: %(words)s") % {"words": ", ".join(dict.fromkeys(said))}
        add(row, 3.0 * len(shared) / len(own), words_)
    elif mine and own and shares_language(row.document, clues):
        add(row, -0.5)
    else:
        matter = about.of(theirs, clues.names_of_states)
        if clues.matter and (same := same_matter(clues.matter, matter)) > A_LITTLE:
            add(row, 2.5 * same, _("the same matter"))


def matter_of(texts: Iterable[str], clues: Clues) -> set[str]:
    """Stems of the words that say what a paper is about."""
    found = {word[:STEM] for text in texts for word in weighty(text, clues.names_of_states)}
    return {stem for stem in found if stem not in OF_ANY_MATTER and not stem.isdigit()}


def shares_language(document: Document, clues: Clues) -> bool:
    main = clues.language.partition("-")[0]
    return any(title.language.partition("-")[0] == main for title in document.titles.all())


def by_name(row: Candidate, clues: Clues) -> None:
    """How many words of the file's name stand in its titles."""
    said = {fold(word)[:STEM] for word in clues.name.words if fold(word) not in WEIGHTLESS}
    said -= clues.names_of_states
    if not said:
        return
    shared = said & stems(title.text for title in row.document.titles.all())
    if shared:
        found = [word for word in clues.name.words if fold(word)[:STEM] in shared]
        words_ = _("words of the file’s name: %(words)s") % {"words": ", ".join(found)}
        add(row, 2.5 * len(shared) / len(said), words_)


def by_day(row: Candidate, clues: Clues) -> None:
    document = row.document
    if not document.signed_first:
        return
    signed = _("signed %(day)s") % {"day": day(document.signed_on)}
    if document.signed_on in clues.days:
        is_plain = document.signed_on == clues.plain_day
        add(row, 4.0 if is_plain else 2.0, signed)
    elif any(may_be(document, edtf) for edtf in clues.days) or (
        document.signed_first.year in clues.years and not clues.plain_day
    ):
        add(row, 1.5, signed)
    elif clues.plain_day:
        add(row, -4.0)
    elif clues.years:
        add(row, -2.0)


def may_be(document: Document, edtf: str) -> bool:
    """Whether the one date is within the other: a year, a month, a day."""
    first, after = dates.bounds(edtf)
    if not first or not after:
        return False
    ours = (document.signed_first, document.signed_after)
    is_within = first <= ours[0] and ours[1] <= after
    return is_within or (ours[0] <= first and after <= ours[1])


def by_sides(row: Candidate, clues: Clues) -> None:
    parties = row.document.parties.all()
    states = {party.state_id for party in parties}
    shared = [pk for pk in clues.states if pk in states]
    if len(shared) > 1:
        add(row, 3.0, _("between these states"))
    elif shared:
        add(row, 0.5 if len(clues.states) > 1 else 1.0, _("one of these states"))
    elif clues.states:
        add(row, -3.0)
    agencies = {party.agency_id for party in parties if party.agency_id}
    if both := agencies & clues.agencies:
        add(row, 1.5 * len(both), _("the same bodies"))
    elif agencies and clues.agencies:
        add(row, -2.0)


def by_type(row: Candidate, clues: Clues) -> None:
    theirs = row.document.type_id or ""
    if not clues.type or not theirs:
        return
    if theirs == clues.type:
        add(row, 0.75)
    elif not any({theirs, clues.type} <= family for family in FAMILIES):
        add(row, -0.75)
