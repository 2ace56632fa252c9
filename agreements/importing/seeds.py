"""Putting rows of our data files into the archive exactly once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.db import connection, models

from agreements.models import Seed


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


class Seeder:
    """Remembers by key what was put in, so that a clerk's later change of it stands.

    ``added`` counts the new rows by the model's name in the plural.
    """

    def __init__(self) -> None:
        self.known: dict[str, int] = dict(Seed.objects.values_list("key", "object_id"))
        self.added: dict[str, int] = {}

    def count(self, model: type[models.Model], number: int = 1) -> None:
        name = str(model._meta.verbose_name_plural)
        self.added[name] = self.added.get(name, 0) + number

    def once(self, key: str, make: Callable[[], models.Model]) -> int:
        """The id of what stands, or once stood, under this key; made if it is new."""
        if key not in self.known:
            made = make()
            self.remember({key: made.pk})
            self.count(type(made))
        return self.known[key]

    def remember(self, keys: dict[str, int]) -> None:
        Seed.objects.bulk_create(Seed(key=key, object_id=pk) for key, pk in keys.items())
        self.known.update(keys)

    def names(
        self, model: type[models.Model], owner: str, rows: Iterable[tuple[str, int, dict]]
    ) -> None:
        """Add the new ones of (key of the owner, its id, name); a name that clashes stays out."""
        new = {}
        for owner_key, owner_id, name in rows:
            words = [name["language"], name.get("kind", ""), name["text"], name.get("since") or ""]
            key = ":".join([owner_key, "name", *words])
            if key not in self.known:
                new[key] = (owner_id, name)
        alive = self.alive(model._meta.get_field(owner).related_model, new)
        model._default_manager.bulk_create(
            [model(**{f"{owner}_id": pk}, **name) for pk, name in new.values() if pk in alive],
            ignore_conflicts=True,
        )
        self.remember({key: pk for key, (pk, _) in new.items()})
        self.count(model, len(new))

    def alive(self, model: type[models.Model], new: dict[str, tuple[int, dict]]) -> set[int]:
        """Which of the owners have not been deleted since."""
        wanted = {pk for pk, _ in new.values()}
        return set(model._default_manager.filter(pk__in=wanted).values_list("pk", flat=True))


def analyse() -> None:
    """Let the planner know at once what there is now; autovacuum would take a minute to."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
