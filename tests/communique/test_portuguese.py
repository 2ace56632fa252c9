"""Communiques in Portuguese."""

from datetime import date

from tests.communique.last_types import parties, read, states, titles


def test_states_behind_a_comma_and_numbers_of_several_words():
    proposal = read(
        "Portugal e Moçambique assinaram vinte e quatro instrumentos. Foi assinado um protocolo de"
        " cooperação entre a Agência para o Investimento, de Portugal, e a Agência de Promoção das"
        " Exportações, de Moçambique."
    )
    assert proposal.language == "pt"
    assert proposal.event.total.number == 24
    assert parties(proposal.documents[0]) == [
        ("Agência para o Investimento, de Portugal", "agency", "pt"),
        ("Agência de Promoção das Exportações, de Moçambique", "agency", "mz"),
    ]


def test_both_governments_and_another():
    proposal = read(
        "Portugal e Moçambique: os dois governos rubricaram uma declaração de intenções sobre"
        " registos e outra sobre o combate ao tráfico de drogas."
    )
    assert [kind for kind, _ in titles(proposal)] == ["declaration_of_intent"] * 2


def test_the_day_has_two_words():
    proposal = read(
        "Angola e Namíbia assinaram esta quarta-feira um acordo no domínio das águas.",
        date(2023, 5, 18),
    )
    assert proposal.event.began_on.value == "2023-05-17"
    assert states(proposal) == ["ao", "na"]


def test_a_convention_that_is_planned():
    proposal = read(
        "Portugal e Angola assinaram hoje um acordo sobre pescas. Está prevista a assinatura de"
        " uma convenção sobre segurança social."
    )
    assert titles(proposal) == [("agreement", "acordo sobre pescas")]
    assert [one.why for one in proposal.not_signed_now] == ["planned"]


def test_for_belongs_to_the_name_of_a_body_that_is_only_a_states():
    proposal = read(
        "Angola e Portugal assinaram um Memorando de Entendimento entre a Agência Angolana de"
        " Investimentos e a Agência Portuguesa para o Comércio Externo."
    )
    assert parties(proposal.documents[0]) == [
        ("Agência Angolana de Investimentos", "agency", "ao"),
        ("Agência Portuguesa para o Comércio Externo", "agency", "pt"),
    ]
