"""Communiques in French: articles that elide, adjectives behind the head, passive paragraphs."""

from datetime import date

from tests.communique.last_types import parties, read, states, titles


def test_items_with_parties_and_adjectives_behind_the_head():
    proposal = read(
        "Le Maroc et la Côte d'Ivoire ont procédé jeudi à la signature de vingt-deux accords.\n\n"
        "Les documents signés sont :\n"
        "- Mémorandum d'entente dans le domaine de l'habitat entre le ministère de l'Urbanisme du"
        " Maroc et le ministère ivoirien de la Construction, du Logement et de l'Assainissement ;\n"
        "- Feuille de route 2023-2026 pour la transition numérique."
    )
    assert proposal.language == "fr"
    assert proposal.event.total.number == 22
    assert [kind for kind, _ in titles(proposal)] == ["memorandum_of_understanding", "roadmap"]
    assert parties(proposal.documents[0]) == [
        ("ministère de l'Urbanisme du Maroc", "agency", "ma"),
        (
            "ministère ivoirien de la Construction, du Logement et de l'Assainissement",
            "agency",
            "ci",
        ),
    ]
    assert proposal.documents[1].period.last == 2026


def test_ordinals_give_way_to_the_types_behind_them():
    proposal = read(
        "Le Sénégal et la Gambie ont signé deux textes. Le premier est un accord relatif au"
        " transport routier. Le deuxième, un mémorandum d'entente entre l'Université de Thiès et"
        " l'Université de la Gambie, porte sur les échanges d'étudiants."
    )
    assert titles(proposal) == [
        ("agreement", "accord relatif au transport routier"),
        (
            "memorandum_of_understanding",
            "mémorandum d'entente entre l'Université de Thiès et l'Université de la Gambie",
        ),
    ]


def test_planned_and_older_are_not_new():
    proposal = read(
        "Le Bénin et le Niger ont signé un accord sur la gestion du fleuve. La convention de 1988"
        " sur les frontières reste en vigueur. Un accord sur l'extradition sera signé bientôt."
    )
    assert titles(proposal) == [("agreement", "accord sur la gestion du fleuve")]
    assert {one.why for one in proposal.not_signed_now} == {"older", "planned"}


def test_heads_who_sign_and_heads_who_look_on():
    signed = read(
        "Le Président du Niger et le Premier ministre du Mali ont signé un traité d'amitié."
    )
    watched = read(
        "En présence du Président du Niger Ali Bako, les ministres du Niger et du Mali ont signé"
        " un traité d'amitié et de coopération."
    )
    assert signed.documents[0].is_signed_by_heads is True
    assert watched.documents[0].is_signed_by_heads is False


def test_twins_are_named_without_the_word_for_cities():
    proposal = read(
        "La Tunisie et le Tchad ont signé un accord de jumelage entre les villes de Gabès et"
        " d'Abéché."
    )
    assert titles(proposal)[0][0] == "twinning_agreement"
    assert [name for name, _, _ in parties(proposal.documents[0])] == ["Gabès", "Abéché"]


def test_the_day_of_the_week_rests_on_the_publication():
    proposal = read(
        "Le Togo et le Bénin ont signé mardi un accord sur la pêche.", date(2023, 5, 18)
    )
    assert proposal.event.began_on.value == "2023-05-16"
    assert states(proposal) == ["bj", "tg"]
