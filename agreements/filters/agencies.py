from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from agreements.models import (
    Agency,
)
from agreements.models.vocabulary import (
    AgencyKind,
)

from .base import ANY, Asked, Filters
from .fields import (
    FilterForm,
    WordsField,
)


class AgencyFilters(Filters):
    q = Asked(WordsField, _("Words of a name"), max_length=400, method="with_words")
    state = Asked(forms.ChoiceField, _("State"), method="of_state")
    kind = Asked(forms.ChoiceField, _("Kind"), choices=[ANY, *AgencyKind.choices], method="of_kind")

    class Meta:
        model = Agency
        fields: list[str] = []
        form = FilterForm

    def with_words(self, rows: QuerySet, name: str, words: list[str]) -> QuerySet:
        return rows.named(" ".join(words))

    def of_state(self, rows: QuerySet, name: str, code: str) -> QuerySet:
        return rows.filter(state=self.state_of(code).pk)

    def of_kind(self, rows: QuerySet, name: str, kind: str) -> QuerySet:
        return rows.filter(kind=kind)
