"""The shape of the project: tests mirror sources, modules are short, nothing is left behind."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PORTIONS = ("graph", "ingest", "queries", "viz")
LONGEST_MODULE = 300  # lines

# Folders in which checkouts and homes stand; a path into one works on one machine only.
MACHINE_PATH = re.compile(
    r"(?<![\w.:/~}-])(?:/(?:home|root|tmp|mnt|srv|opt|Users|work|workspaces?)/[\w.]|[A-Z]:\\Users\\)"
)
BESIDE_THE_PROJECT = re.compile(r"\.\./shared\b")
LEFT_UNDONE = re.compile(r"\b(?:TODO|FIXME|HACK)\b")
NOT_OURS = {"uv.lock", "LICENSE", "tests/test_layout.py"}


def sources(portion: str) -> list[Path]:
    """Return the modules of a portion, sub-packages included, below its own folder."""
    base = ROOT / portion / "hanse" / portion
    return sorted(file.relative_to(base) for file in base.rglob("*.py"))


def named(portion: str) -> list[Path]:
    return [module for module in sources(portion) if not module.stem.startswith("__")]


def our_texts() -> list[Path]:
    """Return the text files that git tracks or would track."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("not a git checkout: which files belong to the project is not known")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    files = [ROOT / name for name in listed.split("\0") if name and name not in NOT_OURS]
    return [file for file in files if file.is_file() and b"\0" not in file.read_bytes()]


def text_of(file: Path) -> str:
    """Return the text also of a file that is badly encoded on purpose."""
    return file.read_text(encoding="utf-8", errors="replace")


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for file in our_texts()
        for number, line in enumerate(text_of(file).splitlines(), start=1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("portion", PORTIONS)
def test_every_module_has_its_test_file(portion: str) -> None:
    wanted = [
        ROOT / "tests" / portion / module.parent / f"test_{module.name}"
        for module in named(portion)
    ]

    assert [str(file.relative_to(ROOT)) for file in wanted if not file.exists()] == []


@pytest.mark.parametrize("portion", PORTIONS)
def test_every_test_file_stands_where_its_module_stands(portion: str) -> None:
    base = ROOT / "tests" / portion
    strays = [
        str(test.relative_to(ROOT))
        for test in sorted(base.rglob("test_*.py"))
        if not is_about_a_module(portion, test.parent.relative_to(base), test.stem)
    ]

    assert strays == []


def is_about_a_module(portion: str, folder: Path, test: str) -> bool:
    """Tell whether a test is named after a module or a package there: test_reach, test_reach_hops.

    A package's own test stands in its folder or beside it.
    """
    source = ROOT / portion / "hanse" / portion / folder
    names = {entry.stem for entry in source.glob("*.py")} | {source.name}
    names |= {entry.parent.name for entry in source.glob("*/__init__.py")}
    about = test.removeprefix("test_")
    return source.is_dir() and any(about == name or about.startswith(f"{name}_") for name in names)


def test_no_module_is_imported_under_a_bare_folder_name() -> None:
    assert [name for name in sys.modules if name.split(".")[0] in PORTIONS] == []


def test_no_module_is_imported_under_two_names() -> None:
    roots = tuple(str(ROOT / portion) for portion in PORTIONS)
    modules = {name: module for name, module in sys.modules.items() if name != "__main__"}
    files = [str(getattr(module, "__file__", None) or "") for module in modules.values()]
    twice = [file for file, n in Counter(files).items() if n > 1 and file.startswith(roots)]

    assert twice == []


def test_the_namespace_itself_has_no_init() -> None:
    assert [p for p in PORTIONS if (ROOT / p / "hanse" / "__init__.py").exists()] == []


@pytest.mark.parametrize("portion", PORTIONS)
def test_no_module_is_longer_than_a_reader_can_hold(portion: str) -> None:
    base = ROOT / portion / "hanse" / portion
    lengths = {
        f"{portion}/{module}": len((base / module).read_text(encoding="utf-8").splitlines())
        for module in sources(portion)
    }

    assert {name: n for name, n in lengths.items() if n > LONGEST_MODULE} == {}


def test_no_path_of_one_machine_is_left_behind() -> None:
    assert lines_with(MACHINE_PATH) == []


def test_nothing_is_read_from_beside_the_project() -> None:
    assert lines_with(BESIDE_THE_PROJECT) == []


def test_nothing_is_left_undone_in_a_comment() -> None:
    assert lines_with(LEFT_UNDONE) == []


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ('FILE = "/home/ana/clusters.csv"', True),
        ("run /opt/hanse/bin/hanse", True),
        ("C:\\Users\\ana\\clusters.csv", True),
        ("shutil.which('/usr/bin/chromium')", False),
        ("https://example.org/home/clusters", False),
        ("graph/hanse/graph/model.py", False),
    ],
)
def test_a_path_of_one_machine_is_told_from_others(line: str, *, is_one: bool) -> None:
    assert bool(MACHINE_PATH.search(line)) is is_one
