"""Whether the words that a file brings along are of use. No database."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.texts.wording.quality import Outcome, Reason, judged
from tests.texts.real import need_real_texts, sample

ENGLISH = "The Contracting Parties shall encourage the exchange of students and of books. " * 8
RUSSIAN = (
    "Договаривающиеся Стороны поощряют обмен студентами, учёными и книгами в области культуры. " * 8
)
UZBEK = "Tomonlar madaniyat, fan va ta'lim sohasidagi hamkorlikni rivojlantiradilar. " * 8
KAZAKH = "Тараптар мәдениет, ғылым және білім беру саласындағы ынтымақтастықты дамытады. " * 8
FRENCH = (
    "Les Parties s'efforcent de développer l'échange d'étudiants, de réalisés et de thèses. " * 8
)
VIETNAMESE = "Các Bên ký kết khuyến khích việc trao đổi sinh viên và sách giữa hai nước. " * 8
CHINESE = "缔约双方鼓励两国学生和书籍的交流并在文化教育科学方面进行合作。" * 8
ARABIC = "يشجع الطرفان المتعاقدان تبادل الطلاب والكتب في مجال الثقافة والتعليم. " * 8
PAGES = 4


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (ENGLISH, "en"),
        (ENGLISH, ""),
        (RUSSIAN, "ru"),
        (RUSSIAN, ""),
        (RUSSIAN + ENGLISH, "ru"),
        (RUSSIAN + ENGLISH, "en"),
        (UZBEK, "uz"),
        (KAZAKH, "uz"),
        (KAZAKH, "kk"),
        (UZBEK, "kk-Latn"),
        (RUSSIAN, "sr-Latn"),
        (UZBEK, "sr"),
        (RUSSIAN, "az"),
        (FRENCH, "fr"),
        (VIETNAMESE, "vi"),
        (CHINESE, "zh"),
        (CHINESE, "zh-Hans"),
        (" ".join(CHINESE), "zh"),
        (ARABIC, "fa"),
        (ARABIC, "ar"),
        (ENGLISH, "xx"),
    ],
)
def test_words_are_usable(words: str, language: str) -> None:
    verdict = judged([words] * PAGES, language)

    assert (verdict.outcome, verdict.reason) == (Outcome.USABLE, None)


def shifted(words: str) -> str:
    """As fonts do that number their glyphs."""
    return "".join(chr(ord(letter) - 29) if letter > " " else letter for letter in words)


def digits(words: str) -> str:
    return "".join(str(ord(letter) % 10) if letter > " " else letter for letter in words)


@pytest.mark.parametrize(
    ("words", "language", "reason"),
    [
        (RUSSIAN.encode("cp1251").decode("latin-1"), "ru", Reason.MOJIBAKE),
        (RUSSIAN.encode("cp1251").decode("latin-1"), "", Reason.MOJIBAKE),
        (RUSSIAN.encode("koi8-r", "ignore").decode("latin-1"), "ru", Reason.MOJIBAKE),
        (RUSSIAN.encode().decode("latin-1"), "ru", Reason.MOJIBAKE),
        (RUSSIAN.encode().decode("cp1252", "ignore"), "", Reason.MOJIBAKE),
        (RUSSIAN.encode().decode("cp1251", "ignore"), "ru", Reason.MOJIBAKE),
        (FRENCH.encode().decode("cp1252"), "fr", Reason.MOJIBAKE),
        (ENGLISH, "ru", Reason.OTHER_SCRIPT),
        (RUSSIAN, "en", Reason.OTHER_SCRIPT),
        (ENGLISH, "ar", Reason.OTHER_SCRIPT),
        (ENGLISH.replace("e", "\ufffd"), "en", Reason.UNREADABLE),
        (ENGLISH.replace("t", "\ue074"), "en", Reason.UNREADABLE),
        (ENGLISH.replace("e", "(cid:72)"), "en", Reason.UNREADABLE),
        (ENGLISH.replace("e", "\x08"), "en", Reason.UNREADABLE),
        (digits(ENGLISH), "en", Reason.NO_LETTERS),
        (digits(RUSSIAN), "", Reason.NO_LETTERS),
        (shifted(ENGLISH), "en", Reason.NO_VOWELS),
        (" ".join(ENGLISH), "en", Reason.SINGLE_LETTERS),
        (ENGLISH.replace(" ", "").replace(".", ""), "en", Reason.NO_SPACES),
    ],
)
def test_words_that_a_broken_font_makes_need_reading_again(
    words: str, language: str, reason: Reason
) -> None:
    verdict = judged([words] * PAGES, language)

    assert (verdict.outcome, verdict.reason) == (Outcome.NEEDS_OCR, reason)
    assert 0 <= verdict.measured <= 1 and verdict.measured != verdict.limit


@pytest.mark.parametrize(
    "pages",
    [
        [],
        [""],
        ["", "  \n", ""],
        ["COPY"] * 4,
        ["1", "2", "3"],
        [
            f"Ministry of Foreign Affairs, Treaty Section, certified true copy of the original {n}"
            for n in range(9)
        ],
        [ENGLISH, "", "2", "3"],
    ],
)
def test_pages_of_pictures(pages: list[str]) -> None:
    verdict = judged(pages, "en")

    assert (verdict.outcome, verdict.reason) == (Outcome.NO_TEXT_LAYER, Reason.FEW_LETTERS)


def test_some_pages_may_be_bare() -> None:
    verdict = judged([ENGLISH, "For A", ENGLISH, ENGLISH], "en")

    assert verdict.outcome == Outcome.USABLE and verdict.bare_pages == (1,)


def test_a_short_page_of_chinese_is_no_picture() -> None:
    assert judged([CHINESE[:25]], "zh").outcome == Outcome.USABLE


def test_which_script_most_letters_are_in() -> None:
    assert judged([RUSSIAN * 2 + ENGLISH], "ru").script == "Cyrl"


@settings(deadline=None)
@given(
    st.lists(st.text(max_size=300), max_size=5), st.sampled_from(["", "en", "ru", "sr-Latn", "?"])
)
def test_every_file_has_a_verdict(pages: list[str], language: str) -> None:
    verdict = judged(pages, language)

    assert (verdict.outcome == Outcome.USABLE) == (verdict.reason is None)
    assert all(page < len(pages) for page in verdict.bare_pages)


@need_real_texts
def test_real_texts_are_usable() -> None:
    """One in 3,100 is not: it is Chinese, and said to be English."""
    for row in sample():
        text = row["text"]
        pages = [text[at : at + 3000] for at in range(0, max(len(text) - 500, 1), 3000)]
        verdict = judged(pages, row["lang"])

        assert verdict.outcome == Outcome.USABLE, (row["id"], verdict)


@need_real_texts
def test_broken_real_texts_are_not() -> None:
    for row in sample():
        text = row["text"][:6000]
        if row["lang"] == "ru":
            broken = text.encode("cp1251", "ignore").decode("latin-1")
            assert judged([broken]).outcome == Outcome.NEEDS_OCR, row["id"]
        else:
            assert judged([text], "ru").outcome == Outcome.NEEDS_OCR, row["id"]
        for harm in (digits, shifted, " ".join):
            assert judged([harm(text)], row["lang"]).outcome == Outcome.NEEDS_OCR, row["id"]
