"""Communiques in Serbian, Croatian, Bosnian and Montenegrin, of both alphabets."""

from tests.communique.last_types import parties, read, states, titles


def test_documents_stand_without_articles():
    proposal = read(
        "Ministri Srbije i Egipta potpisali su Sporazum o ukidanju viza i Memorandum o razumevanju"
        " između Privredne komore Srbije i Federacije privrednih komora Egipta."
    )
    assert proposal.language == "sr"
    assert titles(proposal) == [
        ("agreement", "Sporazum o ukidanju viza"),
        (
            "memorandum_of_understanding",
            "Memorandum o razumevanju između Privredne komore Srbije i Federacije privrednih"
            " komora Egipta",
        ),
    ]
    assert parties(proposal.documents[1]) == [
        ("Privredne komore Srbije", "other", "rs"),
        ("Federacije privrednih komora Egipta", "other", "eg"),
    ]


def test_cyrillic_letters_are_read_by_the_same_grammar():
    proposal = read(
        "Министар Србије и министар Мађарске потписали су Споразум о изградњи моста и Протокол о"
        " граничним прелазима. Планирано је да до краја године буде потписан уговор о гасоводу."
    )
    assert proposal.language == "sr-Cyrl"
    assert titles(proposal) == [
        ("agreement", "Споразум о изградњи моста"),
        ("protocol", "Протокол о граничним прелазима"),
    ]
    assert [one.why for one in proposal.not_signed_now] == ["planned"]
    assert states(proposal) == ["hu", "rs"]


def test_years_of_a_programme_are_not_those_of_an_old_one():
    proposal = read(
        "Ministarstvo kulture Republike Hrvatske i Ministarstvo kulture Republike Sjeverne"
        " Makedonije sklopili su Program suradnje za razdoblje od 2021. do 2023. godine."
    )
    assert (proposal.documents[0].period.first, proposal.documents[0].period.last) == (2021, 2023)
    assert [state for _, _, state in parties(proposal.documents[0])] == ["hr", "mk"]


def test_cities_without_a_word_for_city():
    proposal = read(
        "Hrvatska i Sjeverna Makedonija: Osijek i Bitola potpisali su Sporazum o prijateljstvu i"
        " bratimljenju."
    )
    assert titles(proposal)[0][0] == "twinning_agreement"
