"""The way from one cluster or partnership to another, in words.

A way leads through partnerships and consortia; a network is one only on request. An alliance
saved by a user, a group or a network may be where it begins or ends.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from hanse.graph.model import ACCESS_KINDS, PARTNERSHIP_KINDS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.schema import schema
from hanse.queries.answers import Evidence
from hanse.queries.reasons import evidence_of

_TOGETHER: Final = ("partnership", "consortium", "network", "alliance", "group")
_RELATIONS: Final = {"alliance": "in_alliance", "group": "in_group"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a way, by ids; ``relation`` is in words, in the direction of the step."""

    start: str
    relation: str
    end: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The shortest way between two; of several as short, the first by ids.

    ``path`` is empty when there is none. ``text`` says it in words.
    """

    path: tuple[str, ...]
    steps: tuple[Step, ...]
    text: str


def path(graph: PartnershipGraph, start: str, end: str, *, include_networks: bool = False) -> Way:
    """Return the shortest way from ``start`` to ``end``, each an id or a name.

    Raises
    ------
    UnknownName
        When the graph holds no such cluster, partnership, alliance or group on its day.
    """
    ends = [graph.find(name, "cluster", *_TOGETHER) for name in (start, end)]
    near = _near(graph, ends, include_networks=include_networks)
    found = _shortest(near, *ends)
    steps = tuple(_step(graph, *pair) for pair in pairwise(found))
    if not found:
        through = (
            "partnerships, consortia and networks"
            if include_networks
            else ("partnerships and consortia")
        )
        here, there = map(graph.name, ends)
        return Way(path=(), steps=(), text=f"{here} and {there} are not connected by {through}.")
    return Way(path=found, steps=steps, text=_text(graph, found[0], steps))


def _near(
    graph: PartnershipGraph, ends: list[str], *, include_networks: bool
) -> Mapping[str, list[str]]:
    """Return for each thing the things one step away, in order."""
    kinds = PARTNERSHIP_KINDS if include_networks else ACCESS_KINDS
    near: dict[str, set[str]] = {thing: set() for thing in ends}
    together = {*graph.ids(*kinds), *(t for t in ends if graph.kind(t) != "cluster")}
    for thing in together:
        for member in graph.members(thing):
            near.setdefault(thing, set()).add(member)
            near.setdefault(member, set()).add(thing)
    return {thing: sorted(around) for thing, around in near.items()}


def _shortest(near: Mapping[str, list[str]], start: str, end: str) -> tuple[str, ...]:
    came_from: dict[str, str] = {}
    queue, seen = deque([start]), {start}
    while queue and end not in seen:
        here = queue.popleft()
        for there in near[here]:
            if there not in seen:
                seen.add(there)
                came_from[there] = here
                queue.append(there)
    if end not in seen:
        return ()
    found = [end]
    while found[-1] != start:
        found.append(came_from[found[-1]])
    return tuple(reversed(found))


def _step(graph: PartnershipGraph, start: str, end: str) -> Step:
    is_joining = graph.kind(start) == "cluster"
    member, whole = (start, end) if is_joining else (end, start)
    known = schema().relations[_RELATIONS.get(graph.kind(whole), "member_of")]
    claims = [c for c in graph.ties(member, known.name) if c.other == whole]
    relation = known.label if is_joining else known.reverse
    return Step(start=start, relation=relation, end=end, evidence=evidence_of(claims))


def _text(graph: PartnershipGraph, start: str, steps: tuple[Step, ...]) -> str:
    """Return a way as one sentence.

    "LASER-GO GLOBAL has the member BIOCAT, which is a member of bioXclusters plus."
    """
    if not steps:
        return f"{graph.name(start)} is both ends of the way."
    words = [
        f"is a member of {graph.name(step.end)}"
        if graph.kind(step.start) == "cluster"
        else f"has the member {graph.name(step.end)}"
        for step in steps
    ]
    return f"{graph.name(start)} {', which '.join(words)}."
