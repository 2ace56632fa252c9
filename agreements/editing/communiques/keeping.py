"""A communique from the moment it is pasted: kept as a source, reviewed, continued tomorrow."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError
from django.db.models import Q
from django.db.models.functions import MD5, Now
from django.utils import timezone

from agreements import dates
from agreements.communique.parsing import parse
from agreements.communique.proposal import Doubt, Proposal
from agreements.communique.proposal import Event as ProposedEvent
from agreements.models import Communique, Event, Source

from .authority import authority_for
from .going_back import Lost, gone_back
from .opening import Kept, opened
from .second import linked

logger = logging.getLogger(__name__)

MOST_STEPS = 20
NOT_KNOWN = "und"  # a language, as BCP 47 has it

# What was done, the fields before and after; one that was taken back has the step as "undone".
Step = dict[str, Any]


@dataclass(frozen=True)
class Found:
    """What the archive has of a text already: its review, or the event that it was made into."""

    communique: Communique | None
    event: Event | None


def digest(text: str) -> str:
    """The same for the same words, however they are broken into lines."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def same(text: str) -> Found | None:
    """Also where the text was kept by the event sheet."""
    communique = Communique.objects.filter(digest=digest(text)).select_related("event").first()
    if communique:
        return Found(communique, communique.event)
    source = same_source(text)
    event = source and event_of(source)
    return Found(None, event) if event else None


def same_source(text: str) -> Source | None:
    sums = [hashlib.md5(t.encode()).hexdigest() for t in (text, text.replace("\n", "\r\n"))]
    rows = Source.objects.exclude(kept_text="").alias(sum=MD5("kept_text"))
    return rows.filter(sum__in=sums).order_by("pk").first()


def event_of(source: Source) -> Event | None:
    cited = Q(citations__source=source) | Q(announcements__citations__source=source)
    return Event.objects.filter(cited).order_by("pk").first()


class NothingFound(Exception):
    """A text that names neither states nor documents."""


def begin(given: dict[str, Any], by: str, *, whatever_it_says: bool = True) -> Communique:
    """Keep the text, read it, and keep what it proposes. In the caller's transaction.

    Raises NothingFound, if that is asked for; the transaction is then to be taken back.
    """
    names = ("publisher", "title", "url", "published_on", "language")
    source = same_source(given["text"]) or Source.objects.create(
        kept_text=given["text"],
        retrieved_on=timezone.localdate().isoformat(),
        **{name: given[name] for name in names},
    )
    proposal = read(source)
    if not whatever_it_says and says_nothing(proposal):
        raise NothingFound
    if not source.language and proposal.language != NOT_KNOWN:
        source.language = proposal.language
        source.save(update_fields=["language"])
    return Communique.objects.create(
        source=source,
        digest=digest(source.kept_text),
        form=linked(opened(proposal), source.language),
        made_by=by,
        written_by=by,
    )


def read(source: Source) -> Proposal:
    """What the text proposes; where the parser itself fails, nothing, and the text is kept."""
    first, after = dates.bounds(source.published_on) if source.published_on else (None, None)
    is_day = first and after and (after - first).days == 1
    try:
        return parse(
            source.kept_text,
            language=source.language or None,
            published_on=first if is_day else None,
            authority=authority_for(source.kept_text),
        )
    except DatabaseError:
        raise
    except Exception:
        logger.exception("The communique of source %s can't be read", source.pk)
        language = source.language or NOT_KNOWN
        return Proposal(source.kept_text, language, ProposedEvent(), doubts=[Doubt("not_read")])


def says_nothing(proposal: Proposal) -> bool:
    """A text that could not be read may say much."""
    is_read = all(doubt.code != "not_read" for doubt in proposal.doubts)
    named = (proposal.documents, proposal.not_signed_now, proposal.event.states)
    return is_read and not any(named)


def as_proposed(communique: Communique) -> Kept:
    return linked(opened(read(communique.source)), communique.source.language)


def keep(communique: Communique, form: Kept, by: str) -> None:
    """Write down the review as it stands."""
    if form != communique.form:
        write(communique, form, by)


def keep_step(communique: Communique, before: Kept, after: Kept, what: str, by: str) -> None:
    """Write down what was typed and what a step made of it, so that the step can be taken back."""
    step = {"what": what, "before": before, "after": after}
    communique.steps = [*without_undone(communique), step][-MOST_STEPS:]
    write(communique, after, by)


def without_undone(communique: Communique) -> list[Step]:
    return [step for step in communique.steps if "before" in step and "undone" not in step]


def last_step(communique: Communique) -> Step | None:
    return next(iter(without_undone(communique)[-1:]), None)


def last_undone(communique: Communique) -> Step | None:
    return next((step for step in communique.steps if "undone" in step), None)


def take_back(communique: Communique, form: Kept, by: str) -> list[Lost]:
    """The last step, and nothing else; gives what was typed since and has no place any more."""
    *earlier, step = without_undone(communique)
    after, lost = gone_back(step["before"], step["after"], form)
    undone = {"what": step["what"], "before": form, "after": after, "undone": step}
    communique.steps = [*earlier, undone]
    write(communique, after, by)
    return lost


def do_again(communique: Communique, form: Kept, by: str) -> list[Lost]:
    """What was taken back last, with all that was typed then and since."""
    undone = last_undone(communique)
    after, lost = gone_back(undone["before"], undone["after"], form)
    communique.steps = [*without_undone(communique), undone["undone"]]
    write(communique, after, by)
    return lost


def pass_on(communique: Communique, form: Kept, by: str) -> None:
    """Leave the review, as it stands, to an editor."""
    communique.passed_by, communique.passed_at = by, timezone.now()
    write(communique, form, by)


def take_over(communique: Communique, form: Kept, by: str) -> None:
    """It is no longer left to an editor."""
    communique.passed_by, communique.passed_at = "", None
    write(communique, form, by)


def write(communique: Communique, form: Kept, by: str) -> None:
    if by != communique.written_by:
        communique.turn = {"version": communique.version, "form": communique.form}
    communique.form = form
    communique.version += 1
    communique.written_by = by
    communique.written_at = Now()
    communique.save()


def form_of(communique: Communique, version: str) -> Kept | None:
    """The fields as they were in that version, if that is known."""
    is_known = version and version == str(communique.turn.get("version"))
    return communique.turn["form"] if is_known else None


def discard(communique: Communique) -> None:
    """Leave the review; the source goes with it while nothing cites it."""
    source = communique.source
    communique.delete()
    is_used = source.citations.exists() or source.status_overrides.exists()
    if not is_used and not source.communiques.exists():
        source.delete()
