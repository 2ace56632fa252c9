"""The profiles that come with the archive, for registers whose tables are known.

They hold names of columns and what words mean, and no record of anybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from agreements.models import ImportProfile

from .profiles import Profile
from .seeds import Seeder, read

FOLDER = Path(__file__).parent.parent / "reference" / "import_profiles"


@dataclass(frozen=True)
class Shipped:
    """``key`` is the name of its file."""

    key: str
    name: str
    about: str
    profile: Profile


def shipped(key: str) -> Shipped:
    found = read(FOLDER / f"{key}.json")
    return Shipped(key, found["name"], found["about"], Profile.from_json(found["settings"]))


def keys() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.json"))


def load_profiles(seeder: Seeder) -> None:
    """Each once: from then on it is the clerks'."""
    for key in keys():
        if f"import_profile:{key}" not in seeder.known:
            load_profile(seeder, shipped(key))


def load_profile(seeder: Seeder, given: Shipped) -> None:
    defaults = {"about": given.about, "settings": given.profile.as_json()}
    seeder.once(
        f"import_profile:{given.key}",
        lambda: ImportProfile.objects.get_or_create(name=given.name, defaults=defaults)[0],
    )


def words_of(key: str, field: str) -> dict[str, str]:
    """What the words of a register mean as values of a field, all its columns together."""
    return {
        word: code
        for use in reversed(list(shipped(key).profile.uses_of(field)))
        for word, code in use.values.items()
    }
