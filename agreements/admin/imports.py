"""Imports: tables of somebody's that become drafts. The list of them, and bringing in another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.forms.imports import UploadForm
from agreements.importing import opening, suggesting, table_problems
from agreements.importing.errors_file import REASONS
from agreements.importing.known import Known
from agreements.importing.profiles import Profile
from agreements.importing.tables import reading
from agreements.importing.tables.limits import Limits
from agreements.models import Import, ImportProfile
from agreements.models.vocabulary import ImportState
from agreements.texts.formats.problem import Refused
from agreements.texts.uploading import not_stored, shown_name

from . import import_acts, import_mapping, import_page
from .searching import CappedPaginator

# What a clerk can set right once the file is here.
CAN_BE_SET = {"no_header", "no_such_sheet"}
WORKING = (ImportState.PREVIEWING, ImportState.APPLYING, ImportState.UNDOING)


@admin.register(Import)
class ImportAdmin(admin.ModelAdmin):
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    paginator = CappedPaginator
    list_per_page = 50
    ordering = ["-pk"]
    list_display = ["name", "profile", "state", "rows", "made_by", "made_at", "applied_at"]
    list_filter = ["state", "profile"]
    list_select_related = ["profile"]
    search_fields = ["name"]
    sortable_by: list[str] = []
    actions = None

    def get_urls(self) -> list[URLPattern]:
        base = "<int:pk>"
        acts: list[tuple[str, Callable]] = [
            ("mapping", import_mapping.mapping),
            ("progress", import_page.progress),
            ("refused", import_page.refused),
            ("preview", import_acts.preview),
            ("apply", import_acts.apply),
            ("undo", import_acts.undo),
        ]
        ours = [
            path(f"{base}/{act}/", self.wrapped(view), name=f"agreements_import_{act}")
            for act, view in acts
        ]
        return [*ours, *super().get_urls()]

    def wrapped(self, view: Callable) -> Callable:
        """For those who may change imports. The view is given the site's context by ``page``."""

        def seen(request: HttpRequest, pk: int) -> HttpResponse:
            if not self.has_change_permission(request):
                raise PermissionDenied
            return view(request, partial(self.page, request), found(pk))

        return self.admin_site.admin_view(seen)

    def page(
        self, request: HttpRequest, template: str, status: int = 200, **context: Any
    ) -> TemplateResponse:
        shared = {**self.admin_site.each_context(request), "is_nav_sidebar_enabled": False}
        shared |= {"opts": self.opts, **context}
        return TemplateResponse(request, f"admin/agreements/{template}.html", shared, status=status)

    @admin.display(description=gettext_lazy("rows"))
    def rows(self, made: Import) -> str:
        """By outcome, as far as it is known."""
        rows = import_page.tally(made)
        return ", ".join(f"{label}: {intcomma(number)}" for _code, label, number in rows if number)

    def has_delete_permission(self, request: HttpRequest, obj: Import | None = None) -> bool:
        """What has written something stays, since it can be undone and says where records are
        from."""
        is_free = obj is None or obj.state not in {*WORKING, ImportState.APPLIED}
        return is_free and super().has_delete_permission(request, obj)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Its rows and jobs go with it, and are not listed one by one."""
        return [str(one) for one in objs], {}, set(), []

    def delete_model(self, request: HttpRequest, obj: Import) -> None:
        """With its table, which nothing else names."""
        path = obj.path
        super().delete_model(request, obj)
        transaction.on_commit(partial(default_storage.delete, path))

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        made = self.get_object(request, object_id)
        if made is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, made):
            raise PermissionDenied
        may_delete = self.has_delete_permission(request, made)
        return import_page.shown(request, partial(self.page, request), made, may_delete=may_delete)

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = UploadForm(request.POST or None, request.FILES or None)
        if request.method == "POST":
            dropped = getattr(request, "not_received", ())
            form = UploadForm(request.POST, request.FILES)
            for _field, _name, words in dropped:
                form.errors["file"] = form.error_class([words])
            if form.is_valid():
                made, refusal = receive(request, form)
                if made:
                    return redirect("admin:agreements_import_mapping", pk=made.pk)
                form.add_error("file", refusal)
        return self.page(
            request,
            "import_upload",
            title=_("Bring in a table"),
            form=form,
            limits=limits(),
        )


def found(pk: int) -> Import:
    made = Import.objects.select_related("profile").filter(pk=pk).first() if pk < 2**63 else None
    if made is None:
        raise Http404
    return made


def limits() -> dict[str, int]:
    most = Limits()
    return {"megabytes": min(most.bytes, settings.FILE_MAX_SIZE) // 1024**2, "rows": most.rows}


def receive(request: HttpRequest, form: UploadForm) -> tuple[Import | None, str]:
    """The import, or why there is none. Nothing that can't be read as a table is stored."""
    upload: TemporaryUploadedFile = form.cleaned_data["file"]
    kept = form.cleaned_data["profile"]
    try:
        profile = described(upload, kept)
    except Refused as refused:
        if refused.problem.code not in CAN_BE_SET:
            return None, table_problems.sentence(refused.problem)
        profile = stored(kept)
    try:
        with transaction.atomic():
            made = opening.receive(
                upload,
                shown_name(upload.name),
                request.user,
                profile=kept,
                settings=profile.as_json(),
            )
    except OSError:
        return None, not_stored()
    messages.success(request, _("Received: “%(name)s”. Nothing is written yet.") % {"name": made})
    return made, ""


def described(upload: TemporaryUploadedFile, kept: ImportProfile | None) -> Profile:
    """The chosen profile, or a proposal from what the table holds."""
    profile = stored(kept)
    table = reading.examine(upload.temporary_file_path(), **profile.table.given)
    if kept:
        return profile
    columns = [name for name in table.columns if name != REASONS]
    return suggesting.suggest(columns, table.sample, Known())


def stored(kept: ImportProfile | None) -> Profile:
    return import_mapping.readable(kept.settings) if kept else Profile()
