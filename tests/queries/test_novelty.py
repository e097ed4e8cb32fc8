"""A new country counts in full, new regions of a held country by half, the unknown as a range."""

from tests.builders import claim, cluster, project, region

from hanse.graph.claims import Claim
from hanse.graph.quantities import Interval, exact
from hanse.queries.novelty import Footprint, novelty
from hanse.queries.reasons import Part

OPTICSVALLEY = cluster("Opticsvalley", country="FR", regions=["Île-de-France"])


def new(*candidate: Claim, alliance: list[Claim] = OPTICSVALLEY) -> Part:
    graph = project([*alliance, *candidate])
    members = [c for c in graph.clusters() if c.id != "x"]
    return novelty(graph, graph.cluster("x"), Footprint.of(graph, members))


def test_a_new_country_counts_in_full() -> None:
    part = new(*cluster("x", country="ES", regions=["Catalonia"]))

    assert part.value == exact(1)
    assert part.reasons[0].text == "Brings a country new to the alliance: ES."
    assert part.reasons[0].evidence


def test_a_new_country_counts_in_full_though_its_region_is_unknown() -> None:
    assert new(*cluster("x", country="ES")).value == exact(1)


def test_new_regions_of_a_held_country_count_by_half() -> None:
    assert new(*cluster("x", country="FR", regions=["Bretagne"])).value == exact(0.5)


def test_only_the_new_share_of_its_regions_counts() -> None:
    part = new(*cluster("x", country="FR", regions=["Bretagne", "Île-de-France"]))

    assert part.value == exact(0.25)
    assert "Bretagne" in part.reasons[0].text
    assert "Île-de-France" not in part.reasons[0].text


def test_the_same_region_is_not_new() -> None:
    # D4.1, section 3.2: Medicen is the Paris Region's, as Opticsvalley is.
    part = new(*cluster("x", country="FR", regions=["Île-de-France"]))

    assert part.value == exact(0)
    assert part.reasons == ()


def test_an_unknown_region_of_a_held_country_is_a_range_up_to_a_half() -> None:
    part = new(*cluster("x", country="FR"))

    assert part.value == Interval(0, 0.5)
    assert "region is unknown" in part.reasons[0].text


def test_an_unknown_country_is_a_range_up_to_the_whole() -> None:
    part = new(*cluster("x"))

    assert part.value == Interval(0, 1)
    assert part.reasons[0].evidence == ()


def test_a_region_within_a_held_one_is_not_new() -> None:
    part = new(
        *cluster("x", country="FR"),
        *region("Paris", country="FR", within="ile-de-france"),
        claim("x", "located_in", "paris"),
    )

    assert part.value == exact(0)


def test_a_region_around_a_held_one_may_be_new() -> None:
    part = new(
        *cluster("x", country="FR"),
        *region("Nord", country="FR"),
        claim("ile-de-france", "within", "nord"),
        claim("x", "located_in", "nord"),
    )

    assert part.value == Interval(0, 0.5)


def test_a_member_of_unknown_region_may_sit_where_the_candidate_does() -> None:
    part = new(
        *cluster("x", country="FR", regions=["Bretagne"]), alliance=cluster("Y", country="FR")
    )

    assert part.value == Interval(0, 0.5)
    assert part.reasons[0].text.startswith("May bring a new region")


def test_a_member_of_unknown_region_elsewhere_leaves_nothing_open() -> None:
    both = [*OPTICSVALLEY, *cluster("Y", country="AT")]

    part = new(*cluster("x", country="FR", regions=["Bretagne"]), alliance=both)

    assert part.value == exact(0.5)


def test_a_member_of_unknown_country_leaves_a_new_country_open() -> None:
    both = [*OPTICSVALLEY, *cluster("Y")]

    part = new(*cluster("x", country="ES", regions=["Catalonia"]), alliance=both)

    assert part.value == Interval(0, 1)
    assert part.reasons[0].evidence


def test_to_an_alliance_of_nobody_every_country_is_new() -> None:
    assert new(*cluster("x", country="ES"), alliance=[]).value == exact(1)
