"""What hangs on one cluster alone, and what falls apart when it leaves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from hanse.queries.ties import Ties, pairs_between, pairs_of

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class DependentPairs:
    """Pairs of clusters that are connected through one cluster alone.

    ``total`` counts each pair once; ``through`` says how many pairs each cluster holds
    together, most first. ``apart`` are all connected pairs that share no partnership, of which
    the dependent ones are a part.
    """

    total: int
    through: Mapping[str, int] = field(hash=False)
    apart: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """What is left of the clusters connected with one that leaves.

    ``parts`` are the groups that are still connected among themselves, largest first; a
    cluster alone is a part. ``separated_pairs`` were connected and no longer are.
    ``partnerships`` are those that lose a member.
    """

    id: str
    parts: tuple[tuple[str, ...], ...]
    separated_pairs: int
    partnerships: tuple[str, ...]

    @property
    def breaks(self) -> bool:
        """Say whether anything falls apart."""
        return self.separated_pairs > 0


def articulation_points(ties: Ties) -> tuple[str, ...]:
    """Return the clusters without which others are no longer connected, by id."""
    import networkx as nx

    return ties.clusters_in(nx.articulation_points(ties.bipartite()))


def without(ties: Ties, cluster: str) -> Departure:
    """Return what is left when a cluster leaves; nothing falls apart around one tied to nobody."""
    import networkx as nx

    graph = ties.bipartite()
    if cluster not in graph:
        return Departure(id=cluster, parts=(), separated_pairs=0, partnerships=())
    around = graph.subgraph(nx.node_connected_component(graph, cluster) - {cluster})
    parts = [ties.clusters_in(part) for part in nx.connected_components(around)]
    return Departure(
        id=cluster,
        parts=tuple(sorted(parts, key=lambda part: (-len(part), part))),
        separated_pairs=pairs_between([len(part) for part in parts]),
        partnerships=ties.held[cluster],
    )


def dependent_pairs(ties: Ties) -> DependentPairs:
    """Return the pairs of clusters that are connected through one cluster alone."""
    through = {c: without(ties, c).separated_pairs for c in articulation_points(ties)}
    connected = _pairs_within(_components(ties))
    tied = sum(len(ties.tied(cluster)) for cluster in ties.held) // 2
    return DependentPairs(
        total=connected - _pairs_within(_blocks(ties)),
        through=dict(sorted(through.items(), key=lambda pair: (-pair[1], pair[0]))),
        apart=connected - tied,
    )


def _pairs_within(groups: Iterable[tuple[str, ...]]) -> int:
    return sum(pairs_of(len(group)) for group in groups)


def _components(ties: Ties) -> list[tuple[str, ...]]:
    import networkx as nx

    return [ties.clusters_in(part) for part in nx.connected_components(ties.bipartite())]


def _blocks(ties: Ties) -> list[tuple[str, ...]]:
    """Return the largest groups of clusters in which nobody depends on one other cluster.

    Blocks of clusters and partnerships that meet in a partnership are one block here, since a
    partnership is no cluster that may leave.
    """
    import networkx as nx

    meeting: nx.Graph[object] = nx.Graph()
    blocks = cast("Iterable[set[str]]", nx.biconnected_components(ties.bipartite()))
    for number, block in enumerate(blocks):
        meeting.add_node(number, clusters=ties.clusters_in(block))
        meeting.add_edges_from((number, partnership) for partnership in block & ties.inside.keys())
    return [_clusters(meeting.subgraph(part)) for part in nx.connected_components(meeting)]


def _clusters(meeting: "nx.Graph[object]") -> tuple[str, ...]:
    found = {c for _, clusters in meeting.nodes(data="clusters") for c in clusters or ()}
    return tuple(sorted(found))
