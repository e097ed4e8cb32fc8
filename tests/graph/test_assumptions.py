"""Readings of what LASER-GO D4.1 (2017) leaves open in section 3.2."""

import dataclasses

import pytest

from hanse.graph.assumptions import AssumedFigure, Assumption
from hanse.graph.quantities import exact

INCLUDING_BIOCAT = Assumption(
    id="1700-with-biocat",
    label="The 1,700 companies include those of Biocat.",
    figures=(
        AssumedFigure(
            clusters=("biocat", "biom", "biopmed", "lyonbiopole"),
            unit="companies",
            size=exact(1700),
        ),
    ),
    sets_aside=(("three-other-bioregions", "companies"),),
)


def test_a_reading_says_what_it_takes_for_granted_and_what_it_replaces() -> None:
    assert INCLUDING_BIOCAT.figures[0].kind == "union"
    assert INCLUDING_BIOCAT.sets_aside == (("three-other-bioregions", "companies"),)
    assert not INCLUDING_BIOCAT.are_regions_apart


def test_a_reading_is_a_value_that_cannot_be_changed() -> None:
    assert hash(INCLUDING_BIOCAT) == hash(dataclasses.replace(INCLUDING_BIOCAT))
    with pytest.raises(dataclasses.FrozenInstanceError):
        INCLUDING_BIOCAT.label = "another"  # type: ignore[misc]
