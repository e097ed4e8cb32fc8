"""Make small tables for tests: CSV texts, workbooks, and workbooks with parts put in by hand."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from hanse.graph.claims import Claim
from hanse.ingest.findings import Findings
from hanse.ingest.grids import Grid, Line, Mark
from hanse.ingest.learning import Learnt, learn
from hanse.ingest.names import Names
from hanse.ingest.reading import Reading
from hanse.ingest.tables import Table, open_table

Cell = str | int | float | bool | None
Cells = Sequence[Sequence[object]]


def csv_file(
    folder: Path, text: str, name: str = "clusters.csv", *, encoding: str = "utf-8"
) -> Path:
    """Write a CSV file and return its path."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def grid(text: str, sheet: str = "clusters", *, marks: Mapping[int, Mark] | None = None) -> Grid:
    """Return the lines of a CSV text as a grid; ``marks`` are put on every line but the first."""
    rows = list(csv.reader(io.StringIO(text)))
    lines = [
        Line(number, tuple(row), tuple((marks or {}).items()) if number > 1 else ())
        for number, row in enumerate(rows, start=1)
    ]
    return Grid(
        file=f"{sheet}.csv",
        sheet=sheet,
        format="csv",
        read=lambda: iter(lines),
        has_even_rows=True,
    )


def table(text: str, sheet: str = "clusters", findings: Findings | None = None) -> Table:
    """Return the table that a CSV text holds."""
    return open_table(grid(text, sheet), findings or Findings())


def learnt(findings: Findings | None = None, names: Names | None = None, /, **texts: str) -> Learnt:
    """Learn tables given by their names: ``learnt(clusters="id,name\\n...")``."""
    tables = [table(text, name) for name, text in texts.items()]
    return learn(tables, names=names or Names(), findings=findings or Findings())


def read(names: Names | None = None, /, **texts: str) -> tuple[list[Claim], Findings]:
    """Read tables given by their names; return their claims, and all that was found."""
    findings = Findings()
    reading = Reading(learnt(findings, names, **texts), findings)
    return list(reading.claims()), findings


def said(claims: Sequence[Claim], subject: str, predicate: str) -> list[object]:
    """Return what claims say of a thing."""
    return [c.value for c in claims if (c.subject, c.predicate) == (subject, predicate)]


def workbook_file(folder: Path, sheets: Mapping[str, Cells], name: str = "list.xlsx") -> Path:
    """Write a workbook of some sheets and return its path."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        page = made.create_sheet(title)
        for row in rows:
            page.append(list(row))
    path = folder / name
    made.save(path)
    return path


def with_parts(path: Path, parts: Mapping[str, bytes | None]) -> Path:
    """Put parts into a workbook by hand, in the place of its own; ``None`` leaves one out."""
    with ZipFile(path) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    made = {**kept, **parts}
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in made.items():
            if content is not None:
                archive.writestr(name, content)
    return path


def sheet_xml(rows: str, *, before: str = "", after: str = "", head: str = "") -> bytes:
    """Return a worksheet part: ``rows`` within its data, and what stands around it."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    declared = '<?xml version="1.0" encoding="UTF-8"?>'
    data = f"{before}<sheetData>{rows}</sheetData>{after}"
    return f'{declared}{head}<worksheet xmlns="{space}">{data}</worksheet>'.encode()


def text_row(number: int, *cells: str) -> str:
    """Return a row of texts as it stands in a worksheet part."""
    letters = "ABCDEFGHIJ"
    inner = "".join(
        f'<c r="{letters[place]}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for place, text in enumerate(cells)
    )
    return f'<row r="{number}">{inner}</row>'


SHEET = "xl/worksheets/sheet1.xml"
