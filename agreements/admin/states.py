from __future__ import annotations

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from agreements.forms.admin_labels import day
from agreements.models import Membership, MergedRecord, State, StateName, StateSuccession
from agreements.models.vocabulary import StateKind

from .filters import ExistenceFilter, QueueFilter
from .merging import Mergeable
from .names import DatedNameRows
from .records import RecordAdmin, TabularRows
from .renaming import Renamable
from .searching import NameSearch, NullsLast


class StateNameRows(DatedNameRows):
    model = StateName


class SuccessorRows(TabularRows):
    model = StateSuccession
    fk_name = "predecessor"
    fields = ["successor", "succeeded_on", "note"]
    autocomplete_fields = ["successor"]
    verbose_name = _("successor")
    verbose_name_plural = _("successors")


class PredecessorRows(TabularRows):
    model = StateSuccession
    fk_name = "successor"
    fields = ["predecessor", "succeeded_on", "note"]
    autocomplete_fields = ["predecessor"]
    verbose_name = _("predecessor")
    verbose_name_plural = _("predecessors")


class MemberRows(TabularRows):
    """Of an organisation."""

    model = Membership
    fk_name = "organisation"
    fields = ["member", "since", "until"]
    autocomplete_fields = ["member"]
    verbose_name = _("member")
    verbose_name_plural = _("members")


class MembershipRows(TabularRows):
    """Of a state."""

    model = Membership
    fk_name = "member"
    fields = ["organisation", "since", "until"]
    autocomplete_fields = ["organisation"]


@admin.register(State)
class StateAdmin(Mergeable, Renamable, NameSearch, RecordAdmin):
    fields = [("code", "alpha3", "kind"), ("since", "until")]
    inlines = [StateNameRows, PredecessorRows, SuccessorRows, MemberRows, MembershipRows]
    list_display = ["shown_name", "code", "kind", "since_words", "until_words"]
    list_filter = [QueueFilter, "kind", ExistenceFilter]
    ordering = ["code"]

    def get_inlines(self, request: HttpRequest, obj: State | None) -> list[type[TabularRows]]:
        """An organisation has members, another one memberships; a new one may become either."""
        unfit = MembershipRows if obj and obj.kind == StateKind.ORGANISATION else MemberRows
        return [rows for rows in self.inlines if obj is None or rows is not unfit]

    def keys(self, words: list[str]) -> list[QuerySet]:
        codes = [word.lower() for word in words if len(words) == 1]
        kept = [MergedRecord.objects.kept_number_of_code("state", code) for code in codes]
        found = State.objects.filter(Q(code__in=codes) | Q(pk__in=[key for key in kept if key]))
        return [*super().keys(words), found.values("pk")]

    @admin.display(description=_("name"))
    def shown_name(self, state: State) -> str:
        return str(state)

    @admin.display(description=_("since"), ordering=NullsLast("since_first"))
    def since_words(self, state: State) -> str:
        return day(state.since)

    @admin.display(description=_("until"), ordering=NullsLast("until_first"))
    def until_words(self, state: State) -> str:
        return day(state.until)
