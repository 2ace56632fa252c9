"""The sample's own files, before any database sees them."""

from __future__ import annotations

import datetime
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agreements.models import vocabulary as words

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "agreements" / "sample"
REFERENCE = ROOT / "agreements" / "reference"
COMMUNIQUE = ROOT.parent / "shared" / "communique-2023-05-04.txt"

FILES = {
    name: json.loads((SAMPLE / name).read_text(encoding="utf-8"))
    for name in ("ceremony.json", "central_asia.json")
}
CEREMONY = FILES["ceremony.json"]
KINDS = ("places", "agencies", "sources", "events")
KNOWN = {kind: {key for file in FILES.values() for key in file[kind]} for kind in KINDS}
EVENTS = {key: event for file in FILES.values() for key, event in file["events"].items()}
AGENCIES = {key: agency for file in FILES.values() for key, agency in file["agencies"].items()}
PLACES = {key: place for file in FILES.values() for key, place in file["places"].items()}
SOURCES = {key: source for file in FILES.values() for key, source in file["sources"].items()}
DOCUMENTS = [document for file in FILES.values() for document in file["documents"]]

DOCUMENT_FIELDS = {
    "key", "type", "legal_nature", "level", "is_signed_by_heads", "titles", "event", "parties",
    "signings", "period", "validity", "term", "entry_into_force", "actions", "relations",
    "identifiers", "texts", "subjects", "text_absence", "citations", "public_note",
    "publication_state",
}  # fmt: skip

each_document = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=[document["key"] for document in DOCUMENTS]
)


def walk(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every (field name, plain value) below a JSON value."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from walk(below, key)
    elif isinstance(value, list):
        for below in value:
            yield from walk(below, name)
    else:
        yield name, value


def citations(owner: dict) -> list[dict]:
    """Those of a document, or those of an event and its announcements."""
    announced = [row for said in owner.get("announcements", []) for row in said["citations"]]
    return owner["citations"] + announced


def is_date(text: str) -> bool:
    """Whether it is a year, a month or a day that exists, or a range of two, first one first."""
    first, slash, last = text.partition("/")
    if slash:
        return is_date(first) and is_date(last) and first <= last
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text):
        return False
    try:
        datetime.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def codes(choices: type, *more: str) -> set[str]:
    return {*choices.values, *more}


@pytest.mark.parametrize("name", FILES)
def test_text_is_nfc(name):
    text = (SAMPLE / name).read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("name", FILES)
def test_text_has_no_stray_spaces(name):
    stray = [
        text for _, text in walk(FILES[name]) if isinstance(text, str) and text != text.strip()
    ]
    assert stray == []


@pytest.mark.parametrize("name", FILES)
def test_dates_exist(name):
    fields = [row for row in walk(FILES[name]) if row[0].endswith("_on") or row[0] == "period"]
    assert fields
    assert [row for row in fields if row[1] is not None and not is_date(row[1])] == []


def test_a_date_that_does_not_exist_is_noticed():
    assert is_date("2023") and is_date("2024-02-29") and is_date("2023/2025")
    assert not any(map(is_date, ["2023-02-29", "2023-13", "23", "", "2025/2023", "4 May 2023"]))


def test_keys_are_used_once():
    for kind in KINDS:
        assert sum(len(file[kind]) for file in FILES.values()) == len(KNOWN[kind]), kind
    assert len({document["key"] for document in DOCUMENTS}) == len(DOCUMENTS)


def test_the_ceremony_stands_on_its_own():
    """It is loaded first, so it may not lean on the other file."""
    agencies = {party["agency"] for row in CEREMONY["documents"] for party in row["parties"]}
    assert agencies - {None} == set(CEREMONY["agencies"])
    assert {agency["place"] for agency in CEREMONY["agencies"].values()} - {None} == set(
        CEREMONY["places"]
    )


def test_nothing_is_left_lying_about():
    agencies = {party["agency"] for document in DOCUMENTS for party in document["parties"]}
    agencies |= {up.get("agency") for row in AGENCIES.values() for up in row["parents"]}
    places = {signing["place"] for document in DOCUMENTS for signing in document["signings"]}
    places |= {row["place"] for row in [*EVENTS.values(), *AGENCIES.values()]}
    cited = {row["source"] for owner in [*DOCUMENTS, *EVENTS.values()] for row in citations(owner)}
    assert agencies - {None} == KNOWN["agencies"]
    assert places - {None} == KNOWN["places"]
    assert cited == KNOWN["sources"]
    assert {document["event"] for document in DOCUMENTS} - {None} == KNOWN["events"]


def test_states_are_known():
    known = {row["code"] for row in json.loads((REFERENCE / "states.json").read_text("utf-8"))}
    states = {value for file in FILES.values() for name, value in walk(file) if name == "state"}
    assert states - {None} <= known


def test_places_of_the_reference_data_are_the_same_places():
    """A key that stands there too means that place, which is loaded before."""
    text = (REFERENCE / "capitals_and_places.json").read_text(encoding="utf-8")
    known = {row["key"]: row for row in json.loads(text)}
    shared = PLACES.keys() & known
    assert {"dushanbe", "khujand", "tashkent"} <= shared
    for key in shared:
        assert PLACES[key]["state"] == known[key]["state"], key
        names = [(name["language"], name["text"]) for name in known[key]["names"]]
        english = [name["text"] for name in PLACES[key]["names"] if name["language"] == "en"]
        assert [("en", text) in names for text in english] == [True], key


def test_subjects_are_known():
    groups = json.loads((REFERENCE / "subjects.json").read_text(encoding="utf-8"))
    known = {row["slug"] for group in groups for row in [group, *group["children"]]}
    for document in DOCUMENTS:
        assert document["subjects"], document["key"]
        assert set(document["subjects"]) <= known, document["key"]


@pytest.mark.parametrize("key", AGENCIES)
def test_agency(key):
    agency = AGENCIES[key]
    assert key.startswith(agency["state"] + "-")
    assert agency["kind"] in codes(words.AgencyKind)
    assert (agency["place"] is not None) == (agency["kind"] in {"city", "region"})
    if agency["place"]:
        assert PLACES[agency["place"]]["state"] == agency["state"]
    assert {name["kind"] for name in agency["names"]} <= codes(words.NameKind)
    assert {name["kind"] for name in agency["names"] if name["language"] == "en"} & {
        "official",
        "short",
    }
    for parent in agency["parents"]:
        assert parent["under"] in codes(words.Under)
        assert (parent["under"] == "agency") == ("agency" in parent)
        assert parent.get("agency", key) in KNOWN["agencies"]


def test_one_body_is_one_agency():
    """No two agencies of a state share a name, and none is a government or a state."""
    names = Counter(
        (row["state"], name["language"], name["text"].casefold())
        for row in AGENCIES.values()
        for name in row["names"]
    )
    assert [name for name, times in names.items() if times > 1] == []
    assert not [name for _, _, name in names if name.startswith(("government of", "republic of"))]


def test_a_parent_in_the_name_is_a_parent_in_the_record():
    for key, agency in AGENCIES.items():
        official = {name["text"] for name in agency["names"] if name["kind"] == "official"}
        unders = {parent["under"] for parent in agency["parents"]}
        for phrase, under in (
            (" under the Government", "government"),
            (" under the President", "head_of_state"),
            (" of the Ministry of", "agency"),
        ):
            if any(phrase in name for name in official):
                assert unders == {under}, key


@pytest.mark.parametrize("key", EVENTS)
def test_event(key):
    event = EVENTS[key]
    assert event["kind"] in codes(words.EventKind)
    assert [name["language"] for name in event["names"]] == ["en"]
    assert event["place"] in {*KNOWN["places"], None}
    assert (event["place"] is None) != (event["state"] is None)
    assert event["began_on"]
    assert event["citations"]
    assert {row["role"] for row in event["delegations"]} == {"host", "guest"}
    assert len({row["state"] for row in event["delegations"]}) == 2
    assert {row["is_head_present"] for row in event["delegations"]} <= {True, None}


@pytest.mark.parametrize("key", EVENTS)
def test_event_and_its_documents_agree(key):
    event = EVENTS[key]
    states = {row["state"] for row in event["delegations"]}
    recorded = [document for document in DOCUMENTS if document["event"] == key]
    assert recorded
    for document in recorded:
        assert {party["state"] for party in document["parties"]} == states
        day = document["signings"][0]["signed_on"]
        last = event["ended_on"] or day
        assert event["began_on"][: len(day)] <= day <= last, document["key"]


@pytest.mark.parametrize("key", EVENTS)
def test_announcements(key):
    recorded = sum(document["event"] == key for document in DOCUMENTS)
    for said in EVENTS[key]["announcements"]:
        assert said["qualifier"] in codes(words.Qualifier)
        assert said["includes_heads_document"] in codes(words.Stated)
        assert said["counts"]
        assert said["listed"] is None or 0 < said["listed"] <= said["number"]
        assert said["citations"] and all(row["quote"] for row in said["citations"])
        assert recorded - 1 <= said["number"]


@each_document
def test_document_has_every_field(document):
    assert document.keys() - {"renewal_term", "notice_period"} == DOCUMENT_FIELDS


@each_document
def test_document_uses_the_vocabularies(document):
    assert document["type"] in words.DOCUMENT_TYPES
    assert document["legal_nature"] in codes(words.LegalNature)
    assert document["level"] in codes(words.Level, "")
    assert document["validity"] in codes(words.Validity)
    assert document["entry_into_force"] in codes(words.EntryIntoForce)
    assert document["text_absence"] in codes(words.TextAbsence)
    assert document["publication_state"] in codes(words.PublicationState)
    assert {title["worded_by"] for title in document["titles"]} <= codes(words.WordedBy)
    assert {action["kind"] for action in document["actions"]} <= codes(words.ActionKind)
    assert {row["kind"] for row in document["relations"]} <= codes(words.RelationKind)
    assert {text["role"] for text in document["texts"]} <= codes(words.LanguageRole, "")
    assert {row["stance"] for row in document["citations"]} <= codes(words.Stance)
    assert {row["scheme"] for row in document["identifiers"]} <= set(words.IDENTIFIER_SCHEMES)
    for length in ("term", "renewal_term", "notice_period"):
        assert re.fullmatch(r"(P[1-9]\d*[YMWD])?", document.get(length) or "")


@each_document
def test_document_resolves(document):
    assert document["event"] in {*KNOWN["events"], None}
    for signing in document["signings"]:
        assert signing["place"] in {*KNOWN["places"], None}
        assert signing["place"] is None or signing["state"] is None
        assert all(0 <= row["party"] < 2 and row["person"] for row in signing["signatories"])
    for relation in document["relations"]:
        assert (relation["target"] is None) != (relation["target_text"] == "")
        assert relation["target"] in {row["key"] for row in DOCUMENTS} - {document["key"]} | {None}


@each_document
def test_document_has_two_sides(document):
    one, two = document["parties"]
    assert (one["side"], two["side"]) == (1, 2)
    assert one["state"] != two["state"]
    for party in (one, two):
        assert party["role"] in codes(words.PartyRole)
        assert party["acting_as"] in codes(words.ActingAs, "")
        assert (party["acting_as"] == "") == (party["agency"] is not None)
        if party["agency"]:
            assert AGENCIES[party["agency"]]["state"] == party["state"]


@each_document
def test_names_as_written_are_written_so(document):
    texts = [title["text"] for title in document["titles"]]
    texts += [row["quote"] for row in document["citations"] if row["field"] == "parties"]
    for party in document["parties"]:
        assert any(party["name_as_written"] in text for text in texts)


@each_document
def test_level_follows_from_the_parties(document):
    parties = document["parties"]
    kinds = {AGENCIES[party["agency"]]["kind"] for party in parties if party["agency"]}
    acting = {party["acting_as"] for party in parties}
    match document["level"]:
        case "":
            assert acting == {"state"} and "does not name the bodies" in document["public_note"]
        case "interstate":
            assert acting == {"state"}
        case "intergovernmental":
            assert acting == {"government"}
        case "region":
            assert "region" in kinds and kinds <= {"region", "city"}
        case "city":
            assert kinds == {"city"}
        case "institution":
            assert kinds <= {"institute", "university", "other"} and kinds
        case _:
            assert acting == {""} and not kinds & {"city", "region"}


@each_document
def test_titles_are_one_to_a_language_and_wording(document):
    titles = [(title["language"], title["worded_by"]) for title in document["titles"]]
    assert titles and len(set(titles)) == len(titles)
    for title in document["titles"]:
        assert not title["text"].endswith((";", ".", "…"))


@each_document
def test_what_is_published_may_be_published(document):
    """A type, a signing date and a source are the least."""
    assert document["publication_state"] == "published"
    assert document["signings"] and document["signings"][0]["signed_on"]
    assert document["citations"]


@each_document
def test_the_heads_sign_their_own_document(document):
    signatories = document["signings"][0]["signatories"]
    if document["is_signed_by_heads"]:
        assert document["level"] == "interstate"
        assert [row["party"] for row in signatories] == [0, 1]
        assert all(row["office"].startswith("President of") for row in signatories)


@each_document
def test_a_period_is_that_of_the_title(document):
    if document["period"]:
        first, last = document["period"].split("/")
        years = re.compile(rf"{first}\W{last}")
        assert any(years.search(title["text"]) for title in document["titles"])


def test_sources_say_what_they_are():
    for key, source in SOURCES.items():
        assert source["publisher"], key
        assert source["url"].startswith(("https://", "http://")) or source["url"] == "", key
        assert re.fullmatch(r"[a-z]{2}", source["language"]), key
    addresses = [source["url"] for source in SOURCES.values() if source["url"]]
    assert len(set(addresses)) == len(addresses)


def test_numbers_of_the_register_come_once():
    numbers = [row["value"] for document in DOCUMENTS for row in document["identifiers"]]
    assert len(set(numbers)) == len(numbers) == 120
    assert all(re.fullmatch(r"ca-\d{3}", number) for number in numbers)


def test_latin_letters_inside_russian_words_are_kept_once():
    """Titles are as written; the README names the one that has such a letter."""
    mixed = re.compile(r"[A-Za-z][а-яё]|[а-яё][A-Za-z]", re.IGNORECASE)
    keys = [row["key"] for row in DOCUMENTS for t in row["titles"] if mixed.search(t["text"])]
    assert keys == ["2022-samarkand-shandong"]
    assert keys[0] in (SAMPLE / "README.md").read_text(encoding="utf-8")


def test_nine_documents_at_the_ceremony():
    documents = CEREMONY["documents"]
    assert {document["event"] for document in documents} == {"2023-state-visit"}
    assert len(documents) == 9
    assert [row["key"] for row in documents if row["is_signed_by_heads"]] == ["2023-declaration"]
    assert Counter(document["type"] for document in documents) == {
        "memorandum_of_understanding": 3,
        "roadmap": 2,
        "declaration": 1,
        "protocol": 1,
        "plan": 1,
        "programme": 1,
    }


def test_twenty_announced_and_eight_listed():
    (said,) = CEREMONY["events"]["2023-state-visit"]["announcements"]
    assert (said["number"], said["qualifier"], said["listed"]) == (20, "exactly", 8)
    assert said["includes_heads_document"] == "no"
    assert "ministries and agencies" in said["counts"]


def test_the_ceremony_pairs_unlike_bodies():
    parties = {row["key"]: [p["agency"] for p in row["parties"]] for row in CEREMONY["documents"]}
    assert parties["2023-customs"] == ["tj-customs", "kz-finance"]
    assert parties["2023-export"] == ["tj-export", "kz-trade"]
    assert parties["2023-twin-cities"] == ["tj-khujand", "kz-turkestan"]
    assert parties["2023-declaration"] == [None, None]


@pytest.mark.parametrize("name", FILES)
def test_the_readme_counts_right(name):
    counted = ("documents", "events", "agencies", "sources", "places")
    numbers = " | ".join(str(len(FILES[name][kind])) for kind in counted)
    assert f"| `{name}` | {numbers} |" in (SAMPLE / "README.md").read_text(encoding="utf-8")


@pytest.mark.skipif(not COMMUNIQUE.exists(), reason="the communique is not beside the repository")
def test_quotes_are_the_words_of_the_communique():
    text = COMMUNIQUE.read_text(encoding="utf-8")
    owners = [*CEREMONY["documents"], *CEREMONY["events"].values()]
    quotes = [row["quote"] for owner in owners for row in citations(owner)]
    assert len(quotes) == 14
    assert [quote for quote in quotes if not quote or quote not in text] == []


@pytest.mark.skipif(not COMMUNIQUE.exists(), reason="the communique is not beside the repository")
def test_every_listed_document_of_the_communique_is_there():
    text = COMMUNIQUE.read_text(encoding="utf-8")
    listed = [line[2:].rstrip(";") for line in text.splitlines() if line.startswith("- ")]
    titles = [row["titles"][0]["text"] for row in CEREMONY["documents"]]
    assert titles[1:] == listed
