"""All views of how robust an evaluation is, together; each has its own tests beside it."""

import pytest
from tests.builders import cluster, project
from tests.people import GUIDE
from tests.rubric_oracle import ORACLE, evaluation, scores

from hanse.graph.quantities import UNKNOWN
from hanse.queries.robustness import robustness
from hanse.queries.rubric import evaluate


def test_the_weights_of_the_guide_and_not_the_ratings_make_k03_win() -> None:
    """K03 leads around the guide's weights, and K01 once no weight is taken for granted."""
    found = robustness(evaluation())

    assert max(found.around.first.items(), key=lambda item: item[1])[0] == "k03"
    assert max(found.open.first.items(), key=lambda item: item[1])[0] == "k01"
    assert found.around.first["k03"] == pytest.approx(0.847, abs=ORACLE["smaa_tol"])


def test_the_nearest_swaps_are_the_first_tie_of_each_criterion() -> None:
    found = robustness(evaluation(), draws=10)

    assert found.nearest[0] == found.ties[0]
    assert len(found.nearest) == len({tie.criterion for tie in found.nearest})


def test_blanks_are_the_facts_worth_finding_out() -> None:
    table = scores()
    table["k04"] |= {"financial-stability": UNKNOWN, "interest": UNKNOWN}
    table["k09"]["fair-contract"] = UNKNOWN
    found = robustness(evaluation(table), draws=10)

    assert {(f.candidate, f.criterion) for f in found.facts} == {
        ("k04", "interest"), ("k04", "financial-stability"), ("k09", "fair-contract"),
    }  # fmt: skip
    assert found.second_opinions.left_out == ("k09", "k04")


def test_where_almost_nothing_is_scored_everybody_may_lead() -> None:
    graph = project([*cluster("A"), *cluster("B"), *cluster("C")])
    found = robustness(evaluate(graph, GUIDE, candidates=["a", "b", "c"]), draws=5_000)

    assert all(share == pytest.approx(1 / 3, abs=0.03) for share in found.around.first.values())
    assert found.ties == ()
