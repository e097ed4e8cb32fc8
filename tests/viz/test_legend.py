"""What a colour and a size mean, and that the unknown has neither."""

import pytest
from tests.explorers import bare, session

from hanse.viz.legend import (
    CATEGORIES,
    LARGEST,
    NOTHING,
    SMALLEST,
    colour_choices,
    first_size,
    other_sizes,
    ramp_breaks,
    size_choices,
    step_of,
)
from hanse.viz.opening import opening
from hanse.viz.view import View


@pytest.fixture(scope="module")
def view() -> View:
    return opening(session()).picture.view


def test_a_score_that_nobody_has_is_no_choice() -> None:
    without = colour_choices(opening(bare()).picture.view)

    assert [choice.id for choice in without] == [NOTHING]


def test_complementarity_comes_first_and_one_colour_is_always_a_choice(view: View) -> None:
    names = [choice.id for choice in colour_choices(view)]

    assert names[0] == "complementarity"
    assert names[-1] == NOTHING


def test_a_cluster_without_a_score_has_no_step(view: View) -> None:
    steps = colour_choices(view)[0].steps

    assert "biocat" in steps
    assert "litek" not in steps
    assert "zab-brandenburg" not in steps


def test_a_range_is_coloured_by_its_low_end(view: View) -> None:
    choice = colour_choices(view)[0]
    biocat = next(node for node in view.nodes if node.id == "biocat").scores["complementarity"]

    assert choice.steps["biocat"] == step_of(biocat.low or 0, choice.breaks)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("values", "steps"),
    [([], 0), ([0.4], 0), ([0.4, 0.4], 0), ([0.1, 0.9], 1), ([n / 100 for n in range(100)], 4)],
)
def test_a_ramp_has_no_more_steps_than_values_tell_apart(values: list[float], steps: int) -> None:
    assert len(ramp_breaks(values, 5)) <= steps


def test_about_as_many_fall_in_each_step() -> None:
    values = [n / 1000 for n in range(1000)]
    breaks = ramp_breaks(values, 5)
    counted = [sum(step_of(v, breaks) == step for v in values) for step in range(5)]

    assert max(counted) - min(counted) <= 20


def test_a_zero_among_the_scores_breaks_no_ramp() -> None:
    assert ramp_breaks([0, 0, 0, 0.5, 0.6], 5) == (0.5, 0.6)


def test_radii_grow_with_the_count_and_stay_in_their_bounds(view: View) -> None:
    choice = next(c for c in size_choices(view) if c.id == CATEGORIES)
    radii = sorted(choice.radii.values())

    assert SMALLEST <= radii[0] <= radii[-1] <= LARGEST
    assert "zab-brandenburg" not in choice.radii


def test_a_count_that_few_have_is_offered_but_not_opened_with(view: View) -> None:
    """The documents count the companies of one cluster: sizing by that shows who was written of."""
    choices = size_choices(view)

    assert "companies" in {choice.id for choice in choices}
    assert first_size(choices, len(view.of_kind("cluster"))) == CATEGORIES


def test_without_any_count_all_have_one_size() -> None:
    assert first_size([], 10) == NOTHING


def test_a_category_grows_with_the_clusters_that_have_it(view: View) -> None:
    sizes = other_sizes(view)

    assert sizes["sectoral_industry:biopharmaceuticals"] > sizes["sectoral_industry:lighting"]
    assert "biocat" not in sizes
