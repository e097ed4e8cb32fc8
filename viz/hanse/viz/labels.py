"""Which names the picture shows at first glance, and on which side of their marks.

The important ones come first: the alliance, partnerships, common categories, the best
candidates. A name that would cover a mark or another name waits until the reader comes nearer.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from typing import Final, Literal

from hanse.viz.view import Node, View

Place = tuple[float, float]
Side = Literal["right", "left", "below", "above"]

SIDES: Final[tuple[Side, ...]] = ("right", "left", "below", "above")
LONGEST: Final = 26  # characters of a name in the picture; the whole one is in its profile
SIZE: Final = 11.0  # of letters, in pixels
LINE: Final = 14.0
APART: Final = 4.0
# The pane that the first glance is planned for, in pixels, and how much of it is used.
PANE: Final = (860.0, 430.0)
USED: Final = 0.9
MOST: Final = 240  # names tried at first glance
CELL: Final = 80.0
LOUD_CATEGORIES: Final = 6

_NARROW: Final = frozenset("ijl.,:;'|!()[]ftI1 -")
_WIDE: Final = frozenset("mwMW@%&\u2013\u2014")  # dashes are as wide as letters get


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels of the pane."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Say whether two rectangles cover each other."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def short_name(name: str) -> str:
    """Return a name as the picture shows it: cut at a word where it is long.

    >>> short_name("Council of European BioRegions")
    'Council of European…'
    """
    if len(name) <= LONGEST:
        return name
    cut = name[: LONGEST - 1]
    head, _, _ = cut.rpartition(" ")
    kept = head if len(head) > LONGEST // 2 else cut
    return kept.rstrip(" ,-/(\u2013") + "…"


def text_width(text: str) -> float:
    """Return about how wide a text is, in pixels, for letters of the picture's size."""
    narrow = sum(char in _NARROW for char in text)
    wide = sum(char in _WIDE for char in text)
    return SIZE * (0.57 * (len(text) - narrow - wide) + 0.33 * narrow + 0.87 * wide)


def priorities(view: View) -> tuple[str, ...]:
    """Return the ids of all nodes, those whose names matter most first."""
    held: dict[str, int] = {}
    for cluster in view.of_kind("cluster"):
        for category in cluster.categories:
            held[category] = held.get(category, 0) + 1
    place = {cluster: number for number, cluster in enumerate(view.ranking)}

    def weight(node: Node) -> tuple[int, int, str]:
        if node.standing == "member":
            return (0, place[node.id], node.id)
        if node.kind in ("partnership", "network"):
            return (1, 0, node.id)
        if node.kind == "cluster":
            return (3, place[node.id], node.id)
        return (2 if held.get(node.id, 0) > 1 else 4, -held.get(node.id, 0), node.id)

    return tuple(node.id for node in sorted(view.nodes, key=weight))


def loud(view: View) -> int:
    """Return how many of the first names are shown even where they cover another mark.

    The alliance, what has a label, and the commonest categories: without these names a
    picture says nothing.
    """
    named = sum(node.kind in ("partnership", "network") for node in view.nodes)
    return len(view.members) + named + LOUD_CATEGORIES


def first_glance(
    order: Sequence[str],
    places: Mapping[str, Place],
    *,
    names: Mapping[str, str],
    radii: Mapping[str, float],
    loud: int = 0,
) -> dict[str, Side]:
    """Return the side of each name that fits when the whole picture is in the pane.

    ``order`` lists what is shown, most important first. No name covers another; only the
    first ``loud`` of them may cover a mark, and do so where there is no other way.
    """
    pane = _to_pane(order, places)
    marks = {key: _mark(pane[key], radii[key]) for key in order if key in pane}
    taken, written = _Grid(marks.values()), _Grid(())
    found: dict[str, Side] = {}
    for number, key in enumerate([key for key in order if key in pane][:MOST]):
        boxes = {side: label_box(pane[key], radii[key], names[key], side) for side in SIDES}
        free = [box for box in boxes.values() if not written.is_met_by(box)]
        clear = [box for box in free if not taken.is_met_by(box, apart_from=marks[key])]
        for box in (clear or (free if number < loud else []))[:1]:
            written.add(box)
            found[key] = next(side for side in SIDES if boxes[side] is box)
    return found


def label_box(at: Place, radius: float, text: str, side: Side) -> Box:
    """Return where a name stands beside the mark at ``at``, in pixels."""
    width, x, y = text_width(text), *at
    if side in ("right", "left"):
        left = x + radius + APART if side == "right" else x - radius - APART - width
        return Box(left, y - LINE / 2, left + width, y + LINE / 2)
    top = y + radius + 1 if side == "below" else y - radius - LINE - 1
    return Box(x - width / 2, top, x + width / 2, top + LINE)


def _mark(at: Place, radius: float) -> Box:
    return Box(at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius)


def _to_pane(order: Iterable[str], places: Mapping[str, Place]) -> dict[str, Place]:
    """Return places in pixels when all of the picture is in the pane."""
    shown = {key: places[key] for key in order if key in places}
    if not shown:
        return {}
    xs, ys = zip(*shown.values(), strict=True)
    scale = USED * min(PANE[0] / (max(xs) - min(xs) or 1), PANE[1] / (max(ys) - min(ys) or 1))
    return {key: (x * scale, y * scale) for key, (x, y) in shown.items()}


class _Grid:
    """Rectangles by the cells they touch, so that each is held against its neighbours only."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = {}
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append(box)

    def is_met_by(self, box: Box, *, apart_from: Box | None = None) -> bool:
        near = (other for cell in _cells(box) for other in self._cells.get(cell, ()))
        return any(other is not apart_from and other.meets(box) for other in near)


def _cells(box: Box) -> list[tuple[int, int]]:
    columns = range(floor(box.left / CELL), floor(box.right / CELL) + 1)
    rows = range(floor(box.top / CELL), floor(box.bottom / CELL) + 1)
    return [(column, row) for column in columns for row in rows]
