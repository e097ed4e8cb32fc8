from tests.builders import category, claim, cluster

from hanse.graph.claims import Claim
from hanse.graph.ids import category_id
from hanse.viz.category_rows import category_rows, described_categories
from hanse.viz.planned_rows import PlannedRow

OPTICS = category_id("technology_field", "Optics")


def rows(claims: list[Claim]) -> list[PlannedRow]:
    return category_rows(claims, described_categories(claims))


def test_the_row_that_describes_a_category_comes_first() -> None:
    later = claim("a", "classified_as", OPTICS, locator="row 1")
    claims = [later, *category("technology_field", "Optics"), claim("b", "classified_as", OPTICS)]

    first, second = rows(claims)

    assert (first.cells["cluster"], second.cells["cluster"]) == ("b", "a")
    assert len(first.says) == 4
    assert second.says == {later.id}


def test_other_spellings_stand_in_the_table_of_categories() -> None:
    claims = [*cluster("A", categories={"technology_field": ["Optics"]}),
              claim(OPTICS, "alias", "Optik"), claim(OPTICS, "alias", "Optique")]  # fmt: skip

    (spelled,) = (row for row in rows(claims) if row.table == "categories")

    assert spelled.cells == {
        "scheme": "technology_field",
        "label": "Optics",
        "variants": "Optik | Optique",
    }


def test_a_category_described_elsewhere_than_by_a_cluster_is_left_to_the_claims() -> None:
    described = [claim(c.subject, c.predicate, c.value, locator="p. 99") for c in
                 category("technology_field", "Optics")]  # fmt: skip

    assert rows([*described, claim("a", "classified_as", OPTICS)]) == []


def test_a_category_described_twice_is_left_to_the_claims() -> None:
    claims = cluster("A", categories={"technology_field": ["Optics"]})

    assert rows([*claims, claim(OPTICS, "name", "OPTICS", source="other")]) == []


def test_a_category_of_a_foreign_scheme_is_left_to_the_claims() -> None:
    foreign = [*category("example-org", "Light"), claim("a", "classified_as", "example-org:light")]

    assert rows(foreign) == []
