from __future__ import annotations

import datetime
import re

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .fields import PartialDateField, date_check, first_day, one_of
from .name import (
    DatedName,
    dated_name_constraints,
    mixed_scripts_index,
    named,
    search_key_index,
    shown_first,
    shown_name,
)
from .triggers import recorded
from .vocabulary import NameKind, StateKind

CODE = re.compile("[a-z-]{2,20}")
SHOWN = (NameKind.SHORT, NameKind.OFFICIAL)


class StateQuerySet(models.QuerySet):
    def published(self) -> StateQuerySet:
        """States are always public."""
        return self

    def with_names(self) -> StateQuerySet:
        return self.prefetch_related("names")

    def named(self, words: str) -> StateQuerySet:
        """In one of whose names each of the words occurs, however it is written."""
        return named(self, StateName, "state", words)

    def with_shown_name(self) -> StateQuerySet:
        """With only the name that is shown: a list of all states has thousands of names."""
        shown = StateName.objects.order_by("state_id", *shown_first(SHOWN)).distinct("state")
        return self.prefetch_related(models.Prefetch("names", shown))

    def by_name(self) -> StateQuerySet:
        """In the order of the reader's alphabet, by the name that is shown."""
        names = StateName.objects.filter(state=models.OuterRef("pk"))
        key = names.order_by(*shown_first(SHOWN)).values("sort_key")[:1]
        return self.annotate(reader_sort_key=models.Subquery(key)).order_by(
            "reader_sort_key", "code"
        )


class State(models.Model):
    """A state, a territory or an international organisation, present or former."""

    code = models.CharField(
        _("code"),
        max_length=20,
        unique=True,
        help_text=_(
            "Two letters (ISO 3166-1) for a current state, four (ISO 3166-3) for a former one, "
            "x- and a word for what has no code. In small letters."
        ),
    )
    alpha3 = models.CharField(_("three-letter code"), max_length=3, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=StateKind, default=StateKind.STATE)
    since = PartialDateField(_("since"))
    until = PartialDateField(_("until"), help_text=_("Empty while it exists."))
    since_first = first_day("since")
    until_first = first_day("until")

    objects = StateQuerySet.as_manager()

    class Meta:
        verbose_name = _("state")
        verbose_name_plural = _("states")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(code__regex=r"^([a-z]{2}|[a-z]{4}|x-[a-z]+(-[a-z]+)*)$"),
                name="state_code_has_form",
                violation_error_message=_(
                    "A code is two small letters (tj), four for a former state (suhh), "
                    "or x- and a word (x-zanzibar)."
                ),
            ),
            models.UniqueConstraint(
                fields=["alpha3"],
                condition=~models.Q(alpha3=""),
                name="state_alpha3_is_unique",
                violation_error_message=_("Another state has this three-letter code."),
            ),
            one_of("kind", StateKind, "state_kind_is_known"),
            date_check("since", "state_since_is_a_date"),
            date_check("until", "state_until_is_a_date"),
            models.CheckConstraint(
                condition=models.Q(until_first__gte=models.F("since_first"))
                | models.Q(until_first__isnull=True)
                | models.Q(since_first__isnull=True),
                name="state_ends_after_it_begins",
                violation_error_message=_("It cannot end before it begins."),
            ),
        ]
        triggers = recorded("state id")

    def __str__(self) -> str:
        return self.name_text

    def get_absolute_url(self) -> str:
        return reverse("state", args=[self.code])

    @property
    def name(self) -> StateName | None:
        return self.name_on(None)

    @property
    def name_text(self) -> str:
        return str(self.name or self.code)

    @property
    def official_name(self) -> StateName | None:
        return shown_name(self.names.all(), [NameKind.OFFICIAL, NameKind.SHORT])

    def name_on(self, day: datetime.date | None) -> StateName | None:
        """The short name as of that day; None means today."""
        return shown_name(self.names.all(), SHOWN, day)


class StateName(DatedName):
    state = models.ForeignKey(State, models.CASCADE, related_name="names", verbose_name=_("state"))

    class Meta:
        verbose_name = _("state name")
        verbose_name_plural = _("state names")
        ordering = ["state", "language", "kind", "id"]
        constraints = dated_name_constraints("state")
        indexes = [
            models.Index(fields=["folded"], name="state_name_folded"),
            search_key_index("state_name_search_key"),
            mixed_scripts_index("state", "state_name_mixed_scripts"),
        ]
        triggers = recorded("state state_id")


class StateSuccession(models.Model):
    """One state followed another, wholly or in part."""

    predecessor = models.ForeignKey(
        State, models.PROTECT, related_name="successions", verbose_name=_("predecessor")
    )
    successor = models.ForeignKey(
        State, models.PROTECT, related_name="precessions", verbose_name=_("successor")
    )
    succeeded_on = PartialDateField(_("date"))
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("state succession")
        verbose_name_plural = _("state successions")
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"],
                name="state_succession_stands_once",
                violation_error_message=_("This succession is entered already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor")),
                name="state_does_not_succeed_itself",
                violation_error_message=_("A state cannot succeed itself."),
            ),
            date_check("succeeded_on", "state_succession_date_is_a_date"),
        ]
        triggers = recorded("state predecessor_id", "state successor_id")

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
