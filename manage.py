#!/usr/bin/env python3
import os
import signal
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from archive import database
from archive.postgres import PostgresProblem

# Commands that read no record: they start no private server.
WITHOUT_DATABASE = {"parse_communique"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    # A request to end is an ordinary end, at which the private database is left and stopped.
    for request in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(request, lambda number, frame: sys.exit(128 + number))
    try:
        if not WITHOUT_DATABASE.intersection(sys.argv[1:2]):
            database.hold()
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, PostgresProblem) as problem:
        sys.exit(f"pacta: {problem}")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
