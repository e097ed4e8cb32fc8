"""Other weights are read from an address, and have to add up."""

import pytest
from tests.explorers import session

from hanse.graph.errors import BadInput, UnknownName
from hanse.viz.weights import read_weights, reweighted

GUIDE = session().guide()


def test_what_is_not_named_keeps_its_weight() -> None:
    changed = reweighted(GUIDE, {"listed": 40})

    assert [c.weight for c in changed.criteria] == [0.4, 0.6]


def test_weights_become_shares() -> None:
    changed = reweighted(GUIDE, read_weights("listed:25,interest:75"))

    assert [c.weight for c in changed.criteria] == [0.25, 0.75]


def test_a_wrong_sum_is_refused_with_the_sum() -> None:
    with pytest.raises(BadInput, match="add up to 90 percent"):
        reweighted(GUIDE, {"listed": 30})


def test_a_criterion_that_the_guide_lacks_is_refused() -> None:
    with pytest.raises(UnknownName):
        reweighted(GUIDE, {"colour": 100})


@pytest.mark.parametrize(
    "text", ["listed", "listed:", "listed:x", "listed:nan", "listed:-1", "listed:101", ":5",
             "listed:5,listed:6"],
)  # fmt: skip
def test_what_is_no_weight_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="is no weight of a criterion"):
        read_weights(text)
