"""Find things by what they are called, and clusters by country and category, counted.

A thing is found when each word that is asked for begins a word of one of its names; case,
accents and punctuation aside. Clusters come first, then names that begin with what was asked.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hanse.graph.ids import key
from hanse.graph.model import SCHEMES, ClusterOrganisation
from hanse.graph.partnership_graph import PartnershipGraph

COUNTRY: Final = "country"
FACETS: Final = (COUNTRY, *SCHEMES)
Chosen = Mapping[str, Sequence[str]]  # facet -> values, of which one must hold
ANYTHING: Final[Chosen] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """The first things found, by id, and how many were found in all."""

    things: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedValue:
    """One value of a facet, and how many of the clusters that pass have it."""

    id: str
    label: str
    clusters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """The first clusters that pass, by id, how many pass, and the values they have.

    The values of a facet come by falling number of clusters, then by label. A cluster of which
    a facet is unknown is not counted there.
    """

    clusters: tuple[str, ...]
    total: int
    facets: dict[str, tuple[CountedValue, ...]]


def search(graph: PartnershipGraph, words: str, *, most: int = 20) -> Hits:
    """Return the things whose names hold all ``words``, at most ``most`` of them.

    Clusters come first, then names that begin with what was asked, then by name and id.
    """
    asked = key(words)
    wanted = asked.split()
    found = []
    former: dict[str, list[str]] = {}
    for merged, stands in graph.merged.items():
        former.setdefault(stands, []).append(merged)
    for thing in sorted(graph.networkx) if wanted else ():
        names = _names(graph, thing, former.get(thing, []))
        if _is_hit(wanted, {word for name in names for word in name.split()}):
            begins = any(name.startswith(asked) for name in names)
            is_cluster = graph.kind(thing) == "cluster"
            found.append((not is_cluster, not begins, key(graph.name(thing)), thing))
    things = tuple(hit[-1] for hit in sorted(found)[:most])
    return Hits(things=things, total=len(found))


def _names(graph: PartnershipGraph, thing: str, former: Sequence[str]) -> set[str]:
    """Return all names of a thing as they are compared; ``former`` are ids merged into it."""
    more = (str(v) for name in ("name", "alias") for v in graph.values(thing, name))
    return {key(name) for name in (thing, graph.name(thing), *more, *former)}


def _is_hit(wanted: Sequence[str], words: set[str]) -> bool:
    return all(any(word.startswith(begin) for word in words) for begin in wanted)


def passing(
    graph: PartnershipGraph, chosen: Chosen = ANYTHING, *, most: int | None = None
) -> Passing:
    """Return the clusters of which each facet chosen has one of its values, and their facets.

    A facet is ``country`` or a scheme; values are countries (ISO 3166-1) or ids of categories.
    """
    found = [c for c in graph.clusters() if _passes(c, chosen)]
    counted = {name: Counter(v for c in found for v in values_of(c, name)) for name in FACETS}
    return Passing(
        clusters=tuple(c.id for c in found[:most]),
        total=len(found),
        facets={name: tuple(_ordered(graph, counted[name])) for name in FACETS},
    )


def values_of(cluster: ClusterOrganisation, facet: str) -> tuple[str, ...]:
    """Return the values that a cluster has of a facet; none where it is unknown."""
    if facet == COUNTRY:
        return (cluster.country,) if cluster.country else ()
    return cluster.categories.get(facet, ())


def _passes(cluster: ClusterOrganisation, chosen: Chosen) -> bool:
    return all(
        not set(values).isdisjoint(values_of(cluster, facet)) for facet, values in chosen.items()
    )


def _ordered(graph: PartnershipGraph, counted: Mapping[str, int]) -> Iterator[CountedValue]:
    labels = {value: graph.name(value) for value in counted}
    for value in sorted(counted, key=lambda v: (-counted[v], labels[v], v)):
        yield CountedValue(id=value, label=labels[value], clusters=counted[value])
