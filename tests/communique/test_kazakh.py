"""Communiques in Kazakh."""

from tests.communique.last_types import parties, read, states, titles

LEAD = "Қазақстан мен Грузия президенттері Астанада кездесті. "


def test_men_joins_parties_and_zhane_stands_within_them():
    proposal = read(
        "Қазақстан Республикасының Мәдениет және ақпарат министрлігі мен Грузияның Мәдениет"
        " министрлігі арасындағы 2025–2027 жылдарға арналған ынтымақтастық бағдарламасына қол"
        " қойылды."
    )
    (document,) = proposal.documents
    assert proposal.language == "kk"
    assert document.title.value.endswith("ынтымақтастық бағдарламасына")
    assert parties(document) == [
        ("Қазақстан Республикасының Мәдениет және ақпарат министрлігі", "agency", "kz"),
        ("Грузияның Мәдениет министрлігі", "agency", "ge"),
    ]
    assert (document.period.first, document.period.last) == (2025, 2027)


def test_the_other_party_in_the_instrumental():
    proposal = read(
        "Ақтөбе облысының әкімдігі Орынбор облысының үкіметімен сауда-экономикалық ынтымақтастық"
        " туралы келісім жасасты."
    )
    assert titles(proposal) == [("agreement", "сауда-экономикалық ынтымақтастық туралы келісім")]
    assert parties(proposal.documents[0]) == [
        ("Ақтөбе облысының әкімдігі", "region", "kz"),
        ("Орынбор облысының үкіметімен", "region", "ru"),
    ]


def test_firms_that_sign_stand_before_the_title():
    proposal = read(
        LEAD + "«ҚазТеңізПорт» АҚ мен «Поти Терминал» компаниясы контейнер тасымалы жөніндегі"
        " шартқа қол қойды."
    )
    assert titles(proposal) == [("contract", "контейнер тасымалы жөніндегі шартқа")]
    assert [kind for _, kind, _ in parties(proposal.documents[0])] == ["company", "company"]


def test_heads_of_government_sign_a_statement():
    proposal = read(
        "Қазақстан Премьер-министрі Данияр Сәбитов пен Грузия Премьер-министрі Леван Чхаидзе"
        " келіссөз қорытындысы бойынша Бірлескен мәлімдемеге қол қойды."
    )
    assert titles(proposal) == [("joint_statement", "Бірлескен мәлімдемеге")]
    assert proposal.documents[0].is_signed_by_heads


def test_cities_and_memoranda_of_brotherhood():
    proposal = read(
        LEAD + "Қарағанды қаласы мен Батуми қаласы арасында бауырлас қала туралы меморандум"
        " жасалды."
    )
    assert proposal.documents[0].type.value == "memorandum"
    assert [kind for _, kind, _ in parties(proposal.documents[0])] == ["city", "city"]


def test_a_treaty_of_long_ago_and_one_to_come():
    proposal = read(
        LEAD + "Екі ел арасындағы тату көршілік туралы шарт 2013 жылы бекітілген еді."
        " Инвестицияларды қорғау туралы жаңа келісімге қол қою жоспарланып отыр."
    )
    assert proposal.documents == []
    assert [one.why for one in proposal.not_signed_now] == ["older", "planned"]


def test_more_than_thirty():
    total = read(LEAD + "Форумда 30-дан астам құжатқа қол қойылды.").event.total
    assert (total.number, total.qualifier) == (30, "more_than")


def test_the_state_whose_press_writes_need_not_be_named():
    proposal = read(
        "Сыртқы істер министрі Марат Оспанов пен Венгрия Сыртқы істер министрі Петер Ковач"
        " өзара түсіністік туралы меморандумға қол қойды."
    )
    assert states(proposal) == ["hu", "kz"]
