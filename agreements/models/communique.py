from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.fields.json import KT
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .document import Document
from .event import Event
from .fields import NormalizedText, of_document_or_event
from .source import Source
from .triggers import recorded

# Who did what with the review, and when: no part of the archive.
WRITTEN = ("written_by", "written_at", "passed_by", "passed_at")


class CommuniqueQuerySet(models.QuerySet):
    def open(self) -> CommuniqueQuerySet:
        """Pasted, and not yet made into records."""
        return self.filter(event=None)

    def passed(self) -> CommuniqueQuerySet:
        """Open, and left to an editor."""
        return self.open().exclude(passed_at=None)

    def named(self) -> CommuniqueQuerySet:
        """With the proposed name of the event, ``event_name``, for sources without a title."""
        return self.annotate(event_name=KT("form__event-name__0"))


class Communique(models.Model):
    """A press release that is reviewed until its records are made; its text is the source's.

    ``form`` is the review as it stands, ``steps`` are what was done to it, for the way back.
    """

    source = models.ForeignKey(
        Source, models.CASCADE, related_name="communiques", verbose_name=_("source")
    )
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        related_name="communiques",
        null=True,
        blank=True,
        verbose_name=_("event"),
        help_text=_("What was made of it; empty while it is reviewed."),
    )
    # Of the words without the space between them: the same text is not pasted twice.
    digest = models.CharField(_("digest"), max_length=64, unique=True, editable=False)
    form = models.JSONField(_("form"), default=dict)
    steps = ArrayField(models.JSONField(), verbose_name=_("steps before"), default=list)
    version = models.PositiveIntegerField(_("version"), default=1)
    # Version and form before the one who kept it last began to: what others still have before them.
    turn = models.JSONField(_("before the last clerk"), default=dict, blank=True)
    made_by = models.CharField(_("begun by"), max_length=150)
    made_at = models.DateTimeField(_("begun"), db_default=Now(), editable=False)
    written_by = models.CharField(_("last kept by"), max_length=150)
    written_at = models.DateTimeField(_("last kept"), db_default=Now())
    # By a clerk who may not add to what is published.
    passed_by = models.CharField(_("passed to an editor by"), max_length=150, blank=True)
    passed_at = models.DateTimeField(_("passed to an editor"), null=True, blank=True)

    objects = CommuniqueQuerySet.as_manager()

    class Meta:
        verbose_name = _("communique")
        verbose_name_plural = _("communiques")
        ordering = ["-written_at", "-id"]
        triggers = recorded(
            "source source_id",
            derived=("form", "steps", "version", "turn", *WRITTEN),
        )

    def __str__(self) -> str:
        return str(self.source)


class ReadingDoubt(models.Model):
    """What a communique leaves open about a draft, until somebody has settled it.

    The words stand with the parser, by code; ``values`` fill them.
    """

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="reading_doubts", null=True, blank=True
    )
    event = models.ForeignKey(
        Event, models.CASCADE, related_name="reading_doubts", null=True, blank=True
    )
    code = models.CharField(_("doubt"), max_length=60)
    values = models.JSONField(_("values"), default=dict, blank=True)
    quote = NormalizedText(_("exact words"), blank=True)

    class Meta:
        verbose_name = _("doubt of a reading")
        verbose_name_plural = _("doubts of a reading")
        ordering = ["id"]
        constraints = [of_document_or_event("reading_doubt_belongs_to_one_record")]
        triggers = recorded("document document_id", "event event_id")

    def __str__(self) -> str:
        return self.code
