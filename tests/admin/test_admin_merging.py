"""Merging at the desk: chosen, looked at, agreed to, undone; and marks of those who may not."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import models
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from agreements.editing.merging import merge
from agreements.models import (
    Agency,
    Change,
    DuplicateMark,
    MergedRecord,
    Party,
    State,
)
from tests import builders
from tests.admin.desk import found, list_url, messages, queries, url_of

pytestmark = pytest.mark.django_db

WHY = "The same letterhead."
NOUNS = ["agency", "state", "place", "event", "document", "subject", "source"]


def page(name: str, record: models.Model) -> str:
    return reverse(f"admin:agreements_{record._meta.model_name}_{name}", args=[record.pk])


def merge_url(losing: models.Model, kept: models.Model) -> str:
    return f"{page('merge', losing)}?into={kept.pk}"


@pytest.fixture
def two() -> tuple[Agency, Agency]:
    state = State.objects.get(code="tj")
    losing, kept = builders.agency("Min. of Roads", of=state), builders.agency("Roads", of=state)
    builders.draft("Some agreement", side_1=losing)
    builders.settle()
    return losing, kept


def agree(client: Client, losing: models.Model, kept: models.Model, **values: str) -> HttpResponse:
    """As somebody who looks at the preview and agrees."""
    url = merge_url(losing, kept)
    seen = client.get(url).context["form"]["seen"].value()
    return client.post(url, {"seen": seen, "reason": WHY, **values})


def text_of(response: HttpResponse) -> str:
    assert response.status_code == 200, response.status_code
    return response.content.decode()


# Looking --------------------------------------------------------------------------------------


def test_preview_shows_every_relation_and_changes_nothing(
    editor: Client, two: tuple[Agency, Agency]
) -> None:
    losing, kept = two
    both = builders.draft("Both are named", side_1=kept)
    builders.party(both, 1, losing)
    before = Change.objects.count()
    page_ = text_of(editor.get(merge_url(losing, kept)))
    for words in ("Some agreement", "Both are named", "Min. of Roads", "1 is left out"):
        assert words in page_, words
    assert "becomes a name of the kind “other name”" in page_
    assert Change.objects.count() == before
    assert not MergedRecord.objects.exists()


def test_agreeing_merges(editor: Client, two: tuple[Agency, Agency]) -> None:
    losing, kept = two
    response = agree(editor, losing, kept)
    assert response.url == url_of(kept)
    merged = MergedRecord.objects.get()
    assert (merged.number, merged.kept_number) == (losing.pk, kept.pk)
    assert (merged.reason, merged.made_by) == (WHY, "editor")
    assert Party.objects.filter(agency=kept).count() == 1
    change = Change.objects.filter(table="agreements_party").order_by("-pk").first()
    assert (change.actor, change.reason) == ("editor", WHY)
    assert f"no. {merged.number} “Min. of Roads”" in text_of(editor.get(url_of(kept)))


def test_reason_is_asked_for(editor: Client, two: tuple[Agency, Agency]) -> None:
    assert "This field is required" in text_of(agree(editor, *two, reason=" "))
    assert not MergedRecord.objects.exists()


def test_stale_preview_is_shown_anew(editor: Client, two: tuple[Agency, Agency]) -> None:
    losing, kept = two
    url = merge_url(losing, kept)
    seen = editor.get(url).context["form"]["seen"].value()
    builders.draft("A later agreement", side_1=losing)
    response = editor.post(url, {"seen": seen, "reason": WHY})
    page_ = text_of(response)
    assert "was changed since you looked" in page_ and "A later agreement" in page_
    assert WHY in page_
    assert not MergedRecord.objects.exists()
    seen = response.context["form"]["seen"].value()
    assert editor.post(url, {"seen": seen, "reason": WHY}).status_code == 302


def test_what_is_not_one_is_refused_in_words(editor: Client) -> None:
    losing = builders.agency(of=State.objects.get(code="kz"))
    kept = builders.agency(of=State.objects.get(code="tj"))
    page_ = text_of(editor.get(merge_url(losing, kept)))
    assert "They belong to different states" in page_
    assert 'name="reason"' not in page_
    assert "They belong to different states" in text_of(
        editor.post(merge_url(losing, kept), {"seen": "x", "reason": WHY})
    )
    assert not MergedRecord.objects.exists()


def test_the_other_way_round(editor: Client, two: tuple[Agency, Agency]) -> None:
    losing, kept = two
    assert merge_url(kept, losing) in text_of(editor.get(merge_url(losing, kept)))


def test_merged_meanwhile(editor: Client, two: tuple[Agency, Agency]) -> None:
    losing, kept = two
    third = builders.agency(of=kept.state)
    url = merge_url(losing, kept)
    seen = editor.get(url).context["form"]["seen"].value()
    merge(Agency.objects.get(pk=losing.pk), third, WHY)
    response = editor.post(url, {"seen": seen, "reason": WHY}, follow=True)
    assert "doesn’t exist" in " ".join(messages(response))


@pytest.mark.parametrize("noun", NOUNS)
def test_every_kind_is_merged_at_the_desk(editor: Client, noun: str) -> None:
    state = State.objects.get(code="kz")
    values: dict[str, Any] = {"agency": {"of": state}, "place": {"state": state}}.get(noun, {})
    losing, kept = (getattr(builders, noun)(**values) for _ in range(2))
    builders.settle()
    assert page("merge", losing) in text_of(editor.get(url_of(losing)))
    assert agree(editor, losing, kept).status_code == 302
    assert MergedRecord.objects.get().kind == noun
    assert editor.get(url_of(kept)).status_code == 200


# Choosing -------------------------------------------------------------------------------------


def test_other_record_is_searched_for_or_named_by_number(
    editor: Client, two: tuple[Agency, Agency]
) -> None:
    losing, kept = two
    page_ = text_of(editor.get(page("merge", losing)))
    assert "admin-autocomplete" in page_ and 'name="number"' in page_
    assert "What moves" in text_of(editor.get(f"{page('merge', losing)}?into=&number={kept.pk}"))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("into=&number=", "Choose the other record"),
        ("number=999999", "There is no such record"),
        ("number=99999999999999999999999", "less than or equal"),
        ("number=x", "whole number"),
        ("into=999999", "There is no such record"),
        ("into=x", "There is no such record"),
    ],
)
def test_bad_choice_gets_an_answer(
    editor: Client, two: tuple[Agency, Agency], query: str, words: str
) -> None:
    assert words in text_of(editor.get(f"{page('merge', two[0])}?{query}"))


def test_record_is_not_chosen_for_itself(editor: Client, two: tuple[Agency, Agency]) -> None:
    assert "this one is itself" in text_of(editor.get(merge_url(two[0], two[0])))


def test_number_of_a_merged_record_leads_to_the_one_that_stands(
    editor: Client, two: tuple[Agency, Agency]
) -> None:
    losing, kept = two
    number, third = losing.pk, builders.agency("Third", of=kept.state)
    merge(losing, kept, WHY)
    response = editor.get(f"{page('merge', third)}?number={number}")
    assert response.context["kept"] == kept


def act(client: Client, action: str, *records: models.Model) -> HttpResponse:
    data = {"action": action, "_selected_action": [record.pk for record in records]}
    return client.post(list_url(records[0]._meta.model_name), data)


def test_list_leads_to_the_merge(editor: Client, two: tuple[Agency, Agency]) -> None:
    first, second = two
    assert act(editor, "merge_chosen", first).url == page("merge", first)
    assert act(editor, "merge_chosen", first, second).url == merge_url(second, first)
    assert act(editor, "mark_chosen", first, second).url.endswith(f"?into={first.pk}")


def test_of_two_the_public_one_stays(editor: Client) -> None:
    draft, public = builders.draft(), builders.document()
    builders.settle()
    assert act(editor, "merge_chosen", draft, public).url == merge_url(draft, public)


def test_of_many_none_is_chosen(editor: Client, two: tuple[Agency, Agency]) -> None:
    third = builders.agency()
    response = act(editor, "merge_chosen", *two, third)
    said = messages(editor.get(response.url))
    assert said == ["Choose one record, or the two that are one."]


# Finding --------------------------------------------------------------------------------------


def test_old_number_is_found(editor: Client, two: tuple[Agency, Agency]) -> None:
    losing, kept = two
    number = losing.pk
    agree(editor, losing, kept)
    assert any("Roads" in row for row in found(editor, "party", "agency", str(number)))
    assert "Roads" in text_of(editor.get(list_url("agency"), {"q": str(number)}))
    assert any("Roads" in row for row in found(editor, "party", "agency", "Min. of Roads"))


def test_old_code_of_a_state_is_found(editor: Client) -> None:
    losing, kept = builders.state("x-old-land"), State.objects.get(code="kz")
    merge(losing, kept, WHY)
    assert any("Kazakhstan" in row for row in found(editor, "party", "state", "x-old-land"))


# Who may --------------------------------------------------------------------------------------


def test_clerk_does_not_merge(clerk: Client, two: tuple[Agency, Agency]) -> None:
    losing, kept = two
    url = merge_url(losing, kept)
    assert clerk.get(url).status_code == 403
    assert clerk.get(page("merge", losing)).status_code == 403
    assert clerk.post(url, {"seen": "x", "reason": WHY}).status_code == 403
    assert page("merge", losing) not in text_of(clerk.get(url_of(losing)))
    assert 'value="merge_chosen"' not in text_of(clerk.get(list_url("agency")))
    assert act(clerk, "merge_chosen", losing, kept).url == list_url("agency")
    assert not MergedRecord.objects.exists()


def test_merging_takes_the_right_to_change_both(editor: Client, django_user_model: Any) -> None:
    """An editor who may not publish does not reach a public record through a draft."""
    from_draft, public = builders.draft(), builders.document()
    builders.settle()
    user = django_user_model.objects.get(username="editor")
    user.groups.clear()
    codes = ["merge_records", "change_document", "view_document"]
    user.user_permissions.set(Permission.objects.filter(codename__in=codes))
    assert editor.get(merge_url(from_draft, public)).status_code == 403
    assert editor.post(merge_url(from_draft, public), {}).status_code == 403
    assert editor.get(merge_url(public, from_draft)).status_code == 403


def test_no_such_record(editor: Client) -> None:
    for key in ("999999", "x"):
        for name in ("merge", "duplicate"):
            response = editor.get(f"/admin/agreements/agency/{key}/{name}/", follow=True)
            assert "doesn’t exist" in " ".join(messages(response))


# Undoing --------------------------------------------------------------------------------------


def test_merge_is_undone_from_its_page(editor: Client, two: tuple[Agency, Agency]) -> None:
    losing, kept = two
    number = losing.pk
    agree(editor, losing, kept)
    url = page("change", MergedRecord.objects.get())
    assert url in text_of(editor.get(url_of(kept)))
    assert "Min. of Roads" in text_of(editor.get(url))
    response = editor.post(url, {"reason": "They are two."})
    assert response.url == reverse("admin:agreements_agency_change", args=[number])
    assert Party.objects.filter(agency=number).count() == 1
    assert "Undone" in text_of(editor.get(url))
    assert editor.post(url, {"reason": "Again."}).status_code == 403


def test_undoing_is_refused_in_words(editor: Client, two: tuple[Agency, Agency]) -> None:
    losing, kept = two
    agree(editor, losing, kept)
    Party.objects.filter(agency=kept).update(agency=builders.agency(of=kept.state))
    url = page("change", MergedRecord.objects.get())
    assert "what moved was changed since" in text_of(editor.post(url, {"reason": "Two."}))
    assert "This field is required" in text_of(editor.post(url, {"reason": ""}))
    assert MergedRecord.objects.get().undone_at is None


def test_clerk_does_not_undo(clerk: Client, editor: Client, two: tuple[Agency, Agency]) -> None:
    agree(editor, *two)
    url = page("change", MergedRecord.objects.get())
    assert "Undo this merge" not in text_of(clerk.get(url))
    assert clerk.post(url, {"reason": "Two."}).status_code == 403


def test_memory_is_not_written_by_hand(editor: Client, two: tuple[Agency, Agency]) -> None:
    agree(editor, *two)
    for noun in ("mergedrecord", "duplicatemark"):
        assert editor.get(f"/admin/agreements/{noun}/add/").status_code == 403
        assert editor.get(list_url(noun), {"q": "1"}).status_code == 200
        assert editor.get(list_url(noun), {"q": "x"}).status_code == 200
    url = page("delete", MergedRecord.objects.get())
    assert editor.post(url, {"post": "yes"}).status_code == 403


# Marks ----------------------------------------------------------------------------------------


def mark(client: Client, losing: models.Model, kept: models.Model) -> HttpResponse:
    return client.post(page("duplicate", losing), {"into": kept.pk, "number": "", "reason": WHY})


def test_clerk_marks_a_duplicate(clerk: Client, two: tuple[Agency, Agency]) -> None:
    losing, kept = two
    assert page("duplicate", losing) in text_of(clerk.get(url_of(losing)))
    assert mark(clerk, losing, kept).url == url_of(losing)
    made = DuplicateMark.objects.get()
    assert (made.number, made.of_number, made.made_by, made.reason) == (
        losing.pk,
        kept.pk,
        "clerk",
        WHY,
    )
    for record in two:
        assert page("change", made) in text_of(clerk.get(url_of(record)))
    assert Agency.objects.filter(pk=losing.pk).exists()


def test_pair_is_marked_once(clerk: Client, two: tuple[Agency, Agency]) -> None:
    mark(clerk, *two)
    assert "marked already" in text_of(mark(clerk, *reversed(two)))


def test_mark_has_a_reason_and_another_record(clerk: Client, two: tuple[Agency, Agency]) -> None:
    url = page("duplicate", two[0])
    assert "This field is required" in text_of(clerk.post(url, {"into": two[1].pk}))
    assert "Choose the other record" in text_of(clerk.post(url, {"reason": WHY}))
    assert not DuplicateMark.objects.exists()


def test_mark_waits_in_the_editors_work_list(
    clerk: Client, editor: Client, two: tuple[Agency, Agency]
) -> None:
    mark(clerk, *two)
    work = list_url("agency") + "?queue=marked"
    assert work in text_of(editor.get(reverse("admin:index")))
    assert work not in text_of(clerk.get(reverse("admin:index")))
    page_ = text_of(editor.get(work))
    assert "Min. of Roads" in page_ and "1 agency" in page_


def test_merge_fulfils_the_mark(clerk: Client, editor: Client, two: tuple[Agency, Agency]) -> None:
    mark(clerk, *two)
    made = DuplicateMark.objects.get()
    page_ = text_of(editor.get(page("change", made)))
    assert merge_url(*two) in page_
    agree(editor, *two)
    made.refresh_from_db()
    assert (made.outcome, made.settled_by) == ("merged", "editor")
    assert not DuplicateMark.objects.waiting().exists()
    assert editor.get(page("change", made)).status_code == 200


def test_editor_dismisses_a_mark(clerk: Client, editor: Client, two: tuple[Agency, Agency]) -> None:
    mark(clerk, *two)
    url = page("change", DuplicateMark.objects.get())
    assert clerk.post(url).status_code == 403
    assert "settle the mark" not in text_of(clerk.get(url))
    editor.post(url)
    assert DuplicateMark.objects.get().outcome == "dismissed"
    assert not DuplicateMark.objects.waiting().exists()
    assert editor.post(url).status_code == 403


def test_mark_speaks_of_the_record_that_stays(two: tuple[Agency, Agency]) -> None:
    losing, kept = two
    third = builders.agency(of=kept.state)
    values = {"kind": "agency", "reason": WHY, "made_by": "clerk"}
    DuplicateMark.objects.create(number=third.pk, of_number=losing.pk, **values)
    merge(losing, kept, WHY)
    assert DuplicateMark.objects.waiting().get().of_number == kept.pk


def test_mark_of_a_deleted_record_waits_for_nobody(two: tuple[Agency, Agency]) -> None:
    values = {"kind": "agency", "reason": WHY, "made_by": "clerk"}
    third = builders.agency()
    DuplicateMark.objects.create(number=third.pk, of_number=two[0].pk, **values)
    third.names.all().delete()
    third.delete()
    assert not DuplicateMark.objects.waiting().exists()


# Many rows ------------------------------------------------------------------------------------


def test_preview_of_many_rows_costs_no_more_queries(editor: Client) -> None:
    state = State.objects.get(code="kz")

    def made(number: int) -> str:
        losing, kept = builders.agency(of=state), builders.agency(of=state)
        for _ in range(number):
            builders.draft(side_1=losing)
            builders.party(builders.draft(side_1=losing), 1, kept)
        builders.settle()
        return merge_url(losing, kept)

    assert queries(editor, made(2)) == queries(editor, made(15))


def test_preview_of_a_document_costs_a_bounded_number_of_queries(editor: Client) -> None:
    def made(number: int) -> str:
        losing, kept = builders.draft(), builders.draft()
        for _ in range(number):
            party = builders.party(losing, 1, builders.agency())
            losing.signatories.create(person="Ada", party=party)
            losing.subjects.add(builders.subject())
        builders.settle()
        return merge_url(losing, kept)

    assert queries(editor, made(2)) == queries(editor, made(15))
