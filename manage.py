#!/usr/bin/env python3
import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from archive import database
from archive.postgres import PostgresProblem


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    try:
        database.hold()
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, PostgresProblem) as problem:
        sys.exit(f"pacta: {problem}")


if __name__ == "__main__":
    main()
