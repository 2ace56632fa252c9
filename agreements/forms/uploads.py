"""A field for files. What was received waits in the inbox; the form remembers it by a token.

So a clerk whose form is refused chooses no file twice. ``admin/files.py`` receives what is sent and
puts what became of it into the form's data, under the field's name and an ending.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from agreements.models import File
from agreements.models.file import ENDINGS

RECEIVED, LEAVE_OUT, REFUSED = "-received", "-leave_out", "-refused"
ACCEPTED = ",".join(ending for endings in ENDINGS.values() for ending in endings)
SIGNER = signing.Signer(salt="agreements.uploads")


@dataclass(frozen=True)
class Sent:
    """What a form has of a field: tokens of files that were received, and words of refusals."""

    tokens: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def token(file: File) -> str:
    """Nobody can make one up, and so lay hands on what others uploaded."""
    return SIGNER.sign(str(file.pk))


def key_of(token: str) -> int | None:
    try:
        return int(SIGNER.unsign(token))
    except (signing.BadSignature, ValueError):
        return None


def files_of(tokens: Iterable[str]) -> list[File]:
    """Those that are there, in the order of their tokens."""
    keys = [key for key in map(key_of, tokens) if key is not None]
    found = File.objects.select_related("document").in_bulk(keys) if keys else {}
    return [found[key] for key in keys if key in found]


class UploadWidget(forms.Widget):
    template_name = "widgets/upload.html"
    needs_multipart_form = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Sent:
        left_out = listed(data, name + LEAVE_OUT)
        tokens = dict.fromkeys(t for t in listed(data, name + RECEIVED) if t not in left_out)
        return Sent(tuple(tokens), tuple(listed(data, name + REFUSED)))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name + RECEIVED not in data and name + REFUSED not in data

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, None, attrs)
        tokens = value.tokens if isinstance(value, Sent) else ()
        context["widget"]["attrs"] |= {"accept": ACCEPTED, "multiple": not self.field.is_single}
        context["held"] = self.field.held
        context["received"] = [(token(file), file) for file in files_of(tokens)]
        return context


def listed(data: Any, name: str) -> list[str]:
    return list(data.getlist(name) if hasattr(data, "getlist") else data.get(name) or [])


class UploadField(forms.Field):
    """Gives files of the inbox. ``held`` are those that are there already, to be shown."""

    widget = UploadWidget
    held: Sequence[File] = ()

    def __init__(self, *, is_single: bool = False, **kwargs: Any) -> None:
        self.is_single = is_single
        super().__init__(required=False, **kwargs)
        self.widget.field = self

    def __deepcopy__(self, memo: dict) -> UploadField:
        copied = super().__deepcopy__(memo)
        copied.widget.field = copied
        return copied

    def clean(self, value: Sent) -> list[File]:
        errors = list(value.refused)
        files = files_of(value.tokens)
        if len(files) < len(value.tokens):
            errors.append(_("A file that was received is not there any more. Choose it once more."))
        for file in files:
            if file.document_id is not None:
                errors.append(taken(file))
        if self.is_single and len(files) > 1:
            errors.append(_("Choose one file: leave the others out."))
        if errors:
            raise ValidationError(errors)
        return files

    def has_changed(self, initial: Any, data: Sent) -> bool:
        return bool(data.tokens or data.refused)


def taken(file: File) -> str:
    words = _("“%(name)s” was placed with a document meanwhile: “%(document)s”. Leave it out here.")
    return words % {"name": file.name, "document": file.document}
