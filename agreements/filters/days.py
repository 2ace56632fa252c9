from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .fields import DayField, FilterForm


class DayForm(FilterForm):
    """A day to look at."""

    on = DayField(label=_("On the day"), required=False)
