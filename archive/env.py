"""Typed readers of the environment.

Each takes a variable's name, gives its value or the default, and raises `BadVariable` naming
the variable when the value is nonsense. An empty value counts as absent.
"""

import os
import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo

from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off"}


class BadVariable(ImproperlyConfigured):
    """A variable that is missing or makes no sense; the message is for the person who set it."""

    def __init__(self, name: str, complaint: str) -> None:
        super().__init__(f"{name} {complaint}")


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def required(name: str, why: str) -> str:
    value = text(name)
    if not value:
        raise BadVariable(name, f"must be set {why}.")
    return value


def flag(name: str, default: bool) -> bool:
    value = text(name).lower()
    if value and value not in YES | NO:
        raise BadVariable(name, f"must be yes or no (also 1, 0, true, false), not {value!r}.")
    return value in YES if value else default


def whole_number(name: str, default: int, least: int, most: int) -> int:
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit()) or not least <= int(value[:18]) <= most:
        raise BadVariable(name, f"must be a whole number from {least} to {most}, not {value!r}.")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """A list written with commas; blanks around its members are dropped."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def hosts(name: str, default: str = "") -> list[str]:
    """Host names for ALLOWED_HOSTS. A bare `*` would switch Django's check off and is refused."""
    for host in words(name, default):
        if host == "*" or "/" in host or " " in host:
            raise BadVariable(name, f"must list host names, such as archive.example; not {host!r}.")
    return words(name, default)


def origins(name: str) -> list[str]:
    for origin in words(name):
        parts = urlsplit(origin)
        if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path:
            raise BadVariable(
                name, f"must list origins, as https://archive.example; not {origin!r}."
            )
    return words(name)


def origin(name: str, default: str = "") -> str:
    found = origins(name)
    if len(found) > 1:
        raise BadVariable(name, "must be one address.")
    return found[0] if found else default


def prefix(name: str, default: str) -> str:
    """Of addresses that a web server keeps to itself, with a slash at both ends."""
    value = text(name, default)
    if not (value.startswith("/") and value.endswith("/") and value.isascii()):
        raise BadVariable(name, f"must begin and end with a slash, as {default}; not {value!r}.")
    return value


def email(name: str) -> str:
    value = text(name)
    if value and not re.fullmatch(r"[^\s@]+@([^\s@.]+\.)+[^\s@.]+", value):
        raise BadVariable(name, f"must be an address, as office@archive.example; not {value!r}.")
    return value


def choice(name: str, default: str, choices: tuple[str, ...]) -> str:
    value = text(name, default)
    if value not in choices:
        raise BadVariable(name, f"must be one of {', '.join(choices)}; not {value!r}.")
    return value


def zone(name: str, default: str) -> str:
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):  # unknown; a path; a folder of zones
        raise BadVariable(name, f"must be a time zone such as {default}, not {value!r}.") from None
    return value


def database(name: str) -> dict[str, object]:
    """Django's connection settings from `postgresql://user:password@host:port/name?option=value`.

    A socket's folder stands in the place of the host (its slashes as %2F), or in an option `host`.
    The complaint never repeats the value: it holds a password.
    """
    try:
        url = urlsplit(text(name))
        port = "" if url.port is None else url.port
    except ValueError:
        raise BadVariable(name, "is not an address: its host or port can't be read.") from None
    if url.scheme not in {"postgres", "postgresql"} or not url.path.strip("/"):
        raise BadVariable(name, "must look like postgresql://user:password@host:5432/name.")
    options = dict(parse_qsl(url.query))
    return {
        "NAME": unquote(url.path.strip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": options.pop("host", "") or _host(url),
        "PORT": str(port),
        "OPTIONS": options,
    }


def _host(url: SplitResult) -> str:
    """With its capitals where it is a socket's folder: `hostname` loses them."""
    host = url.netloc.rpartition("@")[2]
    return unquote(host.partition(":")[0]) if "%" in host else url.hostname or ""
