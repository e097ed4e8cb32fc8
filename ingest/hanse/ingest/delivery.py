"""What is handed over under one name: a file, a folder, or several of them together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from hanse.graph.errors import BadInput
from hanse.graph.model import Settings
from hanse.graph.store import Definition
from hanse.ingest.exact_grids import joined, take_exact
from hanse.ingest.exact_tables import ExactTables
from hanse.ingest.findings import Findings, Remark
from hanse.ingest.folder import (
    csv_sheet,
    is_definition,
    is_known,
    is_table,
    open_folder,
    open_tables,
)
from hanse.ingest.formats import format_of
from hanse.ingest.grids import Grid
from hanse.ingest.limits import check_file
from hanse.ingest.tables import Table
from hanse.ingest.workbook import OWN_SHEETS, workbook_grids

MOST_FILES: Final = 1_000  # in a folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Tables and definitions that a project keeps under one origin.

    ``files`` are the names and formats of what was handed over; ``grids`` their cells as they
    stand, whether or not they make a table; ``exact`` what an export held as it was.
    """

    origin: str
    files: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...] = ()
    grids: tuple[Grid, ...] = ()
    exact: ExactTables = field(default_factory=ExactTables)
    definitions: tuple[Definition, ...] = ()
    settings: Settings | None = None


def deliveries(
    paths: Sequence[Path], *, origin: str | None
) -> tuple[tuple[Delivery, Findings], ...]:
    """Return what stands at ``paths``, one delivery each, or all as one under ``origin``.

    What cannot be taken at all is noted as a fault of its file; the others are opened, so
    that everything is told at once.
    """
    if origin is not None:
        findings = Findings()
        parts = [_opened(path, findings) for path in paths]
        return ((_joined(origin, parts), findings),)
    found = []
    names = [path.resolve().name for path in paths]
    for place, path in enumerate(paths):
        findings = Findings()
        found.append((_opened(path, findings), findings))
        if names[place] in names[:place]:
            hint = "load them one by one, each with an --origin of its own"
            clash = BadInput("another file of this name is loaded with it", hint=hint)
            findings.refuse(clash, file=path.name)
    return tuple(found)


def _opened(path: Path, findings: Findings) -> Delivery:
    try:
        return _folder(path, findings) if path.is_dir() else _file(path, findings)
    except BadInput as fault:
        findings.refuse(fault, file=path.name or str(path))
        return Delivery(origin=path.name, files=((path.name, _ending(path)),))


def _ending(path: Path) -> str:
    return path.suffix.removeprefix(".").casefold() or "folder" * path.is_dir()


def _file(path: Path, findings: Findings) -> Delivery:
    check_file(path)
    if path.suffix.casefold() == ".toml":
        definition = _definition(path, findings)
        defined = (definition,) if definition else ()
        return Delivery(origin=path.name, files=((path.name, "toml"),), definitions=defined)
    kind = format_of(path)
    grids: Sequence[Grid] = workbook_grids(path) if kind == "xlsx" else (csv_sheet(path),)
    if not grids:
        raise BadInput("the workbook holds no table", hint="make one with: hanse template FILE")
    exact, others = take_exact(grids, findings)
    return Delivery(
        origin=path.name,
        files=((path.name, kind),),
        tables=open_tables(others, findings),
        grids=tuple(grids),
        exact=exact,
        definitions=tuple(exact.definitions),
        settings=exact.settings,
    )


def _definition(file: Traversable, findings: Findings) -> Definition | None:
    from hanse.ingest.definition_files import take_definition  # slow to load; tables need none

    return take_definition(file, findings)


def _folder(path: Path, findings: Findings) -> Delivery:
    files = sorted(path.iterdir())
    if len(files) > MOST_FILES:
        what = f"the folder holds {len(files):,} entries; {MOST_FILES:,} are taken"
        raise BadInput(what, where=path.name, hint="put the tables into a folder of their own")
    tables = [file for file in files if is_table(file)]
    texts = [file for file in files if is_definition(file)]
    if not (tables or texts):
        hint = "name the files, or put CSV tables into it: hanse template FOLDER"
        raise BadInput("the folder holds no CSV table", where=path.name, hint=hint)
    opened = open_folder(path, findings, admit=_admit, define=_definition)
    for file in files:
        if not is_known(file) and not file.name.startswith(".") and file.stem not in OWN_SHEETS:
            findings.remark(Remark(file=file.name, text="was not read; name the file itself"))
    return Delivery(
        origin=path.resolve().name,
        files=(*((f.name, "csv") for f in tables), *((f.name, "toml") for f in texts)),
        tables=opened.tables,
        grids=opened.grids,
        exact=opened.exact,
        definitions=(*opened.definitions, *opened.exact.definitions),
        settings=opened.settings or opened.exact.settings,
    )


def _admit(file: Traversable) -> None:
    check_file(Path(str(file)))
    format_of(file)


def _joined(origin: str, parts: Sequence[Delivery]) -> Delivery:
    return Delivery(
        origin=origin,
        files=tuple(file for part in parts for file in part.files),
        tables=tuple(table for part in parts for table in part.tables),
        grids=tuple(grid for part in parts for grid in part.grids),
        exact=joined([part.exact for part in parts]),
        definitions=tuple(d for part in parts for d in part.definitions),
        settings=next((part.settings for part in parts if part.settings), None),
    )
