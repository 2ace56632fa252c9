"""What an editor decides in a review: about each document, and whether each new name is right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _


class Decision(models.TextChoices):
    PUBLISH = "publish", _("Publish")
    WAIT = "wait", _("Leave in review")
    RETURN = "return", _("Return")


def name_of(record: models.Model) -> str:
    return f"{record._meta.model_name}-{record.pk}"


class ReviewForm(forms.Form):
    """``newcomers`` are names new to the public, by token; ``documents`` those of an event.

    What was ticked on another version of a name is ticked no longer: ``changed`` has its token.
    """

    remark = forms.CharField(
        label=_("Remark to the clerk"),
        required=False,
        max_length=5000,
        widget=forms.Textarea({"rows": 3, "cols": 80}),
        help_text=_(
            "What should be mended? It stands at the top of the record until it is sent again."
        ),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        documents: Iterable[models.Model] = (),
        newcomers: Mapping[str, str] | None = None,
        is_before_event: bool = False,
        changed: Sequence[str] = (),
    ) -> None:
        newcomers, self.documents = newcomers or {}, list(documents)
        if data is not None:
            data = data.copy()
            for name in newcomers.keys() & changed:
                data.pop(name, None)
        super().__init__(data)
        for document in self.documents:
            self.fields[name_of(document)] = forms.ChoiceField(
                label=str(document),
                choices=Decision.choices,
                initial=Decision.PUBLISH,
                widget=forms.RadioSelect,
                error_messages={"required": _("Decide: it came since you opened this page.")},
            )
        for name, words in newcomers.items():
            self.fields[name] = forms.BooleanField(label=words, required=False)
        if is_before_event:
            self.fields["before_event"] = forms.BooleanField(
                label=_("Publish it before its event, on purpose"), required=False
            )

    @property
    def field_errors(self) -> list[tuple[forms.BoundField, str]]:
        """Each with its field, for a list of links at the top."""
        return [(field, words) for field in self for words in field.errors]

    def decided(self, decision: Decision) -> list[models.Model]:
        return [row for row in self.documents if self.cleaned_data.get(name_of(row)) == decision]

    def ask_for_remark(self) -> None:
        if not self.cleaned_data.get("remark"):
            self.add_error("remark", _("Write what the clerk should mend."))

    def ask_for_ticks(self, newcomers: Iterable[str]) -> None:
        for name in newcomers:
            if not self.cleaned_data.get(name):
                words = _("Look at this name first, then tick it: it becomes public with this.")
                self.add_error(name, words)
