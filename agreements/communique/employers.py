"""Bodies known only from who signed for them: "CEO of X", "the governor of the Y region".

Ministers and ambassadors sign for their states and make no party; heads of firms, regions, cities
and universities sign for these.
"""

from __future__ import annotations

from .bodies import Body, Parties, body
from .proposal import Span
from .reading import Reading

SIGN_FOR_THEIR_OWN = ("company", "region", "city", "university")


def employers(reading: Reading, start: int, end: int) -> Parties | None:
    """The bodies of two or more officers named in the span."""
    found: list[Body] = []
    for match in reading.find("officers", start, end):
        one = employer(reading, match.end(), min(end, match.end() + 120))
        if one and all(one.span != other.span for other in found):
            found.append(one)
    if len(found) < 2:
        return None
    return Parties(tuple(found), Span(found[0].span.start, found[-1].span.end), 6)


def with_state(reading: Reading, end: int, limit: int) -> int:
    """With the state right behind the noun: "Company of X"."""
    named = [m for m in reading.mentions_in(end, limit) if m.form != "place"]
    if (
        named
        and len(reading.words(end, named[0].start)) <= 2
        and "," not in reading.plain[end : named[0].start]
    ):
        return named[0].end
    return end


def employer(reading: Reading, start: int, end: int) -> Body | None:
    """From the office to the noun that ends the body's name, before the person's."""
    stop = next((m.start() for m in reading.each(r"[,;.]\s", start, end)), end)
    heads = [
        match for kind in SIGN_FOR_THEIR_OWN for match in reading.find(f"head:{kind}", start, stop)
    ]
    if not heads:
        return None
    first_and = reading.search("conjunction", start, stop)
    limit = first_and.start() if first_and else stop
    last = max((head.end() for head in heads if head.end() <= limit), default=0)
    found = body(reading, start, with_state(reading, last, limit)) if last else None
    return found if found and found.kind in SIGN_FOR_THEIR_OWN else None
