"""Ratings that follow from facts, and those that people give."""

from importlib.resources import files

import pytest
from tests.builders import claim, cluster, project

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput
from hanse.graph.model import Criterion
from hanse.graph.quantities import UNKNOWN, Interval, Quantity, exact
from hanse.ingest.guides import read_guide
from hanse.queries.ratings import Rating, given, rated

GUIDE = (files("hanse.ingest") / "cases" / "photonics_for_health" / "guide.toml").read_text(
    encoding="utf-8"
)
CRITERIA = {c.id: c for c in read_guide(GUIDE, where="guide.toml").criteria}


def rating(criterion: str, *claims: Claim) -> Rating:
    return rated(project([*cluster("Any"), *claims]), "any", CRITERIA[criterion])


def companies(value: float, *, at_least: bool = False, strict: bool = False) -> Claim:
    quantity = Quantity(value=value, unit="companies")
    if at_least:
        quantity = Quantity(value=value, unit="companies", qualifier="at_least", strict=strict)
    return claim("any", "companies", quantity, source="d41", locator="section 3.2")


def test_biocat_with_871_companies_earns_5() -> None:
    found = rating("companies", companies(871))

    assert (found.low, found.high, found.is_rated) == (5, 5, True)
    assert found.note == "871 companies: rating 5"
    assert [(e.document, e.locator) for e in found.evidence] == [("d41", "section 3.2")]


def test_optence_with_85_companies_earns_3() -> None:
    assert rating("companies", companies(85)).low == rating("companies", companies(85)).high == 3


def test_beauty_cluster_with_more_than_100_may_fall_into_the_gap() -> None:
    found = rating("companies", companies(100, at_least=True, strict=True))

    assert (found.low, found.high, found.is_rated) == (0, 5, False)
    assert found.note == "more than 100 companies: rating 4 or 5; no rating from 151 to 200"


def test_medicen_is_rated_through_its_smes() -> None:
    smes = Quantity(value=200, unit="smes", qualifier="at_least")
    found = rating("companies", claim("any", "smes", smes))

    assert (found.low, found.high, found.is_rated) == (0, 5, False)
    assert "no rating from 151 to 200" in found.note
    assert "companies are no fewer than SMEs (at least 200)" in found.note


def test_a_number_in_the_gap_has_no_rating() -> None:
    found = rating("companies", companies(175))

    assert (found.low, found.high, found.is_rated) == (None, None, False)
    assert found.note == "175 companies: in no band; no rating from 151 to 200"


def test_a_number_in_two_bands_has_both_ratings() -> None:
    share = claim("any", "photonics_share", Quantity(value=25, unit="percent"))
    found = rating("photonics-share", share)

    assert (found.low, found.high, found.is_rated) == (2, 3, True)
    assert found.note == "25 percent: in 2 bands, rating 2 or 3"


def test_a_range_has_the_ratings_of_all_its_bands() -> None:
    share = Quantity(value=12, unit="percent", qualifier="between", upper=60)
    found = rating("photonics-share", claim("any", "photonics_share", share))

    assert (found.low, found.high, found.is_rated) == (2, 4, True)
    assert found.note == "12 to 60 percent: rating 2, 3 or 4"


def test_statements_that_contradict_each_other_are_told() -> None:
    members = claim("any", "members", Quantity(value=20, unit="members"))
    found = rating("companies", companies(30), members)

    assert (found.low, found.high) == (1, 2)
    assert found.note.endswith("the statements contradict each other")


def test_a_listing_on_the_platform_earns_1() -> None:
    found = rating("eccp", claim("any", "eccp_listed", True, source="d41", locator="annex, row 9"))

    assert (found.low, found.high, found.is_rated) == (1, 1, True)
    assert found.evidence[0].locator == "annex, row 9"


def test_a_cluster_that_is_not_in_the_list_is_left_blank() -> None:
    found = rating("eccp")

    assert (found.low, found.high, found.is_rated) == (None, None, False)
    assert "not a no" in found.note


def test_a_stated_no_is_a_no() -> None:
    found = rating("eccp", claim("any", "eccp_listed", False))

    assert (found.low, found.high, found.is_rated) == (0, 0, True)


def test_a_yes_and_a_no_leave_it_open() -> None:
    said = [claim("any", "eccp_listed", value, locator=f"row {value}") for value in (True, False)]
    found = rating("eccp", *said)

    assert (found.low, found.high, found.is_rated) == (0, 1, False)
    assert len(found.evidence) == 2


def test_a_conjecture_rates_nothing() -> None:
    assert not rating("eccp", claim("any", "eccp_listed", True, status="conjecture")).is_rated


def test_a_judgement_is_made_by_nobody_here() -> None:
    assert rating("interest") == Rating(note="a matter of judgement, and nobody has rated it")


def test_without_a_figure_there_is_no_rating() -> None:
    assert rating("photonics-share") == Rating(note="nothing is stated of it")


@pytest.mark.parametrize(
    ("rating", "span"),
    [
        (Rating(), Interval(0, 5)),
        (Rating(low=3), Interval(3, 5)),
        (Rating(low=2, high=4), Interval(2, 4)),
    ],
)
def test_what_is_open_may_be_anything_on_the_scale(rating: Rating, span: Interval) -> None:
    assert rating.within(CRITERIA["interest"].scale) == span


def people(value: Interval | Rating, criterion: Criterion = CRITERIA["interest"]) -> Rating:
    return given(value, criterion, candidate="any")


def test_people_may_give_a_number_or_a_range() -> None:
    assert people(exact(4)) == Rating(low=4, high=4, note="as given", is_rated=True)
    assert people(Interval(2, 4)).within(CRITERIA["interest"].scale) == Interval(2, 4)
    assert people(Interval(2, None)).within(CRITERIA["interest"].scale) == Interval(2, 5)


def test_people_may_leave_it_blank() -> None:
    assert not people(UNKNOWN).is_rated


def test_a_rating_with_its_own_reason_keeps_it() -> None:
    own = Rating(low=4, high=4, note="median of three", is_rated=True)

    assert people(own) is own


@pytest.mark.parametrize(
    "value", [exact(7), exact(-1), Interval(4, 2), exact(float("nan")), Rating(low=6, high=6)]
)
def test_a_rating_outside_the_scale_is_refused(value: Interval | Rating) -> None:
    with pytest.raises(BadInput, match="is not a rating for interest") as refused:
        people(value)

    assert refused.value.where == "any"
    assert refused.value.hint == "rate it from 0 to 5"
