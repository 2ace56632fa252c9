"""When and where a document was signed."""

from __future__ import annotations

from dataclasses import dataclass

from agreements.letters import fold

from .profiles import Use
from .remarks import error, warning
from .values import BAR, Values, Work


@dataclass
class Signing:
    """As its cells in a row of the archive; the place's name only where the archive has none.

    ``place_state`` is then the state of that place; else the one in which it was signed, where no
    place is known.
    """

    signed_on: str = ""
    place: str = ""
    place_name: str = ""
    place_state: str = ""


class Signings:
    def __init__(self, values: Values) -> None:
        self.values, self.known = values, values.known

    def read_dates(self, work: Work) -> None:
        work.put_list("signing_dates", self.values.many(work, "signing_dates"))

    def read(self, work: Work) -> None:
        """After the sides, whose states tell which of several places is meant."""
        dates = self.values.many(work, "signing_dates")
        place_use, numbers = self.values.first_words(work, "place")
        name_use, names = self.values.first_words(work, "place_name")
        state_use, states = self.values.first_words(work, "place_state")
        columns = [dates, numbers, names, states]
        count = max(map(len, columns))
        # One date holds for all places, one place for all dates.
        columns = [items * count if len(items) == 1 else items for items in columns]
        if any(len(items) not in (0, count) for items in columns):
            work.say(error("uneven_lists", field="signing_dates", other="place"))
            return
        signings = []
        for n in range(count):
            date, number, name, state = (items[n] if items else "" for items in columns)
            code = self.state(work, state_use, state)
            if number:
                signings.append(self.numbered(work, place_use, number, date, code))
            elif name:
                signings.append(self.named(work, name_use, name, date, code))
            else:
                signings.append(Signing(date, place_state=code))
        work.put_list("signing_dates", [one.signed_on for one in signings])
        for name in ("place", "place_name", "place_state"):
            work.put_list(name, [getattr(one, name) for one in signings])

    def state(self, work: Work, use: Use, words: str) -> str:
        if not words or self.known.states.is_code(words):
            return words
        found = self.known.states.find(words)
        if not found.code:
            work.say(warning("unknown_place_state", use.column, value=words))
        return found.code

    def numbered(self, work: Work, use: Use, number: str, date: str, state: str) -> Signing:
        if not number.isdigit() or int(number) not in self.known.place_numbers:
            work.say(error("no_such_number", use.column, field="place", value=number))
            return Signing(date, place_state=state)
        return Signing(date, place=number, place_state=state)

    def named(self, work: Work, use: Use, name: str, date: str, state: str) -> Signing:
        name, state = self.taken_apart(" ".join(name.split()).strip(" ,"), state)
        found = self.known.places.find(name)
        if not found and self.known.states.find(name).code and not state:
            return Signing(date, place_state=self.known.states.find(name).code)
        here = [number for number, of in found.items() if not state or of in ("", state)]
        if not state and len(here) > 1:
            here = [number for number in here if found[number] in self.of_sides(work)] or here
        if len(here) == 1:
            return Signing(date, place=str(here[0]))
        if here:
            candidates = [f"{name}, {found[number]} ({number})" for number in here]
            work.say(warning("several_places", use.column, value=name, candidates=candidates))
            return Signing(date)
        if found:
            others = self.known.states.names_of(of for of in found.values() if of)
            work.say(
                warning("place_elsewhere", use.column, value=name, state=state, candidates=others)
            )
        return Signing(date, place_name=name, place_state=state)

    def taken_apart(self, name: str, state: str) -> tuple[str, str]:
        """ "Brasília, Brasil": a place that is not known as a whole, and its state."""
        head, comma, tail = name.rpartition(",")
        if not comma or self.known.places.find(name):
            return name, state
        found = self.known.states.find(tail.strip())
        return (head.strip(), state or found.code) if found.code and head.strip() else (name, state)

    def of_sides(self, work: Work) -> set[str]:
        cells = (work.record.get(f"side_{side}_state", "") for side in (1, 2))
        return {code.strip() for cell in cells for code in cell.split(BAR)}


def folded_place(name: str, state: str) -> tuple[str, str]:
    """By which a new place is known again within an import."""
    return fold(name), state
