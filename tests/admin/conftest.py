"""Two people at the clerks' desk: one who may publish, and one who may not."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client


def signed_in(name: str, *without: str) -> Client:
    user = User.objects.create_user(name, is_staff=True)
    mine = Permission.objects.filter(content_type__app_label="agreements")
    user.user_permissions.set(mine.exclude(codename__in=without))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor(db: None) -> Client:
    """Has every permission of the archive, also to publish; no superuser."""
    return signed_in("editor")


@pytest.fixture
def clerk(db: None) -> Client:
    """As the editor, but may not publish."""
    return signed_in("clerk", "publish_document", "publish_event")
