"""What titles say of their documents, in five languages, and what only looks so."""

import pytest

from agreements.editing.titles import acts, period

AMENDING = [
    "Protocol amending the Agreement on air services",
    "Agreement to amend the Convention of 1998",
    "Amendment No. 2 to the Memorandum of Understanding",
    "Exchange of notes further modifying the Trade Agreement",
    "Протокол о внесении изменений и дополнений в Соглашение о транзите",
    "Протокол о внесении изменения в Договор",
    "Протокол об изменении Соглашения",
    "Соглашение о внесении поправок в Конвенцию",
    "Протокол дар бораи ворид намудани тағйиру иловаҳо ба Созишнома",
    "Протокол оид ба тағйирот ва иловаҳо ба Созишномаи байни",
    "Келісімге өзгерістер мен толықтырулар енгізу туралы хаттама",
    "Шартқа өзгеріс енгізу туралы хаттама",
    "Bitimga o‘zgartirish va qo‘shimchalar kiritish to‘g‘risida bayonnoma",
    "Битимга ўзгартиришлар киритиш тўғрисида баённома",
]
SUPPLEMENTING = [
    "Protocol supplementing the Agreement on visas",
    "Supplementary Protocol to the Treaty",
    "Additional Protocol between A and B to the Convention",
    "Agreement Additional to the Convention on post",
    "Протокол о внесении дополнения в межправительственное Соглашение",
    "Дополнительный протокол к Соглашению",
    "Дополнение к Договору",
    "Протоколи иловагӣ ба Созишнома",
    "Келісімге толықтыру енгізу туралы хаттама",
    "Bitimga qo‘shimchalar kiritish to‘g‘risida bayonnoma",
    "Битимга қўшимча киритиш тўғрисида",
]
EXTENDING = [
    "Agreement extending the Agreement on fisheries",
    "Extension of the Memorandum of Understanding",
    "Exchange of notes further prolonging the Payments Agreement",
    "Renewal of the Trade Treaty",
    "Протокол о продлении срока действия Соглашения",
    "Соглашение о пролонгации Договора",
    "Протокол дар бораи тамдиди мӯҳлати Созишнома",
    "Протокол оид ба дароз кардани мӯҳлати эътибори Созишнома",
    "Келісімнің қолданылу мерзімін ұзарту туралы хаттама",
    "Bitimning amal qilish muddatini uzaytirish to‘g‘risida",
    "Битимнинг амал қилиш муддатини узайтириш тўғрисида",
]
NEITHER = [
    "Agreement on cooperation in agricultural extension",
    "Agreement on the extension of the railway",
    "Agreement on renewable energy",
    "Additional agreement on tourism",
    "Agreement on grants under the Act of 1961, as amended",
    "Соглашение о сотрудничестве в области изменения климата",
    "Соглашение о сотрудничестве в области дополнительного образования",
    "Созишнома оид ба тағйирёбии иқлим",
    "Климаттың өзгеруі саласындағы ынтымақтастық туралы келісім",
    "Соглашение о торговле",
    "Iqlim o‘zgarishi sohasida hamkorlik to‘g‘risida bitim",
]


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (kind, title)
        for kind, titles in (
            ("amends", AMENDING),
            ("supplements", SUPPLEMENTING),
            ("extends", EXTENDING),
        )
        for title in titles
    ],
)
def test_title_says_what_it_does(kind: str, title: str) -> None:
    assert kind in [act.kind for act in acts(title)]


def test_long_title_is_read_without_going_astray() -> None:
    assert acts("amending " + "a.-" * 700 + "келисим " * 300) == []


@pytest.mark.parametrize("title", NEITHER)
def test_title_that_acts_on_no_document(title: str) -> None:
    assert acts(title) == []


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Protocol amending the Air Services Agreement", "the air services agreement"),
        (
            "Протокол о внесении изменений в Соглашение о транзите",
            "в соглашение о транзите",
        ),
        ("Транзит туралы келісімге өзгерістер енгізу туралы хаттама", "транзит туралы келисимге"),
    ],
)
def test_words_that_name_the_other_document(title: str, other: str) -> None:
    assert acts(title)[0].other == other


@pytest.mark.parametrize(
    ("title", "edtf"),
    [
        ("Programme of cooperation for 2023-2025", "2023/2025"),
        ("Programme for the years 2023 and 2024", "2023/2024"),
        ("Programme for the period from 2023 to 2025", "2023/2025"),
        ("Cultural exchange programme for 1969–70", "1969/1970"),
        ("Plan of consultations for 2024", "2024"),
        ("Программа сотрудничества на 2023–2025 годы", "2023/2025"),
        ("Программа сотрудничества на 2023 - 2025 гг.", "2023/2025"),
        ("План на период с 2024 по 2026 годы", "2024/2026"),
        ("План консультаций на 2024 год", "2024"),
        ("Барномаи ҳамкорӣ барои солҳои 2023-2025", "2023/2025"),
        ("Нақшаи чорабиниҳо барои соли 2024", "2024"),
        ("2023–2025 жылдарға арналған ынтымақтастық бағдарламасы", "2023/2025"),
        ("2023-2025 yillarga mo‘ljallangan hamkorlik dasturi", "2023/2025"),
        ("2023–2025 йилларга мўлжалланган дастур", "2023/2025"),
        ("Agreement of 4 May 2023 on trade", None),
        ("Protocol to the Agreement of 1993", None),
        ("Соглашение от 20 марта 2006 года", None),
        ("Agreement on the debts of 1991-1993", None),
        ("Programme for 2025-2023", None),
        ("Programme for 2023-2025 and plan for 2026", None),
        ("Agreement on tourism", None),
    ],
)
def test_period_in_a_title(title: str, edtf: str | None) -> None:
    assert period(title) == edtf
