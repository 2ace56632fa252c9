"""Running text: one document or many a sentence, told apart by ordinals, counts and fields."""

from __future__ import annotations

import pytest

from tests.communique.reading import only, read, sides, titles, types

RIVERS = [("Ministry of Rivers of Jordan", "jo"), ("Ministry of Lakes of Chile", "cl")]
BODIES = "the Ministry of Rivers of Jordan and the Ministry of Lakes of Chile"


def test_a_sentence_may_tell_of_one_document() -> None:
    document = only(f"A Memorandum of Understanding on water was signed between {BODIES}.")
    assert document.type.value == "memorandum_of_understanding"
    assert sides(document) == RIVERS


def test_each_paragraph_may_tell_of_one_document() -> None:
    text = (
        f"A Protocol on dams was signed by {BODIES}.\n\n"
        "An Agreement on student exchange was signed by the Ministry of Schools of Jordan and the"
        " Ministry of Education of Chile.\n\n"
        "A Roadmap for tourism was signed by the Ministry of Travel of Jordan and the Tourism"
        " Board of Chile."
    )
    proposal = read(text)
    assert types(proposal) == ["protocol", "agreement", "roadmap"]
    assert [len(document.parties) for document in proposal.documents] == [2, 2, 2]


def test_ordinals_count_documents_of_one_type() -> None:
    text = (
        "Jordan and Chile signed three memorandums of understanding in Amman. The first, on water,"
        f" was signed by {BODIES}. The second, on schools, was signed by the Ministry of Schools of"
        " Jordan and the Ministry of Education of Chile. The last concerns tourism."
    )
    proposal = read(text)
    assert types(proposal) == ["memorandum_of_understanding"] * 3
    assert sides(proposal.documents[0]) == RIVERS


@pytest.mark.xfail(strict=True, reason="'is on' ends the title, and nothing is left of it")
def test_an_ordinal_may_be_told_its_subject_by_a_verb() -> None:
    text = (
        "Jordan and Chile signed two protocols. The first is on clean water. The second is on the"
        " training of teachers."
    )
    assert types(read(text)) == ["protocol", "protocol"]


@pytest.mark.xfail(strict=True, reason="a place may belong to the subject: 'a school in Amman'")
def test_where_it_was_signed_is_no_part_of_a_title() -> None:
    document = only("Jordan and Chile signed an Agreement on visas in Amman.")
    assert document.title.value == "Agreement on visas"


def test_another_repeats_the_type_of_the_document_before() -> None:
    text = (
        f"A Memorandum of Understanding on water was signed between {BODIES}. Another on tourism"
        " was signed between the Ministry of Travel of Jordan and the Tourism Board of Chile."
    )
    proposal = read(text)
    assert types(proposal) == ["memorandum_of_understanding"] * 2
    assert sides(proposal.documents[1]) == [
        ("Ministry of Travel of Jordan", "jo"),
        ("Tourism Board of Chile", "cl"),
    ]


@pytest.mark.parametrize(
    "noun", ["Memorandums of Understanding", "MoUs", "Memoranda of Understanding"]
)
def test_one_plural_word_is_a_document_for_each_field(noun: str) -> None:
    proposal = read(f"Jordan and Chile signed {noun} on water, tourism and sport.")
    assert titles(proposal) == ["water", "tourism", "sport"]
    assert types(proposal) == ["memorandum_of_understanding"] * 3


def test_a_number_says_how_fields_joined_by_and_are_cut() -> None:
    text = "Jordan and Chile signed two agreements on trade and transport and on food safety."
    assert len(read(text).documents) == 2


def test_a_number_of_two_keeps_two_fields_apart() -> None:
    proposal = read("Jordan and Chile signed two agreements on mining and fisheries.")
    assert titles(proposal) == ["mining", "fisheries"]
    assert types(proposal) == ["agreement", "agreement"]


def test_a_preposition_said_again_begins_another_document() -> None:
    proposal = read("Jordan and Chile signed agreements on trade, on seed control and on visas.")
    assert titles(proposal) == ["on trade", "on seed control", "on visas"]


def test_pair_after_pair_is_a_document_each() -> None:
    text = (
        "Memorandums of understanding were signed between the Amman Chamber of Commerce of Jordan"
        " and the Chamber of Exporters of Chile, and between the University of Irbid of Jordan and"
        " the University of Arica of Chile."
    )
    assert [sides(document) for document in read(text).documents] == [
        [("Amman Chamber of Commerce of Jordan", "jo"), ("Chamber of Exporters of Chile", "cl")],
        [("University of Irbid of Jordan", "jo"), ("University of Arica of Chile", "cl")],
    ]


def test_between_need_not_be_said_again_for_the_next_pair() -> None:
    text = (
        "Agreements were signed between the Ministry of Rivers of Jordan and the Ministry of Lakes"
        " of Chile, and the Ministry of Schools of Jordan and the Ministry of Education of Chile."
    )
    assert [sides(document) for document in read(text).documents] == [
        RIVERS,
        [("Ministry of Schools of Jordan", "jo"), ("Ministry of Education of Chile", "cl")],
    ]


def test_counts_by_sector_are_a_document_for_each_one_that_is_told_apart() -> None:
    text = (
        "Jordan and Chile exchanged two MoUs in the areas of mining and fisheries, and one Protocol"
        " in the energy sector."
    )
    assert types(read(text)) == ["memorandum_of_understanding"] * 2 + ["protocol"]


def test_a_number_with_no_fields_to_tell_apart_makes_no_rows() -> None:
    proposal = read("Jordan and Chile signed five agreements in Amman.")
    assert proposal.documents == []
    assert proposal.event.total and proposal.event.total.number == 5


def test_several_with_no_number_are_one_row_that_says_so() -> None:
    document = only(f"Agreements on water were signed between {BODIES}.")
    assert document.is_several
    assert "several" in [doubt.code for doubt in document.doubts]


@pytest.mark.parametrize(
    "verb",
    [
        "was signed",
        "has been signed",
        "was inked",
        "was sealed",
        "was concluded",
        "was exchanged",
        "was adopted",
        "was also signed",
        "was initialled",
        "was finalized",
    ],
)
def test_any_verb_of_conclusion_will_do(verb: str) -> None:
    assert sides(only(f"A Protocol on dams {verb} between {BODIES}.")) == RIVERS


@pytest.mark.parametrize(
    "verb", ["signed", "have signed", "inked", "sealed", "concluded", "entered into", "exchanged"]
)
def test_the_verb_may_be_active(verb: str) -> None:
    document = only(
        f"The Ministry of Rivers of Jordan and the Ministry of Lakes of Chile {verb} a Protocol on"
        " dams."
    )
    assert document.title.value == "Protocol on dams"
    assert sides(document) == RIVERS


def test_a_title_in_quotes_may_follow_its_type() -> None:
    document = only(f"A Memorandum “On Clean Water and Dams” was signed between {BODIES}.")
    assert document.title.value == "Memorandum “On Clean Water and Dams”"
    assert sides(document) == RIVERS


def test_a_verb_may_stand_in_the_middle_of_a_title() -> None:
    document = only(f"A Memorandum of Understanding was signed between {BODIES} on clean water.")
    assert document.title.value.endswith("on clean water")
    assert sides(document) == RIVERS


def test_a_title_ends_before_what_the_document_is_for() -> None:
    document = only(
        f"A Protocol on dams between {BODIES} was signed, which will help farmers of the valley."
    )
    assert document.title.value == f"Protocol on dams between {BODIES}"


def test_a_title_ends_before_where_and_when() -> None:
    document = only(
        "Jordan and Chile signed an Agreement on fish farming during the visit of the minister."
    )
    assert document.title.value == "Agreement on fish farming"


def test_a_title_keeps_an_enumeration_of_what_it_is_about() -> None:
    document = only("Jordan and Chile signed an Agreement on transport, housing, sport and youth.")
    assert document.title.value == "Agreement on transport, housing, sport and youth"


def test_a_treaty_that_a_protocol_amends_is_no_document_of_now() -> None:
    document = only(f"A Protocol amending the Agreement on Trade was signed between {BODIES}.")
    assert document.type.value == "protocol"


def test_a_plan_to_carry_out_an_agreement_is_one_document() -> None:
    document = only("Jordan and Chile signed an Action Plan to implement the Agreement on Water.")
    assert document.type.value == "action_plan"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Memorandum of Understanding (MoU)", "memorandum_of_understanding"),
        ("MoU", "memorandum_of_understanding"),
        ("Memorandum of Mutual Understanding", "memorandum_of_understanding"),
        ("Memorandum of Cooperation", "memorandum_of_cooperation"),
        ("Memorandum", "memorandum"),
        ("Letter of Intent", "letter_of_intent"),
        ("Declaration of Intent", "declaration_of_intent"),
        ("Framework Agreement", "framework_agreement"),
        ("Loan Agreement", "loan_or_grant_agreement"),
        ("Twinning Agreement", "twinning_agreement"),
        ("Treaty", "treaty"),
        ("Convention", "convention"),
        ("Protocol", "protocol"),
        ("Protocol of Intent", "protocol_of_intent"),
        ("Programme", "programme"),
        ("Action Plan", "action_plan"),
        ("Work Plan", "work_plan"),
        ("Roadmap", "roadmap"),
        ("“Road Map”", "roadmap"),
        ("Joint Declaration", "joint_declaration"),
        ("Joint Statement", "joint_statement"),
        ("Arrangement", "arrangement"),
        ("Contract", "contract"),
        ("Exchange of Notes", "exchange_of_notes"),
    ],
)
def test_the_words_for_a_type_are_its_code(said: str, code: str) -> None:
    assert only(f"{said} on desert farming was signed between {BODIES}.").type.value == code


@pytest.mark.parametrize(
    "said",
    [
        "The Office of Protocol of Jordan and the Chilean delegation signed the guest book.",
        "The delegation visited the Convention Centre of Amman, a plan of Jordan and Chile.",
        "A programme of the visit to Jordan was handed out to the press of Chile.",
        "Jordan and Chile are in full agreement on peace.",
    ],
)
def test_a_word_of_another_meaning_is_no_document(said: str) -> None:
    assert read(said).documents == []


def test_a_quotation_of_a_speaker_names_no_document() -> None:
    text = (
        f"A Protocol on dams was signed between {BODIES}. “We have long hoped that one day such an"
        " agreement on our rivers would bring our two peoples nearer,” the minister said."
    )
    assert types(read(text)) == ["protocol"]


def test_hard_line_breaks_within_a_title_are_spaces() -> None:
    document = only(
        "A Memorandum of Understanding on\nclean water was signed between the Ministry of\n"
        "Rivers of Jordan and the Ministry of Lakes of\nChile."
    )
    assert "on clean water" in document.title.value
    assert document.type.value == "memorandum_of_understanding"


def test_a_sum_of_money_counts_no_documents() -> None:
    proposal = read(
        "Jordan and Chile signed a $50 million loan agreement and a grant agreement for schools."
    )
    assert titles(proposal) == ["$50 million loan agreement", "grant agreement for schools"]
    assert proposal.event.total is None


def test_a_number_of_years_counts_no_documents() -> None:
    assert only("Jordan and Chile signed a 30 year lease agreement.").type.value == "agreement"


def test_definite_documents_may_be_told_apart_by_and() -> None:
    proposal = read(
        "Among the documents signed by Jordan and Chile are the Agreement on visas, the Protocol on"
        " the return of art and the Action Plan for 2025-2026."
    )
    assert types(proposal) == ["agreement", "protocol", "action_plan"]


@pytest.mark.parametrize("signs", ["1) 2) 3)", "(1) (2) (3)", "a) b) c)", "1. 2. 3."])
@pytest.mark.parametrize("end", [";", ","])
def test_numbers_within_a_sentence_part_documents(signs: str, end: str) -> None:
    one, two, three = signs.split()
    proposal = read(
        f"Jordan and Chile signed three documents: {one} Agreement on visas{end} {two} MoU on"
        f" water{end} {three} Work Plan on seeds."
    )
    assert titles(proposal) == ["Agreement on visas", "MoU on water", "Work Plan on seeds"]


def test_each_verb_has_its_own_subject() -> None:
    proposal = read(
        "An MoU on sport was signed by the Jordan Olympic Committee and its Chilean counterpart,"
        " while the Ministry of Health of Jordan and the Ministry of Health of Chile agreed on a"
        " Programme of doctor exchange for 2025-2027."
    )
    assert [sides(document) for document in proposal.documents] == [
        [("Jordan Olympic Committee", "jo"), ("Chilean counterpart", "cl")],
        [("Ministry of Health of Jordan", "jo"), ("Ministry of Health of Chile", "cl")],
    ]


def test_each_document_may_have_its_own_companion() -> None:
    proposal = read(
        "The Jordan Investment Board signed a Memorandum of Understanding on glass with the Chile"
        " Investment Agency, a Loan Agreement for $20 million with the Bank of Arica and a Twinning"
        " Agreement with the City of Iquique of Chile."
    )
    assert [sides(document)[1][0] for document in proposal.documents] == [
        "Chile Investment Agency",
        "Bank of Arica",
        "Iquique",
    ]


def test_capitals_throughout_are_read_like_any_letters() -> None:
    document = only("MEMORANDUM OF UNDERSTANDING ON WATER SIGNED BETWEEN JORDAN AND CHILE")
    assert document.type.value == "memorandum_of_understanding"
    assert [state for _, state in sides(document)] == ["jo", "cl"]


@pytest.mark.xfail(strict=True, reason="pairs joined by 'with', without a verb, are not read")
def test_pairs_may_be_joined_by_with() -> None:
    proposal = read(
        "Universities of Kenya and Chile signed two MoUs: the University of Nakuru with the"
        " University of Arica; and Lake College with Desert College."
    )
    assert len(proposal.documents) == 2


@pytest.mark.xfail(strict=True, reason="a pronoun is not followed back")
def test_what_they_signed_the_next_day_may_be_a_pronoun() -> None:
    proposal = read(
        "On Tuesday Jordan and Chile agreed on the text of an Agreement on visas. On Wednesday they"
        " signed it."
    )
    assert types(proposal) == ["agreement"]
    assert proposal.event.began_on and proposal.event.began_on.value == "2024-05-15"


def test_parties_go_on_behind_a_quotation() -> None:
    document = only(
        'Jordan and Chile signed a Memorandum "On water resources" between the Ministry of Rivers'
        " of Jordan and the Ministry of Lakes of Chile."
    )
    assert document.title.value == (
        'Memorandum "On water resources" between the Ministry of Rivers of Jordan and the'
        " Ministry of Lakes of Chile"
    )
    assert [state for _, state in sides(document)] == ["jo", "cl"]


@pytest.mark.parametrize(
    "vague",
    [
        "agreements between the two countries",
        "agreements in several fields following talks between King Talal Rahim and President Inés"
        " Duarte",
        "documents between ministries, cities and businesses of the two countries",
    ],
)
def test_a_vague_plural_is_no_document(vague: str) -> None:
    text = f"Jordan and Chile signed {vague}. They signed a Protocol on ports."
    assert titles(read(text)) == ["Protocol on ports"]


def test_a_title_ends_before_what_the_president_did() -> None:
    document = only(
        "Jordan and Chile signed a memorandum on small reactors as President Inés Duarte and King"
        " Talal Rahim agreed to deepen cooperation."
    )
    assert document.title.value == "memorandum on small reactors"


def test_who_signed_may_stand_behind_a_colon() -> None:
    document = only(
        "Two papers were signed by Jordan and Chile. The first was concluded by the Ministry of"
        " Rivers of Jordan and the Ministry of Lakes of Chile: a memorandum on clean water."
    )
    assert sides(document) == RIVERS


def test_a_weekday_may_part_the_agreements_from_their_subjects() -> None:
    proposal = read(
        "Jordan and Chile signed three agreements on Sunday, on visas, on olive oil and on farm"
        " work, after talks in Amman."
    )
    assert titles(proposal) == ["on visas", "on olive oil", "on farm work"]


def test_two_pairs_that_signed_the_same_plural_are_two_documents() -> None:
    proposal = read(
        "The Ministry of Rivers of Jordan and the Lakes Institute of Chile, as well as the Ministry"
        " of Labour of Jordan and the Jobs Board of Chile, inked memoranda of understanding."
    )
    assert [[state for _, state in sides(one)] for one in proposal.documents] == [["jo", "cl"]] * 2


def test_two_that_are_to_be_signed_are_both_planned() -> None:
    proposal = read(
        "Jordan and Chile signed a Protocol on dams. Two memoranda, one on engines and one on"
        " port electricity, are to be signed in May by the Ministry of Ports of Jordan."
    )
    assert titles(proposal) == ["Protocol on dams"]


def test_the_verb_agreed_has_bodies_as_its_subject() -> None:
    document = only(
        "The Ministry of Rivers of Jordan and the Ministry of Lakes of Chile also agreed a"
        " memorandum on clean water."
    )
    assert sides(document) == RIVERS


def test_a_road_between_two_towns_names_no_parties() -> None:
    document = only("Jordan and Chile signed an Agreement on the road between Ruse and Giurgiu.")
    assert sides(document) == []
