"""An evaluation handed on says the same as ``evaluate --json``: a blank is empty, never zero."""

from hanse.viz.documents import Document
from hanse.viz.scorecards import RATING_COLUMNS, ratings, scorecard

DOCUMENT: Document = {
    "guide": "laser-go-2017",
    "maximum": 4.8,
    "criteria": [
        {"id": "size", "question": "How large?", "group": "a", "weight": 0.5, "maximum": 5,
         "evidence": "members"},
    ],
    "candidates": [
        {
            "id": "biocat",
            "name": "BIOCAT",
            "weighted_score": {"low": 1.5, "high": 4.0},
            "fit": {"low": 0.3, "high": 0.8},
            "fit_scaled": {"low": 0.3, "high": 0.8},
            "groups": {"a": {"low": 2.5, "high": 2.5}},
            "coverage": 0.5,
            "rank": None,
            "ratings": {
                "size": {"low": 5, "high": 5, "note": "871 companies",
                         "evidence": [{"document": "d41", "locator": "page 9", "as_of": None}]},
                "will": {"low": None, "high": None, "note": None, "evidence": []},
            },
        },
        {
            "id": "litek", "name": "LITEK", "weighted_score": {"low": 1.0, "high": 2.0},
            "fit": {"low": 0.2, "high": 0.4}, "fit_scaled": {"low": 0.2, "high": 0.4},
            "groups": {}, "coverage": 1.0, "rank": {"best": 1, "worst": 2},
            "ratings": {"will": {"low": 3, "high": 3, "note": None, "evidence": []}},
        },
    ],
}  # fmt: skip


def test_a_candidate_is_a_row() -> None:
    sheet = scorecard(DOCUMENT)
    biocat, litek = (dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows)

    assert (biocat["weighted_score_low"], biocat["weighted_score_high"]) == (1.5, 4.0)
    assert (biocat["size_low"], biocat["size_high"], biocat["group_a_low"]) == (5, 5, 2.5)
    assert (litek["rank_best"], litek["rank_worst"]) == (1, 2)


def test_a_blank_rating_is_an_empty_cell() -> None:
    sheet = scorecard(DOCUMENT)
    biocat = dict(zip(sheet.columns, sheet.rows[0], strict=True))

    assert biocat["will_low"] is None
    assert biocat["rank_best"] is None


def test_a_rating_is_a_row_with_where_it_comes_from() -> None:
    sheet = ratings(DOCUMENT)

    assert sheet.columns == RATING_COLUMNS
    assert sheet.rows[0] == (
        "biocat", "BIOCAT", "size", "How large?", "a", 0.5, 5, 5, 5, "871 companies", "d41, page 9",
    )  # fmt: skip
    assert sheet.rows[1][6:8] == (None, None)
    assert len(sheet.rows) == 3


def test_an_evaluation_of_nobody_is_an_empty_table() -> None:
    assert scorecard({**DOCUMENT, "candidates": []}).rows == ()
