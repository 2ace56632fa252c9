"""The parser against hand-made expectations for 54 texts, where these lie beside the project.

The figures are a ratchet: what has been reached may rise, and may not fall.
"""

import importlib.util
import json
import os
import subprocess
import sys
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from agreements.communique.parsing import parse
from agreements.communique.reference import reference_authority
from agreements.communique.report import as_json

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
TEXTS = SHARED / "communiques"
SCORER = SHARED / "tools" / "score_communiques.py"

REACHED = {
    "en": {
        "documents": 0.965,
        "type": 1.0,
        "parties": 0.975,
        "whole": 0.945,
        "states": 1.0,
        "total": 1.0,
    },
    "ru": {
        "documents": 0.975,
        "type": 1.0,
        "parties": 0.99,
        "whole": 0.95,
        "states": 1.0,
        "total": 1.0,
    },
    "others": {
        "documents": 0.92,
        "type": 1.0,
        "parties": 0.98,
        "whole": 0.88,
        "states": 1.0,
        "total": 1.0,
    },
    "all": {
        "documents": 0.955,
        "type": 1.0,
        "parties": 0.98,
        "whole": 0.93,
        "states": 1.0,
        "total": 1.0,
    },
}


@pytest.fixture(scope="module", autouse=True)
def texts() -> None:
    if not TEXTS.is_dir():
        pytest.skip("the folder shared with the texts is not beside the project")


@cache
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_communiques", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def counts() -> dict[str, dict[str, tuple[int, int]]]:
    """By language, and for all: what was right, of how many."""
    totals: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for path in sorted(TEXTS.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        language = case["language"] if case["language"] in REACHED else "others"
        for measure, (right, of) in scorer().score(case["expected"], proposed(case)).items():
            for group in (language, "all"):
                totals[group][measure][0] += right
                totals[group][measure][1] += of
    return {group: {m: tuple(c) for m, c in measures.items()} for group, measures in totals.items()}


def proposed(case: dict) -> dict:
    published_on = date.fromisoformat(case["date"]) if case.get("date") else None
    authority = reference_authority()
    return as_json(
        parse(case["text"], language=None, published_on=published_on, authority=authority)
    )


def rates(group: str) -> dict[str, float]:
    found = {measure: right / of for measure, (right, of) in counts()[group].items() if of}
    return {
        "documents": f1(found["document recall"], found["document precision"]),
        "type": found["type"],
        "parties": f1(found["party recall"], found["party precision"]),
        "whole": found["whole record right"],
        "states": found["event states"],
        "total": found["event declared_total"],
    }


def f1(recall: float, precision: float) -> float:
    return 2 * recall * precision / (recall + precision)


@pytest.mark.parametrize(("group", "measure"), [(g, m) for g, ms in REACHED.items() for m in ms])
def test_what_was_reached_is_kept(group: str, measure: str) -> None:
    assert round(rates(group)[measure], 3) >= REACHED[group][measure]


def test_the_command_prints_what_the_parser_proposes() -> None:
    case = json.loads((TEXTS / "000.json").read_text(encoding="utf-8"))
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    run = subprocess.run(
        [sys.executable, "manage.py", "parse_communique", "-"],
        input=case["text"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment | {"COMMUNIQUE_DATE": case["date"]},
        check=True,
    )
    assert json.loads(run.stdout) == proposed(case)
