"""States, subjects, places and vocabularies: what every archive starts with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.db import transaction

from agreements.models import (
    DocumentType,
    IdentifierScheme,
    Membership,
    Place,
    PlaceName,
    State,
    StateName,
    StateSuccession,
    Subject,
    SubjectName,
    sign,
)
from agreements.models.vocabulary import DOCUMENT_TYPES, ENDING_WITH_PERIOD, IDENTIFIER_SCHEMES

from .roles import load_roles
from .seeds import Seeder, read
from .shipped import load_profiles

FOLDER = Path(__file__).parent.parent / "reference"


@transaction.atomic
def load_reference() -> dict[str, int]:
    """Add what is missing and overwrite nothing. Returns the number of new rows by kind."""
    sign(reason="load_reference")
    seeder = Seeder()
    load_document_types(seeder)
    load_identifier_schemes(seeder)
    load_states(seeder)
    load_successions(seeder)
    load_memberships(seeder)
    load_places(seeder)
    load_subjects(seeder)
    load_profiles(seeder)
    load_roles(seeder)
    return seeder.added


def load_document_types(seeder: Seeder) -> None:
    rows = [
        DocumentType(
            code=code, name=name, ends_with_period=code in ENDING_WITH_PERIOD, position=position
        )
        for position, (code, name) in enumerate(DOCUMENT_TYPES.items())
        if f"type:{code}" not in seeder.known
    ]
    DocumentType.objects.bulk_create(rows, ignore_conflicts=True)
    seeder.remember({f"type:{row.code}": 0 for row in rows})
    seeder.count(DocumentType, len(rows))


def load_identifier_schemes(seeder: Seeder) -> None:
    rows = [
        IdentifierScheme(code=code, name=name, url_template=template)
        for code, (name, template) in IDENTIFIER_SCHEMES.items()
        if f"scheme:{code}" not in seeder.known
    ]
    IdentifierScheme.objects.bulk_create(rows, ignore_conflicts=True)
    seeder.remember({f"scheme:{row.code}": 0 for row in rows})
    seeder.count(IdentifierScheme, len(rows))


def load_states(seeder: Seeder) -> None:
    """A state that a clerk has entered already, under the same code, is taken over as it is."""
    rows = read(FOLDER / "states.json")
    more = read(FOLDER / "more_state_names.json")
    official = read(FOLDER / "official_names_iso_codes.json")
    new = [row for row in rows if f"state:{row['code']}" not in seeder.known]
    State.objects.bulk_create(
        [
            State(
                code=row["code"],
                alpha3=row.get("alpha3") or "",
                kind=row["kind"],
                since=row.get("since"),
                until=row.get("until"),
            )
            for row in new
        ],
        ignore_conflicts=True,
    )
    ids = dict(State.objects.values_list("code", "pk"))
    seeder.remember({f"state:{row['code']}": ids[row["code"]] for row in new})
    seeder.count(State, len(new))
    seeder.names(
        StateName,
        "state",
        (
            (f"state:{row['code']}", seeder.known[f"state:{row['code']}"], name)
            for row in rows
            for name in [
                *row["names"],
                *more_names(more.get(row["code"], {})),
                *official_names(official.get(row["code"], {})),
            ]
        ),
    )


def more_names(by_language: dict[str, dict]) -> list[dict]:
    """Of each language a short name, an official one, and any number of others."""
    return [
        {"language": language, "kind": kind, "text": text}
        for language, kinds in by_language.items()
        for kind, texts in kinds.items()
        for text in (texts if kind == "other" else [texts])
    ]


def official_names(by_language: dict[str, str]) -> list[dict]:
    return [
        {"language": language, "kind": "official", "text": text}
        for language, text in by_language.items()
    ]


def load_successions(seeder: Seeder) -> None:
    rows = [
        (f"succession:{row['predecessor']}:{row['successor']}", row)
        for row in read(FOLDER / "state_successions.json")
    ]
    new = [(key, row) for key, row in rows if key not in seeder.known]
    StateSuccession.objects.bulk_create(
        [
            StateSuccession(
                predecessor_id=seeder.known[f"state:{row['predecessor']}"],
                successor_id=seeder.known[f"state:{row['successor']}"],
                succeeded_on=row["on"],
                note=row.get("note", ""),
            )
            for _, row in new
        ],
        ignore_conflicts=True,
    )
    seeder.remember({key: 0 for key, _ in new})
    seeder.count(StateSuccession, len(new))


def load_memberships(seeder: Seeder) -> None:
    rows = {
        f"membership:{row['organisation']}:{member}:{row['since']}": (member, row)
        for row in read(FOLDER / "memberships.json")
        for member in row["members"]
    }
    new = {key: pair for key, pair in rows.items() if key not in seeder.known}
    Membership.objects.bulk_create(
        [
            Membership(
                organisation_id=seeder.known[f"state:{row['organisation']}"],
                member_id=seeder.known[f"state:{member}"],
                since=row["since"],
                until=row.get("until"),
            )
            for member, row in new.values()
        ],
        ignore_conflicts=True,
    )
    seeder.remember(dict.fromkeys(new, 0))
    seeder.count(Membership, len(new))


def load_places(seeder: Seeder) -> None:
    add_places(seeder, {row["key"]: row for row in read(FOLDER / "capitals_and_places.json")})


def add_places(seeder: Seeder, places: dict[str, dict]) -> None:
    """Places by key, each with the code of its state and its names."""
    new = {key: row for key, row in places.items() if f"place:{key}" not in seeder.known}
    made = Place.objects.bulk_create(
        [Place(state_id=seeder.known.get(f"state:{row['state']}")) for row in new.values()]
    )
    seeder.remember({f"place:{key}": place.pk for key, place in zip(new, made, strict=True)})
    seeder.count(Place, len(made))
    seeder.names(
        PlaceName,
        "place",
        (
            (f"place:{key}", seeder.known[f"place:{key}"], {"kind": "short", **name})
            for key, row in places.items()
            for name in row["names"]
        ),
    )


def load_subjects(seeder: Seeder) -> None:
    rows = []
    for position, group in enumerate(read(FOLDER / "subjects.json")):
        parent = add_subject(seeder, group, None, position)
        rows.append((group, parent))
        for below, child in enumerate(group["children"]):
            rows.append((child, add_subject(seeder, child, parent, below)))
    seeder.names(
        SubjectName,
        "subject",
        ((f"subject:{row['slug']}", pk, name) for row, pk in rows for name in subject_names(row)),
    )


def subject_names(row: dict) -> Iterator[dict]:
    """Those to show, and the variants to be found by."""
    for language, text in row["names"].items():
        yield {"language": language, "text": text}
    for language, texts in row.get("variants", {}).items():
        for text in texts:
            yield {"language": language, "text": text, "is_variant": True}


def add_subject(seeder: Seeder, row: dict, parent: int | None, position: int) -> int:
    return seeder.once(
        f"subject:{row['slug']}",
        lambda: Subject.objects.get_or_create(
            slug=row["slug"], defaults={"parent_id": parent, "position": position}
        )[0],
    )
