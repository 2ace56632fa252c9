"""Fields of the public filters: what readers type into an address or a form, checked."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from agreements import dates, search
from agreements.letters import fold
from agreements.models import MergedRecord
from agreements.models.fields import PartialDateFormField
from agreements.search.numbers import capped

from .bound import FilterField
from .widgets import PairSelect

MOST_WORDS = 20
MOST_NAMED = 5
# Where a name fits more, they are counted no further.
MOST_COUNTED = 100
PUNCTUATION = "\"'.,;:()[]{}?!-/"


class FilterForm(forms.Form):
    """Labels without a colon, and no field required."""

    bound_field_class = FilterField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)

    def clean(self) -> dict[str, Any]:
        """Of two values the last would be taken, and nobody told."""
        cleaned = super().clean()
        for name, field in self.fields.items():
            several = {value for value in self.data.getlist(name) if value}
            takes_several = getattr(field.widget, "allow_multiple_selected", False)
            if len(several) > 1 and not takes_several and name not in self.errors:
                self.add_error(name, _("Only one can be asked for here, and there are several."))
        return cleaned


RANGES = (("since", "until"), ("ends_since", "ends_until"))


class DocumentForm(FilterForm):
    """Where some parameters only say more about another, and some are the two ends of a range."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("alone") and not cleaned.get("agency") and "agency" not in self.errors:
            self.add_error("alone", _("Name the agency that you mean."))
        for name in ("on", "possibly"):
            if cleaned.get(name) and not cleaned.get("status") and "status" not in self.errors:
                self.add_error(name, _("Choose the status that you mean."))
        for first, last in RANGES:
            if cleaned.get(first) and cleaned.get(last) and cleaned[last] < cleaned[first]:
                self.add_error(last, _("This ends before it begins."))
        return cleaned


class WordsField(forms.CharField):
    """Words to look for, folded; gives a list."""

    default_error_messages = {
        "no_words": _("There is no word or number in this."),
        "too_many": _("Write at most %(limit)d words."),
    }

    def clean(self, value: Any) -> list[str]:
        typed = super().clean(value)
        parts = (word.strip(PUNCTUATION) for word in fold(typed).split())
        words = list(dict.fromkeys(word for word in parts if word))
        if typed and not words:
            raise ValidationError(self.error_messages["no_words"], "no_words")
        if len(words) > MOST_WORDS:
            message = self.error_messages["too_many"] % {"limit": MOST_WORDS}
            raise ValidationError(message, "too_many")
        return words


class QueryField(forms.CharField):
    """What is typed into the search box; gives it without NUL. The search cuts what is too long."""

    default_error_messages = {"no_words": _("There is no word or number in this.")}

    def to_python(self, value: Any) -> str:
        return super().to_python(value).replace("\0", " ").strip()

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        if typed and not search.parse(typed):
            raise ValidationError(self.error_messages["no_words"], "no_words")
        return typed


class YearField(forms.IntegerField):
    def __init__(self, **kwargs: Any) -> None:
        message = _("Write a year with four figures, such as 2023.")
        super().__init__(
            min_value=1,
            max_value=9998,
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), message),
            widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
            **kwargs,
        )


class DayField(forms.CharField):
    """A whole date, written in any way that the archive takes; gives a day."""

    default_error_messages = {
        "not_a_day": _("Write a whole date, such as 4 May 2023 or 2023-05-04."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs={"size": 24}), **kwargs)

    def to_python(self, value: Any) -> datetime.date | None:
        typed = super().to_python(value)
        if not typed:
            return None
        try:
            return datetime.date.fromisoformat(dates.parse(typed))
        except ValueError as error:
            raise ValidationError(self.error_messages["not_a_day"], "not_a_day") from error


class BoundaryField(PartialDateFormField):
    """The beginning or the end of a range of days, as much as is known of it; gives a day.

    ``first`` chooses the first day that the date may mean, else it is the last.
    """

    def __init__(self, *, first: bool, **kwargs: Any) -> None:
        self.first = first
        super().__init__(help_text=_("2023, May 2023 or 4 May 2023"), **kwargs)

    def to_python(self, value: Any) -> datetime.date | None:
        edtf = super().to_python(value)
        if not edtf:
            return None
        first, after = dates.bounds(edtf)
        last = after and after - datetime.timedelta(days=1)
        day = first if self.first else last
        if day is None:
            raise ValidationError(_("This date has no end here."), "open")
        return day


class RecordField(forms.CharField):
    """A public record, by its number or by words of its name; gives the record.

    ``named`` is a method of the queryset; the name may be any that the record ever had. Where it
    fits several, the error has the first of them in its parameters.
    """

    default_error_messages = {
        "unknown": _("The archive holds nothing public under this name or number."),
        "several": _("%(number)s have this in their name. Choose one, or write more of it."),
    }

    def __init__(self, *, queryset: QuerySet, **kwargs: Any) -> None:
        self.queryset = queryset
        super().__init__(max_length=400, **kwargs)

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        return self.find(typed) if typed else None

    def find(self, typed: str) -> Any:
        if typed.isascii() and typed.isdigit() and len(typed) < 19:
            found = self.numbered(int(typed))
        else:
            found = list(self.queryset.all().named(typed).order_by("pk")[: MOST_NAMED + 1])
        exact = [record for record in found if self.is_called(record, typed)]
        if len(exact or found) == 1:
            return (exact or found)[0]
        if not found:
            raise ValidationError(self.error_messages["unknown"], "unknown")
        number = self.queryset.all().named(typed)[: MOST_COUNTED + 1].count()
        params = {"number": capped(number, MOST_COUNTED), "records": found[:MOST_NAMED]}
        raise ValidationError(self.error_messages["several"], "several", params)

    def numbered(self, number: int) -> list[Any]:
        """The record of that number, or the one into which it was merged."""
        records = self.queryset.all()
        kind = records.model._meta.model_name
        return list(records.filter(pk=number)) or list(
            records.filter(pk=MergedRecord.objects.kept_number(kind, number))
        )

    def is_called(self, record: Any, typed: str) -> bool:
        return any(name.folded == fold(typed) for name in record.names.all())


class PairField(forms.MultipleChoiceField):
    """Two states, or none."""

    widget = PairSelect
    default_error_messages = {"not_two": _("Name two different states; for one use “State”.")}

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        if value and not len(value) == len(set(value)) == 2:
            raise ValidationError(self.error_messages["not_two"], "not_two")
