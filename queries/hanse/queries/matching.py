"""Who completes whom: for every cluster the best candidates for an alliance with it alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hanse.graph.model import ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval
from hanse.queries.complementarity import candidates
from hanse.queries.scores import DEFAULT, SAME_TO, Weights

TOP: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How well ``b`` completes ``a``; the score to the decimals at which scores are told apart."""

    a: str
    b: str
    score: Interval


def matches(
    graph: PartnershipGraph,
    chain: ValueChain,
    *,
    targets: Sequence[str] = (),
    top: int = TOP,
    weights: Weights = DEFAULT,
    include_networks: bool = False,
) -> tuple[Match, ...]:
    """Return the best ``top`` candidates of every cluster, best first; clusters by id.

    Each is ranked as :func:`hanse.queries.complementarity.candidates` ranks it.
    """
    return tuple(
        Match(a=cluster, b=one.id, score=rounded(one.score))
        for cluster in graph.ids("cluster")
        for one in candidates(
            graph,
            alliance=[cluster],
            chain=chain,
            targets=targets,
            weights=weights,
            include_networks=include_networks,
            top=top,
        ).candidates
    )


def rounded(score: Interval) -> Interval:
    """Return a score to the decimals at which scores are told apart."""
    return Interval(round(score.low or 0.0, SAME_TO), round(score.high or 0.0, SAME_TO))
