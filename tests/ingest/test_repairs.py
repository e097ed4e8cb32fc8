"""Damaged text is repaired with a recorded reason; a conjecture is kept beside the facts."""

import pytest

from hanse.ingest.repairs import Repairs
from hanse.ingest.rows import CellFault, Row


def row(**cells: str) -> Row:
    told = {"subject": "pool-net", "attribute": "sectoral_industry", "value": "Automotive",
            "as_written": "Automotive, Plastics", "status": "repaired", "source": "d41",
            "locator": "annex, row 6", "note": "the list was broken in two"}  # fmt: skip
    return Row("repairs.csv", "repairs", 2, told | cells)


def test_a_damaged_label_is_replaced_by_all_that_it_stands_for() -> None:
    repairs = Repairs()
    repairs.take(row())
    repairs.take(row(value="Plastics"))
    mended = list(repairs.of("pool-net", "sectoral_industry", ["Optics", "Automotive, Plastics"]))

    assert [value for value, _ in mended] == ["Optics", "Automotive", "Plastics"]
    assert mended[1][1] == {
        "as_written": "Automotive, Plastics",
        "note": "the list was broken in two",
        "status": "repaired",
    }


def test_nothing_else_of_the_same_thing_is_touched() -> None:
    repairs = Repairs()
    repairs.take(row())

    assert repairs.has("pool-net", "sectoral_industry")
    assert not repairs.has("pool-net", "technology_field")


def test_a_conjecture_changes_nothing_and_is_kept_as_one() -> None:
    repairs = Repairs()
    repairs.take(row(attribute="name", value="Innovadora", status="conjecture"))

    assert not repairs.has("pool-net", "name")
    assert [(c.predicate, c.value, c.is_fact) for c in repairs.conjectures()] == [
        ("alias", "Innovadora", False)
    ]


def test_a_repair_without_a_source_is_refused() -> None:
    told = {name: text for name, text in row().cells.items() if name != "source"}

    with pytest.raises(CellFault, match="source is empty"):
        Repairs().take(Row("repairs.csv", "repairs", 2, told))
