"""The weights that questions gave are a second way to set them: a guide to evaluate by."""

from pathlib import Path

import pytest
from tests.people import GUIDE, GUIDE_TEXT
from tests.running import hanse

from hanse.graph.errors import BadInput
from hanse.ingest.guides import read_guide
from hanse.viz.weighted_guides import with_weights, write_weighted

EVEN = {criterion.id: 10.0 for criterion in GUIDE.criteria}
SHORT = """\
id = "short"
label = "Short"
groups = { g = "G" }
scales = { s = { kind = "likert", maximum = 5 } }
criteria = [
  { id = "a", question = "A?", group = "g", weight = 60, scale = "s" }, { id = "b", question = "B?", group = "g", weight = 40, scale = "s" },
]
"""  # noqa: E501  # both on one line is the point


def test_nothing_but_the_weights_changes() -> None:
    made = read_guide(with_weights(GUIDE_TEXT, EVEN, where="guide"), where="guide")

    assert {c.weight for c in made.criteria} == {0.1}
    assert [(c.id, c.scale, c.question) for c in made.criteria] == [
        (c.id, c.scale, c.question) for c in GUIDE.criteria
    ]
    assert made.id == GUIDE.id


def test_weights_that_share_a_line_are_not_guessed_at() -> None:
    with pytest.raises(BadInput, match="cannot be written"):
        with_weights(SHORT, {"a": 30.0, "b": 70.0}, where="short.toml")


def test_answers_become_a_guide_by_which_the_same_ratings_are_weighed(tmp_path: Path) -> None:
    said: list[str] = []
    demo = ("--project", "demo-ratings", "--json")
    while question := hanse("guide", "weights", *said, *demo).document["next"]:
        said += ["--answer", f"{question['a']}:{question['b']}=1"]
    file = tmp_path / "even.toml"
    assert hanse("guide", "weights", *said, "--write", str(file), *demo).status == 0
    before = hanse("evaluate", *demo).document
    after = hanse("evaluate", "--guide", str(file), *demo).document
    cards = [{c["id"]: c for c in found["candidates"]} for found in (before, after)]

    assert cards[0]["biocat"]["ratings"] == cards[1]["biocat"]["ratings"]
    assert cards[0]["biocat"]["fit"] != cards[1]["biocat"]["fit"]


def test_too_few_answers_and_a_file_that_is_there_are_refused(tmp_path: Path) -> None:
    there = tmp_path / "there.toml"
    there.write_text("", encoding="utf-8")
    with pytest.raises(BadInput, match="not give all weights"):
        write_weighted(GUIDE_TEXT, None, tmp_path / "new.toml", where="guide")
    for file in (there, tmp_path / "new.txt"):
        with pytest.raises(BadInput, match="not written there"):
            write_weighted(GUIDE_TEXT, EVEN, file, where="guide")
