"""A communique is pasted or uploaded, with what is known of its publication."""

from __future__ import annotations

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from agreements.letters import nfc
from agreements.models import Source

from .admin_dates import DateAsWritten
from .event_sheet import LONGEST_LINE
from .event_sheet_rows import Line, language_field

LONGEST_TEXT = 100_000  # as far as a text is read
LARGEST_FILE = 4 * LONGEST_TEXT  # bytes: no letter of UTF-8 takes more than four
PLAIN = "\n\t"
NOT_PLAIN = _("This is not plain text: it has signs that no text has (such as %(sign)s).")
NOT_UTF8 = _("This file is not text in UTF-8. Save it as plain text in UTF-8, or paste the text.")
TOO_LONG = _("This is too long: %(size)s signs. A communique has at most %(most)s.")
OTHER_KIND = _(
    "This is a file of another kind (%(kind)s), not plain text. Open it, and copy its words."
)
# How files begin that may pass for text.
BEGINNINGS = {
    "%pdf": "PDF",
    "%!ps": "PostScript",
    "pk\x03\x04": "Word, ZIP",
    "\xd0\xcf\x11\xe0": "Word",
    "{\\rtf": "RTF",
    "<!doctype html": "HTML",
    "<html": "HTML",
    "<?xml": "XML",
}
TOO_LARGE = _("This file is too large. A communique has at most %(most)s signs.")


class PasteForm(forms.Form):
    """Gives the text as it is kept: Unicode form NFC, lines ended by one sign, no space around."""

    text = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "cols": 80, "autofocus": True}),
        help_text=_("The whole communique. It is kept as it is now, and never public."),
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".txt,text/plain"}),
        help_text=_("Plain text (.txt) in UTF-8."),
    )
    published_on = DateAsWritten(label=_("Published"), required=False)
    language = language_field(
        required=False, help_text=_("Such as en, ru or tg. Empty: as the text says.")
    )
    publisher = Line(label=_("Publisher"), required=False, max_length=LONGEST_LINE)
    url = forms.URLField(label=_("Address"), required=False, max_length=2000, assume_scheme="https")
    title = Line(label=_("Title"), required=False, max_length=LONGEST_LINE)
    is_another = forms.BooleanField(
        label=_("The address holds another text by now: keep both"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known_at_address: list[Source] = []
        self.is_file_in_text = False
        self.finds_nothing = False

    @property
    def one_text(self) -> str:
        """The text, if it is one, whatever else is wrong."""
        return getattr(self, "cleaned_data", {}).get("text") or ""

    def show_again(self) -> None:
        """What the file holds stands in the field for the text; the first wrong field is gone to.

        A browser does not send a file twice.
        """
        text = self.one_text
        if text and self.files:
            self.data = self.data.copy()
            self.data["text"] = text
            self.is_file_in_text = True
        wrong = next((name for name in self.fields if name in self.errors), "")
        if wrong:
            self.fields["text"].widget.attrs.pop("autofocus", None)
            self.fields[wrong].widget.attrs["autofocus"] = True

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        return plain(text) if text.strip() else ""

    def clean_file(self) -> str:
        file = self.cleaned_data["file"]
        return plain(read(file)) if file else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors.keys() & {"text", "file"}:
            self.check_one_text(cleaned)
        if not any(cleaned.get(name) for name in ("publisher", "title", "url")):
            if not self.errors.keys() & {"publisher", "title", "url"}:
                self.add_error("publisher", _("Give a publisher, a title or an address."))
        elif cleaned.get("url") and not cleaned.get("is_another"):
            self.refuse_known_address(cleaned)
        return cleaned

    def check_one_text(self, cleaned: dict[str, Any]) -> None:
        text, file = cleaned.get("text"), cleaned.get("file")
        if text and file:
            self.add_error("file", _("Paste the text or choose a file, not both."))
        elif not (text or file):
            self.add_error("text", _("Paste the text, or choose a file."))
        cleaned["text"] = text or file or ""

    def refuse_known_address(self, cleaned: dict[str, Any]) -> None:
        """One page, two texts: it was changed, or the wrong address was pasted."""
        known = Source.objects.filter(url=cleaned["url"]).exclude(kept_text="")
        self.known_at_address = [
            source for source in known.order_by("-pk")[:5] if source.kept_text != cleaned["text"]
        ]
        if self.known_at_address:
            self.add_error("url", _("The archive has another text from this address already."))


def read(file: UploadedFile) -> str:
    """Nothing is read of a file that is too large."""
    if not file.name.lower().endswith(".txt"):
        raise ValidationError(NOT_UTF8)
    if file.size > LARGEST_FILE:
        raise ValidationError(TOO_LARGE % {"most": f"{LONGEST_TEXT:,}"})
    content = file.read()
    refuse_other_kinds(content[:100].decode("latin-1").removeprefix("\xef\xbb\xbf"))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(NOT_UTF8) from error


def refuse_other_kinds(text: str) -> None:
    head = text[:100].lstrip().lower()
    kind = next((kind for begins, kind in BEGINNINGS.items() if head.startswith(begins)), "")
    if kind:
        raise ValidationError(OTHER_KIND % {"kind": kind})


def plain(text: str) -> str:
    """The text as it is kept; refuses what is none."""
    text = nfc("\n".join(text.lstrip("\ufeff").splitlines())).strip()
    refuse_other_kinds(text)
    if len(text) > LONGEST_TEXT:
        sizes = {"size": f"{len(text):,}", "most": f"{LONGEST_TEXT:,}"}
        raise ValidationError(TOO_LONG % sizes)
    for sign in text:
        if sign not in PLAIN and unicodedata.category(sign) in ("Cc", "Cs", "Cn"):
            raise ValidationError(NOT_PLAIN % {"sign": f"U+{ord(sign):04X}"})
    if not any(sign.isalpha() for sign in text):
        raise ValidationError(_("There are no words in this text."))
    return text
