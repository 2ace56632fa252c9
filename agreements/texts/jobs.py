"""Jobs on files, for the worker: a clerk's sentence where a file can't be read."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.utils.translation import gettext as _

from agreements.jobs.handler import Away, Failed, Handler
from agreements.models import Job
from agreements.models.vocabulary import JobKind

from . import fixity, reading, scans
from .formats.problem import Refused
from .problems import sentence
from .reading import Reading

# A machine that is busy may be to blame.
WORTH_A_SECOND_TRY = {"takes_too_long", "breaks_reader"}

logger = logging.getLogger(__name__)


def read_words(job: Job) -> Reading:
    return reading.read(job.file)


def read_scan(job: Job) -> Reading:
    return reading.read_scan(job.file)


READERS: dict[str, Callable[[Job], Reading]] = {JobKind.WORDS: read_words, JobKind.OCR: read_scan}


def read(job: Job) -> Reading:
    """Raises what the worker understands."""
    try:
        return READERS[job.kind](job)
    except Refused as refused:
        for_good = refused.problem.code not in WORTH_A_SECOND_TRY
        raise Failed(sentence(refused.problem), for_good=for_good) from refused
    except scans.Unreadable as error:
        words = _("The programs that read scans failed: %(said)s")
        raise Failed(words % {"said": error}) from error
    except OSError as error:
        if is_storage_away():
            raise Away("The storage", error, is_storage_away) from error
        if isinstance(error, FileNotFoundError):
            raise Failed(_("The storage does not have this file.")) from error
        raise


HANDLERS: dict[str, Handler] = dict.fromkeys(READERS, read)


def is_storage_away() -> bool:
    """Whether not one file can be had, which is no fault of the one at hand."""
    try:
        fixity.require_storage()
    except (fixity.NoStorage, OSError):
        return True
    return False


def look_for_scans() -> None:
    """Programs that were installed since may read more."""
    if number := reading.ask_for_all_scans():
        logger.info("%s scans wait for a machine to read them.", number)
