"""Bodies that a communique brings into the archive: each once, however often it is named."""

from __future__ import annotations

import re
from collections.abc import Iterable

from agreements.forms.communique_rows import PartyForm
from agreements.letters import fold
from agreements.models import Agency, AgencyName, State
from agreements.models.vocabulary import NameKind

from .matching import TERRITORIES, Sought, bare, places

Key = tuple[str, int]


def key_of(form: PartyForm) -> Key:
    given = form.cleaned_data
    return fold(name_of(form)), given["state"][0].record.pk


def name_of(form: PartyForm) -> str:
    """A city is called by its name alone: "city of Khujand of the Republic of Tajikistan"."""
    given = form.cleaned_data
    name = given["new_name"]
    if given["kind"] not in TERRITORIES:
        return name
    for state in given["state"][0].record.names.all():
        ending = rf"(?:,? (?:of|in) (?:the )?|, | ){re.escape(state.text)}$"
        name = re.sub(ending, "", name, flags=re.IGNORECASE)
    return bare(Sought(name)) or given["new_name"]


def without_state(name: str, state: State | None) -> str:
    """ "Local Councils Commission, Mauritius" is called by what stands before the comma.

    "Ministry of Finance of Kazakhstan" is how the archive names bodies, and stays.
    """
    names = sorted((row.text for row in state.names.all()), key=len, reverse=True) if state else []
    for text in names:
        said = rf"(?:the )?(?:government of )?(?:the )?{re.escape(text)}"
        short = re.sub(rf"(?:, *{said}| *\({said}\))$", "", name, flags=re.IGNORECASE).strip()
        if short and short != name:
            return short
    return name


def is_newcomer(form: PartyForm) -> bool:
    return bool(form.cleaned_data.get("is_new") and not form.cleaned_data.get("body"))


def make(forms: Iterable[PartyForm], language: str) -> tuple[dict[Key, Agency], list[Agency]]:
    """By name and state; and those that were made now. What another clerk made meanwhile serves."""
    forms = [form for form in forms if is_newcomer(form)]
    states = {form.cleaned_data["state"][0].record.pk for form in forms}
    # Of two clerks who enter one body at the same moment, the second waits here.
    list(State.objects.filter(pk__in=states).order_by("pk").select_for_update(no_key=True))
    found: dict[Key, Agency] = {}
    made: list[Agency] = []
    for form in forms:
        key = key_of(form)
        if key in found:
            continue
        same = AgencyName.objects.filter(folded=key[0], agency__state=key[1])
        same = same.filter(agency__kind=form.cleaned_data["kind"]).order_by("agency").first()
        found[key] = same.agency if same else make_one(form, language)
        if not same:
            made.append(found[key])
    return found, made


def make_one(form: PartyForm, language: str) -> Agency:
    given, name = form.cleaned_data, name_of(form)
    state, is_territory = given["state"][0].record, given["kind"] in TERRITORIES
    place = places([name], [state.pk]).get(name) if is_territory else None
    if place and place.state_id != state.pk:
        place = None
    agency = Agency.objects.create(kind=given["kind"], state=state, place=place)
    kind = NameKind.SHORT if is_territory else NameKind.OFFICIAL
    AgencyName.objects.create(agency=agency, text=name, language=language, kind=kind)
    return agency
