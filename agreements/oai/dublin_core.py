"""A record in Dublin Core, which every harvester reads."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.utils.safestring import SafeString

from agreements.exporting.citing.cited import ARCHIVE, of_record
from agreements.exporting.records import Record

from .xml import element

NAMESPACE = "http://www.openarchives.org/OAI/2.0/oai_dc/"
SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
ELEMENTS = "http://purl.org/dc/elements/1.1/"


def written(record: Record, base: str) -> SafeString:
    return element(
        "oai_dc:dc",
        *parts(record),
        xmlns_oai_dc=NAMESPACE,
        xmlns_dc=ELEMENTS,
        xsi_schemaLocation=f"{NAMESPACE} {SCHEMA}",
    )


def parts(record: Record) -> Iterator[SafeString]:
    cited = of_record(record)
    yield element("dc:title", cited.title, lang=cited.language)
    for title in record["titles"]:
        if title["text"] != record["title"] and not title["is_variant"]:
            yield element("dc:title", title["text"], lang=title["language"])
    for name in cited.authors:
        yield element("dc:creator", name)
    for name in cited.subjects:
        yield element("dc:subject", name)
    if cited.summary:
        yield element("dc:description", cited.summary)
    yield element("dc:publisher", ARCHIVE)
    if cited.signed_on:
        yield element("dc:date", cited.signed_on)
    yield element("dc:type", "Text")
    if record["type"]:
        yield element("dc:type", record["type"].replace("_", " "))
    yield element("dc:identifier", cited.url)
    for identifier in cited.identifiers:
        yield element("dc:identifier", identifier)
    for language in dict.fromkeys(text["language"] for text in record["texts"]):
        yield element("dc:language", language)
    if settings.DATA_LICENCE:
        yield element("dc:rights", settings.DATA_LICENCE)
    for relation in record["relations"]:
        other = relation["target_text"] if relation["target"] is None else None
        yield element("dc:relation", other or neighbour(cited.url, relation["target"]))


def neighbour(url: str, number: int) -> str:
    """The address of another document of this archive."""
    return f"{url.rstrip('/').rpartition('/')[0]}/{number}/"
