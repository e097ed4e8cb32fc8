"""Read a folder of facts: CSV tables, chains and guides in TOML, and ``project.toml``."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Final

from hanse.graph.errors import BadDefinition, BadInput, UserMistake
from hanse.graph.model import Settings
from hanse.graph.store import Definition, Intake
from hanse.graph.stores.rows import settings_from_text
from hanse.ingest.columns import header_likeness, table_called
from hanse.ingest.csv_files import csv_grid
from hanse.ingest.exact_grids import take_exact
from hanse.ingest.exact_tables import ExactTables
from hanse.ingest.findings import Findings, Remark
from hanse.ingest.grids import Grid, UnreadableTable
from hanse.ingest.learning import learn
from hanse.ingest.names import Names
from hanse.ingest.reading import Reading
from hanse.ingest.tables import Table, open_table
from hanse.ingest.toml_text import LARGEST, read_toml

DEFINITION_KINDS: Final = ("assumption", "chain", "guide", "rules")
SETTINGS: Final = "project.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """What a folder holds: its tables, their cells as they stand, definitions, settings.

    ``exact`` are the tables of an export that hold a project as it was.
    """

    tables: tuple[Table, ...]
    grids: tuple[Grid, ...] = ()
    exact: ExactTables = field(default_factory=ExactTables)
    definitions: tuple[Definition, ...] = ()
    settings: Settings | None = None


def read_folder(folder: Traversable, *, origin: str, known: Names | None = None) -> Intake:
    """Return what the tables and definitions of ``folder`` bring.

    The order of the files does not matter. Rows and tables that cannot be read are put aside
    in the intake.

    Parameters
    ----------
    folder
        A folder on disk or within a package.
    origin
        What the project calls it; loading the same origin again replaces it.
    known
        Names that rows may refer to beside those of the folder; the folder's are added.
    """
    findings = Findings()
    opened = open_folder(folder, findings)
    names = known or Names()
    learnt = learn(opened.tables, names=names, findings=findings, exact=opened.exact)
    claims = list(Reading(learnt, findings).claims())
    return Intake(
        origin=origin,
        claims=claims,
        sources=learnt.sources,
        definitions=opened.definitions,
        put_aside=tuple(findings.faults),
        settings=opened.settings,
        rows=findings.rows.total(),
    )


def open_folder(
    folder: Traversable,
    findings: Findings,
    *,
    admit: Callable[[Traversable], object] | None = None,
    define: Callable[[Traversable, Findings], Definition | None] | None = None,
) -> Folder:
    """Return what a folder holds; what of it cannot be read is noted as a fault.

    ``admit`` raises BadInput for a file that is not to be opened; ``define`` takes a definition
    after checking it. Those of a shipped case are checked by its tests, and not at each start.
    """
    files = sorted(folder.iterdir(), key=lambda file: file.name)
    grids = [grid for file in files if is_table(file) and (grid := _grid(file, admit, findings))]
    exact, others = take_exact(grids, findings)
    return Folder(
        tables=open_tables(others, findings),
        grids=tuple(grids),
        exact=exact,
        definitions=tuple(_definitions(files, findings, define or _unchecked)),
        settings=_settings(files, findings),
    )


def csv_sheet(file: Traversable) -> Grid:
    """Return a CSV file as a grid, taken apart as its header is best understood."""
    sheet = file.name.rsplit(".", 1)[0]
    return csv_grid(file, choose=lambda rows: header_likeness(rows, sheet=sheet))


def open_tables(grids: Sequence[Grid], findings: Findings) -> tuple[Table, ...]:
    """Return the tables that grids hold; note those that hold none.

    Where others can be read, a sheet whose name and columns tell nothing is left aside with
    a remark; it may be a page of notes.
    """
    tables, others = [], []
    for grid in grids:
        try:
            tables.append(open_table(grid, findings))
        except UnreadableTable as fault:
            others.append((grid, fault))
        except BadInput as fault:
            findings.refuse(fault, file=grid.file, sheet=grid.sheet)
    for grid, reason in others:
        if tables and table_called(grid.sheet) is None:
            text = f"was not read: {reason.what}"
            findings.remark(Remark(file=grid.file, sheet=grid.sheet, text=text))
        else:
            findings.refuse(reason, file=grid.file, sheet=grid.sheet)
    return tuple(tables)


def is_table(file: Traversable) -> bool:
    """Say whether a file of a folder is one of its tables; hidden ones are not."""
    return file.name.casefold().endswith(".csv") and not file.name.startswith(".")


def _grid(
    file: Traversable, admit: Callable[[Traversable], object] | None, findings: Findings
) -> Grid | None:
    try:
        if admit:
            admit(file)
        return csv_sheet(file)
    except BadInput as fault:
        findings.refuse(fault, file=file.name)
        return None


def _definitions(
    files: Sequence[Traversable],
    findings: Findings,
    define: Callable[[Traversable, Findings], Definition | None],
) -> Iterator[Definition]:
    for file in filter(is_definition, files):
        found = define(file, findings)
        if found:
            yield found


def _unchecked(file: Traversable, findings: Findings) -> Definition | None:
    try:
        text = definition_text(file)
        named = str(read_toml(text, where=file.name).get("id", ""))
        return Definition(kind=_definition_kind(file), id=named, text=text)
    except UserMistake as fault:
        findings.refuse(fault, file=file.name)
        return None


def is_definition(file: Traversable) -> bool:
    """Say whether a folder's file is a chain, a guide, rules or an assumption, by its name."""
    return bool(_definition_kind(file))


def is_known(file: Traversable) -> bool:
    """Say whether a folder's file is read: a table, a definition, or the settings."""
    return is_table(file) or file.name == SETTINGS or is_definition(file)


def _definition_kind(file: Traversable) -> str:
    kind = file.name.removesuffix(".toml").split("-")[0]
    return kind if file.name.endswith(".toml") and kind in DEFINITION_KINDS else ""


def _settings(files: Sequence[Traversable], findings: Findings) -> Settings | None:
    file = next((file for file in files if file.name == SETTINGS), None)
    if file is None:
        return None
    try:
        stated = read_toml(definition_text(file), where=file.name)
        unknown = sorted(stated.keys() - Settings.__dataclass_fields__.keys())
        if unknown:
            hint = f"known are {', '.join(Settings.__dataclass_fields__)}"
            raise BadDefinition(f"no setting is called {unknown[0]!r}", where=SETTINGS, hint=hint)
        return settings_from_text(json.dumps(stated))
    except UserMistake as fault:
        findings.refuse(fault, file=file.name)
        return None


def definition_text(file: Traversable) -> str:
    """Return the text of a TOML file; of one that is too large no more than shows that it is.

    Raises
    ------
    BadDefinition
        When it is not text in UTF-8.
    """
    try:
        with file.open(encoding="utf-8-sig") as opened:
            return opened.read(LARGEST + 1)
    except UnicodeDecodeError:
        raise BadDefinition("it is not text in UTF-8", where=file.name, hint="save it so") from None
