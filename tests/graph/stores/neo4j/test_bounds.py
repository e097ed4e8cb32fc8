from dataclasses import replace

from hanse.graph.stores.neo4j.bounds import Beside

BESIDE = Beside(
    region=0.15,
    market=0.15,
    access=0.1,
    countries=("ES",),
    targets=2,
    touching=("usa",),
    most=1,
    is_one_day=True,
)


def test_without_targets_markets_add_nothing() -> None:
    without = replace(BESIDE, targets=0)

    assert round(BESIDE.limit, 9) == 0.4
    assert round(without.limit, 9) == 0.25


def test_parameters_are_what_a_driver_takes() -> None:
    given = BESIDE.parameters()

    assert given["isOneDay"] is True
    assert given["countries"] == ["ES"]
    assert "is_one_day" not in given
