from __future__ import annotations

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from agreements.forms.admin_citations import CitationForm, CitationFormSet
from agreements.forms.admin_documents import (
    ActionForm,
    PartyForm,
    RelationForm,
    SignatoryForm,
    SigningForm,
    TitleForm,
)
from agreements.forms.admin_files import DocumentForm
from agreements.forms.admin_labels import day, sides
from agreements.models import (
    Action,
    Agency,
    Citation,
    Document,
    DocumentTitle,
    Event,
    Identifier,
    IdentifierScheme,
    MissingValue,
    Party,
    Relation,
    ResponsibleBody,
    Signatory,
    Signing,
    State,
    StatusOverride,
)
from agreements.models.fields import LineField
from agreements.models.vocabulary import Side

from .checking import CheckedAdmin
from .files import FileRows, TakesFiles, TextRows
from .filters import ImportFilter, QueueFilter, RecordFilter, YearFilter
from .given_back import GivesBack
from .members import MEMBERS_ADDRESS, members_view, organisations
from .merging import Mergeable
from .publishing import PublishableAdmin, today_status
from .records import StackedRows, TabularRows
from .searching import NameSearch, NullsLast

LONGEST_TITLE = 2000


class TitleRows(TabularRows):
    model = DocumentTitle
    form = TitleForm
    fields = ["text", "language", "worded_by", "is_variant"]
    formfield_overrides = {LineField: {"max_length": LONGEST_TITLE}}
    min_num = 1
    initial = ({"language": "en"},)


class PartyRows(StackedRows):
    model = Party
    form = PartyForm
    fields = [
        ("side", "state"),
        "agency",
        ("acting_as", "role", "position"),
        "name_as_written",
    ]
    autocomplete_fields = ["state", "agency"]
    initial = ({"side": 1}, {"side": 2})
    template = "admin/agreements/parties.html"
    sides = Side.choices

    @property
    def organisations(self) -> list[State]:
        """Whose member states can be added in one click."""
        return organisations()

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows = super().get_queryset(request).select_related("state", "agency")
        return rows.prefetch_related("state__names", "agency__names")


class SigningRows(TabularRows):
    model = Signing
    form = SigningForm
    fields = ["signed_on", "place", "state", "party", "note_number"]
    autocomplete_fields = ["place", "state"]
    extra = 1


class SignatoryRows(TabularRows):
    model = Signatory
    form = SignatoryForm
    fields = ["person", "office", "party", "signing"]
    initial = ({"party": "side-1"}, {"party": "side-2"})


class ActionRows(StackedRows):
    model = Action
    form = ActionForm
    fields = [
        ("kind", "side", "party"),
        ("done_on", "received_on", "effective_on"),
        "reference",
        "note",
    ]
    classes = ["collapse"]


class RelationRows(StackedRows):
    model = Relation
    form = RelationForm
    fk_name = "document"
    fields = [("kind", "target"), "target_text", ("effective_on", "extent")]
    autocomplete_fields = ["target"]
    classes = ["collapse"]


class IdentifierRows(TabularRows):
    model = Identifier
    fields = ["scheme", "value"]
    classes = ["collapse"]


class CitationRows(StackedRows):
    model = Citation
    form = CitationForm
    formset = CitationFormSet
    fk_name = "document"
    fields = ["source", ("text", "article"), "quote", ("speaks_of", "field"), ("stance", "value")]
    autocomplete_fields = ["source"]
    extra = 1


class MissingValueRows(TabularRows):
    model = MissingValue
    fields = ["field", "reason", "looked_on", "note"]


class ResponsibleBodyRows(TabularRows):
    model = ResponsibleBody
    fields = ["side", "agency"]
    autocomplete_fields = ["agency"]
    classes = ["collapse"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows = super().get_queryset(request).select_related("agency")
        return rows.prefetch_related("agency__names")


class OverrideRows(TabularRows):
    model = StatusOverride
    fields = ["status", "effective_on", "reason", "source"]
    autocomplete_fields = ["source"]
    classes = ["collapse"]


class StateFilter(RecordFilter):
    title = _("state")
    parameter_name = "state"
    relation = Party._meta.get_field("state")

    def narrowed(self, queryset: QuerySet, value: State) -> QuerySet:
        return queryset.filter(Exists(Party.objects.filter(document=OuterRef("pk"), state=value)))


class AgencyFilter(RecordFilter):
    title = _("agency")
    parameter_name = "agency"
    relation = Party._meta.get_field("agency")

    def narrowed(self, queryset: QuerySet, value: Agency) -> QuerySet:
        return queryset.filter(Exists(Party.objects.filter(document=OuterRef("pk"), agency=value)))


class EventFilter(RecordFilter):
    title = _("event")
    parameter_name = "event"
    relation = Document._meta.get_field("event")

    def narrowed(self, queryset: QuerySet, value: Event) -> QuerySet:
        return queryset.filter(event=value)


class SigningYearFilter(YearFilter):
    field = "signed_first"


@admin.register(Document)
class DocumentAdmin(TakesFiles, GivesBack, Mergeable, CheckedAdmin, NameSearch, PublishableAdmin):
    form = DocumentForm
    names_field = "titles"
    search_help_text = _("Words of a title, or a number, here or in another register.")
    fieldsets = [
        (
            _("What it is"),
            {"fields": ["type", ("level", "legal_nature"), "subjects"]},
        ),
        (
            _("The occasion"),
            {"fields": ["event", ("event_position", "is_signed_by_heads")]},
        ),
        (
            _("In force"),
            {
                "fields": [
                    "period",
                    ("entry_into_force", "entry_into_force_days", "entry_into_force_date"),
                    ("validity", "term_counts_from"),
                    ("term", "renewal_term", "notice_period"),
                    "status_today",
                ]
            },
        ),
        (_("Attachments, and missing text"), {"fields": ["attachments", "text_absence"]}),
        (_("Notes"), {"fields": ["summary", "public_note", "internal_note"]}),
        (
            _("Publication"),
            {
                "fields": [
                    "publication_state",
                    "withdrawal_reason",
                    "is_title_withheld",
                    "change_reason",
                ]
            },
        ),
    ]
    sheet = (
        "titles",
        0,
        "parties",
        "signings",
        "signatories",
        1,
        2,
        "actions",
        "citations",
        "texts",
        "files",
        3,
        "relations",
        "identifiers",
        "responsible_bodies",
        "missing_values",
        "status_overrides",
        4,
        5,
    )
    # Saved in this order: signings, signatories and actions name parties; what is moved to another
    # text does not go with its former one.
    inlines = [
        TitleRows,
        PartyRows,
        SigningRows,
        SignatoryRows,
        ActionRows,
        CitationRows,
        FileRows,
        TextRows,
        RelationRows,
        IdentifierRows,
        ResponsibleBodyRows,
        MissingValueRows,
        OverrideRows,
    ]
    autocomplete_fields = ["event", "subjects"]
    readonly_fields = ["status_today"]
    list_display = ["shown_title", "signed_words", "shown_sides", "type", "publication_state"]
    sortable_by = ["signed_words"]  # by what a filter has, a sort of all rows tells nothing more
    list_select_related = ["type"]
    list_filter = [
        "publication_state",
        QueueFilter,
        StateFilter,
        AgencyFilter,
        EventFilter,
        SigningYearFilter,
        ImportFilter,
        "type",
        "level",
        "legal_nature",
        "text_availability",
    ]

    def get_urls(self) -> list[URLPattern]:
        members = self.admin_site.admin_view(require_GET(members_view))
        return [path("members/", members, name=MEMBERS_ADDRESS), *super().get_urls()]

    def keys(self, words: list[str]) -> list[QuerySet]:
        """Also the number that another register gave it."""
        schemes = IdentifierScheme.objects.all()  # with them the index on scheme and value serves
        numbered = Identifier.objects.filter(scheme__in=schemes, value=" ".join(words))
        return [*super().keys(words), numbered.values("document")]

    def nearest_first(self, found: QuerySet, words: list[str]) -> QuerySet:
        """Titles are long and many: the last entered first, as in the whole list."""
        return found

    @admin.display(description=_("title"))
    def shown_title(self, document: Document) -> str:
        return str(document)

    @admin.display(description=_("signed"), ordering=NullsLast("signed_first"))
    def signed_words(self, document: Document) -> str:
        return day(document.signed_on)

    @admin.display(description=_("sides"))
    def shown_sides(self, document: Document) -> str:
        return sides(document)

    @admin.display(description=_("status today"))
    def status_today(self, document: Document) -> str:
        return "; ".join(today_status(document)) if document.pk else _("computed when saved")
