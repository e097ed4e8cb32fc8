"""One row, and what is said of it when it is put aside."""

import pytest

from hanse.graph.errors import BadInput
from hanse.ingest.rows import CellFault, Row

ROW = Row("a.csv", "a", 4, {"name": "Biocat", "regions": "A | B |"}, {"members": "Mitglieder"})


def test_an_empty_cell_is_unknown_and_not_empty_text() -> None:
    assert ROW.text("country") is None


def test_a_list_is_its_entries_in_order() -> None:
    assert ROW.texts("regions") == ("A", "B")
    assert ROW.texts("name") == ("Biocat",)
    assert ROW.texts("country") == ()


def test_an_entry_that_stands_twice_in_a_list_is_one() -> None:
    assert Row("a.csv", "a", 2, {"regions": "A | B | A"}).texts("regions") == ("A", "B")


def test_a_required_cell_that_is_empty_is_a_fault_under_the_users_own_title() -> None:
    with pytest.raises(CellFault) as fault:
        ROW.required("members")

    aside = ROW.put_aside(fault.value)
    assert (aside.file, aside.sheet, aside.row, aside.column) == ("a.csv", "a", 4, "Mitglieder")
    assert (aside.reason, aside.remedy) == ("Mitglieder is empty", "fill in Mitglieder")


def test_a_fault_of_the_whole_row_names_no_column() -> None:
    aside = ROW.put_aside(BadInput("too long", hint="shorten it"))

    assert (aside.column, aside.reason, aside.remedy) == (None, "too long", "shorten it")


def test_a_reason_that_quotes_a_long_cell_is_shortened() -> None:
    fault = CellFault(f"{'9' * 9000!r} is no figure", column="name", value="9", remedy="mend it")

    assert len(ROW.put_aside(fault).reason) < 250


def test_a_row_is_its_own_locator() -> None:
    assert ROW.place == "sheet a, row 4"
