from __future__ import annotations

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString


class FilterField(forms.BoundField):
    """A field with its label, written at once: Django runs five templates for each."""

    def as_field_group(self) -> SafeString:
        beside = format_html("{}{}{}", self.help_line(), self.errors if self.errors else "", self)
        if self.use_fieldset:
            described = {"aria-describedby": self.aria_describedby}
            return format_html(
                "<fieldset{}><legend>{}</legend>{}</fieldset>",
                flatatt({name: value for name, value in described.items() if value}),
                self.label,
                beside,
            )
        return format_html('<label for="{}">{}</label>{}', self.id_for_label, self.label, beside)

    def help_line(self) -> SafeString | str:
        if not self.help_text:
            return ""
        return format_html(
            '<div class="helptext" id="{}_helptext">{}</div>', self.auto_id, self.help_text
        )

    def as_widget(
        self,
        widget: forms.Widget | None = None,
        attrs: dict | None = None,
        only_initial: bool = False,
    ) -> SafeString:
        if widget or attrs or only_initial or type(self.field.widget) is not forms.TextInput:
            return super().as_widget(widget, attrs, only_initial)
        own = self.field.widget
        written = {"type": "text", "name": self.html_name, **own.attrs}
        written |= self.build_widget_attrs({}, own) | {"id": self.auto_id}
        value = own.format_value(self.value())
        return format_html("<input{}>", flatatt({**written, "value": value} if value else written))
