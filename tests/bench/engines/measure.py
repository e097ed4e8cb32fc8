"""Measure one engine in a process of its own: ``python -m tests.bench.engines.measure``.

``prepare ENGINE FOLDER`` builds it from the columns there, ``cold`` opens it and answers once,
``all`` answers everything and tells times, digests and memory, as JSON.
"""

import json
import pickle
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PROJECT, COLUMNS, ASKED = "project.hanse", "columns.pickle", "asked.pickle"
ENGINES = ("hanse", "whole", "pruned", "networkx", "duckdb", "sqlite")
REPEAT, LONG = 7, 2.0  # runs of a question, and the seconds after which it is not run again
PAIRS_OF = {"hanse": 200_000, "pruned": 20_000}  # clusters up to which all pairs are worked out
TOLD = ("candidates_told", "reach_told")


def kept(engine: str, folder: Path) -> Path:
    """Return the file in which an engine keeps what it stands on."""
    return folder / (PROJECT if engine == "hanse" else f"{engine}.kept")


def asked_in(folder: Path) -> Any:
    """Return the questions that are kept in a folder."""
    return pickle.loads((folder / ASKED).read_bytes())  # written by this bench


def build(engine: str, folder: Path) -> None:
    """Build an engine from columns and keep it; Hanse, its index from the claims."""
    if engine == "hanse":
        from hanse.graph.index import Index
        from hanse.graph.stores.sqlite import SqliteStore

        Index.of(SqliteStore.open(folder / PROJECT))
        return
    from tests.bench.engines.columns import Columns
    from tests.bench.engines.sql_tables import fill

    columns, asked = Columns.kept(folder / COLUMNS), asked_in(folder)
    if engine in ("duckdb", "sqlite"):
        kept(engine, folder).unlink(missing_ok=True)
        fill(_made(engine)(kept(engine, folder), asked), columns, asked)
        return
    with kept(engine, folder).open("wb") as file:
        pickle.dump(_made(engine)(columns, asked), file, protocol=pickle.HIGHEST_PROTOCOL)


def _made(engine: str) -> Callable[..., Any]:
    if engine in ("whole", "pruned"):
        from tests.bench.engines.with_numpy import PrunedArrays, WholeArrays

        return WholeArrays if engine == "whole" else PrunedArrays
    if engine == "networkx":
        from tests.bench.engines.with_networkx import Networkx

        return Networkx
    from tests.bench.engines.with_sql import DuckDb, Sqlite

    return DuckDb if engine == "duckdb" else Sqlite


def opened(engine: str, folder: Path) -> Any:
    """Return an engine as it was kept."""
    path = kept(engine, folder)
    if engine == "hanse":
        from tests.bench.engines.with_hanse import Hanse

        return Hanse(path, asked_in(folder))
    if engine in ("duckdb", "sqlite"):
        return _made(engine)(path, asked_in(folder))
    with path.open("rb") as file:
        return pickle.load(file)  # written by this bench


def everything(engine: str, folder: Path) -> dict[str, Any]:
    """Return times in milliseconds of the processor, the least of several, and digests."""
    from tests.bench.engines.questions import QUESTIONS, digest

    ready, asked = opened(engine, folder), asked_in(folder)
    told = [name for name in TOLD if hasattr(ready, name)]
    said: dict[str, Any] = {"ms": {}, "digests": {}}
    for question in QUESTIONS:
        said["ms"][question], answer = least(getattr(ready, question))
        said["digests"][question] = digest(answer)
    said["memory"] = _memory()
    for question in told:
        said["ms"][question] = least(getattr(ready, question))[0]
    return said | _of_pairs(engine, ready, asked, said)


def _of_pairs(engine: str, ready: Any, asked: Any, said: dict[str, Any]) -> dict[str, Any]:
    from tests.bench.engines.questions import digest

    known = sorted(asked.known)
    is_whole = len(known) <= PAIRS_OF.get(engine, 0)
    if engine == "hanse" and not is_whole:
        return said
    clusters = known if is_whole else asked.sample
    start = time.process_time()
    found = ready.pairs(clusters)
    taken = (time.process_time() - start) * 1000
    sample = set(asked.sample)
    said["digests"]["pairs"] = digest([one for one in found if one[0] in sample])
    if is_whole:
        said["digests"]["all pairs"] = digest(found)
    said["ms"]["pairs"] = taken if is_whole else taken * len(known) / len(clusters)
    return said | {"is_whole": is_whole}


def least(ask: Callable[[], Any]) -> tuple[float, Any]:
    """Return the least time of several runs in milliseconds, and the answer."""
    times: list[float] = []
    answer = None
    while len(times) < REPEAT and sum(times) < LONG:
        start = time.process_time()
        answer = ask()
        times.append(time.process_time() - start)
    return min(times) * 1000, answer


def _memory() -> float:
    most = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(most[1]) / 1024 if most else float("nan")


def main(task: str, engine: str, folder: Path) -> None:
    """Do one task and print what it found."""
    if task == "prepare":
        start = time.process_time()
        build(engine, folder)
        print(json.dumps({"build": time.process_time() - start}))  # noqa: T201
    elif task == "cold":
        opened(engine, folder).candidates()
    else:
        print(json.dumps(everything(engine, folder)))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
