"""Russian: heads, totals and days, and what was not signed now."""

from __future__ import annotations

from datetime import date

import pytest

from tests.communique import reading
from tests.communique.reading import THURSDAY, began, codes, not_now, sides, states, titles, years

WATER = (
    "Меморандум о взаимопонимании по вопросам воды между Министерством рек Республики Казахстан и"
    " Министерством озёр Монголии"
)
AIR = "Соглашение между Правительством Республики Казахстан и Правительством Монголии о полётах"
BODIES = "Министерством рек Республики Казахстан и Министерством озёр Монголии"
RIVERS = [("Министерством рек Республики Казахстан", "kz"), ("Министерством озёр Монголии", "mn")]


def read(text: str, published_on: date | None = THURSDAY) -> reading.Proposal:
    return reading.read(text, "ru", published_on)


def only(text: str) -> reading.Document:
    return reading.only(text, "ru")


def test_presidents_sign_one_and_ministers_the_rest() -> None:
    text = (
        "Президент Казахстана Ерлан Сагатов и Президент Монголии Бат Дорж подписали Договор о"
        f" дружбе.\nВ присутствии глав государств подписаны:\n- {WATER};\n- {AIR}."
    )
    proposal = read(text)
    assert [document.is_signed_by_heads for document in proposal.documents] == [True, False, False]
    assert [head.name.value for head in proposal.event.heads if head.name] == [
        "Ерлан Сагатов",
        "Бат Дорж",
    ]


@pytest.mark.parametrize(
    ("words", "total"),
    [
        ("восемь документов", (8, "exactly")),
        ("два соглашения", (2, "exactly")),
        ("12 двусторонних документов", (12, "exactly")),
        ("двадцать четыре документа", (24, "exactly")),
        ("более 20 документов", (20, "more_than")),
        ("свыше тридцати соглашений", (30, "more_than")),
        ("не менее десяти меморандумов", (10, "at_least")),
        ("около 15 документов", (15, "about")),
        ("порядка десяти документов", (10, "about")),
    ],
)
def test_a_total_is_read_with_its_measure(words: str, total: tuple[int, str]) -> None:
    said = read(f"Казахстан и Монголия подписали {words}.").event.total
    assert said and (said.number, said.qualifier) == total


@pytest.mark.parametrize(
    "text",
    [
        "За 30 лет Казахстан и Монголия подписали 40 документов. Подписан Протокол о музеях.",
        "Казахстан и Монголия подписали Протокол о музеях. Реализуются 50 совместных проектов.",
        "Казахстан и Монголия подписали Протокол о музеях на 10 млрд тенге.",
        "Казахстан и Монголия подписали Протокол о музеях. Планируется подписать 5 соглашений.",
    ],
)
def test_other_numbers_are_no_total(text: str) -> None:
    assert read(text).event.total is None


def test_a_list_shorter_than_the_total_is_a_doubt() -> None:
    text = f"Казахстан и Монголия подписали девять документов:\n- {WATER};\n- {AIR}."
    assert "fewer_listed" in codes(read(text))


def test_a_partial_list_is_told_as_partial() -> None:
    text = f"Казахстан и Монголия подписали девять документов. Среди них:\n- {WATER};\n- {AIR}."
    assert "partial_list" in codes(read(text))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("4 мая 2023 года", "2023-05-04"),
        ("4 мая 2023 г.", "2023-05-04"),
        ("04.05.2023", "2023-05-04"),
        ("04.05.23", "2023-05-04"),
    ],
)
def test_a_whole_date_is_read_however_written(words: str, day: str) -> None:
    text = f"{words} в Алматы Казахстан и Монголия подписали Соглашение о визах."
    assert began(read(text, None)) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Сегодня", "2024-05-16"),
        ("Вчера", "2024-05-15"),
        ("В четверг", "2024-05-16"),
        ("Во вторник", "2024-05-14"),
        ("14 мая", "2024-05-14"),
    ],
)
def test_a_relative_day_rests_on_the_publication(words: str, day: str) -> None:
    text = f"{words} Казахстан и Монголия подписали Соглашение о визах."
    assert began(read(text)) == day
    assert "publication_date" in codes(read(text))
    assert began(read(text, None)) is None


def test_two_days_have_a_beginning_and_an_end() -> None:
    event = read("Визит состоялся 4–5 мая 2023 года. Подписан Протокол о музеях.", None).event
    assert event.began_on and event.began_on.value == "2023-05-04"
    assert event.ended_on and event.ended_on.value == "2023-05-05"


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("на 2025–2027 годы", (2025, 2027)),
        ("на 2025-2027 гг.", (2025, 2027)),
        ("на 2025 и 2026 годы", (2025, 2026)),
        ("на 2025 год", (2025, 2025)),
        ("до 2030 года", (None, 2030)),
        ("с 2025 по 2027 год", (2025, 2027)),
    ],
)
def test_a_period_in_the_title_is_its_validity(words: str, period: tuple[int, int]) -> None:
    document = only(f"Казахстан и Монголия подписали Программу обмена артистами {words}.")
    assert years(document) == period


# ---- not now


@pytest.mark.parametrize(
    "other",
    [
        "Соглашение о торговле будет подписано в следующем году.",
        "Планируется подписать Соглашение о торговле.",
        "Стороны рассмотрели проект Соглашения о торговле.",
        "Ранее, в 2015 году, было подписано Соглашение о торговле.",
        "Соглашение о торговле ратифицировано парламентом.",
        "Стороны обсудили ход реализации Соглашения о торговле.",
        "Читайте также: Кения и Оман подписали Соглашение о торговле",
    ],
)
def test_an_older_or_future_instrument_is_no_new_record(other: str) -> None:
    proposal = read(f"Казахстан и Монголия подписали Протокол о музеях.\n{other}")
    assert titles(proposal) == ["Протокол о музеях"]


def test_a_future_instrument_is_kept_with_the_reason() -> None:
    proposal = read(
        "Казахстан и Монголия подписали Протокол о музеях. Соглашение о торговле будет подписано в"
        " следующем году."
    )
    assert not_now(proposal) == [("Соглашение о торговле", "planned")]


def test_an_announced_text_tells_of_no_document() -> None:
    proposal = read(
        "Казахстан и Монголия планируют подписать Соглашение о визах и три меморандума."
    )
    assert proposal.documents == []
    assert "no_documents" in codes(proposal)


def test_a_document_told_again_is_one() -> None:
    text = (
        "Казахстан и Монголия подписали Протокол о музеях\n\n"
        f"Сегодня между {BODIES} подписан Протокол о музеях. Протокол предусматривает обмен картин."
    )
    document = only(text)
    assert sides(document) == RIVERS


def test_the_states_of_the_event_are_read_in_any_case() -> None:
    assert states(read("Президент Монголии прибыл в Казахстан. Подписан Протокол о музеях.")) == [
        "kz",
        "mn",
    ]


def test_russian_is_recognised() -> None:
    proposal = reading.read("Казахстан и Монголия подписали Соглашение о визах.", None)
    assert proposal.language == "ru"
    assert titles(proposal) == ["Соглашение о визах"]


@pytest.mark.xfail(strict=True, reason="notes on the entry into force of an older agreement")
def test_notes_on_an_older_agreement_make_no_new_one() -> None:
    proposal = read(
        "Казахстан и Монголия обменялись нотами о вступлении в силу Соглашения о визах 2015 года и"
        " подписали Протокол о музеях."
    )
    assert "Протокол о музеях" in titles(proposal)
    assert not any(title.startswith("Соглашения") for title in titles(proposal))
