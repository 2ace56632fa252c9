"""Citations of a document or an event, and of what stands under it: a party, an action, an
announcement."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from agreements.models import Action, Announcement, Citation, Document, Event, Party
from agreements.models.source import CITED

from .admin_labels import day, joined, label
from .admin_records import RecordFormSet

# What a citation may speak of, beside the columns: the rows under a record.
ROWS = {
    Document: ("titles", "parties", "signings", "signatories", "actions", "relations"),
    Event: ("names", "delegations", "announcements"),
}
# Rows with citations of their own, by the citation's key.
PARTS = {Document: ("party", "action"), Event: ("announcement",)}


def citable(model: type[Document] | type[Event]) -> list[tuple[str, str]]:
    """Names and words of the fields that a source can say something about."""
    rows = [(name, model._meta.get_field(name).related_model) for name in ROWS[model]]
    hidden = {"publication_state", "withdrawal_reason", "is_title_withheld", "internal_note"}
    columns = [
        (field.name, field.verbose_name)
        for field in model._meta.concrete_fields
        if field.editable and not field.generated and not field.primary_key
        if field.name not in hidden
    ]
    return [(name, row._meta.verbose_name_plural) for name, row in rows] + columns


class CitationForm(forms.ModelForm):
    """The field is chosen from a list; one that an import wrote otherwise stays choosable.

    ``speaks_of`` is the record itself, or a saved row under it: "party-5".
    """

    of: type[Document] | type[Event] = Document
    speaks_of = forms.ChoiceField(
        label=_("speaks of"),
        required=False,
        help_text=_("What is new on this page can be chosen once it is saved."),
    )

    class Meta:
        widgets = {
            "quote": forms.Textarea(attrs={"rows": 3, "cols": 60}),
            "value": forms.Textarea(attrs={"rows": 1, "cols": 60}),
        }
        labels = {"stance": _("The source")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("the record as a whole")), *citable(self.of)]
        if self.instance.field not in dict(choices):
            choices.append((self.instance.field, self.instance.field))
        self.fields["field"].widget = forms.Select(choices=choices)
        self.initial["speaks_of"] = key_of(self.instance)

    def validate_constraints(self) -> None:
        self.point()
        super().validate_constraints()

    def save(self, commit: bool = True) -> Citation:
        self.point()
        return super().save(commit)

    def point(self) -> None:
        """A citation belongs to one record: to the row that was chosen, or to the root."""
        kind, _dash, key = (self.cleaned_data.get("speaks_of") or "").partition("-")
        if not kind:
            for name in PARTS[self.of]:
                setattr(self.instance, f"{name}_id", None)
        elif kind in PARTS[self.of]:
            for name in CITED:
                setattr(self.instance, f"{name}_id", int(key) if name == kind else None)


class EventCitationForm(CitationForm):
    of = Event


def key_of(citation: Citation) -> str:
    """The choice of ``speaks_of`` for a saved citation; empty for the root itself."""
    for names in PARTS.values():
        for name in names:
            if key := getattr(citation, f"{name}_id"):
                return f"{name}-{key}"
    return ""


class CitationFormSet(RecordFormSet):
    """Also the citations of the rows under the record."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            root = type(self.instance)._meta.model_name
            own = Q(**{root: self.instance})
            for name in PARTS[type(self.instance)]:
                own |= Q(**{f"{name}__{root}": self.instance})
            cited = kwargs.get("queryset", Citation.objects).select_related("source", "text")
            self.queryset = cited.filter(own).order_by("pk")

    @cached_property
    def forms(self) -> list[CitationForm]:
        rows = super().forms
        for form in rows:
            form.fields["speaks_of"].choices = self.choices
        return rows

    @cached_property
    def empty_form(self) -> CitationForm:
        form = super().empty_form
        form.fields["speaks_of"].choices = self.choices
        return form

    @cached_property
    def choices(self) -> list[tuple[str, str]]:
        root = type(self.instance)
        whole = [("", _("the %(record)s") % {"record": root._meta.verbose_name})]
        if self.instance.pk is None:
            return whole
        return whole + [
            (f"{name}-{row.pk}", words(row)) for name in PARTS[root] for row in self.rows(name)
        ]

    def rows(self, name: str) -> QuerySet:
        model = Citation._meta.get_field(name).related_model
        owner = type(self.instance)._meta.model_name
        rows = model.objects.filter(**{owner: self.instance})
        if model is Party:
            return rows.select_related("state", "agency").prefetch_related(
                "state__names", "agency__names"
            )
        return rows


def words(row: Party | Action | Announcement) -> str:
    kind = capfirst(str(row._meta.verbose_name))
    if isinstance(row, Action):
        return f"{kind}: {joined(row, day(row.done_on or row.effective_on))}"
    return f"{kind}: {label(row)}"
