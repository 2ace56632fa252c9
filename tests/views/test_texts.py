"""The page on which a text is read."""

from __future__ import annotations

import re
from typing import Any

import html5lib
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from agreements.editing.merging import merge
from agreements.models import Citation, File, FileWords, Page, Text
from agreements.texts import words
from agreements.views import marks, reading
from tests import builders

pytestmark = pytest.mark.django_db

TREATY = """AGREEMENT ON ROADS

The two governments, wishing well, have agreed as follows:

Article 1
Roads

The roads are to be <b>kept</b> & mended.

Article 2

Bridges are roads.

Article 3

Each side pays for its own.
"""
ARABIC = """اتفاقية

المادة ١

الطرق.

المادة ٢

الجسور.
"""


def with_text(body: str = TREATY, **values: Any) -> Text:
    text = builders.text(builders.document("Agreement on roads"), body=body, **values)
    builders.settle()
    return text


def with_pages(*pages: str, starts: list[int] | None = None, **values: Any) -> Text:
    """A text whose words were read out of a PDF; what the search has of it is the same."""
    text = Text.objects.create(document=builders.document("Agreement on roads"), language="en")
    add_pages(text, *pages, starts=starts, **values)
    builders.settle()
    return text


def add_pages(text: Text, *pages: str, starts: list[int] | None = None, **values: Any) -> File:
    row = {"pages": len(pages), "words_state": "usable"} | values
    file = builders.file(text.document, text=text, **row)
    Page.objects.bulk_create(
        Page(file=file, number=number, words=page) for number, page in enumerate(pages, start=1)
    )
    places = [sum(len(page) + 2 for page in pages[:n]) for n in range(len(pages))]
    FileWords.objects.create(file=file, words="\n\n".join(pages), page_starts=starts or places)
    return file


def address(text: Text) -> str:
    return Text.objects.get(pk=text.pk).get_absolute_url()


def read(client: Client, text: Text, query: str = "") -> str:
    """What is between the tags of the part with the words."""
    response = client.get(address(text) + query)
    assert response.status_code == 200
    page = response.content.decode()
    html5lib.HTMLParser(strict=True).parse(page)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    return page[page.index('id="text"') : page.index("</main>")]


# ---- what it is


def test_shows_words_in_articles(client: Client) -> None:
    page = read(client, with_text())
    assert '<h2 id="article-1">Article 1<br>Roads <a class="anchor" href="#article-1"' in page
    assert "are to be &lt;b&gt;kept&lt;/b&gt; &amp; mended." in page
    assert page.index("wishing well") < page.index("Bridges") < page.index("Each side pays")


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("authentic", "authentic"),
        ("prevails", "authentic, prevails in case of doubt"),
        ("official_translation", "official translation"),
        ("unofficial_translation", "unofficial translation"),
        ("machine_translation", "A machine translated this."),
        ("", "language role not recorded"),
    ],
)
def test_says_what_the_text_is(client: Client, role: str, words: str) -> None:
    text = with_text(role=role, origin="Gazette 5", language="ru", url="https://gazette.example/5")
    response = client.get(address(text))
    for said in ("Text in Russian", words, "Gazette 5", "https://gazette.example/5"):
        assertContains(response, said)
    assertContains(response, text.document.get_absolute_url())


def test_words_have_their_language_and_direction(client: Client) -> None:
    assert '<div class="words" lang="ar" dir="rtl">' in read(client, with_text(language="ar"))
    assert '<div class="words" lang="fa" dir="rtl">' in read(client, with_text(language="fa"))
    assert 'lang="kk-Arab" dir="rtl">' in read(client, with_text(language="kk-Arab"))
    assert 'lang="uz-Cyrl" dir="ltr">' in read(client, with_text(language="uz-Cyrl"))


def test_contents_stand_where_there_are_many_articles(client: Client) -> None:
    few = "\n\n".join(f"Article {n}\n\nWords." for n in range(1, 6))
    many = few + "\n\nArticle 6\n\nWords."
    assertNotContains(client.get(address(with_text(few))), "Contents")
    response = client.get(address(with_text(many)))
    assertContains(response, '<a href="#article-6">Article 6</a>', html=True)


def test_headings_go_down_step_by_step(client: Client) -> None:
    first = "CHAPTER I\nRoads\n\nArticle 1\n\nOne.\n\nArticle 2\n\nTwo."
    body = f"{first}\n\nCHAPTER II\nBridges\n\nArticle 3\n\nThree."
    levels = re.findall(r"<h([1-6])", read(client, with_text(body)))
    assert levels == ["2", "3", "3", "2", "3"]


def test_lines_that_were_broken_for_want_of_room_go_on(client: Client) -> None:
    wrapped = (
        "The governments, wishing to strengthen the friendship of their peoples and to\n"
        "mend the roads between them as soon as may be, have agreed on what follows here\n"
        "below."
    )
    assert "peoples and to mend the roads" in read(client, with_text(wrapped))
    signed = "For the Government\nof Alphaland"
    assert "For the Government<br>of Alphaland" in read(client, with_text(signed))


def test_broken_lines_of_chinese_are_joined_without_a_blank() -> None:
    line = "双方同意在平等互利的基础上鼓励和支持两国在文化艺术教育"
    assert marks.written(marks.flowing(f"{line}\n{line}")) == line * 2
    assert marks.written(marks.flowing(f"甲方\n{line}")) == f"甲方<br>{line}"


def test_text_that_is_elsewhere_says_so(client: Client) -> None:
    text = with_text("", url="https://gazette.example/5")
    assert "does not hold the words" in read(client, text)
    assertNotContains(client.get(address(text)), "Words in this text")
    assertNotContains(client.get(text.document.get_absolute_url()), address(text))


@pytest.mark.parametrize("body", ["\x01 \x0b a \ufffe\x85b\r\nc\rd", "\n\n", " \x0c "])
def test_odd_letters_are_no_error(client: Client, body: str) -> None:
    read(client, with_text(body))


# ---- whom it is for


@pytest.mark.parametrize("state", ["draft", "in_review"])
def test_text_of_a_draft_is_not_found(client: Client, state: str) -> None:
    text = builders.text(builders.document(publication_state=state), body="Secret")
    assert client.get(address(text)).status_code == 404
    assert client.get(f"/documents/{text.document_id}/texts/{text.pk}/").status_code == 404


def test_text_that_is_not_public_is_not_found_and_not_told_of(client: Client) -> None:
    text = with_text("Secret", is_public=False)
    public = builders.text(text.document, body="Open")
    builders.settle()
    assert client.get(address(text)).status_code == 404
    assertNotContains(client.get(f"{address(public)}?beside={text.pk}"), "Secret")


def test_file_that_is_not_public_is_not_read(client: Client) -> None:
    text = with_pages("Open words")
    secret = add_pages(text, "Secret words", is_public=False, kind="tiff")
    builders.settle()
    assert "Secret" not in read(client, text)
    File.objects.filter(pk=secret.pk).update(is_public=True)
    File.objects.exclude(pk=secret.pk).update(is_public=False)
    builders.settle()
    assert "Open" not in read(client, text)


def test_text_of_a_withdrawn_document_is_gone(client: Client) -> None:
    document = builders.document(
        "Agreement on seas", publication_state="withdrawn", withdrawal_reason="Entered twice."
    )
    text = builders.text(document, body="Secret")
    response = client.get(f"/documents/{document.pk}/x/texts/{text.pk}/")
    assertContains(response, "Entered twice.", status_code=410)
    assertNotContains(response, "Secret", status_code=410)


def test_text_of_a_merged_document_is_found_where_it_went(client: Client) -> None:
    losing, kept = builders.document("Agreement on roads"), builders.document("Agreement, again")
    text = builders.text(losing, body=TREATY)
    builders.settle()
    old = address(text)
    merge(losing, kept, "The same.")
    builders.settle()
    moved = client.get(old)
    assert moved.status_code == 301
    assert moved.headers["Location"] == address(text)
    assert f"/documents/{kept.pk}/" in address(text)
    read(client, text)


def test_wrong_address_redirects_for_good_and_keeps_the_query(client: Client) -> None:
    text = with_text()
    for path in (f"{text.document_id}/wrong", f"{text.document_id}"):
        response = client.get(f"/documents/{path}/texts/{text.pk}/?q=road")
        assertRedirects(response, f"{address(text)}?q=road", 301)


def test_text_of_another_document_is_not_found(client: Client) -> None:
    text, other = with_text(), with_text()
    assert client.get(f"/documents/{other.document_id}/x/texts/{text.pk}/").status_code == 404


@pytest.mark.parametrize("number", ["0", "999999", "9" * 20, "9" * 400])
def test_unknown_number_is_not_found(client: Client, number: str) -> None:
    text = with_text()
    assert client.get(f"/documents/{text.document_id}/x/texts/{number}/").status_code == 404
    assert client.get(f"/documents/{number}/x/texts/{text.pk}/").status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "?from=nowhere",
        "?from=999999999",
        "?from=-1",
        "?from=%00",
        f"?from={'9' * 400}",
        "?from=page-9",
        "?from=page-",
        "?beside=x",
        f"?beside={'9' * 400}",
        "?q=%00%22",
        "?q=the+of",
        "?q=1990-2000",
        f"?q={'roads+' * 150}",
        "?beside=1&q=%27%22%3C&from=article-2",
    ],
)
def test_bad_query_is_no_error(client: Client, query: str) -> None:
    text = with_text()
    response = client.get(address(text) + query, follow=True)
    assertContains(response, "Bridges are")


# ---- words of files


def test_pages_stand_with_their_pictures_and_ways_to_the_file(client: Client) -> None:
    text = with_pages("Article 1\n\nRoads are", "open to all.\n\nArticle 2\n\nBridges.", "")
    file = File.objects.get(text=text)
    page = read(client, text)
    for number in (1, 2, 3):
        assert f'id="page-{number}"' in page
        assert f'href="{file.get_absolute_url()}#page={number}"' in page
        assert f"/files/{file.pk}/pages/{number}.webp?width=480 480w" in page
    assert page.count('loading="lazy"') == 3
    assert page.index('id="page-2"') < page.index("open to all") < page.index('id="article-2"')
    assert "No words on this page." in page


def test_words_are_those_of_the_pages_and_not_the_cleaned_ones(client: Client) -> None:
    text = with_pages("TREATY SERIES 1993\nRoads are open.")
    FileWords.objects.update(words="Roads are cleaned.")
    builders.settle()
    page = read(client, text)
    assert "TREATY SERIES" in page
    assert "cleaned" not in page


def test_typed_words_come_before_those_of_the_file(client: Client) -> None:
    text = with_pages("Of the file")
    Text.objects.filter(pk=text.pk).update(body="Typed by hand")
    builders.settle()
    page = read(client, text)
    assert "Typed by hand" in page
    assert "Of the file" not in page


def test_images_are_counted_through_as_pages_of_one_paper(client: Client) -> None:
    text = with_pages("First", kind="jpeg")
    add_pages(text, "Second", kind="jpeg", position=2)
    builders.settle()
    page = read(client, text)
    assert page.index('id="page-1"') < page.index("First") < page.index('id="page-2"')
    assert page.index('id="page-2"') < page.index("Second")


def test_file_without_pages_has_no_page_numbers(client: Client) -> None:
    page = read(client, with_pages(TREATY, kind="docx", name="a.docx", pages=None))
    assert "Bridges are roads." in page
    assert "page-1" not in page


def test_what_a_machine_read_is_marked(client: Client) -> None:
    text = with_pages("Roads", words_by="Tesseract 5.3, eng")
    response = client.get(address(text))
    assertContains(response, "Read by machine from a scan: the scan is what counts.")
    assertContains(response, "Tesseract 5.3, eng")
    assertNotContains(client.get(address(with_pages("Roads"))), "Read by machine")


def test_scan_that_nobody_read_shows_its_pages(client: Client) -> None:
    text = with_pages("l|Il1 noise", words_state="needs_ocr")
    page = read(client, text)
    assert "noise" not in page
    assert "/pages/1.webp" in page
    assert "This is a scan. Its words have not been read out of it." in page


def test_scan_that_a_machine_read_in_vain_is_not_marked_as_read(client: Client) -> None:
    found = {"words_state": "no_text_layer", "words_reason": "machine_failed"}
    text = with_pages("", words_by="Tesseract 5.3, eng", **found)
    response = client.get(address(text))
    assertContains(response, "A machine tried to read it, and found no usable words.")
    assertNotContains(response, "Read by machine from a scan")


def test_document_leads_to_its_texts(client: Client) -> None:
    typed, filed = with_text(), with_pages("Roads")
    for text in (typed, filed):
        assertContains(client.get(text.document.get_absolute_url()), f'href="{address(text)}"')


def test_citation_of_an_article_leads_to_it(client: Client) -> None:
    text = with_text()
    Citation.objects.create(document=text.document, text=text, article="Article 2, paragraph 1")
    builders.settle()
    link = f'<a href="{address(text)}#article-2">'
    assertContains(client.get(text.document.get_absolute_url()), link)
    Text.objects.filter(pk=text.pk).update(is_public=False)
    builders.settle()
    assertNotContains(client.get(text.document.get_absolute_url()), address(text))


# ---- words that are sought


def test_words_are_marked_and_lead_from_one_to_the_next(client: Client) -> None:
    text = with_text()
    page = read(client, text, "?q=road")
    assert len(re.findall("<mark", page)) == 4
    assert '<span id="found"></span><mark id="hit-1">ROADS</mark>' in page
    assert '<mark id="hit-2">Roads</mark>\u2060<a class="next" href="#hit-3"' in page
    assert "hit-5" not in page
    assertContains(client.get(address(text) + "?q=road"), "<b>4</b> places")
    assertContains(client.get(address(text) + "?q=ships"), "These words are not in this text")


@pytest.mark.parametrize(
    "words", ['<img src=x onerror="alert(1)">', "</mark><script>", "&lt;img onerror&gt;", "\ufdd1"]
)
def test_marks_let_no_tag_through(client: Client, words: str) -> None:
    text = with_text(f"Of waters {words} waters and img onerror script.")
    page = read(client, text, "?q=water+onerror+img+script+mark+lt")
    assert "<img" not in page
    assert "<script" not in page
    assert "<mark" in page


def test_mark_that_goes_on_over_a_page_has_its_anchor_once(client: Client) -> None:
    page = read(client, with_pages("the red", "fox runs"), "?q=%22red+fox%22")
    assert page.count('id="hit-1"') == 1
    assert page.count("<mark") == 2


def test_place_that_was_asked_for_is_where_one_begins(client: Client) -> None:
    page = read(client, with_text(), f"?q=road&from={TREATY.index('Bridges')}")
    assert '<span id="found"></span><mark id="hit-4">' in page


def test_not_all_places_of_a_common_word_are_marked(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(marks, "MOST_MARKED", 3)
    text = with_text("water and water. " * 5)
    page = read(client, text, "?q=water")
    assert page.count("<mark") == 3
    response = client.get(address(text) + "?q=water")
    assertContains(response, "<b>10</b> places")
    assertContains(response, "The first 3 on this page are marked.")
    link = re.search(r'href="([^"]*)"[^>]*>next after those', response.content.decode())[1]
    following = client.get(link.replace("&amp;", "&").partition("#")[0]).content.decode()
    assert '<span id="found"></span><mark id="hit-' in following


def test_search_leads_to_the_place_in_a_typed_text(client: Client) -> None:
    text = with_text()
    page = client.get("/documents/?q=bridges").content.decode()
    at = TREATY.index("Bridges")
    link = f'href="{address(text)}?q=bridges&amp;from={at}#found" rel="nofollow"'
    assert link in page


def test_search_leads_to_the_page_of_the_file(client: Client) -> None:
    text = with_pages("Roads", "Ships", "All about bridges and roads")
    page = client.get("/documents/?q=bridges").content.decode()
    assert f'{address(text)}?q=bridges&amp;from=page-3#page-3" rel="nofollow"' in page
    assert "In the text, page 3" in page


def test_search_leads_to_the_page_deep_in_a_long_file(client: Client) -> None:
    filler = " ".join(f"word{n}" for n in range(2000))
    pages = [f"{filler} page{n}" for n in range(6)]
    text = with_pages(*pages[:4], f"{filler} bridges", *pages[4:])
    assert text.document.search_parts.count() > 1
    page = client.get("/documents/?q=bridges").content.decode()
    assert "from=page-5#page-5" in page


def test_search_counts_pages_through_images(client: Client) -> None:
    text = with_pages("First", "Second", kind="tiff")
    unread = builders.file(text.document, text=text, kind="jpeg", position=1, pages=1)
    add_pages(text, "All about bridges", kind="jpeg", position=2)
    builders.settle()
    assert "from=page-4#page-4" in client.get("/documents/?q=bridges").content.decode()
    page = read(client, text)
    assert f"/files/{unread.pk}/pages/1.webp" in page
    assert page.index('id="page-4"') < page.index("All about bridges")


def test_search_leads_to_the_first_place_in_a_file_without_pages(client: Client) -> None:
    text = with_pages("All about bridges", kind="docx", pages=None)
    page = client.get("/documents/?q=bridges").content.decode()
    assert f'{address(text)}?q=bridges#found"' in page
    assert 'id="found"' in read(client, text, "?q=bridges")


# ---- side by side


def both() -> tuple[Text, Text]:
    one = with_text(language="en", role="authentic")
    other = builders.text(one.document, body=ARABIC, language="ar", role="prevails")
    builders.settle()
    return one, other


def test_two_versions_stand_side_by_side(client: Client) -> None:
    one, other = both()
    assertContains(client.get(address(one)), f'href="?beside={other.pk}" rel="nofollow"')
    response = client.get(f"{address(one)}?beside={other.pk}")
    assertContains(response, "Texts in English and Arabic")
    page = read(client, one, f"?beside={other.pk}")
    rows = re.findall(r'<tr role="row">(.*?)</tr>', page, re.DOTALL)
    second = next(row for row in rows if 'id="article-2"' in row)
    assert 'lang="en" dir="ltr"' in second
    assert 'lang="ar" dir="rtl"' in second
    assert 'id="beside-article-2"' in second
    assert "الجسور" in second
    third = next(row for row in rows if 'id="article-3"' in row)
    assert "No counterpart found in Arabic" in third
    assert re.findall('data-language="([^"]+)"', third) == ["English", "Arabic"]


def test_what_is_elsewhere_is_not_offered_to_stand_beside(client: Client) -> None:
    one, other = both()
    elsewhere = builders.text(one.document, body="", url="https://x.example/", language="fr")
    builders.settle()
    response = client.get(address(one))
    assertContains(response, f"?beside={other.pk}")
    assertNotContains(response, f"?beside={elsewhere.pk}")


def test_words_are_marked_in_both(client: Client) -> None:
    one, other = both()
    page = read(client, one, f"?beside={other.pk}&q=bridges+OR+الجسور")
    assert '<mark id="hit-1">Bridges</mark>' in page
    assert '<mark id="beside-hit-1">الجسور</mark>' in page
    assert page.count('id="found"') == 1


def test_places_are_counted_in_each_of_both(client: Client) -> None:
    one, other = both()
    response = client.get(f"{address(one)}?beside={other.pk}&q=الجسور")
    said = re.sub(r"<[^>]+>|\s+", " ", response.content.decode())
    assert "English: not found" in " ".join(said.split())
    assert "Arabic: 1 place: first on this page" in " ".join(said.split())
    assertContains(response, '<a href="#beside-hit-1">')


def test_place_of_the_second_on_another_part_is_led_to(client: Client) -> None:
    one = with_text(long_text(9, 100_000) + "\n\nArticle 10\n\nA bridge.")
    words = long_text(9, 100_000) + "\n\nArticle 10\n\nUn pont."
    other = builders.text(one.document, body=words, language="fr")
    builders.settle()
    response = client.get(f"{address(one)}?beside={other.pk}&q=pont")
    assertNotContains(response, "<mark")
    link = re.search(r'<a href="([^"]+)#beside-hit-1" rel="nofollow"', response.content.decode())
    assertContains(client.get(link[1].replace("&amp;", "&")), '<mark id="beside-hit-1">pont</mark>')


def test_machine_translation_that_stands_beside_is_marked(client: Client) -> None:
    one, other = both()
    Text.objects.filter(pk=other.pk).update(role="machine_translation")
    builders.settle()
    page = read(client, one, f"?beside={other.pk}")
    assert "Arabic: a machine translated this." in page


def test_what_can_not_stand_beside_is_said(client: Client) -> None:
    one, _other = both()
    for pk in (one.pk, with_text().pk, 999_999):
        response = client.get(f"{address(one)}?beside={pk}")
        assertContains(response, "that was to stand beside this one is not here")
        assertContains(response, "Bridges are roads.")


# ---- much


def long_text(articles: int, letters: int) -> str:
    return "\n\n".join(
        f"Article {n}\n\nWords of {'water ' * (letters // 6)}." for n in range(1, articles + 1)
    )


def test_long_text_is_cut_into_parts(client: Client) -> None:
    text = with_text(long_text(12, 100_000))
    first = client.get(address(text))
    assertContains(first, "Part 1 of")
    assertNotContains(first, 'id="article-11"')
    assertContains(first, f'href="{address(text)}?from=article-11#article-11" rel="nofollow"')
    page = read(client, text, "?from=article-11")
    assert 'id="article-11"' in page
    assert 'id="article-1"' not in page
    link = re.search(r'<a href="([^"]+)" rel="next nofollow"', first.content.decode())[1]
    second = client.get(link.replace("&amp;", "&").partition("#")[0])
    assertContains(second, "Part 2 of")
    assertContains(second, '<meta name="robots" content="noindex')


def test_long_file_is_cut_between_its_pages(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(reading, "MOST_SHEETS", 2)
    text = with_pages("One", "Two", "Three", "Four bridges", "Five")
    assert "page-3" not in read(client, text)
    page = read(client, text, "?q=bridges&from=page-4")
    assert re.findall(r'class="sheet" id="page-(\d)"', page) == ["3", "4"]
    assert '<mark id="hit-1">bridges</mark>' in page
    assert "Part 2 of 3" in page


def test_place_on_another_part_is_led_to(client: Client) -> None:
    text = with_text(long_text(9, 100_000) + "\n\nArticle 10\n\nA bridge.")
    page = client.get(address(text) + "?q=bridge").content.decode()
    link = re.search(r'<a href="([^"]+#found)"', page)[1].replace("&amp;", "&")
    assert "<mark" not in page
    assert '<span id="found"></span><mark id="hit-1">bridge' in client.get(link).content.decode()


def test_endless_text_is_cut_and_says_so(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(words, "MOST", 1000)
    typed = with_text("Words of water. " * 100)
    assert "It is too long to be shown here in full." in read(client, typed)
    filed = with_pages(*["Words of water. " * 10] * 20)
    page = read(client, filed)
    assert "too long" in page
    assert f'href="{File.objects.get(text=filed).get_absolute_url()}">Open the file' in page
    assert "too long" not in read(client, with_text())


def test_much_takes_no_more_statements_than_little(client: Client) -> None:
    def statements(text: Text, query: str) -> int:
        client.get(address(text) + query)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address(text) + query).status_code == 200
        return len([one for one in captured if "SAVEPOINT" not in str(one["sql"])])

    little = with_text("Article 1\n\nRoads.")
    beside = builders.text(little.document, body="Article 1\n\nRoutes.", language="fr")
    builders.settle()
    much = with_pages(*[f"Article {n}\n\nRoads." for n in range(1, 60)])
    for n in range(20):
        builders.text(much.document, body=f"Text {n}", language="fr")
    other = Text.objects.create(document=much.document, language="ru")
    add_pages(other, *[f"Статья {n}\n\nДороги." for n in range(1, 60)])
    builders.settle()
    # Of files, their rows and their pages are read besides; of words, what they mean.
    for few, many in (("", ""), (f"?beside={beside.pk}&q=roads", f"?beside={other.pk}&q=roads")):
        assert statements(much, many) <= statements(little, few) + 2 <= 10
