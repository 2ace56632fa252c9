"""``manage.py work`` that stays where ``STOP_AT`` says, once, so that a test can kill it there.

Run as a program: ``python -m tests.jobs.slow_work --drain``.
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

from agreements.jobs import queue  # noqa: E402
from agreements.texts import jobs, reading  # noqa: E402


def staying(function: Callable, *, before: bool) -> Callable:
    def stay(*args: Any, **kwargs: Any) -> Any:
        if before:
            hold()
        answer = function(*args, **kwargs)
        if not before:
            hold()
        return answer

    return stay


def hold() -> None:
    print("It stays here.", flush=True)
    while not os.path.exists(os.environ["GO_ON"]):
        time.sleep(0.05)


def stay_at(place: str) -> None:
    if place == "before the work":
        jobs.READERS = {kind: staying(read, before=True) for kind, read in jobs.READERS.items()}
    elif place == "amid reading":
        reading.sound = staying(reading.sound, before=False)
    elif place == "before the commit":
        reading.Reading.write = staying(reading.Reading.write, before=False)
    elif place == "after the commit":
        queue.finish = staying(queue.finish, before=False)


if __name__ == "__main__":
    stay_at(os.environ["STOP_AT"])
    call_command("work", *sys.argv[1:])
