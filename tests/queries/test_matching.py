"""Who completes whom is what each cluster gets to know that asks for candidates by itself."""

import pytest
from tests.builders import cluster, partnership, project, value_chain

from hanse.graph.quantities import Interval
from hanse.queries.complementarity import candidates
from hanse.queries.matching import TOP, matches, rounded
from hanse.queries.scores import Weights

CHAIN = value_chain({"Optics": 1.0}, {"Lasers": 0.7}, {"Health": 0.5})
GRAPH = project(
    [
        said
        for name, country, labels in (
            ("A", "FR", ["Optics"]),
            ("B", "FR", ["Lasers"]),
            ("C", "DE", ["Optics", "Health"]),
            ("D", "AT", ["Health"]),
            ("E", None, []),
        )
        for said in cluster(name, country=country, categories={"technology_field": labels})
    ]
    + partnership("P", members=["a", "c"])
    + partnership("N", members=["b", "d"], kind="network")
)


@pytest.mark.parametrize("include_networks", [True, False])
@pytest.mark.parametrize("weights", [Weights(), Weights(access=1, region=0.01)])
def test_every_cluster_is_matched_as_if_it_asked_by_itself(
    weights: Weights, *, include_networks: bool
) -> None:
    found = matches(GRAPH, CHAIN, weights=weights, include_networks=include_networks)

    assert {match.a for match in found} == {"a", "b", "c", "d", "e"}
    for one in "abcde":
        alone = candidates(
            GRAPH,
            alliance=[one],
            chain=CHAIN,
            weights=weights,
            include_networks=include_networks,
            top=TOP,
        ).candidates
        expected = [(other.id, rounded(other.score)) for other in alone]
        assert [(match.b, match.score) for match in found if match.a == one] == expected


def test_clusters_come_by_id_and_one_of_which_no_category_is_known_completes_nobody() -> None:
    found = matches(GRAPH, CHAIN)

    assert [match.a for match in found] == [*"aaabbbcccdddeeee"]
    assert {match.b for match in found if match.a == "a"} == {"b", "c", "d"}
    assert {match.b for match in found if match.a == "e"} == {"a", "b", "c", "d"}


def test_no_more_than_the_best_few_are_named() -> None:
    every, first = matches(GRAPH, CHAIN), matches(GRAPH, CHAIN, top=1)

    assert [match.a for match in first] == ["a", "b", "c", "d", "e"]
    assert first == tuple(next(m for m in every if m.a == one.a) for one in first)
    assert matches(GRAPH, CHAIN, top=0) == ()


def test_a_score_is_rounded_to_the_decimals_at_which_scores_are_told_apart() -> None:
    assert rounded(Interval(0.1 + 0.2, 0.7 + 1e-15)) == Interval(0.3, 0.7)
