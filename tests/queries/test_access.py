"""Access counts clusters first reached through a candidate's partnerships, each once."""

import pytest
from tests.builders import cluster, partnership, project

from hanse.graph.claims import Claim
from hanse.graph.model import PARTNERSHIP_KINDS
from hanse.queries.access import Surroundings, access
from hanse.queries.reasons import Part

CLUSTERS = [
    said
    for name in ("Biocat", "BioM", "bioPmed", "Lyonbiopole", "LITEK", "Medicen")
    for said in cluster(name)
]
# The newsletter of January 2017: the four of bioXclusters plus.
BIOX = partnership("bioXclusters plus", members=["biocat", "biom", "biopmed", "lyonbiopole"])


def opened(
    *partnerships: list[Claim],
    alliance: tuple[str, ...] = ("litek",),
    networks: bool = False,
) -> Part:
    graph = project([*CLUSTERS, *(said for claims in partnerships for said in claims)])
    around = (
        Surroundings.of(graph, alliance, PARTNERSHIP_KINDS)
        if networks
        else Surroundings.of(graph, alliance)
    )
    return access(graph, "biocat", around)


def test_biocat_opens_access_to_the_three_others_of_bioxclusters() -> None:
    part = opened(BIOX)

    assert part.value.low == part.value.high == pytest.approx(0.5)
    assert part.reasons[0].text == (
        "Opens access to three clusters not reached so far, through bioXclusters plus:"
        " BioM, Lyonbiopole and bioPmed."
    )
    assert part.reasons[0].evidence


def test_without_a_partnership_nothing_is_opened() -> None:
    part = opened()

    assert part.value.high == 0
    assert part.reasons == ()


def test_a_cluster_that_is_a_member_already_is_not_reached_again() -> None:
    assert opened(BIOX, alliance=("litek", "biom")).value.high == 0


def test_a_cluster_that_a_member_reaches_already_is_not_counted() -> None:
    shared = partnership("Shared", members=["litek", "biom"])

    assert opened(BIOX, shared).value.high == pytest.approx(0.5 * 2 / 3)


def test_a_cluster_on_two_paths_counts_once() -> None:
    second = partnership("bioXclusters", kind="consortium", members=["biocat", "biom"])

    assert opened(BIOX, second).value.high == pytest.approx(0.5)


def test_a_network_opens_access_only_on_request() -> None:
    network = partnership("CEBR", kind="network", members=["biocat", "medicen"])

    assert opened(network).value.high == 0
    assert opened(network, networks=True).value.high == pytest.approx(0.5 / 3)


def test_access_never_counts_more_than_in_full() -> None:
    names = [f"Cluster {number}" for number in range(12)]
    many = [said for name in names for said in cluster(name)]
    large = partnership("Large", members=["biocat", *(f"cluster-{n}" for n in range(12))])

    part = opened(many, large)

    assert part.value.high == 1
    assert part.reasons[0].text.endswith("and four others.")
