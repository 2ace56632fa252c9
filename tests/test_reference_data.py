"""The archive's own data files: facts that a loader trusts without asking."""

import csv
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from agreements.letters import fold

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "agreements" / "reference"
SHARED_STATES = ROOT.parent / "shared" / "data" / "states" / "states.csv"
LANGUAGES = {"en", "ru", "tg", "kk", "uz", "fr", "ar", "zh"}
SUBJECT_LANGUAGES = {"en", "ru", "tg", "kk", "uz", "fr"}
# Languages in which no page is shown, and readers type all the same.
TYPED = {"es", "pt", "de", "it", "tr", "fa", "ky"}
NAME_KINDS = {"short", "official", "former", "other"}
CODE = re.compile(r"[a-z]{2}|[a-z]{4}|x-[a-z]+(-[a-z]+)*")
SLUG = re.compile(r"[a-z]+(-[a-z]+)*")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?~?")
FILES = [
    "states.json",
    "more_state_names.json",
    "subjects.json",
    "state_successions.json",
    "capitals_and_places.json",
    "official_names_iso_codes.json",
    "memberships.json",
]


@cache
def read(name: str) -> list | dict:
    return json.loads((REFERENCE / name).read_text(encoding="utf-8"))


def states() -> dict[str, dict]:
    return {row["code"]: row for row in read("states.json")}


def is_current(row: dict) -> bool:
    """An entry of ISO 3166-1 as it stands, or Kosovo, which has none."""
    return len(row["code"]) == 2 or row["code"] == "x-kosovo"


def is_former(code: str) -> bool:
    """An entry of ISO 3166-3."""
    return len(code) == 4 and code.isalpha()


def names_of(rows: list[dict]) -> Iterator[tuple[str, dict]]:
    for row in rows:
        for name in row["names"]:
            yield row.get("code") or row["key"], name


def more_names() -> Iterator[tuple[str, dict]]:
    for code, by_language in read("more_state_names.json").items():
        for language, kinds in by_language.items():
            for kind, texts in kinds.items():
                for text in [texts] if isinstance(texts, str) else texts:
                    yield code, {"language": language, "kind": kind, "text": text}


def all_names() -> list[tuple[str, dict]]:
    return [
        *names_of(read("states.json")),
        *more_names(),
        *names_of(read("capitals_and_places.json")),
    ]


def subjects() -> Iterator[dict]:
    for group in read("subjects.json"):
        yield group
        yield from group["children"]


def first_day(text: str | None) -> date:
    """The first day that the date may mean; the beginning of time where there is none."""
    if text is None:
        return date.min
    parts = [int(part) for part in text.rstrip("~").split("-")]
    return date(*parts, *[1] * (3 - len(parts)))


def last_month(text: str) -> tuple[int, int]:
    """The last month that the date may mean."""
    parts = [int(part) for part in text.rstrip("~").split("-")]
    return (parts[0], parts[1] if len(parts) > 1 else 12)


def repeated(values: Iterator) -> list:
    return [value for value, number in Counter(values).items() if number > 1]


@pytest.mark.parametrize("name", FILES)
def test_text_is_nfc_and_clean(name: str) -> None:
    text = (REFERENCE / name).read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert text.endswith("\n")
    persian = text.replace("\u200c", "") if name == "more_state_names.json" else text
    assert not re.search("[\u00a0\u00ad\u200b-\u200f\u202a-\u202e\ufeff]", persian)


@pytest.mark.parametrize("name", FILES)
def test_no_latin_letter_stands_inside_a_cyrillic_word(name: str) -> None:
    words = re.findall(r"[^\W\d_]+", (REFERENCE / name).read_text(encoding="utf-8"))
    mixed = {
        word
        for word in words
        if re.search(r"[A-Za-z\u00c0-\u024f]", word) and re.search(r"[\u0400-\u052f]", word)
    }
    assert mixed == set()


def test_names_are_written_in_the_script_of_their_language() -> None:
    letters = {
        "en": "LATIN",
        "fr": "LATIN",
        "uz": "LATIN",
        "ru": "CYRILLIC",
        "tg": "CYRILLIC",
        "kk": "CYRILLIC",
        "uz-Cyrl": "CYRILLIC",
        "ar": "ARABIC",
        "zh": "CJK",
        "es": "LATIN",
        "pt": "LATIN",
        "de": "LATIN",
        "it": "LATIN",
        "tr": "LATIN",
        "fa": "ARABIC",
        "ky": "CYRILLIC",
    }
    strange = [
        (owner, name["text"])
        for owner, name in all_names()
        for letter in name["text"]
        if unicodedata.category(letter) in {"Lu", "Ll", "Lo"}
        and not unicodedata.name(letter).startswith(letters[name["language"]])
    ]
    assert strange == []


def test_state_codes_have_their_form_and_stand_once() -> None:
    codes = [row["code"] for row in read("states.json")]
    assert [code for code in codes if not CODE.fullmatch(code) or len(code) > 20] == []
    assert repeated(codes) == []


def test_three_letter_codes_stand_once() -> None:
    rows = read("states.json")
    assert repeated(row["alpha3"] for row in rows if row["alpha3"]) == []
    assert [row["code"] for row in rows if len(row["code"]) == 2 and not row["alpha3"]] == []
    assert [row["code"] for row in rows if row["code"].startswith("x-") and row["alpha3"]] == []


def test_numbers_of_present_and_former_states() -> None:
    rows = read("states.json")
    present = [row for row in rows if is_current(row)]
    assert len(present) == 250
    assert sum(row["kind"] == "state" for row in present) == 193 + 4
    assert sum(is_former(row["code"]) for row in rows) == 31
    assert sum(row["kind"] == "organisation" for row in rows) >= 60
    assert sum(row["code"].startswith("x-") and row["kind"] != "organisation" for row in rows) > 80


def test_a_present_state_has_no_end() -> None:
    assert [row["code"] for row in read("states.json") if is_current(row) and row["until"]] == []


def test_kinds_are_known() -> None:
    assert {row["kind"] for row in read("states.json")} == {"state", "territory", "organisation"}
    assert {name.get("kind", "short") for _, name in all_names()} == NAME_KINDS


def test_everything_has_an_english_short_name() -> None:
    rows = [*read("states.json"), *read("capitals_and_places.json")]
    lacking = [
        row.get("code") or row["key"]
        for row in rows
        if not any(
            n["language"] == "en" and n.get("kind", "short") == "short" for n in row["names"]
        )
    ]
    assert lacking == []


def test_a_present_state_has_a_short_name_in_every_language() -> None:
    lacking = {
        row["code"]: LANGUAGES - {n["language"] for n in row["names"] if n["kind"] == "short"}
        for row in read("states.json")
        if is_current(row)
    }
    assert {code: gap for code, gap in lacking.items() if gap} == {}


def test_a_short_name_holds_on_every_day() -> None:
    """A dated one would leave days on which a reader sees the name in another language."""
    dated = [
        (owner, name["text"])
        for owner, name in names_of(read("states.json"))
        if name["kind"] == "short" and (name.get("since") or name.get("until"))
    ]
    assert dated == []


def test_one_short_and_one_official_name_hold_at_a_time() -> None:
    by_owner: dict[tuple, list[dict]] = {}
    for owner, name in all_names():
        if name.get("kind", "short") in {"short", "official"}:
            key = (owner, name["language"], name.get("kind", "short"))
            by_owner.setdefault(key, []).append(name)
    overlapping = [
        key
        for key, names in by_owner.items()
        for one, other in pairwise(names)
        if not one.get("until") or first_day(other.get("since")) < first_day(one["until"])
    ]
    assert overlapping == []


def test_a_name_stands_once() -> None:
    assert (
        repeated(
            (owner, name["language"], name.get("kind", "short"), name["text"], name.get("since"))
            for owner, name in all_names()
        )
        == []
    )


def test_a_short_name_is_shared_only_with_a_predecessor() -> None:
    related = {
        frozenset([row["predecessor"], row["successor"]]) for row in read("state_successions.json")
    }
    bearers: dict[tuple[str, str], set[str]] = {}
    for code, name in [*names_of(read("states.json")), *more_names()]:
        if name["kind"] == "short":
            bearers.setdefault((name["language"], name["text"]), set()).add(code)
    shared = {key: codes for key, codes in bearers.items() if len(codes) > 1}
    assert {key: codes for key, codes in shared.items() if codes not in related} == {}


def test_dates_are_well_formed_and_in_order() -> None:
    dated = [*read("states.json"), *(name for _, name in all_names())]
    for row in dated:
        given = [value for value in (row.get("since"), row.get("until")) if value]
        assert all(DATE.fullmatch(value) and first_day(value) for value in given), row
        if len(given) == 2:
            assert first_day(given[0]) < first_day(given[1]), row


def test_successions_name_states_and_stand_once() -> None:
    rows = read("state_successions.json")
    unknown = {code for row in rows for code in (row["predecessor"], row["successor"])}
    assert unknown - set(states()) == set()
    assert repeated((row["predecessor"], row["successor"]) for row in rows) == []
    assert [row for row in rows if row["predecessor"] == row["successor"]] == []
    assert max(len(row["note"]) for row in rows) <= 200


def test_successions_do_not_point_backwards() -> None:
    by_code = states()
    for row in read("state_successions.json"):
        assert DATE.fullmatch(row["on"]), row
        before, after = by_code[row["predecessor"]], by_code[row["successor"]]
        month = last_month(row["on"])
        for since in (before["since"], after["since"]):
            begun = first_day(since)
            assert (begun.year, begun.month) <= month, row
        assert first_day(before["since"]) <= first_day(after["until"] or "9999"), row


def test_capitals_are_places_of_their_state() -> None:
    places = {row["key"]: row["state"] for row in read("capitals_and_places.json")}
    capitals = {row["code"]: row["capital"] for row in read("states.json") if "capital" in row}
    assert {code: key for code, key in capitals.items() if places.get(key) != code} == {}
    present = {row["code"] for row in read("states.json") if is_current(row)}
    lacking = {code for code in present - set(capitals) if states()[code]["kind"] == "state"}
    assert lacking == {"gq", "il", "ps"}


def test_places_have_keys_and_states() -> None:
    rows = read("capitals_and_places.json")
    assert repeated(row["key"] for row in rows) == []
    assert [row["key"] for row in rows if not SLUG.fullmatch(row["key"])] == []
    assert {row["state"] for row in rows} - {None, *states()} == set()
    assert len(rows) >= 300


def test_subjects_have_two_levels_and_careful_names() -> None:
    groups = read("subjects.json")
    slugs = [row["slug"] for row in subjects()]
    assert repeated(slugs) == []
    assert [slug for slug in slugs if not SLUG.fullmatch(slug) or len(slug) > 60] == []
    assert 20 <= len(groups) <= 30
    assert [group["slug"] for group in groups if not 3 <= len(group["children"]) <= 8] == []
    assert [row["slug"] for row in subjects() if SUBJECT_LANGUAGES - set(row["names"])] == []


@pytest.mark.parametrize("language", sorted(SUBJECT_LANGUAGES))
def test_a_subject_name_stands_once_in_a_language(language: str) -> None:
    assert repeated(row["names"][language] for row in subjects()) == []


def test_a_present_state_has_a_short_name_in_languages_that_readers_type() -> None:
    given: dict[str, set[str]] = {code: set() for code, row in states().items() if is_current(row)}
    for code, name in more_names():
        if name["kind"] == "short" and code in given:
            given[code].add(name["language"])
    assert {code: TYPED - found for code, found in given.items() if TYPED - found} == {}


def test_no_name_stands_twice_in_a_language() -> None:
    """Neither in one file nor in the other, however it is written."""
    said = [(code, n["language"], fold(n["text"])) for code, n in more_names()]
    known = {(code, n["language"], fold(n["text"])) for code, n in names_of(read("states.json"))}
    assert repeated(iter(said)) == []
    assert set(said) & known == set()
    assert {code for code, _, _ in said} - set(states()) == set()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("UAE", "ae"),
        ("ОАЭ", "ae"),
        ("阿联酋", "ae"),
        ("UK", "gb"),
        ("Англия", "gb"),
        ("USA", "us"),
        ("АҚШ", "us"),
        ("EE. UU.", "us"),
        ("ABD", "us"),
        ("СССР", "suhh"),
        ("Sowjetunion", "suhh"),
        ("شوروی", "suhh"),
        ("Persia", "ir"),
        ("Pérsia", "ir"),
        ("波斯", "ir"),
        ("França", "fr"),
        ("España", "es"),
        ("塔吉克斯坦", "tj"),
        ("Киргизистон", "kg"),
        ("Киргизия", "kg"),
        ("Kirgisistan", "kg"),
        ("Özbekistan", "uz"),
        ("قزاقستان", "kz"),
        ("Elfenbeinküste", "ci"),
        ("Birmania", "mm"),
        ("Olanda", "nl"),
    ],
)
def test_state_is_known_by_the_name_that_is_typed(typed: str, code: str) -> None:
    names = [*names_of(read("states.json")), *more_names()]
    assert code in {owner for owner, name in names if fold(name["text"]) == fold(typed)}


def test_names_under_another_licence_fill_gaps_only() -> None:
    """What states.json says itself is not said again, so that the file can be taken away."""
    official = {
        (code, name["language"])
        for code, name in names_of(read("states.json"))
        if name["kind"] == "official"
    }
    borrowed = {
        (code, language)
        for code, names in read("official_names_iso_codes.json").items()
        for language in names
    }
    assert borrowed & official == set()
    assert {code for code, _ in borrowed} - set(states()) == set()
    assert {language for _, language in borrowed} == {"tg", "kk"}


def test_licence_texts_stand_beside_the_data() -> None:
    licences = REFERENCE / "licences"
    assert "UNICODE LICENSE V3" in (licences / "Unicode-3.0.txt").read_text(encoding="utf-8")
    assert "Version 2.1" in (licences / "LGPL-2.1.txt").read_text(encoding="utf-8")


def test_every_iso_code_is_here() -> None:
    if not SHARED_STATES.exists():
        pytest.skip("the table of ISO 3166 codes to compare with is not on this machine")
    with SHARED_STATES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    present = {row["alpha2"].lower(): row["code"] for row in rows if row["kind"] == "current"}
    former = {row["iso3166_3"].lower() for row in rows if row["kind"] != "current"}
    ours = states()
    assert set(present) == {code for code in ours if len(code) == 2}
    assert {code for code in present if ours[code]["alpha3"] != present[code]} == set()
    assert former == {code for code in ours if is_former(code)}


def test_members_are_states_and_organisations_organisations() -> None:
    kinds = {code: row["kind"] for code, row in states().items()}
    for row in read("memberships.json"):
        assert kinds[row["organisation"]] == "organisation"
        assert {kinds[code] for code in row["members"]} == {"state"}
        assert DATE.fullmatch(row["since"]) and row["since"] < row.get("until", "9999")
    seats = [(r["organisation"], code) for r in read("memberships.json") for code in r["members"]]
    assert len(seats) == len(set(seats)), "nobody has left and come back yet"


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("1958-01-01", 6),
        ("1972-12-31", 6),
        ("1980-06-01", 9),
        ("1985-01-01", 10),
        ("1994-12-31", 12),
        ("1995-01-01", 15),
        ("2004-05-01", 25),
        ("2012-06-01", 27),
        ("2013-07-01", 28),
        ("2020-01-31", 28),
        ("2020-02-01", 27),
    ],
)
def test_european_union_on_a_day(day: str, number: int) -> None:
    members = [
        code
        for row in read("memberships.json")
        for code in row["members"]
        if row["organisation"] == "x-eu" and row["since"] <= day < row.get("until", "9999")
    ]
    assert len(members) == number
