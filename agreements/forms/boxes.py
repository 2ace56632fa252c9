"""Search boxes: one or several records, chosen by any of their names.

With script a box is a combobox. Without it, what is chosen stands as ticked boxes, more is typed
by name, several with a semicolon between them, and what the words may mean is offered to tick.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.letters import fold
from agreements.models import Agency, Party, Place, Source, State, Subject
from agreements.models.vocabulary import ActingAs
from agreements.search import finding

from .admin_labels import joined, label, named

MODELS = {m._meta.model_name: m for m in (Agency, State, Place, Subject, Source)}
OFFERED = {
    "body": ("agency", "state"),
    "where": ("place", "state"),
    "state": ("state",),
    "subject": ("subject",),
    "source": ("source",),
}
KEY = re.compile(r"([a-z]+)-([0-9]{1,18})(?::(government|head_of_state))?")
DITTO = frozenset({'"', "''", "〃", "″", "”", "“"})
MOST_CHOSEN = 250


@dataclass(frozen=True)
class Choice:
    """A record as a box holds it; a state with what it acts as, where that isn't the state."""

    record: models.Model
    acting_as: str = ""

    @property
    def key(self) -> str:
        bare = f"{self.record._meta.model_name}-{self.record.pk}"
        return f"{bare}:{self.acting_as}" if self.acting_as else bare

    @property
    def short(self) -> str:
        """For where it was chosen and needs not be told from others."""
        record, acting = self.record, ActingAs(self.acting_as).label if self.acting_as else ""
        if isinstance(record, Agency) and fold(str(record.state)) not in fold(str(record)):
            return joined(record, record.state)
        return joined(record, acting)

    def __str__(self) -> str:
        acting = ActingAs(self.acting_as).label if self.acting_as else ""
        return joined(label(self.record), acting)


def choice_of(party: Party) -> Choice | None:
    """The body of a party, as a box shows it."""
    if party.agency:
        return Choice(party.agency)
    acting = "" if party.acting_as == ActingAs.STATE else party.acting_as
    return Choice(party.state, acting) if party.state else None


def choices_of(keys: Iterable[str]) -> dict[str, Choice]:
    """The choices with these keys, in their order, fetched together; what is none is left out."""
    parts = {key: KEY.fullmatch(key) for key in dict.fromkeys(keys)}
    wanted = defaultdict(set)
    for part in filter(None, parts.values()):
        if part[1] in MODELS:
            wanted[part[1]].add(int(part[2]))
    records = {
        f"{name}-{record.pk}": record
        for name, pks in wanted.items()
        for record in named(MODELS[name]._default_manager.filter(pk__in=pks))
    }
    found = {
        key: Choice(records[bare], part[3] or "")
        for key, part in parts.items()
        if part and (bare := f"{part[1]}-{int(part[2])}") in records
    }
    return {key: choice for key, choice in found.items() if is_sound(choice)}


def is_sound(choice: Choice) -> bool:
    return not choice.acting_as or isinstance(choice.record, State)


@dataclass(frozen=True)
class Boxed:
    """What a box sends: keys that are ticked, and what is typed."""

    keys: tuple[str, ...] = ()
    typed: str = ""

    @property
    def is_ditto(self) -> bool:
        """Whether the mark for "as above" stands there, and nothing else."""
        return not self.keys and self.typed.strip() in DITTO


class BoxWidget(forms.Widget):
    template_name = "widgets/box.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Boxed:
        keys = data.getlist(name) if hasattr(data, "getlist") else data.get(name) or []
        return Boxed(tuple(keys), str(data.get(f"{name}-typed") or "").replace("\0", " "))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data and f"{name}-typed" not in data

    def id_for_label(self, id_: str) -> str:
        return id_

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        value = as_boxed(value)
        context = super().get_context(name, None, attrs)
        field = self.field
        context["box"] = {
            "chosen": [field.known[key] for key in value.keys if key in field.known],
            "likely": [choice for choice in field.likely if choice.key not in value.keys],
            "typed": value.typed,
            "kind": field.kind,
            "is_multiple": field.is_multiple,
            "may_add": field.may_add,
        }
        return context


def as_boxed(value: Any) -> Boxed:
    """What a box holds: as it was sent, or of the choices that it began with."""
    return value if isinstance(value, Boxed) else Boxed(tuple(c.key for c in value or []))


class BoxField(forms.Field):
    """Gives a list of choices; of a box that is not ``multiple``, of one at most.

    ``known`` holds what the whole page has chosen, by key; ``first`` the states whose bodies come
    first; ``likely`` what the typed words may mean, once they were found to be ambiguous.
    """

    widget = BoxWidget
    known: Mapping[str, Choice] = {}
    first: Sequence[int] = ()
    likely: Sequence[Choice] = ()

    def __init__(
        self, kind: str, *, multiple: bool = False, may_add: bool = False, **kwargs: Any
    ) -> None:
        self.kind = kind
        self.is_multiple = multiple
        self.may_add = may_add
        super().__init__(**kwargs)
        self.widget.field = self

    def __deepcopy__(self, memo: dict) -> BoxField:
        copied = super().__deepcopy__(memo)
        copied.widget.field = copied
        return copied

    def clean(self, value: Any) -> list[Choice]:
        value = as_boxed(value)
        chosen = list(self.chosen(value.keys))
        if not value.is_ditto:
            chosen += self.meant(value.typed)
        if not self.is_multiple and len(chosen) > 1:
            raise ValidationError(_("Choose one: untick the other."))
        if self.required and not chosen:
            raise ValidationError(self.error_messages["required"], code="required")
        return list({choice.key: choice for choice in chosen}.values())

    def chosen(self, keys: Sequence[str]) -> Iterator[Choice]:
        if len(keys) > MOST_CHOSEN:
            raise ValidationError(_("Too many are chosen."))
        for key in keys:
            choice = self.known.get(key)
            if choice is None or choice.record._meta.model_name not in OFFERED[self.kind]:
                raise ValidationError(_("What was chosen here is no longer in the archive."))
            yield choice

    def meant(self, typed: str) -> list[Choice]:
        """What is typed by name. Where it may be several, or none, the clerk is asked."""
        chosen, errors = [], []
        for words in filter(None, map(str.strip, self.split(typed))):
            keys = finding.matches(self.kind, words, self.first)
            found = list(choices_of(keys).values())
            if len(found) == 1:
                chosen += found
            else:
                errors.append(self.ask(words, found))
                self.likely = [*self.likely, *found]
        if errors:
            raise ValidationError(errors)
        return chosen

    def split(self, typed: str) -> list[str]:
        return typed.split(";")[:MOST_CHOSEN] if self.is_multiple else [typed]

    def ask(self, words: str, found: list[Choice]) -> str:
        if found:
            asked = _("“%(words)s” may be several. Tick the one that is meant, and empty the line.")
        else:
            asked = _("Nothing is called “%(words)s”.")
        return asked % {"words": words}

    def has_changed(self, initial: Any, data: Any) -> bool:
        if self.disabled:
            return False
        before = {choice.key for choice in initial or []}
        return bool(data.typed.strip()) or set(data.keys) != before
