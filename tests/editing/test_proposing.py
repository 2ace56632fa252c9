"""What a title says: checked on real titles."""

from __future__ import annotations

import pytest

from agreements import kind_words
from agreements.editing import proposing
from agreements.importing.sample import FILES, FOLDER
from agreements.importing.seeds import read
from agreements.models.vocabulary import DOCUMENT_TYPES, AgencyKind

SAMPLE = [row for name in FILES for row in read(FOLDER / name)["documents"]]


def test_every_type_of_the_words_is_in_the_vocabulary():
    assert set(kind_words.TYPE_WORDS) == set(DOCUMENT_TYPES) - {"other", "unspecified"}
    assert set(kind_words.AGENCY_WORDS) <= set(AgencyKind.values)


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Memorandum of Understanding between the cities", "memorandum_of_understanding"),
        ("Cooperation program between the Ministries", "programme"),
        ("Joint Action Plan for 2024", "action_plan"),
        ("Intergovernmental Agreement on air services", "agreement"),
        ("Protocol amending the Agreement on trade", "protocol"),
        ("Road Map on trade", "roadmap"),
        ("Loan agreement between the Bank and the Ministry", "loan_or_grant_agreement"),
        ("Меморандум о взаимопонимании между министерствами", "memorandum_of_understanding"),
        ("Межправительственное соглашение о торговле", "agreement"),
        ("Дорожная карта сотрудничества", "roadmap"),
        ("Дополнительный протокол к Соглашению", "protocol"),
        ("План мероприятий на 2023–2025 годы", "action_plan"),
        ("Созишнома байни Ҳукумати Ҷумҳурии Тоҷикистон", "agreement"),
        ("Білім саласындағы ынтымақтастық туралы меморандум", "memorandum_of_cooperation"),
        ("Мәдениет саласындағы келісім", "agreement"),
        ("On the treaty between two states", ""),
        ("Speech of the Minister on the agreement", ""),
        ("", ""),
        ("«»; -", ""),
        ("中塔联合声明", "joint_statement"),
    ],
)
def test_type_is_what_the_title_calls_itself(title: str, code: str):
    assert proposing.type_of(title) == code


def test_types_of_the_sample_are_read():
    """The nine documents of the visit, and nearly all others: a source may call a treaty so."""
    rows = [(row, proposing.type_of(row["titles"][0]["text"])) for row in SAMPLE]
    visit = [row["type"] == code for row, code in rows if row["event"] == "2023-state-visit"]
    assert visit == [True] * 9
    right = sum(row["type"] == code for row, code in rows)
    assert right / len(rows) > 0.9


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Roadmap for 2023-2025", "2023/2025"),
        ("План на 2023 – 2024 годы", "2023/2024"),
        ("Programme for 2023/24", "2023/2024"),
        ("Барномаи ҳамкорӣ барои солҳои 2021-2023", "2021/2023"),
        ("Work plan for 2024", "2024"),
        ("План работы на 2024 год", "2024"),
        ("Strategy of trade until 2030", "../2030"),
        ("Agreement of 4 May 2023 on trade", ""),
        ("Протокол от 12.05.2004", ""),
        ("Programme for 2025-2023", ""),
        ("Agreement no. 2015-2016/12", ""),
        ("Plan for 2023-05", ""),
    ],
)
def test_period_is_read_where_the_title_says_it_covers_one(title: str, period: str):
    assert proposing.period_of(title) == period


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ministry of Agriculture of the Republic of Kazakhstan", "ministry"),
        ("Customs Service under the Government", "committee_or_service"),
        ("Институт стратегических исследований", "institute"),
        ("National Bank of Tajikistan", "central_bank"),
        ("Khujand", ""),
    ],
)
def test_kind_of_a_body_is_read_from_its_name(name: str, kind: str):
    assert proposing.agency_kind_of(name) == kind


def test_pasted_list_becomes_titles():
    text = "- Memorandum on trade;\n\n- Protocol on\ncustoms;\n2) Roadmap"
    assert proposing.titles_in(text) == ["Memorandum on trade", "Protocol on customs", "Roadmap"]


def test_wrapped_title_stays_one():
    assert proposing.titles_in("Agreement on\ntrade;") == ["Agreement on trade"]
    assert proposing.titles_in("  ") == []
