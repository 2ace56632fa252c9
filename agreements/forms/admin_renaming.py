"""A change of name, on a day, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements import dates
from agreements.models.fields import LanguageField
from agreements.models.name import DatedName
from agreements.models.vocabulary import RENAMED, NameKind

from .admin_dates import DateAsWritten

MORE_ROWS = 2
LONGEST_NAME = 800
PARTS = ("language", "kind", "text")


def name_field(label: str) -> forms.CharField:
    widget = forms.TextInput(attrs={"size": 60})
    return forms.CharField(label=label, max_length=LONGEST_NAME, required=False, widget=widget)


class RenameForm(forms.Form):
    """Beside each name of today a place for the one that follows it."""

    on = DateAsWritten(
        label=_("Renamed on"),
        help_text=_("The day from which the new name is borne; 2017 or May 2017 will do."),
    )
    ends_the_rest = forms.BooleanField(
        label=_("The other names ended too"),
        required=False,
        initial=True,
        help_text=_(
            "Names for which no new one is written here are not borne any longer either. "
            "Readers then see the new name in another language until one is added."
        ),
    )
    # The names that the page showed: somebody may have changed them since.
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, names: list[DatedName], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = names
        self.initial["seen"] = seen(names)
        for name in names:
            label = _("New name for “%(name)s”") % {"name": name.text}
            self.fields[f"new-{name.pk}"] = name_field(label)
        for number in range(MORE_ROWS):
            self.add_row(number)

    def add_row(self, number: int) -> None:
        language = LanguageField(blank=True).formfield(
            required=False, widget=forms.TextInput(attrs={"size": 6})
        )
        kinds = [(kind.value, kind.label) for kind in RENAMED]
        self.fields |= {
            f"language-{number}": language,
            f"kind-{number}": forms.ChoiceField(
                label=_("kind"), choices=kinds, required=False, initial=NameKind.OFFICIAL
            ),
            f"text-{number}": name_field(_("new name")),
        }

    # What the template shows ---------------------------------------------------------------

    def rows(self) -> Iterator[tuple[DatedName, forms.BoundField]]:
        for name in self.names:
            yield name, self[f"new-{name.pk}"]

    def blank_rows(self) -> Iterator[tuple[forms.BoundField, ...]]:
        for number in range(MORE_ROWS):
            yield tuple(self[f"{part}-{number}"] for part in PARTS)

    # What the clerk wrote ------------------------------------------------------------------

    def clean_on(self) -> str:
        on = self.cleaned_data["on"]
        first = dates.bounds(on)[0]
        if first is None:
            raise ValidationError(_("Say when it begins: a day, a month or a year."))
        if first > timezone.localdate():
            raise ValidationError(_("This day has not come yet; the name of today is still borne."))
        return on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("seen") != seen(self.names):
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = seen(self.names)
            words = _("Somebody changed the names in the meantime. Compare, then save once more.")
            raise ValidationError(words)
        for name in self.names:
            self.check_row(name)
        for number in range(MORE_ROWS):
            self.check_blank_row(number)
        if not self.errors and not self.new and not self.more:
            raise ValidationError(_("Write at least one new name."))
        return cleaned

    def check_row(self, name: DatedName) -> None:
        field, on = f"new-{name.pk}", self.cleaned_data.get("on")
        text = self.cleaned_data.get(field)
        if text == name.text:
            self.add_error(field, _("This is the name of today. Leave it empty if it stays."))
        ends = text or self.cleaned_data.get("ends_the_rest")
        if ends and on and begins_after(name, on):
            words = _("“%(name)s” has been borne only since %(since)s.")
            self.add_error(
                field, words % {"name": name.text, "since": dates.words(str(name.since))}
            )

    def check_blank_row(self, number: int) -> None:
        language, text = (self.cleaned_data.get(f"{part}-{number}") for part in PARTS[::2])
        if text and not language and f"language-{number}" not in self.errors:
            self.add_error(f"language-{number}", _("In which language is it?"))
        if language and not text:
            self.add_error(f"text-{number}", _("Write the name, or take the language out."))

    @property
    def new(self) -> dict[DatedName, str]:
        """The names that end, each with the one that follows it."""
        given = ((name, self.cleaned_data.get(f"new-{name.pk}")) for name in self.names)
        return {name: text for name, text in given if text}

    @property
    def more(self) -> list[tuple[str, str, str]]:
        """Language, kind and text of names that follow none."""
        rows = (
            tuple(self.cleaned_data.get(f"{part}-{number}") or "" for part in PARTS)
            for number in range(MORE_ROWS)
        )
        return [row for row in rows if row[-1]]

    @property
    def ended(self) -> list[DatedName]:
        """The names that end, though nobody knows what follows them."""
        ends = self.cleaned_data["ends_the_rest"]
        return [name for name in self.names if name not in self.new] if ends else []


def begins_after(name: DatedName, on: str) -> bool:
    """Whether a name that ends on this date would never have been borne."""
    first = dates.bounds(on)[0]
    return None not in (name.valid.lower, first) and first <= name.valid.lower


def seen(names: list[DatedName]) -> str:
    return "\n".join(f"{name.pk} {name.since} {name.text}" for name in names)
