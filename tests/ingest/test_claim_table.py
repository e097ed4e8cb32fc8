"""A claim comes back from a row of cells as it was, whatever a spreadsheet would make of them."""

import re
import unicodedata

import pytest
from hypothesis import given
from tests import strategies
from tests.builders import claim

from hanse.graph.claims import Claim
from hanse.graph.errors import UserMistake
from hanse.ingest.claim_table import COLUMNS, claim_cells, claim_of, from_cell, to_cell
from hanse.ingest.rows import CellFault, Row


def row(**cells: str) -> Row:
    return Row(
        file="claims.csv", sheet="claims", number=2, cells={c: t for c, t in cells.items() if t}
    )


@given(strategies.claims())
def test_every_claim_comes_back_as_it_was(made: Claim) -> None:
    back = claim_of(row(**claim_cells(made)))

    assert (back.id, repr(back)) == (made.id, repr(made))


@given(strategies.claims())
def test_a_cell_is_one_that_no_program_changes(made: Claim) -> None:
    """Not the blanks around it, not the letters, not a character that no workbook holds."""
    for cell in claim_cells(made).values():
        assert cell == cell.strip() == unicodedata.normalize("NFC", cell)
        assert cell == "" or cell.isprintable()
        assert not cell.startswith(("=", "+", "@", "\t", "'"))
        assert not re.search(r"_x[0-9A-Fa-f]{4}_", cell) or cell.startswith('"')


@given(strategies.maybe_texts)
def test_a_text_comes_back_and_nothing_stays_nothing(text: str | None) -> None:
    assert from_cell(to_cell(text), column="note") == text


@pytest.mark.parametrize(
    "text", ["-", "?", "n/a", "unknown", "Example: a row", "", " a ", "=1", "'a"]
)
def test_what_a_reader_of_tables_would_understand_otherwise_is_quoted(text: str) -> None:
    assert to_cell(text).startswith('"')


@pytest.mark.parametrize("text", ["BIOCAT", "Košice IT Valley", "871", "a | b", "2017-04", "d41"])
def test_a_plain_text_is_left_plain(text: str) -> None:
    assert to_cell(text) == text


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"type": "figure"}, "type"),
        ({"type": "whole", "value": "many"}, "value"),
        ({"type": "decimal", "value": "1_0"}, "value"),
        ({"type": "decimal", "value": "nan"}, "value"),
        ({"type": "yes_no", "value": "maybe"}, "value"),
        ({"value": '"open'}, "value"),
        ({"value": '"\\ud800"'}, "value"),
        ({"type": "quantity", "value": "5", "unit": "smes", "strict": "perhaps"}, "strict"),
    ],
)
def test_a_cell_at_fault_is_told_with_its_column(cells: dict[str, str], column: str) -> None:
    good = claim_cells(claim())

    with pytest.raises(CellFault) as fault:
        claim_of(row(**good | cells))
    assert fault.value.column == column
    assert fault.value.remedy


@pytest.mark.parametrize("missing", ["subject", "predicate", "value", "source", "locator"])
def test_a_row_that_says_too_little_is_no_claim(missing: str) -> None:
    with pytest.raises(UserMistake):
        claim_of(row(**claim_cells(claim()) | {missing: ""}))


def test_a_number_too_large_to_be_kept_is_refused() -> None:
    with pytest.raises(UserMistake, match="too large"):
        claim_of(row(**claim_cells(claim()) | {"type": "whole", "value": "9" * 20}))


def test_the_columns_are_the_fields_of_a_claim_and_the_parts_of_its_value() -> None:
    parts = {"type", "value", "upper", "unit", "qualifier", "strict"}

    assert set(COLUMNS) == set(Claim.__dataclass_fields__) | parts
