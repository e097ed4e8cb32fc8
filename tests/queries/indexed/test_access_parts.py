"""Access on the index is what the plain reading gives, for many candidates at once."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from tests.builders import cluster, intake, partnership
from tests.worlds import days, worlds

from hanse.graph.claims import Claim
from hanse.graph.index import Index
from hanse.graph.model import ACCESS_KINDS, PARTNERSHIP_KINDS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.access import Surroundings, access
from hanse.queries.indexed.access_parts import IndexedSurroundings, access_parts

NAMES = ("Biocat", "BioM", "bioPmed", "Lyonbiopole", "LITEK", "Medicen")
CLUSTERS = [said for name in NAMES for said in cluster(name)]
# The newsletter of January 2017: the four of bioXclusters plus.
BIOX = partnership("bioXclusters plus", members=["biocat", "biom", "biopmed", "lyonbiopole"])


def opened(
    claims: list[Claim], alliance: Sequence[str], kinds: Sequence[str] = ACCESS_KINDS
) -> float:
    """Return the access that Biocat opens to an alliance."""
    index = Index.of(SqliteStore.in_memory([intake([*CLUSTERS, *claims])], address="test"))
    around = IndexedSurroundings.of(index, index.codes(alliance), kinds)
    return float(access_parts(index, around, index.codes(["biocat"]))[0])


def test_three_clusters_newly_reached_are_worth_one_half() -> None:
    assert opened(BIOX, ["litek"]) == pytest.approx(0.5)


def test_who_stands_behind_two_partnerships_counts_once() -> None:
    twice = partnership("Second", members=["biocat", "biom", "medicen"])

    assert opened([*BIOX, *twice], ["litek"]) == pytest.approx(4 * 0.5 / 3)


def test_who_is_reached_already_is_not_counted() -> None:
    known = partnership("Known", members=["litek", "biom"])

    assert opened([*BIOX, *known], ["litek"]) == pytest.approx(2 * 0.5 / 3)


def test_a_network_gives_access_on_request_only() -> None:
    network = partnership("Network", members=["biocat", "medicen"], kind="network")

    assert opened(network, ["litek"]) == 0
    assert opened(network, ["litek"], PARTNERSHIP_KINDS) == pytest.approx(0.5 / 3)


@given(worlds, days)
def test_everybody_opens_as_much_as_the_plain_reading_says(
    claims: list[Claim], day: str | None
) -> None:
    store = SqliteStore.in_memory([intake(claims)], address="test")
    graph, index = PartnershipGraph.of(store, as_of=day), Index.of(store, as_of=day)
    clusters = graph.ids("cluster")
    for kinds in (ACCESS_KINDS, PARTNERSHIP_KINDS):
        around = IndexedSurroundings.of(index, index.codes(clusters[:2]), kinds)
        plain = Surroundings.of(graph, clusters[:2], kinds)
        found = access_parts(index, around, index.codes(clusters)).tolist()

        assert found == [access(graph, one, plain).value.low for one in clusters]
