"""Pass, fail and unknown together: one failure, or one pass, decides whatever is unknown."""

from hypothesis import given
from hypothesis import strategies as st

from hanse.queries.outcomes import Outcome, every, outcome_of, some

outcomes = st.lists(st.sampled_from(["pass", "fail", "unknown"]))


@given(outcomes)
def test_what_is_unknown_never_decides_but_may_be_outvoted(found: list[Outcome]) -> None:
    settled = {every([o if o != "unknown" else other for o in found]) for other in ("pass", "fail")}

    assert (every(found) == "unknown") == (len(settled) == 2)


@given(outcomes)
def test_any_holds_exactly_when_not_all_fail(found: list[Outcome]) -> None:
    opposite: dict[Outcome, Outcome] = {"pass": "fail", "fail": "pass", "unknown": "unknown"}

    assert some(found) == opposite[every(opposite[outcome] for outcome in found)]


def test_a_truth_that_nobody_knows_is_unknown() -> None:
    assert [outcome_of(truth) for truth in (True, False, None)] == ["pass", "fail", "unknown"]
