"""A program that is killed amid an import leaves nothing half done; the next one does it all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from agreements.models import Agency, Change, Document, Source, Twin
from tests.importing.slow_import import PLACES
from tests.jobs.working import PATIENCE, PROJECT

TABLE = """title,title_language,side_1_state,side_2_state,side_2_agency_name,signing_dates,\
identifiers,relations,source_title
Agreement on wool,en,kz,tj,,1994-05-04,import:1,amends:import:2,Gazette
Agreement on horses,en,kz,tj,Horse board,1995-05-04,import:2,,Gazette
"""


def program(*arguments: str, stop_at: str = "") -> subprocess.Popen[str]:
    database = connection.settings_dict
    host = quote(database["HOST"], safe="")
    address = f"postgresql://{database['USER']}@{host}/{database['NAME']}"
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "archive.settings",
        "DATABASE_URL": f"{address}?application_name=importing",
        "SECRET_KEY": settings.SECRET_KEY,
        "ALLOWED_HOSTS": "testserver",
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
        "STOP_AT": stop_at,
    }
    return subprocess.Popen(
        [sys.executable, "-m", "tests.importing.slow_import", *arguments],
        cwd=PROJECT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def run(*arguments: str) -> str:
    said, _nothing = (running := program(*arguments)).communicate(timeout=PATIENCE)
    assert running.returncode == 0, said
    return said


def killed(*arguments: str, stop_at: str) -> None:
    running = program(*arguments, stop_at=stop_at)
    said = []
    for line in running.stdout:
        said.append(line)
        if "It stays here." in line:
            break
    else:
        pytest.fail("".join(said))
    running.kill()
    running.wait(PATIENCE)


@pytest.mark.django_db(transaction=True)
def test_killed_at_any_moment(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text(TABLE)
    before = Change.objects.count()
    for place in PLACES:
        if place != "after the commit":
            killed(str(file), "--apply", stop_at=place)
            assert Change.objects.count() == before, place
            assert not Document.objects.exists(), place
            assert not Source.objects.filter(title="Gazette").exists(), place
    killed(str(file), "--apply", stop_at="after the commit")
    assert Document.objects.count() == 2
    assert Agency.objects.filter(names__text="Horse board").count() == 1
    first, second = Document.objects.order_by("pk")
    assert first.relations.get().target == second
    assert first.signed_on == "1994-05-04" and not Twin.objects.exists()
    after = Change.objects.count()
    said = run(str(file), "--apply")
    assert "2 same" in said
    assert Change.objects.count() == after
