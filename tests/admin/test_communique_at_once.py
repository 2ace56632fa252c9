"""Two clerks at once: one text is kept once, and one review makes its records once."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from agreements.models import Agency, Communique, Document, Event, Source
from tests.admin.communique_desk import PASTE, address, fields
from tests.admin.conftest import signed_in
from tests.communiques import TEXT, begun, proposal
from tests.editing.test_merging_at_once import while_held

pytestmark = pytest.mark.django_db(transaction=True)


def posting(client: Client, url: str, data: dict[str, Any]) -> Any:
    return lambda: client.post(url, data)


def test_one_text_is_kept_once() -> None:
    one, two = signed_in("one", group="clerk"), signed_in("two", group="clerk")
    data = {"text": TEXT, "publisher": "News agency"}
    response = while_held(posting(one, PASTE, data), posting(two, PASTE, data))
    communique = Communique.objects.get()
    assert response["Location"] == f"{PASTE}{communique.pk}/"
    assert Source.objects.exclude(kept_text="").count() == 1
    assert communique.made_by == "one"


def test_one_review_makes_its_records_once() -> None:
    one, two = signed_in("one", group="clerk"), signed_in("two", group="clerk")
    communique = begun()
    data = fields(communique) | {"do": "save"}
    url = address(communique)
    response = while_held(posting(one, url, data), posting(two, url, data))
    assert response["Location"].endswith(f"/event/{Event.objects.get().pk}/change/")
    assert Document.objects.count() == 4


def test_one_body_of_two_reviews_is_made_once() -> None:
    one, two = signed_in("one", group="clerk"), signed_in("two", group="clerk")
    reviews = [begun(), begun(proposal("Again. " + TEXT))]
    sending = [
        posting(client, address(review), fields(review) | {"do": "save", "event-began_on": day})
        for client, review, day in zip((one, two), reviews, ("2023", "2024"), strict=True)
    ]
    while_held(*sending)
    assert Event.objects.count() == 2
    assert Agency.objects.filter(names__text="Customs Service of Tajikistan").count() == 1
