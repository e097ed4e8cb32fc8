"""Ask the server which part of a project an answer rests on, and take only that.

The server finds, matches and bounds; the claims of the part travel and are folded as those of
any store, so that the formulas, which are in Python alone, give the answer they give elsewhere.
"""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import chain
from typing import TYPE_CHECKING, Final

from hanse.graph.fold import fold
from hanse.graph.merging import judged_same
from hanse.graph.stores.neo4j.bounds import Beside
from hanse.graph.stores.neo4j.facts import by_stand
from hanse.graph.stores.neo4j.snapshot import (
    Snapshot,
    claims_in,
    claims_in_brief,
    claims_stating,
)

if TYPE_CHECKING:
    from hanse.graph.partnership_graph import PartnershipGraph
    from hanse.graph.store import Contents
    from hanse.graph.stores.neo4j.connection import Connection, Transaction

IN_BRIEF: Final = ("kind", "name", "member_of", "same_as", "since", "until")
Feed = tuple[str, int, float]  # a category, the place of the stage it feeds, how relevant it is


class Parts:
    """A project in a server, asked part by part, as it was at one moment."""

    def __init__(self, connection: "Connection", now: Snapshot, contents: "Contents") -> None:
        self._connection, self._now, self._contents = connection, now, contents
        self._merged = judged_same(claims_stating(connection, now.loads, "same_as"))

    @property
    def _graph(self) -> str:
        return self._now.graph or ""

    def graph(
        self, ids: Iterable[str], *, brief: Iterable[str] = (), as_of: str | None = None
    ) -> "PartnershipGraph":
        """Return the graph of some things alone, on a day.

        Of those in ``brief`` only names and memberships are there. Ties that lead out of the
        part lead nowhere, and are among the dangling.
        """
        from hanse.graph.partnership_graph import PartnershipGraph

        whole = self._all_of(ids)
        rest = self._all_of(brief) - whole
        loads = self._now.loads
        claims = claims_in(self._connection, loads, of=whole)
        more = claims_in_brief(self._connection, loads, of=rest, predicates=list(IN_BRIEF))
        folded = fold(chain(claims, more), as_of=as_of, trust=self._contents.settings.trust)
        return PartnershipGraph(folded, self._contents, as_of=as_of)

    def _all_of(self, ids: Iterable[str]) -> set[str]:
        """Return things with all that are judged to be the same."""
        groups = by_stand(self._merged, ids).values()
        return {thing for group in groups for thing in group}

    # -- what a person looks for ------------------------------------------------------------

    def search(self, words: str, kinds: Sequence[str], *, limit: int = 20) -> list[str]:
        """Return the ids of things whose names hold ``words``, best first."""
        said = " ".join(f'"{word}"' for word in words.replace("\\", " ").replace('"', " ").split())
        if not said:
            return []
        given = {"words": said, "kinds": list(kinds), "limit": limit}
        return [str(row[0]) for row in self._connection.read("search", graph=self._graph, **given)]

    def facets(self, scheme: str) -> dict[str, int]:
        """Return how many clusters have each category of a scheme, most first."""
        rows = self._connection.read("facets", graph=self._graph, scheme=scheme)
        return {str(known): int(clusters) for known, _, clusters in rows}

    def clusters_with(
        self, categories: Sequence[str], countries: Sequence[str] = (), *, limit: int = 1000
    ) -> list[str]:
        """Return the clusters that have every one of ``categories``, of some countries."""
        first, *others = categories
        given = {"first": first, "others": others, "countries": list(countries), "limit": limit}
        rows = self._connection.read("clusters_with", graph=self._graph, **given)
        return [str(row[0]) for row in rows]

    def neighbourhood(self, thing: str, *, limit: int = 200) -> dict[str, int]:
        """Return what lies within two steps of a thing, and how many steps, nearest first."""
        rows = self._connection.read("neighbourhood", graph=self._graph, id=thing, limit=limit)
        return {str(near): int(steps) for near, steps in rows}

    def path(self, start: str, end: str) -> list[str]:
        """Return the ids along a shortest way through memberships; empty when there is none."""
        rows = self._connection.read("path", graph=self._graph, start=start, end=end)
        return [str(step) for step in rows[0][0]] if rows else []

    # -- what an answer rests on ------------------------------------------------------------

    def of_kind(self, kind: str) -> list[str]:
        """Return the ids of all things of a kind; for kinds of which there are few."""
        return list(self._connection.read("things_of_kind", graph=self._graph, kind=kind)[0][0])

    def reach_needs(self, members: Iterable[str]) -> list[str]:
        """Return the ids of all that the reach of ``members`` rests on."""
        stand = self._stand_for(members)
        return list(self._connection.read("reach_needs", graph=self._graph, ids=stand)[0][0])

    def candidate_needs(self, clusters: Iterable[str]) -> tuple[list[str], list[str]]:
        """Return the ids of all that the scores of ``clusters`` rest on.

        The second list are those behind their partnerships, needed in brief.
        """
        stand = self._stand_for(clusters)
        rows = self._connection.read("candidate_needs", graph=self._graph, ids=stand)
        return (list(rows[0][0]), list(rows[0][1])) if rows else ([], [])  # none is known there

    def _stand_for(self, ids: Iterable[str]) -> list[str]:
        return sorted({self._merged.get(known, known) for known in ids})

    # -- how far clusters cover a chain -----------------------------------------------------

    def signatures(self, feeds: Sequence[Feed], stages: int) -> list[tuple[tuple[float, ...], int]]:
        """Return the ways in which clusters cover a chain on any day, and how many do so each.

        They are made when they are first asked for, and kept until the project changes.
        """
        digest = self._digest(feeds)
        if not self._connection.read("signatures_there", graph=self._graph, digest=digest)[0][0]:
            self._keep_signatures(feeds, stages, digest)
        rows = self._connection.read("signatures_read", graph=self._graph, digest=digest)
        return [(tuple(covers), int(clusters)) for covers, clusters in rows]

    def _keep_signatures(self, feeds: Sequence[Feed], stages: int, digest: str) -> None:
        rows = [{"category": c, "place": place, "relevance": r} for c, place, r in feeds]
        graph = self._graph

        def make(run: "Transaction") -> None:
            if run("signatures_begin", graph=graph, digest=digest)[0][0]:
                run("signatures_make", graph=graph, digest=digest, feeds=rows, stages=stages)

        self._connection.write(make)

    def group(
        self,
        feeds: Sequence[Feed],
        covers: Sequence[float],
        beside: Beside,
        *,
        without: Sequence[str],
        skip: int,
        limit: int,
    ) -> list[tuple[str, float]]:
        """Return clusters of one group, with the most that each may add beside the chain."""
        where = {"graph": self._graph, "digest": self._digest(feeds), "covers": list(covers)}
        page = {"without": list(without), "skip": skip, "limit": limit}
        rows = self._connection.read("group_read", **where, **page, **beside.parameters())
        return [(str(known), float(more)) for known, more in rows]

    def _digest(self, feeds: Sequence[Feed]) -> str:
        said = repr((self._now.version, sorted(feeds)))
        return blake2b(said.encode(), digest_size=16).hexdigest()
