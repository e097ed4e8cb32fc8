"""Accession and exit dates of the treaties, as the Member States are counted from them."""

import pytest

from hanse.graph.places import EU_MEMBER_STATES, is_member_state, member_states


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("1958-01-01", 6),
        ("1973-01-01", 9),
        ("1981-01-01", 10),
        ("1986-01-01", 12),
        ("1995-01-01", 15),
        ("2004-05-01", 25),
        ("2007-01-01", 27),
        ("2013-07-01", 28),
        ("2020-02-01", 27),
    ],
)
def test_each_treaty_brings_the_number_of_member_states_known(day: str, number: int) -> None:
    assert len(member_states(EU_MEMBER_STATES, day)) == number


def test_a_country_is_no_member_state_on_the_day_before_its_accession() -> None:
    assert not is_member_state("LT", "2004-04-30")
    assert is_member_state("LT", "2004-05-01")


def test_the_united_kingdom_was_a_member_state_until_the_end_of_january_2020() -> None:
    assert is_member_state("GB", "2017-04-13")
    assert is_member_state("GB", "2020-01-31")
    assert not is_member_state("GB", "2020-02-01")


def test_a_coarse_day_counts_as_its_last() -> None:
    assert is_member_state("HR", "2013")
    assert not is_member_state("GB", "2020")


def test_without_a_day_any_time_of_membership_counts() -> None:
    assert is_member_state("GB", None)
    assert not is_member_state("CH", None)


def test_codes_are_those_of_iso_and_not_those_of_nuts() -> None:
    assert is_member_state("GR", "2017")
    assert not is_member_state("EL", "2017")
    assert not is_member_state("UK", "2017")


def test_member_states_come_each_once_and_in_order() -> None:
    assert member_states(["LT", "AT", "LT", "CH"], "2017-04-13") == ("AT", "LT")
