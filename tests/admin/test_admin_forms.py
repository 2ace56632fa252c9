"""Every form of the admin, walked: no list of thousands, and a place for every citation."""

from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import models
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from agreements.models import Agency, AgencyName, Citation, State
from tests import builders
from tests.admin.desk import errors, page_forms, queries, row, sheet, url_of

MOST_OPTIONS = 200
SELECT = re.compile(r'<select[^>]*name="([^"]+)"(.*?)</select>', re.DOTALL)
OURS = apps.get_app_config("agreements").get_models()
REGISTERED = [model for model in OURS if admin.site.is_registered(model)]


@pytest.fixture
def many_agencies(db: None) -> None:
    """Ten thousand, of one state."""
    state = builders.state()
    made = Agency.objects.bulk_create(Agency(kind="ministry", state=state) for _n in range(10_000))
    AgencyName.objects.bulk_create(
        AgencyName(agency=agency, language="en", text=f"Ministry no. {number}")
        for number, agency in enumerate(made)
    )


def record_of(model: type[models.Model]) -> models.Model | None:
    """A saved record of a kind, with rows under it."""
    if model is Agency or model is State:
        return model.objects.first()
    makers = {
        "document": lambda: builders.draft(side_1=Agency.objects.first()),
        "event": lambda: builders.event(publication_state="draft"),
        "place": builders.place,
        "subject": lambda: builders.subject(parent=builders.subject()),
        "source": builders.source,
    }
    make = makers.get(model._meta.model_name, lambda: model.objects.first())
    return make()


def long_lists(response: HttpResponse) -> list[str]:
    found = []
    for name, options in SELECT.findall(text(response)):
        if (count := options.count("<option")) > MOST_OPTIONS:
            found.append(f"{name}: {count}")
    return found


def text(response: HttpResponse) -> str:
    return response.content.decode()


def test_no_form_has_a_list_of_thousands(administrator: Client, many_agencies: None) -> None:
    seen = 0
    for model in REGISTERED:
        name = f"admin:agreements_{model._meta.model_name}"
        urls = [reverse(f"{name}_add")]
        if record := record_of(model):
            urls.append(reverse(f"{name}_change", args=[record.pk]))
        for url in urls:
            response = administrator.get(url)
            if response.status_code in (302, 403):  # a kind that nobody enters by hand
                continue
            assert response.status_code == 200, url
            assert long_lists(response) == [], url
            seen += "<form" in text(response)
    assert seen > 14
    assert long_lists(administrator.get(reverse("admin:agreements_event_sheet"))) == []


# Citations of what stands under a record -----------------------------------------------------


def test_party_and_action_are_cited_on_the_document(editor: Client) -> None:
    made, source = builders.draft(), builders.source()
    action = made.actions.create(kind="ratified", done_on="2023")
    party = made.parties.first()
    data = sheet(editor, url_of(made))
    for key in (f"party-{party.pk}", f"action-{action.pk}"):
        row(data, "citations", source=source.pk, quote="So it is.", speaks_of=key, stance="states")
    editor.post(url_of(made), data)
    builders.settle()
    own, of_party, of_action = Citation.objects.order_by("pk")
    assert (own.document, of_party.party, of_action.action) == (made, party, action)
    assert of_party.document is None and of_action.document is None
    shown = {form.instance: form["speaks_of"].value() for form in citations(editor, made)}
    assert shown == {own: "", of_party: f"party-{party.pk}", of_action: f"action-{action.pk}"}


def citations(client: Client, record: models.Model) -> list:
    forms = page_forms(client.get(url_of(record)))
    return [
        f for f in forms if isinstance(getattr(f, "instance", None), Citation) and f.instance.pk
    ]


def test_announcement_is_cited_on_the_event(editor: Client) -> None:
    made = builders.event(publication_state="draft")
    announced = builders.announcement(made, 20)
    data = sheet(editor, url_of(made))
    key = f"announcement-{announced.pk}"
    row(data, "citations", source=builders.source().pk, speaks_of=key, stance="states")
    editor.post(url_of(made), data)
    assert announced.citations.get().event is None


def test_citation_is_pointed_elsewhere_and_back(editor: Client) -> None:
    made = builders.draft()
    party, citation = made.parties.first(), made.citations.get()
    for key, owner in ((f"party-{party.pk}", (None, party)), ("", (made, None))):
        editor.post(url_of(made), sheet(editor, url_of(made)) | {"citations-0-speaks_of": key})
        citation.refresh_from_db()
        assert (citation.document, citation.party) == owner


def test_citation_of_a_party_is_kept_and_deleted_like_any_other(editor: Client) -> None:
    made = builders.draft()
    Citation.objects.create(party=made.parties.first(), source=builders.source(), quote="x")
    builders.settle()
    before = list(Citation.objects.order_by("pk").values())
    editor.post(url_of(made), sheet(editor, url_of(made)))
    assert list(Citation.objects.order_by("pk").values()) == before
    editor.post(url_of(made), sheet(editor, url_of(made)) | {"citations-1-DELETE": "on"})
    assert Citation.objects.get().document == made


@pytest.mark.parametrize("key", ["party", "action-1", "announcement-1", "party-x", "document-1"])
def test_row_of_another_record_cannot_be_cited(editor: Client, key: str) -> None:
    made, other = builders.draft(), builders.draft()
    key = f"party-{other.parties.first().pk}" if key == "party" else key
    data = sheet(editor, url_of(made)) | {"citations-0-speaks_of": key}
    assert "valid choice" in errors(editor.post(url_of(made), data))


def test_citations_cost_no_more_for_many_parties(editor: Client) -> None:
    costs = []
    for number in (1, 20):
        made = builders.draft()
        for _party in range(number):
            party = builders.party(made, 1, builders.agency())
            Citation.objects.create(party=party, source=builders.source())
        builders.settle()
        costs.append(queries(editor, url_of(made)))
    assert costs[0] == costs[1]
