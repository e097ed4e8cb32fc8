"""The empty table that people fill in: a workbook, or the same as a folder of CSV files.

Its sheets, columns, explanations and examples are data (``template.toml``). What a column may
say where that is fixed (countries, kinds, units, schemes) is offered as a choice.
"""

import csv
import io
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from hanse.graph.errors import BadInput
from hanse.graph.schema import schema
from hanse.ingest.countries import country_names
from hanse.ingest.sheets import BY_NAME
from hanse.viz.handing_on import write_whole
from hanse.viz.workbook_cells import put_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

ROWS: Final = 1_000  # below the header that offer choices
HEADER: Final = "FFDDE6ED"
EXAMPLE_GREY: Final = "FF6B7480"
WIDTH: Final = 24  # of a column, in characters
AGREEMENT_STATES: Final = ("signed", "planned")


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSheet:
    """A sheet to fill in: what it is for, its columns with what goes into them, examples."""

    name: str
    purpose: str
    columns: Mapping[str, str]
    examples: tuple[Mapping[str, str], ...]

    @property
    def choices(self) -> Mapping[str, tuple[str, ...]]:
        """Return what is offered, by column; another word may be written all the same."""
        sheet = BY_NAME.get(self.name)
        offered = dict(sheet.choices) if sheet else {}
        if "country" in self.columns:
            offered["country"] = tuple(country_names().values())
        if "unit" in self.columns:
            offered["unit"] = schema().units
        if self.name == "agreements":
            offered["status"] = AGREEMENT_STATES
        return offered


@cache
def template_sheets() -> tuple[TemplateSheet, ...]:
    """Return the sheets of the template, in their order."""
    return tuple(
        TemplateSheet(
            name=row["name"],
            purpose=row["purpose"],
            columns=_shared(row["name"], row["columns"]),
            examples=tuple(row["examples"]),
        )
        for row in _told()["sheets"]
    )


@cache
def _told() -> Mapping[str, Any]:
    return tomllib.loads((files("hanse.viz") / "template.toml").read_text(encoding="utf-8"))


def _shared(sheet: str, columns: Mapping[str, str]) -> Mapping[str, str]:
    """Return columns and those that every table of facts has, in the words of the sheet."""
    shared = _told()["any"] if sheet in BY_NAME else {}
    return {**columns, **{column: columns.get(column, text) for column, text in shared.items()}}


def write_template(path: Path) -> tuple[Path, ...]:
    """Write the template as a workbook or, for a name without an ending, as a folder.

    Returns
    -------
    tuple of Path
        The files that were written.

    Raises
    ------
    BadInput
        When something stands there already, or the name has another ending.
    """
    if path.exists():
        hint = "choose another name; nothing was written"
        raise BadInput("this exists already", where=str(path), hint=hint)
    if path.suffix.casefold() == ".xlsx":
        write_whole(path, template_workbook())
        return (path,)
    if path.suffix:
        hint = "name a workbook (list.xlsx) or a folder (list)"
        raise BadInput(f"a template cannot be written as {path.suffix}", where=str(path), hint=hint)
    return _write_folder(path)


def _write_folder(path: Path) -> tuple[Path, ...]:
    """Write the folder beside its place and move it there when it is whole."""
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".hanse-") as scratch:
            made = Path(scratch) / path.name
            made.mkdir(mode=0o755)
            for name, content in template_files().items():
                (made / name).write_bytes(content)
            made.rename(path)
    except OSError as fault:
        hint = "choose a folder that exists and may be written to"
        raise BadInput(str(fault.strerror), where=str(path), hint=hint) from None
    return tuple(path / name for name in template_files())


def template_files() -> Mapping[str, bytes]:
    """Return the files of the template as a folder: a table for each sheet, and a help page.

    The tables are in UTF-8 with a byte order mark, by which spreadsheet programs know it.
    """
    made = {f"{sheet.name}.csv": _csv(sheet) for sheet in template_sheets()}
    return {**made, "help.txt": "\n".join(_help_lines()).encode()}


def _csv(sheet: TemplateSheet) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(sheet.columns)
    for example in sheet.examples:
        writer.writerow([example.get(column, "") for column in sheet.columns])
    return text.getvalue().encode("utf-8-sig")


def _help_lines() -> Iterator[str]:
    yield from _told()["intro"]
    for sheet in template_sheets():
        yield ""
        yield f"{sheet.name}: {sheet.purpose}"
        for column, text in sheet.columns.items():
            yield f"  {column}: {text}{_offered(sheet, column)}"


def _offered(sheet: TemplateSheet, column: str) -> str:
    words = sheet.choices.get(column, ())
    return f" One of {', '.join(words)}." if words and column != "country" else ""


def template_workbook() -> bytes:
    """Return the template as a workbook: the sheets, what is offered, and a help page."""
    from openpyxl import Workbook

    made = Workbook()
    _write_help(made.worksheets[0])
    offered = made.create_sheet("lists")
    offered.sheet_state = "hidden"
    for sheet in template_sheets():
        page = made.create_sheet(sheet.name, index=len(made.sheetnames) - 1)
        _write_sheet(page, sheet)
        for column, words in sheet.choices.items():
            if column in sheet.columns:
                _offer(page, list(sheet.columns).index(column) + 1, offered, words)
    made.active = 1
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def _write_help(page: "Worksheet") -> None:
    page.title = "help"
    page.column_dimensions["A"].width = 120
    for number, line in enumerate(_help_lines(), start=1):
        if line:
            put_text(page, number, 1, line)


def _write_sheet(page: "Worksheet", sheet: TemplateSheet) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    for place, (column, text) in enumerate(sheet.columns.items(), start=1):
        title = put_text(page, 1, place, column)
        title.font = Font(bold=True)
        title.fill = PatternFill("solid", fgColor=HEADER)
        title.comment = Comment(text, "Hanse")
        page.column_dimensions[get_column_letter(place)].width = WIDTH
        for row, example in enumerate(sheet.examples, start=2):
            if column in example:
                cell = put_text(page, row, place, example[column])
                cell.font = Font(italic=True, color=EXAMPLE_GREY)
    page.freeze_panes = "A2"


def _offer(page: "Worksheet", place: int, offered: "Worksheet", words: tuple[str, ...]) -> None:
    """Let a column be chosen from words, which stand in a hidden sheet."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    column = _column_of(offered, words)
    letters = get_column_letter(column)
    choice = DataValidation(
        type="list",
        formula1=f"lists!${letters}$1:${letters}${len(words)}",
        allow_blank=True,
        showErrorMessage=False,
    )
    page.add_data_validation(choice)
    here = get_column_letter(place)
    choice.add(f"{here}2:{here}{ROWS + 1}")


def _column_of(offered: "Worksheet", words: tuple[str, ...]) -> int:
    """Return the column of the hidden sheet that holds these words; add one if none does."""
    place = 1
    while offered.cell(row=1, column=place).value is not None:
        known = [offered.cell(row=row, column=place).value for row in range(1, len(words) + 1)]
        if known == list(words):
            return place
        place += 1
    for row, word in enumerate(words, start=1):
        put_text(offered, row, place, word)
    return place
