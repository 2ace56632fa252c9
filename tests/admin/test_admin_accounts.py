"""Administrators look after accounts, and nobody rises by it."""

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse

from tests.admin import desk
from tests.admin.conftest import signed_in

pytestmark = pytest.mark.django_db

LIST = "admin:auth_user_changelist"
ADD = "admin:auth_user_add"
PASSWORD = "Shashmaqom-2026"


def url(name: str, account: User) -> str:
    return reverse(f"admin:auth_user_{name}", args=[account.pk])


def account(name: str = "zarina", *groups: str, **values: object) -> User:
    made = User.objects.create_user(name, is_staff=True, **values)
    made.groups.set(Group.objects.filter(name__in=groups))
    return made


def save(client: Client, target: User, **changes: object) -> int:
    address = url("change", target)
    data = {**desk.sheet(client, address), "date_joined_0": "2026-01-01", "date_joined_1": "00:00"}
    data |= changes
    data = {key: value for key, value in data.items() if value != ""}
    return client.post(address, data).status_code


def forced(client: Client, target: User, **changes: object) -> int:
    """Posts a form that the page may not offer."""
    data = {"username": target.username, "date_joined_0": "2026-01-01", "date_joined_1": "00:00"}
    return client.post(url("change", target), {**data, **changes}).status_code


@pytest.fixture
def superuser() -> User:
    return User.objects.create_superuser("root")


# What an administrator does ----------------------------------------------------------------------


def test_administrator_adds_an_account_that_gets_in(administrator: Client) -> None:
    data = {
        "username": "zarina",
        "usable_password": "true",
        "password1": PASSWORD,
        "password2": PASSWORD,
    }
    assert administrator.post(reverse(ADD), data).status_code == 302
    made = User.objects.get(username="zarina")
    assert made.is_staff and not made.is_superuser
    clerk = Group.objects.get(name="clerk")
    assert save(administrator, made, groups=[clerk.pk]) == 302
    assert made.has_perm("agreements.add_document")
    client = Client()
    assert client.login(username="zarina", password=PASSWORD)
    assert client.get(reverse("admin:index")).status_code == 200


def test_administrator_switches_an_account_off(administrator: Client) -> None:
    target = account()
    assert save(administrator, target, is_active="") == 302
    target.refresh_from_db()
    assert not target.is_active


def test_administrator_resets_a_password(administrator: Client) -> None:
    target = account()
    data = {"usable_password": "true", "password1": PASSWORD, "password2": PASSWORD}
    address = reverse("admin:auth_user_password_change", args=[target.pk])
    response = administrator.post(address, {**data, "set-password": "on"})
    assert response.status_code == 302
    target.refresh_from_db()
    assert target.check_password(PASSWORD)


def test_administrator_is_offered_the_three_groups(administrator: Client) -> None:
    Group.objects.create(name="auditors")
    response = administrator.get(url("change", account()))
    offered = response.context["adminform"].form.fields["groups"].queryset
    assert {group.name for group in offered} == {"clerk", "editor", "administrator"}
    assert not {"is_superuser", "user_permissions"} & set(response.context["adminform"].form.fields)


def test_another_group_of_the_account_stays(administrator: Client) -> None:
    Group.objects.create(name="auditors")
    target = account("zarina", "auditors")
    editor = Group.objects.get(name="editor")
    assert save(administrator, target, groups=[editor.pk]) == 302
    assert {group.name for group in target.groups.all()} == {"auditors", "editor"}


# What an administrator does not ------------------------------------------------------------------


def test_nobody_is_raised_by_an_administrator(administrator: Client) -> None:
    """Neither another account nor his own, whatever the form is made to send."""
    permission = Permission.objects.get(codename="delete_user")
    for target in (account("zarina", "clerk"), User.objects.get(username="administrator")):
        sent = {"is_superuser": "on", "user_permissions": [permission.pk], "is_staff": "on"}
        assert save(administrator, target, **sent) == 302
        target.refresh_from_db()
        assert not target.is_superuser
        assert not target.user_permissions.exists()


def test_a_group_that_holds_more_is_not_given(administrator: Client) -> None:
    strong = Group.objects.create(name="strong")
    strong.permissions.add(Permission.objects.get(codename="delete_user"))
    widened = Group.objects.get(name="clerk")
    widened.permissions.add(Permission.objects.get(codename="delete_user"))
    target = account()
    for group in (strong, widened):
        assert save(administrator, target, groups=[group.pk]) == 200
        assert not target.groups.exists()


def beyond() -> list[User]:
    """Accounts that may do more than an administrator, one of them switched off."""
    single = account("single")
    single.user_permissions.add(Permission.objects.get(codename="delete_user"))
    grouped = account("grouped", is_active=False)
    strong = Group.objects.create(name="strong")
    strong.permissions.add(Permission.objects.get(codename="delete_group"))
    grouped.groups.add(strong)
    switched_off = User.objects.create_superuser("off", is_active=False)
    return [User.objects.create_superuser("root"), switched_off, single, grouped]


def test_accounts_that_may_more_are_not_touched(administrator: Client) -> None:
    for target in beyond():
        before = (target.password, target.is_active)
        assert forced(administrator, target, is_active="on") == 403
        passwords = {"usable_password": "true", "password1": PASSWORD, "password2": PASSWORD}
        address = reverse("admin:auth_user_password_change", args=[target.pk])
        assert administrator.get(address).status_code == 403
        assert administrator.post(address, passwords).status_code == 403
        target.refresh_from_db()
        assert (target.password, target.is_active) == before


def test_administrator_reads_what_he_may_not_change(administrator: Client, superuser: User) -> None:
    page = administrator.get(url("change", superuser))
    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()
    assert superuser.password not in page.content.decode()


# Every role --------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["clerk", "editor", "administrator"])
def test_accounts_are_not_deleted(role: str, superuser: User) -> None:
    client, target = signed_in(role), account("departed", "clerk")
    for victim in (target, superuser):
        assert client.get(url("delete", victim)).status_code == 403
        assert client.post(url("delete", victim), {"post": "yes"}).status_code == 403
        action = {"action": "delete_selected", "_selected_action": [victim.pk], "post": "yes"}
        client.post(reverse(LIST), action)
        assert User.objects.filter(pk=victim.pk).exists()


@pytest.mark.parametrize("role", ["clerk", "editor"])
def test_clerks_and_editors_have_nothing_to_do_with_accounts(role: str) -> None:
    client, target = signed_in(role), account("other")
    password = reverse("admin:auth_user_password_change", args=[target.pk])
    for address in (reverse(LIST), reverse(ADD), url("change", target), password):
        assert client.get(address).status_code == 403
        assert client.post(address, {"username": "raised"}).status_code == 403
    assert "/auth/" not in client.get(reverse("admin:index")).content.decode()


@pytest.mark.parametrize("role", ["clerk", "editor", "administrator"])
def test_groups_are_not_changed(role: str) -> None:
    client, group = signed_in(role), Group.objects.get(name="clerk")
    change = reverse("admin:auth_group_change", args=[group.pk])
    every = list(Permission.objects.values_list("pk", flat=True))
    assert client.post(change, {"name": "clerk", "permissions": every}).status_code == 403
    assert client.post(reverse("admin:auth_group_add"), {"name": "x"}).status_code == 403
    delete = reverse("admin:auth_group_delete", args=[group.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 403
    action = {"action": "delete_selected", "_selected_action": [group.pk], "post": "yes"}
    client.post(reverse("admin:auth_group_changelist"), action)
    assert Group.objects.filter(pk=group.pk).exists()


def test_superuser_does_all_of_it(superuser: User) -> None:
    client, target = Client(), account("departed", "clerk")
    client.force_login(superuser)
    assert save(client, target, is_superuser="on") == 302
    assert client.post(url("delete", target), {"post": "yes"}).status_code == 302
    assert not User.objects.filter(pk=target.pk).exists()


# Django's own log --------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["clerk", "editor", "administrator", "superuser"])
def test_djangos_log_has_no_page_to_change_it(role: str, superuser: User) -> None:
    client = Client()
    if role == "superuser":
        client.force_login(superuser)
    else:
        client = signed_in(role)
    entry = LogEntry.objects.create(
        user=superuser,
        content_type=ContentType.objects.get_for_model(User),
        object_id=str(superuser.pk),
        object_repr="root",
        action_flag=2,
    )
    assert not admin.site.is_registered(LogEntry)
    for way in ("", f"{entry.pk}/change/", f"{entry.pk}/delete/"):
        assert client.post(f"/admin/admin/logentry/{way}", {"post": "yes"}).status_code == 404
    if role in ("administrator", "superuser"):
        page = client.get(url("history", superuser)).content.decode()
        assert "delete" not in page.lower()
    assert LogEntry.objects.filter(pk=entry.pk).exists()
