from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.db.models.functions import MD5, Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements import dates

from .fields import LineField, PartialDateField, date_check, day_after, first_day, one_of
from .name import (
    PlainName,
    address_word,
    in_reader_language,
    mixed_scripts_index,
    named,
)
from .place import Place
from .publication import (
    Publishable,
    PublishableQuerySet,
    harvesting_index,
    latest_first_index,
)
from .state import State
from .triggers import KeepPublic, Workflow, recorded
from .vocabulary import DelegationRole, EventKind, Qualifier, Stated


class EventQuerySet(PublishableQuerySet):
    def newest_first(self) -> EventQuerySet:
        return self.order_by(models.F("began_first").desc(nulls_last=True), "-pk")

    def of_state(self, state: State | int) -> EventQuerySet:
        """At which the state was present."""
        delegations = self.model._meta.get_field("delegations").related_model.objects
        return self.filter(
            models.Exists(delegations.filter(event=models.OuterRef("pk"), state=state))
        )

    def between(self, a: State, b: State) -> EventQuerySet:
        return self.of_state(a).of_state(b)

    def named(self, words: str) -> EventQuerySet:
        return named(self, EventName, "event", words)

    def began_in(self, year: int) -> EventQuerySet:
        return self.filter(began_first__year=year)

    def with_names(self) -> EventQuerySet:
        """With what a list of events shows."""
        return self.select_related("place", "state").prefetch_related(
            "names", "place__names", "state__names", "delegations__state__names"
        )

    def with_numbers(self) -> EventQuerySet:
        """With ``recorded``, how many published documents it has, and ``by_heads`` among them."""
        documents = self.model._meta.get_field("documents").related_model.objects.published()
        mine = documents.filter(event=models.OuterRef("pk")).order_by().values("event")

        def number(rows: models.QuerySet) -> Coalesce:
            counted = rows.annotate(number=models.Count("pk")).values("number")
            return Coalesce(models.Subquery(counted), 0)

        return self.annotate(
            recorded=number(mine), by_heads=number(mine.filter(is_signed_by_heads=True))
        )


class Event(Publishable):
    """The occasion on which documents were signed."""

    kind = models.CharField(
        _("kind"), max_length=28, choices=EventKind, default=EventKind.SIGNING_CEREMONY
    )
    began_on = PartialDateField(_("first day"))
    ended_on = PartialDateField(_("last day"), help_text=_("Empty for a single day."))
    began_first = first_day("began_on")
    began_after = day_after("began_on")
    ended_after = day_after("ended_on")
    place = models.ForeignKey(
        Place,
        models.PROTECT,
        related_name="events",
        null=True,
        blank=True,
        verbose_name=_("place"),
    )
    state = models.ForeignKey(
        State,
        models.PROTECT,
        related_name="events_held",
        null=True,
        blank=True,
        verbose_name=_("state where it was held"),
        help_text=_("Where no city is stated."),
    )
    public_note = models.TextField(_("public note"), blank=True)

    objects = EventQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")
        permissions = [("publish_event", _("Can publish and withdraw events"))]
        constraints = [
            *Publishable.Meta.constraints,
            one_of("kind", EventKind, "event_kind_is_known"),
            date_check("began_on", "event_first_day_is_a_date"),
            date_check("ended_on", "event_last_day_is_a_date"),
            models.CheckConstraint(
                condition=models.Q(ended_after__gt=models.F("began_first"))
                | models.Q(ended_after__isnull=True)
                | models.Q(began_first__isnull=True),
                name="event_ends_after_it_begins",
                violation_error_message=_("The last day cannot be before the first."),
            ),
        ]
        indexes = [
            models.Index(
                models.F("began_first").desc(nulls_last=True),
                models.F("id").desc(),
                condition=models.Q(publication_state="published"),
                name="event_published_newest_first",
            ),
            latest_first_index("event_latest_first"),
            harvesting_index("event"),
            models.Index(fields=["began_first"], name="event_began"),
        ]
        triggers = [
            *recorded("event id", derived=("version", "changed_at", "published_at")),
            Workflow(),
            KeepPublic(),
        ]

    def __str__(self) -> str:
        return str(self.name or _("event %(id)s") % {"id": self.pk})

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.pk, self.slug])

    @property
    def slug(self) -> str:
        return address_word(self.names.all()) or "event"

    @property
    def name(self) -> EventName | None:
        return in_reader_language(self.names.all())

    @property
    def days(self) -> str | None:
        """When it was, as EDTF text: its day, or the range from the first to the last."""
        if not self.began_on or not self.ended_on or self.began_on == self.ended_on:
            return self.began_on
        both = f"{self.began_on}/{self.ended_on}"
        return both if dates.valid(both) else self.began_on

    @property
    def heads_present(self) -> list[Delegation]:
        """The delegations in the presence of whose heads the documents were signed."""
        return [
            delegation
            for delegation in self.delegations.all()
            if delegation.head and delegation.is_head_present == Stated.YES
        ]


class EventName(PlainName):
    event = models.ForeignKey(Event, models.CASCADE, related_name="names", verbose_name=_("event"))

    class Meta:
        verbose_name = _("event name")
        verbose_name_plural = _("event names")
        ordering = ["event", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "language"],
                condition=models.Q(is_variant=False),
                name="event_has_one_name_per_language",
                violation_error_message=_("The event has a name in this language already."),
            ),
            models.UniqueConstraint(
                "event",
                "language",
                MD5("text"),
                name="event_name_stands_once",
                violation_error_message=_("This name is entered already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(text=""),
                name="event_name_is_not_empty",
                violation_error_message=_("Write the name."),
            ),
        ]
        indexes = [mixed_scripts_index("event", "event_name_mixed_scripts")]
        triggers = recorded("event event_id")


class Delegation(models.Model):
    """A state at an event, and who headed its side."""

    event = models.ForeignKey(
        Event, models.CASCADE, related_name="delegations", verbose_name=_("event")
    )
    state = models.ForeignKey(
        State, models.PROTECT, related_name="delegations", verbose_name=_("state")
    )
    role = models.CharField(
        _("role"), max_length=5, choices=DelegationRole, default=DelegationRole.PARTY
    )
    head = LineField(_("headed by"), blank=True)
    office = LineField(_("office as stated"), blank=True)
    is_head_present = models.CharField(
        _("present at the signing"),
        max_length=10,
        choices=Stated,
        default=Stated.NOT_STATED,
        help_text=_("Whether the documents were signed in the presence of the head."),
    )

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        ordering = ["event", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "state"],
                name="event_names_a_state_once",
                violation_error_message=_("This state is at the event already."),
            ),
            one_of("role", DelegationRole, "delegation_role_is_known"),
            one_of("is_head_present", Stated, "delegation_presence_is_known"),
        ]
        triggers = recorded("event event_id")

    def __str__(self) -> str:
        return str(self.state)


@dataclass(frozen=True)
class Shortfall:
    """An announcement beside what the public sees.

    ``recorded`` counts the published documents that the announcement means; ``missing`` is what
    is left. Where the source leaves open whether the heads' own documents are among them, the
    second pair of numbers gives the other reading.
    """

    recorded: int
    missing: int
    recorded_with_heads: int
    missing_with_heads: int

    @property
    def is_settled(self) -> bool:
        return self.missing == self.missing_with_heads


class Announcement(models.Model):
    """How many documents a source says were signed."""

    event = models.ForeignKey(
        Event, models.CASCADE, related_name="announcements", verbose_name=_("event")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    qualifier = models.CharField(
        _("qualifier"), max_length=9, choices=Qualifier, default=Qualifier.EXACTLY
    )
    counts = LineField(
        _("what it counts"), help_text=_("As: documents signed by the ministries and agencies.")
    )
    includes_heads_documents = models.CharField(
        _("the heads' own documents are among them"),
        max_length=10,
        choices=Stated,
        default=Stated.NOT_STATED,
    )
    listed = models.PositiveSmallIntegerField(
        _("listed"),
        null=True,
        blank=True,
        help_text=_("How many of them the source names."),
    )

    class Meta:
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")
        ordering = ["event", "id"]
        constraints = [
            one_of("qualifier", Qualifier, "announcement_qualifier_is_known"),
            one_of("includes_heads_documents", Stated, "announcement_scope_is_known"),
            models.CheckConstraint(
                condition=models.Q(number__gte=1),
                name="announcement_counts_something",
                violation_error_message=_("The number announced is at least 1."),
            ),
        ]
        triggers = recorded("event event_id")

    def __str__(self) -> str:
        if self.qualifier == Qualifier.EXACTLY:
            return f"{self.number} {self.counts}"
        return f"{self.get_qualifier_display()} {self.number} {self.counts}"

    def shortfall(self, recorded: int, by_heads: int) -> Shortfall:
        """Against ``recorded`` published documents, ``by_heads`` of them the heads'."""
        without, with_heads = recorded - by_heads, recorded
        if self.includes_heads_documents == Stated.NO:
            with_heads = without
        elif self.includes_heads_documents == Stated.YES:
            without = with_heads
        return Shortfall(
            without, max(self.number - without, 0), with_heads, max(self.number - with_heads, 0)
        )
