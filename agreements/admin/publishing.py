"""Documents and events on their way to the public, and who may send them there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import IntegrityError, models, transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from agreements.editing.reviewing import standing_remark
from agreements.forms.admin_publication import (
    DRAFT,
    IN_REVIEW,
    PUBLISHED,
    WITHDRAWN,
    PublishableForm,
    Refused,
)
from agreements.models import Document, Event, sign
from agreements.models.lacking import lacking
from agreements.models.rules import RULES, check_rules
from agreements.models.vocabulary import WORKFLOW

from . import reviewing
from .proposals import Proposing
from .records import FIELD_OF_RULE, RecordAdmin, reasons

# Where on the page a clerk mends what a rule asks for: the prefix of the rows' formset.
ROWS_OF_RULE = {
    "document_has_a_title": "titles",
    "document_has_two_sides": "parties",
    "document_has_a_date": "signings",
    "document_has_a_source": "citations",
    "text_has_words_or_a_file": "texts",
    "event_has_a_name": "names",
    "event_has_a_source": "citations",
}

COMES_BACK = (WITHDRAWN, PUBLISHED)


def asked(rule: str, model: type[models.Model]) -> tuple[str | None, str]:
    """What a form says of a broken rule, with a way to the rows that mend it."""
    if rule not in ROWS_OF_RULE:
        return FIELD_OF_RULE.get(rule), str(RULES[rule])
    rows = model._meta.get_field(ROWS_OF_RULE[rule]).related_model._meta.verbose_name_plural
    link = format_html('<a href="#{}-group">{}</a>', ROWS_OF_RULE[rule], rows)
    return None, format_html("{} ({})", RULES[rule], link)


class Publishing(RecordAdmin):
    """Clerks write drafts and send them to review; publishing is a permission of its own."""

    form = PublishableForm
    actions = ["send_to_review", "publish"]
    ordering = ["-pk"]
    change_form_template = "admin/agreements/sheet.html"
    # Prefixes of rows and numbers of fieldsets, as the page shows them from top to bottom.
    sheet: tuple[str | int, ...] = ()

    # Permissions ---------------------------------------------------------------------------

    def has_publish_permission(self, request: HttpRequest) -> bool:
        name = f"{self.opts.app_label}.publish_{self.opts.model_name}"
        return request.user.has_perm(name)

    def has_change_permission(
        self, request: HttpRequest, obj: Document | Event | None = None
    ) -> bool:
        """What is or was public is for those who may publish."""
        may = super().has_change_permission(request, obj)
        return may and (not was_public(obj) or self.has_publish_permission(request))

    def has_delete_permission(
        self, request: HttpRequest, obj: Document | Event | None = None
    ) -> bool:
        """What is or was public is withdrawn, never deleted."""
        return super().has_delete_permission(request, obj) and not was_public(obj)

    def view_on_site(self, record: Document | Event) -> str | None:
        return record.get_absolute_url() if record.is_published else None

    # The form ------------------------------------------------------------------------------

    def get_form(
        self, request: HttpRequest, obj: Document | Event | None = None, **kwargs: Any
    ) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, **kwargs)
        form.may_publish = self.has_publish_permission(request)
        return form

    def save_model(
        self, request: HttpRequest, obj: Document | Event, form: forms.ModelForm, change: bool
    ) -> None:
        """A new record is a draft first, even if it goes to review at once.

        One that comes back before the public does so when its rows are saved, too.
        """
        sign(request.user, form.cleaned_data.get("change_reason", ""))
        state = obj.publication_state
        if not change:
            obj.publication_state = DRAFT
        obj.comes_back = change and (form.initial.get("publication_state"), state) == COMES_BACK
        if obj.comes_back:
            obj.publication_state = WITHDRAWN
        super().save_model(request, obj, form, change)
        if obj.comes_back:
            return
        if obj.publication_state != state:
            obj.publication_state = state
            obj.save(update_fields=["publication_state"])

    def save_related(
        self, request: HttpRequest, form: forms.ModelForm, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        if "publication_state" in form.changed_data:
            request.doubts += reviewing.offers(form.instance)

    def check_saved(self, record: Document | Event) -> None:
        if getattr(record, "comes_back", False):
            if words := reviewing.why_review(record):
                raise Refused([("publication_state", words)])
            record.publication_state = PUBLISHED
            record.save(update_fields=["publication_state"])
        if rules := lacking(record, record.publication_state):
            raise Refused([asked(rule, self.model) for rule in rules])
        super().check_saved(record)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        context["sheet"] = self.in_order(context)
        if context.get("original"):
            context["remark"] = standing_remark(context["original"])
        return super().render_change_form(request, context, *args, **kwargs)

    def tools(self, request: HttpRequest, record: Document | Event) -> list[tuple[str, str]]:
        return [*reviewing.tools(request, self, record), *super().tools(request, record)]

    def in_order(self, context: dict[str, Any]) -> list[tuple[str, Any]]:
        """Fieldsets and rows together. Rows that are there, or wrong, are not folded away."""
        parts = {n: ("fieldset", fieldset) for n, fieldset in enumerate(context["adminform"])}
        for rows in context["inline_admin_formsets"]:
            rows_ = rows.formset
            if rows_.initial_forms or (rows_.is_bound and rows_.has_changed()):
                rows.classes = ""
            parts[rows.formset.prefix] = ("rows", rows)
        return [parts[part] for part in self.sheet if part in parts]

    # Actions -------------------------------------------------------------------------------

    @admin.action(permissions=["change"], description=_("Send to review"))
    def send_to_review(self, request: HttpRequest, records: models.QuerySet) -> None:
        self.move(request, records, IN_REVIEW)

    @admin.action(permissions=["publish"], description=_("Publish"))
    def publish(self, request: HttpRequest, records: models.QuerySet) -> None:
        self.move(request, records, PUBLISHED)

    def move(self, request: HttpRequest, records: models.QuerySet, state: str) -> None:
        """Each record for itself: those that lack nothing move, the others are reported."""
        keys = list(records.order_by("pk").values_list("pk", flat=True))
        moved = [key for key in keys if self.move_one(request, key, state)]
        if moved:
            words = ngettext(
                "%(count)s record: %(state)s.", "%(count)s records: %(state)s.", len(moved)
            )
            words = words % {"count": len(moved), "state": state.label}
            self.message_user(request, words, messages.SUCCESS)

    def move_one(self, request: HttpRequest, key: int, state: str) -> bool:
        try:
            with transaction.atomic():
                record = self.model.objects.select_for_update(no_key=True, of=("self",)).get(pk=key)
                self.refuse_move(request, record, state)
                record.publication_state = state
                record.save(update_fields=["publication_state"])
                check_rules()
        except (Refused, IntegrityError) as error:
            self.report(request, record, [words for _field, words in reasons(error)])
            return False
        self.log_change(request, record, [{"changed": {"fields": [str(state.label)]}}])
        return True

    def refuse_move(self, request: HttpRequest, record: Document | Event, state: str) -> None:
        if not self.has_change_permission(request, record):
            raise Refused([(None, _("It is published: you may not change it."))])
        if record.publication_state == state or (was_public(record) and state == IN_REVIEW):
            words = _("It is already %(state)s.")
            raise Refused([(None, words % {"state": record.get_publication_state_display()})])
        if (record.publication_state, state) not in WORKFLOW:
            raise Refused([(None, _("It is a draft: send it to review first."))])
        if rules := lacking(record, state):
            raise Refused([(None, RULES[rule]) for rule in rules])
        if state == PUBLISHED and (words := reviewing.why_review(record)):
            raise Refused([(None, words)])

    def report(self, request: HttpRequest, record: Document | Event, words: list[str]) -> None:
        url = reverse(f"admin:agreements_{self.opts.model_name}_change", args=[record.pk])
        text = format_html_join(" ", "{}", ((word,) for word in words))
        self.message_user(
            request, format_html('<a href="{}">{}</a>: {}', url, record, text), messages.WARNING
        )


class PublishableAdmin(Proposing, Publishing):
    """Documents and events."""


def was_public(record: Document | Event | None) -> bool:
    return record is not None and record.publication_state in (PUBLISHED, WITHDRAWN)


def today_status(document: Document) -> Iterator[str]:
    """The words of what holds today, one for each period that may."""
    for period in document.status_periods.filter(during__contains=timezone.localdate()):
        certain = "" if period.is_certain else _("possibly") + " "
        yield f"{certain}{period.get_status_display()} ({period.get_basis_display()})"
