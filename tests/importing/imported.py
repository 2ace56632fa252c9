"""Rows as a table's are after conversion, and imports of them."""

from __future__ import annotations

import itertools
from typing import Any

from agreements.importing import applying, previewing
from agreements.importing.converting import Converted
from agreements.importing.remarks import Remark
from agreements.importing.said import Origin
from agreements.models import Import, ImportRow

numbers = itertools.count(2)
SAYS = {
    "title": "Agreement on trade in wool",
    "title_language": "en",
    "type": "agreement",
    "side_1_state": "kz",
    "side_1_acting_as": "state",
    "side_2_state": "tj",
    "side_2_acting_as": "state",
    "signing_dates": "1994-05-04",
}


def row(key: str = "", remarks: tuple[Remark, ...] = (), **record: str | None) -> Converted:
    """A row that says ``SAYS``, but for what is given; None takes a field away."""
    says = {name: cell for name, cell in {**SAYS, **record}.items() if cell is not None}
    return Converted(next(numbers), {"Title": says.get("title", "")}, says, key, remarks)


def looked_through(
    rows: list[Converted], origin: Origin | None = None, *, batch: int = 500, **values: Any
) -> Import:
    made = Import.objects.create(name="table.csv", size=1, sha256="0" * 64, **values)
    previewing.preview(made, rows, origin or Origin(), batch=batch)
    return made


def brought_in(
    rows: list[Converted], origin: Origin | None = None, user: Any = None, **values: Any
) -> Import:
    made = looked_through(rows, origin, **values)
    applying.apply(made, origin or Origin(), user)
    made.refresh_from_db()
    return made


def outcomes(made: Import) -> list[str]:
    return list(made.rows.order_by("number").values_list("outcome", flat=True))


def codes(made: Import) -> list[str]:
    rows = made.rows.order_by("number")
    return [remark["code"] for row in rows for remark in row.remarks]


def differences(made: Import) -> dict[str, list[str]]:
    return ImportRow.objects.get(import_run=made).differences
