"""One import: how far the work on it is, what its rows are, what was written."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from agreements.editing import import_jobs
from agreements.importing import applying, errors_file, opening, table_problems
from agreements.importing.tables import reading
from agreements.jobs import queue
from agreements.models import Import, Job
from agreements.models.vocabulary import ImportOutcome, ImportState
from agreements.texts.formats.problem import Refused

from . import import_rows

Page = Callable[..., HttpResponse]

WORKING = (ImportState.PREVIEWING, ImportState.APPLYING, ImportState.UNDOING)
LATE = 60  # seconds after which it is said that nobody has begun
TYPES = {
    "csv": ("csv", "text/csv"),
    "jsonl": ("jsonl", "application/jsonl"),
    "xlsx": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def shown(request: HttpRequest, page: Page, made: Import, *, may_delete: bool) -> HttpResponse:
    may_change = request.user.has_perm("agreements.change_import")
    if made.state in WORKING:
        job = job_of(made)
        title = made.get_state_display().capitalize()
        return page("import_working", title=title, made=made, job=job, is_late=is_late(job))
    if made.state == ImportState.RECEIVED and may_change:
        return redirect("admin:agreements_import_mapping", pk=made.pk)
    return page(
        "import_page",
        title=made.name,
        made=made,
        tally=[*tally(made)],
        rows=import_rows.page(made, request.GET),
        to_write=to_write(made),
        may_change=may_change,
        may_write=may_change and may_write(request),
        may_publish=applying.may_publish(request.user),
        may_delete=may_delete,
        written=written(made),
    )


def may_write(request: HttpRequest) -> bool:
    return request.user.has_perms(["agreements.add_document", "agreements.change_document"])


def tally(made: Import) -> list[tuple[str, str, int]]:
    """Rows by outcome, the warned ones at the end."""
    found = [*import_rows.tally(made.counts)]
    if made.counts.get("warned"):
        found.append((import_rows.WARNED, _("with warnings"), made.counts["warned"]))
    return found


def to_write(made: Import) -> int:
    return sum(made.counts.get(name, 0) for name in (ImportOutcome.NEW, ImportOutcome.CHANGED))


def written(made: Import) -> list[tuple[str, int]]:
    """What became of it in the archive, in words and numbers."""
    words = {
        "made": _("documents made"),
        "published": _("of these published"),
        "kept_as_drafts": _("of these kept as drafts, since something is lacking"),
        "new_agency": _("new agencies"),
        "new_place": _("new places"),
        "new_source": _("new sources"),
        "deleted": _("deleted again"),
        "withdrawn": _("withdrawn"),
        "restored": _("as they were before"),
        "kept": _("left, since somebody has worked on them"),
    }
    return [(label, made.counts[name]) for name, label in words.items() if made.counts.get(name)]


# While it is worked on ----------------------------------------------------------------------------


def job_of(made: Import) -> Job | None:
    return made.jobs.filter(state__in=queue.OPEN).first()


def is_late(job: Job | None) -> bool:
    """Whether it waits for longer than a worker that is there lets it."""
    if job is None or job.began_at:
        return False
    return (timezone.now() - job.made_at).total_seconds() > LATE


@require_GET
def progress(request: HttpRequest, page: Page, made: Import) -> HttpResponse:
    """For the script of the page."""
    values = {"working": made.state in WORKING, "done": made.done, "total": made.total}
    return JsonResponse(values)


# The refused rows ---------------------------------------------------------------------------------


@require_GET
def refused(request: HttpRequest, page: Page, made: Import) -> HttpResponse:
    """As a table of the kind that they came in, each with what is wrong with it."""
    try:
        with opening.file_of(made) as path:
            given = import_jobs.profile_of(made).table.given
            found = reading.examine(path, **given)
    except (Refused, FileNotFoundError, ValueError) as error:
        words = _("The file of this import is not in the storage.")
        if isinstance(error, Refused):
            words = table_problems.sentence(error.problem)
        messages.error(request, words)
        return redirect("admin:agreements_import_change", made.pk)
    ending, kind = TYPES[found.kind]
    content = errors_file.errors_file(made, found, warned="warned" in request.GET)
    response = StreamingHttpResponse(content, content_type=kind)
    name = f"{made.name.partition('.')[0]}-refused.{ending}"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response
