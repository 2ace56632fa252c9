"""What a reader asked for, as conditions on the search rows. Nothing unpublished has such a row."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.db import connection
from django.db.models import Exists, QuerySet

from agreements.models import Document, SearchRow
from agreements.models.document import DocumentQuerySet

from .condition import Condition
from .matching import Match, lexeme

# The kinds of terms under which counts are kept; see search_counted() in sql/0016_search.sql.
KEPT = tuple("sytvnjglx")
NOTHING, EVERYTHING = "'~nothing'", "'~'"
ANYTHING = Match(())


@dataclass(frozen=True)
class Status:
    """A status that is certain on a day, by which the rows know what holds."""

    code: str
    today: datetime.date

    @property
    def condition(self) -> Condition:
        sql = f"{STATUS_TODAY.format(today='%s')} = %s"
        return Condition(sql, (*[self.today] * 3, self.code))


# What a row says of its status holds for some days; for others it is looked up.
STATUS_TODAY = """
CASE WHEN coalesce(status_since <= {today}, true) AND coalesce(status_until > {today}, true)
    THEN status ELSE (search_status(document_id, {today})).status END
"""


@dataclass(frozen=True)
class Selection:
    """Rows that have one of each of ``terms``, match the words, and are among ``rows``."""

    terms: tuple[tuple[str, ...], ...] = ()
    match: Match = ANYTHING
    rows: QuerySet = field(default_factory=SearchRow.objects.all)
    existing: tuple[QuerySet, ...] = ()
    status: Status | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    held_on: datetime.date | None = None

    def having(self, terms: Iterable[str]) -> Selection:
        """Those that have any of the terms; nothing where there are none to choose from."""
        return replace(self, terms=(*self.terms, tuple(terms)))

    def matching(self, match: Match) -> Selection:
        return replace(self, match=match)

    def narrowed(self, *args: object, **lookups: object) -> Selection:
        """Those for which the lookups hold, which must not join another table."""
        return replace(self, rows=self.rows.filter(*args, **lookups))

    def signed_since(self, day: datetime.date) -> Selection:
        return replace(self.narrowed(signed_first__gte=day), since=max(day, self.since or day))

    def signed_until(self, day: datetime.date) -> Selection:
        return replace(self.narrowed(signed_first__lte=day), until=min(day, self.until or day))

    def may_have(self, year: int | None) -> bool:
        """Whether documents of the year are not left out by days of signing or years that are
        asked for; ``None`` are those without a date."""
        for terms in self.terms:
            if all(term[0] == "y" for term in terms) and f"y{year or ''}" not in terms:
                return False
        if year is None:
            return not (self.since or self.until)
        return not (self.since and year < self.since.year) and not (
            self.until and year > self.until.year
        )

    def with_some(self, rows: QuerySet) -> Selection:
        """Those that have some of these rows of another table, which name an outer document."""
        return replace(self, existing=(*self.existing, rows))

    def with_status_on(self, day: datetime.date, periods: QuerySet) -> Selection:
        """Those with one of these periods, which hold the day."""
        return replace(self.with_some(periods), held_on=day)

    def with_status_today(self, code: str, today: datetime.date) -> Selection:
        return replace(self, status=Status(code, today))

    def none(self) -> Selection:
        return self.having([])

    @property
    def is_narrowed(self) -> bool:
        """Whether there is more to it than terms and words."""
        return bool(self.rows.query.where or self.existing) or self.status is not None

    @property
    def key(self) -> str:
        """The one term that is asked for, if its counts are kept, ``*`` where nothing is; empty
        where there is more."""
        if self.match or self.is_narrowed or len(self.terms) > 1:
            return ""
        if not self.terms:
            return "*"
        alone = self.terms[0][0] if len(self.terms[0]) == 1 else ""
        return alone if alone[:1] in KEPT else ""

    def by_index(self, *more: str, is_sampled: bool = False) -> Condition:
        """For a look into the index of vectors, with more tsqueries that must match."""
        asked = [self.match.by_index, *(any_term(terms) for terms in self.terms), *more]
        query = " & ".join(f"({one})" for one in asked if one)
        where = self.where(is_row_by_row=is_sampled or bool(query))
        if self.status and not is_sampled:
            found = with_status(query, self.status)
        elif query or is_sampled or not where.sql:
            found = Condition("vector @@ %s::tsquery", (query or EVERYTHING,))
        else:
            found = Condition("true")
        if self.status and is_sampled:
            found = found.and_(self.status.condition)
        return Condition("in_sample" if is_sampled else "true").and_(found).and_(where)

    def row_by_row(self, words: str | None = None) -> Condition:
        """For rows that are read in the order of another index, one after the other."""
        found = Condition("true")
        for terms in self.terms:
            found = found.and_(Condition("terms && %s::text[]", (list(terms),)))
        query = self.match.by_index if words is None else words
        if query:
            found = found.and_(Condition("coalesce(vector @@ %s::tsquery, false)", (query,)))
        if self.status:
            found = found.and_(self.status.condition)
        return found.and_(self.where(is_row_by_row=True))

    def where(self, *, is_row_by_row: bool) -> Condition:
        """Of the lookups and of phrases. Row by row, the planner is kept from beginning with what
        exists."""
        found = self.match.sure or Condition("")
        if self.rows.query.where:
            found = found.and_(compiled(self.rows))
        for rows in self.existing:
            exists = compiled(SearchRow.objects.filter(Exists(rows)))
            if is_row_by_row:
                exists = replace(exists, sql=exists.sql.replace("LIMIT 1)", "OFFSET 0)"))
            found = found.and_(exists)
        return found

    def documents(self) -> DocumentQuerySet:
        """The documents themselves: for exports and feeds, which read them all."""
        found = self.by_index()
        rows = f"SELECT document_id FROM agreements_searchrow WHERE {found.sql}"
        where = f"agreements_document.id IN ({rows})"
        return Document.objects.published().extra(where=[where], params=found.params)


def pair_term(one: int, two: int) -> str:
    """Of two states on opposite sides, by their keys."""
    return f"p{min(one, two)}_{max(one, two)}"


def any_term(terms: tuple[str, ...]) -> str:
    return " | ".join(lexeme(f"~{term}") for term in terms) or NOTHING


def with_status(query: str, status: Status) -> Condition:
    """Rows that say so, and the few whose status may have changed since they were written."""
    own = f"({query}) & {lexeme('~z' + status.code)}" if query else lexeme(f"~z{status.code}")
    found = Condition(
        "(vector @@ %s::tsquery "
        "OR (status_until <= %s AND coalesce(vector @@ %s::tsquery, false)))",
        (own, status.today, query or EVERYTHING),
    )
    return found.and_(status.condition)


def compiled(rows: QuerySet) -> Condition:
    sql, params = rows.query.get_compiler(connection=connection).compile(rows.query.where)
    return Condition(sql, tuple(params))
