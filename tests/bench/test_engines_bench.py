"""Hanse beside bare NumPy, networkx, DuckDB and SQLite: the same questions, the same answers.

``just bench -s tests/bench/test_engines_bench.py`` prints the table that docs/performance.md
holds. HANSE_BENCH_SIZES chooses the sizes (``10000,100000,1000000``), HANSE_BENCH_FOLDER where
the projects are kept for the next run. Times are reported; only the answers are asserted.
"""

import json
import os
import pickle
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from tests.bench.engines.columns import Columns
from tests.bench.engines.measure import ASKED, COLUMNS, ENGINES, PROJECT, kept
from tests.bench.engines.questions import Asked
from tests.bench.engines.table import table

from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.synthetic import synthetic

pytestmark = pytest.mark.bench
ROOT = Path(__file__).parents[2]
SIZES = [int(n) for n in os.environ.get("HANSE_BENCH_SIZES", "10000,100000").split(",")]
LARGEST = {"networkx": 100_000}  # nothing builds a graph of a million nodes
SEED = 1


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    chosen = os.environ.get("HANSE_BENCH_FOLDER")
    return Path(chosen) if chosen else tmp_path_factory.mktemp("engines")


def prepared(home: Path, size: int) -> Path:
    folder = home / str(size)
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / PROJECT).exists():
        SqliteStore.create(folder / PROJECT).write(synthetic(size, seed=SEED))
    if not (folder / ASKED).exists():
        columns = Columns.of(folder / PROJECT)
        columns.keep(folder / COLUMNS)
        (folder / ASKED).write_bytes(pickle.dumps(Asked.of(columns)))
    return folder


def ran(task: str, engine: str, folder: Path) -> str:
    command = [sys.executable, "-m", "tests.bench.engines.measure", task, engine, str(folder)]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout


def measured(engine: str, folder: Path) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(ran("prepare", engine, folder))
    said |= cold(engine, folder)
    said |= json.loads(ran("all", engine, folder))
    return said | {"disk": size_of(kept(engine, folder)) / 1e6}


def cold(engine: str, folder: Path) -> dict[str, float]:
    """Return what a new process takes to open and answer once, starting Python included.

    Seconds of the processor and on the clock, each the least of three.
    """
    both = [_process(engine, folder) for _ in range(3)]
    return {"cold": min(cpu for cpu, _ in both), "cold_wall": min(wall for _, wall in both)}


def _process(engine: str, folder: Path) -> tuple[float, float]:
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    ran("cold", engine, folder)
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - start
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def size_of(path: Path) -> int:
    beside = path.with_name(f"{path.name}-index")
    return path.stat().st_size + sum(p.stat().st_size for p in beside.glob("*"))


def test_every_engine_gives_the_same_answers(home: Path) -> None:
    found: dict[tuple[int, str], dict[str, Any]] = {}
    for size in SIZES:
        start = time.process_time()
        folder = prepared(home, size)
        print(f"\n{size:,} clusters made in {time.process_time() - start:.0f} s")  # noqa: T201
        for engine in ENGINES:
            if size <= LARGEST.get(engine, size):
                found[size, engine] = measured(engine, folder)
    print("\n" + table(found))  # noqa: T201

    for size in SIZES:
        for question, answers in answers_of(found, size).items():
            assert len(set(answers.values())) == 1, (size, question, answers)


def answers_of(
    found: dict[tuple[int, str], dict[str, Any]], size: int
) -> dict[str, dict[str, str]]:
    """Return by question the digest of every engine that answered it."""
    answers: dict[str, dict[str, str]] = {}
    for (n, engine), said in found.items():
        for question, digest in said["digests"].items() if n == size else ():
            answers.setdefault(question, {})[engine] = digest
    return answers
