"""The documents of an event sheet: one row each, which edits what it shows and nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from agreements.letters import nfc
from agreements.models import (
    Change,
    Citation,
    Document,
    DocumentTitle,
    DocumentType,
    Event,
    Party,
    Signing,
)
from agreements.models.fields import LanguageField
from agreements.models.vocabulary import Level, PartyRole, PublicationState

from .admin_dates import DateAsWritten
from .admin_labels import label
from .boxes import DITTO, BoxField, Choice, choice_of

LONGEST_TITLE = 2000
MOST_ROWS = 200
SIDES = {1: "side_1", 2: "side_2"}
# Empty in a new row: what follows from the parties.
LEVELS = [("", _("not recorded")), *Level.choices]
LEVELS_OF_NEW = [("", _("from the parties")), *Level.choices]
LOST = _(
    "This document is no longer among those of the event: somebody deleted or moved it. Remove the "
    "row, or save once more to enter it anew."
)
# What a row can hold; a document with more is deleted in its own form, where all of it is seen.
SHOWN_RELATIONS = {
    "titles",
    "parties",
    "signings",
    "signatories",
    "status_periods",
    "reading_doubts",
}


class Line(forms.CharField):
    """One line of text in Unicode form NFC."""

    def to_python(self, value: Any) -> str:
        return nfc(" ".join(super().to_python(value).split()))


class DateOrDitto(DateAsWritten):
    """Also the mark for "as above"."""

    def to_python(self, value: Any) -> str | None:
        if str(value or "").strip() in DITTO:
            return '"'
        return super().to_python(value)


def language_field(**kwargs: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"size": 6})
    validators = [*LanguageField.default_validators, MaxLengthValidator(35)]
    given = {"label": _("language"), **kwargs}
    return forms.CharField(widget=widget, validators=validators, **given)


class Shown:
    """What a row shows of a saved document, and what else there is."""

    def __init__(self, document: Document, event: Event, version: str) -> None:
        self.document = document
        self.version = version
        self.title: DocumentTitle | None = next(iter(document.titles.all()), None)
        self.parties: dict[int, dict[str, Party]] = {1: {}, 2: {}}
        self.choices: dict[int, list[Choice]] = {1: [], 2: []}
        self.other_parties: list[str] = []
        self.open_parties: list[str] = []
        for party in document.parties.all():
            self.take(party)
        signings = list(document.signings.all())
        self.signings = signings
        self.signing = signings[0] if len(signings) == 1 and not signings[0].party_id else None
        self.follows_date = bool(self.signing) and self.signing.signed_on == event.days
        self.follows_where = bool(self.signing) and where_of(self.signing) == where_of(event)

    def take(self, party: Party) -> None:
        choice = choice_of(party)
        if choice is None and party.name_as_written:
            self.open_parties.append(f"{party.get_side_display()}: {party.name_as_written}")
        elif choice is None or party.role != PartyRole.PARTY or party.side not in SIDES:
            words = f"{party.get_side_display()}: {label(party)} ({party.get_role_display()})"
            self.other_parties.append(words)
        elif choice.key not in self.parties[party.side]:
            self.parties[party.side][choice.key] = party
            self.choices[party.side].append(choice)

    @property
    def other_titles(self) -> list[str]:
        return [title.text for title in self.document.titles.all()[1:]]

    @property
    def has_no_signing(self) -> bool:
        return not self.signings

    @property
    def has_signings_of_its_own(self) -> bool:
        """More than a row can show: an exchange of notes, say."""
        return bool(self.signings) and self.signing is None

    @property
    def initial(self) -> dict[str, Any]:
        document, signing = self.document, self.signing
        day = signing.signed_on if signing and not self.follows_date else None
        where = where_choices(signing) if signing and not self.follows_where else []
        return {
            "document": document.pk,
            "version": self.version,
            "text": self.title.text if self.title else "",
            "language": self.title.language if self.title else "",
            "type": document.type_id or "",
            "side_1": self.choices[1],
            "side_2": self.choices[2],
            "subjects": [Choice(subject) for subject in document.subjects.all()],
            "level": document.level,
            "period": document.period,
            "is_signed_by_heads": document.is_signed_by_heads,
            "signed_on": day,
            "where": where,
            "position": document.event_position,
            "proposed": "1",
        }


def where_of(record: Event | Signing) -> tuple[int | None, int | None]:
    return record.place_id, record.state_id


def where_choices(record: Event | Signing) -> list[Choice]:
    where = record.place or record.state
    return [Choice(where)] if where else []


def documents_of(event: Event) -> list[Document]:
    """The documents of an event in its order, with what rows show, in a few queries."""
    parties = Party.objects.select_related("state", "agency__state")
    names = ("state__names", "agency__names", "agency__state__names")
    signings = Signing.objects.select_related("place__state", "state")
    places = ("place__names", "place__state__names", "state__names")
    return list(
        event.documents.select_related("type")
        .prefetch_related(
            "titles",
            Prefetch("parties", parties.prefetch_related(*names)),
            Prefetch("signings", signings.prefetch_related(*places)),
            "subjects__names",
            "subjects__parent__names",
        )
        .order_by("event_position", "pk")[:MOST_ROWS]
    )


class DocumentRow(forms.Form):
    """``shown`` is the saved document of the row, or None for a new one."""

    text = Line(
        label=_("Title"),
        max_length=LONGEST_TITLE,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 60}),
    )
    side_1 = BoxField("body", multiple=True, may_add=True, required=False, label=_("Side 1"))
    side_2 = BoxField("body", multiple=True, may_add=True, required=False, label=_("Side 2"))
    same_parties = forms.BooleanField(label=_("parties as above"), required=False)
    subjects = BoxField("subject", multiple=True, required=False, label=_("Subjects"))
    type = forms.ChoiceField(label=_("Type"), required=False)
    level = forms.ChoiceField(label=_("Level"), required=False, choices=LEVELS_OF_NEW)
    period = DateAsWritten(label=_("Years"), required=False, help_text="")
    is_signed_by_heads = forms.BooleanField(
        label=_("signed by the heads themselves"), required=False
    )
    language = language_field(required=False)
    signed_on = DateOrDitto(label=_("Date"), required=False, help_text="")
    where = BoxField("where", required=False, label=_("Place"))
    same_dates = forms.BooleanField(label=_("date and place as above"), required=False)
    position = forms.IntegerField(label=_("Order"), required=False, min_value=0, max_value=32767)
    document = forms.IntegerField(required=False, widget=forms.HiddenInput)
    version = forms.CharField(required=False, widget=forms.HiddenInput)
    # Whether the type and the years that the title says have been shown to the clerk.
    proposed = forms.CharField(required=False, widget=forms.HiddenInput)

    # What says nothing about the document by itself.
    asides = {"position", "document", "version", "proposed", "language", "same_parties"} | {
        "same_dates"
    }
    shown: Shown | None = None
    is_stale = False

    def __init__(
        self, *args: Any, shown: Shown | None = None, may_change: bool = True, **kwargs: Any
    ) -> None:
        if shown:
            kwargs["initial"] = shown.initial
        super().__init__(*args, **kwargs)
        self.shown = shown
        self.empty_permitted = True
        self.may_change = may_change
        if shown:
            self.fields["level"].choices = LEVELS
        for name in self.untouchable():
            self.fields[name].disabled = True

    def untouchable(self) -> Iterable[str]:
        if self.is_locked:
            return set(self.fields) - {"document", "position"}
        if self.shown and self.shown.has_signings_of_its_own:
            return {"signed_on", "where", "same_dates"}
        return ()

    @property
    def is_locked(self) -> bool:
        """Whether the row only tells of a document that isn't edited here."""
        if self.shown is None:
            return False
        state = self.shown.document.publication_state
        return state != PublicationState.DRAFT or not self.may_change

    @cached_property
    def changed_data(self) -> list[str]:
        changed = super().changed_data
        if self.shown:
            return [name for name in changed if name not in self.asides - {"language"}]
        return [name for name in changed if name not in self.asides]

    def has_changed(self) -> bool:
        """A row that only repeats the one above is blank, unless it is a saved document's."""
        again = self.shown and any(self.asked(name) for name in ("same_parties", "same_dates"))
        return bool(self.changed_data or again)

    def asked(self, name: str) -> bool:
        return bool(self[name].value())

    def given(self, name: str) -> Any:
        """What the row says, whether or not anybody changed it."""
        if name in getattr(self, "cleaned_data", {}):
            return self.cleaned_data[name]
        return self.get_initial_for_field(self.fields[name], name)

    @property
    def is_deleted(self) -> bool:
        return bool(self.given("DELETE"))

    @property
    def removed_parties(self) -> list[Party]:
        if self.shown is None:
            return []
        return [
            party
            for side, name in SIDES.items()
            for key, party in self.shown.parties[side].items()
            if key not in {choice.key for choice in self.given(name)}
        ]


class BaseDocumentRows(forms.BaseFormSet):
    """The rows of one event: those of saved documents and new ones, in any order."""

    def __init__(
        self,
        *args: Any,
        event: Event | None,
        documents: Sequence[Document],
        may_change: bool,
        may_delete: bool,
        language: str = "en",
        **kwargs: Any,
    ) -> None:
        self.language = language
        versions = Change.objects.versions_of(documents)
        self.shown: Mapping[str, Shown] = {
            str(document.pk): Shown(document, event, versions[document.pk])
            for document in documents
        }
        self.may_change = may_change
        self.may_delete = may_delete
        kwargs["initial"] = [{} for _document in documents]
        super().__init__(*args, **kwargs)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        shown = None
        if index is not None and self.is_bound:
            key = str(self.data.get(f"{self.add_prefix(index)}-document") or "")
            shown = self.shown.get(key)
        elif index is not None and index < len(self.shown):
            shown = list(self.shown.values())[index]
        return {"shown": shown, "may_change": self.may_change}

    @cached_property
    def forms(self) -> list[DocumentRow]:
        rows = super().forms
        for row in rows:
            self.prepare(row)
        return rows

    @cached_property
    def empty_form(self) -> DocumentRow:
        row = super().empty_form
        self.prepare(row)
        return row

    def prepare(self, row: DocumentRow) -> None:
        row.fields["type"].choices = self.types
        if row.shown is None:
            row.initial.setdefault("language", self.language)
        row.fields["DELETE"].label = _("Delete this draft") if row.shown else _("Remove")
        if row.is_locked or (row.shown and not self.may_delete):
            row.fields["DELETE"].disabled = True

    @cached_property
    def types(self) -> list[tuple[str, str]]:
        types = [(type.code, str(type)) for type in DocumentType.objects.all()]
        return [("", _("from the title")), *types]

    @property
    def in_order(self) -> list[DocumentRow]:
        """As the page shows them, by the numbers that were sent; a row without one comes last."""

        def place(row: DocumentRow) -> tuple[int, int]:
            value = str(row["position"].value() or "")
            is_number = value.isascii() and value.isdigit() and len(value) < 6
            return (int(value) if is_number else 10**6, self.forms.index(row))

        return sorted(self.forms, key=place)

    @property
    def filled(self) -> list[DocumentRow]:
        """The rows of saved documents, and new ones that say something."""
        return [row for row in self.in_order if row.shown or row.has_changed()]

    def clean(self) -> None:
        self.refuse_lost()
        self.repeat()
        self.refuse_what_takes_more_along()

    def refuse_lost(self) -> None:
        for row in self.forms:
            if row["document"].value() and not row.shown and not row.is_deleted:
                row.add_error(None, LOST)
                # Refused once: the page that says so would enter it anew.
                self.data[row.add_prefix("document")] = ""

    def repeat(self) -> None:
        """Put what stands above where a row says "as above"."""
        above: DocumentRow | None = None
        for row in (row for row in self.filled if not row.is_deleted):
            for flag, names in (
                ("same_parties", tuple(SIDES.values())),
                ("same_dates", ("signed_on", "where")),
            ):
                self.repeat_fields(row, above, flag, names)
            above = row

    def repeat_fields(
        self, row: DocumentRow, above: DocumentRow | None, flag: str, names: tuple[str, ...]
    ) -> None:
        if row.is_locked:
            return
        for name in names:
            value = row[name].value()
            marked = value.strip() in DITTO if isinstance(value, str) else False
            marked = marked or getattr(value, "is_ditto", False)
            if not (marked or row.asked(flag)) or row.fields[name].disabled:
                continue
            if above is None:
                row.add_error(name, _("There is no row above this one."))
            elif name not in row.errors:
                row.cleaned_data[name] = above.given(name)

    def refuse_what_takes_more_along(self) -> None:
        gone = {p.pk: row for row in self.filled if not row.is_deleted for p in row.removed_parties}
        for pk, words in dependents(Party, gone, set()).items():
            row = gone[pk]
            side = next(p.side for p in row.removed_parties if p.pk == pk)
            asked = _("More is tied to a party that is taken away (%(what)s). Use the full form.")
            row.add_error(SIDES[side], asked % {"what": ", ".join(words)})
        deleted = {
            row.shown.document.pk: row for row in self.filled if row.shown and row.is_deleted
        }
        for pk, words in dependents(Document, deleted, SHOWN_RELATIONS).items():
            row = deleted[pk]
            row.add_error(
                None,
                _("It has more than this row shows (%(what)s). Delete it in the full form.")
                % {"what": ", ".join(words)},
            )

    @property
    def refused_deletions(self) -> list[DocumentRow]:
        return [row for row in self.filled if row.is_deleted and row.non_field_errors()]

    def is_valid(self) -> bool:
        return super().is_valid() and not self.refused_deletions


def dependents(
    model: type[models.Model], keys: Iterable[int], but: set[str]
) -> dict[int, list[str]]:
    """What else points at these records, in words: kinds of rows by the record's key."""
    found: dict[int, list[str]] = defaultdict(list)
    keys = list(keys)
    for relation in model._meta.related_objects if keys else ():
        if relation.get_accessor_name() in but or relation.many_to_many:
            continue
        field = relation.field.name
        rows = relation.related_model._base_manager.filter(**{f"{field}__in": keys})
        if relation.related_model is Citation:  # with a place it came from a review, and can again
            rows = rows.filter(quote_start=None)
        for pk in rows.order_by().values_list(field, flat=True).distinct():
            found[pk].append(str(relation.related_model._meta.verbose_name_plural))
    return found


DocumentRows = forms.formset_factory(
    DocumentRow,
    formset=BaseDocumentRows,
    extra=0,
    can_delete=True,
    max_num=MOST_ROWS,
    absolute_max=MOST_ROWS,
)
