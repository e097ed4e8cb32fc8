"""Colours are told apart by every reader, and light marks have an outline that is seen."""

from itertools import combinations, pairwise

from hanse.viz.palette import AMBER, MARKS, RAMP, RAMP_OUTLINE, mark


def lightness(colour: str) -> float:
    """Return the relative luminance of WCAG 2, 0 to 1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast_on_white(colour: str) -> float:
    return 1.05 / (lightness(colour) + 0.05)


def test_every_step_of_the_ramp_is_darker_than_the_one_before() -> None:
    steps = [lightness(colour) for colour in RAMP]

    assert steps == sorted(steps, reverse=True)
    assert all(light - dark > 0.03 for light, dark in pairwise(steps))


def test_light_steps_have_an_outline_of_three_to_one_or_nearly_so() -> None:
    assert all(contrast_on_white(outline) >= 3 for outline in RAMP_OUTLINE[1:])
    assert contrast_on_white(RAMP_OUTLINE[0]) > 2 * contrast_on_white(RAMP[0])


def test_every_kind_outside_the_schemes_has_a_shape_of_its_own() -> None:
    shapes = [mark(kind).shape for kind in ("cluster", "partnership", "region", "market")]

    assert len(set(shapes)) == 4
    assert {m.shape for m in MARKS if m.id.endswith(("industry", "field", "priority"))} == {
        "square"
    }


def test_no_two_kinds_look_the_same() -> None:
    looks = [(m.shape, m.fill, m.outline) for m in MARKS]

    assert all(first != second for first, second in combinations(looks, 2))
    assert AMBER not in {m.fill for m in MARKS}


def test_clusters_partnerships_and_industries_are_shown_before_anybody_asks() -> None:
    assert [m.id for m in MARKS if m.is_first] == [
        "cluster",
        "partnership",
        "sectoral_industry",
        "emerging_industry",
    ]
