"""Drawings repeat with their seed, keep within their limits, and follow the stated shares."""

from collections import Counter

import pytest

from hanse.ingest.synthetic.drawing import Draw, Popular


def test_the_same_seed_draws_the_same_and_another_does_not() -> None:
    first, again, other = ([Draw(seed).below(1000) for _ in range(1)] for seed in (7, 7, 8))

    assert first == again != other


def test_a_seed_draws_what_it_has_always_drawn() -> None:
    draw = Draw(1)

    # The first numbers of the Mersenne Twister for seed 1: 0.13436, 0.84743, 0.76377.
    assert [draw.below(100_000) for _ in range(3)] == [13436, 84743, 76377]


def test_numbers_between_two_ends_reach_both_and_go_past_neither() -> None:
    draw = Draw(3)

    assert {draw.between(2, 5) for _ in range(300)} == {2, 3, 4, 5}


def test_sizes_follow_the_power_law_up_to_its_end() -> None:
    draw, number = Draw(4), 20_000
    sizes = [draw.size(least=2, most=60, steepness=1.2) for _ in range(number)]

    assert (min(sizes), max(sizes)) == (2, 60)
    # The share of sizes of n or more is ((2/n)^1.2 - (2/61)^1.2) / (1 - (2/61)^1.2).
    rest = (2 / 61) ** 1.2
    for size in (3, 4, 10, 30):
        expected = ((2 / size) ** 1.2 - rest) / (1 - rest)
        assert sum(s >= size for s in sizes) / number == pytest.approx(expected, abs=0.012)


def test_the_first_places_are_the_most_popular_by_the_stated_fall() -> None:
    popular, number = Popular(4, fall=1), 50_000

    places = Counter(popular.place(share / number) for share in range(number))

    # 1, 1/2, 1/3 and 1/4 add up to 25/12
    expected = [number * 12 / 25 / k for k in (1, 2, 3, 4)]
    assert [places[place] for place in range(4)] == pytest.approx(expected, abs=2)
    assert popular.place(1.0) == 3


def test_what_is_drawn_together_is_different_in_order_and_no_more_than_asked() -> None:
    draw, popular = Draw(5), Popular(6, fall=0.6)
    drawn = [draw.some_of(popular, 4) for _ in range(100)]

    assert all(places == sorted(set(places)) for places in drawn)
    assert {len(places) for places in drawn} <= {1, 2, 3, 4}
    assert draw.some_of(popular, 0) == []


def test_shuffling_keeps_every_number_once_and_moves_some() -> None:
    mixed = Draw(6).shuffled(50)

    assert sorted(mixed) == list(range(50))
    assert mixed != list(range(50))
