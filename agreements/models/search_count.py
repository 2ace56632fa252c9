"""Counts of published documents. Derived: written at commit by the functions in
sql/0016_search.sql."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _


class Count(models.Model):
    key = models.TextField(db_collation="C")
    term = models.TextField(db_collation="C")
    number = models.BigIntegerField()

    class Meta:
        abstract = True
        default_permissions = ()


class SearchCount(Count):
    """How many published documents have both the key and the term, as of the last drain.

    Keys and terms are those of SearchRow; the key ``*`` stands for the whole archive, the term
    ``*`` for all of the key's documents. Under the key ``word`` stand words of titles.
    """

    pk = models.CompositePrimaryKey("key", "term")

    class Meta(Count.Meta):
        verbose_name = _("search count")
        verbose_name_plural = _("search counts")
        indexes = [
            # The busiest agencies of a key.
            models.Index(
                models.F("key"),
                models.F("number").desc(),
                condition=models.Q(term__startswith="a"),
                name="search_count_agencies",
            ),
            GinIndex(
                OpClass("term", name="gin_trgm_ops"),
                condition=models.Q(key="word"),
                name="search_count_word_trigrams",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.term}: {self.number}"


class SearchCountChange(Count):
    """A change of a count that is not drained yet."""

    class Meta(Count.Meta):
        verbose_name = _("change of a search count")
        verbose_name_plural = _("changes of search counts")
        indexes = [models.Index(fields=["key"], name="search_count_change_key")]

    def __str__(self) -> str:
        return f"{self.key} {self.term}: {self.number:+}"
