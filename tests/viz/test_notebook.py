"""A notebook shows an alliance as one picture, without scripts and with every text escaped."""

import xml.etree.ElementTree as ElementTree

import pytest
from tests.builders import cluster, market, partnership, project

from hanse.graph.errors import UnknownName
from hanse.graph.model import Settings
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.viz.notebook import show


def graph() -> PartnershipGraph:
    claims = cluster("Optics <b>", id="a", regions=["Norte"], country="PT") + cluster("B")
    claims += cluster("Stranger") + market("Japan")
    claims += partnership("LASER-GO", members=["a", "b"], targets=["japan"])
    return project(claims, settings=Settings(alliance="laser-go"))


def test_members_and_what_they_are_tied_to_are_drawn() -> None:
    picture = show(graph(), "Laser-Go")

    assert [node.id for node in picture.nodes] == ["a", "b", "japan", "laser-go", "norte"]
    assert {node.id for node in picture.nodes} == set(picture.places)
    assert picture.title == "LASER-GO: 2 members and what they are tied to"


def test_the_projects_own_alliance_is_shown_when_none_is_named() -> None:
    assert show(graph()) == show(graph(), "laser-go")


def test_the_markup_is_one_svg_whose_texts_are_escaped() -> None:
    markup = show(graph())._repr_html_()
    (svg,) = ElementTree.fromstring(markup).iter("{http://www.w3.org/2000/svg}svg")

    assert "Optics <b>" in "".join(svg.itertext())
    assert "<script" not in markup
    assert "<b>" not in markup


def test_an_unknown_alliance_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="no partnership is called 'laser-g'"):
        show(graph(), "laser-g")


def test_an_alliance_of_nobody_is_an_empty_picture() -> None:
    picture = show(project(partnership("Empty")), "empty")

    assert picture.nodes == ()
    assert "Empty: 0 members" in picture.svg
