"""The network opens in other programs, with scores as attributes and nothing lost on the way.

networkx reads what is written here: it is not the program that writes it.
"""

import json
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from tests.builders import claim, cluster, counts, partnership, project, thing
from tests.strategies import NASTY

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Quantity
from hanse.viz.network_files import GEXF, Network, gexf, graphml, network, node_link

SCORES = {
    "biocat": {"fit": {"low": 0.4, "high": None}, "fit_rank": {"best": 1, "worst": 3}, "gone": None}
}


@pytest.fixture
def graph() -> PartnershipGraph:
    return project(
        cluster("BIOCAT", country="ES", aliases=["Bio", "Cat"])
        + counts("biocat", {"members": Quantity(value=300, unit="members", qualifier="at_least")})
        + cluster("LITEK")
        + partnership("LASER-GO", since="2016")
        + [claim("biocat", "member_of", "laser-go", since="2016", role="founder")]
        + [claim("biocat", "works_with", "litek"), claim("biocat", "eccp_listed", True)]
    )


@pytest.fixture
def drawn(graph: PartnershipGraph) -> Network:
    return network(graph, SCORES)


def read_gexf(text: bytes, tmp_path: Path) -> "nx.MultiDiGraph[str]":
    (tmp_path / "x.gexf").write_bytes(text)
    return nx.read_gexf(tmp_path / "x.gexf")


def read_graphml(text: bytes, tmp_path: Path) -> "nx.MultiDiGraph[str]":
    (tmp_path / "x.graphml").write_bytes(text)
    return nx.read_graphml(tmp_path / "x.graphml", force_multigraph=True)


def test_gexf_holds_every_node_and_tie_with_scores_as_attributes(
    drawn: Network, tmp_path: Path
) -> None:
    read = read_gexf(gexf(drawn), tmp_path)
    biocat = read.nodes["biocat"]

    assert sorted(read) == ["biocat", "laser-go", "litek"]
    assert read.number_of_edges() == 2
    assert (biocat["label"], biocat["kind"], biocat["country"]) == ("BIOCAT", "cluster", "ES")
    assert (biocat["fit_low"], biocat["fit_rank_best"], biocat["fit_rank_worst"]) == (0.4, 1, 3)
    assert (biocat["members_low"], biocat["members_qualifier"]) == (300, "at_least")
    assert biocat["alias"] == "Bio | Cat"
    assert biocat["eccp_listed"] is True


def test_what_is_unknown_is_no_attribute(drawn: Network, tmp_path: Path) -> None:
    for read in (read_gexf(gexf(drawn), tmp_path), read_graphml(graphml(drawn), tmp_path)):
        assert "fit_high" not in read.nodes["biocat"]
        assert "gone" not in read.nodes["biocat"]
        assert "country" not in read.nodes["litek"]


def test_graphml_holds_the_same(drawn: Network, tmp_path: Path) -> None:
    read = read_graphml(graphml(drawn), tmp_path)

    assert read.nodes["biocat"]["fit_low"] == 0.4
    assert read.nodes["laser-go"]["since"] == "2016"
    (tie,) = read["biocat"]["laser-go"].values()
    assert (tie["relation"], tie["label"], tie["role"]) == ("member_of", "member of", "founder")
    assert (tie["since"], tie["stated_by"], tie["locator"]) == ("2016", "test", "p. 1")


def test_gexf_is_the_version_that_gephi_reads(drawn: Network) -> None:
    root = ElementTree.fromstring(gexf(drawn))

    assert root.tag == f"{{{GEXF}}}gexf"
    assert root.get("version") == "1.2"
    ids = [tie.get("id") for tie in root.iter(f"{{{GEXF}}}edge")]
    assert len(set(ids)) == len(ids) == 2


def test_an_attribute_that_is_a_number_here_and_a_text_there_is_a_text(tmp_path: Path) -> None:
    graph = project([*thing("cluster", "A", order=1), *thing("cluster", "B", order="first")])

    assert read_gexf(gexf(network(graph)), tmp_path).nodes["a"]["order"] == "1"


def test_node_link_json_keeps_lists_and_open_ends(graph: PartnershipGraph) -> None:
    document = json.loads(node_link(graph, SCORES))
    read = nx.node_link_graph(document)
    biocat = read.nodes["biocat"]

    assert biocat["attributes"]["alias"] == ["Bio", "Cat"]
    assert biocat["counts"]["members"] == {"low": 300, "high": None, "qualifier": "at_least"}
    assert biocat["scores"]["fit"] == {"low": 0.4, "high": None}
    assert read.number_of_edges() == 2


@pytest.mark.parametrize("name", NASTY)
def test_no_name_breaks_a_file(name: str, tmp_path: Path) -> None:
    graph = project([*thing("cluster", name, id=name), *partnership("P", members=[name])])
    drawn = network(graph)

    assert len(read_gexf(gexf(drawn), tmp_path)) == 2
    assert len(read_graphml(graphml(drawn), tmp_path)) == 2
    assert json.loads(node_link(graph))["nodes"][0]["id"] in (name, "p")


def test_prototype_names_are_names() -> None:
    graph = project(thing("cluster", "x", id="__proto__") + thing("cluster", "y", id="constructor"))

    assert [n["id"] for n in json.loads(node_link(graph))["nodes"]] == ["__proto__", "constructor"]


def test_ids_that_xml_cannot_hold_stay_two(tmp_path: Path) -> None:
    graph = project(thing("cluster", "x", id="a\x00") + thing("cluster", "y", id="a\x01"))

    assert len(read_gexf(gexf(network(graph)), tmp_path)) == 2


def test_the_same_graph_gives_the_same_file(graph: PartnershipGraph) -> None:
    assert gexf(network(graph)) == gexf(network(graph))
    assert b"20" not in gexf(network(project(cluster("A"))))[:300]  # no date of writing
