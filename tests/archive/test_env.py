"""Readers of the environment: what is meant is taken, what is nonsense is named."""

from collections.abc import Callable

import pytest

from archive import env


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda value: monkeypatch.setenv("PACTA_X", value)


Put = Callable[[str], None]


def test_absent_and_empty_take_the_default(put: Put) -> None:
    assert env.text("PACTA_X", "kept") == "kept"
    put("  ")
    assert env.text("PACTA_X", "kept") == "kept"
    assert env.flag("PACTA_X", default=True) is True
    assert env.whole_number("PACTA_X", 8, least=1, most=9) == 8


def test_required_is_named(put: Put) -> None:
    with pytest.raises(env.BadVariable, match="^PACTA_X must be set when it rains"):
        env.required("PACTA_X", "when it rains")


@pytest.mark.parametrize(
    ("value", "meant"), [("1", True), ("Yes", True), ("on", True), ("0", False), ("FALSE", False)]
)
def test_flag(put: Put, value: str, meant: bool) -> None:
    put(value)
    assert env.flag("PACTA_X", default=not meant) is meant


@pytest.mark.parametrize("value", ["ja", "2", "truee"])
def test_nonsense_is_no_flag(put: Put, value: str) -> None:
    put(value)
    with pytest.raises(env.BadVariable, match="PACTA_X must be yes or no"):
        env.flag("PACTA_X", default=False)


def test_whole_number(put: Put) -> None:
    put("12")
    assert env.whole_number("PACTA_X", 8, least=1, most=20) == 12


@pytest.mark.parametrize("value", ["0", "21", "-1", "1.5", "x", "१२", "9" * 5000])
def test_nonsense_is_no_number(put: Put, value: str) -> None:
    put(value)
    with pytest.raises(env.BadVariable, match="PACTA_X must be a whole number from 1 to 20"):
        env.whole_number("PACTA_X", 8, least=1, most=20)


def test_words(put: Put) -> None:
    put(" a.example , b.example,")
    assert env.words("PACTA_X") == ["a.example", "b.example"]


@pytest.mark.parametrize("value", ["*", "https://a.example", "a b", "a.example,*"])
def test_host_that_is_none_is_refused(put: Put, value: str) -> None:
    put(value)
    with pytest.raises(env.BadVariable, match="PACTA_X must list host names"):
        env.hosts("PACTA_X")


@pytest.mark.parametrize(
    "value", ["a.example", "ftp://a.example", "https://a.example/x", "https://"]
)
def test_origin_that_is_none_is_refused(put: Put, value: str) -> None:
    put(value)
    with pytest.raises(env.BadVariable, match="PACTA_X must list origins"):
        env.origins("PACTA_X")


@pytest.mark.parametrize("value", ["Mars/Olympus", "/etc/passwd", "../UTC", "Asia", "x y"])
def test_zone_that_is_none_is_refused(put: Put, value: str) -> None:
    put(value)
    with pytest.raises(env.BadVariable, match="PACTA_X must be a time zone"):
        env.zone("PACTA_X", "Asia/Dushanbe")


def test_choice(put: Put) -> None:
    put("LOUD")
    with pytest.raises(env.BadVariable, match="PACTA_X must be one of INFO, ERROR"):
        env.choice("PACTA_X", "INFO", ("INFO", "ERROR"))


def test_database_address(put: Put) -> None:
    put("postgresql://us%40er:p%2Fw@db.example:5433/pa%20cta?sslmode=require")
    assert env.database("PACTA_X") == {
        "NAME": "pa cta",
        "USER": "us@er",
        "PASSWORD": "p/w",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


@pytest.mark.parametrize(
    "value", ["postgres:///pacta?host=/run/Pg", "postgresql://%2Frun%2FPg/pacta"]
)
def test_database_on_a_socket(put: Put, value: str) -> None:
    put(value)
    settings = env.database("PACTA_X")
    assert (settings["HOST"], settings["NAME"], settings["PORT"]) == ("/run/Pg", "pacta", "")


@pytest.mark.parametrize(
    "value",
    ["mysql://a/b", "postgres://host", "postgres://host:port/x", "pacta", "postgres://[::1/x"],
)
def test_address_that_is_none_is_refused(put: Put, value: str) -> None:
    put(value)
    with pytest.raises(env.BadVariable, match="PACTA_X"):
        env.database("PACTA_X")


def test_password_is_never_in_the_complaint(put: Put) -> None:
    put("mysql://user:geheim@host/name")
    with pytest.raises(env.BadVariable) as refused:
        env.database("PACTA_X")
    assert "geheim" not in str(refused.value)


@pytest.mark.parametrize("value", ["office", "office@archive", "a b@archive.example", "a@b@c.d"])
def test_nonsense_is_no_address_of_mail(put: Put, value: str) -> None:
    put(value)
    with pytest.raises(env.BadVariable, match="must be an address"):
        env.email("PACTA_X")


def test_address_of_mail(put: Put) -> None:
    assert env.email("PACTA_X") == ""
    put("office@archive.example")
    assert env.email("PACTA_X") == "office@archive.example"
