"""What can be said from the words alone, also of a form that can't be saved yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements import dates
from agreements.editing import titles as reading
from agreements.letters import mixed_scripts
from agreements.models import Place, State, Subject
from agreements.models.vocabulary import RelationKind

from .doubt import Doubt, digest


def of_names(record: State | Place | Subject) -> Iterator[Doubt]:
    yield from mixed_letters(record.names.order_by("pk").values_list("text", flat=True))


def mixed_letters(texts: Iterable[str]) -> Iterator[Doubt]:
    """Words in which look-alike letters of two scripts stand together; each once."""
    for word in dict.fromkeys(word for text in texts for word in mixed_scripts(text)):
        words = _("“%(word)s” mixes Latin and Cyrillic letters: searches will miss it.")
        yield Doubt("mixed_letters", word, words % {"word": word})


NO_RELATION = {
    RelationKind.AMENDS: gettext_lazy("The title says that it amends another document: which?"),
    RelationKind.SUPPLEMENTS: gettext_lazy(
        "The title says that it supplements another document: which?"
    ),
    RelationKind.EXTENDS: gettext_lazy("The title says that it extends another document: which?"),
}


def unrelated_acts(titles: Iterable[str], kinds: Collection[str]) -> Iterator[reading.Act]:
    """What the titles say is done to another document, where no relation of ``kinds`` says so."""
    seen = set()
    for title in titles:
        said = reading.acts(title)
        if any(set(kinds) & reading.ANSWERS[act.kind] for act in said):
            return
        for act in said:
            if act.kind not in seen:
                seen.add(act.kind)
                yield act


def unrelated(titles: Collection[str], kinds: Collection[str]) -> Iterator[Doubt]:
    for act in unrelated_acts(titles, kinds):
        yield unrelated_doubt(act)


def unrelated_doubt(act: reading.Act, **more: object) -> Doubt:
    return Doubt("unrelated", digest(act.kind, act.other), str(NO_RELATION[act.kind]), **more)


def other_period(titles: Iterable[str], recorded: str | None) -> Iterator[Doubt]:
    """The years that a title names, where the field has others or none."""
    for said in dict.fromkeys(filter(None, map(reading.period, titles))):
        if recorded and same_years(said, recorded):
            continue
        words = {"said": dates.words(said), "recorded": dates.words(recorded or "")}
        yield Doubt(
            "other_period",
            f"{said} {recorded or ''}".strip(),
            (
                _("The title says %(said)s, the period covered says %(recorded)s.")
                if recorded
                else _("The title says %(said)s, and no period covered is recorded.")
            )
            % words,
            period=said,
        )


def same_years(one: str, other: str) -> bool:
    """Whether two periods begin in one year and end in one; months are more exact, not other."""
    return years(one) == years(other)


def years(edtf: str) -> list[int | None]:
    return [end and end.year for end in dates.ends(edtf) or (None, None)]
