"""The people at the clerks' desk, each in the group that is named so."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client


def signed_in(name: str, *without: str, group: str = "") -> Client:
    """A person of the group, or, where some are named, with its permissions but for those."""
    user = User.objects.create_user(name, is_staff=True)
    theirs = Group.objects.get(name=group or name)
    if without:
        missing = Permission.objects.filter(codename__in=without)
        user.user_permissions.set(theirs.permissions.exclude(pk__in=missing))
    else:
        user.groups.add(theirs)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def administrator(db: None) -> Client:
    """As the editor, and looks after accounts; no superuser."""
    return signed_in("administrator")


@pytest.fixture
def editor(db: None) -> Client:
    """As the clerk, and publishes, withdraws, merges, restores."""
    return signed_in("editor")


@pytest.fixture
def clerk(db: None) -> Client:
    """Writes drafts and sends them to review."""
    return signed_in("clerk")
