"""Names are rows under what bears them."""

from __future__ import annotations

from agreements.forms.admin_documents import TitleForm

from .records import TabularRows


class NameRows(TabularRows):
    """At least one; the blank first one is taken to be in English."""

    fields = ["text", "language", "is_variant"]
    min_num = 1
    initial = ({"language": "en"},)
    form = TitleForm


class DatedNameRows(NameRows):
    fields = ["text", "language", "kind", "since", "until", "is_preferred"]
