"""Review: what waits for it, what one review is about, and what an editor decides.

An event in review is reviewed with its documents in review; any other document by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import (
    BigIntegerField,
    Count,
    Exists,
    Max,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce
from django.db.models.lookups import Exact
from django.utils import timezone

from agreements.models import (
    Change,
    Citation,
    Document,
    Event,
    File,
    Relation,
    Remark,
    Signing,
    Source,
)
from agreements.models.rules import check_rules
from agreements.models.vocabulary import Operation, PublicationState

from . import newcomers
from .newcomers import Newcomer, token

DRAFT, IN_REVIEW, PUBLISHED, WITHDRAWN = PublicationState
KINDS: dict[str, type[Event] | type[Document]] = {"event": Event, "document": Document}
# One event; what is left of it then waits by itself.
MOST_DOCUMENTS = 200
REMARKS = Remark._meta.db_table

# The queue ---------------------------------------------------------------------------------------


def in_review(model: type[Event] | type[Document]) -> QuerySet:
    return model.objects.filter(publication_state=IN_REVIEW)


def drafts_of(event: Event) -> QuerySet[Document]:
    return event.documents.filter(publication_state=DRAFT).order_by("event_position", "pk")


def sendings() -> QuerySet[Change]:
    """The changes by which records came into review."""
    return Change.objects.filter(new__publication_state=IN_REVIEW)


def last_sent(model: type[Event] | type[Document], column: str) -> Subquery:
    """Of the change by which a record came into review."""
    key = Cast(OuterRef("pk"), TextField())
    mine = sendings().filter(root_kind=model._meta.model_name, root=key)
    return Subquery(mine.order_by("-pk").values(column)[:1])


def waiting_records(sent_by: int | None = None) -> tuple[QuerySet[Event], QuerySet[Document]]:
    """Events in review, and the documents in review that are not reviewed with one of them.

    ``sent_by`` keeps what an account sent.
    """
    events, documents = in_review(Event), in_review(Document)
    documents = documents.exclude(event__publication_state=IN_REVIEW)
    if sent_by is not None:
        mine = in_review(Document).alias(sender=last_sent(Document, "actor_id"))
        mine = mine.filter(sender=sent_by)
        documents = documents.filter(pk__in=mine.values("pk"))
        events = events.alias(sender=last_sent(Event, "actor_id")).filter(
            Q(sender=sent_by) | Exists(mine.filter(event=OuterRef("pk")))
        )
    return events, documents


def number_waiting(sent_by: int | None, most: int) -> int:
    """How many entries the queue has, counted no further than ``most``."""
    rows = [records.order_by()[:most] for records in waiting_records(sent_by)]
    return min(sum(counted.count() for counted in rows), most)


def waiting(
    sent_by: int | None = None, after: int | None = None, leave_out: Iterable[Document] = ()
) -> QuerySet:
    """Rows of (sent, noun, key), what waits longest first; ``sent`` is the number of the change.

    ``after`` keeps what was sent after that change.
    """
    events, documents = waiting_records(sent_by)
    documents = documents.exclude(pk__in=[document.pk for document in leave_out])
    first, second = (queue_rows(records, after) for records in (events, documents))
    return first.union(second, all=True).order_by("sent", "noun", "key")


def queue_rows(records: QuerySet, after: int | None) -> QuerySet:
    sent = Coalesce(last_sent(records.model, "pk"), 0, output_field=BigIntegerField())
    noun = Value(records.model._meta.model_name, output_field=TextField())
    rows = records.order_by().annotate(sent=sent, noun=noun, key=Cast("pk", BigIntegerField()))
    rows = rows if after is None else rows.filter(sent__gt=after)
    return rows.values_list("sent", "noun", "key")


@dataclass
class Waiting:
    record: Event | Document
    sent: Change | None
    documents: int = 0  # of an event: how many wait with it

    @property
    def kind(self) -> str:
        return self.record._meta.model_name


def described(rows: Sequence[tuple[int, str, int]]) -> list[Waiting]:
    """What a page of the queue shows, in a number of queries that does not grow."""
    keys = {kind: [key for _sent, its, key in rows if its == kind] for kind in KINDS}
    events = Event.objects.with_names().in_bulk(keys["event"])
    documents = Document.objects.for_list(timezone.localdate()).in_bulk(keys["document"])
    sent = Change.objects.in_bulk([number for number, _kind, _key in rows])
    counts = in_review(Document).filter(event__in=keys["event"]).order_by().values("event")
    numbers = dict(counts.annotate(number=Count("pk")).values_list("event", "number"))
    found = {"event": events, "document": documents}
    return [
        Waiting(found[kind][key], sent.get(number), numbers.get(key, 0) if kind == "event" else 0)
        for number, kind, key in rows
        if key in found[kind]
    ]


def next_after(case: Case) -> tuple[str, int] | None:
    """Kind and key of what waits behind a case, or in front of it where nothing does."""
    rest = {"leave_out": case.documents}
    row = waiting(after=case.sent, **rest).first() or waiting(**rest).first()
    return row and row[1:]


# One case ----------------------------------------------------------------------------------------


@dataclass
class Case:
    """What one review is about. ``left`` documents of the event wait besides, or are drafts."""

    event: Event | None
    documents: list[Document]
    left: int = 0
    sent: int = 0
    newcomers: list[Newcomer] = field(default_factory=list)

    @property
    def record(self) -> Event | Document:
        return self.event or self.documents[0]

    @property
    def records(self) -> list[Event | Document]:
        return [*([self.event] if self.event else []), *self.documents]

    @property
    def is_again(self) -> bool:
        """Whether it was withdrawn and comes back."""
        return self.record.publication_state == WITHDRAWN

    @property
    def is_open(self) -> bool:
        return self.record.publication_state in (IN_REVIEW, WITHDRAWN)

    @property
    def is_before_event(self) -> bool:
        """Whether it is a document whose event is still to be published."""
        event = None if self.event else self.record.event
        return event is not None and event.publication_state in (DRAFT, IN_REVIEW)

    @cached_property
    def versions(self) -> dict[str, str]:
        """What the page shows, by token: any change makes it another."""
        return versions([*self.records, *(one.record for one in self.newcomers), *self.sources])

    @property
    def sources(self) -> list[Source]:
        parts = [*self.records]
        for document in self.documents:
            parts += [*document.parties.all(), *document.actions.all()]
        if self.event:
            parts += self.event.announcements.all()
        cited = [citation.source for part in parts for citation in part.citations.all()]
        return list({source.pk: source for source in cited if source}.values())

    def part(self, documents: list[Document]) -> Case:
        """The case with these of its documents only."""
        found = newcomers.newcomers(self.event, documents)
        return Case(self.event, documents, newcomers=found)


def case_of(record: Event | Document) -> Case:
    """Of a record in review, or of a withdrawn one that may come back."""
    if isinstance(record, Document):
        case = Case(None, [with_page(Document.objects.filter(pk=record.pk)).get()])
    else:
        mine = Document.objects.none()
        if record.publication_state == IN_REVIEW:
            mine = in_review(Document).filter(event=record).order_by("event_position", "pk")
        event = event_with_page(record.pk)
        documents = list(with_page(mine)[:MOST_DOCUMENTS])
        hidden = event.documents.filter(publication_state__in=(DRAFT, IN_REVIEW)).count()
        case = Case(event, documents, left=hidden - len(documents))
    kind, key = record._meta.model_name, str(record.pk)
    sent = sendings().filter(root_kind=kind, root=key).aggregate(last=Max("pk"))
    case.sent = sent["last"] or 0
    case.newcomers = newcomers.newcomers(case.event, case.documents)
    return case


def lock(record: Event | Document) -> None:
    """Until the end of the transaction nothing of it is saved by anybody else.

    The event first, then documents by number, as every form that saves several of them does.
    """
    rows = type(record).objects.filter(pk=record.pk).select_for_update(no_key=True, of=("self",))
    list(rows.values_list("pk"))
    if isinstance(record, Event):
        mine = Document.objects.filter(event=record).order_by("pk")
        list(mine.select_for_update(no_key=True, of=("self",)).values_list("pk"))


def event_with_page(pk: int) -> Event:
    """With all that its public page will show."""
    citations = Citation.objects.select_related("source")
    events = Event.objects.with_names().prefetch_related(
        Prefetch("citations", citations),
        Prefetch("announcements__citations", citations),
        "dismissed_doubts",
        "remarks",
    )
    return events.get(pk=pk)


def with_page(documents: QuerySet[Document]) -> QuerySet[Document]:
    """With all that their public pages will show, and what the rules read."""
    citations = Citation.objects.select_related("source", "text")
    ends = Relation.objects.select_related("target")
    files = File.objects.current().select_related("replaces")
    return (
        documents.for_list(timezone.localdate())
        .select_related("type", "event")
        .prefetch_related(
            "missing_values",
            "texts",
            Prefetch("texts__files", files, to_attr="current_files"),
            Prefetch("files", files.filter(text=None), to_attr="attachments"),
            "event__names",
            "event__citations",
            "subjects__names",
            "signatories",
            "parties__signatories",
            "responsible_bodies__agency__names",
            "identifiers__scheme",
            "dismissed_doubts",
            "remarks",
            Prefetch("signings", Signing.objects.select_related("place", "state")),
            "signings__place__names",
            "signings__state__names",
            Prefetch("citations", citations),
            Prefetch("parties__citations", citations),
            "actions",
            Prefetch("actions__citations", citations),
            Prefetch("relations", ends),
            "relations__target__titles",
        )
    )


def versions(records: Iterable[object]) -> dict[str, str]:
    """The version of each record, as ``Change.objects.version_of`` has it, by token."""
    found = {token(record): "0-0" for record in records}
    asked = Q(pk=None)
    by_kind: dict[str, list[str]] = {}
    for name in found:
        kind, _dash, key = name.partition("-")
        by_kind.setdefault(kind, []).append(key)
    for kind, keys in by_kind.items():
        asked |= Q(root_kind=kind, root__in=keys)
    rows = Change.objects.filter(asked).content().order_by().values("root_kind", "root")
    for row in rows.annotate(latest=Max("pk"), count=Count("pk")):
        found[f"{row['root_kind']}-{row['root']}"] = f"{row['latest']}-{row['count']}"
    return found


def changed(case: Case, seen: Mapping[str, str]) -> list[str]:
    """Tokens of what is not as the editor saw it."""
    return [name for name, version in case.versions.items() if seen.get(name) != version]


# Decisions ---------------------------------------------------------------------------------------


def publish(case: Case) -> None:
    """All of it, or nothing. Raises IntegrityError where a rule is broken.

    The caller holds the lock, and has looked for what is changed or not seen.
    """
    for record in case.records:
        move(record, PUBLISHED)
    check_rules()


def give_back(records: Iterable[Event | Document], remark: str, by: str) -> None:
    """To their clerks, each with the remark. The caller holds the lock."""
    for record in records:
        move(record, DRAFT)
        Remark.objects.create(**{record._meta.model_name: record}, text=remark, written_by=by)
    check_rules()


def move(record: Event | Document, state: PublicationState) -> None:
    record.publication_state = state
    record.save(update_fields=["publication_state"])


# What was returned -------------------------------------------------------------------------------


def remarks_and_sendings() -> QuerySet[Change]:
    written = Q(table=REMARKS, operation=Operation.INSERT)
    return Change.objects.filter(written | Q(new__publication_state=IN_REVIEW)).order_by("-pk")


def standing_remark(record: Event | Document) -> Remark | None:
    """With which a draft was returned, until it is sent to review again."""
    if record.publication_state != DRAFT:
        return None
    last = remarks_and_sendings().of(record).first()
    return Remark.objects.filter(pk=last.row).first() if last and last.table == REMARKS else None


@dataclass
class Returned:
    """A remark, and the documents beside the event that were returned with the same words."""

    remark: Remark
    documents: list[Document] = field(default_factory=list)


def standing_remarks(event: Event) -> list[Returned]:
    """Of an event and of its documents; what was said of several stands once."""
    mine = standing_remark(event)
    found = {mine.text: Returned(mine)} if mine else {}
    documents = event.documents.filter(returned(Document)).order_by("event_position", "pk")
    for document in documents.prefetch_related("titles", "remarks")[:MOST_DOCUMENTS]:
        remark = document.remarks.all()[0]
        found.setdefault(remark.text, Returned(remark)).documents.append(document)
    return list(found.values())


def returned(model: type[Event] | type[Document]) -> Q:
    """Drafts with such a remark."""
    kind = model._meta.model_name
    mine = Remark.objects.filter(**{kind: OuterRef("pk")})
    key = Cast(OuterRef("pk"), TextField())
    last = remarks_and_sendings().filter(root_kind=kind, root=key).values("table")[:1]
    return Q(publication_state=DRAFT) & Q(Exists(mine)) & Q(Exact(Subquery(last), REMARKS))
