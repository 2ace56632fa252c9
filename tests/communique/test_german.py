"""Communiques in German: compounds, verbs at the end, subjects behind the verb."""

from tests.communique.last_types import parties, read, titles


def test_the_verb_stands_at_the_end():
    proposal = read(
        "Die Universität Wien in Österreich und die Nationale Universität Usbekistans"
        " haben am Dienstag eine gemeinsame Absichtserklärung über den Austausch von Studierenden"
        " unterzeichnet."
    )
    assert proposal.language == "de"
    assert titles(proposal)[0][0] == "declaration_of_intent"
    assert [state for _, _, state in parties(proposal.documents[0])] == ["at", "uz"]


def test_who_signs_stands_behind_the_verb():
    proposal = read(
        "Deutschland und Ghana schlossen drei Abkommen. Das Abkommen über Berufsabschlüsse"
        " unterzeichneten die Arbeitsministerien beider Länder."
    )
    assert parties(proposal.documents[-1]) == [
        ("die Arbeitsministerien beider Länder", "agency", "de"),
        ("die Arbeitsministerien beider Länder", "agency", "gh"),
    ]


def test_a_compound_says_its_subject_and_what_it_replaces_is_older():
    proposal = read(
        "Deutschland und Ghana unterzeichneten ein Luftverkehrsabkommen, das einen Vertrag aus dem"
        " Jahr 1971 ablöst."
    )
    assert titles(proposal) == [("agreement", "Luftverkehrsabkommen")]


def test_numbers_of_two_types_are_summed():
    proposal = read(
        "Deutschland und Ghana haben am Donnerstag drei Absichtserklärungen und zwei"
        " Abkommen unterzeichnet."
    )
    assert proposal.event.total.number == 5
