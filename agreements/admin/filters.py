"""List filters: chosen by autocomplete or typed, and the work lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.editing.queues import QUEUES, Asked
from agreements.forms.admin_records import RecordField, RecordSelect
from agreements.models import ImportRow
from agreements.models.vocabulary import ImportOutcome


class TypedFilter(admin.ListFilter):
    """A filter whose value is written into a field and not picked from links."""

    template = "admin/agreements/typed_filter.html"
    parameter_name = ""
    title: Any = ""

    def __init__(
        self,
        request: HttpRequest,
        params: dict[str, list[str]],
        model: type[models.Model],
        model_admin: admin.ModelAdmin,
    ) -> None:
        super().__init__(request, params, model, model_admin)
        if self.parameter_name in params:
            self.used_parameters[self.parameter_name] = params.pop(self.parameter_name)[-1]
        self.form = self.make_form(model_admin)
        self.is_filled = bool(self.form.data.get(self.parameter_name))

    def has_output(self) -> bool:
        return True

    def expected_parameters(self) -> list[str]:
        return [self.parameter_name]

    def choices(self, changelist: ChangeList) -> Iterator[dict[str, Any]]:
        """One: the form, what else the list is filtered by, and the address without this."""
        others = changelist.get_filters_params() | {"q": [changelist.query]}
        others.pop(self.parameter_name, None)
        yield {
            "form": self.form,
            "is_filled": self.is_filled,
            "kept": [(key, value) for key, values in others.items() for value in values if value],
            "clear": changelist.get_query_string(remove=[self.parameter_name]),
        }

    def make_form(self, model_admin: admin.ModelAdmin) -> forms.Form:
        field = self.make_field(model_admin)
        made = type("FilterForm", (forms.Form,), {self.parameter_name: field})
        return made(self.used_parameters, auto_id="filter_%s")

    def make_field(self, model_admin: admin.ModelAdmin) -> forms.Field:
        raise NotImplementedError

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        if not self.is_filled:
            return queryset
        if not self.form.is_valid():
            raise IncorrectLookupParameters
        return self.narrowed(queryset, self.form.cleaned_data[self.parameter_name])

    def narrowed(self, queryset: models.QuerySet, value: Any) -> models.QuerySet:
        raise NotImplementedError


class RecordFilter(TypedFilter):
    """One record, found by its name. ``relation`` is a foreign key to its kind, somewhere."""

    relation: models.ForeignKey

    def make_field(self, model_admin: admin.ModelAdmin) -> forms.Field:
        field = self.relation
        widget = RecordSelect(field, model_admin.admin_site)
        records = field.remote_field.model.objects.all()
        return RecordField(records, label=self.title, required=False, widget=widget)


class YearFilter(TypedFilter):
    title = _("year")
    parameter_name = "year"
    field = ""

    def make_field(self, model_admin: admin.ModelAdmin) -> forms.Field:
        return forms.IntegerField(label=self.title, required=False, min_value=1, max_value=9998)

    def narrowed(self, queryset: models.QuerySet, value: int) -> models.QuerySet:
        return queryset.filter(**{f"{self.field}__year": value})


class ImportFilter(TypedFilter):
    """Documents that an import made."""

    title = _("import")
    parameter_name = "import"

    def make_field(self, model_admin: admin.ModelAdmin) -> forms.Field:
        label = _("number of an import")
        return forms.IntegerField(label=label, required=False, min_value=1, max_value=2**63 - 1)

    def narrowed(self, queryset: models.QuerySet, value: int) -> models.QuerySet:
        new = ImportRow.objects.filter(import_run=value, outcome=ImportOutcome.NEW)
        return queryset.filter(pk__in=new.filter(document__isnull=False).values("document"))


class ExistenceFilter(admin.SimpleListFilter):
    title = _("existence")
    parameter_name = "existence"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("present", _("exists")), ("former", _("has ended"))]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        if self.value() in ("present", "former"):
            return queryset.filter(until__isnull=self.value() == "present")
        return queryset


class QueueFilter(admin.SimpleListFilter):
    """Work lists, the same that stand on the front page."""

    title = _("work list")
    parameter_name = "queue"

    def __init__(
        self,
        request: HttpRequest,
        params: dict[str, list[str]],
        model: type[models.Model],
        model_admin: admin.ModelAdmin,
    ) -> None:
        self.queues = QUEUES[model]
        super().__init__(request, params, model, model_admin)

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [(code, queue.words) for code, queue in self.queues.items()]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        """A list of that name there is none of is no list of everything."""
        if self.value() is None:
            return queryset
        if self.value() not in self.queues:
            raise IncorrectLookupParameters
        return self.queues[self.value()].of(queryset, asked_by(request))


def asked_by(request: HttpRequest) -> Asked:
    return Asked(request.user.pk, timezone.localdate())
