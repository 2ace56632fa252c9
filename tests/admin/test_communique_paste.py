"""A communique is pasted or uploaded: it is kept as a source, once, or refused in words."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from agreements.editing.communiques import keeping
from agreements.models import Communique, Document, Event, Source
from tests import builders
from tests.admin.conftest import signed_in
from tests.admin.desk import messages
from tests.communiques import TEXT, begun

PASTE = "/admin/agreements/event/from-communique/"
GIVEN = {
    "publisher": "News agency",
    "url": "https://news.example/visit",
    "title": "They signed",
    "published_on": "4 May 2023",
    "language": "en",
}


def paste(client: Client, **values: Any) -> HttpResponse:
    return client.post(PASTE, GIVEN | {"text": TEXT} | values, follow=True)


def upload(client: Client, content: bytes, name: str = "communique.txt") -> HttpResponse:
    return paste(client, text="", file=SimpleUploadedFile(name, content))


def refused(response: HttpResponse) -> str:
    assert response.status_code == 200
    assert not Communique.objects.exists() and not Source.objects.filter(title="They signed")
    errors = response.context["form"].errors
    return " ".join(f"{name}: {words}" for name, lines in errors.items() for words in lines)


def test_text_is_kept_as_a_source_and_its_review_opens(clerk: Client) -> None:
    response = paste(clerk)
    communique = Communique.objects.get()
    assert response.redirect_chain == [(f"{PASTE}{communique.pk}/", 302)]
    kept = communique.source
    assert kept.kept_text == TEXT.strip()
    assert {name: getattr(kept, name) for name in GIVEN} == GIVEN | {"published_on": "2023-05-04"}
    assert kept.retrieved_on
    assert (communique.made_by, communique.event) == ("clerk", None)
    assert not Event.objects.exists() and not Document.objects.exists()


def test_file_is_read(clerk: Client) -> None:
    upload(clerk, b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    assert Source.objects.get().kept_text == TEXT.strip()


def test_language_is_taken_from_the_text(clerk: Client) -> None:
    paste(clerk, language="")
    assert Source.objects.get().language == "en"


def test_text_is_kept_in_form_nfc_so_that_places_hold(clerk: Client) -> None:
    paste(clerk, text="Кии\u0306в. " + TEXT)
    communique = Communique.objects.get()
    assert communique.source.kept_text.startswith("Кий" + "в. ")
    assert communique.form["documents-TOTAL_FORMS"] != ["0"]


BAD_TEXTS = {
    "nothing": ("", "Paste the text, or choose a file."),
    "spaces": (" \n\t ", "Paste the text, or choose a file."),
    "no words": ("--- 12 ---", "There are no words in this text."),
    "too long": ("word " * 40_001, "This is too long: 200,004 signs. A communique has at most"),
    "NUL": ("They signed\0 it.", "Null characters are not allowed."),
    "junk": ("They \x01\x02signed", "It has signs"),
    "PDF": ("%PDF-1.4 They signed it.", "This is a file of another kind (PDF)"),
    "a half of a letter": ("They signed \x7f it", "U+007F"),
}


@pytest.mark.parametrize("what", BAD_TEXTS)
def test_text_is_refused(clerk: Client, what: str) -> None:
    text, words = BAD_TEXTS[what]
    response = paste(clerk, text=text)
    assert words.lower() in refused(response).lower()


BAD_FILES = {
    "a picture": (b"\x89PNG\r\n\x1a\n\xff\xd8\xff", "a.txt", "This file is not text in UTF-8."),
    "another encoding": ("Подписаны".encode("cp1251"), "a.txt", "not text in UTF-8"),
    "UTF-16": (TEXT.encode("utf-16"), "a.txt", "not text in UTF-8"),
    "a document": (b"PK\x03\x04", "a.docx", "not text in UTF-8"),
    "NUL": (b"They signed\x00 it.", "a.txt", "U+0000"),
    "too large": (b"word " * 170_000, "a.txt", "This file is too large."),
    "PDF": (b"%PDF-1.4 They signed it.", "a.txt", "another kind (PDF), not plain text"),
    "a Word document": (b"PK\x03\x04\x14 They signed it.", "a.txt", "another kind (Word, ZIP)"),
    "RTF": (rb"{\rtf1\ansi They signed it.}", "a.txt", "another kind (RTF)"),
    "a web page": (b"\xef\xbb\xbf\n<!DOCTYPE html><p>Signed", "a.txt", "another kind (HTML)"),
    "empty": (b"", "a.txt", "The submitted file is empty."),
}


@pytest.mark.parametrize("what", BAD_FILES)
def test_file_is_refused(clerk: Client, what: str) -> None:
    content, name, words = BAD_FILES[what]
    assert words in refused(upload(clerk, content, name))


BAD_VALUES = {
    "date": ({"published_on": "in spring"}, "published_on:"),
    "impossible date": ({"published_on": "31 February 2023"}, "published_on:"),
    "language": ({"language": "English please"}, "language: Write a language code"),
    "address": ({"url": "no address"}, "url: Enter a valid URL."),
    "no source": (
        {"publisher": "", "url": "", "title": ""},
        "publisher: Give a publisher, a title or an address.",
    ),
}


@pytest.mark.parametrize("what", BAD_VALUES)
def test_value_beside_the_text_is_refused_and_the_text_stands(clerk: Client, what: str) -> None:
    values, words = BAD_VALUES[what]
    response = paste(clerk, **values)
    assert words in " ".join(
        f"{name}: {line}"
        for name, lines in response.context["form"].errors.items()
        for line in lines
    )
    assert not Communique.objects.exists()
    assert "Kassym-Jomart" in response.content.decode()


def test_text_and_file_together_are_refused(clerk: Client) -> None:
    response = paste(clerk, file=SimpleUploadedFile("a.txt", b"Another text."))
    assert "Paste the text or choose a file, not both." in refused(response)


def test_another_text_at_a_known_address_is_asked_about(clerk: Client) -> None:
    builders.source(url=GIVEN["url"], kept_text="An earlier text.", title="Earlier")
    response = paste(clerk)
    assert "another text from this address" in refused(response)
    assert "Earlier" in response.content.decode()
    paste(clerk, is_another="on")
    assert Communique.objects.count() == 1


def test_same_text_again_leads_to_its_review(clerk: Client) -> None:
    first = begun()
    response = paste(clerk, text=TEXT.replace("\n", "\r\n").replace(", ", ",  "))
    assert response.redirect_chain[-1][0] == f"{PASTE}{first.pk}/"
    assert "pasted already by clerk" in messages(response)[0]
    assert Communique.objects.count() == 1


def test_same_text_again_leads_to_the_event_made_of_it(clerk: Client) -> None:
    communique = begun()
    communique.event = builders.event("Visit", publication_state="draft")
    communique.save()
    response = paste(clerk)
    assert response.redirect_chain[-1][0].endswith(f"/event/{communique.event.pk}/change/")
    assert "in the archive already" in messages(response)[0]


def test_text_that_an_event_sheet_kept_leads_to_its_event(clerk: Client) -> None:
    event = builders.event(publication_state="draft")
    source = event.citations.get().source
    source.kept_text = TEXT.strip().replace("\n", "\r\n")
    source.save()
    response = paste(clerk)
    assert response.redirect_chain[-1][0].endswith(f"/event/{event.pk}/change/")


NO_SOURCE = {"publisher": "", "url": "", "title": ""}


def test_known_text_needs_no_publisher(clerk: Client) -> None:
    first = begun()
    response = paste(clerk, **NO_SOURCE)
    assert response.redirect_chain[-1][0] == f"{PASTE}{first.pk}/"


def test_file_that_is_refused_for_something_else_stands_in_the_text(clerk: Client) -> None:
    file = SimpleUploadedFile("communique.txt", TEXT.encode())
    response = paste(clerk, text="", file=file, **NO_SOURCE)
    page = response.content.decode()
    assert "The words of the file stand in the field" in page and "Kassym-Jomart" in page
    assert "chosen again" not in page
    again = paste(clerk, text=response.context["form"]["text"].value())
    assert again.redirect_chain and Communique.objects.count() == 1


def test_file_is_to_be_chosen_again_only_where_one_was(clerk: Client) -> None:
    assert "chosen again" not in paste(clerk, **NO_SOURCE).content.decode()
    response = upload(clerk, b"\x89PNG\r\n\x1a\n\xff\xd8\xff")
    assert "The file has to be chosen again." in response.content.decode()


def test_wrong_field_has_the_focus(clerk: Client) -> None:
    def focused(response: HttpResponse) -> list[str]:
        form = response.context["form"]
        return [name for name in form.fields if "autofocus" in str(form[name])]

    assert focused(clerk.get(PASTE)) == ["text"]
    assert focused(paste(clerk, **NO_SOURCE)) == ["publisher"]
    assert focused(paste(clerk, published_on="in spring", language="x y z")) == ["published_on"]


def test_page_says_beforehand_what_it_needs(clerk: Client) -> None:
    assert "Give at least one of these" in clerk.get(PASTE).content.decode()


RECIPE = "Take two eggs and a cup of flour. Stir, and bake for twenty minutes."


def test_text_that_says_nothing_of_agreements_is_asked_about_once(clerk: Client) -> None:
    response = paste(clerk, text=RECIPE)
    page = response.content.decode()
    assert "Nothing of agreements was found in this text" in page and RECIPE in page
    assert not Communique.objects.exists() and not Source.objects.filter(kept_text=RECIPE)
    response = paste(clerk, text=RECIPE, read_anyway="1")
    assert response.redirect_chain and Communique.objects.get().source.kept_text == RECIPE


def test_file_that_is_asked_about_stands_in_the_text(clerk: Client) -> None:
    response = upload(clerk, RECIPE.encode())
    assert response.context["form"]["text"].value() == RECIPE


def test_open_reviews_are_listed(clerk: Client) -> None:
    communique = begun(title="Visit of May")
    page = clerk.get(PASTE).content.decode()
    assert f"{PASTE}{communique.pk}/" in page and "Visit of May" in page


def test_open_review_of_an_untitled_source_is_called_by_its_event(clerk: Client) -> None:
    name = begun(title="").form["event-name"][0]
    assert f"{name}</a>" in clerk.get(PASTE).content.decode()


def test_front_page_says_that_some_are_begun(clerk: Client) -> None:
    assert "not yet saved" not in clerk.get("/admin/").content.decode()
    begun()
    assert "1 communique is begun and not yet saved" in clerk.get("/admin/").content.decode()


def test_reader_is_sent_to_sign_in(client: Client, db: None) -> None:
    communique = begun()
    for url in (PASTE, f"{PASTE}{communique.pk}/"):
        for ask in (client.get, client.post):
            response = ask(url)
            assert response.status_code == 302 and "/login/" in response["Location"]


@pytest.mark.parametrize("right", ["add_event", "add_document", "add_source"])
def test_who_may_not_add_is_refused(db: None, right: str) -> None:
    somebody = signed_in("somebody", right, group="clerk")
    communique = begun()
    for url in (PASTE, f"{PASTE}{communique.pk}/"):
        assert somebody.get(url).status_code == 403
        assert somebody.post(url).status_code == 403


def test_a_fault_of_the_parser_costs_no_text(
    clerk: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*args: Any, **options: Any) -> None:
        raise RecursionError

    monkeypatch.setattr(keeping, "parse", fails)
    response = paste(clerk)
    assert Communique.objects.get().source.kept_text == TEXT.strip()
    assert "could not be read" in response.content.decode()
    assert "can't be read" in caplog.text
