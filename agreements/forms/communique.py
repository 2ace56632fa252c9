"""The review of a communique: all its forms together, over what was sent or kept last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from agreements.models import DocumentType

from .boxes import BoxField, Choice, as_boxed, choices_of
from .communique_answers import event_is_told
from .communique_rows import (
    At,
    AtField,
    DoubtsField,
    PartyForm,
    ProposedForm,
    ProposedForms,
    at,
    doubts_in,
    rows_in,
)
from .event_sheet import (
    LONGEST_LINE,
    AnnouncementForm,
    BaseParts,
    DelegationForm,
    EventTop,
    form_state,
    parts,
)
from .event_sheet_rows import language_field

MOST_TOTALS = 10
# What a browser sends beside the fields.
NO_FIELDS = (
    *("csrfmiddlewaretoken", "do", "version", "confirmed"),
    *("add_start", "add_end", "add_words"),
)


class ReviewTop(EventTop):
    """The event as the text has it, and which recorded one it is."""

    language = language_field(label=_("Language of the name"), initial="en")
    into = forms.ChoiceField(label=_("Recorded already as"), required=False)
    name_made = forms.CharField(required=False, widget=forms.HiddenInput, max_length=LONGEST_LINE)
    kind_at = AtField()
    began_on_at = AtField()
    ended_on_at = AtField()
    where_at = AtField()
    doubts = DoubtsField()
    settled = forms.MultipleChoiceField(required=False, choices=[(str(n), n) for n in range(60)])
    # What the text names and does not say to be signed now.
    not_now = forms.CharField(required=False, widget=forms.HiddenInput, max_length=60_000)

    delegations: Sequence[forms.Form] = ()

    @property
    def shown_doubts(self) -> list[tuple[int, dict, bool]]:
        settled = set(self["settled"].value() or [])
        return [
            (n, row, str(n) in settled)
            for n, row in enumerate(doubts_in(self["doubts"].value() or ""))
            if not event_is_told(row, self, self.delegations)
        ]

    @property
    def named_only(self) -> list[dict[str, str]]:
        rows = (row for row in rows_in(self["not_now"].value() or "") if isinstance(row, dict))
        return [{key: str(row.get(key, "")) for key in ("title", "why", "at")} for row in rows]

    @property
    def open_doubts(self) -> list[dict]:
        return [row for _n, row, is_settled in self.shown_doubts if not is_settled]


class HeadForm(DelegationForm):
    state_at = AtField()
    head_at = AtField()


class TotalForm(AnnouncementForm):
    number_at = AtField()


Heads = parts(HeadForm, 60)
Totals = parts(TotalForm, MOST_TOTALS)


@dataclass(frozen=True)
class Known:
    """What the archive has that the communique may speak of: values and words of choices."""

    events: Sequence[tuple[str, str]] = ()
    documents: Sequence[tuple[str, str]] = field(default=())


class Review:
    """Always over data, and says what is wrong only when it is checked."""

    event = None  # as an event sheet has it; see editing/event_sheets.py

    def __init__(self, data: QueryDict, known: Known) -> None:
        self.data = data
        self.is_checked = False
        self.top = ReviewTop(data, event=None, prefix="event")
        self.top.fields["into"].choices = [("", _("no: it is a new event")), *known.events]
        self.delegations: BaseParts = Heads(data, prefix="delegations", saved=[], blank=0)
        self.top.delegations = self.delegations.forms
        self.announcements: BaseParts = Totals(data, prefix="announcements", saved=[], blank=0)
        types = [(type_.code, str(type_)) for type_ in DocumentType.objects.all()]
        self.rows = ProposedForms(
            data, prefix="documents", types=[("", "---------"), *types], recorded=known.documents
        )
        self.share()

    # Boxes: what all of them have chosen is fetched together ----------------------------------

    def all_forms(self) -> Iterator[forms.Form]:
        yield self.top
        yield from self.delegations.forms
        yield from self.announcements.forms
        for row in self.rows.forms:
            yield row
            yield from row.parties.forms

    def boxes(self) -> Iterator[tuple[BoxField, tuple[str, ...]]]:
        for form in self.all_forms():
            for name, box in form.fields.items():
                if isinstance(box, BoxField):
                    yield box, as_boxed(form[name].value()).keys

    def share(self) -> None:
        known = choices_of(key for _box, keys in self.boxes() for key in keys)
        for box, _keys in self.boxes():
            box.known = known

    @property
    def known_choices(self) -> Mapping[str, Choice]:
        return self.top.fields["where"].known

    @property
    def party_forms(self) -> list[PartyForm]:
        return list(self.rows.party_forms())

    def offer(self, matches: Iterable[Sequence]) -> None:
        """What the name of each party may mean, where nothing is chosen."""
        for form, found in zip(self.party_forms, matches, strict=True):
            form.matches = list(found)
            box, keys = form.fields["body"], form["body"].value().keys
            box.likely = [] if keys else [match.choice for match in found]
            state = self.chosen_state(form)
            box.first = [state.record.pk] if state else []

    def chosen_state(self, form: PartyForm) -> Choice | None:
        keys = form["state"].value().keys
        return self.known_choices.get(keys[0]) if keys else None

    @property
    def states(self) -> int:
        """How many are chosen at the event."""
        return sum(len(form["state"].value().keys) for form in self.delegations.forms)

    @property
    def into(self) -> str:
        return self.top["into"].value() or ""

    # Checking -----------------------------------------------------------------------------------

    def is_valid(self) -> bool:
        self.is_checked = True
        checked = [
            self.delegations.is_valid(),
            self.top.is_valid(),
            self.announcements.is_valid(),
            self.rows.is_valid(),
        ]
        self.refuse_doubled_states()
        return all(checked) and not self.error_count

    def refuse_doubled_states(self) -> None:
        seen: set[str] = set()
        for form in self.delegations.filled:
            keys = {choice.key for choice in form_state(form)}
            if keys & seen:
                form.add_error("state", _("This state is at the event already."))
            seen |= keys

    def refuse(self, reasons: Iterable[str]) -> None:
        for words in reasons:
            self.top.add_error(None, words)

    def live_forms(self) -> Iterator[forms.Form]:
        yield self.top
        yield from self.delegations.filled
        yield from self.announcements.filled
        for row in self.rows.taken:
            yield row
            yield from row.parties.kept

    @property
    def error_count(self) -> int:
        whole = (self.delegations, self.announcements)
        return sum(len(form.errors) for form in self.live_forms()) + sum(
            len(part.non_form_errors()) for part in whole
        )

    def unchecked(self) -> Review:
        """To be shown as it was sent, without a word on what is wrong."""
        for form in self.all_forms():
            form._errors, form.cleaned_data = ErrorDict(), {}
        return self

    # Where the text says it ---------------------------------------------------------------------

    def places(self) -> Iterator[tuple[str, At]]:
        """Each place in the text, with the name of what it speaks of: event, document-2."""
        forms_ = [self.top, *self.delegations.forms, *self.announcements.forms]
        for form in forms_:
            for name, box in form.fields.items():
                if isinstance(box, AtField) and (place := at(form[name].value())):
                    yield "event", place
        for number, row in enumerate(self.rows.forms, 1):
            for place in row.places:
                yield f"document-{number}", place

    def titles(self) -> dict[str, At]:
        """Where the title of each document stands."""
        places = (at(row["text_at"].value()) for row in self.rows.forms)
        return {f"document-{n}": place for n, place in enumerate(places, 1) if place}

    @property
    def taken(self) -> list[ProposedForm]:
        return self.rows.taken


def as_data(kept: Mapping[str, Sequence[str]]) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, values in kept.items():
        data.setlist(name, list(values))
    return data


def as_kept(data: QueryDict) -> dict[str, list[str]]:
    """Without what is no field; NUL, which a JSON column can't hold, is no letter."""
    return {
        name.replace("\0", ""): [str(value).replace("\0", "") for value in values]
        for name, values in data.lists()
        if name not in NO_FIELDS
    }
