"""TOPSIS and PROMETHEE II against the oracle `rubric`, and why they are second opinions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rubric_oracle import CRITERIA, NAMES, ORACLE, evaluation, scores

from hanse.graph.quantities import UNKNOWN, exact
from hanse.queries.second_opinions import promethee2, second_opinions, topsis

FOUND = second_opinions(evaluation())


def test_topsis_is_that_of_the_fixture() -> None:
    assert [FOUND.topsis[name] for name in NAMES] == pytest.approx(ORACLE["topsis"], abs=1e-6)


def test_promethee_2_is_that_of_the_fixture() -> None:
    found = [FOUND.promethee2[name] for name in NAMES]

    assert found == pytest.approx(ORACLE["promethee2_usual"], abs=1e-6)


@pytest.mark.parametrize("leaving", ["k04", "k05", "k07"])
def test_promethees_winner_changes_when_a_loser_leaves_and_the_rubrics_does_not(
    leaving: str,
) -> None:
    rest = [name for name in NAMES if name != leaving]
    found = evaluation(of=rest)
    flows = {n: f for n, f in second_opinions(found).promethee2.items() if f is not None}

    assert max(flows, key=lambda name: flows[name]) == "k01"
    assert found.candidates[0].id == "k03"


def test_they_say_that_they_are_relative_to_the_set() -> None:
    assert FOUND.note.startswith("relative to this set")


def test_a_candidate_with_a_blank_is_left_out_and_named() -> None:
    table = scores()
    table["k04"]["culture"] = UNKNOWN
    found = second_opinions(evaluation(table))

    assert found.left_out == ("k04",)
    assert "k04" not in found.topsis
    assert "k04" not in found.promethee2


def test_nobody_and_one_alone_have_no_order() -> None:
    alone = second_opinions(evaluation(of=["k01"]))

    assert second_opinions(evaluation(of=[])).topsis == {}
    assert (alone.topsis, alone.promethee2) == ({"k01": None}, {"k01": None})


def test_candidates_that_are_equal_cannot_be_told_apart() -> None:
    equal = {name: dict(zip(CRITERIA, [exact(0)] * 10, strict=True)) for name in NAMES[:2]}
    found = second_opinions(evaluation(equal, of=NAMES[:2]))

    assert [*found.topsis.values()] == [None, None]
    assert [*found.promethee2.values()] == [0, 0]


tables = st.integers(2, 6).flatmap(
    lambda width: st.tuples(
        st.lists(
            st.lists(st.integers(0, 5), min_size=width, max_size=width), min_size=2, max_size=6
        ),
        st.lists(st.floats(0.01, 1), min_size=width, max_size=width),
    )
)


@given(tables)
def test_closeness_is_a_share_and_flows_add_up_to_0(
    table: tuple[list[list[int]], list[float]],
) -> None:
    rows, weights = table

    assert all(value is None or 0 <= value <= 1 for value in topsis(rows, weights))
    assert sum(flow or 0 for flow in promethee2(rows, weights)) == pytest.approx(0, abs=1e-9)
