"""A file of the inbox becomes a text or an attachment of a document, or comes with a new draft."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreements.editing import history
from agreements.forms.boxes import BoxField
from agreements.models import Change, Document, File, Identifier, Job, State, Text
from tests import builders, inboxes
from tests.admin.conftest import signed_in
from tests.admin.test_inbox import INBOX, of, told, words

pytestmark = pytest.mark.django_db


def page(client: Client, file: File) -> HttpResponse:
    return client.get(of(file, "place"))


def recorded(**values: Any) -> Document:
    sides = {f"side_{n}": State.objects.get(code=code) for n, code in ((1, "kz"), (2, "tj"))}
    made = builders.document(inboxes.TITLE, **{**sides, "publication_state": "draft", **values})
    builders.settle()
    return made


def as_text(client: Client, file: File, document: Document | None = None, **given: Any) -> Any:
    data = {"document": document.pk if document else "", "kept_as": "text", "language": "en"}
    sent = {f"text_of-{name}": value for name, value in {**data, **given}.items()}
    response = client.post(of(file, "place"), {"way": "text", **sent})
    builders.settle()
    file.refresh_from_db()
    return response


def as_draft(client: Client, file: File, **given: Any) -> Any:
    """As the page would send it back."""
    form = page(client, file).context["new_draft"]
    data: dict[str, Any] = {"way": "draft"}
    for name in form.fields:
        value = form[name].value()
        if isinstance(form.fields[name], BoxField):
            value = [choice.key for choice in value or []]
        data[f"new-{name}"] = "" if value is None else value
    data |= {f"new-{name}": value for name, value in given.items()}
    response = client.post(of(file, "place"), data)
    builders.settle()
    file.refresh_from_db()
    return response


def errors(response: HttpResponse, form: str) -> str:
    return " ".join(str(words) for row in response.context[form].errors.values() for words in row)


# A recorded document ----------------------------------------------------------------------------


def test_plain_document_is_proposed_with_reasons(clerk: Client) -> None:
    document = recorded()
    response = page(clerk, inboxes.waiting(inboxes.FIRST, inboxes.LAST))
    assert response.context["proposed"].document == document
    shown = words(response)
    assert f'value="{document.pk}" id="candidate-{document.pk}" checked' in shown
    assert "like title" in shown
    assert "Kazakhstan – Tajikistan, 4 May 2023" in shown


def test_file_becomes_a_text_and_the_next_one_comes(clerk: Client) -> None:
    document, file = recorded(), inboxes.waiting(inboxes.FIRST, inboxes.LAST)
    following = inboxes.waiting()
    response = as_text(clerk, file, document, role="prevails")
    assert response.url == of(following, "place")
    text = document.texts.get()
    assert (text.language, text.role) == ("en", "prevails")
    assert (file.document, file.text) == (document, text)
    assert file.placed_at
    document.refresh_from_db()
    assert document.text_availability == "text_here"
    assert "is placed with" in told(clerk.get(response.url))[0]


def test_placing_is_recorded_in_the_history(clerk: Client) -> None:
    document, file = recorded(), inboxes.waiting()
    as_text(clerk, file, document, other=document.pk)
    change = Change.objects.of(document).filter(table="agreements_file").get()
    assert (change.operation, change.actor) == ("update", "clerk")
    assert change.new["document_id"] == document.pk


def test_file_becomes_an_attachment(clerk: Client) -> None:
    document, file = recorded(), inboxes.waiting()
    response = as_text(
        clerk, file, other=document.pk, kept_as="attachment", position=4, language=""
    )
    assert response.url == INBOX
    assert (file.document, file.text, file.position) == (document, None, 4)
    assert not document.texts.exists()


def test_where_a_text_is_there_already_it_is_asked(clerk: Client) -> None:
    document, file = recorded(), inboxes.waiting(inboxes.FIRST, inboxes.LAST)
    text = Text.objects.create(document=document, language="en", body="Article 1")
    builders.file(document, text=text)
    response = as_text(clerk, file, document, role="authentic")
    assert "one more of that text" in errors(response, "text_of")
    assert file.document is None
    assert 'value="authentic" selected' in words(response)
    as_text(clerk, file, document, into=str(text.pk))
    assert (file.text, file.position) == (text, 1)


def test_another_text_in_the_same_language(clerk: Client) -> None:
    document, file = recorded(), inboxes.waiting(inboxes.FIRST, inboxes.LAST)
    builders.file(document, text=Text.objects.create(document=document, language="en"))
    as_text(clerk, file, document, into="new", role="unofficial_translation")
    assert document.texts.count() == 2
    assert file.text.role == "unofficial_translation"


def test_text_that_was_typed_gets_its_file(clerk: Client) -> None:
    document, file = recorded(), inboxes.waiting(inboxes.FIRST, inboxes.LAST)
    text = Text.objects.create(document=document, language="en", body="Article 1")
    as_text(clerk, file, document)
    assert file.text == text


def test_published_document_is_for_an_editor(clerk: Client, editor: Client) -> None:
    document = recorded(publication_state="published")
    file = inboxes.waiting(inboxes.FIRST, inboxes.LAST)
    assert "once saved, this one waits for an editor" in words(page(clerk, file))
    response = as_text(clerk, file, document, role="authentic")
    assert "waits for an editor" in told(clerk.get(response.url))[0]
    assert (file.document, document.texts.count()) == (None, 0)
    note = f"For an editor: a text of no. {document.pk} (en, authentic), “{inboxes.TITLE[:60]}"
    assert file.set_aside.startswith(note)
    assert not LogEntry.objects.exists()
    response = as_text(editor, file, document)
    assert file.document == document
    assert "and public with it" in told(editor.get(response.url))[0]


def test_editor_alone_is_asked_about_texts_of_what_is_published(
    clerk: Client, editor: Client
) -> None:
    document = recorded(publication_state="published")
    builders.file(document, text=Text.objects.create(document=document, language="en"))
    builders.settle()
    file = inboxes.waiting(inboxes.FIRST, inboxes.LAST)
    assert "make another text of it" in words(page(editor, file))
    assert "make another text of it" not in words(page(clerk, file))
    as_text(clerk, file, document, kept_as="attachment", language="")
    assert file.set_aside.startswith(f"For an editor: an attachment of no. {document.pk}, “")


def test_what_it_will_be_asked_is_asked_at_once(clerk: Client) -> None:
    """A scan of several images costs no refused page for each of them."""
    document, file = recorded(), inboxes.waiting(inboxes.FIRST, inboxes.LAST)
    text = Text.objects.create(document=document, language="en", body="Article 1")
    assert "make another text of it" not in words(page(clerk, file))
    builders.file(document, text=text)
    builders.settle()
    shown = words(page(clerk, file))
    assert f'name="text_of-into" value="{text.pk}"' in shown
    assert f'data-of="{document.pk}"' in shown
    as_text(clerk, file, document, into=str(text.pk))
    assert file.text == text


def test_answer_about_another_document_says_nothing(clerk: Client) -> None:
    """The question was about the one that was proposed; another one was chosen."""
    text = Text.objects.create(document=recorded(), language="en", body="Article 1")
    other, file = builders.draft("Treaty on the quokka"), inboxes.waiting()
    as_text(clerk, file, other, into=str(text.pk))
    assert (file.document, file.text.document) == (other, other)
    second = inboxes.waiting()
    response = as_text(clerk, second, other, into=str(text.pk))
    assert "one more of that text" in errors(response, "text_of")
    assert "Say whether this file is one more" in words(response).split('role="alert"')[1][:400]


def test_other_document_is_looked_for(clerk: Client) -> None:
    document, file = builders.draft("Treaty on the quokka"), inboxes.waiting()
    builders.settle()
    response = clerk.get(of(file, "place"), {"q": "quokka"})
    assert [row.document for row in response.context["rows"]] == [document]
    assert "Nothing more was found" in words(clerk.get(of(file, "place"), {"q": "numbat"}))
    response = clerk.post(
        of(file, "place") + "?q=quokka",
        {
            "way": "text",
            "text_of-document": document.pk,
            "text_of-kept_as": "text",
            "text_of-language": "en",
        },
    )
    file.refresh_from_db()
    assert file.document == document


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({}, "Choose the document"),
        ({"other": "999999"}, "no document of this number"),
        ({"other": "x"}, "Enter a whole number"),
        ({"other": "9" * 30}, "less than or equal"),
        ({"language": ""}, "in which language"),
        ({"language": "English"}, "language code"),
        ({"role": "unheard of"}, "Select a valid choice"),
        ({"position": "-1"}, "greater than or equal"),
        ({"kept_as": "a poem"}, "Select a valid choice"),
    ],
)
def test_refused_text_says_why_and_keeps_what_was_typed(
    clerk: Client, given: dict[str, str], why: str
) -> None:
    document, file = recorded(), inboxes.waiting()
    if "other" not in given and given:
        given = {**given, "other": str(document.pk)}
    response = as_text(clerk, file, **given)
    assert response.status_code == 200
    assert why in errors(response, "text_of")
    assert file.document is None
    for value in given.values():
        assert not value.isalnum() or value in words(response)


def test_document_that_is_none_is_refused(clerk: Client) -> None:
    file = inboxes.waiting()
    for sent, why in (("0 OR 1=1", "whole number"), ("9999", "deleted"), ("9" * 30, "deleted")):
        data = {"document": sent, "kept_as": "text", "language": "en"}
        data = {f"text_of-{name}": value for name, value in data.items()}
        response = clerk.post(of(file, "place"), {"way": "text", **data})
        assert why in errors(response, "text_of")


# A new draft ------------------------------------------------------------------------------------


def test_short_form_is_filled_and_says_from_which_words(clerk: Client) -> None:
    shown = words(page(clerk, inboxes.waiting(inboxes.FIRST, inboxes.LAST)))
    assert shown.count('class="place-from"') == 7
    assert "From page 2:" in shown
    assert "DONE at Dushanbe on this 4th day of May, 2023" in shown
    assert len(re.findall(r'class="place-field ', shown)) == 12


def test_draft_is_made_of_what_the_form_is_filled_with(clerk: Client) -> None:
    file, following = inboxes.waiting(inboxes.FIRST, inboxes.LAST), inboxes.waiting()
    response = as_draft(clerk, file, note="Second page is pale.")
    assert response.url == of(following, "place")
    document = file.document
    assert (document.publication_state, document.type_id) == ("draft", "agreement")
    assert (document.level, document.signed_on) == ("intergovernmental", "2023-05-04")
    assert document.internal_note == "Second page is pale."
    titles = document.titles.values_list("text", "language")
    assert list(titles) == [(inboxes.TITLE, "en")]
    parties = document.parties.order_by("side")
    assert [(p.side, p.state.code, p.acting_as) for p in parties] == [
        (1, "kz", "government"),
        (2, "tj", "government"),
    ]
    assert str(document.signings.get().place) == "Dushanbe"
    assert (file.text.language, file.text.role) == ("en", "prevails")
    assert "a draft is made" in told(clerk.get(response.url))[0]


def test_bare_scan_needs_a_title_and_a_language(clerk: Client) -> None:
    file = inboxes.waiting()
    response = as_draft(clerk, file, note="A stain.")
    assert "A document needs a title" in errors(response, "new_draft")
    assert "A stain." in words(response)
    assert not Document.objects.exists()
    as_draft(clerk, file, text="Протокол о воде", language="ru", text_language="ru")
    assert file.document.type_id == "protocol"
    assert not file.document.signings.exists()


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"signed_on": "in spring"}, "date"),
        ({"signed_on": "99999"}, "year"),
        ({"language": "x"}, "language code"),
        ({"side_1-typed": "Atlantis"}, "Nothing is called"),
        ({"side_1": ["state-999999"]}, "no longer in the archive"),
        ({"side_1": ["zebra"]}, "no longer in the archive"),
        ({"type": "poem"}, "Select a valid choice"),
        ({"event": "12345"}, "Select a valid choice"),
        ({"event": "9" * 40}, "Select a valid choice"),
        ({"text": "T" * 2001}, "at most 2000"),
    ],
)
def test_refused_draft_says_why_and_keeps_what_was_typed(
    clerk: Client, given: dict[str, Any], why: str
) -> None:
    file = inboxes.waiting(inboxes.FIRST, inboxes.LAST)
    response = as_draft(clerk, file, **given, note="Keep this.")
    assert response.status_code == 200
    assert why.lower() in errors(response, "new_draft").lower()
    assert "Keep this." in words(response)
    assert file.document is None
    assert not Document.objects.exists()


def test_event_of_the_day_is_offered(clerk: Client) -> None:
    states = [State.objects.get(code=code) for code in ("kz", "tj")]
    event = builders.event("Visit of May", states=states)
    builders.event("Other visit")
    builders.document(event=event, event_position=3)
    file = inboxes.waiting(inboxes.FIRST, inboxes.LAST)
    form = page(clerk, file).context["new_draft"]
    assert [label for _key, label in form.fields["event"].choices][1:] == ["Visit of May"]
    as_draft(clerk, file, event=event.pk)
    assert (file.document.event, file.document.event_position) == (event, 4)


def test_possible_duplicate_of_a_new_draft_is_told(clerk: Client) -> None:
    document = recorded()
    Identifier.objects.create(document=document, scheme_id="unts", value="12345")
    response = as_draft(clerk, inboxes.waiting(inboxes.FIRST, inboxes.LAST))
    assert any("entered already" in line for line in told(clerk.get(response.url)))


# Others, and what is undone ---------------------------------------------------------------------


def test_file_that_somebody_placed_meanwhile_is_not_placed_twice(clerk: Client) -> None:
    document, other = recorded(), builders.draft("Treaty on the quokka")
    file, following = inboxes.waiting(inboxes.FIRST), inboxes.waiting()
    as_text(clerk, file, document)
    response = as_text(clerk, file, other=other.pk)
    assert response.url == of(following, "place")
    assert file.document == document
    assert "is placed already" in told(clerk.get(response.url))[-1]


def test_file_of_a_deleted_draft_is_back_in_the_inbox(clerk: Client) -> None:
    file = inboxes.waiting(inboxes.FIRST, inboxes.LAST)
    as_draft(clerk, file)
    draft = file.document
    delete = f"/admin/agreements/document/{draft.pk}/delete/"
    response = clerk.post(delete, {"post": "yes"}, follow=True)
    builders.settle()
    assert not Document.objects.exists()
    file.refresh_from_db()
    assert list(File.objects.in_turn()) == [file]
    assert file.placed_at is None
    assert "is back in the inbox" in " ".join(told(response))


def test_deletion_says_which_file_goes_back(clerk: Client) -> None:
    file = inboxes.waiting(inboxes.FIRST, name="tourism.pdf")
    as_draft(clerk, file)
    url = f"/admin/agreements/document/{file.document_id}/delete/"
    shown = words(clerk.get(url))
    assert "“tourism.pdf” goes back to the inbox." in shown
    assert "Titles: 1" in shown
    assert "Files:" not in shown and "Pages:" not in shown
    builders.file(file.document)
    builders.settle()
    assert "Files: 1" in words(clerk.get(url))


def test_placing_is_undone_by_the_history(clerk: Client) -> None:
    document, file = recorded(), inboxes.waiting(inboxes.FIRST, inboxes.LAST)
    mark = Change.objects.latest("pk").pk
    as_text(clerk, file, document)
    history.revert(Change.objects.filter(pk__gt=mark))
    builders.settle()
    assert not document.texts.exists()
    assert list(File.objects.in_turn()) == [file]


def test_unknown_way_saves_nothing(clerk: Client) -> None:
    file = inboxes.waiting(inboxes.FIRST)
    for way in ("", "elsewhere"):
        assert clerk.post(of(file, "place"), {"way": way}).status_code == 200
    assert list(File.objects.in_turn()) == [file]


def test_who_may_add_no_documents_places_files_with_recorded_ones() -> None:
    helper = signed_in("helper", "add_document", group="clerk")
    document, file = recorded(), inboxes.waiting(inboxes.FIRST, inboxes.LAST)
    response = page(helper, file)
    assert 'id="place-new"' not in words(response)
    assert "pacta-boxes.js" not in words(response)
    refused = helper.post(
        of(file, "place"),
        {"way": "draft", "new-text": "T", "new-language": "en", "new-text_language": "en"},
    )
    assert "You may not add documents" in errors(refused, "new_draft")
    as_text(helper, file, document)
    assert file.document == document


def test_skip_and_back_lead_through_the_pile(clerk: Client) -> None:
    one, two, three = (inboxes.waiting() for _n in range(3))
    context = page(clerk, two).context
    assert (context["previous"], context["following"]) == (one.pk, three.pk)
    context = page(clerk, three).context
    assert (context["previous"], context["following"]) == (two.pk, one.pk)
    File.objects.filter(pk__in=[one.pk, two.pk]).update(set_aside="later")
    context = page(clerk, three).context
    assert (context["previous"], context["following"]) == (None, None)


def test_page_costs_the_same_for_one_and_for_many_candidates(clerk: Client) -> None:
    file = inboxes.waiting(inboxes.FIRST, inboxes.LAST)
    recorded()
    page(clerk, file)
    with CaptureQueriesContext(connection) as one:
        page(clerk, file)
    for _n in range(7):
        recorded()
    with CaptureQueriesContext(connection) as many:
        response = page(clerk, file)
    assert len(response.context["rows"]) == 8
    assert len(many) <= len(one)


def test_words_are_judged_in_the_language_that_is_given(clerk: Client) -> None:
    file = inboxes.waiting()
    Job.objects.all().delete()
    as_text(clerk, file, recorded())
    assert Job.objects.get().file == file


def test_what_is_not_read_yet_is_told_and_not_called_unlike_all(clerk: Client) -> None:
    """A scan has no words of its own, and waits to be read by a machine."""
    recorded()
    file = inboxes.waiting()
    Job.objects.all().delete()
    assert "No recorded document is like it" in words(page(clerk, file))
    Job.objects.create(kind="ocr", file=file)
    shown = words(page(clerk, file))
    assert "not read yet: nothing is proposed" in shown
    assert "is proposed when its words are read" in shown
    assert "No recorded document is like it" not in shown
    Job.objects.update(state="done")
    inboxes.read_out(file, inboxes.FIRST, inboxes.LAST)
    assert "not read yet" not in words(page(clerk, file))


def test_why_words_are_of_no_use_is_a_sentence(clerk: Client) -> None:
    file = inboxes.waiting()
    File.objects.update(words_reason="machine_failed")
    shown = words(page(clerk, file))
    assert "A machine read it, and found no usable words." in shown
    assert "machine_failed" not in shown


def test_where_the_same_bytes_are_is_told(clerk: Client) -> None:
    document, file = builders.draft("Treaty on the quokka"), inboxes.waiting()
    placed = builders.file(document, sha256=file.sha256)
    second = builders.file(None, sha256=file.sha256, name="second.pdf")
    shown = words(page(clerk, file))
    assert (
        f'held already: <a href="/admin/agreements/document/{placed.document_id}/change/">' in shown
    )
    assert f'inbox already: <a href="{of(second, "place")}"' in shown
