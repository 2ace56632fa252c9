"""Communiques in Tajik: the type first, the verb last."""

from datetime import date

from tests.communique.last_types import parties, read, titles

LEAD = "Тоҷикистону Эрон дар Душанбе музокирот анҷом доданд. "


def test_a_title_ends_with_the_ending_of_the_object():
    proposal = read(
        LEAD + "Созишнома дар бораи истирдоди маҳкумшудагонро вазирони адлияи ду кишвар ба имзо"
        " расонданд."
    )
    assert proposal.language == "tg"
    assert titles(proposal) == [("agreement", "Созишнома дар бораи истирдоди маҳкумшудагонро")]
    assert proposal.documents[0].is_signed_by_heads is False


def test_parties_between_the_type_and_the_subject():
    proposal = read(
        "Созишнома байни Ҳукумати Ҷумҳурии Тоҷикистон ва Ҳукумати Туркманистон дар бораи"
        " паймонкории ҳавоӣ аз ҷониби вазири нақлиёт Азиз Сафаров ба имзо расид."
    )
    assert proposal.documents[0].title.value.endswith("паймонкории ҳавоӣ")
    assert parties(proposal.documents[0]) == [
        ("Ҳукумати Ҷумҳурии Тоҷикистон", "state", "tj"),
        ("Ҳукумати Туркманистон", "state", "tm"),
    ]


def test_parties_before_the_type():
    between = read(
        "Миёни Кумитаи рушди сайёҳии назди Ҳукумати Ҷумҳурии Тоҷикистон ва Вазорати мероси"
        " фарҳангии Эрон Барномаи ҳамкорӣ барои солҳои 2023–2025 имзо гардид."
    )
    assert titles(between) == [("programme", "Барномаи ҳамкорӣ барои солҳои 2023–2025")]
    assert [state for _, _, state in parties(between.documents[0])] == ["tj", "ir"]
    subject = read(
        "Донишгоҳи давлатии Суғд ва Донишгоҳи Машҳади Эрон Ёддошти тафоҳум имзо намуданд."
    )
    assert titles(subject) == [("memorandum_of_understanding", "Ёддошти тафоҳум")]
    assert [kind for _, kind, _ in parties(subject.documents[0])] == ["university", "university"]


def test_two_documents_joined_by_va():
    proposal = read(
        "Созишнома оид ба ҳамкорӣ байни вилояти Суғд ва вилояти Фарғона ва Ёддошти тафоҳум байни"
        " шаҳрҳои Панҷакент ва Самарқандро роҳбарон ба имзо расонданд."
    )
    assert [kind for kind, _ in titles(proposal)] == ["agreement", "memorandum_of_understanding"]
    assert parties(proposal.documents[1]) == [
        ("Панҷакент", "city", "tj"),
        ("Самарқандро", "city", "uz"),
    ]


def test_what_a_committee_is_for_belongs_to_its_name():
    proposal = read(
        "Нақшаи чорабиниҳо байни Кумитаи телевизиони Ҷумҳурии Тоҷикистон ва Кумитаи давлатии"
        " Туркманистон оид ба телевизион ва радио ба имзо расид."
    )
    assert parties(proposal.documents[0])[1][0] == (
        "Кумитаи давлатии Туркманистон оид ба телевизион ва радио"
    )


def test_the_presidents_sign_a_treaty():
    proposal = read(
        "Президентҳо Аҳдномаи муносибатҳои иттифоқӣ байни Ҷумҳурии Тоҷикистон ва Ҷумҳурии"
        " Ӯзбекистонро имзо карданд."
    )
    assert proposal.documents[0].type.value == "treaty"
    assert proposal.documents[0].is_signed_by_heads


def test_as_many_agreements_as_subjects_and_none_to_come():
    proposal = read(
        LEAD + "Ду созишномаи дигар соҳаи варзиш ва ҳифзи муҳити зистро фаро мегиранд."
        " Созишнома дар бораи тиҷорати имтиёзнок тобистон ба имзо мерасад."
    )
    assert [title for _, title in titles(proposal)] == ["соҳаи варзиш", "ҳифзи муҳити зистро"]
    assert [one.why for one in proposal.not_signed_now] == ["planned"]


def test_more_than_twenty_but_not_those_since_1992():
    proposal = read(
        "21 апрели соли 2022 дар Душанбе Тоҷикистону Ӯзбекистон беш аз 20 санади нав имзо карданд."
        " Аз соли 1992 то имрӯз ду кишвар 230 санад имзо кардаанд.",
        date(2022, 4, 22),
    )
    assert (proposal.event.total.number, proposal.event.total.qualifier) == (20, "more_than")
    assert proposal.event.began_on.value == "2022-04-21"


def test_a_title_goes_on_behind_the_ending_of_the_object_to_what_it_is_about():
    proposal = read(
        "Президентони Тоҷикистон ва Туркманистон Изҳороти муштаракро оид ба таҳкими шарикии"
        " стратегӣ байни Ҷумҳурии Тоҷикистон ва Туркманистон имзо карданд."
    )
    assert titles(proposal) == [
        (
            "joint_statement",
            "Изҳороти муштаракро оид ба таҳкими шарикии стратегӣ байни Ҷумҳурии Тоҷикистон ва"
            " Туркманистон",
        )
    ]


def test_certification_in_the_name_of_an_agency_is_no_certificate():
    proposal = read(
        "Ёддошти тафоҳум байни Агентии стандартизатсия, метрология, сертификатсия ва нозироти"
        " савдои назди Ҳукумати Ҷумҳурии Тоҷикистон ва Созмони миллии стандартҳои Эрон имзо шуд."
    )
    assert [kind for kind, _ in titles(proposal)] == ["memorandum_of_understanding"]
