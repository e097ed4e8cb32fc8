"""Untrusted files are parsed in a process of their own, with limits."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.table_files import SHEET, sheet_xml, text_row, with_parts, workbook_file

from hanse.graph.errors import BadInput
from hanse.ingest.limits import Limits
from hanse.ingest.worker import READERS, parse

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="limits of a process are Linux's")


def large(tmp_path: Path, rows: int) -> Path:
    """Write a workbook whose texts differ, so that it is no bomb by its ratio."""
    cells = "".join(text_row(n, *(f"{n * 7919 % 100_003}-{n}" * 3,) * 8) for n in range(1, rows))
    return with_parts(workbook_file(tmp_path, {"clusters": [["id"]]}), {SHEET: sheet_xml(cells)})


def test_what_is_read_comes_back_message_by_message(tmp_path: Path) -> None:
    path = workbook_file(tmp_path, {"clusters": [["id"], ["Médicen"]]})

    assert list(parse("workbook", path)) == [
        ["sheet", "clusters"],
        [1, ["id"], {}],
        [2, ["Médicen"], {}],
        ["notes", 0, 0],
    ]


def test_a_refusal_crosses_over_with_its_reason_and_remedy(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 and nothing else")

    with pytest.raises(BadInput, match=r"a\.xlsx: the workbook is damaged"):
        list(parse("workbook", tmp_path / "a.xlsx"))


@ON_LINUX
def test_a_file_that_needs_too_much_memory_is_refused_and_not_the_program(tmp_path: Path) -> None:
    limits = Limits(memory=60_000_000)
    assert list(parse("workbook", large(tmp_path, 5), limits=limits))

    with pytest.raises(BadInput, match="cannot be read within 60 MB of memory"):
        list(parse("workbook", large(tmp_path, 60_000), limits=limits))


@ON_LINUX
def test_a_file_that_takes_too_long_is_refused(tmp_path: Path) -> None:
    start = time.monotonic()

    with pytest.raises(BadInput, match="reading it takes more than 1 seconds"):
        list(parse("workbook", large(tmp_path, 20_000), limits=Limits(seconds=1)))
    assert time.monotonic() - start < 20


def test_reading_may_stop_early_and_leaves_no_process_behind(tmp_path: Path) -> None:
    messages = parse("workbook", large(tmp_path, 3_000))
    next(messages)
    messages.close()  # type: ignore[attr-defined]


CODE = """
import sys
from hanse.ingest import worker
sys.addaudithook(worker._refuse)
try:
    {does}
    print("done")
except PermissionError:
    print("refused")
"""


@pytest.mark.parametrize(
    "does",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
        "open('written', 'w')",
        "import os; os.open('written', os.O_WRONLY | os.O_CREAT)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.remove('anything')",
    ],
)
def test_the_process_can_do_nothing_but_read(tmp_path: Path, does: str) -> None:
    code = CODE.format(does=does)
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)

    assert ran.stdout == "refused\n"
    assert list(tmp_path.iterdir()) == []


def test_only_readers_that_are_listed_can_be_run(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hanse.ingest.worker", "os:system", "true", "1", "1"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)

    assert list(READERS) == ["workbook"]
    assert (ran.returncode, ran.stdout) == (1, "")


def test_messages_are_json_and_nothing_that_can_run(tmp_path: Path) -> None:
    path = workbook_file(tmp_path, {"clusters": [["id"]]})
    command = [sys.executable, "-m", "hanse.ingest.worker", "workbook", str(path), "0", "9"]
    ran = subprocess.run([*command[:5], str(10**12), "9"], capture_output=True, text=True)

    assert [json.loads(line)[0] for line in ran.stdout.splitlines()] == ["sheet", 1, "notes", "end"]
