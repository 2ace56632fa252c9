from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from agreements.models import Subject, SubjectName

from .filters import QueueFilter
from .merging import Mergeable
from .names import NameRows
from .records import RecordAdmin
from .searching import NameSearch


class SubjectNameRows(NameRows):
    model = SubjectName


@admin.register(Subject)
class SubjectAdmin(Mergeable, NameSearch, RecordAdmin):
    fields = ["parent", "slug", "position"]
    autocomplete_fields = ["parent"]
    inlines = [SubjectNameRows]
    list_display = ["shown_name", "parent", "position"]
    list_filter = [QueueFilter, ("parent", admin.EmptyFieldListFilter)]
    ordering = ["parent__position", "position", "slug"]

    @admin.display(description=_("name"))
    def shown_name(self, subject: Subject) -> str:
        return str(subject)
