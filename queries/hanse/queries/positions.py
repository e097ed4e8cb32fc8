"""How a cluster stands between others: measures of brokerage.

Constraint and effective size are R. Burt's (Structural Holes, 1992); betweenness is L. Freeman's
(1977), taken on clusters *and* partnerships. A cluster that is tied to nobody has none of them:
it is not connected, which is no number.
"""

from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from hanse.queries.ties import Ties, pairs_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A cluster's place among partnerships.

    ``degree`` counts the clusters it is tied to, ``brokered_pairs`` the pairs of these that
    share no partnership. ``constraint`` is the lower the more it stands between others,
    ``effective_size`` the number of its ties that are not redundant, ``betweenness`` the share
    of shortest paths, among those between other clusters and partnerships, that pass it.
    All three are ``None`` for a cluster that is not connected.
    """

    id: str
    partnerships: tuple[str, ...]
    is_articulation: bool
    degree: int
    brokered_pairs: int
    constraint: float | None
    effective_size: float | None
    betweenness: float | None


def closed_pairs(ties: Ties, cluster: str) -> int:
    """Return how many pairs of those tied to a cluster are tied to each other."""
    around = ties.tied(cluster)
    return sum(len(ties.tied(other) & around) for other in around) // 2


def brokered_pairs(ties: Ties, cluster: str) -> int:
    """Return how many pairs of those tied to a cluster share no partnership themselves."""
    return pairs_of(len(ties.tied(cluster))) - closed_pairs(ties, cluster)


def effective_size(ties: Ties, cluster: str) -> float | None:
    """Return d - 2t/d, with d ties and t pairs of these tied; ``None`` when not connected."""
    degree = len(ties.tied(cluster))
    return degree - 2 * closed_pairs(ties, cluster) / degree if degree else None


def constraint(ties: Ties, cluster: str) -> float | None:
    """Return Burt's constraint; ``None`` when not connected.

    Sum over those tied of (p + sum over third clusters of p times p) squared, where p is the
    share of a cluster's ties that one tie is.
    """
    around = ties.tied(cluster)
    if not around:
        return None
    share = {other: 1 / len(ties.tied(other)) for other in around}
    own = 1 / len(around)
    return fsum(
        (own + fsum(own * share[third] for third in sorted(around & ties.tied(other)))) ** 2
        for other in sorted(around)
    )


def betweenness(ties: Ties) -> dict[str, float]:
    """Return the betweenness of every connected cluster on clusters and partnerships, 0 to 1.

    Shares of shortest paths between other pairs, over all (n - 1)(n - 2) / 2 of them, n being
    all connected clusters and their partnerships. Clusters of one partnership stand between
    nobody: they are counted with it (Brandes' algorithm, 2001, with weights).
    """
    inner = {c: ps for c, ps in ties.held.items() if len(ps) > 1}
    near: dict[str, list[str]] = {c: list(ps) for c, ps in inner.items()}
    for partnership, clusters in ties.inside.items():
        near[partnership] = [c for c in sorted(clusters) if c in inner]
    weights = {
        thing: 1 + (len(ties.inside[thing]) - len(around) if thing in ties.inside else 0)
        for thing, around in near.items()
    }
    total: Counter[str] = Counter()
    for start in near:
        for thing, passing in _passing(start, near, weights).items():
            total[thing] += weights[start] * passing  # type: ignore[assignment]
    number = len(ties.held) + len(ties.inside)
    pairs = pairs_of(number - 1) or 1
    return {cluster: total[cluster] / 2 / pairs for cluster in ties.held}


def _passing(
    start: str, near: Mapping[str, list[str]], weights: Mapping[str, int]
) -> dict[str, float]:
    """Return for each thing the weight of those behind it, on shortest paths from ``start``."""
    steps, ways = {start: 0}, Counter({start: 1})
    order: list[str] = []
    queue = deque([start])
    while queue:
        here = queue.popleft()
        order.append(here)
        for there in near[here]:
            if there not in steps:
                steps[there] = steps[here] + 1
                queue.append(there)
            if steps[there] == steps[here] + 1:
                ways[there] += ways[here]
    behind = dict.fromkeys(order, 0.0)
    for there in reversed(order):
        for here in near[there]:
            if steps[here] == steps[there] - 1:
                behind[here] += ways[here] / ways[there] * (weights[there] + behind[there])
    return {thing: behind[thing] for thing in order if thing != start}


def tie_betweenness(ties: Ties) -> dict[str, float]:
    """Return the betweenness of every connected cluster on ties alone, 0 to 1.

    For comparison with studies of projected graphs; a large partnership makes many ties.
    """
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    for cluster in ties.held:
        graph.add_edges_from((cluster, other) for other in sorted(ties.tied(cluster)))
    return dict(nx.betweenness_centrality(graph))
