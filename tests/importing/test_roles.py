"""Who may do what, as load_reference has it."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User

from agreements.importing import roles
from agreements.importing.reference import load_reference

pytestmark = pytest.mark.django_db


def permissions(name: str) -> set[str]:
    return set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))


def test_each_group_may_what_the_one_before_it_may() -> None:
    clerk, editor, administrator = (
        permissions(name) for name in (roles.CLERK, roles.EDITOR, roles.ADMINISTRATOR)
    )
    assert clerk < editor < administrator
    assert editor - clerk >= {"publish_document", "publish_event", "merge_records"}
    assert administrator - editor == {"add_user", "change_user", "view_user", "view_group"}


def test_every_permission_that_is_named_exists() -> None:
    there = set(Permission.objects.values_list("codename", flat=True))
    assert [code for codes in roles.roles().values() for code in codes if code not in there] == []


def test_every_kind_of_record_has_its_place_in_the_roles() -> None:
    """A model that is added later is not forgotten here."""
    placed = {*roles.WRITTEN, *roles.KEPT, *roles.LISTS, *roles.BY_ITSELF}
    assert placed == set(apps.get_app_config("agreements").get_models())


def test_nobody_may_write_the_history() -> None:
    named = permissions(roles.ADMINISTRATOR)
    assert "view_change" in named
    assert not named & {"add_change", "change_change", "delete_change"}
    assert not Permission.objects.filter(codename="delete_change").exists()


def test_what_an_administrator_changed_stands() -> None:
    group = Group.objects.get(name=roles.CLERK)
    group.permissions.remove(Permission.objects.get(codename="add_agency"))
    load_reference()
    assert "add_agency" not in permissions(roles.CLERK)
    group.delete()
    load_reference()
    assert not Group.objects.filter(name=roles.CLERK).exists()


def test_accounts_keep_their_group() -> None:
    clerk = User.objects.create_user("zarina")
    clerk.groups.add(Group.objects.get(name=roles.CLERK))
    load_reference()
    assert clerk.has_perm("agreements.add_document")
    assert not clerk.has_perm("agreements.publish_document")
