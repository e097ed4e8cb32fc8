"""How robust an evaluation is, as tables in a terminal."""

from typing import Any

import pytest

from hanse.viz.robust_tables import robustness

DOCUMENT: dict[str, Any] = {
    "draws": 20_000, "seed": 1, "concentration": 50.0,
    "first": {"a": 0.8, "b": 0.2}, "top3": {"a": 1.0, "b": 1.0},
    "open_weights": {"first": {"a": 0.4, "b": 0.6}},
    "names": {"a": "Alpha", "b": "Beta"}, "not_enough_scored": ["b"], "synthetic": False,
    "second_opinions": {"note": "relative to this set", "topsis": {"a": 0.7}, "promethee2": {},
                        "left_out": ["b"]},
    "nearest_swaps": [{"text": "The weight of share would have to fall."}],
    "facts": [{"changes_order": 0.5, "text": "interest of Beta."}] * 12,
    "agreement": {"assessors": [], "alpha": None, "alpha_in_words": "cannot be said",
                  "kendall_w": None},
}  # fmt: skip


def told(document: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> str:
    robustness(document)
    return " ".join(capsys.readouterr().out.split())


def test_shares_second_opinions_swaps_and_facts_are_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = told(DOCUMENT, capsys)

    assert "Alpha 0.800 1.000 0.400 0.700" in text
    assert "Beta * 0.200 1.000 0.600" in text
    assert "20,000 draws, seed 1, concentration 50." in text
    assert "second opinions, relative to this set." in text
    assert "The weight of share would have to fall." in text
    assert "50% interest of Beta." in text
    assert "and 2 more (--json)" in text
    assert "No ratings by people" in text


def test_where_nothing_is_open_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    text = told(DOCUMENT | {"facts": [], "nearest_swaps": []}, capsys)

    assert "none: every rating is known" in text
    assert "none: no two candidates" in text


def test_invented_ratings_are_called_so_before_anything_else(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert told(DOCUMENT | {"synthetic": True}, capsys).startswith("These ratings are synthetic")
