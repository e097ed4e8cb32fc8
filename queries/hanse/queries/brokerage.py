"""The alliance of alliances: which clusters lead from one partnership to another.

Partnerships and consortia tie clusters to each other; a network does so only on request.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.positions import (
    Position,
    betweenness,
    brokered_pairs,
    constraint,
    effective_size,
)
from hanse.queries.separation import (
    Departure,
    DependentPairs,
    articulation_points,
    dependent_pairs,
    without,
)
from hanse.queries.ties import Ties


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridges:
    """Who leads from partnership to partnership, and what depends on them.

    ``access_points`` are the clusters through which some of those tied to them are connected
    that share no partnership; most brokered pairs first, then by id. ``positions`` are those
    of the clusters asked about. ``not_connected`` are clusters that are tied to nobody.
    """

    access_points: tuple[Position, ...]
    dependent_pairs: DependentPairs
    positions: tuple[Position, ...] = ()
    not_connected: tuple[str, ...] = ()


def bridges(
    graph: PartnershipGraph,
    *,
    clusters: Sequence[str] = (),
    include_networks: bool = False,
) -> Bridges:
    """Return the access points between partnerships, and the pairs that depend on them.

    Parameters
    ----------
    graph
        What is known on the day asked for.
    clusters
        Ids or names of clusters whose position is asked for too; a session takes the members
        of the alliance that is named.
    include_networks
        Whether a network ties its members, too.

    Raises
    ------
    UnknownName
        When the graph holds no such cluster on its day.
    """
    ties = Ties.of(graph, include_networks=include_networks)
    asked = dict.fromkeys(graph.find(name, "cluster") for name in clusters)
    several = [cluster for cluster, held in ties.held.items() if len(held) > 1]
    brokers = [cluster for cluster in several if brokered_pairs(ties, cluster)]
    placed = _positions(ties, (*brokers, *asked))
    order = sorted(brokers, key=lambda cluster: (-placed[cluster].brokered_pairs, cluster))
    return Bridges(
        access_points=tuple(placed[cluster] for cluster in order),
        dependent_pairs=dependent_pairs(ties),
        positions=tuple(placed[cluster] for cluster in asked),
        not_connected=tuple(c for c in graph.ids("cluster") if c not in ties.held),
    )


def _positions(ties: Ties, clusters: Sequence[str]) -> dict[str, Position]:
    between, holding = betweenness(ties), set(articulation_points(ties))
    return {
        cluster: Position(
            id=cluster,
            partnerships=ties.held.get(cluster, ()),
            is_articulation=cluster in holding,
            degree=len(ties.tied(cluster)),
            brokered_pairs=brokered_pairs(ties, cluster),
            constraint=constraint(ties, cluster),
            effective_size=effective_size(ties, cluster),
            betweenness=between.get(cluster),
        )
        for cluster in clusters
    }


def departure(
    graph: PartnershipGraph, cluster: str, *, include_networks: bool = False
) -> Departure:
    """Return what falls apart when a cluster, by id or name, leaves.

    Raises
    ------
    UnknownName
        When the graph holds no such cluster on its day.
    """
    ties = Ties.of(graph, include_networks=include_networks)
    return without(ties, graph.find(cluster, "cluster"))
