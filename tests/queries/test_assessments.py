"""Ratings of people as claims: the newest of each, the median of all, spread and disputes."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import claim, cluster, intake
from tests.people import GUIDE, rating, ratings_of

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput
from hanse.graph.model import Source
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import UNKNOWN, Interval
from hanse.graph.store import Intake
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.assessments import PeopleRatings, context
from hanse.queries.ratings import Rating

CRITERIA = [criterion.id for criterion in GUIDE.criteria]


def people(
    *ratings: Claim, as_of: str | None = None, sources: Sequence[Source] = ()
) -> PeopleRatings:
    brought = intake([*cluster("A"), *cluster("B"), *ratings])
    known = {s.id: s for s in (*brought.sources, *sources)}
    whole = Intake(origin="test", claims=brought.claims, sources=tuple(known.values()))
    store = SqliteStore.in_memory([whole], address="test")
    return PeopleRatings(PartnershipGraph.of(store, as_of=as_of), GUIDE)


def of_a(*ratings: Claim, as_of: str | None = None) -> Rating:
    return people(*ratings, as_of=as_of)["a"]["interest"]


def test_of_three_assessors_the_median_counts_and_the_spread_is_kept() -> None:
    found = of_a(*ratings_of("interest", ana={"a": 3}, ben={"a": 4}, eva={"a": 4}))

    assert (found.low, found.high, found.is_rated) == (4, 4, True)
    assert found.spread == Interval(3, 4)
    assert found.note == "median of 3 assessors, 3 to 4"
    assert not found.is_disputed


def test_a_spread_of_two_points_is_disputed() -> None:
    found = of_a(*ratings_of("interest", ana={"a": 2}, ben={"a": 4}))

    assert found.is_disputed
    assert found.note == "median of 2 assessors, 2 to 4; disputed"


def test_the_median_of_two_may_lie_between_two_ratings() -> None:
    assert of_a(*ratings_of("interest", ana={"a": 3}, ben={"a": 4})).low == 3.5


def test_one_assessor_alone_is_said_to_be_alone() -> None:
    assert of_a(rating("a", "interest", 4)).note == "as one assessor gave it"


def test_the_newest_rating_of_an_assessor_counts() -> None:
    older = rating("a", "interest", 1, as_of="2017-03")
    newer = rating("a", "interest", 5, as_of="2017-04-02")
    found = of_a(newer, older)

    assert found.low == 5
    assert found.assessments == (newer,)


def test_a_rating_given_later_than_the_day_asked_for_is_not_known_on_it() -> None:
    older = rating("a", "interest", 1, as_of="2017-03")
    newer = rating("a", "interest", 5, as_of="2017-05")

    assert of_a(older, newer, as_of="2017-04-13").low == 1


def test_two_ratings_of_one_assessor_and_day_both_count_and_are_said_to() -> None:
    found = of_a(rating("a", "interest", 1, as_of="2017"), rating("a", "interest", 5, as_of="2017"))

    assert found.low == 3
    assert found.note == "median of 2 ratings by 1 assessor, 1 to 5; disputed"


def test_a_conjecture_is_no_rating() -> None:
    guess = claim("a", "rating", 5, context=context(GUIDE, "interest"), status="conjecture")

    assert "a" not in people(guess)


def test_ratings_for_another_guide_or_for_no_criterion_are_left_aside() -> None:
    found = people(rating("a", "interest", 5, guide="other"), claim("a", "rating", 5))

    assert dict(found) == {}
    assert np.isnan(found.medians(["a"])).all()


def test_comments_and_places_stay_with_the_rating() -> None:
    found = of_a(rating("a", "interest", 4, note="signed a letter", as_of="2017-04"))

    assert [claim.note for claim in found.assessments] == ["signed a letter"]
    assert [(p.document, p.locator, p.as_of) for p in found.places] == [
        ("assessor:ana", "a, interest", "2017-04")
    ]


def test_ratings_that_are_invented_say_so() -> None:
    invented = Source(id="assessor:demo", title="demo", kind="synthetic")
    found = people(rating("a", "interest", 4, by="demo"), sources=[invented])

    assert found["a"]["interest"].note == "as one synthetic assessor gave it"


def test_who_rated_is_known_by_name() -> None:
    ana = Source(id="assessor:ana", title="Ana Example", kind="assessor")
    found = people(rating("a", "interest", 4), rating("b", "interest", 4, by="ben"), sources=[ana])

    assert found.assessors(["a"]) == (ana,)
    assert [source.id for source in found.assessors(["a", "b"])] == [
        "assessor:ana",
        "assessor:ben",
    ]


def test_only_candidates_whom_somebody_rated_are_listed_criteria_in_the_order_of_the_guide() -> (
    None
):
    found = people(rating("b", "interest", 4), rating("b", "culture", 3))

    assert [*found] == ["b"]
    assert len(found) == 1
    assert [*found["b"]] == ["culture", "interest"]
    assert "nobody" not in found


def test_a_text_in_place_of_a_rating_is_refused() -> None:
    text = claim("a", "rating", "strong", context=context(GUIDE, "interest"))

    with pytest.raises(BadInput, match="strong is not a rating for laser-go-2017:interest"):
        people(text).medians(["a"])


def test_what_nobody_gave_has_no_spread() -> None:
    assert Rating().spread == UNKNOWN
    assert not Rating().is_disputed


given_cells = st.lists(
    st.tuples(
        st.sampled_from(["a", "b"]),
        st.sampled_from(CRITERIA[4:7]),
        st.integers(0, 5),
        st.sampled_from(["ana", "ben", "eva"]),
        st.sampled_from([None, "2016", "2017"]),
    ),
    max_size=25,
    unique=True,
)


@given(given_cells)
def test_the_medians_of_all_at_once_are_those_of_each(
    cells: list[tuple[str, str, int, str, str | None]],
) -> None:
    found = people(*(rating(c, k, value, by=who, as_of=day) for c, k, value, who, day in cells))
    table = found.medians(["a", "b"])

    for row, candidate in enumerate(["a", "b"]):
        one_by_one = found.get(candidate, {})
        for place, criterion in enumerate(CRITERIA):
            single = one_by_one[criterion].low if criterion in one_by_one else None
            assert np.isnan(table[row, place]) if single is None else table[row, place] == single
