"""The words of scans, read by a machine (OCR): by ocrmypdf and tesseract, where both are installed.

Both see nothing but pictures of the pages, painted within limits. The original is only looked at.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from PIL import Image

from .formats import examining, guard

WIDTH = 2_500  # pixels; of a sheet of A4 some 300 an inch, which tesseract likes best
DENSITY = 300
PAGES_AT_ONCE = 8
PAGE_SECONDS = 180
SURE = 4  # that a page is turned; 14 leaves those alone that have few lines
SKIPPED = re.compile(r"\[OCR skipped on page\(s\) [-0-9]+\]")  # stands where a page took too long
# Tesseract's models by the language of a text: mostly ISO 639-2, and its own for some scripts.
MODELS = {
    "ar": "ara", "az": "aze", "be": "bel", "bg": "bul", "bn": "ben", "bs": "bos", "cs": "ces",
    "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "et": "est", "fa": "fas",
    "fi": "fin", "fr": "fra", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye",
    "id": "ind", "it": "ita", "ja": "jpn", "ka": "kat", "kk": "kaz", "ko": "kor", "ky": "kir",
    "lt": "lit", "lv": "lav", "mk": "mkd", "mn": "mon", "ms": "msa", "nb": "nor", "ne": "nep",
    "nl": "nld", "no": "nor", "pl": "pol", "prs": "fas", "ps": "pus", "pt": "por", "ro": "ron",
    "ru": "rus", "sk": "slk", "sl": "slv", "sq": "sqi", "sr": "srp", "sr-Latn": "srp_latn",
    "sv": "swe", "tg": "tgk", "th": "tha", "tr": "tur", "tt": "tat", "ug": "uig", "uk": "ukr",
    "ur": "urd", "uz": "uzb", "uz-Cyrl": "uzb_cyrl", "az-Cyrl": "aze_cyrl", "vi": "vie",
    "zh": "chi_sim", "zh-Hant": "chi_tra",
}  # fmt: skip


class Unreadable(Exception):
    """The programs could not do it; holds what they said."""


def models_for(languages: Iterable[str]) -> list[str]:
    """Installed models for languages (BCP 47), in their order; none where the first has none."""
    wanted = [model_of(language) for language in languages]
    found = [model for model in dict.fromkeys(wanted) if model in installed()]
    return found if wanted and wanted[0] in found else []


def model_of(language: str) -> str:
    """Of the language in its script, else of the language; empty where none is known."""
    return MODELS.get(language) or MODELS.get(language.partition("-")[0], "")


@cache
def installed() -> frozenset[str]:
    """The models on this machine; none without both programs. Asked once in a process's life."""
    if not (program() and shutil.which("tesseract")):
        return frozenset()
    return frozenset(said(["tesseract", "--list-langs"]).split()) & frozenset(MODELS.values())


@cache
def program() -> str | None:
    """Ocrmypdf, beside this Python or on the ``PATH``."""
    return shutil.which("ocrmypdf", path=Path(sys.executable).parent) or shutil.which("ocrmypdf")


@cache
def engine() -> str:
    """The programs with their versions."""
    ocrmypdf = said([program() or "", "--version"]).strip()
    tesseract = re.search(r"tesseract v?(\S+)", said(["tesseract", "--version"]))
    return f"ocrmypdf {ocrmypdf}, tesseract {tesseract.group(1) if tesseract else ''}"


def said(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False).stdout


def words(path: Path, kind: str, pages: int, models: list[str]) -> Iterator[str]:
    """The words that the machine reads on each of so many pages.

    ``Refused`` where a page can't be painted, ``Unreadable`` where the programs fail.
    """
    for first in range(1, pages + 1, PAGES_AT_ONCE):
        numbers = range(first, min(first + PAGES_AT_ONCE, pages + 1))
        painted = [examining.paint(path, kind, number, WIDTH) for number in numbers]
        read = recognised(painted, models)
        if len(read) != len(painted):
            raise Unreadable(f"{len(read)} of {len(painted)} pages came back")
        yield from read


def recognised(painted: list[bytes], models: list[str]) -> list[str]:
    """The words on pictures of pages."""
    with tempfile.TemporaryDirectory(prefix="pacta-") as folder:
        source, words = Path(folder, "pages.pdf"), Path(folder, "words.txt")
        first, *others = [Image.open(io.BytesIO(page)).convert("L") for page in painted]
        first.save(source, save_all=True, append_images=others, resolution=DENSITY, quality=90)
        command = [
            *(program() or "", "--quiet", "--mode", "force", "--rotate-pages"),
            *("--rotate-pages-threshold", str(SURE)),
            *("--output-type", "none", "--jobs", "1", "--tesseract-timeout", str(PAGE_SECONDS)),
            *("--language", "+".join(models), "--sidecar", str(words), str(source), "-"),
        ]
        run(command, folder, PAGE_SECONDS * (len(painted) + 1))
        return SKIPPED.sub("", words.read_text(encoding="utf-8")).split("\f")


def run(command: list[str], folder: str, seconds: int) -> None:
    more = {"TMPDIR": folder, "OMP_THREAD_LIMIT": "1"}
    if data := os.environ.get("TESSDATA_PREFIX"):
        more["TESSDATA_PREFIX"] = data
    with tempfile.TemporaryFile(dir=folder) as problems:
        code = guard.wait(
            command, subprocess.DEVNULL, seconds, problems=problems, folder=folder, more=more
        )
        if code == -signal.SIGKILL:
            raise Unreadable(f"not done after {seconds} seconds")
        if code:
            problems.seek(0)
            raise Unreadable(problems.read(2_000).decode("utf-8", "replace").strip())
