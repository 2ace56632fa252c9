"""`python -m tests.benchmark.extraction`: pages a second, ours beside pypdf's on the same files.

The files are treaties of the corpus, printed by Chromium. Each is read as the worker reads it, in
the guarded program with its start; pypdf reads in this process. The best of three runs counts.
"""

from __future__ import annotations

import html
import json
import lzma
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from agreements.texts.formats import examining
from archive import setup_browser

from .databases import CHECKOUT

CORPUS = CHECKOUT.parent / "shared" / "data" / "texts"
EACH = 8  # texts of a language, the longest
LENGTHS = range(20_000, 300_000)  # characters
RUNS = 3


def main() -> None:
    if not CORPUS.exists():
        sys.exit(f"pacta: There is no corpus at {CORPUS}.")
    with tempfile.TemporaryDirectory() as folder:
        files = printed(Path(folder))
        pages = sum(len(PdfReader(file).pages) for file in files)
        ours = best(lambda: [list(examining.words(file, "pdf")) for file in files])
        theirs = best(lambda: [[p.extract_text() for p in PdfReader(file).pages] for file in files])
        start = best(lambda: list(examining.words(files[0], "pdf")))
    print(f"{len(files)} files, {pages} pages; the first one, with its program: {start:.2f} s")
    print(f"pypdfium2 in its own program: {pages / ours:.0f} pages a second")
    print(f"pypdf: {pages / theirs:.0f} pages a second; ratio {theirs / ours:.1f}")


def chosen() -> Iterator[dict[str, str]]:
    """The longest texts of each language, within measure."""
    texts = []
    for path in sorted(CORPUS.glob("*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            texts += [text for text in map(json.loads, lines) if len(text["text"]) in LENGTHS]
    by_language = sorted(texts, key=lambda text: text["lang"])
    for _language, group in groupby(by_language, key=lambda text: text["lang"]):
        yield from sorted(group, key=lambda text: -len(text["text"]))[:EACH]


def printed(folder: Path) -> list[Path]:
    files = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=setup_browser.chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        for number, text in enumerate(chosen()):
            paragraphs = "".join(f"<p>{html.escape(p)}</p>" for p in text["text"].split("\n\n"))
            page.set_content(f"<html lang={text['lang']}><body>{paragraphs}</body></html>")
            files.append(folder / f"{number}.pdf")
            page.pdf(path=files[-1], format="A4")
        browser.close()
    return files


def best(work: Callable[[], object]) -> float:
    """Seconds."""
    times = []
    for _run in range(RUNS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


if __name__ == "__main__":
    main()
