from __future__ import annotations

import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from agreements import dates

from .fields import PartialDateField, date_check, day_after, first_day
from .state import State
from .triggers import recorded
from .vocabulary import StateKind


class MembershipQuerySet(models.QuerySet):
    def members_on(self, organisation: State, day: str) -> MembershipQuerySet:
        """The memberships of an organisation that may hold on a day, a partial date as EDTF text.

        ``is_certain`` tells those that hold whatever the partial dates mean: begun by the first
        day even where "since" is taken at its latest, and still going on the last even where
        "until" is taken at its earliest.
        """
        first, after = dates.bounds(day)
        if first is None or after is None:
            return self.none()
        next_day = first + datetime.timedelta(days=1)
        begun = Q(since_first=None) | Q(since_first__lt=after)
        going = Q(until_after=None) | Q(until_after__gt=next_day)
        surely_begun = Q(since_after__lte=next_day)
        surely_going = Q(until=None) | Q(until_first__gte=after)
        certain = models.Case(
            models.When(surely_begun & surely_going, then=True),
            default=False,
            output_field=models.BooleanField(),
        )
        rows = self.filter(begun, going, organisation=organisation)
        return rows.annotate(is_certain=certain).order_by("member__code")


class Membership(models.Model):
    """A state is a member of an international organisation, from a day until another."""

    organisation = models.ForeignKey(
        State,
        models.PROTECT,
        related_name="members",
        limit_choices_to={"kind": StateKind.ORGANISATION},
        verbose_name=_("organisation"),
    )
    member = models.ForeignKey(
        State, models.PROTECT, related_name="memberships", verbose_name=_("member state")
    )
    since = PartialDateField(_("since"))
    until = PartialDateField(
        _("until"),
        help_text=_("The date from which it is no longer a member; empty while it is."),
    )
    since_first = first_day("since")
    since_after = day_after("since")
    until_first = first_day("until")
    until_after = day_after("until")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["organisation", "since_first", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "member", "since"],
                nulls_distinct=False,
                name="membership_stands_once",
                violation_error_message=_("This membership is entered already."),
            ),
            models.CheckConstraint(
                condition=~Q(organisation=F("member")),
                name="organisation_is_no_member_of_itself",
                violation_error_message=_("An organisation cannot be a member of itself."),
            ),
            models.CheckConstraint(
                condition=Q(until_first__gte=F("since_first"))
                | Q(until_first__isnull=True)
                | Q(since_first__isnull=True),
                name="membership_ends_after_it_begins",
                violation_error_message=_("It cannot end before it begins."),
            ),
            date_check("since", "membership_since_is_a_date"),
            date_check("until", "membership_until_is_a_date"),
        ]
        triggers = recorded("state organisation_id", "state member_id")

    def __str__(self) -> str:
        return f"{self.member}: {self.organisation}"
