"""A session that ends while somebody types: signing in again sends what was typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.defaults import permission_denied

from agreements.forms.uploads import REFUSED

View = Callable[..., HttpResponse]
# Before the names of the two fields that are asked for, apart from all that a form may hold.
PREFIX = "sign_in_again"


def sign_in_again(site: admin.AdminSite, view: View) -> View:
    """Instead of the empty sign-in page, where a form was sent by somebody who is signed out."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_form_of_nobody(request):
            return view(request, *args, **kwargs)
        asked = f"{PREFIX}-username" in request.POST
        form = AdminAuthenticationForm(request, request.POST if asked else None, prefix=PREFIX)
        if not (asked and form.is_valid()):
            return page(site, request, form)
        login(request, form.get_user())
        request.POST = typed(request)
        try:
            with transaction.atomic():
                return view(request, *args, **kwargs)
        except PermissionDenied as refusal:
            # Raised on, it would undo the sign-in too.
            return permission_denied(request, refusal)

    return checked


def is_form_of_nobody(request: HttpRequest) -> bool:
    """Sent by a page's form, not by a script, which could not show the answer."""
    is_page = "text/html" in request.headers.get("Accept", "")
    return request.method == "POST" and is_page and request.user.is_anonymous


def typed(request: HttpRequest) -> Any:
    """What was sent, without the sign-in."""
    data = request.POST.copy()
    for name in [name for name in data if name.startswith(f"{PREFIX}-")]:
        del data[name]
    return data


def page(
    site: admin.AdminSite, request: HttpRequest, form: AdminAuthenticationForm
) -> HttpResponse:
    data = typed(request)
    data.pop("csrfmiddlewaretoken", None)
    lost = getattr(request, "not_received", ())
    for field, _name, words in lost:
        data.appendlist(field + REFUSED, words)  # the form then says so beside the field
    context = {
        **site.each_context(request),
        "title": _("Sign in again"),
        "form": form,
        "lost": [name for _field, name, _words in lost],
        "typed": [(name, value) for name, values in data.lists() for value in values],
    }
    return TemplateResponse(request, "admin/sign_in_again.html", context)
