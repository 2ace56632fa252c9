"""What is written down of the API is what it does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from drf_spectacular.drainage import GENERATOR_STATS, reset_generator_stats
from drf_spectacular.validation import validate_schema
from hypothesis import HealthCheck, Phase, settings
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from schemathesis.generation import GenerationMode

from agreements.api.root import description
from agreements.models import Citation, Document, Subject
from tests import builders


def test_it_is_valid_and_made_without_a_warning() -> None:
    reset_generator_stats()
    description.cache_clear()
    made = description()
    assert not GENERATOR_STATS._warn_cache and not GENERATOR_STATS._error_cache
    assert made["openapi"].startswith("3.1.")
    validate_schema(made)
    assert json.loads(json.dumps(made)) == made
    for name, one in made["components"]["schemas"].items():
        jsonschema.Draft202012Validator.check_schema(one), name


def test_every_field_is_explained() -> None:
    for name, shape in description()["components"]["schemas"].items():
        for field, one in shape.get("properties", {}).items():
            is_said = "description" in one or name in ("Error", "Root", "VocabularyCode")
            is_said = is_said or field in ("results", "name", "codes", "status")
            assert is_said, (name, field)
    for path, methods in description()["paths"].items():
        for parameter in methods["get"].get("parameters", ()):
            assert parameter.get("description") or parameter["in"] == "path", (path, parameter)


@pytest.fixture
def filled(db: None) -> None:
    event = builders.event(place=builders.place(state=builders.state()))
    builders.announcement(event, 20)
    one, two = builders.document("Agreement on roads", event=event), builders.document()
    one.subjects.add(Subject.objects.get(slug="transport"))
    builders.received(one, text=builders.text(one))
    Citation.objects.create(event=event, source=builders.source(), quote="Twenty were signed.")
    builders.document(side_1=builders.agency())
    builders.settle()
    Document.objects.filter(pk=two.pk).update(
        publication_state="withdrawn", withdrawal_reason="A forgery."
    )
    builders.settle()


def test_answers_have_the_shapes_that_are_written_down(client: Client, filled: None) -> None:
    made = description()
    resource = DRAFT202012.create_resource(made)
    registry: Registry = Registry().with_resource("urn:api", resource)
    one = Document.objects.published().first()
    for path, url in (
        ("documents/", "documents/?include=all"),
        ("documents/", "documents/?updated_since=2020-01-01"),
        ("documents/{id}/", f"documents/{one.pk}/"),
        ("events/", "events/?updated_since=2020-01-01"),
        ("events/{id}/", f"events/{one.event_id}/"),
        ("states/{code}/", "states/suhh/"),
        ("agencies/", "agencies/"),
        ("vocabularies/", "vocabularies/"),
    ):
        operation = f"/paths/~1api~1v1~1{path.replace('/', '~1')}/get"
        where = f"urn:api#{operation}/responses/200/content/application~1json/schema"
        validator = jsonschema.Draft202012Validator({"$ref": where}, registry=registry)
        answer = client.get(f"/api/v1/{url}").json()
        validator.validate(answer)
        assert answer.get("results", True), url
    wrong = answer | {"results": "none"}
    assert not validator.is_valid(wrong), "else nothing is proved"


@pytest.fixture
def one_connection(filled: None) -> Iterator[None]:
    """All happens in the transaction of the test: a request ends no connection."""
    ends = (request_started, request_finished)
    for signal in ends:
        signal.disconnect(close_old_connections)
    yield
    for signal in ends:
        signal.connect(close_old_connections)


schema = schemathesis.openapi.from_dict(description())
schema.app = WSGIHandler()
schema.config.update(base_url="http://localhost")
schema.config.generation.update(modes=[GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
# A value may be well written and yet name nothing, or go with no other one.
schema.config.checks.update(excluded_check_names=["positive_data_acceptance"])


@schema.parametrize()
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_stranger_finds_no_fault(case: Any, one_connection: None) -> None:
    """Statuses, types and shapes of answers, whatever is asked, as they are written down."""
    case.call_and_validate()
