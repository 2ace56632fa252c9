"""Settings as a fresh process reads them: safe with nothing set, strict with a server named."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "DATABASE_URL": "postgresql://pacta:geheim@db.example/pacta",
    "SECRET_KEY": "k" * 25 + "-0123456789-abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "archive.example",
}
SHOW = """
import json
from django.conf import settings
names = [name for name in dir(settings) if name.isupper()]
print(json.dumps({name: getattr(settings, name) for name in names}, default=str))
"""


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Python in the project, with these variables and no others."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=PROJECT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "archive.settings",
            **variables,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def settings(**variables: str) -> dict[str, object]:
    shown = run("-c", SHOW, **variables)
    assert shown.returncode == 0, shown.stderr
    return json.loads(shown.stdout)


def refusal(**variables: str) -> str:
    refused = run("-c", SHOW, **variables)
    assert refused.returncode != 0
    return refused.stderr.splitlines()[-1]


def test_nothing_set_is_safe() -> None:
    trial = settings()
    assert trial["DEBUG"] is False
    assert trial["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert len(trial["SECRET_KEY"]) > 50
    assert trial["DATABASES"]["default"]["HOST"].startswith("/")
    assert trial["SESSION_COOKIE_SECURE"] is False  # a trial is plain http
    assert trial["TIME_ZONE"] == "Asia/Dushanbe"


def test_secret_key_of_a_trial_stays_and_is_its_owners_alone() -> None:
    assert settings()["SECRET_KEY"] == settings()["SECRET_KEY"]
    assert (PROJECT / ".data" / "secret_key").stat().st_mode & 0o777 == 0o600


def test_empty_variable_is_an_absent_one() -> None:
    assert settings(DATABASE_URL="", ALLOWED_HOSTS=" ", DEBUG="")["TRIAL"] is True


def test_production_is_strict() -> None:
    production = settings(**PRODUCTION)
    for name in ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT"):
        assert production[name] is True
    assert production["SECURE_HSTS_SECONDS"] == 31_536_000
    assert production["ALLOWED_HOSTS"] == ["archive.example"]
    assert production["DATABASES"]["default"]["HOST"] == "db.example"
    assert production["SECURE_PROXY_SSL_HEADER"] is None


def test_proxy_is_believed_only_where_it_is_told_of() -> None:
    trusting = settings(**PRODUCTION, BEHIND_HTTPS_PROXY="yes")
    assert trusting["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]


def test_deployment_check_is_clean() -> None:
    checked = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_what_production_must_give_is_named(missing: str) -> None:
    given = {name: value for name, value in PRODUCTION.items() if name != missing}
    assert f"{missing} must be set when DATABASE_URL is" in refusal(**given)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "perhaps"),
        ("ALLOWED_HOSTS", "*"),
        ("CSRF_TRUSTED_ORIGINS", "archive.example"),
        ("BEHIND_HTTPS_PROXY", "2"),
        ("DATABASE_POOL_SIZE", "0"),
        ("TIME_ZONE", "Dushanbe"),
        ("LOG_LEVEL", "LOUD"),
        ("FILES_ARE_SENT_BY", "caddy"),
        ("FILES_PREFIX", "/kept-files"),
        ("FILES_PREFIX", "kept/"),
        ("DATABASE_URL", "mysql://user:geheim@host/name"),
    ],
)
def test_nonsense_is_refused_by_name(name: str, value: str) -> None:
    said = refusal(**{**PRODUCTION, name: value})
    assert f"ImproperlyConfigured: {name} " in said or f"BadVariable: {name} " in said
    assert "geheim" not in said


BUCKET = {"FILES_S3_BUCKET": "originals", "FILES_S3_REGION": "eu-central-1"}


def test_files_are_in_a_folder_unless_a_bucket_is_named() -> None:
    folder = settings()["STORAGES"]["default"]
    assert folder == {"BACKEND": "agreements.texts.storages.Folder"}
    bucket = settings(**BUCKET, FILES_S3_ENDPOINT="https://s3.example")["STORAGES"]["default"]
    assert bucket["BACKEND"] == "agreements.texts.s3.Bucket"
    options = bucket["OPTIONS"]
    assert (options["bucket_name"], options["region_name"]) == ("originals", "eu-central-1")
    assert options["endpoint_url"] == "https://s3.example"
    assert options["file_overwrite"] is False


@pytest.mark.parametrize("endpoint", ["s3.example", "https://a.example,https://b.example"])
def test_server_of_a_bucket_is_one_address(endpoint: str) -> None:
    assert "FILES_S3_ENDPOINT must" in refusal(**BUCKET, FILES_S3_ENDPOINT=endpoint)


@pytest.mark.parametrize("server", ["nginx", "apache"])
def test_files_in_a_bucket_are_sent_by_nobody_else(server: str) -> None:
    said = refusal(**BUCKET, FILES_ARE_SENT_BY=server)
    assert f"FILES_ARE_SENT_BY can't be {server} where FILES_S3_BUCKET is set" in said


@pytest.mark.parametrize("package", ["storages", "botocore"])
def test_bucket_without_what_speaks_to_it_is_refused_in_words(package: str) -> None:
    without = f"import sys; sys.modules[{package!r}] = None\n{SHOW}"
    refused = run("-c", without, **BUCKET)
    assert refused.returncode != 0
    said = refused.stderr.splitlines()[-1]
    assert "FILES_S3_BUCKET is set, and what speaks to a bucket is not installed" in said
    assert "requirements-s3.lock" in said
    assert run("-c", without).returncode == 0, "a folder needs neither"


def test_command_line_is_told_in_one_line() -> None:
    told = run("manage.py", "check", **{**PRODUCTION, "DEBUG": "perhaps"})
    assert told.stderr == (
        "pacta: DEBUG must be yes or no (also 1, 0, true, false), not 'perhaps'.\n"
    )


def test_every_variable_is_in_the_documentation() -> None:
    """And the table names no variable that nothing reads."""
    reads = re.compile(r"(?:env\.\w+|environ\.get)\(\s*\"([A-Z0-9_]+)\"")
    sources = [*PROJECT.glob("archive/**/*.py"), *PROJECT.glob("agreements/**/*.py")]
    read = {name for path in sources for name in reads.findall(path.read_text())}
    table = re.findall(r"^\| (`[^|]+) \|", (PROJECT / "docs" / "running.md").read_text(), re.M)
    documented = {name.strip("` ") for row in table for name in row.split(",")}
    assert documented - {"PORT", "PYTHON"} == read - {"CI"}
