"""What a clerk does to the proposals before they are saved: split, merge, add, begin anew.

Everything works on the fields as they are kept, and gives them anew; nothing is a record yet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.editing import proposing
from agreements.editing.event_sheets import written
from agreements.forms.communique import MOST_TOTALS
from agreements.forms.communique_rows import (
    LONGEST_TITLE,
    MOST_DOCUMENTS,
    MOST_PARTIES,
    At,
    at,
    doubts_in,
)
from agreements.forms.communique_rows import rows_in as rows_in_field
from agreements.models.vocabulary import Qualifier, Stated

from .opening import Kept, put, put_management, put_rows

ROW = re.compile(r"documents-([0-9]{1,4})-(.+)")
PARTY = re.compile(r"parties-([0-9]{1,4})-(.+)")
SPACE = re.compile(r"\s+")
NO_PARTIES = "no_parties"  # a doubt of the reading
NOT_IN_THE_TEXT = gettext_lazy("These words are not in the text: nothing was done.")


class NotDone(Exception):
    """A step that can't be taken; says why, in words for the clerk."""


class WordsRefused(NotDone):
    """For the words of the text that it was asked for."""


def rows_in(kept: Kept) -> list[Kept]:
    """The documents, each by itself."""
    total = number(kept.get("documents-TOTAL_FORMS"))
    rows: list[Kept] = [{} for _n in range(min(total, MOST_DOCUMENTS))]
    for name, values in kept.items():
        found = ROW.fullmatch(name)
        if found and int(found[1]) < len(rows):
            rows[int(found[1])][found[2]] = values
    return rows


def number(values: Sequence[str] | None) -> int:
    text = values[0] if values else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0


def with_rows(kept: Kept, rows: Sequence[Kept]) -> Kept:
    if len(rows) > MOST_DOCUMENTS:
        raise NotDone(_("A review has at most %(most)s documents.") % {"most": MOST_DOCUMENTS})
    kept = dict(kept)
    put_rows(kept, rows)
    return kept


def one(row: Kept, name: str) -> str:
    return (row.get(name) or [""])[0]


# Steps -----------------------------------------------------------------------------------------


def split(kept: Kept, n: int, text: str, words: str = "") -> Kept:
    """One document becomes two: the ``words`` begin the second."""
    rows = rows_in(kept)
    if n >= len(rows):
        raise NotDone(_("There is no such document."))
    first, second = dict(rows[n]), dict(rows[n])
    second.pop("same_as", None)
    title = one(first, "text")
    cut = cut_at(title, words, n, text)
    within = at(one(first, "text_at"))
    for row, part in ((first, title[:cut]), (second, title[cut:])):
        retitle(row, part.strip(" ,;"), text, within)
    return with_rows(kept, [*rows[:n], first, second, *rows[n + 1 :]])


def cut_at(title: str, words: str, n: int, text: str) -> int:
    """Where in the title the second begins."""
    if not words.strip():
        raise WordsRefused(
            _("Select, or copy here, the words with which the second document begins.")
        )
    place = place_of(words, title, None)
    if place and place.start > 0:
        return place.start
    if place:
        reason = _("Document %(number)s itself begins with these words: nothing stands before.")
    elif place_of(words, text, None):
        reason = _(
            "These words are not in the title of document %(number)s. “Add a document of these "
            "words” makes another of them."
        )
    else:
        reason = NOT_IN_THE_TEXT
    raise WordsRefused(reason % {"number": n + 1})


def retitle(row: Kept, title: str, text: str, within: At | None) -> None:
    row["text"] = [title]
    place = place_of(title, text, within)
    row["text_at"] = [str(place)] if place else []
    for name, found in (
        ("type", proposing.type_of(title)),
        ("period", written(proposing.period_of(title))),
    ):
        if found and found != one(row, name):
            row[name], row[f"{name}_at"] = [found], []


def merge(kept: Kept, n: int, text: str) -> Kept:
    """A document and the one above it become one, with the bodies of both."""
    rows = rows_in(kept)
    if not 0 < n < len(rows):
        raise NotDone(_("There is no such document."))
    first, second = dict(rows[n - 1]), rows[n]
    places = [at(one(row, "text_at")) for row in (first, second)]
    whole = joined(places, text)
    first["text"] = [whole or f"{one(first, 'text')}; {one(second, 'text')}"]
    first["text_at"] = [str(At(places[0].start, places[1].end))] if whole else []
    for name in ("type", "type_at", "period", "period_at", "signatories", "heads_at"):
        if not one(first, name) and name in second:
            first[name] = second[name]
    with_parties(first, [*parties_in(first), *parties_in(second)])
    return with_rows(kept, [*rows[: n - 1], first, *rows[n + 1 :]])


def joined(places: Sequence[At | None], text: str) -> str:
    """The words from the beginning of the one to the end of the other, if that is a title."""
    first, second = places
    if not first or not second or first.end > second.start:
        return ""
    words = SPACE.sub(" ", text[first.start : second.end])
    return words if len(words) <= LONGEST_TITLE else ""


def parties_in(row: Kept) -> list[Kept]:
    total = min(number(row.get("parties-TOTAL_FORMS")), MOST_PARTIES)
    found: list[Kept] = [{} for _n in range(total)]
    for name, values in row.items():
        party = PARTY.fullmatch(name)
        if party and int(party[1]) < total:
            found[int(party[1])][party[2]] = values
    return found


def with_parties(row: Kept, parties: Sequence[Kept]) -> None:
    """Each body of a side once."""
    for name in [name for name in row if name.startswith("parties-")]:
        del row[name]
    seen: dict[tuple, Kept] = {}
    for party in parties:
        key = (one(party, "side"), one(party, "body") or one(party, "name"))
        seen.setdefault(key if key[1] else (len(seen),), party)
    put_management(row, "parties", len(seen))
    for n, party in enumerate(seen.values()):
        row.update({f"parties-{n}-{name}": values for name, values in party.items()})


def add(kept: Kept, text: str, place: At | None, words: str = "") -> Kept:
    """A document more: of the words at this place, or of words that stand in the text."""
    if place is None and not words.strip():
        raise WordsRefused(_("Select the words of the document in the text, or copy them here."))
    place = place or place_of(words, text, None)
    if place is None:
        raise WordsRefused(NOT_IN_THE_TEXT)
    title = text[place.start : place.end]
    title = proposing.without_bullet(SPACE.sub(" ", title))[:LONGEST_TITLE].strip()
    row: Kept = {"is_taken": ["on"]}
    retitle(row, title, text, place)
    put_management(row, "parties", 2)
    for n in (0, 1):
        put(row, f"parties-{n}", side=n + 1)
    rows = rows_in(kept)
    earlier = [n for n, other in enumerate(rows) if begins(other) <= begins(row)]
    here = max(earlier, default=-1) + 1
    return with_rows(kept, [*rows[:here], row, *rows[here:]])


def add_named(kept: Kept, text: str, n: int) -> Kept:
    """A document that the text names, and that was signed now after all."""
    named = rows_in_field(one(kept, "event-not_now"))
    if n >= len(named) or not isinstance(named[n], dict):
        raise NotDone(_("There is no such document."))
    title, place = str(named[n].get("title", "")), at(named[n].get("at"))
    return add(kept, text, place if place and place.end <= len(text) else None, title)


def add_total(kept: Kept) -> Kept:
    """A blank line for a number that was announced."""
    n = number(kept.get("announcements-TOTAL_FORMS"))
    if n >= MOST_TOTALS:
        raise NotDone(_("A review has at most %(most)s numbers.") % {"most": MOST_TOTALS})
    kept = dict(kept)
    put_management(kept, "announcements", n + 1)
    values = {"qualifier": Qualifier.EXACTLY, "includes_heads_documents": Stated.NOT_STATED}
    put(kept, f"announcements-{n}", **values)
    return kept


def begins(row: Kept) -> int:
    place = at(one(row, "text_at"))
    return place.start if place else 0


def add_party(kept: Kept, n: int) -> Kept:
    """A blank body: on the first side that has none, else the clerk says on which."""
    rows = rows_in(kept)
    if n >= len(rows):
        raise NotDone(_("There is no such document."))
    row = dict(rows[n])
    total = len(parties_in(row))
    if total >= MOST_PARTIES:
        raise NotDone(_("A document has at most %(most)s bodies here.") % {"most": MOST_PARTIES})
    put_management(row, "parties", total + 1)
    put(row, f"parties-{total}", side=empty_side(row))
    rows[n] = row
    return with_rows(kept, rows)


def add_states(kept: Kept, n: int) -> Kept:
    """The two states of the event become the parties of a document that has none."""
    rows, states = rows_in(kept), states_of_event(kept)
    if n >= len(rows):
        raise NotDone(_("There is no such document."))
    if len(states) != 2:
        raise NotDone(_("The event has not two states: write them there first."))
    row = dict(rows[n])
    if any(is_body(party) for party in parties_in(row)):
        raise NotDone(_("Document %(number)s has parties already.") % {"number": n + 1})
    with_parties(row, [])
    put_management(row, "parties", 2)
    for place, key in enumerate(states):
        put(row, f"parties-{place}", side=place + 1, body=key, said="state")
    settle(row, NO_PARTIES)
    rows[n] = row
    return with_rows(kept, rows)


def settle(row: Kept, code: str) -> None:
    doubts = enumerate(doubts_in(one(row, "doubts")))
    numbers = [str(number) for number, doubt in doubts if doubt["code"] == code]
    row["settled"] = list(dict.fromkeys([*row.get("settled", ()), *numbers]))


def states_of_event(kept: Kept) -> list[str]:
    """Their keys, in the order of the event."""
    total = number(kept.get("delegations-TOTAL_FORMS"))
    return [key for n in range(total) if (key := one(kept, f"delegations-{n}-state"))]


def empty_side(row: Kept) -> int | None:
    stands = {one(p, "side") for p in parties_in(row) if is_body(p) and not one(p, "DELETE")}
    return next((side for side in (1, 2) if str(side) not in stands), None)


def is_body(party: Kept) -> bool:
    return any(one(party, name) for name in ("name", "body", "body-typed", "new_name"))


def restore(kept: Kept, n: int, original: Kept) -> Kept:
    """A document as the text proposes it, by its place there."""
    rows = rows_in(kept)
    if n >= len(rows):
        raise NotDone(_("There is no such document."))
    mine = at(one(rows[n], "text_at"))
    for row in rows_in(original):
        theirs = at(one(row, "text_at"))
        if mine and theirs and mine.start < theirs.end and theirs.start < mine.end:
            rows[n] = row
            return with_rows(kept, rows)
    words = _("The text proposes no document where document %(number)s stands.")
    raise NotDone(words % {"number": n + 1})


def place_of(words: str, text: str, within: At | None) -> At | None:
    """Where the words stand, however many spaces and line ends are between them."""
    if not words.strip():
        return None
    start, end = within or (0, len(text))
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = re.compile(pattern).search(text, start, min(end, len(text)))
    return At(*found.span()) if found else None
