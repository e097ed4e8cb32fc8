"""What questions ask of every cluster, packed into columns: a few bytes a cluster, read once.

The server keeps them beside the graph. How many may score more than one of the best depends on
every cluster, and in arrays that is counted in a millisecond.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from hanse.graph.stores.neo4j.connection import Connection, Transaction

BATCH: Final = 5000  # clusters read at a time, to be packed
MOST: Final = 255  # clusters behind partnerships that are counted
OWN: Final = ("places", "behind", "behind_networks", "is_unknown")

Numbers: TypeAlias = NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Columns:
    """Every cluster by its number, which follows its id.

    ``groups`` are the ways of covering the chain, -1 for none; ``places`` the numbers of places;
    ``is_unknown`` says that no market is known.
    """

    groups: Numbers
    places: Numbers
    behind: Numbers
    behind_networks: Numbers
    is_unknown: Numbers


def keep_packed(connection: Connection, graph: str, digest: str, clusters: int) -> None:
    """Pack what the clusters of a graph, so many of them, were given, and keep that."""
    own: dict[str, list[int]] = {name: [] for name in OWN}
    markets: dict[str, list[int]] = {}
    for first in range(0, clusters, BATCH):
        given = {"graph": graph, "first": first, "batch": BATCH, "most": MOST}
        *found, aims = connection.read("columns_read", **given)[0]
        for name, values in zip(OWN, [*found, [not every for every in aims]], strict=True):
            own[name] += values
        for number, every in enumerate(aims, start=first):
            for market in every:
                markets.setdefault(market, []).append(number)
    packs = {f"{digest}:{name}": values for name, values in own.items()}
    packs |= {f"{digest}:market:{market}": values for market, values in markets.items()}
    connection.write(lambda run: _keep(run, graph, packs))


def keep_groups(run: Transaction, graph: str, digest: str) -> None:
    """Pack which clusters cover a chain alike, and keep that."""
    rows = run("groups_read", graph=graph, digest=digest)
    found: dict[int, list[int]] = {number: list(of) for number, of in rows}
    groups = np.zeros(1 + max((max(of) for of in found.values()), default=-1), dtype=np.int64)
    for number, of in found.items():
        groups[of] = 1 + number  # 0 is none
    _keep(run, graph, {f"{digest}:groups": groups})


def read_columns(connection: Connection, graph: str, digest: str, chain: str) -> Columns:
    """Read the columns of a graph, with the groups of a chain."""
    wanted = {name: f"{digest}:{name}" for name in OWN} | {"groups": f"{chain}:groups"}
    found = _read(connection, graph, wanted.values())
    columns = {name: found[digest] for name, digest in wanted.items()}
    groups = np.full(len(columns["places"]), -1)
    groups[: len(columns["groups"])] = columns["groups"].astype(np.int64) - 1
    return Columns(**{**columns, "groups": groups})


def read_markets(
    connection: Connection, graph: str, digest: str, markets: Iterable[str]
) -> dict[str, Numbers]:
    """Read which clusters are in each of some markets."""
    wanted = {market: f"{digest}:market:{market}" for market in markets}
    found = _read(connection, graph, wanted.values())
    nobody = np.zeros(0, dtype=np.int64)
    return {market: found.get(digest, nobody) for market, digest in wanted.items()}


def _keep(run: Transaction, graph: str, packs: Mapping[str, "list[int] | Numbers"]) -> None:
    rows = [{"digest": name, "packed": _packed(values)} for name, values in packs.items()]
    run("packs_put", graph=graph, packs=rows)


def _packed(values: "list[int] | Numbers") -> bytes:
    """Return whole numbers in the fewest bytes each that hold them all."""
    numbers = np.asarray(values, dtype=np.int64)
    kept = np.result_type(
        np.min_scalar_type(numbers.min(initial=0)), np.min_scalar_type(numbers.max(initial=0))
    )
    file = BytesIO()
    np.save(file, numbers.astype(kept), allow_pickle=False)
    return file.getvalue()


def _read(connection: Connection, graph: str, digests: Iterable[str]) -> dict[str, Numbers]:
    rows = connection.read("packs_read", graph=graph, digests=list(digests))
    return {digest: np.load(BytesIO(packed), allow_pickle=False) for digest, packed in rows}
