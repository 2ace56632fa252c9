"""What the search reads. Derived: written at commit by the functions in sql/0016_search.sql."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from .document import Document
from .text import Text


class SearchRow(models.Model):
    """A published document as filters, counts and words find it. No other document has one."""

    document = models.OneToOneField(
        Document,
        models.DO_NOTHING,
        primary_key=True,
        db_constraint=False,
        related_name="search_row",
    )
    signed_first = models.DateField(null=True)
    terms = ArrayField(models.TextField())
    # From ``status_since`` to before ``status_until``; "?" where dates leave it open, "" if none.
    status = models.TextField()
    status_since = models.DateField(null=True)
    status_until = models.DateField(null=True)
    in_sample = models.BooleanField()
    is_long = models.BooleanField()  # it has parts
    vector = SearchVectorField()

    class Meta:
        default_permissions = ()
        verbose_name = _("search row")
        verbose_name_plural = _("search rows")
        indexes = [
            GinIndex(fields=["vector"], fastupdate=False, name="search_row_vector"),
            GinIndex(
                fields=["vector"],
                fastupdate=False,
                condition=models.Q(in_sample=True),
                name="search_row_sample",
            ),
            models.Index(
                models.F("signed_first").desc(nulls_last=True),
                models.F("document").desc(),
                name="search_row_newest_first",
            ),
            models.Index(fields=["signed_first", "document"], name="search_row_oldest_first"),
            models.Index(
                fields=["status_until"],
                condition=models.Q(status_until__isnull=False),
                name="search_row_status_until",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}"


class SearchPart(models.Model):
    """A part of a document's texts, where they have more than one."""

    document = models.ForeignKey(
        Document, models.DO_NOTHING, db_constraint=False, related_name="search_parts"
    )
    text = models.ForeignKey(Text, models.DO_NOTHING, db_constraint=False, related_name="+")
    number = models.IntegerField()
    start = models.IntegerField()
    size = models.IntegerField()
    vector = SearchVectorField()

    class Meta:
        default_permissions = ()
        verbose_name = _("search part")
        verbose_name_plural = _("search parts")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"], name="search_part_has_its_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.number}"


class SearchSample(models.Model):
    """One row: of how many search rows one is in the sample, a power of two."""

    one_in = models.IntegerField()

    class Meta:
        default_permissions = ()
        verbose_name = _("search sample")
        verbose_name_plural = _("search samples")

    def __str__(self) -> str:
        return f"1 / {self.one_in}"
