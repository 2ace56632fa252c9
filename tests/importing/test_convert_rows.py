"""What a row says, as the cells of a document that says the same."""

from __future__ import annotations

from typing import Any

import pytest

from agreements.importing.converting import Converter, settle
from agreements.importing.known import Known
from agreements.importing.profiles import Condition, Key, Profile, Use
from agreements.importing.remarks import SENTENCES, sentence
from agreements.importing.settling import CHOICES
from agreements.importing.settling import sentence as asked
from agreements.importing.table_problems import OF_ROWS
from agreements.importing.tables.found import Row
from agreements.models import Place
from agreements.texts.formats.problem import Problem
from tests import builders
from tests.importing.tabled import TITLE, codes, convert, one, rows

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("field", "text", "cell"),
    [
        ("type", "memorandum_of_understanding", "memorandum_of_understanding"),
        ("type", "Exchange of Notes", "exchange_of_notes"),
        ("level", "Interagency", "interagency"),
        ("legal_nature", "not legally binding", "not_legally_binding"),
        ("validity", "until_performed", "until_performed"),
        ("term", "p5y", "P5Y"),
        ("entry_into_force_days", "30.0", "30"),
        ("is_signed_by_heads", "Да", "true"),
        ("period", "2023–2025", "2023/2025"),
        ("summary", "Two\nlines", "Two\nlines"),
        ("public_note", "  kept  ", "kept"),
        ("signing_dates", "4 May 2023", "2023-05-04"),
        ("in_force_on", "2023-05", "2023-05"),
        ("subjects", "Visas", "visas"),
        ("subjects", "Торговля товарами и услугами", "trade"),
        ("identifiers", "unts:1249:173", "unts:1249:173"),
        ("relations", "amends: Treaty of 1990", "amends:Treaty of 1990"),
        ("missing", "place:not_recorded", "place:not_recorded"),
        (
            "source_url",
            r"https://treaties.example\html\1.html",
            "https://treaties.example/html/1.html",
        ),
        ("status_stated", "in force", "in_force"),
        ("signatories", "A. Bek", "A. Bek"),
    ],
)
def test_words_become_values(field: str, text: str, cell: str) -> None:
    row = one(Use("a", field), text)
    assert (row.record.get(field), codes(row)) == (cell, [])


@pytest.mark.parametrize(
    ("field", "text", "code", "is_error"),
    [
        ("type", "Ukaz", "unknown_word", False),
        ("level", "high", "unknown_word", False),
        ("subjects", "Everything", "unknown_word", False),
        ("identifiers", "isbn:12", "unknown_word", False),
        ("source_url", "see the archive", "no_address", False),
        ("source_url", "http://[broken", "no_address", False),
        ("source_url", "javascript:alert(1)", "no_address", False),
        ("term", "five years", "no_length", True),
        ("entry_into_force_days", "soon", "no_number", True),
        ("entry_into_force_days", "9" * 30, "no_number", True),
        ("is_signed_by_heads", "perhaps", "no_yes_or_no", True),
        ("signing_dates", "31/02/2020", "impossible_date", True),
        ("identifiers", "12", "no_pair", True),
        ("relations", "amends", "no_pair", True),
        ("relations", "amends:999999", "no_such_number", True),
        ("missing", "all:not_recorded", "no_pair", True),
        ("event", "999999", "no_such_number", True),
        ("place", "999999", "no_such_number", True),
        ("side_1_agency", "999999", "no_such_number", True),
        ("title_language", "Russian", "not_a_code", True),
    ],
)
def test_words_that_are_no_value_are_told(field: str, text: str, code: str, is_error: bool) -> None:
    title = TITLE if field != "title_language" else Use("title", "title")
    profile = Profile(uses=(title, Use("a", field)))
    row = convert(profile, {"a": text})[0]
    assert (codes(row)[0], row.is_refused) == (code, is_error)
    assert all(sentence(remark) for remark in row.remarks)
    assert row.remarks[0].column == "a" and not row.record.get(field)


def test_an_unknown_word_refuses_the_row_where_the_profile_says_so() -> None:
    assert one(Use("a", "type", unknown="refuse"), "Ukaz").is_refused


def test_words_are_mapped_by_the_whole_or_by_their_beginning() -> None:
    whole = Use("a", "type", values={"Ukaz": "other", "Nothing": ""})
    assert one(whole, "UKAZ").record["type"] == "other"
    assert "type" not in one(whole, "nothing").record
    values = {"Memorando": "memorandum", "Memorando de Entendimento": "memorandum_of_understanding"}
    start = Use("a", "type", by="beginning", values=values)
    assert (
        one(start, "MEMORANDO DE ENTENDIMENTO entre").record["type"]
        == values["Memorando de Entendimento"]
    )
    assert (one(start, "Lista").record.get("type"), codes(one(start, "Lista"))) == (None, [])


def test_an_empty_cell_says_nothing() -> None:
    row = one(Use("a", "public_note"), "n/a", empty=("N/A", "-"))
    assert row.record == {"title": "Agreement", "title_language": "en"}


def test_constants_hold_where_no_column_says_anything() -> None:
    use = Use("a", "level")
    assert one(use, "", constants={"level": "city"}).record["level"] == "city"
    assert one(use, "region", constants={"level": "city"}).record["level"] == "region"
    assert one(use, "?", constants={"level": "city"}).record["level"] == "city"


def test_of_two_columns_the_first_that_says_something_counts() -> None:
    profile = Profile(uses=(TITLE, Use("a", "in_force_on"), Use("b", "in_force_on")))
    both, second = convert(profile, {"a": "2001", "b": "2002"}, {"a": "", "b": "2002"})
    assert (both.record["in_force_on"], second.record["in_force_on"]) == ("2001", "2002")


def test_of_lists_that_an_import_adds_to_all_columns_count() -> None:
    uses = (TITLE, Use("a", "identifiers", scheme="unts"), Use("b", "identifiers", scheme="lnts"))
    row = convert(Profile(uses=uses), {"a": "1:2", "b": "3:4"})[0]
    assert row.record["identifiers"] == "unts:1:2 | lnts:3:4"


def test_several_signs_part_a_list() -> None:
    use = Use("a", "signatories", separator="; / and")
    assert one(use, "A. Bek; B. Ander and C/D").record["signatories"] == "A. Bek | B. Ander | C | D"


def test_a_bar_within_an_item_is_kept() -> None:
    assert one(Use("a", "signatories", separator=";"), "A|B;C").record["signatories"] == "A\\|B | C"


def test_titles_in_other_languages_stand_beside() -> None:
    uses = (
        TITLE,
        Use("ru", "other_titles", language="ru"),
        Use("kk", "other_titles", language="kk"),
    )
    row = convert(Profile(uses=uses), {"ru": "Соглашение", "kk": "Келісім"})[0]
    assert row.record["other_titles"] == "Соглашение | Келісім"
    assert row.record["other_title_languages"] == "ru | kk"


def test_printed_pages_of_series_become_identifiers() -> None:
    use = Use("printed", "identifiers", reader="citations")
    profile = Profile(uses=(TITLE, use), composed={"printed": "{Source} {Vol}:{Page}"})
    found = convert(
        profile,
        {"Source": "UNTS", "Vol": "1249", "Page": "173"},
        {"Source": "LTS", "Vol": "112", "Page": "215"},
        {"Source": "UNTS", "Vol": "0", "Page": "0"},
        {"Source": "", "Vol": "1", "Page": "2"},
    )
    assert [row.record.get("identifiers") for row in found] == [
        *("unts:UNTS 1249:173", "lnts:LTS 112:215", None, None)
    ]


def test_a_row_without_title_or_language_is_refused() -> None:
    profile = Profile(uses=(Use("title", "title"), Use("lang", "title_language")))
    found = convert(profile, {"title": " ", "lang": "en"}, {"title": "A", "lang": ""})
    assert [codes(row) for row in found] == [["no_title"], ["no_language"]]


def test_rows_that_the_profile_does_not_take_are_refused_with_the_reason() -> None:
    profile = Profile(uses=(TITLE,), take=(Condition("Bilateral", ("SI",)),))
    found = convert(profile, {"Bilateral": "si"}, {"Bilateral": "NO"}, {"Bilateral": ""})
    assert [row.is_refused for row in found] == [False, True, True]
    assert [sentence(row.remarks[0]) for row in found[1:]] == [
        "“Bilateral” is “NO”: the profile takes other rows only.",
        "“Bilateral” is empty: the profile takes other rows only.",
    ]


def test_a_row_that_could_not_be_read_is_refused() -> None:
    row = Row(7, {"title": "A"}, (Problem("too_few_cells", {"cells": 1, "columns": 3}),))
    found = Converter(Profile(uses=(TITLE,)), Known()).convert(row)
    assert found.is_refused and not found.record
    assert sentence(found.remarks[0]) == "The row has only 1 cells, but there are 3 columns."


def test_what_is_asked_must_be_answered_first() -> None:
    profile = Profile(uses=(TITLE, Use("a", "signing_dates"), Use("b", "in_force_on")))
    table = rows({"a": "03/04/2019", "b": "27/10/20"}, {"a": "05/05/2019", "b": ""})
    settled, questions = settle(profile, table)
    assert [(q.code, q.column, q.setting, q.examples) for q in questions] == [
        ("day_or_month", "a", "dates", ("03/04/2019",)),
        ("century", "b", "century", ("27/10/20",)),
    ]
    assert "as in 03/04/2019" in asked(questions[0]) and "27/10/20" in asked(questions[1])
    for question, answer in zip(questions, ("mdy", "20"), strict=True):
        assert answer in question.choices and all(CHOICES[each] for each in question.choices)
        settled = settled.with_use(question.number, **{question.setting: answer})
    assert settle(settled, table)[1] == []
    row = Converter(settled, Known()).convert(table[0])
    assert row.record["signing_dates"] == "2019-03-04" and row.record["in_force_on"] == "2020-10-27"


def test_only_rows_that_are_taken_settle_a_column() -> None:
    profile = Profile(uses=(TITLE, Use("a", "signing_dates")), take=(Condition("kind", ("BI",)),))
    table = rows({"a": "03/04/2019", "kind": "BI"}, {"a": "27/10/2019", "kind": "MULTI"})
    assert [question.code for question in settle(profile, table)[1]] == ["day_or_month"]


# Keys ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "cells", "found"),
    [
        (Key("import", column="id"), {"id": "77"}, "import:77"),
        (Key("import", column="id", prefix="wti-"), {"id": "77"}, "import:wti-77"),
        (Key("import", column="id", after="/"), {"id": "https://a.example/b/77"}, "import:77"),
        (Key("import", column="id"), {"id": ""}, ""),
        (Key(), {"id": "77"}, ""),
    ],
)
def test_a_stable_id_is_kept_as_identifier(key: Key, cells: dict[str, str], found: str) -> None:
    row = convert(Profile(uses=(TITLE,), key=key), cells)[0]
    assert (row.key, row.record.get("identifiers", "")) == (found, found)


def test_without_an_id_columns_are_hashed() -> None:
    key = Key("import", column="id", prefix="co-", hashed=("title", "place"))
    same, again, other = convert(
        Profile(uses=(TITLE,), key=key),
        {"id": "", "place": "BOGOTA  D.C."},
        {"id": "", "place": "BOGOTA D.C."},
        {"id": "", "place": "LIMA"},
    )
    assert same.key == again.key != other.key
    assert same.key.startswith("import:co-") and len(same.key) == len("import:co-") + 16


# Where and when -----------------------------------------------------------------------------------


def test_places_are_found_by_name_and_state_or_are_new() -> None:
    uses = (TITLE, Use("city", "place_name", separator="/"), Use("land", "place_state"))
    profile = Profile(uses=(*uses, Use("day", "signing_dates")))
    bogota = str(Place.objects.filter(names__folded="bogota").distinct().get().pk)
    found, new, elsewhere, only_state, two = convert(
        profile,
        {"city": "BOGOTA", "land": ""},
        {"city": "Nowhere Bay", "land": "Peru"},
        {"city": "Bogotá", "land": "Peru"},
        {"city": "", "land": "Peru"},
        {"city": "Bogotá / Nowhere Bay", "land": "", "day": "2020-05-04"},
    )
    assert found.record["place"] == bogota and "place_name" not in found.record
    assert (new.record["place_name"], new.record["place_state"]) == ("Nowhere Bay", "pe")
    assert elsewhere.record["place_name"] == "Bogotá" and codes(elsewhere) == ["place_elsewhere"]
    assert only_state.record["place_state"] == "pe" and "place" not in only_state.record
    assert two.record["signing_dates"] == "2020-05-04 | 2020-05-04"
    assert two.record["place"] == f"{bogota} | " and two.record["place_name"] == " | Nowhere Bay"


def test_a_place_with_its_state_behind_a_comma() -> None:
    use = Use("city", "place_name")
    assert "place_name" not in one(use, "Bogotá, Colombia").record
    row = one(use, "Nowhere Bay, Peru").record
    assert (row["place_name"], row["place_state"]) == ("Nowhere Bay", "pe")
    assert one(use, "Maputo,").record["place"]


def test_of_several_places_the_one_in_a_party_is_meant() -> None:
    for code in ("tj", "uz"):
        state = builders.State.objects.get(code=code)
        builders.place("Twinville", state=state)
    uses = (TITLE, Use("city", "place_name"), Use("a", "side_1_state"), Use("b", "side_2_state"))
    here, unclear = convert(
        Profile(uses=uses),
        {"city": "Twinville", "a": "Tajikistan", "b": "China"},
        {"city": "Twinville", "a": "Tajikistan", "b": "Uzbekistan"},
    )
    assert here.record["place"] and codes(here) == []
    assert "place" not in unclear.record and codes(unclear) == ["several_places"]


def test_that_a_date_is_missing_is_said_only_where_it_is() -> None:
    use = Use("day", "signing_dates")
    constants = {"missing": "signed_on:not_recorded"}
    assert one(use, "", constants=constants).record["missing"] == "signed_on:not_recorded"
    assert "missing" not in one(use, "2020", constants=constants).record


def test_an_end_says_how() -> None:
    use = Use("end", "ended_on")
    assert codes(one(use, "2020")) == ["ended_without_how"]
    row = one(use, "2020", constants={"ended_as": "expired"})
    assert (row.record["ended_on"], row.record["ended_as"]) == ("2020", "expired")
    assert "ended_as" not in one(use, "", constants={"ended_as": "expired"}).record


def test_columns_are_kept_in_the_internal_note() -> None:
    row = one(Use("a", "internal_note"), "Seen.", notes=("a", "b"))
    assert row.record["internal_note"] == "Seen.\na: Seen."


def test_the_reference_is_read_once_for_all_rows(django_assert_max_num_queries: Any) -> None:
    uses = (
        *(TITLE, Use("a", "side_1_state"), Use("b", "side_2_state"), Use("p", "place_name")),
        *(Use("m", "side_1_agency_name"), Use("s", "subjects"), Use("t", "type")),
    )
    cells = {"a": "France", "b": "Chad", "p": "Paris", "m": "Ministry X", "s": "Visas", "t": "?"}
    with django_assert_max_num_queries(12):
        known = Known()
    converter = Converter(Profile(uses=uses), known)
    with django_assert_max_num_queries(0):
        for row in rows(*[cells] * 50):
            converter.convert(row)


def test_every_remark_has_a_sentence() -> None:
    assert not SENTENCES.keys() & OF_ROWS.keys()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Соглашение", "agreement"),
        ("ДОГОВОР", "treaty"),
        ("Обмен нотами", "exchange_of_notes"),
        ("созишнома", "agreement"),
        ("Memorandum of Understanding", "memorandum_of_understanding"),
    ],
)
def test_types_are_known_by_their_words_in_other_languages(words: str, code: str) -> None:
    row = Row(2, {"title": "On wool", "Kind": words})
    found = Converter(Profile(uses=(TITLE, Use("Kind", "type"))), Known()).convert(row)
    assert found.record["type"] == code and not found.remarks
