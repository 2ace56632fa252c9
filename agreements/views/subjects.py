from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import Document, MergedRecord, Subject
from agreements.search.rows import rows_in

from . import tallies
from .pages import moved, page_of


@require_safe
def subject_list(request: HttpRequest) -> HttpResponse:
    documents = Document.objects.published()
    numbers, in_group = documents.count_by_subject(), documents.count_by_group()
    subjects = list(Subject.objects.published().with_shown_name())
    for subject in subjects:
        subject.number = (numbers if subject.parent_id else in_group).get(subject.pk, 0)
    context = {"groups": groups(subjects)}
    return render(request, "subject_list.html", context)


def groups(subjects: list[Subject]) -> list[tuple[Subject, list[Subject]]]:
    """Each group with the subjects below it, in the order of the list."""
    return [
        (group, [subject for subject in subjects if subject.parent_id == group.pk])
        for group in subjects
        if group.parent_id is None
    ]


@require_safe
def subject(request: HttpRequest, slug: str) -> HttpResponse:
    public = Subject.objects.published().with_names()
    found = public.select_related("parent").filter(slug=slug).first()
    if found is None:
        number = MergedRecord.objects.kept_number_of_code("subject", slug)
        return moved(request, get_object_or_404(public, pk=number).get_absolute_url())
    documents = Document.objects.published().of_subject(found)
    numbers = documents.count_by_subject()
    children = list(public.filter(parent=found))
    for child in children:
        child.number = numbers.get(child.pk, 0)
    page = page_of(request, documents.newest_first())
    context = {
        "subject": found,
        "children": children,
        "page": page,
        "rows": rows_in(page.object_list, timezone.localdate()),
        "by_type": tallies.by_type(documents, subject=slug),
        "by_level": tallies.by_level(documents, subject=slug),
        "list_url": tallies.list_url(subject=slug),
    }
    return render(request, "subject.html", context)
