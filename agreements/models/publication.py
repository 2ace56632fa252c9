"""What documents and events share: a publication state, a version, the gate to the public."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .fields import one_of
from .vocabulary import PublicationState

EVER_PUBLIC = (PublicationState.PUBLISHED, PublicationState.WITHDRAWN)
# From a draft to each state, in the steps of the workflow.
STEPS = {
    PublicationState.DRAFT: [],
    PublicationState.IN_REVIEW: [PublicationState.IN_REVIEW],
    PublicationState.PUBLISHED: [PublicationState.IN_REVIEW, PublicationState.PUBLISHED],
    PublicationState.WITHDRAWN: [
        PublicationState.IN_REVIEW,
        PublicationState.PUBLISHED,
        PublicationState.WITHDRAWN,
    ],
}


class PublishableQuerySet(models.QuerySet):
    def published(self) -> PublishableQuerySet:
        """The one gate to the public."""
        return self.filter(publication_state=PublicationState.PUBLISHED)

    def latest_first(self) -> PublishableQuerySet:
        """In the order in which they became public, whatever their own dates."""
        return self.order_by(models.F("published_at").desc(nulls_last=True), "-pk")

    def withdrawn(self) -> PublishableQuerySet:
        """Once public: a reader who has the address is told what became of it."""
        return self.filter(publication_state=PublicationState.WITHDRAWN)

    def ever_public(self) -> PublishableQuerySet:
        """Published, or withdrawn since: of these the public may know that they are or were."""
        return self.filter(publication_state__in=EVER_PUBLIC)

    def bring_to(self, state: str) -> None:
        """Drafts step by step to this state: for records that come with one, as imported ones."""
        keys = list(self.values_list("pk", flat=True))
        for step in STEPS[PublicationState(state)]:
            self.model._base_manager.filter(pk__in=keys).update(publication_state=step)


def harvesting_index(kind: str) -> models.Index:
    """The order in which harvesters get what was changed."""
    return models.Index(
        fields=["changed_at", "id"],
        condition=models.Q(publication_state__in=EVER_PUBLIC),
        name=f"{kind}_ever_public_by_change",
    )


class Publishable(models.Model):
    """A root record. Its children say which root is theirs, and are as public as it is."""

    publication_state = models.CharField(
        _("publication state"),
        max_length=12,
        choices=PublicationState,
        default=PublicationState.DRAFT,
    )
    withdrawal_reason = models.TextField(
        _("reason for withdrawal"),
        blank=True,
        help_text=_("Public: readers who follow an old link see it."),
    )
    is_title_withheld = models.BooleanField(
        _("withhold the title"),
        default=False,
        help_text=_("For a withdrawn record whose title itself must not show."),
    )
    internal_note = models.TextField(
        _("internal note"), blank=True, help_text=_("Never shown to the public.")
    )
    created_at = models.DateTimeField(_("created"), db_default=Now(), editable=False)
    changed_at = models.DateTimeField(_("changed"), db_default=Now(), editable=False)
    # When it was public for the first time; what was withdrawn and comes back keeps its place.
    published_at = models.DateTimeField(_("first published"), null=True, editable=False)
    version = models.PositiveIntegerField(_("version"), db_default=0, editable=False)

    class Meta:
        abstract = True
        constraints = [
            one_of("publication_state", PublicationState, "%(class)s_publication_state_is_known"),
            models.CheckConstraint(
                condition=~models.Q(publication_state=PublicationState.WITHDRAWN)
                | ~models.Q(withdrawal_reason=""),
                name="%(class)s_withdrawal_has_a_reason",
                violation_error_message=_("Say why it is withdrawn: readers will see the reason."),
            ),
        ]

    @property
    def is_published(self) -> bool:
        return self.publication_state == PublicationState.PUBLISHED

    @property
    def is_or_was_public(self) -> bool:
        return self.publication_state in EVER_PUBLIC


def latest_first_index(name: str) -> models.Index:
    """For ``latest_first()`` of what is published."""
    return models.Index(
        models.F("published_at").desc(nulls_last=True),
        models.F("id").desc(),
        condition=models.Q(publication_state=PublicationState.PUBLISHED),
        name=name,
    )
