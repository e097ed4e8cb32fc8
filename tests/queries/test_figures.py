"""Figures of groups and clusters as statements on unions, after LASER-GO D4.1, section 3.2."""

import pytest
from tests.builders import claim, cluster, group, partnership, project

from hanse.graph.assumptions import AssumedFigure, Assumption
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, Quantity, exact
from hanse.queries.figures import Figure, Figures, statements

OVER_1600 = Quantity(value=1600, unit="companies", qualifier="at_least", strict=True)
SOME_120 = Quantity(value=120, unit="research_bodies", qualifier="about")


@pytest.fixture
def graph() -> PartnershipGraph:
    said = cluster("Biocat", numbers={"companies": 871}) + cluster("Medicen", numbers={"smes": 200})
    said += group(
        "The two",
        members=["biocat", "medicen"],
        numbers={"companies": OVER_1600, "research_bodies": SOME_120},
    )
    return project(said)


def named(figures: tuple[Figure, ...]) -> dict[str, Figure]:
    return {figure.id: figure for figure in figures}


def test_a_figure_of_a_group_is_one_of_the_union_of_its_members(graph: PartnershipGraph) -> None:
    found = named(Figures.of(graph).about(["biocat"], "companies"))["the-two:companies"]

    assert found.sets == {"biocat", "medicen"}
    assert found.size == Interval(1600, None)
    assert found.words() == "more than 1,600 companies"


def test_members_of_a_group_are_brought_in_with_their_own_sizes(graph: PartnershipGraph) -> None:
    about = Figures.of(graph).about(["biocat"], "companies")

    assert set(named(about)) == {"the-two:companies", "biocat:companies", "medicen:smes"}


def test_smes_bound_companies_from_below_and_companies_bound_smes_from_above(
    graph: PartnershipGraph,
) -> None:
    about = named(Figures.of(graph).about(["biocat", "medicen"], "companies"))
    smes, companies = about["medicen:smes"], about["biocat:companies"]

    as_companies, as_smes = smes.statement("companies"), companies.statement("smes")

    assert as_companies is not None
    assert as_companies.size == Interval(200, None)
    assert as_smes is not None
    assert as_smes.size == Interval(None, 871)


def test_a_unit_says_nothing_of_one_that_it_does_not_bound(graph: PartnershipGraph) -> None:
    companies = named(Figures.of(graph).about(["biocat"], "companies"))["biocat:companies"]

    assert companies.statement("researchers") is None
    assert statements([companies], "jobs") == []


def test_about_is_taken_at_its_value_and_read_wider_only_on_request(
    graph: PartnershipGraph,
) -> None:
    some = named(Figures.of(graph).all_about("research_bodies"))["the-two:research_bodies"]

    assert some.is_about
    assert statements([some], "research_bodies")[0].size == exact(120)
    tolerated = statements([some], "research_bodies", is_tolerated=True)[0].size
    assert (tolerated.low, tolerated.high) == pytest.approx((108, 132))


def test_a_partnership_whose_members_may_not_all_be_known_bounds_them_from_above_only() -> None:
    said = cluster("BioM") + partnership("bioXclusters", members=["biom"])
    said += [claim("bioxclusters", "smes", Quantity(value=3300, unit="smes"))]

    (found,) = Figures.of(project(said)).groups

    assert found.is_capped_only
    assert statements([found], "smes")[0].size == Interval(None, 3300)
    assert statements([found], "companies") == []


def test_a_partnership_that_says_how_many_members_it_has_is_as_good_as_a_group() -> None:
    said = cluster("BioM") + partnership("bioXclusters", members=["biom"])
    said += [
        claim("bioxclusters", "smes", Quantity(value=3300, unit="smes")),
        claim("bioxclusters", "clusters", Quantity(value=1, unit="clusters")),
    ]

    (found,) = Figures.of(project(said)).groups

    assert not found.is_capped_only


def test_an_assumption_stands_in_for_what_it_sets_aside(graph: PartnershipGraph) -> None:
    reading = Assumption(
        id="sum",
        label="The 1,600 are a sum.",
        figures=(
            AssumedFigure(
                clusters=("biocat", "medicen"), unit="companies", size=exact(1600), kind="sum"
            ),
        ),
        sets_aside=(("the-two", "companies"), ("biocat", "companies")),
    )

    about = named(Figures.of(graph, [reading]).about(["biocat"], "companies"))

    assert set(about) == {"sum#1", "medicen:smes"}
    assert about["sum#1"].kind == "sum"
    assert about["sum#1"].words() == "1,600 companies"


def test_statements_that_differ_are_one_figure_that_spans_them() -> None:
    said = cluster("Medicen", numbers={"members": Quantity(value=250, unit="members")})
    said += [claim("medicen", "members", Quantity(value=300, unit="members"), locator="p. 17")]

    (found,) = Figures.of(project(said)).about(["medicen"], "members")

    assert found.size == Interval(250, 300)
    assert found.words() == "250 or 300 members"
