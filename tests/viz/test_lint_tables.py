"""What a check finds, as lines in a terminal."""

import pytest

from hanse.viz.lint_tables import findings


def test_each_finding_has_its_place_its_code_and_its_remedy(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = {
        "code": "band-gap", "severity": "warning", "where": "own.toml:7",
        "message": "151 to 200 companies have no rating", "remedy": "close it",
    }  # fmt: skip
    findings({"id": "own", "findings": [found, found | {"severity": "error"}]})
    lines = capsys.readouterr().out.splitlines()

    assert lines[0] == "own.toml:7: warning band-gap: 151 to 200 companies have no rating"
    assert lines[1].strip() == "close it"
    assert lines[-1] == "own: 1 error, 1 warning."


def test_markup_in_a_message_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    found = {
        "code": "c", "severity": "warning", "where": "x:1", "message": "[red]", "remedy": "[/]",
    }  # fmt: skip
    findings({"id": "", "findings": [found]})

    assert "[red]" in capsys.readouterr().out
