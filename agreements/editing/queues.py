"""Work lists: the records that wait for somebody, and for what.

One definition serves the filter of a list and the clerks' front page, so that both say the same
words and count the same records. What is withdrawn waits for nobody.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.db.models import (
    Count,
    Exists,
    F,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    Window,
)
from django.db.models.functions import Cast, Coalesce, Concat
from django.db.models.lookups import IsNull
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agreements.models import (
    Action,
    Agency,
    AgencyName,
    AgencyParent,
    AgencySuccession,
    Announcement,
    Change,
    Citation,
    Delegation,
    DismissedDoubt,
    Document,
    DuplicateMark,
    Event,
    File,
    MissingValue,
    Party,
    Place,
    Proposal,
    Relation,
    Signatory,
    Signing,
    Source,
    State,
    StatusPeriod,
    Subject,
    Text,
    Twin,
)
from agreements.models.publication import Publishable
from agreements.models.vocabulary import (
    SCANS,
    ActionKind,
    AgencyKind,
    EntryIntoForce,
    MissingReason,
    Operation,
    ProposalState,
    PublicationState,
    Side,
    Stated,
    Status,
    TextAvailability,
)

from .reviewing import returned

# Nobody works through more in a day, and counting on would cost more than it tells.
MOST_COUNTED = 1000
SOON = datetime.timedelta(days=90)


class Group(models.TextChoices):
    MINE = "mine", _("Mine")
    EDITORS = "editors", _("For editors")
    SOON = "soon", _("Soon")
    MISSING = "missing", _("What is missing")
    ODD = "odd", _("Worth a second look")


@dataclass(frozen=True)
class Asked:
    """By whom, by key, and on which day of the archive's time zone."""

    user: int | None
    today: datetime.date


@dataclass(frozen=True)
class Queue:
    """``condition`` says which records wait; ``permission`` is what working it off takes."""

    group: Group
    words: Promise
    condition: Q | Callable[[Asked], Q]
    permission: str = "change"

    def of(self, records: QuerySet, asked: Asked) -> QuerySet:
        condition = self.condition
        return records.filter(condition if isinstance(condition, Q) else condition(asked))

    def number(self, records: QuerySet, asked: Asked) -> int:
        """How many wait, up to one more than are counted."""
        return self.of(records, asked).order_by()[: MOST_COUNTED + 1].count()


def no_rows(model: type[models.Model], owner: str = "document", **conditions: Any) -> Q:
    return ~some_rows(model, owner, **conditions)


def some_rows(model: type[models.Model], owner: str = "document", **conditions: Any) -> Q:
    rows = model.objects.filter(**{owner: OuterRef("pk"), **conditions})
    return Q(Exists(rows))


def keys(model: type[models.Model], owner: str, **conditions: Any) -> Q:
    """Those to which one of the rows belongs: found from the rows, where these are few."""
    return Q(pk__in=model.objects.order_by().filter(**conditions).values(owner))


NOT_WITHDRAWN = ~Q(publication_state=PublicationState.WITHDRAWN)
IN_REVIEW = Q(publication_state=PublicationState.IN_REVIEW)


def lacking(words: Promise, condition: Q, settled_by: str = "") -> Queue:
    """``settled_by`` names the value that a clerk may say to be missing for good."""
    settled = Q()
    if settled_by:
        reasons = (MissingReason.DOES_NOT_APPLY, MissingReason.LOOKED_FOR_AND_NOT_FOUND)
        settled = no_rows(MissingValue, field=settled_by, reason__in=reasons)
    return Queue(Group.MISSING, words, condition & NOT_WITHDRAWN & settled)


# Drafts -----------------------------------------------------------------------------------------


def entered_by(asked: Asked, model: type[models.Model]) -> QuerySet:
    """Keys of the records that somebody entered, as the history has it."""
    kind = model._meta.model_name
    entered = Change.objects.filter(
        operation=Operation.INSERT,
        table=model._meta.db_table,
        actor_id=asked.user,
        root_kind=kind,
    )
    return entered.annotate(key=Cast("root", models.BigIntegerField())).values("key")


def mine(asked: Asked, model: type[models.Model]) -> Q:
    return Q(publication_state=PublicationState.DRAFT, pk__in=entered_by(asked, model))


def corrected(model: type[models.Model]) -> Callable[[Asked], Q]:
    """Those of which a correction went back to the person who asks."""

    def condition(asked: Asked) -> Q:
        name = User.objects.filter(pk=asked.user).values("username")
        kind = model._meta.model_name
        returned = Proposal.objects.filter(state=ProposalState.RETURNED, made_by__in=name)
        return Q(pk__in=returned.exclude(**{kind: None}).values(kind)) & NOT_WITHDRAWN

    return condition


def drafts(model: type[models.Model]) -> dict[str, Queue]:
    return {
        "mine": Queue(Group.MINE, _("my drafts"), lambda asked: mine(asked, model)),
        "returned": Queue(
            Group.MINE,
            _("returned to me with a remark"),
            lambda asked: mine(asked, model) & returned(model),
        ),
        "given_back": Queue(
            Group.EDITORS, _("returned with a remark, not sent again"), returned(model), "publish"
        ),
        "my_proposals": Queue(
            Group.MINE, _("with a correction that was returned to me"), corrected(model)
        ),
        "review": Queue(Group.EDITORS, _("waiting for review"), IN_REVIEW, "publish"),
        "proposals": Queue(
            Group.EDITORS,
            _("with a proposed correction"),
            keys(Proposal, model._meta.model_name, state=ProposalState.OPEN) & NOT_WITHDRAWN,
            "publish",
        ),
    }


# Documents ---------------------------------------------------------------------------------------

BY_NOTIFICATION = (
    EntryIntoForce.ON_LAST_NOTIFICATION,
    EntryIntoForce.DAYS_AFTER_LAST_NOTIFICATION,
)
ENDED = (Status.EXPIRED, Status.TERMINATED, Status.SUPERSEDED)


def not_notified_by(side: int) -> Q:
    """Neither by the side, nor by a party of it, nor by all."""
    steps = Action.objects.order_by().filter(document=OuterRef("pk"), kind=ActionKind.NOTIFIED)
    by_side = steps.filter(Q(side=side) | Q(party__side=side) | Q(side=None, party=None))
    # One look at the index for each; of an EXISTS the planner makes a walk through all actions.
    return Q(IsNull(Subquery(by_side.values("pk")[:1]), True))


def standing(asked: Asked, *statuses: Status) -> Q:
    """Such a status holds today, at least possibly, and no end of it is in sight."""
    today = {"during__upper_inf": True, "during__contains": asked.today}
    return keys(StatusPeriod, "document", status__in=statuses, **today) & NOT_WITHDRAWN


def without_status(asked: Asked) -> Q:
    return standing(asked, Status.UNKNOWN)


def not_notified(asked: Asked) -> Q:
    """Entry into force waits for it, and of one side, or of both, none is recorded."""
    return (
        standing(asked, Status.SIGNED, Status.PROVISIONALLY_APPLIED)
        & Q(entry_into_force__in=BY_NOTIFICATION)
        & (not_notified_by(Side.ONE) | not_notified_by(Side.TWO))
    )


def ending(asked: Asked) -> Q:
    """An end may begin, or the period covered be over, within the days to come."""
    days = (asked.today + datetime.timedelta(days=1), asked.today + SOON)
    ends = StatusPeriod.objects.order_by().filter(status__in=ENDED, during__startswith__range=days)
    covered = Document.objects.order_by().filter(period_after__range=days)
    return Q(pk__in=ends.values("document").union(covered.values("pk"))) & NOT_WITHDRAWN


def told_apart(document: str, other: str) -> Exists:
    """Whether somebody dismissed the warning on the one that it may be the other."""
    key = Cast(OuterRef(other), models.TextField())
    about = Q(code="duplicate", key=key)
    about |= Q(code="same_identifier", key__endswith=Concat(Value(" "), key))
    return Exists(DismissedDoubt.objects.filter(about, document=OuterRef(document)))


def twins() -> Q:
    pairs = Twin.objects.order_by()
    pairs = pairs.exclude(told_apart("document", "other")).exclude(told_apart("other", "document"))
    return Q(pk__in=pairs.values("document"))


DOCUMENTS = {
    **drafts(Document),
    "ending": Queue(Group.SOON, _("ending within 90 days"), ending),
    "date": lacking(_("the date of signing"), Q(signed_first=None), "signed_on"),
    "place": lacking(
        _("the place of signing"),
        no_rows(Signing, place__isnull=False) & no_rows(Signing, state__isnull=False),
        "place",
    ),
    "signatories": lacking(_("signatories"), no_rows(Signatory), "signatories"),
    "type": lacking(_("the type"), Q(type=None)),
    "level": lacking(_("the level"), Q(level="")),
    "subject": lacking(_("a subject"), no_rows(Document.subjects.through)),
    "state": lacking(_("the state of a party"), keys(Party, "document", state=None)),
    "entry": lacking(
        _("entry into force"),
        Q(entry_into_force=EntryIntoForce.NOT_RECORDED)
        & no_rows(Action, kind=ActionKind.ENTERED_INTO_FORCE),
        "entry_into_force",
    ),
    "notification": Queue(
        Group.MISSING,
        _("the notification of a side, for which entry into force waits"),
        not_notified,
    ),
    "status": Queue(
        Group.MISSING, _("a status: nothing says whether it is in force"), without_status
    ),
    # Where it was looked for in vain, or the parties keep it, the document says so.
    "text": lacking(
        _("the text"), Q(text_availability=TextAvailability.TITLE_ONLY), settled_by="text"
    ),
    "scan": lacking(
        _("the words of a scan, which no machine has read"),
        keys(File, "document", words_state__in=SCANS, text__body="", replaced_by=None),
    ),
    "source": lacking(_("a source of its own"), no_rows(Citation) & no_rows(Text)),
    "relation": lacking(
        _("the other end of a relation, given in words only"),
        keys(Relation, "document", target=None),
    ),
    "duplicates": Queue(Group.ODD, _("likely duplicates"), twins()),
}

# Events ------------------------------------------------------------------------------------------

RECORDED = Document.objects.order_by().filter(event=OuterRef("event")).values("event")


def recorded(**conditions: Any) -> Coalesce:
    counted = RECORDED.filter(**conditions).annotate(count=Count("pk"))
    return Coalesce(Subquery(counted.values("count")), 0)


# Where the source says that the heads' own documents are not among them, they do not count.
ANNOUNCED_MORE = Announcement.objects.filter(
    Q(number__gt=recorded())
    | Q(
        includes_heads_documents=Stated.NO,
        number__gt=recorded(is_signed_by_heads=False),
    ),
    event=OuterRef("pk"),
)

EVENTS = {
    **drafts(Event),
    "date": lacking(_("the date"), Q(began_first=None)),
    "place": lacking(_("the place"), Q(place=None, state=None)),
    "states": lacking(_("the states"), no_rows(Delegation, "event")),
    "source": lacking(_("a source"), no_rows(Citation, "event")),
    "documents": lacking(_("documents: none is recorded"), no_rows(Document, "event")),
    "announced": lacking(_("documents that were announced"), Q(Exists(ANNOUNCED_MORE))),
}

# Authority records -------------------------------------------------------------------------------

# Cities, parliaments, courts and companies need stand under nobody.
UNDER_SOMEBODY = (
    AgencyKind.MINISTRY,
    AgencyKind.COMMITTEE_OR_SERVICE,
    AgencyKind.HEAD_OF_STATE_OFFICE,
    AgencyKind.INSTITUTE,
)


def named_at_most_once() -> Q:
    """There is no second document that names it."""
    mine = Party.objects.filter(agency=OuterRef("pk")).order_by("document")
    second = Subquery(mine.values("document").distinct()[1:2])
    return Q(IsNull(second, True))


def named_alike() -> Q:
    """With a name that another agency of the same state has, too."""
    alike = {"partition_by": [F("folded"), F("agency__state")]}
    names = AgencyName.objects.order_by().annotate(
        first=Window(Min("agency"), **alike), last=Window(Max("agency"), **alike)
    )
    alike_names = Q(pk__in=names.filter(first__lt=F("last")).values("agency"))
    return alike_names & ~told_apart_agency() & ~Q(Exists(followed()))


def told_apart_agency() -> Q:
    """Whether a warning was dismissed, on it or on one that it may be."""
    key = Cast(OuterRef("pk"), models.TextField())
    about = Q(agency=OuterRef("pk")) | Q(agency__isnull=False, key=key)
    return Q(Exists(DismissedDoubt.objects.filter(about, code="duplicate")))


def followed() -> QuerySet:
    """Bodies that follow each other may bear one name; a stray third is listed all the same."""
    pair = Q(predecessor=OuterRef("pk")) | Q(successor=OuterRef("pk"))
    return AgencySuccession.objects.filter(pair)


AGENCIES = {
    "parent": Queue(
        Group.MISSING,
        _("what it stands under"),
        Q(kind__in=UNDER_SOMEBODY) & no_rows(AgencyParent, "agency"),
    ),
    "single": Queue(Group.ODD, _("named by one document or none"), named_at_most_once()),
    "duplicates": Queue(Group.ODD, _("likely duplicates"), named_alike()),
}
# Whose warnings can be dismissed.
WARNED = ("document", "event", "agency")
PLACES = {"state": Queue(Group.MISSING, _("the state"), Q(state=None))}


def mixed(model: type[models.Model]) -> Queue:
    """Look-alike letters of two scripts in one word hide a name from every search."""
    names = model._meta.get_field("titles" if model is Document else "names").field
    found = keys(names.model, names.name, text__mixed_scripts=True)
    if names.name in WARNED:
        found &= no_rows(DismissedDoubt, names.name, code="mixed_letters")
    if issubclass(model, Publishable):
        found &= NOT_WITHDRAWN
    return Queue(Group.ODD, _("Latin and Cyrillic letters within one word"), found)


def marked(model: type[models.Model]) -> Queue:
    """Somebody holds it to be another record, and no editor has looked yet."""
    marks = DuplicateMark.objects.waiting().filter(kind=model._meta.model_name).order_by()
    condition = Q(pk__in=marks.values("number"))
    if issubclass(model, Publishable):
        condition &= NOT_WITHDRAWN
    return Queue(Group.EDITORS, _("marked as duplicates"), condition, "merge")


QUEUES: dict[type[models.Model], dict[str, Queue]] = {
    Document: DOCUMENTS | {"mixed": mixed(Document)},
    Event: EVENTS | {"mixed": mixed(Event)},
    Agency: AGENCIES | {"mixed": mixed(Agency)},
    Place: PLACES | {"mixed": mixed(Place)},
    State: {"mixed": mixed(State)},
    Subject: {"mixed": mixed(Subject)},
    Source: {},
}
for kind, queues in QUEUES.items():
    queues["marked"] = marked(kind)
