"""The SQL functions fold() and sort_key() against their Python twins."""

from __future__ import annotations

import unicodedata

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements import letters
from tests.test_letters import ALPHABETS

LANGUAGES = [*ALPHABETS, "az", "uz-Latn", "ru-RU", "und", ""]
EVERY_LETTER = {
    **ALPHABETS,
    "kk-Latn": "aä bcdefgğh ıi jkl mnñ oö pqrsş tuūü vyz",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "ba": "абвгғдҙеёжзийкҡлмнңоөпрсҫтуүфхһцчшщъыьэәюя",
    "az": "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyz",
    "europe": "àáâãäåăąæçćčďđèéêëěęğģíîïįıķľłñńňòóôõöøőœŕřßśşšșťțþùúûüůűųýÿžźż ħŋŧĸð ɓɖɗƙɛɔƴ",
    "fa": "آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی ئ ؤ أ إ ة ۀ",
    "arabic marks": "مُحَمَّدٌ كِتَابٍ محـــمد ٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ ىٱہەھ",
    "signs": "".join(chr(code) for code in range(1, 0xC0)) + letters.APOSTROPHES + letters.QUOTES,
    "spaces": letters.SPACES + "\u00a0\u2003\u3000 a \u00ad\u200b\u200c\u200d\u2060\ufeff b",
    "dashes": letters.DASHES + "-/_a-b—c",
    "numbers": "1 22 007 1234567890 000000000000 9 5/6 ½ ② Ⅳ № 3",
    "others": "中华人民共和国 한국 日本語ガ ქართული ᲥᲐᲠᲗᲣᲚᲘ ไทย हिन्दी עִבְרִית ﷺ ﬁ ǅ 😀",
}
# Characters that PostgreSQL 15 and Python 3.11 know alike.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cn"], exclude_characters="\0"))
LETTERS = st.text(
    "".join(EVERY_LETTER.values()) + "'ʻ’-–«»\u0301\u0304\u0306\u0308 .№", max_size=40
)

pytestmark = pytest.mark.django_db


def folded(texts: list[str]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT fold(t) FROM unnest(%s::text[]) WITH ORDINALITY AS u(t, n) ORDER BY n", [texts]
        )
        return [row[0] for row in cursor.fetchall()]


def sort_keys(texts: list[str], language: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sort_key(t, %s) FROM unnest(%s::text[]) WITH ORDINALITY AS u(t, n) ORDER BY n",
            [language, texts],
        )
        return [row[0] for row in cursor.fetchall()]


def mixed(texts: list[str]) -> list[bool]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_mixed_scripts(t) FROM unnest(%s::text[]) WITH ORDINALITY AS u(t, n) "
            "ORDER BY n",
            [texts],
        )
        return [row[0] for row in cursor.fetchall()]


def spellings(text: str) -> list[str]:
    """The text and its single characters, in both cases and all Unicode forms."""
    cased = [text, text.upper(), text.title(), *text, *text.upper()]
    forms = ("NFC", "NFD", "NFKC", "NFKD")
    return [unicodedata.normalize(form, one) for one in cased for form in forms]


@pytest.mark.parametrize("text", EVERY_LETTER.values(), ids=EVERY_LETTER)
def test_twins_agree_on_every_letter(text: str) -> None:
    texts = spellings(text)
    assert folded(texts) == [letters.fold(one) for one in texts]
    assert mixed(texts) == [bool(letters.mixed_scripts(one)) for one in texts]
    for language in LANGUAGES:
        assert sort_keys(texts, language) == [letters.sort_key(one, language) for one in texts]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(TEXTS | LETTERS, min_size=1), st.sampled_from(LANGUAGES))
def test_twins_agree_on_any_text(texts: list[str], language: str) -> None:
    assert folded(texts) == [letters.fold(one) for one in texts]
    assert mixed(texts) == [bool(letters.mixed_scripts(one)) for one in texts]
    assert sort_keys(texts, language) == [letters.sort_key(one, language) for one in texts]


def test_twins_agree_on_each_letter_beside_a_letter_of_each_script() -> None:
    letter_codes = [*range(0x20, 0x530), *range(0x1E00, 0x1F00), 0x2BC, 0x300]
    texts = [f"{one}{chr(code)}{other}" for code in letter_codes for one in "aж" for other in "aж "]
    found = mixed(texts)
    assert found == [bool(letters.mixed_scripts(one)) for one in texts]
    assert True in found and False in found


def test_twins_agree_on_every_assigned_character() -> None:
    characters = [
        chr(code)
        for code in range(1, 0x30000)
        if unicodedata.category(chr(code)) not in {"Cs", "Cn"}
    ]
    assert len(characters) > 140_000
    assert folded(characters) == [letters.fold(one) for one in characters]
    expected = [letters.sort_key(one, "uz") for one in characters]
    assert sort_keys(characters, "uz") == expected


def test_long_texts_give_the_same_bounded_key() -> None:
    texts = ["é" * 400, "Я" * 251 + "7 " * 300, "\ufdfa\u0301" * 300, "а" * 299 + "qz" * 9]
    assert sort_keys(texts, "ru") == [letters.sort_key(one, "ru") for one in texts]


@pytest.mark.parametrize(("language", "alphabet"), ALPHABETS.items(), ids=ALPHABETS)
def test_the_database_sorts_an_alphabet_in_its_own_order(language: str, alphabet: str) -> None:
    expected = alphabet.upper().split()
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT t FROM unnest(%s::text[]) AS u(t) ORDER BY sort_key(t, %s) COLLATE "C"',
            [sorted(expected, reverse=True), language],
        )
        assert [row[0] for row in cursor.fetchall()] == expected


def test_the_collation_of_a_column_makes_no_difference() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            CREATE TEMPORARY TABLE collated (
                plain text, c text COLLATE "C", posix text COLLATE "POSIX", tag text COLLATE "C");
            INSERT INTO collated VALUES ('ЁЛКА Ҷ É', 'ЁЛКА Ҷ É', 'ЁЛКА Ҷ É', 'tg');
            """
        )
        cursor.execute(
            """
            SELECT ARRAY[fold(plain), fold(c), fold(posix), fold(c || posix)],
                ARRAY[sort_key(plain, tag), sort_key(c, tag), sort_key(posix, tag)]
            FROM collated
            """
        )
        shown, keys = cursor.fetchone()
    assert shown == ["елка ч e"] * 3 + ["елка ч еелка ч e"]
    assert keys == [letters.sort_key("ЁЛКА Ҷ É", "tg")] * 3


@pytest.mark.parametrize("function", ["fold(text)", "sort_key(text, text)"])
def test_the_functions_may_stand_in_indexes_and_parallel_plans(function: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT provolatile, proisstrict, proparallel FROM pg_proc"
            " WHERE oid = %s::regprocedure",
            [function],
        )
        assert cursor.fetchone() == ("i", True, "s")
