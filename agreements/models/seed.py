from __future__ import annotations

from django.db import models


class Seed(models.Model):
    """What a data file of ours has put into the archive once.

    A row that a clerk has since corrected, renamed or deleted is not put there again.
    """

    key = models.TextField(primary_key=True)
    object_id = models.BigIntegerField()

    class Meta:
        verbose_name = "seed"
        verbose_name_plural = "seeds"

    def __str__(self) -> str:
        return self.key
