"""Events as plain values: those that are public, in the order that was asked for."""

from __future__ import annotations

import pytest

from agreements.exporting.event_records import EventRecords
from tests import builders


@pytest.mark.django_db
def test_draft_is_left_out() -> None:
    one, two = builders.event("One"), builders.event("Two")
    draft = builders.event("Hidden", publication_state="draft")
    builders.settle()
    found = EventRecords("https://a.example").read([two.pk, draft.pk, one.pk])
    assert [record["name"] for record in found] == ["Two", "One"]
    assert found[0]["url"] == f"https://a.example{two.get_absolute_url()}"
