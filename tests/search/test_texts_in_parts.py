"""Texts of any length are searched whole, and a phrase is found where it stands."""

from __future__ import annotations

import random
from itertools import count

import pytest
from django.db import connection

from agreements import search
from agreements.models import Document, SearchPart, SearchRow
from tests import builders
from tests.searching import TODAY, finds, found, snippet

pytestmark = pytest.mark.django_db
SIZE = 12_000  # characters of a part


def with_text(body: str, title: str = "", **values: object) -> Document:
    document = builders.document(title)
    builders.text(document, body=body, **values)
    builders.settle()
    return document


def filler(characters: int) -> str:
    """Words that differ, as in a text: nine letters and a blank each."""
    numbers = count(1)
    return " ".join(f"vord{next(numbers):05d}" for _ in range(characters // 10))


def marked(typed: str, document: Document) -> list[str]:
    found_ = snippet(typed, document)
    return [piece.text for piece in found_.pieces if piece.is_marked] if found_ else []


def test_phrase_is_found_in_the_first_part_and_in_later_ones() -> None:
    first = with_text(f"red fox {filler(20_000)}")
    second = with_text(f"{filler(20_000)} red fox {filler(500)}")
    short = with_text("A red fox.")
    apart = with_text(f"{filler(20_000)} fox red {filler(500)} red, a fox")
    assert finds("red fox", first, second, short, apart)
    for typed in ('"red fox"', "red-fox", '"red fox*"'[:-2] + '"'):
        assert finds(typed, first, second, short), typed
    assert finds('"fox red"', apart)
    assert finds('red -"red fox"', apart)
    assert finds('red -"fox red"', first, second, short)
    assert finds('"red fox" OR "fox red"', first, second, short, apart)
    assert finds('"red fox" vord00001', first, second)
    assert finds('"red fox" zebra')


def test_phrase_is_no_phrase_where_its_words_stand_in_different_parts() -> None:
    with_text(f"red {filler(20_000)} fox")
    two_texts = with_text("the red")
    builders.text(two_texts, body="fox", language="fr")
    builders.settle()
    assert finds('"red fox"')
    assert finds('"red fox" OR "fox red"')
    assert two_texts.pk in found("red fox")


@pytest.mark.parametrize("shift", range(0, 40, 3))
def test_phrase_across_the_cut_is_whole_in_one_of_the_parts(shift: int) -> None:
    before = filler(SIZE)[: SIZE - shift].rpartition(" ")[0]
    document = with_text(f"{before} the red fox jumps over {filler(3_000)}")
    assert document.search_parts.count() == 2
    assert finds('"red fox jumps"', document)
    assert marked('"red fox jumps"', document) == ["red fox jumps"]


def test_parts_hold_the_whole_text() -> None:
    body = filler(50_000)
    document = with_text(body)
    covered: set[int] = set()
    for part in document.search_parts.order_by("number"):
        covered |= set(range(part.start, part.start + part.size))
        piece = body[part.start - 1 : part.start - 1 + part.size]
        assert part.size <= SIZE
        assert all(len(word) == 9 for word in piece.split()), "cut between words"
    assert covered >= set(range(1, len(body) + 1))


def test_last_word_is_found_where_the_last_part_is_as_long_as_can_be() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT start FROM search_parts(%s) OFFSET 1 LIMIT 1", [filler(2 * SIZE)])
        ((start,),) = cursor.fetchall()
    for size, parts in ((SIZE, 0), (SIZE + 1, 2), (start + SIZE - 1, 2), (start + SIZE, 3)):
        document = with_text(f"{filler(size + 10)[: size - 7]} quokka")
        assert len(document.texts.get().body) == size
        assert document.search_parts.count() == parts
        assert finds("quokka", document), size
        document.texts.all().delete()
        builders.settle()


def test_row_has_the_words_of_its_parts_whatever_is_changed_of_the_record() -> None:
    """The parts are not read again for it."""
    document = with_text(f"{filler(SIZE)} quokka")
    document.titles.update(text="On wombats")
    builders.settle()
    assert finds("quokka wombats", document)
    document.texts.update(body=f"{filler(SIZE)} numbat")
    builders.settle()
    assert finds("quokka") and finds("numbat wombats", document)


def test_short_text_has_no_part_of_its_own() -> None:
    document = with_text("A red fox.")
    assert not document.search_parts.exists()
    assert not SearchRow.objects.get(document=document).is_long
    builders.text(document, body="Un renard rouge.", language="fr")
    builders.settle()
    assert list(document.search_parts.values_list("number", flat=True)) == [1, 2]
    assert SearchRow.objects.get(document=document).is_long
    document.texts.filter(language="fr").delete()
    builders.settle()
    assert not document.search_parts.exists()


def test_snippet_is_of_the_part_that_has_the_words() -> None:
    document = with_text(f"fox {filler(30_000)} a red fox {filler(30_000)}")
    assert marked("red fox", document) == ["red", "fox"]
    second = builders.text(document, body="Le zorro.", language="fr")
    builders.settle()
    assert marked("zorro", document) == ["zorro"]
    second.is_public = False
    second.save()
    builders.settle()
    assert finds("zorro")
    assert marked("zorro", document) == []


def test_phrase_of_long_texts_is_counted_relaxed_and_listed_alike() -> None:
    one = with_text(f"{filler(20_000)} red fox")
    two = with_text(f"{filler(20_000)} fox red zebra")
    asked = search.search(search.Selection(), '"red fox" zebra')
    assert search.figures(asked.selection, TODAY).number == 0
    less = search.relaxed(asked.selection)
    assert less
    relaxed = asked.selection.matching(less.match)
    assert search.figures(relaxed, TODAY).number == 2
    assert set(relaxed.documents().values_list("pk", flat=True)) == {one.pk, two.pk}
    assert search.nearly(asked.selection, [one.pk], 9) == []
    phrase = search.search(search.Selection(), '"red fox"').selection
    assert list(phrase.documents()) == [one]


def test_word_at_the_end_of_a_million_characters_is_found() -> None:
    words = [f"{stem}{n}" for stem in ("соглашен", "договорен", "вод") for n in range(9_000)]
    body = " ".join(random.Random(1).choices(words, k=90_000))[:999_960] + " слон Кваггазебра"
    document = with_text(body, language="ru")
    assert finds("кваггазебра", document)
    assert finds('"слон кваггазебра"', document)
    assert marked("кваггазебра", document) == ["Кваггазебра"]


def test_noise_that_no_vector_holds_is_saved_and_found_by_its_title() -> None:
    letters = random.Random(2)
    noise = ["".join(letters.choices("abcdefghijklmnopqrstuvwxyz", k=32)) for _ in range(60_000)]
    document = with_text(" ".join(noise), "Noisy scan")
    assert finds("noisy scan", document)
    assert finds(noise[0], document)
    assert SearchPart.objects.filter(document=document).count() > 100


def test_phrase_in_a_title_does_not_go_on_in_another_field() -> None:
    document = builders.document("A red", summary="fox jumps")
    document.titles.create(language="fr", text="fox")
    builders.settle()
    assert finds('"red fox"')
    assert finds('"fox jumps"', document)


def test_vector_is_measured_by_what_the_database_limits() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT search_bytes('''one'' ''two'''), search_bytes('')")
        assert cursor.fetchone() == (14, 8)
