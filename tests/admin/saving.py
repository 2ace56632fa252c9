"""Sends forms from processes of their own, each of which can be killed in the middle.

Reads a line of JSON with address, session and form for each; answers with the process's number, and
when it has ended with how: 0 where the form was saved.
"""

import json
import os
import sys
from importlib import import_module

import django
from django.test import Client


def main() -> None:
    django.setup()
    import_module("archive.urls")  # now, so that each process is quick
    for line in sys.stdin:
        process = os.fork()
        if not process:
            os._exit(send(**json.loads(line)))
        print(process, flush=True)
        _process, status = os.waitpid(process, 0)
        print(status, flush=True)


def send(url: str, session: str, form: dict[str, str]) -> int:
    client = Client()
    client.cookies["sessionid"] = session
    try:
        response = client.post(url, form, secure=True)
    except Exception as error:
        print(error, file=sys.stderr)
        return 2
    return 0 if response.status_code == 302 else 1


if __name__ == "__main__":
    main()
