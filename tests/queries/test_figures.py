"""Figures of groups and clusters as statements on unions, after LASER-GO D4.1, section 3.2."""

import pytest
from tests.builders import claim, cluster, counts, group, partnership, project, region

from hanse.graph.assumptions import AssumedFigure, Assumption
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, Quantity, exact
from hanse.queries.figures import Figure, Figures, statements, with_stated_overlaps

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


def test_a_group_says_what_its_figures_count_and_counts_everyone_once_unless_it_does() -> None:
    said = cluster("A") + cluster("B")
    for name, kind in [("Shared", "overlap"), ("Added", "sum"), ("All", "union"), ("Plain", None)]:
        said += group(name, members=["a", "b"], numbers={"companies": 40})
        said += [claim(name.casefold(), "counted_as", kind)] if kind else []
    found = {figure.thing: figure for figure in Figures.of(project(said)).groups}

    assert {name: figure.kind for name, figure in found.items()} == {
        "shared": "overlap", "added": "sum", "all": "union", "plain": "union",
    }  # fmt: skip
    assert found["shared"].words() == "40 companies in common"


def test_where_it_is_stated_twice_what_figures_count_they_bound_nothing() -> None:
    said = cluster("A") + cluster("B") + group("G", members=["a", "b"], numbers={"companies": 4})
    said += [claim("g", "counted_as", "overlap"), claim("g", "counted_as", "sum", locator="p. 2")]

    assert Figures.of(project(said)).groups == ()


def test_a_region_caps_the_clusters_that_sit_in_it_and_nowhere_else() -> None:
    said = region("France") + region("Alsace", within="france") + region("Hessen")
    said += counts("france", {"companies": 500, "jobs": 9})
    said += cluster("A", regions=["Alsace"]) + cluster("B", regions=["France"])
    said += cluster("C", regions=["Hessen"]) + cluster("D")
    said += [*cluster("E", regions=["Alsace"]), claim("e", "located_in", "hessen")]
    (cap,) = Figures.of(project(said)).capacities(["a", "b", "c", "d", "e"], "companies")

    assert cap.sets == {"a", "b"}
    (stated,) = statements([cap], "companies")
    assert stated.size == Interval(None, 500)  # that there are 500 says nothing of the clusters


def test_what_is_stated_to_share_has_a_place_in_common_unless_it_shares_nothing() -> None:
    said = cluster("A") + cluster("B") + cluster("C")
    said += group("Shared", members=["a", "b"], numbers={"companies": 40})
    said += group("None shared", members=["a", "c"], numbers={"companies": 0})
    said += [claim(name, "counted_as", "overlap") for name in ("shared", "none-shared")]
    figures = Figures.of(project(said)).groups
    apart = {"a": frozenset({"FR"}), "b": frozenset({"DE"}), "c": frozenset({"ES"})}

    places = with_stated_overlaps(apart, figures)
    assert places["a"] & places["b"]
    assert places["c"] == apart["c"]
    assert with_stated_overlaps({"a": frozenset()}, figures)["a"] == frozenset()
