"""Scales and bands as people read them."""

import pytest
from tests.people import GUIDE

from hanse.graph.model import Band, Scale
from hanse.viz.scale_words import band_in_words, scale_in_words

BY_ID = {criterion.id: criterion.scale for criterion in GUIDE.criteria}


@pytest.mark.parametrize(
    ("band", "words"),
    [
        (Band(rating=0, high=5, is_high_included=False), "fewer than 5"),
        (Band(rating=0, high=4), "at most 4"),
        (Band(rating=1, low=5, high=20), "5 to 20"),
        (Band(rating=1, low=5, high=20, is_low_included=False), "more than 5 to 20"),
        (Band(rating=1, low=5, high=20, is_high_included=False), "5 to below 20"),
        (Band(rating=5, low=200), "200 or more"),
        (Band(rating=5, low=200, is_low_included=False), "more than 200"),
    ],
)
def test_a_band_says_which_of_its_ends_belong_to_it(band: Band, words: str) -> None:
    assert band_in_words(band) == words


def test_the_scales_of_d41_in_words() -> None:
    assert scale_in_words(BY_ID["eccp"]) == "0: no; 1: Listed"
    assert scale_in_words(BY_ID["interest"]).endswith("4: Strong; 5: Very strong")
    assert scale_in_words(BY_ID["photonics-share"]).startswith("0: fewer than 5; 1: 5 to 10; 2: 10")


def test_a_ladder_without_words_is_its_ends() -> None:
    assert scale_in_words(Scale(kind="likert", maximum=5)) == "0 to 5"


def test_a_step_without_a_word_is_its_number() -> None:
    assert scale_in_words(Scale(kind="likert", maximum=2, labels={0: "bad", 2: "good"})) == (
        "0: bad; 1; 2: good"
    )
