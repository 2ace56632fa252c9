"""What a public page says of a record's changes: what the public saw change, and nothing else."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.test import Client

from agreements.editing import public_fields
from agreements.editing.public_history import LINES, PublicHistory, changes_of, public_history
from agreements.models import (
    Action,
    Agency,
    Citation,
    Document,
    DocumentTitle,
    Event,
    File,
    Identifier,
    IdentifierScheme,
    Relation,
    Remark,
    ResponsibleBody,
    Text,
    sign,
)
from tests import builders

pytestmark = pytest.mark.django_db


def history_of(record: Document | Event) -> PublicHistory:
    return public_history(record, list(changes_of(type(record), str(record.pk))))


def said(record: Document | Event) -> list[str]:
    """The lines, the newest first, as one reads them."""
    builders.settle()
    record = type(record).objects.published().get(pk=record.pk)
    lines = history_of(record).lines
    return [read(line) for line in lines]


def read(line: object) -> str:
    words = line.kind or line.done
    words += f" ({line.told.text})" if line.told else ""
    words += f", {line.field}" if line.field else ""
    if line.before and line.after:
        return f"{words}: {line.before.text} → {line.after.text}"
    done = "removed" if line.before else "added" if line.after else line.done
    value = line.before or line.after
    return f"{words} {done}: {value.text}" if value else f"{words} {done}" if line.kind else words


def move(record: Document | Event, state: str, **values: object) -> None:
    type(record).objects.filter(pk=record.pk).update(publication_state=state, **values)
    builders.later()


@pytest.fixture
def document() -> Document:
    made = builders.document("Agreement on water")
    builders.later()
    return made


# The table of what is public ---------------------------------------------------------------------


def test_every_table_has_its_side() -> None:
    models = set(apps.get_app_config("agreements").get_models())
    sides = [*public_fields.PUBLIC, *public_fields.INSIDE, *public_fields.ELSEWHERE]
    assert len(sides) == len(set(sides))
    assert set(sides) == models


@pytest.mark.parametrize("model", public_fields.PUBLIC, ids=lambda model: model.__name__)
def test_every_field_has_its_side(model: type) -> None:
    shown = public_fields.PUBLIC[model]
    placed = [*shown.values, *shown.silent, *shown.kept]
    fields = [f.name for f in model._meta.concrete_fields if not (f.primary_key or f.generated)]
    assert sorted(placed) == sorted(fields)
    assert {*shown.told_by, shown.main} - {""} <= set(shown.values)


# What shows --------------------------------------------------------------------------------------


def test_a_record_that_never_changed_says_when_it_was_published(document: Document) -> None:
    assert said(document) == ["published"]


def test_a_correction_shows_what_was_and_what_is(document: Document) -> None:
    document.signings.update(signed_on="2023-05-05")
    document.titles.update(text="Agreement on waters")
    Document.objects.filter(pk=document.pk).update(level="interstate", term="P5Y")
    DocumentTitle.objects.create(document=document, language="tg", text="Созишнома")
    assert said(document) == [
        "Title (Tajik) added: Созишнома",
        "Level added: interstate",
        "Term added: 5 years",
        "Title (English): Agreement on water → Agreement on waters",
        "Signing: 4 May 2023 → 5 May 2023",
        "published",
    ]


def test_a_row_that_is_gone_shows_what_it_said(document: Document) -> None:
    scheme = IdentifierScheme.objects.get(code="unts")
    number = Identifier.objects.create(document=document, scheme=scheme, value="I-1")
    builders.later()
    number.delete()
    builders.settle()
    assert said(document)[0] == "Number elsewhere (United Nations Treaty Series) removed: I-1"


def test_bodies_show_by_name(document: Document) -> None:
    old, new = builders.agency("Ministry of Water"), builders.agency("Ministry of Rivers")
    builders.document(side_1=old)
    party = builders.party(document, 1, old)
    builders.later()
    type(party).objects.filter(pk=party.pk).update(agency=new, state=new.state)
    assert "Party (Ministry of Rivers), agency: Ministry of Water → Ministry of Rivers" in said(
        document
    )


def test_long_words_show_that_they_changed(document: Document) -> None:
    builders.text(document, body="Article 1", language="ru")
    builders.later()
    document.texts.update(body="Article 2")
    assert said(document)[:2] == ["Text (Russian), text changed", "Text (Russian) added"]


def test_the_newest_stand_first_by_day_and_the_rest_is_counted(document: Document) -> None:
    for number in range(LINES + 5):
        document.titles.update(text=f"Agreement {number}")
        builders.later()
    history = history_of(document)
    assert (len(history.lines), history.earlier) == (LINES, 6)
    assert len(history.days) == LINES
    assert history.last == history.days[0][0] > history.days[1][0]
    assert history.lines[0].after.text == f"Agreement {LINES + 4}"


def test_a_source_that_is_cited_five_times_is_told_once(document: Document) -> None:
    source = builders.source()
    names = ("type", "period", "titles", "level", "language")
    Citation.objects.bulk_create(
        Citation(document=document, source=source, field=name) for name in names
    )
    assert len(said(document)) == 6
    told = [line.done for _on, lines in history_of(document).days for line in lines]
    assert told == ["added", "published"]


def test_an_event_has_its_history_too() -> None:
    event = builders.event("Visit")
    builders.later()
    event.names.update(text="State visit")
    event.delegations.filter(state=event.delegations.first().state).update(head="A. Head")
    Event.objects.filter(pk=event.pk).update(kind="summit", internal_note="Secret")
    lines = said(event)
    assert lines[0] == "Kind: signing ceremony → summit"
    assert "headed by added: A. Head" in lines[1]
    assert lines[2:] == ["Name (English): Visit → State visit", "published"]


def test_pages_show_it_and_never_who_or_why(client: Client, document: Document) -> None:
    event = builders.event("Visit")
    builders.later()
    sign(User.objects.create_user("zarina"), "As her mother has it")
    document.titles.update(text="Agreement on waters")
    event.names.update(text="State visit")
    builders.settle()
    for url, words in (
        (f"/documents/{document.pk}/", "<del>Agreement on water</del>"),
        (f"/events/{event.pk}/", "<del>Visit</del>"),
    ):
        page = client.get(url, follow=True).content.decode()
        assert words in page
        assert "zarina" not in page and "mother" not in page


# What was not public -----------------------------------------------------------------------------


def test_what_came_before_publication_does_not_show() -> None:
    draft = builders.draft("First words")
    builders.later()
    draft.titles.update(text="Second words")
    builders.later()
    Document.objects.filter(pk=draft.pk).update(publication_state="in_review")
    builders.later()
    draft.titles.update(text="Third words")
    Document.objects.filter(pk=draft.pk).update(publication_state="published")
    draft.titles.update(text="Fourth words")
    assert said(draft) == ["published"]


def test_what_stood_within_a_transaction_only_was_never_public(document: Document) -> None:
    document.titles.update(text="A slip")
    document.titles.update(text="Agreement on waters")
    document.titles.create(language="tg", text="Слип").delete()
    lines = said(document)
    assert lines == ["Title (English): Agreement on water → Agreement on waters", "published"]
    document.titles.update(text="A slip")
    document.titles.update(text="Agreement on water")
    assert said(document) == ["published"]


def test_what_was_changed_while_withdrawn_does_not_show(document: Document) -> None:
    move(document, "withdrawn", withdrawal_reason="Doubtful")
    document.titles.update(text="Secretly")
    builders.later()
    move(document, "published")
    document.titles.update(text="Agreement on rivers")
    assert said(document) == [
        "Title (English): Secretly → Agreement on rivers",
        "republished",
        "withdrawn",
        "published",
    ]


@pytest.mark.parametrize("when", ["at once", "afterwards"])
def test_what_was_withheld_does_not_come_back(document: Document, when: str) -> None:
    document.titles.update(text="An insult")
    builders.later()
    move(document, "withdrawn", withdrawal_reason="Told", is_title_withheld=when == "at once")
    Document.objects.filter(pk=document.pk).update(is_title_withheld=True)
    builders.later()
    document.titles.update(text="Agreement on rivers")
    builders.later()
    move(document, "published", is_title_withheld=False)
    Document.objects.filter(pk=document.pk).update(level="interstate")
    assert said(document) == ["Level added: interstate", "republished"]


def remark(document: Document) -> None:
    Remark.objects.create(document=document, text="Mend it", written_by="editor")


def note(document: Document) -> None:
    Document.objects.filter(pk=document.pk).update(internal_note="Secret", event_position=4)


def private_text(document: Document) -> None:
    text = builders.text(document, is_public=False)
    builders.later()
    Text.objects.filter(pk=text.pk).update(origin="A friend")
    builders.later()
    cited = Citation.objects.create(document=document, text=text, article="Article 1")
    builders.later()
    cited.delete()
    text.delete()


def text_taken_back(document: Document) -> None:
    text = builders.text(document, origin="A friend")
    builders.later()
    Text.objects.filter(pk=text.pk).update(origin="Another friend")
    builders.later()
    Text.objects.filter(pk=text.pk).update(is_public=False)


def draft_relation(document: Document) -> None:
    draft = builders.draft("Draft")
    other = Relation.objects.create(document=document, kind="amends", target=draft)
    Relation.objects.create(document=builders.draft(), kind="amends", target=document)
    builders.later()
    Relation.objects.filter(pk=other.pk).update(extent="Article 2", target_text="Draft")
    builders.later()
    other.delete()


def draft_event(document: Document) -> None:
    event = builders.event(publication_state="draft")
    Document.objects.filter(pk=document.pk).update(event=event)


def event_taken_back(document: Document) -> None:
    event = builders.event()
    builders.later()
    Document.objects.filter(pk=document.pk).update(event=event)
    builders.later()
    move(event, "withdrawn", withdrawal_reason="Doubtful")


def other_end_taken_back(document: Document) -> None:
    other = builders.document("Other")
    builders.later()
    Relation.objects.create(document=other, kind="amends", target=document)
    builders.later()
    move(other, "withdrawn", withdrawal_reason="Doubtful")


HIDDEN: dict[str, Callable[[Document], None]] = {
    hide.__name__: hide
    for hide in (
        remark,
        note,
        private_text,
        text_taken_back,
        draft_relation,
        draft_event,
        event_taken_back,
        other_end_taken_back,
    )
}


@pytest.mark.parametrize("what", HIDDEN)
def test_what_is_kept_inside_leaves_no_trace(document: Document, what: str) -> None:
    before = history_of(document)
    HIDDEN[what](document)
    builders.settle()
    document.refresh_from_db()
    after = history_of(document)
    assert [read(line) for line in after.lines] == [read(line) for line in before.lines]
    assert after.earlier == 0


def test_another_record_is_not_dated_before_it_was_public(document: Document) -> None:
    """That it was tied to this one while it was a draft, nobody learns."""
    draft, visit = builders.draft("Protocol"), builders.event(publication_state="draft")
    relation = Relation.objects.create(document=document, kind="amends", target=draft)
    Document.objects.filter(pk=document.pk).update(event=visit)
    builders.later()
    for record in (draft, visit):
        type(record).objects.filter(pk=record.pk).bring_to("published")
    builders.later()
    assert said(document) == ["published"]
    Relation.objects.filter(pk=relation.pk).update(extent="Article 2")
    assert said(document)[0] == "Relation (amends), extent added: Article 2"


def test_a_relation_shows_from_both_ends_while_both_are_public(document: Document) -> None:
    other = builders.document("Protocol on water")
    builders.later()
    relation = Relation.objects.create(document=other, kind="amends", target=document)
    builders.later()
    assert said(document)[0] == "Relation (is amended by) added: Protocol on water"
    assert said(other)[0] == "Relation (amends) added: Agreement on water"
    relation.delete()
    assert said(document)[0] == "Relation (is amended by) removed: Protocol on water"


def test_what_was_published_together_is_not_dated_apart(document: Document) -> None:
    """One review: the relation is new to readers on the day on which its other end is."""
    draft = builders.draft("Protocol")
    builders.later()
    Document.objects.filter(pk=draft.pk).bring_to("published")
    Relation.objects.create(document=document, kind="amends", target=draft)
    assert said(document)[0] == "Relation (amends) added: Protocol"


def test_a_body_that_is_not_public_is_not_named(document: Document) -> None:
    hidden, new = builders.agency("Ministry of Secrets"), builders.agency("Ministry of Rivers")
    party = builders.party(document, 1, hidden)
    builders.later()
    type(party).objects.filter(pk=party.pk).update(agency=new, state=new.state)
    lines = said(document)
    assert "Party (Ministry of Rivers), agency: not public today → Ministry of Rivers" in lines
    assert "Secrets" not in " ".join(lines)


def test_a_body_that_answers_for_it_today_is_named(document: Document) -> None:
    agency = builders.agency("Ministry of Rivers")
    assert not Agency.objects.published().filter(pk=agency.pk).exists()
    ResponsibleBody.objects.create(document=document, side=1, agency=agency)
    assert said(document)[0] == "Responsible body added: Ministry of Rivers"


def test_a_title_that_moved_to_another_document_is_gone_from_this_one(document: Document) -> None:
    title = document.titles.create(language="tg", text="Созишнома")
    other = builders.draft()
    builders.later()
    DocumentTitle.objects.filter(pk=title.pk).update(document=other)
    builders.later()
    DocumentTitle.objects.filter(pk=title.pk).update(text="Сирр")
    lines = said(document)
    assert lines[0] == "Title removed"
    assert "Сирр" not in " ".join(lines)


def test_what_is_said_of_a_part_goes_with_it(document: Document) -> None:
    """As a merge that is undone takes parties back to a draft, with what sources say of them."""
    other = builders.draft()
    party = builders.party(document, 1, builders.state())
    cited = Citation.objects.create(party=party, source=builders.source(), quote="It signed.")
    builders.later()
    Citation.objects.filter(pk=cited.pk).update(quote="It signed and sealed.")
    builders.later()
    assert "It signed and sealed." in said(document)[0]
    type(party).objects.filter(pk=party.pk).update(document=other)
    builders.later()
    Citation.objects.filter(pk=cited.pk).update(quote="Сирр", source=builders.source(title="Сирр"))
    builders.later()
    assert "Сирр" not in " ".join(said(document))


def test_a_relation_that_moved_says_nothing_of_a_draft(document: Document) -> None:
    draft, elsewhere = builders.draft("Draft"), builders.document()
    relation = Relation.objects.create(document=draft, kind="amends", target=document)
    builders.later()
    Relation.objects.filter(pk=relation.pk).update(target=elsewhere)
    assert said(document) == said(elsewhere) == ["published"]


# What it costs -----------------------------------------------------------------------------------


def test_fifty_changes_cost_as_many_queries_as_one(
    document: Document,
    django_assert_num_queries: object,
    django_assert_max_num_queries: object,
) -> None:
    def change(number: int) -> None:
        other = builders.document(f"Protocol {number}")
        builders.later()
        Relation.objects.create(document=other, kind="amends", target=document)
        Action.objects.create(document=document, kind="ratified", side=1, reference=f"Law {number}")
        document.parties.filter(side=1, agency=None).update(state=builders.state())
        builders.party(document, 1, builders.agency())
        Document.objects.filter(pk=document.pk).update(event=builders.event())
        builders.settle()

    def fresh() -> Document:
        return Document.objects.get(pk=document.pk)

    change(0)
    with django_assert_max_num_queries(6) as captured:
        history_of(fresh())
    for number in range(12):
        change(number)
    with django_assert_num_queries(len(captured)):
        history_of(fresh())


def test_a_record_that_never_changed_costs_one_query(
    document: Document, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(1):
        history_of(document)


def test_file_that_came_from_the_inbox_is_added(document: Document) -> None:
    """It was received before it was placed: no reader saw it until then."""
    file = builders.file(None, name="map.pdf")
    builders.later()
    File.objects.filter(pk=file.pk).update(document=document)
    assert said(document)[0] == "File added: map.pdf"
    builders.later()
    new = builders.file(None, name="better.pdf")
    builders.later()
    reason = "A page was missing."
    File.objects.filter(pk=new.pk).update(document=document, replaces=file, reason=reason)
    assert said(document)[0] == "File added: better.pdf"
