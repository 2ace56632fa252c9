"""A body takes another name on a day: what was signed before keeps the name of then."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from agreements.models import Agency, AgencyName, State
from agreements.models.vocabulary import RENAMED
from tests import builders
from tests.admin.conftest import signed_in
from tests.admin.desk import found, messages, queries, url_of

OLD, NEW = "Ministry of Roads", "Ministry of Transport"


def rename_url(record: Any) -> str:
    return reverse(f"admin:agreements_{record._meta.model_name}_rename", args=[record.pk])


@pytest.fixture
def ministry(db: None) -> Agency:
    agency = builders.agency(OLD, of=State.objects.get(code="tj"))
    AgencyName.objects.create(agency=agency, language="ru", text="Министерство дорог")
    return agency


def sent(client: Client, record: Any, **values: str) -> dict[str, str]:
    form = client.get(rename_url(record)).context["form"]
    data = {field.html_name: field.value() for field in form if field.value() is not None}
    return {**data, "ends_the_rest": "on", **values}


def new(agency: Agency, language: str = "en") -> str:
    return f"new-{agency.names.get(language=language, until=None, kind__in=RENAMED).pk}"


def renamed(client: Client, agency: Agency, **values: str) -> Agency:
    data = sent(client, agency, on="1 March 2017", **{new(agency): NEW, **values})
    response = client.post(rename_url(agency), data)
    assert response.status_code == 302, response.context["form"].errors
    return Agency.objects.get(pk=agency.pk)


def refusals(client: Client, agency: Agency, **values: str) -> str:
    response = client.post(rename_url(agency), sent(client, agency, **values))
    assert response.status_code == 200
    assert agency.names.filter(until=None).count() == 2
    return str(response.context["form"].errors)


def test_old_name_ends_where_the_new_one_begins(editor: Client, ministry: Agency) -> None:
    renamed(editor, ministry, **{new(ministry, "ru"): "Министерство транспорта"})
    names = ministry.names.order_by("language", "since").values_list("text", "since", "until")
    assert list(names) == [
        (NEW, "2017-03-01", None),
        (OLD, None, "2017-03-01"),
        ("Министерство транспорта", "2017-03-01", None),
        ("Министерство дорог", None, "2017-03-01"),
    ]
    assert str(Agency.objects.get(pk=ministry.pk)) == NEW


def test_documents_keep_the_name_as_signed(
    client: Client, editor: Client, ministry: Agency
) -> None:
    before = builders.document("Before", side_1=ministry, signed_on="2016-05-04")
    after = builders.document("After", side_1=ministry, signed_on="2018")
    written = "The Road Ministry of the Republic"
    before.parties.filter(agency=ministry).update(name_as_written=written)
    builders.settle()
    renamed(editor, ministry)
    old, later = (client.get(d.get_absolute_url()).content.decode() for d in (before, after))
    assert OLD in old and NEW not in old and written in old
    assert NEW in later and OLD not in later
    assert before.parties.get(agency=ministry).name_as_written == written


def test_both_names_are_found(client: Client, editor: Client, ministry: Agency) -> None:
    builders.document("Some agreement", side_1=ministry)
    builders.settle()
    renamed(editor, ministry)
    for words in (OLD, NEW):
        assert any(NEW in label for label in found(editor, "party", "agency", words))
        assert "Some agreement" in client.get("/documents/", {"agency": words}).content.decode()
        assert "Some agreement" in client.get("/documents/", {"q": words}).content.decode()


def test_new_name_takes_the_kind_and_preference_of_the_old(
    editor: Client, ministry: Agency
) -> None:
    ministry.names.filter(language="en").update(is_preferred=True, kind="short")
    renamed(editor, ministry)
    name = ministry.names.get(text=NEW)
    assert (name.kind, name.is_preferred) == ("short", True)


def test_name_in_a_language_that_had_none(editor: Client, ministry: Agency) -> None:
    row = {"language-0": "tg", "kind-0": "official", "text-0": "Вазорати нақлиёт"}
    renamed(editor, ministry, **row)
    name = ministry.names.get(language="tg")
    assert (name.text, name.since) == ("Вазорати нақлиёт", "2017-03-01")


def test_names_in_other_languages_end_too_unless_told_otherwise(
    editor: Client, ministry: Agency
) -> None:
    renamed(editor, ministry, ends_the_rest="")
    assert ministry.names.get(language="ru").until is None
    with translation.override("ru"):
        assert str(Agency.objects.get(pk=ministry.pk)) == "Министерство дорог"


def test_former_and_other_names_are_left_alone(editor: Client, ministry: Agency) -> None:
    AgencyName.objects.create(agency=ministry, language="en", kind="other", text="Minroads")
    renamed(editor, ministry)
    assert ministry.names.get(text="Minroads").until is None


def test_state_and_place_are_renamed_too(editor: Client) -> None:
    for record in (builders.state(name="Swazi"), builders.place("Akmola")):
        data = sent(editor, record, on="2018", **{f"new-{record.names.get().pk}": "Renamed"})
        assert editor.post(rename_url(record), data).status_code == 302
        assert str(type(record).objects.get(pk=record.pk)) == "Renamed"


def test_day_is_asked_for_and_must_have_come(editor: Client, ministry: Agency) -> None:
    words = {new(ministry): NEW}
    assert "required" in refusals(editor, ministry, **words)
    assert "not come yet" in refusals(editor, ministry, on="2999", **words)
    assert "sometime" in refusals(editor, ministry, on="sometime", **words)
    assert "Say when it begins" in refusals(editor, ministry, on="../2017", **words)


def test_some_new_name_is_asked_for(editor: Client, ministry: Agency) -> None:
    assert "at least one new name" in refusals(editor, ministry, on="2017")
    assert "name of today" in refusals(editor, ministry, on="2017", **{new(ministry): OLD})
    assert "In which language" in refusals(editor, ministry, on="2017", **{"text-0": NEW})


def test_name_cannot_end_before_it_began(editor: Client, ministry: Agency) -> None:
    ministry.names.filter(language="en").update(since="2018")
    words = refusals(editor, ministry, on="2017", **{new(ministry): NEW})
    assert "has been borne only since 2018" in words


def test_stale_page_is_refused_once(editor: Client, ministry: Agency) -> None:
    data = sent(editor, ministry, on="2017", **{new(ministry): NEW})
    ministry.names.filter(language="ru").update(text="Минтранс")
    response = editor.post(rename_url(ministry), data)
    assert "Somebody changed the names" in str(response.context["form"].errors)
    data["seen"] = response.context["form"]["seen"].value()
    assert editor.post(rename_url(ministry), data).status_code == 302


def test_renaming_is_for_those_who_may_change_the_record(ministry: Agency) -> None:
    reader = signed_in("reader", "change_agency", group="clerk")
    assert reader.get(rename_url(ministry)).status_code == 403
    assert reader.post(rename_url(ministry), {"on": "2017"}).status_code == 403
    assert rename_url(ministry) not in reader.get(url_of(ministry)).content.decode()


def test_form_leads_to_it(editor: Client, ministry: Agency) -> None:
    assert rename_url(ministry) in editor.get(url_of(ministry)).content.decode()


def test_no_such_record(editor: Client) -> None:
    for key in ("999999", "x", "99999999999999999999"):
        response = editor.get(f"/admin/agreements/agency/{key}/rename/", follow=True)
        assert "doesn’t exist" in " ".join(messages(response))


def test_many_names_cost_no_more_queries(editor: Client, ministry: Agency) -> None:
    few = queries(editor, rename_url(ministry))
    for code in ("fr", "de", "tg", "kk"):
        AgencyName.objects.create(agency=ministry, language=code, text=f"Name {code}")
    assert queries(editor, rename_url(ministry)) == few
