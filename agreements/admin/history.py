"""A record's history: what was changed, by whom, when and why, and the way back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from agreements.editing import history
from agreements.editing.differences import differences
from agreements.models import Change, rules, sign

MOST_VERSIONS = 25
RESTORE = "agreements.restore_records"


class HistoryPages:
    """For the admin of any kind of record."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.restore_view)
        address = "<path:object_id>/history/<int:number>/restore/"
        return [path(address, view, name=self.name("restore")), *super().get_urls()]

    def name(self, page: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"

    def lock(self, object_id: str | None) -> models.Model | None:
        """The record, which nobody else can save until this transaction ends; None if not there."""
        try:
            key = self.opts.pk.to_python(unquote(object_id or ""))
        except ValidationError:
            return None
        rows = self.model._default_manager.filter(pk=key) if key not in ("", None) else []
        return rows.select_for_update(no_key=True, of=("self",)).first() if rows != [] else None

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        before = request.GET.get("before", "")
        before = int(before) if before.isascii() and before.isdigit() and len(before) < 19 else None
        found = history.versions(record, before, MOST_VERSIONS + 1)
        context = {
            **self.admin_site.each_context(request),
            "title": _("History"),
            "subtitle": str(record),
            "opts": self.opts,
            "object": record,
            "versions": told(found[:MOST_VERSIONS]),
            "before": found[MOST_VERSIONS - 1].number if len(found) > MOST_VERSIONS else None,
            "is_latest_page": before is None,
            "may_restore": self.may_restore(request, record),
        }
        return TemplateResponse(request, "admin/agreements/history.html", context)

    def may_restore(self, request: HttpRequest, record: models.Model) -> bool:
        return request.user.has_perm(RESTORE) and self.has_change_permission(request, record)

    @transaction.atomic
    def restore_view(self, request: HttpRequest, object_id: str, number: int) -> HttpResponse:
        """What an earlier version would change, and, once that was seen, the change."""
        record = self.lock(object_id)
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.may_restore(request, record):
            raise PermissionDenied
        seen = Change.objects.version_of(record)
        is_stale = request.method == "POST" and request.POST.get("seen") != seen
        if request.method == "POST" and not is_stale:
            if (refused := restored(request, record, number)) is None:
                self.message_user(request, _("The version was restored."), messages.SUCCESS)
                return HttpResponseRedirect(
                    reverse(f"admin:{self.name('change')}", args=[quote(record.pk)])
                )
        else:
            refused = None
        context = {
            **self.admin_site.each_context(request),
            "title": _("Restore an earlier version"),
            "subtitle": str(record),
            "opts": self.opts,
            "object": record,
            "seen": seen,
            "is_stale": is_stale,
            **rehearsed(record, number, refused),
        }
        return TemplateResponse(request, "admin/agreements/restore.html", context)


def told(versions: list[history.Version]) -> list[tuple[history.Version, list]]:
    """Versions with their differences in words."""
    rows = differences(change for version in versions for change in version.changes)
    return [
        (version, [row for row in rows if row.change.transaction == version.transaction])
        for version in versions
    ]


def restored(request: HttpRequest, record: models.Model, number: int) -> str | None:
    """None once it is done; else why it can't be."""
    sign(request.user, request.POST.get("reason", "").strip() or _("Earlier version restored"))
    try:
        with transaction.atomic():
            history.restore(record, number)
    except IntegrityError as error:
        return rules.words(error, type(record))
    return None


def rehearsed(record: models.Model, number: int, refused: str | None) -> dict[str, Any]:
    """The differences that restoring would make, or why it can't be done."""
    try:
        changes = history.rehearse(lambda: history.restore(record, number))
    except IntegrityError as error:
        return {"differences": [], "refused": refused or rules.words(error, type(record))}
    return {"differences": differences(changes), "refused": refused}
