"""D4.1, sections 2 and 2.3: a step that looked outside the EU too, with two German finds."""

from tests.builders import claim, cluster, project, search_step

from hanse.queries.conflict_rules.finding import Conflict
from hanse.queries.conflict_rules.search_scope import OUTSIDE_THE_EU, nobody_from_there


def found(*countries: str | None, area: str | None = OUTSIDE_THE_EU) -> list[Conflict]:
    """Hold a step that found one cluster of each country."""
    names = [f"c{place}" for place in range(len(countries))]
    said = search_step("Step", found=names)
    for name, country in zip(names, countries, strict=True):
        said += cluster(name, country=country)
    said += [claim("step", "searched_area", area)] if area else []
    return list(nobody_from_there(project(said, as_of="2017-07-07"), "step"))


def test_two_german_finds_of_a_step_that_looked_outside_the_eu_are_a_remark() -> None:
    (one,) = found("DE", "DE")

    assert (one.code, one.severity, one.kind) == ("F7", "remark", "scope mixed")
    assert "all found sit in DE: c0 and c1" in one.message


def test_one_find_outside_is_enough() -> None:
    assert found("DE", "CH") == []


def test_the_united_kingdom_was_inside_in_2017() -> None:
    assert len(found("GB")) == 1


def test_a_find_of_an_unknown_country_may_sit_outside() -> None:
    assert found("DE", None) == []


def test_a_step_that_found_nobody_or_names_another_area_is_silent() -> None:
    assert found() == []
    assert found("DE", area=None) == []
    assert found("DE", area="the EU") == []
