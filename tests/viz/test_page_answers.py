"""What the explorer asks besides: gains of the best candidates, and who bridges."""

from tests.builders import partnership
from tests.explorers import bare, session

from hanse.viz.opening import opening
from hanse.viz.page_answers import bridges_of, gains_document


def test_the_largest_gain_comes_first() -> None:
    gains = gains_document(opening(session()), ["litek", "opticsvalley"])["gains"]
    sizes = [len(one["clusters"]) for one in gains]  # type: ignore[attr-defined]

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 3  # who opens bioXclusters brings its three members


def test_nobody_is_asked_about_without_a_chain() -> None:
    assert gains_document(opening(bare()), ())["gains"] == []


def test_a_cluster_in_two_partnerships_bridges_them() -> None:
    asked = session(*partnership("Third", members=["biocat", "litek"]))
    found = bridges_of(asked.__class__(asked.store, asked.graph))["access_points"]

    assert {one["id"] for one in found} == {"biocat", "litek"}  # type: ignore[attr-defined]
