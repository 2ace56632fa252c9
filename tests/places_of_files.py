"""Where originals can be kept in a test: a folder, and a bucket of a server in this process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import boto3
from moto.server import ThreadedMotoServer

from archive import originals

KEYS = {"AWS_ACCESS_KEY_ID": "somebody", "AWS_SECRET_ACCESS_KEY": "secret"}
BUCKET = "pacta-originals"


class Folder:
    """What somebody does to the files behind the archive's back."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, name: str, content: bytes) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def get(self, name: str) -> bytes:
        return (self.root / name).read_bytes()

    def remove(self, name: str) -> None:
        (self.root / name).unlink()


class Bucket:
    def __init__(self, endpoint: str) -> None:
        self.client = boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1")
        self.client.create_bucket(Bucket=BUCKET)

    def put(self, name: str, content: bytes) -> None:
        self.client.put_object(Bucket=BUCKET, Key=name, Body=content)

    def get(self, name: str) -> bytes:
        return self.client.get_object(Bucket=BUCKET, Key=name)["Body"].read()

    def remove(self, name: str) -> None:
        self.client.delete_object(Bucket=BUCKET, Key=name)

    def empty(self) -> None:
        for each in self.client.list_objects_v2(Bucket=BUCKET).get("Contents", []):
            self.remove(each["Key"])


@contextmanager
def server_of_buckets() -> Iterator[str]:
    """The address of a server that speaks S3."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


def in_a_folder(settings: Any, root: Path) -> Folder:
    settings.MEDIA_ROOT = root
    return Folder(root)


def in_a_bucket(settings: Any, monkeypatch: Any, endpoint: str) -> Bucket:
    """Set up by the variables that an administrator would set."""
    variables = {
        **KEYS,
        "FILES_S3_BUCKET": BUCKET,
        "FILES_S3_ENDPOINT": endpoint,
        "FILES_S3_REGION": "us-east-1",
    }
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    settings.STORAGES = {**settings.STORAGES, "default": originals.storage()}
    return Bucket(endpoint)
