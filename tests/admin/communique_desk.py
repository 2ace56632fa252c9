"""Send and save the review of a communique as its page would."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import Client

from agreements.models import Communique, Event
from tests import builders

PASTE = "/admin/agreements/event/from-communique/"


def address(communique: Communique) -> str:
    return f"{PASTE}{communique.pk}/"


def fields(communique: Communique) -> dict[str, Any]:
    """What the page would send back if nothing were typed."""
    communique.refresh_from_db()
    return {**communique.form, "version": str(communique.version)}


def send(client: Client, communique: Communique, do: str = "save", **values: Any) -> HttpResponse:
    data = fields(communique) | values
    data = {name: value for name, value in data.items() if value is not None}
    return client.post(address(communique), data | {"do": do}, follow=True)


def save(client: Client, communique: Communique, **values: Any) -> Event:
    response = send(client, communique, **values)
    assert "review" not in response.context, errors(response)
    builders.settle()
    communique.refresh_from_db()
    return communique.event


def insist(client: Client, communique: Communique, **values: Any) -> Event:
    """Save, and save once more what is asked about."""
    asked = send(client, communique, **values).context["asked"]
    return save(client, communique, **values, confirmed=asked.token)


def errors(response: HttpResponse) -> str:
    forms = response.context["review"].live_forms()
    return " ".join(
        f"{form.prefix} {name}: {words}" for form in forms for name, words in form.errors.items()
    )


def rows(communique: Communique) -> list[str]:
    communique.refresh_from_db()
    total = int(communique.form["documents-TOTAL_FORMS"][0])
    return [(communique.form.get(f"documents-{n}-text") or [""])[0] for n in range(total)]
