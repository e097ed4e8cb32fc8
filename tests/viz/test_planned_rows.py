from tests.builders import claim

from hanse.graph.quantities import Quantity
from hanse.viz.planned_rows import cell_of, is_bare, place, row, where


def test_a_row_knows_what_it_says_and_what_it_is_about() -> None:
    tie = claim("biocat", "member_of", "laser-go", source="d41", locator="page 8")

    planned = row("memberships", where(place(tie)), tie)

    assert planned.says == {tie.id}
    assert planned.about == {"biocat", "laser-go"}
    assert (planned.source, planned.locator) == ("d41", "page 8")


def test_what_is_stated_as_usual_needs_no_word() -> None:
    assert where(place(claim()))["status"] == ""
    assert where(place(claim(status="repaired", note="why")))["status"] == "repaired"


def test_a_claim_that_depends_on_something_is_not_bare() -> None:
    assert is_bare(claim(as_of="2017", note="x"))
    assert not is_bare(claim(role="founder"))


def test_a_value_is_written_in_the_words_of_a_table() -> None:
    between = Quantity(value=100, upper=150, unit="smes", qualifier="between")

    assert cell_of(claim("a", "smes", between)) == "100-150"
    assert cell_of(claim("a", "eccp_listed", True)) == "yes"
    assert cell_of(claim("a", "order", 3)) == "3"
