"""The review: what waits, what one review publishes or returns, and who may."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from agreements.editing.merging import merge
from agreements.models import (
    Agency,
    AgencyParent,
    Document,
    Event,
    Remark,
    ResponsibleBody,
    Signing,
    State,
)
from tests import builders
from tests.admin.conftest import signed_in
from tests.admin.desk import messages, url_of

QUEUE = "/admin/review/"


def review_of(record: Document | Event) -> str:
    return reverse("admin:review_record", args=[record._meta.model_name, record.pk])


def waiting_document(title: str = "", **values: Any) -> Document:
    return builders.document(title, publication_state="in_review", **values)


def decisions(response: HttpResponse) -> dict[str, Any]:
    """What the page would send back if nothing were ticked or typed."""
    assert response.status_code == 200, response.status_code
    case, form = response.context["case"], response.context["form"]
    data = {field.html_name: field.value() for field in form if field.value()}
    return data | {"seen": [f"{name}:{version}" for name, version in case.versions.items()]}


def opened(client: Client, record: Document | Event, *, ticked: bool = True) -> dict[str, Any]:
    """The page as somebody has it who has looked at every new name."""
    response = client.get(review_of(record))
    data = decisions(response)
    if ticked:
        data |= {one.token: "on" for one in response.context["case"].newcomers}
    return data


def send(client: Client, record: Any, data: dict[str, Any], act: str) -> HttpResponse:
    response = client.post(review_of(record), data | {"act": act}, follow=True)
    builders.settle()
    return response


def errors(response: HttpResponse) -> str:
    """Everything that the page says is wrong; nothing was done."""
    assert response.status_code == 200, response.status_code
    form = response.context["form"]
    return " ".join(f"{name}: {words}" for name, words in form.errors.items())


def state(record: Document | Event) -> str:
    return type(record).objects.values_list("publication_state", flat=True).get(pk=record.pk)


def states(*records: Document | Event) -> list[str]:
    return [state(record) for record in records]


def new_names(response: HttpResponse) -> dict[str, list[str]]:
    """What becomes public, each with its likely doubles."""
    return {
        str(one.record): [str(other) for other in one.doubles]
        for one in response.context["case"].newcomers
    }


@pytest.fixture
def land() -> State:
    return builders.state(name="Harbourland")


@pytest.fixture
def visit(land: State) -> dict[str, Any]:
    """An event in review with three documents: two new agencies, one a twin of a public one."""
    public = builders.agency("Ministry of Harbours and Ports", of=land)
    builders.document(side_1=public)
    event = builders.event("Visit to Harbourland", publication_state="in_review")
    twin = builders.agency("Ministry of Harbors and Ports", of=land)
    service = builders.agency("Lighthouse Service", of=land)
    one = waiting_document("Agreement on harbours", side_1=twin, event=event, event_position=1)
    two = waiting_document("Protocol on lights", side_1=service, event=event, event_position=2)
    three = waiting_document("Plan of visits", event=event, event_position=3)
    builders.settle()
    return {
        "public": public, "event": event, "twin": twin, "service": service,
        "one": one, "two": two, "three": three, "documents": [one, two, three],
    }  # fmt: skip


# What becomes public -----------------------------------------------------------------------------


def test_new_agencies_stand_on_the_page_with_their_likely_doubles(
    editor: Client, visit: dict
) -> None:
    found = new_names(editor.get(review_of(visit["event"])))
    assert found == {
        "Ministry of Harbors and Ports": ["Ministry of Harbours and Ports"],
        "Lighthouse Service": [],
    }


def test_nothing_is_published_while_a_new_name_is_unseen(editor: Client, visit: dict) -> None:
    data = opened(editor, visit["event"], ticked=False) | {f"agency-{visit['service'].pk}": "on"}
    response = send(editor, visit["event"], data, "publish")
    assert f"agency-{visit['twin'].pk}: " in errors(response)
    assert f"agency-{visit['service'].pk}: " not in errors(response)
    assert states(visit["event"], *visit["documents"]) == ["in_review"] * 4


def test_one_review_publishes_event_documents_and_agencies(
    editor: Client, client: Client, visit: dict
) -> None:
    page = visit["service"].get_absolute_url()
    assert client.get(page).status_code == 404
    response = send(editor, visit["event"], opened(editor, visit["event"]), "publish")
    assert "Published" in messages(response)[0]
    assert states(visit["event"], *visit["documents"]) == ["published"] * 4
    assert client.get(page).status_code == 200
    assert "Plan of visits" in client.get(visit["event"].get_absolute_url()).content.decode()


def test_a_corrected_name_is_shown_again_and_its_tick_is_gone(editor: Client, visit: dict) -> None:
    data = opened(editor, visit["event"])
    visit["service"].names.update(text="Lighthouse and Buoy Service")
    response = send(editor, visit["event"], data, "publish")
    assert "Lighthouse and Buoy Service" in errors(response)
    assert "has been changed since you opened this page" in errors(response)
    assert f"agency-{visit['service'].pk}" not in decisions(response)
    assert f"agency-{visit['twin'].pk}" in decisions(response)
    assert states(visit["event"], *visit["documents"]) == ["in_review"] * 4


def test_misspelt_twin_is_merged_into_its_double(editor: Client, visit: dict) -> None:
    data = opened(editor, visit["event"])
    page = editor.get(review_of(visit["event"])).content.decode()
    into = f"{url_of(visit['twin']).replace('change', 'merge')}?into={visit['public'].pk}"
    assert into in page
    merge(visit["twin"], visit["public"], "One ministry, two spellings")
    builders.settle()
    response = send(editor, visit["event"], data, "publish")
    assert "“Agreement on harbours” has been changed" in errors(response)
    assert list(new_names(response)) == ["Lighthouse Service"]
    send(editor, visit["event"], opened(editor, visit["event"]), "publish")
    assert states(visit["event"], *visit["documents"]) == ["published"] * 4


def test_misspelt_twin_taken_away_is_asked_for_no_more(editor: Client, visit: dict) -> None:
    visit["one"].parties.filter(agency=visit["twin"]).update(agency=visit["public"])
    builders.settle()
    response = editor.get(review_of(visit["event"]))
    assert list(new_names(response)) == ["Lighthouse Service"]
    send(editor, visit["event"], opened(editor, visit["event"]), "publish")
    assert state(visit["one"]) == "published"
    assert not Agency.objects.published().filter(pk=visit["twin"].pk).exists()


def test_agency_added_meanwhile_is_not_published_unseen(editor: Client, visit: dict) -> None:
    data = opened(editor, visit["event"])
    late = builders.agency("Late Bureau")
    builders.party(visit["three"], 1, late)
    builders.settle()
    response = send(editor, visit["event"], data, "publish")
    assert f"agency-{late.pk}: " in errors(response)
    assert "Late Bureau" in response.content.decode()
    assert not Agency.objects.published().filter(pk=late.pk).exists()


def test_tick_of_an_agency_added_meanwhile_does_not_count(editor: Client, visit: dict) -> None:
    """Its version was not on the page, whatever a request says."""
    data = opened(editor, visit["event"])
    late = builders.agency("Late Bureau")
    builders.party(visit["three"], 1, late)
    builders.settle()
    send(editor, visit["event"], data | {f"agency-{late.pk}": "on"}, "publish")
    assert state(visit["three"]) == "in_review"


def test_bodies_above_a_new_one_become_public_too(editor: Client, land: State) -> None:
    above = builders.agency("Office of Coasts", of=land)
    body = builders.agency("Bureau of Piers", of=land)
    AgencyParent.objects.create(agency=body, parent=above)
    document = waiting_document(side_1=body)
    builders.settle()
    response = editor.get(review_of(document))
    assert set(new_names(response)) == {"Office of Coasts", "Bureau of Piers"}
    assert "Stands above" in response.content.decode()


def test_responsible_bodies_and_places_become_public_too(editor: Client, land: State) -> None:
    document = waiting_document()
    ResponsibleBody.objects.create(
        document=document, side=1, agency=builders.agency("Authority of Tides", of=land)
    )
    Signing.objects.create(document=document, place=builders.place("Portville"), signed_on="2023")
    builders.settle()
    assert set(new_names(editor.get(review_of(document)))) == {"Authority of Tides", "Portville"}
    data = opened(editor, document, ticked=False)
    assert "place-" in errors(send(editor, document, data, "publish"))


def test_what_is_public_already_is_not_asked_for(editor: Client, visit: dict) -> None:
    document = waiting_document(side_1=visit["public"])
    builders.settle()
    assert new_names(editor.get(review_of(document))) == {}


# Decisions ---------------------------------------------------------------------------------------


def test_documents_may_be_left_in_review(editor: Client, visit: dict) -> None:
    data = opened(editor, visit["event"], ticked=False)
    data |= {f"document-{visit['one'].pk}": "wait", f"agency-{visit['service'].pk}": "on"}
    send(editor, visit["event"], data, "publish")
    assert states(visit["event"], *visit["documents"]) == [
        "published", "in_review", "published", "published",
    ]  # fmt: skip
    rest = [row.record for row in editor.get(QUEUE).context["rows"]]
    assert rest == [visit["one"]]


def test_documents_may_be_returned_while_the_rest_is_published(editor: Client, visit: dict) -> None:
    data = opened(editor, visit["event"]) | {f"document-{visit['one'].pk}": "return"}
    response = send(editor, visit["event"], data, "publish")
    assert "remark: " in errors(response)
    assert states(visit["event"], *visit["documents"]) == ["in_review"] * 4
    send(editor, visit["event"], data | {"remark": "Which ministry?"}, "publish")
    assert states(visit["event"], *visit["documents"]) == [
        "published", "draft", "published", "published",
    ]  # fmt: skip
    assert [remark.document for remark in Remark.objects.all()] == [visit["one"]]


def test_everything_is_returned_with_a_remark(editor: Client, visit: dict) -> None:
    data = opened(editor, visit["event"], ticked=False)
    assert "remark: " in errors(send(editor, visit["event"], data | {"remark": "  "}, "return"))
    send(editor, visit["event"], data | {"remark": "Dates are missing"}, "return")
    assert states(visit["event"], *visit["documents"]) == ["draft"] * 4
    remarks = Remark.objects.values_list("text", "written_by")
    assert list(remarks) == [("Dates are missing", "editor")] * 4


def test_single_documents_are_returned_and_the_event_waits(editor: Client, visit: dict) -> None:
    data = opened(editor, visit["event"], ticked=False) | {"remark": "Which years?"}
    assert "Mark with" in errors(send(editor, visit["event"], data, "return_marked"))
    data |= {f"document-{visit['three'].pk}": "return"}
    send(editor, visit["event"], data, "return_marked")
    assert states(visit["event"], *visit["documents"]) == [
        "in_review", "in_review", "in_review", "draft",
    ]  # fmt: skip


def test_what_a_record_lacks_is_said_all_at_once_and_refused(editor: Client, visit: dict) -> None:
    visit["event"].citations.all().delete()
    visit["three"].citations.all().delete()
    builders.settle()
    page = editor.get(review_of(visit["event"])).content.decode()
    assert "A published event needs a source." in page
    assert "A published document needs a source" in page
    response = send(editor, visit["event"], opened(editor, visit["event"]), "publish")
    assert "A published event needs a source." in errors(response)
    assert "A published document needs a source" in errors(response)
    assert states(visit["event"], *visit["documents"]) == ["in_review"] * 4


def test_nothing_goes_public_half(
    editor: Client, visit: dict, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database finds fault with the last document: what was moved before it moves back."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION test_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "PERFORM agreements_refuse('document_has_a_type', 'document', NEW.id); END $$"
        )
        cursor.execute(
            "CREATE TRIGGER test_refuse AFTER UPDATE OF publication_state ON agreements_document "
            f"FOR EACH ROW WHEN (NEW.id = {visit['three'].pk} "
            "AND NEW.publication_state = 'published') EXECUTE FUNCTION test_refuse()"
        )
    response = send(editor, visit["event"], opened(editor, visit["event"]), "publish")
    assert "Choose a type" in errors(response)
    assert states(visit["event"], *visit["documents"]) == ["in_review"] * 4
    assert not Agency.objects.published().filter(pk=visit["service"].pk).exists()


def test_document_is_not_published_before_its_event_unless_on_purpose(
    editor: Client, visit: dict
) -> None:
    data = opened(editor, visit["two"])
    response = send(editor, visit["two"], data, "publish")
    assert "before_event: " in errors(response)
    assert "Review them together" in response.content.decode()
    send(editor, visit["two"], data | {"before_event": "on"}, "publish")
    assert states(visit["event"], visit["two"]) == ["in_review", "published"]


def test_document_that_came_meanwhile_is_not_published_unseen(editor: Client, visit: dict) -> None:
    data = opened(editor, visit["event"])
    late = waiting_document("Late paper", event=visit["event"])
    builders.settle()
    response = send(editor, visit["event"], data, "publish")
    assert "it came since you opened this page" in errors(response)
    assert states(visit["event"], late) == ["in_review", "in_review"]


def test_first_button_of_the_form_does_nothing(editor: Client, visit: dict) -> None:
    """A browser presses it for Enter in a box."""
    page = editor.get(review_of(visit["event"])).content.decode()
    form = page[page.index('class="pacta-review"') :]
    first = re.search(r'<button type="submit" name="act" value="(\w+)"', form)[1]
    send(editor, visit["event"], opened(editor, visit["event"]), first)
    assert states(visit["event"], *visit["documents"]) == ["in_review"] * 4


@pytest.mark.parametrize("what", ["title", "party", "source", "event"])
def test_what_was_changed_meanwhile_is_shown_again(editor: Client, visit: dict, what: str) -> None:
    data = opened(editor, visit["event"])
    if what == "title":
        visit["one"].titles.update(text="Changed paper")
    elif what == "party":
        visit["one"].parties.update(name_as_written="Changed name")
    elif what == "source":
        visit["one"].citations.get().source.publisher = "Changed Gazette"
        type(visit["one"].citations.get().source).objects.update(publisher="Changed Gazette")
    else:
        visit["event"].delegations.update(head="Changed Head")
    builders.settle()
    response = send(editor, visit["event"], data, "publish")
    assert "has been changed since you opened this page" in errors(response)
    assert "Changed" in response.content.decode()
    assert state(visit["event"]) == "in_review"
    again = decisions(response) | {"act": "publish"}
    again |= {one.token: "on" for one in response.context["case"].newcomers}
    editor.post(review_of(visit["event"]), again)
    assert state(visit["event"]) == "published"


def test_second_editor_is_told_that_it_is_done(editor: Client, visit: dict) -> None:
    other = signed_in("second", group="editor")
    mine, theirs = (opened(client, visit["event"]) for client in (editor, other))
    send(editor, visit["event"], mine, "publish")
    said = messages(send(other, visit["event"], theirs | {"remark": "No"}, "return"))
    assert "does not wait for review: it is published" in said[0]
    assert "editor" in said[0]
    assert states(visit["event"], *visit["documents"]) == ["published"] * 4


def test_unknown_button_does_nothing(editor: Client, visit: dict) -> None:
    response = send(editor, visit["event"], opened(editor, visit["event"]), "explode")
    assert "Choose one of the buttons" in errors(response)
    assert state(visit["event"]) == "in_review"
