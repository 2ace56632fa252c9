"""What every filter set has: checked parameters, the states offered, and what was applied."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.choices import BaseChoiceIterator
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agreements import dates
from agreements.models import MergedRecord, State
from agreements.models.state import CODE
from agreements.search.vocabularies import Offered, vocabulary

from .fields import (
    PairField,
    WordsField,
)
from .widgets import ListSelect, ListSelectMultiple

ANY = ("", _("any"))
# Parameters that say how a list is shown, not what is in it.
MANNERS = ("order",)
# Parameters that say which page of a list is shown.
PLACES = ("after", "before", "page")
# Parameters that have no sense without another one.
COMPANIONS = {"status": ("on", "possibly"), "agency": ("alone",)}

# Of those who follow readers about.
TRACKING = re.compile(r"utm_|[a-z]*clid$")

STATES = ("state", "between")
MOST_CODES = 10
# Letters of what was applied in the title of a page.
LONGEST_IN_TITLE = 70


WIDGETS = {forms.ChoiceField: ListSelect, forms.MultipleChoiceField: ListSelectMultiple}


class AsTheyAre(BaseChoiceIterator):
    """Choices that are in order: Django would check and copy hundreds of them for each form."""

    def __init__(self, choices: list) -> None:
        self.listed = choices

    def __iter__(self) -> Iterator:
        return iter(self.listed)

    def __deepcopy__(self, memo: dict) -> AsTheyAre:
        return self


class Asked(django_filters.Filter):
    """A parameter: the form field that checks it, and the method of its set that applies it."""

    def __init__(self, field_class: type[forms.Field], label: str, **kwargs: Any) -> None:
        self.field_class = field_class
        if issubclass(field_class, forms.ChoiceField):
            kwargs.setdefault("widget", WIDGETS.get(field_class, field_class.widget))
            kwargs["error_messages"] = {"invalid_choice": _("“%(value)s” is not in this list.")}
        super().__init__(label=label, **kwargs)


@dataclass(frozen=True)
class Chip:
    """One thing that was asked for, and the query of the same list without it.

    ``words`` are empty where the label says all.
    """

    name: str
    label: str
    words: str
    query: QueryDict

    def __str__(self) -> str:
        return f"{self.label}: {self.words}" if self.words else self.label


class Filters(django_filters.FilterSet):
    """A filter set that offers the states, and says what it applied."""

    # Parameters that few readers need.
    more: tuple[str, ...] = ()

    def __init__(self, data: QueryDict, queryset: QuerySet, version: str | None = None) -> None:
        """``version`` is that of the content, where it is known: then little is read again."""
        super().__init__(data, queryset)
        self.vocabulary = vocabulary(version)
        self.follow_merged()
        for name, choices in self.choices().items():
            self.filters[name].extra["choices"] = AsTheyAre(choices)

    def follow_merged(self) -> None:
        """Put present codes in the place of those of states that were merged into another."""
        known = self.vocabulary.state_of_code
        data = self.data.copy()
        for name in STATES:
            codes = data.getlist(name)
            new = [code if code in known else present_code(code) for code in codes[:MOST_CODES]]
            data.setlist(name, new + codes[MOST_CODES:])
        if any(data.getlist(name) != self.data.getlist(name) for name in STATES):
            self.data = data

    def choices(self) -> dict[str, list]:
        """Of the parameters whose choices are rows, or words of the reader's language."""
        return {"state": [ANY, *self.offered_states()]}

    def offered_states(self) -> list[tuple[str, str]]:
        """Those that have documents, or are asked for all the same."""
        asked = {code for name in STATES for code in self.data.getlist(name)}
        return [
            (state.word, state.name)
            for state in self.vocabulary.states
            if state.has_documents or state.word in asked
        ]

    @property
    def main_fields(self) -> list[forms.BoundField]:
        return [field for field in self.form if field.name not in self.more]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        return [field for field in self.form if field.name in self.more]

    @property
    def is_more_used(self) -> bool:
        return any(self.data.getlist(name) for name in self.more)

    def state_of(self, code: str) -> Offered:
        return self.vocabulary.state_of_code[code]

    @cached_property
    def asked(self) -> dict[str, Any]:
        """What was asked for and understood, by the names of the parameters."""
        asked = self.form.cleaned_data if self.is_valid() else {}
        return {n: value for n, value in asked.items() if value not in ("", None, [], False)}

    @property
    def unknown(self) -> list[str]:
        """Parameters that mean nothing here, but for those that others put behind an address."""
        return [
            name
            for name in self.data
            if name not in self.filters and name not in PLACES and not TRACKING.match(name)
        ]

    @property
    def contents(self) -> QueryDict:
        """The parameters that say what is in the list, whatever page of it is shown and how."""
        query = QueryDict(mutable=True)
        for name in self.data:
            values = [value for value in self.data.getlist(name) if value]
            if name in self.filters and name not in MANNERS and values:
                query.setlist(name, values)
        return query

    @property
    def in_address(self) -> str:
        """``contents`` as they follow the path of an address."""
        return f"?{self.contents.urlencode()}" if self.contents else ""

    @property
    def rows(self) -> QuerySet:
        """What was asked for; nothing where that isn't understood."""
        return self.qs if self.is_valid() else self.queryset.none()

    @property
    def chips(self) -> list[Chip]:
        """What was applied, in the order of the form."""
        return [
            chip
            for name, value in self.asked.items()
            if name not in MANNERS
            for chip in self.chips_of(name, value)
        ]

    def chips_of(self, name: str, value: Any) -> list[Chip]:
        """One for each of several values, since each can be taken away by itself."""
        field = self.form.fields[name]
        if type(field) is not forms.MultipleChoiceField:
            return [Chip(name, str(field.label), words_of(field, value), self.without(name))]
        labels = dict(field.choices)
        return [
            Chip(name, str(field.label), str(labels[one]), self.without(name, one)) for one in value
        ]

    @property
    def in_short(self) -> str:
        """What was applied, for the title of a page."""
        said = []
        for name, chips in groupby(self.chips, lambda chip: chip.name):
            first, *more = chips
            words = gettext("“%(words)s”") % {"words": first.words} if name == "q" else str(first)
            said.append(gettext(" or ").join([words, *(chip.words for chip in more)]))
        return Truncator(" · ".join(said)).chars(LONGEST_IN_TITLE)

    @property
    def meant(self) -> list[tuple[Any, QueryDict]]:
        """Records that a name may mean which fits several, each with the query that asks for it."""
        found = []
        for name, errors in self.form.errors.as_data().items():
            several = [error.params["records"] for error in errors if error.code == "several"]
            for record in chain.from_iterable(several):
                query = from_first_page(self.data)
                query[name] = str(record.pk)
                found.append((record, query))
        return found

    def kept(self, *names: str) -> list[tuple[str, str]]:
        """Parameters that a form for the others sends along, from the first page."""
        pairs = ((name, value) for name in self.data for value in self.data.getlist(name))
        return [(n, value) for n, value in pairs if value and n not in (*names, *PLACES)]

    def without(self, name: str, value: str | None = None) -> QueryDict:
        """The parameters without this one, or without one of its values, from the first page."""
        values = self.data.getlist(name)
        rest = [other for other in values if value is not None and other != value]
        query = from_first_page(self.data, *(() if rest else (name, *COMPANIONS.get(name, ()))))
        if rest:
            query.setlist(name, rest)
        return query


def from_first_page(data: QueryDict, *dropped: str) -> QueryDict:
    """The parameters without those that say which page is shown, and without others."""
    query = data.copy()
    for name in (*PLACES, *dropped):
        query.pop(name, None)
    return query


def present_code(code: str) -> str:
    """The code of the state into which the one with this code was merged, else the code itself."""
    if not CODE.fullmatch(code):
        return code
    number = MergedRecord.objects.kept_number_of_code("state", code)
    return State.objects.filter(pk=number).values_list("code", flat=True).first() or code


def words_of(field: forms.Field, value: Any) -> str:
    """A value of a filter as a reader would say it."""
    if value is True:
        return ""
    if isinstance(value, datetime.date):
        return dates.words(value.isoformat())
    if isinstance(field, WordsField):
        return " ".join(value)
    if isinstance(field, PairField):
        return str(_(" and ")).join(str(dict(field.choices)[code]) for code in value)
    if isinstance(field, forms.ChoiceField):
        return str(dict(flat(field.choices))[value])
    return str(value)


def flat(choices: Any) -> list[tuple[str, str]]:
    """Choices without their groups."""
    rows = []
    for code, label in choices:
        rows += label if isinstance(label, list | tuple) else [(code, label)]
    return rows
