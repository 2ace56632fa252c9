"""What the forms of documents and events share: who may publish, and saves on a stale form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.models import Change
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
    """A record as it was seen: refused where somebody saved it meanwhile, or where the database,
    asked to save this form, refused it (``refused`` has the words)."""

    refused: Sequence[tuple[str | None, str]] = ()
    last_change = ""
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stale_since: int | None = None
        self.initial["seen"] = self.version()

    def version(self) -> str:
        return Change.objects.version_of(self.instance) if self.instance.pk else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for field, words in self.refused:
            self.add_error(field if field in self.fields else None, words)
        if self.instance.pk and cleaned.get("seen") != (version := self.version()):
            self.show_stale(cleaned.get("seen") or "", version)
        return cleaned

    def show_stale(self, seen: str, version: str) -> None:
        """Refuse once. The page that says so carries the version that it speaks of."""
        last = seen.partition("-")[0]
        self.stale_since = int(last) if last.isascii() and last.isdigit() and len(last) < 19 else 0
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = version
        words = _(
            "Somebody else saved this record while you were editing it%(who)s. What you typed "
            "stands below and is not saved yet. Fields that you had not touched hold what others "
            "wrote. Look at what was changed, then save once more."
        )
        self.add_error(None, words % {"who": self.last_change and f" ({self.last_change})"})


class PublishableForm(RefusableForm):
    """A document or an event."""

    may_publish = False
    change_reason = forms.CharField(
        label=_("Reason for this change"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"size": 60}),
        help_text=_("Kept in the history, for colleagues; never public."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if state := self.fields.get("publication_state"):
            state.choices = [(s.value, s.label) for s in self.next_states()]

    def next_states(self) -> list[PublicationState]:
        states = NEXT[PublicationState(self.instance.publication_state)]
        return [s for s in states if self.may_publish or s in (DRAFT, IN_REVIEW)]
