"""Who is reached through whom: members, then the clusters behind each access point.

A partnership or consortium of a member opens a way to its other members; a network does so
only on request. Each cluster counts once, at its first hop and its first access point.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from hanse.graph.model import ACCESS_KINDS
from hanse.graph.partnership_graph import PartnershipGraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Clusters first reached through an access point, and the partnerships that lead there."""

    access_point: str
    partnerships: tuple[str, ...]
    clusters: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Extent:
    """Everything an alliance reaches.

    ``inside`` are the partnerships whose members all belong to the alliance, so that they
    speak for it.
    """

    members: tuple[str, ...]
    steps: tuple[Step, ...]
    inside: tuple[str, ...]

    @classmethod
    def of(
        cls, graph: PartnershipGraph, members: Iterable[str], kinds: Sequence[str] = ACCESS_KINDS
    ) -> Self:
        """Return what ``members`` reach through what is of these kinds."""
        every = tuple(dict.fromkeys(members))
        held = {m.partnership for member in every for m in graph.memberships(member, kinds)}
        inside = sorted(p for p in held if set(graph.members(p)) <= set(every))
        steps = tuple(_steps(graph, every, kinds))
        return cls(members=every, steps=steps, inside=tuple(inside))

    @cached_property
    def clusters(self) -> frozenset[str]:
        """Return the members and all that are reached through them."""
        behind = (cluster for step in self.steps for cluster in step.clusters)
        return frozenset((*self.members, *behind))

    @cached_property
    def partnerships(self) -> frozenset[str]:
        """Return the partnerships that speak for the alliance, and those passed through."""
        passed = (partnership for step in self.steps for partnership in step.partnerships)
        return frozenset((*self.inside, *passed))


def _steps(graph: PartnershipGraph, members: Sequence[str], kinds: Sequence[str]) -> list[Step]:
    """Return the ways out of an alliance in the order of the access points' ids."""
    known = set(members)
    steps = []
    for member in sorted(members):
        doors = dict.fromkeys(m.partnership for m in graph.memberships(member, kinds))
        behind = {door: set(graph.members(door)) - known for door in doors}
        fresh = {cluster for clusters in behind.values() for cluster in clusters}
        if fresh:
            opened = tuple(sorted(door for door, clusters in behind.items() if clusters))
            step = Step(access_point=member, partnerships=opened, clusters=tuple(sorted(fresh)))
            steps.append(step)
        known |= fresh
    return steps
