"""What the words of a file say of its document; what they don't say plainly is not there."""

import pytest

from agreements.editing.inbox import closing, heading, written_out
from agreements.editing.inbox.reading import Said, joined, read
from agreements.models import State
from tests import builders, inboxes

pytestmark = pytest.mark.django_db


def said(*pages: str) -> Said:
    return read(joined(enumerate(pages, 1), len(pages)))


def keys(value: object) -> list[str]:
    return [choice.key for choice in value]


def state(code: str) -> int:
    return State.objects.get(code=code).pk


def test_plain_english_paper_fills_the_form() -> None:
    found = said(inboxes.FIRST, "Article 2", inboxes.LAST)
    assert found.value("text") == inboxes.TITLE
    assert found.value("type") == "agreement"
    assert found.value("language") == found.value("text_language") == "en"
    assert found.value("signed_on") == "2023-05-04"
    assert [str(choice) for choice in found.value("where")] == ["Dushanbe, Tajikistan"]
    assert keys(found.value("side_1")) == [f"state-{state('kz')}:government"]
    assert keys(found.value("side_2")) == [f"state-{state('tj')}:government"]
    assert found.value("role") == "prevails"
    assert not found.open


def test_each_value_says_its_words_and_their_page() -> None:
    found = said(inboxes.FIRST, "Article 2", inboxes.LAST).found
    assert found["signed_on"].quote.startswith("DONE at Dushanbe on this 4th day of May, 2023")
    assert found["signed_on"].page == 3
    assert found["text"].page == 1


def test_plain_russian_paper_fills_the_form() -> None:
    found = said(inboxes.RUSSIAN)
    assert found.value("text").startswith("Соглашение между Правительством")
    assert found.value("text").endswith("окружающей среды")
    assert (found.value("type"), found.value("signed_on")) == ("agreement", "2004-12-22")
    assert keys(found.value("side_1")) == [f"state-{state('tj')}:government"]
    assert keys(found.value("side_2")) == [f"state-{state('kz')}:government"]
    assert found.value("role") == "authentic"


def test_body_of_the_archive_is_a_side_and_any_other_is_left_open() -> None:
    ministry = builders.agency("Ministry of Finance of Kazakhstan", of=State.objects.get(code="kz"))
    found = said(
        "MEMORANDUM OF UNDERSTANDING\nbetween the Ministry of Finance of the Republic of "
        "Kazakhstan\nand the Ministry of Health of the Republic of Tajikistan\n\nThe Parties agree."
    )
    assert keys(found.value("side_1")) == [f"agency-{ministry.pk}"]
    assert "side_2" not in found.found
    assert found.open == [("side_2", "Ministry of Health of the Republic of Tajikistan")]


def test_sides_of_a_short_title_are_those_of_the_preamble() -> None:
    found = said(
        "Agreement on cultural co-operation\n\nThe Government of the Republic of Tajikistan and "
        "the Government of the Republic of Poland, desiring to develop their relations, agree:"
    )
    assert found.value("text") == "Agreement on cultural co-operation"
    assert keys(found.value("side_2")) == [f"state-{state('pl')}:government"]


def test_state_of_the_past_is_a_side() -> None:
    found = said(
        "CULTURAL AGREEMENT BETWEEN THE UNION OF SOVIET SOCIALIST REPUBLICS AND THE FRENCH "
        "REPUBLIC\n\nThe Parties agree."
    )
    assert keys(found.value("side_1")) == [f"state-{state('suhh')}"]
    assert keys(found.value("side_2")) == [f"state-{state('fr')}"]


def test_state_of_the_past_is_of_its_time() -> None:
    title = "CULTURAL AGREEMENT BETWEEN YUGOSLAVIA AND THE FRENCH REPUBLIC"
    for year, code in ((1960, "yucs"), (1999, "csxx")):
        found = said(f"{title}\n\nThe Parties agree.\n\nDone at Paris on 3 May {year}.")
        assert keys(found.value("side_1")) == [f"state-{state(code)}"]


@pytest.mark.parametrize(
    "name", ["REPUBLIC OF CHINA", "UNITED STATES OF MEXICO CONCERNING CULTURAL EXCHANGES"]
)
def test_name_that_may_mean_two_is_left_open(name: str) -> None:
    found = said(f"CONVENTION BETWEEN THE STATE OF ISRAEL AND THE {name}\n\nThe Parties agree.")
    assert keys(found.value("side_1")) == [f"state-{state('il')}"]
    assert "side_2" not in found.found


def test_day_of_registration_is_none_of_signing() -> None:
    text = "Agreement on trade\n\nSigned at Kabul,\n\nRegistered by Poland on 4 September 1962"
    assert said(f"{text}\n\nDONE at Kabul on 23 April 1961").value("signed_on") == "1961-04-23"


def test_day_of_another_paper_is_none_of_this_one() -> None:
    text = (
        "AGREEMENT on trade\n\nRecalling the Convention done at Luxembourg on 17 June 2002, agree"
    )
    assert "signed_on" not in said(text).found


def test_two_days_are_not_plain() -> None:
    between = "The Parties agree. " * 40
    first, second = "Done at Bonn on 17 June 2002.", "Done at Riga on 3 May 2003."
    found = said(f"AGREEMENT on trade\n\n{first}\n{between}\n{second}")
    assert "signed_on" not in found.found
    assert found.days == ["2002-06-17", "2003-05-03"]


def test_place_that_the_archive_lacks_is_left_open() -> None:
    found = said("AGREEMENT on trade\n\nThe Parties agree.\n\nDone at Nowhereville on 3 May 2003.")
    assert found.value("signed_on") == "2003-05-03"
    assert ("where", "Nowhereville") in found.open
    assert "where" not in found.found


@pytest.mark.parametrize("text", ["", " \n ", "....", "\x01\x02 123", "x" * 50_000, "Done at"])
def test_words_that_say_nothing_give_nothing(text: str) -> None:
    found = said(text).found
    assert not found.keys() - {"language", "text_language"}


@pytest.mark.parametrize(
    "text",
    [
        "Agreement and shall be applied on the level of the national tariff.",
        "The Agreement is concluded for five years.",
        "Protocol may be amended at any time by the Parties.",
        "Соглашение вступает в силу со дня подписания.",
        "2. The objectives of this Agreement are",
        "On 11 March 1972, the following Agreement was concluded between:",
    ],
)
def test_sentence_is_no_title(text: str) -> None:
    assert heading.titles(text, "ru" if text.startswith("Согл") else "en") == []


def test_line_in_the_midst_of_a_sentence_is_no_title() -> None:
    """The second page of a scan has none."""
    text = "Each Party bears the costs of this\nAgreement, unless otherwise agreed.\n\nArticle 4"
    assert heading.titles(text, "en") == []
    assert heading.titles(text.replace("of this\n", "of this.\n\n"), "en")


def test_plain_tajik_paper_fills_the_form() -> None:
    title = (
        "СОЗИШНОМА\nбайни Ҳукумати Ҷумҳурии Тоҷикистон ва Ҳукумати\nҶумҳурии Қазоқистон дар бораи "
        "ҳамкорӣ дар соҳаи маориф"
    )
    found = said(
        f"{title}\nҲукумати Ҷумҳурии Тоҷикистон ва Ҳукумати Ҷумҳурии Қазоқистон, минбаъд Тарафҳо, "
        "ба мувофиқа расиданд:\nМоддаи 1\nТарафҳо ҳамкориро рушд медиҳанд.\nДар шаҳри Душанбе 14 "
        "марти соли 2018 ба имзо расид."
    )
    assert found.value("text").lower() == " ".join(title.split()).lower()
    assert (found.value("type"), found.value("signed_on")) == ("agreement", "2018-03-14")
    assert keys(found.value("side_1")) == [f"state-{state('tj')}:government"]
    assert keys(found.value("side_2")) == [f"state-{state('kz')}:government"]


def test_word_for_the_paper_alone_is_its_type_and_no_title() -> None:
    found = said("AGREEMENT\n\n\nThe Parties to it agree on what follows, and on nothing else.")
    assert found.value("type") == "agreement"
    assert "text" not in found.found


def test_ukrainian_is_known_and_not_read() -> None:
    found = said("УГОДА між Урядом України і Урядом Республіки Болгарія про співробітництво в її")
    assert found.value("text_language") == "uk"
    assert found.found.keys() <= {"text_language", "language", "text", "type"}


def test_ordinary_letter_has_no_title() -> None:
    letter = (
        "Dear colleagues,\n\nplease find attached the agreement that was sent to us last week. "
        "We would be grateful for this protocol.\n\nYours"
    )
    assert heading.titles(letter, "en") == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "No. 8106. AGREEMENT 1 ON CULTURAL CO-OPERATION\nBETWEEN POLAND AND TUNISIA. SIGNED "
            "AT\nTUNIS, ON 6 APRIL 1963\n\nThe Government of Poland",
            "AGREEMENT ON CULTURAL CO-OPERATION BETWEEN POLAND AND TUNISIA",
        ),
        (
            "Agreement between the Republic of Finland and Bulgaria on obstacles to trade The "
            "Republic of Finland and Bulgaria, Noting",
            "Agreement between the Republic of Finland and Bulgaria on obstacles to trade",
        ),
        (
            "ACCORD1\nENTRE LA FRANCE ET LA BOLIVIE\n\nLe Gouvernement",
            "ACCORD ENTRE LA FRANCE ET LA BOLIVIE",
        ),
        (
            "Protocol for the period from 1 January 1992\n\nArticle 1",
            "Protocol for the period from 1 January 1992",
        ),
        ("PROTOCOL 2 TO THE AGREEMENT\n\nArticle 1", "PROTOCOL 2 TO THE AGREEMENT"),
    ],
)
def test_title_is_cut_out_of_the_head(text: str, title: str) -> None:
    language = "fr" if text.startswith("ACC") else "en"
    spans = heading.titles(text, language)
    assert [heading.as_title(span.of(text)) for span in spans][:1] == [title]


@pytest.mark.parametrize(
    ("text", "language", "day", "place"),
    [
        ("DONE at Port of Spain, this 2nd day of March 2010", "en", "2010-03-02", "Port of Spain"),
        (
            "Done in the city of Astana on the nineteenth day of June, two thousand and nine",
            "en",
            "2009-06-19",
            "Astana",
        ),
        ("Fait à Paris, le 19 février 1947", "fr", "1947-02-19", "Paris"),
        ("Hecho en Quito, el 3 de mayo de 2001", "es", "2001-05-03", "Quito"),
        ("Feito em Brasília, em 15 de setembro de 1994", "pt", "1994-09-15", "Brasília"),
        ("Совершено в г. Москве 12 марта 1993 года", "ru", "1993-03-12", "Москве"),
        (
            "дар шаҳри Душанбе 14 марти соли 2018 бо забонҳои тоҷикӣ ба имзо расид",
            "tg",
            "2018-03-14",
            "Душанбе",
        ),
        ("Астана қаласында 2004 жылғы 22 желтоқсанда жасалды", "kk", "2004-12-22", "Астана"),
        ("Geschehen zu Bonn am 4. Mai 1990", "de", "1990-05-04", "Bonn"),
    ],
)
def test_formula_of_signing_is_read(text: str, language: str, day: str, place: str) -> None:
    found = closing.closings(f"Article 1.\n\n{text}, in two originals.", language)
    assert [(row.day, row.place) for row in found][:1] == [(day, place)]


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("one thousand nine hundred and sixty-three", 1963),
        ("nineteen hundred and four", 1904),
        ("two thousand and nineteen", 2019),
        ("two thousand", 2000),
    ],
)
def test_year_in_words(words: str, year: int) -> None:
    assert written_out.year_of(words) == year
