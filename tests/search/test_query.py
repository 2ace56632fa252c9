"""What was typed, taken apart: every sign that has a meaning, and whatever has none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.search.query import LONGEST, MOST_TERMS, Kind, Query, Term, parse


def told(query: Query) -> str:
    """One line: groups, then what is to be absent after a minus."""
    groups = ["|".join(map(short, group)) for group in query.groups]
    return " ".join([*groups, *(f"-{short(term)}" for term in query.without)])


def short(term: Term) -> str:
    years = "..".join(map(str, term.years))
    return years or {Kind.PHRASE: f"[{term.text}]", Kind.PREFIX: f"{term.text}*"}.get(
        term.kind, term.text
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("water dam", "water dam"),
        ('"hydro power" dam', "[hydro power] dam"),
        ("“hydro power”", "[hydro power]"),
        ("„hydro power“", "[hydro power]"),
        ("«гидро энергия»", "[гидро энергия]"),
        ("« гидро энергия »", "[гидро энергия]"),
        ('dam("hydro power")', "dam( [hydro power]"),
        ("dam*", "dam*"),
        ("dam**", "dam*"),
        ("water -dam", "water -dam"),
        ('water -"hydro power"', "water -[hydro power]"),
        ("water -dam*", "water -dam*"),
        ("-dam", "-dam"),
        ("water -", "water"),
        ("--dam", "--dam"),
        ("hydro-power", "hydro-power"),
        ("water OR dam road", "water|dam road"),
        ("вода ИЛИ плотина", "вода|плотина"),
        ("water | dam | road", "water|dam|road"),
        ("water or dam", "water or dam"),
        ("OR water", "water"),
        ("water OR", "water"),
        ("water OR OR dam", "water|dam"),
        ('"OR"', "[OR]"),
        ("water OR -dam", "water -dam"),
        ("-dam OR water", "water -dam"),
        ("1995-2000", "1995..2000"),
        ("1995–2000", "1995..2000"),
        ("1995—2000", "1995..2000"),
        ("1995..2000", "1995..2000"),
        ("(1995-2000),", "1995..2000"),
        ("-1995-2000", "-1995..2000"),
        ("2000-1995", "1995..2000"),
        ("1995 - 2000 dam", "1995..2000 dam"),
        ("1995 – 2000", "1995..2000"),
        ('"1995 - 2000"', "[1995 - 2000]"),
        ("1995..", "1995..2100"),
        ("..2000", "1600..2000"),
        ("1990s", "1990..1999"),
        ("1995s", "1995s"),
        ("water NOT dam", "water -dam"),
        ('water NOT "hydro power"', "water -[hydro power]"),
        ("вода НЕ плотина", "вода -плотина"),
        ("water not dam", "water not dam"),
        ("water NOT", "water"),
        ("water −dam", "water -dam"),
        ("1000-2000", "1000-2000"),
        ("1995-2000-3", "1995-2000-3"),
        ("15-710", "15-710"),
        ("№ 504", "504"),
        ("№504", "504"),
        ("No. 504", "504"),
        ("n° 504", "504"),
        ("nº504", "504"),
        ("N 504", "504"),
        ("Nr. 504", "504"),
        ("no war", "no war"),
        ('"Order No. 504"', "[Order No. 504]"),
        ("и\u0306од", "йод"),
    ],
)
def test_signs_have_their_meaning(typed: str, meant: str) -> None:
    assert told(parse(typed)) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "   ", '"', '""', '" "', "-", "*", "-*", "|", "OR", "ИЛИ", "& ! ( ) : '", "№", "\0"],
)
def test_nothing_to_look_for_is_no_query(typed: str) -> None:
    assert not parse(typed)


def test_open_quote_is_dropped_and_said() -> None:
    query = parse('water "hydro power')
    assert (told(query), query.has_open_quote) == ("water hydro power", True)
    assert told(parse('"hydro power" "dam')) == "[hydro power] dam"
    assert not parse('"hydro power"').has_open_quote


def test_nul_parts_words() -> None:
    assert told(parse("water\0dam")) == "water dam"


def test_long_query_is_cut_between_words_and_that_is_said() -> None:
    query = parse("water " * 2000)
    assert query.is_cut
    assert {term.text for term in query.terms} == {"water"}
    word = parse("w" * 10_000)
    assert (told(word), word.is_cut) == ("w" * LONGEST, True)


def test_more_terms_than_are_looked_for_are_dropped_and_that_is_said() -> None:
    query = parse(" ".join(f"w{n}" for n in range(100)))
    assert query.is_cut
    assert len(query.terms) == MOST_TERMS
    assert not parse(" ".join(f"w{n}" for n in range(MOST_TERMS))).is_cut
    many_ways = parse(" OR ".join(f"w{n}" for n in range(60)))
    assert many_ways.is_cut
    assert len(many_ways.terms) <= MOST_TERMS


@given(st.text())
def test_any_text_is_taken_apart(typed: str) -> None:
    query = parse(typed)
    assert all(term.text and "\0" not in term.text for term in query.terms)
    assert len(query.terms) <= MOST_TERMS
    assert parse(typed) == query
