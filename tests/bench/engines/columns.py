"""An invented project as plain columns, read off its claims; other engines are built of it."""

import pickle
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from hanse.graph.ids import key

Numbers = NDArray[np.int32]
Tied = tuple[Numbers, Numbers]
RELATIONS = ("classified_as", "located_in", "member_of", "targets", "within")
READ = "SELECT subject, value FROM claim WHERE predicate = ?"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Columns:
    """Things by their numbers in the order of their ids, and their ties in the order of both.

    ``countries`` are numbers in ``country_names``, -1 where unknown; ``is_open`` says whose
    markets are an "either ... or".
    """

    ids: list[str]
    names: list[str]
    kinds: NDArray[np.str_]
    schemes: NDArray[np.str_]
    countries: Numbers
    country_names: list[str]
    ties: dict[str, Tied]
    is_open: NDArray[np.bool_]

    @classmethod
    def of(cls, project: Path) -> Self:
        """Return the columns of a project file that holds one invented project."""
        with closing(sqlite3.connect(project)) as rows:
            kinds = dict(rows.execute(READ, ("kind",)))
            ids = sorted(kinds)
            number = {thing: n for n, thing in enumerate(ids)}
            names = dict(rows.execute(READ, ("name",)))
            schemes = dict(rows.execute(READ, ("scheme",)))
            stated = dict(rows.execute(READ, ("country",)))
            country_names = sorted(set(stated.values()))
            country = {name: n for n, name in enumerate(country_names)}
            opened = "SELECT DISTINCT subject FROM claim WHERE context IS NOT NULL"
            return cls(
                ids=ids,
                names=[key(names[thing]) for thing in ids],
                kinds=np.array([kinds[thing] for thing in ids]),
                schemes=np.array([schemes.get(thing, "") for thing in ids]),
                countries=np.array([country.get(stated.get(t, ""), -1) for t in ids], np.int32),
                country_names=country_names,
                ties={r: _tied(rows.execute(READ, (r,)), number) for r in RELATIONS},
                is_open=np.isin(
                    np.arange(len(ids)), [number[thing] for (thing,) in rows.execute(opened)]
                ),
            )

    @classmethod
    def kept(cls, path: Path) -> Self:
        """Return columns as they were kept by :meth:`keep`."""
        with path.open("rb") as file:
            columns: Self = pickle.load(file)  # written by this bench
        return columns

    def keep(self, path: Path) -> None:
        """Write the columns into a file of their own."""
        with path.open("wb") as file:
            pickle.dump(self, file, protocol=pickle.HIGHEST_PROTOCOL)

    @property
    def clusters(self) -> Numbers:
        """Return the numbers of the clusters, in order."""
        return np.flatnonzero(self.kinds == "cluster").astype(np.int32)

    def numbers(self, ids: Iterable[str]) -> list[int]:
        """Return the numbers of things by their ids."""
        return [int(n) for n in np.searchsorted(np.array(self.ids), list(ids))]


def _tied(rows: Iterable[tuple[str, str]], number: dict[str, int]) -> Tied:
    pairs = {number[subject] << 32 | number[value] for subject, value in rows}
    together = np.fromiter(pairs, dtype=np.int64, count=len(pairs))
    together.sort()
    return (together >> 32).astype(np.int32), together.astype(np.int32)
