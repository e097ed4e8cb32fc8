"""What an evaluation owes to people, as lines below its table."""

import pytest

from hanse.viz.rating_tables import people

AGREEMENT = {
    "assessors": [{"id": "assessor:ana", "name": "Ana", "synthetic": False}],
    "alpha": 0.75, "alpha_in_words": "tentative", "kendall_w": None,
}  # fmt: skip
RATING = {"low": 4, "high": 4, "disputed": True, "facts": {"note": "85 companies: rating 3"}}
DOCUMENT: dict[str, object] = {
    "agreement": AGREEMENT,
    "synthetic": False,
    "vetoes": {"optence": ["fair-contract"]},
    "swaps": [{"a": "optence", "b": "zab", "by_fit": "optence", "by_fit_scaled": "zab"}],
    "candidates": [
        {"id": "optence", "name": "Optence", "ratings": {"companies": RATING}},
        {"id": "zab", "name": "ZAB", "ratings": {}},
    ],
}


def lines(document: dict[str, object], capsys: pytest.CaptureFixture[str]) -> str:
    people(document)
    return " ".join(capsys.readouterr().out.split())


def test_disputes_replaced_facts_vetoes_and_swaps_are_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = lines(DOCUMENT, capsys)

    assert "Rated by Ana." in told
    assert "alpha 0.750 (tentative), Kendall's W none; the marks of 0.80" in told
    assert "Disputed, Optence: companies" in told
    assert "Optence, companies: people gave 4, the facts say: 85 companies: rating 3" in told
    assert "Optence may be excluded by fair contract." in told
    assert "Optence leads ZAB by fit, and the other way round by fit scaled." in told
    assert "synthetic" not in told


def test_invented_ratings_are_called_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "These ratings are synthetic" in lines(DOCUMENT | {"synthetic": True}, capsys)


def test_where_only_facts_rated_nobody_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    alone = DOCUMENT | {"agreement": AGREEMENT | {"assessors": []}}

    assert "Agreement" not in lines(alone, capsys)


def test_a_document_that_does_not_say_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert lines({"candidates": []}, capsys) == ""
