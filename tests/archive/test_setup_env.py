"""Making .venv, from nothing and again. The lock files here are empty: pip needs no network."""

import shutil
import sys
from pathlib import Path

import pytest

from archive import setup_env
from archive.setup_env import SetupProblem, set_up

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with nothing installed, in a path as awkward as we promise."""
    checkout = tmp_path / "мой архив"
    checkout.mkdir()
    (checkout / "pyproject.toml").touch()
    for kind in ("trial", "bench", "dev"):
        (checkout / f"requirements-{kind}.lock").touch()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    return checkout


def age(checkout: Path) -> int:
    return (checkout / ".venv" / "pacta-installed").stat().st_mtime_ns


def test_second_time_does_nothing(fresh: Path) -> None:
    set_up(fresh, "trial")
    assert (fresh / ".venv" / "bin" / "python").exists()
    first = age(fresh)
    set_up(fresh, "trial")
    assert age(fresh) == first


def test_changed_lock_is_installed(fresh: Path) -> None:
    set_up(fresh, "trial")
    first = age(fresh)
    (fresh / "requirements-trial.lock").write_text("# changed\n")
    set_up(fresh, "trial")
    assert age(fresh) > first


def test_what_the_tests_need_includes_what_a_trial_needs(fresh: Path) -> None:
    set_up(fresh, "dev")
    first = age(fresh)
    set_up(fresh, "trial")
    set_up(fresh, "bench")
    assert age(fresh) == first


def test_lock_files_agree() -> None:
    """Each includes the one before it, pin for pin, and no lock names an address."""
    pins = []
    for kind in ("", "-trial", "-bench", "-dev"):
        text = (PROJECT / f"requirements{kind}.lock").read_text()
        assert "://" not in text
        pins.append({line.split()[0] for line in text.splitlines() if "==" in line})
    assert pins[0] < pins[1] < pins[2] < pins[3]


def test_failed_installation_leaves_no_venv(fresh: Path) -> None:
    lock = f"no-such-package==1 --hash=sha256:{'0' * 64}\n"
    (fresh / "requirements-trial.lock").write_text(lock)
    with pytest.raises(SetupProblem, match="This failed, for the reason above"):
        set_up(fresh, "trial")
    assert not (fresh / ".venv").exists()


def test_failed_refresh_is_tried_again_and_keeps_the_venv(fresh: Path) -> None:
    set_up(fresh, "trial")
    lock = f"no-such-package==1 --hash=sha256:{'0' * 64}\n"
    (fresh / "requirements-trial.lock").write_text(lock)
    for _ in range(2):
        with pytest.raises(SetupProblem):
            set_up(fresh, "trial")
    assert (fresh / ".venv" / "bin" / "python").exists()


def test_package_without_a_hash_is_refused(fresh: Path) -> None:
    (fresh / "requirements-trial.lock").write_text("anyascii==0.3.3\n")
    with pytest.raises(SetupProblem):
        set_up(fresh, "trial")


def test_half_made_venv_is_made_anew(fresh: Path) -> None:
    (fresh / ".venv" / "bin").mkdir(parents=True)
    (fresh / ".venv" / "bin" / "python").symlink_to(sys.executable)
    set_up(fresh, "trial")
    assert (fresh / ".venv" / "pyvenv.cfg").exists()


def test_venv_of_another_python_is_made_anew(fresh: Path) -> None:
    set_up(fresh, "trial")
    library = fresh / ".venv" / "lib"
    (made_for,) = library.iterdir()
    made_for.rename(library / "python3.1")
    set_up(fresh, "trial")
    assert [folder.name for folder in library.iterdir()] == [made_for.name]


def test_old_python_is_told_what_to_do() -> None:
    with pytest.raises(SetupProblem, match=r"this is 3\.9\. Install one and name it.*PYTHON="):
        setup_env.require_python((3, 9))


def test_python_without_pip_is_told_what_brings_it(
    fresh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pip", None)
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(SetupProblem, match="apt-get install python3-venv"):
        set_up(fresh, "trial")
    assert not (fresh / ".venv").exists()


def test_python_with_ensurepip_alone_will_do(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("ensurepip")
    monkeypatch.setitem(sys.modules, "pip", None)
    set_up(fresh, "trial")
    assert (fresh / ".venv" / "pacta-installed").exists()
    shutil.rmtree(fresh / ".venv")
