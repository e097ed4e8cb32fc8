"""Regions, countries and markets of sets of clusters, after LASER-GO D4.1, section 3.2."""

from tests.builders import claim, cluster, market, partnership, project, region

from hanse.queries.answers import Evidence
from hanse.queries.spread import outermost, places_of, spread

DAY = "2017-04-13"


def test_a_cluster_of_two_regions_counts_for_both_and_two_of_one_region_for_one() -> None:
    said = cluster("Optence", country="DE", regions=["Rheinland-Pfalz", "Hessen"])
    said += cluster("Medicen", country="FR", regions=["Ile-de-France"])
    said += cluster("Opticsvalley", country="FR", regions=["Ile-de-France"])

    found = spread(project(said, as_of=DAY), ["optence", "medicen", "opticsvalley"])

    assert found.regions == ("hessen", "ile-de-france", "rheinland-pfalz")
    assert found.countries == ("DE", "FR")
    assert found.eu_member_states == ("DE", "FR")


def test_a_region_within_another_that_is_stated_of_one_cluster_counts_once_the_smaller() -> None:
    said = region("Auvergne-Rhone-Alpes")
    said += region("Rhone-Alpes", within="auvergne-rhone-alpes") + cluster("Lyonbiopole")
    said += [
        claim("lyonbiopole", "located_in", place)
        for place in ("auvergne-rhone-alpes", "rhone-alpes")
    ]

    assert spread(project(said), ["lyonbiopole"]).regions == ("rhone-alpes",)


def test_of_two_clusters_one_inside_the_region_of_the_other_the_wider_region_counts() -> None:
    said = region("Auvergne-Rhone-Alpes") + region("Rhone-Alpes", within="auvergne-rhone-alpes")
    said += cluster("Lyonbiopole") + cluster("Minalogic")
    said += [
        claim("lyonbiopole", "located_in", "rhone-alpes"),
        claim("minalogic", "located_in", "auvergne-rhone-alpes"),
    ]
    graph = project(said)

    assert spread(graph, ["lyonbiopole", "minalogic"]).regions == ("auvergne-rhone-alpes",)
    assert outermost(graph, ["rhone-alpes"]) == ("rhone-alpes",)


def test_places_are_common_where_one_region_contains_another_and_only_there() -> None:
    said = (
        region("France") + region("Alsace", within="france") + region("Bretagne", within="france")
    )
    for name, place in [("A", "france"), ("B", "alsace"), ("C", "bretagne")]:
        said += [*cluster(name), claim(name.casefold(), "located_in", place)]
    said += cluster("D")

    places = places_of(project(said), ["a", "b", "c", "d"])

    assert places["a"] & places["b"]
    assert places["a"] & places["c"]
    assert not places["b"] & places["c"]
    assert places["d"] == frozenset()


def test_a_place_that_nobody_states_is_listed_and_not_guessed() -> None:
    found = spread(project(cluster("Biocat", country="ES") + cluster("Swiss")), ["biocat", "swiss"])

    assert found.regions_unknown == ("biocat", "swiss")
    assert found.countries_unknown == ("swiss",)
    assert found.countries == ("ES",)


def test_the_country_of_a_region_is_one_of_the_cluster() -> None:
    said = cluster("Biocat") + region("Catalonia", country="ES")
    said += [claim("biocat", "located_in", "catalonia")]

    assert spread(project(said), ["biocat"]).countries == ("ES",)


def test_member_states_are_those_of_the_day_of_the_graph_or_the_day_asked_for() -> None:
    said = cluster("One Nucleus", country="GB") + cluster("Swissmem", country="CH")
    graph = project(said, as_of=DAY)

    assert spread(graph, ["one-nucleus", "swissmem"]).eu_member_states == ("GB",)
    assert spread(graph, ["one-nucleus"], day="2021").eu_member_states == ()


def test_markets_of_an_either_or_are_undecided_unless_another_statement_decides() -> None:
    said = market("North America") + market("Southeast Asia") + cluster("Medicen")
    said += [
        claim("medicen", "targets", place, context="either")
        for place in ("north-america", "southeast-asia")
    ]
    said += partnership("LASER-GO", members=["medicen"], targets=["north-america"])
    graph = project(said)

    alone = spread(graph, ["medicen"])
    together = spread(graph, ["medicen"], partnerships=["laser-go"])

    assert (alone.markets, alone.undecided_markets) == ((), ("north-america", "southeast-asia"))
    assert together.markets == ("north-america",)
    assert together.undecided_markets == ("southeast-asia",)


def test_each_region_country_and_market_says_where_it_stands() -> None:
    said = market("Canada") + cluster("Biocat", country="ES", regions=["Catalonia"])
    said += [claim("biocat", "targets", "canada", locator="section 2.1")]

    found = spread(project(said), ["biocat"])

    assert found.evidence["canada"] == (Evidence(document="test", locator="section 2.1"),)
    assert set(found.evidence) == {"ES", "canada", "catalonia"}
