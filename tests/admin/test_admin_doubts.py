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


def test_doubt_links_to_what_it_speaks_of(editor: Client) -> None:
    a, b = builders.agency(), builders.state()
    first = builders.draft("Agreement on honey", side_1=a, side_2=b)
    second = builders.draft("Agreement on honey", side_1=b, side_2=a)
    builders.draft("Agreement on honey", side_1=a)
    said = resave(editor, second)
    assert "may be entered already" in said
    assert f'<a href="{url_of(first)}">Agreement on honey' in said
    assert said.count("<a ") == 1


def test_what_was_typed_raises_doubts(editor: Client) -> None:
    made = builders.draft()
    builders.settle()
    data = sheet(editor, url_of(made))
    row(data, "titles", language="ru", text="Cоглашение о дружбе", worded_by="both")
    said = messages(editor.post(url_of(made), data, follow=True))
    assert any("Cоглашение" in words and "mixes" in words for words in said)


def test_agencies_and_events_raise_doubts_too(editor: Client) -> None:
    state = builders.state()
    builders.agency("Ministry of Harbours and Lights", of=state)
    second = builders.agency("Ministry of Harbours and Light", of=state)
    said = messages(editor.post(url_of(second), sheet(editor, url_of(second)), follow=True))
    assert any("Ministry of Harbours and Lights" in words for words in said)
    states = [builders.state(), builders.state()]
    builders.event("First visit", states=states)
    event = builders.event("Visit", states=states)
    builders.settle()
    said = messages(editor.post(url_of(event), sheet(editor, url_of(event)), follow=True))
    assert any("First visit" in words for words in said)


def test_doubts_are_escaped(editor: Client) -> None:
    title = "<img src=x onerror=alert(1)>"
    a, b = builders.state(), builders.state()
    builders.draft(title, side_1=a, side_2=b)
    said = resave(editor, builders.draft(title, side_1=a, side_2=b))
    assert "<img" not in said and "&lt;img" in said


def test_few_doubts_of_a_kind_are_shown(editor: Client) -> None:
    made = builders.draft("Cоглашение Cоюза Cовета Cтран Cеверного Cияния Cвета")
    assert resave(editor, made).count("mixes") == 5
