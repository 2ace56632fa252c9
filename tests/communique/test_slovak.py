"""Communiques in Slovak and Czech."""

from tests.communique.last_types import parties, read, titles


def test_bodies_in_the_instrumental_and_an_enumeration():
    proposal = read(
        "Slovensko a Uzbekistan podpísali dohodu medzi vládou Slovenskej republiky a vládou"
        " Uzbeckej republiky o cestnej doprave a plán spolupráce na roky 2025 – 2027 medzi"
        " Slovenskou obchodnou a priemyselnou komorou a Obchodnou komorou Uzbekistanu."
    )
    assert proposal.language == "sk"
    assert [kind for kind, _ in titles(proposal)] == ["agreement", "plan"]
    assert parties(proposal.documents[0]) == [
        ("vládou Slovenskej republiky", "state", "sk"),
        ("vládou Uzbeckej republiky", "state", "uz"),
    ]
    assert proposal.documents[1].period.first == 2025


def test_one_plural_phrase_for_both_ministries():
    proposal = read(
        "Slovensko a Kórea: podpísané bolo memorandum o porozumení medzi ministerstvami"
        " spravodlivosti oboch štátov."
    )
    assert [party.is_collective for party in proposal.documents[0].parties] == [True, True]


def test_czech():
    proposal = read(
        "Ministři České republiky a Vietnamu podepsali v Praze dohodu o letecké dopravě a"
        " memorandum o porozumění v oblasti zdravotnictví. Smlouva o vydávání má být podepsána"
        " příští rok."
    )
    assert titles(proposal) == [
        ("agreement", "dohodu o letecké dopravě"),
        ("memorandum_of_understanding", "memorandum o porozumění v oblasti zdravotnictví"),
    ]
