"""The regions, categories and markets of an invented project are as many as documented."""

from collections import Counter

from hanse.graph.claims import Claim
from hanse.ingest.synthetic.world import MARKET_GROUPS, Author, category, market, region, world

SAID = list(world(Author(source="synthetic-1-1")))


def values(predicate: str) -> dict[str, object]:
    return {claim.subject: claim.value for claim in SAID if claim.predicate == predicate}


def test_there_are_as_many_regions_categories_and_markets_as_documented() -> None:
    kinds = Counter(values("kind").values())

    assert kinds == {"region": 242, "category": 51 + 10 + 400 + 100, "market": 60}
    assert Counter(values("scheme").values()) == {
        "sectoral_industry": 51,
        "emerging_industry": 10,
        "technology_field": 400,
        "s3_priority": 100,
    }


def test_every_thing_says_by_name_and_flag_that_it_is_synthetic() -> None:
    things = set(values("kind"))

    assert {claim.subject for claim in SAID} == things
    assert set(values("synthetic").items()) == {(thing, True) for thing in things}
    assert all(str(name).startswith("Synthetic ") for name in values("name").values())
    assert set(values("name")) == things


def test_no_two_things_are_named_alike() -> None:
    names = Counter(values("name").values())

    assert [name for name, number in names.items() if number > 1] == []


def test_regions_lie_in_every_member_state() -> None:
    countries = values("country")

    assert len(set(countries.values())) == 27
    assert countries[region("FR", 0)] == "FR"
    assert all(str(country).lower() == thing.split("-")[2] for thing, country in countries.items())


def test_a_market_is_a_group_or_lies_within_one() -> None:
    groups = {market(place) for place in range(MARKET_GROUPS)}
    within = values("within")

    assert groups.isdisjoint(within)
    assert set(within.values()) == groups
    assert len(within) == 54


def test_a_statement_names_its_source_and_its_place() -> None:
    said = Author(source="s").says(category("s3_priority", 0), "scheme", "s3_priority")

    assert said == Claim(
        subject="s3_priority:synthetic-s3-priority-001",
        predicate="scheme",
        value="s3_priority",
        source="s",
        locator="s3_priority:synthetic-s3-priority-001",
    )
