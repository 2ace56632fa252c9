"""The one meaning of every parameter of ``/documents/``: for the page, and for whatever else is
made of the same documents.
"""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from agreements import languages
from agreements.models import (
    Agency,
    Document,
    DocumentTitle,
    DocumentType,
    Event,
    Place,
    Signing,
    StatusPeriod,
    Subject,
    Text,
)
from agreements.models.document import DocumentQuerySet
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
    PairField,
    RecordField,
    StatusForm,
    WordsField,
    YearField,
)

ENDED = (Status.EXPIRED, Status.TERMINATED, Status.SUPERSEDED)


def subject_choices() -> list:
    """Groups, each with itself and what stands below it."""
    groups: dict[int, list] = {}
    rows = list(Subject.objects.published().with_shown_name())
    for row in sorted(rows, key=lambda row: row.parent_id is not None):
        groups.setdefault(row.parent_id or row.pk, []).append((row.slug, str(row)))
    return [(group[0][1], group) for group in groups.values()]


class DocumentFilters(Filters):
    more = (
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

    q = Asked(WordsField, _("Words"), max_length=400, method="with_words")
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
    year = Asked(YearField, _("Year of signing"), method="in_year")
    since = Asked(BoundaryField, _("Signed since"), first=True, method="signed_since")
    until = Asked(BoundaryField, _("Signed until"), first=False, method="signed_until")
    type = Asked(forms.MultipleChoiceField, _("Type"), method="among")
    level = Asked(
        forms.MultipleChoiceField,
        _("Level"),
        choices=Level.choices,
        widget=forms.CheckboxSelectMultiple,
        method="among",
    )
    legal_nature = Asked(
        forms.MultipleChoiceField,
        _("Legal nature"),
        choices=LegalNature.choices,
        widget=forms.CheckboxSelectMultiple,
        method="among",
    )
    status = Asked(
        forms.ChoiceField, _("Status"), choices=[ANY, *Status.choices], method="with_status"
    )
    on = Asked(
        DayField, _("Status on"), help_text=_("Left empty, it means today."), method="as_it_is"
    )
    possibly = Asked(
        forms.BooleanField,
        _("Also where partial dates leave it open"),
        method="as_it_is",
    )
    ends_since = Asked(BoundaryField, _("Ends since"), first=True, method="ending_since")
    ends_until = Asked(BoundaryField, _("Ends until"), first=False, method="ending_until")
    covers = Asked(YearField, _("Period covers the year"), method="covering_year")
    subject = Asked(forms.ChoiceField, _("Subject"), method="of_subject")
    event = Asked(
        RecordField, _("Event"), queryset=Event.objects.published().with_names(), method="among_one"
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
        widget=forms.CheckboxSelectMultiple,
        field_name="text_availability",
        method="among",
    )
    order = Asked(
        forms.ChoiceField,
        _("Order"),
        choices=[("", _("newest first")), ("oldest", _("oldest first"))],
        method="in_order",
    )

    class Meta:
        model = Document
        fields: list[str] = []
        form = StatusForm

    def __init__(self, data: QueryDict, queryset: DocumentQuerySet, today: datetime.date) -> None:
        self.today = today
        super().__init__(data, queryset.newest_first())

    def choices(self) -> dict[str, list]:
        return {
            "state": self.offered_states(),
            "between": self.offered_states(),
            "type": [(row.code, str(row)) for row in DocumentType.objects.all()],
            "subject": [ANY, *subject_choices()],
            "language": [ANY, *languages.choices()],
        }

    def with_words(self, rows: DocumentQuerySet, name: str, words: list[str]) -> DocumentQuerySet:
        for word in words:
            rows = rows.with_word(word)
        return rows

    def of_states(self, rows: DocumentQuerySet, name: str, codes: list[str]) -> DocumentQuerySet:
        return rows.of_any_state([self.state_of(code) for code in codes])

    def between_two(self, rows: DocumentQuerySet, name: str, codes: list[str]) -> DocumentQuerySet:
        return rows.between(*(self.state_of(code) for code in codes))

    def of_agency(self, rows: DocumentQuerySet, name: str, agency: Agency) -> DocumentQuerySet:
        return rows.of_agency(agency)

    def in_year(self, rows: DocumentQuerySet, name: str, year: int) -> DocumentQuerySet:
        return rows.signed_in(year)

    def signed_since(
        self, rows: DocumentQuerySet, name: str, day: datetime.date
    ) -> DocumentQuerySet:
        return rows.filter(signed_first__gte=day)

    def signed_until(
        self, rows: DocumentQuerySet, name: str, day: datetime.date
    ) -> DocumentQuerySet:
        return rows.filter(signed_first__lte=day)

    def among(self, rows: DocumentQuerySet, name: str, values: list[str]) -> DocumentQuerySet:
        return rows.filter(**{f"{name}__in": values})

    def among_one(self, rows: DocumentQuerySet, name: str, value: Any) -> DocumentQuerySet:
        return rows.filter(**{name: value})

    def with_status(self, rows: DocumentQuerySet, name: str, status: str) -> DocumentQuerySet:
        asked = self.form.cleaned_data
        return rows.with_status(
            status, asked.get("on") or self.today, possibly=bool(asked.get("possibly"))
        )

    def as_it_is(self, rows: DocumentQuerySet, name: str, value: Any) -> DocumentQuerySet:
        """Says more about another parameter, which applies it."""
        return rows

    def ending_since(
        self, rows: DocumentQuerySet, name: str, day: datetime.date
    ) -> DocumentQuerySet:
        return rows.filter(Exists(self.endings().filter(during__startswith__gte=day)))

    def ending_until(
        self, rows: DocumentQuerySet, name: str, day: datetime.date
    ) -> DocumentQuerySet:
        return rows.filter(Exists(self.endings().filter(during__startswith__lte=day)))

    def endings(self) -> QuerySet:
        return StatusPeriod.objects.filter(document=OuterRef("pk"), status__in=ENDED)

    def covering_year(self, rows: DocumentQuerySet, name: str, year: int) -> DocumentQuerySet:
        first, after = datetime.date(year, 1, 1), datetime.date(year + 1, 1, 1)
        open_ended = Q(period_after=None, period_first__isnull=False)
        return rows.filter(
            Q(period_after__gt=first) | open_ended,
            Q(period_first__lt=after) | Q(period_first=None, period_after__isnull=False),
        )

    def of_subject(self, rows: DocumentQuerySet, name: str, slug: str) -> DocumentQuerySet:
        return rows.of_subject(Subject.objects.published().get(slug=slug))

    def of_event_kind(self, rows: DocumentQuerySet, name: str, kind: str) -> DocumentQuerySet:
        return rows.filter(event__in=Event.objects.published().filter(kind=kind))

    def signed_at(self, rows: DocumentQuerySet, name: str, place: Place) -> DocumentQuerySet:
        """There, or at an event that was there."""
        signings = Signing.objects.filter(document=OuterRef("pk"), place=place)
        return rows.filter(
            Exists(signings) | Q(event__in=Event.objects.published().filter(place=place))
        )

    def in_language(self, rows: DocumentQuerySet, name: str, code: str) -> DocumentQuerySet:
        """In whatever script or country."""
        this = Q(language=code) | Q(language__startswith=f"{code}-")
        titles = DocumentTitle.objects.filter(this, document=OuterRef("pk"))
        texts = Text.objects.published().filter(this, document=OuterRef("pk"))
        return rows.filter(Exists(titles) | Exists(texts))

    def in_order(self, rows: DocumentQuerySet, name: str, order: str) -> DocumentQuerySet:
        return rows.oldest_first()
