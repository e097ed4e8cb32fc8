"""Who promises to add most, estimated for all at once, is among those who do."""

from tests.builders import cluster, group, intake, partnership

from hanse.graph.claims import Claim
from hanse.graph.index import Index
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.indexed.promising import promising
from hanse.queries.reach import reach
from hanse.queries.reach_gains import GAINS, largest_gains


def claims() -> list[Claim]:
    """A is in the alliance; D opens a partnership of E and F; of G nobody states a figure."""
    said = cluster("A", country="FR", regions=["Paris"], numbers={"companies": 40})
    said += cluster("B", country="FR", regions=["Paris"], numbers={"companies": 30})
    said += cluster("C", country="DE", regions=["Berlin"], numbers={"companies": 500})
    for name, country, size in [("D", "ES", 10), ("E", "IT", 300), ("F", "PT", 400)]:
        said += cluster(name, country=country, regions=[name], numbers={"companies": size})
    said += cluster("G", country="SE", targets=["japan"])
    return said + partnership("Far", members=["d", "e", "f"])


def store() -> SqliteStore:
    return SqliteStore.in_memory([intake(claims())], address="test")


def test_the_best_of_the_estimate_are_the_best_of_the_exact_reading() -> None:
    index, graph = Index.of(store()), PartnershipGraph.of(store())
    everybody = [c for c in graph.ids("cluster") if c != "a"]
    exact = reach(graph, alliance=["a"], candidates=everybody, with_marginal=False)

    for by in GAINS:
        wanted = [row.id for row in largest_gains(exact.marginal, by=by)][:3]
        assert set(wanted) <= set(promising(index, ["a"], most=4, by=by)), by


def test_a_member_and_who_is_set_aside_are_not_asked() -> None:
    found = promising(Index.of(store()), ["a"], most=9, without=["c"])

    assert set(found) == {"b", "d", "e", "f", "g"}
    assert found[-1] == "g"  # of whom nothing is known


def test_a_network_opens_a_way_on_request_alone() -> None:
    said = claims() + partnership("Wide", members=["b", "c"], kind="network")
    index = Index.of(SqliteStore.in_memory([intake(said)], address="test"))

    assert promising(index, ["a"], most=1, by="countries", without=["d", "e", "f"]) == ("c",)
    opened = promising(index, ["a", "b"], most=9, by="clusters", include_networks=True)
    assert opened.index("c") > opened.index("g")  # C is reached already, and brings nobody


def test_what_bounds_a_cluster_in_another_unit_or_by_a_group_counts() -> None:
    said = claims() + cluster("H", numbers={"members": 700}) + cluster("I")
    said += group("Both", members=["i", "b"], numbers={"companies": 900})
    index = Index.of(SqliteStore.in_memory([intake(said)], address="test"))

    found = promising(index, ["a"], most=9, without=["d", "e", "f"])
    assert found[:4] == ("c", "i", "h", "b")  # 500 is more than the 40 reached; then at most
