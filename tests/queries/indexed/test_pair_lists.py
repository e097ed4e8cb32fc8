"""Lists of candidates are cut to the best of each, and known to be sure or not."""

from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hanse.queries.indexed.pair_lists import (
    GRAIN,
    NOBODY,
    Drawn,
    Pairs,
    best_places,
    keys_of,
    kth,
)

randoms = st.randoms(use_true_random=True)


def drawn(*scored: tuple[int, int, float], ones: int = 1, most: int = 2) -> Drawn:
    """Return lists made of (line, other, score)."""
    at, others = (np.array([row[end] for row in scored]) for end in (0, 1))
    scores = np.array([row[2] for row in scored])
    lines = np.arange(ones)
    return Drawn.of(ones=lines, at=at, others=others, lows=scores, highs=scores, most=most)


def told(pairs: Pairs) -> list[tuple[int, int, float]]:
    columns = (pairs.ones.tolist(), pairs.others.tolist(), pairs.lows.tolist())
    return list(zip(*columns, strict=True))


def test_each_list_holds_its_best_in_order() -> None:
    found = drawn((1, 5, 0.2), (0, 7, 0.1), (0, 8, 0.9), (0, 9, 0.5), ones=2)

    assert found.at.tolist() == [0, 0, 1]
    assert found.others.tolist() == [8, 9, 5]


def test_of_equal_scores_the_earlier_id_comes_first() -> None:
    assert drawn((0, 9, 0.5), (0, 3, 0.5), (0, 4, 0.5 + GRAIN / 10)).others.tolist() == [3, 4]


def test_scores_below_nothing_count_as_nothing() -> None:
    found = drawn((0, 9, -0.5), (0, 8, 0.0), (0, 7, -1.0), most=3)

    assert found.others.tolist() == [7, 8, 9]
    assert found.settled(found.lows, found.highs, 1)[0].lows.tolist() == [0.0]


def test_the_list_of_a_place_is_that_of_each_at_it_itself_left_out() -> None:
    found = drawn((0, 4, 0.9), (0, 5, 0.5), (0, 6, 0.4), most=3)
    rows = np.array([4, 2])

    each = found.for_each(rows, np.array([0, 0]))

    assert each.most == 2
    assert list(zip(each.at.tolist(), each.others.tolist(), strict=True)) == [
        (0, 5), (0, 6), (1, 4), (1, 5),
    ]  # fmt: skip


def test_a_list_is_sure_while_its_last_place_stays_ahead_of_all_that_was_cut_off() -> None:
    found = drawn((0, 4, 0.9), (0, 5, 0.5), (0, 6, 0.4))

    still, is_sure = found.settled(np.array([0.6, 0.5]), np.array([0.6, 0.5]), 1)
    assert told(still) == [(0, 4, 0.6)]
    assert is_sure.tolist() == [True]

    fallen, is_sure = found.settled(np.array([0.1, 0.2]), np.array([0.1, 0.2]), 1)
    assert told(fallen) == [(0, 5, 0.2)]
    assert is_sure.tolist() == [False]


def test_a_list_from_which_nothing_was_cut_off_is_sure() -> None:
    found = drawn((0, 4, 0.9), most=2)

    assert found.settled(np.array([0.0]), np.array([0.0]), 1)[1].tolist() == [True]


def test_the_pairs_of_some_are_picked_out() -> None:
    pairs = drawn((0, 4, 0.9), (1, 5, 0.5), ones=2).settled(
        np.array([0.9, 0.5]), np.array([0.9, 0.5]), 1
    )[0]

    assert told(pairs.of_ones(np.array([1]))) == [(1, 5, 0.5)]


def test_the_kth_best_of_too_few_is_nobody() -> None:
    assert kth(np.array([[3, 1, 2]]), 2).tolist() == [2]
    assert kth(np.array([[3, 1, 2]]), 4).tolist() == [NOBODY]


@given(randoms)
def test_the_best_of_each_line_are_never_missed(random: Random) -> None:
    """Against sorting everything; few different scores, so that most are tied."""
    lines, width = random.randint(1, 3), random.randint(1, 60)
    ends = np.array([[random.choice((0.0, 0.1, 0.2)) for _ in range(width)] for _ in range(lines)])
    more = np.array([[random.choice((0.0, 0.1)) for _ in range(width)] for _ in range(lines)])
    lows, highs, number = keys_of(ends), keys_of(ends + more), random.randint(1, 8)

    line, place = best_places(lows, highs, kth(lows, number), number)

    found = {(int(at), int(one)) for at, one in zip(line, place, strict=True)}
    for at in range(lines):
        order = np.lexsort((np.arange(width), -highs[at], -lows[at]))[:number]
        assert {(at, int(one)) for one in order} <= found
    assert len(found) <= lines * 5 * number + lines
