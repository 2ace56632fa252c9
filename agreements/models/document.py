from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.contrib.postgres.indexes import GinIndex, HashIndex
from django.db import models
from django.db.models.functions import MD5
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from .document_side import DocumentSide
from .document_type import DocumentType
from .event import Event
from .fields import DurationField, PartialDateField, date_check, day_after, first_day, one_of
from .name import (
    PlainName,
    address_word,
    in_reader_language,
    mixed_scripts_index,
)
from .publication import (
    Publishable,
    PublishableQuerySet,
    harvesting_index,
    latest_first_index,
)
from .state import State
from .subject import Subject
from .triggers import KeepPublic, Workflow, recorded
from .vocabulary import (
    CountsFrom,
    EntryIntoForce,
    LegalNature,
    Level,
    PartyRole,
    Side,
    TextAbsence,
    TextAvailability,
    Validity,
    WordedBy,
)
from .wording import Standing, is_binding, made_label, status_words

if TYPE_CHECKING:
    from .missing_value import MissingValue
    from .party import Party
    from .signing import Signatory


class DocumentQuerySet(PublishableQuerySet):
    def newest_first(self) -> DocumentQuerySet:
        return self.order_by(models.F("signed_first").desc(nulls_last=True), "-pk")

    def party_rows(self) -> models.QuerySet:
        """The rows that make a state a party, not a territory to which a document applies."""
        party = self.model._meta.get_field("parties").related_model
        return party.objects.order_by().exclude(role=PartyRole.TERRITORY)

    def between(self, a: State, b: State) -> DocumentQuerySet:
        """One among the parties of one side, the other among those of the other side."""
        own = self.party_rows().filter(state=a)
        theirs = self.party_rows().filter(document=models.OuterRef("document"), state=b)
        opposite = models.Exists(theirs.exclude(side=models.OuterRef("side")))
        return self.filter(pk__in=own.filter(opposite).values("document"))

    def with_status(
        self, status: str, on: datetime.date, *, possibly: bool = False
    ) -> DocumentQuerySet:
        """That have this status on that day for certain; with ``possibly``, also that may."""
        periods = self.model._meta.get_field("status_periods").related_model.objects.filter(
            document=models.OuterRef("pk"), status=status, during__contains=on
        )
        if not possibly:
            periods = periods.filter(is_certain=True)
        return self.filter(models.Exists(periods))

    def for_list(self, on: datetime.date) -> DocumentQuerySet:
        """With all that a row of a list shows, in a number of queries that does not grow."""
        period = self.model._meta.get_field("status_periods").related_model
        party = self.model._meta.get_field("parties").related_model
        return self.select_related("type").prefetch_related(
            "titles",
            models.Prefetch(
                "parties",
                party.objects.select_related("state", "agency").prefetch_related(
                    "state__names", "agency__names"
                ),
            ),
            models.Prefetch(
                "status_periods",
                period.objects.filter(during__contains=on),
                to_attr="periods_today",
            ),
        )


def waiting_indexes(**conditions: models.Q) -> list[models.Index]:
    """Of the documents that lack something: few, where an archive is nearly complete."""
    return [
        models.Index(fields=["id"], condition=condition, name=f"document_without_{what}")
        for what, condition in conditions.items()
    ]


class Document(Publishable):
    """One paper that two sides signed."""

    type = models.ForeignKey(
        DocumentType,
        models.PROTECT,
        related_name="documents",
        null=True,
        blank=True,
        verbose_name=_("type"),
    )
    legal_nature = models.CharField(
        _("legal nature"),
        max_length=31,
        choices=LegalNature,
        default=LegalNature.NOT_DETERMINED,
        help_text=_("The name of a document does not decide what it is."),
    )
    level = models.CharField(
        _("level"), max_length=17, choices=Level, blank=True, help_text=_("Who speaks to whom.")
    )
    event = models.ForeignKey(
        Event,
        models.PROTECT,
        related_name="documents",
        null=True,
        blank=True,
        verbose_name=_("event"),
        help_text=_("The occasion on which it was signed, if any."),
    )
    event_position = models.PositiveSmallIntegerField(
        _("order at the event"), default=0, help_text=_("As the source lists it.")
    )
    is_signed_by_heads = models.BooleanField(
        _("signed by the heads themselves"),
        default=False,
        help_text=_("The heads' own document, not one signed in their presence."),
    )
    period = PartialDateField(
        _("period covered"), help_text=_("As in “for 2023–2025”; write 2023-2025.")
    )
    period_first = first_day("period")
    period_after = day_after("period")
    validity = models.CharField(
        _("validity"), max_length=33, choices=Validity, default=Validity.NOT_RECORDED
    )
    term = DurationField(_("term"), help_text=_("P5Y for five years, P6M for six months."))
    renewal_term = DurationField(_("renewal term"))
    notice_period = DurationField(_("notice period"))
    term_counts_from = models.CharField(
        _("the term counts from"),
        max_length=16,
        choices=CountsFrom,
        default=CountsFrom.NOT_RECORDED,
    )
    entry_into_force = models.CharField(
        _("enters into force"),
        max_length=28,
        choices=EntryIntoForce,
        default=EntryIntoForce.NOT_RECORDED,
    )
    entry_into_force_days = models.PositiveSmallIntegerField(
        _("days after the last notification"), null=True, blank=True
    )
    entry_into_force_date = PartialDateField(_("agreed date of entry into force"))
    subjects = models.ManyToManyField(
        Subject, related_name="documents", blank=True, verbose_name=_("subjects")
    )
    text_absence = models.CharField(
        _("why there is no text"),
        max_length=16,
        choices=TextAbsence,
        default=TextAbsence.TITLE_ONLY,
    )
    summary = models.TextField(_("summary"), blank=True)
    public_note = models.TextField(_("public note"), blank=True)

    # Written by refresh_document() at commit, never by hand.
    signed_on = PartialDateField(_("signed"), editable=False)
    signed_first = first_day("signed_on")
    signed_after = day_after("signed_on")
    text_availability = models.CharField(
        _("text"),
        max_length=16,
        choices=TextAvailability,
        default=TextAvailability.TITLE_ONLY,
        editable=False,
    )

    objects = DocumentQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("publish_document", _("Can publish and withdraw documents"))]
        constraints = [
            *Publishable.Meta.constraints,
            one_of("legal_nature", LegalNature, "document_legal_nature_is_known"),
            models.CheckConstraint(
                condition=models.Q(level__in=["", *Level.values]),
                name="document_level_is_known",
                violation_error_message=_("This value is not in the vocabulary."),
            ),
            one_of("validity", Validity, "document_validity_is_known"),
            one_of("term_counts_from", CountsFrom, "document_term_start_is_known"),
            one_of("entry_into_force", EntryIntoForce, "document_entry_into_force_is_known"),
            one_of("text_absence", TextAbsence, "document_text_absence_is_known"),
            one_of("text_availability", TextAvailability, "document_availability_is_known"),
            date_check("period", "document_period_is_a_date"),
            date_check("signed_on", "document_signed_on_is_a_date"),
            date_check("entry_into_force_date", "document_entry_into_force_is_a_date"),
            *(
                models.CheckConstraint(
                    condition=models.Q(**{f"{field}__regex": r"^(P[1-9][0-9]{0,3}[YMWD])?$"}),
                    name=f"document_{field}_has_form",
                    violation_error_message=_(
                        "Write a length of time as P5Y (years), P6M (months) or P90D (days)."
                    ),
                )
                for field in ("term", "renewal_term", "notice_period")
            ),
            models.CheckConstraint(
                condition=models.Q(entry_into_force_days=None)
                | models.Q(entry_into_force=EntryIntoForce.DAYS_AFTER_LAST_NOTIFICATION),
                name="document_days_belong_to_notification",
                violation_error_message=_(
                    "A number of days is counted only after the last notification."
                ),
            ),
        ]
        indexes = [
            models.Index(
                models.F("signed_first").desc(nulls_last=True),
                models.F("id").desc(),
                condition=models.Q(publication_state="published"),
                name="document_newest_first",
            ),
            latest_first_index("document_latest_first"),
            harvesting_index("document"),
            models.Index(fields=["event", "event_position", "id"], name="document_order_at_event"),
            # The admin's lists, which hold drafts too, and the clerks' work lists.
            models.Index(fields=["publication_state", "-id"], name="document_publication_state"),
            models.Index(fields=["signed_first"], name="document_signed"),
            models.Index(
                models.F("signed_first").desc(nulls_last=True),
                models.F("id").desc(),
                name="document_signed_newest",
            ),
            models.Index(
                fields=["period_after"],
                condition=models.Q(period_after__isnull=False),
                name="document_period_end",
            ),
            *waiting_indexes(
                level=models.Q(level=""),
                entry=models.Q(entry_into_force=EntryIntoForce.NOT_RECORDED),
                text=models.Q(text_availability=TextAvailability.TITLE_ONLY),
            ),
        ]
        triggers = [
            *recorded(
                "document id",
                derived=(
                    "signed_on",
                    "text_availability",
                    "version",
                    "changed_at",
                    "published_at",
                ),
            ),
            Workflow(),
            KeepPublic(),
        ]

    def __str__(self) -> str:
        return str(self.title or _("document %(id)s") % {"id": self.pk})

    def get_absolute_url(self) -> str:
        return reverse("document", args=[self.pk, self.slug])

    @property
    def slug(self) -> str:
        return address_word(self.titles.all()) or "document"

    @property
    def title(self) -> DocumentTitle | None:
        return in_reader_language(self.titles.all())

    @property
    def has_title_of_reader(self) -> bool:
        """Whether one is in the reader's language; else a made label stands beside the title."""
        return any(title.language == get_language() for title in self.titles.all())

    @property
    def made_label(self) -> str:
        """What it is, for a reader who can't read its title: type, sides, date."""
        type_ = str(self.type or gettext("document"))
        return made_label(type_, [side.words for side in self.sides], self.signed_on)

    @property
    def published_event(self) -> Event | None:
        return self.event if self.event and self.event.is_published else None

    def parties_of_side(self, side: int) -> list[Party]:
        return [party for party in self.parties.all() if party.side == side]

    @property
    def sides(self) -> list[DocumentSide]:
        return [self.side(number) for number in Side.values]

    def side(self, number: int) -> DocumentSide:
        rows = self.parties_of_side(number)
        return DocumentSide(
            number,
            [party for party in rows if party.role != PartyRole.TERRITORY],
            [party for party in rows if party.role == PartyRole.TERRITORY],
        )

    @property
    def has_agencies(self) -> bool:
        return any(party.agency_id for party in self.parties.all())

    @property
    def signatories_of_no_party(self) -> list[Signatory]:
        """Those who aren't named beside a party already."""
        return [person for person in self.signatories.all() if person.party_id is None]

    @property
    def pair(self) -> list[State]:
        """The two states, in the order of their codes; empty where it is not between just two."""
        one, two = (side.states for side in self.sides)
        if len(one) == len(two) == 1 and one != two:
            return sorted(one + two, key=lambda state: state.code)
        return []

    @property
    def standing(self) -> Standing:
        """On the day that was given to ``for_list()``."""
        return Standing(self.legal_nature, self.periods_today)

    def status_words(self, code: str) -> str:
        return status_words(code, self.legal_nature)

    @property
    def missing(self) -> dict[str, MissingValue]:
        """What was said on purpose to be missing, by field."""
        return {value.field: value for value in self.missing_values.all()}

    @property
    def is_binding(self) -> bool:
        """Papers that bind nobody are "in effect", never "in force"."""
        return is_binding(self.legal_nature)


class DocumentSubject(Document.subjects.through):
    """That a document is filed under a subject. Its changes are recorded as everything's."""

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        triggers = recorded("document document_id")


class DocumentTitle(PlainName):
    """A title as written, and whose wording it is."""

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="titles", verbose_name=_("document")
    )
    worded_by = models.CharField(
        _("worded by"), max_length=7, choices=WordedBy, default=WordedBy.SOURCE
    )

    class Meta:
        verbose_name = _("title")
        verbose_name_plural = _("titles")
        ordering = ["document", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "language", "worded_by"],
                condition=models.Q(is_variant=False),
                name="document_has_one_title_per_language_and_wording",
                violation_error_message=_("There is a title in this language and wording already."),
            ),
            models.UniqueConstraint(
                "document",
                "language",
                "worded_by",
                MD5("text"),
                name="document_title_stands_once",
                violation_error_message=_("This title is entered already."),
            ),
            one_of("worded_by", WordedBy, "title_wording_is_known"),
            models.CheckConstraint(
                condition=~models.Q(text=""),
                name="title_is_not_empty",
                violation_error_message=_("Write the title."),
            ),
        ]
        indexes = [
            GinIndex(fields=["folded"], opclasses=["gin_trgm_ops"], name="title_folded_trigrams"),
            HashIndex(fields=["folded"], name="title_folded"),
            mixed_scripts_index("document", "title_mixed_scripts"),
        ]
        triggers = recorded("document document_id")

    @property
    def wording(self) -> str:
        """Whose words these are; a side by the names of its states."""
        side = {WordedBy.SIDE_1: Side.ONE, WordedBy.SIDE_2: Side.TWO}.get(self.worded_by)
        who = self.document.side(side).words if side else ""
        who = who or self.get_worded_by_display()
        return gettext("worded by %(who)s") % {"who": who}
