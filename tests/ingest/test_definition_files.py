"""Definitions in TOML files are taken whole, or every fault is told with its line."""

from pathlib import Path

import pytest

from hanse.graph.store import Definition
from hanse.ingest.definition_files import take_definition
from hanse.ingest.findings import Findings

RULES = """\
id = "large"
label = "Large ones"
[[rules]]
id = "members"
kind = "count"
unit = "members"
at_least = 30
"""
GUIDE = """\
id = "interest-only"
label = "Interest"
groups = { will = "Willingness" }
scales = { strength = { kind = "likert", maximum = 5 } }
[[criteria]]
id = "interest"
question = "How much does the cluster want to join?"
group = "will"
weight = 90
scale = "strength"
"""
ASSUMPTION = """\
id = "two"
label = "Two as one"
[[figures]]
clusters = ["a", "b"]
unit = "companies"
size = "plenty"
"""


def taken(folder: Path, text: str, name: str = "mine.toml") -> tuple[Definition | None, Findings]:
    findings = Findings()
    (folder / name).write_text(text, encoding="utf-8")
    return take_definition(folder / name, findings), findings


def test_rules_are_known_by_what_they_hold(tmp_path: Path) -> None:
    found, findings = taken(tmp_path, RULES)

    assert found == Definition(kind="rules", id="large", text=RULES)
    assert not findings.faults


def test_the_beginning_of_a_name_says_what_is_meant(tmp_path: Path) -> None:
    found, findings = taken(tmp_path, RULES, "chain-large.toml")

    assert found is None
    assert "'stages' is missing" in {fault.reason for fault in findings.faults}


def test_all_faults_are_told_each_with_its_line(tmp_path: Path) -> None:
    text = RULES.replace("at_least = 30", "at_least = 30\nlabels = ['x']\nmarkets = ['it']")
    found, findings = taken(tmp_path, text)

    assert found is None
    assert [(fault.file, fault.row) for fault in findings.faults] == [
        ("mine.toml", 8),
        ("mine.toml", 9),
    ]
    assert all(fault.remedy for fault in findings.faults)


@pytest.mark.parametrize(
    ("text", "row", "reason"),
    [
        ("a = 1", None, "this is neither a chain, a guide, rules nor an assumption"),
        ("id = 'a'\nb: 1", 2, "this is not TOML"),
        (ASSUMPTION, None, "is not a figure that is understood"),
    ],
)
def test_what_is_no_definition_is_refused(
    tmp_path: Path, text: str, row: int | None, reason: str
) -> None:
    found, findings = taken(tmp_path, text)

    (fault,) = findings.faults
    assert found is None
    assert fault.row == row
    assert reason in fault.reason
    assert fault.remedy


def test_text_that_is_not_in_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "chain.toml").write_bytes(b"label = '\xe9'")
    findings = Findings()

    assert take_definition(tmp_path / "chain.toml", findings) is None
    assert "UTF-8" in findings.faults[0].reason


def test_a_guide_whose_weights_are_to_be_found_is_taken_and_that_is_said(tmp_path: Path) -> None:
    found, findings = taken(tmp_path, GUIDE)

    assert not findings.faults
    assert found is not None
    assert found.kind == "guide"
    assert "100" in findings.remarks[0].text
