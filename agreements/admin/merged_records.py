"""What was merged, and undoing it; what was marked as a duplicate, and settling it."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, OperationalError, models, transaction
from django.db.models.functions import Now
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.editing import history
from agreements.editing.differences import differences
from agreements.editing.merging import changes_of, undo
from agreements.forms.admin_labels import label, named
from agreements.forms.admin_merging import UndoForm
from agreements.forms.admin_publication import Refused
from agreements.models import DuplicateMark, MergedRecord
from agreements.models.vocabulary import MarkOutcome

from .looking import LookedAt
from .merging import MERGE, deadlock_words
from .records import reasons
from .searching import CappedPaginator

SHOWN = 200


class ReadOnlyAdmin(LookedAt, admin.ModelAdmin):
    """Written by what people do with records, never by a form."""

    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    paginator = CappedPaginator
    list_per_page = 50
    actions = None
    ordering = ["-pk"]

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet, search_term: str
    ) -> tuple[models.QuerySet, bool]:
        """By a number, on either side."""
        term = search_term.strip()
        if not term:
            return queryset, False
        if not (term.isascii() and term.isdigit() and len(term) < 19):
            return queryset.none(), False
        either = [models.Q(**{name: int(term)}) for name in self.numbers]
        return queryset.filter(either[0] | either[1]), False

    def page(self, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
        context = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        return TemplateResponse(request, f"admin/agreements/{name}.html", context)


@admin.register(MergedRecord)
class MergedRecordAdmin(ReadOnlyAdmin):
    numbers = ("number", "kept_number")
    list_display = ["__str__", "kind", "kept_number", "made_by", "made_at", "undone_at"]
    list_filter = ["kind", ("undone_at", admin.EmptyFieldListFilter)]
    search_fields = ["number"]
    search_help_text = gettext_lazy("The number of a record, the old or the present one.")

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Why it was merged, what that changed, and, for those who may, undoing it."""
        merged = self.get_object(request, object_id)
        if merged is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, merged):
            raise PermissionDenied
        may_undo = request.user.has_perm(MERGE) and merged.undone_at is None
        form = UndoForm(request.POST or None)
        said: dict[str, Any] = {}
        if request.method == "POST":
            if not may_undo:
                raise PermissionDenied
            if form.is_valid():
                said = self.undone(request, merged, form.cleaned_data["reason"])
                if not said:
                    return HttpResponseRedirect(address(merged.kind, merged.number))
        changes = changes_of(merged)
        context = {
            "title": str(merged),
            "merged": merged,
            "kept": record_of(merged.kind, merged.kept_number),
            "differences": differences(changes[:SHOWN]),
            "more": max(len(changes) - SHOWN, 0),
            "form": form if may_undo else None,
            **said,
        }
        return self.page(request, "merged_record", context)

    def undone(self, request: HttpRequest, merged: MergedRecord, reason: str) -> dict[str, Any]:
        """Nothing once it is done; else why it can't be."""
        try:
            with transaction.atomic():
                undo(merged, reason, by=request.user)
        except history.InTheWay as error:
            return {"in_the_way": differences(error.changes[:SHOWN])}
        except (Refused, IntegrityError) as error:
            return {"refused": [words for _field, words in reasons(error)]}
        except OperationalError as error:
            return {"refused": [deadlock_words(error)]}
        words = _("No. %(number)s is there again, with all that had moved.")
        self.message_user(request, words % {"number": merged.number}, messages.SUCCESS)
        return {}


@admin.register(DuplicateMark)
class DuplicateMarkAdmin(ReadOnlyAdmin):
    numbers = ("number", "of_number")
    list_display = ["__str__", "kind", "reason", "made_by", "made_at", "outcome"]
    list_filter = ["kind", ("settled_at", admin.EmptyFieldListFilter)]
    search_fields = ["number"]
    search_help_text = gettext_lazy("The number of one of the two records.")

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The two records, why they may be one, and a way to merge them or to say that they
        are not."""
        mark = self.get_object(request, object_id)
        if mark is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, mark):
            raise PermissionDenied
        may_settle = request.user.has_perm(MERGE) and mark.settled_at is None
        if request.method == "POST":
            if not may_settle:
                raise PermissionDenied
            self.dismiss(request, mark)
            return HttpResponseRedirect(address(mark.kind, mark.number))
        pair = [record_of(mark.kind, number) for number in (mark.number, mark.of_number)]
        context = {
            "title": _("Marked as duplicate"),
            "mark": mark,
            "pair": pair,
            "merge_url": self.merge_url(mark) if None not in pair else "",
            "may_settle": may_settle,
        }
        return self.page(request, "duplicate_mark", context)

    def merge_url(self, mark: DuplicateMark) -> str:
        page = reverse(f"admin:agreements_{mark.kind}_merge", args=[mark.number])
        return f"{page}?into={mark.of_number}"

    def dismiss(self, request: HttpRequest, mark: DuplicateMark) -> None:
        waiting = DuplicateMark.objects.filter(pk=mark.pk, settled_at=None)
        waiting.update(
            outcome=MarkOutcome.DISMISSED,
            settled_by=request.user.get_username(),
            settled_at=Now(),
        )
        self.message_user(request, _("The mark is settled: they are two."), messages.SUCCESS)


def address(kind: str, number: int) -> str:
    return reverse(f"admin:agreements_{kind}_change", args=[quote(number)])


def record_of(kind: str, number: int) -> str | None:
    """A link to the record, as HTML that is safe to show; None where it is gone."""
    model = apps.get_model("agreements", kind)
    record = named(model._default_manager.filter(pk=number)).first()
    return record and format_html('<a href="{}">{}</a>', address(kind, number), label(record))
