"""How values of the archive are written on a page."""

import datetime
import re
from typing import Any

from django import template
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from agreements import languages
from agreements.marking import in_language, partial_date, worded, worded_list
from agreements.models import Document, Party

register = template.Library()
for shared in (in_language, partial_date, worded, worded_list):
    register.filter(shared)


@register.filter
def named(record: Any) -> SafeString:
    """The name of a record in the reader's language, or marked with the language that it is in."""
    name = record.title if hasattr(record, "title") else record.name
    return worded(name) if name else conditional_escape(record)


@register.filter
def feed_of(list_url: str) -> str:
    """The address of the feed of a list of documents: ``documents.atom?state=kz``."""
    path, _, query = list_url.partition("?")
    return f"{path.rstrip('/')}.atom?{query}"


@register.filter
def language_name(code: str) -> str:
    return languages.name(code)


@register.filter
def duration(iso: str) -> str:
    """As ``5 years`` for ``P5Y``; empty for anything else."""
    found = re.fullmatch(r"P([0-9]+)([YMWD])", iso)
    if not found:
        return ""
    number = int(found[1])
    words = {
        "Y": ngettext("%(number)d year", "%(number)d years", number),
        "M": ngettext("%(number)d month", "%(number)d months", number),
        "W": ngettext("%(number)d week", "%(number)d weeks", number),
        "D": ngettext("%(number)d day", "%(number)d days", number),
    }
    return words[found[2]] % {"number": number}


@register.filter
def named_list(records: list, separator: str) -> SafeString:
    """The names of several records with a word between them."""
    return format_html_join(separator, "{}", ((named(record),) for record in records))


@register.filter
def state_then(party: Party) -> SafeString:
    """The state of a party, by the name that it had on the day of the document."""
    return worded(party.state_name) if party.state_name else conditional_escape(party.state)


@register.filter
def body(party: Party) -> SafeString:
    """An agency with its state, unless its name says that; or the state itself."""
    if not party.agency or party.is_state_in_name:
        return worded(party.name)
    return format_html("{}, {}", worded(party.name), state_then(party))


@register.filter
def between(document: Document) -> SafeString:
    """The bodies of the two sides, in one line."""
    sides = [
        format_html_join("; ", "{}", ((body(party),) for party in side.parties))
        for side in document.sides
    ]
    word = format_html(' <span class="and">{}</span> ', gettext("and"))
    return format_html_join(word, "{}", ((side,) for side in sides))


@register.filter
def days(during: DateRange) -> SafeString:
    """A range of days, as a reader says it; an end that nobody knows is left open."""
    last = during.upper and during.upper - datetime.timedelta(days=1)
    ends = (during.lower.isoformat() if during.lower else "..", last.isoformat() if last else "..")
    if ends == ("..", ".."):
        return conditional_escape(gettext("at any time"))
    return partial_date("/".join(ends) if ends[0] != ends[1] else ends[0])
