"""Django's admin site with our title; autocompletes that tell likely records apart."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.exceptions import BadRequest
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _

from agreements.forms.admin_labels import label
from agreements.models import sign

from . import inbox, page_images, reviewing
from .front_page import files, open_communiques, shelves
from .signing_in import sign_in_again

View = Callable[..., HttpResponse]


class Autocomplete(AutocompleteJsonView):
    def serialize_result(self, obj: models.Model, to_field_name: str) -> dict[str, str]:
        return {"id": str(getattr(obj, to_field_name)), "text": label(obj)}


class ArchiveSite(admin.AdminSite):
    site_header = _("Pacta: clerks’ desk")
    site_title = _("Pacta")
    index_title = _("Work and records")

    def get_urls(self) -> list[URLPattern]:
        ours = [*reviewing.urls(self), *inbox.urls(self), *page_images.urls(self)]
        return [*ours, *super().get_urls()]

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        return Autocomplete.as_view(admin_site=self)(request)

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Above the records, what waits."""
        communiques = open_communiques()
        waiting = {
            "work": shelves(self, request, communiques["passed"]),
            "to_review": reviewing.waiting_for(request),
            "begun": communiques["begun"],
            "files": files(request),
        }
        return super().index(request, {**waiting, **(extra_context or {})})

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        return sign_in_again(self, super().admin_view(refuse_nul(signed(view)), cacheable))


def signed(view: View) -> View:
    """What is written while the page is made is the work of whoever asked for it."""

    @wraps(view)
    def signing(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST":
            sign(request.user)
        return view(request, *args, **kwargs)

    return signing


def refuse_nul(view: View) -> View:
    """PostgreSQL holds no NUL: in an address or a filter it would end as a server error."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "\0" in request.path or any("\0" in value for value in every_value(request)):
            raise BadRequest("NUL in the address")
        return view(request, *args, **kwargs)

    return checked


def every_value(request: HttpRequest) -> list[str]:
    return [text for key, values in request.GET.lists() for text in (key, *values)]
