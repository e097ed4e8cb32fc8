"""A view made ready to draw opens with what the project is about."""

import pytest
from tests.explorers import bare, session

from hanse.viz.legend import CATEGORIES, NOTHING
from hanse.viz.opening import opening
from hanse.viz.picture import Picture


@pytest.fixture(scope="module")
def picture() -> Picture:
    return opening(session()).picture


def test_it_opens_coloured_by_complementarity_in_themes(picture: Picture) -> None:
    assert picture.colour == "complementarity"
    assert [layout.id for layout in picture.layouts] == ["themes", "chain"]
    assert picture.size == CATEGORIES


def test_without_a_chain_there_is_no_such_layout_and_no_such_colour() -> None:
    picture = opening(bare()).picture

    assert [layout.id for layout in picture.layouts] == ["themes"]
    assert picture.colour == NOTHING


def test_names_at_first_glance_belong_to_what_is_placed(picture: Picture) -> None:
    for layout in picture.layouts:
        assert set(layout.sides) <= set(layout.places)


def test_an_unknown_size_is_what_the_caller_makes_of_it(picture: Picture) -> None:
    assert picture.radius("zab-brandenburg", unknown=1.25) == 1.25
    assert picture.radius("biocat", unknown=1.25) > 3
    assert picture.radius("laser-go", unknown=1.25) > 3


def test_every_node_is_in_the_order_once(picture: Picture) -> None:
    assert sorted(picture.order) == [node.id for node in picture.view.nodes]
    assert 2 <= picture.loud <= len(picture.order)
