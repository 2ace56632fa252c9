"""States, places, subjects, agencies and sources: found by every name, told apart, protected."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreements.admin.searching import CappedPaginator
from agreements.models import Agency, AgencyParent, IdentifierScheme, Place, Source, State, Subject
from tests import builders
from tests.admin.desk import (
    add_url,
    autocomplete,
    errors,
    found,
    list_url,
    messages,
    queries,
    row,
    sheet,
    url_of,
)

NAMED = ("state", "place", "agency", "event")


def rows_of(client: Client, noun: str, query: str) -> list[str]:
    changelist = client.get(list_url(noun), {"q": query}).context["cl"]
    return [str(record) for record in changelist.result_list]


@pytest.mark.parametrize("noun", NAMED)
@pytest.mark.parametrize(
    "typed", ["Ҷӯғанӣ", "чугани", "ҶӮҒАНӢ", "qalaqala  ÉLEVÉE", "élevee qalaqala"]
)
def test_every_name_in_every_script_finds(editor: Client, noun: str, typed: str) -> None:
    record = getattr(builders, noun)(name="Plain name")
    kind = {} if noun == "event" else {"kind": "official"}
    record.names.create(language="tg", text="Ҷӯғанӣ", **kind)
    record.names.create(language="fr", text="Qalaqala Élevée", **kind)
    getattr(builders, noun)(name="Another")
    builders.settle()
    assert rows_of(editor, noun, typed) == ["Plain name"]


def test_documents_are_found_by_title_number_and_identifier(editor: Client) -> None:
    made = builders.draft("Соглашение о воде")
    made.titles.create(language="en", text="Agreement on water", worded_by="both")
    series = IdentifierScheme.objects.create(code="test_series", name="Test series")
    made.identifiers.create(scheme=series, value="I-12345")
    builders.draft("Agreement on air")
    builders.settle()
    for typed in ("water", "ВОДЕ соглашение", str(made.pk), "I-12345"):
        assert rows_of(editor, "document", typed) == [str(made)]


@pytest.mark.parametrize("typed", ["100%", "_", "\\", "'", "«", "9" * 30, "а" * 5000, "-"])
@pytest.mark.parametrize("noun", [*NAMED, "document", "source", "subject"])
def test_odd_search_words_find_nothing_and_break_nothing(
    editor: Client, noun: str, typed: str
) -> None:
    getattr(builders, noun if noun != "document" else "draft")()
    builders.settle()
    assert editor.get(list_url(noun), {"q": typed}).status_code == 200


def test_search_gives_no_row_twice_and_casts_no_key(editor: Client) -> None:
    agency = builders.agency("Ministry of Water")
    agency.names.create(language="en", kind="short", text="Water Ministry")
    with CaptureQueriesContext(connection) as captured:
        assert rows_of(editor, "agency", "water") == ["Ministry of Water"]
    sql = " ".join(query["sql"] for query in captured)
    assert '"agreements_agency"."id"::text' not in sql
    assert "DISTINCT" not in sql


def test_long_list_is_counted_up_to_a_limit(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CappedPaginator, "limit", 2)
    for _n in range(3):
        builders.place(name="Harbour")
    page = " ".join(editor.get(list_url("place"), {"q": "harbour"}).content.decode().split())
    assert "more than 2 places" in page
    assert "more than 2 results" in page


def test_autocomplete_tells_likely_agencies_apart(editor: Client) -> None:
    tj, kz = builders.state(name="Tajland"), builders.state(name="Kazland")
    builders.agency("Customs", of=tj, kind="committee_or_service", since="1991", until="2010-05")
    builders.agency("Customs", of=kz)
    labels = found(editor, "party", "agency", "customs")
    assert sorted(labels) == [
        "Customs, Kazland, ministry",
        "Customs, Tajland, committee or service, 1991–2010",
    ]
    assert found(editor, "party", "agency", "customs tajland") == [max(labels)]


def test_autocomplete_shows_the_nearest_name_first(editor: Client) -> None:
    labels = found(editor, "party", "state", "niger")
    assert [label.split(" (")[0] for label in labels[:2]] == ["Niger", "Nigeria"]


def test_autocomplete_finds_a_state_by_its_code(editor: Client) -> None:
    assert "Tajikistan (tj)" in found(editor, "party", "state", "tj")


def test_autocomplete_of_documents_shows_date_and_sides(editor: Client) -> None:
    a, b = builders.state(name="Aland"), builders.state(name="Beland")
    made = builders.draft("Protocol on bees", side_1=a, side_2=b)
    builders.settle()
    label = f"Protocol on bees, 4 May 2023, Aland – Beland, no. {made.pk}, draft"
    assert found(editor, "relation", "target", "bees") == [label]


def test_autocomplete_makes_as_many_queries_for_twenty_as_for_one(editor: Client) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            autocomplete(editor, "party", "agency", "harbour")
        return len(captured)

    builders.agency("Harbour 0")
    one = count()
    for n in range(1, 20):
        builders.agency(f"Harbour {n}")
    assert count() == one


@pytest.mark.parametrize("noun", ["state", "place", "subject", "agency", "event", "source"])
def test_lists_make_as_many_queries_for_fifty_as_for_one(editor: Client, noun: str) -> None:
    getattr(builders, noun)()
    builders.settle()
    first = queries(editor, list_url(noun))
    for _n in range(49):
        getattr(builders, noun)()
    builders.settle()
    assert queries(editor, list_url(noun)) == first


def test_state_form_makes_as_many_queries_for_fifty_names_as_for_one(editor: Client) -> None:
    state = builders.state()
    one = queries(editor, url_of(state))
    for n in range(49):
        state.names.create(language="en", kind="former", text=f"Former {n}")
    assert queries(editor, url_of(state)) == one


def test_agency_is_entered_whole(editor: Client) -> None:
    state, above = builders.state(), builders.agency()
    data = sheet(editor, add_url("agency")) | {"kind": "city", "state": state.pk, "since": "1991"}
    data |= {"names-0-text": "City of Turkestan"}
    row(data, "parents", under="agency", parent=above.pk, since="May 1999")
    editor.post(add_url("agency"), data)
    made = Agency.objects.get(names__text="City of Turkestan")
    assert (made.state, made.since) == (state, "1991")
    assert AgencyParent.objects.get().since == "1999-05"


def test_agency_under_nobody_in_particular_is_refused(editor: Client) -> None:
    data = sheet(editor, add_url("agency")) | {"kind": "city", "state": builders.state().pk}
    data |= {"names-0-text": "City"}
    row(data, "parents", under="agency", since="1999")
    assert "Name the parent agency" in errors(editor.post(add_url("agency"), data))


def test_two_preferred_names_at_one_time_are_refused(editor: Client) -> None:
    state = builders.state()
    data = sheet(editor, url_of(state))
    for text in ("One", "Other"):
        row(data, "names", language="ru", kind="short", text=text, is_preferred="on")
    response = editor.post(url_of(state), data)
    assert "Another preferred name" in errors(response)
    assert state.names.count() == 1


def test_endless_name_gets_an_answer(editor: Client) -> None:
    data = sheet(editor, add_url("place")) | {"names-0-text": "Ж" * 3000}
    assert "at most 800 characters" in errors(editor.post(add_url("place"), data))


def test_longest_name_is_taken(editor: Client) -> None:
    letters = "".join(chr(0x10D0 + (n * n + 7 * n) % 33) for n in range(800))
    editor.post(add_url("place"), sheet(editor, add_url("place")) | {"names-0-text": letters})
    assert str(Place.objects.latest("pk")) == letters


def test_group_cannot_stand_in_a_group(editor: Client) -> None:
    group = builders.subject()
    builders.subject(parent=group)
    data = sheet(editor, url_of(group)) | {"parent": builders.subject().pk}
    assert "two levels" in errors(editor.post(url_of(group), data))
    assert not Subject.objects.get(pk=group.pk).parent


def test_protected_state_is_refused_in_a_few_lines(editor: Client) -> None:
    state = builders.state()
    documents = [builders.draft(side_1=state) for _n in range(15)]
    builders.settle()
    address = url_of(state).replace("change", "delete")
    page = editor.get(address).content.decode()
    assert url_of(documents[0]) in page
    assert "and 5 more parties" in page
    assert page.count("<li>Party") == 10
    assert editor.post(address, {"post": "yes"}).status_code == 200
    assert State.objects.filter(pk=state.pk).exists()


def test_refusal_makes_as_many_queries_for_fifty_as_for_fifteen(editor: Client) -> None:
    state = builders.state()
    for _n in range(15):
        builders.agency(of=state)
    address = url_of(state).replace("change", "delete")
    few = queries(editor, address)
    for _n in range(35):
        builders.agency(of=state)
    assert queries(editor, address) == few


def test_subject_of_documents_is_protected_by_the_admin(editor: Client) -> None:
    subject = builders.subject()
    made = builders.draft("On bees")
    made.subjects.add(subject)
    builders.settle()
    page = editor.get(url_of(subject).replace("change", "delete")).content.decode()
    assert url_of(made) in page
    data = {"action": "delete_selected", "_selected_action": [subject.pk], "post": "yes"}
    editor.post(list_url("subject"), data)
    assert Subject.objects.filter(pk=subject.pk).exists()


def test_unused_state_is_deleted_with_its_names(editor: Client) -> None:
    state = builders.state()
    editor.post(url_of(state).replace("change", "delete"), {"post": "yes"})
    assert not State.objects.filter(pk=state.pk).exists()


def test_code_of_a_vocabulary_stays(editor: Client) -> None:
    page = editor.get("/admin/agreements/documenttype/treaty/change/").content.decode()
    assert 'name="code"' not in page
    assert 'name="name"' in page


def test_source_without_anything_is_refused(editor: Client) -> None:
    data = sheet(editor, add_url("source"))
    assert "Give a publisher" in errors(editor.post(add_url("source"), data))
    editor.post(add_url("source"), data | {"publisher": "Khovar", "published_on": "4.5.2023"})
    assert Source.objects.get().published_on == "2023-05-04"


def test_mixed_letters_of_a_name_are_said(editor: Client) -> None:
    state = builders.state()
    data = sheet(editor, url_of(state))
    row(data, "names", language="ru", kind="short", text="Cамарканд")
    said = messages(editor.post(url_of(state), data, follow=True))
    assert "Cамарканд" in said[-1]


@pytest.mark.parametrize("query", ["state=99999", "state=x", "year=99999", "year=x", "p=9" * 20])
def test_odd_filters_get_an_answer(editor: Client, query: str) -> None:
    response = editor.get(list_url("document") + "?" + query, follow=True)
    assert response.status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/admin/agreements/document/?q=%00",
        "/admin/agreements/document/?state=%00",
        "/admin/agreements/documenttype/a%00/change/",
        "/admin/autocomplete/?app_label=agreements&model_name=party&field_name=state&term=%00",
    ],
)
def test_nul_in_an_address_is_a_bad_request(editor: Client, address: str) -> None:
    assert editor.get(address).status_code == 400


def test_accounts_are_for_superusers(editor: Client) -> None:
    assert "/admin/auth/" not in editor.get("/admin/").content.decode()
    assert editor.get("/admin/auth/user/").status_code == 403
