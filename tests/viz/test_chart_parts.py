"""What several charts are made of."""

from hanse.viz import palette
from hanse.viz.chart_parts import group_colour, layer, tips
from hanse.viz.figures import charted
from hanse.viz.opening import opening
from hanse.viz.session import Session


def test_the_rows_of_a_layer_stand_in_the_chart_itself() -> None:
    made = str(layer([{"name": "a"}]).mark_point().to_dict())

    assert "'name': 'a'" in made
    assert "url" not in made


def test_a_pointer_is_told_words() -> None:
    assert all("nominal" in str(tip.to_dict()) for tip in tips("name", "fit"))


def test_every_group_of_a_guide_has_a_colour() -> None:
    drawing = charted(opening(Session.open("laser-go")))
    said = str(group_colour(drawing).to_dict())

    assert all(label in said for label in drawing.evaluation.guide.groups.values())
    assert all(colour in said for colour in palette.GROUPS)
