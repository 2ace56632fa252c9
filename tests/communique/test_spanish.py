"""Communiques in Spanish."""

from tests.communique.last_types import parties, read, titles


def test_subjects_of_the_verb_are_the_parties():
    proposal = read(
        "La Universidad de Arequipa de Perú y la Universidad de Antofagasta de Chile suscribieron"
        " una carta de intención para la movilidad académica."
    )
    assert proposal.language == "es"
    assert titles(proposal) == [
        ("letter_of_intent", "carta de intención para la movilidad académica")
    ]
    assert parties(proposal.documents[0]) == [
        ("Universidad de Arequipa de Perú", "university", "pe"),
        ("Universidad de Antofagasta de Chile", "university", "cl"),
    ]


def test_a_list_in_a_sentence():
    proposal = read(
        "Perú y Chile firmaron ayer veintitrés acuerdos. Entre los instrumentos suscritos destacan"
        " el Acuerdo sobre Transporte Marítimo, el Convenio Marco de Cooperación en Ciencia para"
        " el período 2023-2027 y un Memorando de Entendimiento entre el Servicio Nacional de"
        " Aduanas del Perú y el Servicio Nacional de Aduanas de Chile."
    )
    assert proposal.event.total.number == 23
    assert [kind for kind, _ in titles(proposal)] == [
        "agreement",
        "framework_agreement",
        "memorandum_of_understanding",
    ]
    assert (proposal.documents[1].period.first, proposal.documents[1].period.last) == (2023, 2027)


def test_the_second_and_the_third():
    proposal = read(
        "España y Marruecos firmaron tres convenios. El segundo es un memorando de entendimiento"
        " sobre pesca. El tercero corresponde a la declaración de intención en torno al litio."
    )
    assert titles(proposal) == [
        ("memorandum_of_understanding", "memorando de entendimiento sobre pesca"),
        ("declaration_of_intent", "declaración de intención en torno al litio"),
    ]


def test_what_a_new_agreement_replaces_does_not_make_it_old():
    proposal = read(
        "Los cancilleres de Guatemala y Honduras suscribieron un Acuerdo sobre Servicios Aéreos"
        " que sustituye al vigente desde 1998. Se espera que en diciembre se firme un tratado."
    )
    assert titles(proposal) == [("agreement", "Acuerdo sobre Servicios Aéreos")]


def test_a_name_keeps_its_capital_article():
    proposal = read(
        "Bolivia y Argentina firmaron un convenio de hermanamiento entre los municipios de"
        " Villazón y La Quiaca."
    )
    assert [name for name, _, _ in parties(proposal.documents[0])] == ["Villazón", "La Quiaca"]
