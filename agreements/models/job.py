from __future__ import annotations

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .fields import one_of
from .file import File
from .table_import import Import
from .vocabulary import OF_IMPORTS, JobKind, JobState


class Job(models.Model):
    """Work on a file or an import that takes longer than a page may: done by ``manage.py work``."""

    kind = models.CharField(_("kind"), max_length=9, choices=JobKind)
    file = models.ForeignKey(
        File, models.CASCADE, related_name="jobs", null=True, verbose_name=_("file")
    )
    import_run = models.ForeignKey(
        Import, models.CASCADE, related_name="jobs", null=True, verbose_name=_("import")
    )
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
            models.CheckConstraint(
                condition=models.Q(kind__in=OF_IMPORTS, file=None, import_run__isnull=False)
                | models.Q(~models.Q(kind__in=OF_IMPORTS), file__isnull=False, import_run=None),
                name="job_works_on_what_its_kind_says",
                violation_error_message=_("A job works on a file or on an import."),
            ),
            models.UniqueConstraint(
                fields=["import_run"],
                condition=models.Q(state__in=[JobState.WAITING, JobState.RUNNING]),
                name="job_of_an_import_waits_once",
                violation_error_message=_("This import is being worked on already."),
            ),
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
        return f"{self.get_kind_display()}: {self.file or self.import_run}"
