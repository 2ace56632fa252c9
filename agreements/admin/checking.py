"""Help while typing: the form's present data is looked at as if it were saved, and nothing is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import Error, connection, models, transaction
from django.forms import all_valid
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from agreements.editing.doubts import Doubt, wording
from agreements.forms.admin_publication import Refused
from agreements.models import Citation, Document, Identifier, rules
from agreements.models.fields import LineField
from agreements.models.vocabulary import PublicationState

from .doubts import of_record, ticked
from .panel import Panel, panel_of, proposals

# A check waits for nobody's save, and is given up where it takes long.
LIMITS = "SET LOCAL lock_timeout = '1s'; SET LOCAL statement_timeout = '5s'"
# Their lines are quoted or numbered, not named.
NO_NAMES = (Citation, Identifier)

Forms = list[forms.ModelForm | forms.BaseFormSet]


class CheckedAdmin:
    """For a record whose form warns and proposes; stands before RecordAdmin."""

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view(require_POST(self.check_view))
        return [
            path("check/", view, name=f"{name}_check_new"),
            path("<path:object_id>/check/", view, name=f"{name}_check"),
            *super().get_urls(),
        ]

    def check_view(self, request: HttpRequest, object_id: str | None = None) -> HttpResponse:
        record = self.get_object(request, unquote(object_id)) if object_id else None
        if object_id and record is None:
            raise Http404
        if record and self.may_only_propose(request, record):
            request.proposes = record.pk
        may = self.has_change_permission(request, record) if record else None
        if not (may if record else self.has_add_permission(request)):
            raise PermissionDenied
        panel = self.looked_at(request, record)
        return render(request, "admin/agreements/panel.html", {"panel": panel})

    def may_only_propose(self, request: HttpRequest, record: models.Model) -> bool:
        """Whose corrections of this record wait for an editor: they are looked at all the same."""
        asked = getattr(self, "may_propose", None)
        return bool(asked and asked(request, record))

    def looked_at(self, request: HttpRequest, record: models.Model | None) -> Panel:
        """The panel of what is typed; where it can't be saved, of its words alone."""
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(LIMITS)
                panel = self.looked_at_as_saved(request, record)
                transaction.set_rollback(True)
            if panel:
                return panel
        except (Error, Refused):
            pass  # what is wrong is said when it is saved
        form, formsets = self.bound(request, record)
        is_all_valid(form, formsets)
        doubts = list(of_words(form, formsets))
        return self.panel_of_doubts(request, record or self.model(), doubts)

    def looked_at_as_saved(self, request: HttpRequest, record: models.Model | None) -> Panel | None:
        form, formsets = self.bound(request, record)
        if not is_all_valid(form, formsets):
            return None
        saved = form.save(commit=False)
        stay_where_it_is(saved)
        saved.save()
        form.save_m2m()
        for formset in formsets:
            formset.save()
        rules.check_rules()  # computes what is derived, too
        return self.panel(request, type(saved).objects.get(pk=saved.pk))

    def bound(
        self, request: HttpRequest, record: models.Model | None
    ) -> tuple[forms.ModelForm, list[forms.BaseFormSet]]:
        """As the change form itself makes them."""
        form = self.get_form(request, record, change=bool(record))(request.POST, instance=record)
        form.is_valid()
        formsets, _inlines = self._create_formsets(request, form.instance, change=bool(record))
        return form, formsets

    def panel_of_doubts(
        self, request: HttpRequest, record: models.Model, doubts: list[Doubt]
    ) -> Panel:
        """With what is ticked on the form. A correction that is only proposed dismisses nothing."""
        panel = panel_of(record, doubts, ticked(request))
        panel.taken_back = frozenset(request.POST.getlist("take_back"))
        panel.can_dismiss &= not getattr(request, "proposes", None)
        return panel

    def panel(self, request: HttpRequest, record: models.Model) -> Panel:
        """Of a saved record."""
        panel = self.panel_of_doubts(request, record, of_record(record))
        if isinstance(record, Document):
            panel.proposals = list(proposals(record))
        return panel

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: models.Model | None = None,
    ) -> HttpResponse:
        context["panel"] = self.panel(request, obj) if obj else Panel()
        context["panel"].check = self.check_address(request, obj)
        context["panel"].can_dismiss &= bool(context["panel"].check)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def check_address(self, request: HttpRequest, record: models.Model | None) -> str:
        """Nothing where the form can't be changed."""
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_check"
        if record is None:
            return reverse(f"{name}_new")
        may = self.has_change_permission(request, record)
        return reverse(name, args=[record.pk]) if may else ""


def is_all_valid(form: forms.ModelForm, formsets: list[forms.BaseFormSet]) -> bool:
    """Also asks each of them, so that all have their cleaned data."""
    return all_valid(formsets) and form.is_valid()


def stay_where_it_is(record: models.Model) -> None:
    """A look at a record takes no step of its publication."""
    if hasattr(record, "publication_state"):
        known = type(record).objects.filter(pk=record.pk)
        state = known.values_list("publication_state", flat=True).first()
        record.publication_state = state or PublicationState.DRAFT


def of_words(form: forms.ModelForm, formsets: list[forms.BaseFormSet]) -> Iterator[Doubt]:
    """What can be said of a form that can't be saved as it is."""
    if isinstance(form.instance, Document):
        by_prefix = {formset.prefix: formset for formset in formsets}
        titles = list(values(by_prefix["titles"], "text"))
        kinds = set(values(by_prefix["relations"], "kind"))
        yield from wording.unrelated(titles, kinds)
        yield from wording.other_period(titles, cleaned(form).get("period"))
    yield from wording.mixed_letters(lines([form, *formsets]))


def values(formset: forms.BaseFormSet, name: str) -> Iterator[str]:
    """Of the rows that are to stay."""
    for row in formset.forms:
        if cleaned(row).get(name) and not cleaned(row).get("DELETE"):
            yield cleaned(row)[name]


def cleaned(form: forms.ModelForm) -> dict[str, Any]:
    return getattr(form, "cleaned_data", {})


def lines(forms_: Forms) -> Iterator[str]:
    """The names and titles in what is typed."""
    for form in flat(forms_):
        if isinstance(form.instance, NO_NAMES) or cleaned(form).get("DELETE"):
            continue
        for field in form.instance._meta.concrete_fields:
            if isinstance(field, LineField) and cleaned(form).get(field.name):
                yield cleaned(form)[field.name]


def flat(forms_: Iterable[forms.ModelForm | forms.BaseFormSet]) -> Iterator[forms.ModelForm]:
    for form in forms_:
        yield from form.forms if isinstance(form, forms.BaseFormSet) else [form]
