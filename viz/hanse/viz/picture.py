"""A view made ready to draw: places in each layout, colours, sizes, names at first glance."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from hanse.graph.model import ValueChain
from hanse.viz.labels import Side, first_glance, loud, priorities, short_name
from hanse.viz.layout import themes
from hanse.viz.layout_chain import MARK, Band, chain_layout
from hanse.viz.legend import (
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
    size = first_size(sizes, len(view.of_kind("cluster")))
    others = other_sizes(view)
    order = priorities(view)
    names = {node.id: short_name(node.name) for node in view.nodes}
    first = [node.id for node in view.nodes if node.kind in FIRST_KINDS]
    shown = [key for key in order if key in set(first)]
    radii = dict.fromkeys(order, 10.0) | others
    radii |= next(choice.radii for choice in sizes if choice.id == size)

    layouts = [_themes(view)]
    if chain:
        layouts.append(_chain(view, chain))
    layouts = [
        replace(
            one, sides=first_glance(shown, one.places, names=names, radii=radii, loud=loud(view))
        )
        for one in layouts
    ]
    return Picture(
        view=view,
        layouts=tuple(layouts),
        colours=colours,
        sizes=sizes,
        colour=colours[0].id,
        size=size,
        other_sizes=others,
        names=names,
        order=order,
        loud=loud(view),
    )


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
