"""What the tests of uploaded files share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from agreements.texts.formats import examiner
from agreements.texts.formats.examining import Examined, examine
from agreements.texts.formats.limits import Limits
from tests.texts.files import put

Look = Callable[..., Examined]


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """Examines these bytes under this name."""

    def examined(body: bytes, name: str = "", limits: Limits | None = None) -> Examined:
        return examine(put(tmp_path, "upload", body), name, limits)

    return examined


@pytest.fixture
def read(tmp_path: Path) -> Callable[[bytes, str], list[str]]:
    """The pages of these bytes, read in this process: what guards the reading has its own tests."""

    def pages(body: bytes, kind: str) -> list[str]:
        path = put(tmp_path, "upload", body)
        return [answer["page"] for answer in examiner.words(path, Limits(), kind)]

    return pages
