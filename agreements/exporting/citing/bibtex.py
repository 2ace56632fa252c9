"""BibTeX, for LaTeX with BibTeX or biber, and for whatever else reads it.

Neither knows a type of entry for treaties: ``@misc`` is the one that every style can set. ``date``
is EDTF, as biber reads it; ``year`` is for BibTeX itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from agreements import dates
from agreements.exporting.records import Record

from .cited import ARCHIVE, Cited, of_record

MEDIA_TYPE = "application/x-bibtex"
# A brace counts in BibTeX even after a backslash, so one that has no match must have a name.
ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)


def write(records: Iterable[Record]) -> Iterator[bytes]:
    for record in records:
        yield f"{entry(of_record(record))}\n".encode()


def entry(cited: Cited) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in fields_of(cited).items())
    return f"@misc{{{cited.key},\n{fields}}}\n"


def fields_of(cited: Cited) -> dict[str, str]:
    """Title and authors stand in braces of their own: no style changes their letters' case, or
    takes a body for a person with a first name."""
    named = {
        "author": " and ".join(f"{{{escaped(name)}}}" for name in cited.authors),
        "title": f"{{{escaped(cited.title)}}}",
        "origtitle": f"{{{escaped(cited.original_title)}}}" if cited.original_title else "",
        **dated(cited.signed_on),
        "note": escaped("; ".join([f"{cited.status} ({cited.status_on})", *cited.identifiers])),
        "venue": escaped(", ".join(cited.places)),
        "howpublished": f"{ARCHIVE}, no. {cited.number}",
        "language": cited.language,
        "keywords": escaped(", ".join(subject.replace(",", "") for subject in cited.subjects)),
        "abstract": escaped(cited.summary or ""),
        "url": cited.url,
        "urldate": cited.status_on,
    }
    return {name: value for name, value in named.items() if value}


def dated(signed_on: str | None) -> dict[str, str]:
    first, last = dates.ends(signed_on or "") or (None, None)
    known = last or first
    return {"date": signed_on or "", "year": f"{known.year:04}"} if known else {}


def escaped(text: str) -> str:
    return text.translate(ESCAPES)
