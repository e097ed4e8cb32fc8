"""The empty table that people fill in: a workbook, or the same as a folder of CSV files.

Its sheets, columns, explanations and examples are data (``template.toml``). What a column may
say where that is fixed (countries, kinds, units, schemes) is offered as a choice.
"""

import csv
import io
import shutil
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hanse.graph.errors import BadInput
from hanse.graph.schema import schema
from hanse.ingest.countries import country_names
from hanse.ingest.sheets import BY_NAME, INTERESTS
from hanse.viz.handing_on import write_whole
from hanse.viz.workbook_cells import put_text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ROWS: Final = 1_000  # below the header that offer choices
HEADER: Final = "FFDDE6ED"
EXAMPLE_GREY: Final = "FF6B7480"
WIDTH: Final = 24  # of a column, in characters
_SHARED: Final = ("source", "locator", "as_of", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSheet:
    """A sheet to fill in: what it is for, its columns with what goes into them, an example."""

    name: str
    purpose: str
    columns: Mapping[str, str]
    example: Mapping[str, str]

    @property
    def choices(self) -> Mapping[str, tuple[str, ...]]:
        """Return what is offered, by column; a country may also be written as its name."""
        sheet = BY_NAME.get(self.name)
        offered = {column: words for column, words in (sheet.choices if sheet else ())}
        for column in self.columns:
            if column == "country":
                offered[column] = tuple(sorted(country_names()))
            elif column == "unit":
                offered[column] = schema().units
            elif column == "status" and self.name == "agreements":
                offered[column] = ("signed", "planned")
        return offered


@cache
def template_sheets() -> tuple[TemplateSheet, ...]:
    """Return the sheets of the template, in their order."""
    table = _table()
    shared = table["any"]
    return tuple(
        TemplateSheet(
            name=row["name"],
            purpose=row["purpose"],
            columns=row["columns"] | _lacking(row, shared),
            example=row["example"],
        )
        for row in table["sheets"]
    )
