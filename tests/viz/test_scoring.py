from hanse.viz.scoring import merge, scores
from hanse.viz.session import Session


def test_complementarity_and_fit_stay_two_properties_of_a_node() -> None:
    session = Session.open("laser-go")

    found = scores(session, "laser-go", chain="photonics-for-health", guide="laser-go-2017")

    assert {"complementarity", "fit", "coverage", "fit_rank"} <= found["biocat"].keys()
    assert found["biocat"]["fit_rank"] is None  # a tenth of the guide is scored


def test_scores_become_properties_of_the_nodes_and_the_graph_stays_as_it_was() -> None:
    session = Session.open("laser-go")
    found = scores(session, "laser-go", chain="photonics-for-health")

    scored = session.graph.with_scores(found)

    assert scored.networkx.nodes["biocat"]["scores"] == found["biocat"]
    assert "scores" not in session.graph.networkx.nodes["biocat"]


def test_later_scores_join_earlier_ones() -> None:
    found: dict[str, dict[str, object]] = {"a": {"fit": 1}}

    merge(found, {"a": {"rank": 2}, "b": {"fit": 3}})

    assert found == {"a": {"fit": 1, "rank": 2}, "b": {"fit": 3}}
