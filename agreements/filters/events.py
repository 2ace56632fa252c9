from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from agreements.models import (
    Event,
)
from agreements.models.vocabulary import (
    EventKind,
)

from .base import ANY, Asked, Filters
from .fields import (
    FilterForm,
    YearField,
)


class EventFilters(Filters):
    state = Asked(forms.ChoiceField, _("State"), method="of_state")
    kind = Asked(forms.ChoiceField, _("Kind"), choices=[ANY, *EventKind.choices], method="of_kind")
    year = Asked(YearField, _("Year"), method="in_year")

    class Meta:
        model = Event
        fields: list[str] = []
        form = FilterForm

    def of_state(self, rows: QuerySet, name: str, code: str) -> QuerySet:
        return rows.of_state(self.state_of(code).pk)

    def of_kind(self, rows: QuerySet, name: str, kind: str) -> QuerySet:
        return rows.filter(kind=kind)

    def in_year(self, rows: QuerySet, name: str, year: int) -> QuerySet:
        return rows.began_in(year)
