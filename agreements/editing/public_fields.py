"""What of each kind of row a record's public page shows: so much of its changes shows there too.

Every field of every table under a record stands here on one side or on the other; a test holds
that, so that a new one is not forgotten.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements import models as m


@dataclass(frozen=True)
class Shown:
    """Names of fields.

    Of ``values`` the page says what they were and what they are; of ``silent`` only that they
    changed, since the words are long, or a reader knows them by other ones. ``kept`` stay inside.
    ``told_by`` tells the row from others, the first that it has; ``main`` stands for the row.
    """

    values: tuple[str, ...]
    silent: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()
    main: str = ""
    words: str = ""


PUBLIC: dict[type[models.Model], Shown] = {
    m.Document: Shown(
        (
            "type", "legal_nature", "level", "event", "is_signed_by_heads", "period", "validity",
            "term", "renewal_term", "notice_period", "term_counts_from", "entry_into_force",
            "entry_into_force_days", "entry_into_force_date", "summary", "public_note",
        ),
        # Publication has lines of its own; why there is no text shows where there is none only.
        kept=(
            "publication_state", "withdrawal_reason", "is_title_withheld", "internal_note",
            "created_at", "changed_at", "published_at", "version", "event_position", "text_absence",
            "signed_on", "text_availability",
        ),
    ),
    m.DocumentTitle: Shown(
        ("language", "text"), ("worded_by",), ("document", "is_variant"), ("language",), "text"
    ),
    m.Party: Shown(
        ("state", "agency", "acting_as", "name_as_written", "role"),
        ("side",), ("document", "position"), ("agency", "state"),
    ),
    m.Signing: Shown(
        ("signed_on", "place", "state", "party", "note_number"),
        kept=("document",), main="signed_on",
    ),
    m.Signatory: Shown(
        ("person", "office", "party"), kept=("document", "signing"), main="person"
    ),
    m.Action: Shown(
        ("kind", "party", "done_on", "received_on", "effective_on", "reference", "note"),
        ("side",), ("document",), ("kind",), words=_("step"),
    ),
    m.Relation: Shown(
        ("kind", "target", "target_text", "effective_on", "extent"),
        kept=("document",), told_by=("kind",),
    ),
    m.Identifier: Shown(
        ("scheme", "value"), kept=("document",), told_by=("scheme",), main="value",
        words=_("number elsewhere"),
    ),
    m.Text: Shown(
        ("language", "role", "url", "origin"), ("body",), ("document", "is_public"), ("language",)
    ),
    m.File: Shown(
        ("name", "reason", "replaces"), (), (
            "document", "text", "position", "key", "kind", "size", "sha256", "pages", "is_signed",
            "is_public", "received_by", "received_at", "words_state", "words_reason", "words_by",
            "fixity", "checked_at", "set_aside", "placed_at",
        ), main="name",
    ),
    m.Citation: Shown(
        ("source", "text", "article", "quote", "field", "stance", "value"),
        kept=(
            "quote_start", "document", "event", "agency", "action", "party", "announcement",
        ),
        told_by=("source", "text"),
        words=_("source"),
    ),
    m.MissingValue: Shown(
        ("field", "reason", "looked_on", "note"),
        kept=("document",), told_by=("field",), main="reason",
    ),
    m.ResponsibleBody: Shown(("agency",), ("side",), ("document",), main="agency"),
    m.StatusOverride: Shown(
        ("status", "effective_on", "reason", "source"),
        kept=("document",), main="status", words=_("decision on the status"),
    ),
    m.DocumentSubject: Shown(("subject",), kept=("document",), main="subject"),
    m.Event: Shown(
        ("kind", "began_on", "ended_on", "place", "state", "public_note"),
        kept=(
            "publication_state", "withdrawal_reason", "is_title_withheld", "internal_note",
            "created_at", "changed_at", "published_at", "version",
        ),
    ),
    m.EventName: Shown(
        ("language", "text"), (), ("event", "is_variant"), ("language",), "text", _("name")
    ),
    m.Delegation: Shown(
        ("state", "role", "head", "office", "is_head_present"),
        kept=("event",), told_by=("state",),
    ),
    m.Announcement: Shown(
        ("number", "qualifier", "counts", "includes_heads_documents", "listed"),
        kept=("event",), told_by=("counts",), main="number",
    ),
}  # fmt: skip

# Under a record, and nothing of it on its page.
INSIDE = [
    m.Remark,
    m.Proposal,
    m.DismissedDoubt,
    m.ReadingDoubt,
    m.Communique,
    m.DuplicateMark,
    m.MergedRecord,
    m.StatusPeriod,
    m.SearchCount,
    m.SearchCountChange,
    m.SearchPart,
    m.SearchRow,
    m.SearchSample,
    m.Twin,
    m.FileWords,
    m.Page,
    m.FileCheck,
    m.Job,
    m.Import,
    m.ImportProfile,
    m.ImportRow,
]
# Their own history is not public.
ELSEWHERE = [
    m.Agency, m.AgencyName, m.AgencyParent, m.AgencySuccession, m.Change, m.ContentVersion,
    m.DocumentType, m.IdentifierScheme, m.Membership, m.Place, m.PlaceName, m.Seed, m.Source,
    m.State, m.StateName, m.StateSuccession, m.Subject, m.SubjectName,
]  # fmt: skip
