"""Select boxes that are written at once: Django's run a template for each of a thousand options."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _


class ListSelect(forms.Select):
    """A select box; its choices may be in groups."""

    def render(
        self, name: str, value: Any, attrs: dict | None = None, renderer: Any = None
    ) -> SafeString:
        chosen = set(self.format_value(value))
        attrs = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        if self.allow_multiple_selected:
            attrs["multiple"] = True
        return format_html("<select{}>{}</select>", flatatt(attrs), options(self.choices, chosen))


class ListSelectMultiple(ListSelect, forms.SelectMultiple):
    pass


class PairSelect(ListSelectMultiple):
    """Two lists of states side by side, under one name."""

    def render(
        self, name: str, value: Any, attrs: dict | None = None, renderer: Any = None
    ) -> SafeString:
        chosen = [*(value or []), "", ""][:2]
        attrs = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        choices = [("", _("any")), *self.choices]
        boxes = (
            (
                f"id_{name}_{n}",
                _("One side") if n == 1 else _("The other side"),
                flatatt({**attrs, "id": f"id_{name}_{n}"}),
                options(choices, {code}),
            )
            for n, code in enumerate(chosen, start=1)
        )
        return format_html(
            '<div class="range">{}</div>',
            format_html_join(
                "",
                '<div><label class="visually-hidden" for="{}">{}</label>'
                "<select{}>{}</select></div>",
                boxes,
            ),
        )

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return [code for code in super().value_from_datadict(data, files, name) or [] if code]


def options(choices: Iterable, chosen: set[str]) -> SafeString:
    return SafeString("".join(option(*choice, chosen) for choice in choices))


def option(value: Any, label: Any, chosen: set[str]) -> str:
    if isinstance(label, list | tuple):
        return f'<optgroup label="{escape(str(value))}">{options(label, chosen)}</optgroup>'
    code = str(value)
    return written(code, str(label), is_chosen=code in chosen)


@lru_cache(maxsize=8192)
def written(code: str, label: str, *, is_chosen: bool) -> str:
    """Escaped by hand, and once: format_html() for each of a thousand costs a third of the page."""
    selected = " selected" if is_chosen else ""
    return f'<option value="{escape(code)}"{selected}>{escape(label)}</option>'


class ListChecks(forms.CheckboxSelectMultiple):
    """A box to tick for each choice."""

    def render(
        self, name: str, value: Any, attrs: dict | None = None, renderer: Any = None
    ) -> SafeString:
        chosen = set(self.format_value(value))
        key = (attrs or {}).get("id") or f"id_{name}"
        boxes = (
            (
                f"{key}_{n}",
                name,
                code,
                f"{key}_{n}",
                SafeString(" checked") if str(code) in chosen else "",
                label,
            )
            for n, (code, label) in enumerate(self.choices)
        )
        return format_html(
            '<div id="{}">{}</div>',
            key,
            format_html_join(
                "",
                '<div><label for="{}"><input type="checkbox" name="{}" value="{}" id="{}"{}> '
                "{}</label></div>",
                boxes,
            ),
        )
