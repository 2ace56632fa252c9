"""What kind of body a name means: the state itself, or an agency, and which."""

from __future__ import annotations

import re

# How a name begins that means the state itself, in its languages or as a code.
ITSELF = re.compile(
    r"[A-Z]{3}$|government|cabinet|правительств|ҳукумат|девони вазирон|қ.+үкімет|.+ [үy]к[іi]мет"
    r"|دولت|president|republic of \w+$",
    re.IGNORECASE,
)
GOVERNMENT = re.compile(
    "government|governo|gobierno|правительств|ҳукумат|девони вазирон|үкімет|دولت",
    re.IGNORECASE,
)
HEAD = re.compile("president|президент", re.IGNORECASE)
BODIES = (
    ("ministry", r"\bminist|министерств|вазорат|министрл|外交部"),
    ("university", "universi|университет"),
    ("institute", "academ|institut|академи"),
    ("committee_or_service", "committee|agency|service|комитет|служб|агентств"),
    ("city", "city|город"),
    ("region", "province|region|област|вилоят"),
    ("court", "court|суд"),
    ("central_bank", "national bank|central bank"),
)


def body(name: str) -> tuple[str, str] | None:
    """An agency, as its name and its kind; None if it is the state itself."""
    if not name or ITSELF.match(name):
        return None
    return name, kind_of(name)


def kind_of(name: str) -> str:
    return next((kind for kind, words in BODIES if re.search(words, name.lower())), "other")


def capacity(name: str) -> str:
    """As what the state acts, of a name that means the state itself."""
    if GOVERNMENT.search(name):
        return "government"
    return "head_of_state" if HEAD.match(name) else ""
