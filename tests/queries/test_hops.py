"""Who is reached through whom, after LASER-GO D4.1, section 3.2: Biocat as an access point."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from tests.builders import cluster, partnership, project

from hanse.graph.model import PARTNERSHIP_KINDS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.hops import Extent, Step

BIOX = ["biocat", "biom", "biopmed", "lyonbiopole"]


def graph_of(*partnerships: tuple[str, str, Sequence[str]]) -> PartnershipGraph:
    names = sorted({member for _, _, members in partnerships for member in members})
    said = [statement for name in names for statement in cluster(name)]
    for name, kind, members in partnerships:
        said += partnership(name, kind=kind, members=members)
    return project(said)


def test_biocat_opens_the_way_to_the_three_others_of_bioxclusters() -> None:
    graph = graph_of(("bioXclusters plus", "partnership", BIOX))

    extent = Extent.of(graph, ["biocat"])

    assert extent.steps == (
        Step(
            access_point="biocat",
            partnerships=("bioxclusters-plus",),
            clusters=("biom", "biopmed", "lyonbiopole"),
        ),
    )
    assert extent.clusters == frozenset(BIOX)


def test_a_partnership_within_the_alliance_opens_no_way_and_speaks_for_it() -> None:
    graph = graph_of(("LASER-GO", "partnership", ["litek", "hts"]))

    extent = Extent.of(graph, ["litek", "hts"])

    assert extent.steps == ()
    assert extent.inside == ("laser-go",)
    assert extent.partnerships == {"laser-go"}


def test_a_network_opens_a_way_only_on_request() -> None:
    graph = graph_of(("CEBR", "network", ["biocat", "medicen"]))

    assert Extent.of(graph, ["biocat"]).steps == ()
    assert Extent.of(graph, ["biocat"], PARTNERSHIP_KINDS).clusters == {"biocat", "medicen"}


def test_a_cluster_behind_two_access_points_counts_at_the_first() -> None:
    graph = graph_of(
        ("One", "partnership", ["a", "x", "y"]), ("Two", "consortium", ["b", "y", "z"])
    )

    steps = Extent.of(graph, ["b", "a"]).steps

    assert [(step.access_point, step.clusters) for step in steps] == [
        ("a", ("x", "y")),
        ("b", ("z",)),
    ]


def test_ways_lead_one_hop_and_no_further() -> None:
    graph = graph_of(("One", "partnership", ["a", "b"]), ("Two", "partnership", ["b", "c"]))

    assert Extent.of(graph, ["a"]).clusters == {"a", "b"}


sets_of_members = st.lists(st.sets(st.sampled_from("abcdefg"), min_size=1), min_size=1, max_size=4)


@given(sets_of_members, st.sets(st.sampled_from("abcdefg")))
def test_each_cluster_counts_once_over_all_ways(
    partnerships: list[set[str]], alliance: set[str]
) -> None:
    rows = [(f"p{n}", "partnership", sorted(members)) for n, members in enumerate(partnerships)]
    extent = Extent.of(graph_of(*rows, ("all", "network", "abcdefg")), sorted(alliance))

    counted = [*extent.members, *(c for step in extent.steps for c in step.clusters)]

    assert len(counted) == len(set(counted)) == len(extent.clusters)
