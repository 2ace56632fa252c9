"""The steps of a review: split, merge, add, begin anew, and the way back; each says what it did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils.translation import gettext as _

from agreements.editing.communiques import keeping, second, steps
from agreements.editing.communiques.going_back import Lost
from agreements.editing.communiques.steps import Kept
from agreements.forms.communique import HeadForm, ReviewTop, TotalForm
from agreements.forms.communique_rows import At, PartyForm, ProposedForm
from agreements.models import Communique

# A step is the name of a button: what to do, and with which document.
STEP = re.compile(r"(split|merge|party|restore|take)-([0-9]{1,4})|add|link")
WAYS_BACK = ("undo", "redo")
OF_EVENT = (ReviewTop, HeadForm, TotalForm)
OF_DOCUMENT = (ProposedForm, PartyForm)


def take(request: HttpRequest, communique: Communique, kept: Kept, do: str) -> str:
    """Where on the page to look then. Raises NotDone, in words, where it can't be done."""
    after, anchor = stepped(request, communique, kept, do)
    keeping.keep_step(communique, kept, after, do, request.user.get_username())
    return anchor


def stepped(request: HttpRequest, communique: Communique, kept: Kept, do: str) -> tuple[Kept, str]:
    """The fields after the step, and where on the page to look."""
    found = STEP.fullmatch(do)
    if not found:
        raise BadRequest("unknown step")
    text, n = communique.source.kept_text, int(found[2] or 0)
    words = request.POST.get("add_words", "").replace("\0", "")[:2000]
    if do == "add":
        after = steps.add(kept, text, place_asked(request, text), words)
        return after, f"#document-{new_row(kept, after)}"
    if do == "link":
        return second.linked(second.looked_up(kept), communique.source.language), ""
    if found[1] == "take":
        after = steps.add_named(kept, text, n)
        return after, f"#document-{new_row(kept, after)}"
    if found[1] == "split":
        return steps.split(kept, n, text, words), f"#document-{n + 1}"
    if found[1] == "merge":
        return steps.merge(kept, n, text), f"#document-{n}"
    if found[1] == "party":
        return steps.add_party(kept, n), f"#document-{n + 1}"
    return steps.restore(kept, n, keeping.as_proposed(communique)), f"#document-{n + 1}"


def new_row(before: Kept, after: Kept) -> int:
    old = steps.rows_in(before)
    new = steps.rows_in(after)
    return next((n for n, row in enumerate(new, 1) if row not in old), len(new))


def place_asked(request: HttpRequest, text: str) -> At | None:
    """The words that were selected, in characters of the kept text."""
    values = [request.POST.get(name, "") for name in ("add_start", "add_end")]
    if not all(value.isascii() and value.isdigit() and len(value) < 7 for value in values):
        return None
    start, end = map(int, values)
    return At(start, end) if start < end <= len(text) else None


# The way back -----------------------------------------------------------------------------------


def go_back(request: HttpRequest, communique: Communique, kept: Kept, do: str) -> None:
    who = request.user.get_username()
    is_undo = do == "undo"
    step = (keeping.last_step if is_undo else keeping.last_undone)(communique)
    if step is None:
        keeping.keep(communique, kept, who)
        messages.info(request, _("There is no step to take back."))
        return
    back, words = (
        (keeping.take_back, _("Taken back: %(step)s."))
        if is_undo
        else (keeping.do_again, _("Done again: %(step)s."))
    )
    lost = back(communique, kept, who)
    messages.success(request, words % {"step": step_in_words(step["what"])})
    if lost:
        messages.warning(request, lost_in_words(lost, is_undo))


def step_in_words(what: str) -> str:
    name, _dash, number = what.partition("-")
    places = {"number": int(number or 0) + 1, "above": int(number or 0)}
    words = {
        "split": _("document %(number)s was split in two"),
        "merge": _("document %(number)s was merged with document %(above)s"),
        "party": _("a body was added to document %(number)s"),
        "restore": _("document %(number)s was set to what the text proposes"),
        "add": _("a document was added"),
        "take": _("a document was added"),
        "link": _("what is recorded was looked for"),
    }
    return words.get(name, "…") % places


def lost_in_words(lost: Iterable[Lost], is_undo: bool) -> str:
    parts = "; ".join(filter(None, map(part_in_words, lost)))
    if is_undo:
        words = _("What you had typed since went with it: %(parts)s. “Do it again” brings it back.")
    else:
        words = _("What you had typed since went with it: %(parts)s.")
    return words % {"parts": parts}


def part_in_words(lost: Lost) -> str:
    fields = ", ".join(dict.fromkeys(labels(lost)))
    if not lost.number:
        return _("the event (%(fields)s)") % {"fields": fields}
    return _("document %(number)s (%(fields)s)") % {"number": lost.number, "fields": fields}


def labels(lost: Lost) -> Iterator[str]:
    """Of parties-1-body-typed, its body."""
    forms = OF_DOCUMENT if lost.number else OF_EVENT
    known = {name: field.label for form in forms for name, field in form.base_fields.items()}
    for name in lost.names:
        last = next((part for part in reversed(name.split("-")) if known.get(part)), "")
        yield str(known.get(last) or _("settled"))
