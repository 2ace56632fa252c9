"""Doubts of a reading that a value answers: what is filled in warns no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .boxes import as_boxed

NO_TYPE = ("", "unspecified")


def event_is_told(row: dict[str, Any], top: Any, delegations: Iterable[Any]) -> bool:
    """Whether the fields of the event say what the doubt asks for."""
    code = row["code"]
    if code == "not_nominative":
        named = (joined(form["head"].value(), form["office"].value()) for form in delegations)
        return row["values"].get("words") not in named
    if code in ("no_date", "no_year"):
        return bool(top["began_on"].value())  # what is no date is refused
    if code == "place_not_known":
        return any(key.startswith("place-") for key in as_boxed(top["where"].value()).keys)
    if code == "no_states":
        states = (as_boxed(form["state"].value()).keys for form in delegations)
        return len({key for keys in states for key in keys}) > 1
    return False


def document_is_told(row: dict[str, Any], form: Any) -> bool:
    code = row["code"]
    if code == "no_type":
        return (form["type"].value() or "") not in NO_TYPE
    if code == "no_full_title":
        return row["values"].get("title") != (form["text"].value() or "").strip()
    if code in ("no_parties", "one_party"):
        return len({form_["side"].value() for form_ in settled(form) if form_["side"].value()}) > 1
    if code == "not_nominative":
        lines = (form["signatories"].value() or "").splitlines()
        return row["values"].get("words") not in map(str.strip, lines)
    if code == "party_without_state":
        name = row["values"].get("party", "")
        named = [form_ for form_ in form.parties.kept if form_["name"].value() == name]
        return bool(named) and all(has_state(form_) for form_ in named)
    return False


def joined(name: Any, office: Any) -> str:
    return ", ".join(filter(None, (name, office)))


def settled(form: Any) -> Iterator[Any]:
    return (form_ for form_ in form.parties.kept if has_state(form_))


def has_state(party: Any) -> bool:
    return any(as_boxed(party[name].value()).keys for name in ("body", "state"))
