"""The event sheet: the event at the top, its documents as rows below, saved all at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from agreements import dates
from agreements.letters import nfc
from agreements.models import Announcement, Change, Citation, Delegation, Document, Event, Source
from agreements.models.vocabulary import DelegationRole, EventKind, Qualifier, Stated

from .admin_dates import DateAsWritten
from .boxes import Boxed, BoxField, Choice, as_boxed, choices_of
from .event_sheet_rows import (
    BaseDocumentRows,
    DocumentRow,
    DocumentRows,
    Line,
    documents_of,
    language_field,
    where_choices,
)

LONGEST_LINE = 800
BLANK_ROWS = 10
SIDES_BEGUN = 2
MOST_DELEGATIONS = 100
STALE = _(
    "Somebody else saved this record while you were editing it%(who)s. What you typed stands "
    "below and is not saved yet. Look at what was changed, then save once more."
)
STALE_ROW = _(
    "Somebody else changed this document meanwhile: see what at the top of the page. It is not "
    "saved yet; save once more."
)


class EventTop(forms.Form):
    """What is given once."""

    kind = forms.ChoiceField(label=_("Kind"), choices=[("", "---------"), *EventKind.choices])
    name = Line(label=_("Name"), max_length=LONGEST_LINE, widget=forms.TextInput({"size": 60}))
    language = language_field(initial="en")
    began_on = DateAsWritten(label=_("First day"), required=False, help_text="")
    ended_on = DateAsWritten(label=_("Last day, if another"), required=False, help_text="")
    where = BoxField(
        "where",
        required=False,
        label=_("City, else state"),
    )
    presence = forms.ChoiceField(
        label=_("In the presence of the heads"), choices=Stated, initial=Stated.NOT_STATED
    )
    seen_version = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, event: Event | None, **kwargs: Any) -> None:
        if event:
            kwargs["initial"] = top_of(event)
        super().__init__(*args, **kwargs)
        if self.initial.get("presence") == "":
            differs = [("", _("not the same for all: see the full form")), *Stated.choices]
            self.fields["presence"].choices = differs
            self.fields["presence"].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        began, ended = cleaned.get("began_on"), cleaned.get("ended_on")
        if began and ended and is_backwards(began, ended):
            self.add_error("ended_on", _("The last day cannot be before the first."))
        return cleaned


def is_backwards(began: str, ended: str) -> bool:
    first, after = dates.bounds(began)[0], dates.bounds(ended)[1]
    return bool(first and after and after <= first)


def top_of(event: Event) -> dict[str, Any]:
    name = next(iter(event.names.all()), None)
    stated = {d.is_head_present for d in event.delegations.all() if d.head}
    return {
        "kind": event.kind,
        "name": name.text if name else "",
        "language": name.language if name else "en",
        "began_on": event.began_on,
        "ended_on": event.ended_on,
        "where": where_choices(event),
        "presence": stated.pop() if len(stated) == 1 else "" if stated else Stated.NOT_STATED,
        "seen_version": Change.objects.version_of(event),
    }


class PartForm(forms.Form):
    """A row under the event: of what is saved, or new; a new one that says nothing is no row."""

    record = forms.IntegerField(required=False, widget=forms.HiddenInput)
    says: tuple[str, ...] = ()  # the fields that make a new row one

    def __init__(self, *args: Any, saved: Any = None, **kwargs: Any) -> None:
        if saved:
            kwargs["initial"] = self.initial_of(saved)
        super().__init__(*args, **kwargs)
        self.saved = saved
        self.empty_permitted = True

    def initial_of(self, saved: Any) -> dict[str, Any]:
        raise NotImplementedError

    def has_changed(self) -> bool:
        changed = set(self.changed_data) - {"record"}
        return bool(changed if self.saved else changed & set(self.says))

    @property
    def is_deleted(self) -> bool:
        return bool(getattr(self, "cleaned_data", {}).get("DELETE"))

    @property
    def is_filled(self) -> bool:
        return bool(self.saved or self.has_changed()) and not self.is_deleted


class DelegationForm(PartForm):
    state = BoxField("state", label=_("State"))
    role = forms.ChoiceField(label=_("Role"), choices=DelegationRole, initial=DelegationRole.PARTY)
    head = Line(label=_("Headed by"), required=False, max_length=LONGEST_LINE)
    office = Line(label=_("Office as stated"), required=False, max_length=LONGEST_LINE)
    says = ("state", "head", "office")

    def initial_of(self, saved: Delegation) -> dict[str, Any]:
        return {
            "record": saved.pk,
            "state": [Choice(saved.state)],
            "role": saved.role,
            "head": saved.head,
            "office": saved.office,
        }


class AnnouncementForm(PartForm):
    qualifier = forms.ChoiceField(
        label=_("Announced"), choices=Qualifier, initial=Qualifier.EXACTLY
    )
    number = forms.IntegerField(label=_("Number"), min_value=1, max_value=32767)
    counts = Line(label=_("What it counts, in the source’s words"), max_length=LONGEST_LINE)
    includes_heads_documents = forms.ChoiceField(
        label=_("The heads’ own among them"),
        choices=Stated,
        initial=Stated.NOT_STATED,
    )
    listed = forms.IntegerField(
        label=_("Listed by name"),
        required=False,
        min_value=0,
        max_value=32767,
    )
    says = ("number", "counts", "listed")

    def initial_of(self, saved: Announcement) -> dict[str, Any]:
        values = ("qualifier", "number", "counts", "includes_heads_documents", "listed")
        return {"record": saved.pk, **{name: getattr(saved, name) for name in values}}


class BaseParts(forms.BaseFormSet):
    """Rows under the event, saved ones first."""

    def __init__(self, *args: Any, saved: Iterable[Any], blank: int, **kwargs: Any) -> None:
        self.saved = {str(record.pk): record for record in saved}
        self.extra = blank
        begun = kwargs.pop("begun", ())
        super().__init__(*args, initial=[{} for _record in self.saved], **kwargs)
        self.begun = begun

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        if index is None:
            return {"saved": None}
        if self.is_bound:
            key = str(self.data.get(f"{self.add_prefix(index)}-record") or "")
            return {"saved": self.saved.get(key)}
        records = list(self.saved.values())
        if index < len(records):
            return {"saved": records[index]}
        new = index - len(records)
        return {"saved": None, "initial": self.begun[new] if new < len(self.begun) else {}}

    @property
    def filled(self) -> list[PartForm]:
        return [form for form in self.forms if form.is_filled]


def parts(form: type[PartForm], most: int) -> type[BaseParts]:
    return forms.formset_factory(
        form, formset=BaseParts, extra=0, can_delete=True, max_num=most, absolute_max=most
    )


Delegations = parts(DelegationForm, MOST_DELEGATIONS)
Announcements = parts(AnnouncementForm, 20)


class SourceForm(forms.Form):
    """One that the archive has, or a new one typed here. It is the event's, so its documents'."""

    source = BoxField("source", required=False, label=_("Find"))
    publisher = Line(label=_("Publisher"), required=False, max_length=LONGEST_LINE)
    title = Line(label=_("Title"), required=False, max_length=LONGEST_LINE)
    url = forms.URLField(label=_("Address"), required=False, max_length=2000, assume_scheme="https")
    published_on = DateAsWritten(label=_("Published"), required=False, help_text="")
    language = language_field(required=False)
    kept_text = forms.CharField(
        label=_("Kept text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The whole text, as it is now. Never public; the words cited from it are."),
    )
    new = ("publisher", "title", "url", "published_on", "language", "kept_text")

    def clean_kept_text(self) -> str:
        return nfc(self.cleaned_data["kept_text"]).strip()

    @property
    def is_new(self) -> bool:
        return any(self.cleaned_data.get(name) for name in self.new)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("source") and self.is_new:
            self.add_error("source", _("Choose a source or enter a new one, not both."))
        elif self.is_new and not any(cleaned.get(name) for name in ("publisher", "title", "url")):
            if not self.errors:
                self.add_error("publisher", _("Give a publisher, a title or an address."))
        elif cleaned.get("url"):
            self.refuse_double(cleaned["url"])
        return cleaned

    def refuse_double(self, url: str) -> None:
        found = Source.objects.filter(url=url).values_list("pk", flat=True)[:5]
        likely = choices_of(f"source-{pk}" for pk in found)
        if likely:
            self.fields["source"].likely = list(likely.values())
            self.add_error(
                "source",
                _("This address is known already. Tick the source, and empty the fields below."),
            )


@dataclass(frozen=True)
class Rights:
    """What somebody may do with the documents of a sheet."""

    add: bool = True
    change: bool = True
    delete: bool = True
    add_source: bool = True


class EventSheet:
    """All forms of the sheet together. Without ``data`` it shows what is saved."""

    def __init__(
        self,
        event: Event | None,
        data: QueryDict | None = None,
        rights: Rights | None = None,
        last_change: str = "",
    ) -> None:
        self.event = event
        self.rights = rights or Rights()
        self.last_change = last_change
        self.data = data.copy() if data is not None else None
        # Only a sheet that was sent to be saved says what is wrong.
        self.is_checked = False
        # Records that somebody else changed, and the number of the last change that was seen.
        self.stale: list[tuple[Event | Document, int]] = []
        documents = documents_of(event) if event else []
        self.not_shown = max(event.documents.count() - len(documents), 0) if event else 0
        self.top = EventTop(self.data, event=event, prefix="event")
        self.delegations = self.make_delegations()
        self.announcements = Announcements(
            self.data,
            prefix="announcements",
            saved=event.announcements.all() if event else [],
            blank=0 if event and event.announcements.all() else 1,
        )
        self.source = SourceForm(self.data, prefix="source")
        self.rows = self.make_rows(documents)
        self.share()

    def make_delegations(self) -> BaseParts:
        saved = list(self.event.delegations.all()) if self.event else []
        return Delegations(
            self.data,
            prefix="delegations",
            saved=saved,
            blank=max(SIDES_BEGUN - len(saved), 0),
            begun=[{"role": DelegationRole.GUEST}, {"role": DelegationRole.HOST}],
        )

    def make_rows(self, documents: list[Document]) -> BaseDocumentRows:
        rows = DocumentRows(
            self.data,
            prefix="documents",
            event=self.event,
            documents=documents,
            may_change=self.rights.change,
            may_delete=self.rights.delete,
            language=self.top["language"].value() or "en",
        )
        rows.extra = BLANK_ROWS if self.rights.add else 0
        return rows

    # Boxes: what all of them have chosen is fetched together ----------------------------------

    def forms(self) -> Iterator[forms.Form]:
        yield self.top
        yield from self.delegations.forms
        yield self.source
        yield from self.rows.forms

    def boxes(self) -> Iterator[tuple[BoxField, Boxed]]:
        for form in self.forms():
            for name, field in form.fields.items():
                if isinstance(field, BoxField):
                    value = form[name].value()
                    yield field, as_boxed(value)

    def share(self) -> None:
        known = {
            choice.key: choice
            for form in self.forms()
            for name, field in form.fields.items()
            if isinstance(field, BoxField)
            for choice in form.get_initial_for_field(field, name) or []
        }
        boxes = list(self.boxes())
        asked = {key for _field, value in boxes for key in value.keys if key not in known}
        known |= choices_of(asked)
        for field, _value in boxes:
            field.known = known

    @property
    def side_names(self) -> list[str]:
        """The states at the top, in their order: the bodies of the first come first on side 1."""
        boxes = (form["state"].value() for form in self.delegations.forms)
        keys = [key for box in boxes for key in as_boxed(box).keys]
        known = self.top.fields["where"].known
        return [str(known[key].record) for key in keys if key in known]

    def unchecked(self) -> EventSheet:
        """To be shown as it was sent, without a word on what is wrong."""
        for form in (*self.forms(), *self.announcements.forms):
            form._errors, form.cleaned_data = ErrorDict(), {}
        return self

    def put_own_states_first(self) -> None:
        """Of the bodies that a side's words may mean, those of its state come first."""
        states = [
            choice.record.pk for form in self.delegations.filled for choice in form_state(form)
        ]
        self.top.fields["where"].first = states
        for row in self.rows.forms:
            row.fields["where"].first = row.fields["side_1"].first = states
            row.fields["side_2"].first = [*states[1:2], *states[:1], *states[2:]]

    # Checking -----------------------------------------------------------------------------

    def is_valid(self) -> bool:
        self.is_checked = True
        is_valid = self.delegations.is_valid()
        self.refuse_doubled_states()
        self.put_own_states_first()
        is_valid &= self.top.is_valid()
        is_valid &= self.announcements.is_valid() & self.source.is_valid() & self.rows.is_valid()
        self.refuse_stale()
        self.refuse_unlawful()
        return is_valid and not any(form.errors for form in self.live_forms())

    def live_forms(self) -> Iterator[forms.Form]:
        yield from (self.top, self.source)
        yield from (form for form in self.delegations.forms if not form.is_deleted)
        yield from (row for row in self.rows.filled if not row.is_deleted)

    def refuse_doubled_states(self) -> None:
        seen: set[str] = set()
        for form in self.delegations.filled:
            keys = {choice.key for choice in form_state(form)}
            if keys & seen:
                form.add_error("state", _("This state is at the event already."))
            seen |= keys

    def refuse_stale(self) -> None:
        """Refuse once. The page that says so carries the versions that it speaks of."""
        if self.event and self.is_stale(self.top, "seen_version", self.event):
            who = self.last_change and f" ({self.last_change})"
            self.top.add_error(None, STALE % {"who": who})
        for row in self.rows.filled:
            if row.shown and row.has_changed():
                row.is_stale = self.is_stale(row, "version", row.shown.document)
                if row.is_stale:
                    row.add_error(None, STALE_ROW)

    def is_stale(self, form: forms.Form, field: str, record: Event | Document) -> bool:
        seen, version = form[field].data or "", form.initial[field]
        if seen == version:
            return False
        self.data[form.add_prefix(field)] = version
        last = seen.partition("-")[0]
        self.stale.append((record, int(last) if re.fullmatch("[0-9]{1,18}", last) else 0))
        return True

    def refuse_unlawful(self) -> None:
        """Beyond what the page offers to somebody with these rights."""
        if not self.rights.add and any(row.shown is None for row in self.rows.filled):
            self.top.add_error(None, _("You may not add documents."))
        if self.source.is_valid() and self.source.is_new and not self.rights.add_source:
            self.source.add_error("publisher", _("You may not add sources: choose one."))

    def refuse(self, reasons: Iterable[str]) -> None:
        """Show why the database, asked to save this sheet, refused it."""
        for words in reasons:
            self.top.add_error(None, words)

    @property
    def error_count(self) -> int:
        counted = (len(form.errors) for form in (*self.live_forms(), *self.announcements.forms))
        parts = (self.delegations, self.announcements, self.rows)
        whole = sum(len(part.non_form_errors()) for part in parts)
        return whole + sum(counted) + sum(len(row.errors) for row in self.rows.refused_deletions)

    @property
    def citations(self) -> list[Citation]:
        if self.event is None:
            return []
        return list(self.event.citations.select_related("source").order_by("pk")[:50])

    @property
    def new_rows(self) -> list[DocumentRow]:
        return [row for row in self.rows.filled if row.shown is None and not row.is_deleted]


def form_state(form: PartForm) -> list[Choice]:
    return getattr(form, "cleaned_data", {}).get("state") or form.initial.get("state") or []
