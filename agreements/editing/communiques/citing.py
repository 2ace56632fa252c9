"""The words of a communique behind each value: quoted as they stand in the kept text."""

from __future__ import annotations

from typing import Any

from agreements.forms.communique_rows import At, at
from agreements.models import Citation, Source
from agreements.models.vocabulary import Stance


class Citing:
    """Gathers citations of one source and writes them together."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.rows: list[Citation] = []

    def cite(
        self,
        place: At | None,
        field: str,
        *,
        stance: Stance = Stance.STATES,
        value: str = "",
        **record: Any,
    ) -> None:
        """Nothing where the text does not say it, or says it somewhere that is not in it."""
        quote = self.words(place)
        if quote:
            self.rows.append(
                Citation(
                    source=self.source,
                    quote=quote,
                    quote_start=place.start,
                    field=field,
                    stance=stance,
                    value=value,
                    **record,
                )
            )

    def words(self, place: At | None) -> str:
        text = self.source.kept_text
        return text[place.start : place.end] if place and place.end <= len(text) else ""

    def whole(self, **record: Any) -> None:
        """The communique speaks of the record, in no words that are one of its fields."""
        self.rows.append(Citation(source=self.source, **record))

    def save(self) -> None:
        Citation.objects.bulk_create(self.rows)

    def quote_of(self, doubt: dict[str, Any]) -> str:
        return self.words(at(doubt["at"]))
