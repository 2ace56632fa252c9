"""What the forms of documents and events share: who may publish, and saves on a stale form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.models.vocabulary import PublicationState

DRAFT, IN_REVIEW, PUBLISHED, WITHDRAWN = PublicationState
# From each state to those to which a form may bring it. Publishing is done by review.
NEXT = {
    DRAFT: (DRAFT, IN_REVIEW),
    IN_REVIEW: (DRAFT, IN_REVIEW),
    PUBLISHED: (PUBLISHED, WITHDRAWN),
    WITHDRAWN: (WITHDRAWN, PUBLISHED),
}


class Refused(Exception):
    """A record that was being saved breaks a rule; ``reasons`` are (field or None, words)."""

    def __init__(self, reasons: Sequence[tuple[str | None, str]]) -> None:
        super().__init__(*(words for _field, words in reasons))
        self.reasons = reasons


class RefusableForm(forms.ModelForm):
    """Shows why the database, asked to save this form, refused it: ``refused`` has the words."""

    refused: Sequence[tuple[str | None, str]] = ()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for field, words in self.refused:
            self.add_error(field if field in self.fields else None, words)
        return cleaned


class PublishableForm(RefusableForm):
    """A document or an event."""

    may_publish = False
    last_change = ""
    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen_version"] = self.instance.version if self.instance.pk else None
        if state := self.fields.get("publication_state"):
            state.choices = [(s.value, s.label) for s in self.next_states()]

    def next_states(self) -> list[PublicationState]:
        states = NEXT[PublicationState(self.instance.publication_state)]
        return [s for s in states if self.may_publish or s in (DRAFT, IN_REVIEW)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.instance.pk and cleaned.get("seen_version") != self.instance.version:
            self.show_stale()
        return cleaned

    def show_stale(self) -> None:
        """Refuse once. The page that says so carries the version that it speaks of."""
        self.data = self.data.copy()
        self.data[self.add_prefix("seen_version")] = str(self.instance.version)
        words = _(
            "Somebody else saved this record while you were editing it%(who)s. What you typed "
            "stands below and is not saved yet. Compare it with the record, opened in another "
            "window, then save once more."
        )
        self.add_error(None, words % {"who": self.last_change and f" ({self.last_change})"})
