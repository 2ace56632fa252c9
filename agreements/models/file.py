from __future__ import annotations

import unicodedata
import uuid
from pathlib import PurePath

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.letters import nfc, slug

from .document import Document
from .fields import LineField, NormalizedText, one_of
from .text import Text
from .triggers import KeepFile, recorded
from .vocabulary import SCANS, FileKind, Fixity, WordsReason, WordsState

ORIGINALS = "originals"  # the folder of the storage in which they are

# Found out by the archive itself, as often as need be: no statement of anybody.
DERIVED = ("words_state", "words_reason", "words_by", "fixity", "checked_at")

# How the names of each kind end. With another ending a file would open in the wrong program.
ENDINGS = {
    FileKind.PDF: [".pdf"],
    FileKind.TIFF: [".tif", ".tiff"],
    FileKind.JPEG: [".jpg", ".jpeg"],
    FileKind.PNG: [".png"],
    FileKind.DOCX: [".docx"],
    FileKind.ODT: [".odt"],
    FileKind.HTML: [".html", ".htm", ".xhtml"],
    FileKind.TEXT: [".txt", ".text", ".md"],
}
LONGEST_NAME = 120  # characters: a header of more may be too long for a proxy
UNSAFE = set("/\\\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class FileQuerySet(models.QuerySet):
    def published(self) -> FileQuerySet:
        """Those of published documents; an attachment as such, others with their public text.

        Former versions too: who was given the address of one finds it.
        """
        return self.shown().filter(document__publication_state="published")

    def withdrawn(self) -> FileQuerySet:
        """Those that a reader could have, had their document not been withdrawn."""
        return self.shown().filter(document__publication_state="withdrawn")

    def shown(self) -> FileQuerySet:
        """Those that are shown where their document is."""
        return self.filter(models.Q(text=None) | models.Q(text__is_public=True), is_public=True)

    def not_sound(self) -> FileQuerySet:
        """Missing or altered when last checked."""
        return self.filter(fixity__in=[Fixity.MISSING, Fixity.ALTERED])

    def current(self) -> FileQuerySet:
        """Without those that another one has replaced."""
        return self.filter(replaced_by=None)

    def waiting(self) -> FileQuerySet:
        """In the inbox: received, and of no document yet; also those that are set aside."""
        return self.filter(document=None)

    def in_turn(self) -> FileQuerySet:
        """Of the inbox, those that are placed next, the oldest first."""
        return self.waiting().filter(set_aside="").order_by("pk")


class File(models.Model):
    """An original as it was received, byte for byte: a version of a text, or an attachment.

    Where it is kept says ``key``, never the name that it came with. Without a document it waits
    in the inbox.
    """

    document = models.ForeignKey(
        Document,
        models.CASCADE,
        related_name="files",
        null=True,
        blank=True,
        verbose_name=_("document"),
    )
    text = models.ForeignKey(
        Text,
        models.CASCADE,
        related_name="files",
        null=True,
        blank=True,
        verbose_name=_("text"),
        help_text=_("The text that it holds; empty for an attachment."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    key = models.UUIDField(_("storage key"), default=uuid.uuid4, unique=True, editable=False)
    name = LineField(_("name"), help_text=_("As it was when received."))
    kind = models.CharField(_("kind"), max_length=4, choices=FileKind)
    size = models.PositiveBigIntegerField(_("size"), help_text=_("In bytes."))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    pages = models.PositiveIntegerField(
        _("pages"), null=True, blank=True, help_text=_("Empty where a format has none.")
    )
    is_signed = models.BooleanField(
        _("signed"), default=False, help_text=_("With a digital signature within the file.")
    )
    is_public = models.BooleanField(
        _("public"), default=True, help_text=_("Off: held here, but not given to the public.")
    )
    replaces = models.OneToOneField(
        "self",
        models.RESTRICT,
        related_name="replaced_by",
        null=True,
        blank=True,
        verbose_name=_("replaces"),
    )
    reason = NormalizedText(
        _("reason"), blank=True, help_text=_("Why it replaces the version before it.")
    )
    received_by = models.CharField(_("received from"), max_length=150, blank=True)
    received_at = models.DateTimeField(_("received"), db_default=Now(), editable=False)
    set_aside = LineField(
        _("set aside because"),
        blank=True,
        help_text=_("While it waits in the inbox: why it is left for later."),
    )
    placed_at = models.DateTimeField(
        _("placed"), null=True, blank=True, editable=False, help_text=_("Out of the inbox.")
    )
    words_state = models.CharField(
        _("words"), max_length=13, choices=WordsState, default=WordsState.WAITING
    )
    words_reason = models.TextField(_("why"), blank=True)
    words_by = models.CharField(
        _("words read by"),
        max_length=150,
        blank=True,
        help_text=_("Engine and model that read a scan; empty for the file's own words."),
    )
    fixity = models.CharField(
        _("fixity"), max_length=11, choices=Fixity, default=Fixity.NOT_CHECKED, editable=False
    )
    checked_at = models.DateTimeField(_("last checked"), null=True, blank=True, editable=False)

    objects = FileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        ordering = ["document", "text", "position", "id"]
        constraints = [
            one_of("kind", FileKind, "file_kind_is_known"),
            one_of("words_state", WordsState, "file_words_state_is_known"),
            one_of("fixity", Fixity, "file_fixity_is_known"),
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="file_has_a_name",
                violation_error_message=_("A file needs a name."),
            ),
            models.CheckConstraint(
                condition=models.Q(size__gt=0),
                name="file_is_not_empty",
                violation_error_message=_("This file is empty: it has no bytes."),
            ),
            models.CheckConstraint(
                condition=models.Q(sha256__regex="^[0-9a-f]{64}$"),
                name="file_hash_has_form",
                violation_error_message=_("A SHA-256 has 64 digits and letters a to f."),
            ),
            models.CheckConstraint(
                condition=models.Q(text=None) | models.Q(document__isnull=False),
                name="file_of_a_text_is_of_its_document",
                violation_error_message=_("A file of a text belongs to the text's document."),
            ),
            models.CheckConstraint(
                condition=models.Q(replaces=None) | ~models.Q(reason=""),
                name="file_replacement_has_a_reason",
                violation_error_message=_("Say why the file is replaced: readers will see it."),
            ),
        ]
        indexes = [
            models.Index(fields=["sha256"], name="file_sha256"),
            models.Index(
                fields=["id"], condition=models.Q(document=None), name="file_in_the_inbox"
            ),
            models.Index(
                fields=["placed_at"],
                condition=models.Q(placed_at__isnull=False),
                name="file_placed",
            ),
            models.Index(
                fields=["words_state", "id"],
                condition=~models.Q(words_state="usable"),
                name="file_without_words",
            ),
            models.Index(models.F("checked_at").asc(nulls_first=True), name="file_checked"),
            models.Index(
                fields=["fixity", "id"],
                condition=models.Q(fixity__in=[Fixity.MISSING, Fixity.ALTERED]),
                name="file_not_sound",
            ),
        ]
        triggers = [*recorded("document document_id", derived=DERIVED), KeepFile()]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        stem, ending = self.stem_and_ending
        return reverse("file", args=[self.pk, f"{slug(stem) or 'file'}{ending}"])

    @property
    def path(self) -> str:
        """Where its bytes are, in the storage."""
        return f"{ORIGINALS}/{self.key.hex[:2]}/{self.key.hex}"

    @property
    def download_name(self) -> str:
        """The name under which a reader keeps it: of any letters, with an ending of its kind."""
        stem, ending = self.stem_and_ending
        return f"{stem[:LONGEST_NAME].strip()}{ending}"

    @property
    def stem_and_ending(self) -> tuple[str, str]:
        name = PurePath(printable(nfc(self.name)))
        endings = ENDINGS[FileKind(self.kind)]
        if name.suffix.lower() in endings:
            return name.stem, name.suffix.lower()
        return name.name, endings[0]

    @property
    def is_scan(self) -> bool:
        """Whether it is a picture of words that nobody has read out of it."""
        return self.words_state in SCANS

    @property
    def words_problem(self) -> str:
        """Why its words are of no use, as a sentence; empty where they are of use."""
        code = self.words_reason
        return str(WordsReason(code).label) if code in WordsReason else code


def printable(name: str) -> str:
    """Without what ends a line, leads into a folder, or turns the order of letters around."""
    return "".join(
        "_"
        if unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") or letter in UNSAFE
        else letter
        for letter in name
    )


class FileWords(models.Model):
    """What the search reads of a file: its words without what returns on each page.

    There is one where the words are usable. Written by the worker, never by hand.
    """

    file = models.OneToOneField(
        File, models.CASCADE, related_name="words", primary_key=True, verbose_name=_("file")
    )
    words = NormalizedText(_("words"))
    page_starts = ArrayField(
        models.PositiveIntegerField(), help_text=_("Characters before each page.")
    )

    class Meta:
        verbose_name = _("words of a file")
        verbose_name_plural = _("words of files")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.file_id)


class Page(models.Model):
    """The words of one page of a file, as they stand there. Written by the worker."""

    file = models.ForeignKey(File, models.CASCADE, related_name="page_rows")
    number = models.PositiveIntegerField(_("page"))
    words = NormalizedText(_("words"), blank=True)

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["file", "number"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["file", "number"],
                name="page_stands_once",
                violation_error_message=_("This page was read already."),
            ),
            models.CheckConstraint(
                condition=models.Q(number__gt=0),
                name="page_number_counts_from_one",
                violation_error_message=_("Pages are counted from 1."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file_id}, {self.number}"
