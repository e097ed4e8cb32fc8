"""The claims on some things, each thing read once: answers to one project rest on the same ones."""

from collections.abc import Iterable, Sequence
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.stores.neo4j.connection import Connection
from hanse.graph.stores.neo4j.snapshot import ASKED, claims_of_part

MOST: Final = 50_000  # things whose claims are kept; beyond, all are forgotten and read anew


class KeptClaims:
    """The claims of some loads, as they were at one moment.

    ``brief`` are the relations and attributes that are read of things that matter less.
    """

    def __init__(self, connection: Connection, loads: list[str], brief: Sequence[str]) -> None:
        self._connection, self._loads, self._predicates = connection, loads, list(brief)
        self._whole: dict[str, list[Claim]] = {}
        self._brief: dict[str, list[Claim]] = {}

    def claims(self, whole: Iterable[str], brief: Iterable[str] = ()) -> list[Claim]:
        """Return all claims on some things, and those that matter on others, by subject."""
        every, rest = sorted(set(whole)), sorted(set(brief).difference(whole))
        self._make_room()
        self._read(
            [thing for thing in every if thing not in self._whole],
            [thing for thing in rest if thing not in self._brief],
        )
        said = [self._whole[thing] for thing in every] + [self._brief[thing] for thing in rest]
        return [claim for of in said for claim in of]

    def _make_room(self) -> None:
        if len(self._whole) + len(self._brief) > MOST:
            self._whole.clear()
            self._brief.clear()

    def _read(self, whole: list[str], brief: list[str]) -> None:
        """Read what is missing, so many things at a time."""
        for start in range(0, max(len(whole), len(brief)), ASKED):
            first, second = whole[start : start + ASKED], brief[start : start + ASKED]
            found = claims_of_part(self._connection, self._loads, first, second, self._predicates)
            for kept, asked, claims in zip(
                (self._whole, self._brief), (first, second), found, strict=True
            ):
                kept |= {thing: [] for thing in asked}
                for claim in claims:
                    kept[claim.subject].append(claim)
