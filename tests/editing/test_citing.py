"""What is cited of a communique can be understood by itself."""

from __future__ import annotations

import pytest

from agreements.editing.communiques.citing import MOST_CITED, around
from agreements.forms.communique_rows import At
from agreements.models import Citation
from tests.admin.communique_desk import save
from tests.admin.conftest import signed_in
from tests.communiques import TEXT, begun, proposal

SENTENCES = {
    ("Встреча прошла. Вчера в Баку подписан меморандум. Всё.", "Вчера"): (
        "Вчера в Баку подписан меморандум."
    ),
    ("date 2023-05-04\nThe presidents met in Astana today.", "2023-05-04"): (
        "date 2023-05-04\nThe presidents met in Astana today."
    ),
    ("Это было в г. Астана 4 мая. Потом другое.", "4 мая"): "Это было в г. Астана 4 мая.",
    ("In presence of H. E. Ali Khan they signed it. Later more.", "Khan"): (
        "In presence of H. E. Ali Khan they signed it."
    ),
    ("会谈后，双方签署协定。昨日发布。", "协定"): "会谈后，双方签署协定。",
    ("Hm", "Hm"): "Hm",
}


@pytest.mark.parametrize(("text", "words"), SENTENCES)
def test_sentence_around_words(text: str, words: str) -> None:
    start = text.index(words)
    found = around(text, At(start, start + len(words)))
    assert text[found.start : found.end] == SENTENCES[text, words]


def test_long_sentence_is_cut_at_words() -> None:
    text = " ".join(f"word{n}" for n in range(500))
    start = text.index("word250")
    found = around(text, At(start, start + len("word250")))
    cited = text[found.start : found.end]
    assert len(cited) <= MOST_CITED and "word250" in cited
    assert set(cited.split()) <= set(text.split())


def test_every_citation_has_words_that_say_something(db: None) -> None:
    communique = begun()
    save(signed_in("clerk"), communique)
    cited = Citation.objects.exclude(field="titles")
    assert cited.count() > 15
    assert all(len(citation.quote.split()) > 4 for citation in cited)
    day = cited.get(field="began_on")
    assert day.quote.endswith("documents were signed on 4 May 2023.")
    assert len(day.quote) <= MOST_CITED


def test_event_that_no_words_speak_of_is_cited_by_how_the_text_begins(db: None) -> None:
    read = proposal(TEXT)
    communique = begun(read)
    communique.form = {k: v for k, v in communique.form.items() if not k.endswith("_at")}
    communique.save()
    event = save(signed_in("clerk"), communique)
    citation = event.citations.get()
    assert citation.quote.startswith("Visit - In the presence") and citation.field == ""
