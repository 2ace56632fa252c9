"""Warnings that somebody looked into and found to be all right: they stay away, for everyone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import models

from agreements.models import DismissedDoubt

from .doubts import Doubt

LONGEST_REASON = DismissedDoubt._meta.get_field("reason").max_length


def can_be_dismissed(record: models.Model) -> bool:
    return hasattr(record, "dismissed_doubts")


def dismissed(record: models.Model) -> dict[str, DismissedDoubt]:
    """By token."""
    return {row.token: row for row in record.dismissed_doubts.all()}


def dismiss(record: models.Model, doubts: Iterable[Doubt], by: str, why: Mapping[str, str]) -> None:
    """Those of the doubts whose token stands in ``why``, with its reason, which may be empty."""
    DismissedDoubt.objects.bulk_create(
        [
            DismissedDoubt(
                **{record._meta.model_name: record},
                code=doubt.code,
                key=doubt.key,
                reason=why[doubt.token][:LONGEST_REASON],
                by=by,
            )
            for doubt in doubts
            if doubt.token in why
        ],
        ignore_conflicts=True,
    )


def take_back(record: models.Model, tokens: Iterable[str]) -> None:
    wanted = set(tokens)
    keys = [row.pk for token, row in dismissed(record).items() if token in wanted]
    record.dismissed_doubts.filter(pk__in=keys).delete()
