"""The network pane: pyvis with our template, given places, and no request to anybody."""

import json

import pytest
from tests.explorers import HOSTILE, hostile, session

from hanse.viz import palette
from hanse.viz.explorer import environment_of_pages
from hanse.viz.network import OPTIONS, edge_id, line, mark, network, script, stylesheet
from hanse.viz.opening import opening
from hanse.viz.picture import Picture
from hanse.viz.scene import scene
from hanse.viz.view import Edge


@pytest.fixture(scope="module")
def picture() -> Picture:
    return opening(session(*hostile())).picture


def marked(picture: Picture, name: str) -> dict[str, object]:
    return mark(picture, next(node for node in picture.view.nodes if node.id == name))


def test_nodes_and_edges_are_assigned_whole(picture: Picture) -> None:
    drawn = scene(picture.view).nodes
    net = network(picture, drawn, environment_of_pages())

    assert {node["id"] for node in net.nodes} == set(drawn)
    assert {(edge["from"], edge["to"]) for edge in net.edges} >= {("litek", "laser-go")}


def test_physics_is_off_and_places_are_given(picture: Picture) -> None:
    places = picture.layouts[0].places

    assert OPTIONS["physics"] == {"enabled": False}
    assert all(marked(picture, n)["x"] == places[n][0] for n in ("biocat", "laser-go"))


def test_no_text_of_a_user_is_in_the_options() -> None:
    assert "LASER" not in json.dumps(OPTIONS)
    assert json.loads(json.dumps(OPTIONS)) == OPTIONS


@pytest.mark.parametrize(
    ("name", "shape"),
    [("biocat", "dot"), ("laser-go", "diamond"), ("canada", "hexagon"), ("catalonia", "triangle")],
)
def test_each_kind_has_its_shape(picture: Picture, name: str, shape: str) -> None:
    assert marked(picture, name)["shape"] == shape


def test_members_are_ringed(picture: Picture) -> None:
    ring = marked(picture, "litek")

    assert ring["color"] == {"background": palette.NO_SCORE, "border": palette.AMBER}
    assert ring["borderWidth"] > marked(picture, "biocat")["borderWidth"]  # type: ignore[operator]


def test_a_cluster_without_a_score_is_white_and_not_the_lightest_step(picture: Picture) -> None:
    assert marked(picture, "zab-brandenburg")["color"] == {
        "background": palette.NO_SCORE,
        "border": palette.MUTED,
    }


def test_two_relations_between_the_same_two_stay_two() -> None:
    first = Edge(source="a", target="b", relation="member_of")
    second = Edge(source="a", target="b", relation="targets")

    assert edge_id(first) != edge_id(second)
    assert line(first)["width"] != line(second)["width"]


def test_hostile_names_stay_the_text_of_a_label(picture: Picture) -> None:
    labels = [str(marked(picture, f"hostile-{number}")["label"]) for number in range(len(HOSTILE))]

    assert all(
        name.startswith(label.rstrip("…")) for name, label in zip(HOSTILE, labels, strict=True)
    )


def test_the_pinned_script_can_stand_in_a_page_and_in_a_template() -> None:
    """Jinja would read ``{{``; the element would end at ``</script``; a policy forbids eval."""
    text = script()

    assert not any(mark in text for mark in ("{{", "{%", "{#"))
    assert "</script" not in text.lower()
    assert "sourceMappingURL" not in text
    assert len(text) > 400_000


def test_the_stylesheet_holds_no_picture_and_no_address() -> None:
    assert "url(" not in stylesheet()
    assert "vis-tooltip" in stylesheet()
    assert len(stylesheet()) < 2_000
