"""What a person looks for in a project that lies in a server: names, facets, what lies around.

The server finds and counts; only the first of what it found travels.
"""

import re
from collections.abc import Sequence
from typing import Final

from hanse.graph.ids import key
from hanse.graph.model import ACCESS_KINDS, PARTNERSHIP_KINDS, SCHEMES
from hanse.graph.stores.neo4j.connection import Connection
from hanse.graph.stores.neo4j.kinds import Counted

FARTHEST: Final = 4  # steps that the server looks around a thing
Reached = dict[str, set[str]]  # things, each with those before it on shortest ways
_SPECIAL: Final = re.compile(r"([^\w ])")


class Lookups:
    """A graph in a server, to be looked things up in."""

    def __init__(self, connection: Connection, graph: str) -> None:
        self._connection, self._graph = connection, graph

    def search(self, words: str, *, most: int) -> tuple[list[str], int]:
        """Return the first things whose names hold all ``words``, and how many there are."""
        asked = key(words)
        if not asked:
            return [], 0
        query = " AND ".join(f"{_plain(word)}*" for word in asked.split())
        rows = self._connection.read(
            "search", graph=self._graph, query=query, asked=asked, most=most
        )
        return list(rows[0][0]), int(rows[0][1])

    def find(self, name: str) -> list[tuple[str, str]]:
        """Return the id and the kind of each thing that is called ``name``, by id."""
        asked = key(name)
        query = " AND ".join(_plain(word) for word in asked.split()) or '""'
        rows = self._connection.read("find", graph=self._graph, id=name, query=query, asked=asked)
        return [(str(known), str(kind)) for known, kind in rows]

    def kinds(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the kinds of things by their ids, of those that are there."""
        rows = self._connection.read("kinds_of", graph=self._graph, ids=list(ids))
        return {str(known): str(kind) for known, kind in rows[0][0]}

    def names(self, kinds: Sequence[str]) -> list[str]:
        """Return all names of things of some kinds, for one that nobody knows."""
        rows = self._connection.read("names_read", graph=self._graph, kinds=list(kinds))
        every = sorted(zip(*rows[0], strict=True))
        return [name for known, shown, others in every for name in (known, shown, *others)]

    def passing(self, chosen: dict[str, list[str]], *, most: int | None) -> Counted:
        """Return the clusters that have one value of each facet chosen, and what they have."""
        pairs = [[facet, values] for facet, values in chosen.items()]
        given = {"chosen": pairs, "schemes": list(SCHEMES), "most": 10**9 if most is None else most}
        clusters, total, countries, categories = self._connection.read(
            "passing", graph=self._graph, **given
        )[0]
        return Counted(
            clusters=tuple(clusters),
            total=total,
            countries=tuple((str(country), int(many)) for country, many in countries),
            categories=tuple((str(s), str(c), str(n), int(many)) for s, c, n, many in categories),
        )

    def around(self, thing: str, *, hops: int, most: int) -> tuple[list[str], list[int], int]:
        """Return what lies around a thing, nearest first, how far each is, and how many."""
        given = {"id": thing, "hops": hops, "most": most}
        ids, steps, total = self._connection.read("neighbourhood", graph=self._graph, **given)[0]
        return list(ids), list(steps), int(total)

    def between(
        self, start: str, end: str, *, ends: Sequence[str], include_networks: bool = False
    ) -> list[str]:
        """Return all that shortest ways lead through; ``ends`` are those that are no clusters.

        The ways are sought from both ends, step by step, from where fewer wait: how many
        shortest ways there are matters to nobody.
        """
        kinds = PARTNERSHIP_KINDS if include_networks else ACCESS_KINDS
        given = {"kinds": list(kinds), "ends": list(ends)}
        reached: list[Reached] = [{start: set()}, {end: set()}]
        fronts = [{start}, {end}]
        while all(fronts):
            side = 0 if len(fronts[0]) <= len(fronts[1]) else 1
            fresh = self._one_step(fronts[side], reached[side], given)
            reached[side] |= fresh
            fronts[side] = set(fresh)
            if met := fronts[side] & reached[1 - side].keys():
                return sorted(_back(reached[0], met) | _back(reached[1], met))
        return []

    def _one_step(self, front: set[str], seen: Reached, given: dict[str, list[str]]) -> Reached:
        """Return what is reached for the first time, with all it was reached from."""
        asked = {"ids": sorted(front), "seen": sorted(seen), **given}
        fresh: Reached = {}
        for came, thing in self._connection.read("path", graph=self._graph, **asked)[0][0]:
            fresh.setdefault(thing, set()).add(came)
        return fresh

    def belonging(self, thing: str) -> list[str]:
        """Return the ids of what belongs to a thing, in the widest sense."""
        return list(self._connection.read("belonging", graph=self._graph, id=thing)[0][0])

    def clusters(self, *, skip: int, limit: int) -> list[str]:
        """Return the ids of some clusters, in order."""
        given = {"skip": skip, "limit": limit}
        return list(self._connection.read("clusters_read", graph=self._graph, **given)[0][0])

    def number_of_clusters(self) -> int:
        """Return how many clusters there are."""
        return int(self._connection.read("clusters_counted", graph=self._graph)[0][0])


def _back(reached: Reached, met: set[str]) -> set[str]:
    """Return all that lies on the ways back from where they met."""
    found, front = set(met), set(met)
    while front:
        front = {before for thing in front for before in reached[thing]} - found
        found |= front
    return found


def _plain(word: str) -> str:
    """Return a word as text of a query, in which nothing means anything but itself."""
    return _SPECIAL.sub(r"\\\1", word)  # words are compared in small letters: AND is none
