"""Russian: lists and prose, cases, nested bodies and abbreviations."""

from __future__ import annotations

from datetime import date

import pytest

from tests.communique import reading
from tests.communique.reading import (
    THURSDAY,
    doubted,
    kinds,
    sides,
    titles,
    types,
    years,
)

WATER = (
    "Меморандум о взаимопонимании по вопросам воды между Министерством рек Республики Казахстан и"
    " Министерством озёр Монголии"
)
AIR = "Соглашение между Правительством Республики Казахстан и Правительством Монголии о полётах"
ARTS = "Программа обмена артистами на 2025–2027 годы"
ITEMS = [WATER, AIR, ARTS]
LEAD = "По итогам переговоров в Алматы Казахстан и Монголия подписали следующие документы:"
BODIES = "Министерством рек Республики Казахстан и Министерством озёр Монголии"
RIVERS = [("Министерством рек Республики Казахстан", "kz"), ("Министерством озёр Монголии", "mn")]


def read(text: str, published_on: date | None = THURSDAY) -> reading.Proposal:
    return reading.read(text, "ru", published_on)


def only(text: str) -> reading.Document:
    return reading.only(text, "ru")


# ---- lists


@pytest.mark.parametrize("sign", ["- ", "-", "– ", "— ", "• ", "· ", "* ", ""])
@pytest.mark.parametrize("end", [";", "", "."])
def test_a_list_may_have_any_sign_and_any_end(sign: str, end: str) -> None:
    proposal = read("\n".join([LEAD, *(f"{sign}{item}{end}" for item in ITEMS)]))
    assert titles(proposal) == ITEMS
    assert types(proposal) == ["memorandum_of_understanding", "agreement", "programme"]
    assert [len(document.parties) for document in proposal.documents] == [2, 2, 0]


@pytest.mark.parametrize("signs", ["1. 2. 3.", "1) 2) 3)", "а) б) в)", "А) Б) В)", "I. II. III."])
def test_a_list_may_be_numbered_or_lettered(signs: str) -> None:
    lines = (f"{sign} {item};" for sign, item in zip(signs.split(), ITEMS, strict=True))
    assert titles(read("\n".join([LEAD, *lines]))) == ITEMS


def test_a_list_may_run_on_in_one_sentence() -> None:
    assert titles(read(f"{LEAD} {WATER}; {AIR}; {ARTS}.")) == ITEMS


def test_documents_of_one_sentence_are_parted_by_commas() -> None:
    text = (
        "Казахстан и Монголия подписали Соглашение о полётах, Меморандум о взаимопонимании по"
        " вопросам воды, Протокол о музеях и Программу обмена артистами."
    )
    assert types(read(text)) == [
        "agreement",
        "memorandum_of_understanding",
        "protocol",
        "programme",
    ]


def test_quoted_titles_may_follow_one_another() -> None:
    text = "Казахстан и Монголия подписали «Соглашение о полётах» и «Протокол о музеях»."
    assert titles(read(text)) == ["Соглашение о полётах", "Протокол о музеях"]


# ---- prose


@pytest.mark.parametrize(
    "sentence",
    [
        f"Между {BODIES} подписан Протокол о плотинах.",
        f"Подписан Протокол о плотинах между {BODIES}.",
        f"Протокол о плотинах подписан между {BODIES}.",
        f"Состоялось подписание Протокола о плотинах между {BODIES}.",
        f"Был заключён Протокол о плотинах между {BODIES}.",
        f"Протокол о плотинах был подписан {BODIES}.",
    ],
)
def test_parties_are_read_wherever_the_verb_stands(sentence: str) -> None:
    document = only(sentence)
    assert document.type.value == "protocol"
    assert sides(document) == RIVERS


def test_parties_may_be_the_subject_of_the_verb() -> None:
    document = only(
        "Министерство рек Казахстана и Министерство озёр Монголии подписали Протокол о плотинах."
    )
    assert document.title.value == "Протокол о плотинах"
    assert sides(document) == [
        ("Министерство рек Казахстана", "kz"),
        ("Министерство озёр Монголии", "mn"),
    ]


def test_the_other_party_may_follow_with() -> None:
    document = only(
        "Министерство рек Казахстана подписало Протокол о плотинах с Министерством озёр Монголии."
    )
    assert [state for _, state in sides(document)] == ["kz", "mn"]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Меморандум о взаимопонимании", "memorandum_of_understanding"),
        ("Меморандум о сотрудничестве", "memorandum_of_cooperation"),
        ("Меморандум", "memorandum"),
        ("Соглашение", "agreement"),
        ("Рамочное соглашение", "framework_agreement"),
        ("Договор", "treaty"),
        ("Конвенция", "convention"),
        ("Протокол", "protocol"),
        ("Программа", "programme"),
        ("План мероприятий", "plan"),
        ("Дорожная карта", "roadmap"),
        ("«Дорожная карта»", "roadmap"),
        ("Совместное заявление", "joint_statement"),
        ("Совместная декларация", "joint_declaration"),
        ("Декларация", "declaration"),
    ],
)
def test_the_words_for_a_type_are_its_code(said: str, code: str) -> None:
    text = f"{LEAD}\n- {said} по вопросам плотин;\n- Протокол о музеях."
    assert types(read(text))[0] == code


def test_a_treaty_between_firms_is_a_contract() -> None:
    document = only(
        "Договор о поставке шерсти подписан между компанией «Тулпар» из Казахстана и компанией"
        " «Говь» из Монголии."
    )
    assert document.type.value == "contract"
    assert kinds(document) == ["company", "company"]


def test_one_plural_word_is_a_document_for_each_field() -> None:
    proposal = read("Казахстан и Монголия подписали меморандумы о туризме, о спорте и о воде.")
    assert titles(proposal) == ["о туризме", "о спорте", "о воде"]


def test_a_plural_word_for_papers_makes_no_row() -> None:
    assert read("Казахстан и Монголия подписали ряд документов.").documents == []


# ---- parties


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ("Агентством по делам молодёжи при Президенте Республики Узбекистан", "uz"),
        ("Институтом права при Министерстве юстиции Республики Узбекистан", "uz"),
        ("Комитетом по семенам Министерства полей Республики Узбекистан", "uz"),
        ("Министерством культуры, информации и туризма Узбекистана", "uz"),
        ("Комитетом по охране лесов и вод Узбекистана", "uz"),
        ("узбекским Министерством полей", "uz"),
        ("Министерством полей Узбекистана", "uz"),
        ("Министерством полей РУз", "uz"),
    ],
)
def test_a_body_is_read_whole_with_its_state(body: str, state: str) -> None:
    document = only(f"Протокол об обмене подписан между {body} и Советом по семенам Монголии.")
    assert sides(document) == [(body, state), ("Советом по семенам Монголии", "mn")]


@pytest.mark.parametrize(
    ("short", "state"), [("РФ", "ru"), ("РК", "kz"), ("РТ", "tj"), ("КР", "kg"), ("КНР", "cn")]
)
def test_an_abbreviation_says_the_state(short: str, state: str) -> None:
    named = {
        "ru": "Россия",
        "kz": "Казахстан",
        "tj": "Таджикистан",
        "kg": "Кыргызстан",
        "cn": "Китай",
    }
    document = only(
        f"{named[state]} и Монголия сблизились. Протокол об обмене подписан между Минздравом"
        f" {short} и Минздравом Монголии."
    )
    assert sides(document) == [(f"Минздравом {short}", state), ("Минздравом Монголии", "mn")]


def test_an_abbreviation_of_a_state_that_the_text_never_names_says_nothing() -> None:
    document = only("Протокол об обмене подписан между Минздравом РТ и Минздравом Монголии.")
    assert [state for _, state in sides(document)] == [None, "mn"]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("городом Алматы", "городом Улан-Батор", "city"),
        ("Костанайской областью Казахстана", "Селенгинским аймаком Монголии", "region"),
        ("Университетом степи Казахстана", "Университетом рек Монголии", "university"),
        ("Академией наук Казахстана", "Академией наук Монголии", "other"),
        ("Национальным банком Казахстана", "Банком Монголии", "agency"),
        ("Правительством Казахстана", "Правительством Монголии", "state"),
    ],
)
def test_a_body_has_the_kind_of_its_noun(left: str, right: str, kind: str) -> None:
    document = only(f"Протокол об обмене подписан между {left} и {right}.")
    assert kinds(document) == [kind, kind]
    assert [state for _, state in sides(document)] == ["kz", "mn"]


@pytest.mark.parametrize(
    "plural",
    [
        "министерствами культуры двух стран",
        "министерствами культуры Казахстана и Монголии",
        "МИД двух стран",
        "правительствами двух стран",
    ],
)
def test_one_plural_phrase_stands_for_a_body_of_each_side(plural: str) -> None:
    document = only(f"Казахстан и Монголия: подписан Протокол о музеях между {plural}.")
    assert {state for _, state in sides(document)} == {"kz", "mn"}


def test_plural_ministries_are_a_doubt() -> None:
    document = only(
        "Казахстан и Монголия сблизились. Подписан Протокол о музеях между министерствами культуры"
        " двух стран."
    )
    assert "collective" in doubted(document)


def test_three_parties_are_three() -> None:
    document = only(
        "Подписан Протокол о дорогах между Министерством дорог Казахстана, Министерством"
        " транспорта Монголии и Агентством мостов Узбекистана."
    )
    assert [state for _, state in sides(document)] == ["kz", "mn", "uz"]


def test_the_parties_of_an_item_may_stand_before_its_type() -> None:
    proposal = read(
        "Были подписаны:\n"
        "1) между Правительством Республики Казахстан и Правительством Монголии – Соглашение о"
        " визах;\n"
        f"2) между {BODIES} – Протокол о плотинах."
    )
    assert titles(proposal) == ["Соглашение о визах", "Протокол о плотинах"]
    assert sides(proposal.documents[1]) == RIVERS


def test_a_state_may_stand_in_brackets() -> None:
    document = only(
        "Подписан Меморандум о туризме между Акиматом Костанайской области (Республика Казахстан) и"
        " Селенгинским аймаком (Монголия)."
    )
    assert kinds(document) == ["region", "region"]
    assert [state for _, state in sides(document)] == ["kz", "mn"]


def test_ministers_sign_for_their_ministries() -> None:
    document = only(
        "Главы МИД Казахстана и Монголии Ерлан Сагатов и Бат Дорж подписали Программу обмена между"
        " министерствами иностранных дел на 2025–2027 годы."
    )
    assert {state for _, state in sides(document)} == {"kz", "mn"}
    assert not document.is_signed_by_heads


@pytest.mark.parametrize("dateline", ["АЛМАТЫ, 16 мая — ", "АЛМАТЫ, 16 мая /Степь/. ", "Алматы. "])
def test_a_dateline_is_no_part_of_a_party(dateline: str) -> None:
    document = only(
        f"{dateline}Министерство рек Казахстана и Министерство озёр Монголии подписали Протокол о"
        " плотинах."
    )
    assert sides(document) == [
        ("Министерство рек Казахстана", "kz"),
        ("Министерство озёр Монголии", "mn"),
    ]


def test_a_quoted_title_holds_names_in_quotation_marks() -> None:
    document = only(
        "Подписано «Рамочное соглашение между Государственным концерном «Казруда» Казахстана и"
        " монгольской компанией «Алтан» по проекту рудника»."
    )
    assert document.title.value.startswith("Рамочное соглашение между Государственным концерном")
    assert document.title.value.endswith("«Алтан» по проекту рудника")


def test_parties_in_the_genitive() -> None:
    document = only(
        "Подписан План действий Агентства рек при Президенте Республики Казахстан и Главного"
        " управления озёр Монголии на 2024–2026 годы."
    )
    assert [state for _, state in sides(document)] == ["kz", "mn"]
    assert years(document) == (2024, 2026)


def test_years_behind_a_quotation_belong_to_the_title() -> None:
    title = "Дорожная карта «Чистая вода» до 2025 года"
    document = only(f"{LEAD}\n- {title};")
    assert document.title.value == title
    assert years(document) == (None, 2025)


def test_signatures_under_a_treaty() -> None:
    document = only(
        "Президенты Казахстана и Монголии поставили подписи под Договором о партнёрстве между"
        " Республикой Казахстан и Монголией."
    )
    assert document.type.value == "treaty"


def test_adjectives_of_one_noun_are_no_subjects() -> None:
    text = (
        "Казахстан и Монголия встретились. Соглашения о торговом, научном и культурном"
        " сотрудничестве подписали Иртышская область и Центральный аймак, Городской музей"
        " Казахстана и Степной музей Монголии."
    )
    assert len(read(text).documents) == 2


def test_what_a_parliament_approves_is_ratified() -> None:
    text = (
        "Парламент Монголии одобрил соглашение с Казахстаном. Соглашение о фонде министры"
        " подписали в Алматы в прошлом году."
    )
    assert read(text).documents == []
