"""What is not a claim comes back from its table as it was, too."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from tests import strategies
from tests.builders import claim

from hanse.graph.model import Settings, Source
from hanse.graph.store import Definition, PutAside
from hanse.ingest.claim_table import Cells, claim_cells
from hanse.ingest.exact_tables import (
    EXACT,
    ExactTables,
    definition_cells,
    exact_tables,
    put_aside_cells,
    settings_cells,
    source_cells,
)
from hanse.ingest.grids import Grid, Line
from hanse.ingest.names import Names


def grid(table: str, *rows: Cells, columns: Sequence[str] | None = None) -> Grid:
    titles = tuple(columns or EXACT[table])
    lines = [titles, *(tuple(row.get(title, "") for title in titles) for row in rows)]
    numbered = [Line(number, cells) for number, cells in enumerate(lines, start=1)]
    return Grid(file=f"{table}.csv", sheet=table, format="csv", read=lambda: iter(numbered))


def read(*grids: Grid) -> ExactTables:
    exact, others = exact_tables(grids)
    assert others == []
    return exact


@given(strategies.sources)
def test_a_source_comes_back(source: Source) -> None:
    assert read(grid("source_records", source_cells(source))).sources == [source]


@given(strategies.definitions)
def test_a_definition_comes_back(definition: Definition) -> None:
    assert read(grid("definitions", definition_cells(definition))).definitions == [definition]


@given(strategies.project_settings)
def test_settings_come_back(settings: Settings) -> None:
    assert read(grid("settings", settings_cells(settings))).settings == settings


@given(strategies.rows_put_aside)
def test_a_row_put_aside_comes_back(row: PutAside) -> None:
    assert read(grid("put_aside", put_aside_cells(row))).put_aside == [row]


def test_a_faulty_row_is_noted_and_the_others_are_read() -> None:
    good = claim_cells(claim())
    found = read(grid("claims", good | {"type": "figure"}, good))

    assert found.claims == [claim()]
    (fault,) = found.faults
    assert (fault.file, fault.row, fault.column) == ("claims.csv", 2, "type")


@pytest.mark.parametrize(
    "columns",
    [
        EXACT["claims"][1:],
        (*EXACT["claims"], "mood"),
        (*EXACT["claims"], "note"),
        ("subject",),
    ],
)
def test_other_columns_are_a_fault_of_the_table(columns: tuple[str, ...]) -> None:
    found = read(grid("claims", claim_cells(claim()), columns=columns))

    assert found.claims == []
    assert found.faults[0].reason == "not the columns of this table"
    assert "subject" in found.faults[0].remedy


def test_the_order_of_the_columns_does_not_matter() -> None:
    columns = tuple(reversed(EXACT["claims"]))

    assert read(grid("claims", claim_cells(claim()), columns=columns)).claims == [claim()]


def test_other_tables_are_left_to_their_own_reader() -> None:
    other = Grid(file="clusters.csv", sheet="clusters", format="csv", read=lambda: iter(()))

    assert exact_tables([other]) == (ExactTables(), [other])


def test_what_is_described_here_may_be_named_elsewhere() -> None:
    names = Names()

    read(grid("claims", claim_cells(claim("cosme", "kind", "programme")))).teach(names)

    assert names.find("cosme", column="x") == "cosme"


def test_settings_that_are_none_are_a_fault() -> None:
    assert read(grid("settings", {"settings": '"[1"'})).faults[0].reason == "not settings"
