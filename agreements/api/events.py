from __future__ import annotations

from django.http import HttpRequest
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.response import Response

from agreements.exporting.event_records import EVENTS, UNDER_EVENT, EventRecords
from agreements.filters import EventFilters
from agreements.models import Event

from . import asking, parameters
from .answers import METHODS, base, by_number, one, version
from .harvesting import GONE, gone, harvested
from .schema import either, listed, responses, shape_of

EVENT = shape_of(EVENTS, "Event", UNDER_EVENT)
LIST = listed(
    "Events",
    either("EventOrGone", EVENT, GONE),
    complete_until=serializers.DateTimeField(
        allow_null=True, help_text="As of documents: with updated_since."
    ),
)


@extend_schema(
    operation_id="events",
    summary="Events by their numbers, or that were changed since a time",
    parameters=[
        *parameters.of_filters(EventFilters),
        parameters.LIMITED,
        parameters.AFTER,
        parameters.UPDATED_SINCE,
    ],
    responses=responses(LIST, "A page of events."),
    tags=["events"],
)
@api_view(METHODS)
def event_list(request: HttpRequest) -> Response:
    records = EventRecords(base(request))
    if request.GET.get("updated_since"):
        return harvested(request, Event.objects.all(), "api_event", records.read)
    filters = EventFilters(request.GET, Event.objects.published(), version(request))
    asking.checked(request, filters, ("after", "limit"))
    return by_number(request, filters.rows, records.read, complete_until=None)


@extend_schema(
    operation_id="event",
    summary="One event with everything under it",
    responses=responses(EVENT, "The event.", 301, 404, 410),
    tags=["events"],
)
@api_view(METHODS)
def event(request: HttpRequest, pk: int) -> Response:
    asking.only(request, ())
    found = Event.objects.published().filter(pk=asking.in_range(pk)).first()
    if found is None:
        return gone(Event.objects.all(), pk, "api_event")
    (record,) = EventRecords(base(request)).read([pk])
    return one(record, found.changed_at)
