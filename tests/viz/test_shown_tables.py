"""Rules, assumptions and sources in the terminal."""

import pytest

from hanse.viz.opening import every_day
from hanse.viz.session import Session
from hanse.viz.showing import show
from hanse.viz.shown_tables import shown

CASE = every_day(Session.open("laser-go"))


def printed(name: str, capsys: pytest.CaptureFixture[str]) -> str:
    shown(show(CASE, name), CASE.graph.name)
    return " ".join(capsys.readouterr().out.split())


def test_rules_are_printed_with_quotas_fields_and_places(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = printed("laser-go-2017-rules", capsys)

    assert "(rules, id laser-go-2017-rules)" in out
    assert "health: 2" in out
    assert "where no member sits. (a" in out
    assert "d41, section 2.2, footnotes 2 and 4" in out
    assert "Silicon photonics" in out


def test_an_assumption_is_printed_as_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed("six-as-sum", capsys)

    assert "Optence to be 1,600 companies." in out
    assert "Stands in for the companies of The six clusters of the enlarged partnership [d41" in out
    assert "share nothing" in printed("regions-apart", capsys)


def test_a_source_is_printed_place_by_place(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed("d41", capsys)

    assert "(source, id d41)" in out
    assert "statements" in out
    assert "section 2.1, page 8" in out


def test_a_thing_is_printed_as_ever(capsys: pytest.CaptureFixture[str]) -> None:
    assert "(cluster, id biocat)" in printed("biocat", capsys)
