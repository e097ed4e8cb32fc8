"""Numbers against lists and members, after LASER-GO D4.1 (2017)."""

import pytest
from tests.builders import claim, cluster, group, market, partnership, project, thing

from hanse.graph.claims import Claim
from hanse.graph.quantities import Interval, Quantity
from hanse.queries.conflict_rules.lists import computed_sites, counted_lists


def counted(subject: str, unit: str, value: float, *, as_of: str | None = None) -> Claim:
    return claim(subject, unit, Quantity(value=value, unit=unit), as_of=as_of)


def test_two_steps_are_stated_and_three_listed() -> None:
    said = [*thing("search_step", "Evaluation"), counted("evaluation", "steps", 2)]
    said += [claim("evaluation", "step", text) for text in ("guide", "analysis", "approval")]

    (found,) = counted_lists(project(said), "evaluation")

    assert (found.code, found.kind, found.computed) == ("L1", "count of a list", Interval(3, 3))
    assert found.message.endswith("2 steps are stated (“test”), and three listed.")


def test_nine_countries_and_a_list_of_nine_agree() -> None:
    said = [*thing("event", "Mission"), counted("mission", "countries", 9)]
    codes = "AT | FR | DE | GR | IT | NL | ES | SE | GB"
    said += [claim("mission", "participant_countries", codes)]

    assert not list(counted_lists(project(said), "mission"))


def test_a_platform_for_eight_markets_that_lists_them_agrees() -> None:
    names = ["Australia", "Brazil"]
    said = [*thing("service", "eLSI"), counted("elsi", "markets", 2)]
    for name in names:
        said += [*market(name), claim("elsi", "serves_market", name.casefold())]

    assert not list(counted_lists(project(said), "elsi"))


def of_members(
    number: float, *, kind: str = "partnership", as_of: str | None = None
) -> list[Claim]:
    said = cluster("A") + cluster("B") + partnership("P", kind=kind, members=["a", "b"])
    return [*said, counted("p", "clusters", number, as_of=as_of)]


def test_more_members_than_a_partnership_says_is_a_conflict() -> None:
    (found,) = counted_lists(project(of_members(1)), "p")

    assert (found.code, found.severity, found.computed) == ("L1", "conflict", Interval(2, 2))


def test_fewer_members_than_a_partnership_says_may_be_a_list_that_is_not_complete() -> None:
    (found,) = counted_lists(project(of_members(10)), "p")

    assert (found.code, found.severity, found.computed) == ("L2", "remark", Interval(2, None))


def test_a_group_lists_all_its_members() -> None:
    said = cluster("A") + group("G", members=["a"], numbers={"clusters": 6})

    (found,) = counted_lists(project(said), "g")

    assert (found.code, found.severity) == ("L1", "conflict")


def test_a_number_of_a_later_day_allows_for_members_that_left() -> None:
    said = cluster("A") + cluster("B") + thing("partnership", "P")
    said += [claim(name, "member_of", "p", since="2013") for name in ("a", "b")]

    assert not list(counted_lists(project([*said, counted("p", "clusters", 1, as_of="2015")]), "p"))
    assert list(counted_lists(project([*said, counted("p", "clusters", 3, as_of="2015")]), "p"))


def test_candidates_found_in_a_step_are_counted_and_a_group_found_is_not_a_candidate() -> None:
    said = [*cluster("A"), *thing("search_step", "Other"), counted("other", "candidates", 2)]
    said += [claim("a", "found_in", "other")]

    assert [found.code for found in counted_lists(project(said), "other")] == ["L2"]

    pool = group("Pool", members=["a"])
    said = [*said[:-1], *pool, claim("pool", "found_in", "other")]
    assert not list(counted_lists(project(said), "other"))


@pytest.fixture
def reach_of_all() -> list[Claim]:
    """Hold Spain, France and Italy as three clusters, of which two are the smaller group."""
    said = cluster("Biocat", country="ES", regions=["Catalonia"])
    said += cluster("Medicen", country="FR", regions=["Paris"])
    said += cluster("bioPmed", country="IT", regions=["Piemonte"])
    said += group("Two", members=["biocat", "medicen"])
    return said + group("All", members=["biocat", "medicen", "biopmed"])


def test_two_member_states_against_three_computed_are_right_for_a_smaller_group(
    reach_of_all: list[Claim],
) -> None:
    said = [*reach_of_all, counted("all", "eu_member_states", 2)]
    said += [claim("all", "listed_member_states", "ES | FR")]

    (found,) = computed_sites(project(said), "all")

    assert (found.code, found.kind, found.computed) == ("C1", "scope mixed", Interval(3, 3))
    assert "ES, FR and IT" in found.message
    assert "the list leaves out IT" in found.message
    assert "right for “Two”" in found.message


def test_a_number_that_fits_no_smaller_group_is_stated_against_computed(
    reach_of_all: list[Claim],
) -> None:
    (found,) = computed_sites(project([*reach_of_all, counted("all", "regions", 7)]), "all")

    assert (found.kind, found.computed) == ("stated/computed", Interval(3, 3))


def test_a_number_of_regions_that_is_right_is_silent(reach_of_all: list[Claim]) -> None:
    said = [*reach_of_all, counted("all", "regions", 3), counted("all", "countries", 3)]

    assert not list(computed_sites(project(said), "all"))


def test_a_member_of_unknown_region_may_bring_one_more() -> None:
    said = cluster("Biocat", regions=["Catalonia"]) + cluster("Unknown")
    said += group("All", members=["biocat", "unknown"])

    assert not codes_of([*said, counted("all", "regions", 2)])
    assert codes_of([*said, counted("all", "regions", 0)]) == ["C1"]


def codes_of(said: list[Claim]) -> list[str]:
    return [found.code for found in computed_sites(project(said), "all")]
