"""The sample: real records, from the archive's own data files, for somebody to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import transaction

from agreements.models import (
    Action,
    Agency,
    AgencyName,
    AgencyParent,
    Announcement,
    Citation,
    Delegation,
    Document,
    DocumentTitle,
    Event,
    EventName,
    Identifier,
    MissingValue,
    Party,
    Relation,
    Signatory,
    Signing,
    Source,
    Subject,
    Text,
    sign,
)

from .reference import add_places
from .seeds import Seeder, read

FOLDER = Path(__file__).parent.parent / "sample"
FILES = ("ceremony.json", "central_asia.json")
PLAIN = (
    "legal_nature",
    "level",
    "is_signed_by_heads",
    "period",
    "validity",
    "renewal_term",
    "notice_period",
    "entry_into_force",
    "entry_into_force_days",
    "entry_into_force_date",
    "text_absence",
    "summary",
    "public_note",
)


@transaction.atomic
def load_sample() -> dict[str, int]:
    """Add the sample once; what clerks did to it since stands. Returns new rows by kind."""
    sign(reason="load_sample")
    seeder = Seeder()
    sample = Sample(seeder)
    for name in FILES:
        sample.load(read(FOLDER / name))
    return seeder.added


class Sample:
    """One run over the files; keys of one file may be used in the next."""

    def __init__(self, seeder: Seeder) -> None:
        self.seeder = seeder
        self.subjects = dict(Subject.objects.values_list("slug", "pk"))

    def load(self, data: dict[str, Any]) -> None:
        add_places(self.seeder, data["places"])
        for key, row in data["sources"].items():
            self.seeder.once(f"source:{key}", lambda row=row: Source.objects.create(**row))
        self.add_agencies(data["agencies"])
        for key, row in data["events"].items():
            self.seeder.once(f"event:{key}", lambda row=row: self.make_event(row))
        order: dict[str | None, int] = {}
        new = [
            row for row in data["documents"] if f"document:{row['key']}" not in self.seeder.known
        ]
        for row in new:
            position = order[row["event"]] = order.get(row["event"], 0) + 1
            self.seeder.once(
                f"document:{row['key']}",
                lambda row=row, position=position: self.make_document(row, position),
            )
        for row in new:
            self.add_relations(row)

    def id(self, kind: str, key: str | None) -> int | None:
        return self.seeder.known[f"{kind}:{key}"] if key else None

    def add_agencies(self, agencies: dict[str, dict]) -> None:
        new = {
            key: row for key, row in agencies.items() if f"agency:{key}" not in self.seeder.known
        }
        for key, row in new.items():
            self.seeder.once(f"agency:{key}", lambda row=row: self.make_agency(row))
        for key, row in new.items():
            AgencyParent.objects.bulk_create(
                AgencyParent(
                    agency_id=self.id("agency", key),
                    under=parent["under"],
                    parent_id=self.id("agency", parent.get("agency")),
                )
                for parent in row["parents"]
            )

    def make_agency(self, row: dict) -> Agency:
        agency = Agency.objects.create(
            kind=row["kind"],
            state_id=self.id("state", row["state"]),
            place_id=self.id("place", row["place"]),
        )
        AgencyName.objects.bulk_create(AgencyName(agency=agency, **name) for name in row["names"])
        return agency

    def make_event(self, row: dict) -> Event:
        event = Event.objects.create(
            kind=row["kind"],
            began_on=row["began_on"],
            ended_on=row["ended_on"],
            place_id=self.id("place", row["place"]),
            state_id=self.id("state", row["state"]),
        )
        EventName.objects.bulk_create(EventName(event=event, **name) for name in row["names"])
        Delegation.objects.bulk_create(
            Delegation(
                event=event,
                state_id=self.id("state", delegation["state"]),
                role=delegation["role"],
                head=delegation.get("head") or "",
                office=delegation.get("office") or "",
                is_head_present={True: "yes", False: "no"}.get(
                    delegation.get("is_head_present"), "not_stated"
                ),
            )
            for delegation in row["delegations"]
        )
        for announced in row["announcements"]:
            self.make_announcement(event, announced)
        self.cite(row["citations"], event=event)
        Event.objects.filter(pk=event.pk).bring_to("published")
        return event

    def make_announcement(self, event: Event, row: dict) -> None:
        announcement = Announcement.objects.create(
            event=event,
            number=row["number"],
            qualifier=row["qualifier"],
            counts=row["counts"],
            includes_heads_documents=row["includes_heads_document"],
            listed=row.get("listed"),
        )
        self.cite(row["citations"], announcement=announcement)

    def make_document(self, row: dict, position: int) -> Document:
        document = Document.objects.create(
            type_id=row["type"],
            event_id=self.id("event", row["event"]),
            event_position=position if row["event"] else 0,
            term=row.get("term") or "",
            **{field: row[field] for field in PLAIN if row.get(field) is not None},
        )
        document.subjects.set(self.subjects[slug] for slug in row["subjects"])
        DocumentTitle.objects.bulk_create(
            DocumentTitle(document=document, **title) for title in row["titles"]
        )
        parties = self.make_parties(document, row["parties"])
        for signing in row["signings"]:
            self.make_signing(document, signing, parties)
        for model, rows in (
            (Action, row["actions"]),
            (
                Identifier,
                [{"scheme_id": i["scheme"], "value": i["value"]} for i in row["identifiers"]],
            ),
            (Text, row["texts"]),
            (MissingValue, row.get("missing", [])),
        ):
            model.objects.bulk_create(model(document=document, **values) for values in rows)
        self.cite(row["citations"], document=document)
        Document.objects.filter(pk=document.pk).bring_to(row["publication_state"])
        return document

    def make_parties(self, document: Document, rows: list[dict]) -> list[Party]:
        return Party.objects.bulk_create(
            Party(
                document=document,
                side=row["side"],
                position=position,
                state_id=self.id("state", row["state"]),
                agency_id=self.id("agency", row["agency"]),
                acting_as=row["acting_as"],
                name_as_written=row["name_as_written"],
                role=row["role"],
            )
            for position, row in enumerate(rows)
        )

    def make_signing(self, document: Document, row: dict, parties: list[Party]) -> None:
        signing = Signing.objects.create(
            document=document,
            signed_on=row["signed_on"],
            place_id=self.id("place", row["place"]),
            state_id=self.id("state", row["state"]),
            note_number=row.get("note_number") or "",
        )
        Signatory.objects.bulk_create(
            Signatory(
                document=document,
                signing=signing,
                person=signatory["person"],
                office=signatory["office"],
                party=None if signatory.get("party") is None else parties[signatory["party"]],
            )
            for signatory in row["signatories"]
        )

    def add_relations(self, row: dict) -> None:
        Relation.objects.bulk_create(
            Relation(
                document_id=self.id("document", row["key"]),
                kind=relation["kind"],
                target_id=self.id("document", relation.get("target")),
                target_text=relation.get("target_text") or "",
            )
            for relation in row["relations"]
        )

    def cite(self, rows: list[dict], **record: Any) -> None:
        Citation.objects.bulk_create(
            Citation(
                source_id=self.id("source", row["source"]),
                **{field: row[field] for field in row if field != "source"},
                **record,
            )
            for row in rows
        )
