"""A chain as the server keeps it: groups of clusters that cover it alike, and what is in them.

The server counts and finds; what a cluster of a kind scores is reckoned by who asks.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from hanse.graph.model import SCHEMES
from hanse.graph.stores.neo4j.connection import Connection
from hanse.graph.stores.neo4j.kinds import Apart, Circumstances, Kind, Unranked, Worths

UNRANKED: Final = 1100  # ids of those not ranked that are kept at hand


class SavedChain:
    """The groups of a chain on a graph."""

    def __init__(
        self, connection: Connection, graph: str, digest: str, places: list[list[str]]
    ) -> None:
        self._connection = connection
        self._where = {"graph": graph, "digest": digest}
        self.places = places
        _, covers, sizes = connection.read("signatures_read", **self._where)[0]
        self.covers: list[list[float]] = covers
        self.sizes: list[int] = sizes
        self._unranked: Unranked | None = None

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

    def kinds(
        self,
        about: Circumstances,
        groups: Sequence[int],
        worths: Worths,
        *,
        floor: float,
        apart: Iterable[str],
        top: int,
    ) -> list[Kind]:
        """Return the clusters of some groups that score ``floor`` or more at the least.

        They come kind by kind, without those that stand apart.
        """
        given = {**about.parameters, **worths.parameters, "floor": floor, "top": top}
        asked = {"groups": list(groups), "apart": list(apart)}
        rows = self._connection.read("kinds_read", **self._where, **given, **asked)
        return [_kind(row, ids) for row, ids in zip(*rows[0], strict=True)]

    def apart(
        self, about: Circumstances, *, reached: Iterable[str], without: Iterable[str]
    ) -> list[Apart]:
        """Return the clusters that must be looked at one by one."""
        given = {"reached": list(reached), "without": list(without), "access": list(about.access)}
        rows = self._connection.read("kinds_apart", **self._where, **about.parameters, **given)
        return [
            Apart(kind=_kind([*kind, 1], [known]), fresh=fresh, is_open=is_open)
            for known, *kind, fresh, is_open in zip(*rows[0], strict=True)
        ]

    def passing(
        self,
        about: Circumstances,
        groups: Sequence[int],
        worths: Worths,
        limits: Sequence[float],
    ) -> list[int]:
        """Return how many clusters of some groups may score more than each of ``limits``.

        ``limits`` rise; ``worths`` are those at the high end.
        """
        given = {**about.parameters, **worths.parameters, "limits": list(limits)}
        asked = {"groups": list(groups)}
        rows = self._connection.read("kinds_counted", **self._where, **given, **asked)
        passed = {int(number): int(many) for number, many in rows}
        return [
            sum(many for number, many in passed.items() if number > place)
            for place in range(len(limits))
        ]


def _kind(row: Sequence[int], ids: Sequence[str]) -> Kind:
    group, place, aims, behind, many = row
    sure, may = (None, None) if aims < 0 else divmod(aims, 1000)
    return Kind(
        group=group, place=place, sure=sure, may=may, behind=behind, many=many, ids=tuple(ids)
    )
