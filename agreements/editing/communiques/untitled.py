"""Titles that are none: what stands there is a piece of a sentence."""

from __future__ import annotations

import re

from agreements.communique.languages import GRAMMARS, SAME
from agreements.communique.script import plain
from agreements.editing import proposing
from agreements.letters import fold

# With these a title goes on, and does not begin.
SMALL = frozenset(
    fold(
        "about on regarding concerning another other also and including "
        "о об обо про ещё другой другая другое другую также и "
        "sobre acerca otro otra otros otras además también sur autre autres également "
        "outro outra outros outras também su altro altra anche über weitere auch "
        "оид дигар инчунин тағы басқа туралы yana shuningdek"
    ).split()
)
# Beside the words of the grammars: names of papers in registers.
PAPERS = re.compile(
    r"\b(?:acts?|pact|charter|statutes?|regulations?|rules|notes?|letters?|understanding|terms"
    r"|annex|appendix|amendments?|supplement|extension|statement|contract|concordat|accord|lease"
    r"|modus vivendi|record|report|list|schedule|акт\w*|устав\w*|положени\w+|правила|регламент\w*"
    r"|приложени\w+|нот\w+|письм\w+|пакт|обязательств\w+|изменени\w+|дополнени\w+)\b"
)


def is_full_title(text: str, language: str) -> bool:
    """Whether it says what the document is, and not only what it is about."""
    return not begins_small(text) and names_a_paper(text, language)


def begins_small(text: str) -> bool:
    first = re.search(r"[^\W\d_]+", text)
    return bool(first) and fold(first[0]) in SMALL


def names_a_paper(text: str, language: str) -> bool:
    """Also where nothing is known of its language."""
    main = language.partition("-")[0]
    grammar = GRAMMARS.get(language) or GRAMMARS.get(SAME.get(main, main))
    if grammar is None or proposing.type_of(text):
        return True
    folded = plain(text)
    return bool(grammar.type_pattern.search(folded) or PAPERS.search(folded))
