"""Weights by trade-off questions at the command line, for a guide of the user's own."""

from pathlib import Path
from typing import Any

import pytest
from tests.people import GUIDE_TEXT
from tests.running import hanse

from hanse.graph.errors import BadInput
from hanse.queries.elicitation import TradeOff
from hanse.viz.weight_questions import trade_off


@pytest.fixture
def guide(tmp_path: Path) -> str:
    file = tmp_path / "guide-own.toml"
    file.write_text(GUIDE_TEXT, encoding="utf-8")
    return str(file)


def _answered(guide: str, times: float = 2.0) -> dict[str, Any]:
    """Answer every question that is asked with the same number."""
    said: list[str] = []
    while question := hanse("guide", "weights", guide, *said, "--json").document["next"]:
        said += ["--answer", f"{question['a']}:{question['b']}={times:g}"]
        assert len(said) < 100
    return hanse("guide", "weights", guide, *said, "--json").document


def test_the_first_question_comes_before_any_weight(guide: str) -> None:
    document = hanse("guide", "weights", guide, "--json").document

    assert document["weights"] is None
    assert document["next"]["text"].startswith("How many times as much")


def test_answering_what_is_asked_gives_weights_that_add_up(guide: str) -> None:
    document = _answered(guide)

    assert sum(document["weights"].values()) == pytest.approx(100)
    assert sum(document["weights_now"].values()) == pytest.approx(100)
    assert document["next"] is None


def test_answers_that_contradict_each_other_are_told() -> None:
    """Interest beside each by 4, and the others by 4 again, cannot all hold at once."""
    document = _answered("laser-go-2017", 4.0)

    assert document["typical_factor"] > 1.25
    assert document["consistent"] is False
    assert document["contradictions"][0]["factor"] > 1.25


def test_the_table_shows_the_next_question_and_how_to_answer(guide: str) -> None:
    ran = hanse("guide", "weights", guide)

    assert "--answer" in ran.out
    assert ran.status == 0


@pytest.mark.parametrize("text", ["interest=2", "interest:culture", "a:b=much", "=", "a:=2"])
def test_what_is_no_answer_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="NUMBER"):
        trade_off(text)


def test_blanks_around_names_do_not_matter() -> None:
    assert trade_off(" interest : culture = 2") == TradeOff(a="interest", b="culture", times=2.0)
