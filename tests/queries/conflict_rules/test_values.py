"""Numbers and values of one thing: what D4.1 and the newsletter say twice, and differently."""

import pytest
from tests.builders import claim, cluster, project, thing

from hanse.graph.claims import Claim, Value
from hanse.graph.quantities import Interval, Qualifier, Quantity
from hanse.queries.conflict_rules.finding import Conflict
from hanse.queries.conflict_rules.values import (
    differing_numbers,
    differing_values,
    parts_above_wholes,
    parts_of_wholes,
)


def number(
    value: float, unit: str, qualifier: Qualifier = "exactly", *, strict: bool = False
) -> Quantity:
    return Quantity(value=value, unit=unit, qualifier=qualifier, strict=strict)


def of_medicen(*said: tuple[str, Value, str]) -> list[Claim]:
    return [
        *cluster("Medicen"),
        *(claim("medicen", name, value, locator=place) for name, value, place in said),
    ]


def numbers(*said: tuple[str, Value, str]) -> list[Conflict]:
    return list(differing_numbers(project(of_medicen(*said)), "medicen"))


def test_about_250_and_more_than_300_members_cannot_both_be_true() -> None:
    (found,) = numbers(
        ("members", number(250, "members", "about"), "section 2.2, page 10"),
        ("members", number(300, "members", "at_least", strict=True), "section 3.2, page 17"),
    )

    assert (found.code, found.kind, found.severity) == ("S1", "stated/stated", "conflict")
    assert "about 250 and more than 300 members" in found.message
    assert [value.evidence.locator for value in found.statements] == [
        "section 2.2, page 10",
        "section 3.2, page 17",
    ]
    assert found.settle


def test_200_smes_and_200_or_more_smes_agree() -> None:
    assert not numbers(
        ("smes", number(200, "smes"), "section 2.2"),
        ("smes", number(200, "smes", "at_least"), "section 3.2"),
    )


def test_only_those_that_contradict_another_are_named() -> None:
    (found,) = numbers(
        ("members", number(25, "members"), "p. 1"),
        ("members", number(26, "members"), "p. 2"),
        ("members", number(20, "members", "at_least"), "p. 3"),
    )

    assert [value.value for value in found.statements] == [25, 26]


def test_numbers_of_two_days_do_not_contradict_each_other() -> None:
    said = cluster("Medicen") + [
        claim("medicen", "members", number(value, "members"), as_of=day)
        for value, day in [(24, "2016"), (26, "2017")]
    ]

    assert not list(differing_numbers(project(said), "medicen"))


def values(*said: tuple[str, Value, str]) -> list[Conflict]:
    return list(differing_values(project(of_medicen(*said)), "medicen"))


def test_two_countries_of_one_cluster_contradict_each_other() -> None:
    (found,) = values(("country", "FR", "p. 1"), ("country", "ES", "p. 2"))

    assert (found.code, found.attribute) == ("S2", "country")
    assert "“ES” and “FR”" in found.message or "“FR” and “ES”" in found.message


def test_a_year_and_a_day_within_it_agree() -> None:
    assert not values(("founded", "2005", "p. 1"), ("founded", "2005-03-01", "p. 2"))
    assert values(("founded", "2005", "p. 1"), ("founded", "2006-03-01", "p. 2"))


def test_several_spellings_and_several_aliases_are_no_contradiction() -> None:
    assert not values(
        ("name", "MEDICEN", "p. 1"), ("alias", "Medicine", "p. 2"), ("alias", "Medicen", "p. 3")
    )


def test_a_conjecture_contradicts_nothing() -> None:
    said = of_medicen(("founded", "2005", "p. 1"))
    said += [claim("medicen", "founded", "2015", status="conjecture")]

    assert not list(differing_values(project(said), "medicen"))


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (number(120, "smes"), number(100, "companies")),
        (number(120, "companies", "at_least"), number(100, "members")),
        (number(120, "active_members"), number(100, "members")),
        (number(120, "smes", "about"), number(100, "companies", "at_most")),
    ],
)
def test_a_part_larger_than_its_whole_is_found(part: Quantity, whole: Quantity) -> None:
    said = of_medicen((part.unit, part, "p. 1"), (whole.unit, whole, "p. 2"))

    (found,) = parts_above_wholes(project(said), "medicen")

    assert (found.code, found.kind, found.attribute) == ("U1", "unit mixed", part.unit)
    assert len(found.statements) == 2


def test_a_part_that_fits_into_its_whole_is_silent() -> None:
    said = of_medicen(
        ("smes", number(200, "smes"), "p. 1"), ("members", number(250, "members", "about"), "p. 1")
    )

    assert not list(parts_above_wholes(project(said), "medicen"))


def escp(*partnerships: float) -> list[Claim]:
    said = thing("programme", "ESCP-4i")
    for unit, value in [("co_funded_partnerships", 15), ("voluntary_partnerships", 10)]:
        said.append(claim("escp-4i", unit, number(value, unit)))
    wholes = [number(whole, "partnerships") for whole in partnerships]
    return said + [
        claim("escp-4i", "partnerships", whole, locator=f"p. {place}")
        for place, whole in enumerate(wholes)
    ]


def test_fifteen_and_ten_make_25_and_not_26() -> None:
    assert not list(parts_of_wholes(project(escp(25)), "escp-4i"))

    (found,) = parts_of_wholes(project(escp(26)), "escp-4i")

    assert (found.code, found.computed) == ("P1", Interval(25, 25))


def test_parts_that_agree_with_one_of_two_wholes_are_silent() -> None:
    assert not list(parts_of_wholes(project(escp(25, 26)), "escp-4i"))


def bodies(whole: float) -> list[Conflict]:
    said = cluster("Biocat")
    for unit, value in [
        ("research_bodies", whole),
        ("research_centres", 41),
        ("university_hospitals", 18),
        ("science_parks", 14),
    ]:
        said.append(claim("biocat", unit, number(value, unit)))
    return list(parts_of_wholes(project(said), "biocat"))


def test_a_list_that_itemises_73_of_95_research_bodies_is_a_remark() -> None:
    (found,) = bodies(95)

    assert (found.code, found.severity, found.computed) == ("P2", "remark", Interval(73, 73))
    assert "22 are not itemised" in found.message


def test_a_list_that_itemises_all_is_silent_and_one_of_more_is_a_conflict() -> None:
    assert bodies(73) == []
    assert [(found.code, found.severity) for found in bodies(70)] == [("P1", "conflict")]
