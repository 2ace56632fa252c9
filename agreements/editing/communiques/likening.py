"""Which recorded document a proposal is: points for what agrees, whatever the languages.

Like titles tell in one language. Between two the type, the years, the bodies and their kinds, the
matter by the names of subjects in every language, and the place in the list tell together.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from agreements import dates, kind_words
from agreements.editing import proposing
from agreements.forms.communique_rows import parsed
from agreements.letters import fold
from agreements.likeness import LIKE, STEM, likest, numbers, stems, weighty
from agreements.models import Document, StateName, SubjectName

from .opening import Kept, kind_by_stem
from .steps import one, parties_in

# Points from which a pair is likely, and by how many it must be ahead of every other to be plain.
POSSIBLE = 1.0
ENOUGH = 4.5
AHEAD = 1.5
BY_TITLE = 10.0
# Titles in one language that have less than this in common are of two documents.
UNLIKE = 0.3
LEAST_MATTER = 0.05
YEAR = re.compile(r"(?:1[89]|20)\d\d")
# Types that a translation takes one for the other.
FAMILIES = (
    {"memorandum", "memorandum_of_understanding", "memorandum_of_cooperation"},
    {"programme", "plan", "action_plan", "work_plan", "roadmap"},
    {"declaration", "joint_declaration", "joint_statement", "communique"},
    {"agreement", "framework_agreement", "loan_or_grant_agreement", "twinning_agreement", "treaty"},
    {"protocol", "protocol_of_intent", "minutes"},
)
# Stems of what papers and bodies are called: "consultations of ministries" is no matter of theirs.
ANY_KIND = ("ministry", "committee_or_service", "institute", "company")
OF_ANY_MATTER = stems(
    [
        *(" ".join(phrase) for phrase in kind_words.TYPES),
        *(" ".join(phrase) for phrase, kind in kind_words.AGENCY_KINDS.items() if kind in ANY_KIND),
        "cooperation сотрудничество ҳамкорӣ ынтымақтастық hamkorlik coopération",
    ]
)
UNTOLD = ("", "unspecified", "other")


@dataclass
class Said:
    """What tells one document from another, of a proposal or of a record alike."""

    titles: list[tuple[str, str]]  # language, text
    type: str
    years: frozenset[int]
    is_signed_by_heads: bool
    bodies: frozenset[str]  # keys; empty where one is open
    kinds: Mapping[str, frozenset[str]]  # of the bodies of each state, by its number
    place: float  # 0 to 1: first to last
    matter: Mapping[int, float] = field(default_factory=dict)

    @cached_property
    def numbers(self) -> set[str]:
        found = (number for _l, text in self.titles for number in numbers(fold(text).split()))
        return {number for number in found if not YEAR.search(number)}

    def in_language(self, language: str) -> list[str]:
        return [text for code, text in self.titles if plain(code) == plain(language)]


def plain(language: str) -> str:
    return language.partition("-")[0]


# What is said -----------------------------------------------------------------------------------


def of_row(row: Kept, language: str, place: float, kinds_of: Mapping[str, str]) -> Said:
    """``kinds_of`` are those of known agencies, by key."""
    parties = [party for party in parties_in(row) if not one(party, "DELETE")]
    keys = [one(party, "body").partition(":")[0] for party in parties]
    kinds: dict[str, set[str]] = defaultdict(set)
    for party, key in zip(parties, keys, strict=True):
        state = (key if key.startswith("state-") else one(party, "state")).partition(":")[0]
        if kind := kinds_of.get(key) or kind_of_row(party, key):
            kinds[state.removeprefix("state-")].add(kind)
    return Said(
        titles=[(language, one(row, "text"))],
        type=one(row, "type"),
        years=years_of(parsed(one(row, "period"))),
        is_signed_by_heads=bool(one(row, "is_signed_by_heads")),
        bodies=frozenset() if "" in keys else frozenset(keys),
        kinds={state: frozenset(found) for state, found in kinds.items() if state},
        place=place,
    )


def kind_of_row(party: Kept, key: str) -> str:
    if key.startswith("state-") or one(party, "said") == "state":
        return "state"
    name = one(party, "name")
    return one(party, "kind") or proposing.agency_kind_of(name) or kind_by_stem(name)


def years_of(edtf: str | None) -> frozenset[int]:
    ends = dates.ends(edtf) if edtf else None
    return frozenset(end.year for end in ends or () if end)


def of_document(document: Document, place: float) -> Said:
    kinds: dict[str, set[str]] = defaultdict(set)
    bodies = set()
    for party in document.parties.all():
        kinds[str(party.state_id or "")].add(party.agency.kind if party.agency else "state")
        bodies.add(key_of(party))
    return Said(
        titles=[(title.language, title.text) for title in document.titles.all()],
        type=document.type_id or "",
        years=years_of(document.period),
        is_signed_by_heads=bool(document.is_signed_by_heads),
        bodies=frozenset(bodies),
        kinds={state: frozenset(found) for state, found in kinds.items() if state},
        place=place,
    )


def key_of(party: object) -> str:
    return f"agency-{party.agency_id}" if party.agency_id else f"state-{party.state_id}"


# What it is about -------------------------------------------------------------------------------


@dataclass
class Matters:
    """The subjects that a word speaks of, by its stem, in every language that they are named in."""

    by_stem: Mapping[str, frozenset[int]] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)

    def of(self, titles: Iterable[str], names: set[str]) -> dict[int, float]:
        """Rare words weigh more, so that "cooperation" tells next to nothing."""
        found: Counter[int] = Counter()
        for stem in {word[:STEM] for text in titles for word in weighty(text, names)}:
            for subject in self.by_stem.get(stem, ()):
                found[subject] += self.weights[stem]
        return dict(found)


def matters() -> Matters:
    by_stem: dict[str, set[int]] = defaultdict(set)
    subjects = set()
    for subject, text in SubjectName.objects.values_list("subject", "text"):
        subjects.add(subject)
        for word in weighty(text, set()):
            if word[:STEM] not in OF_ANY_MATTER:
                by_stem[word[:STEM]].add(subject)
    weights = {stem: math.log(1 + len(subjects) / len(of)) for stem, of in by_stem.items()}
    return Matters({stem: frozenset(of) for stem, of in by_stem.items()}, weights)


def same_matter(one_: Mapping[int, float], other: Mapping[int, float]) -> float:
    """0 to 1: the cosine."""
    shared = sum(weight * other[subject] for subject, weight in one_.items() if subject in other)
    lengths = [math.sqrt(sum(weight**2 for weight in each.values())) for each in (one_, other)]
    return shared / (lengths[0] * lengths[1]) if all(lengths) else 0.0


# Points -----------------------------------------------------------------------------------------


def points(row: Said, record: Said, names: set[str]) -> float:
    """0 and less where it is another document."""
    language, title = row.titles[0]
    like = likest([title], [text for _l, text in record.titles], names)
    if like >= LIKE:
        return BY_TITLE + 4 * like + by_place(row, record)
    mine = record.in_language(language)
    if mine and likest([title], mine, names) < UNLIKE and not shared_agencies(row, record):
        return 0.0
    hows = (by_type, by_years, by_heads, by_bodies, by_kinds, by_matter, by_numbers, by_place)
    total = 4 * like + sum(how(row, record) for how in hows)
    # Of the same type it is never out of the question.
    return max(total, POSSIBLE) if row.type and row.type == record.type else total


def by_type(row: Said, record: Said) -> float:
    if row.type in UNTOLD or record.type in UNTOLD:
        return 0.0
    if row.type == record.type:
        return 2.0
    return 1.0 if any({row.type, record.type} <= family for family in FAMILIES) else -2.0


def by_years(row: Said, record: Said) -> float:
    if row.years and record.years:
        return 2.0 if row.years == record.years else -4.0
    return -0.5 if row.years or record.years else 0.0


def by_heads(row: Said, record: Said) -> float:
    if row.is_signed_by_heads != record.is_signed_by_heads:
        return -2.0
    return 3.0 if row.is_signed_by_heads else 0.0


def shared_agencies(row: Said, record: Said) -> set[str]:
    return {key for key in row.bodies & record.bodies if key.startswith("agency-")}


def by_bodies(row: Said, record: Said) -> float:
    shared = shared_agencies(row, record)
    if row.bodies and row.bodies == record.bodies:
        return 3.0 if shared else 1.0
    return min(2.0 * len(shared), 4.0)


def by_kinds(row: Said, record: Said) -> float:
    """What signs on the side of each state: a ministry is no city."""
    if row.kinds and record.kinds and not row.kinds.keys() & record.kinds.keys():
        return -2.0
    told = [
        bool(kinds & record.kinds[state])
        for state, kinds in row.kinds.items()
        if state in record.kinds
    ]
    return sum(1.0 if same else -1.0 for same in told)


def by_matter(row: Said, record: Said) -> float:
    if not row.matter or not record.matter:
        return 0.0
    same = same_matter(row.matter, record.matter)
    return 4 * same if same >= LEAST_MATTER else -2.0


def by_numbers(row: Said, record: Said) -> float:
    if not row.numbers or not record.numbers:
        return 0.0
    return 1.0 if row.numbers == record.numbers else -1.0


def by_place(row: Said, record: Said) -> float:
    return 0.5 * (1 - abs(row.place - record.place))


# Pairs ------------------------------------------------------------------------------------------


def scores(rows: Sequence[Kept], documents: Sequence[Document], language: str) -> list[list[float]]:
    """Of each row against each document. A few queries, however many there are."""
    if not rows or not documents:
        return [[] for _row in rows]
    names = names_of_states(documents)
    known = {key_of(p): p.agency.kind for d in documents for p in d.parties.all() if p.agency}
    mine = [of_row(row, language, part(n, rows), known) for n, row in enumerate(rows)]
    theirs = [of_document(document, part(n, documents)) for n, document in enumerate(documents)]
    about = matters()
    for said in (*mine, *theirs):
        said.matter = about.of([text for _language, text in said.titles], names)
    return [[points(row, record, names) for record in theirs] for row in mine]


def part(n: int, whole: Sequence[object]) -> float:
    return n / max(len(whole) - 1, 1)


def names_of_states(documents: Iterable[Document]) -> set[str]:
    keys = {party.state_id for document in documents for party in document.parties.all()}
    return stems(StateName.objects.filter(state__in=keys).values_list("text", flat=True))


def paired(table: Sequence[Sequence[float]]) -> dict[int, int]:
    """Rows and documents that plainly belong together, each once.

    What is plain is taken out first: what is left may then be plain as well.
    """
    found = by_title(table)
    while True:
        rows = [n for n in range(len(table)) if n not in found]
        taken = set(found.values())
        columns = [m for m in range(len(table[0]) if table else 0) if m not in taken]
        plain_ = {n: m for n in rows if (m := plainest(table, n, rows, columns)) is not None}
        if not plain_:
            return found
        found |= plain_


def by_title(table: Sequence[Sequence[float]]) -> dict[int, int]:
    like = [(s, -n, -m) for n, row in enumerate(table) for m, s in enumerate(row) if s > BY_TITLE]
    found: dict[int, int] = {}
    for _score, n, m in sorted(like, reverse=True):
        if -n not in found and -m not in found.values():
            found[-n] = -m
    return found


def plainest(
    table: Sequence[Sequence[float]], n: int, rows: Sequence[int], columns: Sequence[int]
) -> int | None:
    """The document that this row is far likelier than any other, and that no other row is."""
    if not columns:
        return None
    best = max(columns, key=lambda m: table[n][m])
    score = table[n][best]
    others = [table[n][m] for m in columns if m != best]
    others += [table[other][best] for other in rows if other != n]
    return best if score >= ENOUGH and score - max(others, default=0.0) >= AHEAD else None


def open_rows(table: Sequence[Sequence[float]], pairs: Mapping[int, int]) -> list[int]:
    """Those that may be a document that no row is yet."""
    taken = set(pairs.values())
    return [
        n
        for n, row in enumerate(table)
        if n not in pairs
        and any(score >= POSSIBLE for m, score in enumerate(row) if m not in taken)
    ]
