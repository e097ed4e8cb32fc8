"""The tables say what the documents say; the commands' tests read them on the real case."""

import pytest

from hanse.viz import answer_tables

NOWHERE = {"low": None, "high": None}


def test_what_is_lost_without_a_member_is_named_or_said_to_be_unknown() -> None:
    lost: dict[str, object] = {"regions": ["styria"], "countries": [], "markets": [], "counts": {}}

    assert answer_tables._change(lost) == "regions styria"
    assert answer_tables._change({**lost, "regions": []}) == "nothing that is known"


def test_no_conflict_is_said_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    answer_tables.conflicts({"as_of": None, "conflicts": [], "remarks": []})

    assert capsys.readouterr().out.strip() == "0 conflicts, 0 remarks."
