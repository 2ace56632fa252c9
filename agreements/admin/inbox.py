"""The inbox: files are dropped there, many at once, and wait to be placed with a document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agreements.editing.inbox import pile, placing
from agreements.forms.inbox import AsideForm
from agreements.forms.uploads import ENDINGS
from agreements.models import File
from agreements.texts.uploading import Received, take_in

from . import placing as place_page
from .page_pictures import with_pictures

PER_PAGE = 50
ASIDE_SHOWN = 50


def urls(site: admin.AdminSite) -> list[URLPattern]:
    def wrap(view: Callable, permission: str = "add") -> Callable:
        def seen(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            if not may(request, permission):
                raise PermissionDenied
            return view(request, site, **kwargs)

        return site.admin_view(seen)

    base = "agreements/file"
    return [
        path(f"{base}/inbox/", wrap(inbox), name="inbox"),
        path(f"{base}/<int:pk>/place/", wrap(place_page.place, "change"), name="inbox_place"),
        path(f"{base}/<int:pk>/set-aside/", wrap(set_aside, "change"), name="inbox_aside"),
        path(f"{base}/<int:pk>/put-back/", wrap(put_back, "change"), name="inbox_put_back"),
        path(f"{base}/<int:pk>/remove/", wrap(remove, "delete"), name="inbox_remove"),
    ]


def may(request: HttpRequest, act: str) -> bool:
    return request.user.has_perm(f"agreements.{act}_file")


def page(
    request: HttpRequest, site: admin.AdminSite, template: str, status: int = 200, **context: Any
) -> TemplateResponse:
    shared = {**site.each_context(request), "is_nav_sidebar_enabled": False}
    shared |= {"opts": File._meta, **context}
    return TemplateResponse(request, f"admin/agreements/{template}.html", shared, status=status)


# The pile, and what is dropped on it -------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def inbox(request: HttpRequest, site: admin.AdminSite) -> HttpResponse:
    received: list[Received] | None = None
    if request.method == "POST":
        received = receive(request)
        if is_asked_by_script(request):
            return JsonResponse({"files": [as_json(row) for row in received]})
    return page(
        request,
        site,
        "inbox",
        title=_("Inbox"),
        pile=pile.pile(),
        received=received,
        endings=ENDINGS,
        rows=shown(request.GET.get("page")),
        aside=aside(),
        may_remove=may(request, "delete"),
    )


def is_asked_by_script(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == "application/json"


def receive(request: HttpRequest) -> list[Received]:
    """Each file by itself: what is wrong with one keeps no other out."""
    uploads = request.FILES.getlist("files")
    found = []
    for upload in uploads:
        with transaction.atomic():
            found.append(take_in(upload, request.user))
    for _field, name, words in getattr(request, "not_received", ()):
        found.append(Received(name, refusals=(words,)))
    return found


def as_json(row: Received) -> dict[str, Any]:
    return {
        "name": row.name,
        "place": reverse("admin:inbox_place", args=[row.file.pk]) if row.file else "",
        "refusals": list(row.refusals),
        "warnings": [*row.warnings, *map(told, row.twins[:5])],
    }


def told(twin: File) -> str:
    """Where the same bytes are."""
    if twin.document is None:
        return _("The same file waits in the inbox already: “%(name)s”.") % {"name": twin.name}
    words = _("The same file is held already, with “%(document)s”.")
    return words % {"document": twin.document}


def shown(number: str | None) -> Any:
    """A page of those in turn, the oldest first."""
    rows = pile.with_twins(File.objects.in_turn())
    found = Paginator(rows, PER_PAGE).get_page(number)
    found.object_list = with_pictures(found.object_list)
    return found


def aside() -> list[File]:
    rows = File.objects.waiting().exclude(set_aside="").order_by("pk")
    return with_pictures(pile.with_twins(rows)[:ASIDE_SHOWN])


# Out of the pile ---------------------------------------------------------------------------------


def waiting(pk: int, *, lock: bool = False) -> File:
    rows = File.objects.select_for_update(of=("self",), no_key=True) if lock else File.objects
    return get_object_or_404(rows.filter(document=None), pk=pk)


def onward(request: HttpRequest, pk: int) -> HttpResponse:
    """To the next file where one was looked at, else to the list."""
    following = pile.after(pk) if "next" in request.POST else None
    if following:
        return redirect("admin:inbox_place", pk=following)
    return redirect("admin:inbox")


@require_POST
def set_aside(request: HttpRequest, site: admin.AdminSite, pk: int) -> HttpResponse:
    form = AsideForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(form.errors["reason"]))
        return redirect("admin:inbox_place", pk=pk)
    with transaction.atomic():
        file = waiting(pk, lock=True)
        placing.set_aside(file, form.cleaned_data["reason"])
    messages.success(request, _("Set aside: “%(name)s”.") % {"name": file.name})
    return onward(request, pk)


@require_POST
def put_back(request: HttpRequest, site: admin.AdminSite, pk: int) -> HttpResponse:
    with transaction.atomic():
        file = waiting(pk, lock=True)
        placing.set_aside(file, "")
    messages.success(request, _("Back in its turn: “%(name)s”.") % {"name": file.name})
    return redirect("admin:inbox")


@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, site: admin.AdminSite, pk: int) -> HttpResponse:
    """Asks first. The row goes; the bytes stay in the storage, where a check reports them."""
    if request.method == "GET":
        file = with_pictures([waiting(pk)])[0]
        return page(request, site, "inbox_remove", title=_("Remove from the inbox"), file=file)
    with transaction.atomic():
        file = waiting(pk, lock=True)
        name = file.name
        file.delete()
    messages.success(request, _("Removed from the inbox: “%(name)s”.") % {"name": name})
    return onward(request, pk)
