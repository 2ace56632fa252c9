"""What every record's admin shares: fields, the check before the commit, deletion, warnings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.widgets import AdminTextareaWidget, RelatedFieldWidgetWrapper
from django.db import IntegrityError, models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.forms.admin_dates import DateAsWritten
from agreements.forms.admin_labels import label, named
from agreements.forms.admin_publication import RefusableForm, Refused
from agreements.forms.admin_records import RecordField, RecordFormSet, RecordSelect, RecordsField
from agreements.models import Change, rules
from agreements.models.fields import LineField, NormalizedText, PartialDateField

from . import deleting
from .doubts import after_saving
from .history import HistoryPages
from .searching import CappedPaginator
from .stale import meanwhile

# One line of text may stand in an index, whose rows hold 2,704 bytes: 800 letters of any script.
LONGEST_LINE = 800
# Actions take each record for itself, or list what a deletion takes along.
MOST_AT_ONCE = 200
# The field under which a broken rule is shown; the rest stand at the top of the page.
FIELD_OF_RULE = {"document_has_a_type": "type", "subject_has_two_levels": "parent"}


class RecordFields:
    """Form fields of records and of the rows under them."""

    formfield_overrides = {
        LineField: {"max_length": LONGEST_LINE},
        NormalizedText: {"widget": AdminTextareaWidget(attrs={"rows": 12})},
        models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})},
        models.URLField: {"assume_scheme": "https"},
    }

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if isinstance(db_field, PartialDateField):
            return models.Field.formfield(db_field, form_class=DateAsWritten, **kwargs)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False  # the record itself is deleted on its own page
        return field

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.Field:
        kwargs["form_class"] = RecordField
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = RecordSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(
        self, db_field: models.ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> forms.Field:
        kwargs["form_class"] = RecordsField
        kwargs["queryset"] = named(db_field.remote_field.model.objects.all())
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        # The cross that clears all would stand in the list of what is chosen, and be no item of it.
        field.widget.is_required = True
        return field


class Rows(RecordFields):
    """Rows under a record. Blank ones are offered while the record is new."""

    formset = RecordFormSet
    extra = 0
    initial: tuple[dict[str, Any], ...] = ()  # what blank rows of a new record begin with

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """Beside a chosen record one sign alone, to add another: the others crowd every row."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(field, RecordField) and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_change_related = field.widget.can_view_related = False
        return field

    def get_extra(self, request: HttpRequest, obj: models.Model | None = None, **kw: Any) -> int:
        return 0 if obj else max(self.extra, len(self.initial) - (self.min_num or 0))


class TabularRows(Rows, admin.TabularInline):
    pass


class StackedRows(Rows, admin.StackedInline):
    pass


class RecordAdmin(HistoryPages, RecordFields, admin.ModelAdmin):
    form = RefusableForm
    list_per_page = 50
    list_max_show_all = 200
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    paginator = CappedPaginator

    @property
    def media(self) -> forms.Media:
        """Also what searched fields need, since list filters have some."""
        return super().media + RecordSelect(None, self.admin_site).media

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return named(super().get_queryset(request))

    def get_form(
        self, request: HttpRequest, obj: models.Model | None = None, **kwargs: Any
    ) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, **kwargs)
        form.refused = getattr(request, "refused", ())
        form.last_change = last_change(obj) if obj and request.method == "POST" else ""
        return form

    def get_formset_kwargs(
        self, request: HttpRequest, obj: models.Model, inline: Rows, prefix: str
    ) -> dict[str, Any]:
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if obj.pk is None and inline.initial:
            kwargs["initial"] = inline.initial
        return kwargs

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Where saving breaks a rule, nothing is saved and the page is shown as it was sent."""
        ask = super().changeform_view
        if request.method != "POST":
            return ask(request, object_id, form_url, extra_context)
        try:
            with transaction.atomic():
                self.lock(object_id)
                return ask(request, object_id, form_url, extra_context)
        except (Refused, IntegrityError) as error:
            request.refused = reasons(error)
        return ask(request, object_id, form_url, extra_context)

    def tools(self, request: HttpRequest, record: models.Model) -> list[tuple[str, str]]:
        """Address and words of what else can be done with a record, beside its history."""
        return []

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: models.Model | None = None,
    ) -> HttpResponse:
        context["tools"] = self.tools(request, obj) if obj else []
        form = context["adminform"].form
        if obj and getattr(form, "stale_since", None) is not None:
            rows = [inline.formset for inline in context["inline_admin_formsets"]]
            context["meanwhile"] = meanwhile(obj, form.stale_since, form, rows)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_related(
        self,
        request: HttpRequest,
        form: forms.ModelForm,
        formsets: Iterable[forms.BaseFormSet],
        change: bool,
    ) -> None:
        """Rules that the database checks at commit are checked here, where a form can say so."""
        super().save_related(request, form, formsets, change)
        self.check_saved(form.instance)
        request.doubts = after_saving(request, form.instance)

    def check_saved(self, record: models.Model) -> None:
        rules.check_rules()

    def response_add(
        self, request: HttpRequest, obj: models.Model, post_url_continue: str | None = None
    ) -> HttpResponse:
        return with_doubts(request, super().response_add(request, obj, post_url_continue))

    def response_change(self, request: HttpRequest, obj: models.Model) -> HttpResponse:
        return with_doubts(request, super().response_change(request, obj))

    def response_action(
        self, request: HttpRequest, queryset: models.QuerySet
    ) -> HttpResponse | None:
        keys = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if request.POST.get("select_across") == "1":
            keys = list(map(str, queryset.values_list("pk", flat=True)[: MOST_AT_ONCE + 1]))
        if len(keys) > MOST_AT_ONCE:
            words = _("Choose at most %(count)s records at a time; none was changed.")
            self.message_user(request, words % {"count": MOST_AT_ONCE}, messages.ERROR)
        elif changed := self.changed_since_seen(request, keys):
            words = _(
                "None was changed. Somebody changed meanwhile: %(records)s. Look at the list."
            )
            named_ = "; ".join(label(record) for record in changed)
            self.message_user(request, words % {"records": named_}, messages.ERROR)
        else:
            return super().response_action(request, queryset)
        return None

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list says of itself what the last change was that it shows."""
        seen = Change.objects.aggregate(last=models.Max("pk"))["last"] or 0
        return super().changelist_view(request, {"seen_change": seen, **(extra_context or {})})

    def changed_since_seen(self, request: HttpRequest, keys: list[str]) -> list[models.Model]:
        """Those of the chosen records that the list shows otherwise than they are now."""
        seen = request.POST.get("seen_change", "")
        if not (seen.isascii() and seen.isdigit() and len(seen) < 19):
            return []
        changes = Change.objects.content().filter(pk__gt=int(seen), root__in=keys)
        changed = changes.filter(root_kind=self.opts.model_name).values_list("root", flat=True)
        return list(self.get_queryset(request).filter(pk__in=list(changed)))

    def get_deleted_objects(
        self, objs: models.QuerySet | list, request: HttpRequest
    ) -> tuple[list, dict, set, list]:
        records = self.model._base_manager.filter(pk__in=[record.pk for record in objs])
        lacking = {
            self.opts.verbose_name
            for record in objs
            if not self.has_delete_permission(request, record)
        }
        named_records = [str(record) for record in objs]
        return named_records, deleting.taken(records), lacking, deleting.blockers(records)


def last_change(record: models.Model) -> str:
    """Who last changed it, and when; nothing where its history is empty."""
    change = Change.objects.of(record).content().order_by("-pk").first()
    if change is None:
        return ""
    return f"{change.actor}, {date_format(timezone.localtime(change.made_at), 'DATETIME_FORMAT')}"


def with_doubts(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """After the word that the record is saved, what is odd about it; the form itself says it."""
    for doubt in request.doubts if "_continue" not in request.POST else ():
        messages.warning(request, doubt)
    return response


def reasons(error: Refused | IntegrityError) -> list[tuple[str | None, str]]:
    """The field that a refusal speaks of, if one, and its words for a clerk."""
    if isinstance(error, Refused):
        return list(error.reasons)
    diagnosis = getattr(error.__cause__, "diag", None)
    tables = {model._meta.db_table: model for model in apps.get_models()}
    model = tables.get(getattr(diagnosis, "table_name", None))
    field = FIELD_OF_RULE.get(getattr(diagnosis, "constraint_name", None))
    return [(field, rules.words(error, model))]
