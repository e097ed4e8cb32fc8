"""A view made ready to draw: places in each layout, colours, sizes, names at first glance."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from hanse.graph.model import ValueChain
from hanse.viz.labels import Side, first_glance, loud, priorities, short_name
from hanse.viz.layout import themes
from hanse.viz.layout_chain import MARK, Band, chain_layout
from hanse.viz.legend import (
    UNKNOWN_SIZE,
    ColourChoice,
    SizeChoice,
    colour_choices,
    first_size,
    other_sizes,
    size_choices,
)
from hanse.viz.scene import FIRST_KINDS
from hanse.viz.view import View

Place = tuple[float, float]
THEMES: Final = "themes"
CHAIN: Final = "chain"
WIDE: Final = 960.0  # units: a picture wider than that is seen smaller than life
MOST_MARK: Final = 2.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One way to lay the picture out.

    ``places`` holds what has a place in it; ``sides`` the names shown at first glance, with
    their sides; ``bands`` what is drawn under the marks.
    """

    id: str
    label: str
    places: Mapping[str, Place] = field(hash=False)
    sides: Mapping[str, Side] = field(default_factory=dict, hash=False)
    bands: tuple[Band, ...] = ()
    lane: float | None = None
    mark: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Everything about a view that is drawn.

    ``colour`` and ``size`` are the choices it opens with; ``order`` lists all nodes, those
    whose names matter most first; the first ``loud`` of them are named even where that covers
    the mark of another.
    """

    view: View
    layouts: tuple[Layout, ...]
    colours: tuple[ColourChoice, ...]
    sizes: tuple[SizeChoice, ...]
    colour: str
    size: str
    other_sizes: Mapping[str, float] = field(hash=False)
    names: Mapping[str, str] = field(hash=False)
    order: tuple[str, ...]
    loud: int

    def radius(self, node: str, *, unknown: float) -> float:
        """Return the radius that a node opens with; ``unknown`` where its size is not known."""
        if node in self.other_sizes:
            return self.other_sizes[node]
        chosen = next(choice for choice in self.sizes if choice.id == self.size)
        return chosen.radii.get(node, unknown)


def picture_of(view: View, chain: ValueChain | None) -> Picture:
    """Return a view made ready to draw; without a chain there is no such layout."""
    sizes = size_choices(view)
    colours = colour_choices(view)
    bare = [_themes(view), *([_chain(view, chain)] if chain else [])]
    picture = Picture(
        view=view,
        layouts=tuple(bare),
        colours=colours,
        sizes=sizes,
        colour=colours[0].id,
        size=first_size(sizes, len(view.of_kind("cluster"))),
        other_sizes=other_sizes(view),
        names={node.id: short_name(node.name) for node in view.nodes},
        order=priorities(view),
        loud=loud(view),
    )
    return replace(picture, layouts=tuple(_named(picture, layout) for layout in bare))


def _named(picture: Picture, layout: Layout) -> Layout:
    """Return a layout with the names of what is shown at first, as far as they fit."""
    first = {node.id for node in picture.view.nodes if node.kind in FIRST_KINDS}
    sides = first_glance(
        [key for key in picture.order if key in first],
        layout.places,
        names=picture.names,
        radii={key: picture.radius(key, unknown=UNKNOWN_SIZE) for key in picture.order},
        loud=picture.loud,
    )
    return replace(layout, sides=sides)


def _themes(view: View) -> Layout:
    places = themes(view)
    return Layout(id=THEMES, label="Themes", places=places, mark=mark_for(places))


def mark_for(places: Mapping[str, Place]) -> float:
    """Return what radii are multiplied by: marks of a wide picture must be seen from afar.

    >>> mark_for({"a": (0, 0), "b": (1920, 0)}), mark_for({"a": (0, 0)})
    (2.0, 1.0)
    """
    width = max((x for x, _ in places.values()), default=0.0)
    width -= min((x for x, _ in places.values()), default=0.0)
    return round(min(MOST_MARK, max(1.0, width / WIDE)), 2)


def _chain(view: View, chain: ValueChain) -> Layout:
    columns = chain_layout(view, chain)
    return Layout(
        id=CHAIN,
        label="Value chain",
        places=columns.places,
        bands=columns.bands,
        lane=columns.lane,
        mark=MARK,
    )
