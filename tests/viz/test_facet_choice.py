"""The twelve filters of the directory, as a user types them."""

from typing import Any

import pytest
from tests.running import hanse

from hanse.graph.errors import BadInput, UnknownName
from hanse.queries.facets import FACETS
from hanse.viz.facet_choice import chosen_facets, remarks
from hanse.viz.session import Session


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.open("laser-go")


def screened(*filters: str) -> set[str]:
    asked = [part for one in filters for part in ("--filter", one)]
    return {c["id"] for c in hanse("screen", *asked, "--json").document["candidates"]}


def test_filters_are_named_as_in_the_address_or_in_words(session: Session) -> None:
    found = chosen_facets(
        session.graph, ["country_code=DE", "Country=FR", "emerging industry=medical devices"]
    )

    assert found == {
        "country_code": ["DE", "FR"],
        "emerging_industry_id": ["emerging_industry:medical-devices"],
    }


def test_the_search_of_2017_set_one_of_twelve_filters() -> None:
    """D4.1, section 2.2: 98 clusters, three of them the founders, who are no candidates."""
    assert len(screened("emerging_industry_id=Medical Devices")) == 95


def test_filters_narrow_each_other() -> None:
    light = screened("s3_priority_id=Photonics", "country_code=LT")

    assert light == {"lithuanian-laser-association"}
    assert screened("combine=biocat") == {"biocat"}


@pytest.mark.parametrize("name", FACETS)
def test_every_filter_works_or_says_that_no_facts_are_held(name: str, session: Session) -> None:
    found = next(f for f in _facets() if f["id"] == name)
    if found["facts"] and found["values"]:
        value = found["values"][0]
        asked = chosen_facets(session.graph, [f"{name}={value['label']}"])

        assert asked == {name: [value["id"]]}
    elif not found["facts"]:
        ran = hanse("screen", "--filter", f"{name}=anything")

        assert ran.status == 0
        assert f"no facts are held on {found['label']}" in ran.err


def _facets() -> list[dict[str, Any]]:
    facets: list[dict[str, Any]] = hanse("screen", "--json").document["facets"]
    return facets


def test_who_may_be_meant_is_said(session: Session) -> None:
    told = remarks(session.graph, chosen_facets(session.graph, ["technology field=Optics"]))

    assert told[-1].endswith("more may be meant: of them it is not stated")


def test_what_is_no_filter_and_what_is_no_value_are_refused(session: Session) -> None:
    with pytest.raises(UnknownName, match="countrycode"):
        chosen_facets(session.graph, ["countrycode=DE"])
    with pytest.raises(UnknownName, match="XX"):
        chosen_facets(session.graph, ["country_code=XX"])
    with pytest.raises(BadInput, match="no value"):
        chosen_facets(session.graph, ["country_code"])
