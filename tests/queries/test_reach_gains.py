"""Candidates are ordered by what they add, and units are never added up."""

from hanse.graph.quantities import Interval
from hanse.queries.reach import Marginal
from hanse.queries.reach_gains import largest_gains


def gain(known: str, low: float | None, high: float | None, *countries: str) -> Marginal:
    return Marginal(
        id=known,
        change="gained",
        clusters=(known,),
        counts={"companies": Interval(low=low, high=high)},
        by_region={},
        regions=(),
        countries=countries,
        eu_member_states=(),
        markets=(),
    )


ROWS = (gain("some", 0, 90), gain("sure", 40, 50), gain("unknown", None, None, "FR", "ES"))


def test_what_is_certain_comes_first_then_what_is_possible() -> None:
    assert [row.id for row in largest_gains(ROWS)] == ["sure", "some", "unknown"]


def test_a_set_is_ordered_by_its_new_items() -> None:
    assert largest_gains(ROWS, by="countries")[0].id == "unknown"
