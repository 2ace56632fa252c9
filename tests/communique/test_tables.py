"""Tables that a page has flattened into lines of cells."""

import pytest

from tests.communique.reading import kinds, read, sides, titles

LEAD = "Jordan and Chile exchanged the following in Amman."
HEADING = ("No.", "Instrument", "Jordanian party", "Chilean party")
ROWS = [
    ("1", "Agreement on Fisheries", "Ministry of Rivers, Lakes and Seas", "Ministry of Fisheries"),
    ("2", "Letter of Intent on Cold Chains", "Amman Cold Stores PLC", "Andes Terminal Co., Ltd."),
]


def table(bar: str, *rows: tuple[str, ...]) -> str:
    return "\n".join([LEAD, "", *(bar.join(row) for row in rows), "", "Tea was served."])


@pytest.mark.parametrize("bar", [" | ", "\t"])
def test_a_row_is_a_document_and_the_heads_of_columns_name_the_states(bar: str) -> None:
    proposal = read(table(bar, HEADING, *ROWS))
    assert titles(proposal) == [row[1] for row in ROWS]
    assert sides(proposal.documents[0]) == [
        ("Ministry of Rivers, Lakes and Seas", "jo"),
        ("Ministry of Fisheries", "cl"),
    ]
    assert sides(proposal.documents[1]) == [
        ("Amman Cold Stores PLC", "jo"),
        ("Andes Terminal Co., Ltd", "cl"),
    ]
    assert kinds(proposal.documents[1]) == ["company", "company"]


def test_both_parties_may_stand_in_one_cell_that_names_their_states() -> None:
    rows = ("Protocol on dams", "Ministry of Rivers of Jordan and Ministry of Lakes of Chile")
    (document,) = read(table(" | ", ("Title", "Parties"), rows)).documents
    assert sides(document) == [
        ("Ministry of Rivers of Jordan", "jo"),
        ("Ministry of Lakes of Chile", "cl"),
    ]


def test_the_links_of_a_page_are_no_table() -> None:
    text = f"Home | Agreements | Contact\n\n{LEAD}\n\nMay 20 | 19:41 | 2 811 | Share"
    assert titles(read(text)) == []


def test_persons_in_the_cells_signed_and_are_no_parties() -> None:
    rows = [
        ("S.No.", "Document", "Signed for Jordan by", "Signed for Chile by"),
        ("1", "Agreement on visas", "Dr. Sami Haddad, Secretary, AYUSH", "Mr. Luis Rojo, Minister"),
    ]
    (document,) = read(table("\t", *rows)).documents
    assert document.parties == ()
    assert [(one.name.value, one.state) for one in document.signatories if one.name] == [
        ("Sami Haddad", "jo"),
        ("Luis Rojo", "cl"),
    ]
