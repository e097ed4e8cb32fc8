"""Figures of groups: 1,600, 1,700, 2,300 and 3,300, after D4.1 and the newsletter."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import Counts, cluster, group, project

from hanse.graph.claims import Claim
from hanse.graph.quantities import Interval, Quantity, exact
from hanse.queries.conflict_rules.finding import Conflict
from hanse.queries.conflict_rules.groups import group_conflicts

SIX = ("litek", "biocat")  # two stand for the six
THREE = ("biom", "biopmed", "lyonbiopole")


def clusters() -> list[Claim]:
    said = cluster("LITEK", regions=["Lithuania"])
    said += cluster("Biocat", regions=["Catalonia"], numbers={"companies": 871})
    for name, place in [("BioM", "Bavaria"), ("bioPmed", "Piemonte"), ("Lyonbiopole", "Rhone")]:
        said += cluster(name, regions=[place])
    return said


def about(value: float) -> Quantity:
    return Quantity(value=value, unit="companies", qualifier="about")


def more_than(value: float) -> Quantity:
    return Quantity(value=value, unit="companies", qualifier="at_least", strict=True)


def found_of(**figures: tuple[tuple[str, ...], Counts]) -> list[Conflict]:
    said = clusters()
    for name, (members, numbers) in figures.items():
        said += group(name, members=members, numbers=numbers)
    return list(group_conflicts(project(said)))


def test_3300_smes_of_four_less_871_of_one_are_more_than_the_1700_of_the_rest() -> None:
    (found,) = found_of(
        three=(THREE, {"companies": 1700}), four=((*THREE, "biocat"), {"smes": 3300})
    )

    assert (found.code, found.kind, found.subject) == ("G1", "unit mixed", "three")
    assert found.computed == Interval(2429, None)
    assert "(3,300 - 871)" in found.message
    assert {value.value for value in found.statements} == {1700, 3300, 871}


def test_a_union_is_no_smaller_than_a_group_within_it() -> None:
    (found,) = found_of(
        everyone=((*SIX, *THREE), {"companies": about(2300)}),
        four=((*THREE, "biocat"), {"smes": 3300}),
    )

    assert (found.code, found.subject, found.computed) == ("G1", "everyone", Interval(3300, None))


def test_a_union_is_no_larger_than_its_parts_together() -> None:
    (found,) = found_of(
        everyone=((*SIX, *THREE), {"companies": 5000}),
        six=(SIX, {"companies": 1600}),
        three=(THREE, {"companies": 1700}),
    )

    assert found.code == "G1"
    assert {value.subject for value in found.statements} == {"everyone", "six", "three"}


def test_1600_and_1700_in_different_regions_are_more_than_some_2300() -> None:
    (found,) = found_of(
        everyone=((*SIX, *THREE), {"companies": about(2300)}),
        six=(SIX, {"companies": more_than(1600)}),
        three=(THREE, {"companies": 1700}),
    )

    assert (found.code, found.subject) == ("G2", "everyone")
    assert found.computed == Interval(3300, None)
    assert "(1,600 + 1,700)" in found.message
    assert "Clusters without a common region share nothing" in found.rule
    assert "different regions" in found.settle


def test_in_one_region_1600_and_1700_may_make_2300() -> None:
    said = cluster("A", regions=["R"]) + cluster("B", regions=["R"])
    said += group("First", members=["a"], numbers={"companies": 1600})
    said += group("Second", members=["b"], numbers={"companies": 1700})
    said += group("Both", members=["a", "b"], numbers={"companies": about(2300)})

    assert not list(group_conflicts(project(said)))


def test_about_allows_ten_per_cent_and_no_more() -> None:
    def whatever_the_regions(number: float) -> list[Conflict]:
        found = found_of(
            everyone=((*SIX, *THREE), {"companies": about(2000)}),
            three=(THREE, {"companies": number}),
        )
        return [one for one in found if one.code == "G1"]

    assert whatever_the_regions(2200) == []
    assert len(whatever_the_regions(2201)) == 1


def test_figures_that_agree_are_silent() -> None:
    assert not found_of(
        six=(SIX, {"companies": more_than(1600)}),
        three=(THREE, {"companies": 1700}),
        everyone=((*SIX, *THREE), {"companies": 3300}),
    )


def test_the_same_contradiction_is_found_once_over_all_units() -> None:
    found = found_of(one=(("biocat",), {"smes": 900}))

    assert [(one.code, one.kind) for one in found] == [("G1", "unit mixed")]


NAMES = "abcd"
truths = st.lists(st.frozensets(st.integers(0, 9)), min_size=len(NAMES), max_size=len(NAMES)).map(
    lambda sets: dict(zip(NAMES, sets, strict=True))
)


@settings(max_examples=60)
@given(truths, st.lists(st.frozensets(st.sampled_from(NAMES), min_size=1), max_size=4))
def test_figures_that_are_all_true_never_clash(
    sets: dict[str, frozenset[int]], groups: list[frozenset[str]]
) -> None:
    said = [
        statement
        for name in NAMES
        for statement in cluster(name, numbers={"companies": len(sets[name])})
    ]
    for place, members in enumerate(groups):
        union = frozenset[int]().union(*(sets[name] for name in members))
        said += group(f"g{place}", members=sorted(members), numbers={"companies": len(union)})

    assert not list(group_conflicts(project(said)))


def test_of_two_figures_of_the_same_clusters_the_lower_is_put_against_the_higher() -> None:
    (found,) = found_of(first=(THREE, {"companies": 1700}), second=(THREE, {"companies": 1800}))

    assert (found.subject, found.computed) == ("first", exact(1800))
