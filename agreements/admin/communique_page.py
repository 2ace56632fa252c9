"""What the page of a review shows: the text cut at its marks, the documents with their doubts."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.editing.communiques.asking import as_kept
from agreements.editing.communiques.likening import ENOUGH, scores
from agreements.editing.communiques.second import Recorded
from agreements.editing.communiques.wording import PLACE_NOT_KNOWN, WHY_NOT_NOW, doubt_words
from agreements.forms.boxes import as_boxed
from agreements.forms.communique import Review, ReviewTop
from agreements.forms.communique_rows import OPEN, At, ProposedForm
from agreements.models import Document
from agreements.models.vocabulary import DelegationRole

MOST_LIKELY = 3


@dataclass
class Segment:
    """A piece of the text, what is said there, and the numbers of documents that begin there."""

    words: str
    of: list[str] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)
    start: int = 0

    @property
    def keys(self) -> str:
        return " ".join(self.of)

    @property
    def is_of_document(self) -> bool:
        return any(key != "event" for key in self.of)


def segments(
    text: str, places: Iterable[tuple[str, At]], titles: Mapping[str, At]
) -> list[Segment]:
    """The text whole, cut wherever a place begins or ends. Places outside of it are left out.

    A document's number stands before its title, else where it is first spoken of.
    """
    marks = sorted({(key, p) for key, p in places if p.end <= len(text)}, key=lambda m: m[1])
    firsts: dict[str, int] = {}
    for key, place in marks:
        firsts.setdefault(key, titles[key].start if key in titles else place.start)
    cuts = sorted({0, len(text), *(end for _key, place in marks for end in place)})
    found = []
    for start, end in itertools.pairwise(cuts):
        of = sorted({key for key, p in marks if p.start <= start and end <= p.end}, key=by_number)
        begins = [number_of(key) for key in of if key != "event" and firsts[key] == start]
        found.append(Segment(text[start:end], of, begins, start))
    return found


def number_of(key: str) -> int:
    return int(key.rpartition("-")[2])


def by_number(key: str) -> int:
    return 0 if key == "event" else number_of(key)


@dataclass
class ShownDoubt:
    number: int
    words: str
    is_settled: bool
    link: str = ""  # to where what is lacking is entered


@dataclass
class NamedOnly:
    """A document that the text names, and why it is not proposed."""

    number: int
    title: str
    why: str


def named_only(top: ReviewTop) -> list[NamedOnly]:
    return [
        NamedOnly(n, row["title"], str(WHY_NOT_NOW.get(row["why"], row["why"])))
        for n, row in enumerate(top.named_only)
    ]


@dataclass
class Row:
    """A document of the review, and what it may be already."""

    form: ProposedForm
    doubts: list[ShownDoubt]
    likely: list[Document]
    may_be_the_states: bool = False


def shown_doubts(form: ProposedForm) -> list[ShownDoubt]:
    return [
        ShownDoubt(n, doubt_words(row["code"], row["values"]), is_settled)
        for n, row, is_settled in form.shown_doubts
    ]


def event_doubts(review: Review, language: str) -> list[ShownDoubt]:
    return [
        ShownDoubt(
            n,
            doubt_words(row["code"], row["values"]),
            is_settled,
            new_place(review, row["values"], language) if row["code"] == PLACE_NOT_KNOWN else "",
        )
        for n, row, is_settled in review.top.shown_doubts
    ]


def new_place(review: Review, values: Mapping[str, str], language: str) -> str:
    """The form of a place that the archive lacks, begun: its name, and the state of the host."""
    hosts = (d for d in review.delegations.forms if d["role"].value() == DelegationRole.HOST)
    keys = [key for form in hosts for key in as_boxed(form["state"].value()).keys]
    query = {"name": values.get("name", ""), "language": language}
    if len(keys) == 1:
        query["state"] = keys[0].removeprefix("state-")
    return f"{reverse('admin:agreements_place_add')}?{urlencode(query)}"


def rows_of(review: Review, found: Recorded, language: str) -> list[Row]:
    forms_ = review.rows.forms
    table = scores([as_kept(form) for form in forms_], found.documents, language)
    are_two = review.states == 2
    return [
        Row(
            form,
            shown_doubts(form),
            likely(form, found.documents, points),
            may_be_the_states=are_two and not form.parties.kept,
        )
        for form, points in zip(forms_, table, strict=True)
    ]


def likely(
    form: ProposedForm, documents: Sequence[Document], points: Sequence[float]
) -> list[Document]:
    """Recorded documents that this may be, and that it isn't said to be."""
    form.rank({str(d.pk): score for d, score in zip(documents, points, strict=True)})
    ranked = sorted(zip(points, documents, strict=True), key=lambda pair: -pair[0])
    chosen = form["same_as"].value() or ""
    if chosen not in ("", OPEN):
        return []
    return [document for score, document in ranked if score >= ENOUGH][:MOST_LIKELY]


# What is wrong ----------------------------------------------------------------------------------


@dataclass
class Wrong:
    """One thing that kept a review from being saved, and where on the page it stands."""

    id: str
    place: str
    label: str
    words: str


def wrong(review: Review) -> list[Wrong]:
    return [each for where in placed(review) for each in wrong_in(*where)]


def placed(review: Review) -> Iterator[tuple[forms.Form, str, str]]:
    """The forms that were checked, each with what its place is called, and its id."""
    yield review.top, _("The event"), "communique-event"
    for form in review.delegations.filled:
        yield form, _("States"), "communique-event"
    for form in review.announcements.filled:
        yield form, _("Announcement"), "communique-event"
    for number, row in enumerate(review.rows.forms, 1):
        if not row.is_dropped:
            for form in (row, *row.parties.kept):
                yield form, _("Document %(number)s") % {"number": number}, f"document-{number}"


def wrong_in(form: forms.Form, place: str, id_: str) -> Iterator[Wrong]:
    for name, words in form.errors.items():
        if name == NON_FIELD_ERRORS or form[name].is_hidden:
            yield Wrong(id_, place, "", " ".join(words))
        else:
            yield Wrong(form[name].id_for_label, place, str(form[name].label), " ".join(words))
