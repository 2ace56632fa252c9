"""Every value points at the words that say it, and the same text is always read the same way."""

from __future__ import annotations

import random

import pytest

from agreements.communique.proposal import Span
from agreements.communique.report import as_json
from tests.communique.reading import THURSDAY, quoted, read, spans

PLAIN = (
    "AMMAN, May 16 – King Talal Rahim of Jordan and President Inés “Nena” Duarte of Chile signed a"
    " Joint Declaration on Thursday. Four documents were signed in all."
)
LIST = (
    "\nThe following documents were signed:\n"
    "1. Memorandum of Understanding (MoU) on water between the Ministry of Rivers of Jordan\n"
    "and the Ministry of Lakes of Chile for 2025-27;\n"
    "2. Protocol on museums between the ministries of culture;\n"
    "3) Agreement between the Kenyan Roads Agency and Petra Solar Company of Jordan."
)
LATER = (
    "\nThe Protocol on museums was signed by Minister Sami Haddad and Minister Luis Rojo. An"
    " Agreement on visas will be signed next year."
)
RUSSIAN = (
    "16 мая в Алматы подписан Меморандум о взаимопонимании между Министерством рек Республики"
    " Казахстан и Министерством озёр Монголии на 2025–2027 годы. Всего подписано более десяти"
    " документов."
)
TEXTS = {
    "prose": PLAIN,
    "list": PLAIN + LIST,
    "all": PLAIN + LIST + LATER,
    "windows": (PLAIN + LIST + LATER).replace("\n", "\r\n"),
    "spaces": (PLAIN + LIST).replace(" of ", "  of "),
    "no-break": (PLAIN + LIST).replace("of Jordan", "of\u00a0Jordan"),
    "capitals": (PLAIN + LIST).upper(),
    "long letters": "Straße İstanbul ﬁle ǆ Œuvre… " * 5 + PLAIN + LIST,
    "combining": "Ine\u0301s Duarte. " * 5 + PLAIN.replace("é", "e\u0301") + LIST,
    "beyond the plane": "🤝🇯🇴🇨🇱 " * 5 + PLAIN + LIST,
    "russian": RUSSIAN,
}


def joined(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_words_of_a_value_stand_where_it_points(text: str) -> None:
    proposal = read(text, None)
    found = list(quoted(proposal))
    assert proposal.documents
    for said in found:
        assert joined(said.span.of(text)) == joined(said.value)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_span_is_empty_or_out_of_the_text(text: str) -> None:
    for span in spans(read(text, None)):
        assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_span_begins_or_ends_in_space(text: str) -> None:
    for said in quoted(read(text, None)):
        assert said.span.of(text) == said.span.of(text).strip()


def test_a_value_keeps_the_letters_of_the_text() -> None:
    text = (
        "A Protocol was signed between the MINISTRY of Rivers of Jordan and the Ministère of Chile."
    )
    assert "MINISTRY of Rivers of Jordan" in [said.value for said in quoted(read(text))]


def test_the_type_of_a_document_points_at_its_word() -> None:
    text = PLAIN + LIST
    assert [document.type.span.of(text) for document in read(text).documents] == [
        "Joint Declaration",
        "Memorandum of Understanding (MoU)",
        "Protocol",
        "Agreement",
    ]


def test_the_state_of_a_party_points_at_its_word() -> None:
    text = PLAIN + LIST
    memorandum = read(text).documents[1]
    words = [party.state_span.of(text) for party in memorandum.parties if party.state_span]
    assert words == ["Jordan", "Chile"]


def test_the_day_points_at_its_words() -> None:
    text = "Jordan and Chile signed an Agreement on visas on 14 May 2024."
    day = read(text).event.began_on
    assert day and day.span.of(text) == "14 May 2024"


def test_the_states_of_the_event_point_at_where_they_are_first_said() -> None:
    text = "Jordan and Chile signed an Agreement on visas. Chile thanked Jordan."
    assert [(state.code, state.span) for state in read(text).event.states] == [
        ("cl", Span(11, 16)),
        ("jo", Span(0, 6)),
    ]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_same_text_gives_the_same_proposal(text: str) -> None:
    assert read(text, None) == read(text, None)


def test_what_was_read_before_makes_no_difference() -> None:
    before = {name: read(text, None) for name, text in TEXTS.items()}
    names = list(TEXTS)
    random.Random(7).shuffle(names)
    assert {name: read(TEXTS[name], None) for name in names} == before


def test_the_text_of_the_proposal_is_the_text_that_was_given() -> None:
    for text in TEXTS.values():
        assert read(text, None).text == text


def test_the_report_has_the_same_places() -> None:
    text = PLAIN + LIST
    report = as_json(read(text, None, THURSDAY))
    for document in report["documents"]:
        start, end = document["span"]
        assert joined(text[start:end]) == document["title"]


def test_text_around_it_moves_the_places_and_nothing_else() -> None:
    text = "A Protocol on dams was signed between the Ministry of Rivers of Jordan and Chile."
    moved = read("\n\n   " + text)
    for here, there in zip(quoted(read(text)), quoted(moved), strict=True):
        assert here.value == there.value
        assert there.span.start - here.span.start == 5
