"""The questions as SQL, for DuckDB and SQLite: the same tables and statements for both."""

import sqlite3
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from tests.bench.engines.chain_sums import (
    ACCESS,
    FULL_AT,
    HOP,
    MARKET,
    NEW_REGION,
    REGION,
    Reals,
)
from tests.bench.engines.questions import CAPPED, LISTED, PAIRS_TOP, TOP, Asked
from tests.bench.engines.sql_sums import ChainSums

TABLES = """
CREATE TABLE thing (n INTEGER, id TEXT, name TEXT, kind TEXT, scheme TEXT, country TEXT,
  opened INTEGER);
CREATE TABLE classified_as (c INTEGER, o INTEGER);
CREATE TABLE located_in (c INTEGER, o INTEGER);
CREATE TABLE member_of (c INTEGER, o INTEGER);
CREATE TABLE targets (c INTEGER, o INTEGER);
CREATE TABLE within (c INTEGER, o INTEGER);
CREATE TABLE door (c INTEGER, o INTEGER);
CREATE TABLE edge (c INTEGER, o INTEGER);
CREATE TABLE feed (o INTEGER, stage INTEGER, relevance DOUBLE);
CREATE TABLE sure (t INTEGER, m INTEGER);
CREATE TABLE may (t INTEGER, m INTEGER);
"""
RELATIONS = ("classified_as", "located_in", "member_of", "targets", "within")


class Sql:
    """Answers from a database; what differs between the two is in the classes below."""

    least, most = "MIN", "MAX"  # of two values

    def __init__(self, database: Any, asked: Asked) -> None:
        self.db, self.asked = database, asked

    def rows(self, text: str) -> list[tuple[Any, ...]]:
        """Return what a statement finds."""
        found: list[tuple[Any, ...]] = self.db.execute(text).fetchall()
        return found

    def number(self, name: str) -> int:
        """Return the number of a thing."""
        return int(self.rows(f"SELECT n FROM thing WHERE id = '{name}'")[0][0])

    def search(self) -> Any:
        """Return what is called so."""
        words = " AND ".join(f"' ' || name LIKE '% {w}%'" for w in self.asked.words.split())
        total = self.rows(f"SELECT COUNT(*) FROM thing WHERE {words}")[0][0]
        order = f"ORDER BY kind <> 'cluster', name, n LIMIT {TOP}"
        return [i for (i,) in self.rows(f"SELECT id FROM thing WHERE {words} {order}")], total

    def facet(self) -> Any:
        """Return who passes."""
        tests = ["kind = 'cluster'"]
        for name, values in self.asked.facet.items():
            listed = ", ".join(f"'{v}'" for v in values)
            chosen = (
                "SELECT c FROM classified_as JOIN thing k ON k.n = o WHERE k.id IN"
                if name != "country"
                else ""
            )
            tests.append(f"n IN ({chosen} ({listed}))" if chosen else f"country IN ({listed})")
        passes = f"SELECT n FROM thing WHERE {' AND '.join(tests)}"
        ids = [i for (i,) in self.rows(f"SELECT id FROM thing WHERE n IN ({passes}) ORDER BY n")]
        counted = (
            f"SELECT 'country', country, COUNT(*) a FROM thing WHERE n IN ({passes})"
            " AND country IS NOT NULL GROUP BY country UNION ALL "
            "SELECT k.scheme, k.id, COUNT(*) a FROM classified_as x JOIN thing k ON k.n = x.o "
            f"WHERE x.c IN ({passes}) GROUP BY k.scheme, k.id ORDER BY 1, 3 DESC, 2"
        )
        facets: dict[str, list[tuple[str, int]]] = {}
        for name, value, number in self.rows(counted):
            facets.setdefault(name, []).append((value, number))
        return ids[:LISTED], len(ids), facets

    def candidates(self) -> Any:
        """Return who completes the alliance."""
        return self._best(self.asked.alliance, TOP)

    def pairs(self, clusters: Sequence[str]) -> Any:
        """Return who completes whom, by asking for the candidates of each."""
        return [(name, *one) for name in clusters for one in self._best([name], PAIRS_TOP)]

    def _best(self, members: Sequence[str], top: int) -> Any:
        listed = ", ".join(str(self.number(m)) for m in members)
        base = self._base(self._covers(listed))
        number = len(self.asked.targets)
        reached = (
            f"SELECT c FROM door WHERE o IN (SELECT o FROM door WHERE c IN "
            f"({listed})) UNION SELECT n FROM thing WHERE n IN ({listed})"
        )
        known = (
            f"SELECT country FROM thing WHERE n IN ({listed})",
            f"SELECT o FROM located_in WHERE c IN ({listed})",
        )
        new = f"{NEW_REGION} * (CASE WHEN l.o IN ({known[1]}) THEN 0 ELSE 1 END)"
        region = (
            f"CASE WHEN x.country IS NULL THEN {{}} WHEN x.country NOT IN ({known[0]}) THEN 1"
            f" {{}} ELSE {new} END"
        )
        least = region.format(0, "WHEN l.o IS NULL THEN 0")
        most = region.format(1, f"WHEN l.o IS NULL THEN {NEW_REGION}")
        text = f"""
WITH {self._cover_table()}, reached AS ({reached}),
fresh AS (SELECT a.c, COUNT(DISTINCT b.c) f FROM door a JOIN door b ON b.o = a.o AND b.c <> a.c
  WHERE b.c NOT IN (SELECT c FROM reached) GROUP BY a.c),
firm AS (SELECT c, COUNT(DISTINCT t) v FROM targets JOIN sure ON m = o GROUP BY c),
loose AS (SELECT c, MIN(v) v FROM (SELECT g.c, g.o, COUNT(t) v FROM targets g
  JOIN thing z ON z.n = g.c AND z.opened = 1
  LEFT JOIN sure ON m = g.o GROUP BY g.c, g.o) q GROUP BY c),
top AS (SELECT c, COUNT(DISTINCT t) v FROM targets LEFT JOIN may ON m = o GROUP BY c),
scored AS (SELECT x.id, x.n,
  {base} + {ACCESS} * {self.least}(1.0, {HOP} * COALESCE(f, 0) / {FULL_AT}) b,
  {REGION} * ({least}) + {MARKET} *
  COALESCE(CASE WHEN opened = 1 THEN loose.v ELSE firm.v END, 0) / {number}.0 lo,
  {REGION} * ({most}) + {MARKET} * COALESCE(top.v / {number}.0, 1) hi
  FROM cover JOIN thing x ON x.n = cover.c LEFT JOIN located_in l ON l.c = x.n
  LEFT JOIN fresh ON fresh.c = x.n LEFT JOIN firm ON firm.c = x.n LEFT JOIN loose ON loose.c = x.n
  LEFT JOIN top ON top.c = x.n WHERE x.n NOT IN ({listed}))
SELECT id, {self.most}(0.0, b + lo), {self.most}(0.0, b + hi) FROM scored
ORDER BY ROUND({self.most}(0.0, b + lo), 12) DESC, ROUND({self.most}(0.0, b + hi), 12) DESC, n
LIMIT {top}"""
        return self.rows(text)

    def _cover_table(self, where: str = "") -> str:
        stages = range(len(self.asked.chain.stages))
        tops = ", ".join(
            f"MAX(CASE WHEN stage = {s} THEN relevance ELSE 0 END) s{s}" for s in stages
        )
        return (
            f"cover AS (SELECT k.c, {tops} FROM classified_as k JOIN feed f ON f.o = k.o "
            f"JOIN thing y ON y.n = k.c AND y.kind = 'cluster' {where} GROUP BY k.c)"
        )

    def _covers(self, listed: str) -> Reals:
        found = self.rows(
            f"WITH {self._cover_table(f'WHERE k.c IN ({listed})')} SELECT * FROM cover"
        )
        none = [(0.0,) * len(self.asked.chain.stages)]
        return np.array([row[1:] for row in found] or none, dtype=float)

    def _base(self, members: Reals) -> str:
        """Return the chain's part of the score as an expression of s0, s1, ..."""
        return ChainSums(self.asked.chain, members, least=self.least, most=self.most).base()

    def reach(self) -> Any:
        """Return who is reached through whom."""
        listed = ", ".join(f"'{m}'" for m in self.asked.ten)
        text = (
            "SELECT id, (SELECT z.id FROM thing z WHERE z.n = m) FROM (SELECT b.c, MIN(a.c) m "
            f"FROM door a JOIN thing t ON t.n = a.c AND t.id IN ({listed}) "
            "JOIN door b ON b.o = a.o "
            f"WHERE b.c NOT IN (SELECT n FROM thing WHERE id IN ({listed})) GROUP BY b.c) r "
            "JOIN thing x ON x.n = r.c ORDER BY m, x.n"
        )
        steps: dict[str, list[str]] = {}
        for one, member in self.rows(text):
            steps.setdefault(member, []).append(one)
        return list(steps.items())

    def neighbourhood(self) -> Any:
        """Return what lies within two ties."""
        me = self.number(self.asked.centre)
        near = f"SELECT o FROM edge WHERE c = {me}"
        text = (
            f"SELECT n, MIN(d) e FROM (SELECT {me} n, 0 d UNION ALL SELECT o, 1 FROM edge WHERE "
            f"c = {me} UNION ALL SELECT o, 2 FROM edge WHERE c IN ({near})) q GROUP BY n"
        )
        total = self.rows(f"SELECT COUNT(*) FROM ({text}) z")[0][0]
        order = (
            f"SELECT id FROM ({text}) z JOIN thing ON thing.n = z.n ORDER BY e, z.n LIMIT {CAPPED}"
        )
        return [i for (i,) in self.rows(order)], total


class DuckDb(Sql):
    """DuckDB, on one thread."""

    least, most = "LEAST", "GREATEST"

    def __init__(self, path: Path, asked: Asked) -> None:
        duckdb = import_module("duckdb")  # only in the group `bench`

        super().__init__(duckdb.connect(str(path), config={"threads": 1}), asked)


class Sqlite(Sql):
    """SQLite of the standard library."""

    def __init__(self, path: Path, asked: Asked) -> None:
        super().__init__(sqlite3.connect(path), asked)
