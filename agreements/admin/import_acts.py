"""What a clerk lets be done with an import: look through it, apply it, take it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agreements.editing import import_jobs
from agreements.editing.import_undoing import PUBLIC, Undoing
from agreements.importing import applying
from agreements.importing.profiles import InvalidProfile
from agreements.models import Document, Import
from agreements.models.vocabulary import ImportState, JobKind

from .import_mapping import OPEN

Page = Callable[..., HttpResponse]

MOST_LOOKED_AT = 5000  # documents of which a page says what is in the way
SHOWN = 50


def locked(made: Import) -> Import:
    """As it is now. Needs a transaction."""
    return Import.objects.select_for_update(no_key=True).get(pk=made.pk)


def back(made: Import) -> HttpResponse:
    return redirect("admin:agreements_import_change", made.pk)


@require_POST
@transaction.atomic
def preview(request: HttpRequest, page: Page, made: Import) -> HttpResponse:
    """Once more, by the same settings: after a job that was given up."""
    made = locked(made)
    if made.state not in OPEN:
        return back(made)
    try:
        import_jobs.profile_of(made)
    except InvalidProfile:
        return redirect("admin:agreements_import_mapping", pk=made.pk)
    import_jobs.ask(made, JobKind.PREVIEW, request.user)
    return back(made)


@require_POST
@transaction.atomic
def apply(request: HttpRequest, page: Page, made: Import) -> HttpResponse:
    if not request.user.has_perms(["agreements.add_document", "agreements.change_document"]):
        raise PermissionDenied
    publishes = "publish" in request.POST
    if publishes and not applying.may_publish(request.user):
        raise PermissionDenied
    made = locked(made)
    if made.state != ImportState.PREVIEWED:
        messages.info(request, _("This import is not at the point where it can be applied."))
        return back(made)
    if request.POST.get("seen") != seen(made):
        messages.warning(request, _("It was looked through anew meanwhile: see the numbers first."))
        return back(made)
    made.publishes = publishes
    made.save(update_fields=["publishes"])
    import_jobs.ask(made, JobKind.APPLY, request.user)
    return back(made)


def seen(made: Import) -> str:
    """By which a page tells the numbers that it has shown."""
    return "-".join(str(made.counts.get(name, 0)) for name in ("new", "changed", "refused"))


# The way back -------------------------------------------------------------------------------------


@dataclass
class Undo:
    """What an undoing would do. ``in_the_way`` is None where there is too much to look at."""

    made: int
    changed: int
    public: int
    in_the_way: list[Document] | None
    is_more: bool = False


@require_http_methods(["GET", "POST"])
@transaction.atomic
def undo(request: HttpRequest, page: Page, made: Import) -> HttpResponse:
    if not request.user.has_perms(["agreements.delete_document", "agreements.change_document"]):
        raise PermissionDenied
    if request.method == "POST":
        made = locked(made)
    if made.state != ImportState.APPLIED:
        messages.info(request, _("This import is not at the point where it can be undone."))
        return back(made)
    if request.method == "POST":
        import_jobs.ask(made, JobKind.UNDO, request.user, others="others" in request.POST)
        return back(made)
    undoing = undoing_of(made)
    may = applying.may_publish(request.user) or not undoing.public
    return page(
        "import_undo", title=_("Undo this import"), made=made, undoing=undoing, may_undo=may
    )


def undoing_of(made: Import) -> Undo:
    undoing = Undoing(made, may_change_public=False)
    own = undoing.made(Document)
    changed = undoing.changed(own)
    public = Document.objects.filter(pk__in=[*own, *changed], publication_state__in=PUBLIC).count()
    if len(own) + len(changed) > MOST_LOOKED_AT:
        return Undo(len(own), len(changed), public, None)
    left = sorted(undoing.in_the_way(own, changed))
    documents = Document.objects.filter(pk__in=left[:SHOWN]).prefetch_related("titles")
    return Undo(len(own), len(changed), public, list(documents.order_by("pk")), len(left) > SHOWN)
