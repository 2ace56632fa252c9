"""Documents or events that were changed since a time, with those that are gone."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from rest_framework import serializers
from rest_framework.response import Response

from agreements.exporting.harvest import Changed, Gone, changed, settled, standing
from agreements.exporting.records import Record, moment
from agreements.models.merged_record import LARGEST_NUMBER
from agreements.models.publication import PublishableQuerySet
from agreements.problems import problem

from . import asking
from .answers import beside, kept_number, moved, page
from .errors import Problem, refuse
from .schema import serializer

NAMES = ("updated_since", "after", "limit", "include")
# Microseconds since 1970, and a number.
PLACE = re.compile(r"([0-9]{1,18})\.([0-9]{1,19})")
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
MICROSECOND = datetime.timedelta(microseconds=1)

GONE = serializer(
    "Gone",
    "What is left of a record that was public. A copy of it is to be removed.",
    id=serializers.IntegerField(help_text="Its number."),
    gone=serializers.ChoiceField(
        [str(gone) for gone in Gone],
        help_text="withdrawn, or merged into another that stands for it now.",
    ),
    gone_at=serializers.DateTimeField(help_text="When; or when that was last changed."),
    reason=serializers.CharField(help_text="Why."),
    merged_into=serializers.IntegerField(
        allow_null=True, help_text="The number of the other record."
    ),
    merged_into_url=serializers.URLField(
        allow_null=True, help_text="Its address in this interface."
    ),
)


def harvested(
    request: HttpRequest,
    records: PublishableQuerySet,
    name: str,
    read: Callable[[Sequence[int]], list[Record]],
    **more: Any,
) -> Response:
    """``name`` is that of the address of one record, ``read`` gives those that are public."""
    asking.only(request, NAMES)
    since, size = asking.moment(request, "updated_since"), asking.limit(request)
    until = settled()
    found = changed(records, since=since, before=until, after=place(request), size=size)
    public = {record["id"]: record for record in read([one.pk for one in found if not one.is_gone])}
    rows = [
        tombstone(request, one, name) if one.is_gone else public[one.pk]
        for one in found
        if one.is_gone or one.pk in public
    ]
    following = beside(request, after=written(found[-1])) if len(found) == size else None
    return page(rows, **more, complete_until=moment(until), next=following)


def tombstone(request: HttpRequest, one: Changed, name: str) -> Record:
    kept = one.merged_into
    url = request.build_absolute_uri(reverse(name, args=[kept])) if kept else None
    return {
        "id": one.pk,
        "gone": str(one.gone),
        "gone_at": moment(one.changed_at),
        "reason": one.reason,
        "merged_into": kept,
        "merged_into_url": url,
    }


def written(one: Changed) -> str:
    return f"{(one.changed_at - EPOCH) // MICROSECOND}.{one.pk}"


def place(request: HttpRequest) -> tuple[datetime.datetime, int] | None:
    asked = request.GET.get("after", "")
    if not asked:
        return None
    found = PLACE.fullmatch(asked) if asked.isascii() else None
    try:
        if found and int(found[2]) <= LARGEST_NUMBER:
            return EPOCH + int(found[1]) * MICROSECOND, int(found[2])
    except OverflowError:
        pass
    refuse({"after": ["This is no place here. Follow the addresses that an answer gives."]})


def gone(records: PublishableQuerySet, pk: int, name: str) -> Response:
    """Where there is no published record: what became of it, as the pages tell.

    Raises Http404 where there never was a public one.
    """
    public = records.published()
    kept = kept_number(public, pk)
    if kept and public.filter(pk=kept).exists():
        return moved(name, kept)
    left = standing(records, pk) if 0 < pk <= LARGEST_NUMBER else None
    if left is None or not left.is_gone:
        raise Http404
    told = {"gone": str(left.gone), "gone_at": moment(left.changed_at), "reason": left.reason}
    raise Problem(problem(410, "This record was withdrawn.", **told))
