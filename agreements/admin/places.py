from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from agreements.models import Agency, Place, PlaceName, State

from .filters import QueueFilter, RecordFilter
from .merging import Mergeable
from .names import DatedNameRows
from .records import RecordAdmin
from .renaming import Renamable
from .searching import NameSearch


class PlaceNameRows(DatedNameRows):
    model = PlaceName


class StateFilter(RecordFilter):
    title = _("state")
    parameter_name = "state"
    relation = Agency._meta.get_field("state")

    def narrowed(self, queryset: QuerySet, value: State) -> QuerySet:
        return queryset.filter(state=value)


@admin.register(Place)
class PlaceAdmin(Mergeable, Renamable, NameSearch, RecordAdmin):
    fields = ["state"]
    autocomplete_fields = ["state"]
    inlines = [PlaceNameRows]
    list_display = ["shown_name", "state"]
    sortable_by = []
    list_filter = [QueueFilter, StateFilter]
    ordering = ["pk"]

    @admin.display(description=_("name"))
    def shown_name(self, place: Place) -> str:
        return str(place)
