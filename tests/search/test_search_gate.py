"""What is not published is in nothing that the search reads, from the moment that it isn't."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.db.models import Value

from agreements import search
from agreements.editing.merging import merge
from agreements.models import (
    Document,
    Event,
    Party,
    SearchCount,
    SearchCountChange,
    SearchPart,
    SearchRow,
    Text,
)
from tests import builders
from tests.searching import TODAY, finds, found, snippet

pytestmark = pytest.mark.django_db
WORD = "quokkafication"
# Everything that is derived for the search, as text.
DERIVED = """
SELECT string_agg(r, ' ' ORDER BY r) FROM (
    SELECT r::text AS r FROM agreements_searchrow r
    UNION ALL SELECT p::text FROM agreements_searchpart p
    UNION ALL SELECT c::text FROM agreements_searchcount c
    UNION ALL SELECT c::text FROM agreements_searchcountchange c) all_of_it
"""


def derived() -> str:
    builders.settle()
    with connection.cursor() as cursor:
        cursor.execute(DERIVED)
        return cursor.fetchone()[0] or ""


def counted(key: str, term: str) -> int:
    """As kept and as waiting; and the figures say the same."""
    builders.settle()
    rows = [
        row.number
        for model in (SearchCount, SearchCountChange)
        for row in model.objects.filter(key=key, term=term)
    ]
    return sum(rows)


def terms_of(document: Document) -> set[str]:
    builders.settle()
    return set(SearchRow.objects.get(document=document).terms)


def near(word: str) -> str | None:
    return search.near_words([word]).get(word)


def withdraw(document: Document) -> None:
    Document.objects.filter(pk=document.pk).update(
        publication_state="withdrawn", withdrawal_reason="By mistake."
    )
    builders.settle()


@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_unpublished_is_in_nothing(state: str) -> None:
    builders.document("Agreement on roads")
    before = derived()
    reason = {"withdrawal_reason": "By mistake."} if state == "withdrawn" else {}
    document = builders.document(
        f"On {WORD}", publication_state=state, summary=WORD, public_note=WORD, **reason
    )
    builders.text(document, body=f"{WORD} " * 3000)
    document.identifiers.create(scheme_id="import", value=WORD)
    document.subjects.add(builders.subject())
    assert derived() == before
    assert found(WORD) == []
    assert near("quokkaficatiom") is None
    assert snippet(WORD, document) is None
    assert search.relaxed(search.search(search.Selection(), f"{WORD} zebra").selection) is None


def test_what_a_public_record_keeps_inside_is_in_nothing() -> None:
    source = builders.source(title=WORD, kept_text=WORD)
    event = builders.event(internal_note=WORD, publication_state="draft", name=WORD)
    document = builders.document("Agreement on roads", internal_note=WORD, event=event)
    document.citations.create(source=source, quote="They signed it.")
    builders.text(document, body=f"{WORD} " * 3000, is_public=False)
    draft = builders.draft(f"On {WORD}")
    document.relations.create(kind="cites", target=draft, target_text=WORD)
    assert WORD not in derived()
    assert found(WORD) == []
    assert not SearchPart.objects.exists()
    assert not {f"e{event.pk}", f"k{event.kind}"} & terms_of(document)


def test_publishing_shows_at_once_and_withdrawing_takes_away_all() -> None:
    builders.document("Agreement on roads")
    before = derived()
    document = builders.draft(f"On {WORD}")
    builders.text(document, body=f"{WORD} {'lorem ' * 3000}")
    assert found(WORD) == []
    Document.objects.filter(pk=document.pk).bring_to("published")
    builders.settle()
    assert finds(WORD, document)
    assert near("quokkaficatiom") == WORD
    assert snippet(WORD, document)
    assert counted("word", WORD) == 1
    withdraw(document)
    assert found(WORD) == []
    assert near("quokkaficatiom") is None
    assert snippet(WORD, document) is None
    assert derived() == before


def test_word_that_waits_to_be_uncounted_is_near_to_nothing() -> None:
    """While another transaction adds counts up, changes wait."""
    SearchCount.objects.create(key="word", term=WORD, number=1)
    assert near("quokkaficatiom") == WORD
    SearchCountChange.objects.create(key="word", term=WORD, number=-1)
    assert near("quokkaficatiom") is None


def test_title_that_is_corrected_is_found_by_its_new_words_alone() -> None:
    document = builders.document(f"On {WORD}")
    builders.settle()
    document.titles.update(text="On wombats")
    builders.settle()
    assert found(WORD) == []
    assert finds("wombats", document)
    assert counted("word", WORD) == 0
    assert counted("word", "wombats") == 1


def test_text_that_is_held_back_is_found_no_more() -> None:
    document = builders.document()
    text = builders.text(document, body=f"{WORD} {'lorem ipsum dolor ' * 2000}", language="fr")
    assert terms_of(document) >= {"lfr", "xtext_here"}
    assert finds(WORD, document)
    Text.objects.filter(pk=text.pk).update(is_public=False)
    assert not terms_of(document) & {"lfr", "xtext_here"}
    assert found(WORD) == []
    assert WORD not in derived()


def test_terms_of_an_event_follow_its_publication() -> None:
    place = builders.place()
    event = builders.event(publication_state="draft", kind="forum", place=place)
    document = builders.document(event=event)
    terms = {f"e{event.pk}", "kforum", f"w{place.pk}"}
    assert not terms & terms_of(document)
    Event.objects.filter(pk=event.pk).bring_to("published")
    assert terms <= terms_of(document)
    Event.objects.filter(pk=event.pk).update(kind="summit")
    assert "ksummit" in terms_of(document)
    Event.objects.filter(pk=event.pk).update(
        publication_state="withdrawn", withdrawal_reason="By mistake."
    )
    assert not {f"e{event.pk}", "ksummit", f"w{place.pk}"} & terms_of(document)


def test_note_of_an_event_costs_its_documents_nothing() -> None:
    """A row that is looked at would be mended."""
    event = builders.event()
    document = builders.document(event=event)
    builders.settle()
    SearchRow.objects.filter(document=document).update(vector=Value("planted"))
    Event.objects.filter(pk=event.pk).update(public_note="Rainy.")
    builders.settle()
    assert "planted" in SearchRow.objects.get(document=document).vector
    Event.objects.filter(pk=event.pk).update(kind="forum")
    builders.settle()
    assert "planted" not in SearchRow.objects.get(document=document).vector


def test_terms_follow_every_change_of_the_document() -> None:
    state, agency, subject, place = (
        builders.state(),
        builders.agency(),
        builders.subject(),
        builders.place(),
    )
    document = builders.document()
    before = terms_of(document)
    party = document.parties.get(side=1)
    other = document.parties.get(side=2)
    for change, gained in (
        (lambda: Party.objects.filter(pk=party.pk).update(state=state), {f"s{state.pk}"}),
        (lambda: builders.party(document, 2, agency), {f"a{agency.pk}", f"s{agency.state_id}"}),
        (lambda: Document.objects.filter(pk=document.pk).update(type="protocol"), {"tprotocol"}),
        (lambda: Document.objects.filter(pk=document.pk).update(level="city"), {"vcity"}),
        (
            lambda: Document.objects.filter(pk=document.pk).update(
                legal_nature="not_legally_binding"
            ),
            {"nnot_legally_binding"},
        ),
        (lambda: document.subjects.add(subject), {f"j{subject.pk}", f"g{subject.pk}"}),
        (lambda: document.signings.update(place=place), {f"w{place.pk}"}),
        (lambda: document.signings.update(signed_on="1999"), {"y1999"}),
        (lambda: document.titles.create(language="tg", text="Созишнома"), {"ltg"}),
        (lambda: builders.text(document, language="kk"), {"lkk", "xtext_here"}),
    ):
        assert not gained & terms_of(document)
        change()
        assert gained <= terms_of(document)
    pair = sorted([state.pk, other.state_id])
    assert f"p{pair[0]}_{pair[1]}" in terms_of(document)
    assert not before & {"tprotocol", "y1999"}
    assert not terms_of(document) & {"y2023", "tagreement", f"s{party.state_id}"}
    document.signings.all().delete()
    document.missing_values.create(field="signed_on", reason="not_recorded")
    assert "y" in terms_of(document)


def merged(kind: str) -> tuple[Any, Any, str]:
    """Two records of a kind, each with a document, and the letter of their terms."""
    if kind == "subject":
        losing, kept = builders.subject(), builders.subject()
        builders.document("One").subjects.add(losing)
        builders.document("Two").subjects.add(kept)
        return losing, kept, "j"
    if kind == "place":
        losing, kept = builders.place(), builders.place()
        for title, place in (("One", losing), ("Two", kept)):
            document = builders.document(title)
            document.signings.update(place=place)
        return losing, kept, "w"
    of = builders.state()
    losing, kept = (
        (builders.agency(of=of), builders.agency(of=of))
        if kind == "agency"
        else (builders.state(), builders.state())
    )
    builders.document("One", side_1=losing)
    builders.document("Two", side_1=kept)
    return losing, kept, kind[0]


@pytest.mark.parametrize("kind", ["state", "agency", "subject", "place"])
def test_merging_moves_the_terms(kind: str) -> None:
    losing, kept, letter = merged(kind)
    builders.settle()
    gone, stays = f"{letter}{losing.pk}", f"{letter}{kept.pk}"
    assert counted("*", gone) == counted("*", stays) == (0 if kind == "place" else 1)
    merge(losing, kept, "Entered twice.")
    builders.settle()
    assert not SearchRow.objects.filter(terms__contains=[gone]).exists()
    assert SearchRow.objects.filter(terms__contains=[stays]).count() == 2
    assert counted("*", gone) == 0
    assert search.figures(search.Selection().having([stays]), TODAY).number == 2
    assert search.figures(search.Selection().having([gone]), TODAY).number == 0


def test_merging_documents_takes_the_losing_one_away() -> None:
    sides = {"side_1": builders.state(), "side_2": builders.state()}
    losing, kept = builders.document(f"On {WORD}", **sides), builders.document("Kept", **sides)
    builders.settle()
    merge(losing, kept, "Entered twice.")
    builders.settle()
    assert not SearchRow.objects.filter(pk=losing.pk).exists()
    assert losing.pk not in found(WORD)
    assert counted("*", "*") == 1


def test_subject_that_moves_to_another_group_takes_its_documents_along() -> None:
    old, new = builders.subject(), builders.subject()
    subject = builders.subject(parent=old)
    document = builders.document()
    document.subjects.add(subject)
    assert {f"g{old.pk}", f"g{subject.pk}", f"j{subject.pk}"} <= terms_of(document)
    type(subject).objects.filter(pk=subject.pk).update(parent=new)
    assert f"g{new.pk}" in terms_of(document)
    assert f"g{old.pk}" not in terms_of(document)


def test_draft_that_is_deleted_was_in_nothing() -> None:
    draft = builders.draft(f"On {WORD}")
    before = derived()
    draft.delete()
    assert derived() == before
