"""Warnings and proposals while typing: they come from a look that leaves nothing behind."""

from __future__ import annotations

from threading import Thread
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, connections, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from agreements.models import Agency, Change, DismissedDoubt, Document, Event
from tests import builders
from tests.admin.desk import add_url, messages, row, sheet, url_of

TABLES = "SELECT relname FROM pg_stat_user_tables WHERE relname LIKE 'agreements_%%' ORDER BY 1"


def check(client: Client, record: Any = None, noun: str = "document", **typed: Any) -> HttpResponse:
    """Ask as the script does, with what the page holds and what is typed on top."""
    builders.settle()
    page = url_of(record) if record else add_url(noun)
    data = sheet(client, page) | typed
    return ask(client, record, noun, data)


def ask(client: Client, record: Any, noun: str, data: dict[str, Any]) -> HttpResponse:
    name = f"admin:agreements_{noun}_check"
    address = reverse(name, args=[record.pk]) if record else reverse(f"{name}_new")
    return client.post(address, data)


def rows_of_every_table() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        names = [name for (name,) in cursor.fetchall()]
        counts = {}
        for name in names:
            cursor.execute(f"SELECT count(*) FROM {name}")
            counts[name] = cursor.fetchone()[0]
    return counts


def words(response: HttpResponse) -> str:
    assert response.status_code == 200
    return response.content.decode()


def new_document(client: Client, title: str, one: Any, other: Any) -> dict[str, Any]:
    """What the form for a new document holds once these are typed."""
    data = sheet(client, add_url("document")) | {"titles-0-text": title}
    for number, body in enumerate((one, other)):
        field = "agency" if isinstance(body, Agency) else "state"
        data |= {f"parties-{number}-side": number + 1, f"parties-{number}-{field}": body.pk}
    return data | {"signings-0-signed_on": "4 May 2023"}


def test_new_document_is_looked_at_before_it_is_saved(clerk: Client) -> None:
    a, b = builders.state(), builders.state()
    first = builders.draft("Agreement on honey and wax", side_1=a, side_2=b)
    builders.settle()
    before = rows_of_every_table()
    data = new_document(clerk, "Agreement on honey and wax", a, b)
    said = words(ask(clerk, None, "document", data))
    assert "may be entered already" in said
    assert f'href="{url_of(first)}" target="_blank"' in said
    assert rows_of_every_table() == before
    later = builders.draft()
    assert later.pk > first.pk + 1, "numbers that were handed out are the only trace"
    later.delete()
    del data["signings-0-signed_on"]
    assert "may be entered already" not in words(ask(clerk, None, "document", data))


def test_look_at_a_saved_document_changes_nothing(clerk: Client) -> None:
    made = builders.draft("Agreement on bees")
    Document.objects.filter(pk=made.pk).update(type=None)
    builders.settle()
    before, changes = rows_of_every_table(), Change.objects.count()
    state = Document.objects.values().get(pk=made.pk)
    said = words(
        check(
            clerk,
            made,
            **{"titles-0-text": "Programme for 2023-2025", "publication_state": "in_review"},
        )
    )
    assert "The title says 2023–2025" in said
    assert "From the parties" in said, "it lacks a type, and is looked at as the draft that it is"
    assert rows_of_every_table() == before and Change.objects.count() == changes
    assert Document.objects.values().get(pk=made.pk) == state
    assert made.titles.get().text == "Agreement on bees"


def test_form_that_cannot_be_saved_speaks_by_its_words(clerk: Client) -> None:
    data = sheet(clerk, add_url("document")) | {
        "titles-0-text": "Протокол о внесении изменений в Соглашение Cоюза на 2023–2025 годы",
        "titles-0-language": "no language",
        "period": "2022",
        "entry_into_force_days": "many",
    }
    row(data, "identifiers", value="Cо 1")
    said = words(ask(clerk, None, "document", data))
    assert "“Cоюза” mixes" in said and "“Cо”" not in said
    assert "amends another document" in said
    assert "The title says 2023–2025, the period covered says 2022" in said
    assert Document.objects.count() == 0
    row(data, "relations", kind="amends", target_text="Another")
    assert "amends another document" not in words(ask(clerk, None, "document", data))


@pytest.mark.django_db(transaction=True)
def test_look_waits_for_nobody(clerk: Client) -> None:
    """While somebody else holds the document, the words alone are looked at."""
    with transaction.atomic():
        made = builders.draft("Programme for 2023-2025")
    data = sheet(clerk, url_of(made)) | {"titles-0-text": "Cоюз for 2023-2025"}
    said = []

    def look() -> None:
        said.append(words(ask(clerk, made, "document", data)))
        connections["default"].close()

    with transaction.atomic():
        Document.objects.select_for_update().get(pk=made.pk)
        other = Thread(target=look)
        other.start()
        other.join(timeout=30)
        assert said, "it waits"
    assert "“Cоюз” mixes" in said[0] and "From the parties" not in said[0]
    assert "From the parties" in words(ask(clerk, made, "document", data))


def test_party_that_is_named_but_stands_nowhere_is_no_error(clerk: Client) -> None:
    data = new_document(clerk, "Cоюз", builders.state(), builders.state())
    data |= {"parties-1-side": 1, "signatories-0-person": "A", "signatories-0-party": "side-2"}
    assert "“Cоюз” mixes" in words(ask(clerk, None, "document", data))


def test_nul_is_no_error(clerk: Client) -> None:
    data = new_document(clerk, "A\0B", builders.state(), builders.state())
    data |= {"dismiss": "x:\0", "reason x:\0": "\0"}
    assert ask(clerk, None, "document", data).status_code == 200


@pytest.mark.parametrize("noun", ["event", "agency"])
def test_events_and_agencies_are_looked_at(clerk: Client, noun: str) -> None:
    data = sheet(clerk, add_url(noun)) | {"names-0-text": "Cоюз", "names-0-language": "ru"}
    said = words(ask(clerk, None, noun, data))
    assert "“Cоюз” mixes" in said
    assert Event.objects.count() == Agency.objects.count() == 0


def test_like_agency_is_said_before_it_is_made_twice(clerk: Client) -> None:
    first = builders.agency("Ministry of Harbours")
    data = sheet(clerk, add_url("agency"))
    data |= {"names-0-text": "The Ministry of Harbours", "state": first.state_id}
    data |= {"kind": "ministry", "names-0-kind": "official"}
    assert url_of(first) in words(ask(clerk, None, "agency", data))


def test_who_may_ask(client: Client, clerk: Client) -> None:
    made = builders.document()
    builders.settle()
    name = "admin:agreements_document_check"
    address = reverse(name, args=[made.pk])
    assert client.post(address).status_code == 302
    assert clerk.get(address).status_code == 405
    assert clerk.post(reverse(name, args=[made.pk + 1])).status_code in (302, 404)
    client.force_login(User.objects.create_user("nobody", is_staff=True))
    assert client.post(address).status_code == 403
    assert client.post(reverse(f"{name}_new")).status_code == 403


# ---- dismissal


def dismissable(**values: Any) -> tuple[Document, str]:
    """A document that raises one doubt, and its token."""
    made = builders.draft("Programme for 2023-2025", **values)
    builders.settle()
    return made, "other_period:2023/2025"


def save(client: Client, record: Any, **typed: Any) -> HttpResponse:
    builders.settle()
    data = sheet(client, url_of(record)) | typed
    response = client.post(url_of(record), data, follow=True)
    assert any("successfully" in said for said in messages(response)), messages(response)
    return response


def test_dismissed_warning_stays_away_for_everyone(clerk: Client, editor: Client) -> None:
    made, token = dismissable()
    typed = {"dismiss": token, f"reason {token}": "The title has a slip."}
    response = save(clerk, made, **typed)
    assert len(messages(response)) == 1
    page = editor.get(url_of(made)).content.decode()
    assert "1 dismissed warning" in page
    assert "Dismissed by clerk: The title has a slip." in page
    assert 'name="dismiss"' not in page
    save(editor, made)
    assert "1 dismissed warning" in words(check(editor, made))
    row = made.dismissed_doubts.get()
    assert (row.by, row.code, row.key) == ("clerk", "other_period", "2023/2025")
    User.objects.get(username="clerk").delete()
    row.refresh_from_db()
    assert row.by == "clerk"


def test_dismissal_is_no_correction_of_the_record(db: None) -> None:
    made, _token = dismissable()
    version, seen = Document.objects.get(pk=made.pk).version, Change.objects.version_of(made)
    made.dismissed_doubts.create(code="c", key="k", by="clerk")
    builders.settle()
    assert Document.objects.get(pk=made.pk).version == version
    assert Change.objects.version_of(made) == seen


def test_what_it_is_about_changes_and_it_warns_again(clerk: Client) -> None:
    made, token = dismissable()
    save(clerk, made, dismiss=token)
    said = words(check(clerk, made, **{"titles-0-text": "Programme for 2024-2026"}))
    assert 'name="dismiss"' in said and "dismissed warning" not in said
    assert len(messages(save(clerk, made, period="2023"))) == 2


def test_dismissed_warning_is_taken_back(clerk: Client) -> None:
    made, token = dismissable()
    save(clerk, made, dismiss=token)
    assert len(messages(save(clerk, made, take_back=token))) == 2
    assert not DismissedDoubt.objects.exists()


def test_new_document_takes_its_dismissals_along(clerk: Client) -> None:
    data = new_document(clerk, "Programme for 2023-2025", builders.state(), builders.state())
    data |= {"dismiss": "other_period:2023/2025", "reason other_period:2023/2025": "Slip"}
    said = words(ask(clerk, None, "document", data))
    assert 'value="other_period:2023/2025" checked' in said and 'value="Slip"' in said
    response = clerk.post(add_url("document"), data, follow=True)
    assert len(messages(response)) == 1
    assert DismissedDoubt.objects.get().reason == "Slip"


def test_only_what_is_in_doubt_is_dismissed(clerk: Client) -> None:
    made, _token = dismissable()
    save(clerk, made, dismiss=["duplicate:17", "x" * 5000, "other_period"])
    assert not DismissedDoubt.objects.exists()


def test_long_reason_is_cut(clerk: Client) -> None:
    made, token = dismissable()
    save(clerk, made, **{"dismiss": token, f"reason {token}": "x" * 1000})
    assert len(DismissedDoubt.objects.get().reason) == 300


def test_event_and_agency_keep_their_dismissals(clerk: Client) -> None:
    event, agency = builders.event("Cоюз", publication_state="draft"), builders.agency("Cоюз")
    for record in (event, agency):
        save(clerk, record, dismiss="mixed_letters:Cоюз")
        assert "1 dismissed warning" in clerk.get(url_of(record)).content.decode()
    assert DismissedDoubt.objects.count() == 2


def test_state_warns_but_keeps_no_dismissals(editor: Client) -> None:
    state = builders.state(name="Cоюз")
    response = save(editor, state, dismiss="mixed_letters:Cоюз")
    assert any("mixes" in said for said in messages(response))


def test_saving_and_going_on_says_it_on_the_form_only(clerk: Client) -> None:
    made, _token = dismissable()
    response = save(clerk, made, _continue="1")
    assert len(messages(response)) == 1
    assert "The title says 2023–2025" in response.content.decode()


def test_opened_form_warns_without_script(clerk: Client) -> None:
    made, _token = dismissable()
    page = clerk.get(url_of(made)).content.decode()
    assert "The title says 2023–2025" in page and "1 warning" in " ".join(page.split())


def test_correction_that_is_proposed_is_looked_at_and_dismisses_nothing(clerk: Client) -> None:
    made = builders.document("Programme for 2023-2025")
    builders.settle()
    page = reverse("admin:agreements_document_propose", args=[made.pk])
    assert "The title says 2023–2025" in clerk.get(page).content.decode()
    data = sheet(clerk, page) | {"titles-0-text": "Cоюз for 2024", "dismiss": "other_period:2024"}
    said = words(ask(clerk, made, "document", data))
    assert "“Cоюз” mixes" in said and "From the parties" in said
    assert 'name="dismiss"' not in said
    clerk.post(page, data)
    assert made.proposals.get().state == "open"
    assert not DismissedDoubt.objects.exists()


# ---- proposals


def test_level_is_proposed_from_the_parties(clerk: Client) -> None:
    data = new_document(clerk, "Plan", builders.agency(), builders.agency())
    said = words(ask(clerk, None, "document", data))
    assert "From the parties: interagency." in said
    assert 'data-field="level" data-value="interagency"' in said
    data["level"] = "interagency"
    assert "From the parties" not in words(ask(clerk, None, "document", data))
    data["level"] = "city"
    assert "From the parties: interagency." in words(ask(clerk, None, "document", data))


def test_successor_is_proposed_as_the_responsible_body(clerk: Client) -> None:
    gone, after = builders.agency("Old ministry", until="1999"), builders.agency("New ministry")
    gone.successions.create(successor=after)
    made = builders.draft(side_1=gone, level="interstate")
    said = words(check(clerk, made))
    assert "New ministry followed it and answers for the document today" in said
    assert f"&quot;agency&quot;: [{after.pk}," in said
    made.responsible_bodies.create(side=1, agency=after)
    assert "New ministry followed" not in words(check(clerk, made))


def test_relation_is_offered(clerk: Client) -> None:
    a, b = builders.state(), builders.state()
    meant = builders.draft("Agreement on air services", side_1=a, side_2=b, signed_on="2001")
    builders.settle()
    data = new_document(clerk, "Protocol amending the Agreement on air services", a, b)
    said = words(ask(clerk, None, "document", data))
    assert "It amends: Agreement on air services" in said
    assert f"&quot;target&quot;: [{meant.pk}," in said


# ---- member states


def members(client: Client, organisation: Any, on: str) -> dict[str, Any]:
    address = reverse("admin:agreements_document_members")
    return client.get(address, {"organisation": organisation, "on": on}).json()


def test_members_on_a_day(clerk: Client) -> None:
    union = builders.state(kind="organisation", name="Union")
    one, two = builders.state(name="Oneland"), builders.state(name="Twoland")
    union.members.create(member=one, since="1973")
    union.members.create(member=two, since="2004-05-01")
    answer = members(clerk, union.pk, "1 May 2004")
    assert answer["words"] == "Union, 1 May 2004: 2 members."
    assert [row["state"][0] for row in answer["rows"]] == [one.pk, two.pk]
    answer = members(clerk, union.pk, "2004")
    assert len(answer["rows"]) == 1 and "leaves open, and so not added: Twoland" in answer["words"]


@pytest.mark.parametrize(
    ("organisation", "on", "asks"),
    [
        ("", "2004", "Choose the organisation"),
        ("x", "2004", "Choose the organisation"),
        ("9" * 30, "2004", "Choose the organisation"),
        (None, "", "Write the date"),
        (None, "soon", "Write the date"),
    ],
)
def test_members_need_an_organisation_and_a_date(
    clerk: Client, organisation: str | None, on: str, asks: str
) -> None:
    union = builders.state(kind="organisation")
    answer = members(clerk, union.pk if organisation is None else organisation, on)
    assert asks in answer["words"] and answer["rows"] == []


def test_members_are_for_those_who_write_documents(client: Client, db: None) -> None:
    client.force_login(User.objects.create_user("nobody", is_staff=True))
    assert client.get(reverse("admin:agreements_document_members")).status_code == 403


def test_form_offers_organisations_with_members(clerk: Client) -> None:
    builders.state(kind="organisation", name="Empty union")
    page = clerk.get(add_url("document")).content.decode()
    assert "European Union</option>" in page and "Empty union" not in page


def test_organisation_shows_its_members_and_a_state_its_memberships(editor: Client) -> None:
    union, state = builders.state(kind="organisation"), builders.state()
    data = sheet(editor, url_of(union))
    assert "members-TOTAL_FORMS" in data and "memberships-TOTAL_FORMS" not in data
    row(data, "members", member=state.pk, since="1 May 2004")
    editor.post(url_of(union), data)
    assert union.members.get().since == "2004-05-01"
    data = sheet(editor, url_of(state))
    assert "members-TOTAL_FORMS" not in data and data["memberships-0-since"] == "1 May 2004"
