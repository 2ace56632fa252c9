"""What Zotero takes from a page, by the published rules of its translators "Embedded Metadata" and
"RDF", as far as a document of law is met by them. Written anew from what they do:

- A tag is ``prefix.name``; the prefix ends at the first dot, colon or underscore, and is known
  (``dc``, ``bibo``, ``og``) or declared by ``<link rel="schema.PREFIX">``. Letters' case does not
  count but in the name after its first letter.
- ``bibo.type`` makes the item's type; ``legislation`` is a statute. Without it, a page that has
  ``citation_title`` is an article of a journal.
- The title is the first ``DC.title``, the date the first ``DC.date``; ``citation_*`` go before
  both. A repeated ``citation_title`` would be joined to one.
- A name with a comma is a family name and a given name; one without is parted at its last space.
  ``citation_author`` goes before ``DC.creator``.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

PREFIXES = {"dc", "bibo", "og"}
GUESSED = "journalArticle"
HIGHWIRE = {
    "citation_title": "title",
    "citation_date": "date",
    "citation_language": "language",
    "citation_public_url": "url",
}


class Head(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.metas: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        values = dict(attrs)
        name = values.get("name") or values.get("property")
        if tag == "meta" and name and values.get("content"):
            self.metas.append((name, values["content"]))


def item(page: str) -> dict:
    metas = Head(page).metas
    said: dict[str, list[str]] = {}
    for name, content in metas:
        prefix, _, rest = re.sub("[.:_]", "\0", name, count=1).partition("\0")
        if prefix.lower() in PREFIXES and rest:
            key = f"{prefix.lower()}:{rest[0].lower()}{rest[1:]}"
            said.setdefault(key, []).append(content)
    found = {
        "title": first(said, "dc:title", "og:title"),
        "date": first(said, "dc:date"),
        "language": first(said, "dc:language"),
        "url": first(said, "og:url"),
        "abstractNote": first(said, "og:description", "dc:description"),
    }
    high = [(name, content) for name, content in metas if name.startswith("citation_")]
    for name, field in HIGHWIRE.items():
        if mine := [content for key, content in high if key == name]:
            found[field] = ", ".join(mine)
    is_legislation = first(said, "bibo:type").lower() == "legislation"
    guessed = GUESSED if "citation_title" in dict(high) else "webpage"
    authors = [content for key, content in high if key == "citation_author"]
    creators = [person(name) for name in authors or said.get("dc:creator", [])]
    pdf = [content for key, content in high if key == "citation_pdf_url"]
    kind = "statute" if is_legislation else guessed
    return found | {"itemType": kind, "creators": creators, "pdf": pdf[:1]}


def first(said: dict[str, list[str]], *keys: str) -> str:
    return next((said[key][0] for key in keys if key in said), "")


def person(name: str) -> tuple[str, str]:
    """Family name and given name; the latter is empty for a body."""
    if "," in name:
        family, _, given = name.rstrip(" ,").partition(", ")
        return family, given
    given, _, family = name.rpartition(" ")
    return family, given
