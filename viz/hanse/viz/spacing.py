"""Moving marks apart, so that none covers another and a name has room beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

ROUNDS: Final = 90
# Width to height of the pane that the picture is made for.
SHAPE: Final = 2.3
# How much of the frame the marks with their rooms may fill.
FULLNESS: Final = 0.74
# How evenly marks fill the frame: 0 keeps distances, 1 keeps only the order.
EVENNESS: Final = 0.62
DOCK_STEP: Final = 48.0
DOCK_GAP: Final = 36.0
DOCK_ROW: Final = 12


@dataclass(frozen=True, slots=True)
class Footprint:
    """Half the width and half the height that a mark wants for itself, in units."""

    width: float
    height: float


def fill_frame(points: "Points", rooms: Sequence[Footprint]) -> "Points":
    """Stretch places over a frame of the pane's shape, large enough for all rooms.

    Each coordinate is a blend of its value and its place in the order, so that a crowd in the
    middle opens up and the order of things stays.
    """
    import numpy as np

    area = sum(4 * room.width * room.height for room in rooms) / FULLNESS
    height = (area / SHAPE) ** 0.5
    half = np.array([height * SHAPE / 2, height / 2])
    blended = [_blend(points[:, axis]) for axis in (0, 1)]
    return np.asarray(np.column_stack(blended) * half)


def _blend(values: "Points") -> "Points":
    import numpy as np

    span = float(np.ptp(values)) or 1.0
    kept = (values - values.min()) / span * 2 - 1
    order = np.empty(len(values))
    order[np.lexsort((np.arange(len(values)), values))] = np.linspace(-1, 1, len(values))
    return np.asarray(EVENNESS * order + (1 - EVENNESS) * kept)


def spread(
    points: "Points",
    rooms: Sequence[Footprint],
    *,
    fixed: "Points | None" = None,
    fixed_rooms: Sequence[Footprint] = (),
) -> "Points":
    """Move places apart until their rooms no longer meet, or for a fixed number of rounds.

    ``fixed`` places push and are not pushed.
    """
    import numpy as np

    everything = points if fixed is None else np.vstack([points, fixed])
    sizes = np.array([(r.width, r.height) for r in (*rooms, *fixed_rooms)])
    moved = everything + _nudge(len(everything), sizes.min())
    free = np.arange(len(everything)) < len(points)
    for _ in range(ROUNDS):
        if not _push(moved, sizes, free):
            break
    return moved[: len(points)]


def _nudge(count: int, size: float) -> "Points":
    """Return small steps in all directions, so that two at one place know where to go."""
    import numpy as np

    angle = np.arange(count) * 2.399963  # the golden angle: no two alike
    return np.column_stack([np.cos(angle), np.sin(angle)]) * size * 0.1


def _push(points: "Points", sizes: "Points", free: "NDArray[np.bool_]") -> bool:
    """Move every meeting pair half of its overlap apart; say whether any pair met.

    Distances are measured in rooms, whose corners are rounded (the 4-norm): a name is as wide
    at its ends as in its middle.
    """
    import numpy as np

    pairs = _near(points / (2 * sizes.max(axis=0)))
    if not len(pairs):
        return False
    first, second = pairs[:, 0], pairs[:, 1]
    reach = sizes[first] + sizes[second]
    gap = (points[second] - points[first]) / reach
    distance = (gap**4).sum(axis=1) ** 0.25
    meets = distance < 0.999  # noqa: PLR2004  # touching is apart
    if not meets.any():
        return False
    first, second, reach = first[meets], second[meets], reach[meets]
    unit = gap[meets] / np.maximum(distance[meets], 1e-9)[:, None]
    step = unit * reach * (1 - distance[meets])[:, None] * 0.45
    step *= np.where(free[first] & free[second], 0.5, 1.0)[:, None]
    _move(points, first, -step, free)
    _move(points, second, step, free)
    return True


def _move(
    points: "Points", moved: "NDArray[np.int64]", steps: "Points", free: "NDArray[np.bool_]"
) -> None:
    """Add up the steps of each free point that is moved."""
    import numpy as np

    for axis in (0, 1):
        total = np.bincount(moved, weights=steps[:, axis], minlength=len(points))
        points[:, axis] += total * free


def _near(points: "Points") -> "NDArray[np.int64]":
    """Return the pairs of points less than 1 apart on both axes, and a few more, each once.

    Points are sorted into the cells of a grid of 1 by 1; pairs are looked for in a cell and in
    four of its neighbours, so the work grows with the number of points.
    """
    import numpy as np

    cells = np.floor(points - points.min(axis=0)).astype(np.int64)
    row = int(cells[:, 1].max()) + 3
    keys = cells[:, 0] * row + cells[:, 1]
    order = np.argsort(keys, kind="stable")
    found = []
    for step in (0, 1, row - 1, row, row + 1):
        start = np.searchsorted(keys[order], keys + step, side="left")
        count = np.searchsorted(keys[order], keys + step, side="right") - start
        first = np.repeat(np.arange(len(points)), count)
        place = np.arange(len(first)) - np.repeat(np.cumsum(count) - count, count)
        second = order[np.repeat(start, count) + place]
        once = first < second if step == 0 else np.ones(len(first), dtype=bool)
        found.append(np.column_stack([first[once], second[once]]))
    return np.vstack(found)


def dock(
    ids: Iterable[str], *, below: Mapping[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Return a row, or several, below everything else for what is tied to nothing."""
    left = min((x for x, _ in below.values()), default=0.0)
    bottom = max((y for _, y in below.values()), default=0.0) + DOCK_GAP
    return {
        thing: (left + place % DOCK_ROW * DOCK_STEP, bottom + place // DOCK_ROW * DOCK_STEP / 3)
        for place, thing in enumerate(ids)
    }
