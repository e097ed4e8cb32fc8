"""Sharing out seats, and Hall's condition: two ways that must agree."""

from hypothesis import given
from hypothesis import strategies as st

from hanse.queries.seats import hall_conditions, share_out

KINDS = ("photonics", "health", "care")
seats = st.dictionaries(st.sampled_from(KINDS), st.integers(0, 2), min_size=1)
able = st.dictionaries(st.sampled_from("abcde"), st.frozensets(st.sampled_from(KINDS)), min_size=1)


@given(seats, able)
def test_all_seats_are_filled_exactly_when_halls_condition_holds(
    seats: dict[str, int], able: dict[str, frozenset[str]]
) -> None:
    filled = share_out(seats, able)

    holds = all(
        sum(not can.isdisjoint(kinds) for can in able.values()) >= need
        for kinds, need in hall_conditions(seats)
    )

    assert (len(filled) == sum(seats.values())) is holds


@given(seats, able)
def test_nobody_sits_twice_nor_where_they_cannot(
    seats: dict[str, int], able: dict[str, frozenset[str]]
) -> None:
    filled = share_out(seats, able)

    sitting = [who for _, who in filled]
    assert len(sitting) == len(set(sitting))
    assert all(kind in able[who] for kind, who in filled)
    assert all([kind for kind, _ in filled].count(kind) <= seats[kind] for kind in seats)


def test_a_cluster_in_two_fields_fills_one_seat_only() -> None:
    both = frozenset({"photonics", "health"})

    assert len(share_out({"photonics": 1, "health": 1}, {"optence": both})) == 1
