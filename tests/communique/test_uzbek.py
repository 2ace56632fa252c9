"""Communiques in Uzbek, in Latin and in Cyrillic letters."""

from tests.communique.last_types import parties, read, states, titles

LEAD = "Oʻzbekiston va Koreya Respublikasi prezidentlari Toshkentda uchrashdi. "


def test_va_joins_parties_and_stands_within_them():
    proposal = read(
        "Ўзбекистон Республикаси Рақамли технологиялар вазирлиги ва Озарбайжон Республикаси"
        " Рақамли ривожланиш ва транспорт вазирлиги ўртасидаги англашув меморандуми имзоланди."
    )
    assert proposal.language == "uz"
    assert parties(proposal.documents[0]) == [
        ("Ўзбекистон Республикаси Рақамли технологиялар вазирлиги", "agency", "uz"),
        ("Озарбайжон Республикаси Рақамли ривожланиш ва транспорт вазирлиги", "agency", "az"),
    ]


def test_the_subject_stands_before_the_type():
    proposal = read(
        LEAD + "Uchrashuv yakunida yangi sheriklik tamoyillari toʻgʻrisidagi deklaratsiya hamda"
        " transport va logistika sohalaridagi hamkorlik toʻgʻrisidagi anglashuv memorandumi"
        " imzolandi."
    )
    assert titles(proposal) == [
        ("declaration", "yangi sheriklik tamoyillari toʻgʻrisidagi deklaratsiya"),
        (
            "memorandum_of_understanding",
            "transport va logistika sohalaridagi hamkorlik toʻgʻrisidagi anglashuv memorandumi",
        ),
    ]


def test_an_academy_under_the_president_is_a_university():
    proposal = read(
        LEAD + "Oʻzbekiston Respublikasi Prezidenti huzuridagi Davlat boshqaruvi akademiyasi va"
        " Koreya davlat boshqaruvi instituti oʻrtasida hamkorlik dasturi imzolandi."
    )
    assert parties(proposal.documents[0])[0] == (
        "Oʻzbekiston Respublikasi Prezidenti huzuridagi Davlat boshqaruvi akademiyasi",
        "university",
        "uz",
    )


def test_ministries_of_both_are_one_phrase_for_two_parties():
    proposal = read(
        LEAD + "Ikki mamlakat adliya vazirliklari oʻrtasida hamkorlik dasturi qabul qilindi."
    )
    assert parties(proposal.documents[0]) == [
        ("Ikki mamlakat adliya vazirliklari", "agency", "uz"),
        ("Ikki mamlakat adliya vazirliklari", "agency", "kr"),
    ]


def test_who_signs_with_bilan_stands_before_the_title():
    proposal = read(
        "Oʻzbekiston Respublikasi Adliya vazirligi Qozogʻiston Respublikasi Adliya vazirligi"
        " bilan 2024-2025-yillarga moʻljallangan hamkorlik dasturini imzoladi."
    )
    assert titles(proposal) == [
        ("programme", "2024-2025-yillarga moʻljallangan hamkorlik dasturini")
    ]
    assert [state for _, _, state in parties(proposal.documents[0])] == ["uz", "kz"]


def test_a_shartnoma_of_states_is_a_treaty_and_one_of_firms_a_contract():
    of_states = read(LEAD + "Prezidentlar Ittifoqchilik toʻgʻrisidagi shartnomani imzoladi.")
    assert titles(of_states) == [("treaty", "Ittifoqchilik toʻgʻrisidagi shartnomani")]
    assert of_states.documents[0].is_signed_by_heads
    of_firms = read(
        LEAD + "«Oʻzbekneftgaz» AJ va KOGAS kompaniyasi oʻrtasida gaz yetkazib berish boʻyicha"
        " shartnoma imzolandi."
    )
    assert of_firms.documents[0].type.value == "contract"


def test_as_many_agreements_as_subjects():
    proposal = read(
        LEAD + "Turizm, qishloq xoʻjaligi va logistika sohalarida uchta kelishuv imzolandi."
    )
    assert [title for _, title in titles(proposal)] == [
        "Turizm",
        "qishloq xoʻjaligi",
        "logistika",
    ]


def test_totals_of_now_and_of_the_past():
    assert read(LEAD + "Yakunda toʻrtta hujjat imzolandi.").event.total.number == 4
    assert read(LEAD + "Oʻn ikkita hujjat imzolandi.").event.total.number == 12
    past = read(LEAD + "Hozirgacha ikki davlat oʻrtasida 150 dan ortiq hujjat imzolangan.")
    assert past.event.total is None


def test_drafts_and_treaties_reaffirmed_are_not_signed_now():
    proposal = read(
        "Тошкентда Ўзбекистон ва Озарбайжон раҳбарлари учрашди. Томонлар 1996 йилда имзоланган"
        " Дўстлик тўғрисидаги шартномага содиқлигини тасдиқлади. Жамғарма тузиш ҳақидаги битим"
        " кузда имзоланиши кутилмоқда."
    )
    assert proposal.documents == []
    assert [one.why for one in proposal.not_signed_now] == ["older", "planned"]
    assert states(proposal) == ["az", "uz"]
