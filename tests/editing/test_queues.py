"""Each work list: a record that waits in it, the finished ones that don't, and its number."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db.models import Model

from agreements.editing import queues
from agreements.editing.doubts import of_document
from agreements.editing.queues import QUEUES, Asked, Group
from agreements.models import (
    Agency,
    Document,
    DuplicateMark,
    Event,
    IdentifierScheme,
    Place,
    Source,
    State,
    Subject,
    Text,
    sign,
)
from tests import builders

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2023, 6, 1)
MIXED = "Cамарканд"  # the first letter is Latin


@pytest.fixture
def asked() -> Asked:
    return Asked(User.objects.create_user("me").pk, TODAY)


def entered_by_me(make: Callable[[], Model]) -> Model:
    sign(User.objects.get(username="me"))
    made = make()
    sign()
    return made


def finished_document(**values: object) -> Document:
    """Nothing is missing, nothing is odd."""
    made = builders.document(
        level="interagency",
        entry_into_force="on_signature",
        side_1=finished_agency(),
        side_2=finished_agency(),
        **values,
    )
    made.signings.update(place=builders.place(state=State.objects.first()))
    made.signatories.create(person="A. Person")
    made.subjects.add(Subject.objects.first())
    builders.text(made)
    return made


def finished_agency() -> Agency:
    made = builders.agency()
    made.parents.create(under="government")
    return made


def finished_event() -> Event:
    made = builders.event(place=builders.place(state=State.objects.first()))
    builders.announcement(made, 1, includes_heads_documents="no")
    finished_document(event=made)
    return made


def by_notification(**values: object) -> Document:
    made = finished_document()
    made.entry_into_force = "on_last_notification"
    made.save()
    made.actions.create(kind="notified", side=1, done_on="2023-05-10")
    return made


def announced_without_heads() -> Event:
    made = finished_event()
    made.documents.update(is_signed_by_heads=True)
    return made


def with_file(body: str = "", **values: object) -> Document:
    """A document with a second text, of which it has a file."""
    made = finished_document()
    text = Text.objects.create(document=made, language="ru", body=body)
    builders.file(made, text=text, **values)
    return made


def with_remark(record: Document | Event) -> Document | Event:
    record.remarks.create(text="Mend it.", written_by="editor")
    return record


def with_proposal(record: Document | Event, state: str = "open") -> Document | Event:
    values = {"changes": [], "form": {}, "seen_version": 1, "remark": "Which gazette?"}
    record.proposals.create(made_by="me", state=state, **values)
    return record


def numbered(scheme: str, **values: object) -> Document:
    made = finished_document(**values)
    made.identifiers.create(scheme=IdentifierScheme.objects.get(code=scheme), value="I-1")
    return made


def twin(**values: object) -> Document:
    a, b = finished_agency(), finished_agency()
    builders.document("Treaty on wells", side_1=a, side_2=b)
    return builders.document("Treaty  on WELLS", side_1=b, side_2=a, **values)


def numbered_twin() -> Document:
    numbered("unts")
    return numbered("unts")


def named_once() -> Agency:
    made = builders.agency()
    builders.document(side_1=made)
    return made


def namesake() -> Agency:
    state = builders.state()
    builders.agency("Ministry of wells", of=state)
    return builders.agency("Ministry of Wells", of=state)


# One maker or more for each list: what they make waits in it.
WAITING: dict[tuple[type[Model], str], list[Callable[[], Model]]] = {
    (Document, "mine"): [lambda: entered_by_me(builders.draft)],
    (Document, "returned"): [lambda: with_remark(entered_by_me(builders.draft))],
    (Document, "given_back"): [lambda: with_remark(builders.draft())],
    (Document, "review"): [lambda: builders.document(publication_state="in_review")],
    (Document, "ending"): [
        lambda: finished_document(period="2022/2023-06"),
        lambda: finished_document(type="roadmap", period="2022/2023-08-29"),
        lambda: finished_document(validity="fixed_term_then_ends", term="P2M"),
    ],
    (Document, "date"): [lambda: builders.draft(signed_on=None)],
    (Document, "place"): [builders.document],
    (Document, "signatories"): [builders.document],
    (Document, "type"): [lambda: changed(builders.draft(), type=None)],
    (Document, "level"): [builders.document],
    (Document, "subject"): [builders.document],
    (Document, "state"): [lambda: with_unknown_state(builders.draft())],
    (Document, "entry"): [builders.document],
    (Document, "notification"): [by_notification],
    (Document, "status"): [builders.document],
    (Document, "text"): [builders.document],
    (Document, "scan"): [
        lambda: with_file(words_state="needs_ocr"),
        lambda: with_file(words_state="no_text_layer"),
    ],
    (Document, "source"): [lambda: without_source(builders.draft())],
    (Document, "relation"): [lambda: related_to_words(builders.document())],
    (Document, "duplicates"): [twin, numbered_twin],
    (Document, "mixed"): [lambda: builders.document(f"Договор с {MIXED}ом")],
    (Event, "mine"): [lambda: entered_by_me(lambda: builders.event(publication_state="draft"))],
    (Event, "returned"): [
        lambda: with_remark(entered_by_me(lambda: builders.event(publication_state="draft")))
    ],
    (Event, "given_back"): [lambda: with_remark(builders.event(publication_state="draft"))],
    (Event, "review"): [lambda: builders.event(publication_state="in_review")],
    (Event, "proposals"): [lambda: with_proposal(builders.event())],
    (Event, "my_proposals"): [lambda: with_proposal(builders.event(), "returned")],
    (Document, "proposals"): [lambda: with_proposal(finished_document())],
    (Document, "my_proposals"): [lambda: with_proposal(finished_document(), "returned")],
    (Event, "date"): [lambda: builders.event(began_on=None)],
    (Event, "place"): [builders.event],
    (Event, "states"): [lambda: builders.event(states=[])],
    (Event, "source"): [lambda: without_source(builders.event(publication_state="draft"))],
    (Event, "documents"): [builders.event],
    (Event, "announced"): [
        lambda: builders.announcement(finished_event(), 2).event,
        announced_without_heads,
    ],
    (Event, "mixed"): [lambda: builders.event(f"Встреча, {MIXED}")],
    (Agency, "parent"): [builders.agency],
    (Agency, "single"): [builders.agency, named_once],
    (Agency, "duplicates"): [namesake],
    (Agency, "mixed"): [lambda: builders.agency(f"Хокимият {MIXED}а")],
    (Place, "state"): [builders.place],
    (Place, "mixed"): [lambda: builders.place(MIXED)],
    (State, "mixed"): [lambda: builders.state(name=MIXED)],
    (Subject, "mixed"): [lambda: builders.subject(name=MIXED)],
}


def changed(record: Document, **values: object) -> Document:
    Document.objects.filter(pk=record.pk).update(**values)
    return record


def with_unknown_state(record: Document) -> Document:
    record.parties.filter(side=2).update(state=None)
    return record


def without_source(record: Document | Event) -> Document | Event:
    record.citations.all().delete()
    return record


def related_to_words(record: Document) -> Document:
    record.relations.create(kind="cites", target_text="The Charter")
    return record


WAITING |= {
    (model, "marked"): [lambda model=model: marked(model)]
    for model in (Document, Event, Agency, Place, State, Subject, Source)
}
CASES = [
    pytest.param(model, code, make, id=f"{model.__name__}-{code}-{n}")
    for (model, code), makers in WAITING.items()
    for n, make in enumerate(makers)
]


def marked(model: type[Model]) -> Model:
    make = getattr(builders, model._meta.model_name)
    record, other = make(), make()
    DuplicateMark.objects.create(
        kind=model._meta.model_name, number=record.pk, of_number=other.pk, reason="The same."
    )
    return record


def waits(record: Model, code: str, asked: Asked) -> bool:
    model = type(record)
    builders.settle()
    return QUEUES[model][code].of(model.objects.all(), asked).filter(pk=record.pk).exists()


def test_every_list_is_tried_here() -> None:
    assert set(WAITING) == {(model, code) for model in QUEUES for code in QUEUES[model]}


@pytest.mark.parametrize(("model", "code", "make"), CASES)
def test_record_waits(model: type[Model], code: str, make: Callable, asked: Asked) -> None:
    record = make()
    assert isinstance(record, model)
    assert waits(record, code, asked)
    assert QUEUES[model][code].number(model.objects.all(), asked) >= 1


def test_finished_records_wait_nowhere(asked: Asked) -> None:
    event = finished_event()
    document = event.documents.get()
    agency = document.parties.first().agency
    finished_document(event=event).parties.filter(side=1).update(agency=agency, state=agency.state)
    records = [event, document, agency, document.signings.get().place, agency.state]
    records.append(document.subjects.get())
    builders.settle()
    assert [
        (record, code)
        for record in records
        for code in QUEUES[type(record)]
        if waits(record, code, asked)
    ] == []


NEVER_PUBLISHED = ("mine", "returned", "given_back", "review", "date", "type", "state", "source")


@pytest.mark.parametrize("code", [code for code in QUEUES[Document] if code not in NEVER_PUBLISHED])
def test_withdrawn_document_waits_nowhere(code: str, asked: Asked) -> None:
    record = WAITING[Document, code][0]()
    record.withdrawal_reason = "Entered by mistake."
    record.publication_state = "withdrawn"
    record.save()
    assert not waits(record, code, asked)


def test_anothers_draft_is_not_mine(asked: Asked) -> None:
    sign(User.objects.create_user("other"))
    record = with_remark(builders.draft())
    assert not waits(record, "mine", asked)
    assert not waits(record, "returned", asked)


def test_my_published_record_is_no_draft_of_mine(asked: Asked) -> None:
    record = with_remark(entered_by_me(builders.document))
    assert not waits(record, "mine", asked)
    assert not waits(record, "returned", asked)


def test_scan_that_was_typed_or_replaced_waits_no_more(asked: Asked) -> None:
    with_file("Typed by a clerk.", words_state="needs_ocr")
    with_file(words_state="usable")
    scan = with_file(words_state="needs_ocr").files.get()
    queue = QUEUES[Document]["scan"]
    assert list(queue.of(Document.objects.all(), asked)) == [scan.document]
    builders.file(
        scan.document, text=scan.text, words_state="usable", replaces=scan, reason="Sharper."
    )
    assert not queue.of(Document.objects.all(), asked)


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("date", "signed_on"),
        ("place", "place"),
        ("signatories", "signatories"),
        ("entry", "entry_into_force"),
        ("text", "text"),
    ],
)
def test_value_that_was_looked_for_in_vain_is_missing_no_more(
    code: str, field: str, asked: Asked
) -> None:
    record = WAITING[Document, code][0]()
    said = record.missing_values.create(field=field, reason="not_recorded")
    assert waits(record, code, asked)
    said.reason, said.looked_on = "looked_for_and_not_found", TODAY
    said.save()
    assert not waits(record, code, asked)


@pytest.mark.parametrize(
    "values",
    [
        {"side": 2},
        {"side": None},  # by all
    ],
)
def test_notification_of_the_other_side_ends_the_wait(
    values: dict[str, object], asked: Asked
) -> None:
    record = by_notification()
    record.actions.create(kind="notified", received_on="2024", **values)
    assert not waits(record, "notification", asked)


def test_notification_by_a_party_counts_for_its_side(asked: Asked) -> None:
    record = by_notification()
    record.actions.create(kind="notified", party=record.parties.get(side=1))
    assert waits(record, "notification", asked)
    record.actions.create(kind="notified", party=record.parties.get(side=2))
    assert not waits(record, "notification", asked)


def test_what_ended_or_ends_later_does_not_end_soon(asked: Asked) -> None:
    for period in ("2022/2023-05-30", "2022/2023-12"):
        record = finished_document(type="roadmap", period=period)
        assert not waits(record, "ending", asked), period


def test_event_lacks_nothing_where_the_heads_documents_make_up_the_number(asked: Asked) -> None:
    event = announced_without_heads()
    event.announcements.update(includes_heads_documents="not_stated")
    assert not waits(event, "announced", asked)


# Likely duplicates -------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["unts", "national_series", "import"])
def test_same_number_between_the_same_states_is_a_likely_duplicate(
    scheme: str, asked: Asked
) -> None:
    a, b = builders.state(), builders.state()
    one = numbered(scheme)
    other = numbered(scheme)
    for document in (one, other):
        for side, state in ((1, a), (2, b)):
            document.parties.filter(side=side).update(agency=None, state=state)
    assert waits(one, "duplicates", asked)
    assert waits(other, "duplicates", asked)


@pytest.mark.parametrize("scheme", ["gazette", "national_series", "import"])
def test_number_of_another_states_series_or_of_an_issue_proves_nothing(
    scheme: str, asked: Asked
) -> None:
    numbered(scheme)
    assert not waits(numbered(scheme), "duplicates", asked)


@pytest.mark.parametrize(
    "change",
    [
        lambda record: record.titles.update(text="Treaty on bridges"),
        lambda record: record.signings.update(signed_on="2023-05-05"),
        lambda record: record.parties.filter(side=1).update(agency=None),
        lambda record: record.delete(),
    ],
    ids=["title", "day", "bodies", "gone"],
)
def test_what_differs_is_a_duplicate_no_more(change: Callable, asked: Asked) -> None:
    record = twin(publication_state="draft")
    builders.settle()
    (pair,) = record.twins.all()
    assert waits(pair.other, "duplicates", asked)
    change(record)
    assert not waits(pair.other, "duplicates", asked)


@pytest.mark.parametrize("on_other", [False, True])
def test_dismissed_warning_takes_both_off_the_list(on_other: bool, asked: Asked) -> None:
    record = twin()
    builders.settle()
    other = record.twins.get().other
    on, about = (other, record) if on_other else (record, other)
    on.dismissed_doubts.create(code="duplicate", key=str(about.pk), by="me")
    assert not waits(record, "duplicates", asked)
    assert not waits(other, "duplicates", asked)


def test_dismissed_number_takes_both_off_the_list(asked: Asked) -> None:
    one, other = numbered("unts"), numbered("unts")
    one.dismissed_doubts.create(code="same_identifier", key=f"unts I-1 {other.pk}", by="me")
    assert not waits(one, "duplicates", asked)
    assert not waits(other, "duplicates", asked)


@pytest.mark.parametrize("make", WAITING[Document, "duplicates"], ids=["title", "number"])
def test_form_warns_of_every_listed_duplicate(make: Callable) -> None:
    record = make()
    builders.settle()
    other = record.twins.get().other
    doubts = {doubt.code: doubt.records for doubt in of_document(record)}
    assert other in (doubts.get("duplicate") or doubts["same_identifier"])


def test_agency_that_followed_its_namesake_is_none_twice(asked: Asked) -> None:
    agency = namesake()
    other = Agency.objects.filter(state=agency.state).exclude(pk=agency.pk).get()
    agency.successions.create(successor=other)
    assert not waits(agency, "duplicates", asked)
    assert not waits(other, "duplicates", asked)


def test_dismissed_namesakes_are_off_the_list(asked: Asked) -> None:
    agency = namesake()
    other = Agency.objects.filter(state=agency.state).exclude(pk=agency.pk).get()
    agency.dismissed_doubts.create(code="duplicate", key=str(other.pk), by="me")
    assert not waits(agency, "duplicates", asked)
    assert not waits(other, "duplicates", asked)


def test_namesake_of_another_state_is_no_duplicate(asked: Asked) -> None:
    builders.agency("Ministry of wells")
    assert not waits(builders.agency("Ministry of Wells"), "duplicates", asked)


def test_mixed_word_that_is_right_so_is_off_the_list(asked: Asked) -> None:
    record = builders.document(f"Договор с {MIXED}ом")
    record.dismissed_doubts.create(code="mixed_letters", key=f"{MIXED}ом", by="me")
    assert not waits(record, "mixed", asked)


def test_counting_stops(monkeypatch: pytest.MonkeyPatch, asked: Asked) -> None:
    monkeypatch.setattr(queues, "MOST_COUNTED", 2)
    for _n in range(5):
        builders.place()
    assert QUEUES[Place]["state"].number(Place.objects.all(), asked) == 3


def test_every_group_has_a_list() -> None:
    assert {queue.group for lists in QUEUES.values() for queue in lists.values()} == set(Group)
