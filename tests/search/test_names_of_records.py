"""Names in a query stand for records, whatever they are called in the document."""

from __future__ import annotations

import pytest
from django.db import connection

from agreements.models import AgencyName, StateName, SubjectName
from tests import builders
from tests.searching import finds, found

pytestmark = pytest.mark.django_db


def named(record: object, text: str, language: str = "en", **values: str) -> None:
    record.names.create(language=language, text=text, **{"kind": "short", **values})


def test_state_is_found_by_any_of_its_names_in_any_script() -> None:
    state = builders.state(name="Zamunda")
    for text, language, more in (
        ("Old Zamundia", "en", {"kind": "former", "since": "1900", "until": "1950"}),
        ("Kingdom of Zamunda", "en", {"kind": "official"}),
        ("Замунда", "ru", {}),
        ("Замундаи Бузург", "tg", {}),
        ("زاموندا", "ar", {}),
        ("扎蒙达", "zh", {}),
        ("Zamûndà-Nord", "fr", {}),
    ):
        named(state, text, language, **more)
    document = builders.document(side_1=state)
    builders.document()
    builders.settle()
    for typed in (
        "zamunda",
        "Old Zamundia",
        "old zamundia agreement",
        '"Kingdom of Zamunda"',
        "Замунда",
        "замунды",
        "Замундаи Бузург",
        "زاموندا",
        "扎蒙达",
        "zamunda nord",
        "zebra OR zamunda",
    ):
        assert finds(typed, document), typed
    assert finds("zamunda zebra")


def test_longer_name_is_not_the_shorter_one_in_it() -> None:
    congo, republic = builders.state(name="Testcongo"), builders.state(name="Republic of Testcongo")
    one, other = builders.document(side_1=congo), builders.document(side_1=republic)
    builders.settle()
    assert finds("testcongo", one)
    assert finds("republic of testcongo", other)


def test_two_states_are_both_asked_for() -> None:
    one, two = builders.state(name="Zamunda"), builders.state(name="Wakanda")
    both = builders.document(side_1=one, side_2=two)
    builders.document(side_1=one)
    builders.settle()
    assert finds("Zamunda Wakanda", both)
    assert finds("Zamunda and Wakanda", both)


def test_agency_is_found_by_part_of_its_name_with_its_state() -> None:
    zamunda, wakanda = builders.state(name="Zamunda"), builders.state(name="Wakanda")
    customs = builders.agency("State Customs Committee", of=zamunda)
    named(customs, "ЗТК", "ru", kind="abbreviation")
    elsewhere = builders.agency("Customs Service", of=wakanda)
    mine = builders.document(side_1=customs)
    theirs = builders.document(side_1=elsewhere)
    builders.settle()
    for typed in ("State Customs Committee", "customs zamunda", "zamunda customs", "ЗТК"):
        assert finds(typed, mine), typed
    assert finds("customs", mine, theirs)
    assert finds('"State Customs Committee"', mine)
    assert finds("customs wakanda", theirs)
    assert finds("customs -wakanda", mine)


def test_subject_is_found_by_any_of_its_names_with_what_is_below_it() -> None:
    group = builders.subject(name="Zoological matters")
    below = builders.subject(name="Marsupials", parent=group)
    below.names.create(language="en", text="Pouched animals", is_variant=True)
    below.names.create(language="ru", text="Сумчатые")
    document = builders.document()
    document.subjects.add(below)
    other = builders.document()
    other.subjects.add(group)
    in_words = builders.document("On pouched animals")
    builders.settle()
    assert finds("сумчатые", document, in_words)
    assert finds("marsupials", document, in_words)
    assert finds("zoological matters", document, other)


def test_subject_is_found_by_any_word_of_its_name_in_any_form() -> None:
    group = builders.subject(name="Military property")
    document = builders.document()
    document.subjects.add(builders.subject(name="Marsupials", parent=group))
    builders.settle()
    for typed in ("military", "properties", "militar*", "property military"):
        assert finds(typed, document), typed


def test_names_are_found_by_their_beginnings() -> None:
    zamunda, wakanda = builders.state(name="Zamunda"), builders.state(name="Wakanda")
    body = builders.agency("Committee of Zamburaks", of=wakanda)
    one, other = builders.document(side_1=zamunda), builders.document(side_1=body)
    in_words = builders.document("On zambonis")
    builders.settle()
    assert finds("zamu*", one)
    assert finds("zamb*", other, in_words)
    assert finds("zam*", one, in_words)
    assert finds("-zam*", other)


def test_state_is_found_by_any_case_of_its_name() -> None:
    for name, cases in {
        "Замундастан": "замундастана замундастане замундастаном замундастану",
        "Вакандия": "вакандии вакандию вакандией",
        "Онай": "оная онаем онаю онае",
        "Турбина": "турбины турбину турбиной турбине",
    }.items():
        state = builders.state(name=name)
        state.names.update(language="ru")
        document = builders.document(side_1=state)
        builders.settle()
        for typed in cases.split():
            assert finds(typed, document), typed
    kazakh = builders.state(name="Замстан")
    document = builders.document(side_1=kazakh)
    builders.settle()
    for typed in ("Замстанның", "замстанмен", "замстанро"):
        assert finds(typed, document), typed


def test_apostrophe_of_peoples_may_be_left_out() -> None:
    state = builders.state(name="People's Republic of Zamunda")
    document = builders.document(side_1=state)
    builders.settle()
    for typed in ("peoples republic of zamunda", "People’s Republic of Zamunda"):
        assert finds(typed, document), typed


def test_type_is_found_by_its_name_after_what_says_it_in_its_title() -> None:
    by_type = builders.document("On quokkas", type="treaty", signed_on="2020")
    in_title = builders.document("Treaty on quokkas", type="agreement", signed_on="1990")
    memorandum = builders.document("On quokkas", type="memorandum_of_understanding")
    builders.settle()
    assert found("treaty quokkas") == [in_title.pk, by_type.pk]
    assert found("treaties") == [in_title.pk, by_type.pk]
    assert finds("memorandum of understanding", memorandum)


def test_place_is_found_by_its_name() -> None:
    place = builders.place("Zamundaville")
    named(place, "Замундавиль", "ru")
    document = builders.document(signed_on=None)
    document.signings.create(signed_on="2020", place=place)
    builders.settle()
    assert finds("замундавиль", document)


def rows_are() -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT document_id, xmin::text, ctid::text FROM agreements_searchrow")
        return sorted(cursor.fetchall())


def test_new_name_is_known_at_once_and_no_row_is_written() -> None:
    state, agency, subject = builders.state(), builders.agency(), builders.subject()
    document = builders.document(side_1=state, side_2=agency)
    document.subjects.add(subject)
    builders.settle()
    before = rows_are()
    StateName.objects.filter(state=state).update(text="Zamunda")
    AgencyName.objects.filter(agency=agency).update(text="Ministry of Quokkas")
    SubjectName.objects.filter(subject=subject).update(text="Zoology")
    named(state, "Замунда", "ru")
    builders.settle()
    for typed in ("zamunda", "ministry of quokkas", "quokkas", "zoology", "замунда"):
        assert finds(typed, document), typed
    assert rows_are() == before


def test_old_name_is_forgotten_with_its_row() -> None:
    state = builders.state(name="Zamunda")
    document = builders.document(side_1=state)
    builders.settle()
    assert finds("zamunda", document)
    state.names.update(text="Wakanda")
    assert finds("zamunda")


def test_name_of_nothing_public_finds_nothing() -> None:
    agency = builders.agency("Ministry of Quokkas")
    builders.draft(side_1=agency)
    builders.settle()
    assert found("Ministry of Quokkas") == []


def test_territory_is_no_side() -> None:
    colony = builders.state(name="Zamunda")
    document = builders.document()
    builders.party(document, 1, colony, role="territory")
    builders.settle()
    assert found("zamunda") == []
