"""Merging one record into another: chosen, looked at, agreed to; or marked for an editor."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, OperationalError, models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.editing.merging import Changed, Plan, merge, plan
from agreements.forms.admin_merging import MarkForm, MergeForm, OtherRecordForm
from agreements.forms.admin_publication import Refused
from agreements.models import DuplicateMark, MergedRecord
from agreements.models.publication import Publishable

from .merge_preview import numbered, own_values, sections
from .records import reasons

MERGE = "agreements.merge_records"


class Mergeable:
    """For the admin of a kind of record that may turn out to be entered twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actions = [*self.actions, "merge_chosen", "mark_chosen"]

    # Who may, and ways to it ---------------------------------------------------------------

    def has_merge_permission(
        self, request: HttpRequest, record: models.Model | None = None
    ) -> bool:
        may = request.user.has_perm(MERGE)
        return may and self.has_change_permission(request, record)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("<path:object_id>/merge/", wrap(self.merge_view), name=self.name("merge")),
            path("<path:object_id>/duplicate/", wrap(self.mark_view), name=self.name("duplicate")),
            *super().get_urls(),
        ]

    def page(self, name: str, record: models.Model) -> str:
        return reverse(f"admin:{self.name(name)}", args=[quote(record.pk)])

    def tools(self, request: HttpRequest, record: models.Model) -> list[tuple[str, str]]:
        tools = super().tools(request, record)
        if self.has_merge_permission(request, record):
            tools.append((self.page("merge", record), _("Merge into another…")))
        tools.append((self.page("duplicate", record), _("Duplicate of…")))
        return tools

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        record = context.get("original")
        if record is not None:
            context["memory"] = memory_of(record)
        return super().render_change_form(request, context, *args, **kwargs)

    # Actions of the list -------------------------------------------------------------------

    @admin.action(permissions=["merge"], description=gettext_lazy("Merge into another…"))
    def merge_chosen(self, request: HttpRequest, records: models.QuerySet) -> HttpResponse | None:
        return self.go_with(request, records, "merge")

    @admin.action(permissions=["view"], description=gettext_lazy("Mark as duplicate of…"))
    def mark_chosen(self, request: HttpRequest, records: models.QuerySet) -> HttpResponse | None:
        return self.go_with(request, records, "duplicate")

    def go_with(
        self, request: HttpRequest, records: models.QuerySet, page: str
    ) -> HttpResponse | None:
        """Of two, the one that is public stays, else the one that was entered first."""
        chosen = sorted(records[:3], key=lambda record: (is_published(record), -record.pk))
        if len(chosen) not in (1, 2):
            words = _("Choose one record, or the two that are one.")
            self.message_user(request, words, messages.WARNING)
            return None
        query = f"?{urlencode({'into': chosen[1].pk})}" if len(chosen) == 2 else ""
        return HttpResponseRedirect(self.page(page, chosen[0]) + query)

    # Merging -------------------------------------------------------------------------------

    def merge_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        losing = self.get_object(request, unquote(object_id))
        if losing is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_merge_permission(request, losing):
            raise PermissionDenied
        kept = self.other(request, losing, _("The record that stays"))
        if isinstance(kept, OtherRecordForm):
            context = {"title": _("Merge into another record"), "form": kept}
            return self.record_page(request, losing, "merge_choose", context)
        if not self.has_merge_permission(request, kept):
            raise PermissionDenied
        if request.method == "POST":
            return self.agreed(request, losing, kept)
        return self.preview(request, plan(losing, kept), MergeForm())

    def other(
        self, request: HttpRequest, record: models.Model, words: str
    ) -> models.Model | OtherRecordForm:
        """The other record, by the address; a form to choose it where that names none."""
        asked = request.GET if {"into", "number"} & request.GET.keys() else None
        form = OtherRecordForm(asked, record=record, site=self.admin_site, label=words)
        return form.cleaned_data["other"] if form.is_valid() else form

    def agreed(self, request: HttpRequest, losing: models.Model, kept: models.Model) -> Any:
        form = MergeForm(request.POST)
        if not form.is_valid():
            return self.preview(request, plan(losing, kept), form)
        said: dict[str, Any] = {}
        try:
            with transaction.atomic():
                merged = merge(
                    losing,
                    kept,
                    form.cleaned_data["reason"],
                    by=request.user,
                    seen=form.cleaned_data["seen"],
                )
        except Changed as changed:
            return self.preview(request, changed.plan, form, is_stale=True)
        except (Refused, IntegrityError) as error:
            said["refused"] = [words for _field, words in reasons(error)]
        except OperationalError as error:
            said["refused"] = [deadlock_words(error)]
        else:
            return self.merged(request, merged, kept)
        if not type(losing)._base_manager.filter(pk=losing.pk).exists():
            self.message_user(request, " ".join(said["refused"]), messages.WARNING)
            return HttpResponseRedirect(self.page("change", kept))
        return self.preview(request, plan(losing, kept), form, **said)

    def merged(
        self, request: HttpRequest, merged: MergedRecord, kept: models.Model
    ) -> HttpResponse:
        words = _("%(record)s is merged into this record.") % {"record": merged}
        self.log_change(request, kept, words)
        self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(self.page("change", kept))

    def preview(
        self, request: HttpRequest, found: Plan, form: MergeForm, **said: Any
    ) -> HttpResponse:
        """What would move. What was typed is kept; the plan that is agreed to is the one shown."""
        form.initial["seen"] = found.digest
        if form.is_bound:
            form.data = {**form.data.dict(), "seen": found.digest}
        context = {
            "title": _("Merge two records"),
            "kept": found.kept,
            "losing_label": numbered(found.losing),
            "kept_label": numbered(found.kept),
            "plan": found,
            "sections": list(sections(found)),
            "filled": own_values(found, found.values.filled),
            "differing": own_values(found, found.values.differing),
            "form": form,
            "turned": self.turned(request, found),
            **said,
        }
        return self.record_page(request, found.losing, "merge", context)

    def turned(self, request: HttpRequest, found: Plan) -> str:
        """The address at which the other record stays instead."""
        return f"{self.page('merge', found.kept)}?{urlencode({'into': found.losing.pk})}"

    # Marking -------------------------------------------------------------------------------

    def mark_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        words = _("It is the same as")
        data = request.POST if request.method == "POST" else None
        form = MarkForm(data, record=record, site=self.admin_site, label=words)
        if data is None:
            form.initial.update(request.GET.dict())
        if data is not None and form.is_valid() and self.marked(request, record, form):
            return HttpResponseRedirect(self.page("change", record))
        context = {"title": _("Mark as duplicate"), "form": form}
        return self.record_page(request, record, "mark_duplicate", context)

    def marked(self, request: HttpRequest, record: models.Model, form: MarkForm) -> bool:
        mark = DuplicateMark(
            kind=self.opts.model_name,
            number=record.pk,
            of_number=form.cleaned_data["other"].pk,
            reason=form.cleaned_data["reason"],
            made_by=request.user.get_username(),
        )
        try:
            with transaction.atomic():
                mark.save()
        except IntegrityError as error:
            for _field, words in reasons(error):
                form.add_error(None, words)
            return False
        self.message_user(request, _("It is marked. An editor will look at the two."))
        return True

    def record_page(
        self, request: HttpRequest, record: models.Model, name: str, context: dict[str, Any]
    ) -> HttpResponse:
        form = context["form"]
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "object": record,
            "media": self.media + form.media,
            **context,
        }
        return TemplateResponse(request, f"admin/agreements/{name}.html", context)


def is_published(record: models.Model) -> bool:
    return isinstance(record, Publishable) and record.is_published


def deadlock_words(error: OperationalError) -> str:
    """Two that wait for each other: the database lets one of them go. Raises any other error."""
    if getattr(error.__cause__, "sqlstate", None) not in ("40P01", "55P03"):
        raise error
    return _("Somebody saved one of these records at the same moment. Try once more.")


def memory_of(record: models.Model) -> dict[str, Any]:
    """What the form says of a record: what was merged into it, and what may be the same."""
    records = type(record)._base_manager.filter(pk=record.pk)
    return {
        "gone": MergedRecord.objects.of(record).first(),
        "merged": MergedRecord.objects.into(records)[:MOST_SHOWN],
        "marks": DuplicateMark.objects.waiting().on(record)[:MOST_SHOWN],
    }


MOST_SHOWN = 20
