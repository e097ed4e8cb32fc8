"""The graph as a network for other programs: GEXF, GraphML, node-link JSON.

All three are written only: they hold what the graph shows on its day, not every statement.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast
from urllib.parse import quote
from xml.etree import ElementTree

from hanse.graph.claims import Claim
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Quantity
from hanse.graph.schema import schema
from hanse.viz.flat_values import Flat, columns, flat, readable

Row = dict[str, Flat]
Scores = Mapping[str, Mapping[str, object]]
NO_SCORES: Final[Scores] = {}
GEXF: Final = "http://www.gexf.net/1.2draft"
GRAPHML: Final = "http://graphml.graphdrawing.org/xmlns"
_TIE_PARTS: Final = ("since", "until", "role", "context", "status", "as_of", "source", "locator",
                     "as_written", "note")  # fmt: skip
_GEXF_TYPES: Final = {bool: "boolean", int: "long", float: "double", str: "string"}
_GRAPHML_TYPES: Final = {bool: "boolean", int: "long", float: "double", str: "string"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Nodes and ties with flat attributes; a tie's first three are its ends and its relation."""

    nodes: tuple[Row, ...]
    ties: tuple[Row, ...]


def network(graph: PartnershipGraph, scores: Scores = NO_SCORES) -> Network:
    """Return everything of the graph, by id; ties by their ends, their relation and claim."""
    nodes = tuple(_node(graph, thing, scores.get(thing, {})) for thing in sorted(graph.networkx))
    return Network(nodes=nodes, ties=tuple(map(_tie, _claims(graph))))


def _claims(graph: PartnershipGraph) -> list[Claim]:
    every = [claim for _, _, claim in graph.networkx.edges(data="claim")]
    return sorted(every, key=lambda c: (c.subject, c.other, c.predicate, c.id))


def _node(graph: PartnershipGraph, thing: str, scores: Mapping[str, object]) -> Row:
    row: Row = {"id": thing, "kind": graph.kind(thing), "name": graph.name(thing)}
    for name, values in _attributes(graph, thing).items():
        row |= flat(name, values)
    for unit, count in graph.counts(thing).items():
        row |= flat(unit, count)
    for name, value in scores.items():
        row |= flat(name, value)
    return row


def _attributes(graph: PartnershipGraph, thing: str) -> dict[str, list[object]]:
    """Return what is said of a thing besides its kind, its name and its figures."""
    said = cast("Mapping[str, Sequence[object]]", graph.networkx.nodes[thing]["attributes"])
    plain = {n: [v for v in said[n] if not isinstance(v, Quantity)] for n in said}
    return {n: plain[n] for n in plain if plain[n] and n not in ("kind", "name")}


def _tie(claim: Claim) -> Row:
    relation = schema().relations.get(claim.predicate)
    row: Row = {"source": claim.subject, "target": claim.other, "relation": claim.predicate}
    row["label"] = relation.label if relation else claim.predicate
    for part in _TIE_PARTS:
        # the tie's own ends are called source and target in these formats
        name = "stated_by" if part == "source" else part
        row |= flat(name, getattr(claim, part))
    return row


# -- GEXF ------------------------------------------------------------------------------------


def gexf(drawn: Network) -> bytes:
    """Return the network as GEXF 1.2, which Gephi opens; attributes are typed."""
    root = ElementTree.Element("gexf", xmlns=GEXF, version="1.2")
    graph = ElementTree.SubElement(root, "graph", mode="static", defaultedgetype="directed")
    node_types = columns(_without(drawn.nodes, "id"))
    tie_types = columns(_without(drawn.ties, "source", "target", "label"))
    node_keys = _gexf_keys(graph, "node", node_types)
    tie_keys = _gexf_keys(graph, "edge", tie_types)
    nodes = ElementTree.SubElement(graph, "nodes")
    for row in drawn.nodes:
        node = ElementTree.SubElement(nodes, "node", id=_key(row["id"]), label=_said(row["name"]))
        _gexf_values(node, row, node_keys, node_types)
    ties = ElementTree.SubElement(graph, "edges")
    for number, row in enumerate(drawn.ties):
        ends = {"source": _key(row["source"]), "target": _key(row["target"])}
        label = _said(row["label"])
        tie = ElementTree.SubElement(ties, "edge", {"id": str(number), **ends, "label": label})
        _gexf_values(tie, row, tie_keys, tie_types)
    return _xml(root)


def _gexf_keys(graph: ElementTree.Element, kind: str, types: Mapping[str, type]) -> dict[str, str]:
    """Declare the attributes; return the key of each by its name."""
    declared = ElementTree.SubElement(graph, "attributes", {"class": kind, "mode": "static"})
    keys = {name: str(number) for number, name in enumerate(types)}
    for name, key in keys.items():
        said = {"id": key, "title": readable(name), "type": _GEXF_TYPES[types[name]]}
        ElementTree.SubElement(declared, "attribute", said)
    return keys


def _gexf_values(
    element: ElementTree.Element, row: Row, keys: Mapping[str, str], types: Mapping[str, type]
) -> None:
    values = ElementTree.SubElement(element, "attvalues")
    for name, key in keys.items():
        if name in row:
            said = {"for": key, "value": _typed(row[name], types[name])}
            ElementTree.SubElement(values, "attvalue", said)


# -- GraphML ---------------------------------------------------------------------------------


def graphml(drawn: Network) -> bytes:
    """Return the network as GraphML; attributes are typed."""
    root = ElementTree.Element("graphml", xmlns=GRAPHML)
    node_types = columns(_without(drawn.nodes, "id"))
    tie_types = columns(_without(drawn.ties, "source", "target"))
    node_keys = _graphml_keys(root, "node", node_types)
    tie_keys = _graphml_keys(root, "edge", tie_types)
    graph = ElementTree.SubElement(root, "graph", edgedefault="directed")
    for row in drawn.nodes:
        node = ElementTree.SubElement(graph, "node", id=_key(row["id"]))
        _graphml_values(node, row, node_keys, node_types)
    for number, row in enumerate(drawn.ties):
        ends = {"source": _key(row["source"]), "target": _key(row["target"])}
        tie = ElementTree.SubElement(graph, "edge", {"id": f"e{number}", **ends})
        _graphml_values(tie, row, tie_keys, tie_types)
    return _xml(root)


def _graphml_keys(
    root: ElementTree.Element, kind: str, types: Mapping[str, type]
) -> dict[str, str]:
    keys = {name: f"{kind[0]}{number}" for number, name in enumerate(types)}
    for name, key in keys.items():
        said = {"attr.name": readable(name), "attr.type": _GRAPHML_TYPES[types[name]]}
        ElementTree.SubElement(root, "key", {"id": key, "for": kind, **said})
    return keys


def _graphml_values(
    element: ElementTree.Element, row: Row, keys: Mapping[str, str], types: Mapping[str, type]
) -> None:
    for name, key in keys.items():
        if name in row:
            ElementTree.SubElement(element, "data", key=key).text = _typed(row[name], types[name])


# -- JSON ------------------------------------------------------------------------------------


def node_link(graph: PartnershipGraph, scores: Scores = NO_SCORES) -> bytes:
    """Return the network as node-link JSON: lists are lists, unknown ends of ranges are null."""
    document = {
        "directed": True,
        "multigraph": True,
        "graph": {"as_of": graph.as_of, "title": graph.settings.title},
        "nodes": [_structured(graph, t, scores.get(t, {})) for t in sorted(graph.networkx)],
        "edges": [{"key": n, **_tie(claim)} for n, claim in enumerate(_claims(graph))],
    }
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
    return text.encode() + b"\n"


def _structured(
    graph: PartnershipGraph, thing: str, scores: Mapping[str, object]
) -> dict[str, object]:
    counts = graph.counts(thing)
    return {
        "id": thing,
        "kind": graph.kind(thing),
        "name": graph.name(thing),
        "attributes": _attributes(graph, thing),
        "counts": {
            unit: {"low": c.interval.low, "high": c.interval.high, "qualifier": c.qualifier}
            for unit, c in counts.items()
        },
        "scores": dict(scores),
    }


# -- XML -------------------------------------------------------------------------------------


def _without(rows: Iterable[Row], *names: str) -> list[Row]:
    return [{name: row[name] for name in row if name not in names} for row in rows]


def _typed(value: Flat, wanted: type) -> str:
    return ("true" if value else "false") if wanted is bool else _said(value)


def _key(thing: Flat) -> str:
    """Return an id as XML can hold it; one that it cannot is encoded, so that it stays its own."""
    text = str(thing)
    return text if readable(text) == text else quote(text)


def _said(value: Flat) -> str:
    if isinstance(value, float):
        return repr(value)
    return readable("yes" if value is True else "no" if value is False else str(value))


def _xml(root: ElementTree.Element) -> bytes:
    ElementTree.indent(root, " ")
    return cast("bytes", ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
