"""The fields that a table can fill, as ``exporting.shape.WIDE`` names them, and some besides."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Choices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agreements.exporting.shape import WIDE, Kind
from agreements.models.vocabulary import AgencyKind, Side, Status, WordedBy

# What the archive computes, and the document's own number, which is no field but a key.
COMPUTED = {
    "id",
    "url",
    "signed_on",
    "signed_earliest",
    "signed_latest",
    "period_earliest",
    "period_latest",
    "status",
    "status_on",
    "status_basis",
    "status_since",
    "status_is_certain",
    "text_availability",
    "event_name",
    "changed_at",
    "side_1_state_name",
    "side_2_state_name",
}
# How a document can have ended that says when.
ENDINGS = (Status.EXPIRED, Status.TERMINATED, Status.SUPERSEDED)
SIDES = tuple(Side.values)
LABELS = {
    "title": _("title"),
    "title_language": _("language of the title"),
    "type": _("type"),
    "legal_nature": _("legal nature"),
    "level": _("level"),
    "period": _("period covered"),
    "validity": _("validity"),
    "term": _("term"),
    "renewal_term": _("renewal term"),
    "notice_period": _("notice period"),
    "term_counts_from": _("the term counts from"),
    "entry_into_force": _("enters into force"),
    "entry_into_force_days": _("days after the last notification"),
    "entry_into_force_date": _("agreed date of entry into force"),
    "text_absence": _("why there is no text"),
    "event": _("event, by its number"),
    "event_position": _("order at the event"),
    "is_signed_by_heads": _("signed by the heads themselves"),
    "summary": _("summary"),
    "public_note": _("public note"),
    "other_titles": _("other titles"),
    "other_title_languages": _("languages of the other titles"),
    "signing_dates": _("signed on"),
    "place": _("place of signing, by its number"),
    "place_name": _("place of signing"),
    "place_state": _("state of the place of signing"),
    "signatories": _("signatories"),
    "signatory_offices": _("offices of the signatories"),
    "in_force_on": _("entered into force on"),
    "notice_given_on": _("notice of termination given on"),
    "notice_effective_on": _("notice of termination effective on"),
    "identifiers": _("identifiers"),
    "subjects": _("subjects"),
    "relations": _("relations"),
    "text_languages": _("languages of the texts"),
    "text_urls": _("addresses of the texts"),
    "missing": _("missing on purpose"),
    # Besides what is exported.
    "parties": _("parties of both sides"),
    "title_worded_by": _("who words the title so"),
    "ended_on": _("ended on"),
    "ended_as": _("how it ended"),
    "status_stated": _("status, to compare with"),
    "source_title": _("title of the source"),
    "source_publisher": _("publisher of the source"),
    "source_url": _("address of the source"),
    "source_quote": _("exact words of the source"),
    "internal_note": _("internal note"),
}
OF_A_SIDE = {
    "state": _("side %(side)s: state"),
    "agency": _("side %(side)s: agency, by its number"),
    "agency_name": _("side %(side)s: agency"),
    "agency_kind": _("side %(side)s: kind of agency"),
    "acting_as": _("side %(side)s: acts as"),
    "name_as_written": _("side %(side)s: name as written"),
    "role": _("side %(side)s: role"),
}


@dataclass(frozen=True)
class Target:
    """``vocabulary`` is as in ``shape.Field``; of a list it is that of its items."""

    name: str
    kind: Kind = Kind.TEXT
    vocabulary: type[Choices] | str | None = None
    is_list: bool = False

    @property
    def label(self) -> str:
        """What the mapping page calls it."""
        if self.name in LABELS:
            return str(LABELS[self.name])
        _side, side, name = self.name.split("_", 2)
        return gettext(str(OF_A_SIDE[name])) % {"side": side}


def exported() -> list[Target]:
    return [
        Target(field.name, field.kind, field.vocabulary, field.about.endswith("A list."))
        for field in WIDE.fields
        if field.name not in COMPUTED
    ]


# "parties" is for tables that have the parties of both sides in one column.
BESIDES = [
    Target("parties", is_list=True),
    Target("title_worded_by", Kind.CODE, WordedBy),
    Target("ended_on", Kind.DATE),
    Target("ended_as", Kind.CODE, Status),
    Target("status_stated", Kind.CODE, Status),
    Target("source_title"),
    Target("source_publisher"),
    Target("source_url", Kind.URL),
    Target("source_quote"),
    Target("internal_note"),
    *(Target(f"side_{side}_agency_kind", Kind.CODE, AgencyKind, is_list=True) for side in SIDES),
]
TARGETS = {target.name: target for target in [*exported(), *BESIDES]}
DATES = {name for name, target in TARGETS.items() if target.kind == Kind.DATE}
