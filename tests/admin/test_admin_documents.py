"""The document form: what a clerk types is kept, completed, checked and answered."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreements.models import Citation, Document, MissingValue, Party, Signing
from tests import builders
from tests.admin.desk import (
    add_url,
    errors,
    list_url,
    messages,
    page_forms,
    queries,
    row,
    sheet,
    url_of,
)


def blank(client: Client, **values: object) -> dict:
    data = sheet(client, add_url("document"))
    return data | {"titles-0-text": "Agreement on water", **values}


def save(client: Client, url: str, data: dict) -> object:
    return client.post(url, data, follow=True)


def complete(client: Client, **values: object) -> dict:
    """A document that may go to review, between two new states."""
    data = blank(client, type="agreement", publication_state="in_review")
    data |= {"parties-0-state": builders.state().pk, "parties-1-state": builders.state().pk}
    data |= {"signings-0-signed_on": "4 May 2023", "citations-0-source": builders.source().pk}
    return data | values


def test_draft_needs_a_title_alone(editor: Client) -> None:
    response = save(editor, add_url("document"), blank(editor))
    made = Document.objects.get()
    assert str(made) == "Agreement on water"
    assert made.publication_state == "draft"
    assert not made.parties.exists()
    assert "was added successfully" in messages(response)[0]


def test_document_without_title_is_refused(editor: Client) -> None:
    data = blank(editor) | {"titles-0-text": ""}
    assert "required" in errors(save(editor, add_url("document"), data))
    assert not Document.objects.exists()


def test_whole_document_is_entered_at_once(editor: Client) -> None:
    place = builders.place()
    data = complete(editor, **{"signings-0-place": place.pk})
    data |= {"signatories-0-person": "Emomali Rahmon", "signatories-0-office": "President"}
    row(data, "actions", kind="ratified", party="side-2", done_on="2023")
    row(data, "relations", kind="cites", target_text="The Charter")
    row(data, "missing_values", field="validity", reason="not_recorded")
    response = save(editor, add_url("document"), data)
    made = Document.objects.get()
    assert made.publication_state == "in_review", errors(response)
    assert made.signed_on == "2023-05-04"
    assert [p.acting_as for p in made.parties.all()] == ["state", "state"]
    signatory = made.signatories.get()
    assert (signatory.person, signatory.party.side) == ("Emomali Rahmon", 1)
    assert made.actions.get().party.side == 2
    assert made.signings.get().place == place
    assert made.relations.get().target_text == "The Charter"


def test_signatory_of_a_side_without_party_is_refused(editor: Client) -> None:
    data = blank(editor, **{"signatories-0-person": "A. Person"})
    response = save(editor, add_url("document"), data)
    assert "no party stands on that side" in errors(response)
    assert not Document.objects.exists()
    assert "A. Person" in response.content.decode()


def test_party_takes_the_state_of_its_agency(editor: Client) -> None:
    ministry = builders.agency()
    save(editor, add_url("document"), blank(editor, **{"parties-0-agency": ministry.pk}))
    party = Party.objects.get()
    assert (party.state, party.acting_as) == (ministry.state, "")


def test_agency_of_another_state_is_refused(editor: Client) -> None:
    other = builders.state()
    data = blank(editor, **{"parties-0-agency": builders.agency().pk, "parties-0-state": other.pk})
    assert "belongs to another state" in errors(save(editor, add_url("document"), data))


@pytest.mark.parametrize("state", ["999999", "99999999999999999999", "tj", "\0"])
def test_party_of_unknown_state_is_refused(editor: Client, state: str) -> None:
    response = save(editor, add_url("document"), blank(editor, **{"parties-0-state": state}))
    assert "no such record" in errors(response)


def test_party_without_state_stays_in_a_draft_only(editor: Client) -> None:
    data = complete(editor, **{"parties-0-state": "", "parties-0-name_as_written": "Somebody"})
    response = save(editor, add_url("document"), data)
    assert "two sides, and the state of every party" in errors(response)
    save(editor, add_url("document"), data | {"publication_state": "draft"})
    assert Document.objects.get().parties.first().name_as_written == "Somebody"


def test_one_side_is_refused_in_review_and_everything_typed_is_kept(editor: Client) -> None:
    data = complete(editor, publication_state="in_review")
    for name in list(data):
        if name.startswith("parties-1-"):
            del data[name]
    data |= {"parties-TOTAL_FORMS": 1, "public_note": "Typed in the evening"}
    response = save(editor, add_url("document"), data)
    assert "needs two sides" in errors(response)
    assert not Document.objects.exists()
    kept = {f.html_name: f.value() for form in page_forms(response) for f in form}
    typed = {name: str(value) for name, value in data.items() if not name.endswith("_FORMS")}
    assert {name: str(kept[name]) for name in typed} == typed


def test_all_that_a_review_needs_is_said_at_once(editor: Client) -> None:
    data = blank(editor, publication_state="in_review")
    said = errors(save(editor, add_url("document"), data))
    for words in ("Choose a type", "needs two sides", "date of signing"):
        assert words in said


def test_missing_date_may_be_said_on_purpose(editor: Client) -> None:
    data = complete(editor, **{"signings-0-signed_on": ""})
    row(data, "missing_values", field="signed_on", reason="not_recorded")
    save(editor, add_url("document"), data)
    assert Document.objects.get().publication_state == "in_review"
    assert MissingValue.objects.get().field == "signed_on"


def test_rule_that_only_the_database_knows_is_a_form_error(editor: Client) -> None:
    made = builders.draft()
    builders.settle()
    data = sheet(editor, url_of(made))
    twin = made.parties.first()
    row(data, "parties", side=1, state=twin.state_id, acting_as="state", role="party", position=0)
    response = save(editor, url_of(made), data | {"public_note": "kept"})
    assert "stands on this side already" in errors(response)
    assert "kept" in response.content.decode()
    assert made.parties.count() == 2


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("4 May 2023", "2023-05-04"), ("04.05.2023", "2023-05-04"), ("2023", "2023")],
)
def test_dates_are_typed_as_a_clerk_writes_them(editor: Client, typed: str, kept: str) -> None:
    save(editor, add_url("document"), blank(editor, **{"signings-0-signed_on": typed}))
    assert Signing.objects.get().signed_on == kept


def test_date_is_shown_readably_and_survives_an_untouched_save(editor: Client) -> None:
    made = builders.draft(signed_on="2023-05-04")
    builders.settle()
    data = sheet(editor, url_of(made))
    assert data["signings-0-signed_on"] == "4 May 2023"
    save(editor, url_of(made), data)
    assert made.signings.get().signed_on == "2023-05-04"


def test_desk_is_read_and_written_in_russian(editor: Client) -> None:
    made = builders.draft(signed_on="2023-05-04")
    builders.settle()
    address = "/ru" + url_of(made)
    data = sheet(editor, address)
    assert data["signings-0-signed_on"].startswith("4 мая 2023")
    save(editor, address, data | {"signings-0-signed_on": "5 мая 2023"})
    assert made.signings.get().signed_on == "2023-05-05"


@pytest.mark.parametrize(
    "typed", ["31 February 2023", "2023-02-31", "soon", "0", "\0", "20230504" * 9]
)
def test_impossible_date_gets_an_answer(editor: Client, typed: str) -> None:
    response = save(editor, add_url("document"), blank(editor, **{"signings-0-signed_on": typed}))
    assert errors(response)
    assert not Document.objects.exists()


def test_nul_in_a_title_gets_an_answer(editor: Client) -> None:
    response = save(editor, add_url("document"), blank(editor, **{"titles-0-text": "A\0B"}))
    assert "Null characters" in errors(response)


def test_nul_in_every_field_is_never_a_server_error(editor: Client) -> None:
    data = complete(editor)
    for name in data:
        if not name.endswith("_FORMS"):
            response = editor.post(add_url("document"), data | {name: "\0"})
            assert response.status_code == 200 and errors(response), name


def test_title_of_500_characters_is_taken_and_shown(editor: Client) -> None:
    title = ("Agreement on the mutual recognition of everything " * 10)[:500]
    save(editor, add_url("document"), blank(editor, **{"titles-0-text": title}))
    assert str(Document.objects.get()) == title.strip()
    assert title.strip() in editor.get(list_url("document")).content.decode()


def test_endless_title_gets_an_answer(editor: Client) -> None:
    response = save(editor, add_url("document"), blank(editor, **{"titles-0-text": "т" * 9000}))
    assert "at most 2000 characters" in errors(response)


def test_source_and_words_are_cited(editor: Client) -> None:
    data = complete(editor, **{"citations-0-quote": "They signed", "citations-0-field": "titles"})
    save(editor, add_url("document"), data)
    citation = Citation.objects.get()
    assert (citation.quote, citation.field, citation.document) == (
        "They signed",
        "titles",
        Document.objects.get(),
    )


def test_list_shows_what_tells_documents_apart(editor: Client) -> None:
    a, b = builders.state(name="Aland"), builders.state(name="Beland")
    builders.draft("Protocol on bees", side_1=a, side_2=b, type="protocol")
    builders.settle()
    page = editor.get(list_url("document")).content.decode()
    for words in ("Protocol on bees", "4 May 2023", "Aland – Beland", "protocol", "draft"):
        assert words in page.replace("Protocol</td>", "protocol</td>")


def test_list_makes_as_many_queries_for_fifty_as_for_one(editor: Client) -> None:
    builders.document()
    builders.settle()
    one = queries(editor, list_url("document"))
    for _n in range(49):
        builders.document(side_1=builders.agency())
    builders.settle()
    assert queries(editor, list_url("document")) == one


def test_form_makes_as_many_queries_for_200_parties_as_for_two(editor: Client) -> None:
    made = builders.draft(side_1=builders.agency(), side_2=builders.agency())
    builders.settle()
    two = queries(editor, url_of(made))
    for _n in range(198):
        builders.party(made, 1, builders.agency())
    builders.settle()
    assert queries(editor, url_of(made)) == two


def test_rows_that_nobody_changed_cost_nothing_to_save(editor: Client) -> None:
    made = builders.draft(side_1=builders.agency(), side_2=builders.agency())
    builders.settle()
    with CaptureQueriesContext(connection) as two:
        editor.post(url_of(made), sheet(editor, url_of(made)))
    for _n in range(28):
        builders.party(made, 1, builders.agency())
    builders.settle()
    with CaptureQueriesContext(connection) as thirty:
        editor.post(url_of(made), sheet(editor, url_of(made)))
    assert len(thirty) == len(two)


def test_no_select_offers_more_than_a_screenful(editor: Client) -> None:
    for _n in range(60):
        builders.document(side_1=builders.agency(), side_2=builders.agency())
    builders.settle()
    page = editor.get(url_of(Document.objects.last())).content.decode()
    assert max(select.count("<option") for select in page.split("<select")) < 60


def test_event_of_the_address_is_chosen(editor: Client) -> None:
    event = builders.event("State visit")
    builders.settle()
    page = editor.get(add_url("document") + f"?event={event.pk}").content.decode()
    assert f'<option value="{event.pk}" selected' in page
