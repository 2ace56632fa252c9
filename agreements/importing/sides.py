"""The parties of a row: which state, which agency, on which side, in which role."""

from __future__ import annotations

from dataclasses import dataclass

from agreements.models.vocabulary import PartyRole, StateKind

from . import bodies
from .profiles import Use
from .remarks import error, warning
from .state_names import Days, Found
from .targets import SIDES
from .values import Values, Work

ORDER = ("state", "agency", "agency_name", "agency_kind", "acting_as", "name_as_written", "role")


@dataclass
class Party:
    """As its cells in a row of the archive; the agency's name only where the archive has none."""

    state: str = ""
    agency: str = ""
    agency_name: str = ""
    agency_kind: str = ""
    acting_as: str = ""
    name_as_written: str = ""
    role: str = ""


class Sides:
    def __init__(self, values: Values) -> None:
        self.values, self.known = values, values.known
        self.is_own = values.profile.is_own

    def read(self, work: Work, days: Days) -> None:
        sides = {side: self.side(work, side, days) for side in SIDES}
        for use in self.values.uses.get("parties", ()):
            self.parted(work, use, days, sides)
        for side, parties in sides.items():
            for name in ORDER:
                work.put_list(f"side_{side}_{name}", [getattr(party, name) for party in parties])
        if not self.is_own and sum(map(bool, sides.values())) == 1:
            work.say(warning("one_side_only"))

    # Both sides in one column ---------------------------------------------------------------------

    def parted(self, work: Work, use: Use, days: Days, sides: dict[int, list[Party]]) -> None:
        """The state whose register it is stands on side 1, with its territories; all others on
        side 2. Where it is not among them, the first one stands on side 1."""
        named = self.values.written(work, use)
        found = [self.party(work, use, written, name, days) for written, name in named]
        parties = [party for party in found if party.role != PartyRole.TERRITORY]
        own = [party for party in parties if use.own and party.state == use.own] or parties[:1]
        territories = [party for party in found if party.role == PartyRole.TERRITORY]
        sides[1] += [*own, *territories]
        sides[2] += [party for party in parties if party not in own]

    def party(self, work: Work, use: Use, written: str, name: str, days: Days) -> Party:
        """``name`` is what the profile makes of what is written."""
        if use.capitals == "states" and not written.isupper():
            return self.territory(work, use, written, name, days)
        if not name or self.known.states.is_code(name):
            return Party(name)
        return self.of_state(work, use, name, days)

    def territory(self, work: Work, use: Use, written: str, name: str, days: Days) -> Party:
        """By the name, whether it was a state on that day or not."""
        role = PartyRole.TERRITORY
        if self.known.states.is_code(name):
            return Party(name, name_as_written=written, role=role)
        found = self.known.states.find(name, days, StateKind.TERRITORY)
        if not found.code:
            candidates = self.known.states.names_of(found.candidates)
            code = "several_territories" if candidates else "unknown_territory"
            work.say(warning(code, use.column, value=name, candidates=candidates))
        return Party(found.code, name_as_written=written, role=role)

    def of_state(self, work: Work, use: Use, name: str, days: Days) -> Party:
        """What nobody knows, and what several can be, stays as it is written."""
        found = self.known.states.find(name, days)
        if not found.code:
            self.say_unknown(work, use, name, found)
            return Party(name_as_written=name)
        if not found.was_there:
            state = self.known.states.names_of([found.code])[0]
            date = work.record.get("signing_dates", "")
            work.say(warning("state_not_then", use.column, value=name, state=state, date=date))
        is_government = bodies.GOVERNMENT.search(name)
        return Party(found.code, acting_as="government" if is_government else "")

    def say_unknown(self, work: Work, use: Use, name: str, found: Found) -> None:
        if found.candidates:
            candidates = self.known.states.names_of(found.candidates)
            work.say(warning("several_states", use.column, value=name, candidates=candidates))
        else:
            work.say(warning("unknown_state", use.column, value=name))

    # One side -------------------------------------------------------------------------------------

    def side(self, work: Work, side: int, days: Days) -> list[Party]:
        states = self.states(work, side, days)
        lists = {
            name: self.values.first_words(work, f"side_{side}_{name}")
            for name in ("agency", "agency_name")
        }
        codes = {
            name: self.values.many(work, f"side_{side}_{name}")
            for name in ("agency_kind", "acting_as", "name_as_written", "role")
        }
        columns = {name: items for name, (_use, items) in lists.items()} | codes
        count = max([len(states), *map(len, columns.values())])
        if count > 1 and not self.fit(work, side, states, columns, count):
            return []
        parties = []
        for n in range(count):
            party = states[n] if n < len(states) else Party()
            given = {name: items[n] for name, items in columns.items() if n < len(items)}
            for name in codes:
                setattr(party, name, given.get(name) or getattr(party, name))
            uses = {name: use for name, (use, _items) in lists.items()}
            self.add_agency(work, party, given, uses, days)
            parties.append(party)
        return parties

    def fit(
        self,
        work: Work,
        side: int,
        states: list[Party],
        columns: dict[str, list[str]],
        count: int,
    ) -> bool:
        """One state serves all its agencies; other lists must be of one length."""
        if len(states) == 1:
            states += [Party(states[0].state) for _ in range(count - 1)]
        uneven = [name for name, items in columns.items() if len(items) not in (0, count)]
        if uneven or len(states) not in (0, count):
            names = [f"side_{side}_{name}" for name in (uneven or ["state"])]
            other = next(
                n for n, items in [*columns.items(), ("state", states)] if len(items) == count
            )
            work.say(error("uneven_lists", field=names[0], other=f"side_{side}_{other}"))
            return False
        return True

    def states(self, work: Work, side: int, days: Days) -> list[Party]:
        """Of the first use of which every word is understood; else of the last that says any."""
        name = f"side_{side}_state"
        tried = Work(work.cells)
        found: list[Party] = []
        for use in self.values.uses.get(name, ()):
            items = self.values.written(work, use)
            if not any(mapped for _written, mapped in items):
                continue
            tried = Work(work.cells)
            tried.record = work.record
            found = [self.party(tried, use, *item, days) for item in items]
            if not any(remark.code in UNKNOWN for remark in tried.remarks):
                break
        for remark in tried.remarks:
            work.say(remark)
        if not found and (constant := self.values.profile.constants.get(name)):
            return [self.party(work, Use("", name), constant, constant, days)]
        return found

    # Agencies -------------------------------------------------------------------------------------

    def add_agency(
        self, work: Work, party: Party, given: dict[str, str], uses: dict[str, Use], days: Days
    ) -> None:
        if number := given.get("agency"):
            self.add_number(work, party, number, uses["agency"])
        elif name := given.get("agency_name"):
            self.add_name(work, party, " ".join(name.split()), uses["agency_name"], days)

    def add_number(self, work: Work, party: Party, number: str, use: Use) -> None:
        numbers = self.known.agency_numbers
        if not number.isdigit() or int(number) not in numbers:
            work.say(error("no_such_number", use.column, field="agency", value=number))
            return
        party.agency, party.agency_kind = str(int(number)), ""
        party.state = party.state or numbers[int(number)]

    def add_name(self, work: Work, party: Party, name: str, use: Use, days: Days) -> None:
        if bodies.body(name) is None:
            self.add_itself(work, party, name, use, days)
            return
        if not party.state:
            work.say(warning("agency_without_state", use.column, value=name))
            party.name_as_written = party.name_as_written or name
            return
        numbers = self.known.agencies.find(name, party.state, days)
        if len(numbers) == 1:
            party.agency, party.agency_kind = str(numbers[0]), ""
        elif numbers:
            candidates = [f"{name} ({number})" for number in numbers]
            work.say(warning("several_agencies", use.column, value=name, candidates=candidates))
            party.name_as_written = party.name_as_written or name
        else:
            self.add_new(work, party, name, use)

    def add_itself(self, work: Work, party: Party, name: str, use: Use, days: Days) -> None:
        """A name that means the state: "Government of the Republic of Tajikistan"."""
        if not party.state:
            found = self.known.states.find(name, days)
            if found.code:
                party.state = found.code
            else:
                self.say_unknown(work, use, name, found)
        party.acting_as = party.acting_as or bodies.capacity(name)
        party.name_as_written = party.name_as_written or name

    def add_new(self, work: Work, party: Party, name: str, use: Use) -> None:
        near = self.known.agencies.near(name, party.state)
        if near:
            candidates = [f"{self.known.agencies.shown[number]} ({number})" for number in near]
            work.say(warning("near_agency", use.column, value=name, candidates=candidates))
        party.agency_name = name
        party.agency_kind = party.agency_kind or bodies.kind_of(name)
        party.acting_as = ""


UNKNOWN = {"unknown_state", "several_states"}
