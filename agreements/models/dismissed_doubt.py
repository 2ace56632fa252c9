from __future__ import annotations

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .agency import Agency
from .document import Document
from .event import Event
from .triggers import recorded

ROOTS = ("document", "event", "agency")


class DismissedDoubt(models.Model):
    """A warning about a record that somebody looked into and found to be all right.

    ``key`` is what the warning was about: another record, a word, a date. Where that changes, the
    warning is a new one.
    """

    document = models.ForeignKey(
        Document,
        models.CASCADE,
        related_name="dismissed_doubts",
        null=True,
        blank=True,
        verbose_name=_("document"),
    )
    event = models.ForeignKey(
        Event,
        models.CASCADE,
        related_name="dismissed_doubts",
        null=True,
        blank=True,
        verbose_name=_("event"),
    )
    agency = models.ForeignKey(
        Agency,
        models.CASCADE,
        related_name="dismissed_doubts",
        null=True,
        blank=True,
        verbose_name=_("agency"),
    )
    code = models.CharField(_("warning"), max_length=40)
    key = models.TextField(_("what it is about"))
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    # A name, not a key: it stays when the account is deleted.
    by = models.CharField(_("dismissed by"), max_length=150)
    at = models.DateTimeField(_("dismissed at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("dismissed warning")
        verbose_name_plural = _("dismissed warnings")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(document__isnull=False, event=None, agency=None)
                | models.Q(document=None, event__isnull=False, agency=None)
                | models.Q(document=None, event=None, agency__isnull=False),
                name="dismissed_doubt_is_about_one_record",
                violation_error_message=_("A warning is about one record."),
            ),
            models.UniqueConstraint(
                fields=[*ROOTS, "code", "key"],
                nulls_distinct=False,
                name="dismissed_doubt_stands_once",
                violation_error_message=_("This warning is dismissed already."),
            ),
        ]
        triggers = recorded("document document_id", "event event_id", "agency agency_id")

    def __str__(self) -> str:
        return f"{self.code}: {self.key}"

    @property
    def token(self) -> str:
        return f"{self.code}:{self.key}"
