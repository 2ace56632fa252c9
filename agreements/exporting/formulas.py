"""Cells that a spreadsheet would take for formulas, made harmless so that nothing is lost.

The rule: a cell that begins with one of ``= + - @``, a tab or a return, also full-width, also after
spaces or apostrophes, gets one more apostrophe before it. Who reads such a file takes one away.
"""

from __future__ import annotations

import re

# What spreadsheets pass over before they look: spaces of every kind, marks that have no width.
PASSED_OVER = r"[\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2060-\u2064\ufeff]*"
FORMULA = re.compile(rf"'*(?:{PASSED_OVER}[=+\-@＝＋－＠﹢﹣﹦﹫]|{PASSED_OVER}[\t\r])")
ESCAPE = "'"


def encode(cell: str) -> str:
    """A cell that no spreadsheet runs."""
    return ESCAPE + cell if FORMULA.match(cell) else cell


def decode(cell: str) -> str:
    """The cell that was encoded, exactly."""
    is_encoded = cell.startswith(ESCAPE) and FORMULA.match(cell, 1)
    return cell[1:] if is_encoded else cell
