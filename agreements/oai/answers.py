"""The answer to each verb, as XML."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence

from django.conf import settings
from django.utils import timezone
from django.utils.safestring import SafeString

from agreements.exporting.citing.cited import ARCHIVE
from agreements.exporting.harvest import Changed, changed, earliest, standing
from agreements.exporting.records import Record, Records
from agreements.models import Document
from agreements.models.merged_record import LARGEST_NUMBER

from . import dublin_core, whole
from .asking import Asked, Refused
from .token import Token, read_token
from .xml import element

NUMBER = re.compile("documents/([1-9][0-9]{0,18})")
WRITERS = {"oai_dc": dublin_core.written, "pacta": whole.written}
RECORDS, HEADERS = 100, 500  # of a page


class Repository:
    """``base`` is ``https://archive.example``, ``host`` the name in it."""

    def __init__(self, base: str, host: str) -> None:
        self.base = base
        self.host = host
        self.documents = Document.objects.all()

    @property
    def address(self) -> str:
        return f"{self.base}/oai"

    def answer(self, asked: Asked) -> SafeString:
        """Raises Refused."""
        verbs: dict[str, Callable[[Asked], Sequence[SafeString]]] = {
            "Identify": self.identify,
            "ListMetadataFormats": self.formats,
            "GetRecord": self.one,
            "ListIdentifiers": self.headers,
            "ListRecords": self.records,
        }
        return element(asked.verb, *verbs[asked.verb](asked))

    def identify(self, asked: Asked) -> Sequence[SafeString]:
        first = earliest(self.documents) or timezone.now()
        return [
            element("repositoryName", ARCHIVE),
            element("baseURL", self.address),
            element("protocolVersion", "2.0"),
            element("adminEmail", self.email),
            element("earliestDatestamp", stamp(first)),
            element("deletedRecord", "persistent"),
            element("granularity", "YYYY-MM-DDThh:mm:ssZ"),
        ]

    @property
    def email(self) -> str:
        """The protocol wants one. Where none was named: the one that every host of mail has."""
        host = self.host if "." in self.host else f"{self.host}.invalid"
        return settings.CONTACT_EMAIL or f"postmaster@{host}"

    def formats(self, asked: Asked) -> Sequence[SafeString]:
        if asked.identifier:
            self.find(asked.identifier)
        own = self.base + whole.PATH
        return [
            format_of("oai_dc", dublin_core.SCHEMA, dublin_core.NAMESPACE),
            format_of("pacta", own, whole.NAMESPACE),
        ]

    def one(self, asked: Asked) -> Sequence[SafeString]:
        return self.written([self.find(asked.identifier)], asked.prefix)

    def find(self, identifier: str) -> Changed:
        """Raises Refused where there never was a public record of that name."""
        scheme, _, local = identifier.partition(f":{self.host}:")
        named = NUMBER.fullmatch(local)
        found = None
        if scheme == "oai" and named and int(named[1]) <= LARGEST_NUMBER:
            found = standing(self.documents, int(named[1]))
        if found is None:
            said = f"There is no such record. They are named like {self.name(4821)}."
            raise Refused("idDoesNotExist", said)
        return found

    def headers(self, asked: Asked) -> Sequence[SafeString]:
        page, token = self.page(asked, HEADERS)
        return [*(self.header(row) for row in page), *token]

    def records(self, asked: Asked) -> Sequence[SafeString]:
        page, token = self.page(asked, RECORDS)
        return [*self.written(page, asked.prefix), *token]

    def page(self, asked: Asked, size: int) -> tuple[list[Changed], list[SafeString]]:
        """With the token for the next one; an empty token ends a list of several pages."""
        found = changed(
            self.documents,
            since=asked.since,
            before=asked.before,
            after=asked.after,
            size=size + 1,
        )
        if not found and asked.after is None:
            raise Refused("noRecordsMatch", "Nothing was changed in that time.")
        page = found[:size]
        return page, self.token(asked, page, has_more=len(found) > size)

    def token(self, asked: Asked, page: list[Changed], *, has_more: bool) -> list[SafeString]:
        before = cursor_of(asked)
        if has_more:
            place, cursor = page[-1].place, before + len(page)
            told = Token(asked.verb, asked.prefix, asked.since, asked.before, place, cursor)
            return [element("resumptionToken", told.written(), cursor=str(before))]
        return [element("resumptionToken", cursor=str(before))] if asked.after else []

    def written(self, page: list[Changed], prefix: str) -> list[SafeString]:
        read = Records(timezone.localdate(), self.base).read(
            [row.pk for row in page if not row.is_gone]
        )
        records = {record["id"]: record for record in read}
        return [self.record(row, records.get(row.pk), prefix) for row in page]

    def record(self, row: Changed, record: Record | None, prefix: str) -> SafeString:
        """One that was withdrawn this very moment is gone, too."""
        header = self.header(row, is_gone=record is None)
        if record is None:
            return element("record", header)
        return element("record", header, element("metadata", WRITERS[prefix](record, self.base)))

    def header(self, row: Changed, *, is_gone: bool = False) -> SafeString:
        """Of one that is gone neither title nor reason is told."""
        status = {"status": "deleted"} if row.is_gone or is_gone else {}
        return element(
            "header",
            element("identifier", self.name(row.pk)),
            element("datestamp", stamp(row.changed_at)),
            **status,
        )

    def name(self, number: int) -> str:
        return f"oai:{self.host}:documents/{number}"


def cursor_of(asked: Asked) -> int:
    told = read_token(asked.arguments.get("resumptionToken", ""))
    return told.cursor if told else 0


def format_of(prefix: str, schema: str, namespace: str) -> SafeString:
    return element(
        "metadataFormat",
        element("metadataPrefix", prefix),
        element("schema", schema),
        element("metadataNamespace", namespace),
    )


def stamp(time: datetime.datetime) -> str:
    return time.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
