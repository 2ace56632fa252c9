"""What is to be said of a row: errors, for which it is refused, and warnings.

A remark is kept as a code with its values, so that its sentence is in the language of whoever
reads it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agreements.texts.formats.problem import Problem

from . import table_problems

ERROR, WARNING = "error", "warning"
LONGEST = 200  # characters of a value


@dataclass(frozen=True)
class Remark:
    """``column`` is that of the table; empty where the row as a whole is meant."""

    level: str
    code: str
    column: str = ""
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def is_error(self) -> bool:
        return self.level == ERROR

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Remark:
        return cls(**values)


def error(code: str, column: str = "", /, **values: Any) -> Remark:
    return Remark(ERROR, code, column, cut(values))


def warning(code: str, column: str = "", /, **values: Any) -> Remark:
    return Remark(WARNING, code, column, cut(values))


def cut(values: dict[str, Any]) -> dict[str, Any]:
    """A cell may hold a book; a sentence about it names its beginning."""
    return {
        name: f"{value[:LONGEST]}…" if isinstance(value, str) and len(value) > LONGEST else value
        for name, value in values.items()
    }


SENTENCES = {
    "no_title": _("The row has no title."),
    "no_language": _("Nothing says in which language the title is."),
    "not_taken": _("“%(column)s” is “%(value)s”: the profile takes other rows only."),
    "not_taken_empty": _("“%(column)s” is empty: the profile takes other rows only."),
    "no_date": _("“%(value)s” is no date in the format of this column (%(format)s)."),
    "impossible_date": _("There is no such day as %(value)s."),
    "time_of_day": _("“%(value)s” has a time of day: a date was expected."),
    "two_digit_year": _("The year of “%(value)s” has two digits: say in which century it is."),
    "ends_before": _("The period “%(value)s” ends before it begins."),
    "unknown_word": _("“%(value)s” is not known as a value of “%(field)s”; it is left out."),
    "refused_word": _("“%(value)s” is not known as a value of “%(field)s”."),
    "no_number": _("“%(value)s” is no whole number."),
    "no_such_number": _("The archive has no %(field)s with the number %(value)s."),
    "no_yes_or_no": _("“%(value)s” is neither true nor false."),
    "no_length": _("“%(value)s” is no length of time. Write P5Y, P6M or P90D."),
    "no_address": _("“%(value)s” is no address on the web; it is left out."),
    "no_pair": _("“%(value)s” is not of the form %(form)s."),
    "unknown_state": _("No state is called “%(value)s”; the side stays open."),
    "several_states": _(
        "“%(value)s” can be %(candidates)s; the side stays open. Say in the profile which is meant."
    ),
    "unknown_territory": _("No territory is called “%(value)s”; it is kept as it is written."),
    "several_territories": _(
        "The territory “%(value)s” can be %(candidates)s; it is kept as it is written."
    ),
    "state_not_then": _("“%(value)s” is taken for %(state)s, which did not exist on %(date)s."),
    "one_side_only": _("Only one side is named."),
    "several_agencies": _("Several agencies are called “%(value)s”: %(candidates)s."),
    "near_agency": _("“%(value)s” is taken for a new agency. Is it one of these: %(candidates)s?"),
    "several_places": _("Several places are called “%(value)s”: %(candidates)s."),
    "place_elsewhere": _(
        "“%(value)s” in %(state)s is taken for a new place; the archive has one in %(candidates)s."
    ),
    "unknown_place_state": _("No state is called “%(value)s”; the place is kept without one."),
    "agency_without_state": _("The agency “%(value)s” has no state, and is kept as a name only."),
    "uneven_lists": _("The lists of “%(field)s” and “%(other)s” are not of one length."),
    "ended_without_how": _(
        "It ended on %(date)s, but nothing says how: the end is left out. Say so in the profile."
    ),
    "long_key": _("The stable id has more than %(limit)s characters."),
    # Of rows beside each other, and beside the archive.
    "contradicts_row": _("It says otherwise than row %(row)s about: %(fields)s."),
    "several_documents": _("Several documents have the number %(key)s: %(documents)s."),
    "no_such_document": _("The archive has no document no. %(number)s."),
    "like_rows": _("It is like row %(rows)s: same sides, near date, like title. Both are kept."),
    "like_documents": _(
        "It may be in the archive already: document %(documents)s has the same sides, a near date "
        "and a like title."
    ),
    "changes_public": _(
        "Document no. %(document)s is or was public: only an editor's import changes it."
    ),
    "status_differs": _("It says “%(stated)s”; by its dates the status is “%(computed)s”."),
    # Of what came in between when it was applied.
    "changed_since": _(
        "Document no. %(document)s was changed since the preview, and is left as it is. Look at a "
        "new preview."
    ),
    "entered_since": _(
        "It was entered since the preview, as document no. %(document)s, which is left as it is. "
        "Look at a new preview."
    ),
    "not_changed_by_clerk": _(
        "Document no. %(document)s is or was public, and is left as it is: an editor has to apply "
        "the change."
    ),
    "breaks_rule": _("The archive does not take it: %(rule)s"),
    "not_published": _("It is kept as a draft, since it can't be published yet: %(rules)s"),
    "not_a_code": _("“%(value)s” is no language code such as en, ru, tg or uz-Cyrl."),
}


def sentence(remark: Remark) -> str:
    """In the language that is active."""
    if remark.code in table_problems.OF_ROWS:
        return table_problems.sentence(Problem(remark.code, remark.values))
    return gettext(str(SENTENCES[remark.code])) % plain(remark.values)


def plain(values: dict[str, Any]) -> dict[str, str]:
    return {
        name: ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
        for name, value in values.items()
    }
