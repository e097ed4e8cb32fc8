"""How long loading takes beside what it cannot do without, and how it grows.

Measured in processor time, which says more than wall time on a shared machine. The ratios are
reported and nothing is asserted: run it with ``just bench tests/bench/test_loading_bench.py``.
"""

import csv
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.table_files import workbook_file

from hanse.graph.store import Intake
from hanse.graph.stores.project_file import lay_out
from hanse.graph.stores.rows import COLUMNS, to_row
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.loading import load

pytestmark = pytest.mark.bench

HEAD = ["id", "name", "country", "region", "website", "members", "smes", "sectoral_industry",
        "technology_field", "s3_priority"]  # fmt: skip


def row(n: int) -> list[object]:
    country = "FR" if n % 2 else "Germany"
    smes = n % 300 if n % 3 else f"{n % 300}+"
    said = [f"c{n}", f"Cluster number {n}", country, f"Region {n % 90}", n % 500, smes]
    labels = [f"Sector {n % 50} | Sector {n % 31}", f"Field {n % 400}", f"Priority {n % 100}"]
    return [*said[:4], f"https://example.org/{n}", *said[4:], *labels]


def csv_of(folder: Path, rows: int) -> Path:
    path = folder / "clusters.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        writer.writerows(row(n) for n in range(rows))
    return path


def bare_insert(folder: Path, store: SqliteStore) -> float:
    """Return how long SQLite alone takes for the same rows, from tuples that are ready."""
    rows = [to_row(claim) for claim in store.claims()]
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    lay_out(connection)
    connection.execute("INSERT INTO origin (no, name, rows, written) VALUES (1, 'bare', 1, '')")
    marks = ", ".join("?" * len(COLUMNS))
    insert = f"INSERT INTO claim ({', '.join(COLUMNS)}, origin) VALUES ({marks}, 1)"
    start = time.process_time()
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(insert, rows)
    connection.execute("COMMIT")
    return time.process_time() - start


@pytest.mark.parametrize("rows", [10_000, 100_000])
def test_a_csv_beside_the_bare_insert_of_its_claims(rows: int, tmp_path: Path) -> None:
    store = SqliteStore.create(tmp_path / "mine.hanse")
    path = csv_of(tmp_path, rows)
    start = time.process_time()
    done = load([path], store)
    loading = time.process_time() - start
    claims = list(store.claims())
    bare = bare_insert(tmp_path, store)
    start = time.process_time()
    SqliteStore.create(tmp_path / "other.hanse").write(Intake(origin="same", claims=claims))
    writing = time.process_time() - start

    print(  # noqa: T201
        f"{rows:,} rows, {len(claims):,} claims: load {loading:.1f} s, bare insert {bare:.1f} s"
        f" ({loading / bare:.1f} times), store alone {writing:.1f} s"
        f" ({loading / writing:.1f} times)"
    )
    assert done.taken == {"cluster": rows}


MEMORY = """
import re, sys
from pathlib import Path
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.loading import load
load([Path(sys.argv[1])], SqliteStore.create(Path(sys.argv[2])))
most = re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())
print(int(most[1]) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the highest use of memory is told by Linux")
@pytest.mark.parametrize("rows", [10_000, 100_000])
def test_the_memory_that_a_csv_takes(rows: int, tmp_path: Path) -> None:
    path = csv_of(tmp_path, rows)
    command = [sys.executable, "-c", MEMORY, str(path), str(tmp_path / "mine.hanse")]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)

    print(f"{rows:,} rows: {ran.stdout.strip()} MB")  # noqa: T201


def test_a_workbook_of_the_size_of_the_annex(tmp_path: Path) -> None:
    book = workbook_file(tmp_path, {"clusters": [HEAD, *(row(n) for n in range(98))]})
    store = SqliteStore.create(tmp_path / "mine.hanse")
    start = time.monotonic()
    done = load([book], store)

    print(f"98 rows of a workbook: {time.monotonic() - start:.2f} s on the clock")  # noqa: T201
    assert done.taken == {"cluster": 98}
