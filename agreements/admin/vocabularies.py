"""The vocabularies that an archive may extend."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from agreements.models import DocumentType, IdentifierScheme

from .records import RecordAdmin


class VocabularyAdmin(RecordAdmin):
    search_fields = ["name", "code"]

    def get_readonly_fields(
        self, request: HttpRequest, obj: DocumentType | IdentifierScheme | None = None
    ) -> list[str]:
        """A code is an identity: addresses, exports and the records hang on it."""
        return ["code"] if obj else []


@admin.register(DocumentType)
class DocumentTypeAdmin(VocabularyAdmin):
    list_display = ["name", "code", "ends_with_period", "position"]


@admin.register(IdentifierScheme)
class IdentifierSchemeAdmin(VocabularyAdmin):
    list_display = ["name", "code", "url_template"]
