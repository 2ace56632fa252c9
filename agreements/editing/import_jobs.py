"""What the worker does with imports: looks through them, applies them, takes them back.

Each is done in the transaction that says that its job is done: after a power cut it is done once
more, or not at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.importing import applying, opening, previewing, settling, table_problems
from agreements.importing.applying import NotApplied
from agreements.importing.profiles import InvalidProfile, Profile
from agreements.jobs import queue
from agreements.jobs.handler import Failed, Handler
from agreements.jobs.progress import Progress
from agreements.models import Import, Job
from agreements.models.vocabulary import ImportState, JobKind
from agreements.texts.formats.problem import Refused

from .import_undoing import InTheWay, undo

WORKING = {
    JobKind.PREVIEW: ImportState.PREVIEWING,
    JobKind.APPLY: ImportState.APPLYING,
    JobKind.UNDO: ImportState.UNDOING,
}
SHOWN = 20  # of the documents that are in the way


@transaction.atomic
def ask(import_: Import, kind: JobKind, user: Any = None, **settings: Any) -> None:
    """Let it be done, in the name of ``user``. ``settings`` are read by the handler."""
    if kind == JobKind.APPLY:
        import_.applied_by_id = user.pk if user else None
    import_.settings["asked"] = {"by": user.pk if user else None, **settings}
    import_.state, import_.problem = WORKING[kind], ""
    import_.save(update_fields=["applied_by_id", "settings", "state", "problem"])
    queue.ask([Job(kind=kind, import_run=import_)])


def asked(import_: Import) -> dict[str, Any]:
    return import_.settings.get("asked", {})


def asker(import_: Import) -> Any:
    """The account in whose name it is done; None for a program."""
    by = asked(import_).get("by")
    return get_user_model().objects.get(pk=by) if by else None


def profile_of(import_: Import) -> Profile:
    settings = {name: value for name, value in import_.settings.items() if name != "asked"}
    return Profile.from_json(settings)


@dataclass
class Work:
    """Done when the worker writes down that it is."""

    job: Job
    do: Callable[[Import, Callable[[int, int], None]], object]
    came: object = ""

    def __str__(self) -> str:
        return str(self.came)

    def write(self) -> None:
        with Progress(self.job) as progress:
            try:
                self.came = self.do(self.job.import_run, progress.report)
            except Refused as refused:
                raise Failed(table_problems.sentence(refused.problem), for_good=True) from refused
            except (InvalidProfile, NotApplied) as error:
                raise Failed(str(error), for_good=True) from error
            except InTheWay as error:
                raise Failed(in_words(error), for_good=True) from error
            except FileNotFoundError as error:
                raise Failed(_("The file of this import is not in the storage.")) from error


def in_words(error: InTheWay) -> str:
    shown = ", ".join(map(str, error.documents[:SHOWN]))
    more = "" if len(error.documents) <= SHOWN else " …"
    return _(
        "%(number)s documents were worked on since, so nothing is undone: %(documents)s. Undo the "
        "others, or look at these first."
    ) % {"number": len(error.documents), "documents": shown + more}


def look_through(import_: Import, report: Callable[[int, int], None]) -> object:
    with opening.file_of(import_) as path:
        table = opening.survey(path, profile_of(import_))
        if table.questions:
            raise NotApplied(" ".join(map(settling.sentence, table.questions)))
        origin = opening.origin_of(import_, table.profile)
        import_.settings = table.profile.as_json()
        counts = previewing.preview(
            import_, table.converted(), origin, lambda done: report(done, table.total)
        )
        Import.objects.filter(pk=import_.pk).update(settings=import_.settings)
    return counts


def apply(import_: Import, report: Callable[[int, int], None]) -> object:
    total = applying.to_do(import_)
    origin = opening.origin_of(import_, profile_of(import_))
    return applying.apply(import_, origin, asker(import_), lambda done: report(done, total))


def take_back(import_: Import, report: Callable[[int, int], None]) -> object:
    others = bool(asked(import_).get("others"))
    return undo(import_, asker(import_), others=others, progress=report)


def handler(do: Callable[[Import, Callable[[int, int], None]], object]) -> Handler:
    return lambda job: Work(job, do)


HANDLERS: dict[str, Handler] = {
    JobKind.PREVIEW: handler(look_through),
    JobKind.APPLY: handler(apply),
    JobKind.UNDO: handler(take_back),
}
