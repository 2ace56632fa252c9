"""What a harvester asks: read strictly, and refused in the protocol's own words."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field

from django.http import QueryDict

from .token import Place, read_token

# Of each verb: the arguments that it needs, and those that it takes besides. A list may be gone on
# with by its token, which then stands alone.
VERBS = {
    "Identify": ([], []),
    "ListMetadataFormats": ([], ["identifier"]),
    "ListSets": ([], []),
    "GetRecord": (["identifier", "metadataPrefix"], []),
    "ListIdentifiers": (["metadataPrefix"], ["from", "until", "set"]),
    "ListRecords": (["metadataPrefix"], ["from", "until", "set"]),
}
RESUMED = ("ListIdentifiers", "ListRecords", "ListSets")
FORMATS = ("oai_dc", "pacta")
PREFIX = re.compile(r"[A-Za-z0-9\-_.!~*'()]+")
SET = re.compile(rf"{PREFIX.pattern}(?::{PREFIX.pattern})*")
IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SECOND = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
ONE_DAY, ONE_SECOND = datetime.timedelta(days=1), datetime.timedelta(seconds=1)


class Refused(Exception):
    """``code`` is one of the protocol; the message says what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass
class Asked:
    """``arguments`` as they were given. Times are those from which, and before which, records were
    changed; ``after`` is where the page before ended."""

    verb: str
    arguments: dict[str, str] = field(default_factory=dict)
    identifier: str = ""
    prefix: str = ""
    since: datetime.datetime | None = None
    before: datetime.datetime | None = None
    after: Place | None = None


def verb_of(query: QueryDict) -> str:
    """Raises Refused."""
    verbs = query.getlist("verb")
    if len(verbs) != 1 or verbs[0] not in VERBS:
        raise Refused("badVerb", f"Give one verb, of {', '.join(VERBS)}.")
    return verbs[0]


def read(query: QueryDict) -> Asked:
    """Raises Refused."""
    verb = verb_of(query)
    arguments = single(query, verb)
    asked = Asked(verb, arguments)
    if "resumptionToken" in arguments:
        return resumed(asked)
    needed, _others = VERBS[verb]
    if lacking := [name for name in needed if not arguments.get(name)]:
        raise Refused("badArgument", f"{verb} needs {' and '.join(lacking)}.")
    asked.identifier = checked(arguments, "identifier", IDENTIFIER)
    asked.prefix = checked(arguments, "metadataPrefix", PREFIX)
    checked(arguments, "set", SET)
    asked.since, asked.before = times(arguments)
    return whole(asked)


def whole(asked: Asked) -> Asked:
    """Without what this archive does not have. Raises Refused."""
    if asked.verb == "ListSets" or "set" in asked.arguments:
        raise Refused("noSetHierarchy", "There are no sets: harvest the whole.")
    if asked.prefix and asked.prefix not in FORMATS:
        said = f"There is no such format here. There are {' and '.join(FORMATS)}."
        raise Refused("cannotDisseminateFormat", said)
    return asked


def single(query: QueryDict, verb: str) -> dict[str, str]:
    """The arguments besides the verb, each given once, all of them the verb's. Raises Refused."""
    needed, others = VERBS[verb]
    known = [*needed, *others, *(["resumptionToken"] if verb in RESUMED else [])]
    given = {name: values for name, values in query.lists() if name != "verb"}
    for name, values in given.items():
        if name not in known:
            takes = ", ".join(known) or "none"
            raise Refused("badArgument", f"{verb} takes no such argument. It takes: {takes}.")
        if len(values) > 1:
            raise Refused("badArgument", f"Give {name} once.")
    if "resumptionToken" in given and len(given) > 1:
        raise Refused("badArgument", "A resumptionToken stands alone, beside the verb.")
    return {name: values[0] for name, values in given.items()}


def checked(arguments: dict[str, str], name: str, form: re.Pattern[str]) -> str:
    value = arguments.get(name, "")
    if name in arguments and (not form.fullmatch(value) or len(value) > 500):
        raise Refused("badArgument", f"The {name} has not the form of one.")
    return value


def resumed(asked: Asked) -> Asked:
    """To go on where the page before ended. Raises Refused."""
    told = read_token(asked.arguments["resumptionToken"])
    if told is None or told.verb != asked.verb or told.prefix not in FORMATS:
        said = "This token is not one of this list. Begin the list anew."
        raise Refused("badResumptionToken", said)
    asked.prefix, asked.since, asked.before = told.prefix, told.since, told.before
    asked.after = told.after
    return asked


def times(
    arguments: dict[str, str],
) -> tuple[datetime.datetime | None, datetime.datetime | None]:
    """From which, and before which; both of a day or both of a second. Raises Refused."""
    ends = [moment(name, arguments[name]) if name in arguments else None for name in ENDS]
    given = [end for end in ends if end]
    if len(given) == 2 and given[0].step != given[1].step:
        raise Refused("badArgument", "Give from and until both as days, or both with their time.")
    if len(given) == 2 and given[0].first > given[1].first:
        raise Refused("badArgument", "The time in until lies before the one in from.")
    since, until = ends
    return since and since.first, until and until.after


ENDS = ("from", "until")


@dataclass(frozen=True)
class Moment:
    first: datetime.datetime
    step: datetime.timedelta

    @property
    def after(self) -> datetime.datetime | None:
        """None where no time is later."""
        try:
            return self.first + self.step
        except OverflowError:
            return None


def moment(name: str, text: str) -> Moment:
    """Raises Refused."""
    for form, step in ((DAY, ONE_DAY), (SECOND, ONE_SECOND)):
        if form.fullmatch(text):
            try:
                read = datetime.datetime.fromisoformat(text.removesuffix("Z"))
            except ValueError:
                break
            return Moment(read.replace(tzinfo=datetime.UTC), step)
    raise Refused(
        "badArgument", f"Write {name} in UTC as 2023-05-04T12:00:00Z, or as a day, 2023-05-04."
    )
