"""Pictures of the pages of files, for the page on which a text is read."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.log import log_response
from django.views.decorators.http import require_safe

from agreements.models import File
from agreements.texts import page_images

RETRY_AFTER = 5  # seconds


@require_safe
def page_image(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Of ``?width=480``, or of 1200 pixels."""
    file = get_object_or_404(File.objects.published(), pk=pk)
    try:
        width = page_images.asked_width(request.GET.get("width", ""))
        tag = page_images.etag(file, number, width)
        if held := get_conditional_response(request, tag):
            return held
        image = page_images.picture(file, number, width)
    except page_images.NoPicture:
        raise Http404 from None
    except (page_images.Busy, OSError) as error:
        return not_now(request, file, error)
    return HttpResponse(image, content_type="image/webp", headers={"ETag": tag})


def not_now(request: HttpRequest, file: File, error: Exception) -> HttpResponse:
    response = HttpResponse(status=503, headers={"Retry-After": str(RETRY_AFTER)})
    why = str(error) or type(error).__name__
    log_response("No page of file %s: %s", file.pk, why, response=response, request=request)
    return response
