"""One file of the inbox beside its words: a text of a recorded document, or a new draft."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.editing.inbox import candidates, events, pile, placing, reading
from agreements.editing.inbox.candidates import Candidate, Clues
from agreements.editing.inbox.names import Name, named
from agreements.editing.inbox.reading import Found, Said
from agreements.forms.boxes import Choice
from agreements.forms.communique_rows import parsed
from agreements.forms.inbox import NEW, TEXT, AsideForm, NewDraftForm, TextOfForm
from agreements.forms.new_agency import NewAgencyForm
from agreements.models import Agency, Document, DocumentType, File, Page
from agreements.models.rules import check_rules
from agreements.models.vocabulary import JobState, WordsState
from agreements.texts.receiving import held_already

from . import event_sheet
from .doubts import after_saving
from .page_pictures import pictures
from .records import reasons

MOST_SEARCHED = 10
PAGES_OF_WORDS = 60
TWINS_TOLD = 5
AS_TEXT, AS_DRAFT = "text", "draft"


@require_http_methods(["GET", "POST"])
def place(request: HttpRequest, site: admin.AdminSite, pk: int) -> HttpResponse:
    if request.method == "GET":
        file = File.objects.select_related("document").filter(pk=pk).first()
        return answer_to(request, file, pk) or show(Sight(request, site, file))
    refused: list[str] = []
    try:
        with transaction.atomic():
            file = placing.held(pk)
            if answer := answer_to(request, file, pk):
                return answer
            sight = Sight(request, site, file, request.POST)
            if saved := save(sight):
                check_rules()
                log(request, saved)
                return answered(request, sight, saved)
    except IntegrityError as error:
        refused = [str(words) for _field, words in reasons(error)]
        sight = Sight(request, site, File.objects.get(pk=pk), request.POST)
        sight.is_valid()
    for words in refused:
        sight.sent.add_error(None, words)
    return show(sight)


def answer_to(request: HttpRequest, file: File | None, pk: int) -> HttpResponse | None:
    """Where there is nothing to place any more: on to the next."""
    if file is None:
        raise Http404
    if file.document_id is None:
        return None
    linked = event_sheet.linked(file.document)
    words = _("“{}” is placed already, with {}.")
    messages.info(request, format_html(words, file.name, linked))
    return onward(pk)


def onward(pk: int) -> HttpResponse:
    following = pile.after(pk)
    if following:
        return redirect("admin:inbox_place", pk=following)
    return redirect("admin:inbox")


# What the page knows -----------------------------------------------------------------------------


class Sight:
    """One file with what its words say, the documents that it may be of, and the two forms.

    The words are read when they are needed: to show the page, and not to save what was sent.
    """

    def __init__(
        self,
        request: HttpRequest,
        site: admin.AdminSite,
        file: File,
        data: QueryDict | None = None,
    ) -> None:
        self.request, self.site, self.file = request, site, file
        self.data = data
        self.way = data.get("way", "") if data else ""

    @cached_property
    def name(self) -> Name:
        return named(self.file.name)

    @cached_property
    def said(self) -> Said:
        return reading.read(reading.words_of(self.file))

    @cached_property
    def is_being_read(self) -> bool:
        """Also a scan, of which it is known so far that it has no words of its own."""
        waits = Q(state__in=[JobState.WAITING, JobState.RUNNING])
        return self.file.words_state != WordsState.USABLE and self.file.jobs.filter(waits).exists()

    @cached_property
    def clues(self) -> Clues:
        return candidates.clues_of(self.name, self.said)

    @cached_property
    def candidates(self) -> list[Candidate]:
        return candidates.candidates(self.clues, self.file)

    @cached_property
    def proposed(self) -> Candidate | None:
        return candidates.proposed(self.candidates)

    @property
    def documents(self) -> admin.ModelAdmin:
        return self.site.get_model_admin(Document)

    def may_change(self, document: Document) -> bool:
        return self.documents.has_change_permission(self.request, document)

    @property
    def term(self) -> str:
        return self.request.GET.get("q", "").strip()

    @cached_property
    def searched(self) -> list[Candidate]:
        """What a clerk looks for by words or a number, or has chosen, beside what is proposed."""
        keys = [self.text_of.chosen.pk] if self.text_of.chosen else []
        if self.term:
            rows, _distinct = self.documents.get_search_results(
                self.request, Document.objects.order_by("-pk"), self.term
            )
            keys += rows.values_list("pk", flat=True)[:MOST_SEARCHED]
        known = {row.document.pk for row in self.candidates}
        keys = [pk for pk in keys if pk not in known]
        if not keys:
            return []
        found = candidates.for_comparing(Document.objects.filter(pk__in=keys).order_by("-pk"))
        return [Candidate(document) for document in found]

    @cached_property
    def text_of(self) -> TextOfForm:
        if self.way == AS_TEXT:
            return TextOfForm(self.data, prefix="text_of", may_change=self.may_change)
        initial = {
            "document": str(self.proposed.document.pk) if self.proposed else "",
            "language": self.said.value("text_language") or self.name.language,
            "role": self.said.value("role") or "",
        }
        return TextOfForm(initial=initial, prefix="text_of", may_change=self.may_change)

    @cached_property
    def new_draft(self) -> NewDraftForm:
        if self.way == AS_DRAFT:
            sent = self.data.get("new-signed_on"), number(self.data.get("new-event"))
            offered = events.likely(parsed(sent[0]), [], sent[1])
            return NewDraftForm(self.data, events=offered, prefix="new")
        names = NewDraftForm.base_fields
        initial = {name: found.value for name, found in self.filled.items() if name in names}
        initial.setdefault("text_language", self.name.language)
        offered = events.likely(self.said.value("signed_on"), self.clues.states)
        return NewDraftForm(events=offered, initial=initial, prefix="new")

    @property
    def filled(self) -> dict[str, Found]:
        """By the field's name; a type that the archive does not have is none."""
        found = dict(self.said.found)
        code = self.said.value("type")
        if code and not DocumentType.objects.filter(code=code).exists():
            del found["type"]
        return found

    @property
    def sent(self) -> forms.Form:
        return self.text_of if self.way == AS_TEXT else self.new_draft

    def is_valid(self) -> bool:
        return self.way in (AS_TEXT, AS_DRAFT) and self.sent.is_valid()


def number(text: object) -> int | None:
    said = str(text or "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 18 else None


# Saving ------------------------------------------------------------------------------------------


@dataclass
class Saved:
    document: Document
    is_new: bool
    words: str = ""
    is_public: bool = False
    is_passed: bool = False  # nothing became of it yet: an editor places it


def save(sight: Sight) -> Saved | None:
    """None where it is refused; the forms then say why."""
    if not sight.is_valid():
        return None
    return save_draft(sight) if sight.way == AS_DRAFT else save_text(sight)


def save_draft(sight: Sight) -> Saved | None:
    if not sight.documents.has_add_permission(sight.request):
        sight.new_draft.add_error(None, _("You may not add documents."))
        return None
    return Saved(placing.as_draft(sight.file, sight.new_draft.cleaned_data), is_new=True)


def save_text(sight: Sight) -> Saved | None:
    given = sight.text_of.cleaned_data
    rows = Document.objects.select_for_update(of=("self",), no_key=True)
    document = rows.filter(pk=sight.text_of.chosen.pk).first()
    if document is None:
        sight.text_of.add_error("document", _("This document was deleted meanwhile."))
        return None
    if not sight.may_change(document):
        placing.set_aside(sight.file, sight.text_of.note_for_editor())
        return Saved(document, is_new=False, is_passed=True)
    if given["kept_as"] == TEXT:
        placing.as_text(
            sight.file,
            document,
            given["language"],
            given["role"],
            text=given["text"],
            position=given["position"],
        )
    else:
        placing.as_attachment(sight.file, document, given["position"])
    return Saved(document, is_new=False, is_public=document.is_published)


def log(request: HttpRequest, saved: Saved) -> None:
    if saved.is_passed:
        return
    flag, message = (ADDITION, "added") if saved.is_new else (CHANGE, "changed")
    LogEntry.objects.log_actions(
        request.user.pk, [saved.document], flag, change_message=[{message: {}}]
    )


def answered(request: HttpRequest, sight: Sight, saved: Saved) -> HttpResponse:
    """What became of it, and the next one."""
    words = _("“{}” is placed with {}.")
    if saved.is_new:
        words = _("“{}”: a draft is made, {}.")
    elif saved.is_passed:
        words = _("“{}” waits for an editor, who adds files to {}.")
    elif saved.is_public:
        words = _("“{}” is placed with {}, and public with it.")
    linked = event_sheet.linked(saved.document)
    messages.success(request, format_html(words, sight.file.name, linked))
    for doubt in after_saving(request, saved.document) if saved.is_new else ():
        messages.warning(request, format_html("{}: {}", linked, doubt))
    return onward(sight.file.pk)


# The page ----------------------------------------------------------------------------------------


@dataclass
class Field:
    """A field of the new draft, and the words that filled it."""

    bound: forms.BoundField
    found: Found | None
    open: list[str]


def fields_of(sight: Sight) -> list[Field]:
    form, found = sight.new_draft, sight.filled
    return [
        Field(
            form[name],
            found.get(name) if is_as_found(form[name].value(), found.get(name)) else None,
            [words for of, words in sight.said.open if of == name],
        )
        for name in form.fields
    ]


def is_as_found(value: Any, found: Found | None) -> bool:
    """Whether the field still holds what the words said."""
    if found is None or not found.quote:
        return False
    if isinstance(found.value, list):
        keys = value.keys if hasattr(value, "keys") else [choice.key for choice in value or []]
        return set(keys) == {choice.key for choice in found.value if isinstance(choice, Choice)}
    return str(value or "") == str(found.value) or parsed(value) == found.value


def twins(file: File) -> QuerySet:
    rows = held_already(file.sha256).exclude(pk=file.pk).order_by("pk")
    return rows.prefetch_related("document__titles")[:TWINS_TOLD]


def show(sight: Sight) -> HttpResponse:
    request, file = sight.request, sight.file
    rows = [*sight.candidates, *sight.searched]
    for row in rows:
        row.is_for_editors = not sight.may_change(row.document)
        row.same_language = row.texts_in(sight.clues.language) if sight.clues.language else []
    numbers_ = Page.objects.filter(file=file).order_by("number")
    context = {
        **sight.site.each_context(request),
        "is_nav_sidebar_enabled": False,
        "opts": File._meta,
        "title": file.name,
        "subtitle": _("Place a file"),
        "file": file,
        "pictures": pictures(file),
        "pages": numbers_[:PAGES_OF_WORDS],
        "is_being_read": sight.is_being_read,
        "twins": twins(file),
        "language": sight.said.language,
        "pile": pile.pile(),
        "previous": pile.before(file.pk),
        "following": pile.after(file.pk),
        "rows": rows,
        "proposed": sight.proposed,
        "chosen": str(sight.text_of["document"].value() or ""),
        "text_of": sight.text_of,
        "new_draft": sight.new_draft,
        "fields": fields_of(sight),
        "way": sight.way or (AS_TEXT if sight.proposed else ""),
        "term": sight.term,
        "is_found_nothing": bool(sight.term) and not sight.searched,
        "aside_form": AsideForm(),
        "new": NEW,
        "may_remove": request.user.has_perm("agreements.delete_file"),
        "may_add_draft": sight.documents.has_add_permission(request),
        "new_agency": event_sheet.may(request, sight.documents, "add", Agency)
        and NewAgencyForm(prefix="agency"),
    }
    return TemplateResponse(request, "admin/agreements/place.html", context)
