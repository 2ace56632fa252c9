"""Every problem has its sentence."""

import re
from pathlib import Path

import pytest
from django.utils import translation

from agreements.texts import problems
from agreements.texts.formats.kinds import KINDS, OTHERS
from agreements.texts.formats.limits import MEGABYTE
from agreements.texts.formats.problem import Problem

CODE = re.compile(r"""(?:Refused|Problem)\(\s*"(\w+)"|\bFPDF_ERR_\w+: "(\w+)\"""")


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    source = "".join(
        path.read_text("utf-8") for path in Path(problems.__file__).parent.rglob("*.py")
    )
    used = {first or second for first, second in CODE.findall(source)} | {"broken_pdf"}
    assert used == set(problems.SENTENCES)


def test_every_kind_has_a_name() -> None:
    assert set(problems.NAMES) == {*KINDS, *OTHERS}
    assert set(problems.ADVICE) < set(OTHERS)


@pytest.mark.parametrize("code", problems.SENTENCES)
def test_every_sentence_can_be_said(code: str) -> None:
    named = dict.fromkeys(("kind", "said", "first", "second"), "doc")
    numbers = dict.fromkeys(("limit", "page", "pages", "width", "height"), 5 * MEGABYTE)
    with translation.override("en"):
        said = problems.sentence(Problem(code, {**named, **numbers, "encoding": "koi8-r"}))
    assert "%" not in said and "None" not in said


def test_old_word_file_is_told_what_to_do() -> None:
    with translation.override("en"):
        assert problems.sentence(Problem("not_taken", {"kind": "doc"})) == (
            "This is a document of the old Word format (DOC). Save it as DOCX or PDF and upload "
            "that. The archive takes PDF, TIFF, JPEG, PNG, DOCX, ODT, HTML and plain text."
        )


def test_wrong_name_is_told_with_both_kinds() -> None:
    with translation.override("en"):
        said = problems.sentence(Problem("name_differs", {"said": "pdf", "kind": "jpeg"}))
    assert said.startswith("By its name the file is a PDF, by its content a JPEG image.")


def test_limit_is_told_in_megabytes() -> None:
    with translation.override("en"):
        assert " 200 MB," in problems.sentence(Problem("too_large", {"limit": 200 * MEGABYTE}))
