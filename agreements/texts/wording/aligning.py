"""Which part of one language version says what which part of another does."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Iterator, Sequence

from agreements.texts.wording.parts import ADDED, GROUPS, Kind, Part

Pair = tuple[Part | None, Part | None]
ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщ")
# Languages call a part a chapter or a title, an annex an appendix.
SORTS: dict[Kind, str] = (
    dict.fromkeys(GROUPS, "group")
    | dict.fromkeys(ADDED, "added")
    | dict.fromkeys((Kind.ARTICLE, Kind.POINT, Kind.PARAGRAPH), "words")
)


def aligned(left: Sequence[Part], right: Sequence[Part]) -> list[Pair]:
    """Pairs in the order of both; each part stands in exactly one, alone where it has no partner.

    Parts of one kind and number in the same annex are partners; between them those that have no
    number, or as many as the other has, by their order.
    """
    pairs: list[Pair] = []
    i = j = 0
    for at, partner in (*partners(left, right), (len(left), len(right))):
        pairs += by_order(left[i:at], right[j:partner])
        if at < len(left):
            pairs.append((left[at], right[partner]))
        i, j = at + 1, partner + 1
    return pairs


def partners(left: Sequence[Part], right: Sequence[Part]) -> list[tuple[int, int]]:
    """Places of parts with the same key, as many as go in the same order in both."""
    places = {key: place for place, key in enumerate(keys(right))}
    found = [(at, places[key]) for at, key in enumerate(keys(left)) if key in places]
    # The longest sequence of partners that rises: the last of the best of each length.
    lasts: list[int] = []
    ends: list[int] = []  # the place in found of each of those
    before: list[int] = []
    for place, (_, partner) in enumerate(found):
        length = bisect_left(lasts, partner)
        before.append(ends[length - 1] if length else -1)
        lasts[length : length + 1] = [partner]
        ends[length : length + 1] = [place]
    chosen, place = [], ends[-1] if ends else -1
    while place >= 0:
        chosen.append(found[place])
        place = before[place]
    return chosen[::-1]


def keys(parts: Sequence[Part]) -> Iterator[Hashable]:
    """What is the same in all languages: annex, kind, number, and which of its namesakes it is."""
    within: Hashable = ""
    seen: Counter[Hashable] = Counter()
    for part in parts:
        sort = "annex" if part.kind == Kind.APPENDIX else str(part.kind)
        if part.kind in ADDED:
            within = ""
        key = (within, sort, ordinal(part.number))
        seen[key] += 1
        yield (*key, seen[key])
        if part.kind in ADDED:
            within = (*key, seen[key])


def ordinal(number: str) -> str:
    """Annex A is annex 1, and so is приложение А."""
    for alphabet in ALPHABETS:
        if len(number) == 1 and number in alphabet:
            return str(alphabet.index(number) + 1)
    return number


def by_order(left: Sequence[Part], right: Sequence[Part]) -> Iterator[Pair]:
    """Of parts that have no partner by number, those of one sort in their order."""
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for place, part in enumerate(right):
        waiting[sort_of(part)].append(place)
    counts = Counter(map(sort_of, left)), Counter(map(sort_of, right))
    given = 0  # of the right
    for part in left:
        sort = sort_of(part)
        places = waiting[sort]
        while places and places[0] < given:
            places.popleft()
        is_even = counts[0][sort] == counts[1][sort]
        if places and (is_even or not part.number or not right[places[0]].number):
            partner = places.popleft()
            yield from ((None, alone) for alone in right[given:partner])
            yield part, right[partner]
            given = partner + 1
        else:
            yield part, None
    yield from ((None, alone) for alone in right[given:])


def sort_of(part: Part) -> str:
    """Kinds that may stand for one another."""
    return SORTS.get(part.kind, part.kind)
