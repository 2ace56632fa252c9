"""The member states of an organisation on a day, for the sides of a document's form."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements import dates
from agreements.forms.admin_labels import label
from agreements.models import Document, Membership, State


def organisations() -> list[State]:
    """Those whose members are recorded, by name."""
    keys = Membership.objects.order_by().values("organisation").distinct()
    return list(State.objects.filter(pk__in=keys).by_name().with_names())


def members_view(request: HttpRequest) -> JsonResponse:
    """Rows for the form, and words for what is left open or wrong. Reads nothing of a document."""
    if not any(request.user.has_perm(f"agreements.{verb}_document") for verb in ("add", "change")):
        raise PermissionDenied
    organisation = chosen(request.GET.get("organisation", ""))
    if organisation is None:
        return answer(_("Choose the organisation."))
    try:
        day = dates.parse(request.GET.get("on", ""))
    except dates.PartialDateError:
        return answer(_("Write the date on which its members are asked for, at least the year."))
    rows = Membership.objects.members_on(organisation, day)
    rows = rows.select_related("member").prefetch_related("member__names")
    certain = [row.member for row in rows if row.is_certain]
    possible = [row.member for row in rows if not row.is_certain]
    return answer(said(organisation, day, certain, possible), certain)


def chosen(key: str) -> State | None:
    if not (key.isascii() and key.isdigit() and len(key) < 19):
        return None
    return State.objects.filter(pk=key).with_names().first()


def said(organisation: State, day: str, certain: list[State], possible: list[State]) -> str:
    words = ngettext(
        "%(organisation)s, %(day)s: %(count)s member.",
        "%(organisation)s, %(day)s: %(count)s members.",
        len(certain),
    )
    words %= {"organisation": organisation, "day": dates.words(day), "count": len(certain)}
    if possible:
        names = ", ".join(str(state) for state in possible)
        words += " " + _("The date leaves open, and so not added: %(names)s.") % {"names": names}
    return words


def answer(words: str, states: list[State] = ()) -> JsonResponse:
    rows = [{"state": [state.pk, label(state)], "acting_as": "state"} for state in states]
    return JsonResponse({"words": words, "rows": rows})


MEMBERS_ADDRESS = f"{Document._meta.app_label}_{Document._meta.model_name}_members"
