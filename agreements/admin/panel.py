"""The panel near the top of a form: what is worth a look, and what can be taken over."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements import dates
from agreements.editing import dismissing
from agreements.editing.bodies import Followers, followers, level_of
from agreements.editing.doubts import Doubt
from agreements.forms.admin_labels import label
from agreements.models import Agency, DismissedDoubt, Document, Party

from .doubts import address, few_of_each


@dataclass(frozen=True)
class Offer:
    """Something that one click enters: a field's value, or a row. ``values`` are for the script."""

    button: str
    field: str = ""
    value: str = ""
    rows: str = ""
    values: str = ""


@dataclass(frozen=True)
class Proposal:
    words: str
    offer: Offer


@dataclass(frozen=True)
class Warned:
    """A doubt on the form; ``reason`` and the tick are what was typed and is not saved yet."""

    doubt: Doubt
    links: list[tuple[str, str]]
    offers: list[Offer]
    is_ticked: bool = False
    reason: str = ""


@dataclass
class Panel:
    """``can_dismiss``: only what has a record's own table of dismissals, and may be changed."""

    check: str = ""
    warnings: list[Warned] = field(default_factory=list)
    dismissed: list[tuple[Doubt, DismissedDoubt]] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    can_dismiss: bool = True
    taken_back: frozenset[str] = frozenset()


def panel_of(record: models.Model, doubts: list[Doubt], ticked: Mapping[str, str]) -> Panel:
    """The doubts apart from those dismissed; a record that isn't saved yet has none of these."""
    has_own = dismissing.can_be_dismissed(record) and record.pk
    known = dismissing.dismissed(record) if has_own else {}
    panel = Panel(can_dismiss=dismissing.can_be_dismissed(record))
    panel.dismissed = [(doubt, known[doubt.token]) for doubt in doubts if doubt.token in known]
    for doubt in few_of_each(doubt for doubt in doubts if doubt.token not in known):
        token = doubt.token
        links = [address(row) for row in doubt.records]
        offers = list(offers_of(doubt))
        panel.warnings.append(Warned(doubt, links, offers, token in ticked, ticked.get(token, "")))
    return panel


def offers_of(doubt: Doubt) -> Iterator[Offer]:
    if doubt.period:
        words = dates.words(doubt.period)
        yield Offer(_("Take %(period)s") % {"period": words}, field="period", value=words)
    for offered in doubt.offers:
        name = label(offered.target)
        words = _("It %(acts)s: %(document)s") % {"acts": offered.kind.label, "document": name}
        values = {"kind": str(offered.kind), "target": [offered.target.pk, name]}
        yield row_offer(words, "relations", values)


def row_offer(button: str, rows: str, values: dict[str, Any]) -> Offer:
    return Offer(button, rows=rows, values=json.dumps([values]))


def proposals(document: Document) -> Iterator[Proposal]:
    """What follows from the parties of a saved document and isn't so entered."""
    parties = Party.objects.select_related("state", "agency").prefetch_related("agency__names")
    rows = Document.objects.prefetch_related(Prefetch("parties", parties), "responsible_bodies")
    document = rows.get(pk=document.pk)
    level = level_of(document.parties.all())
    if level and level != document.level:
        words = _("From the parties: %(level)s.") % {"level": level.label}
        yield Proposal(words, Offer(_("Take it"), field="level", value=str(level)))
    for row in followers(document, timezone.localdate()):
        yield from of_followers(row)


def of_followers(row: Followers) -> Iterator[Proposal]:
    for agency in row.whole:
        words = _("%(body)s is gone; %(agency)s followed it and answers for the document today.")
        yield responsible(row, agency, words)
    for agency in row.partial:
        words = _("%(body)s is gone; %(agency)s followed it in part and may be responsible.")
        yield responsible(row, agency, words)


def responsible(row: Followers, agency: Agency, words: str) -> Proposal:
    values = {"side": row.side, "agency": [agency.pk, label(agency)]}
    offer = row_offer(_("Add it as the responsible body"), "responsible_bodies", values)
    return Proposal(words % {"body": row.body, "agency": agency}, offer)
