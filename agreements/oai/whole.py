"""A record with all that leaves the archive, as XML, and the schema of that.

Both are made of ``exporting.shape``, so XML says what JSON and spreadsheets say: an element for
each field that has a value, and one for each long table that has rows, an ``item`` for each.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.safestring import SafeString

from agreements.exporting.records import Record
from agreements.exporting.shape import DOCUMENTS, LONG_TABLES, Field, Kind, Table, codes

from .xml import DECLARATION, element, joined

NAMESPACE = "urn:x-pacta:record:1"
PATH = "/oai/pacta.xsd"
XSD = "http://www.w3.org/2001/XMLSchema"
EDTF = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?~?"
TYPES = {
    Kind.TEXT: "xs:string",
    Kind.NUMBER: "xs:integer",
    Kind.YES_NO: "xs:boolean",
    Kind.CODE: "code",
    Kind.DATE: "date",
    Kind.DAY: "xs:date",
    Kind.TIME: "xs:dateTime",
    Kind.LENGTH: "xs:duration",
    Kind.LANGUAGE: "xs:language",
    Kind.URL: "xs:anyURI",
}


def written(record: Record, base: str) -> SafeString:
    return element(
        "document",
        *fields(DOCUMENTS, record),
        *(rows(table, record[table.name]) for table in LONG_TABLES if record[table.name]),
        xmlns=NAMESPACE,
        xsi_schemaLocation=f"{NAMESPACE} {base}{PATH}",
    )


def rows(table: Table, found: Iterable[Record]) -> SafeString:
    return element(table.name, *(element("item", *fields(table, row)) for row in found))


def fields(table: Table, row: Record) -> list[SafeString]:
    values = [(name, row[name]) for name in table.names if row[name] is not None]
    return [element(name, text(value)) for name, value in values]


def text(value: str | int | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


# The schema -------------------------------------------------------------------------------------


def schema() -> SafeString:
    of_tables = [
        element("xs:element", about(table), items(table), name=table.name, minOccurs="0")
        for table in LONG_TABLES
    ]
    of_fields = [field(one) for one in DOCUMENTS.fields]
    sequence = element("xs:sequence", *of_fields, *of_tables)
    document = element(
        "xs:element", about(DOCUMENTS), element("xs:complexType", sequence), name="document"
    )
    return joined(
        DECLARATION,
        element(
            "xs:schema",
            document,
            simple("date", pattern=f"{EDTF}|({EDTF}|\\.\\.)/({EDTF}|\\.\\.)"),
            simple("code", pattern="[A-Za-z0-9_\\-]+"),
            xmlns_xs=XSD,
            xmlns=NAMESPACE,
            targetNamespace=NAMESPACE,
            elementFormDefault="qualified",
        ),
    )


def items(table: Table) -> SafeString:
    row = element("xs:complexType", element("xs:sequence", *map(field, table.fields)))
    item = element("xs:element", row, name="item", maxOccurs="unbounded")
    return element("xs:complexType", element("xs:sequence", item))


def field(one: Field) -> SafeString:
    """Of a closed list with its codes and what they mean."""
    if one.vocabulary is None or isinstance(one.vocabulary, str):
        return element("xs:element", about(one), name=one.name, type=TYPES[one.kind], minOccurs="0")
    values = [
        element("xs:enumeration", note(label), value=code) for code, label in codes(one.vocabulary)
    ]
    listed = element("xs:simpleType", element("xs:restriction", *values, base="xs:string"))
    return element("xs:element", about(one), listed, name=one.name, minOccurs="0")


def simple(name: str, pattern: str) -> SafeString:
    facet = element("xs:pattern", value=pattern)
    return element("xs:simpleType", element("xs:restriction", facet, base="xs:string"), name=name)


def about(one: Field | Table) -> SafeString:
    return note(one.about)


def note(words: str) -> SafeString:
    return element("xs:annotation", element("xs:documentation", words))
