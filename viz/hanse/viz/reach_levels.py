"""The regions of a reach at one level, told beside those that are counted as stated."""

from collections.abc import Iterable, Mapping

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.levels import AtLevel, at_level
from hanse.queries.reach import Reach
from hanse.viz.documents import Document


def at_levels(graph: PartnershipGraph, answer: Reach, level: str) -> dict[str, list[Document]]:
    """Return the regions at a level of each hop, of the total, and of each gain and loss."""
    every = frozenset(answer.total.clusters)
    return {
        "hops": [_document(at_level(graph, hop.clusters, level)) for hop in answer.hops],
        "total": [_document(at_level(graph, every, level))],
        "marginal": [
            _difference(graph, every, frozenset(one.clusters), level, one.change)
            for one in answer.marginal
        ],
    }


def told(document: Document, levels: Mapping[str, Iterable[Document]]) -> Document:
    """Return the answer of a reach with ``regions_at_level`` in every part of it."""
    parts = {
        name: [
            {**part, "regions_at_level": found}
            for part, found in zip(_listed(document[name]), levels[name], strict=True)
        ]
        for name in levels
    }
    return {**document, **parts, "total": parts["total"][0]}


def _listed(part: object) -> list[Document]:
    return part if isinstance(part, list) else [part] if isinstance(part, dict) else []


def _document(found: AtLevel) -> Document:
    return {
        "level": found.level,
        "regions": list(found.regions),
        "unknown": list(found.unknown),
    }


def _difference(
    graph: PartnershipGraph, every: frozenset[str], own: frozenset[str], level: str, change: str
) -> Document:
    """Return what some clusters have at a level that those who are reached without have not."""
    rest = at_level(graph, every - own if change == "lost" else every, level)
    found = at_level(graph, own, level)
    new = tuple(region for region in found.regions if region not in rest.regions)
    return _document(AtLevel(level=level, regions=new, unknown=found.unknown))
