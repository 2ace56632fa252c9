"""The page on which a body, a state or a place is given another name."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from agreements.editing.renaming import names_today, rename
from agreements.forms.admin_renaming import RenameForm
from agreements.models.rules import check_rules

from .records import reasons


class Renamable:
    """For the admin of a model whose names are dated."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.rename_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_rename"
        return [path("<path:object_id>/rename/", view, name=name), *super().get_urls()]

    def tools(self, request: HttpRequest, record: models.Model) -> list[tuple[str, str]]:
        tools = super().tools(request, record)
        if self.has_change_permission(request, record):
            name = f"admin:{self.opts.app_label}_{self.opts.model_name}_rename"
            tools.append((reverse(name, args=[record.pk]), _("Renamed…")))
        return tools

    @transaction.atomic
    def rename_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.get_object(request, object_id)
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        self.model.objects.select_for_update(no_key=True).get(pk=record.pk)
        form = RenameForm(request.POST or None, names=names_today(record))
        if form.is_valid() and self.renamed(request, record, form):
            change = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
            return HttpResponseRedirect(reverse(change, args=[record.pk]))
        return TemplateResponse(
            request, "admin/agreements/rename.html", self.rename_context(request, record, form)
        )

    def renamed(self, request: HttpRequest, record: models.Model, form: RenameForm) -> bool:
        try:
            with transaction.atomic():
                rename(record, form.cleaned_data["on"], form.new, form.more, form.ended)
                check_rules()
        except IntegrityError as error:
            for _field, words in reasons(error):
                form.add_error(None, words)
            return False
        self.log_change(request, record, [{"changed": {"fields": [_("names")]}}])
        words = _("“%(name)s” has its new name. What was signed before keeps the name of then.")
        self.message_user(request, words % {"name": self.get_object(request, str(record.pk))})
        return True

    def rename_context(
        self, request: HttpRequest, record: models.Model, form: RenameForm
    ) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": _("Renamed: %(name)s") % {"name": record},
            "opts": self.opts,
            "original": record,
            "form": form,
            "media": self.media + form.media,
        }
