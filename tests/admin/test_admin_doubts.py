"""What is odd is said after saving, with links, and doesn't stand in the way."""

from django.test import Client

from agreements.models import Document
from tests import builders
from tests.admin.desk import messages, row, sheet, url_of


def resave(client: Client, document: Document, **values: object) -> str:
    """Save a document with what the page holds, and give the warnings."""
    builders.settle()
    response = client.post(url_of(document), sheet(client, url_of(document)) | values, follow=True)
    said = messages(response)
    assert any("successfully" in words for words in said), said
    return " ".join(words for words in said if "successfully" not in words)


def test_ordinary_document_raises_no_doubt(editor: Client) -> None:
    assert resave(editor, builders.draft()) == ""


def test_same_parties_on_the_same_day(editor: Client) -> None:
    a, b = builders.agency(), builders.state()
    first = builders.draft("First", side_1=a, side_2=b)
    second = builders.draft("Second", side_1=b, side_2=a)
    builders.draft("Third", side_1=a)
    said = resave(editor, second)
    assert "same parties" in said
    assert f'<a href="{url_of(first)}">First' in said
    assert "Third" not in said


def test_equal_titles_however_written(editor: Client) -> None:
    builders.draft("Соглашение о торговле", signed_on="1999")
    said = resave(editor, builders.draft("СОГЛАШЕНИЕ  о торговле"))
    assert "same title" in said


def test_entry_into_force_before_signature(editor: Client) -> None:
    early = builders.draft()
    early.actions.create(kind="entered_into_force", effective_on="2023-05-03")
    assert "before it is signed" in resave(editor, early)
    same_year = builders.draft()
    same_year.actions.create(kind="entered_into_force", effective_on="2023")
    assert resave(editor, same_year) == ""


def test_more_than_two_parties(editor: Client) -> None:
    crowd = builders.draft()
    builders.party(crowd, 2, builders.state())
    assert "More than two parties are listed: 3" in resave(editor, crowd)
    spread = builders.draft()
    builders.party(spread, 2, builders.state(), role="territory")
    assert resave(editor, spread) == ""


def test_same_state_on_both_sides(editor: Client) -> None:
    state = builders.state()
    said = resave(editor, builders.draft(side_1=state, side_2=builders.agency(of=state)))
    assert "same state stands on both sides" in said


def test_mixed_letters_in_a_word(editor: Client) -> None:
    made = builders.draft()
    builders.settle()
    data = sheet(editor, url_of(made))
    row(data, "titles", language="ru", text="Cоглашение о дружбе", worded_by="both")
    said = messages(editor.post(url_of(made), data, follow=True))
    assert any("Cоглашение" in words and "mixes" in words for words in said)


def test_doubts_are_escaped(editor: Client) -> None:
    title = "<img src=x onerror=alert(1)>"
    builders.draft(title, signed_on="1999")
    said = resave(editor, builders.draft(title))
    assert "<img" not in said and "&lt;img" in said
