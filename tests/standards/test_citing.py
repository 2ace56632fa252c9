"""Citations in the forms of others, read back by programs that are not ours."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from pathlib import Path

import bibtexparser
import jsonschema
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from agreements.exporting.citing import bibtex, csl, ris, words
from agreements.exporting.citing.cited import Cited, of_document, of_record, plain
from agreements.exporting.records import Records
from agreements.importing.sample import load_sample
from agreements.models import Document, DocumentTitle, Identifier, Signing
from agreements.views.whole import whole_document
from tests import builders

TODAY = datetime.date(2024, 1, 2)
DATA = Path(__file__).parent.parent / "data"
SCHEMA = json.loads((DATA / "csl-data.json").read_text())
PAPER = Cited(
    number=4821,
    url="https://a.example/documents/4821/",
    title="Agreement on roads",
    language="en",
    sides=(("Ministry of Roads (Kazakhstan)",), ("Tajikistan",)),
    signed_on="2023-05-04",
    status="in force",
    status_on="2024-01-02",
    original_title="Созишнома",
    summary="About roads & bridges.",
    places=["Dushanbe"],
    subjects=["Transport"],
    identifiers=["UNTS: 1234"],
)
SIGNS = st.sampled_from('{}\\%&$#_~^"@,;=- \r\n')  # what means something in one of the forms
WORDS = st.text(st.characters() | SIGNS, min_size=1).filter(plain)
DATES = ["2023", "2023-05", "2023-05-04", "1990~", "2023-05-03/2023-05-05", "../2023", "2023/.."]


def read_bibtex(text: str) -> dict[str, str]:
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks and len(library.entries) == 1
    return {field.key: str(field.value) for field in library.entries[0].fields}


def read_ris(text: str) -> dict:
    (found,) = rispy.loads(text)
    return found


def read_csl(text: str) -> dict:
    found = json.loads(text)
    jsonschema.Draft7Validator(SCHEMA).validate(found)
    return found[0]


def test_bibtex() -> None:
    found = read_bibtex(bibtex.entry(PAPER))
    assert bibtex.entry(PAPER).startswith("@misc{pacta4821,\n")
    assert found == {
        "author": "{Ministry of Roads (Kazakhstan)} and {Tajikistan}",
        "title": "{Agreement on roads}",
        "origtitle": "{Созишнома}",
        "date": "2023-05-04",
        "year": "2023",
        "note": "in force (2024-01-02); UNTS: 1234",
        "venue": "Dushanbe",
        "howpublished": "Pacta, no. 4821",
        "language": "en",
        "keywords": "Transport",
        "abstract": r"About roads \& bridges.",
        "url": "https://a.example/documents/4821/",
        "urldate": "2024-01-02",
    }


def test_ris() -> None:
    text = ris.entry(PAPER)
    assert all(line[2:6] == "  - " for line in text.split("\r\n")[:-1])
    assert "\n" not in text.replace("\r\n", "")
    found = read_ris(text)
    assert (found["type_of_reference"], found["title"]) == ("STAT", "Agreement on roads")
    assert found["authors"] == ["Ministry of Roads (Kazakhstan),", "Tajikistan,"]
    assert (found["year"], found["date"]) == ("2023", "2023/05/04/")
    assert found["urls"] == ["https://a.example/documents/4821/"]
    assert (found["name_of_database"], found["accession_number"]) == ("Pacta", "4821")
    assert found["notes"] == ["in force (2024-01-02)", "UNTS: 1234", "Созишнома"]


def test_csl() -> None:
    found = read_csl(csl.entry(PAPER))
    assert found["type"] == "treaty"
    assert found["issued"] == {"date-parts": [[2023, 5, 4]]}
    assert found["accessed"] == {"date-parts": [[2024, 1, 2]]}
    assert found["author"] == [
        {"literal": "Ministry of Roads (Kazakhstan)"},
        {"literal": "Tajikistan"},
    ]
    assert found["authority"] == "Ministry of Roads (Kazakhstan) – Tajikistan"
    assert (found["archive"], found["number"]) == ("Pacta", "4821")


def test_words() -> None:
    assert words.suggested(PAPER) == (
        "Agreement on roads, Ministry of Roads (Kazakhstan) – Tajikistan, signed 4 May 2023 "
        "(in force). Pacta, no. 4821, https://a.example/documents/4821/ (accessed 2 January 2024)."
    )
    assert "date not recorded (in force)" in words.suggested(replace(PAPER, signed_on=None))


@pytest.mark.parametrize(
    ("edtf", "issued", "year", "in_ris"),
    [
        ("2023", {"date-parts": [[2023]]}, "2023", "2023///"),
        ("2023-05", {"date-parts": [[2023, 5]]}, "2023", "2023/05//"),
        ("0990~", {"date-parts": [[990]], "circa": True}, "0990", "0990///circa"),
        (
            "2022-12-30/2023-05",
            {"date-parts": [[2022, 12, 30], [2023, 5]]},
            "2023",
            "2023/05//2022-12-30/2023-05",
        ),
        ("2023/..", {"literal": "from 2023"}, "2023", "2023///2023/.."),
    ],
)
def test_no_day_is_invented(edtf: str, issued: dict, year: str, in_ris: str) -> None:
    paper = replace(PAPER, signed_on=edtf)
    assert read_csl(csl.entry(paper))["issued"] == issued
    found = read_bibtex(bibtex.entry(paper))
    assert (found["date"], found["year"]) == (edtf, year)
    assert read_ris(ris.entry(paper))["date"] == in_ris


def test_nothing_is_said_of_what_is_not_recorded() -> None:
    paper = replace(PAPER, signed_on=None, summary=None, subjects=[], places=[], identifiers=[])
    assert not {"date", "year", "abstract", "keywords"} & read_bibtex(bibtex.entry(paper)).keys()
    assert not {"date", "year", "abstract", "keywords"} & read_ris(ris.entry(paper)).keys()
    assert not {"issued", "abstract", "keyword"} & read_csl(csl.entry(paper)).keys()


@given(title=WORDS, body=WORDS, subject=WORDS, date=st.sampled_from(DATES))
def test_any_words_are_read_back(title: str, body: str, subject: str, date: str) -> None:
    paper = replace(
        PAPER,
        title=plain(title),
        sides=((plain(body),), ("Tajikistan",)),
        subjects=[plain(subject)],
        signed_on=date,
    )
    assert read_csl(csl.entry(paper))["title"] == paper.title
    found = read_ris(ris.entry(paper))
    assert found["title"] == paper.title
    assert found["authors"][0].rstrip(",") == paper.authors[0].rstrip(",")
    assert unescaped(read_bibtex(bibtex.entry(paper))["title"]) == paper.title


def unescaped(title: str) -> str:
    """What TeX makes of it: the names and escapes back to their signs, outer braces off."""
    assert title[0] == "{" and title[-1] == "}"
    named = {target: chr(source) for source, target in bibtex.ESCAPES.items()}
    out, rest = "", title[1:-1]
    while rest:
        sign = next((name for name in named if rest.startswith(name)), "")
        assert sign or rest[0] not in "\\{}~^&%$#_"
        out += named.get(sign, rest[0])
        rest = rest[len(sign) or 1 :]
    return out


@pytest.mark.django_db
def test_record_and_document_make_the_same_citation() -> None:
    load_sample()
    builders.settle()
    numbers = Document.objects.published().values_list("pk", flat=True)
    found = {
        record["id"]: of_record(record)
        for record in Records(TODAY, "https://a.example").read(list(numbers))
    }
    assert len(found) > 50
    for number, cited in found.items():
        document = whole_document(number, TODAY)
        assert of_document(document, TODAY, f"https://a.example/documents/{number}/") == cited
        read_bibtex(bibtex.entry(cited))
        read_ris(ris.entry(cited))
        read_csl(csl.entry(cited))
    assert {cited.status for cited in found.values()} > {"in force"}


@pytest.mark.django_db
def test_what_a_record_says() -> None:
    kazakhstan = builders.state(name="Onia")
    document = builders.document(
        "Agreement on roads",
        side_1=builders.agency("Ministry of Roads", of=kazakhstan),
        side_2=builders.agency("Twonia’s Bank", of=builders.state(name="Twonia")),
    )
    builders.party(document, 1, builders.state(name="Isle"), role="territory")
    DocumentTitle.objects.create(
        document=document, language="tg", text="Созишнома", worded_by="both"
    )
    DocumentTitle.objects.filter(document=document, language="en").update(worded_by="archive")
    Identifier.objects.create(document=document, scheme_id="unts", value="1234")
    Identifier.objects.create(document=document, scheme_id="import", value="77")
    Signing.objects.filter(document=document).update(place=builders.place("Osh"))
    builders.settle()
    (record,) = Records(TODAY, "https://a.example").read([document.pk])
    cited = of_record(record)
    assert cited.sides == (("Ministry of Roads (Onia)",), ("Twonia’s Bank",))
    assert cited.url == f"https://a.example/documents/{document.pk}/"
    assert (cited.original_title, cited.places) == ("Созишнома", ["Osh"])
    assert cited.identifiers == ["UNTS: 1234"]


@pytest.mark.django_db
def test_many_are_written_one_after_the_other() -> None:
    documents = [builders.document() for _ in range(3)]
    builders.settle()
    records = Records(TODAY, "https://a.example").read([document.pk for document in documents])
    keys = [f"pacta{document.pk}" for document in documents]
    library = bibtexparser.parse_string(b"".join(bibtex.write(records)).decode())
    assert [entry.key for entry in library.entries] == keys
    assert [one["id"] for one in rispy.loads(b"".join(ris.write(records)).decode())] == keys
    items = json.loads(b"".join(csl.write(records)))
    jsonschema.Draft7Validator(SCHEMA).validate(items)
    assert [item["id"] for item in items] == keys
    assert json.loads(b"".join(csl.write([]))) == []
