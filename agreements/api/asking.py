"""What a program may ask by the parameters of an address. A slip is an error here, never left out:
who harvests would get other records than were meant, and not know.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django import forms
from django.http import HttpRequest

from agreements import search
from agreements.exporting.shape import Table
from agreements.filters.base import Filters
from agreements.models.merged_record import LARGEST_NUMBER

from .errors import refuse

LIMIT, MOST = 50, 200
YES_OR_NO = ("on", "true", "off", "false")
ALL = "all"


def only(request: HttpRequest, names: Iterable[str], several: Iterable[str] = ()) -> None:
    """Refuses other parameters, and those given twice that say one thing."""
    known, may_be_several = {*names, *several}, set(several)
    errors = {}
    for name, values in request.GET.lists():
        if name not in known:
            words = f"This parameter means nothing here. There are: {', '.join(sorted(known))}."
            errors[name] = [words if known else "This address takes no parameters."]
        elif "" in values:
            errors[name] = ["Give it a value, or leave it out."]
        elif len(values) > 1 and name not in may_be_several:
            errors[name] = ["Only one can be asked for here, and there are several."]
    if errors:
        refuse(errors)


def checked(request: HttpRequest, filters: Filters, names: Iterable[str]) -> None:
    """Refuses what the filters do not understand; ``names`` are parameters beside them."""
    fields = filters.form.fields
    several = {n for n, f in fields.items() if isinstance(f, forms.MultipleChoiceField)}
    only(request, {*names, *fields} - several, several)
    errors = {name: list(words) for name, words in filters.form.errors.items()}
    for name, field in fields.items():
        asked = request.GET.get(name)
        if isinstance(field, forms.BooleanField) and asked and asked.lower() not in YES_OR_NO:
            errors[name] = ["Write true or false."]
    if errors:
        refuse(errors)


def limit(request: HttpRequest) -> int:
    return number(request, "limit", most=MOST) or LIMIT


def number(request: HttpRequest, name: str, most: int = LARGEST_NUMBER) -> int | None:
    """A whole number from 1; None where it isn't given."""
    asked = request.GET.get(name, "")
    if not asked:
        return None
    is_number = asked.isascii() and asked.isdigit() and len(asked) < 20
    if not is_number or not 0 < int(asked) <= most:
        refuse({name: [f"Write a whole number from 1 to {most}."]})
    return int(asked)


def in_range(number: int) -> int | None:
    """A number of an address, None where no record can have it."""
    return number if 0 < number <= LARGEST_NUMBER else None


def place(request: HttpRequest, name: str) -> search.Place | None:
    asked = request.GET.get(name)
    found = search.Place.read(asked) if asked else None
    if asked and found is None:
        refuse({name: ["This is no place in the list. Follow the addresses that an answer gives."]})
    return found


def included(request: HttpRequest, tables: Iterable[Table], usual: Iterable[str]) -> list[str]:
    """The names of the tables that ``include`` asks for."""
    known = [table.name for table in tables]
    asked = request.GET["include"].split(",") if "include" in request.GET else list(usual)
    if unknown := [name for name in asked if name not in (*known, ALL)]:
        words = f"There are no “{unknown[0]}”. There are: {', '.join([*known, ALL])}."
        refuse({"include": [words]})
    return [name for name in known if ALL in asked or name in asked]


def moment(request: HttpRequest, name: str) -> datetime.datetime:
    """A time with its zone, or a day, which begins in UTC."""
    asked = request.GET.get(name, "")
    try:
        found = datetime.datetime.fromisoformat(asked)
        if found.tzinfo is None and len(asked) > len("2024-01-31"):
            raise ValueError
        return (found if found.tzinfo else found.replace(tzinfo=datetime.UTC)).astimezone(
            datetime.UTC
        )
    except (ValueError, OverflowError):
        words = "Write a time in UTC as 2024-01-31T09:30:00Z, or a day as 2024-01-31."
        refuse({name: [words]})
