"""The work lists on the front page: for each role what it can act on, by group and kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import admin
from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.editing.inbox import pile
from agreements.editing.queues import MOST_COUNTED, QUEUES, Group, Queue
from agreements.models import Communique, File, Import, Job
from agreements.models.gathering import numbers
from agreements.models.vocabulary import ImportState, JobState

from .filters import QueueFilter, asked_by

# Imports with which somebody has yet to do something.
TO_SEE_TO = (ImportState.RECEIVED, ImportState.PREVIEWED, ImportState.FAILED)


@dataclass(frozen=True)
class WorkList:
    """One filtered list. ``number`` is capped: where it ``is_capped``, more wait."""

    group: Group
    kind: str
    words: str
    url: str
    number: int
    is_capped: bool


@dataclass(frozen=True)
class Shelf:
    group: Group
    lists: list[WorkList]

    @property
    def waiting(self) -> dict[str, list[WorkList]]:
        """By kind of record."""
        found: dict[str, list[WorkList]] = {}
        for row in self.lists:
            if row.number:
                found.setdefault(row.kind, []).append(row)
        return found

    @property
    def empty(self) -> list[WorkList]:
        return [row for row in self.lists if not row.number]


def shelves(site: admin.AdminSite, request: HttpRequest, passed: int = 0) -> list[Shelf]:
    rows = list(work_lists(site, request))
    if passed and request.user.has_perm("agreements.publish_event"):
        rows.append(passed_on(passed))
    found = [Shelf(group, [row for row in rows if row.group == group]) for group in Group]
    return [shelf for shelf in found if shelf.lists]


def work_lists(site: admin.AdminSite, request: HttpRequest) -> Iterator[WorkList]:
    for model, queues in QUEUES.items():
        desk = site.get_model_admin(model)
        for code, queue in queues.items():
            if may_act(desk, request, queue):
                yield work_list(desk, request, code, queue)


def open_communiques() -> dict[str, int]:
    """How many are begun, and how many of these were passed to an editor."""
    rows = Communique.objects.open().values("passed_at").order_by()[:MOST_COUNTED]
    return rows.aggregate(begun=Count("*"), passed=Count("passed_at"))


def files(request: HttpRequest) -> dict[str, int]:
    """What is to be told of files and tables, each where one may act on it, in one statement;
    capped."""
    asked = {}
    if request.user.has_perm("agreements.change_file"):
        asked |= pile.heights()
    if request.user.has_perm("agreements.view_job"):
        asked["failed"] = Job.objects.order_by().filter(state=JobState.FAILED)[:MOST_COUNTED]
    if request.user.has_perms(["agreements.publish_document", "agreements.view_filecheck"]):
        asked["not_sound"] = File.objects.not_sound().order_by()[:MOST_COUNTED]
    if request.user.has_perm("agreements.change_import"):
        asked["imports"] = Import.objects.order_by().filter(state__in=TO_SEE_TO)[:MOST_COUNTED]
    return numbers(asked) if asked else {}


def passed_on(number: int) -> WorkList:
    """Communiques have no list: these stand on the page where one is pasted."""
    url = reverse("admin:agreements_communique_paste") + "#communique-passed"
    kind = str(Communique._meta.verbose_name_plural)
    return WorkList(Group.EDITORS, kind, _("passed on by a clerk"), url, number, is_capped=False)


def may_act(desk: admin.ModelAdmin, request: HttpRequest, queue: Queue) -> bool:
    return getattr(desk, f"has_{queue.permission}_permission")(request)


def work_list(desk: admin.ModelAdmin, request: HttpRequest, code: str, queue: Queue) -> WorkList:
    options = desk.opts
    number = queue.number(desk.get_queryset(request), asked_by(request))
    address = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
    return WorkList(
        group=queue.group,
        kind=str(options.verbose_name_plural),
        words=str(queue.words),
        url=f"{address}?{QueueFilter.parameter_name}={code}",
        number=min(number, MOST_COUNTED),
        is_capped=number > MOST_COUNTED,
    )
