import pytest

from hanse.viz import tables


def test_text_is_never_taken_for_markup(capsys: pytest.CaptureFixture[str]) -> None:
    made = tables.table("name")
    tables.put(made, "[bold]Cluster[/bold] [link=x]")
    tables.console().print(made)
    tables.say("[red]not red")

    out = capsys.readouterr().out
    assert "[bold]Cluster[/bold] [link=x]" in out
    assert "[red]not red" in out


def test_an_unknown_cell_is_empty_and_not_none(capsys: pytest.CaptureFixture[str]) -> None:
    made = tables.table("a", "b")
    tables.put(made, None, 0)
    tables.console().print(made)

    assert "None" not in capsys.readouterr().out


def test_a_range_of_ranks_is_written_as_people_do() -> None:
    assert tables.places({"best": 1, "worst": 1}) == "1"
    assert tables.places({"best": 2, "worst": 14}) == "2-14"
    assert tables.places(None) == "-"
