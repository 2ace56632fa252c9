"""Communiques in Italian."""

from tests.communique.last_types import parties, read, titles


def test_a_ministry_with_and_in_its_name():
    proposal = read(
        "Italia e Tunisia hanno firmato oggi un memorandum d'intesa tra il Ministero"
        " dell'Università e della Ricerca e il Ministero dell'Istruzione superiore tunisino."
    )
    assert proposal.language == "it"
    assert parties(proposal.documents[0]) == [
        ("Ministero dell'Università e della Ricerca", "agency", "it"),
        ("Ministero dell'Istruzione superiore tunisino", "agency", "tn"),
    ]


def test_a_list_behind_a_colon():
    proposal = read(
        "Alla presenza dei due premier di Italia e Slovenia sono stati sottoscritti:\n\n"
        "- un accordo in materia di tutela del bacino dell'Isonzo;\n\n"
        "- una lettera d'intenti tra l'Università di Udine e l'Università di Lubiana;\n\n"
        "- un piano d'azione 2023-2025 per il patrimonio museale."
    )
    assert [kind for kind, _ in titles(proposal)] == [
        "agreement",
        "letter_of_intent",
        "action_plan",
    ]
    assert all(one.is_signed_by_heads is False for one in proposal.documents)


def test_what_will_be_signed_is_none():
    proposal = read(
        "Nel corso della missione in Giordania saranno firmati un accordo tra Italia e Giordania"
        " sui beni culturali e un memorandum d'intesa sul restauro."
    )
    assert titles(proposal) == []
    assert {one.why for one in proposal.not_signed_now} == {"planned"}
