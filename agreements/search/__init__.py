"""Query words to records, and the figures beside them. docs/search.md tells how."""

from .answering import Answer, answer
from .every import Every, every
from .figures import Figures, counted, figures
from .listing import Found, Listing, listing
from .matching import match
from .order import Order, Place
from .query import Query, parse
from .reading import Told, told
from .relaxing import near_words, nearly, relaxed
from .rewriting import written
from .searching import Search, search
from .selection import Selection, pair_term
from .snippets import Snippet, places
from .understanding import understand

__all__ = [
    "Answer",
    "Every",
    "Figures",
    "Found",
    "Listing",
    "Order",
    "Place",
    "Query",
    "Search",
    "Selection",
    "Snippet",
    "Told",
    "answer",
    "counted",
    "every",
    "figures",
    "listing",
    "match",
    "near_words",
    "nearly",
    "pair_term",
    "parse",
    "places",
    "relaxed",
    "search",
    "told",
    "understand",
    "written",
]
