"""What a title says of its document: that it amends another, and for which years it was made.

Reads English, Russian, Tajik, Kazakh and Uzbek (both scripts). Patterns stand against text of
``fold()``: small letters without marks, so that озгерис is өзгеріс and иловахо is иловаҳо.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from agreements import dates
from agreements.letters import fold
from agreements.models.vocabulary import RelationKind

AMENDS, SUPPLEMENTS, EXTENDS = (
    RelationKind.AMENDS,
    RelationKind.SUPPLEMENTS,
    RelationKind.EXTENDS,
)
# A recorded relation of one of these kinds answers what a title says: "amendments and additions"
# is entered as either, and a correction or a replacement changes a text too.
ANSWERS = {
    AMENDS: {AMENDS, SUPPLEMENTS, RelationKind.CORRECTS, RelationKind.SUPERSEDES},
    SUPPLEMENTS: {SUPPLEMENTS, AMENDS, RelationKind.ANNEXED_TO, RelationKind.IMPLEMENTS},
    EXTENDS: {EXTENDS, AMENDS},
}


class Act(NamedTuple):
    """What a document does to another: the relation, and the words that name the other."""

    kind: RelationKind
    other: str


# What is amended: without such a word "extension" may be of a railway, изменение of the climate.
PAPER = (
    r"(agreements?|treat(y|ies)|conventions?|protocols?|memorand\w+|arrangements?|notes|letters"
    r"|accords?|pacts?|modus vivendi|programmes?|programs?|annex(es)?|articles?|mou|contracts?"
    r"|schedules?|appendix|leases?|loans?|charter|statutes?"
    r"|соглашени\w+|договор\w*|конвенци\w+|протокол\w*|меморандум\w*|программ\w+|контракт\w*"
    r"|план\w*|дорожн\w+ карт\w*|положени\w+|устав\w*|стать\w+|приложени\w+"
    r"|созишнома\w*|шартнома\w*|ахднома\w*|протокол\w*|ёддошт\w*|еддошт\w*|барнома\w*|наkша\w*"
    r"|накша\w*|конвенсия\w*|оиннома\w*"
    r"|келис\w+|шарт\w*|хаттама\w*|конвенция\w*|бағдарлама\w*|багдарлама\w*|жоспар\w*"
    r"|bitim\w*|shartnoma\w*|bayonnoma\w*|kelishuv\w*|dastur\w*|konvensiya\w*|reja\w*"
    r"|битим\w*|баённома\w*|баеннома\w*|келишув\w*|дастур\w*|режа\w*)"
)
NEAR = r"(?:\W+\w+){0,%d}?\W+"

# Languages where the verb stands before what it acts on: the other document follows.
FORWARD = [
    (AMENDS, 9, r"\b(?:amend(?:s|ing)|modif(?:y|ies|ying)|revis(?:es|ing)|to amend)\b"),
    (AMENDS, 9, r"\b(?:amend(?:ment)?s?|modifications?)(?: (?:no\.? ?)?\w+)? (?:to|of|in)\b"),
    (AMENDS, 5, r"\bизмен(?:яющ|ивш)\w+"),
    (AMENDS, 6, r"\bвнесени\w+(?:\W+\w+)?\W+(?:изменени|поправ)\w+"),
    (AMENDS, 5, r"\b(?:поправ\w+|изменени\w+) (?:и дополнени\w+ )?(?:к|в|во)\b"),
    (AMENDS, 4, r"\bоб изменени\w+"),
    (AMENDS, 6, r"\bтаг(?:й|и)?ир(?:от\w*|хо\w*|у|и)?(?: ва)?(?: иловахо\w*)? (?:ба|дар|ворид)\b"),
    (AMENDS, 6, r"\b(?:ворид|дохил) (?:намудан|кардан|сохтан)\w* таг(?:й|и)?ир\w*"),
    (SUPPLEMENTS, 9, r"\bsupplement(?:s|ing|al|ary)?(?: to)?\b"),
    (SUPPLEMENTS, 6, r"\badditional to\b"),
    (SUPPLEMENTS, 6, r"\badditional (?:protocol|article|agreement|convention)s?[^,;]{0,80}? to\b"),
    (SUPPLEMENTS, 5, r"\bдополняющ\w+"),
    (SUPPLEMENTS, 6, r"\bвнесени\w+ дополнени\w+"),
    (SUPPLEMENTS, 4, r"\bо дополнени\w+"),
    (SUPPLEMENTS, 5, r"\bдополнени\w+ (?:к|в)\b"),
    (SUPPLEMENTS, 5, r"\bдополнительн\w+ (?:протокол|соглашени|договор)\w*[^,;]{0,80}? к\b"),
    (SUPPLEMENTS, 5, r"\bиловагии?(?: ба)?\b"),
    (SUPPLEMENTS, 5, r"\bилова(?:хо)?\w* ба\b"),
    (EXTENDS, 14, r"\b(?:extend(?:s|ing)|prolong(?:s|ing)|renew(?:s|ing)|to extend)\b"),
    (EXTENDS, 14, r"\b(?:extension|prolongation|renewal)s? (?:of|to)\b"),
    (EXTENDS, 6, r"\b(?:продлени|пролонгаци|продлева)\w+"),
    (EXTENDS, 6, r"\b(?:тамдид|дароз)\w*(?: (?:намудан|кардан)\w*)?"),
]  # fmt: skip
# Those where it stands after: the other document comes before.
BACKWARD = [
    (AMENDS, r"\W+(?:\w+\W+){0,2}?озгерис\w*(?: (?:мен|жане) толыктыру\w*)? енгиз\w+"),
    (AMENDS, r"\W+(?:\w+\W+){0,2}?озгерту(?:лер)?\w*"),
    (AMENDS, r"\W+(?:\w+\W+){0,2}?(?:o'zgartir|узгартир)\w+"),
    (SUPPLEMENTS, r"\W+(?:\w+\W+){0,2}?толыктыру\w*"),
    (SUPPLEMENTS, r"\W+(?:\w+\W+){0,2}?(?:qo'shimcha|кушимча)(?:lar|лар)? (?:kiritish|киритиш)\w*"),
    (EXTENDS, r"\W+(?:\w+\W+){0,4}?узарт\w+"),
    (EXTENDS, r"\W+(?:\w+\W+){0,4}?(?:uzaytir|узайтир)\w+"),
]  # fmt: skip
FORWARD = [
    (kind, re.compile(rf"{verb}(?P<other>{NEAR % gap}{PAPER}\b.*)")) for kind, gap, verb in FORWARD
]
# From the beginning: a search that tried every letter as one would take long over a long title.
BACKWARD = [(kind, re.compile(rf"^(?P<other>.*\b{PAPER}){after}")) for kind, after in BACKWARD]


def acts(title: str) -> list[Act]:
    """What the title says that its document does to another one; each kind once, in order."""
    folded = fold(title)
    found: dict[RelationKind, Act] = {}
    for kind, pattern in (*FORWARD, *BACKWARD):
        if kind not in found and (match := pattern.search(folded)):
            found[kind] = Act(kind, match["other"].strip(" ,:;.-"))
    return list(found.values())


# ---- periods

YEARS = (
    r"(?P<first>(?:1[89]|20)\d\d)"
    r"(?: ?(?:-|/|and|to|through|и|по|ва|то|до) ?(?P<last>(?:1[89]|20)?\d\d)\b)?"
)
FOR = r"\b(?:for|during|covering)(?: the)?(?: \w+)?(?: years?| periods?)?(?: of| from| between)?"
FOR_THEM = r"(?: \w+)? (?:арналган|мулжалланган|mo'ljallangan|учун|uchun)"
PERIODS = [
    rf"{FOR} {YEARS}(?! (?:agreement|treaty|convention|protocol))",
    rf"\bна(?: период)?(?: с)? {YEARS} ?(?:год[аыу]?|годов|гг?\.?)(?!\w)",
    rf"\bбарои(?: давраи)?(?: солхои| соли) {YEARS}",
    rf"\bдар (?:давраи )?солхои {YEARS}",
    rf"\b{YEARS} ?-? ?(?:жыл\w*|йил\w*|yil\w*){FOR_THEM}",
    rf"\b{YEARS} ?-? ?(?:жылдарга|йилларга|yillarga|жылга|йилга|yilga)\b",
]  # fmt: skip
PERIODS = [re.compile(pattern) for pattern in PERIODS]


def period(title: str) -> str | None:
    """The years for which the title says that it was made, as EDTF text: ``2023/2025``, ``2024``.

    None where it says none, or more than one.
    """
    said = set(years_said(fold(title)))
    return said.pop() if len(said) == 1 else None


def years_said(folded: str) -> Iterator[str]:
    for pattern in PERIODS:
        for match in pattern.finditer(folded):
            first, last = match["first"], match["last"]
            last = last and first[: 4 - len(last)] + last
            edtf = f"{first}/{last}" if last and last != first else first
            if dates.valid(edtf):
                yield edtf
