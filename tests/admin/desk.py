"""Fill in the admin's forms as a browser would: everything that the page holds is sent back."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse


def add_url(noun: str) -> str:
    return reverse(f"admin:agreements_{noun}_add")


def list_url(noun: str) -> str:
    return reverse(f"admin:agreements_{noun}_changelist")


def url_of(record: Any) -> str:
    return reverse(f"admin:agreements_{record._meta.model_name}_change", args=[record.pk])


def autocomplete(client: Client, model: str, field: str, term: str) -> HttpResponse:
    query = {"app_label": "agreements", "model_name": model, "field_name": field, "term": term}
    return client.get(reverse("admin:autocomplete"), query)


def found(client: Client, model: str, field: str, term: str) -> list[str]:
    """The labels that an autocomplete offers for what is typed."""
    return [row["text"] for row in autocomplete(client, model, field, term).json()["results"]]


def page_forms(response: HttpResponse) -> list[Any]:
    forms = [response.context["adminform"].form]
    for rows in response.context["inline_admin_formsets"]:
        forms += [rows.formset.management_form, *rows.formset.forms]
    return forms


def sheet(client: Client, url: str) -> dict[str, Any]:
    """What the form at this address would send if nothing were typed."""
    response = client.get(url)
    assert response.status_code == 200, response.status_code
    values = {field.html_name: field.value() for form in page_forms(response) for field in form}
    return {
        name: "on" if value is True else value
        for name, value in values.items()
        if value is not None and value is not False
    }


def row(data: dict[str, Any], prefix: str, **values: Any) -> str:
    """One more row; gives the prefix of its fields."""
    number = int(data[f"{prefix}-TOTAL_FORMS"])
    data[f"{prefix}-TOTAL_FORMS"] = number + 1
    data.update({f"{prefix}-{number}-{name}": value for name, value in values.items()})
    return f"{prefix}-{number}"


def errors(response: HttpResponse) -> str:
    """Everything that the page says is wrong; the page was not saved."""
    assert response.status_code == 200, response.status_code
    return " ".join(str(words) for words in response.context["errors"])


def messages(response: HttpResponse) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def queries(client: Client, url: str) -> int:
    """How many queries a page makes, after one that fills what is kept for the process."""
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def bare_get(client: Client, url: str) -> HttpResponse:
    """As a browser asks: the test client keeps a copy of every template's context, and a page of
    thousands of fields then takes a minute."""
    request = RequestFactory().get(url)
    request.COOKIES = {name: cookie.value for name, cookie in client.cookies.items()}
    client.handler.load_middleware()
    return client.handler.get_response(request)
