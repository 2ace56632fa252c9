"""Where a list goes on. All of it stands in the token, so nothing has to be remembered here, and a
harvest can be gone on with at any time."""

from __future__ import annotations

import base64
import binascii
import datetime
import json
from dataclasses import dataclass

from agreements.models.merged_record import LARGEST_NUMBER

LONGEST = 500
Place = tuple[datetime.datetime, int]  # when the last record of the page was changed; its number


@dataclass(frozen=True)
class Token:
    """``cursor`` is how many records were given before."""

    verb: str
    prefix: str
    since: datetime.datetime | None
    before: datetime.datetime | None
    after: Place
    cursor: int

    def written(self) -> str:
        told = [self.verb, self.prefix, iso(self.since), iso(self.before)]
        whole = json.dumps([*told, iso(self.after[0]), self.after[1], self.cursor])
        return base64.urlsafe_b64encode(whole.encode()).decode().rstrip("=")


def read_token(text: str) -> Token | None:
    """None for what was not written here."""
    if len(text) > LONGEST:
        return None
    try:
        whole = base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True)
        verb, prefix, since, before, changed_at, pk, cursor = json.loads(whole)
        after = moment(changed_at)
        is_sound = after and 0 < whole_number(pk) <= LARGEST_NUMBER and whole_number(cursor) >= 0
        token = Token(str(verb), str(prefix), moment(since), moment(before), (after, pk), cursor)
    except (ValueError, TypeError, OverflowError, RecursionError, binascii.Error):
        return None
    return token if is_sound else None


def whole_number(value: object) -> int:
    """Raises ValueError."""
    if type(value) is not int:
        raise ValueError
    return value


def iso(time: datetime.datetime | None) -> str | None:
    return time.astimezone(datetime.UTC).isoformat() if time else None


def moment(text: str | None) -> datetime.datetime | None:
    """Raises ValueError; TypeError for what is no text."""
    if text is None:
        return None
    read = datetime.datetime.fromisoformat(text)
    if read.tzinfo != datetime.UTC:
        raise ValueError
    return read
