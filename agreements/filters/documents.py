"""The one meaning of every parameter of ``/documents/``: for the page, and for whatever else is
made of the same documents.
"""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.db.models import OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from agreements import search
from agreements.models import (
    Agency,
    Document,
    Event,
    Place,
    StatusPeriod,
)
from agreements.models.vocabulary import (
    EventKind,
    LegalNature,
    Level,
    Status,
    TextAvailability,
)

from .base import ANY, Asked, Filters
from .fields import (
    BoundaryField,
    DayField,
    DocumentForm,
    PairField,
    QueryField,
    RecordField,
    YearField,
)
from .widgets import ListChecks

ABOVE = ("q", "order")
ENDED = (Status.EXPIRED, Status.TERMINATED, Status.SUPERSEDED)


class DocumentFilters(Filters):
    more = (
        "alone",
        "since",
        "until",
        "legal_nature",
        "on",
        "possibly",
        "ends_since",
        "ends_until",
        "covers",
        "event",
        "event_kind",
        "place",
        "language",
        "text",
    )

    q = Asked(QueryField, _("Words"), method="with_words")
    state = Asked(
        forms.MultipleChoiceField,
        _("State"),
        help_text=_("Any of those chosen."),
        method="of_states",
    )
    between = Asked(PairField, _("Between"), method="between_two")
    agency = Asked(
        RecordField,
        _("Agency, city or institute"),
        queryset=Agency.objects.published().with_names(),
        method="of_agency",
    )
    alone = Asked(
        forms.BooleanField,
        _("This body alone"),
        help_text=_("Without those below it or before it."),
        method="as_it_is",
    )
    year = Asked(YearField, _("Year of signing"), method="in_year")
    since = Asked(BoundaryField, _("Signed since"), first=True, method="signed_since")
    until = Asked(BoundaryField, _("Signed until"), first=False, method="signed_until")
    type = Asked(forms.MultipleChoiceField, _("Type"), method="of_type")
    level = Asked(
        forms.MultipleChoiceField,
        _("Level"),
        choices=Level.choices,
        widget=ListChecks,
        method="of_level",
    )
    legal_nature = Asked(
        forms.MultipleChoiceField,
        _("Legal nature"),
        choices=LegalNature.choices,
        widget=ListChecks,
        method="of_nature",
    )
    status = Asked(
        forms.ChoiceField, _("Status"), choices=[ANY, *Status.choices], method="with_status"
    )
    on = Asked(
        DayField, _("Status on"), help_text=_("Left empty, it means today."), method="as_it_is"
    )
    possibly = Asked(
        forms.BooleanField,
        _("Possibly too"),
        help_text=_("Also where partial dates leave it open."),
        method="as_it_is",
    )
    ends_since = Asked(BoundaryField, _("Ends since"), first=True, method="ending_since")
    ends_until = Asked(BoundaryField, _("Ends until"), first=False, method="ending_until")
    covers = Asked(YearField, _("Period covers the year"), method="covering_year")
    subject = Asked(forms.ChoiceField, _("Subject"), method="of_subject")
    event = Asked(
        RecordField, _("Event"), queryset=Event.objects.published().with_names(), method="of_event"
    )
    event_kind = Asked(
        forms.ChoiceField,
        _("Kind of event"),
        choices=[ANY, *EventKind.choices],
        method="of_event_kind",
    )
    place = Asked(
        RecordField,
        _("Place of signing"),
        queryset=Place.objects.published().with_names(),
        method="signed_at",
    )
    language = Asked(forms.ChoiceField, _("Language of a title or text"), method="in_language")
    text = Asked(
        forms.MultipleChoiceField,
        _("Text"),
        choices=TextAvailability.choices,
        widget=ListChecks,
        field_name="text_availability",
        method="with_text",
    )
    order = Asked(
        forms.ChoiceField,
        _("Order"),
        choices=[
            ("", _("best fit first, or newest")),
            ("newest", _("newest first")),
            ("oldest", _("oldest first")),
            ("relevance", _("best fit first")),
        ],
        method="in_order",
    )

    class Meta:
        model = Document
        fields: list[str] = []
        form = DocumentForm

    def __init__(self, data: QueryDict, today: datetime.date, version: str | None = None) -> None:
        self.today = today
        self.search: search.Search | None = None
        super().__init__(data, Document.objects.published(), version)

    @cached_property
    def selection(self) -> search.Selection:
        """What was asked for; nothing where that isn't understood."""
        return self.selection_without() if self.is_valid() else search.Selection().none()

    def selection_without(self, *names: str) -> search.Selection:
        """What was asked for by all other parameters."""
        found = search.Selection()
        for name, value in self.asked.items():
            if name not in names:
                found = getattr(self, self.filters[name].method)(found, name, value)
        return found

    @property
    def main_fields(self) -> list[forms.BoundField]:
        """The words stand above the list, and its order beside it."""
        return [field for field in super().main_fields if field.name not in ABOVE]

    @property
    def kept_beside_words(self) -> list[tuple[str, str]]:
        return self.kept("q")

    @property
    def kept_beside_filters(self) -> list[tuple[str, str]]:
        return [(name, value) for name, value in self.kept() if name in ABOVE]

    @property
    def in_order_of(self) -> search.Order:
        asked = self.form.cleaned_data.get("order") if self.is_valid() else ""
        if asked:
            return search.Order(asked)
        has_words = bool(self.selection.match.elements)
        return search.Order.RELEVANCE if has_words else search.Order.NEWEST

    @property
    def status_day(self) -> datetime.date:
        """For which day the list says where its documents stand."""
        return self.asked.get("on") or self.today

    def choices(self) -> dict[str, list]:
        return {
            "state": self.offered_states(),
            "between": self.offered_states(),
            "type": self.vocabulary.types,
            "subject": [ANY, *self.vocabulary.groups],
            "language": [ANY, *self.vocabulary.languages],
        }

    def with_words(self, found: search.Selection, name: str, typed: str) -> search.Selection:
        if self.search is None:
            self.search = search.search(found, typed)
        return found.matching(self.search.match) if self.search.match else found

    def of_states(self, found: search.Selection, name: str, codes: list[str]) -> search.Selection:
        return found.having(f"s{self.state_of(code).pk}" for code in codes)

    def between_two(self, found: search.Selection, name: str, codes: list[str]) -> search.Selection:
        return found.having([search.pair_term(*(self.state_of(code).pk for code in codes))])

    def of_agency(self, found: search.Selection, name: str, agency: Agency) -> search.Selection:
        if self.form.cleaned_data.get("alone"):
            return found.having([f"a{agency.pk}"])
        family = Agency.objects.family_of(agency).values_list("pk", flat=True)
        return found.having(f"a{pk}" for pk in family)

    def in_year(self, found: search.Selection, name: str, year: int) -> search.Selection:
        return found.having([f"y{year}"])

    def signed_since(
        self, found: search.Selection, name: str, day: datetime.date
    ) -> search.Selection:
        return found.signed_since(day)

    def signed_until(
        self, found: search.Selection, name: str, day: datetime.date
    ) -> search.Selection:
        return found.signed_until(day)

    def of_type(self, found: search.Selection, name: str, codes: list[str]) -> search.Selection:
        return found.having(f"t{code}" for code in codes)

    def of_level(self, found: search.Selection, name: str, codes: list[str]) -> search.Selection:
        return found.having(f"v{code}" for code in codes)

    def of_nature(self, found: search.Selection, name: str, codes: list[str]) -> search.Selection:
        return found.having(f"n{code}" for code in codes)

    def with_text(self, found: search.Selection, name: str, codes: list[str]) -> search.Selection:
        return found.having(f"x{code}" for code in codes)

    def with_status(self, found: search.Selection, name: str, status: str) -> search.Selection:
        asked = self.form.cleaned_data
        on, possibly = asked.get("on") or self.today, bool(asked.get("possibly"))
        if on == self.today and not possibly:
            return found.with_status_today(status, on)
        periods = self.periods(status=status, during__contains=on)
        periods = periods if possibly else periods.filter(is_certain=True)
        return found.with_status_on(on, periods)

    def periods(self, **lookups: Any) -> QuerySet:
        return StatusPeriod.objects.filter(document=OuterRef("document"), **lookups)

    def as_it_is(self, found: search.Selection, name: str, value: Any) -> search.Selection:
        """Says more about another parameter, which applies it."""
        return found

    def ending_since(
        self, found: search.Selection, name: str, day: datetime.date
    ) -> search.Selection:
        ends = self.periods(status__in=ENDED, during__startswith__gte=day)
        return found.with_some(ends)

    def ending_until(
        self, found: search.Selection, name: str, day: datetime.date
    ) -> search.Selection:
        ends = self.periods(status__in=ENDED, during__startswith__lte=day)
        return found.with_some(ends)

    def covering_year(self, found: search.Selection, name: str, year: int) -> search.Selection:
        first, after = datetime.date(year, 1, 1), datetime.date(year + 1, 1, 1)
        open_ended = Q(period_after=None, period_first__isnull=False)
        documents = Document.objects.published().filter(
            Q(period_after__gt=first) | open_ended,
            Q(period_first__lt=after) | Q(period_first=None, period_after__isnull=False),
            pk=OuterRef("document"),
        )
        return found.with_some(documents)

    def of_subject(self, found: search.Selection, name: str, slug: str) -> search.Selection:
        return found.having([f"g{self.vocabulary.subject_of_word[slug].pk}"])

    def of_event(self, found: search.Selection, name: str, event: Event) -> search.Selection:
        return found.having([f"e{event.pk}"])

    def of_event_kind(self, found: search.Selection, name: str, kind: str) -> search.Selection:
        return found.having([f"k{kind}"])

    def signed_at(self, found: search.Selection, name: str, place: Place) -> search.Selection:
        """There, or at an event that was there."""
        return found.having([f"w{place.pk}"])

    def in_language(self, found: search.Selection, name: str, code: str) -> search.Selection:
        """In whatever script or country."""
        return found.having([f"l{code}"])

    def in_order(self, found: search.Selection, name: str, order: str) -> search.Selection:
        return found
