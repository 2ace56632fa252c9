"""Where original files are kept, and who sends them, as the environment says."""

from importlib.util import find_spec
from typing import Any

from archive import env

FOLDER = "agreements.texts.storages.Folder"
BUCKET = "agreements.texts.s3.Bucket"


def storage() -> dict[str, Any]:
    """The entry of Django's STORAGES: the folder MEDIA_ROOT, unless a bucket is named."""
    name = env.text("FILES_S3_BUCKET")
    if not name:
        return {"BACKEND": FOLDER}
    if not find_spec("storages") or not find_spec("botocore"):
        raise env.BadVariable(
            "FILES_S3_BUCKET",
            "is set, and what speaks to a bucket is not installed: "
            "pip install --require-hashes -r requirements-s3.lock",
        )
    endpoint = env.origin("FILES_S3_ENDPOINT")
    options = {
        "bucket_name": name,
        "region_name": env.text("FILES_S3_REGION") or None,
        "endpoint_url": endpoint or None,
        "addressing_style": "path" if endpoint else None,
        "signature_version": "s3v4",
        "file_overwrite": False,
        "max_memory_size": 8 * 1024 * 1024,
    }
    return {"BACKEND": BUCKET, "OPTIONS": options}


def sent_by() -> str:
    """Which program sends the bytes: this one, or the web server in front of it."""
    sender = env.choice("FILES_ARE_SENT_BY", "pacta", ("pacta", "nginx", "apache"))
    if sender != "pacta" and env.text("FILES_S3_BUCKET"):
        raise env.BadVariable(
            "FILES_ARE_SENT_BY", f"can't be {sender} where FILES_S3_BUCKET is set: no file is here."
        )
    return sender
