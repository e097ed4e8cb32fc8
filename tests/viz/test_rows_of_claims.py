from tests.builders import claim, counts, group, market, partnership, thing

from hanse.graph.claims import Claim
from hanse.graph.quantities import Quantity
from hanse.viz.planned_rows import PlannedRow
from hanse.viz.rows_of_claims import planned_rows


def only(claims: list[Claim], table: str) -> PlannedRow:
    (row,) = (row for row in planned_rows(claims) if row.table == table)
    return row


def test_a_thing_and_what_is_said_of_it_in_one_place_are_one_row() -> None:
    claims = thing("cluster", "BIOCAT", country="ES", annex_no=9)

    row = only(claims, "clusters")

    assert {k: v for k, v in row.cells.items() if v} == {
        "id": "biocat", "name": "BIOCAT", "country": "ES", "annex_no": "9", "source": "test",
        "locator": "p. 1",
    }  # fmt: skip
    assert row.says == {c.id for c in claims}


def test_what_is_said_elsewhere_is_a_row_of_its_own() -> None:
    elsewhere = claim("biocat", "country", "ES", source="news")

    assert only([*thing("cluster", "BIOCAT"), elsewhere], "facts").says == {elsewhere.id}


def test_two_values_of_one_column_are_rows_of_their_own() -> None:
    claims = [*thing("cluster", "BIOCAT"), claim("biocat", "name", "Biocat")]

    assert "name" not in only(claims, "clusters").cells
    assert sum(row.table == "facts" for row in planned_rows(claims)) == 2


def test_the_members_of_a_group_stand_in_its_row() -> None:
    assert only(group("The six", members=["a", "b"]), "groups").cells["members"] == "a | b"


def test_a_partnership_says_what_kind_it_is() -> None:
    assert only(partnership("CEBR", kind="network"), "partnerships").cells["kind"] == "network"


def test_a_thing_of_two_kinds_has_no_row() -> None:
    claims = [*thing("cluster", "A"), claim("a", "kind", "gateway")]

    assert "clusters" not in {row.table for row in planned_rows(claims)}


def test_each_claim_is_said_once() -> None:
    claims = [
        *thing("cluster", "A"), *partnership("P", since="2016"), *market("Brazil"),
        *counts("a", {"meetings": Quantity(value=300, unit="meetings", qualifier="about")}),
        claim("a", "member_of", "p", role="founder", since="2016"),
        claim("p", "targets", "brazil", role="targets", context="either"),
        claim("a", "alias", "AA", role="spelling"), claim("a", "works_with", "b"),
    ]  # fmt: skip
    said = [number for row in planned_rows(claims) for number in row.says]

    assert sorted(said) == sorted(claim.id for claim in claims)
    assert only(claims, "memberships").cells["since"] == "2016"
    assert only(claims, "interests").cells["certainty"] == "either"
    assert only(claims, "counts").cells["value"] == "about 300"
    assert only(claims, "aliases").cells["kind"] == "spelling"


def test_a_number_in_the_annex_says_that_the_cluster_is_listed() -> None:
    listed = claim("a", "eccp_listed", True)
    noted = [claim("a", p, v, note="divided") for p, v in (("name", "A"), ("annex_no", 3))]

    assert listed.id in only([claim("a", "kind", "cluster"), *noted, listed], "clusters").says
