from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .fields import DayField, FilterForm


class DayForm(FilterForm):
    """A day to look at."""

    on = DayField(
        label=_("On the day"),
        required=False,
        help_text=_("4 May 2023 or 2023-05-04. Left empty, it means today."),
    )
