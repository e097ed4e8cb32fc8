"""Filled score sheets for tests, as CSV texts and as the workbooks that assessors return."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from openpyxl import load_workbook
from tests.builders import cluster, intake
from tests.people import GUIDE, GUIDE_TEXT

from hanse.graph.store import Definition
from hanse.graph.stores.sqlite import SqliteStore

HEAD: Final = {"Guide": GUIDE.id, "Assessor": "Ana Example", "Date": "2017-04-01"}
COLUMNS: Final = ("Candidate id", "Criterion", "Rating", "Comment")
Rows = Sequence[Sequence[object]]


def form_text(
    rows: Rows, *, head: Mapping[str, str] = HEAD, columns: Sequence[str] = COLUMNS
) -> str:
    """Return a filled form as CSV; its first row of ratings is row 6."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["Hanse score sheet", "A guide"])
    writer.writerows([label, answer] for label, answer in head.items())
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def form_file(folder: Path, rows: Rows, name: str = "ana.csv", **changes: object) -> Path:
    """Write a filled form as CSV and return its path."""
    path = folder / name
    path.write_text(form_text(rows, **changes), encoding="utf-8")  # type: ignore[arg-type]
    return path


def fill_in(path: Path, ratings: Mapping[tuple[str, str], object]) -> None:
    """Write ratings into a workbook that Hanse made, as an assessor does."""
    book = load_workbook(path)
    page = book["Score sheet"]
    for row in page.iter_rows(min_row=8):
        asked = (str(row[0].value), str(row[3].value))
        if asked in ratings:
            row[8].value = ratings[asked]  # type: ignore[assignment]
    book.save(path)


def store_with_guide(file: Path) -> SqliteStore:
    """Make a project of two clusters and the guide of D4.1."""
    guide = Definition(kind="guide", id=GUIDE.id, text=GUIDE_TEXT)
    store = SqliteStore.create(file)
    store.write(
        intake([*cluster("Biocat", numbers={"companies": 871}), *cluster("Optence")],
               definitions=[guide])
    )  # fmt: skip
    return store
