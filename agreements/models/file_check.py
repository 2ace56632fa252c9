from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class FileCheck(models.Model):
    """One comparison of stored files with their hashes, by ``manage.py check_files``.

    Which files are missing or altered, the files themselves say.
    """

    began_at = models.DateTimeField(_("begun"), db_default=Now())
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    is_sample = models.BooleanField(_("a sample"), default=False)
    checked = models.PositiveIntegerField(_("checked"), default=0)
    missing = models.PositiveIntegerField(_("missing"), default=0)
    altered = models.PositiveIntegerField(_("altered"), default=0)
    stray = ArrayField(
        models.TextField(),
        verbose_name=_("stray"),
        default=list,
        blank=True,
        help_text=_("Names in the storage that no record knows."),
    )

    class Meta:
        verbose_name = _("check of files")
        verbose_name_plural = _("checks of files")
        ordering = ["-id"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.began_at:%Y-%m-%d %H:%M}"
