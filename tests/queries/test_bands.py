"""Bands of LASER-GO D4.1 (2017), section 3.1, with the gap and the overlaps as printed."""

import json
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanse.graph.model import Band, Scale
from hanse.graph.quantities import Interval, exact
from hanse.ingest.guides import read_guide
from hanse.queries.bands import Banded, banded, gaps
from hanse.queries.sizes import Size

ORACLE = json.loads((Path(__file__).parents[1] / "data" / "expected.json").read_text("utf-8"))
GUIDE = (files("hanse.ingest") / "cases" / "photonics_for_health" / "guide.toml").read_text(
    encoding="utf-8"
)
CRITERIA = {c.id: c for c in read_guide(GUIDE, where="guide.toml").criteria}
COMPANIES, SHARE = CRITERIA["companies"].scale, CRITERIA["photonics-share"].scale


def companies(low: float | None, high: float | None, *, strict: bool = False) -> Banded:
    size = Size(unit="companies", interval=Interval(low, high), is_low_strict=strict)
    return banded(COMPANIES, size)


def share(low: float | None, high: float | None, *, strict: bool = False) -> Banded:
    size = Size(unit="photonics_share", interval=Interval(low, high), is_low_strict=strict)
    return banded(SHARE, size)


@pytest.mark.parametrize(("number", "rating"), ORACLE["bands"]["companies"].items())
def test_numbers_of_companies_are_rated_as_published(number: str, rating: int | None) -> None:
    assert companies(int(number), int(number)).ratings == (() if rating is None else (rating,))


@pytest.mark.parametrize(("percent", "ratings"), ORACLE["bands"]["share_percent"].items())
def test_shares_are_rated_as_published(percent: str, ratings: int | list[int]) -> None:
    wanted = tuple(ratings) if isinstance(ratings, list) else (ratings,)

    assert share(float(percent), float(percent)).ratings == wanted


def test_the_one_gap_among_companies_is_151_to_200() -> None:
    assert gaps(COMPANIES) == (Interval(151, 200),)


def test_the_shares_leave_no_gap_up_to_100_percent() -> None:
    assert gaps(SHARE) == ()


def test_more_than_100_companies_begin_at_101() -> None:
    assert companies(100, None, strict=True).ratings == (4, 5)
    assert companies(100, None).ratings == (3, 4, 5)


def test_a_range_has_every_band_that_it_touches() -> None:
    assert companies(10, 60) == Banded(ratings=(1, 2, 3), gaps=())


@pytest.mark.parametrize(("low", "high"), [(150, 151), (200, None), (100, 300), (None, None)])
def test_a_range_that_reaches_into_the_gap_says_so(low: float, high: float | None) -> None:
    assert companies(low, high).gaps == (Interval(151, 200),)


def test_a_range_up_to_200_of_which_200_is_not_meant_still_reaches_it() -> None:
    size = Size(unit="companies", interval=Interval(101, 151), is_high_strict=True)

    assert banded(COMPANIES, size) == Banded(ratings=(4,), gaps=())


def test_a_share_of_more_than_75_percent_is_in_the_top_band_alone() -> None:
    assert share(75, None, strict=True).ratings == (5,)
    assert share(75, None).ratings == (4, 5)


def test_half_a_company_is_in_no_band() -> None:
    assert companies(100.5, 100.5) == Banded(ratings=(), gaps=())


def test_a_gap_of_shares_may_be_a_single_number() -> None:
    around = (Band(rating=0, high=10, is_high_included=False), Band(rating=1, low=10))
    without_10 = (around[0], Band(rating=1, low=10, is_low_included=False))

    def scale(bands: tuple[Band, ...]) -> Scale:
        return Scale(kind="bands", maximum=1, bands=bands, unit="percent", is_whole=False)

    assert gaps(scale(around)) == ()
    assert gaps(scale(without_10)) == (exact(10),)


def test_beyond_the_last_band_is_a_gap_too() -> None:
    scale = Scale(kind="bands", maximum=1, bands=(Band(rating=1, low=5, high=20),))

    assert gaps(scale) == (Interval(0, 4), Interval(21, None))


def test_the_last_percent_may_be_missing() -> None:
    bands = (Band(rating=1, low=0, high=100, is_high_included=False),)
    scale = Scale(kind="bands", maximum=1, bands=bands, unit="percent", is_whole=False)

    assert gaps(scale) == (exact(100),)


numbers = st.integers(0, 400)


@given(numbers, numbers)
def test_a_range_earns_what_its_numbers_earn_one_by_one(first: int, second: int) -> None:
    low, high = sorted((first, second))
    single = [companies(number, number) for number in range(low, high + 1)]
    ratings = {rating for one in single for rating in one.ratings}

    assert set(companies(low, high).ratings) == ratings
    assert bool(companies(low, high).gaps) == any(not one.ratings for one in single)


@given(st.lists(st.integers(0, 60), min_size=2, max_size=8, unique=True), st.integers(0, 60))
def test_every_number_is_in_a_band_or_in_a_gap_and_never_in_both(
    ends: list[int], number: int
) -> None:
    pairs = [*pairwise(sorted(ends))][::2]
    bands = tuple(Band(rating=1, low=low, high=high) for low, high in pairs)
    scale = Scale(kind="bands", maximum=1, bands=bands)
    found = banded(scale, Size(unit="companies", interval=exact(number)))

    assert bool(found.ratings) != bool(found.gaps)
