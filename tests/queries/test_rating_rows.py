"""Ratings of many candidates, as numbers and as records; what people gave comes first."""

import pytest
from tests.builders import cluster, project
from tests.people import GUIDE, rating

from hanse.graph.errors import BadInput
from hanse.graph.quantities import exact
from hanse.queries.assessments import PeopleRatings
from hanse.queries.rating_rows import rating_rows
from hanse.queries.ratings import Rating

PLACE = {criterion.id: place for place, criterion in enumerate(GUIDE.criteria)}
GRAPH = project(
    [
        *cluster("Biocat", numbers={"companies": 871}),
        *cluster("Optence", numbers={"companies": 85}),
        rating("biocat", "companies", 4),
        rating("biocat", "interest", 3),
    ]
)


def test_people_replace_the_facts_and_the_facts_fill_what_people_left() -> None:
    rows, spans = rating_rows(GRAPH, GUIDE, ["biocat", "optence"], PeopleRatings(GRAPH, GUIDE))

    assert [row["companies"].low for row in rows] == [4, 3]
    assert spans.low[:, PLACE["companies"]].tolist() == [4, 3]
    assert spans.low[0, PLACE["interest"]] == spans.high[0, PLACE["interest"]] == 3


def test_numbers_and_records_say_the_same() -> None:
    rows, spans = rating_rows(GRAPH, GUIDE, ["biocat", "optence"], PeopleRatings(GRAPH, GUIDE))

    for number, row in enumerate(rows):
        for place, criterion in enumerate(GUIDE.criteria):
            span = row[criterion.id].within(criterion.scale)
            assert (spans.low[number, place], spans.high[number, place]) == (span.low, span.high)
            assert spans.is_rated[number, place] == row[criterion.id].is_rated


def test_people_in_a_plain_table_are_read_as_well() -> None:
    rows, spans = rating_rows(GRAPH, GUIDE, ["optence"], {"optence": {"companies": exact(5)}})

    assert rows[0]["companies"] == Rating(low=5, high=5, note="as given", is_rated=True)
    assert spans.low[0, PLACE["companies"]] == 5


def test_a_row_is_a_mapping_in_the_order_of_the_guide() -> None:
    rows, _ = rating_rows(GRAPH, GUIDE, ["optence"], {})

    assert [*rows[0]] == [*PLACE]
    assert len(rows[0]) == 10
    assert rows[0] == dict(rows[0])
    assert repr(rows[0]) == repr(dict(rows[0]))


def test_a_rating_outside_its_scale_is_refused_with_the_candidate() -> None:
    graph = project([*cluster("Biocat"), rating("biocat", "interest", 7)])

    with pytest.raises(BadInput, match="7 is not a rating for interest") as refused:
        rating_rows(graph, GUIDE, ["biocat"], PeopleRatings(graph, GUIDE))
    assert refused.value.where == "biocat"
    assert refused.value.hint == "rate it from 0 to 5"
