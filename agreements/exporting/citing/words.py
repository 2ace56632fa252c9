"""The suggested citation, in the reader's words."""

from __future__ import annotations

from django.utils.translation import gettext

from agreements import dates

from .cited import ARCHIVE, Cited


def suggested(cited: Cited) -> str:
    return f"{cited.title}{after_title(cited)}{cited.url}{after_address(cited)}"


def after_title(cited: Cited) -> str:
    """From the title to the address; the title may be in another language than the rest."""
    sides = " – ".join("; ".join(side) for side in cited.sides)
    return f", {sides}, {standing(cited)}. {ARCHIVE}, {number(cited)}, "


def after_address(cited: Cited) -> str:
    return " " + gettext("(accessed %(date)s)") % {"date": dates.words(cited.status_on)} + "."


def standing(cited: Cited) -> str:
    words = {"status": cited.status, "date": dates.words(cited.signed_on or "")}
    if cited.signed_on:
        return gettext("signed %(date)s (%(status)s)") % words
    return gettext("date not recorded (%(status)s)") % words


def number(cited: Cited) -> str:
    return gettext("no. %(number)s") % {"number": cited.number}
