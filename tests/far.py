"""A storage that is elsewhere: it knows no path of this machine."""

from __future__ import annotations

from pathlib import Path

from agreements.texts.storages import Folder, Stretch


class Far(Folder):
    """As a bucket is met by those who use it."""

    def path(self, name: str) -> str:
        raise NotImplementedError

    def at(self, name: str) -> Path:
        return Path(self.location, name)

    def exists(self, name: str) -> bool:
        return self.at(name).exists()

    def _save(self, name: str, content: object) -> str:
        self.at(name).parent.mkdir(parents=True, exist_ok=True)
        self.at(name).write_bytes(b"".join(content.chunks()))
        return name

    def stretch(self, name: str, start: int = 0, length: int | None = None) -> Stretch:
        stream = self.at(name).open("rb")
        stream.seek(start)
        return Stretch(stream, length, self.at(name).stat().st_size)
