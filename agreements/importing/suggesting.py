"""A profile to begin with, for a table that nobody has described: from its header and a sample.

It is a proposal, for the clerk to correct. A column that nothing tells is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from agreements.communique.languages import recognised
from agreements.letters import fold

from . import column_dates
from .column_dates import BadDate
from .known import Known
from .own_exports import own_profile
from .profiles import Key, Profile, Use
from .rows import Row
from .targets import DATES, TARGETS

# What columns are called in English, Russian, Spanish, Portuguese and French, folded.
HEADERS = {
    "title": "title|title of the (?:treaty|agreement|document)|name of the (?:treaty|agreement)"
    "|document|заголовок|(?:название|наименование)(?: документа| договора| соглашения)?"
    "|titulo|nombre"
    "|nombre del (?:tratado|acuerdo)|titulo do (?:ato|acordo|tratado)|titre|intitule",
    "title_language": "lang|language|title lang(?:uage)?|язык|язык документа|idioma|lingua|langue",
    "type": "type|doc(?:ument)? type|kind|kind of document|вид|тип|(?:вид|тип) документа|tipo"
    "|tipo de (?:documento|tratado|ato)|type de document|nature",
    "signing_dates": "date|signed|signed on|date signed|date of sign(?:ature|ing)|signature date"
    "|signing date|дата|дата подписания|подписан|fecha|fecha de (?:la )?(?:firma|suscripcion)|data"
    "|data (?:de|da) (?:assinatura|celebracao)|date de (?:la )?signature|signe le",
    "in_force_on": "in force|in force on|date in force|entry into force|force"
    "|дата вступления в силу"
    "|вступление в силу|(?:fecha de )?entrada en vigor|(?:data de )?entrada em vigor"
    "|vigor int em|(?:date d')?entree en vigueur",
    "ended_on": "ended|ended on|date ended|terminated|terminated on|expired|дата прекращения"
    "|дата окончания|fecha de terminacion|expirou em|date d'expiration",
    "place_name": "place|place signed|place of sign(?:ature|ing)|city|место|место подписания|город"
    "|lugar|lugar de (?:la )?(?:firma|adopcion|suscripcion)|local|loc celebracao|lieu"
    "|lieu de (?:la )?signature",
    "subjects": "subjects?|topics?|тем[аы]|тематика|предмет|temas?|materia|assunto|asunto|sujet"
    "|matiere",
    "parties": "parties|countries|states|country name|стороны|страны|государства|partes|paises"
    "|estados|pays|etats",
    "side_2_state": "country|state|partner|counterpart|страна|государство|партнер|pais|parceiro"
    "|contraparte|partenaire",
    "signatories": "signator(?:y|ies)|signed by|подписал[и]?|подписанты|firmantes?|signatarios?"
    "|signataires?",
    "summary": "summary|abstract|аннотация|краткое содержание|resumen|resumo|resume",
    "source_url": "url|link|source url|web|ссылка|адрес|enlace|lien|pdf url",
    "status_stated": "status|статус|состояние|vigente|situacao|situation",
    "internal_note": "notes?|remarks?|comments?|примечани[ея]|комментарии|notas?"
    "|observac(?:oes|iones)"
    "|remarques?",
}
OF_SIDES = {
    "state": "(?:party|state|country|side|сторона|страна|государство|parte|pais|estado|partie|pays)"
    " ?{side}(?: (?:code|name|state|country))?",
    "agency_name": "(?:agency|body|ministry|орган|ведомство|министерство|organo|orgao|organe)"
    " ?{side}|(?:party|side|сторона) ?{side} (?:body|agency|орган|ведомство)",
}
IDS = re.compile("(?:treaty |document |record )?(?:id|no|number|numero|номер)|uuid|#|№")
MOST_OF = 0.6
LONG_TEXT = 40
LISTS = (";", "|", "/")


def suggest(columns: Sequence[str], sample: Iterable[Row], known: Known) -> Profile:
    """``sample`` are some rows of the table. The result may still lack what a profile must say."""
    if own := own_profile(columns):
        return own
    rows = [row.cells for row in sample if not row.problems]
    values = {name: [row[name] for row in rows if row.get(name, "").strip()] for name in columns}
    uses = by_header(columns)
    uses = by_values(uses, columns, values, known)
    profile = Profile(
        uses=tuple(with_details(use, values[use.column]) for use in uses),
        constants=language_of(
            [v for use in uses if use.field == "title" for v in values[use.column]]
        ),
    )
    if any(profile.uses_of("title_language")):
        profile = replace(profile, constants={})
    key = next((name for name in columns if is_id(name, values[name])), "")
    return replace(profile, key=Key("import", column=key)) if key else profile


def language_of(titles: list[str]) -> dict[str, str]:
    """Where all are in one."""
    found = {recognised(title) for title in titles}
    code = found.pop() if len(found) == 1 else None
    return {"title_language": code} if code else {}


def plain(header: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", fold(header).replace("'", "’")).split()) or header


def by_header(columns: Iterable[str]) -> list[Use]:
    """Each field by the first column that is called so."""
    found: dict[str, Use] = {}
    for column in columns:
        name = field_of(column)
        if name and name not in found:
            found[name] = Use(column, name)
    return list(found.values())


def field_of(column: str) -> str:
    if column in TARGETS:
        return column
    header = plain(column)
    for side, letters in ((1, "(?:1|a|one)"), (2, "(?:2|b|two)")):
        for name, pattern in OF_SIDES.items():
            if re.fullmatch(pattern.format(side=letters), header):
                return f"side_{side}_{name}"
    matches = (name for name, pattern in HEADERS.items() if re.fullmatch(pattern, header))
    return next(matches, "")


def by_values(
    uses: list[Use], columns: Iterable[str], values: dict[str, list[str]], known: Known
) -> list[Use]:
    """What no header told: states, a date, and the longest words as the title."""
    filled, told = {use.field for use in uses}, {use.column for use in uses}
    rest = [name for name in columns if name not in told and values[name]]
    states = [name for name in rest if share(values[name], known_state(known)) >= MOST_OF]
    if "parties" not in filled:
        free = [name for name in ("side_1_state", "side_2_state") if name not in filled]
        uses = uses + [Use(column, name) for column, name in zip(states, free, strict=False)]
    if "signing_dates" not in filled:
        days = [name for name in rest if share(values[name], is_date) >= MOST_OF]
        uses = uses + [Use(name, "signing_dates") for name in days[:1]]
    if "title" not in filled:
        lengths = {name: sum(map(len, values[name])) / len(values[name]) for name in rest}
        longest = max(lengths, key=lambda name: lengths[name], default="")
        uses = uses + [Use(longest, "title")] * (lengths.get(longest, 0) >= LONG_TEXT)
    return uses


def share(values: list[str], is_so: Callable[[str], bool]) -> float:
    return sum(map(is_so, values)) / len(values) if values else 0


def known_state(known: Known) -> Callable[[str], bool]:
    return lambda text: bool(known.states.find(text).candidates)


def is_date(text: str) -> bool:
    """A whole day: a year alone may be a number of anything."""
    if any(column_dates.kinds(text)):
        return True
    try:
        return "-" in column_dates.read(text, "words")[:-1]
    except BadDate:
        return False


def is_id(column: str, values: list[str]) -> bool:
    return bool(values and IDS.fullmatch(fold(column).replace("_", " "))) and len(
        set(values)
    ) == len(values)


def with_details(use: Use, values: list[str]) -> Use:
    """Where a cell holds several, what stands between them."""
    target = TARGETS[use.field]
    if not target.is_list or use.field in DATES:
        return use
    signs = [sign for sign in LISTS if share(values, lambda text, sign=sign: sign in text) > 0.2]
    return replace(use, separator=signs[0]) if signs and use.field != "place_name" else use
