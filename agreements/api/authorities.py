"""What documents name: states, agencies, places, subjects."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet
from django.http import HttpRequest
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import api_view
from rest_framework.response import Response

from agreements.exporting import authority_records as records
from agreements.exporting.shape import AGENCIES, PLACES, STATES
from agreements.filters import AgencyFilters
from agreements.models import Agency, MergedRecord, Place, State, Subject

from . import asking, parameters
from .answers import METHODS, base, by_number, kept_number, moved_or_404, one, version, whole
from .schema import listed, responses, shape_of

STATE_ROW, STATE = (shape_of(STATES, "StateInList"), shape_of(STATES, "State", records.UNDER_STATE))
AGENCY_ROW = shape_of(AGENCIES, "AgencyInList")
AGENCY = shape_of(AGENCIES, "Agency", records.UNDER_AGENCY)
PLACE = shape_of(PLACES, "Place")
SUBJECT_ROW = shape_of(records.SUBJECT_ROWS, "SubjectInList")
SUBJECT = shape_of(records.SUBJECT_ROWS, "Subject", records.UNDER_SUBJECT)
BY_NUMBER = [parameters.LIMITED, parameters.AFTER_NUMBER]


@extend_schema(
    operation_id="states",
    summary="All states, territories and organisations, by their codes",
    responses=responses(listed("States", STATE_ROW(many=True)), "All of them."),
    tags=["authorities"],
)
@api_view(METHODS)
def state_list(request: HttpRequest) -> Response:
    asking.only(request, ())
    found = State.objects.published().with_shown_name().order_by("code")
    return whole(records.states(found, base(request)))


@extend_schema(
    operation_id="state",
    summary="One state with its names",
    responses=responses(STATE, "The state.", 301, 404),
    tags=["authorities"],
)
@api_view(METHODS)
def state(request: HttpRequest, code: str) -> Response:
    asking.only(request, ())
    public = State.objects.published()
    found = public.with_names().filter(code=code.lower()).first()
    if found is None:
        number = MergedRecord.objects.kept_number_of_code("state", code.lower())
        return moved_or_404("api_state", public, number, "code")
    return one(records.state(found, base(request)))


@extend_schema(
    operation_id="agencies",
    summary="Agencies, cities and institutes by their numbers",
    parameters=[*parameters.of_filters(AgencyFilters), *BY_NUMBER],
    responses=responses(listed("Agencies", AGENCY_ROW(many=True)), "A page of agencies."),
    tags=["authorities"],
)
@api_view(METHODS)
def agency_list(request: HttpRequest) -> Response:
    filters = AgencyFilters(request.GET, Agency.objects.published(), version(request))
    asking.checked(request, filters, ("after", "limit"))

    def read(keys: Sequence[int]) -> list[records.Record]:
        found = Agency.objects.select_related("state").prefetch_related("names")
        return records.agencies(found.filter(pk__in=keys).order_by("pk"), base(request))

    return by_number(request, filters.rows, read)


@extend_schema(
    operation_id="agency",
    summary="One agency with its names, and what it followed or stands under",
    responses=responses(AGENCY, "The agency.", 301, 404),
    tags=["authorities"],
)
@api_view(METHODS)
def agency(request: HttpRequest, pk: int) -> Response:
    asking.only(request, ())
    public = Agency.objects.published()
    found = public.with_names().filter(pk=asking.in_range(pk)).first()
    if found is None:
        return moved_or_404("api_agency", public, kept_number(public, pk))
    return one(records.agency(found, base(request)))


@extend_schema(
    operation_id="places",
    summary="Places by their numbers",
    parameters=BY_NUMBER,
    responses=responses(listed("Places", PLACE(many=True)), "A page of places."),
    tags=["authorities"],
)
@api_view(METHODS)
def place_list(request: HttpRequest) -> Response:
    asking.only(request, ("after", "limit"))

    def read(keys: Sequence[int]) -> list[records.Record]:
        found: QuerySet = Place.objects.select_related("state").with_names()
        return records.places(found.filter(pk__in=keys).order_by("pk"))

    return by_number(request, Place.objects.published(), read)


@extend_schema(
    operation_id="subjects",
    summary="All subjects, in groups",
    responses=responses(listed("Subjects", SUBJECT_ROW(many=True)), "All of them."),
    tags=["authorities"],
)
@api_view(METHODS)
def subject_list(request: HttpRequest) -> Response:
    asking.only(request, ())
    found = Subject.objects.published().select_related("parent").with_names()
    return whole(records.subjects(found, base(request)))


@extend_schema(
    operation_id="subject",
    summary="One subject with its names",
    responses=responses(SUBJECT, "The subject.", 301, 404),
    tags=["authorities"],
)
@api_view(METHODS)
def subject(request: HttpRequest, slug: str) -> Response:
    asking.only(request, ())
    public = Subject.objects.published()
    found = public.select_related("parent").with_names().filter(slug=slug).first()
    if found is None:
        number = MergedRecord.objects.kept_number_of_code("subject", slug)
        return moved_or_404("api_subject", public, number, "slug")
    return one(records.subject(found, base(request)))
