import io

import pytest
from rich.console import Console

from hanse.viz import progress_bar


def test_no_bar_is_shown_within_the_first_second() -> None:
    told = io.StringIO()
    tell = progress_bar.progress(Console(file=told, force_terminal=True))

    tell("list.csv", 1000, 5000)

    assert told.getvalue() == ""


def test_a_long_reading_shows_how_far_it_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_bar, "PATIENCE", -1.0)
    told = io.StringIO()
    tell = progress_bar.progress(Console(file=told, force_terminal=True, width=80))

    tell("list.csv", 1000, 5000)
    tell("list.csv", 5000, 5000)

    assert "list.csv" in told.getvalue()
