"""What a doubt of a reading says: the parser's words by code, filled with its values."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_noop as _

from agreements.communique.doubts import WORDS

# Those that the review itself leaves.
PARTY_NOT_KNOWN = "party_not_known"
NO_SIDE_OF_PARTY = "no_side_of_party"
PLACE_NOT_KNOWN = "place_not_known"
NOT_NOMINATIVE = "not_nominative"
NO_FULL_TITLE = "no_full_title"
OWN = {
    NO_FULL_TITLE: _("“{title}” is not a full title: it does not say what the document is."),
    NOT_NOMINATIVE: _("“{words}” is still to be put in the nominative."),
    PARTY_NOT_KNOWN: _("Which body is “{name}”? It is not chosen from the archive yet."),
    NO_SIDE_OF_PARTY: _("On which side does “{name}” stand? It is left out until that is known."),
    PLACE_NOT_KNOWN: _("The archive has no place called “{name}” yet: enter it, then choose it."),
}
# Why a document that the text names is not proposed.
WHY_NOT_NOW = {
    "older": gettext_lazy("older"),
    "planned": gettext_lazy("planned"),
    "ratified": gettext_lazy("ratified now, signed before"),
    "implemented": gettext_lazy("carried out, signed before"),
    "reaffirmed": gettext_lazy("reaffirmed, signed before"),
}


class Filling(dict):
    """A value that is not there shows as three dots, not as an error."""

    def __missing__(self, key: str) -> str:
        return "…"


def doubt_words(code: str, values: Mapping[str, object]) -> str:
    template = OWN.get(code) or WORDS.get(code)
    return gettext(template).format_map(Filling(values)) if template else code.replace("_", " ")
