"""A second release in another language is matched by what both say, not by words."""

from __future__ import annotations

import pytest
from django.test import Client

from agreements.editing.communiques import keeping
from agreements.editing.communiques.labels import short_label
from agreements.models import Communique, Document, Event
from tests.admin.communique_desk import address, errors, save, send
from tests.admin.conftest import signed_in
from tests.communiques import PAPER, paper

RUSSIAN = """АСТАНА, 4 мая 2023 года. - По итогам переговоров в Астане в присутствии Президента \
Республики Таджикистан Эмомали Рахмона и Президента Республики Казахстан Касым-Жомарта Токаева \
состоялась церемония подписания документов.

Главы государств подписали Декларацию о союзническом взаимодействии между Республикой Таджикистан \
и Республикой Казахстан.

В присутствии глав государств были подписаны следующие документы:

- Меморандум о взаимопонимании по сотрудничеству между Центром стратегических исследований при \
Президенте Республики Таджикистан и Институтом стратегических исследований при Президенте \
Республики Казахстан;

- Протокол между Таможенной службой при Правительстве Республики Таджикистан и Министерством \
финансов Республики Казахстан об организации обмена предварительной информацией о товарах;

- Меморандум о взаимопонимании по установлению побратимских связей между городами Худжанд \
Республики Таджикистан и Туркестан Республики Казахстан;

- «Дорожную карту» по расширению сотрудничества в области сельского хозяйства между Министерством \
сельского хозяйства Республики Таджикистан и Министерством сельского хозяйства Республики \
Казахстан на 2023-2025 годы;

- Программу сотрудничества между Министерством иностранных дел Республики Таджикистан и \
Министерством иностранных дел Республики Казахстан на 2023-2025 годы.

Всего в рамках государственного визита было подписано 20 документов."""

# Places of the same documents in the English release.
SAME = [1, 2, 3, 4, 6, 9]


@pytest.fixture
def clerk(db: None) -> Client:
    if not PAPER.exists():
        pytest.skip("without the shared texts")
    return signed_in("clerk")


@pytest.fixture
def event(clerk: Client) -> Event:
    return save(clerk, pasted(paper(), "en"))


def pasted(text: str, language: str) -> Communique:
    names = dict.fromkeys(("publisher", "title", "url"), "")
    given = names | {"text": text, "language": language, "published_on": "2023-05-04"}
    return keeping.begin(given | {"publisher": f"Press, {language}"}, "clerk")


def same_as(communique: Communique) -> list[str]:
    total = int(communique.form["documents-TOTAL_FORMS"][0])
    return [(communique.form.get(f"documents-{n}-same_as") or [""])[0] for n in range(total)]


def test_russian_documents_are_the_english_ones(event: Event) -> None:
    communique = pasted(RUSSIAN, "ru")
    documents = {d.event_position: str(d.pk) for d in event.documents.all()}
    assert same_as(communique) == [documents[place] for place in SAME]


def test_nothing_is_doubled(clerk: Client, event: Event) -> None:
    communique = pasted(RUSSIAN, "ru")
    assert save(clerk, communique) == event
    assert Document.objects.count() == 9
    programme = event.documents.get(event_position=9)
    assert {title.language for title in programme.titles.all()} == {"en", "ru"}


def test_bodies_of_the_matched_document_are_chosen(event: Event) -> None:
    form = pasted(RUSSIAN, "ru").form
    protocol = event.documents.get(event_position=3)
    bodies = [f"agency-{party.agency_id}" for party in protocol.parties.order_by("side")]
    assert [form[f"documents-2-parties-{n}-body"] for n in (0, 1)] == [[key] for key in bodies]


AMBIGUOUS = RUSSIAN.replace("по сотрудничеству между Центром", "между Агентством").replace(
    "- Меморандум о взаимопонимании между Агентством стратегических исследований при Президенте "
    "Республики Таджикистан и Институтом стратегических исследований при Президенте Республики "
    "Казахстан;",
    "- Меморандум о взаимопонимании о взаимодействии;",
)


def test_what_is_not_plain_is_left_open(clerk: Client, event: Event) -> None:
    communique = pasted(AMBIGUOUS, "ru")
    assert same_as(communique)[1] == "?"
    assert "Say which record it is" in errors(send(clerk, communique))
    assert save(clerk, communique, **{"documents-1-same_as": ""}) == event
    assert Document.objects.count() == 10


HEAD = RUSSIAN.partition("\n\n")[0]
# The first six are not among the recorded ones, however much alike they sound.
OTHERS = f"""{HEAD}

В рамках государственного визита подписаны документы:

- Меморандум о взаимопонимании между Министерством культуры Республики Таджикистан и \
Министерством культуры и спорта Республики Казахстан;

- Программа сотрудничества между Министерством образования и науки Республики Таджикистан и \
Министерством просвещения Республики Казахстан на 2023-2025 годы;

- Программа сотрудничества между Министерством обороны Республики Таджикистан и Министерством \
обороны Республики Казахстан на 2023 год;

- План мероприятий между Министерством энергетики Республики Таджикистан и Министерством \
энергетики Республики Казахстан;

- Протокол между Генеральной прокуратурой Республики Таджикистан и Генеральной прокуратурой \
Республики Казахстан;

- Договор о дружбе между Республикой Таджикистан и Республикой Казахстан;

- Меморандум о взаимопонимании между Агентством по экспорту при Правительстве Республики \
Таджикистан и Министерством торговли и интеграции Республики Казахстан;

- Дорожная карта между Комитетом по развитию туризма при Правительстве Республики Таджикистан и \
Комитетом индустрии туризма и спорта Республики Казахстан."""

KAZAKH = """Астана, 2023 жылғы 4 мамыр. Тәжікстан Республикасының Президенті Эмомали Рахмон мен \
Қазақстан Республикасының Президенті Қасым-Жомарт Тоқаевтың қатысуымен мемлекеттік сапар аясында \
құжаттарға қол қойылды:

- Тәжікстан Республикасының Ауыл шаруашылығы министрлігі мен Қазақстан Республикасының Ауыл \
шаруашылығы министрлігі арасындағы 2023-2025 жылдарға арналған ауыл шаруашылығы саласындағы \
ынтымақтастықты кеңейту жөніндегі жол картасы;

- Тәжікстан Республикасының Сыртқы істер министрлігі мен Қазақстан Республикасының Сыртқы істер \
министрлігі арасындағы 2023-2025 жылдарға арналған ынтымақтастық бағдарламасы;

- Тәжікстан Республикасының Үкіметі жанындағы Кеден қызметі мен Қазақстан Республикасының Қаржы \
министрлігі арасындағы ақпарат алмасу туралы хаттама."""


def test_documents_that_are_not_recorded_are_not_taken_for_others(event: Event) -> None:
    keys = {str(d.pk): d.event_position for d in event.documents.all()}
    found = same_as(pasted(OTHERS, "ru"))
    assert set(found[:6]) <= {"", "?"} and found[0] == found[1] == found[4] == "?"
    assert [keys[key] for key in found[6:]] == [8, 5]


def test_kazakh_documents_are_the_english_ones(event: Event) -> None:
    documents = {d.event_position: str(d.pk) for d in event.documents.all()}
    assert same_as(pasted(KAZAKH, "kk")) == [documents[place] for place in (6, 9, 3)]


def test_document_of_a_type_that_none_is_left_of_is_new(event: Event) -> None:
    text = RUSSIAN.replace("- Программу", "- Договор о дружбе;\n\n- Программу")
    assert same_as(pasted(text, "ru"))[5] == ""


def test_labels_are_short_and_begin_with_what_tells(event: Event) -> None:
    labels = [short_label(d) for d in event.documents.order_by("event_position")]
    assert labels[5] == (
        "No. 6 · Roadmap · 2023–2025 · expansion of cooperation in the field of agriculture betwee…"
    )
    assert max(map(len, labels)) < 120 and len(set(labels)) == 9


def test_likeliest_records_are_offered_first(clerk: Client, event: Event) -> None:
    communique = pasted(RUSSIAN, "ru")
    rows = clerk.get(address(communique)).context["review"].rows.forms
    firsts = [row.fields["same_as"].choices[2][0] for row in rows]
    assert firsts == same_as(communique)


def test_bodies_that_are_recorded_are_offered_for_inflected_names(
    clerk: Client, event: Event
) -> None:
    communique = pasted(AMBIGUOUS, "ru")
    communique.form |= {"documents-4-parties-1-body": []}
    communique.save()
    party = clerk.get(address(communique)).context["review"].rows.forms[4].parties.forms[1]
    first = str(party.fields["body"].likely[0].record)
    assert first == "Ministry of Agriculture of the Republic of Kazakhstan"
