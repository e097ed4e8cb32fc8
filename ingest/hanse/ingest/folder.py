"""Read a folder of facts: CSV tables, chains and guides in TOML, and ``project.toml``."""

import csv
import json
import tomllib
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from io import StringIO
from typing import Final

from hanse.graph.errors import BadDefinition, BadInput
from hanse.graph.model import Settings
from hanse.graph.store import Definition, Intake
from hanse.graph.stores.rows import settings_from_text
from hanse.ingest.names import Names
from hanse.ingest.reading import read_tables
from hanse.ingest.rows import Row, Table

DEFINITION_KINDS: Final = ("chain", "guide", "rules")


def read_folder(folder: Traversable, *, origin: str, known: Names | None = None) -> Intake:
    """Return what the tables and definitions of ``folder`` bring.

    The order of the files does not matter. Rows that cannot be read are put aside in the
    intake; a file that cannot be read at all is refused.
    """
    files = sorted(folder.iterdir(), key=lambda file: file.name)
    tables = [read_csv(file) for file in files if file.name.endswith(".csv")]
    intake = read_tables(tables, origin=origin, known=known)
    definitions = tuple(_definitions(files))
    settings = next((_settings(file) for file in files if file.name == "project.toml"), None)
    return Intake(
        origin=origin,
        claims=intake.claims,
        sources=intake.sources,
        definitions=definitions,
        put_aside=intake.put_aside,
        settings=settings,
        rows=intake.rows,
    )


def read_csv(file: Traversable) -> Table:
    """Return the rows of a CSV file in UTF-8; row numbers count as an editor's lines do.

    Raises
    ------
    BadInput
        When a quote is never closed, a row has too many or too few cells, or the header
        names a column twice.
    """
    reader = csv.reader(StringIO(file.read_text(encoding="utf-8-sig"), newline=""), strict=True)
    header = [name.strip() for name in next(reader, [])]
    _check_header(header, where=file.name)
    sheet = file.name.removesuffix(".csv")
    rows = tuple(_rows(reader, header, file.name, sheet))
    return Table(file=file.name, sheet=sheet, columns=tuple(header), rows=rows)


def _rows(reader: Iterator[list[str]], header: list[str], file: str, sheet: str) -> Iterator[Row]:
    for number, cells in enumerate(reader, start=2):
        if not any(cells):
            continue
        if len(cells) != len(header):
            what = f"{len(cells)} cells where the header has {len(header)}"
            raise BadInput(what, where=f"{file}, row {number}", hint="quote cells with commas")
        yield Row(
            file=file, sheet=sheet, number=number, cells=dict(zip(header, cells, strict=True))
        )


def _check_header(header: list[str], *, where: str) -> None:
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        hint = "rename or remove one of them"
        raise BadInput(f"column {twice[0]!r} stands twice", where=f"{where}, row 1", hint=hint)


def _definitions(files: list[Traversable]) -> Iterator[Definition]:
    for file in files:
        kind = file.name.removesuffix(".toml").split("-")[0]
        if file.name.endswith(".toml") and kind in DEFINITION_KINDS:
            text = file.read_text(encoding="utf-8")
            yield Definition(kind=kind, id=str(_toml(text, file.name).get("id", "")), text=text)


def _settings(file: Traversable) -> Settings:
    stated = _toml(file.read_text(encoding="utf-8"), file.name)
    unknown = sorted(stated.keys() - Settings.__dataclass_fields__.keys())
    if unknown:
        hint = f"known are {', '.join(Settings.__dataclass_fields__)}"
        raise BadDefinition(f"no setting is called {unknown[0]!r}", where=file.name, hint=hint)
    return settings_from_text(json.dumps(stated))


def _toml(text: str, where: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise BadDefinition(str(fault), where=where, hint="mend the line named") from None
