"""What every finding of a check carries, and figures as sentences list them."""

from hanse.graph.quantities import Interval
from hanse.queries.lint import Finding, figures, percent, ranges


def test_a_finding_warns_unless_it_forbids() -> None:
    assert Finding(code="c", path=(), message="m", remedy="r").severity == "warning"


def test_figures_and_shares_are_written_as_people_do() -> None:
    assert percent(0.792) == "79.2 %"
    assert figures([10]) == "10"
    assert ranges([Interval(151, 200)]) == "151 to 200"
