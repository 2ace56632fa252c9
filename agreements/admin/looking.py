"""What the archive itself writes: shown in the admin, and entered or edited by nobody."""

from __future__ import annotations

from django.db import models
from django.http import HttpRequest


class LookedAt:
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False
