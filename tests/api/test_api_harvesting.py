"""Who keeps a copy learns of everything that was changed, and of what is gone."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test import Client

from agreements.editing.merging import merge
from agreements.models import Document, Event
from agreements.models.publication import Publishable
from tests import builders

pytestmark = pytest.mark.django_db

MAKERS = {"documents": builders.document, "events": builders.event}
MODELS = {"documents": Document, "events": Event}
GONE = ["id", "gone", "gone_at", "reason", "merged_into", "merged_into_url"]


def harvest(client: Client, kind: str, since: str = "2020-01-01", **more: Any) -> dict[str, Any]:
    query = "&".join(f"{name}={value}" for name, value in more.items())
    response = client.get(f"/api/v1/{kind}/?updated_since={since}&{query}")
    assert response.status_code == 200, response.content
    return response.json()


def touched(record: Publishable, day: str) -> None:
    builders.settle()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL agreements.refresh = 'off'")
        type(record).objects.filter(pk=record.pk).update(changed_at=f"{day}T12:00Z")
        cursor.execute("SET LOCAL agreements.refresh = ''")


def withdrawn(record: Publishable) -> None:
    type(record).objects.filter(pk=record.pk).update(
        publication_state="withdrawn", withdrawal_reason="A forgery.", is_title_withheld=True
    )
    builders.settle()


@pytest.mark.parametrize("kind", MAKERS)
def test_changes_in_their_order_from_a_time_on(client: Client, kind: str) -> None:
    one, two, three = (MAKERS[kind]() for _ in range(3))
    for record, day in ((two, "2021-01-01"), (one, "2021-01-02"), (three, "2021-01-03")):
        touched(record, day)
    found = harvest(client, kind)
    assert [record["id"] for record in found["results"]] == [two.pk, one.pk, three.pk]
    assert found["next"] is None and found["complete_until"] > "2021-01-03"
    for since in ("2021-01-02", "2021-01-02T12:00:00Z", "2021-01-02T17:00:00%2B05:00"):
        later = harvest(client, kind, since)["results"]
        assert [record["id"] for record in later] == [one.pk, three.pk], since
    single = client.get(f"/api/v1/{kind}/{one.pk}/").json()
    more = {"include": "all"} if kind == "documents" else {}
    whole = {record["id"]: record for record in harvest(client, kind, **more)["results"]}
    assert whole[one.pk] == single


@pytest.mark.parametrize("kind", MAKERS)
def test_walk_meets_each_once_while_others_change(client: Client, kind: str) -> None:
    records = [MAKERS[kind]() for _ in range(5)]
    builders.settle()
    url: str | None = f"/api/v1/{kind}/?updated_since=2020-01-01&limit=2"
    found: list[int] = []
    while url:
        parts = urlsplit(url)
        answer = client.get(f"{parts.path}?{parts.query}").json()
        found += [record["id"] for record in answer["results"]]
        url = answer["next"]
        withdrawn(records[-1])
    assert found == [record.pk for record in records]
    assert answer["results"][-1]["gone"] == "withdrawn"


@pytest.mark.parametrize("kind", MAKERS)
def test_what_is_gone_leaves_a_stone(client: Client, kind: str) -> None:
    one, losing, kept = (MAKERS[kind]("The very title") for _ in range(3))
    builders.settle()
    merge(losing, MODELS[kind].objects.get(pk=kept.pk), "Entered twice.")
    withdrawn(one)
    stones = {r["id"]: r for r in harvest(client, kind)["results"] if "gone" in r}
    assert stones.keys() == {one.pk, losing.pk}
    for stone in stones.values():
        assert list(stone) == GONE
        assert "very title" not in str(stone)
    assert stones[one.pk]["gone"] == "withdrawn" and stones[one.pk]["reason"] == "A forgery."
    assert stones[one.pk]["merged_into"] is stones[one.pk]["merged_into_url"] is None
    assert (stones[losing.pk]["gone"], stones[losing.pk]["merged_into"]) == ("merged", kept.pk)
    assert client.get(stones[losing.pk]["merged_into_url"]).status_code == 200


def test_draft_is_never_told_of(client: Client) -> None:
    builders.draft()
    builders.document(publication_state="in_review")
    builders.event(publication_state="draft")
    losing, kept = builders.draft(), builders.draft()
    builders.settle()
    merge(losing, kept, "Entered twice.")
    builders.settle()
    for kind in MAKERS:
        assert harvest(client, kind)["results"] == []


def test_cost_does_not_grow(client: Client, django_assert_max_num_queries: Any) -> None:
    for n in range(12):
        document = builders.document()
        if n % 3 == 0:
            withdrawn(document)
    builders.settle()
    with django_assert_max_num_queries(24):
        assert len(harvest(client, "documents")["results"]) == 12
    with django_assert_max_num_queries(16):
        assert harvest(client, "events")["results"] == []
