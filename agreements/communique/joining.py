"""Joins what the text tells twice: headline, caption and body, subject here and parties there."""

from __future__ import annotations

from .drafts import Draft
from .reading import Reading
from .script import WORD

ALIKE = 0.62


def joined(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    drafts = without_bare(drafts)
    drafts = without_headline(without_summaries(reading, drafts))
    for draft in drafts:
        twin = next((other for other in kept if is_same(reading, other, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            merge(reading, twin, draft)
    return kept


def without_summaries(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """A lead that only lists topics gives way to the sentences that tell of each document."""
    groups: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.group:
            groups.setdefault(draft.group, []).append(draft)
    gone: set[int] = set()
    for number, group in groups.items():
        others = [
            d
            for d in drafts
            if d.group != number and alike_types(d, group[0]) and words(reading, d)
        ]
        told = sum(any(shares(reading, one, other) for other in others) for one in group)
        if (told * 2 >= len(group) and len(others) >= len(group)) or told * 3 >= len(group) * 2:
            gone.add(number)
    return [draft for draft in drafts if draft.group not in gone]


def without_bare(drafts: list[Draft]) -> list[Draft]:
    """As "An agreement" alone is a document only in a text that tells of no other, once a type."""
    if any(not draft.is_bare for draft in drafts):
        return [draft for draft in drafts if not draft.is_bare]
    return list({draft.code: draft for draft in reversed(drafts)}.values())[::-1]


def without_headline(drafts: list[Draft]) -> list[Draft]:
    """What a headline names, the text tells again."""
    told = [draft for draft in drafts if not draft.is_headline]
    return [
        draft
        for draft in drafts
        if not draft.is_headline or not any(alike_types(draft, other) for other in told)
    ]


def shares(reading: Reading, a: Draft, b: Draft) -> bool:
    return bool(words(reading, a) & words(reading, b))


def is_same(reading: Reading, a: Draft, b: Draft) -> bool:
    if a.sentence == b.sentence or (a.is_item and b.is_item):
        pairs = both_named(a) and both_named(b) and names(a) != names(b)
        return a.title == b.title and not a.is_item and not pairs
    if not alike_types(a, b):
        return False
    if a.is_definite or b.is_definite:
        bare = a if a.is_definite else b
        if not words(reading, bare):
            return True
    if both_named(a) and both_named(b):
        return names(a) == names(b) and overlap(reading, a, b) >= 0.5 and not differ(reading, a, b)
    if a.is_item != b.is_item and not (words(reading, a) and words(reading, b)):
        return False
    mine, other = words(reading, a), words(reading, b)
    if not mine or not other:
        short = a if len(mine) <= len(other) else b
        return short.is_definite or (a.code == b.code and a.code in ONCE)
    return overlap(reading, a, b) >= ALIKE


# Of these a ceremony has one.
ONCE = frozenset({"joint_statement", "joint_declaration", "communique"})


def alike_types(a: Draft, b: Draft) -> bool:
    if a.code == b.code or "unspecified" in (a.code, b.code):
        return True
    families = (
        {
            "agreement",
            "memorandum_of_understanding",
            "memorandum",
            "framework_agreement",
            "memorandum_of_cooperation",
            "twinning_agreement",
        },
        {"declaration", "joint_declaration", "joint_statement", "communique"},
        {"plan", "action_plan", "programme", "work_plan"},
    )
    return any(a.code in family and b.code in family for family in families)


def both_named(draft: Draft) -> bool:
    return len(draft.parties) >= 2 and any(p.kind != "state" for p in draft.parties)


def names(draft: Draft) -> set[str]:
    return {party.name.value.casefold() for party in draft.parties}


def differ(reading: Reading, a: Draft, b: Draft) -> bool:
    """Both say what they are about besides their parties, and it is not the same."""
    mine, other = (words(reading, one) - of_parties(reading, one) for one in (a, b))
    return bool(mine and other) and not mine & other


def of_parties(reading: Reading, draft: Draft) -> set[str]:
    return {
        stem(word)
        for party in draft.parties
        for word in split(reading.plain[party.name.span.start : party.name.span.end])
    }


def words(reading: Reading, draft: Draft) -> set[str]:
    """What the title says besides its type and the states."""
    said = reading.plain[draft.title.start : draft.title.end]
    core = reading.plain[draft.type_span.start : draft.type_span.end].split()
    states = {
        word
        for m in reading.mentions_in(draft.title.start, draft.title.end)
        for word in reading.plain[m.start : m.end].split()
    }
    noise = reading.grammar.noise | reading.grammar.title_noise | set(core) | states
    return {stem(word) for word in split(said) if word not in noise and len(word) > 1}


def split(said: str) -> list[str]:
    return WORD.findall(said)


def stem(word: str) -> str:
    return word[: max(4, len(word) - 2)] if len(word) > 5 else word


def overlap(reading: Reading, a: Draft, b: Draft) -> float:
    mine, other = words(reading, a), words(reading, b)
    if not mine or not other:
        return 0.0
    return (
        len(mine & other)
        / min(len(mine), len(other))
        * (1 if min(len(mine), len(other)) > 1 else 0.7)
    )


def merge(reading: Reading, twin: Draft, draft: Draft) -> None:
    """The fuller title stays; what only the other one says is added."""
    better = (len(draft.parties) > 0, len(words(reading, draft))) > (
        len(twin.parties) > 0,
        len(words(reading, twin)),
    )
    if better or (len(words(reading, draft)) > len(words(reading, twin)) and not twin.parties):
        twin.again.append(twin.title)
        twin.title, twin.type_span, twin.code = (
            draft.title,
            draft.type_span,
            draft.code if draft.code != "unspecified" else twin.code,
        )
        twin.sentence = draft.sentence
        twin.is_item = draft.is_item
    else:
        twin.again.append(draft.title)
        if twin.code == "unspecified":
            twin.code = draft.code
    if draft.parties and (not twin.parties or better):
        twin.parties = draft.parties
    twin.period = twin.period or draft.period
    if draft.by_heads and not twin.by_heads:
        twin.by_heads, twin.heads_span = True, draft.heads_span
