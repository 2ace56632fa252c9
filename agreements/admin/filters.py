"""List filters: chosen by autocomplete or typed, and the problem queues."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from agreements.forms.admin_records import RecordField, RecordSelect


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


class QueueFilter(admin.SimpleListFilter):
    """Problem queues: ``queues`` gives the words and the condition of each."""

    title = _("what is missing")
    parameter_name = "missing"
    queues: dict[str, tuple[Any, models.Q]] = {}

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [(code, words) for code, (words, _condition) in self.queues.items()]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        if self.value() in self.queues:
            return queryset.filter(self.queues[self.value()][1])
        return queryset


def no_rows(model: type[models.Model], owner: str = "document", **conditions: Any) -> models.Q:
    rows = model.objects.filter(**{owner: models.OuterRef("pk"), **conditions})
    return models.Q(~models.Exists(rows))


def some_rows(model: type[models.Model], owner: str = "document", **conditions: Any) -> models.Q:
    rows = model.objects.filter(**{owner: models.OuterRef("pk"), **conditions})
    return models.Q(models.Exists(rows))
