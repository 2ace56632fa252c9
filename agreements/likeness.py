"""How alike two titles or names are, apart from what every one of them has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from agreements.letters import fold

# Words that say nothing of the matter; folded. What parties are called is left out by its stem.
WEIGHTLESS = frozenset(
    fold(
        "the of and on in for to a an by with its their between government republic state field "
        "о об в во и на по с со к между правительством правительство республики республикой "
        "республика области сфере государства "
        "дар бораи оид ба ва байни миёни ҳукумати ҷумҳурии ҷумҳурӣ соҳаи аз "
        "туралы мен және арасындағы республикасы республикасының үкіметі саласындағы "
        "oʻrtasida toʻgʻrisida va respublikasi hukumati sohasida"
    ).split()
)
STEM = 5
LIKE = 0.7  # of titles; see tests/editing/test_likeness.py for what lies on either side


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", fold(text)))


def stems(texts: Iterable[str]) -> set[str]:
    return {word[:STEM] for text in texts for word in words(text)}


def weighty(text: str, names: set[str]) -> list[str]:
    """The words of the matter; all words, where that leaves none."""
    all_words = words(text)
    kept = [w for w in all_words if w not in WEIGHTLESS and w[:STEM] not in names]
    return kept or list(all_words)


def has_matter(text: str, names: set[str]) -> bool:
    """Whether it says more than what kind of paper it is, and one word of its matter."""
    return len(weighty(text, names)) > 2


def trigrams(kept: Iterable[str]) -> set[str]:
    """As pg_trgm makes them: each word with two spaces before it and one behind."""
    padded = [f"  {word} " for word in kept]
    return {word[n : n + 3] for word in padded for n in range(len(word) - 2)}


def likeness(one: str, other: str, names: set[str] = frozenset()) -> float:
    """0 to 1: the trigrams that both have, of all. Other numbers make it another paper: then 0.

    ``names`` are the ``stems()`` of what the parties are called.
    """
    left, right = weighty(one, names), weighty(other, names)
    if numbers(left) != numbers(right):
        return 0.0
    mine, theirs = trigrams(left), trigrams(right)
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0


def numbers(kept: Iterable[str]) -> set[str]:
    return {word for word in kept if any(letter.isdigit() for letter in word)}


def likest(titles: Iterable[str], others: Iterable[str], names: set[str] = frozenset()) -> float:
    """Of the best pair."""
    rest = list(others)
    return max((likeness(one, other, names) for one in titles for other in rest), default=0.0)
