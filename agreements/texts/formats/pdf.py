"""PDF, by PDFium: what it is, its words as they are shown, its pages as images."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from . import plain, right_to_left
from .limits import Limits
from .problem import Problem, Refused

ERRORS = {
    raw.FPDF_ERR_PASSWORD: "encrypted",
    raw.FPDF_ERR_SECURITY: "encrypted",
    raw.FPDF_ERR_SUCCESS: "no_pages",
}
XFA = (raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND)
# What PDFium puts for a hyphen at the end of a line, with the line's end.
HYPHEN = "\ufffe"


@contextmanager
def opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    """Without a password: one that only the owner needs does not matter for reading."""
    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise Refused(ERRORS.get(error.err_code, "broken_pdf")) from error
    with closing(pdf):
        yield pdf


@contextmanager
def opened_page(pdf: pypdfium2.PdfDocument, index: int) -> Iterator[pypdfium2.PdfPage]:
    try:
        page = pdf[index]
    except pypdfium2.PdfiumError as error:
        raise Refused("broken_page", page=index + 1) from error
    with closing(page):
        yield page


def examine(path: Path, limits: Limits) -> dict[str, Any]:
    with opened(path) as pdf:
        count = len(pdf)
        if count > limits.pages:
            raise Refused("too_many_pages", pages=count, limit=limits.pages)
        for index in range(count):
            with opened_page(pdf, index) as page:
                if max(page.get_size()) > limits.side:
                    raise Refused("huge_page", page=index + 1)
        return {
            "pages": count,
            "title": stated_title(pdf),
            "is_signed": is_signed(pdf),
            "warnings": list(warnings(pdf)),
        }


def stated_title(pdf: pypdfium2.PdfDocument) -> str:
    try:
        return plain.tidy(pdf.get_metadata_value("Title"))
    except UnicodeDecodeError:
        return ""


def is_signed(pdf: pypdfium2.PdfDocument) -> bool:
    """A signature and not only a field for one."""
    return any(
        raw.FPDFSignatureObj_GetByteRange(raw.FPDF_GetSignatureObject(pdf, index), None, 0)
        for index in range(max(0, raw.FPDF_GetSignatureCount(pdf)))
    )


def warnings(pdf: pypdfium2.PdfDocument) -> Iterator[Problem]:
    if raw.FPDF_GetSecurityHandlerRevision(pdf) >= 0:
        yield Problem("restricted")
    if raw.FPDFDoc_GetAttachmentCount(pdf) > 0:
        yield Problem("attachments")
    if raw.FPDFDoc_GetJavaScriptActionCount(pdf) > 0:
        yield Problem("pdf_scripts")
    if pdf.get_formtype() in XFA:
        yield Problem("xfa_form")


def words(path: Path, limits: Limits) -> Iterator[str]:
    left = limits.characters
    with opened(path) as pdf:
        for index in range(min(len(pdf), limits.pages)):
            with opened_page(pdf, index) as page, closing(page.get_textpage()) as text_page:
                text = shown(right_to_left.read(text_page))
            left -= len(text)
            if left < 0:
                raise Refused("too_much_text", limit=limits.characters)
            yield text


def shown(text: str) -> str:
    return plain.tidy(text.replace(HYPHEN, "-\n"))


def paint(path: Path, number: int, width: int, tallest: int) -> Image.Image:
    with opened(path) as pdf:
        pdf.init_forms()  # what is filled in, and the marks of signatures
        if not 1 <= number <= len(pdf):
            raise Refused("no_such_page", page=number)
        with opened_page(pdf, number - 1) as page:
            across, down = page.get_size()
            if min(across, down) <= 0:
                raise Refused("broken_page", page=number)
            # A trace less, or a point more would be made of what is left over.
            scale = min(width / across, tallest / down) * (1 - 1e-9)
            with closing(page.render(scale=scale)) as bitmap:
                return bitmap.to_pil().convert("RGB")
