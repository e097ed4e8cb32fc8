"""Statements of "either A or B (or both)": at least one side holds, and which is open.

A side is given as the target markets that it would cover. In the worst case one side of each
statement holds, and of several clusters it is the side that covers least together.
"""

from collections.abc import Iterable
from math import prod
from typing import Final

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.markets import TargetMarkets

# Ways in which all statements together may turn out; beyond it some of them promise nothing,
# so that a low end stays valid and may be lower than it had to be.
MOST_TURNS: Final = 64
Sides = tuple[frozenset[str], ...]


def sides_of(graph: PartnershipGraph, cluster: str, markets: TargetMarkets) -> frozenset[Sides]:
    """Return a cluster's "either ... or both", each as what its sides would cover.

    A side alone, or one that covers no target, leaves a statement that promises nothing: it
    is left out.
    """
    options: dict[str, dict[str, frozenset[str]]] = {}
    for claim in graph.ties(cluster, "targets"):
        if claim.context is not None and claim.other in markets.covered_by:
            covered = markets.covered_by[claim.other]
            options.setdefault(claim.context, {})[claim.other] = covered
    told = (list(sides.values()) for sides in options.values() if len(sides) > 1)
    return frozenset(tuple(sorted(set(sides), key=sorted)) for sides in told if all(sides))


def kept(statements: Iterable[Sides]) -> tuple[Sides, ...]:
    """Return different statements in order, as many as may be turned all ways.

    >>> sides = (frozenset({"canada"}), frozenset({"japan"}))
    >>> len(kept([sides, sides]))
    1
    """
    found: list[Sides] = []
    for sides in sorted(set(statements), key=lambda sides: [sorted(side) for side in sides]):
        if prod(len(one) for one in (*found, sides)) <= MOST_TURNS:
            found.append(sides)
    return tuple(found)
