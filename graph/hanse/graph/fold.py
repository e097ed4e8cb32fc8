"""Fold claims into a networkx multigraph, as the world stood on one day.

What the day decides: memberships, agreements and labels hold from their *since* to their
*until*; a statement with an as-of of its own holds from then on. A thing that did not exist
on the day (a partnership founded later, one that had ended) is left out with its ties, and
remembered, so that a question for it can be answered with the reason.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import networkx as nx

from hanse.graph.claims import Claim, Preference, preferred
from hanse.graph.dates import first_day, holds_on, last_day
from hanse.graph.merging import gather, judged_same
from hanse.graph.quantities import Quantity
from hanse.graph.schema import schema

# What exists only for a period; an event that is over still happened.
PERIODIC_KINDS: Final = ("partnership", "network", "consortium", "agreement")
ByPredicate = Mapping[str, tuple[Claim, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A graph for a day, and what was left out of it.

    ``absent`` maps the id of each thing that did not hold on the day to the reason in words.
    ``merged`` maps the id of each thing judged to be the same as another to that one's id.
    ``dangling`` are claims that lead to a thing nobody described; no ghost is made of them.
    """

    networkx: "nx.MultiDiGraph[str]"
    absent: Mapping[str, str] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)
    dangling: tuple[Claim, ...] = ()


def fold(
    claims: Iterable[Claim], *, as_of: str | None = None, trust: tuple[str, ...] = ()
) -> Folded:
    """Return the graph that ``claims`` describe on the day ``as_of`` (``None``: all days).

    Nodes carry ``kind``, ``name``, ``attributes`` (name to values, in a fixed order),
    ``counts`` (unit to :class:`Preference`) and ``claims``; edges are keyed by the relation
    and carry its claim. Conjectures are kept among the claims and build nothing.
    """
    every = list(claims)
    merged = judged_same(every)
    by_subject = gather(every, merged)
    known = _held(by_subject, as_of)
    facts = {thing: _facts(said) for thing, said in known.items()}
    things = {thing: said for thing, said in facts.items() if "kind" in said}
    absent = _absent(things, as_of) | _described_later(by_subject, things)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for thing in sorted(things.keys() - absent.keys()):
        graph.add_node(thing, **_node(things[thing], known[thing], trust))
    dangling = [c for t in sorted(graph) for c in _tie(graph, t, things, absent, as_of)]
    return Folded(networkx=graph, absent=absent, merged=merged, dangling=tuple(dangling))


def _held(by_subject: Mapping[str, list[Claim]], day: str | None) -> dict[str, ByPredicate]:
    held: dict[str, ByPredicate] = {}
    for subject, claims in by_subject.items():
        said: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            if day is None or claim.as_of is None or first_day(claim.as_of) <= last_day(day):
                said[claim.predicate].append(claim)
        held[subject] = {name: tuple(said[name]) for name in sorted(said)}
    return held


def _facts(said: ByPredicate) -> ByPredicate:
    facts = {name: tuple(c for c in claims if c.is_fact) for name, claims in said.items()}
    return {name: claims for name, claims in facts.items() if claims}


def _absent(things: Mapping[str, ByPredicate], day: str | None) -> dict[str, str]:
    reasons = {}
    for thing, said in things.items():
        if _kind(said) not in PERIODIC_KINDS:
            continue
        since, until = _period(said)
        if not holds_on(day, since=since, until=until):
            span = " ".join((f"from {since}" if since else "", f"until {until}" if until else ""))
            reasons[thing] = f"held {span.strip()}, not on {day}"
    return reasons


def _kind(said: ByPredicate) -> str:
    """Return the kind; the first by name where several are stated, whatever their order."""
    return min(str(claim.value) for claim in said["kind"])


def _described_later(
    by_subject: Mapping[str, list[Claim]], things: Mapping[str, ByPredicate]
) -> dict[str, str]:
    """Return the things that are first described after the day, each with the reason."""
    reasons = {}
    for thing in sorted(by_subject.keys() - things.keys()):
        kinds = [c for c in by_subject[thing] if c.predicate == "kind" and c.is_fact and c.as_of]
        if kinds:
            first = min((str(claim.as_of) for claim in kinds), key=first_day)
            reasons[thing] = f"is first stated for {first}"
    return reasons


def _period(said: ByPredicate) -> tuple[str | None, str | None]:
    """Return the widest stated period: what any source says held, held."""
    sinces = [str(c.value) for c in said.get("since", ())]
    untils = [str(c.value) for c in said.get("until", ())]
    return (
        min(sinces, key=first_day) if sinces else None,
        max(untils, key=last_day) if untils else None,
    )


def _node(said: ByPredicate, everything: ByPredicate, trust: tuple[str, ...]) -> dict[str, object]:
    names = sorted(str(c.value) for c in said.get("name", ()))
    return {
        "kind": _kind(said),
        "name": names[0] if names else said["kind"][0].subject,
        "attributes": {n: _values(claims) for n, claims in said.items() if not _is_tie(n)},
        "counts": _counts(said, trust),
        "claims": tuple(c for claims in everything.values() for c in claims),
    }


def _is_tie(predicate: str) -> bool:
    return schema().is_relation(predicate)


def _values(claims: tuple[Claim, ...]) -> tuple[object, ...]:
    """Return the values, each once; yes and 1 are two values, and the order is never chance."""
    ordered = sorted((c.value for c in claims), key=lambda value: (str(value), repr(value)))
    return tuple(value for _, value in dict.fromkeys((isinstance(v, bool), v) for v in ordered))


def _counts(said: ByPredicate, trust: tuple[str, ...]) -> dict[str, Preference]:
    counted = {name: [c for c in claims if _is_count(c)] for name, claims in said.items()}
    return {name: preferred(cs, trust=trust) for name, cs in counted.items() if cs}


def _is_count(claim: Claim) -> bool:
    """Say whether a claim counts in the unit of its attribute: units are never mixed."""
    attribute = schema().attributes.get(claim.predicate)
    unit = attribute.unit if attribute else None
    return isinstance(claim.value, Quantity) and unit in (None, claim.value.unit)


def _tie(
    graph: "nx.MultiDiGraph[str]",
    thing: str,
    things: Mapping[str, ByPredicate],
    absent: Mapping[str, str],
    day: str | None,
) -> Iterable[Claim]:
    """Add the ties of ``thing`` that held on the day; yield those that lead nowhere."""
    for predicate, claims in things[thing].items():
        if not _is_tie(predicate) or predicate == "same_as":
            continue
        for claim in claims:
            if claim.other in absent:
                continue
            if claim.other not in things:
                yield claim
            elif holds_on(day, since=claim.since, until=claim.until):
                graph.add_edge(thing, claim.other, key=(predicate, claim.id), claim=claim)
