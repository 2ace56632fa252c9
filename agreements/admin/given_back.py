"""What came out of the inbox goes back there when its draft is deleted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from agreements.editing.inbox import placing
from agreements.models import Document, File, FileWords, Job, Page


def tell_given_back(request: HttpRequest, files: Iterable[File]) -> None:
    """After drafts were deleted."""
    for file in files:
        words = _("“%(name)s” is back in the inbox.")
        messages.info(request, words % {"name": file.name})


class GivesBack:
    """For the admin of documents: files that came out of the inbox outlive a deleted draft."""

    def get_deleted_objects(self, objs: Iterable[Document], request: HttpRequest) -> tuple:
        """Says what stays; what the archive made of its bytes is not worth a line then."""
        lines, counts, *rest = super().get_deleted_objects(objs, request)
        names = list(placing.given_back(list(objs)).values_list("name", flat=True))
        kind = File._meta.verbose_name_plural
        left = counts.get(kind, 0) - len(names)
        made = [model._meta.verbose_name_plural for model in (FileWords, Page, Job)]
        if names and not left:
            counts = {name: n for name, n in counts.items() if name not in (kind, *made)}
        elif names:
            counts = {**counts, kind: left}
        stays = [_("“%(name)s” goes back to the inbox.") % {"name": name} for name in names]
        return [*lines, *stays], counts, *rest

    def delete_model(self, request: HttpRequest, obj: Document) -> None:
        files = placing.give_back([obj])
        super().delete_model(request, obj)
        tell_given_back(request, files)

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        keys = list(queryset.values_list("pk", flat=True))
        files = placing.give_back(Document.objects.filter(pk__in=keys))
        super().delete_queryset(request, queryset)
        tell_given_back(request, files)
