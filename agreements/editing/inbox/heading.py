"""Where the title of a paper stands: at the head of its words, over as many lines as it takes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from agreements.communique.languages import GRAMMARS
from agreements.communique.proposal import Span
from agreements.communique.script import plain
from agreements.editing import proposing

LOOKED_AT = 5_000
LONGEST = 700
MOST_TITLES = 4
LINE = re.compile(r"[^\n]+")
# Before the word for the paper, on its line: the number of a collection, a mark of a part.
BEFORE = re.compile(
    r"[\s#*“”\"«]*(?:(?:MainText|Title)\s*:?\s*)?(?:N[o°º]\.?\s*[\d()/-]+[.:]?\s*)?"
)
# The paper is named this early in its title; plain text.
EARLY = 60
# What a title does not end with: the next line belongs to it.
GOES_ON = re.compile(
    r"(?:[,–-]|\b(?:between|and|the|of|on|in|for|to|with|from|by|concerning|regarding|a|an|its|at"
    r"|entre|et|le|la|les|des?|du|d|l|sur|pour|en|relatif|relative|au|aux"
    r"|y|el|los|sobre|del|o|e|os|da|do|das|dos|para|und|der|die|das|zwischen|uber|zur|di|tra|il"
    r"|между|и|о|об|в|во|на|по|к|с|со|байни|ва|дар|оид|ба|бораи|мен|пен|бен|жана|менен|va|bilan|ve"
    r"|ва|билан|хукумати|вазорати|чумхурии))\s*$"
)
# A line that goes on with the title above it, even over an empty one.
FOLLOWS = re.compile(
    r"(?:between|and|on|of|for|in|to|concerning|regarding|relating|with|entre|et|relati|sur|pour"
    r"|y|sobre|para|e o|e a|und|zwischen|uber"
    r"|между|и|о|об|в|байни|ва|дар|оид|арасындагы|жане|мен|ортосундагы|жана|ortasida|va)\b"
)
# With these the text begins; as it is written, since within a line only a capital tells.
PARTY_WORDS = (
    r"(?:Government|Republic|Kingdom|United|States|Parties|Ministry|Contracting|High|Federal|Union"
    r"|Democratic|People|Swiss|Royal|State|President|Council|European)"
)
TEXT_BEGINS = re.compile(
    rf"The\s+(?:[A-Z]\w+\s+){{0,3}}?{PARTY_WORDS}|THE\s+(?:GOVERNMENT|REPUBLIC|KINGDOM|UNITED)\b"
    r"|Le\s+(?:Gouvernement|Président)|La\s+République|Los?\s+Gobiernos?|El\s+Gobierno"
    r"|La\s+República|O\s+Governo|A\s+República|Die\s+(?:Regierung|Republik)|Il\s+Governo"
    r"|Правительство\b|Министерство\b|Республика\b"
    r"|(?<!и\s)(?:Ҳукумати|Вазорати|Ҷумҳурии)\b"  # not "Ҳукумати Ҷумҳурии", one within the other
    r"|Hukumati\b|[Pp]reamble\b|PREAMBLE\b|PR[ÉE]AMBULE|ПРЕАМБУЛА"
    r"|(?:Article|ARTICLE|Artículo|Artikel|Статья|СТАТЬЯ|Моддаи|Модда|Бап)\s+[IVX\d]"
    r"|His\s+(?:Majesty|Excellency)|Her\s+Majesty|Whereas|Vu\s+l|Having\s+regard|Visto|Учитывая|Desiring|Desirous|Considering|In\s+order"
    r"|On\s+\d|Contents?\b|CONTENTS?\b|TABLE\s+OF|Table\s+of|Official\s+texts?|Authentic\s+texts?|Textes?\s+officiels?|Registered\s+(?:by|on)"
)
SIGNED = re.compile(
    r"[\s.,;:(*\d-]*\b(?:signed|done|concluded|signe|signee|signes|fait|faite|conclue?s?|firmado|firmada"
    r"|hecho|assinad[oa]|unterzeichnet|подписан\w*|совершен\w*|came into force|entered into force)"
    r"\s+(?:at|in|on|a|en|em|le|in|am|zu|в|г)\b"
)
# A number of a note behind the word for the paper: "AGREEMENT 1 ON", "CONVENTION*".
NOTE = re.compile(
    r"(?<=[^\W\d_a-zа-я])(?:\*+|\s?[¹²³]|[1-9](?=\s|$)|\s[1-9](?=\s+[^\W\d_a-zа-я]{2}))"
)
# Of these there is a first and a second: the number is no note's.
NUMBERED = re.compile(r"protocol|annex|amendment|addendum|part|протокол|приложени|дополнени")
NOTED_BEFORE = 40
# Sentences of a text that name the paper itself.
OF_ITSELF = re.compile(
    r"\b(?:this|that|these|present|said|такого|настоящ\w+|данн\w+|present[ea]?|mazkur|мазкур\w*"
    r"|осы|ушбу|ҳамин|хамин)\s"
)
# With such a line above it a line is in the midst of a sentence.
OF_ITSELF_ABOVE = re.compile(OF_ITSELF.pattern + "$")
SENTENCE = re.compile(
    r"(?:\w+\s+){1,4}?(?:shall|must|will|may|is|are|was|were|has|have|had|enters?|provides?"
    r"|вступает|является|может|должн\w+|sera|est|sont|entrera)\b"
)
TITLE_ENDS = ' “”"«»*#.'
DATED = re.compile(r"\s*\([^()\n]{0,60}\b(?:18|19|20)\d\d[^()\n]{0,12}\)?$")


def titles(text: str, language: str) -> list[Span]:
    """Where titles may stand in the head of a text, in order; none where none is plain."""
    head = text[:LOOKED_AT]
    lines = [Span(*match.span()) for match in LINE.finditer(head) if match[0].strip()]
    found: list[Span] = []
    for number, line in enumerate(lines):
        start = begins(head, line, language)
        if start is None or (found and start < found[-1].end):
            continue
        if number and goes_on_from(head, lines[number - 1], line):
            continue
        found.append(whole(head, start, lines[number:]))
        if len(found) == MOST_TITLES:
            break
    return found


def begins(text: str, line: Span, language: str) -> int | None:
    """Where a title begins in the line; None where it is another line."""
    start = BEFORE.match(text, line.start, line.end).end()
    said = without_notes(text[start : line.end])
    if not said or not said[0].isupper() or TEXT_BEGINS.match(said):
        return None
    beginning = plain(said[:EARLY])
    if OF_ITSELF.search(beginning) or SENTENCE.match(beginning):
        return None
    return start if names_a_paper(said, language) else None


def goes_on_from(text: str, above: Span, line: Span) -> bool:
    """ "... arise from this", and on the next line "Agreement, unless otherwise agreed"."""
    is_next = text[above.end : line.start].count("\n") < 2
    return is_next and bool(OF_ITSELF_ABOVE.search(plain(text[above.start : above.end]) + " "))


def without_notes(said: str) -> str:
    """Signs of notes as spaces, so that every letter stays in its place."""
    if NUMBERED.search(plain(said[:NOTED_BEFORE])):
        return said
    head = NOTE.sub(lambda match: " " * len(match[0]), said[:NOTED_BEFORE])
    return head + said[NOTED_BEFORE:]


def names_a_paper(said: str, language: str) -> bool:
    """Early, and as one writes a title: with a capital, or in a line that has no others."""
    if proposing.type_of(said):
        return True
    grammar = GRAMMARS.get(language)
    match = grammar and grammar.type_pattern.search(plain(said[: EARLY + 40]))
    return bool(match) and (match.start() == 0 or (match.start() < EARLY and not lower(said)))


def lower(said: str) -> bool:
    return any(character.islower() for character in said)


def whole(text: str, start: int, lines: list[Span]) -> Span:
    end = lines[0].end
    for line, following in itertools.pairwise(lines):
        said = text[start : line.end]
        if line.end - start > LONGEST or not goes_on(text, said, line, following):
            break
        end = following.end
    return cut(text, Span(start, end))


def goes_on(text: str, said: str, line: Span, following: Span) -> bool:
    next_said = text[following.start : following.end].strip()
    if SIGNED.search(plain(said)):
        return False
    if GOES_ON.search(plain(said).rstrip()):
        return True
    if TEXT_BEGINS.match(next_said) or SIGNED.match(plain(next_said)):
        return False
    if FOLLOWS.match(plain(next_said)) and (next_said[0].islower() or not lower(said)):
        return True
    if text[line.end : following.start].count("\n") > 1 or ends(said):
        return False
    return lower(said) == lower(next_said) or next_said[0].islower()


def ends(said: str) -> bool:
    return said.rstrip().endswith((".", ":", ";"))


def cut(text: str, span: Span) -> Span:
    """Without what follows on the same line: that it was signed, or the first words of the text."""
    said = plain(text[span.start : span.end])
    ends_at = [match.start() for match in SIGNED.finditer(said) if match.start() > 10][:1]
    ends_at += list(beginnings(text, span, said))
    end = span.start + min(ends_at, default=len(said))
    if match := DATED.search(text, span.start, end):
        end = match.start()
    while end > span.start and text[end - 1] in " \n\r\t.,;:*#-–[(":
        end -= 1
    return Span(span.start, end)


def beginnings(text: str, span: Span, said: str) -> Iterator[int]:
    for match in TEXT_BEGINS.finditer(text, span.start + 12, span.end):
        place = match.start() - span.start
        before = said[:place].rstrip()
        if not GOES_ON.search(before) and " " in before:
            yield place


def as_title(said: str) -> str:
    """In one line, words that lines divide joined again, without numbers of notes."""
    joined = re.sub(r"(?<=[^\W\d_])[-\u00ad]\s*\n\s*(?=[^\W\d_])", "-", said)
    bare = without_notes(" ".join(joined.replace("\u00ad", "").split()))
    return calmed(" ".join(bare.split()).strip(TITLE_ENDS))


def calmed(title: str) -> str:
    """ "AGREEMENT between" is how a paper sets it: "Agreement between". Names stay as they are."""
    words = title.split()
    loud = list(itertools.takewhile(str.isupper, words))
    kind = " ".join(loud)
    if not lower(title) or not proposing.type_of(kind):
        return title
    return f"{kind.capitalize()} {' '.join(words[len(loud) :])}"
