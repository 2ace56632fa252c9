"""The calendar of endings: what ends when, of the documents that the filters choose."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from html import unescape

from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from agreements import dates
from agreements.filters import DocumentFilters
from agreements.models import Document
from agreements.models.status import Basis
from agreements.models.vocabulary import Side
from agreements.models.wording import status_words
from agreements.search.ends import ONE_DAY, End, Ends, ends
from agreements.search.names import Names
from agreements.search.rows import Found, Writer, found_of, named_in

from .asking import refused, version_of
from .icalendar import day, file_of, moment, text

CONTENT_TYPE = "text/calendar; charset=utf-8"
YEARS_AHEAD = 2
MOST = 1_000
# A calendar has at least one component, also where nothing ends.
NOTHING = """BEGIN:VTIMEZONE
TZID:UTC
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0000
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE""".splitlines()


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """``ends_since`` and ``ends_until`` are the range, from today to two years ahead if they are
    not given; all other parameters choose documents, as in their list."""
    today = timezone.localdate()
    filters = DocumentFilters(request.GET, today, version_of(request))
    if response := refused(filters):
        return response
    since = filters.asked.get("ends_since") or today
    until = filters.asked.get("ends_until") or years_after(since)
    selection = filters.selection_without("ends_since", "ends_until")
    found = ends(selection, since, until, most=MOST)
    lines = [*head(request, filters, found, since, until), *events(request, found, today)]
    content = file_of([*lines, "END:VCALENDAR"])
    return HttpResponse(content, content_type=CONTENT_TYPE)


def years_after(day: datetime.date) -> datetime.date:
    try:
        return day.replace(year=day.year + YEARS_AHEAD)
    except ValueError:  # a 29th of February, or past the last year
        is_last = day.year + YEARS_AHEAD > datetime.MAXYEAR
        return datetime.date.max if is_last else day.replace(year=day.year + YEARS_AHEAD, day=28)


def head(
    request: HttpRequest,
    filters: DocumentFilters,
    found: Ends,
    since: datetime.date,
    until: datetime.date,
) -> list[str]:
    name = " · ".join(filter(None, ["Pacta", gettext("Endings"), filters.in_short]))
    said = description(found, since, until)
    return [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Pacta//Calendar of endings//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{text(name)}",
        f"X-WR-CALNAME:{text(name)}",
        f"DESCRIPTION:{text(said)}",
        f"X-WR-CALDESC:{text(said)}",
        f"SOURCE;VALUE=URI:{request.build_absolute_uri()}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    ]


def description(found: Ends, since: datetime.date, until: datetime.date) -> str:
    """With what is not in it, so that nobody takes it for the whole."""
    said = [
        gettext("What ends from %(since)s until %(until)s, as the archive knows it.")
        % {"since": dates.words(since.isoformat()), "until": dates.words(until.isoformat())}
    ]
    if found.vague:
        left_out = ngettext(
            "%(number)s end is known too roughly for a calendar, and left out.",
            "%(number)s ends are known too roughly for a calendar, and left out.",
            found.vague,
        )
        said.append(left_out % {"number": found.vague})
    if found.is_cut:
        said.append(gettext("Later ones are left out, for there are too many."))
    return " ".join(said)


def events(request: HttpRequest, found: Ends, today: datetime.date) -> Iterator[str]:
    keys = list(dict.fromkeys(end.document for end in found.shown))
    documents = {document.pk: document for document in found_of(keys, today)}
    writer = Writer(Names(**named_in(list(documents.values()))))
    rows = Document.objects.published().filter(pk__in=keys)
    changed = dict(rows.values_list("pk", "changed_at"))
    shown = [end for end in found.shown if end.document in documents and end.document in changed]
    if not shown:
        yield from NOTHING
    for end in shown:
        document = documents[end.document]
        yield from event(request, end, document, writer, changed[end.document])


def event(
    request: HttpRequest,
    end: End,
    document: Found,
    writer: Writer,
    changed_at: datetime.datetime,
) -> list[str]:
    """All day, or all the days on one of which it ends: a day that is not known is not made up."""
    row = writer.row(document)
    between = writer.between(document, [writer.side(document, n) for n in Side.values])
    domain, _port = split_domain_port(request.get_host())
    what = f"end-{end.number}" if end.number else "period"
    url = request.build_absolute_uri(row.url)
    said = [told(end, document), *map(plain, (row.kind, between, row.when)), url]
    return [
        "BEGIN:VEVENT",
        f"UID:document-{document.pk}-{what}@{domain}",
        f"DTSTAMP:{moment(changed_at)}",
        f"DTSTART;VALUE=DATE:{day(end.first)}",
        *([f"DTEND;VALUE=DATE:{day(end.certain + ONE_DAY)}"] if end.certain < LAST else []),
        f"SUMMARY:{text(summary(end, row.title))}",
        f"DESCRIPTION:{text(chr(10).join(said))}",
        f"URL:{url}",
        f"STATUS:{'CONFIRMED' if end.is_known else 'TENTATIVE'}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


LAST = datetime.date.max


def summary(end: End, title: str) -> str:
    if end.period:
        return gettext("Period covered ends: %(title)s") % {"title": title}
    if end.is_known:
        return gettext("Ends: %(title)s") % {"title": title}
    return gettext("Ends on one of these days: %(title)s") % {"title": title}


def told(end: End, document: Found) -> str:
    """Which status begins, from when, and what that rests on."""
    first = dates.words(f"{end.first}/..")
    if end.period:
        period = dates.words(end.period)
        return gettext("The period covered (%(period)s) is over %(day)s.") % {
            "period": period,
            "day": first,
        }
    words = {
        "status": capfirst(status_words(end.status, document.legal_nature)),
        "day": first,
        "certain": dates.words(f"{end.certain}/.."),
        "basis": Basis(end.basis).label,
    }
    if end.is_known:
        return gettext("%(status)s %(day)s. It rests on: %(basis)s.") % words
    return (
        gettext("%(status)s, possibly %(day)s, certainly %(certain)s. It rests on: %(basis)s.")
        % words
    )


def plain(words: str) -> str:
    """Without the mark-up that pages need."""
    return " ".join(unescape(strip_tags(words)).split())
