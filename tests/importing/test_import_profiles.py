"""Settings of an import: to JSON and back, and refused in sentences."""

from __future__ import annotations

from typing import Any

import pytest

from agreements.importing.profiles import (
    Condition,
    InvalidProfile,
    Key,
    Profile,
    SourceSettings,
    TableSettings,
    Use,
)

WHOLE = Profile(
    uses=(
        Use("titulo", "title", language="pt"),
        Use("data", "signing_dates", dates="dmy"),
        Use("temas", "subjects", separator=";", values={"Defesa": "military-cooperation"}),
    ),
    constants={"side_1_state": "br"},
    composed={"number": "{series} {page}"},
    empty=("NA",),
    take=(Condition("field3", ("BI",)),),
    key=Key("import", column="pdf_url", after="/", prefix="br-", hashed=("titulo",)),
    source=SourceSettings("Itamaraty", url="https://concordia.example/"),
    notes=("depositario",),
    table=TableSettings(delimiter=";", header_row=3),
)


def test_profile_comes_back_from_json() -> None:
    assert Profile.from_json(WHOLE.as_json()) == WHOLE


def test_json_holds_no_defaults() -> None:
    assert Profile(uses=(Use("t", "title", language="en"),)).as_json() == {
        "version": 1,
        "uses": [{"column": "t", "field": "title", "language": "en"}],
    }


def test_columns_are_those_of_the_table() -> None:
    assert WHOLE.columns == {
        *("titulo", "data", "temas", "series", "page", "field3", "pdf_url", "depositario")
    }
    assert WHOLE.missing_from(["titulo", "data"]) == [
        *("depositario", "field3", "page", "pdf_url", "series", "temas")
    ]


def use(**values: Any) -> dict[str, Any]:
    return {"uses": [{"column": "t", "field": "title", "language": "en"}, values]}


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"version": 2}, "another version"),
        ({"colour": "red"}, "There is no setting “colour”."),
        ({"uses": {}}, "in square brackets"),
        ({"uses": ["title"]}, "in braces"),
        ({"uses": [{"column": "a"}]}, "lacks “field”"),
        ({"uses": []}, "which column holds the title"),
        ({"uses": [{"column": "t", "field": "title"}]}, "in which language the titles are"),
        (use(column="a", field="colour"), "no field “colour”"),
        (use(column="a", field="type", dates="dmy"), "“type” holds no dates"),
        (use(column="a", field="type", separator=";"), "“type” holds one value only"),
        (use(column="a", field="signing_dates", dates="ydm"), "“ydm” is no choice for “dates”"),
        (use(column="a", field="level", values={"x": "high"}), "“high” is no code of “level”"),
        (use(column="a", field="ended_as", values={"x": "signed"}), "“signed” is no code of"),
        (use(column="a", field="other_titles", language="Russian"), "a language code such as"),
        (use(column=["a"], field="level"), "The setting “column” has not the form"),
        (use(column="a", field="level") | {"constants": {"level": 1}}, "“constants” has not"),
        (use(column="a", field="level") | {"key": {"column": "id"}}, "which series"),
        (use(column="a", field="level") | {"composed": {"b": "b"}}, "names no column in braces"),
        (use(column="a", field="level") | {"source": {"published_on": "May"}}, "is no date"),
        (use(column="a", field="level") | {"table": {"header_row": True}}, "“header_row” has not"),
        (
            use(column="a", field="level") | {"take": [{"column": "b", "values": []}]},
            "which values of “b” are taken",
        ),
    ],
)
def test_wrong_settings_are_refused_in_sentences(values: dict[str, Any], sentence: str) -> None:
    with pytest.raises(InvalidProfile) as refused:
        Profile.from_json({"version": 1, **values})
    assert sentence in str(refused.value)


@pytest.mark.parametrize("values", [None, [], "", 7, {"version": "1"}])
def test_no_settings_at_all_are_refused(values: Any) -> None:
    with pytest.raises(InvalidProfile):
        Profile.from_json(values)
