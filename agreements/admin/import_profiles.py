"""Profiles of imports: how the columns of somebody's tables become fields."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest

from agreements.forms.imports import ProfileForm
from agreements.importing.profiles import Profile
from agreements.models import ImportProfile

from .searching import CappedPaginator


class CheckedProfileForm(ProfileForm):
    read = Profile.from_json


@admin.register(ImportProfile)
class ImportProfileAdmin(admin.ModelAdmin):
    """Those that came with the archive are the clerks' like any other."""

    form = CheckedProfileForm
    list_display = ["name", "about", "changed_by", "changed_at"]
    search_fields = ["name", "about"]
    show_full_result_count = False
    paginator = CappedPaginator
    list_per_page = 50

    def save_model(
        self, request: HttpRequest, obj: ImportProfile, form: ModelForm, change: bool
    ) -> None:
        obj.changed_by = request.user.get_username()
        super().save_model(request, obj, form, change)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"settings": Profile().as_json()}
