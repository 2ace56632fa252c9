from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from agreements.models import Agency, Place, PlaceName, State
from agreements.models.vocabulary import NameKind

from .filters import QueueFilter, RecordFilter
from .merging import Mergeable
from .names import DatedNameRows
from .records import RecordAdmin, Rows
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

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Place, inline: Rows, prefix: str
    ) -> dict[str, Any]:
        """Begun with the name that a text has, and that the archive lacks."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if obj.pk is None and request.method == "GET" and request.GET.get("name"):
            language = request.GET.get("language") or "en"
            named = {"text": request.GET["name"], "language": language, "kind": NameKind.SHORT}
            kwargs["initial"] = [named]
        return kwargs

    @admin.display(description=_("name"))
    def shown_name(self, place: Place) -> str:
        return str(place)
