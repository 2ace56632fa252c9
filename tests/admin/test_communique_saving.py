"""A reviewed communique lands as drafts, with the words behind each value; or nothing does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client

from agreements.communique.proposal import Said
from agreements.editing.communiques.newcomers import without_state
from agreements.models import (
    Agency,
    Change,
    Citation,
    Communique,
    Document,
    Event,
    ReadingDoubt,
    State,
)
from tests import builders
from tests.admin.communique_desk import address, errors, save, send
from tests.admin.conftest import signed_in
from tests.admin.desk import messages, url_of
from tests.admin.test_event_sheet import blank, url_of_sheet
from tests.communiques import TEXT, begun, proposal


@pytest.fixture
def tj(db: None) -> State:
    return State.objects.get(code="tj")


@pytest.fixture
def kz(db: None) -> State:
    return State.objects.get(code="kz")


@pytest.fixture
def communique(db: None) -> Communique:
    return begun()


def test_everything_lands_as_drafts(clerk: Client, communique: Communique) -> None:
    event = save(clerk, communique)
    assert (event.kind, event.began_on, event.publication_state) == (
        "state_visit",
        "2023-05-04",
        "draft",
    )
    assert [(d.state.code, d.role, d.head, d.is_head_present) for d in event.delegations.all()] == [
        ("tj", "guest", "Emomali Rahmon", "yes"),
        ("kz", "host", "Kassym-Jomart Tokayev", "yes"),
    ]
    assert event.state.code == "kz"
    announced = event.announcements.get()
    assert (announced.number, announced.listed, announced.includes_heads_documents) == (20, 3, "no")
    documents = list(event.documents.order_by("event_position"))
    assert [d.type_id for d in documents] == ["declaration", "protocol", "roadmap", "memorandum"]
    assert [d.level for d in documents] == ["interstate", "interagency", "interagency", "city"]
    assert {d.publication_state for d in documents} == {"draft"}
    assert documents[2].period == "2023/2025"
    assert [s.person for s in documents[0].signatories.all()] == [
        "Emomali Rahmon",
        "Kassym-Jomart Tokayev",
    ]
    assert [d.signed_on for d in documents] == ["2023-05-04"] * 4


def test_heads_sign_once(clerk: Client, communique: Communique) -> None:
    named = "Emomali Rahmon, President\nA. Witness, Minister"
    event = save(clerk, communique, **{"documents-0-signatories": named})
    declaration = event.documents.get(type="declaration")
    assert {(s.person, s.party and s.party.side) for s in declaration.signatories.all()} == {
        ("Emomali Rahmon", 1),
        ("Kassym-Jomart Tokayev", 2),
        ("A. Witness", None),
    }
    assert declaration.signatories.count() == 3


def test_each_field_is_cited_at_its_place(clerk: Client, communique: Communique) -> None:
    save(clerk, communique)
    text = communique.source.kept_text
    cited = list(Citation.objects.exclude(quote=""))
    assert len(cited) > 20
    for citation in cited:
        start = citation.quote_start
        assert text[start : start + len(citation.quote)] == citation.quote
        assert citation.source == communique.source
    fields_ = {(type(c.record).__name__, c.field) for c in cited}
    assert {
        ("Event", "kind"),
        ("Event", "began_on"),
        ("Event", "delegations"),
        ("Announcement", "number"),
        ("Document", "titles"),
        ("Document", "type"),
        ("Document", "period"),
        ("Document", "is_signed_by_heads"),
        ("Party", "name_as_written"),
    } <= fields_


def test_unlike_bodies_stand_on_their_sides(clerk: Client, communique: Communique) -> None:
    event = save(clerk, communique)
    protocol = event.documents.get(type="protocol")
    assert [
        (p.side, p.state.code, str(p.agency), p.agency.kind) for p in protocol.parties.all()
    ] == [
        (1, "tj", "Customs Service of Tajikistan", "committee_or_service"),
        (2, "kz", "Ministry of Finance of Kazakhstan", "ministry"),
    ]
    memorandum = event.documents.get(type="memorandum")
    assert [
        (str(p.agency), p.agency.kind, p.name_as_written) for p in memorandum.parties.all()
    ] == [
        ("Khujand", "city", "Khujand"),
        ("Turkestan", "city", "Turkestan"),
    ]


def test_known_bodies_are_used_and_new_ones_made_once(clerk: Client, tj: State, kz: State) -> None:
    customs = builders.agency(
        "Customs Service under the Government of the Republic of Tajikistan",
        of=tj,
        kind="committee_or_service",
    )
    finance = builders.agency("Ministry of Finance of the Republic of Kazakhstan", of=kz)
    before = Agency.objects.count()
    event = save(clerk, begun())
    parties = event.documents.get(type="protocol").parties.all()
    assert finance in [party.agency for party in parties]
    # "under the Government" is left out in the text.
    assert customs in [party.agency for party in parties]
    assert Agency.objects.count() == before + 4


def test_near_name_is_offered_and_not_chosen(clerk: Client, tj: State) -> None:
    near = builders.agency("Customs and Excise Service of Tajikistan", of=tj, kind="other")
    communique = begun()
    response = clerk.get(address(communique))
    party = response.context["review"].rows.forms[1].parties.forms[0]
    assert [match.choice.record for match in party.matches] == [near]
    assert party.how is None and not party["is_new"].value()
    save(clerk, communique, **{"documents-1-parties-0-body": [f"agency-{near.pk}"]})
    protocol = Document.objects.get(type="protocol")
    assert protocol.parties.get(side=1).agency == near


def test_open_body_leaves_a_doubt_and_no_level(clerk: Client, communique: Communique) -> None:
    event = save(clerk, communique, **{"documents-1-parties-1-is_new": None})
    protocol = event.documents.get(type="protocol")
    party = protocol.parties.get(side=2)
    assert (party.state, party.agency, party.name_as_written) == (
        None,
        None,
        "Ministry of Finance of Kazakhstan",
    )
    assert protocol.level == ""
    page = clerk.get(url_of(protocol)).content.decode()
    assert "Which body is “Ministry of Finance of Kazakhstan”?" in page


def test_body_without_a_side_is_left_out_and_said(clerk: Client, communique: Communique) -> None:
    values = {"documents-1-parties-1-side": "", "documents-1-parties-1-is_new": None}
    event = save(clerk, communique, **values)
    protocol = event.documents.get(type="protocol")
    assert [party.side for party in protocol.parties.all()] == [1]
    doubt = protocol.reading_doubts.get()
    assert doubt.code == "no_side_of_party"
    assert doubt.values == {"name": "Ministry of Finance of Kazakhstan"}


@pytest.mark.parametrize("how", ["made new", "chosen", "written"])
def test_body_that_somebody_chose_needs_a_side(
    clerk: Client, communique: Communique, how: str, kz: State
) -> None:
    body = "documents-1-parties-1"
    values = {f"{body}-side": ""}
    if how == "chosen":
        agency = builders.agency("Ministry of Taxes", of=kz)
        values |= {f"{body}-body": [f"agency-{agency.pk}"], f"{body}-is_new": None}
        values |= {f"{body}-name": "", f"{body}-new_name": ""}
    elif how == "written":
        values |= {f"{body}-said": "", f"{body}-is_new": None}
    response = send(clerk, communique, **values)
    name = "Ministry of Taxes" if how == "chosen" else "Ministry of Finance of Kazakhstan"
    assert f"Say on which side “{name}" in errors(response)
    assert not Event.objects.exists()


def test_doubt_stays_on_the_draft_until_it_is_dismissed(
    clerk: Client, communique: Communique
) -> None:
    event = save(clerk, communique)
    memorandum = event.documents.get(type="memorandum")
    doubt = memorandum.reading_doubts.get()
    assert (doubt.code, doubt.values, doubt.quote) == (
        "state_from_other_side",
        {"party": "Khujand"},
        "Khujand",
    )
    words = "The state of “Khujand” follows from the other side only."
    assert words in clerk.get(url_of(memorandum)).content.decode()
    memorandum.dismissed_doubts.create(
        code="reading_state_from_other_side", key=str(doubt.pk), by="clerk"
    )
    response = clerk.get(url_of(memorandum))
    panel = response.context["panel"]
    assert words not in " ".join(row.doubt.words for row in panel.warnings)
    assert words in panel.dismissed[0][0].words


def test_settled_doubt_does_not_stay(clerk: Client, communique: Communique) -> None:
    event = save(clerk, communique, **{"documents-3-settled": ["0"]})
    assert not event.documents.get(type="memorandum").reading_doubts.exists()
    assert not ReadingDoubt.objects.exists()


def test_dropped_document_is_not_made(clerk: Client, communique: Communique) -> None:
    event = save(clerk, communique, **{"documents-2-is_taken": None, "documents-2-text": ""})
    assert [d.type_id for d in event.documents.order_by("event_position")] == [
        "declaration",
        "protocol",
        "memorandum",
    ]


def test_correction_is_saved(clerk: Client, communique: Communique) -> None:
    event = save(
        clerk,
        communique,
        **{
            "documents-1-text": "Protocol on customs",
            "documents-1-type": "memorandum_of_understanding",
            "documents-1-period": "2023-2024",
            "documents-1-signatories": "A. Person, Head of the Service\nB. Person",
            "documents-1-parties-0-DELETE": "on",
            "event-name": "The visit",
        },
    )
    document = event.documents.get(titles__text="Protocol on customs")
    assert (document.type_id, document.period) == ("memorandum_of_understanding", "2023/2024")
    assert [(s.person, s.office) for s in document.signatories.all()] == [
        ("A. Person", "Head of the Service"),
        ("B. Person", ""),
    ]
    assert [party.side for party in document.parties.all()] == [2]
    assert str(event) == "The visit"


def test_all_or_nothing(clerk: Client, communique: Communique) -> None:
    response = send(clerk, communique, **{"documents-1-text": "", "documents-2-period": "soon"})
    assert "documents-1 text: " in errors(response) and "documents-2 period: " in errors(response)
    assert "Not saved. 2 things are wrong" in response.content.decode()
    assert not Event.objects.exists() and not Document.objects.exists()
    assert not Citation.objects.exists()


def test_refused_review_is_kept_as_it_was_sent(clerk: Client, communique: Communique) -> None:
    send(clerk, communique, **{"documents-1-text": "", "event-name": "Mine"})
    page = clerk.get(address(communique)).content.decode()
    assert 'value="Mine"' in page and "Not saved" not in page


def test_new_body_is_called_without_its_state_behind_a_comma(clerk: Client) -> None:
    read = proposal(TEXT)
    protocol = read.documents[1]
    written = replace(protocol.parties[0].name, value="Customs Service, Tajikistan")
    protocol.parties = (replace(protocol.parties[0], name=written), protocol.parties[1])
    party = save(clerk, begun(read)).documents.get(type="protocol").parties.get(side=1)
    assert str(party.agency) == "Customs Service"
    assert party.name_as_written == "Customs Service, Tajikistan"
    assert "Customs Service of Tajikistan" in party.citations.get().quote


NAMES = {
    "Customs Service, Tajikistan": "Customs Service",
    "Customs Service, Republic of Tajikistan": "Customs Service",
    "Customs Service (Tajikistan)": "Customs Service",
    "Ministry of Health, Government of the Republic of Tajikistan": "Ministry of Health",
    "Ministry of Finance of Tajikistan": "Ministry of Finance of Tajikistan",
    "Bank, Kazakhstan": "Bank, Kazakhstan",
    "Tajikistan": "Tajikistan",
}


@pytest.mark.parametrize("name", NAMES)
def test_state_is_cut_where_it_only_says_whose_body_it_is(tj: State, name: str) -> None:
    assert without_state(name, tj) == NAMES[name]


def test_new_body_needs_state_and_kind(clerk: Client, communique: Communique) -> None:
    response = send(
        clerk,
        communique,
        **{"documents-1-parties-0-kind": "", "documents-1-parties-0-state": []},
    )
    assert "Say what kind of body it is." in errors(response)
    assert "Say of which state it is." in errors(response)


def test_name_in_the_case_of_a_sentence_is_no_name_of_a_body(clerk: Client) -> None:
    read = proposal(TEXT)
    read.language = "ru"
    protocol = read.documents[1]
    written = replace(protocol.parties[1].name, value="Министерством финансов")
    protocol.parties = (protocol.parties[0], replace(protocol.parties[1], name=written))
    communique = begun(read, language="ru")
    assert communique.form["documents-1-parties-1-kind"] == ["ministry"]
    assert "documents-1-parties-1-is_new" not in communique.form
    response = send(clerk, communique, **{"documents-1-parties-1-is_new": "on"})
    assert "as it is called by itself" in errors(response)
    name = "Министерство финансов"
    values = {"documents-1-parties-1-is_new": "on", "documents-1-parties-1-new_name": name}
    party = save(clerk, communique, **values).documents.get(type="protocol").parties.get(side=2)
    assert (str(party.agency), party.name_as_written) == (name, "")
    assert party.agency.names.get().language == "ru"


def test_who_may_add_no_agencies_is_told(communique: Communique) -> None:
    somebody = signed_in("somebody", "add_agency", group="clerk")
    response = send(somebody, communique)
    assert "You may not add agencies: choose one." in errors(response)
    assert not Agency.objects.filter(names__text__startswith="Customs Service of").exists()


def test_history_names_who_saved(clerk: Client, communique: Communique) -> None:
    event = save(clerk, communique)
    assert set(Change.objects.of(event).values_list("actor", flat=True)) == {"clerk"}


def test_drafts_are_put_right_on_the_sheet(clerk: Client, communique: Communique) -> None:
    """What the review cited goes with a body that is taken away, or a draft that is deleted."""
    event = save(clerk, communique)
    url = url_of_sheet(event)
    customs = builders.agency("Customs Committee", of=State.objects.get(code="tj"))
    changes = {"documents-1-side_1": [f"agency-{customs.pk}"], "documents-2-DELETE": "on"}
    response = clerk.post(url, blank(clerk, url) | changes | {"save": "1"}, follow=True)
    assert "changed: 1, deleted: 1" in messages(response)[0]
    assert event.documents.get(type="protocol").parties.get(side=1).agency == customs


def test_event_alone_is_saved_where_a_text_only_counts(
    clerk: Client, communique: Communique
) -> None:
    dropped = {f"documents-{n}-is_taken": None for n in range(4)}
    event = save(clerk, communique, **dropped)
    assert event.documents.count() == 0 and event.announcements.get().number == 20


def test_place_that_the_archive_lacks_is_a_doubt(clerk: Client) -> None:
    read = proposal(TEXT)
    read.event.place = Said("Farawayville", read.event.kind.span)
    event = save(clerk, begun(read))
    assert (event.place, event.state.code) == (None, "kz")
    assert event.reading_doubts.get().values == {"name": "Farawayville"}
    assert "no place called “Farawayville”" in clerk.get(url_of(event)).content.decode()
