"""What the parser is not sure of, in words that a clerk understands."""

from __future__ import annotations

from .proposal import Doubt

WORDS = {
    "no_documents": (
        "No document was found that was signed now. Was it only announced, or ratified?"
    ),
    "fewer_listed": "{announced} announced, {listed} listed.",
    "more_listed": "{announced} announced, but {listed} listed: more than announced.",
    "partial_list": (
        "The text lists some of the documents only: {announced} announced, {listed} listed."
    ),
    "no_date": "The text does not say on which day it was signed.",
    "no_year": "The text gives the day without a year: {date}.",
    "publication_date": "The date rests on “{words}” and the date of publication.",
    "no_states": "The states are not clear from the text.",
    "more_states": "More than two states took part: {states}.",
    "no_parties": "The text names no party; it may be the two states.",
    "one_party": "Only one party is named.",
    "party_without_state": "The text does not say of which state this party is: {party}.",
    "state_from_other_side": "The state of “{party}” follows from the other side only.",
    "state_by_order": (
        "The text does not say of which state “{party}” is; the order of the two suggests it."
    ),
    "same_state": "Both parties are of one state; the text may be wrong.",
    "collective": "“{party}” stands for a body of each side.",
    "several": "The text says several; how many is not clear.",
    "no_type": "The text does not say what type of document it is.",
    "told_again": "The text tells of this document more than once.",
    "unbalanced_quotes": "Quotation marks are not balanced here.",
    "language_not_built": (
        "For this language only list marks and words for documents are read; check the parties."
    ),
    "not_read": (
        "This text could not be read. It is kept; enter its documents by hand, and report it."
    ),
    "too_long": "Only the first {read} of {all} characters were read.",
    "too_many": "Only the first {read} documents are shown; the text has more.",
    "not_text": "This does not look like a text in a language.",
}


def words(doubt: Doubt) -> str:
    return WORDS[doubt.code].format_map(dict(doubt.values))
