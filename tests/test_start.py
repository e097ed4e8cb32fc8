"""The first thing a reader runs: it says what is wrong in a sentence, and is quick afterwards."""

import importlib.util
import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

START = Path(__file__).parent.parent / "start.py"


@pytest.fixture
def start() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", START)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def root(tmp_path: Path, start: ModuleType) -> Path:
    """Make a folder in which an earlier start put a Python."""
    for name in ("pyproject.toml", "uv.lock"):
        (tmp_path / name).write_text(f"{name} of today", encoding="utf-8")
    python: Path = start.program(tmp_path, "python")
    python.parent.mkdir(parents=True)
    python.touch()
    return tmp_path


def is_ready_after(start: ModuleType, root: Path, *, made: str, wanted: str) -> bool:
    start.stamp(root, made).write_text(start.fingerprint(root), encoding="utf-8")
    return bool(start.is_ready(root, wanted, start.fingerprint(root)))


def test_the_second_start_has_nothing_to_set_up(start: ModuleType, root: Path) -> None:
    assert not start.is_ready(root, "base", start.fingerprint(root))
    assert is_ready_after(start, root, made="base", wanted="base")


def test_who_can_test_can_also_explore_but_not_the_other_way(start: ModuleType, root: Path) -> None:
    assert not is_ready_after(start, root, made="base", wanted="test")
    assert is_ready_after(start, root, made="test", wanted="test")
    start.stamp(root, "base").unlink()
    assert is_ready_after(start, root, made="test", wanted="base")


@pytest.mark.parametrize("changed", ["pyproject.toml", "uv.lock"])
def test_other_packages_are_a_reason_to_set_up_again(
    changed: str, start: ModuleType, root: Path
) -> None:
    assert is_ready_after(start, root, made="base", wanted="base")
    (root / changed).write_text("of tomorrow", encoding="utf-8")

    assert not start.is_ready(root, "base", start.fingerprint(root))


def test_a_moved_folder_is_a_reason_to_set_up_again(start: ModuleType, root: Path) -> None:
    assert is_ready_after(start, root, made="base", wanted="base")
    moved = root.rename(root.with_name("moved"))

    assert not start.is_ready(moved, "base", start.fingerprint(moved))


def test_an_old_python_is_told_what_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))

    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer(.|\n)*hint: name a newer"):
        runpy.run_path(str(START), run_name="__main__")


def test_without_an_argument_the_commands_are_shown() -> None:
    shown = subprocess.run([sys.executable, START], capture_output=True, text=True, check=False)

    assert shown.returncode == 2
    assert "python3 start.py explore" in shown.stdout


def test_without_a_network_the_reader_is_told_what_to_do(tmp_path: Path) -> None:
    for name in ("start.py", "pyproject.toml", "uv.lock"):
        shutil.copy(START.with_name(name), tmp_path)
    nobody = {
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_RETRIES": "0",
        "PIP_NO_CACHE_DIR": "1",
    }
    elsewhere = {"PIP_CONFIG_FILE": os.devnull, "PIP_FIND_LINKS": ""}

    ended = subprocess.run(
        [sys.executable, tmp_path / "start.py", "explore"],
        env=dict(os.environ) | nobody | elsewhere,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 1
    assert "pip could not fetch uv" in ended.stderr
    assert "hint: the first start needs the network" in ended.stderr
    assert "Traceback" not in ended.stderr
