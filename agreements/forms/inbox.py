"""Where a file of the inbox belongs: to a recorded document, or to a new draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from agreements.models import Document, DocumentType, Event, MergedRecord, Text
from agreements.models.vocabulary import LanguageRole, RecordKind

from .admin_dates import DateAsWritten
from .boxes import BoxField, Choice, as_boxed, choices_of
from .event_sheet_rows import LEVELS_OF_NEW, LONGEST_TITLE, Line, language_field

LONGEST_NOTE = 5_000
LONGEST_REASON = 300
ROLES = [("", _("not known")), *LanguageRole.choices]
TEXT, ATTACHMENT = "text", "attachment"
NEW = "new"


def role_field() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Role of the text"), required=False, choices=ROLES)


class TextOfForm(forms.Form):
    """A text, or an attachment, of a document that is recorded already.

    The page offers candidates to tick. ``into`` is asked only where the document has a text in the
    language: whether the file is one more page or version of it. ``may_change`` tells of which
    documents; a file of another one waits for an editor, who is asked then.
    """

    document = forms.IntegerField(label=_("Document"), required=False)
    other = forms.IntegerField(
        label=_("Or the number of another"),
        required=False,
        min_value=1,
        max_value=10**17,
        widget=forms.NumberInput({"inputmode": "numeric", "size": 8}),
    )
    kept_as = forms.ChoiceField(
        label=_("What it is of it"),
        choices=[(TEXT, _("a text")), (ATTACHMENT, _("an attachment"))],
        initial=TEXT,
        widget=forms.RadioSelect,
    )
    language = language_field(required=False, label=_("Language of the text"))
    role = role_field()
    position = forms.IntegerField(
        label=_("Order"),
        required=False,
        min_value=0,
        max_value=32767,
        help_text=_("Among its files. Empty: behind the last."),
    )
    into = forms.CharField(label=_("It has a text in this language already"), required=False)

    def __init__(self, *args: Any, may_change: Callable[[Document], bool], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chosen = self.document_sent()
        self.is_for_editor = self.chosen is not None and not may_change(self.chosen)
        self.texts = self.texts_there()

    def texts_there(self) -> list[Text]:
        """In the language that was sent, of the document that was chosen."""
        document, language = self.chosen, str(self["language"].value() or "").strip()
        if document is None or not language or self.is_for_editor:
            return []
        main = language.partition("-")[0]
        rows = document.texts.prefetch_related("files").order_by("pk")
        return [text for text in rows if text.language.partition("-")[0] == main]

    @property
    def number(self) -> str:
        """As it was typed, else that of the document that is ticked."""
        said = (str(self[name].value() or "").strip() for name in ("other", "document"))
        return next(filter(None, said), "")

    def document_sent(self) -> Document | None:
        number = self.number
        is_number = number.isascii() and number.isdigit() and len(number) < 18
        return document_of(int(number)) if is_number else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.chosen is None and not self.errors:
            if cleaned.get("other"):
                self.add_error("other", _("The archive has no document of this number."))
            elif cleaned.get("document"):
                self.add_error("document", _("This document was deleted meanwhile."))
            else:
                self.add_error("document", _("Choose the document that it is of."))
        if cleaned.get("kept_as") == TEXT:
            self.clean_text(cleaned)
        return cleaned

    def clean_text(self, cleaned: dict[str, Any]) -> None:
        cleaned["text"] = None
        if not cleaned.get("language"):
            if "language" not in self.errors:
                self.add_error("language", _("Say in which language the text is."))
            return
        into = cleaned.get("into")  # what was said of another document's texts says nothing here
        by_key = {str(text.pk): text for text in self.texts}
        cleaned["text"] = by_key.get(into)
        if into == NEW or into in by_key or not self.texts:
            return
        if self.is_bare:
            cleaned["text"] = self.texts[0]
            return
        self.add_error("into", _("Say whether this file is one more of that text, or another."))

    def note_for_editor(self) -> str:
        """Why it is set aside. Needs a valid form."""
        given = self.cleaned_data
        known = [given["language"], dict(ROLES)[given["role"]] if given["role"] else ""]
        words = _("For an editor: a text of no. %(number)s (%(known)s), “%(title)s”")
        if given["kept_as"] == ATTACHMENT:
            words = _("For an editor: an attachment of no. %(number)s, “%(title)s”")
        values = {"number": self.chosen.pk, "title": self.chosen}
        note = words % {**values, "known": ", ".join(str(each) for each in known if each)}
        return Truncator(note).chars(LONGEST_REASON)

    @property
    def is_bare(self) -> bool:
        """The one text has no file: its words were typed, or stand elsewhere; now they come."""
        return len(self.texts) == 1 and not self.texts[0].files.all()

    @property
    def is_asked_into(self) -> bool:
        return bool(self.texts) and (bool(self["into"].value()) or not self.is_bare)


def document_of(number: int) -> Document | None:
    """The document of that number, or the one into which it was merged."""
    kept = MergedRecord.objects.kept_number(RecordKind.DOCUMENT, number)
    return Document.objects.filter(pk__in=[number, kept] if kept else [number]).first()


class NewDraftForm(forms.Form):
    """Twelve fields. What stays empty may be entered later, in the document's own form."""

    type = forms.ChoiceField(label=_("Type"), required=False)
    language = language_field(label=_("Language of the title"))
    text = Line(
        label=_("Title"),
        max_length=LONGEST_TITLE,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
        error_messages={"required": _("A document needs a title, even as a draft.")},
    )
    side_1 = BoxField("body", multiple=True, may_add=True, required=False, label=_("Side 1"))
    side_2 = BoxField("body", multiple=True, may_add=True, required=False, label=_("Side 2"))
    signed_on = DateAsWritten(label=_("Date of signing"), required=False)
    where = BoxField("where", required=False, label=_("Place of signing"))
    event = forms.ChoiceField(label=_("Event"), required=False)
    level = forms.ChoiceField(label=_("Level"), required=False, choices=LEVELS_OF_NEW)
    text_language = language_field(label=_("Language of the text"))
    role = role_field()
    note = forms.CharField(
        label=_("Internal note"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 1, "cols": 40}),
    )

    def __init__(self, *args: Any, events: Sequence[Event] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        types = [(type.code, str(type)) for type in DocumentType.objects.all()]
        self.fields["type"].choices = [("", _("from the title")), *types]
        self.events = {str(event.pk): event for event in events}
        rows = [(key, str(event)) for key, event in self.events.items()]
        self.fields["event"].choices = [("", _("none")), *rows]
        self.share()

    def share(self) -> None:
        """What its boxes hold is fetched together."""
        boxes = [name for name, field in self.fields.items() if isinstance(field, BoxField)]
        values = {name: as_boxed(self[name].value()) for name in boxes}
        given = {c.key: c for name in boxes for c in self.initial.get(name) or []}
        sent = {key for value in values.values() for key in value.keys} - given.keys()
        known: Mapping[str, Choice] = given | choices_of(sorted(sent))
        first = states_of(known[key] for v in values.values() for key in v.keys if key in known)
        for name in boxes:
            self.fields[name].known, self.fields[name].first = known, first

    def clean_event(self) -> Event | None:
        return self.events.get(self.cleaned_data["event"])


def states_of(choices: Iterable[Choice]) -> list[int]:
    """Whose bodies come first in a box."""
    found = []
    for choice in choices:
        record = choice.record
        found.append(record.pk if record._meta.model_name == "state" else record.state_id)
    return list(dict.fromkeys(pk for pk in found if pk))


class AsideForm(forms.Form):
    """Why a file is left for later."""

    reason = Line(
        label=_("Why"),
        max_length=LONGEST_REASON,
        error_messages={"required": _("Say in a few words why it is set aside.")},
    )
