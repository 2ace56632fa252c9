"""Names are rows: a language, a kind, a time. Which one is shown is chosen here, once."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from agreements.letters import fold, slug

from .fields import (
    Fold,
    LanguageField,
    LineField,
    PartialDateField,
    SearchKey,
    SortKey,
    date_check,
    generated,
    one_of,
)
from .vocabulary import NameKind


class EdtfPeriod(models.Func):
    """[first day of since, first day of until): the time in which something held."""

    function = "edtf_period"
    arity = 2
    output_field = DateRangeField(null=True)


class Borne:
    """When a name with a kind was borne, and whether it is shown."""

    kind: str
    until: str | None
    valid: DateRange

    def holds_on(self, day: datetime.date | None) -> bool:
        """Whether it was borne on that day; None asks whether it is borne still."""
        if day is None:
            return self.until is None
        period = self.valid
        return (
            not period.isempty
            and (period.lower is None or period.lower <= day)
            and (period.upper is None or day < period.upper)
        )

    def was_borne_on(self, day: datetime.date | None) -> bool:
        """Whether it is a former name that was the right one on that day, as far as is known."""
        is_former = self.kind == NameKind.FORMER and self.until is not None
        return is_former and day is not None and self.holds_on(day)

    @property
    def stands_aside(self) -> bool:
        """Whether it is there to be found by, not to be shown."""
        return self.until is not None or self.kind in (NameKind.FORMER, NameKind.OTHER)


class Name(models.Model):
    """What something is called in one language."""

    language = LanguageField()
    text = LineField(_("name"))
    folded = generated(Fold(models.F("text")))
    sort_key = generated(SortKey(models.F("text"), models.F("language")))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text


class PlainName(Name):
    """A name without kind and time: one to show for each language, and variants to be found by."""

    is_variant = models.BooleanField(
        _("variant"),
        default=False,
        db_default=False,
        help_text=_("Another wording: searches find it, but it is not the one that is shown."),
    )

    class Meta:
        abstract = True

    @property
    def stands_aside(self) -> bool:
        return self.is_variant


class DatedName(Borne, Name):
    """A name with its kind and the time in which it was borne."""

    kind = models.CharField(_("kind"), max_length=12, choices=NameKind, default=NameKind.OFFICIAL)
    since = PartialDateField(_("since"))
    until = PartialDateField(
        _("until"), help_text=_("The date from which it is no longer borne; empty while it is.")
    )
    valid = generated(EdtfPeriod(models.F("since"), models.F("until")))
    is_preferred = models.BooleanField(
        _("preferred"),
        default=False,
        help_text=_("The one to show, where several names of this kind and language hold at once."),
    )

    class Meta:
        abstract = True


def dated_name_constraints(owner: str) -> list[models.BaseConstraint]:
    """What holds for the names of every kind of owner; ``owner`` is the foreign key's name."""
    return [
        ExclusionConstraint(
            name=f"{owner}_has_one_preferred_name_at_a_time",
            expressions=[
                (owner, RangeOperators.EQUAL),
                ("language", RangeOperators.EQUAL),
                ("kind", RangeOperators.EQUAL),
                ("valid", RangeOperators.OVERLAPS),
            ],
            condition=models.Q(is_preferred=True),
            violation_error_message=_(
                "Another preferred name of this kind and language holds at that time."
            ),
        ),
        models.UniqueConstraint(
            fields=[owner, "language", "kind", "text", "since"],
            nulls_distinct=False,
            name=f"{owner}_name_stands_once",
            violation_error_message=_("This name is entered already."),
        ),
        one_of("kind", NameKind, f"{owner}_name_kind_is_known"),
        date_check("since", f"{owner}_name_since_is_a_date"),
        date_check("until", f"{owner}_name_until_is_a_date"),
        models.CheckConstraint(
            condition=~models.Q(text=""),
            name=f"{owner}_name_is_not_empty",
            violation_error_message=_("Write the name."),
        ),
    ]


def search_key_index(name: str) -> models.Index:
    """Of names as the words of a query mean them."""
    return models.Index(SearchKey(models.F("folded")), name=name)


def mixed_scripts_index(owner: str, name: str) -> models.Index:
    """Of the few names in which a word mixes Latin with Cyrillic letters."""
    return models.Index(fields=[owner], condition=models.Q(text__mixed_scripts=True), name=name)


def named(owners: models.QuerySet, names: type[Name], owner: str, words: str) -> models.QuerySet:
    """The owners in one of whose names each of the words occurs, however it is written."""
    rows = names.objects.order_by()
    for word in fold(words).split():
        rows = rows.filter(folded__contains=word)
    return owners.filter(pk__in=rows.values(owner))


def languages() -> list[str]:
    """The reader's language, then English."""
    return list(dict.fromkeys([get_language() or "en", "en"]))


def in_reader_language(names: Iterable[Name]) -> Name | None:
    """The first name in the reader's language, else in English, else any; None if there is none."""
    rows = sorted(names, key=lambda name: getattr(name, "is_variant", False))
    for language in languages():
        for name in rows:
            if name.language == language:
                return name
    return rows[0] if rows else None


def address_word(names: Iterable[Name]) -> str:
    """What a web address is made of: it must not change with the reader's language."""
    rows = sorted(names, key=lambda n: (n.stands_aside, n.language != "en", n.pk or 0))
    return slug(rows[0].text) if rows else ""


def shown_name(
    names: Iterable[DatedName], kinds: Sequence[str], on: datetime.date | None = None
) -> DatedName | None:
    """The name to show: the first of these kinds that holds on the day, in the reader's language.

    On a day of the past a former name that was borne then comes first: Zaire, in a paper of 1975.
    A body that no longer exists has no name that holds today: then its last one is shown.
    """
    ranks = {kind: rank for rank, kind in enumerate(kinds)}

    def rank(name: DatedName) -> int:
        return -1 if name.was_borne_on(on) else ranks.get(name.kind, len(kinds))

    rows = [name for name in names if rank(name) < len(kinds)] or list(names)
    rows.sort(key=lambda name: (rank(name), not name.is_preferred, name.pk or 0))
    return in_reader_language([name for name in rows if name.holds_on(on)] or rows)


def shown_first(kinds: Sequence[str]) -> list[models.Case | models.F]:
    """The order in SQL that puts first the name that ``shown_name()`` gives for today."""
    return [
        ranked("kind", dict.fromkeys(kinds, 0)),
        models.Case(models.When(until=None, then=0), default=1),
        reader_language_first(),
        ranked("kind", {kind: rank for rank, kind in enumerate(kinds)}),
        models.F("is_preferred").desc(),
        models.F("pk").asc(),
    ]


def reader_language_first() -> models.Case:
    """The reader's language, then English, then any, in SQL."""
    return ranked("language", {code: rank for rank, code in enumerate(languages())})


def ranked(field: str, ranks: dict[str, int]) -> models.Case:
    whens = [models.When(**{field: value}, then=rank) for value, rank in ranks.items()]
    return models.Case(*whens, default=len(ranks))
