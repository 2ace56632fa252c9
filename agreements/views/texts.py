"""A text of a document, to be read."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements import search
from agreements.models import Document, MergedRecord, Text
from agreements.models.merged_record import LARGEST_NUMBER
from agreements.texts.words import words_of

from .beside import Beside
from .pages import asked_again, gone, moved, replaced, tidied
from .reading import Reading
from .whole import whole_document


@require_safe
def text(request: HttpRequest, pk: int, text_pk: int, slug: str = "") -> HttpResponse:
    """``?q=`` marks words, ``?beside=`` sets another text of the document beside it, ``?from=``
    turns to the place of a long one: a part or a page by its anchor, a character by its number.
    """
    if response := tidied(request):
        return response
    today = timezone.localdate()
    document = whole_document(pk, today)
    if document is None:
        moved_on = followed(request, pk, text_pk)
        return moved_on or gone(request, Document.objects.withdrawn().for_list(today), pk)
    found = one_of(document, str(text_pk))
    if found is None:
        raise Http404
    if request.path != found.get_absolute_url():
        return moved(request, found.get_absolute_url())
    asked = request.GET.get("beside", "")
    other = one_of(document, asked)
    other = other if other != found else None
    reading, second = readings(request, found, other)
    context = {
        "document": document,
        "text": found,
        "reading": reading,
        "beside": Beside(reading, second) if second else None,
        "is_lacking": bool(asked) and other is None,
        "others": [one for one in document.texts.all() if one != found and is_here(one)],
    }
    return render(request, "text.html", context)


def is_here(text: Text) -> bool:
    """Whether there is something to read."""
    return bool(text.has_words or text.versions)


def one_of(document: Document, number: str) -> Text | None:
    """The public text of the document that has this number; its words are not read yet."""
    return next((text for text in document.texts.all() if str(text.pk) == number), None)


def followed(request: HttpRequest, pk: int, text_pk: int) -> HttpResponse | None:
    """To the text, or at least the document, where its document was merged into another."""
    kept = MergedRecord.objects.kept_number("document", pk)
    if kept and text_pk <= LARGEST_NUMBER:
        text = Text.objects.published().filter(pk=text_pk, document=kept).first()
        if text:
            return asked_again(moved(request, text.get_absolute_url()))
    return replaced(request, Document.objects.published(), pk)


def readings(
    request: HttpRequest, first: Text, second: Text | None
) -> tuple[Reading, Reading | None]:
    """Both with the words that were sought in them."""
    words = words_of(*(text.pk for text in (first, second) if text))
    typed = request.GET.get("q", "")
    match = search.match(search.understand(search.parse(typed))) if typed else None
    made = [
        Reading(request, text, words[text.pk], search.places(match, words[text.pk].text))
        if match
        else Reading(request, text, words[text.pk])
        for text in (first, second)
        if text
    ]
    return made[0], made[1] if second else None
