"""Candidates are ordered by what they add, and units are never added up."""

import pytest
from tests.builders import cluster, project

from hanse.graph.errors import BadInput
from hanse.graph.quantities import Interval
from hanse.queries.reach import Marginal, reach
from hanse.queries.reach_gains import gain_named, largest_gains, unit_key, with_largest_gains


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


ROWS = (
    gain("nothing", 0, 0),
    gain("open", 0, None),
    gain("some", 0, 90),
    gain("sure", 40, 50),
    gain("unknown", None, None, "FR", "ES"),
)


def test_what_is_certain_comes_first_then_what_is_possible_an_open_end_being_the_largest() -> None:
    assert [row.id for row in largest_gains(ROWS)][:3] == ["sure", "open", "some"]


def test_an_unknown_gain_comes_after_the_known_ones_and_before_none_at_all() -> None:
    assert [row.id for row in largest_gains(ROWS)][3:] == ["unknown", "nothing"]
    assert unit_key(Interval(0, 1)) < unit_key(Interval(None, None)) < unit_key(Interval(0, 0))


def test_a_set_is_ordered_by_its_new_items() -> None:
    assert largest_gains(ROWS, by="countries")[0].id == "unknown"


def test_what_is_told_is_what_was_ordered_after_what_would_be_lost() -> None:
    said = cluster("A", numbers={"companies": 10})
    said += cluster("B", numbers={"companies": 90}) + cluster("C", numbers={"companies": 500})
    found = reach(project(said), alliance=["a"], candidates=["b", "c"])

    best = with_largest_gains(found, 1)

    assert [(row.id, row.change) for row in best.marginal] == [("a", "lost"), ("c", "gained")]
    assert best.marginal[1].counts["companies"] == Interval(490, 500)
    assert best.marginal[1] in found.marginal


def test_a_gain_in_what_no_gain_is_told_in_is_refused_with_what_it_may_be() -> None:
    with pytest.raises(BadInput, match="research_bodies") as refused:
        gain_named("money", where="--marginal-by")

    assert refused.value.exit_status == 2
    assert refused.value.where == "--marginal-by"
