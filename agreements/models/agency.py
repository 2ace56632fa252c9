from __future__ import annotations

import datetime

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.expressions import RawSQL
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .fields import PartialDateField, date_check, first_day, one_of
from .name import (
    DatedName,
    address_word,
    dated_name_constraints,
    mixed_scripts_index,
    named,
    search_key_index,
    shown_first,
    shown_name,
)
from .place import Place
from .state import State
from .triggers import recorded
from .vocabulary import AgencyKind, NameKind, Under

SHOWN = (NameKind.OFFICIAL, NameKind.SHORT)

# Bodies above one that a published document names. The walk starts from the parent rows, which
# are few, and never from the parties, which are millions.
ABOVE_PUBLISHED = """
    WITH RECURSIVE above(id) AS (
        SELECT p.parent_id FROM agreements_agencyparent p
        WHERE p.parent_id IS NOT NULL AND EXISTS (
            SELECT FROM agreements_party y JOIN agreements_document d ON d.id = y.document_id
            WHERE y.agency_id = p.agency_id AND d.publication_state = 'published')
        UNION
        SELECT p.parent_id FROM agreements_agencyparent p JOIN above a ON p.agency_id = a.id
        WHERE p.parent_id IS NOT NULL
    ) SELECT id FROM above
"""
# A body with everything that stands below it, and everything that it followed.
FAMILY = """
    WITH RECURSIVE family(id) AS (
        SELECT %s::bigint
        UNION
        SELECT next.id FROM family f CROSS JOIN LATERAL (
            SELECT p.agency_id AS id FROM agreements_agencyparent p WHERE p.parent_id = f.id
            UNION ALL
            SELECT s.predecessor_id FROM agreements_agencysuccession s WHERE s.successor_id = f.id
        ) next
    ) SELECT id FROM family
"""


class AgencyQuerySet(models.QuerySet):
    def published(self) -> AgencyQuerySet:
        """Named by a published document, or standing above a body that is."""
        parties = self.model.party_set.rel.related_model.objects.order_by()
        mine = parties.filter(agency=models.OuterRef("pk"), document__publication_state="published")
        # One look at the index for each; of an EXISTS the planner makes a walk through all parties.
        named = models.Subquery(mine.values("pk")[:1])
        above = RawSQL(ABOVE_PUBLISHED, [])
        return self.alias(first_party=named).filter(
            models.Q(first_party__isnull=False) | models.Q(pk__in=above)
        )

    def with_names(self) -> AgencyQuerySet:
        return self.select_related("state").prefetch_related("names", "state__names")

    def by_name(self) -> AgencyQuerySet:
        """In the order of the reader's alphabet, by the name that is shown."""
        return self.filter(names=self.shown_name()).order_by("names__sort_key", "pk")

    def first_by_name(self, number: int) -> list[int]:
        """Keys of the first so many in that order, of a long list.

        The names are walked in their order only as far as they are needed.
        """
        in_order = AgencyName.objects.order_by("sort_key", "agency").values_list("agency", "pk")
        found: list[int] = []
        start, is_over = 0, False
        while len(found) < number and not is_over:
            names = list(in_order[start : start + 2 * number])
            is_over = len(names) < 2 * number
            keys = {agency for agency, _name in names}
            shown = self.filter(pk__in=keys).annotate(shown=self.shown_name())
            name_of = dict(shown.values_list("pk", "shown"))
            found += [agency for agency, name in names if name_of.get(agency) == name]
            start += 2 * number
        return found[:number]

    def shown_name(self) -> models.Subquery:
        names = AgencyName.objects.filter(agency=models.OuterRef("pk"))
        return models.Subquery(names.order_by(*shown_first(SHOWN)).values("pk")[:1])

    def named(self, words: str) -> AgencyQuerySet:
        """In one of whose names each of the words occurs, however it is written."""
        return named(self, AgencyName, "agency", words)

    def family_of(self, agency: Agency) -> AgencyQuerySet:
        """The body itself, those below it, and those that it followed, all the way down."""
        return self.filter(pk__in=RawSQL(FAMILY, [agency.pk]))


class Agency(models.Model):
    """A body below the state that signs: a ministry, a city, an institute, a company."""

    kind = models.CharField(_("kind"), max_length=24, choices=AgencyKind)
    state = models.ForeignKey(
        State, models.PROTECT, related_name="agencies", verbose_name=_("state")
    )
    place = models.ForeignKey(
        Place,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="agencies",
        verbose_name=_("place"),
        help_text=_("For a city or a region: the place that it governs."),
    )
    since = PartialDateField(_("since"))
    until = PartialDateField(_("until"), help_text=_("Empty while it exists."))
    since_first = first_day("since")
    until_first = first_day("until")
    note = models.TextField(_("note"), blank=True)

    objects = AgencyQuerySet.as_manager()

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        constraints = [
            one_of("kind", AgencyKind, "agency_kind_is_known"),
            date_check("since", "agency_since_is_a_date"),
            date_check("until", "agency_until_is_a_date"),
            models.CheckConstraint(
                condition=models.Q(until_first__gte=models.F("since_first"))
                | models.Q(until_first__isnull=True)
                | models.Q(since_first__isnull=True),
                name="agency_ends_after_it_begins",
                violation_error_message=_("It cannot end before it begins."),
            ),
        ]
        triggers = recorded("agency id")

    def __str__(self) -> str:
        return str(self.name or _("agency %(id)s") % {"id": self.pk})

    def get_absolute_url(self) -> str:
        return reverse("agency", args=[self.pk, self.slug])

    @property
    def slug(self) -> str:
        return address_word(self.names.all()) or "agency"

    @property
    def name(self) -> AgencyName | None:
        return self.name_on(None)

    def name_on(self, day: datetime.date | None) -> AgencyName | None:
        """The official name as of that day; None means today."""
        return shown_name(self.names.all(), SHOWN, day)


class AgencyName(DatedName):
    agency = models.ForeignKey(
        Agency, models.CASCADE, related_name="names", verbose_name=_("agency")
    )

    class Meta:
        verbose_name = _("agency name")
        verbose_name_plural = _("agency names")
        ordering = ["agency", "language", "kind", "id"]
        constraints = dated_name_constraints("agency")
        indexes = [
            GinIndex(fields=["folded"], opclasses=["gin_trgm_ops"], name="agency_name_trigrams"),
            models.Index(fields=["sort_key"], name="agency_name_sort_key"),
            search_key_index("agency_name_search_key"),
            mixed_scripts_index("agency", "agency_name_mixed_scripts"),
        ]
        triggers = recorded("agency agency_id")


class AgencyParent(models.Model):
    """What an agency stands under, and when."""

    agency = models.ForeignKey(
        Agency, models.CASCADE, related_name="parents", verbose_name=_("agency")
    )
    under = models.CharField(_("under"), max_length=13, choices=Under, default=Under.AGENCY)
    parent = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="children",
        null=True,
        blank=True,
        verbose_name=_("parent agency"),
    )
    since = PartialDateField(_("since"))
    until = PartialDateField(_("until"))

    class Meta:
        verbose_name = _("parent")
        verbose_name_plural = _("parents")
        ordering = ["agency", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(under=Under.AGENCY, parent__isnull=False)
                | models.Q(under__in=[Under.GOVERNMENT, Under.HEAD_OF_STATE], parent=None),
                name="agency_parent_is_an_agency_or_the_state",
                violation_error_message=_(
                    "Name the parent agency, or say that it stands under the Government "
                    "or the head of state; not both."
                ),
            ),
            models.CheckConstraint(
                condition=~models.Q(agency=models.F("parent")) | models.Q(parent=None),
                name="agency_is_not_under_itself",
                violation_error_message=_("An agency cannot stand under itself."),
            ),
            models.UniqueConstraint(
                fields=["agency", "under", "parent", "since"],
                nulls_distinct=False,
                name="agency_parent_stands_once",
                violation_error_message=_("This parent is entered already."),
            ),
            date_check("since", "agency_parent_since_is_a_date"),
            date_check("until", "agency_parent_until_is_a_date"),
        ]
        triggers = recorded("agency agency_id")

    def __str__(self) -> str:
        return str(self.parent or self.get_under_display())


class AgencySuccession(models.Model):
    """One agency followed another, wholly or in part."""

    predecessor = models.ForeignKey(
        Agency, models.PROTECT, related_name="successions", verbose_name=_("predecessor")
    )
    successor = models.ForeignKey(
        Agency, models.PROTECT, related_name="precessions", verbose_name=_("successor")
    )
    succeeded_on = PartialDateField(_("date"))
    is_partial = models.BooleanField(
        _("in part"), default=False, help_text=_("Only some of its tasks were taken over.")
    )

    class Meta:
        verbose_name = _("agency succession")
        verbose_name_plural = _("agency successions")
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"],
                name="agency_succession_stands_once",
                violation_error_message=_("This succession is entered already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor")),
                name="agency_does_not_succeed_itself",
                violation_error_message=_("An agency cannot succeed itself."),
            ),
            date_check("succeeded_on", "agency_succession_date_is_a_date"),
        ]
        triggers = recorded("agency predecessor_id", "agency successor_id")

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
