"""A dump that is killed leaves nothing that anybody sees, and the next one clears it away."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection, transaction

from agreements.exporting.dumping import folders
from tests import builders

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 120  # seconds


def program(root: Path) -> subprocess.Popen[bytes]:
    database = connection.settings_dict
    address = f"postgresql://{database['USER']}@{quote(database['HOST'], safe='')}"
    environment = {
        **os.environ,
        "DATABASE_URL": f"{address}/{database['NAME']}",
        "SECRET_KEY": settings.SECRET_KEY,
        "ALLOWED_HOSTS": "archive.example",
        "DUMPS_ROOT": str(root),
    }
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "dump"]
    return subprocess.Popen(command, env=environment)


def test_killed_dump_is_not_seen_and_the_next_one_is_whole(tmp_path: Path) -> None:
    with transaction.atomic():
        builders.document("Agreement on roads")
    running = program(tmp_path)
    deadline = time.monotonic() + PATIENCE
    while not list(tmp_path.glob(f"{folders.HIDDEN}*/*")):
        assert running.poll() is None and time.monotonic() < deadline
        time.sleep(0.01)
    running.kill()
    running.wait()
    assert folders.dumps(tmp_path) == []
    assert [path.name.startswith(folders.HIDDEN) for path in tmp_path.iterdir()] == [True]
    assert program(tmp_path).wait(timeout=PATIENCE) == 0
    (dump,) = folders.dumps(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [dump.name]
    assert dump.manifest["address"].startswith("https://archive.example/data/")
    assert dump.rows["documents"] == 1
