"""A text is taken apart into its articles. No database."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.texts.wording.articles import parts
from agreements.texts.wording.parts import Kind, Part
from tests.texts.real import cultural, need_real_texts, sample

BODY = "The Parties co-operate."


def anchors(text: str) -> list[str]:
    return [part.anchor for part in parts(text)]


def agreement(*headings: str, body: str = BODY) -> str:
    return "AGREEMENT\n\nThe Parties have agreed as follows:\n\n" + "\n".join(
        f"{heading}\n{body}\n" for heading in headings
    )


def part(text: str, anchor: str) -> Part:
    return {part.anchor: part for part in parts(text)}[anchor]


@pytest.mark.parametrize(
    "headings",
    [
        "Article 1|Article 2|Article 3",
        "ARTICLE I|ARTICLE II|ARTICLE III",
        "Article One|Article Two|Article Three",
        "Article First|Article Second|Article Third",
        "ARTICLE 1.|ARTICLE 2.|ARTICLE 3.",
        "Art. 1|Art. 2|Art. 3",
        "§ 1|§ 2|§ 3",
        "Статья 1|Статья 2|Статья 3",
        "СТАТЬЯ I|СТАТЬЯ II|СТАТЬЯ III",
        "Статья первая|Статья вторая|Статья третья",
        "Ст. 1|Ст. 2|Ст. 3",
        "Article premier|Article 2|Article 3",
        "Article 1er|Article 2|Article 3",
        "Artículo 1º|Artículo 2º|Artículo 3º",
        "Artículo primero|Artículo segundo|Artículo tercero",
        "Artigo 1.º|Artigo 2.º|Artigo 3.º",
        "Artikel 1|Artikel 2|Artikel 3",
        "Articolo 1|Articolo 2|Articolo 3",
        "MADDE 1|MADDE 2|MADDE 3",
        "Madde - 1|Madde - 2|Madde - 3",
        "1. Madde|2. Madde|3. Madde",
        "1-бап|2-бап|3-бап",
        "Моддаи 1|Моддаи 2|Моддаи 3",
        "1-modda|2-modda|3-modda",
        "1-модда.|2-модда.|3-модда.",
        "1-берене|2-берене|3-берене",
        "1-nji madda|2-nji madda|3-nji madda",
        "Стаття 1|Стаття 2|Стаття 3",
        "Члан 1.|Члан 2.|Члан 3.",
        "Član 1|Član 2|Član 3",
        "Artykuł 1|Artykuł 2|Artykuł 3",
        "Pasal 1|Pasal 2|Pasal 3",
        "المادة 1|المادة 2|المادة 3",
        "المادة ١|المادة ٢|المادة ٣",
        "المادة (1)|المادة (2)|المادة (3)",
        "المادة الأولى|المادة الثانية|المادة الثالثة",
        "ماده ۱|ماده ۲|ماده ۳",
        "ماده اول|ماده دوم|ماده سوم",
        "第一条|第二条|第三条",
        "第1条|第2条|第3条",
        "제1조|제2조|제3조",
        "Άρθρο 1|Άρθρο 2|Άρθρο 3",
        # Misread, or set with spaces.
        "Article l|Article 2|Article 3",
        "Article I|Article H|Article HI",
        "Articie 1|Articie 2|Articie 3",
        "ARTI CLE I|ARTI CLE II|ARTI CLE III",
        "A R T I C L E  1|A R T I C L E  2|A R T I C L E  3",
        "Стат ья 1|Стат ья 2|Стат ья 3",
        "Cтaтья 1|Cтaтья 2|Cтaтья 3",
        "Article\n1|Article\n2|Article\n3",
        "Article 1 *|Article 2|Article 3",
    ],
)
def test_articles_are_found_in_every_language(headings: str) -> None:
    found = [each for each in parts(agreement(*headings.split("|"))) if each.kind == Kind.ARTICLE]

    assert [(each.number, each.anchor) for each in found] == [
        (number, f"article-{number}") for number in "123"
    ]


def test_eleven_may_be_written_with_strokes() -> None:
    text = agreement(*(f"Article {n}" for n in range(1, 11)), "Article II", "Article 1 2")

    assert anchors(text)[-3:] == ["article-10", "article-11", "article-12"]


def test_numbers_of_chapters_and_added_ones() -> None:
    headings = ("Article 1.1", "Article 1.2", "Article 2.1", "Article 2.1 bis", "Article 2.2")

    found = anchors(agreement(*headings))

    assert found[2:] == [
        "article-1.1",
        "article-1.2",
        "article-2.1",
        "article-2.1-bis",
        "article-2.2",
    ]


def test_words_follow_the_number_in_the_same_line() -> None:
    text = (
        "The Parties have agreed:\n"
        "Article 1. Each Party shall do what it can to further the exchange\n"
        "of students.\n"
        "Article 2. Each Party shall do so again.\n"
    )

    assert anchors(text)[1:] == ["article-1", "article-2"]
    body = part(text, "article-1")
    assert text[body.body :].startswith("Each Party shall do what") and body.heading == ""


WRAPPED = """
AGREEMENT

The Government of A and the Government of B have agreed as follows:

Article 1

Each Party shall grant to the nationals of the other the facilities that
Article 5 of the Convention provides for, and those that are mentioned in
Article 7. It shall do so under the conditions that are laid down in
Article 2
of the present Agreement, and shall inform the other Party of all that
Article 3, paragraph 2, of the said Convention requires it to publish in
accordance with its laws.

Article 2

Each Party shall send teachers to the other for a stay of up to one year.
Article 9 shall not apply to them as long as they stay for the purpose of
teaching.

Article 3

This Agreement enters into force on the day of signature, pursuant to
Article 24 (2).
"""


def test_no_heading_in_running_text_that_is_wrapped() -> None:
    assert [name for name in anchors(WRAPPED) if "article" in name] == [
        "article-1",
        "article-2",
        "article-3",
    ]


def test_no_heading_in_an_article_that_is_wholly_in_small_letters() -> None:
    text = "PROTOCOL\n\nThe Parties, having regard to\narticle 5\nand to\narticle 6, have agreed.\n"

    assert not [name for name in anchors(text) if "article" in name]


@pytest.mark.parametrize(
    "mention",
    [
        "The goods (those of the Convention)\nArticle 2\nand of its annex are free.",
        "The goods.\narticle 2: Goods are what is made.",
        "The goods are free, as is laid down in the\nArticle 2: Goods.",
    ],
)
def test_a_number_that_is_expected_may_be_a_mention_too(mention: str) -> None:
    text = f"AGREEMENT\n\nArticle 1\n{mention}\n\nArticle 2\nReal.\n\nArticle 3\nReal.\n"

    assert text[part(text, "article-2").body :].startswith("Real.")


def test_title_of_an_article() -> None:
    text = agreement("Article 1\nScope", "Article 2. Definitions", "Article 3\n(Entry into Force)")

    titles = [each.heading for each in parts(text) if each.kind == Kind.ARTICLE]

    assert titles == ["Scope", "Definitions", "(Entry into Force)"]
    assert text[part(text, "article-1").body :].startswith(BODY)


def test_chapters_stand_between_articles() -> None:
    text = agreement(
        "CHAPTER I\nGENERAL PROVISIONS\n\nArticle 1", "Article 2", "CHAPTER II\nOther\n\nArticle 3"
    )

    assert [(each.anchor, each.heading) for each in parts(text)][2:] == [
        ("chapter-1", "GENERAL PROVISIONS"),
        ("article-1", ""),
        ("article-2", ""),
        ("chapter-2", "Other"),
        ("article-3", ""),
    ]


def test_articles_that_begin_anew_in_each_chapter() -> None:
    text = agreement("CHAPTER I\n\nArticle 1", "Article 2", "CHAPTER II\n\nArticle 1", "Article 2")

    assert anchors(text)[2:] == [
        "chapter-1",
        "article-1",
        "article-2",
        "chapter-2",
        "chapter-2-article-1",
        "chapter-2-article-2",
    ]


def test_annexes_have_articles_of_their_own() -> None:
    text = agreement("Article 1", "Article 2") + (
        "\nDone at Paris on 5 May 1992 in two copies.\n\nFor A\nX\n\nANNEX I\nList of goods\n\n"
        "Article 1\nGoods.\n\nArticle 2\nMore.\n\nANNEX I\n\nMore of it.\n\nAnnex B\n\nText\n"
        "\nPROTOCOL\n\nArticle 1\nThe end.\n\nDone at Paris on 5 May 1992.\n"
    )

    assert anchors(text) == [
        "title",
        "preamble",
        "article-1",
        "article-2",
        "closing",
        "annex-1",
        "annex-1-article-1",
        "annex-1-article-2",
        "annex-b",
        "protocol",
        "protocol-article-1",
        "protocol-closing",
    ]
    assert part(text, "annex-1").heading == "List of goods"
    assert part(text, "annex-1-article-2").within == "annex-1"


def test_an_annex_that_is_mentioned_is_none() -> None:
    text = agreement("Article 1", "Article 2", body="The goods that are listed in\nAnnex I\nare.")

    assert not [name for name in anchors(text) if "annex" in name]


@pytest.mark.parametrize(
    "closing",
    [
        "Done at Moscow, 22 December 2004, in duplicate.",
        "IN WITNESS WHEREOF the undersigned have signed this Agreement.",
        "Совершено в Москве 22 декабря 2004 г. в двух экземплярах.",
        "В удостоверение чего нижеподписавшиеся подписали настоящее Соглашение.",
        "Fait à Paris, le 5 mai 1992.",
        "EN FE DE LO CUAL, los suscritos firman.",
        "Feito em Lisboa, aos 5 de maio.",
        "Geschehen zu Berlin am 5. Mai 1992.",
        "Fatto a Roma, il 5 maggio.",
        "2003 жылғы 22 желтоқсанда Астана қаласында екі данада жасалды.",
        "Bu Anlaşma 5 Mayıs 1992 tarihinde Ankara'da iki nüsha olarak yapılmıştır.",
        "حرر في الرياض بتاريخ 5 مايو 1992",
        "本协定于一九九二年五月五日在北京签订，一式两份。",
        "Dibuat di Jakarta pada tanggal 5 Mei 1992.",
    ],
)
def test_closing(closing: str) -> None:
    text = agreement("Article 1", "Article 2") + f"\n{closing}\n\nFor A\n\nFor B\n"

    last = parts(text)[-1]
    assert last.kind == Kind.CLOSING and text[last.start :].startswith(closing)


def test_a_table_of_contents_is_no_article() -> None:
    contents = "\n".join(f"Article {n} Subject number {n}" for n in range(1, 6))
    body = "\n".join(
        f"Article {n}\nSubject number {n}\n\n" + "Each Party does what it has to do. " * 12 + "\n"
        for n in range(1, 6)
    )
    text = f"AGREEMENT\n\nTABLE OF CONTENTS\n\n{contents}\n\n{body}"

    assert anchors(text) == ["title", "preamble", *(f"article-{n}" for n in range(1, 6))]
    assert "Subject number 5" in text[: part(text, "article-1").start]


def test_numbered_points_where_there_are_no_articles() -> None:
    text = "MEMORANDUM\n\nThe Parties have reached an understanding:\n\n" + "\n".join(
        f"{n}. They will do thing number {n}." for n in range(1, 12)
    )

    assert anchors(text)[2:] == [f"point-{n}" for n in range(1, 12)]


def test_paragraphs_where_there_are_no_numbers() -> None:
    text = "JOINT STATEMENT\n\nThe Parties met.\n\nThey talked.\n\nThey parted as friends."

    assert anchors(text) == [f"paragraph-{n}" for n in range(1, 5)]


def test_texts_that_lost_their_line_breaks() -> None:
    text = (
        "AGREEMENT The Government of A and the Government of B have agreed as follows: "
        + " ".join(f"Article {n}. {BODY * 8} See Article {n} of it." for n in range(1, 6))
        + " IN WITNESS WHEREOF they have signed. Done at Rome."
    )

    found = anchors(text)
    assert found == ["preamble", *(f"article-{n}" for n in range(1, 6)), "closing"]


def test_two_versions_in_one_text() -> None:
    text = agreement("Article 1", "Article 2", "Article 3") + agreement(
        "Статья 1", "Статья 2", "Статья 3"
    )

    found = anchors(text)
    assert found[2:5] == ["article-1", "article-2", "article-3"]
    assert found[5:] == ["article-1-again", "article-2-again", "article-3-again"]


def test_title_in_capitals_is_one_paragraph_also_with_a_number() -> None:
    title = """No. 75. CONVENTION BETWEEN HIS MAJESTY'S GOVERNMENT IN THE UNITED
KINGDOM AND THE BELGIAN GOVERNMENT FOR THE PROMOTION OF MUTUAL
UNDERSTANDING. SIGNED AT BRUSSELS, ON 17 APRIL 1946
"""
    line = "The governments will encourage the interchange of professors and of books.\n"
    text = f"{title}{line}Article 1\n{line * 6}Article 2\n{line * 6}"
    [(start, end)] = part(text, "title").paragraphs
    assert text[start:end] == title.strip()


def test_paragraphs_of_an_article() -> None:
    text = agreement(
        "Article 1",
        "Article 2",
        body="1. The one\nthat is wrapped.\n2. The other:\na) this;\nb) it.",
    )

    spans = part(text, "article-1").paragraphs
    assert [text[start:end] for start, end in spans] == [
        "1. The one\nthat is wrapped.",
        "2. The other:",
        "a) this;",
        "b) it.",
    ]


def test_an_empty_text_has_no_parts() -> None:
    assert parts("") == []
    assert [each.end for each in parts(" \n\n")] == [3]


def check(text: str, found: list[Part]) -> None:
    """What holds for every text."""
    assert "".join(text[each.start : each.end] for each in found) == text
    assert len({each.anchor for each in found}) == len(found)
    for each in found:
        assert each.start <= each.body <= each.end
        place = each.body
        for start, end in each.paragraphs:
            assert place <= start < end <= each.end
            assert not text[place:start].strip()
            place = end
        assert not text[place : each.end].strip()


PIECES = st.sampled_from(
    [
        *(
            "Article 1",
            "Article 2",
            "ARTICLE II",
            "Article 5 of",
            "Статья 3",
            "5-бап",
            "§ 4",
            "第五条",
        ),
        *(
            "ANNEX I",
            "Annex",
            "PROTOCOL",
            "CHAPTER I",
            "Part A",
            "Done at Paris",
            "Article",
            "HI",
            "1.",
        ),
        *(
            "2. Text",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\f",
            "\u2028",
            " ",
            "the",
            "The Parties.",
            "المادة 5",
        ),
        *("Article 1er. — Les", "X" * 450, "(a)", "İ", "ﬁ", "\x00", "…", "1", "art.", "٣"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map("".join))
def test_every_character_belongs_to_exactly_one_part(text: str) -> None:
    check(text, parts(text))


def test_as_many_lines_as_one_likes() -> None:
    """Would not end if the work grew faster than the text."""
    assert len(parts("Article 1\n" * 20_000)) == 1
    many = "".join(f"Article {n}\nText.\n" for n in range(1, 3000))
    assert sum(each.kind == Kind.ARTICLE for each in parts(many)) == 2999
    check("Article 5 Text of it. " * 20_000, parts("Article 5 Text of it. " * 20_000))


@need_real_texts
def test_real_texts_lose_no_character() -> None:
    for row in sample():
        check(row["text"], parts(row["text"]))


@need_real_texts
def test_real_agreements_have_articles_in_sequence() -> None:
    """Texts corrected by hand: nearly all have articles, and nearly all of those have all."""
    found = [
        [int(each.number) for each in parts(text) if each.kind == Kind.ARTICLE and not each.within]
        for text in cultural().values()
    ]
    with_articles = [numbers for numbers in found if len(numbers) > 1]
    whole = [numbers for numbers in with_articles if numbers == [*range(1, len(numbers) + 1)]]

    assert len(with_articles) > 0.9 * len(found)
    assert len(whole) > 0.83 * len(with_articles)
