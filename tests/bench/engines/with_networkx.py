"""The questions in plain dictionary code on one networkx graph of everything."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import networkx as nx
import numpy as np
from tests.bench.engines.chain_sums import (
    ACCESS,
    FULL_AT,
    HOP,
    MARKET,
    NEW_REGION,
    REGION,
    chain_base,
)
from tests.bench.engines.columns import Columns
from tests.bench.engines.questions import CAPPED, LISTED, PAIRS_TOP, TOP, Asked, best_first

from hanse.graph.ids import category_id


def graph_of(columns: Columns) -> "nx.MultiDiGraph[str]":
    """Return the columns as a graph: what is known of a thing is with its node."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    countries = [*columns.country_names, None]
    for n, thing in enumerate(columns.ids):
        graph.add_node(
            thing,
            name=columns.names[n],
            kind=str(columns.kinds[n]),
            scheme=str(columns.schemes[n]),
            country=countries[columns.countries[n]],
            is_open=bool(columns.is_open[n]),
        )
    for relation, (ends, others) in columns.ties.items():
        for end, other in zip(ends.tolist(), others.tolist(), strict=True):
            graph.add_edge(columns.ids[end], columns.ids[other], key=relation)
    return graph


class Networkx:
    """Every question goes through nodes and edges one by one."""

    def __init__(self, columns: Columns, asked: Asked) -> None:
        self.graph, self.asked = graph_of(columns), asked
        self.clusters = [columns.ids[n] for n in columns.clusters]
        self.feeds: dict[str, list[tuple[int, float]]] = {}
        for place, stage in enumerate(asked.chain.stages):
            for feed in stage.feeds:
                category = category_id(feed.scheme, feed.label)
                self.feeds.setdefault(category, []).append((place, feed.relevance))
        self.sure = {t: self._inside(t) for t in asked.targets}
        self.may = {t: self._inside(t) | set(self._to(t, "within")) for t in asked.targets}

    def _to(self, thing: str, relation: str) -> list[str]:
        return [o for _, o, said in self.graph.out_edges(thing, keys=True) if said == relation]

    def _from(self, thing: str, relation: str) -> list[str]:
        return [o for o, _, said in self.graph.in_edges(thing, keys=True) if said == relation]

    def _inside(self, target: str) -> set[str]:
        return {target, *self._from(target, "within")}

    def search(self) -> Any:
        """Return what is called so."""
        asked = self.asked.words.split()
        found = []
        for thing, known in self.graph.nodes(data=True):
            words = known["name"].split()
            if all(any(word.startswith(a) for word in words) for a in asked):
                found.append((known["kind"] != "cluster", known["name"], thing))
        return [hit[-1] for hit in sorted(found)[:TOP]], len(found)

    def facet(self) -> Any:
        """Return who passes."""
        found: list[str] = []
        counts: dict[str, Counter[str]] = {}
        for cluster in self.clusters:
            has = self._values(cluster)
            if all(has.get(name, set()) & set(v) for name, v in self.asked.facet.items()):
                found.append(cluster)
                for name, values in has.items():
                    counts.setdefault(name, Counter()).update(values)
        facets = {
            n: sorted(c.items(), key=lambda one: (-one[1], one[0])) for n, c in counts.items()
        }
        return found[:LISTED], len(found), facets

    def _values(self, cluster: str) -> dict[str, set[str]]:
        country = self.graph.nodes[cluster]["country"]
        has: dict[str, set[str]] = {"country": {country}} if country else {}
        for category in self._to(cluster, "classified_as"):
            has.setdefault(self.graph.nodes[category]["scheme"], set()).add(category)
        return has

    def candidates(self) -> Any:
        """Return who completes the alliance."""
        return self._best(self.asked.alliance, TOP)

    def _cover(self, cluster: str) -> tuple[float, ...]:
        cover = [0.0] * len(self.asked.chain.stages)
        for category in self._to(cluster, "classified_as"):
            for place, relevance in self.feeds.get(category, ()):
                cover[place] = max(cover[place], relevance)
        return tuple(cover)

    def _best(self, members: Sequence[str], top: int) -> Any:
        held = np.array([self._cover(member) for member in members])
        nodes = self.graph.nodes
        countries = {nodes[member]["country"] for member in members}
        regions = {r for member in members for r in self._to(member, "located_in")}
        reached = set(members).union(*(self._behind(member) for member in members))
        bases: dict[tuple[float, ...], float] = {}
        found = []
        for cluster in self.clusters:
            cover = self._cover(cluster)
            if not any(cover) or cluster in members:
                continue
            if cover not in bases:
                bases[cover] = float(chain_base(self.asked.chain, held, np.array([cover]))[0])
            new = len(self._behind(cluster) - reached - {cluster})
            known = bases[cover] + ACCESS * min(1.0, HOP * new / FULL_AT)
            region, market = self._region(cluster, countries, regions), self._market(cluster)
            ends = [known + REGION * region[e] + MARKET * market[e] for e in (0, 1)]
            found.append((cluster, max(0.0, ends[0]), max(0.0, ends[1])))
        return best_first(found, top)

    def _behind(self, cluster: str) -> set[str]:
        nodes = self.graph.nodes
        doors = [p for p in self._to(cluster, "member_of") if nodes[p]["kind"] != "network"]
        return {other for door in doors for other in self._from(door, "member_of")}

    def _region(self, cluster: str, countries: set[str], regions: set[str]) -> tuple[float, float]:
        country = self.graph.nodes[cluster]["country"]
        if country is None:
            return 0.0, 1.0
        if country not in countries:
            return 1.0, 1.0
        own = self._to(cluster, "located_in")
        is_new = float(not set(own) & regions)
        return NEW_REGION * is_new * bool(own), NEW_REGION * is_new

    def _market(self, cluster: str) -> tuple[float, float]:
        stated = set(self._to(cluster, "targets"))
        if not stated:
            return 0.0, 1.0
        number = len(self.asked.targets)
        sides = [{m} for m in stated] if self.graph.nodes[cluster]["is_open"] else [stated]
        low = min(sum(bool(side & m) for m in self.sure.values()) for side in sides)
        return low / number, sum(bool(stated & m) for m in self.may.values()) / number

    def reach(self) -> Any:
        """Return who is reached through whom."""
        known, steps = set(self.asked.ten), []
        for member in sorted(self.asked.ten):
            fresh = self._behind(member) - known
            known |= fresh
            if fresh:
                steps.append((member, sorted(fresh)))
        return steps

    def neighbourhood(self) -> Any:
        """Return what lies within two ties."""
        known = {self.asked.centre: 0}
        nearest = [self.asked.centre]
        for distance in (1, 2):
            near = {o for t in nearest for o in nx.all_neighbors(self.graph, t)}
            nearest = sorted(near - known.keys())
            known |= dict.fromkeys(nearest, distance)
        return list(known)[:CAPPED], len(known)

    def pairs(self, clusters: Sequence[str]) -> Any:
        """Return who completes whom, by asking for the candidates of each."""
        return [(name, *one) for name in clusters for one in self._best([name], PAIRS_TOP)]
