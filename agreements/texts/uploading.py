"""An uploaded file is examined and, if it is sound, kept in the inbox: a document may claim it."""

from __future__ import annotations

import logging
import unicodedata
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.letters import nfc
from agreements.models import File

from .formats.examining import examine
from .formats.limits import Limits
from .problems import sentence
from .receiving import held_already, keep

log = logging.getLogger(__name__)

# Categories of letters: those that break a line, and those that hide, or turn others round.
BREAKS, UNSEEN = ("Cc", "Zl", "Zp"), ("Cf", "Cs")


@dataclass(frozen=True)
class Received:
    """What became of one upload. ``file`` is None where it was refused, with why.

    ``warnings`` are sentences to read; ``twins`` files with the same bytes, wherever they are: for
    those only who may see drafts.
    """

    name: str
    file: File | None = None
    refusals: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    twins: tuple[File, ...] = ()


def take_in(upload: TemporaryUploadedFile, user: Any = None, **values: Any) -> Received:
    """Examine an upload and keep it, of no document yet. Needs a transaction; reads no whole file.

    ``values`` are other fields of the file. Nothing is raised for what is in the file, nor where
    the storage can't be written to.
    """
    name = shown_name(upload.name)
    limits = Limits(bytes=settings.FILE_MAX_SIZE)
    found = examine(upload.temporary_file_path(), name, limits)
    if not found.is_sound:
        return Received(name, refusals=tuple(map(sentence, found.problems)))
    try:
        with transaction.atomic():
            seen = {"pages": found.pages, "is_signed": found.is_signed}
            file = keep(upload, name, found.kind, user=user, **seen, **values)
    except OSError as error:
        log.error("An upload could not be stored: %s", error)
        return Received(name, refusals=(not_stored(),))
    twins = tuple(held_already(file.sha256).exclude(pk=file.pk))
    return Received(name, file, (), tuple(map(sentence, found.warnings)), twins)


def not_stored() -> str:
    return _(
        "The file is in order, but could not be stored: there may be no room. Tell those who run "
        "the archive, and try again later."
    )


def shown_name(name: str) -> str:
    """A file's name on one line, NFC, without letters that can't be seen."""
    kinds = ((letter, unicodedata.category(letter)) for letter in nfc(name))
    seen = (" " if kind in BREAKS else letter for letter, kind in kinds if kind not in UNSEEN)
    return " ".join("".join(seen).split()) or _("file without a name")
