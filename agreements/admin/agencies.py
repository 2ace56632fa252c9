from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from agreements.forms.admin_labels import years
from agreements.models import Agency, AgencyName, AgencyParent, AgencySuccession, StateName

from .checking import CheckedAdmin
from .filters import ExistenceFilter, QueueFilter
from .merging import Mergeable
from .names import DatedNameRows
from .places import StateFilter
from .records import RecordAdmin, TabularRows
from .renaming import Renamable
from .searching import NameSearch, NullsLast, any_of, holds


class AgencyNameRows(DatedNameRows):
    model = AgencyName


class ParentRows(TabularRows):
    model = AgencyParent
    fk_name = "agency"
    fields = ["under", "parent", "since", "until"]
    autocomplete_fields = ["parent"]


class SuccessorRows(TabularRows):
    model = AgencySuccession
    fk_name = "predecessor"
    fields = ["successor", "succeeded_on", "is_partial"]
    autocomplete_fields = ["successor"]
    verbose_name = _("successor")
    verbose_name_plural = _("successors")


class PredecessorRows(TabularRows):
    model = AgencySuccession
    fk_name = "successor"
    fields = ["predecessor", "succeeded_on", "is_partial"]
    autocomplete_fields = ["predecessor"]
    verbose_name = _("predecessor")
    verbose_name_plural = _("predecessors")


@admin.register(Agency)
class AgencyAdmin(Mergeable, CheckedAdmin, Renamable, NameSearch, RecordAdmin):
    fields = [("kind", "state"), "place", ("since", "until"), "note"]
    autocomplete_fields = ["state", "place"]
    inlines = [AgencyNameRows, ParentRows, PredecessorRows, SuccessorRows]
    list_display = ["shown_name", "state", "kind", "existed"]
    sortable_by = ["existed"]
    list_filter = [QueueFilter, StateFilter, "kind", ExistenceFilter]
    ordering = ["-pk"]

    def found(self, queryset: QuerySet, words: list[str]) -> QuerySet:
        """Each word stands in a name of the agency or of its state: "customs tajikistan"."""
        for word in words:
            states = StateName.objects.filter(holds([word])).values("state")
            of_state = Agency.objects.filter(state__in=states).values("pk")
            queryset = any_of(queryset, [*self.keys([word]), of_state])
        return queryset

    @admin.display(description=_("name"))
    def shown_name(self, agency: Agency) -> str:
        return str(agency)

    @admin.display(description=_("years"), ordering=NullsLast("since_first"))
    def existed(self, agency: Agency) -> str:
        return years(agency)
