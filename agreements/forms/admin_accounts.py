"""An account as those see it who look after accounts without being superusers."""

from __future__ import annotations

from django import forms
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group
from django.db.models import QuerySet


class AccountForm(UserChangeForm):
    """Takes ``offered``, the groups to choose from. Others that the account is in are kept."""

    offered: QuerySet[Group]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        groups = self.fields.get("groups")  # none where the page is only to be read
        if groups:
            groups.widget = forms.CheckboxSelectMultiple()
            groups.queryset = self.offered
            groups.help_text = ""

    def clean_groups(self) -> list[Group]:
        kept = self.instance.groups.exclude(pk__in=self.offered)
        return [*self.cleaned_data["groups"], *kept]
