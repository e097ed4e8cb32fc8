"""What lies around a thing: everything some ties away, the nearest first, and how much there is."""

from dataclasses import dataclass
from typing import Final

from hanse.graph.partnership_graph import PartnershipGraph

HOPS: Final = 2
MOST: Final = 200  # things that a picture takes in


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """Things around ``centre``, itself first, then by distance and id; ``total`` is how many.

    ``distances`` says of each how many ties away it is.
    """

    centre: str
    things: tuple[str, ...]
    distances: tuple[int, ...]
    total: int


def neighbourhood(
    graph: PartnershipGraph, thing: str, *, hops: int = HOPS, most: int = MOST
) -> Neighbourhood:
    """Return what is at most ``hops`` ties away from ``thing``, in either direction of a tie.

    Raises
    ------
    UnknownName
        When the graph holds no such thing on its day.
    """
    centre = graph.find(thing)
    ties = graph.networkx
    distances = {centre: 0}
    nearest = [centre]
    for distance in range(1, hops + 1):
        near = {o for t in nearest for o in (*ties.successors(t), *ties.predecessors(t))}
        nearest = sorted(near - distances.keys())
        distances |= dict.fromkeys(nearest, distance)
    things = tuple(distances)[:most]
    return Neighbourhood(
        centre=centre,
        things=things,
        distances=tuple(distances[one] for one in things),
        total=len(distances),
    )
