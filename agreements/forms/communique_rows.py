"""The documents that a communique proposes, one form each, with the bodies on their sides.

Beside a value stands where the text says it, as "12-34": characters of the kept text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements import dates
from agreements.models.vocabulary import AgencyKind, Side

from .admin_dates import DateAsWritten
from .boxes import BoxField
from .communique_answers import document_is_told
from .event_sheet_rows import LONGEST_TITLE, Line

MOST_DOCUMENTS = 120
MOST_PARTIES = 40
MOST_DOUBTS = 60
LONGEST_NAME = 800
OPEN = "?"  # recorded already or not: to be chosen
PLACE = re.compile(r"([0-9]{1,6})-([0-9]{1,6})")


class At(NamedTuple):
    """Characters ``start`` to ``end`` (exclusive) of the kept text."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"


class AtField(forms.CharField):
    """Where the text says it; None where it doesn't, or where the place is none."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.HiddenInput, max_length=20, **kwargs)

    def to_python(self, value: Any) -> At | None:
        return at(super().to_python(value))


def at(value: object) -> At | None:
    found = PLACE.fullmatch(str(value or ""))
    place = At(int(found[1]), int(found[2])) if found else None
    return place if place and place.start < place.end else None


def parsed(text: object) -> str | None:
    """EDTF text of what is typed; None where it is no date."""
    try:
        return dates.parse(str(text)) if str(text or "").strip() else None
    except dates.PartialDateError:
        return None


class DoubtsField(forms.CharField):
    """Doubts as they came: a list of code, values and place in the text."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.HiddenInput, max_length=60_000, **kwargs)

    def to_python(self, value: Any) -> list[dict[str, Any]]:
        return doubts_in(super().to_python(value))


def doubts_in(text: str) -> list[dict[str, Any]]:
    return [sound(row) for row in rows_in(text) if is_doubt(row)]


def rows_in(text: str) -> list[Any]:
    """What a hidden field holds: a list, whatever was sent."""
    try:
        rows = json.loads(text or "[]")
    except (ValueError, RecursionError):
        return []
    return rows[:MOST_DOUBTS] if isinstance(rows, list) else []


def is_doubt(row: Any) -> bool:
    return isinstance(row, dict) and isinstance(row.get("values", {}), dict)


def sound(row: dict[str, Any]) -> dict[str, Any]:
    values = {str(key)[:60]: str(value)[:LONGEST_NAME] for key, value in row["values"].items()}
    return {"code": str(row.get("code", ""))[:60], "values": values, "at": str(row.get("at") or "")}


def long_line(label: Any) -> Line:
    """A name in full sight, however long."""
    widget = forms.Textarea(attrs={"rows": 1, "cols": 40})
    return Line(label=label, required=False, max_length=LONGEST_NAME, widget=widget)


class PartyForm(forms.Form):
    """A body as the text writes it, and the record that it is: one of the archive, or a new one."""

    name = long_line(_("As written"))
    name_at = AtField()
    side = forms.TypedChoiceField(
        label=_("Side"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", _("side not known")), *Side.choices],
    )
    body = BoxField("body", required=False, label=_("In the archive"))
    is_new = forms.BooleanField(label=_("make it new"), required=False)
    new_name = long_line(_("Its name"))
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", "---------"), *AgencyKind.choices]
    )
    state = BoxField("state", required=False, label=_("State"))
    # What the text calls it: a state, or the kind of a body.
    said = forms.CharField(required=False, widget=forms.HiddenInput, max_length=20)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.matches: list[Any] = []

    @property
    def is_dropped(self) -> bool:
        return bool(self["DELETE"].value()) or not self.says_something

    @property
    def says_something(self) -> bool:
        boxes = (self["body"].value(), self["state"].value())
        return bool(self["name"].value() or any(box.keys or box.typed.strip() for box in boxes))

    @property
    def called(self) -> str:
        """By its name, or by the record that is chosen."""
        boxes = (self["body"], self["state"])
        known = [self.fields[box.name].known.get(key) for box in boxes for key in box.value().keys]
        names = [self["name"].value(), self["new_name"].value(), self["body"].value().typed]
        names += [choice.short for choice in known if choice]
        return next((name.strip() for name in names if name and name.strip()), "?")

    @property
    def is_to_be_a_party(self) -> bool:
        """Somebody said which record it is, or wrote it: it is not left out for want of a side."""
        chosen = self.cleaned_data.get("body") or self.cleaned_data.get("is_new")
        return bool(chosen or not self.cleaned_data.get("said"))

    @property
    def how(self) -> Any:
        """How the chosen record is named by the words, if it is."""
        keys = self["body"].value().keys
        return next((m.how for m in self.matches if m.choice.key in keys), None)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("said") and not cleaned.get("new_name"):
            cleaned["new_name"] = cleaned.get("name")  # written by a clerk, not by the text
        if cleaned.get("side") is None and "side" not in self.errors and self.is_to_be_a_party:
            words = _("Say on which side “%(name)s” stands, or leave it out.")
            self.add_error("side", words % {"name": self.called})
        if cleaned.get("is_new") and not cleaned.get("body"):
            for name, words in (
                ("new_name", _("Write the name of the new body, as it is called by itself.")),
                ("kind", _("Say what kind of body it is.")),
                ("state", _("Say of which state it is.")),
            ):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, words)
        return cleaned


class BasePartyForms(forms.BaseFormSet):
    def add_fields(self, form: PartyForm, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("leave out")

    @property
    def kept(self) -> list[PartyForm]:
        return [form for form in self.forms if not form.is_dropped]


PartyForms = forms.formset_factory(
    PartyForm,
    formset=BasePartyForms,
    extra=0,
    can_delete=True,
    max_num=MOST_PARTIES,
    absolute_max=MOST_PARTIES,
)


class ProposedForm(forms.Form):
    """One document: taken, or dropped by not ticking it."""

    is_taken = forms.BooleanField(label=_("take it"), required=False)
    text = Line(
        label=_("Title"),
        required=False,
        max_length=LONGEST_TITLE,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 60}),
    )
    text_at = AtField()
    type = forms.ChoiceField(label=_("Type"), required=False)
    type_at = AtField()
    period = DateAsWritten(label=_("Years"), required=False, help_text="")
    period_at = AtField()
    is_signed_by_heads = forms.BooleanField(
        label=_("signed by the heads themselves"), required=False
    )
    heads_at = AtField()
    signatories = forms.CharField(
        label=_("Signed by"),
        required=False,
        max_length=8_000,
        widget=forms.Textarea(attrs={"rows": 1, "cols": 40}),
        help_text=_("One on a line: the name, a comma, the office."),
    )
    same_as = forms.ChoiceField(label=_("Recorded already as"), required=False)
    doubts = DoubtsField()
    settled = forms.MultipleChoiceField(
        required=False, choices=[(str(n), n) for n in range(MOST_DOUBTS)]
    )
    # Other places where the text speaks of it.
    again = forms.CharField(required=False, widget=forms.HiddenInput, max_length=2_000)

    def __init__(
        self,
        *args: Any,
        types: Sequence[tuple[str, str]] = (),
        recorded: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["type"].choices = types
        self.has_recorded = bool(recorded)
        self.fields["same_as"].choices = [
            ("", _("no: it is a new record")),
            (OPEN, _("choose")),
            *recorded,
        ]
        self.parties = PartyForms(self.data, prefix=f"{self.prefix}-parties")
        self.likely: list[Any] = []
        self.differences: list[Any] = []

    @property
    def is_dropped(self) -> bool:
        return not self["is_taken"].value()

    @property
    def shown_doubts(self) -> list[tuple[int, dict[str, Any], bool]]:
        """Number, doubt, and whether somebody settled it; without those that a value answers."""
        settled = set(self["settled"].value() or [])
        rows = enumerate(doubts_in(self["doubts"].value()))
        return [(n, row, str(n) in settled) for n, row in rows if not document_is_told(row, self)]

    @property
    def open_doubts(self) -> list[dict[str, Any]]:
        return [row for _n, row, is_settled in self.shown_doubts if not is_settled]

    @property
    def places(self) -> Iterator[At]:
        """Everywhere that the text speaks of this document."""
        names = ("text_at", "type_at", "period_at", "heads_at")
        values = [self[name].value() for name in names]
        values += (self["again"].value() or "").split()
        values += [row["at"] for _n, row, _settled in self.shown_doubts]
        values += [party["name_at"].value() for party in self.parties.forms]
        yield from filter(None, map(at, values))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("text") and "text" not in self.errors:
            self.add_error("text", _("A document needs a title, even as a draft."))
        if cleaned.get("same_as") == OPEN:
            cleaned["same_as"] = ""
            if self.has_recorded:
                self.add_error("same_as", _("Say which record it is, or that it is a new one."))
        return cleaned

    def rank(self, points: Mapping[str, float]) -> None:
        """The records that it may be, the likeliest first."""
        first, rest = self.fields["same_as"].choices[:2], self.fields["same_as"].choices[2:]
        rest.sort(key=lambda choice: -points.get(choice[0], 0.0))
        self.fields["same_as"].choices = [*first, *rest]

    def is_valid(self) -> bool:
        """What is dropped is not checked."""
        if self.is_dropped:
            return True
        parties = [form.is_valid() for form in self.parties.kept]
        return super().is_valid() and all(parties) and not self.parties.non_form_errors()

    @property
    def signed_by(self) -> list[tuple[str, str]]:
        """Name and office of each who signed."""
        lines = self.cleaned_data["signatories"].splitlines()
        parts = (line.partition(",") for line in lines if line.strip())
        return [
            (" ".join(name.split()), " ".join(office.split())) for name, _comma, office in parts
        ]


class BaseProposedForms(forms.BaseFormSet):
    def __init__(self, *args: Any, types: Any = (), recorded: Any = (), **kwargs: Any) -> None:
        kwargs["form_kwargs"] = {"types": types, "recorded": recorded}
        super().__init__(*args, **kwargs)

    @property
    def taken(self) -> list[ProposedForm]:
        return [form for form in self.forms if not form.is_dropped]

    def is_valid(self) -> bool:
        checked = [form.is_valid() for form in self.taken]
        self.refuse_taken_twice()
        return all(checked) and not any(form.errors for form in self.taken)

    def refuse_taken_twice(self) -> None:
        seen: set[str] = set()
        for form in self.taken:
            same_as = form.cleaned_data.get("same_as")
            if same_as and same_as in seen:
                form.add_error("same_as", _("Another row is this document already."))
            seen.add(same_as)

    def party_forms(self) -> Iterable[PartyForm]:
        for form in self.forms:
            yield from form.parties.forms


ProposedForms = forms.formset_factory(
    ProposedForm,
    formset=BaseProposedForms,
    extra=0,
    max_num=MOST_DOCUMENTS,
    absolute_max=MOST_DOCUMENTS,
)
