"""Files on a document's form: received before the form is looked at, so that none is lost."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from agreements.forms.admin_files import FileForm, TextForm, attach
from agreements.forms.admin_labels import label
from agreements.forms.uploads import LEAVE_OUT, RECEIVED, REFUSED, key_of, token
from agreements.models import Document, File, Text
from agreements.texts.uploading import Received, take_in

from .doubts import address
from .publishing import was_public
from .records import StackedRows

OF_A_ROW = re.compile("files-[0-9]+-id")
KEY = re.compile("[0-9]{1,18}")
NOT_SAVED = gettext_noop("Sent with a form that is not saved, or with a proposed correction.")


class TakesFiles:
    """For the admin of documents; stands before all that reads the form."""

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST":
            receive(request)
        return super().changeform_view(request, *args, **kwargs)

    def propose_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What is only tried is undone; the files stay, for the proposal to name them."""
        if request.method == "POST":
            receive(request)
        return super().propose_view(request, *args, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Document | None = None) -> list:
        """Nothing to choose files with where the form can't be changed."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [(name, without(options, "attachments")) for name, options in fieldsets]

    def save_related(
        self, request: HttpRequest, form: forms.ModelForm, formsets: Any, change: bool
    ) -> None:
        for file in form.cleaned_data.get("attachments", ()):
            attach(file, form.instance)
        super().save_related(request, form, formsets, change)


def without(options: dict[str, Any], field: str) -> dict[str, Any]:
    return options | {"fields": [name for name in options["fields"] if name != field]}


def receive(request: HttpRequest) -> None:
    """Each file that was sent comes into the inbox, and the form's data names it by a token.

    Or the data has the words of why not. Once done there is nothing left to do, however often it
    is asked for.
    """
    data = request.POST.copy()
    leave_out(request, data)
    for field, _name, words in getattr(request, "not_received", ()):
        data.appendlist(field + REFUSED, words)
    may_add = request.user.has_perm("agreements.add_file")
    for field, uploads in request.FILES.lists():
        for upload in uploads:
            if may_add:
                received = take_in(upload, request.user, set_aside=_(NOT_SAVED))
                enter(request, data, field, received)
            else:
                data.appendlist(field + REFUSED, _("You may not add files."))
            upload.close()
    request.FILES.clear()
    request.not_received = ()
    request.POST = data


def enter(request: HttpRequest, data: Any, field: str, received: Received) -> None:
    if received.file is None:
        for words in received.refusals:
            data.appendlist(field + REFUSED, f"“{received.name}”: {words}")
        return
    data.appendlist(field + RECEIVED, token(received.file))
    for words in dict.fromkeys([*received.warnings, *map(told, received.twins)]):
        messages.warning(request, format_html("“{}”: {}", received.name, words))


def leave_out(request: HttpRequest, data: Any) -> None:
    """What a clerk takes back of what he sent himself is gone; nothing else is ever deleted."""
    for name in [name for name in data if name.endswith(LEAVE_OUT)]:
        tokens = data.pop(name)
        field = name.removesuffix(LEAVE_OUT) + RECEIVED
        data.setlist(field, [kept for kept in data.getlist(field) if kept not in tokens])
        keys = [key for key in map(key_of, tokens) if key is not None]
        mine = File.objects.waiting().filter(received_by=request.user.get_username())
        mine.filter(pk__in=keys).delete()


def told(twin: File) -> str:
    """Where the same bytes are. Whoever has the form of one document may see every one."""
    if twin.document is None:
        return _("The same file waits in the inbox already.")
    link = format_html('<a href="{}">{}</a>', address(twin.document)[0], label(twin.document))
    return format_html(_("The same file is held already, with {}."), link)


def sent_keys(request: HttpRequest) -> list[str]:
    values = (value for name, value in request.POST.items() if OF_A_ROW.fullmatch(name))
    return [value for value in values if KEY.fullmatch(value)]


class FilesOfDocument(StackedRows):
    """Rows that are shown with other fields where they can't be changed."""

    view_on_site = False  # the document's own link leads to them

    def may_change(self, request: HttpRequest, document: Document | None) -> bool:
        desk = self.admin_site.get_model_admin(Document)
        return document is None or desk.has_change_permission(request, document)


class TextRows(FilesOfDocument):
    model = Text
    form = TextForm
    readonly_fields = ["held"]
    classes = ["collapse"]

    def get_fields(self, request: HttpRequest, obj: Document | None = None) -> list:
        files = "upload" if self.may_change(request, obj) else "held"
        return [("language", "role", "is_public"), files, "url", "origin", "body"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        files = Prefetch("files", File.objects.current(), to_attr="current_files")
        return super().get_queryset(request).prefetch_related(files)

    def held(self, text: Text) -> SafeString:
        files = getattr(text, "current_files", ())
        return render_to_string("admin/agreements/files_held.html", {"files": files})

    held.short_description = gettext_lazy("files")


class FileRows(FilesOfDocument):
    """Those that are there. New ones come in beside their text, or as attachments."""

    model = File
    form = FileForm
    readonly_fields = ["about"]
    template = "admin/agreements/files.html"

    def get_fields(self, request: HttpRequest, obj: Document | None = None) -> list:
        fields = ["about", ("text", "position", "is_public")]
        if self.may_change(request, obj):
            fields += ["replacement", "replacement_reason"]
        return fields

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Of a form that was sent, its own rows: also one that was replaced since it was opened."""
        files = super().get_queryset(request).select_related("text")
        versions = Prefetch("document__files", File.objects.order_by("-pk"))
        files = files.prefetch_related(versions)
        if request.method != "POST":
            return files.current()
        return files.filter(pk__in=[int(key) for key in sent_keys(request)])

    def has_add_permission(self, request: HttpRequest, obj: Document | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Document | None = None) -> bool:
        """What is or was public is replaced, or taken out of the public."""
        may = super().has_delete_permission(request, obj)
        return may and (obj is None or not was_public(obj))

    def about(self, file: File) -> SafeString:
        by_key = {other.pk: other for other in file.document.files.all()}
        versions = [file]
        while versions[-1].replaces_id in by_key:
            versions.append(by_key[versions[-1].replaces_id])
        context = {"file": file, "steps": list(zip(versions[1:], versions, strict=False))}
        return render_to_string("admin/agreements/file_about.html", context)

    about.short_description = gettext_lazy("file")
