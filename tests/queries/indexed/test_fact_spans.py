"""The index rates by facts as the plain reading does, also at the ends of bands."""

import pytest
from hypothesis import given
from tests.builders import claim, cluster, intake
from tests.worlds import days, worlds

from hanse.graph.claims import Claim
from hanse.graph.index import Index
from hanse.graph.model import Band, Criterion, Scale
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Quantity
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.indexed.fact_spans import fact_column
from hanse.queries.ratings import rated


def criterion(scale: Scale, evidence: str | None) -> Criterion:
    return Criterion(id="c", question="?", group="g", weight=1, scale=scale, evidence=evidence)


# Nothing is said of 20 to 25: a gap.
BANDS = (
    Band(rating=0, low=None, high=10, is_high_included=False),
    Band(rating=1, low=10, high=20),
    Band(rating=2, low=25, high=None),
)
SIZE = Scale(kind="bands", maximum=2, bands=BANDS, unit="companies", is_whole=True)
LISTED = criterion(Scale(kind="yes_no", maximum=1), "eccp_listed")
JUDGED = criterion(Scale(kind="likert", maximum=5), None)
CRITERIA = (criterion(SIZE, "companies"), LISTED, JUDGED)


def spans(claims: list[Claim], asked: Criterion) -> tuple[float, float, bool]:
    """Return the least and the greatest rating of cluster "a", and whether it is rated."""
    index = Index.of(SqliteStore.in_memory([intake(claims)], address="test"))
    column = fact_column(index, index.codes(["a"]), asked)
    return float(column.low[0]), float(column.high[0]), bool(column.is_rated[0])


@pytest.mark.parametrize(
    ("companies", "expected"),
    [
        (Quantity(value=9, unit="companies"), (0, 0, True)),
        (Quantity(value=10, unit="companies"), (1, 1, True)),
        (Quantity(value=22, unit="companies"), (0, 2, False)),
        (Quantity(value=9, unit="companies", qualifier="at_most"), (0, 0, True)),
        (Quantity(value=30, unit="companies", qualifier="at_least"), (2, 2, True)),
        (Quantity(value=10, unit="companies", qualifier="at_most", strict=True), (0, 0, True)),
    ],
)
def test_a_size_earns_the_band_it_lies_in_and_a_gap_earns_none(
    companies: Quantity, expected: tuple[float, float, bool]
) -> None:
    claims = cluster("A", numbers={"companies": companies})

    assert spans(claims, criterion(SIZE, "companies")) == expected


def test_what_nobody_states_may_be_anything() -> None:
    assert spans(cluster("A"), criterion(SIZE, "companies")) == (0, 2, False)
    assert spans(cluster("A"), LISTED) == (0, 1, False)
    assert spans(cluster("A"), JUDGED) == (0, 5, False)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [([True], (1, 1, True)), ([False], (0, 0, True)), ([True, False], (0, 1, False))],
)
def test_a_listing_is_yes_no_or_open_where_both_are_stated(
    stated: list[bool], expected: tuple[float, float, bool]
) -> None:
    said = [
        claim("a", "eccp_listed", value, source=f"source-{number}")
        for number, value in enumerate(stated)
    ]

    assert spans([*cluster("A"), *said], LISTED) == expected


@given(worlds, days)
def test_everybody_is_rated_as_the_plain_reading_rates_them(
    claims: list[Claim], day: str | None
) -> None:
    store = SqliteStore.in_memory([intake(claims)], address="test")
    graph, index = PartnershipGraph.of(store, as_of=day), Index.of(store, as_of=day)
    for asked in CRITERIA:
        column = fact_column(index, index.clusters, asked)
        for place, one in enumerate(index.ids.some(index.clusters)):
            plain = rated(graph, one, asked)
            if plain.is_rated:
                span = plain.within(asked.scale)
                assert (column.low[place], column.high[place]) == (span.low, span.high), one
            assert column.is_rated[place] == plain.is_rated, one
