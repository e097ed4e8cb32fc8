"""The network pane: a pyvis network with our own template, and nothing fetched from outside.

Nodes and edges are assigned directly: adding edges one by one costs a look at all before it,
and drops a second relation between the same two. Physics is off, places are given.
"""

import json
import re
from collections.abc import Collection
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from hanse.viz import palette
from hanse.viz.legend import UNKNOWN_SIZE, ColourChoice
from hanse.viz.picture import Picture
from hanse.viz.scene import links
from hanse.viz.view import Edge, Node

if TYPE_CHECKING:
    from jinja2 import Environment
    from pyvis.network import Network

Mark = dict[str, object]

# No text of a user ever enters the options: the template prints them as they are.
OPTIONS: Final = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "hideEdgesOnDrag": True,
        "hideEdgesOnZoom": True,
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 120,
        "keyboard": {"enabled": True, "bindToWindow": False},
        "zoomSpeed": 0.6,
    },
    "nodes": {
        "chosen": False,
        # names are drawn by the page, at one size however near one comes
        "font": {"size": 11, "face": "sans-serif", "color": "rgba(0,0,0,0)"},
        "scaling": {"label": {"enabled": False, "drawThreshold": 1000}},
        "shapeProperties": {"interpolation": False},
    },
    "edges": {"smooth": False, "chosen": False, "selectionWidth": 0, "hoverWidth": 0},
}
FOLDER: Final = "lib/vis-9.1.2"
EDGE: Final = "#d3dce8"
TIE: Final = "#e9a877"


def network(picture: Picture, nodes: Collection[str], environment: "Environment") -> "Network":
    """Return the pyvis network of a scene, with ``environment`` to render its page.

    Parameters
    ----------
    picture
        What there is to draw.
    nodes
        Ids of what is drawn at first.
    environment
        An autoescaping Jinja environment that holds ``page.html``.
    """
    from pyvis.network import Network

    net = Network(height="100%", width="100%", cdn_resources="in_line")
    net.templateEnv = environment
    net.path = "page.html"
    shown = [node for node in picture.view.nodes if node.id in nodes]
    net.nodes = [mark(picture, node) for node in shown]
    net.edges = [line(edge) for edge in links(picture.view, nodes)]
    net.options = dict(OPTIONS)
    return net


def mark(picture: Picture, node: Node) -> Mark:
    """Return a node as vis-network draws it when the page opens."""
    place = picture.layouts[0].places.get(node.id, (0.0, 0.0))
    look = palette.mark(node.kind)
    fill, outline = _colours(picture, node, look)
    is_member = node.standing == "member"
    return {
        "id": node.id,
        "label": picture.names[node.id] or " ",
        "shape": look.shape,
        "x": place[0],
        "y": place[1],
        "size": picture.radius(node.id, unknown=UNKNOWN_SIZE) * picture.layouts[0].mark,
        "color": {"background": fill, "border": palette.AMBER if is_member else outline},
        "borderWidth": 2.6 if is_member else 0.8,
    }


def _colours(picture: Picture, node: Node, look: palette.Mark) -> tuple[str, str]:
    chosen = next(choice for choice in picture.colours if choice.id == picture.colour)
    if node.kind != "cluster" or not chosen.steps:
        return look.fill, look.outline
    step = chosen.steps.get(node.id)
    if step is None:
        return palette.NO_SCORE, palette.MUTED
    place = ramp_place(step, chosen)
    return palette.RAMP[place], palette.RAMP_OUTLINE[place]


def ramp_place(step: int, choice: ColourChoice) -> int:
    """Return the colour of a step: a short ramp uses the dark end, so that it is seen."""
    return step + len(palette.RAMP) - 1 - len(choice.breaks)


def line(edge: Edge) -> Mark:
    """Return an edge as vis-network draws it."""
    is_tie = edge.relation == "member_of"
    return {
        "id": edge_id(edge),
        "from": edge.source,
        "to": edge.target,
        "color": TIE if is_tie else EDGE,
        "width": 1.2 if is_tie else 0.6,
    }


def edge_id(edge: Edge) -> str:
    """Return an id that no other edge of a view has."""
    return json.dumps([edge.source, edge.target, edge.relation], ensure_ascii=False)


@cache
def script() -> str:
    """Return vis-network's script as the wheel of pyvis carries it.

    Raises
    ------
    ValueError
        When it could not stand in a page as it is; a test says so of the pinned version.
    """
    text = (files("pyvis") / "templates" / FOLDER / "vis-network.min.js").read_text("utf-8")
    if "</script" in text.lower():
        raise ValueError("vis-network's script would end the element it stands in")
    return re.sub(r"\n//# sourceMappingURL=.*", "", text)


@cache
def stylesheet() -> str:
    """Return the rules of vis-network's stylesheet that this page needs: those of the tooltip.

    The rest, nine tenths of it inlined pictures, belongs to controls that are switched off.
    """
    text = (files("pyvis") / "templates" / FOLDER / "vis-network.css").read_text("utf-8")
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", text)
    kept = [f"{s.strip()}{{{body}}}" for s, body in rules if s.strip() == "div.vis-tooltip"]
    return "\n".join(kept)
