"""``manage.py import_documents`` that stays where ``STOP_AT`` says, to be killed there by a test.

Run as a program: ``python -m tests.importing.slow_import FILE --apply``.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import Any

import django
from django.core.management import call_command

django.setup()

from agreements.importing import applying, writing  # noqa: E402


def staying(function: Callable) -> Callable:
    """After it has been called."""

    def stay(*args: Any, **kwargs: Any) -> Any:
        answer = function(*args, **kwargs)
        print("It stays here.", flush=True)
        while True:
            time.sleep(0.05)
        return answer

    return stay


PLACES = {
    "amid the batches": (writing.Writing, "write"),
    "before the relations": (applying.Applying, "take"),
    "before the commit": (applying.Applying, "run"),
    "after the commit": (applying, "apply"),
}

if __name__ == "__main__":
    if os.environ["STOP_AT"]:
        owner, name = PLACES[os.environ["STOP_AT"]]
        setattr(owner, name, staying(getattr(owner, name)))
    call_command("import_documents", *sys.argv[1:])
