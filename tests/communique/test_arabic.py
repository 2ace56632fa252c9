"""Communiques in Arabic: "and" and the article are written together with the word."""

from tests.communique.last_types import parties, read, states, titles


def test_and_is_part_of_the_next_word():
    proposal = read(
        "وقعت السعودية وكازاخستان مذكرة تفاهم بين وزارة الثقافة السعودية ووزارة الثقافة والرياضة"
        " الكازاخستانية للأعوام 2023-2025."
    )
    assert proposal.language == "ar"
    assert states(proposal) == ["kz", "sa"]
    assert parties(proposal.documents[0]) == [
        ("وزارة الثقافة السعودية", "agency", "sa"),
        ("وزارة الثقافة والرياضة الكازاخستانية", "agency", "kz"),
    ]
    assert proposal.documents[0].period.last == 2025


def test_subjects_of_several_agreements():
    proposal = read(
        "شهد الرئيس الموريتاني والرئيس السنغالي مراسم توقيع ثلاث اتفاقيات في مجالات الصيد والطاقة"
        " والنقل."
    )
    assert titles(proposal) == [
        ("agreement", "الصيد"),
        ("agreement", "الطاقة"),
        ("agreement", "النقل"),
    ]
    assert proposal.event.total.number == 3


def test_finance_is_not_mali():
    proposal = read(
        "وقع صندوق الكويت للتنمية مع وزارة المالية في جمهورية السودان اتفاقية قرض لتمويل مشروع."
    )
    assert "ml" not in states(proposal)
    assert titles(proposal)[0][0] == "loan_or_grant_agreement"
    assert [name for name, _, _ in parties(proposal.documents[0])] == [
        "صندوق الكويت للتنمية",
        "وزارة المالية في جمهورية السودان",
    ]


def test_what_is_planned_and_what_was_signed_before():
    proposal = read(
        "وقع وزير الخارجية المصري ونظيره المغربي مذكرة تفاهم بشأن التشاور السياسي. ومن المقرر أن"
        " يوقع البلدان اتفاقية للنقل البحري. وكان البلدان قد وقعا اتفاقية للغاز عام 2018."
    )
    assert titles(proposal) == [("memorandum_of_understanding", "مذكرة تفاهم بشأن التشاور السياسي")]


def test_vowel_signs_change_nothing_and_stay_in_the_words():
    text = (
        "وقّع الأردن وسلطنة عُمان مذكّرة تفاهم بين دائرة المكتبة الوطنية الأردنية وهيئة الوثائق"
        " والمحفوظات الوطنية العُمانية."
    )
    proposal = read(text)
    assert states(proposal) == ["jo", "om"]
    assert parties(proposal.documents[0]) == [
        ("دائرة المكتبة الوطنية الأردنية", "agency", "jo"),
        ("هيئة الوثائق والمحفوظات الوطنية العُمانية", "agency", "om"),
    ]
    title = proposal.documents[0].title
    assert title.value == title.span.of(text) == text[text.index("مذكّرة") : -1]
    assert proposal.text == text


def test_between_is_not_the_philippines():
    assert "ph" not in states(read("وقع الأردن والعراق اتفاقية بين وزارة المياه ووزارة النفط."))


def test_a_name_after_and_or_to_is_read():
    said = read("زيارة الرئيس الكيني لبولندا: توقيع اتفاقية بين حكومتي كينيا وبولندا.")
    assert states(said) == ["ke", "pl"]
