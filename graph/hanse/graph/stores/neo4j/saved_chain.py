"""A chain as the server keeps it: groups of clusters that cover it alike, and what is in them.

What a cluster scores is reckoned by who asks, of a few bytes a cluster that the server keeps.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from hanse.graph.model import SCHEMES
from hanse.graph.stores.neo4j.connection import Connection
from hanse.graph.stores.neo4j.kinds import Apart, Circumstances, Kind, Unranked
from hanse.graph.stores.neo4j.packed import Columns, Numbers, read_columns, read_markets

UNRANKED: Final = 1100  # ids of those not ranked that are kept at hand


class SavedChain:
    """The groups of a chain on a graph."""

    def __init__(
        self,
        connection: Connection,
        graph: str,
        digest: str,
        places: list[list[str]],
        *,
        made_of: str,
    ) -> None:
        self._connection, self._digest, self._made_of = connection, digest, made_of
        self._where = {"graph": graph, "digest": digest}
        self.places = places
        _, covers, sizes = connection.read("signatures_read", **self._where)[0]
        self.covers: list[list[float]] = covers
        self.sizes: list[int] = sizes
        self._unranked: Unranked | None = None
        self._aiming: dict[str, Numbers] = {}
        self._columns: Columns | None = None

    def unranked(self) -> Unranked:
        """Return who is on no stage, or of no known category; found out once."""
        if self._unranked is None:
            given = {"schemes": list(SCHEMES), "limit": UNRANKED}
            rows = self._connection.read("unranked_read", **self._where, **given)
            off, first_off, none, first_none = rows[0]
            self._unranked = Unranked(
                off_chain=off,
                first_off_chain=tuple(first_off),
                uncategorised=none,
                first_uncategorised=tuple(first_none),
            )
        return self._unranked

    def apart(
        self, about: Circumstances, *, reached: Iterable[str], without: Iterable[str]
    ) -> list[Apart]:
        """Return the clusters that must be looked at one by one."""
        given = {"reached": list(reached), "without": list(without), "access": list(about.access)}
        rows = self._connection.read("kinds_apart", **self._where, **about.parameters, **given)
        return [
            Apart(id=known, number=number, kind=_kind(kind), fresh=fresh, is_open=is_open)
            for known, number, *kind, fresh, is_open in zip(*rows[0], strict=True)
        ]

    @property
    def columns(self) -> Columns:
        """Return what every cluster is held against, read once."""
        if self._columns is None:
            graph = self._where["graph"]
            self._columns = read_columns(self._connection, graph, self._made_of, self._digest)
        return self._columns

    def aiming(self, markets: Iterable[str]) -> dict[str, Numbers]:
        """Return the numbers of the clusters in each of some markets, each read once."""
        wanted = set(markets)
        if fresh := wanted - self._aiming.keys():
            graph = self._where["graph"]
            self._aiming |= read_markets(self._connection, graph, self._made_of, sorted(fresh))
        return {market: self._aiming[market] for market in wanted}

    def ids(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return the ids of clusters by their numbers."""
        given = {"graph": self._where["graph"], "numbers": list(numbers)}
        return {
            int(no): str(one)
            for no, one in self._connection.read("clusters_numbered", **given)[0][0]
        }


def _kind(row: Sequence[int]) -> Kind:
    group, place, aims, behind = row
    sure, may = (None, None) if aims < 0 else divmod(aims, 1000)
    return Kind(group=group, place=place, sure=sure, may=may, behind=behind)
