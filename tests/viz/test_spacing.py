"""Marks move apart until each has its room, the same way every time."""

import numpy as np
import pytest

from hanse.viz.spacing import DOCK_GAP, Footprint, dock, fill_frame, spread

ROOM = Footprint(20, 12)


def crowd(count: int, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(count, 2))


def closest(points: np.ndarray, room: Footprint) -> float:
    """Return the smallest distance between two points, in rooms (1: they touch)."""
    gaps = (points[:, None] - points[None]) / (2 * room.width, 2 * room.height)
    apart = (gaps**4).sum(axis=2) ** 0.25
    return float(apart[np.triu_indices(len(points), 1)].min())


@pytest.mark.parametrize("count", [2, 30, 150])
def test_after_spreading_no_two_rooms_meet(count: int) -> None:
    points = fill_frame(crowd(count), [ROOM] * count)

    assert closest(spread(points, [ROOM] * count), ROOM) > 0.9


def test_two_at_one_place_find_a_way_apart() -> None:
    assert closest(spread(np.zeros((5, 2)), [ROOM] * 5), ROOM) > 0.9


def test_the_same_points_spread_the_same_way() -> None:
    points = fill_frame(crowd(60), [ROOM] * 60)

    assert (spread(points, [ROOM] * 60) == spread(points, [ROOM] * 60)).all()


def test_what_is_fixed_pushes_and_stays() -> None:
    fixed = np.array([[0.0, 0.0]])
    moved = spread(np.array([[1.0, 0.0]]), [ROOM], fixed=fixed, fixed_rooms=[ROOM])

    assert abs(moved[0, 0]) > 30
    assert (fixed == 0).all()


def test_a_frame_keeps_the_order_of_things_from_left_to_right() -> None:
    points = crowd(40)
    framed = fill_frame(points, [ROOM] * 40)

    assert (np.argsort(points[:, 0]) == np.argsort(framed[:, 0])).all()


def test_what_is_tied_to_nothing_stands_below_the_rest() -> None:
    placed = dock(["a", "b"], below={"x": (0.0, 0.0), "y": (50.0, 100.0)})

    assert {y for _, y in placed.values()} == {100.0 + DOCK_GAP}
    assert placed["a"][0] < placed["b"][0]
