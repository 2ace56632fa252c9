"""A draft event that was saved too early is deleted with the drafts that its communiques made."""

from __future__ import annotations

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agreements.editing.inbox import placing
from agreements.models import Communique, Document, Event
from agreements.models.vocabulary import PublicationState

from . import deleting
from .given_back import tell_given_back


def drafts_of(
    request: HttpRequest, events: admin.ModelAdmin, event: Event | None
) -> models.QuerySet[Document] | None:
    """The documents that would go with it; None where not all are drafts of its communiques."""
    if event is None or event.publication_state != PublicationState.DRAFT:
        return None
    rows = event.documents.order_by("event_position", "pk")
    if not rows or not all(is_draft_of(event, row) for row in rows) or deleting.blockers(rows):
        return None
    documents = events.admin_site.get_model_admin(Document)
    may = all(documents.has_delete_permission(request, row) for row in rows)
    return rows if may and events.has_delete_permission(request, event) else None


def is_draft_of(event: Event, document: Document) -> bool:
    """Whether nothing but the communiques of the event speaks of it."""
    sources = set(event.communiques.values_list("source", flat=True))
    cited = set(document.citations.values_list("source", flat=True))
    return document.publication_state == PublicationState.DRAFT and bool(cited) and cited <= sources


@require_POST
@transaction.atomic
def delete_with_drafts(request: HttpRequest, events: admin.ModelAdmin, pk: int) -> HttpResponse:
    event = get_object_or_404(Event.objects.select_for_update(), pk=pk)
    list(event.documents.select_for_update().values_list("pk"))
    drafts = drafts_of(request, events, event)
    if drafts is None:
        raise PermissionDenied
    communique = Communique.objects.filter(event=event).order_by("pk").first()
    documents = events.admin_site.get_model_admin(Document)
    number = len(drafts)
    documents.log_deletions(request, drafts)
    events.log_deletions(request, Event.objects.filter(pk=pk))
    given_back = placing.give_back(drafts)
    Document.objects.filter(pk__in=[draft.pk for draft in drafts]).delete()
    if still := deleting.blockers(Event.objects.filter(pk=pk)):
        transaction.set_rollback(True)
        messages.error(request, _("Not deleted: %(what)s still points here.") % {"what": still[0]})
        return redirect("admin:agreements_event_change", pk)
    event.delete()
    words = _("The event and its drafts (%(number)s) are deleted. Here is the review again.")
    messages.success(request, words % {"number": number})
    tell_given_back(request, given_back)
    return redirect("admin:agreements_communique", pk=communique.pk)
