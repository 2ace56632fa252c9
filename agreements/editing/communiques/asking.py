"""What a clerk is asked once before a review is saved: likely doubles, and what becomes public."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from agreements.editing import proposing
from agreements.forms.communique import Review
from agreements.forms.communique_rows import ProposedForm
from agreements.models import Document, Event

from . import likening
from .joining import fill_of_document, fill_of_event, is_titled
from .opening import UNINFLECTED, Kept
from .second import Recorded
from .wording import PARTY_NOT_KNOWN, doubt_words


@dataclass(frozen=True)
class Double:
    """A row, by its number on the page, that is to be a new record, and what it is like."""

    number: int
    document: Document


@dataclass(frozen=True)
class Public:
    """A published record: what is added to it, and what is still open about that."""

    record: Event | Document
    added: tuple[str, ...]
    open: tuple[str, ...]


@dataclass
class Asked:
    doubles: list[Double] = field(default_factory=list)
    public: list[Public] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.doubles or self.public)

    @property
    def token(self) -> str:
        """The same for the same questions: who saves once more has seen them."""
        said = [
            *((row.number, row.document.pk) for row in self.doubles),
            *((row.record._meta.model_name, row.record.pk, row.added) for row in self.public),
        ]
        return hashlib.sha256(repr(said).encode()).hexdigest()[:32]


def asked(review: Review, found: Recorded, language: str) -> Asked:
    """Of a review that is valid."""
    return Asked(list(doubles(review, found, language)), list(public(review, found, language)))


# Doubles ----------------------------------------------------------------------------------------


def doubles(review: Review, found: Recorded, language: str) -> Iterator[Double]:
    """Of the documents that no row of the review is."""
    said = {row["same_as"].value() for row in review.taken}
    free = [document for document in found.documents if str(document.pk) not in said]
    new = [(n, row) for n, row in numbered(review) if not row["same_as"].value()]
    for place, column in sorted(likeliest([as_kept(row) for _n, row in new], free, language)):
        yield Double(new[place][0], free[column])


def likeliest(
    rows: Sequence[Kept], documents: Sequence[Document], language: str
) -> Iterator[tuple[int, int]]:
    """Each row with the document that it may well be, and each document once."""
    table = likening.scores(rows, documents, language)
    cells = [(score, -n, -m) for n, row in enumerate(table) for m, score in enumerate(row)]
    rows_left, columns_left = set(range(len(rows))), set(range(len(documents)))
    for score, n, m in sorted(cells, reverse=True):
        if score >= likening.ENOUGH and -n in rows_left and -m in columns_left:
            rows_left.remove(-n)
            columns_left.remove(-m)
            yield -n, -m


def numbered(review: Review) -> Iterator[tuple[int, ProposedForm]]:
    rows = enumerate(review.rows.forms, 1)
    return ((n, row) for n, row in rows if not row.is_dropped)


def as_kept(form: ProposedForm) -> Kept:
    """What is typed, as far as it tells which document it is."""
    mine: Kept = {"parties-TOTAL_FORMS": [str(len(form.parties.forms))]}
    for name in ("text", "type", "period", "is_signed_by_heads"):
        mine[name] = [str(form[name].value() or "")]
    for n, party in enumerate(form.parties.forms):
        for name in ("name", "kind", "said", "DELETE"):
            mine[f"parties-{n}-{name}"] = [str(party[name].value() or "")]
        for name in ("body", "state"):
            mine[f"parties-{n}-{name}"] = list(party[name].value().keys)
    return mine


# What becomes public ----------------------------------------------------------------------------


def published(review: Review, found: Recorded) -> list[Event | Document]:
    """The public records that the review adds to."""
    event = found.event(review.into)
    documents = (found.document(row["same_as"].value() or "") for row in review.taken)
    return [record for record in (event, *documents) if record and record.is_published]


def public(review: Review, found: Recorded, language: str) -> Iterator[Public]:
    event = found.event(review.into)
    if event and event.is_published:
        open_ = (doubt_words(row["code"], row["values"]) for row in review.top.open_doubts)
        yield Public(event, tuple(added_to_event(event, review)), tuple(open_))
    for _n, row in numbered(review):
        document = found.document(row["same_as"].value() or "")
        if document and document.is_published:
            added = added_to_document(document, row, language)
            yield Public(document, tuple(added), tuple(open_of(document, row, language)))


def added_to_event(event: Event, review: Review) -> Iterator[str]:
    yield _("this text as a source")
    if fill_of_event(event, review.top.cleaned_data):
        yield _("day or place")
    known = {row.state_id for row in event.delegations.all()}
    for form in review.delegations.filled:
        state = form.cleaned_data["state"][0].record
        if state.pk not in known:
            yield _("the state %(state)s") % {"state": state}
    numbers = {row.number for row in event.announcements.all()}
    for form in review.announcements.filled:
        number = form.cleaned_data["number"]
        if number not in numbers:
            yield _("the announced number %(number)s") % {"number": number}


def added_to_document(document: Document, row: ProposedForm, language: str) -> Iterator[str]:
    given = row.cleaned_data
    yield _("this text as a source")
    if not is_titled(document, given["text"], language):
        words = _("the title “%(title)s” (%(language)s)")
        yield words % {"title": given["text"], "language": language}
    filled = fill_of_document(document, given)
    names = {"type_id": _("its type"), "period": _("its years")}
    yield from (words for name, words in names.items() if name in filled)


def open_of(document: Document, row: ProposedForm, language: str) -> Iterator[str]:
    title = row.cleaned_data["text"]
    if not is_titled(document, title, language) and may_be_inflected(title, language):
        yield _("Is the title as it stands on the document, or in the case of its sentence?")
    yield from (doubt_words(doubt["code"], doubt["values"]) for doubt in row.open_doubts)
    for form in row.parties.kept:
        if not form.cleaned_data["body"] and not form.cleaned_data["is_new"]:
            yield doubt_words(PARTY_NOT_KNOWN, {"name": form.called})


def may_be_inflected(title: str, language: str) -> bool:
    """A title that begins with no word for a document, in a language that changes its words."""
    return language not in UNINFLECTED and not proposing.type_of(title)
