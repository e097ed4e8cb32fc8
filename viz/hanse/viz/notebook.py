"""A picture of an alliance in a notebook: its members, and what they are tied to.

``show(graph, "laser-go")`` as the last line of a cell draws it. It is one SVG without scripts,
so that it is still there when the notebook is read elsewhere.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

import networkx as nx

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.alliances import members as alliance_members
from hanse.viz.labels import short_name
from hanse.viz.palette import MARKS, Mark
from hanse.viz.session import ALLIANCE_KINDS
from hanse.viz.view import Edge, Node, view_of

AROUND: Final = ("partnership", "network", "region", "market")  # kinds drawn beside members
WIDTH: Final = 860
HEIGHT: Final = 560
MARGIN: Final = 70
RADIUS: Final = 7
TEXT: Final = "#1d2733"
LINE: Final = "#c3cddb"
HALO: Final = 'paint-order="stroke" stroke="#ffffff" stroke-width="3"'
Place = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlliancePicture:
    """An alliance drawn: members, their partnerships, regions and markets, and ties."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    places: Mapping[str, Place]

    def _repr_html_(self) -> str:
        """Return what a notebook shows."""
        return f"<figure>{self.svg}<figcaption>{escape(self.title)}</figcaption></figure>"

    @property
    def svg(self) -> str:
        """Return the picture as one SVG element."""
        drawn = "".join((*self._lines(), *self._marks(), *self._legend()))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {WIDTH} {HEIGHT}" '
            f'width="{WIDTH}" font-family="sans-serif" font-size="11" fill="{TEXT}">'
            f"<title>{escape(self.title)}</title>{drawn}</svg>"
        )

    def _lines(self) -> Iterator[str]:
        for edge in self.edges:
            (x1, y1), (x2, y2) = self.places[edge.source], self.places[edge.target]
            yield f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{LINE}"/>'

    def _marks(self) -> Iterator[str]:
        for node in self.nodes:
            x, y = self.places[node.id]
            yield f"<g><title>{escape(node.name)}</title>{_shape(node.kind, x, y)}"
            yield f'<text x="{x + RADIUS + 3}" y="{y + 4}" {HALO}>'
            yield f"{escape(short_name(node.name))}</text></g>"

    def _legend(self) -> Iterator[str]:
        kinds = {node.kind for node in self.nodes}
        for place, look in enumerate(mark for mark in MARKS if mark.id in kinds):
            y = HEIGHT - 12 - 16 * place
            yield f'{_shape(look.id, 12, y)}<text x="26" y="{y + 4}">{escape(look.label)}</text>'


def show(graph: PartnershipGraph, alliance: str | None = None) -> AlliancePicture:
    """Return the picture of an alliance, which a notebook draws.

    Parameters
    ----------
    graph
        The graph of a project, as :func:`hanse.graph.open` returns it.
    alliance
        Id or name of a partnership or a saved alliance; by default the project's own.

    Raises
    ------
    UnknownName
        When nothing has this name, or none is given and the project has none.
    """
    found = graph.find(alliance or graph.settings.alliance or "", *ALLIANCE_KINDS)
    members = alliance_members(graph, found)
    view = view_of(graph, members=members)
    neighbours = view.neighbours()
    near = {other for one in (*members, found) for other in neighbours.get(one, ())}
    nodes = tuple(
        node
        for node in view.nodes
        if node.id in members or (node.id in near and node.kind in AROUND)
    )
    shown = {node.id for node in nodes}
    edges = tuple(e for e in view.edges if e.source in shown and e.target in shown)
    title = f"{graph.name(found)}: {len(members)} members and what they are tied to"
    return AlliancePicture(title=title, nodes=nodes, edges=edges, places=_places(nodes, edges))


def _places(nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> dict[str, Place]:
    """Return where each node stands: near what it is tied to, within the frame."""
    tied: nx.Graph[str] = nx.Graph()
    tied.add_nodes_from(node.id for node in nodes)
    tied.add_edges_from((edge.source, edge.target) for edge in edges)
    if not nodes:
        return {}
    raw = nx.kamada_kawai_layout(tied, pos=nx.circular_layout(tied))
    wide, high = WIDTH / 2 - MARGIN, HEIGHT / 2 - MARGIN / 2
    return {
        node: (
            round(WIDTH / 2 + float(x) * wide - MARGIN / 2, 1),
            round(HEIGHT / 2 + float(y) * high, 1),
        )
        for node, (x, y) in raw.items()
    }


def _shape(kind: str, x: float, y: float) -> str:
    look = _LOOKS[kind]
    style = f'fill="{look.fill}" stroke="{look.outline}"'
    corners = _CORNERS.get(look.shape)
    if corners is None:
        return f'<circle cx="{x}" cy="{y}" r="{RADIUS}" {style}/>'
    points = " ".join(f"{x + dx * RADIUS:.1f},{y + dy * RADIUS:.1f}" for dx, dy in corners)
    return f'<polygon points="{points}" {style}/>'


_LOOKS: Final[dict[str, Mark]] = {mark.id: mark for mark in MARKS}
# The corners of a shape, in radii; a dot has none.
_CORNERS: Final[dict[str, tuple[Place, ...]]] = {
    "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "square": ((-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)),
    "triangle": ((0, -1), (0.9, 0.7), (-0.9, 0.7)),
    "hexagon": ((-1, 0), (-0.5, -0.87), (0.5, -0.87), (1, 0), (0.5, 0.87), (-0.5, 0.87)),
}
