"""The words that are made for a document: its label, its status."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils.text import capfirst
from django.utils.translation import gettext

from agreements import dates

from .vocabulary import STATUS_OF_NON_BINDING, LegalNature, Status


class Holds(Protocol):
    """A status that may hold on a day: a StatusPeriod, or as much of one."""

    status: str
    is_certain: bool


def is_binding(legal_nature: str) -> bool:
    """Papers that bind nobody are "in effect", never "in force"."""
    return legal_nature != LegalNature.NOT_LEGALLY_BINDING


def status_words(code: str, legal_nature: str) -> str:
    words = {} if is_binding(legal_nature) else STATUS_OF_NON_BINDING
    return str(words.get(code) or Status(code).label)


@dataclass(frozen=True)
class Standing:
    """The status of a document on a day. Several periods hold at once where dates are partial."""

    legal_nature: str
    periods: Sequence[Holds]

    @property
    def is_certain(self) -> bool:
        return len(self.periods) < 2 and all(period.is_certain for period in self.periods)

    @property
    def code(self) -> str:
        """One code of the vocabulary; unknown where several may hold, or nothing is recorded."""
        codes = {period.status for period in self.periods}
        return codes.pop() if len(codes) == 1 else Status.UNKNOWN

    @property
    def words(self) -> str:
        codes = list(dict.fromkeys(period.status for period in self.periods)) or [Status.UNKNOWN]
        listed = gettext(" or ").join(status_words(code, self.legal_nature) for code in codes)
        return listed if self.is_certain else gettext("possibly %(status)s") % {"status": listed}


def made_label(type_: str, sides: Iterable[str], signed_on: str | None) -> str:
    """What a document is, for a reader who can't read its title: type, sides, date."""
    day = dates.words(signed_on) if signed_on else gettext("date not recorded")
    return f"{capfirst(type_)}: {' – '.join(sides)}, {day}"
