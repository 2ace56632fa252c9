"""The parties of a row: states, territories, agencies, on two sides."""

from __future__ import annotations

import pytest

from agreements.importing.converting import Converted, settle
from agreements.importing.profiles import Profile, Use
from agreements.importing.remarks import sentence
from agreements.models import AgencyName, State
from tests import builders
from tests.importing.tabled import TITLE, codes, convert, rows

pytestmark = pytest.mark.django_db

BRITISH = Profile(
    uses=(
        TITLE,
        Use("names", "parties", separator=";", capitals="states", own="gb"),
        Use("day", "signing_dates"),
    )
)


def british(names: str, day: str = "1955-05-04") -> Converted:
    return convert(BRITISH, {"names": names, "day": day})[0]


def sided(profile: Profile, **cells: str) -> Converted:
    return convert(profile, cells)[0]


def of_two(*more: Use) -> Profile:
    return Profile(uses=(TITLE, Use("a", "side_1_state"), Use("b", "side_2_state"), *more))


def test_names_become_codes_on_their_sides() -> None:
    row = sided(of_two(Use("day", "signing_dates")), a="Zaire", b="СССР", day="1980")
    assert (row.record["side_1_state"], row.record["side_2_state"]) == ("cd", "suhh")
    assert "side_1_name_as_written" not in row.record and codes(row) == []


def test_of_parties_in_one_column_the_own_state_stands_on_side_1() -> None:
    row = british("ARGENTINA ; UNITED KINGDOM ; NETHERLANDS THE")
    assert row.record["side_1_state"] == "gb" and row.record["side_2_state"] == "ar | nl"


def test_where_the_own_state_is_not_named_the_first_one_stands_there() -> None:
    row = british("FRANCE ; SPAIN")
    assert row.record["side_1_state"] == "fr" and row.record["side_2_state"] == "es"


def test_capitals_tell_the_state_from_the_territory() -> None:
    state = british("CEYLON ; UNITED KINGDOM")
    assert state.record["side_2_state"] == "lk" and "side_1_role" not in state.record
    territory = british("FRANCE ; UNITED KINGDOM ; Ceylon", "1935-05-04")
    assert territory.record["side_1_state"] == "gb | lk"
    assert territory.record["side_1_role"] == " | territory"
    assert territory.record["side_1_name_as_written"] == " | Ceylon"
    assert territory.record["side_2_state"] == "fr" and codes(territory) == []


def test_a_territory_that_nobody_knows_is_kept_as_written() -> None:
    row = british("FRANCE ; UNITED KINGDOM ; All Territories")
    assert row.record["side_1_name_as_written"] == " | All Territories"
    assert row.record["side_1_state"] == "gb | " and codes(row) == ["unknown_territory"]


def test_a_mapped_name_keeps_its_case() -> None:
    values = {"CHINA P R": "cn", "Newfoundland (UK)": "x-newfoundland"}
    use = Use("names", "parties", separator=";", capitals="states", own="gb", values=values)
    row = sided(Profile(uses=(TITLE, use)), names="CHINA P R;UNITED KINGDOM;Newfoundland (UK)")
    assert row.record["side_2_state"] == "cn"
    assert row.record["side_1_state"] == "gb | x-newfoundland"


def test_whether_capitals_mean_states_is_asked() -> None:
    profile = Profile(uses=(TITLE, Use("names", "parties", separator=";", own="gb")))
    table = rows({"names": "CEYLON;UNITED KINGDOM"}, {"names": "FRANCE;Ceylon"})
    question = settle(profile, table)[1][0]
    assert (question.code, question.setting, question.choices) == (
        *("capitals", "capitals"),
        ("states", "none"),
    )
    settled = profile.with_use(question.number, capitals="none")
    assert settle(settled, table)[1] == []
    assert settle(profile, table[:1])[1] == []


def test_what_is_ambiguous_or_unknown_leaves_the_side_open() -> None:
    row = sided(of_two(), a="Korea", b="Atlantis")
    assert codes(row) == ["several_states", "unknown_state"]
    assert "side_1_state" not in row.record
    assert row.record["side_1_name_as_written"] == "Korea"
    assert row.record["side_2_name_as_written"] == "Atlantis"
    assert not row.is_refused and row.is_warned
    assert "North Korea (kp), South Korea (kr)" in sentence(row.remarks[0])


def test_the_profile_says_what_is_meant() -> None:
    korea = Use("a", "side_1_state", values={"Korea": "kr"})
    row = sided(Profile(uses=(TITLE, korea, Use("b", "side_2_state"))), a="KOREA", b="fr")
    assert row.record["side_1_state"] == "kr" and codes(row) == []


def test_a_code_that_says_nothing_gives_way_to_the_name() -> None:
    uses = (TITLE, Use("code", "side_1_state"), Use("name", "side_1_state"))
    profile = Profile(uses=uses, constants={"side_2_state": "br"})
    named, unknown = convert(
        profile, {"code": "", "name": "UNESCO"}, {"code": "QQQ", "name": "Atlantis"}
    )
    assert named.record["side_1_state"] == "x-unesco" and codes(named) == []
    assert unknown.record["side_1_name_as_written"] == "Atlantis"
    assert unknown.record["side_2_state"] == "br"


def test_a_state_that_did_not_exist_then_is_told() -> None:
    row = sided(of_two(Use("day", "signing_dates")), a="Tajikistan", b="France", day="1950")
    assert codes(row) == ["state_not_then"] and row.record["side_1_state"] == "tj"


def test_one_side_alone_is_told() -> None:
    assert codes(sided(of_two(), a="France", b="")) == ["one_side_only"]


# Agencies -----------------------------------------------------------------------------------------

BODIES = of_two(Use("m", "side_1_agency_name"), Use("day", "signing_dates"))


def body(name: str, day: str = "2020", state: str = "tj") -> Converted:
    return sided(BODIES, a=state, b="cn", m=name, day=day)


def ministry(name: str, **values: str) -> str:
    made = builders.agency(name, of=State.objects.get(code="tj"))
    AgencyName.objects.filter(agency=made).update(**values)
    return str(made.pk)


def test_an_agency_is_found_within_its_state() -> None:
    builders.agency("Ministry of Tides", of=State.objects.get(code="uz"))
    mine = ministry("Ministry of Tides")
    row = body("MINISTRY OF TIDES")
    assert row.record["side_1_agency"] == mine and "side_1_agency_name" not in row.record


def test_an_agency_is_found_by_the_name_of_that_day() -> None:
    old = ministry("Committee for Tides", until="1995", kind="official")
    new = ministry("Committee for Tides", since="1995", kind="official")
    assert body("Committee for Tides", "1990").record["side_1_agency"] == old
    assert body("Committee for Tides", "2000").record["side_1_agency"] == new
    unclear = body("Committee for Tides", "1990/2000")
    assert codes(unclear) == ["several_agencies"] and "side_1_agency" not in unclear.record
    assert unclear.record["side_1_name_as_written"] == "Committee for Tides"


def test_a_new_agency_has_its_kind_and_near_ones_are_told_and_not_taken() -> None:
    near = ministry("Ministry of Tides and Currents of Tajikistan")
    row = body("Ministry of Tides and Currents")
    assert row.record["side_1_agency_name"] == "Ministry of Tides and Currents"
    assert row.record["side_1_agency_kind"] == "ministry" and "side_1_agency" not in row.record
    assert codes(row) == ["near_agency"]
    assert f"({near})" in sentence(row.remarks[0])
    assert codes(body("University of Clouds")) == []


def test_a_government_is_the_state_itself() -> None:
    row = body("Government of the Republic of Tajikistan")
    assert row.record["side_1_acting_as"] == "government"
    assert row.record["side_1_name_as_written"] == "Government of the Republic of Tajikistan"
    assert "side_1_agency_name" not in row.record
    alone = sided(BODIES, a="", b="cn", m="Government of the Republic of Tajikistan")
    assert alone.record["side_1_state"] == "tj"


def test_an_agency_without_a_state_is_a_name_only() -> None:
    row = sided(BODIES, a="", b="cn", m="Ministry of Tides")
    assert codes(row)[0] == "agency_without_state"
    assert row.record["side_1_name_as_written"] == "Ministry of Tides"


def test_one_state_serves_several_agencies() -> None:
    use = Use("m", "side_1_agency_name", separator=";")
    row = sided(of_two(use), a="tj", b="cn", m="Ministry of Tides; University of Clouds")
    assert row.record["side_1_state"] == "tj | tj"
    assert row.record["side_1_agency_kind"] == "ministry | university"
    uneven = sided(
        of_two(use, Use("k", "side_1_agency_kind", separator=";")),
        a="tj",
        b="cn",
        m="X; Y; Z",
        k="city; region",
    )
    assert codes(uneven)[0] == "uneven_lists" and uneven.is_refused
