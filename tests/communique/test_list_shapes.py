"""Lists: whatever stands before, between and behind the items, each is one document."""

from __future__ import annotations

import pytest

from tests.communique.reading import codes, read, sides, titles, types

LEAD = "Jordan and Chile held talks in Amman on Thursday. The following documents were signed:"
WATER = (
    "Memorandum of Understanding on water between the Ministry of Rivers of Jordan"
    " and the Ministry of Lakes of Chile"
)
AIR = "Agreement on air services between the Government of Jordan and the Government of Chile"
ARTS = (
    "Programme of cultural exchange between the Ministry of Arts of Jordan"
    " and the National Museum of Chile for 2025-2027"
)
ITEMS = [WATER, AIR, ARTS]
SIGNS = ["- ", "-", "– ", "— ", "• ", "•", "· ", "* ", "▪ ", "● ", "■ ", "◦ ", "➢ ", "✓ ", "‣ "]


def listed(*items: str, lead: str = LEAD) -> str:
    return "\n".join([lead, *items])


@pytest.mark.parametrize("sign", SIGNS)
def test_a_bullet_may_be_any_sign(sign: str) -> None:
    proposal = read(listed(*(f"{sign}{item};" for item in ITEMS)))
    assert titles(proposal) == ITEMS
    assert types(proposal) == ["memorandum_of_understanding", "agreement", "programme"]
    assert [sides(document) for document in proposal.documents] == [
        [("Ministry of Rivers of Jordan", "jo"), ("Ministry of Lakes of Chile", "cl")],
        [("Government of Jordan", "jo"), ("Government of Chile", "cl")],
        [("Ministry of Arts of Jordan", "jo"), ("National Museum of Chile", "cl")],
    ]


@pytest.mark.parametrize(
    "form", ["{}. ", "{}) ", "({}) ", "{}.", "  {}. ", "{}.\t", "№{} ", "{}/ "]
)
def test_items_may_be_numbered(form: str) -> None:
    items = (form.format(number) + item for number, item in enumerate(ITEMS, 1))
    assert titles(read(listed(*items))) == ITEMS


@pytest.mark.parametrize("form", ["{}) ", "({}) ", "{}. "])
@pytest.mark.parametrize("letters", ["abc", "ABC"])
def test_items_may_be_lettered(form: str, letters: str) -> None:
    items = (form.format(letter) + item for letter, item in zip(letters, ITEMS, strict=True))
    assert titles(read(listed(*items))) == ITEMS


@pytest.mark.parametrize("numerals", ["i) ii) iii)", "I. II. III.", "(i) (ii) (iii)"])
def test_items_may_have_roman_numbers(numerals: str) -> None:
    items = (f"{sign} {item}" for sign, item in zip(numerals.split(), ITEMS, strict=True))
    assert titles(read(listed(*items))) == ITEMS


@pytest.mark.parametrize("end", ["", ";", ",", "."])
def test_items_may_end_with_any_mark_or_none(end: str) -> None:
    assert titles(read(listed(*(f"- {item}{end}" for item in ITEMS)))) == ITEMS


def test_an_and_before_the_last_item_belongs_to_no_title() -> None:
    assert titles(read(listed(f"- {WATER};", f"- {AIR}; and", f"- {ARTS}."))) == ITEMS


@pytest.mark.parametrize("end", ["", ";", ","])
def test_lines_without_a_marker_are_items(end: str) -> None:
    assert titles(read(listed(*(f"{item}{end}" for item in ITEMS)))) == ITEMS


def test_blank_lines_may_part_the_items() -> None:
    assert titles(read(LEAD + "\n\n" + "\n\n".join(f"{item};" for item in ITEMS))) == ITEMS


def test_line_ends_of_windows_are_line_ends() -> None:
    assert titles(read(listed(*(f"- {item};" for item in ITEMS)).replace("\n", "\r\n"))) == ITEMS


def test_an_article_before_an_item_is_no_part_of_its_title() -> None:
    assert titles(read(listed(f"- the {WATER};", f"-an {AIR};", f"- a {ARTS}."))) == ITEMS


def test_an_item_may_be_broken_by_the_width_of_the_page() -> None:
    text = """\
Jordan and Chile held talks in Amman on Thursday, and when they had ended
the ministers of the two countries came together in the same hall of the
palace and the following documents were signed:
- Memorandum of Understanding on water between the Ministry of Rivers of
Jordan and the Ministry of Lakes of Chile;
- Agreement on air services between the Government of Jordan and the
Government of Chile;
- Programme of cultural exchange between the Ministry of Arts of Jordan and
the National Museum of Chile for 2025-2027.
"""
    assert titles(read(text)) == ITEMS


def test_a_list_may_run_on_in_one_sentence_with_semicolons() -> None:
    text = f"The following documents were signed in Amman: {WATER}; {AIR}; and {ARTS}."
    assert titles(read(text)) == ITEMS


def test_a_list_may_run_on_in_one_sentence_with_commas() -> None:
    text = (
        "Jordan and Chile signed an Agreement on air services, a Memorandum of Understanding on"
        " water, a Protocol on the return of art and a Programme of student exchange."
    )
    assert titles(read(text)) == [
        "Agreement on air services",
        "Memorandum of Understanding on water",
        "Protocol on the return of art",
        "Programme of student exchange",
    ]


def test_quoted_titles_may_follow_one_another() -> None:
    text = (
        "Signed in Amman between Jordan and Chile were “Agreement on Air Services”,"
        " “Memorandum of Understanding on Water” and “Programme of Student Exchange”."
    )
    assert titles(read(text)) == [
        "Agreement on Air Services",
        "Memorandum of Understanding on Water",
        "Programme of Student Exchange",
    ]


def test_a_full_stop_within_closing_quotes_ends_the_title_before_it() -> None:
    text = listed(
        "1. “Agreement on Air Services between Jordan and Chile.”",
        "2. “Memorandum of Understanding on Water between Jordan and Chile.”",
    )
    assert titles(read(text)) == [
        "Agreement on Air Services between Jordan and Chile",
        "Memorandum of Understanding on Water between Jordan and Chile",
    ]


def test_sections_head_their_items_and_are_no_documents() -> None:
    text = listed("A. Economy", f"1. {WATER}", f"2. {AIR}", "B. Culture", f"3. {ARTS}")
    assert titles(read(text)) == ITEMS


def test_the_parties_of_a_whole_list_may_stand_in_its_heading() -> None:
    text = listed(
        "- Memorandum of Understanding on water;",
        "- Agreement on fish farming.",
        lead=(
            "Between the Ministry of Rivers of Jordan and the Ministry of Lakes of Chile the"
            " following documents were signed:"
        ),
    )
    expected = [("Ministry of Rivers of Jordan", "jo"), ("Ministry of Lakes of Chile", "cl")]
    assert [sides(document) for document in read(text).documents] == [expected, expected]


def test_the_parties_of_a_heading_hold_for_its_own_list_only() -> None:
    text = (
        "The Ministry of Rivers of Jordan and the Ministry of Lakes of Chile signed:\n"
        "- Memorandum of Understanding on water;\n- Agreement on fish farming.\n\n"
        "Besides, a Protocol on the return of art was signed."
    )
    assert [len(document.parties) for document in read(text).documents] == [2, 2, 0]


def test_the_heads_document_may_stand_before_the_list() -> None:
    text = (
        "King Talal Rahim of Jordan and President Inés Duarte of Chile signed a Joint Declaration."
        "\nThe following documents were also signed:\n" + "\n".join(f"- {item};" for item in ITEMS)
    )
    proposal = read(text)
    assert titles(proposal) == ["Joint Declaration", *ITEMS]
    assert [d.is_signed_by_heads for d in proposal.documents] == [True, False, False, False]


def test_a_straggler_after_the_list_is_a_document_too() -> None:
    text = listed(*(f"- {item};" for item in ITEMS)) + (
        "\n\nIn addition, a Protocol on the return of art was signed by the Ministry of Arts of"
        " Jordan and the National Museum of Chile."
    )
    proposal = read(text)
    assert types(proposal)[3:] == ["protocol"]
    assert sides(proposal.documents[3]) == [
        ("Ministry of Arts of Jordan", "jo"),
        ("National Museum of Chile", "cl"),
    ]


def test_what_an_item_explains_is_no_part_of_its_title() -> None:
    text = listed(f"- {WATER}, which provides for joint dams;", f"- {AIR}.")
    assert titles(read(text)) == [WATER, AIR]


def test_an_item_may_begin_with_its_parties() -> None:
    text = listed(
        "- between the Ministry of Rivers of Jordan and the Ministry of Lakes of Chile:"
        " Memorandum of Understanding on water;",
        f"- {AIR}.",
    )
    first = read(text).documents[0]
    assert sides(first) == [
        ("Ministry of Rivers of Jordan", "jo"),
        ("Ministry of Lakes of Chile", "cl"),
    ]


def test_a_list_of_topics_is_no_list_of_documents() -> None:
    text = (
        "Jordan and Chile held talks in Amman on Thursday. The parties discussed:\n"
        "- trade and transport;\n- water;\n- exchange of students.\n"
        f"The following documents were signed:\n- {WATER};\n- {AIR}."
    )
    assert titles(read(text)) == [WATER, AIR]


def test_a_list_of_delegates_is_no_list_of_documents() -> None:
    text = (
        "The delegation of Chile:\n- Rosa Almeyda, Minister of Lakes;\n- Pedro Quint, Ambassador;\n"
        f"\nThe following documents were signed with Jordan:\n- {WATER};\n- {AIR}."
    )
    assert titles(read(text)) == [WATER, AIR]


def test_numbered_paragraphs_of_a_communique_are_no_items() -> None:
    text = (
        "Joint Communique of Jordan and Chile\n"
        "1. The parties noted the growth of trade.\n"
        "2. The parties reaffirmed the Agreement on Trade of 1998.\n"
        "3. The parties will continue to consult.\n"
    )
    proposal = read(text)
    assert set(types(proposal)) <= {"communique"}


def test_a_document_of_a_list_needs_no_party() -> None:
    proposal = read(
        listed("- Memorandum of Understanding on water;", "- Agreement on air services.")
    )
    assert titles(proposal) == ["Memorandum of Understanding on water", "Agreement on air services"]
    assert [sides(document) for document in proposal.documents] == [[], []]


def test_a_list_as_long_as_its_total_raises_no_doubt() -> None:
    text = listed(*(f"- {item};" for item in ITEMS), lead=LEAD.replace("The following", "Three"))
    assert not {"fewer_listed", "more_listed"} & set(codes(read(text)))


@pytest.mark.xfail(
    strict=True, reason="items that are a mere subject, under a heading with the type"
)
def test_the_type_of_all_items_may_stand_in_the_heading() -> None:
    proposal = read(listed("1. Water", "2. Tourism", lead="Jordan and Chile signed these MoUs:"))
    assert titles(proposal) == ["Water", "Tourism"]
    assert types(proposal) == ["memorandum_of_understanding"] * 2


def test_lines_on_who_signed_may_stand_between_the_documents() -> None:
    text = f"Signed documents:\n\n{WATER}\n\nSigned by: Sami Haddad, Luis Rojo\n\n{AIR}"
    assert titles(read(text)) == [WATER, AIR]


def test_a_line_that_says_in_brackets_who_signed_it_is_one_of_the_list() -> None:
    text = (
        "The following were signed by Jordan and Chile:"
        "\n\nJoint Statement on the occasion of the visit of King Talal Rahim to Chile (signed by"
        " King Talal Rahim and President Inés Duarte)"
        f"\n\n{WATER}"
        f"\n\n{AIR}"
    )
    assert titles(read(text))[0] == (
        "Joint Statement on the occasion of the visit of King Talal Rahim to Chile"
    )
