"""What the tests of uploaded files share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from agreements.texts.examining import Examined, examine, words
from agreements.texts.limits import Limits
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
    """The pages of these bytes."""

    def pages(body: bytes, kind: str) -> list[str]:
        return list(words(put(tmp_path, "upload", body), kind))

    return pages
