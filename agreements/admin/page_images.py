"""Pictures of pages for clerks: of drafts and of what waits in the inbox, too."""

from __future__ import annotations

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from agreements.models import File
from agreements.texts import page_images


def urls(site: admin.AdminSite) -> list[URLPattern]:
    address = "agreements/file/<int:pk>/pages/<int:number>.webp"
    return [path(address, site.admin_view(page_image), name="page_image")]


@require_safe
def page_image(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """As the public one, of ``?width=480`` or of 1200 pixels."""
    if not request.user.has_perm("agreements.view_file"):
        raise PermissionDenied
    file = get_object_or_404(File, pk=pk)
    try:
        width = page_images.asked_width(request.GET.get("width", ""))
        image = page_images.picture(file, number, width)
    except page_images.NoPicture:
        raise Http404 from None
    except (page_images.Busy, OSError):
        return HttpResponse(status=503, headers={"Retry-After": "5"})
    return HttpResponse(image, content_type="image/webp")
