"""Titles and persons in the case of a Russian sentence."""

from __future__ import annotations

import pytest
from django.test import Client

from agreements.editing.communiques import keeping
from agreements.editing.communiques.cases import is_inflected, titled
from agreements.editing.doubts import of_event
from agreements.models import Citation, Communique, State
from tests.admin.communique_desk import address, save, send
from tests.admin.conftest import signed_in

TITLES = {
    "Декларацию о союзническом взаимодействии": "Декларация о союзническом взаимодействии",
    "«Дорожную карту» по расширению": "«Дорожная карта» по расширению",
    "Совместного заявления глав государств": "Совместное заявление глав государств",
    "Дополнительному протоколу к Соглашению": "Дополнительный протокол к Соглашению",
    "Меморандумом о взаимопонимании": "Меморандум о взаимопонимании",
    "Соглашение о займе": "Соглашение о займе",
    "О признании дипломов": "О признании дипломов",
    "Другую карту": "Другая карта",
}


@pytest.mark.parametrize("title", TITLES)
def test_title_begins_in_the_nominative(title: str) -> None:
    assert titled(title, "ru") == TITLES[title]
    assert titled(title, "kk") == title


PERSONS = {
    ("Рауфа Гасымзаде", "Президента"): True,
    ("Рауф Гасымзаде", "Президент"): False,
    ("Анна Иванова", ""): False,
    ("Сергеем Лавровым", ""): True,
    ("Иван Хому", "посол"): False,
    ("Пётр Петров", "заместителем министра"): True,
}


@pytest.mark.parametrize("person", PERSONS)
def test_person_is_evidently_in_another_case(person: tuple[str, str]) -> None:
    assert is_inflected(*person) == PERSONS[person]


TEXT = """Баку, 4 мая 2023 года. В Шемахинске в рамках государственного визита Президента \
Республики Казахстан Касым-Жомарта Токаева в Азербайджан в присутствии Президента Азербайджана \
Рауфа Гасымзаде 4 мая 2023 года были подписаны документы:

- Декларацию о союзническом взаимодействии между Азербайджаном и Казахстаном;

- Программу сотрудничества между Министерством культуры Азербайджана и Министерством культуры \
Казахстана."""


@pytest.fixture
def clerk(db: None) -> Client:
    return signed_in("clerk")


@pytest.fixture
def communique(clerk: Client) -> Communique:
    names = {"publisher": "Press", "title": "", "url": "", "language": "ru"}
    return keeping.begin(names | {"text": TEXT, "published_on": "2023-05-04"}, "clerk")


def test_title_is_proposed_in_the_nominative_and_cited_as_it_stands(
    clerk: Client, communique: Communique
) -> None:
    event = save(clerk, communique)
    titles = [str(d) for d in event.documents.order_by("event_position")]
    assert [title.split()[0] for title in titles] == ["Декларация", "Программа"]
    assert Citation.objects.filter(field="titles", quote__startswith="Декларацию о").exists()


def test_head_in_another_case_is_a_doubt_until_it_is_written_anew(
    clerk: Client, communique: Communique
) -> None:
    words = "is still to be put in the nominative"
    assert clerk.get(address(communique)).content.decode().count(words) == 2
    heads = {
        f"delegations-{n}-{name}": value
        for n, head in enumerate(("Касым-Жомарт Токаев", "Рауф Гасымзаде"))
        for name, value in (("head", head), ("office", "Президент"))
    }
    send(clerk, communique, "keep", **heads)
    assert words not in clerk.get(address(communique)).content.decode()


def test_head_that_stays_inflected_is_a_doubt_of_the_draft(
    clerk: Client, communique: Communique
) -> None:
    event = save(clerk, communique)
    assert len([d for d in of_event(event) if d.code == "reading_not_nominative"]) == 2
    event.delegations.update(head="Рауф Гасымзаде", office="Президент")
    assert not [d for d in of_event(event) if d.code == "reading_not_nominative"]


def test_place_that_is_lacking_is_entered_by_a_link(clerk: Client, communique: Communique) -> None:
    az = State.objects.get(code="az")
    doubt = {"code": "place_not_known", "values": {"name": "Шемахинск"}, "at": ""}
    doubts = str([doubt]).replace("'", '"')
    send(clerk, communique, "keep", **{"event-doubts": doubts, "event-where": ""})
    page = clerk.get(address(communique))
    shown = next(doubt for doubt in page.context["event_doubts"] if doubt.link)
    form = clerk.get(shown.link).content.decode()
    assert "Шемахинск</textarea>" in form and 'value="ru"' in form
    assert f'value="{az.pk}" selected' in form
