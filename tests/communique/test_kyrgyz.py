"""Communiques in Kyrgyz."""

from datetime import date

from tests.communique.last_types import parties, read, titles

LEAD = "Кыргызстан менен Түркиянын президенттери Бишкекте жолугушту. "


def test_parties_right_before_the_subject_belong_to_the_title():
    proposal = read(
        "Каракол шаары менен Бухара шаарынын ортосунда туризм боюнча меморандумга кол коюлду."
        " Кыргызстан менен Өзбекстандын шаарлары мурда да кызматташкан."
    )
    assert proposal.language == "ky"
    assert titles(proposal) == [
        (
            "memorandum",
            "Каракол шаары менен Бухара шаарынын ортосунда туризм боюнча меморандумга",
        )
    ]
    assert parties(proposal.documents[0]) == [
        ("Каракол шаары", "city", "kg"),
        ("Бухара шаарынын", "city", "uz"),
    ]


def test_the_second_party_before_menen():
    proposal = read(
        LEAD + "Нарын мамлекеттик университети Эрзурум техникалык университети менен"
        " студенттерди алмашуу жөнүндө келишим түздү."
    )
    assert titles(proposal) == [("agreement", "студенттерди алмашуу жөнүндө келишим")]
    assert parties(proposal.documents[0]) == [
        ("Нарын мамлекеттик университети", "university", "kg"),
        ("Эрзурум техникалык университети", "university", "tr"),
    ]


def test_the_cabinet_is_the_state_and_an_agency_is_under_the_president():
    proposal = read(
        LEAD + "Төмөнкү документтерге кол коюлду:\n\n"
        "- Кыргыз Республикасынын Министрлер Кабинети менен Түркия Республикасынын Өкмөтүнүн"
        " ортосундагы аба каттамы жөнүндө макулдашуу;\n"
        "- Кыргыз Республикасынын Президентине караштуу Инвестициялар боюнча улуттук агенттик"
        " менен Түркиянын Инвестиция кеңсесинин ортосундагы меморандум.\n"
    )
    first, second = proposal.documents
    assert [kind for _, kind, _ in parties(first)] == ["state", "state"]
    assert parties(second)[0] == (
        "Кыргыз Республикасынын Президентине караштуу Инвестициялар боюнча улуттук агенттик",
        "agency",
        "kg",
    )


def test_two_cities_under_one_plural_sign():
    proposal = read("Бишкек жана Казань шаарлары боордош шаар макулдашуусуна кол коюшту.")
    assert titles(proposal) == [("twinning_agreement", "боордош шаар макулдашуусуна")]
    assert parties(proposal.documents[0]) == [("Бишкек", "city", "kg"), ("Казань", "city", "ru")]


def test_a_session_signs_its_protocol():
    proposal = read(LEAD + "Тараптар жыйындын протоколуна кол коюшту.")
    assert titles(proposal) == [("protocol", "жыйындын протоколуна")]


def test_in_force_and_planned_are_not_signed_now():
    proposal = read(
        LEAD + "Аэропортту кеңейтүү боюнча алкактык макулдашууга келерки жылы кол коюу"
        " пландалууда. 1997-жылкы Түбөлүк достук жөнүндө келишим күчүндө."
    )
    assert proposal.documents == []
    assert [one.why for one in proposal.not_signed_now] == ["planned", "older"]


def test_the_total_in_words_and_the_day_of_the_dateline():
    proposal = read(
        "20-сентябрь, Бишкек. Кыргызстан менен Кувейт алты документке кол койду.",
        date(2023, 9, 20),
    )
    assert proposal.event.total.number == 6
    assert proposal.event.began_on.value == "2023-09-20"
