"""Communiques in Indonesian and Malay."""

from datetime import date

from tests.communique.last_types import parties, read, titles


def test_dan_within_names_and_between_them():
    proposal = read(
        "Indonesia dan Papua Nugini menandatangani Nota Kesepahaman antara Kementerian Kelautan"
        " dan Perikanan RI dan Otoritas Perikanan Nasional Papua Nugini tentang pemberantasan"
        " penangkapan ikan ilegal."
    )
    assert proposal.language == "id"
    assert parties(proposal.documents[0]) == [
        ("Kementerian Kelautan dan Perikanan RI", "agency", "id"),
        ("Otoritas Perikanan Nasional Papua Nugini", "agency", "pg"),
    ]


def test_day_and_month_in_brackets():
    proposal = read(
        "Presiden Indonesia dan Presiden Turki menyaksikan penandatanganan dua belas dokumen,"
        " Rabu (17/5).",
        date(2023, 5, 19),
    )
    assert proposal.event.began_on.value == "2023-05-17"
    assert proposal.event.total.number == 12


def test_malay_subjects_of_several_memoranda():
    proposal = read(
        "Malaysia dan Uzbekistan hari ini menandatangani tiga memorandum persefahaman (MoU) dalam"
        " bidang pelancongan, pendidikan tinggi dan halal."
    )
    assert titles(proposal) == [
        ("memorandum_of_understanding", title)
        for title in ("pelancongan", "pendidikan tinggi", "halal")
    ]


def test_agreed_to_negotiate():
    proposal = read(
        "Indonesia dan Laos menandatangani Rencana Aksi 2023-2027. Kedua pihak sepakat untuk"
        " merundingkan perjanjian perdagangan bebas."
    )
    assert titles(proposal) == [("action_plan", "Rencana Aksi 2023-2027")]
