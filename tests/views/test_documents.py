import re
from html import unescape

import pytest
from django.test import Client
from django.utils import translation
from django.utils.html import strip_tags
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from agreements.models import (
    Action,
    Citation,
    Document,
    DocumentTitle,
    MissingValue,
    Place,
    Relation,
    ResponsibleBody,
    Signatory,
    Signing,
    StatusPeriod,
)
from tests import builders

pytestmark = pytest.mark.django_db


def address(document: Document) -> str:
    return Document.objects.get(pk=document.pk).get_absolute_url()


def undated(document: Document) -> Document:
    """Says on purpose that nobody knows when it was signed."""
    MissingValue.objects.create(document=document, field="signed_on", reason="not_recorded")
    return document


def rows(client: Client, query: str) -> list[str]:
    """The titles of the documents that a query lists."""
    builders.settle()
    response = client.get(f"/documents/{query}", follow=True)
    assert response.status_code == 200
    assert not response.context["form"].errors
    return [row.title for row in response.context["rows"]]


def errors(client: Client, query: dict) -> dict:
    builders.settle()
    response = client.get("/documents/", query, follow=True)
    assert response.status_code == 200
    assert not response.context["rows"]
    assertContains(response, "could not be understood")
    return response.context["form"].errors


# ---- one document


def test_shows_both_sides_with_what_each_is(client):
    ministry = builders.agency("Ministry of Roads")
    document = builders.document("Agreement on roads", side_1=ministry)
    response = client.get(address(document))
    assertContains(response, "Ministry of Roads")
    assertContains(response, ministry.get_absolute_url())
    assertContains(response, "<h1>", 1)


def test_draft_is_not_found(client):
    draft = builders.draft("Secret agreement")
    assert client.get(address(draft)).status_code == 404
    assert client.get(f"/documents/{draft.pk}/").status_code == 404


@pytest.mark.parametrize("number", ["999999", "9" * 20, "9" * 5000])
def test_unknown_number_is_not_found(client, number):
    assert client.get(f"/documents/{number}/x/").status_code == 404


def test_wrong_slug_redirects_for_good_and_keeps_the_query(client):
    document = builders.document("Agreement on roads")
    response = client.get(f"/documents/{document.pk}/wrong/?a=1")
    assertRedirects(response, f"{address(document)}?a=1", 301)
    assertRedirects(client.get(f"/documents/{document.pk}/"), address(document), 301)


def test_withdrawn_is_gone_with_its_citation_and_reason(client):
    document = builders.document(
        "Agreement on roads", publication_state="withdrawn", withdrawal_reason="Entered twice."
    )
    builders.settle()
    response = client.get(f"/documents/{document.pk}/x/")
    assertContains(response, "Agreement on roads", status_code=410)
    assertContains(response, "Entered twice.", status_code=410)


def test_withheld_title_of_withdrawn_does_not_show(client):
    document = builders.document(
        "Agreement on roads",
        publication_state="withdrawn",
        withdrawal_reason="By court order.",
        is_title_withheld=True,
    )
    response = client.get(f"/documents/{document.pk}/")
    assertNotContains(response, "Agreement on roads", status_code=410)
    assertContains(response, "By court order.", status_code=410)


def test_title_in_another_language_has_a_made_label_beside_it(client):
    one, two = builders.state(name="Onia"), builders.state(name="Twonia")
    document = builders.document(
        "Созишнома", language="tg", side_1=one, side_2=two, type="protocol"
    )
    builders.settle()
    response = client.get(address(document))
    assertContains(response, '<span lang="tg" dir="auto">Созишнома</span>')
    assertContains(response, "Protocol: Onia – Twonia, 4 May 2023")


def test_title_in_the_language_of_the_reader_comes_first(client):
    document = builders.document("Agreement on roads")
    DocumentTitle.objects.create(document=document, language="ru", text="Соглашение о дорогах")
    with translation.override("ru"):
        assertContains(client.get(address(document)), '<h1><span lang="ru" dir="auto">Соглаш')


def test_wording_is_named_by_the_state_never_by_the_side(client):
    document = builders.document(side_2=builders.state(name="Twonia"))
    document.titles.update(worded_by="side_2")
    response = client.get(address(document))
    assertContains(response, "worded by Twonia")
    assertNotContains(response, "second side")


def test_unknown_place_of_signing_is_said_without_stray_blanks(client):
    document = builders.document("Agreement on roads")
    words = " ".join(strip_tags(client.get(address(document)).content.decode()).split())
    assert "Signed, place: Not recorded" in words
    assert " )" not in words and "( " not in words


def test_step_is_said_of_the_state_that_took_it(client):
    document = builders.document(side_1=builders.state(name="Onia"))
    Action.objects.create(document=document, kind="ratified", side=1, done_on="2024-02")
    builders.settle()
    response = client.get(address(document))
    assertContains(response, "Onia ratified")
    assertContains(response, '<time datetime="2024-02">February 2024</time>')


def test_steps_stand_in_the_order_of_their_dates_and_undated_ones_last(client):
    document = builders.document(signed_on="2023-05-04", period="2023/2025")
    Action.objects.create(document=document, kind="published")
    Action.objects.create(document=document, kind="initialled", done_on="2022")
    response = client.get(address(document))
    steps = [step.action and step.action.kind for step in response.context["steps"]]
    assert steps == ["initialled", None, None, "published"]


def test_relation_shows_from_both_ends(client):
    old, new = builders.document("Old treaty"), builders.document("New protocol")
    Relation.objects.create(document=new, kind="amends", target=old)
    assertContains(client.get(address(new)), "Old treaty")
    response = client.get(address(old))
    assertContains(response, "Is amended by")
    assertContains(response, "New protocol")


def test_draft_end_of_a_relation_does_not_show(client):
    document, draft = builders.document(), builders.draft("Secret agreement")
    Relation.objects.create(document=document, kind="amends", target=draft)
    Relation.objects.create(document=draft, kind="supersedes", target=document)
    builders.settle()
    response = client.get(address(document))
    assertNotContains(response, "Secret agreement")
    assertNotContains(response, "Related documents")


def test_relation_in_words_only_shows(client):
    document = builders.document()
    Relation.objects.create(document=document, kind="follows_up", target_text="Treaty of 1648")
    assertContains(client.get(address(document)), "Treaty of 1648")


def test_draft_event_does_not_show(client):
    event = builders.event("Secret visit", publication_state="draft")
    document = builders.document(event=event)
    assertNotContains(client.get(address(document)), "Secret visit")


def test_text_that_is_not_public_does_not_show(client):
    document = builders.document()
    inside = builders.text(document, body="Confidential article", is_public=False)
    public = builders.text(document, body="Open article", language="tg")
    response = client.get(address(document))
    assertNotContains(response, "Confidential article")
    assertNotContains(response, f"texts/{inside.pk}/")
    assertContains(
        response, f'<a href="{address(document)}texts/{public.pk}/">Read it in Tajik</a>', html=True
    )


def test_missing_value_says_how_it_is_missing(client):
    document = builders.document()
    MissingValue.objects.create(
        document=document,
        field="text",
        reason="looked_for_and_not_found",
        looked_on="2024-06-01",
    )
    assertContains(client.get(address(document)), "Looked for and not found")


def test_markup_in_a_title_is_text(client):
    document = builders.document("<img src=x onerror=alert(1)> agreement")
    response = client.get(address(document))
    assertNotContains(response, "<img")
    assertContains(response, "&lt;img src=x")


def test_other_methods_than_reading_are_refused(client):
    assert client.post("/documents/").status_code == 405


# ---- the list: what is asked for


def test_lists_published_documents_the_newest_first(client):
    builders.document("Older", signed_on="2020-01-01")
    builders.document("Newer", signed_on="2023-05-04")
    undated(builders.document("Undated", signed_on=None))
    builders.draft("Draft")
    builders.settle()
    assert rows(client, "") == ["Newer", "Older", "Undated"]
    assert rows(client, "?order=oldest") == ["Older", "Newer", "Undated"]


def test_state_means_any_of_those_named(client):
    one, two = builders.state(), builders.state()
    builders.document("A", side_1=one)
    builders.document("B", side_2=two)
    builders.document("C")
    assert sorted(rows(client, f"?state={one.code}&state={two.code}")) == ["A", "B"]


def test_between_means_one_on_each_side(client):
    one, two, three = builders.state(), builders.state(), builders.state()
    builders.document("A", side_1=two, side_2=one)
    both = builders.document("B", side_1=one, side_2=three)
    builders.party(both, 1, two)
    assert rows(client, f"?between={one.code}&between={two.code}") == ["A"]


def test_agency_means_those_below_it_and_those_it_followed(client):
    ministry = builders.agency("Ministry of Roads")
    service = builders.agency("Service of Bridges", of=ministry.state)
    service.parents.create(parent=ministry)
    builders.document("A", side_1=ministry)
    builders.document("B", side_1=service)
    assert sorted(rows(client, f"?agency={ministry.pk}")) == ["A", "B"]
    assert rows(client, "?agency=service+of+bridges") == ["B"]


def test_dates_are_years_or_ranges(client):
    builders.document("A", signed_on="2022")
    builders.document("B", signed_on="2023-05-04")
    builders.settle()
    assert rows(client, "?year=2023") == ["B"]
    assert rows(client, "?since=2022&until=May+2022") == ["A"]
    assert rows(client, "?until=2022-12") == ["A"]


def test_type_level_and_legal_nature_are_lists(client):
    builders.document("A", type="protocol", level="city")
    builders.document("B", type="treaty", legal_nature="not_legally_binding")
    assert sorted(rows(client, "?type=protocol&type=treaty")) == ["A", "B"]
    assert rows(client, "?level=city") == ["A"]
    assert rows(client, "?legal_nature=not_legally_binding") == ["B"]


def test_status_holds_on_a_day_or_possibly(client):
    builders.document("A", signed_on="2020-01-01", entry_into_force="on_signature")
    builders.document("B", signed_on="2021", entry_into_force="on_signature")
    builders.settle()
    assert rows(client, "?status=in_force&on=2020-06-01") == ["A"]
    assert rows(client, "?status=in_force&on=2021-06-01") == ["A"]
    assert sorted(rows(client, "?status=in_force&on=2021-06-01&possibly=on")) == ["A", "B"]


def test_ends_between_and_period_covered(client):
    builders.document("A", type="programme", signed_on="2023-05-04", period="2023/2025")
    builders.document("B", type="programme", signed_on="2023-05-04", period="2023/2030")
    builders.settle()
    assert rows(client, "?ends_since=2025&ends_until=2026") == ["A"]
    assert rows(client, "?covers=2027") == ["B"]


def test_subject_means_its_group_too(client):
    group = builders.subject("roads")
    bridges = builders.subject("bridges", parent=group)
    builders.document("A").subjects.add(bridges)
    assert rows(client, "?subject=roads") == ["A"]
    assert rows(client, "?subject=bridges") == ["A"]


def test_event_its_kind_and_its_place(client):
    place: Place = builders.place("Roadville")
    event = builders.event(kind="summit", place=place)
    builders.document("A", event=event)
    builders.document("B")
    assert rows(client, f"?event={event.pk}") == ["A"]
    assert rows(client, "?event_kind=summit") == ["A"]
    assert rows(client, "?place=roadville") == ["A"]


def test_place_is_that_of_a_signing_too(client):
    document = undated(builders.document("A", signed_on=None))
    Signing.objects.create(document=document, place=builders.place("Roadville"))
    assert rows(client, "?place=Roadville") == ["A"]


def test_language_is_of_a_title_or_a_public_text(client):
    builders.document("A", language="tg")
    builders.text(builders.document("B"), language="tg")
    builders.text(builders.document("C"), language="tg", is_public=False)
    assert sorted(rows(client, "?language=tg")) == ["A", "B"]


def test_text_availability(client):
    builders.text(builders.document("A"))
    builders.document("B")
    builders.settle()
    assert rows(client, "?text=text_here") == ["A"]


def test_words_are_looked_for_in_titles_and_names_of_parties(client):
    roads = builders.agency("Ministry of Roads", of=builders.state(name="Onia"))
    builders.document("Protocol on bridges", side_1=roads, signed_on="2022-01-01")
    builders.document("Protocol on tunnels")
    builders.settle()
    expected = ["Protocol on bridges"]
    for words in ("BRIDGES protocol", "roads bridges", "onia", "“bridges", "2022"):
        response = client.get("/documents/", {"q": words})
        titles = [row.title for row in response.context["rows"]]
        assert titles == expected, words


def test_percent_and_underscore_are_no_wildcards(client):
    builders.document("Agreement")
    assert rows(client, "?q=A%25t") == []
    assert rows(client, "?q=A_reement") == []


# ---- the list: bad input


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("year", "99999"),
        ("year", "0"),
        ("year", "abc"),
        ("year", "9" * 5000),
        ("type", "nonsense"),
        ("state", "zz"),
        ("state", "\0"),
        ("between", "tj"),
        ("level", "\0"),
        ("agency", "\0"),
        ("agency", "no such body"),
        ("agency", "9" * 20),
        ("event", "999999"),
        ("place", "nowhere"),
        ("status", "alive"),
        ("on", "2023-05-04"),
        ("since", "31 February 2023"),
        ("since", "../2023"),
        ("subject", "'; DROP TABLE"),
        ("language", "xx"),
        ("order", "random"),
        ("text", "maybe"),
        ("q", "?!"),
        ("q", '"'),
        ("covers", "9999999999"),
    ],
)
def test_value_that_makes_no_sense_is_an_error_at_its_field(client, name, value):
    builders.document()
    assert list(errors(client, {name: value})) == [name]


@pytest.mark.parametrize(
    ("query", "name", "said"),
    [
        ({"since": "2022", "until": "2018"}, "until", "This ends before it begins."),
        ({"ends_since": "2022-05", "ends_until": "2022-04"}, "ends_until", "ends before it begins"),
        ({"between": ["kz", "kz"]}, "between", "Name two different states"),
    ],
)
def test_range_or_pair_that_can_hold_nothing_is_an_error(client, query, name, said):
    builders.document()
    found = errors(client, query)
    assert list(found) == [name]
    assert said in found[name][0]


def test_name_that_fits_several_agencies_leads_to_each(client):
    onia, twonia = builders.state(name="Onia"), builders.state(name="Twonia")
    for state in (onia, twonia):
        builders.document(state.name_text, side_1=builders.agency("Ministry of Roads", of=state))
    builders.draft(side_1=builders.agency("Secret Ministry of Roads"))
    query = {"agency": "ministry of roads", "type": "agreement"}
    assert errors(client, query)["agency"][0].startswith("2 have this in their name.")
    page = client.get("/documents/", query).content.decode()
    links = re.findall(r'<a href="(/documents/\?[^"]*agency=[0-9]+[^"]*)"[^>]*>(.*?)</a>', page)
    assert [strip_tags(words) for _url, words in links] == [
        "Ministry of Roads, Onia",
        "Ministry of Roads, Twonia",
    ]
    for (url, _words), title in zip(links, ("Onia", "Twonia"), strict=True):
        assert rows(client, unescape(url).removeprefix("/documents/")) == [title]


def test_name_that_fits_many_says_how_many_and_shows_five(client):
    for n in range(7):
        builders.document(side_1=builders.agency(f"Ministry of Roads no. {n}"))
    assert errors(client, {"agency": "roads"})["agency"][0].startswith("7 have this")
    page = client.get("/documents/?agency=roads").content.decode()
    assert len(re.findall(r'href="/documents/\?agency=[0-9]+"', page)) == 5


def test_agency_named_by_drafts_only_is_unknown(client):
    agency = builders.agency("Secret service")
    builders.draft(side_1=agency)
    assert errors(client, {"agency": "Secret service"}) == errors(client, {"agency": "No such"})
    assert errors(client, {"agency": str(agency.pk)})


def test_draft_event_is_no_way_to_find_a_document(client):
    place = builders.place("Secretville")
    event = builders.event("Secret visit", kind="forum", place=place, publication_state="draft")
    builders.document("A", event=event)
    assert rows(client, "?event_kind=forum") == []
    assert errors(client, {"event": "Secret visit"}) == errors(client, {"event": "No such visit"})
    assert errors(client, {"event": str(event.pk)})
    assert errors(client, {"place": "Secretville"})


def test_place_of_a_draft_event_is_not_where_a_document_was_signed(client):
    place = builders.place("Roadville")
    event = builders.event(place=place, publication_state="draft")
    builders.document("A", event=event)
    Signing.objects.create(document=undated(builders.document("B", signed_on=None)), place=place)
    assert rows(client, "?place=Roadville") == ["B"]


@pytest.mark.parametrize("page", ["0", "-1", "2", "201", "9" * 20, "9" * 5000, "abc", "\0", "1.5"])
def test_page_that_there_is_not_is_not_found(client, page):
    builders.document()
    assert client.get("/documents/", {"page": page}).status_code == 404


def test_unbalanced_quote_is_no_error(client):
    builders.document("Protocol on bridges")
    assert rows(client, "?q=%22bridges") == ["Protocol on bridges"]


def test_unknown_parameter_is_not_shown_as_applied(client):
    builders.document("A")
    builders.settle()
    response = client.get("/documents/?colour=red")
    assert response.context["filters"].chips == []
    assert len(response.context["rows"]) == 1


# ---- the list: chips, pages, cost


def test_chip_takes_one_thing_away(client):
    one, two = builders.state(name="Onia"), builders.state(name="Twonia")
    response = client.get(f"/documents/?state={one.code}&state={two.code}&year=2023&page=1")
    chips = {str(c): c.query.urlencode() for c in response.context["filters"].chips}
    assert chips == {
        "State: Onia": f"state={two.code}&year=2023",
        "State: Twonia": f"state={one.code}&year=2023",
        "Year of signing: 2023": f"state={one.code}&state={two.code}",
    }


def test_chips_of_one_parameter_have_or_between_them(client):
    page = client.get("/documents/?state=kz&state=uz&year=2023&level=city&level=region")
    chips = re.search(r'<ul class="chips".*?</ul>', page.content.decode(), re.DOTALL)[0]
    assert " ".join(strip_tags(chips).replace("×, remove", "").split()) == (
        "State: Kazakhstan or State: Uzbekistan Year of signing: 2023 Level: city or Level: region"
    )


def test_chip_of_a_tick_is_its_label(client):
    agency = builders.agency("Ministry of Roads")
    builders.document(side_1=agency)
    builders.settle()
    query = {"agency": agency.pk, "alone": "on", "status": "in_force", "possibly": "on"}
    chips = client.get("/documents/", query).context["filters"].chips
    assert [str(chip) for chip in chips] == [
        "Agency, city or institute: Ministry of Roads",
        "This body alone",
        "Status: in force",
        "Possibly too",
    ]


def test_chip_of_a_status_takes_its_day_away_with_it(client):
    response = client.get("/documents/?status=in_force&on=2023-05-04")
    assert [chip.query.urlencode() for chip in response.context["filters"].chips] == [
        "",
        "status=in_force",
    ]


def test_empty_fields_of_a_form_leave_the_address(client):
    assertRedirects(client.get("/documents/?q=&state=&year=2023"), "/documents/?year=2023")


def test_every_way_of_asking_is_a_form_field_with_a_label(client):
    builders.document()
    builders.settle()
    response = client.get("/documents/")
    for field in response.context["form"]:
        assertContains(response, field.label)


def test_pages_of_fifty_share_nothing(client):
    for _ in range(51):
        builders.document()
    first, second = rows(client, ""), rows(client, "?page=2")
    assert (len(first), len(second)) == (50, 1)
    assert not set(first) & set(second)


def test_one_row_costs_as_many_queries_as_fifty(client, django_assert_num_queries):
    def fill(number: int) -> None:
        for _ in range(number):
            builders.document(side_1=builders.agency(), level="city")
        builders.settle()

    fill(1)
    StatusPeriod.objects.count()
    with django_assert_num_queries(7) as captured:
        client.get("/documents/")
    fill(49)
    with django_assert_num_queries(len(captured)):
        assert len(client.get("/documents/").context["rows"]) == 50


def test_full_document_costs_no_more_than_a_bare_one(client, django_assert_max_num_queries):
    """Of everything one, then twenty; with a history that names records of every kind."""
    document = builders.document(event=builders.event())
    builders.later()

    def fill(number: int) -> None:
        for _ in range(number):
            other, body = builders.document(), builders.agency()
            Relation.objects.create(document=document, kind="cites", target=other)
            Relation.objects.create(document=other, kind="amends", target=document)
            action = Action.objects.create(document=document, kind="published", side=1)
            party = builders.party(document, 1, body)
            builders.text(document)
            for part in ({"document": document}, {"action": action}, {"party": party}):
                Citation.objects.create(source=builders.source(), quote="They did.", **part)
            ResponsibleBody.objects.create(document=document, side=2, agency=builders.agency())
            document.subjects.add(builders.subject())
            Signing.objects.create(document=document, place=builders.place(), signed_on="2023")
            Signatory.objects.create(document=document, party=party, person="A. B.")
        Document.objects.filter(pk=document.pk).update(event=builders.event())
        builders.settle()

    fill(1)
    url = address(document)
    # Two of them are the savepoint of a test, and one begins every page.
    with django_assert_max_num_queries(9) as captured:
        response = client.get(url)
    assert response.context["history"].lines
    fill(20)
    with django_assert_max_num_queries(len(captured)):
        assert client.get(url).status_code == 200


def test_source_of_the_event_serves_a_document_without_one(client: Client) -> None:
    event = builders.event("State visit")
    made = builders.document(event=event)
    page = client.get(made.get_absolute_url()).content.decode()
    assert "What the sources say of the occasion" not in page
    made.citations.all().delete()
    builders.settle()
    page = client.get(made.get_absolute_url()).content.decode()
    assert "What the sources say of the occasion" in page
    assert "The visit took place." in page


def test_source_of_an_event_that_is_not_public_does_not_show(client: Client) -> None:
    made = builders.document(event=builders.event(publication_state="draft"))
    made.citations.all().delete()
    builders.settle()
    page = client.get(made.get_absolute_url()).content.decode()
    assert "The visit took place." not in page
