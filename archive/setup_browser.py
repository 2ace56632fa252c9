"""Brings Chromium for the browser tests where that may be done: as root, where there is apt-get.

Never fails: the tests themselves say what could not run for want of it.
"""

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome")
COMMAND = "apt-get install -y --no-install-recommends chromium chromium-driver"


def chromium() -> str | None:
    """The path of an installed Chromium."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def main() -> None:
    if chromium() or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print(f"Installing Chromium for the browser tests: {COMMAND}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in ("apt-get update", COMMAND):
        subprocess.run([*command.split(), "-qq"], env=quiet, stdout=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    main()
