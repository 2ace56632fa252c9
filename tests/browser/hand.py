"""A person at the keyboard, for browser tests: no mouse, and every press is counted.

The rule of counting: a letter, Tab, Enter, an arrow or a chord is one press. Words that stand in
the paper may be pasted: that is one press too, since the paper is open in another window.
"""

from __future__ import annotations

import re
import time
from typing import Any

from playwright.sync_api import Page, expect

from agreements.importing.reference import add_places
from agreements.importing.sample import FOLDER, Sample
from agreements.importing.seeds import Seeder, read


class Hand:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.presses = 0
        self.letters_pasted = 0
        self.began = time.monotonic()
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.presses += 1

    def tab(self, times: int = 1) -> None:
        self.press(*["Tab"] * times)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.presses += len(text)

    def paste(self, text: str) -> None:
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.press("Control+V")
        self.letters_pasted += len(text) - 1

    def at(self, name: str) -> None:
        """Make sure where the focus is: a script that goes astray shall stop there."""
        field = self.page.locator(":focus")
        expect(field).to_have_attribute("name", re.compile(rf"(^|-){re.escape(name)}$"))


def ceremony() -> dict[str, Any]:
    """The archetype: one event, nine documents, as the sample has them."""
    return read(FOLDER / "ceremony.json")


def paper(data: dict[str, Any]) -> str:
    """The list of the documents that the heads did not sign themselves, as a report prints it."""
    rest = (row for row in data["documents"] if not row["is_signed_by_heads"])
    return "\n\n".join(f"- {row['titles'][0]['text']};" for row in rest)


def enter_bodies(data: dict[str, Any], *but: str) -> None:
    """The agencies that sign, but for those that the clerk shall meet for the first time."""
    seeder = Seeder()
    add_places(seeder, data["places"])
    known = {key: row for key, row in data["agencies"].items() if key not in but}
    Sample(seeder).add_agencies(known)
