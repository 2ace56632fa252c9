from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import MergedRecord, Subject, SubjectName
from agreements.models.gathering import Gathering, Slots, give, link
from agreements.search.names import Names
from agreements.search.numbers import numbers_of
from agreements.search.rows import named_in, written

from . import tallies
from .downloads import downloads
from .newest import further, newest
from .pages import moved


@require_safe
def subject_list(request: HttpRequest) -> HttpResponse:
    counts = numbers_of({"*": "jg"})["*"]
    numbers, in_group = dict(counts.of_kind("j")), dict(counts.of_kind("g"))
    subjects = list(Subject.objects.published().with_shown_name())
    for subject in subjects:
        subject.number = (numbers if subject.parent_id else in_group).get(str(subject.pk), 0)
    context = {"groups": groups(subjects)}
    return render(request, "subject_list.html", context)


def groups(subjects: list[Subject]) -> list[tuple[Subject, list[Subject]]]:
    """Each group with the subjects below it, in the order of the list."""
    return [
        (group, [subject for subject in subjects if subject.parent_id == group.pk])
        for group in subjects
        if group.parent_id is None
    ]


def parts_of_subject(slots: Slots) -> dict[str, QuerySet]:
    """A subject with its group, and what stands below it."""
    slug = slots.one("slug", "text")
    return {
        "subject": Subject.objects.published().filter(slug=slug),
        "names": SubjectName.objects.filter(subject__slug=slug),
        "parents": Subject.objects.published().filter(children__slug=slug),
        "parent_names": SubjectName.objects.filter(subject__children__slug=slug),
        "children": Subject.objects.published().filter(parent__slug=slug),
        "child_names": SubjectName.objects.filter(subject__parent__slug=slug),
    }


SUBJECT = Gathering(parts_of_subject)


@require_safe
def subject(request: HttpRequest, slug: str) -> HttpResponse:
    found = SUBJECT.read(slug=slug)
    if not found["subject"]:
        number = MergedRecord.objects.kept_number_of_code("subject", slug)
        kept = get_object_or_404(Subject.objects.published(), pk=number)
        return moved(request, kept.get_absolute_url())
    give(found["subject"], found["names"], "names")
    give(found["parents"], found["parent_names"], "names")
    give(found["children"], found["child_names"], "names")
    link(found["subject"], "parent", found["parents"])
    (record,) = found["subject"]
    key = f"g{record.pk}"
    figures = numbers_of({key: "tvyj"})[key]
    numbers = dict(figures.of_kind("j"))
    for child in found["children"]:
        child.number = numbers.get(str(child.pk), 0)
    documents = newest(figures, timezone.localdate(), key)
    names = Names.together(named_in(documents), tallies.types_in(figures))
    list_url = tallies.list_url(subject=slug)
    context = {
        "subject": record,
        "children": found["children"],
        "figures": figures,
        "rows": written(documents, names),
        "by_type": tallies.by_type(figures, names.types, subject=slug),
        "by_level": tallies.by_level(figures, subject=slug),
        "list_url": list_url,
        "downloads": downloads(list_url, figures.number, is_about=figures.is_about),
    }
    return further(request, list_url) or render(request, "subject.html", context)
