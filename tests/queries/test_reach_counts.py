"""Counts of unions with their makeup, after LASER-GO D4.1 (section 3.2) and the newsletter."""

import json
from pathlib import Path

import pytest
from tests.builders import cluster, group, project

from hanse.graph.assumptions import AssumedFigure, Assumption
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, Quantity, exact
from hanse.queries.figures import Figures
from hanse.queries.reach_counts import ReachedCount, ReachedCounts

D41 = json.loads((Path(__file__).parents[1] / "data" / "expected.json").read_text("utf-8"))["d41"]
SIX = ("litek", "opticsvalley", "hts", "medicen", "biocat", "optence")
THREE = ("biom", "biopmed", "lyonbiopole")
ALL = (*SIX, *THREE)


def documents() -> PartnershipGraph:
    """Hold the nine clusters, their regions, and every figure of the two documents."""
    over_300 = Quantity(value=300, unit="members", qualifier="at_least", strict=True)
    over_1600 = Quantity(value=1600, unit="companies", qualifier="at_least", strict=True)
    some_120 = Quantity(value=120, unit="research_bodies", qualifier="about")
    some_2300 = Quantity(value=2300, unit="companies", qualifier="about")
    said = cluster("Biocat", regions=["Catalonia"], numbers={"companies": 871})
    said += cluster("Medicen", regions=["Paris"], numbers={"smes": 200, "members": over_300})
    said += cluster("Optence", regions=["Hessen", "Pfalz"], numbers={"companies": 85})
    said += cluster("LITEK", regions=["Lithuania"]) + cluster("Opticsvalley", regions=["Paris"])
    said += cluster("HTS", regions=["Styria"]) + cluster("BioM", regions=["Bavaria"])
    said += cluster("bioPmed", regions=["Piemonte"]) + cluster("Lyonbiopole", regions=["Rhone"])
    six = {"companies": over_1600, "research_bodies": some_120}
    said += group("The six", members=SIX, numbers=six)
    said += group("The three", members=THREE, numbers={"companies": 1700})
    said += group("All", members=ALL, numbers={"companies": some_2300})
    said += group("The four", members=(*THREE, "biocat"), numbers={"smes": 3300, "jobs": 358_000})
    return project(said)


def count(
    clusters: tuple[str, ...], unit: str = "companies", *assumptions: Assumption
) -> ReachedCount:
    figures = Figures.of(documents(), assumptions)
    return ReachedCounts(figures, ALL).of(clusters)[unit]


def test_the_six_reach_at_least_the_1600_that_are_stated_of_them_and_the_end_is_open() -> None:
    found = count(SIX)

    assert found.interval == Interval(1600, None)
    assert found.stated_sum == 871 + 85
    assert found.unknown == ("hts", "litek", "opticsvalley")
    assert "the upper end is open" in found.rule


def test_where_the_documents_contradict_each_other_the_range_spans_every_way_out() -> None:
    found = count(ALL)

    assert found.interval == Interval(2300, None)
    assert (
        "about 2,300 companies of “All” [test, p. 1]",
        "3,300 SMEs of “The four” [test, p. 1]",
    ) in found.contradictions


def test_some_120_research_bodies_is_taken_as_120_and_that_is_said() -> None:
    found = count(SIX, "research_bodies")

    assert found.interval == exact(120)
    assert found.assumptions == ("“about 120 research bodies” of “The six” is taken as 120.",)
    assert "RTOs are counted as research bodies" in found.rule


def test_research_bodies_of_three_clusters_of_which_none_is_stated_are_unknown() -> None:
    found = count(THREE, "research_bodies")

    assert found.interval.is_unknown
    assert found.stated_sum is None
    assert found.unknown == THREE
    assert found.evidence == ()


def test_jobs_of_four_clusters_bound_all_nine_from_below() -> None:
    assert count(ALL, "jobs").interval == Interval(358_000, None)


def test_two_clusters_of_known_size_run_from_the_largest_to_the_sum() -> None:
    found = count(("biocat", "optence"))

    assert found.interval == Interval(871, 956)
    assert found.by_region == exact(956)
    assert found.rule.startswith("from the largest to the sum")


def test_by_region_is_never_wider_than_the_headline() -> None:
    found = count(THREE)

    assert found.interval == found.by_region == Interval(1700, None)


def test_every_count_says_where_it_stands() -> None:
    assert count(("biocat", "optence")).evidence


# Named assumptions under which the fixture holds, and only under them.
MEMBERS_ARE_COMPANIES = Assumption(
    id="members",
    label="Medicen's 300 members are companies.",
    figures=(AssumedFigure(clusters=("medicen",), unit="companies", size=exact(300)),),
    sets_aside=(("medicen", "members"), ("medicen", "smes")),
)
SUM_OF_SIX = Assumption(
    id="sum",
    label="The 1,600 are the exact sum of the six.",
    figures=(AssumedFigure(clusters=SIX, unit="companies", size=exact(1600), kind="sum"),),
    sets_aside=(("the-six", "companies"),),
)
NO_2300 = Assumption(
    id="no-2300",
    label="The 2,300 and the 3,300 SMEs are left out of account.",
    sets_aside=(("all", "companies"), ("the-four", "smes")),
)


def with_biocat(number: int) -> Assumption:
    return Assumption(
        id=f"with-biocat-{number}",
        label="The 1,700 hold Biocat.",
        figures=(AssumedFigure(clusters=(*THREE, "biocat"), unit="companies", size=exact(number)),),
        sets_aside=(("the-three", "companies"),),
    )


BASE = (MEMBERS_ARE_COMPANIES, SUM_OF_SIX, NO_2300)


@pytest.mark.parametrize(
    ("key", "clusters", "readings"),
    [
        ("six_by_region", SIX, ()),
        ("with_three_regions_excl", ALL, ()),
        ("with_three_regions_incl_871", ALL, (with_biocat(1700),)),
        ("with_three_regions_incl_966", ALL, (with_biocat(1700 - 95),)),
    ],
)
def test_under_its_named_assumptions_the_fixture_holds_by_region(
    key: str, clusters: tuple[str, ...], readings: tuple[Assumption, ...]
) -> None:
    found = count(clusters, "companies", *BASE, *readings)

    assert found.by_region == Interval(*D41[key])
    assert SUM_OF_SIX.label in found.assumptions


UNION_OF_SIX = Assumption(
    id="union",
    label="The six have exactly 1,600.",
    figures=(AssumedFigure(clusters=SIX, unit="companies", size=exact(1600)),),
    sets_aside=(("the-six", "companies"), ("medicen", "members"), ("medicen", "smes")),
)


@pytest.mark.parametrize(
    ("key", "readings"),
    [("union_1700_excl", ()), ("union_1700_incl_biocat", (with_biocat(1700),))],
)
def test_under_its_named_assumptions_the_fixture_holds_whatever_the_overlaps(
    key: str, readings: tuple[Assumption, ...]
) -> None:
    found = count(ALL, "companies", UNION_OF_SIX, NO_2300, *readings)

    assert found.interval == Interval(*D41[key])
    assert found.contradictions == ()


def test_without_the_assumptions_the_open_ends_stay_open() -> None:
    assert count(SIX, "companies", NO_2300).interval == Interval(1600, None)
    assert count(SIX, "companies", NO_2300).by_region == Interval(1600, None)
    assert count(ALL, "companies", NO_2300).by_region == Interval(3300, None)


def test_an_assumption_that_regions_share_nothing_makes_the_headline_that_by_region() -> None:
    apart = Assumption(id="apart", label="Regions share nothing.", are_regions_apart=True)

    found = count(("biocat", "optence"), "companies", apart)

    assert found.interval == exact(956)
    assert found.assumptions == ("Regions share nothing.",)


def test_what_goes_with_a_cluster_lies_between_nothing_and_all_of_it() -> None:
    figures = Figures.of(documents())
    counts = ReachedCounts(figures, ALL)

    optence = counts.lost(["optence"], ["biocat"])["companies"]
    biocat = counts.lost(["biocat"], ["optence"])["companies"]

    assert optence == (Interval(0, 85), exact(85))
    assert biocat == (Interval(786, 871), exact(871))


def test_what_was_found_before_gives_the_same_answers() -> None:
    graph = documents()

    first = ReachedCounts(Figures.of(graph), ALL)
    second = ReachedCounts(Figures.of(graph), SIX)

    assert first.of(SIX) == second.of(SIX) == ReachedCounts(Figures.of(documents()), SIX).of(SIX)
