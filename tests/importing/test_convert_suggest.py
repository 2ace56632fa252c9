"""What is proposed for a table that nobody has described, and which profiles there are already."""

from __future__ import annotations

import pytest

from agreements.importing.known import Known
from agreements.importing.reference import load_reference
from agreements.importing.shipped import keys, shipped
from agreements.importing.suggesting import field_of, suggest
from agreements.importing.tables.found import Row
from agreements.models import ImportProfile

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Title", "title"),
        ("Название документа", "title"),
        ("Nombre del Tratado", "title"),
        ("TÍTULO", "title"),
        ("date_signed", "signing_dates"),
        ("Дата подписания", "signing_dates"),
        ("Fecha de firma", "signing_dates"),
        ("Date de signature", "signing_dates"),
        ("Data de assinatura", "signing_dates"),
        ("Entrée en vigueur", "in_force_on"),
        ("Место подписания", "place_name"),
        ("Lugar de Adopción", "place_name"),
        ("Party 1", "side_1_state"),
        ("party2_code", "side_2_state"),
        ("Сторона 2", "side_2_state"),
        ("party1_body", "side_1_agency_name"),
        ("Ведомство 1", "side_1_agency_name"),
        ("Parceiro", "side_2_state"),
        ("Стороны", "parties"),
        ("subject", "subjects"),
        ("Примечание", "internal_note"),
        ("side_1_name_as_written", "side_1_name_as_written"),
        ("Vol", ""),
        ("", ""),
    ],
)
def test_headers_in_five_languages(header: str, field: str) -> None:
    assert field_of(header) == field


def rows(columns: list[str], *table: tuple[str, ...]) -> list[Row]:
    return [Row(n, dict(zip(columns, cells, strict=True))) for n, cells in enumerate(table, 2)]


def test_what_headers_do_not_tell_the_values_do() -> None:
    columns = ["№", "Wording", "First", "Second", "When", "Remark", "Темы"]
    words = "Agreement on cooperation in the field of the use of transboundary waters"
    table = rows(
        columns,
        ("1", f"{words} I", "Tajikistan", "KAZ", "27/10/2020", "", "Visas; Trade"),
        ("2", f"{words} II", "Россия", "China", "03/04/2019", "", "Visas"),
    )
    profile = suggest(columns, table, Known())
    assert {use.column: use.field for use in profile.uses} == {
        "Wording": "title",
        "First": "side_1_state",
        "Second": "side_2_state",
        "When": "signing_dates",
        "Remark": "internal_note",
        "Темы": "subjects",
    }
    assert next(profile.uses_of("subjects")).separator == ";"
    assert (profile.key.scheme, profile.key.column) == ("import", "№")
    assert profile.constants == {"title_language": "en"}


def test_an_export_of_ours_is_known_by_its_columns() -> None:
    columns = ["id", "title", "title_language", "side_1_state", "signing_dates"]
    assert suggest(columns, [], Known()).is_own


@pytest.mark.parametrize("columns", [[], ["a"], ["a", "a (2)"]])
def test_of_nothing_nothing_is_proposed(columns: list[str]) -> None:
    assert suggest(columns, [], Known()).uses == ()


# Those that come with the archive -----------------------------------------------------------------


@pytest.mark.parametrize("key", keys())
def test_shipped_profiles_name_codes_that_exist(key: str) -> None:
    profile, known = shipped(key).profile, Known()
    for use in profile.uses:
        for value in filter(None, use.values.values()):
            if use.field == "subjects":
                assert value in known.lists["subjects"], (use.column, value)
            if use.field == "type":
                assert value in known.lists["document_types"], (use.column, value)
            if value.startswith("x-") or len(value) == 2:
                assert known.states.is_code(value), (use.column, value)


def test_shipped_profiles_are_put_there_once() -> None:
    assert ImportProfile.objects.count() == len(keys()) == 6
    ImportProfile.objects.filter(name__startswith="Brazil").delete()
    ImportProfile.objects.filter(name__startswith="Colombia").update(settings={"version": 1})
    load_reference()
    assert ImportProfile.objects.count() == 5
    assert ImportProfile.objects.get(name__startswith="Colombia").settings == {"version": 1}
