from tests.builders import claim, cluster, counts, partnership, project

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Quantity
from hanse.viz.cluster_lists import FIXED, cluster_list
from hanse.viz.network_files import NO_SCORES, Scores


def rows(graph: PartnershipGraph, scores: Scores = NO_SCORES) -> dict[object, dict[str, object]]:
    listed = cluster_list(graph, scores)
    return {row[0]: dict(zip(listed.columns, row, strict=True)) for row in listed.rows}


def test_a_cluster_is_a_row_with_names_and_not_ids() -> None:
    graph = project(
        cluster("BIOCAT", country="ES", regions=["Catalonia"], aliases=["A", "B"],
                categories={"technology_field": ["Optics"]})
        + partnership("LASER-GO", members=["biocat"])
    )  # fmt: skip

    biocat = rows(graph)["biocat"]

    assert (biocat["name"], biocat["country"], biocat["regions"]) == ("BIOCAT", "ES", "Catalonia")
    assert (biocat["aliases"], biocat["technology_field"]) == ("A | B", "Optics")
    assert biocat["partnerships"] == "laser-go"


def test_what_is_unknown_is_an_empty_cell_and_the_column_stays() -> None:
    listed = cluster_list(project(cluster("BIOCAT")))

    assert listed.columns == FIXED
    assert listed.rows[0][FIXED.index("country")] is None


def test_a_count_is_its_two_ends_side_by_side() -> None:
    between = Quantity(value=100, upper=150, unit="smes", qualifier="between")
    listed = cluster_list(project(cluster("BIOCAT") + counts("biocat", {"smes": between})))

    assert listed.columns[len(FIXED) :] == ("smes_low", "smes_high", "smes_qualifier")
    assert listed.rows[0][len(FIXED) :] == (100, 150, "between")


def test_scores_stand_beside_what_is_known() -> None:
    scores = {"biocat": {"fit": {"low": 0.4, "high": 0.6}, "fit_rank": None}}

    biocat = rows(project(cluster("BIOCAT") + cluster("LITEK")), scores)

    assert (biocat["biocat"]["fit_low"], biocat["biocat"]["fit_high"]) == (0.4, 0.6)
    assert biocat["litek"]["fit_low"] is None


def test_invented_data_say_so() -> None:
    graph = project([*cluster("BIOCAT"), claim("biocat", "synthetic", True), *cluster("LITEK")])

    assert rows(graph)["biocat"]["synthetic"] is True
    assert rows(graph)["litek"]["synthetic"] is None
