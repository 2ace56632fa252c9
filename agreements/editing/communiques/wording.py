"""What a doubt of a reading says: the parser's words by code, filled with its values."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from agreements.communique.doubts import WORDS

# Those that the review itself leaves.
PARTY_NOT_KNOWN = "party_not_known"
NO_SIDE_OF_PARTY = "no_side_of_party"
OWN = {
    PARTY_NOT_KNOWN: _("Which body is “{name}”? It is not chosen from the archive yet."),
    NO_SIDE_OF_PARTY: _("On which side does “{name}” stand? It is left out until that is known."),
}


class Filling(dict):
    """A value that is not there shows as three dots, not as an error."""

    def __missing__(self, key: str) -> str:
        return "…"


def doubt_words(code: str, values: Mapping[str, object]) -> str:
    template = OWN.get(code) or WORDS.get(code)
    return gettext(template).format_map(Filling(values)) if template else code.replace("_", " ")
