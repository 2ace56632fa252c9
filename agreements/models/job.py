from __future__ import annotations

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .fields import one_of
from .file import File
from .vocabulary import JobKind, JobState


class Job(models.Model):
    """Work on a file that takes longer than a page may: done by ``manage.py work``."""

    kind = models.CharField(_("kind"), max_length=9, choices=JobKind)
    file = models.ForeignKey(File, models.CASCADE, related_name="jobs", verbose_name=_("file"))
    state = models.CharField(_("state"), max_length=7, choices=JobState, default=JobState.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    problem = models.TextField(_("what went wrong"), blank=True)
    not_before = models.DateTimeField(_("not before"), db_default=Now())
    made_at = models.DateTimeField(_("asked for"), db_default=Now(), editable=False)
    began_at = models.DateTimeField(_("begun"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ["-id"]
        constraints = [
            one_of("kind", JobKind, "job_kind_is_known"),
            one_of("state", JobState, "job_state_is_known"),
            models.UniqueConstraint(
                fields=["file", "kind"],
                condition=models.Q(state__in=[JobState.WAITING, JobState.RUNNING]),
                name="job_waits_once",
                violation_error_message=_("This is waiting to be done already."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["not_before", "id"],
                condition=models.Q(state__in=[JobState.WAITING, JobState.RUNNING]),
                name="job_next",
            ),
            models.Index(fields=["state", "-id"], name="job_state"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.file}"
