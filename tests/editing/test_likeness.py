"""What is like enough to ask about, and what is not."""

import pytest

from agreements.likeness import LIKE, likeness, stems

NAMES = stems(["Republic of Tajikistan", "Таджикистан", "Казахстан", "Kazakhstan"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Agreement between the Government of the Republic of Tajikistan and the Government of "
            "the Republic of Kazakhstan on international road transport",
            "Agreement on international road transport",
        ),
        (
            "Соглашение между Правительством Республики Таджикистан и Правительством Республики "
            "Казахстан о воздушном сообщении",
            "Соглашение о воздушном сообщении",
        ),
        ("FRAMEWORK FOR TECHNICAL COOPERATION", "Frameworks for technical cooperation"),
        ("Programme for 2023–2025", "Program for 2023-2025"),
    ],
)
def test_like(one: str, other: str) -> None:
    assert likeness(one, other, NAMES) >= LIKE
    assert likeness(one, other, NAMES) == likeness(other, one, NAMES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Agreement between the Government of the Republic of Tajikistan and the Government of "
            "the Republic of Kazakhstan on international road transport",
            "Agreement between the Government of the Republic of Tajikistan and the Government of "
            "the Republic of Kazakhstan on the avoidance of double taxation",
        ),
        ("Programme for 2023-2025", "Programme for 2026-2028"),
        ("Amendment no. 1 to the Agreement", "Amendment no. 2 to the Agreement"),
        ("Соглашение о туризме", "Соглашение о торговле"),
        ("", "Agreement"),
    ],
)
def test_unlike(one: str, other: str) -> None:
    assert likeness(one, other, NAMES) < LIKE


def test_same_words_are_wholly_alike_even_where_all_are_weightless() -> None:
    assert likeness("Of the Republic", "of the republic") == 1
    assert likeness("", "") == 0
