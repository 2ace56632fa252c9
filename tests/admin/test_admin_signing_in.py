"""A form that is sent after the session has ended is not lost."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from agreements.models import Change, Document
from tests import builders
from tests.admin.desk import sheet, url_of

PASSWORD = "a long password for one test"


@pytest.fixture
def ready(db: None) -> Document:
    made = builders.draft("Ready agreement")
    builders.settle()
    return made


@pytest.fixture
def zarina(db: None) -> User:
    user = User.objects.create_user("zarina", password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name="clerk"))
    return user


def send(client: Client, record: object, data: dict) -> object:
    """As a browser sends a page's form."""
    return client.post(url_of(record), data, headers={"accept": "text/html,application/xml"})


def signing_in(user: User, password: str = PASSWORD) -> dict[str, str]:
    return {"sign_in_again-username": user.username, "sign_in_again-password": password}


def test_what_was_sent_stands_on_the_page_and_is_sent_after_signing_in(
    clerk: Client, client: Client, ready: Document, zarina: User
) -> None:
    data = sheet(clerk, url_of(ready)) | {"summary": 'Typed <for> an "hour"'}
    response = send(client, ready, data)
    page = response.content.decode()
    assert "Your session has ended" in page
    kept = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    assert kept["summary"] == "Typed &lt;for&gt; an &quot;hour&quot;"
    assert {name for name, value in data.items() if value != []} <= set(kept)
    ready.refresh_from_db()
    assert ready.summary == ""

    response = send(client, ready, data | signing_in(zarina))
    assert response.status_code == 302, response.content.decode()[:2000]
    ready.refresh_from_db()
    assert ready.summary == 'Typed <for> an "hour"'
    assert Change.objects.of(ready).latest("pk").actor == "zarina"
    assert client.get(url_of(ready)).status_code == 200, "signed in from now on"


def test_wrong_password_keeps_what_was_sent(
    clerk: Client, client: Client, ready: Document, zarina: User
) -> None:
    data = sheet(clerk, url_of(ready)) | {"summary": "Typed for an hour"}
    page = send(client, ready, data | signing_in(zarina, "not mine")).content.decode()
    assert "Typed for an hour" in page
    assert "correct" in page
    assert "not mine" not in page
    ready.refresh_from_db()
    assert ready.summary == ""


def test_who_may_not_change_it_is_refused_after_signing_in(
    clerk: Client, client: Client, ready: Document, zarina: User
) -> None:
    data = sheet(clerk, url_of(ready)) | {"summary": "Typed for an hour"}
    zarina.groups.clear()
    assert send(client, ready, data | signing_in(zarina)).status_code == 403
    zarina.is_staff = False
    zarina.save()
    page = send(Client(), ready, data | signing_in(zarina)).content.decode()
    assert "Your session has ended" in page
    ready.refresh_from_db()
    assert ready.summary == ""


def test_form_from_elsewhere_is_refused(ready: Document, zarina: User) -> None:
    """Signing in on the way lifts no protection against forged forms."""
    strict = Client(enforce_csrf_checks=True)
    response = send(strict, ready, {"summary": "Forged"} | signing_in(zarina))
    assert response.status_code == 403
    ready.refresh_from_db()
    assert ready.summary == ""


def test_script_is_sent_to_the_sign_in_as_ever(client: Client, ready: Document) -> None:
    response = client.post(url_of(ready), {"summary": "x"}, headers={"accept": "*/*"})
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


def test_looking_asks_to_sign_in_as_ever(client: Client, ready: Document) -> None:
    response = client.get(url_of(ready), headers={"accept": "text/html"})
    assert "/admin/login/" in response["Location"]
