"""Cells that a spreadsheet would run are made harmless, and read back exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.exporting.formulas import decode, encode

BEGINNINGS = st.text(st.sampled_from("'=+-@\t\r\n ＝＋－＠\u00a0\u200b\ufeffa1|"), max_size=6)
CELLS = st.one_of(st.text(), st.builds(str.__add__, BEGINNINGS, st.text(max_size=5)))


@given(CELLS)
def test_cell_is_read_back(cell: str) -> None:
    assert decode(encode(cell)) == cell


@given(CELLS)
def test_cell_begins_with_no_formula(cell: str) -> None:
    begins = encode(cell).lstrip()
    assert not begins.startswith(tuple("=+-@＝＋－＠"))
    assert not encode(cell).startswith(("\t", "\r"))


@pytest.mark.parametrize(
    ("cell", "encoded"),
    [
        ("=1+1", "'=1+1"),
        (" \u00a0=1+1", "' \u00a0=1+1"),
        ("\ufeff=1+1", "'\ufeff=1+1"),
        ("＝1+1", "'＝1+1"),
        ("'=1+1", "''=1+1"),
        ("-", "'-"),
        ("\tx", "'\tx"),
        ("", ""),
        ("'t Hart", "'t Hart"),
        ("2023-05-04", "2023-05-04"),
        ("Agreement = paper", "Agreement = paper"),
    ],
)
def test_cell_is_changed_only_where_it_must(cell: str, encoded: str) -> None:
    assert encode(cell) == encoded
    assert decode(encoded) == cell
