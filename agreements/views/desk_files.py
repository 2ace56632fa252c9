"""Originals for those at the desk: of drafts, of the inbox, and what is not public."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from agreements.models import File

from .files import given, out_of_reach


@require_safe
def desk_file(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    if not request.user.has_perm("agreements.view_file"):
        raise PermissionDenied
    found = get_object_or_404(File, pk=pk)
    try:
        return given(request, found)
    except OSError as error:
        return out_of_reach(request, found, error)
