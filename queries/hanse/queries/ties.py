"""Who is tied to whom through partnerships, kept as what is true: members of partnerships.

Two clusters are tied when they are members of one partnership. That is never stored: a
partnership of six would become fifteen ties, and look more tightly knit than it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Self

from hanse.graph.model import ACCESS_KINDS, PARTNERSHIP_KINDS
from hanse.graph.partnership_graph import PartnershipGraph

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, kw_only=True)
class Ties:
    """Members by partnership; a partnership with one known member ties nobody."""

    inside: Mapping[str, frozenset[str]] = field(hash=False)

    @classmethod
    def of(cls, graph: PartnershipGraph, *, include_networks: bool = False) -> Self:
        """Return the ties through partnerships and consortia, and through networks if asked."""
        kinds = PARTNERSHIP_KINDS if include_networks else ACCESS_KINDS
        return cls.among({p: graph.members(p) for p in graph.ids(*kinds)})

    @classmethod
    def among(cls, members: Mapping[str, Iterable[str]]) -> Self:
        """Return the ties through partnerships with these members."""
        inside = {partnership: frozenset(members[partnership]) for partnership in sorted(members)}
        return cls(inside={p: clusters for p, clusters in inside.items() if len(clusters) > 1})

    @cached_property
    def held(self) -> dict[str, tuple[str, ...]]:
        """Return the partnerships of each cluster that is tied to another, in order."""
        held: dict[str, list[str]] = {}
        for partnership, clusters in self.inside.items():
            for cluster in sorted(clusters):
                held.setdefault(cluster, []).append(partnership)
        return {cluster: tuple(held[cluster]) for cluster in sorted(held)}

    def tied(self, cluster: str) -> frozenset[str]:
        """Return the clusters that a cluster is tied to."""
        partners = (self.inside[p] for p in self.held.get(cluster, ()))
        return frozenset[str]().union(*partners) - {cluster}

    def bipartite(self) -> "nx.Graph[str]":
        """Return the graph of clusters and their partnerships."""
        import networkx as nx

        graph: nx.Graph[str] = nx.Graph()
        for cluster, partnerships in self.held.items():
            graph.add_edges_from((cluster, partnership) for partnership in partnerships)
        return graph

    def clusters_in(self, things: Iterable[str]) -> tuple[str, ...]:
        """Return the clusters among things, in order."""
        return tuple(sorted(self.held.keys() & set(things)))


def pairs_of(number: int) -> int:
    """Return how many pairs a number of things makes.

    >>> pairs_of(9)
    36
    """
    return number * (number - 1) // 2


def pairs_between(sizes: Sequence[int]) -> int:
    """Return how many pairs have their ends in different groups of these sizes.

    >>> pairs_between([5, 3])
    15
    """
    return pairs_of(sum(sizes)) - sum(map(pairs_of, sizes))
