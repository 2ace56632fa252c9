"""The work on files and imports: what waits, what failed and why, and trying it again."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agreements.forms.admin_labels import label, named
from agreements.jobs import queue
from agreements.models import Document, Job
from agreements.models.vocabulary import JobState

from .looking import LookedAt
from .searching import CappedPaginator

SHORT = 80  # characters: else a row is as high as a page


@admin.register(Job)
class JobAdmin(LookedAt, admin.ModelAdmin):
    """Made by what comes in, and done by the worker."""

    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    paginator = CappedPaginator
    list_per_page = 50
    ordering = ["-pk"]
    list_display = [
        "__str__", "state", "problem", "document", "attempts", "made_at", "ended_at",
    ]  # fmt: skip
    list_filter = ["state", "kind"]
    list_select_related = ["file", "import_run"]
    actions = ["try_again"]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        documents = named(Document.objects.all())
        jobs = super().get_queryset(request).select_related("file", "import_run")
        return jobs.prefetch_related(models.Prefetch("file__document", documents))

    def has_again_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("agreements.change_file")

    @admin.display(description=gettext_lazy("document"))
    def document(self, job: Job) -> str:
        if job.file is None:
            return ""
        document = job.file.document
        if document is None:
            page = reverse("admin:inbox_place", args=[job.file_id])
            return format_html('<a href="{}">{}</a>', page, _("none yet: in the inbox"))
        page = reverse("admin:agreements_document_change", args=[document.pk])
        return format_html('<a href="{}">{}</a>', page, Truncator(label(document)).chars(SHORT))

    @admin.action(
        description=gettext_lazy("Try the chosen jobs that failed again"), permissions=["again"]
    )
    def try_again(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        self.again(request, list(queryset.values_list("pk", flat=True)))

    def again(self, request: HttpRequest, keys: list[int]) -> None:
        number = queue.again(keys)
        words = ngettext(
            "%(count)s job waits to be done again.", "%(count)s jobs wait to be done again.", number
        )
        if number:
            self.message_user(request, words % {"count": number}, messages.SUCCESS)
        else:
            words = _(
                "None of them has failed, or the same is waiting to be done already. "
                "An import is begun anew on its own page."
            )
            self.message_user(request, words, messages.WARNING)

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """What became of it, and a button for those who may."""
        job = self.get_object(request, object_id)
        if job is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, job):
            raise PermissionDenied
        may_try = self.has_again_permission(request) and is_for_trying(job)
        if request.method == "POST":
            if not self.has_again_permission(request):
                raise PermissionDenied
            self.again(request, [job.pk])
            return HttpResponseRedirect(request.path)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": str(job),
            "job": job,
            "document": self.document(job),
            "may_try": may_try,
        }
        return TemplateResponse(request, "admin/agreements/job.html", context)


def is_for_trying(job: Job) -> bool:
    return job.state == JobState.FAILED and job.import_run_id is None
