"""Numbers of treaty series in what registers print of them."""

from __future__ import annotations

import re

# "Treaty Series 027/1958: Cmnd 504" is a number in two series.
PAPER = re.compile(r"(?P<series>[\w ]+ Series \d+/\d+): (?P<paper>C[a-z]*\.? ?\d+)$")
REGISTERED = re.compile(r"UN Registration [^/]*/0: (?P<volume>\d+) (?P<page>\d+)$")
PAGE = re.compile(r"(?P<series>[A-Z]+) (?P<volume>\d+):(?P<page>\d+)$")
EMPTY_PAGE = re.compile(r"(/0)?: 0$")
NO_NUMBER = ("Other NOT PUBLISHED", "UN Registration", "signed for Colombia", "https:")
SERIES = {"UNTS": "unts", "LTS": "lnts"}
ADDRESS = "||"  # behind a number the British register gives an address of its text


def identifiers(citation: str) -> list[tuple[str, str]]:
    """Scheme and number of each part, the number as it is printed."""
    parts = (part.partition(ADDRESS)[0].strip() for part in citation.split(";"))
    found = [number for part in parts for number in numbers(part)]
    return list(dict.fromkeys(found))


def numbers(part: str) -> list[tuple[str, str]]:
    if registered := REGISTERED.match(part):
        part = "UNTS {volume}:{page}".format(**registered.groupdict())
    if page := PAGE.match(part):
        return printed(part, *page.groups())
    if paper := PAPER.match(part):
        return [("national_series", number) for number in paper.groups()]
    if not part or part.startswith(NO_NUMBER):
        return []
    scheme = "unts" if part.startswith("UNTS") else "national_series"
    return [(scheme, EMPTY_PAGE.sub("", part))]


def printed(part: str, series: str, volume: str, page: str) -> list[tuple[str, str]]:
    """A page of a series. Where a gazette has no page, and in UNXX, it is that of an issue."""
    if int(volume) == 0:
        return []
    return [(SERIES.get(series, "gazette") if int(page) else "gazette", part)]
