"""Regions and countries that a list names are described by being named; nothing else is."""

import pytest

from hanse.ingest.names import Names
from hanse.ingest.passing import Passing
from hanse.ingest.rows import CellFault, Row

WHERE = {"source": "s", "locator": "row 2"}


def row(country: str | None = "BE") -> Row:
    return Row("a.csv", "a", 2, {"country": country} if country else {})


def region(passing: Passing, name: str, country: str | None = "BE") -> tuple[str, int]:
    found, claims = passing.region(name, row(country), WHERE, "regions")  # type: ignore[arg-type]
    return found, len(claims)


def market(passing: Passing, name: str) -> tuple[str, int]:
    found, claims = passing.market(name, WHERE, "target_markets")  # type: ignore[arg-type]
    return found, len(claims)


def test_a_region_is_described_once_with_the_country_of_its_row() -> None:
    passing = Passing(Names())

    assert region(passing, "Flanders", "Belgium") == ("region:be-flanders", 3)
    assert region(passing, "Flanders", "BE") == ("region:be-flanders", 0)


def test_regions_of_one_name_in_two_countries_are_two() -> None:
    passing = Passing(Names())

    assert region(passing, "Limburg", "BE")[0] != region(passing, "Limburg", "NL")[0]


def test_a_region_that_is_known_is_taken_unless_it_lies_in_another_country() -> None:
    names = Names()
    names.learn("limburg", "Limburg", "region")
    names.countries["limburg"] = "NL"

    assert region(Passing(names), "Limburg", "NL") == ("limburg", 0)
    assert region(Passing(names), "Limburg", "BE") == ("region:be-limburg", 3)


def test_a_region_without_a_country_is_described_without_one() -> None:
    assert region(Passing(Names()), "Flanders", None) == ("region:flanders", 2)


def test_two_known_regions_of_the_name_are_not_chosen_between() -> None:
    names = Names()
    names.learn("brabant-1", "Brabant", "region")
    names.learn("brabant-2", "Brabant", "region")

    with pytest.raises(CellFault, match="fits several"):
        region(Passing(names), "Brabant", None)


def test_a_country_is_a_market_under_its_english_name_in_any_language() -> None:
    passing = Passing(Names())

    assert market(passing, "Brésil") == ("market:br", 3)
    assert market(passing, "Brazil") == ("market:br", 0)


def test_a_market_that_is_known_by_its_english_name_is_taken() -> None:
    names = Names()
    names.learn("brazil", "Brazil", "market")

    assert market(Passing(names), "Brasilien") == ("brazil", 0)


def test_a_group_of_countries_must_be_known() -> None:
    names = Names()
    names.learn("southeast-asia", "Southeast Asia", "market")

    assert market(Passing(names), "Southeast Asia") == ("southeast-asia", 0)
    with pytest.raises(CellFault, match="no market is called 'North America'"):
        market(Passing(names), "North America")
