"""What stands beside the tables of a dump, to be read: what it is, and on what terms."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings

from agreements.exporting.about import ARCHIVE, About
from agreements.exporting.columns import fields

from .shape import TABLES

ADDRESS = re.compile(r"https?://[^\s,;<>\"]+")
NOTHING_GRANTED = """\
No licence is given for these data. They may be read and cited; whoever wants to do more with them
asks the archive first.
"""
README = """\
{archive}: archive of bilateral agreements. All that was published at {made}.

Where it is from: {address}
The status of a document is that of {status_on}.

documents.csv     one row for each document, what is many as lists in a cell
*.csv             a table each: rows under documents begin with the number of their document,
                  those under events (event_*.csv) with that of their event
documents.jsonl.gz, events.jsonl.gz
                  whole records, one a line, with all that hangs on them
pacta.sqlite      the same tables, tied to each other by keys, the titles to be searched by words:
                  datasette pacta.sqlite --metadata metadata.json
code-book.csv, code-book.json
                  what each field and each code means, and which share of the rows has the field
vocabularies.csv  all codes with their words
manifest.json     when it was made, how many rows each table has, size and SHA-256 of each file
SHA256SUMS        sha256sum --check SHA256SUMS
LICENCE.txt       what those may do who take it along

CSV is UTF-8 with commas. A cell that a spreadsheet would run as a formula has one apostrophe
before it, to be taken away by programs; in the other files nothing is changed. An empty cell, in
JSON null, is "not recorded", which never means no. Dates are as exact as they are known, in EDTF:
2023, 2023-05, 2023-05-04, 1990~; beside each stand the first and the last day that it may mean.

A record that was withdrawn afterwards may still be in here. Look at its address before you rely
on it.

How to cite: {citation}
"""


def citation(day: str, address: str) -> str:
    return f"{ARCHIVE}: archive of bilateral agreements. Data of {day}. {address}"


def readme(about: About) -> str:
    return README.format(
        archive=about.archive,
        made=about.made,
        address=about.address,
        status_on=about.status_on,
        citation=citation(about.status_on.isoformat(), about.address),
    )


def licence() -> str:
    return f"{settings.DATA_LICENCE}\n" if settings.DATA_LICENCE else NOTHING_GRANTED


def for_datasette(about: About) -> dict[str, Any]:
    """What Datasette shows above the tables, and beside their columns."""
    address = ADDRESS.search(about.licence)
    return {
        "title": f"{about.archive}: archive of bilateral agreements",
        "description": f"All that was published at {about.made}.",
        "source": about.archive,
        "source_url": about.address,
        **({"license": about.licence} if about.licence else {}),
        **({"license_url": address[0]} if address else {}),
        "databases": {
            "pacta": {
                "tables": {
                    table.name: {
                        "description": table.about,
                        "columns": {field.name: field.about for field in fields(table)},
                    }
                    for table in TABLES
                }
            }
        },
    }
