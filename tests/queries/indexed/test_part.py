"""The graph of a part says of its clusters what the whole graph says, and leaves out the rest."""

from hypothesis import given
from tests.builders import claim, cluster, intake, partnership
from tests.worlds import days, worlds

from hanse.graph.claims import Claim
from hanse.graph.index import Index
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.indexed.part import Part

CLAIMS = [
    *cluster("A", country="FR", regions=["Alsace"], categories={"technology_field": ["Optics"]}),
    *cluster("B", country="DE", numbers={"companies": 7}),
    *cluster("C", country="AT"),
    *partnership("P", members=["a", "b"]),
]


def part_of(claims: list[Claim], *clusters: str) -> tuple[Part, SqliteStore]:
    store = SqliteStore.in_memory([intake(claims)], address="test")
    index = Index.of(store)
    return Part(index, index.codes(clusters)), store


def test_a_cluster_comes_with_its_places_categories_and_partnerships() -> None:
    part, store = part_of(CLAIMS, "a")
    graph = part.graph(store)

    assert graph.cluster("a") == PartnershipGraph.of(store).cluster("a")
    assert graph.name("p") == "P"
    assert graph.category("technology_field:optics").label == "Optics"
    assert "c" not in graph


def test_those_behind_a_partnership_are_known_by_name_and_membership_alone() -> None:
    part, store = part_of(CLAIMS, "a")
    part.and_those_behind()
    graph = part.graph(store)

    assert graph.members("p") == ("a", "b")
    assert graph.name("b") == "B"
    assert graph.cluster("b").country is None
    assert graph.counts("b") == {}


def test_further_things_are_taken_as_a_whole() -> None:
    part, store = part_of(CLAIMS, "a")
    part.and_(Index.of(store).codes(["c"]))

    assert part.graph(store).cluster("c").country == "AT"


def test_what_was_judged_to_be_the_same_is_taken_along() -> None:
    judged = [*cluster("A2", country="FR"), claim("a2", "same_as", "a")]
    part, store = part_of([*cluster("A"), *judged], "a")

    assert part.graph(store).cluster("a").country == "FR"


@given(worlds, days)
def test_a_part_tells_of_its_clusters_what_the_whole_tells(
    claims: list[Claim], day: str | None
) -> None:
    store = SqliteStore.in_memory([intake(claims)], address="test")
    graph, index = PartnershipGraph.of(store, as_of=day), Index.of(store, as_of=day)
    for one in graph.ids("cluster")[::3]:
        part = Part(index, index.codes([one]))
        part.and_those_behind()
        told = part.graph(store)

        assert told.cluster(one) == graph.cluster(one)
        for membership in graph.memberships(one):
            door = membership.partnership
            assert told.members(door) == graph.members(door)
