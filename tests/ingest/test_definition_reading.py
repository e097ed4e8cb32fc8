"""Guides and chains read for a check: every fault with its code and line, and lines of places."""

import pytest
from tests.people import GUIDE_TEXT

from hanse.ingest.definition_reading import understand_chain, understand_guide

GUIDE = """\
id = "own"
label = "Own"
goals = ["grow"]
[groups]
g = "Group"
[scales.ladder]
kind = "likert"
labels = { 0 = "none", 1 = "some" }
[scales.size]
kind = "bands"
unit = "companies"
bands = [
  { rating = 0, below = 5 },
  { rating = 1, from = 5 },
]
[[criteria]]
id = "interest"
question = "How strong is the interest?"
group = "g"
weight = 60
scale = "ladder"
[[criteria]]
id = "size"
question = "How many companies are there?"
group = "g"
weight = 40
scale = "size"
evidence = "companies"
"""
CHAIN = """\
id = "light"
label = "Light"
[[stages]]
id = "parts"
label = "Parts"
categories = [{ scheme = "technology_field", label = "Optics", relevance = 1 }]
[[stages]]
id = "care"
label = "Care"
categories = [{ scheme = "technology_field", label = "Surgery", relevance = 0.5 }]
"""


def line_with(text: str, part: str) -> int:
    """Return the last line that holds ``part``."""
    return [n for n, line in enumerate(text.splitlines(), start=1) if part in line][-1]


def test_a_guide_in_order_is_understood_whole() -> None:
    found = understand_guide(GUIDE, where="own.toml")

    assert (found.id, found.faults) == ("own", ())
    assert found.definition is not None
    assert [criterion.id for criterion in found.definition.criteria] == ["interest", "size"]


def test_weights_that_do_not_add_up_are_left_to_the_check() -> None:
    found = understand_guide(GUIDE.replace("weight = 60", "weight = 70"), where="own.toml")

    assert found.definition is not None


@pytest.mark.parametrize(
    ("before", "after", "code", "words"),
    [
        ("kind = \"likert\"", "kind = likert", "not-toml", "this is not TOML"),
        ('group = "g"\nweight = 60', "weight = 60", "missing-key", "'group' is missing"),
        ("weight = 60", "wieght = 60", "unknown-key", "'wieght' is not known here"),
        ("weight = 60", 'weight = "60"', "wrong-value", "must be a number"),
        ("weight = 60", "weight = -60", "wrong-value", "must not be less than 0"),
        ('scale = "ladder"', 'scale = "ladr"', "contradiction", "there is no scale 'ladr'"),
        ('id = "size"', 'id = "interest"', "contradiction", "already the id of criterion 1"),
        ('evidence = "companies"', 'evidence = "jobs"', "contradiction", "the bands in companies"),
    ],
)  # fmt: skip
def test_every_fault_has_a_code_and_its_line(
    before: str, after: str, code: str, words: str
) -> None:
    text = GUIDE.replace(before, after, 1)
    found = understand_guide(text, where="own.toml")
    told = {fault.code: fault for fault in found.faults}

    assert found.definition is None
    assert words in told[code].what
    assert told[code].remedy
    if code != "missing-key":
        assert told[code].line == line_with(text, after)


def test_all_faults_are_told_in_the_order_of_the_lines() -> None:
    text = GUIDE.replace("weight = 60", "wieght = 60").replace("weight = 40", 'weight = "40"')
    lines = [fault.line for fault in understand_guide(text, where="own.toml").faults]

    assert len(lines) == 3
    assert lines == sorted(lines)


def test_the_scale_of_a_criterion_leads_to_where_the_scale_is_written() -> None:
    found = understand_guide(GUIDE, where="own.toml")

    assert found.line(("criteria", 1, "scale", "bands", 1)) == line_with(GUIDE, "from = 5")
    assert found.line(("criteria", 0, "scale", "labels", "0")) == line_with(GUIDE, "labels")
    assert found.line(("criteria", 0, "scale")) == line_with(GUIDE, 'scale = "ladder"')
    assert found.line(("criteria", 1, "weight")) == line_with(GUIDE, "weight = 40")
    assert found.line(("goals", 0)) == line_with(GUIDE, "goals")
    assert found.line(()) == 1


def test_the_shipped_guide_is_understood() -> None:
    found = understand_guide(GUIDE_TEXT, where="guide.toml")

    assert found.faults == ()
    assert found.line(("criteria", 0, "scale", "bands", 5)) == line_with(GUIDE_TEXT, "above = 200")


def test_a_chain_in_order_is_understood_whole() -> None:
    found = understand_chain(CHAIN, where="light.toml")

    assert found.faults == ()
    assert found.definition is not None
    assert found.line(("stages", 1, "categories", 0, "label")) == line_with(CHAIN, "Surgery")


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("relevance = 0.5", "relevance = 5", "wrong-value"),
        ('scheme = "technology_field", label = "Surgery"', 'scheme = "fields", label = "Surgery"',
         "wrong-value"),
        ('id = "care"', 'id = "parts"', "contradiction"),
        ('label = "Light"', "label = Light", "not-toml"),
    ],
)  # fmt: skip
def test_faults_of_a_chain_have_a_code_and_their_line(before: str, after: str, code: str) -> None:
    text = CHAIN.replace(before, after, 1)
    found = understand_chain(text, where="light.toml")

    assert found.definition is None
    assert (found.faults[0].code, found.faults[0].line) == (code, line_with(text, after))


def test_a_text_that_names_no_id_has_none() -> None:
    assert understand_guide("id = 5", where="x.toml").id == ""
    assert understand_chain("= 5", where="x.toml").id == ""
