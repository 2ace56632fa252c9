"""Model fields that hold the archive's two manners: NFC text and partial dates."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements import dates
from agreements.letters import nfc


class NormalizedText(models.TextField):
    """Text in Unicode form NFC, whatever form it came in. Never null."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return nfc(value) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return nfc(value) if isinstance(value, str) else value


class LineField(NormalizedText):
    """One line of text of any length: titles reach 500 characters."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return " ".join(value.split()) if isinstance(value, str) else value

    def formfield(self, **kwargs: Any) -> forms.Field:
        return super().formfield(**{"widget": forms.TextInput(attrs={"size": 60}), **kwargs})


@LineField.register_lookup
class MixedScripts(models.Transform):
    """Whether a word mixes Latin with Cyrillic letters; the twin of letters.mixed_scripts()."""

    lookup_name = "mixed_scripts"
    function = "has_mixed_scripts"
    output_field = models.BooleanField()


class LanguageField(models.CharField):
    """A BCP 47 language tag: ``tg``, ``uz-Cyrl``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 35)
        kwargs.setdefault("verbose_name", _("language"))
        super().__init__(*args, **kwargs)

    default_validators = [
        RegexValidator(
            r"\A[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?\Z",
            _("Write a language code such as en, ru, tg or uz-Cyrl."),
        )
    ]


class PartialDateFormField(forms.CharField):
    """Takes a date as a clerk writes it, gives EDTF text or None."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "help_text", _("As much as is known: 2023, May 2023, 4 May 2023, c. 2023")
        )
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("size", 24)

    def to_python(self, value: Any) -> str | None:
        value = super().to_python(value)
        if not value:
            return None
        try:
            return dates.parse(value)
        except dates.PartialDateError as error:
            raise ValidationError(str(error), code="invalid_date") from error


class PartialDateField(models.CharField):
    """EDTF text: ``2023``, ``2023-05``, ``2023-05-04``, ``2023~``, ``2023/2025``; NULL is unknown.

    The bounds stand beside it in two generated columns, made by ``first_day`` and ``day_after``.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 23)
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(value) or None

    def formfield(self, **kwargs: Any) -> forms.Field:
        kwargs.pop("empty_value", None)
        kwargs.pop("max_length", None)
        return models.Field.formfield(self, form_class=PartialDateFormField, **kwargs)


class DurationField(models.CharField):
    """A length of time in years, months, weeks or days, as ISO 8601 text: ``P5Y``, ``P90D``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 8)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    default_validators = [
        RegexValidator(
            r"\AP[1-9][0-9]{0,3}[YMWD]\Z",
            _("Write a length of time as P5Y (years), P6M (months), P2W (weeks) or P90D (days)."),
        )
    ]


class FirstDay(models.Func):
    """The first day that a partial date may mean."""

    function = "edtf_first"
    arity = 1
    output_field = models.DateField(null=True)


class DayAfter(models.Func):
    """The day after the last day that a partial date may mean."""

    function = "edtf_after"
    arity = 1
    output_field = models.DateField(null=True)


class IsDate(models.Func):
    function = "edtf_valid"
    arity = 1
    output_field = models.BooleanField()


class Fold(models.Func):
    """Case and diacritics taken off, as search compares."""

    function = "fold"
    arity = 1
    output_field = models.TextField()


class SearchKey(models.Func):
    """Folded text as queries are compared with it: each word without its ending."""

    function = "search_key"
    arity = 1
    output_field = models.TextField()


class SortKey(models.Func):
    """What lists sort by; knows the alphabet of the language."""

    function = "sort_key"
    arity = 2
    output_field = models.TextField(db_collation="C")


def generated(expression: models.Func) -> models.GeneratedField:
    return models.GeneratedField(
        expression=expression, output_field=expression.output_field, db_persist=True
    )


def first_day(field: str) -> models.GeneratedField:
    return generated(FirstDay(models.F(field)))


def day_after(field: str) -> models.GeneratedField:
    return generated(DayAfter(models.F(field)))


def date_check(field: str, name: str) -> models.CheckConstraint:
    """The backstop behind the form field: what is stored is a well-formed, existing date."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__isnull": True}) | models.Q(IsDate(models.F(field))),
        name=name,
        violation_error_message=_("This is no date. Write 2023, 2023-05 or 2023-05-04."),
    )


def one_of(field: str, choices: type[models.Choices], name: str) -> models.CheckConstraint:
    """A closed vocabulary holds for raw SQL and imports as well as in forms."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__in": choices.values}),
        name=name,
        violation_error_message=_("This value is not in the vocabulary."),
    )


def of_document_or_event(name: str) -> models.CheckConstraint:
    """A row under a document or under an event: one of them, never both."""
    return models.CheckConstraint(
        condition=models.Q(document=None, event__isnull=False)
        | models.Q(document__isnull=False, event=None),
        name=name,
        violation_error_message=_("It belongs to one document or to one event."),
    )
