"""What a place adds on the map is what each cluster that sits there adds by the plain reading."""

from hypothesis import given
from tests.builders import cluster, intake, region
from tests.worlds import days, worlds

from hanse.graph.claims import Claim
from hanse.graph.index import Index
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.indexed.region_parts import IndexedFootprint, region_parts
from hanse.queries.novelty import Footprint, novelty

ALLIANCE = cluster("A", country="FR", regions=["Alsace"])


def added(candidate: list[Claim], alliance: list[Claim] = ALLIANCE) -> tuple[float, float]:
    """Return what cluster "x" adds on the map to "a"."""
    store = SqliteStore.in_memory([intake([*alliance, *candidate])], address="test")
    index = Index.of(store)
    parts = region_parts(index, IndexedFootprint.of(index, index.codes(["a"])))
    place = index.places.of_clusters[index.row_of[index.codes(["x"])[0]]]
    return float(parts[0][place]), float(parts[1][place])


def test_a_new_country_is_worth_one_and_new_regions_half_their_share() -> None:
    assert added(cluster("X", country="DE", regions=["Hessen"])) == (1, 1)
    assert added(cluster("X", country="FR", regions=["Bretagne"])) == (0.5, 0.5)
    assert added(cluster("X", country="FR", regions=["Alsace", "Bretagne"])) == (0.25, 0.25)
    assert added(cluster("X", country="FR", regions=["Alsace"])) == (0, 0)


def test_what_is_unknown_of_a_candidate_leaves_a_range() -> None:
    assert added(cluster("X")) == (0, 1)
    assert added(cluster("X", country="FR")) == (0, 0.5)


def test_what_is_unknown_of_a_member_leaves_a_range() -> None:
    assert added(cluster("X", country="DE"), alliance=cluster("A")) == (0, 1)
    bretagne = cluster("X", country="FR", regions=["Bretagne"])
    assert added(bretagne, alliance=cluster("A", country="FR")) == (0, 0.5)


def test_a_region_within_one_that_is_held_is_not_new_and_one_around_it_may_be() -> None:
    nested = region("Alsace", within="grand-est") + region("Grand Est")

    inner = cluster("X", country="FR", regions=["Alsace"])
    outer = cluster("X", country="FR", regions=["Grand Est"])
    assert added(nested + inner, cluster("A", country="FR", regions=["Grand Est"])) == (0, 0)
    assert added(nested + outer) == (0, 0.5)


@given(worlds, days)
def test_everybody_adds_what_the_plain_reading_says(claims: list[Claim], day: str | None) -> None:
    store = SqliteStore.in_memory([intake(claims)], address="test")
    graph, index = PartnershipGraph.of(store, as_of=day), Index.of(store, as_of=day)
    alliance = graph.ids("cluster")[:2]
    low, high = region_parts(index, IndexedFootprint.of(index, index.codes(alliance)))
    footprint = Footprint.of(graph, [graph.cluster(one) for one in alliance])
    for row, one in enumerate(index.ids.some(index.clusters)):
        place = index.places.of_clusters[row]
        value = novelty(graph, graph.cluster(one), footprint).value
        assert (low[place], high[place]) == (value.low, value.high), one
