"""The list of documents as its reader sees it: facets, chips, notes, offers, orders, ways out."""

from __future__ import annotations

import html
import importlib
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains

from agreements import search
from agreements.filters import DocumentFilters
from agreements.models import (
    AgencyParent,
    DocumentTitle,
    MissingValue,
    Signing,
    State,
    StateName,
    Subject,
)
from agreements.search.names import Names
from agreements.search.query import Kind
from agreements.views.facets import Facet, Facets, agencies_in
from tests import builders

pytestmark = pytest.mark.django_db


def facets_of(query: str) -> Facets:
    today = timezone.localdate()
    filters = DocumentFilters(QueryDict(query), today)
    figures = search.figures(filters.selection, today)
    return Facets(filters, figures, Names(agencies=agencies_in(filters, figures)))


def number_of(address: str) -> int:
    """How many documents there are, one by one, where a link leads."""
    filters = DocumentFilters(QueryDict(address.lstrip("?")), timezone.localdate())
    assert filters.is_valid(), filters.form.errors
    return filters.selection.documents().count()


def named(facets: Facets, name: str) -> Facet | None:
    return next((facet for facet in facets.all() if facet.name == name), None)


def shown(facet: Facet | None) -> dict[str, int | None]:
    return {str(value.label): value.number for value in facet.values} if facet else {}


# Facets.


@pytest.fixture
def archive() -> dict[str, Any]:
    """A small archive in which every kind of facet has several values, and some nothing."""
    onia, twonia, threenia = (builders.state(name=name) for name in ("Onia", "Twonia", "Threenia"))
    ministry = builders.agency("Ministry of Roads", of=onia)
    bridges = builders.agency("Service of Bridges", of=onia)
    AgencyParent.objects.create(agency=bridges, parent=ministry)
    group = Subject.objects.get(slug="transport")
    below = group.children.first()
    made = [
        builders.document(
            "Agreement on roads", side_1=ministry, side_2=twonia, level="interagency"
        ),
        builders.document(
            "Treaty on water",
            side_1=onia,
            side_2=threenia,
            type="treaty",
            signed_on="1994-02",
            entry_into_force="on_signature",
        ),
        builders.document(
            "Protocol on bridges", side_1=bridges, side_2=twonia, type="protocol", signed_on="1994"
        ),
        builders.document(
            "Plan on roads and water", side_1=twonia, side_2=threenia, type="plan", signed_on=None
        ),
        builders.document(
            "Treaty between three", side_1=onia, side_2=twonia, type="treaty", signed_on="1871"
        ),
    ]
    builders.party(made[4], 2, threenia)
    MissingValue.objects.create(document=made[3], field="signed_on", reason="not_recorded")
    made[0].subjects.add(group)
    made[2].subjects.add(below)
    made[2].subjects.add(Subject.objects.exclude(pk__in=[group.pk, below.pk]).first())
    builders.text(made[1], language="ru", body="Воды рек")
    DocumentTitle.objects.create(document=made[3], language="tg", text="Нақшаи роҳҳо")
    builders.settle()
    return {
        "states": (onia, twonia, threenia),
        "ministry": ministry,
        "documents": made,
        "group": group,
        "below": below,
    }


WORDS = [
    "",
    "roads",
    "water",
    "on",
    "roads OR water",
    "-treaty",
    "wat*",
    '"on water"',
    "onia",
    "nothinghere",
    "1994",
    "roads treaty",
]


def queries(archive: dict[str, Any]) -> st.SearchStrategy[str]:
    codes = [state.code for state in archive["states"]]
    ministry = archive["ministry"].pk
    parts = {
        "q": st.sampled_from(WORDS),
        "state": st.lists(st.sampled_from(codes), max_size=2, unique=True),
        "between": st.one_of(
            st.just([]), st.lists(st.sampled_from(codes), min_size=2, max_size=2, unique=True)
        ),
        "agency": st.sampled_from(["", str(ministry)]),
        "year": st.sampled_from(["", "1994", "2023"]),
        "since": st.sampled_from(["", "1900", "1994"]),
        "type": st.lists(st.sampled_from(["treaty", "plan", "agreement"]), max_size=2, unique=True),
        "level": st.lists(st.sampled_from(["interagency", "city"]), max_size=1),
        "status": st.sampled_from(["", "in_force", "unknown", "signed"]),
        "subject": st.sampled_from(["", archive["group"].slug, archive["below"].slug]),
        "language": st.sampled_from(["", "en", "tg", "ru"]),
        "text": st.lists(st.sampled_from(["text_here", "title_only"]), max_size=1),
        "order": st.sampled_from(["", "oldest"]),
    }
    seldom = {
        name: st.one_of(
            st.just([] if name in ("state", "between", "type") else ""), part, st.just("")
        )
        for name, part in parts.items()
    }
    return st.fixed_dictionaries(seldom).map(encoded)


def encoded(values: dict[str, Any]) -> str:
    query = QueryDict(mutable=True)
    for name, value in values.items():
        query.setlist(name, value if isinstance(value, list) else [value] if value else [])
    return query.urlencode()


def links(facets: Facets) -> Iterator[tuple[str, int, str]]:
    for facet in facets.all():
        for value in facet.values:
            if value.url:
                yield facet.name, value.number, value.url
    for bar in facets.bars:
        yield "year", bar.number, bar.url


def be_sampled(one_in: int) -> None:
    """As an archive is where so many rows are one of the sample."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE agreements_searchsample SET one_in = %s", [one_in])
        cursor.execute("UPDATE agreements_searchrow SET in_sample = search_is_sampled(document_id)")


@pytest.mark.parametrize("one_in", [1, 4])
def test_count_is_that_of_the_rows_after_the_click(archive, one_in):
    """Over random filters; and the values of what each document has once add up to all."""
    be_sampled(one_in)
    followed = 0

    @trying(max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(query=queries(archive))
    def check(query: str) -> None:
        nonlocal followed
        facets = facets_of(query)
        total = number_of(query)
        assert facets.figures.number == total
        for name, number, url in links(facets):
            assert number == number_of(url) > 0, (query, name, url)
            followed += 1
        for name in ("type", "level", "status", "text"):
            facet = named(facets, name)
            if facet:
                assert sum(value.number for value in facet.values) == total, (query, name)
        if facets.undated is not None:
            assert sum(bar.number for bar in facets.bars) + facets.undated == total, query

    check()
    assert followed > 200


def test_with_whom_a_state_signed_leads_to_the_pair(archive):
    onia, _twonia, threenia = archive["states"]
    facet = named(facets_of(f"state={onia.code}"), "between")
    assert shown(facet) == {"Twonia": 3, "Threenia": 2}
    url = next(value.url for value in facet.values if value.label == "Threenia")
    assert QueryDict(url[1:]).dict() == {"between": threenia.code}
    assert QueryDict(url[1:]).getlist("between") == [onia.code, threenia.code]


def test_state_is_not_offered_as_its_own_partner(archive):
    """Between two of its bodies; the form takes two different states."""
    onia = archive["states"][0]
    builders.document(side_1=onia, side_2=builders.agency(of=onia))
    builders.settle()
    values = named(facets_of(f"state={onia.code}"), "between").values
    assert {str(value.label): (value.number, bool(value.url)) for value in values} == {
        "Twonia": (3, True),
        "Threenia": (2, True),
        "Onia": (1, False),
    }


def test_what_is_filtered_is_not_offered_again(archive):
    onia, twonia, _threenia = archive["states"]
    assert named(facets_of(""), "state")
    both = facets_of(f"state={onia.code}&state={twonia.code}")
    assert not named(both, "state") and not named(both, "between")
    assert not named(facets_of(f"between={onia.code}&between={twonia.code}"), "between")
    for query, name in (
        (f"agency={archive['ministry'].pk}", "agency"),
        ("type=treaty", "type"),
        ("level=interagency", "level"),
        ("status=in_force", "status"),
        ("language=en", "language"),
        ("text=title_only", "text"),
    ):
        assert named(facets_of(query), name) is None, name
    assert facets_of("year=1994").bars == []
    assert facets_of("year=1994").undated is None


def test_group_of_subjects_offers_what_stands_below_it(archive):
    assert str(archive["group"]) in shown(named(facets_of(""), "subject"))
    inside = named(facets_of(f"subject={archive['group'].slug}"), "subject")
    assert shown(inside) == {str(archive["below"]): 1}
    assert number_of(inside.values[0].url) == 1


def test_agency_is_offered_without_those_below_it(archive):
    values = {value.label: value for value in named(facets_of(""), "agency").values}
    ministry = values["Ministry of Roads, Onia"]
    assert ministry.number == 1 and "alone=on" in ministry.url
    assert number_of(f"agency={archive['ministry'].pk}") == 2


def test_agencies_are_offered_beside_one_year_or_type_alone(archive):
    """Nobody keeps their counts there."""
    for query in ("year=2023", "type=agreement", "level=interagency"):
        assert shown(named(facets_of(query), "agency")) == {"Ministry of Roads, Onia": 1}, query


def test_agencies_beside_a_year_of_many_are_by_the_sample(archive, monkeypatch):
    ministry = archive["ministry"]
    for _ in range(80):
        builders.document(side_1=ministry, side_2=archive["states"][1])
    builders.settle()
    be_sampled(2)
    monkeypatch.setattr(importlib.import_module("agreements.search.figures"), "FEW", 20)
    facets = facets_of("year=2023")
    assert facets.figures.number == 81 and not facets.figures.is_about
    assert not named(facets, "type").is_about
    agencies = named(facets, "agency")
    assert agencies.is_about
    (value,) = agencies.values
    assert value.number % 2 == 0 and 60 <= value.number <= 100


def test_alone_has_no_sense_without_an_agency(client):
    form = client.get("/documents/?alone=on").context["form"]
    assert form.errors["alone"] == ["Name the agency that you mean."]


def test_many_years_stand_in_decades_which_open_into_years(archive):
    bars = facets_of("").bars
    assert [(bar.label, bar.number) for bar in bars] == [
        ("1870–1879", 1),
        ("1990–1999", 2),
        ("2020–2029", 1),
    ]
    inside = facets_of(bars[1].url[1:])
    assert [(bar.label, bar.number, bar.at) for bar in inside.bars] == [("1994", 2, 0)]


def test_what_is_not_recorded_is_told_without_a_link():
    builders.document(level="")
    builders.settle()
    values = named(facets_of(""), "level").values
    assert [(value.label, value.url) for value in values] == [("Not recorded", "")]


def test_estimates_are_about_and_few_rows_of_a_sample_are_no_number():
    two, three = builders.state(name="Twonia"), builders.state(name="Threenia")
    terms = {"*": 40_000, f"s{two.pk}": 39_000, f"s{three.pk}": 64}
    figures = search.Figures(Counter(terms), is_about=True, one_in=32)
    filters = DocumentFilters(QueryDict(""), timezone.localdate())
    facet = Facets(filters, figures, Names()).states()
    assert facet.is_about
    assert [(value.label, value.number) for value in facet.values] == [
        ("Twonia", 39_000),
        ("Threenia", None),
    ]
    assert ">few<" in facet.values[1].item


def test_says_how_many_are_left_out_where_they_were_counted(client):
    home, ministry = builders.state(name="Home"), builders.agency()
    for _ in range(52):
        builders.document(side_1=home, side_2=ministry)
        builders.document(side_1=home, side_2=builders.agency())
    builders.settle()
    response = client.get("/documents/?type=agreement")
    facets = {facet.name: facet for facet in Facets(*parts(response)).all()}
    assert (len(facets["state"].values), facets["state"].left_out) == (50, 4)
    assertContains(response, "4 with fewer documents are left out.")
    figures = search.Figures(response.context["page"].figures.terms, is_about=True, one_in=2)
    states = Facets(response.context["filters"], figures, Names()).states()
    assert states.left_out is None


def parts(response: Any) -> tuple:
    page = response.context["page"]
    return response.context["filters"], page.figures, page.names


def test_names_are_escaped_and_marked_with_their_language():
    state = State.objects.create(code="x-test-zz")
    StateName.objects.create(state=state, language="tg", kind="short", text="<b>Ӯ</b>")
    builders.document(side_1=state)
    builders.settle()
    items = [value.item for value in named(facets_of(""), "state").values]
    assert any('<span lang="tg" dir="auto">&lt;b&gt;Ӯ&lt;/b&gt;</span>' in item for item in items)


def test_twelve_values_show_and_the_rest_are_folded(client):
    home = builders.state(name="Home")
    for _ in range(20):
        builders.document(side_1=home)
    builders.settle()
    facet = named(facets_of(""), "state")
    assert (len(facet.first), len(facet.rest), facet.left_out) == (12, 9, 0)
    assertContains(client.get("/documents/"), "<summary>9 more</summary>")


# The page.


def links_of(response: Any, words: str) -> list[str]:
    """Addresses of the links with these words."""
    found = re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', response.content.decode(), re.DOTALL)
    return [html.unescape(url) for url, text in found if words in html.unescape(text)]


def test_heading_tells_the_number(client, archive):
    assertContains(client.get("/documents/"), "<h1>Documents</h1>", html=True)
    assertContains(client.get("/documents/?type=treaty"), "<h1>2 documents</h1>", html=True)


def title_of(client: Any, address: str) -> str:
    found = re.search(r"<title>(.*?)</title>", client.get(address).content.decode(), re.DOTALL)
    return html.unescape(" ".join(found[1].split()))


def test_title_says_what_was_asked_for_and_which_page(client, archive):
    onia, twonia, _threenia = (state.code for state in archive["states"])
    for address, title in {
        "/documents/": "Documents · Pacta",
        f"/documents/?q=water&state={onia}&state={twonia}": (
            "“water” · State: Onia or Twonia · Documents · Pacta"
        ),
        f"/agencies/?q=roads&state={onia}": ("“roads” · State: Onia · Agencies · Pacta"),
        "/events/?year=1994": "Year: 1994 · Events · Pacta",
        "/documents/?year=x": "Not understood · Documents · Pacta",
    }.items():
        assert title_of(client, address) == title
    for _ in range(51):
        builders.document()
    builders.settle()
    assert title_of(client, "/documents/?page=2") == "page 2 · Documents · Pacta"
    type_ = "Type: Agreement · page 2 · Documents · Pacta"
    assert title_of(client, "/documents/?type=agreement&page=2") == type_
    assert len(title_of(client, f"/documents/?q={'w' * 300}&state={onia}")) <= 100


def test_words_are_kept_beside_filters_and_filters_beside_words(client, archive):
    page = client.get("/documents/?q=roads&type=plan&order=oldest").content.decode()
    words, filters = re.findall(r"<form.*?</form>", page, re.DOTALL)
    assert 'name="q" maxlength="400" value="roads"' in words
    assert '<input type="hidden" name="type" value="plan">' in words
    assert '<input type="hidden" name="q" value="roads">' in filters
    assert '<input type="hidden" name="order" value="oldest">' in filters


def test_recognised_name_is_offered_as_a_filter_in_place_of_the_words(client, archive):
    onia, twonia, _threenia = archive["states"]
    StateName.objects.create(
        state=onia, language="en", kind="former", text="Old Onia", until="1900"
    )
    builders.settle()
    response = client.get("/documents/?q=old+onia+water")
    (offer,) = response.context["offers"]
    assert (offer.label, offer.words, offer.kind) == ("Onia", "old onia", "state")
    assert offer.query.dict() == {"q": "water", "state": onia.code}
    (url,) = (url for url in links_of(response, "old onia: ") if "q=water" in url)
    assert client.get(url).context["page"].figures.number == 1
    (offer,) = client.get(f"/documents/?q=onia+roads&state={twonia.code}").context["offers"]
    assert offer.query.getlist("between") == [twonia.code, onia.code]
    assert "state" not in offer.query


def test_every_kind_of_name_is_offered_and_only_what_is_public(client, archive):
    place = builders.place("Roadville")
    other = builders.place("Draftville")
    builders.agency("Office of Drafts")
    Signing.objects.filter(document=archive["documents"][0]).update(place=place)
    Signing.objects.create(document=builders.draft("Draft on roads"), place=other)
    builders.settle()
    for words, kind in (
        ("ministry of roads", "agency, city or institute"),
        ("roadville", "place of signing"),
        ("transport", "subject"),
        ("treaties", "type"),
    ):
        offers = client.get("/documents/", {"q": words}).context["offers"]
        assert kind in {offer.kind for offer in offers}, words
    for words in ("office of drafts", "draftville"):
        assert client.get("/documents/", {"q": words}).context["offers"] == []


@pytest.mark.parametrize(
    ("typed", "day", "rest"),
    [
        ("4 May 2023", "2023-05-04", ""),
        ("roads 4 May 2023 bridges", "2023-05-04", "roads bridges"),
        ("2023-05-04", "2023-05-04", ""),
        ("04.05.2023", "2023-05-04", ""),
        ("treaty May 2023", "2023-05", "treaty"),
    ],
)
def test_date_in_the_query_is_offered_as_that_of_signing(client, archive, typed, day, rest):
    offer = client.get("/documents/", {"q": typed}).context["offers"][0]
    assert offer.kind == "date of signing"
    assert offer.query.dict() == {"since": day, "until": day} | ({"q": rest} if rest else {})


def test_status_in_the_query_is_offered_as_that_of_today(client, archive):
    offer = client.get("/documents/?q=onia+in+force+water").context["offers"][0]
    assert (offer.label, offer.kind, offer.words) == (
        "In force or in effect",
        "status today",
        "in force",
    )
    assert offer.query.dict() == {"q": "onia water", "status": "in_force"}
    assert client.get("/documents/?q=force").context["offers"] == []


@pytest.mark.parametrize("typed", ["2023", "roads 12", "1995-2000", '"4 May 2023"', "May roads"])
def test_year_number_or_phrase_is_no_date(client, archive, typed):
    offers = client.get("/documents/", {"q": typed}).context["offers"]
    assert "date of signing" not in {offer.kind for offer in offers}


def test_several_values_of_what_takes_one_are_refused(client, archive):
    response = client.get("/documents/?year=2023&year=1994")
    assert response.context["form"].errors == {
        "year": ["Only one can be asked for here, and there are several."]
    }
    assert client.get("/documents/?year=1994&year=1994").context["page"].figures.number == 2
    assert client.get("/documents/?type=treaty&type=plan").context["page"].figures.number == 3


def test_says_which_parameters_mean_nothing(client, archive):
    response = client.get("/documents/?states=tj&size=5&utm_source=mail&fbclid=3&page=1")
    assertContains(response, "which were left out: states, size.")
    assertNotContains(client.get("/documents/?type=treaty"), "left out")


def test_status_on_another_day_is_that_of_the_rows(client, archive):
    document = builders.document("Treaty on dams", signed_on="1990-01-01")
    document.actions.create(kind="entered_into_force", done_on="1991-01-01")
    builders.settle()
    (row,) = client.get("/documents/?q=dams").context["rows"]
    assert row.status == "in_force"
    response = client.get("/documents/?q=dams&status=signed&on=1990-06-01")
    assert [row.status for row in response.context["rows"]] == ["signed"]


def test_examples_of_how_to_search_are_links_that_are_understood(client, archive):
    page = client.get("/ru/documents/").content.decode()
    how = re.search(r'<details class="how">.*?</details>', page, re.DOTALL)[0]
    addresses = re.findall(r'href="([^"]*)"', how)
    assert len(addresses) == 6
    kinds = set()
    for address in addresses:
        assert address.startswith("/ru/documents/?q=")
        query = client.get(address).context["filters"].search.query
        assert not query.has_open_quote
        kinds |= {term.kind for term in query.terms}
        kinds |= {"or"} if any(len(group) > 1 for group in query.groups) else set()
        kinds |= {"without"} if query.without else set()
    assert kinds == {*Kind, "or", "without"}


def test_says_when_no_document_has_all_of_the_words(client, archive):
    response = client.get("/documents/?q=roads+treaty")
    assertContains(response, "No document has all of these words. These have the most of them.")
    assert response.context["page"].is_relaxed
    assertNotContains(client.get("/documents/?q=roads"), "No document has all")


def test_says_which_word_is_missing_where_it_is_always_the_same(client, archive):
    response = client.get("/documents/?q=roads+bridges+quokkas+onia")
    assertContains(response, "These have all but: quokkas.")


def test_says_of_a_state_that_nothing_of_it_is_published(client, archive):
    builders.state("x-test-zz", name="Zamunda")
    builders.settle()
    response = client.get("/documents/?q=zamunda")
    assertContains(response, "no published document is of this state")
    assert links_of(response, "Zamunda") == ["/states/x-test-zz/"]
    assertNotContains(client.get("/documents/?q=onia"), "no published document is of")


def test_what_nearly_fits_stands_below_a_heading_of_its_own(client, archive):
    response = client.get("/documents/?q=treaty+water")
    assertContains(response, "Nearly: most of the words")
    page = response.context["page"]
    assert page.figures.number == len(page.rows) == 1
    assert page.nearly and not {row.pk for row in page.rows} & {row.pk for row in page.nearly}


def test_a_slip_is_answered_with_the_near_word(client, archive):
    response = client.get("/documents/?q=%22on+brigdes%22&type=protocol")
    assert response.context["page"].figures.number == 0
    response = client.get("/documents/?q=brigdes&type=protocol")
    (url,) = links_of(response, "bridges")
    assert QueryDict(url.partition("?")[2]).dict() == {"q": "bridges", "type": "protocol"}
    assert client.get(url).context["page"].figures.number == 1


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("-treaty", "everything without it"),
        ('"roads and', "no partner"),
        ("roads " * 100, "very long"),
    ],
)
def test_says_what_was_made_of_the_query(client, archive, query, said):
    assertContains(client.get("/documents/", {"q": query}), said)
    assertNotContains(client.get("/documents/", {"q": "roads"}), said)


@pytest.mark.parametrize("path", ["/documents/", "/agencies/", "/events/"])
def test_no_link_carries_on_a_query_that_nobody_can_mean(client, archive, path):
    response = client.get(path, {"q": "roads " * 2000, "state": "kz"}, follow=True)
    assert QueryDict(response.request["QUERY_STRING"]).dict() == {
        "q": ("roads " * 2000)[:1000],
        "state": "kz",
    }
    page = response.content.decode()
    longest = max(len(value) for value in re.findall(r'(?:href|value)="([^"]*)"', page))
    assert longest < 1500
    if path == "/documents/":
        assertContains(response, "very long")


def test_nothing_found_tells_without_which_filter_there_is_something(client, archive):
    response = client.get("/documents/?q=water&type=treaty&year=2023")
    ways = {way.chip.name: way.number for way in response.context["page"].ways_out}
    assert ways == {"year": 1}
    (url,) = links_of(response, "without “Year of signing: 2023”")
    assert client.get(url).context["page"].figures.number == 1
    assertContains(response, "Clear all filters")


def test_orders_are_links_and_the_usual_one_needs_no_parameter(client, archive):
    orders = {o.label: o for o in client.get("/documents/?q=water").context["orders"]}
    assert [label for label, order in orders.items() if order.is_chosen] == ["best fit first"]
    assert {label: order.query.urlencode() for label, order in orders.items()} == {
        "best fit first": "q=water",
        "newest first": "q=water&order=newest",
        "oldest first": "q=water&order=oldest",
    }
    plain = client.get("/documents/?order=oldest&page=1").context["orders"]
    assert [(o.label, o.query.urlencode(), o.is_chosen) for o in plain] == [
        ("newest first", "", False),
        ("oldest first", "order=oldest", True),
    ]


def test_links_that_narrow_are_not_to_be_followed(client, archive):
    page = client.get("/documents/?q=onia").content.decode()
    for link in re.findall(r'<a [^>]*href="\?[^>]*>', page):
        assert "nofollow" in link


def test_snippet_escapes_and_marks(client):
    document = builders.document("Agreement on seas")
    builders.text(document, body='See <img src=x onerror="alert(1)"> of the waters & rivers')
    builders.settle()
    assertContains(
        client.get("/documents/?q=water"),
        "See &lt;img src=x onerror=&quot;alert(1)&quot;&gt; of the <mark>waters</mark> &amp;",
    )


@pytest.mark.parametrize("one_in", [1, 4])
@pytest.mark.parametrize("words", ["roads waters", "quokkas"])
def test_search_with_filters_costs_six_statements(client, archive, settings, words, one_in):
    """All told, but for the savepoint of a test; whether there is a page of them or none."""
    settings.SEARCHES_PER_MINUTE = 100
    for _ in range(60):
        made = builders.document("Agreement on roads", side_1=builders.agency(), level="city")
        builders.text(made, body="The waters of the roads.")
    builders.settle()
    be_sampled(one_in)
    filters = {"since": "1990", "type": "agreement", "level": "city", "text": "text_here"}
    client.get("/documents/", {"q": words, **filters})
    with CaptureQueriesContext(connection) as captured:
        page = client.get("/documents/", {"q": words, **filters}).context["page"]
    assert page.figures.number == (60 if words == "roads waters" else 0)
    assert len([row for row in page.rows if row.snippet]) == min(page.figures.number, 50)
    asked = [query["sql"] for query in captured if "SAVEPOINT" not in query["sql"]]
    assert len(asked) <= 6, asked


def test_lists_to_choose_from_are_read_again_when_something_has_changed(client, archive):
    assert "Fournia" not in client.get("/documents/").content.decode()
    builders.document(side_1=builders.state(name="Fournia"))
    builders.settle()
    assert "Fournia" in client.get("/documents/").content.decode()
    StateName.objects.filter(text="Fournia").update(text="Fournland")
    builders.settle()
    assertContains(client.get("/documents/"), "Fournland")
    assertNotContains(client.get("/documents/"), "Fournia")
