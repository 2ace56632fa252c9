"""Files of a document: new ones of a text, attachments, and another in the place of one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Max
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from agreements.models import Document, File, Text
from agreements.models.rules import RULES

from .admin_publication import PublishableForm
from .uploads import UploadField

KINDS = format_lazy(
    _("PDF, TIFF, JPEG, PNG, DOCX, ODT, HTML or plain text, up to {limit} MB."),
    limit=settings.FILE_MAX_SIZE // 1024**2,
)


def attach(file: File, document: Document, text: Text | None = None, **values: Any) -> None:
    """Out of the inbox, behind the other files of the text, or among the attachments."""
    last = File.objects.filter(document=document, text=text).aggregate(last=Max("position"))["last"]
    place = {"position": 0 if last is None else last + 1, "set_aside": ""}
    for name, value in {**place, **values, "document": document, "text": text}.items():
        setattr(file, name, value)
    file.save(update_fields=[*place | values, "document", "text"])


class DocumentForm(PublishableForm):
    attachments = UploadField(
        label=_("Add attachments"),
        help_text=format_lazy("{} {}", _("Files that are no text of it: a map, a list."), KINDS),
    )


class TextForm(forms.ModelForm):
    upload = UploadField(
        label=_("File"),
        help_text=format_lazy(
            "{} {}", _("One file, or the images of its pages in their order."), KINDS
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "upload" in self.fields:
            self.fields["upload"].held = getattr(self.instance, "current_files", ())

    def clean(self) -> dict[str, Any]:
        """As the database asks at the end, when a form could not say so beside the row."""
        cleaned = super().clean()
        has_words = cleaned.get("body") or cleaned.get("url") or cleaned.get("upload")
        if not (has_words or self.errors or getattr(self.instance, "current_files", ())):
            self.add_error(None, RULES["text_has_words_or_a_file"])
        return cleaned

    def save(self, commit: bool = True) -> Text:
        text = super().save(commit)
        if commit:
            for file in self.cleaned_data.get("upload", ()):
                attach(file, text.document, text)
        return text


class FileForm(forms.ModelForm):
    """A file itself stays as it was received."""

    replacement = UploadField(
        label=_("Replace by"),
        is_single=True,
        help_text=_("Readers get the new file, and find the former one in the history."),
    )
    replacement_reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=1000,
        widget=forms.TextInput({"size": 60}),
        help_text=_("Why it is replaced; public."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        replacement, reason = cleaned.get("replacement"), cleaned.get("replacement_reason")
        if replacement and not reason:
            self.add_error(
                "replacement_reason", _("Say why the file is replaced: readers will see it.")
            )
        if reason and not replacement and "replacement" not in self.errors:
            self.add_error("replacement", _("A reason stands below: choose the new file."))
        if replacement and File.objects.filter(replaces=self.instance).exists():
            self.add_error("replacement", _("Somebody replaced this file meanwhile."))
        return cleaned

    def save(self, commit: bool = True) -> File:
        file = super().save(commit)
        if commit and "text" in self.changed_data:
            move_former(file)
        for new in self.cleaned_data.get("replacement", ()) if commit else ():
            attach(
                new,
                file.document,
                file.text,
                position=file.position,
                is_public=file.is_public,
                replaces=file,
                reason=self.cleaned_data["replacement_reason"],
            )
        return file


def move_former(file: File) -> None:
    """The versions before it go with it."""
    while file.replaces:
        file.replaces.text = file.text
        file.replaces.save(update_fields=["text"])
        file = file.replaces
