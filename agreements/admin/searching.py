"""Search by every name in every script, and counts that stop where nobody reads on."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.admin.views.main import ORDER_VAR
from django.core.paginator import Paginator
from django.db.models import F, OrderBy, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Length
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from agreements.models import MergedRecord
from agreements.models.fields import Fold

MOST_WORDS = 12
LONGEST_TERM = 500


class NullsLast(OrderBy):
    """A column of a list, sorted up or down: what has no value stands at the end both times."""

    def __init__(self, field: str) -> None:
        super().__init__(F(field), nulls_last=True)

    def reverse_ordering(self) -> NullsLast:
        self.descending = not self.descending
        return self


class CappedPaginator(Paginator):
    """Counts up to a limit: an exact count of a million rows costs more than the page."""

    limit = 10_000

    @cached_property
    def count(self) -> int:
        return min(self.counted, self.limit)

    @cached_property
    def counted(self) -> int:
        return self.object_list.order_by()[: self.limit + 1].count()

    @property
    def is_capped(self) -> bool:
        return self.counted > self.limit


def words_of(term: str) -> list[str]:
    return term.replace("\0", " ")[:LONGEST_TERM].split()[:MOST_WORDS]


def holds(words: Iterable[str], field: str = "folded") -> Q:
    """Every word stands in the folded text; the database folds the words as it folded the text."""
    condition = Q()
    for word in words:
        condition &= Q(**{f"{field}__contains": Fold(Value(word))})
    return condition


def any_of(queryset: QuerySet, keys: list[QuerySet]) -> QuerySet:
    """The rows whose key is in one of the lists. A semi-join: no row twice, no key cast to text."""
    first, *rest = (rows.order_by() for rows in keys)
    return queryset.filter(pk__in=first.union(*rest) if rest else first)


class NameSearch:
    """For a model whose names are rows with a ``folded`` column, reached by ``names_field``."""

    names_field = "names"
    search_fields = ["pk"]  # Django shows a search box where there are some; see below
    search_help_text = _("Words of a name in any language and script, or its number.")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        words = words_of(search_term)
        if not words:
            return queryset, False
        found = self.found(queryset, words)
        if ORDER_VAR not in request.GET:
            found = self.nearest_first(found, words)
        return found, False

    def found(self, queryset: QuerySet, words: list[str]) -> QuerySet:
        return any_of(queryset, self.keys(words))

    def keys(self, words: list[str]) -> list[QuerySet]:
        """Lists of keys that match. All words stand in one name, in any order."""
        keys = [self.names().filter(holds(words)).values(self.owner())]
        if len(words) == 1 and words[0].isascii() and words[0].isdigit():
            keys.append(self.numbered(int(words[0])).values("pk"))
        return keys

    def numbered(self, number: int) -> QuerySet:
        """The record of that number, or the one into which it was merged."""
        kept = MergedRecord.objects.kept_number(self.opts.model_name, number)
        return self.model.objects.filter(pk__in=[number, kept] if kept else [number])

    def nearest_first(self, found: QuerySet, words: list[str]) -> QuerySet:
        """By the length of the shortest name that matches: Niger before Nigeria."""
        names = self.names().filter(holds(words), **{self.owner(): OuterRef("pk")})
        length = Length("folded")
        shortest = Subquery(names.order_by(length).values(length=length)[:1])
        return found.alias(distance=shortest).order_by("distance", "pk")

    def names(self) -> QuerySet:
        return self.model._meta.get_field(self.names_field).related_model.objects.all()

    def owner(self) -> str:
        return self.model._meta.get_field(self.names_field).field.name
