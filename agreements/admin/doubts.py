"""The doubts about a record, as the desk shows them: a few of each kind, without the dismissed."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from agreements.editing import dismissing
from agreements.editing.doubts import Doubt, of_agency, of_document, of_event, of_names
from agreements.forms.admin_labels import label
from agreements.models import Agency, Document, Event, Place, State, Subject

LOOKS = {
    Document: of_document,
    Event: of_event,
    Agency: of_agency,
    State: of_names,
    Place: of_names,
    Subject: of_names,
}
# Of one kind: a title of three words may stand on hundreds of documents.
MOST_OF_A_KIND = 5


def of_record(record: models.Model) -> list[Doubt]:
    """All doubts about a saved record, the dismissed ones too."""
    look = LOOKS.get(type(record))
    return list(look(record)) if look else []


def few_of_each(doubts: Iterable[Doubt]) -> list[Doubt]:
    kept: list[Doubt] = []
    for doubt in doubts:
        if sum(one.code == doubt.code for one in kept) < MOST_OF_A_KIND:
            kept.append(doubt)
    return kept


def after_saving(request: HttpRequest, record: models.Model) -> list[str]:
    """Keep what was dismissed on the form; give what is left, as messages."""
    doubts = of_record(record)
    if dismissing.can_be_dismissed(record) and not getattr(request, "proposes", None):
        dismissing.take_back(record, request.POST.getlist("take_back"))
        dismissing.dismiss(record, doubts, request.user.get_username(), ticked(request))
        known = dismissing.dismissed(record)
        doubts = [doubt for doubt in doubts if doubt.token not in known]
    return [message(doubt) for doubt in few_of_each(doubts)]


def ticked(request: HttpRequest) -> dict[str, str]:
    """The reason, which may be empty, by the token of a doubt that is dismissed on the form."""
    tokens = request.POST.getlist("dismiss")
    return {token: request.POST.get(f"reason {token}", "").replace("\0", "") for token in tokens}


def message(doubt: Doubt) -> str:
    """Its words and links to what it speaks of, as HTML that is safe to show."""
    links = format_html_join("; ", '<a href="{}">{}</a>', map(address, doubt.records))
    return format_html("{} {}", doubt.words, links) if doubt.records else doubt.words


def address(record: models.Model) -> tuple[str, str]:
    """Of its page at the desk, and what a link to it says."""
    page = reverse(f"admin:agreements_{record._meta.model_name}_change", args=[record.pk])
    return page, label(record)
