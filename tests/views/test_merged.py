"""Old addresses lead to the record that was kept, while that is public."""

from __future__ import annotations

import pytest
from django.db import models
from django.test import Client

from agreements.editing.merging import merge
from agreements.models import Document, MergedRecord, State
from tests import builders

pytestmark = pytest.mark.django_db


def merged(losing: models.Model, kept: models.Model) -> models.Model:
    builders.settle()
    merge(losing, kept, "Entered twice.")
    builders.settle()
    return type(kept).objects.get(pk=kept.pk)


def leads(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 301, (path, response.status_code)
    return response["Location"]


def test_agency_leads_to_the_kept_one(client: Client) -> None:
    state = builders.state()
    losing, kept = builders.agency("Old", of=state), builders.agency("Kept", of=state)
    builders.document(side_1=losing)
    number = losing.pk
    url = merged(losing, kept).get_absolute_url()
    for path in (f"/agencies/{number}/", f"/agencies/{number}/old/"):
        assert leads(client, path) == url
    assert leads(client, f"/agencies/{number}/old/?page=2") == f"{url}?page=2"
    assert client.get(url).status_code == 200
    assert leads(client, f"/ru/agencies/{number}/") == f"/ru{url}"


def test_agency_that_is_not_public_is_not_told(client: Client) -> None:
    state = builders.state()
    losing, kept = builders.agency(of=state), builders.agency(of=state)
    number = losing.pk
    merged(losing, kept)
    assert client.get(f"/agencies/{number}/").status_code == 404


@pytest.mark.parametrize("make", [builders.document, builders.event])
def test_public_record_leads_to_the_kept_one(client: Client, make: type) -> None:
    losing, kept = make("Old"), make("Kept")
    kept = merged(losing, kept)
    assert leads(client, losing.get_absolute_url()) == kept.get_absolute_url()


def test_draft_that_was_merged_leads_on_only_once_the_kept_one_is_public(client: Client) -> None:
    losing, kept = builders.draft("Secret"), builders.draft("Kept")
    number = losing.pk
    kept = merged(losing, kept)
    assert client.get(f"/documents/{number}/").status_code == 404
    Document.objects.filter(pk=kept.pk).bring_to("published")
    assert leads(client, f"/documents/{number}/") == kept.get_absolute_url()


def test_chain_is_followed_in_one_step(client: Client) -> None:
    first, second, third = (builders.document(name) for name in ("One", "Two", "Three"))
    merged(first, second)
    third = merged(Document.objects.get(pk=second.pk), third)
    assert leads(client, f"/documents/{first.pk}/") == third.get_absolute_url()


def test_duplicate_of_a_withdrawn_record_does_not_give_its_title_away(client: Client) -> None:
    losing, kept = builders.document("The very title"), builders.document("Kept")
    kept = merged(losing, kept)
    Document.objects.filter(pk=kept.pk).update(
        publication_state="withdrawn", withdrawal_reason="Secret.", is_title_withheld=True
    )
    response = client.get(f"/documents/{losing.pk}/")
    assert response.status_code == 410
    assert "The very title" not in response.content.decode()


def test_merge_that_was_undone_leads_nowhere(client: Client) -> None:
    losing, kept = builders.draft(), builders.document()
    number = losing.pk
    merged(losing, kept)
    MergedRecord.objects.update(undone_at="2024-01-01T00:00Z")
    assert client.get(f"/documents/{number}/").status_code == 404


def test_state_and_its_pairs_lead_to_the_kept_state(client: Client) -> None:
    losing, kept = builders.state("x-old-land"), State.objects.get(code="kz")
    merged(losing, kept)
    assert leads(client, "/states/x-old-land/") == "/states/kz/"
    assert leads(client, "/states/tj/x-old-land/") == "/states/kz/tj/"
    assert leads(client, "/states/x-old-land/tj/") == "/states/kz/tj/"
    assert client.get("/states/kz/x-old-land/").status_code == 404


def test_subject_and_source_lead_to_the_kept_one(client: Client) -> None:
    losing, kept = builders.subject("old-subject"), builders.subject("kept-subject")
    merged(losing, kept)
    assert leads(client, "/subjects/old-subject/") == "/subjects/kept-subject/"
    document = builders.document()
    kept = document.citations.get().source
    losing = builders.source()
    number = losing.pk
    merged(losing, kept)
    assert leads(client, f"/sources/{number}/") == kept.get_absolute_url()


def test_filters_of_old_addresses_hold(client: Client) -> None:
    state, kept_state = builders.state("x-old-land"), State.objects.get(code="kz")
    losing, kept = builders.agency(of=kept_state), builders.agency(of=kept_state)
    builders.document("The paper", side_1=losing, side_2=state)
    number = losing.pk
    merged(losing, kept)
    merged(state, kept_state)
    for query in (f"agency={number}", "state=x-old-land"):
        assert "The paper" in client.get(f"/documents/?{query}").content.decode(), query
    assert client.get("/agencies/?state=x-old-land").status_code == 200
    assert "The paper" in client.get("/documents/?state=tj&state=x-old-land").content.decode()


def test_search_finds_the_names_of_what_was_merged(client: Client) -> None:
    losing, kept = builders.document("Treaty on bridges"), builders.document("Road agreement")
    merged(losing, kept)
    assert "Road agreement" in client.get("/documents/?q=bridges").content.decode()
