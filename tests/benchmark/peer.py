"""Datasette beside us: how it is started, and what its address of the same page is."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from .databases import HOST

ROWS = 50  # on our pages
VALUES = 12  # of a facet
SETTINGS = {
    "suggest_facets": "off",
    "default_page_size": ROWS,
    "default_facet_size": VALUES,
}


def command(file: Path, port: int) -> list[str]:
    """Its own server, on a file that does not change. Its limits of time are its own too."""
    settings = [str(part) for item in SETTINGS.items() for part in ("--setting", *item)]
    inspected = file.with_suffix(".json")
    datasette = [sys.executable, "-m", "datasette"]
    if not inspected.exists() or inspected.stat().st_mtime < file.stat().st_mtime:
        counting = [*datasette, "inspect", str(file), "--inspect-file", str(inspected)]
        subprocess.run(counting, check=True)
    return [
        *datasette, "serve", "--immutable", str(file), "--inspect-file", str(inspected),
        "--host", HOST, "--port", str(port), *settings,
    ]  # fmt: skip


@dataclass(frozen=True)
class Peer:
    """Addresses in Datasette, which names a database after its file."""

    database: str

    def table(
        self,
        facets: tuple[str, ...] = (),
        where: list[str] | tuple[str, ...] = (),
        words: str = "",
        after: tuple[str, int] | None = None,
        **equal: object,
    ) -> str:
        asked = list(equal.items())
        asked += [("_where", condition) for condition in where]
        if words:
            asked += [("_search", words), ("_searchmode", "raw")]
        asked += [("_sort_desc", "signed_on")]
        asked += [("_facet", column) for column in facets]
        if after:
            asked += [("_next", f"{after[0]},{after[1]}")]
        return f"/{self.database}/document?{urlencode(asked)}"

    def row(self, pk: int) -> str:
        return f"/{self.database}/document/{pk}"

    def children(self, table: str, pk: int) -> str:
        return f"/{self.database}/{table}?document_id={pk}"
