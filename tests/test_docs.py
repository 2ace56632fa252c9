"""What the README and the docs point at is there, and the clerk's page calls things what the
screen calls them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.utils.text import slugify

PROJECT = Path(__file__).resolve().parent.parent
PAGES = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CLERKS = PROJECT / "docs" / "clerks.md"


def anchors(page: Path) -> set[str]:
    return {slugify(line.lstrip("# ")) for line in page.read_text().splitlines() if line[:1] == "#"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(PROJECT)))
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    broken = []
    for link in LINK.findall(page.read_text()):
        if "://" in link or link.startswith("mailto:"):
            continue
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


def test_every_picture_is_shown_and_described() -> None:
    shown = dict(re.findall(r"!\[([^\]]*)\]\((clerks/[^)]+)\)", CLERKS.read_text()))
    assert {CLERKS.parent / path for path in shown.values()} == set(
        (CLERKS.parent / "clerks").glob("*.png")
    )
    assert all(len(words) > 20 for words in shown)


def test_pictures_are_taken_by_the_script() -> None:
    script = (CLERKS.parent / "clerks" / "take_pictures.py").read_text()
    for picture in (CLERKS.parent / "clerks").glob("*.png"):
        assert f'"{picture.stem}"' in script, picture.name


BUTTONS = [
    "Enter an event with its documents",
    "Sheet with its documents",
    "Enter from a communique",
    "Split in two",
    "Add a document of these words",
    "Take back the last step",
    "As the text proposes",
    "Keep and go on later",
    "Begun and not yet saved",
    "Place the oldest",
    "Look for another document",
    "Save and next",
    "Put back in its turn",
    "bring in a table",
    "Read it otherwise",
    "The same for all rows",
    "Look through all rows",
    "Download the refused rows, with the reasons",
    "Show the documents that it made",
    "Keep as a profile",
    "Undo this import",
    "It is all right: dismiss",
    "Send to review",
    "Propose a correction",
    "Duplicate of…",
    "Merge into another…",
    "Renamed…",
    "returned to me with a remark",
    "Worth a second look",
]


@pytest.mark.parametrize("words", BUTTONS)
def test_clerks_page_calls_things_what_the_screen_calls_them(words: str) -> None:
    assert words in CLERKS.read_text()
    files = [*PROJECT.glob("agreements/**/*.py"), *PROJECT.glob("templates/**/*.html")]
    assert any(f'"{words}"' in file.read_text() for file in files)
