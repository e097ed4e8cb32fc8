"""Target markets: D4.1 targets Southeast Asia, and no country named anywhere lies there."""

from tests.builders import claim, cluster, market, partnership, project, region

from hanse.graph.claims import Claim
from hanse.graph.quantities import Interval
from hanse.queries.conflict_rules.markets import (
    groups_nobody_goes_to,
    lists_that_differ,
    nested_regions,
)


def markets() -> list[Claim]:
    said = market("North America") + market("Southeast Asia") + market("East Asia")
    said += market("Canada", country="CA", within="north-america")
    said += market("Japan", country="JP", within="east-asia")
    return said + market("Singapore", country="SG", within="southeast-asia")


def laser_go(
    *named: str, own: tuple[str, ...] = ("north-america", "southeast-asia")
) -> list[Claim]:
    """Hold LASER-GO with Biocat, which is in bioXclusters plus, and the markets these name."""
    said = markets() + cluster("LITEK") + cluster("Biocat", targets=["canada"])
    said += partnership("LASER-GO", members=["litek", "biocat"], targets=own)
    return said + partnership("bioXclusters plus", members=["biocat"], targets=named)


def test_no_country_that_is_named_lies_in_southeast_asia() -> None:
    (found,) = groups_nobody_goes_to(project(laser_go("japan")))

    assert (found.code, found.subject, found.computed) == ("T1", "laser-go", Interval(0, 0))
    assert "LASER-GO targets Southeast Asia" in found.message
    assert "none of the two countries" in found.message
    assert "Canada and Japan" in found.message


def test_one_country_within_the_group_is_enough() -> None:
    assert not list(groups_nobody_goes_to(project(laser_go("japan", "singapore"))))


def test_where_nobody_names_a_country_nothing_is_said() -> None:
    said = markets() + cluster("A") + partnership("P", members=["a"], targets=["southeast-asia"])

    assert not list(groups_nobody_goes_to(project(said)))


def test_a_partnership_that_names_countries_beside_a_group_is_left_alone() -> None:
    said = laser_go(own=("southeast-asia", "canada"))

    assert not list(groups_nobody_goes_to(project(said)))


def test_those_who_hang_together_through_nobody_do_not_matter() -> None:
    said = laser_go("japan") + cluster("Far")
    said += partnership("Elsewhere", members=["far"], targets=["singapore"])

    assert [one.code for one in groups_nobody_goes_to(project(said))] == ["T1"]


def test_a_market_that_is_only_explored_is_named_but_no_target() -> None:
    said = markets() + cluster("A") + partnership("P", members=["a"])
    said += [claim("p", "targets", "southeast-asia", role="explored")]
    said += [claim("a", "targets", "canada", role="explored")]

    assert not list(groups_nobody_goes_to(project(said)))


def listed(*pairs: tuple[str, str]) -> list[str]:
    said = markets() + partnership("bioXclusters plus")
    said += [claim("bioxclusters-plus", "targets", place, source=source) for source, place in pairs]
    return [one.severity for one in lists_that_differ(project(said), "bioxclusters-plus")]


def test_two_documents_that_each_name_another_market_are_a_remark() -> None:
    assert listed(("d41", "canada"), ("newsletter", "japan")) == ["remark"]


def test_a_list_that_is_part_of_the_other_agrees() -> None:
    assert listed(("d41", "canada"), ("newsletter", "canada"), ("newsletter", "japan")) == []
    assert listed(("d41", "canada"), ("d41", "japan")) == []


def test_a_region_within_another_of_the_same_cluster_is_a_remark() -> None:
    said = region("Auvergne-Rhone-Alpes") + region("Rhone-Alpes", within="auvergne-rhone-alpes")
    said += cluster("Lyonbiopole") + cluster("Minalogic")
    said += [
        claim("lyonbiopole", "located_in", "rhone-alpes"),
        claim("lyonbiopole", "located_in", "auvergne-rhone-alpes"),
        claim("minalogic", "located_in", "auvergne-rhone-alpes"),
    ]
    graph = project(said)

    (found,) = nested_regions(graph, "lyonbiopole")

    assert (found.code, found.severity, found.computed) == ("R1", "remark", Interval(1, 1))
    assert not list(nested_regions(graph, "minalogic"))
