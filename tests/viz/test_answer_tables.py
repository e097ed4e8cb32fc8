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

    first, second = capsys.readouterr().out.strip().splitlines()

    assert first == "0 conflicts, 0 remarks."
    assert "hanse guide lint" in second


def test_a_statement_of_a_conflict_says_whose_it_is_unless_the_finding_does() -> None:
    """The six have 1,600 companies, all within reach 2,300 (D4.1, section 3.2)."""
    stated: dict[str, object] = {"subject": "the-six", "attribute": "companies"}
    tie: dict[str, object] = {"subject": "lyonbiopole", "attribute": "located_in"}

    assert answer_tables._whose(stated, "all-laser-go-global-reach") == "the-six: "
    assert answer_tables._whose(stated, "the-six") == ""
    assert answer_tables._whose(tie, "rhone-alpes") == "lyonbiopole located in "
    assert answer_tables._whose(tie, "lyonbiopole") == "located in "
