"""The history of everything: to look at, and to undo what one save, deletion or merge did."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agreements.editing import history
from agreements.editing.differences import differences
from agreements.models import Change, rules, sign
from agreements.models.vocabulary import OF_ROWS, Operation

from .history import RESTORE
from .looking import LookedAt
from .searching import CappedPaginator

SHOWN = 500


class KindFilter(admin.SimpleListFilter):
    """The kinds are known; asking the history for them would read all of it."""

    title = gettext_lazy("kind of record")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        kinds = [(kind, history.words_of_kind(kind)) for kind in history.kinds()]
        return sorted(kinds, key=lambda kind: kind[1])

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        return queryset.filter(root_kind=self.value()) if self.value() else queryset


@admin.register(Change)
class ChangeAdmin(LookedAt, admin.ModelAdmin):
    """Nobody adds, changes or deletes; the database refuses it as well."""

    list_display = ["made_at", "actor", "operation", "what", "reason_given"]
    list_display_links = None
    list_filter = ["operation", KindFilter]
    search_fields = ["actor"]
    search_help_text = gettext_lazy("The name of an account, or the number of a record.")
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    paginator = CappedPaginator
    list_per_page = 50
    ordering = ["-pk"]
    sortable_by: list[str] = []

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).once()

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet, search_term: str
    ) -> tuple[models.QuerySet, bool]:
        term = search_term.strip()
        if not term:
            return queryset, False
        if term.isascii() and term.isdigit():
            return queryset.filter(root_kind__in=history.kinds(), root=term), False
        return queryset.filter(actor=term), False

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.transaction_view)
        address = path("transaction/<int:number>/", view, name="agreements_change_transaction")
        return [address, *super().get_urls()]

    @admin.display(description=gettext_lazy("record"))
    def what(self, change: Change) -> str:
        address = reverse("admin:agreements_change_transaction", args=[change.transaction])
        return format_html('<a href="{}">{}</a>', address, told(change))

    @admin.display(description=gettext_lazy("reason"))
    def reason_given(self, change: Change) -> str:
        return change.reason

    @transaction.atomic
    def transaction_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """All that was done at once, and a way to undo it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        changes = list(history.of_transaction(number)[: SHOWN + 1])
        if not changes:
            raise Http404
        may_undo = request.user.has_perm(RESTORE) and len(changes) <= SHOWN
        may_undo = may_undo and all(change.operation in OF_ROWS for change in changes)
        said: dict[str, Any] = {}
        if request.method == "POST":
            if not may_undo:
                raise PermissionDenied
            said = undone(request, changes)
            if not said:
                self.message_user(request, _("These changes were undone."), messages.SUCCESS)
                return HttpResponseRedirect(reverse("admin:agreements_change_changelist"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("What was changed at once"),
            "opts": self.opts,
            "first": changes[0],
            "differences": differences(changes[:SHOWN]),
            "is_cut": len(changes) > SHOWN,
            "may_undo": may_undo,
            **said,
        }
        return TemplateResponse(request, "admin/agreements/transaction.html", context)


def told(change: Change) -> str:
    """The kind and number of the record, and of the row under it where it is one."""
    try:
        model = history.model_of(change.table)
    except LookupError:
        return f"{change.table} {change.row}"
    kind = capfirst(str(model._meta.verbose_name))
    if change.operation == Operation.REMOVE:
        rows = change.new["rows"]
        return ngettext("%(count)s row", "%(count)s rows", rows) % {"count": rows}
    if change.operation == Operation.TRUNCATE:
        return str(model._meta.verbose_name_plural)
    if change.root_kind == model._meta.model_name or not change.root_kind:
        return _("%(kind)s no. %(number)s") % {"kind": kind, "number": change.row}
    return _("%(kind)s of %(record)s no. %(number)s") % {
        "kind": kind,
        "record": history.words_of_kind(change.root_kind),
        "number": change.root,
    }


def undone(request: HttpRequest, changes: list[Change]) -> dict[str, Any]:
    """Nothing once it is done; else why it can't be."""
    sign(request.user, request.POST.get("reason", "").strip() or _("Changes undone"))
    try:
        with transaction.atomic():
            history.revert(changes)
    except history.InTheWay as error:
        return {"in_the_way": differences(error.changes[:SHOWN])}
    except IntegrityError as error:
        return {"refused": rules.words(error, history.model_of(changes[0].table))}
    return {}
