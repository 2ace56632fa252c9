"""The steps of a review: split, merge, add, begin anew, and the way back; each says what it did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agreements.editing.communiques import keeping, second, steps
from agreements.editing.communiques.going_back import Lost
from agreements.editing.communiques.steps import Kept
from agreements.forms.communique import HeadForm, ReviewTop, TotalForm
from agreements.forms.communique_rows import At, PartyForm, ProposedForm
from agreements.models import Communique

# A step is the name of a button: what to do, and with which document.
STEP = re.compile(r"(split|merge|party|states|restore|take)-([0-9]{1,4})|add|total|link")
# Where to look after those that are of no document.
ELSEWHERE = {"link": "", "total": "#pacta-announcements"}
WAYS_BACK = ("undo", "redo")
OF_EVENT = (ReviewTop, HeadForm, TotalForm)
OF_DOCUMENT = (ProposedForm, PartyForm)


def take(request: HttpRequest, communique: Communique, kept: Kept, do: str) -> str:
    """Where on the page to look then. Raises NotDone, in words, where it can't be done."""
    found = STEP.fullmatch(do)
    if not found:
        raise BadRequest("unknown step")
    n, who = int(found[2] or 0), request.user.get_username()
    after = stepped(request, communique, kept, found[1] or do, n)
    if after == kept:
        keeping.keep(communique, kept, who)
        messages.info(request, _("Nothing more was found."))
        return ""
    if do == "add" or found[1] == "take":
        n = new_row(kept, after) - 1
        do = f"add-{n}"
    keeping.keep_step(communique, kept, after, do, who)
    messages.success(request, capfirst(step_in_words(do)) + ".")
    if do in ELSEWHERE:
        return ELSEWHERE[do]
    return f"#document-{n if found[1] == 'merge' else n + 1}"


def stepped(request: HttpRequest, communique: Communique, kept: Kept, name: str, n: int) -> Kept:
    """The fields after the step."""
    text = communique.source.kept_text
    words = request.POST.get("add_words", "").replace("\0", "")[:2000]
    if name == "add":
        return steps.add(kept, text, place_asked(request, text), words)
    if name == "total":
        return steps.add_total(kept)
    if name == "link":
        return second.linked(second.looked_up(kept), communique.source.language)
    if name == "take":
        return steps.add_named(kept, text, n)
    if name == "split":
        return steps.split(kept, n, text, words)
    if name == "merge":
        return steps.merge(kept, n, text)
    if name == "party":
        return steps.add_party(kept, n)
    if name == "states":
        return steps.add_states(kept, n)
    return steps.restore(kept, n, keeping.as_proposed(communique))


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
    n = int(number or 0)
    places = {"above": n, "number": n + 1, "next": n + 2}
    words = {
        "split": _("document %(number)s was split in two: documents %(number)s and %(next)s"),
        "merge": _("document %(number)s was merged with document %(above)s"),
        "party": _("a body was added to document %(number)s"),
        "states": _("the parties of document %(number)s are the two states"),
        "restore": _("document %(number)s was set to what the text proposes"),
        "add": _("document %(number)s was added"),
        "total": _("a line for an announced number was added"),
        "link": _("what is recorded already was looked up"),
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
