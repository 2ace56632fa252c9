"""Communiques in Turkish: the type last, the parties before "arasında" or before the title."""

from datetime import date

from tests.communique.last_types import parties, read, states, titles

LEAD = "Cumhurbaşkanı Kemal Aydın, Özbekistan Cumhurbaşkanı Şerzad Kerimbayev ile görüştü. "


def test_a_title_begins_with_the_parties_before_arasinda():
    proposal = read(
        "Türkiye Cumhuriyeti Tarım ve Orman Bakanlığı ile Özbekistan Tarım Bakanlığı arasında"
        " tohumculuk alanında mutabakat zaptı imzalandı."
    )
    assert proposal.language == "tr"
    assert titles(proposal) == [
        (
            "memorandum_of_understanding",
            "Türkiye Cumhuriyeti Tarım ve Orman Bakanlığı ile Özbekistan Tarım Bakanlığı arasında"
            " tohumculuk alanında mutabakat zaptı",
        )
    ]
    assert parties(proposal.documents[0]) == [
        ("Türkiye Cumhuriyeti Tarım ve Orman Bakanlığı", "agency", "tr"),
        ("Özbekistan Tarım Bakanlığı", "agency", "uz"),
    ]


def test_who_signs_before_a_comma_is_no_part_of_the_title():
    proposal = read(
        "Ankara Kamu Yönetimi Üniversitesi ile Azerbaycan Devlet İktisat Üniversitesi, öğrenci"
        " değişimine dair bir protokole imza attı."
    )
    assert titles(proposal) == [("protocol", "öğrenci değişimine dair bir protokole")]
    assert [kind for _, kind, _ in parties(proposal.documents[0])] == ["university", "university"]
    assert states(proposal) == ["az", "tr"]


def test_a_body_may_be_under_another():
    proposal = read(
        "• Türkiye Cumhuriyeti Cumhurbaşkanlığı Devlet Arşivleri Başkanlığı ile Özbekistan"
        " Bakanlar Kurulu bünyesindeki Arşiv Ajansı Arasında İşbirliği Protokolü\n"
        "• Sağlık Turizmi Alanında Eylem Planı (2024-2026)\n"
    )
    first, second = proposal.documents
    assert parties(first)[1] == (
        "Özbekistan Bakanlar Kurulu bünyesindeki Arşiv Ajansı",
        "agency",
        "uz",
    )
    assert second.type.value == "action_plan"
    assert (second.period.first, second.period.last) == (2024, 2026)


def test_heads_who_sign_and_heads_who_look_on():
    proposal = read(
        LEAD
        + "Aydın ve Kerimbayev, Stratejik Ortaklığa İlişkin Ortak Bildiri'yi imzaladı."
        + " Liderlerin huzurunda bakanlar Adli Yardımlaşma Anlaşması'nı imzaladı."
    )
    assert titles(proposal) == [
        ("joint_declaration", "Stratejik Ortaklığa İlişkin Ortak Bildiri"),
        ("agreement", "Adli Yardımlaşma Anlaşması"),
    ]
    assert [document.is_signed_by_heads for document in proposal.documents] == [True, False]


def test_one_each_for_every_subject():
    proposal = read(
        LEAD + "Heyetler lojistik, denizcilik ve haritacılık alanlarında da birer mutabakat zaptı"
        " imzaladı."
    )
    assert [title for _, title in titles(proposal)] == ["lojistik", "denizcilik", "haritacılık"]


def test_quoted_titles_in_one_sentence():
    proposal = read(
        LEAD + 'Törende "Adli Yardımlaşma Anlaşması", "İki Ülke Dışişleri Bakanlıkları Arasında'
        ' İstişarelere İlişkin Mutabakat Zaptı" ile "Niyet Mektubu" imza altına alındı.'
    )
    assert [kind for kind, _ in titles(proposal)][:2] == [
        "agreement",
        "memorandum_of_understanding",
    ]
    assert all(party.is_collective for party in proposal.documents[1].parties)


def test_planned_and_older_are_not_signed_now():
    proposal = read(
        LEAD + "2013 yılında imzalanan Stratejik Ortaklık Anlaşması ilişkilere ivme kazandırdı."
        " Enerji alanında yeni bir anlaşmanın yıl sonuna kadar imzalanması bekleniyor."
    )
    assert proposal.documents == []
    assert [one.why for one in proposal.not_signed_now] == ["older", "planned"]


def test_a_number_with_its_case_is_a_total():
    total = read(LEAD + "İki ülke arasında 20'den fazla belge imzalandı.").event.total
    assert (total.number, total.qualifier) == (20, "more_than")
    assert read(LEAD + "İki ülke arasında on bir belge imzalandı.").event.total.number == 11


def test_an_ordinal_ends_no_sentence():
    proposal = read(LEAD + "İki bakan Karma Ekonomik Komisyon 12. Dönem Protokolü'ne imza attı.")
    assert titles(proposal) == [("protocol", "Karma Ekonomik Komisyon 12. Dönem Protokolü")]


def test_today_rests_on_the_day_of_publication():
    proposal = read(LEAD + "Bugün bir anlaşma imzalandı.", date(2024, 5, 16))
    assert proposal.event.began_on.value == "2024-05-16"


def test_lines_without_marks_are_titles_after_a_colon():
    proposal = read(
        "Macaristan Başbakanı Viktor Nagy'nin ziyareti kapsamında imzalanan anlaşmalar:\n"
        "Türk Standartları Enstitüsü ile Macar Standartlar Kurumu Arasında Mutabakat Zaptı\n"
        "Gençlik Alanında Ortak Eylem Planı\n"
    )
    assert [kind for kind, _ in titles(proposal)] == [
        "memorandum_of_understanding",
        "action_plan",
    ]


def test_three_states_and_two_names_of_firms():
    proposal = read(
        "Türkiye, Azerbaycan ve Gürcistan arasında üçlü askeri eğitim mutabakat muhtırası"
        " imzalandı. THY ile Uzbekistan Airways da ortak uçuş anlaşması imzaladı."
    )
    first, second = proposal.documents
    assert [state for _, _, state in parties(first)] == ["tr", "az", "ge"]
    assert second.title.value == "ortak uçuş anlaşması"
    assert [name for name, _, _ in parties(second)] == ["THY", "Uzbekistan Airways"]
