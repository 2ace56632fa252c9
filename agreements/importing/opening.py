"""From a file to converted rows: where it is kept, how it is read, and what is to be asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from agreements.models import Import
from agreements.texts.receiving import Hashed
from agreements.texts.stored import local

from .applying import reason_of
from .converting import Converted, Converter
from .errors_file import without_reasons
from .known import Known, schemes
from .profiles import InvalidProfile, Profile
from .said import Origin, Publication
from .settling import Question, Survey
from .tables import reading
from .tables.found import Found, Row


@dataclass(frozen=True)
class Table:
    """A file as it is to be read. ``total`` is the number of its rows.

    While there are questions nothing is to be made of it: their answers are settings of the
    profile.
    """

    path: Path
    found: Found
    profile: Profile
    total: int
    questions: tuple[Question, ...] = ()

    def converted(self) -> Iterator[Converted]:
        converter = Converter(self.profile, Known())
        for row in rows(self.path, self.found):
            yield converter.convert(row)


def receive(stream: IO[bytes], name: str, user: Any = None, **values: Any) -> Import:
    """Store the bytes and make the row. Needs a transaction; ``stream`` can be sought."""
    made = Import(name=name, made_by=user.get_username() if user else "", **values)
    made.made_by_id = user.pk if user else None
    passing = Hashed(stream, made.path)
    stored = default_storage.save(made.path, passing)
    if stored != made.path:
        raise FileExistsError(f"The storage has something under {made.path} already.")
    made.size, made.sha256 = passing.passed, passing.digest.hexdigest()
    made.save(force_insert=True)
    return made


def file_of(import_: Import) -> AbstractContextManager[Path]:
    """Where its bytes are to be read; FileNotFoundError where they are gone."""
    return local(import_.path)


def survey(path: Path, profile: Profile, found: Found | None = None) -> Table:
    """Reads the table once. Raises ``Refused`` of the formats where it can't be read, and
    InvalidProfile where it is another table than the profile is for."""
    found = found or reading.examine(path, **profile.table.given)
    if not profile.is_own and (missing := profile.missing_from(found.columns)):
        names = ", ".join(missing)
        words = _("The table lacks columns that the profile names: %(names)s.")
        raise InvalidProfile([words % {"names": names}])
    if sentences := faults_of_series(profile):
        raise InvalidProfile(sentences)
    seeing, total = Survey(profile), 0
    for total, row in enumerate(rows(path, found), start=1):  # noqa: B007 - how many there were
        seeing.see(row)
    return Table(path, found, seeing.settled, total, tuple(seeing.questions))


def faults_of_series(profile: Profile) -> list[str]:
    """Whether the archive has the series to which the stable ids are to belong."""
    series, known = profile.key.scheme, schemes()
    if not series or series in known.values():
        return []
    words = _("There is no series “%(series)s”. There are: %(known)s.")
    return [words % {"series": series, "known": ", ".join(sorted(set(known.values())))}]


def rows(path: Path, found: Found) -> Iterator[Row]:
    """As they were before refused ones were handed back to be corrected."""
    is_escaped = found.kind == "csv"
    for row in reading.rows(path, found):
        yield replace(row, cells=without_reasons(row.cells, is_escaped=is_escaped))


def origin_of(import_: Import, profile: Profile) -> Origin:
    """What its rows cite; the file itself, where an end of a document needs some source."""
    source = profile.source
    named = Publication(
        source.title,
        source.publisher,
        source.url,
        source.published_on or None,
        source.retrieved_on or None,
        source.language,
    )
    is_cited = named != Publication()
    publication = named if is_cited else Publication(import_.name)
    return Origin(publication, is_cited, reason_of(import_))
