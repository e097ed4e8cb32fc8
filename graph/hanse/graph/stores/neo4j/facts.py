"""What claims put on the graph: things with their properties, and ties between them.

The graph in the server holds the facts of all days: a conjecture builds nothing, and a tie
carries its day, so that a question can ask for one. Things judged to be the same are one. Names
of labels, types and properties come from the schema alone; what it does not know stays a claim.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hanse.graph.claims import Claim, preferred
from hanse.graph.ids import key
from hanse.graph.quantities import Quantity
from hanse.graph.schema import schema

Property = str | int | float | bool | list[str] | list[float] | list[bool]
Properties = dict[str, Property]

# What is said of a statement itself, as properties of the tie.
_OF_A_TIE: Final = ("source", "since", "until", "role", "context", "status")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A node: its label, where the schema has one for its kind, and its properties."""

    id: str
    label: str | None
    properties: Properties


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A relationship: the claim that makes it, its two ends and its properties."""

    claim: int
    type: str
    start: str
    end: str
    properties: Properties


def thing_of(
    subject: str,
    claims: Sequence[Claim],
    *,
    trust: Sequence[str] = (),
    former: Sequence[str] = (),
) -> Thing:
    """Return the node for a subject, of all claims on it.

    Without a statement of its kind it has no label: nobody described it. A count is there as
    its least and its most (``companiesLow``, ``companiesHigh``); an end that is not known is
    not there. ``former`` are the ids of things that were judged to be this one.
    """
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.is_fact and not schema().is_relation(claim.predicate):
            said[claim.predicate].append(claim)
    if "kind" not in said:
        return Thing(id=subject, label=None, properties={})
    kind = min(str(claim.value) for claim in said["kind"])
    names = sorted(str(claim.value) for claim in said.get("name", ()))
    properties: Properties = {}
    for predicate in sorted(said):
        properties |= _properties(predicate, said[predicate], trust)
    properties |= {"kind": kind, "name": names[0] if names else subject}
    called = [str(c.value) for name in ("name", "alias") for c in said.get(name, ())]
    properties |= _findable(str(properties["name"]), [subject, *called, *former])
    if any(claim.as_of or claim.since or claim.until for claim in claims):
        properties["isDated"] = True  # what is known of it differs from day to day
    known = schema().kinds.get(kind)
    return Thing(id=subject, label=known.neo4j if known else None, properties=properties)


def _findable(name: str, called: Sequence[str]) -> Properties:
    """Return what a thing is found by: all its names, and their words, as they are compared."""
    keys = sorted({key(one) for one in (name, *called)})
    words = sorted({word for one in keys for word in one.split()})
    return {"keys": keys, "words": " ".join(words), "nameKey": key(name)}


def _properties(predicate: str, claims: Sequence[Claim], trust: Sequence[str]) -> Properties:
    attribute = schema().attributes.get(predicate)
    if attribute is None:
        return {}
    counted = [c for c in claims if _counts(c, attribute.unit)]
    if counted:
        chosen = preferred(counted, trust=trust).interval
        ends = {"Low": chosen.low, "High": chosen.high}
        return {f"{attribute.neo4j}{end}": n for end, n in ends.items() if n is not None}
    values = [c.value for c in claims if not isinstance(c.value, Quantity)]
    ordered = _of_one_type(sorted(set(values), key=lambda value: (str(value), repr(value))))
    if not ordered:
        return {}
    return {attribute.neo4j: ordered if attribute.is_many else ordered[0]}


def _counts(claim: Claim, unit: str | None) -> bool:
    return isinstance(claim.value, Quantity) and unit in (None, claim.value.unit)


def _of_one_type(values: Sequence[str | float | bool]) -> list[str] | list[float] | list[bool]:
    """Return values as a list that a server can keep: of one type, texts if need be."""
    if all(isinstance(value, bool) for value in values):
        return [bool(value) for value in values]
    if any(isinstance(value, (bool, str)) for value in values):
        return [str(value) for value in values]
    return [float(value) for value in values]


def ties_of(claims: Iterable[Claim]) -> list[Tie]:
    """Return the relationships that claims make; judgements of sameness make none."""
    return [_tie(c) for c in claims if c.is_fact and _is_tie(c.predicate)]


def _is_tie(predicate: str) -> bool:
    return predicate != "same_as" and schema().is_relation(predicate)


def _tie(claim: Claim) -> Tie:
    parts = {name: getattr(claim, name) for name in _OF_A_TIE}
    properties: Properties = {name: part for name, part in parts.items() if part is not None}
    if claim.as_of is not None:
        properties["asOf"] = claim.as_of
    relation = schema().relations[claim.predicate]
    return Tie(
        claim=claim.id,
        type=relation.neo4j,
        start=claim.subject,
        end=claim.other,
        properties=properties,
    )


def former_ids(merged: Mapping[str, str]) -> dict[str, list[str]]:
    """Return, for each thing that stands for others, the ids of those."""
    found: dict[str, list[str]] = defaultdict(list)
    for thing in sorted(merged):
        found[merged[thing]].append(thing)
    return dict(found)


def by_stand(merged: Mapping[str, str], subjects: Iterable[str]) -> dict[str, set[str]]:
    """Return, for the things that stand for ``subjects``, all that each of them stands for."""
    groups: dict[str, set[str]] = defaultdict(set)
    for thing, stands in merged.items():
        groups[stands].add(thing)
    stand_for = {merged.get(subject, subject) for subject in subjects}
    return {stands: {stands, *groups.get(stands, ())} for stands in sorted(stand_for)}
