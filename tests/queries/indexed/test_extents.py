"""The index reaches whom the plain reading reaches, and sums up what they come to."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.builders import claim, cluster, intake, market, partnership
from tests.worlds import days, worlds

from hanse.graph.claims import Claim
from hanse.graph.index import Index
from hanse.graph.model import ACCESS_KINDS, PARTNERSHIP_KINDS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.hops import Extent
from hanse.queries.indexed.extents import IndexedExtent, Outline, outline


def indexed(claims: list[Claim]) -> Index:
    return Index.of(SqliteStore.in_memory([intake(claims)], address="test"))


def summed(claims: list[Claim], *clusters: str) -> tuple[Index, Outline]:
    index = indexed(claims)
    return index, outline(index, index.codes(clusters), index.codes([]))


@given(worlds, days, st.randoms(use_true_random=True))
def test_the_same_clusters_are_reached_by_the_same_ways(
    claims: list[Claim], day: str | None, random: Random
) -> None:
    store = SqliteStore.in_memory([intake(claims)], address="test")
    graph, index = PartnershipGraph.of(store, as_of=day), Index.of(store, as_of=day)
    clusters = graph.ids("cluster")
    alliance = sorted(random.sample(clusters, min(2, len(clusters))))
    for kinds in (ACCESS_KINDS, PARTNERSHIP_KINDS):
        plain = Extent.of(graph, alliance, kinds)
        found = IndexedExtent.of(index, index.codes(alliance), kinds)

        assert set(index.ids.some(found.clusters)) == plain.clusters
        assert set(index.ids.some(found.doors)) == plain.partnerships
        assert [(index.ids[one], tuple(index.ids.some(who))) for one, who in found.steps] == [
            (step.access_point, step.clusters) for step in plain.steps
        ]


def test_a_cluster_behind_two_members_is_reached_through_the_first() -> None:
    claims = [*cluster("A"), *cluster("B"), *cluster("C")]
    claims += partnership("P", members=["a", "c"]) + partnership("Q", members=["b", "c"])
    index = indexed(claims)

    found = IndexedExtent.of(index, index.codes(["a", "b"]))

    assert [(index.ids[m], index.ids.some(who)) for m, who in found.steps] == [("a", ["c"])]
    assert index.ids.some(found.doors) == ["p"]


def test_sizes_lie_between_the_largest_and_the_sum() -> None:
    claims = cluster("A", numbers={"companies": 10}) + cluster("B", numbers={"companies": 20})

    assert summed(claims, "a", "b")[1].counts["companies"] == Interval(20, 30)


def test_one_of_unknown_size_leaves_the_upper_end_open() -> None:
    claims = cluster("A", numbers={"companies": 10}) + cluster("B")
    _, found = summed(claims, "a", "b")

    assert found.counts["companies"] == Interval(10, None)
    assert found.counts["smes"].is_unknown


def test_only_sure_markets_count_and_the_same_region_counts_once() -> None:
    claims = cluster("A", country="FR", regions=["Alsace"], targets=["japan"])
    claims += cluster("B", regions=["Alsace"])
    claims += [
        said
        for name in ("China", "India")
        for said in (
            *market(name),
            claim("b", "targets", name.lower(), role="targets", context="either"),
        )
    ]
    index, found = summed([*claims, *market("Japan")], "a", "b")

    assert index.ids.some(found.markets) == ["japan"]
    assert index.ids.some(found.regions) == ["alsace"]
    assert found.countries == ("FR",)
