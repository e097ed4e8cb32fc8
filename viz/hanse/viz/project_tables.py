"""A whole project as tables that load again: those that people fill in, and exact ones."""

import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Final, TypeVar

from hanse.graph.claims import Claim
from hanse.graph.dates import check_date
from hanse.graph.errors import BadInput, UserMistake
from hanse.graph.model import Settings, Source
from hanse.graph.store import Contents, Definition
from hanse.graph.stores.rows import settings_from_text
from hanse.ingest.claim_table import Cells, claim_cells, to_cell
from hanse.ingest.exact_tables import (
    EXACT,
    definition_cells,
    put_aside_cells,
    settings_cells,
    source_cells,
)
from hanse.ingest.folder import DEFINITION_KINDS, SETTINGS
from hanse.ingest.sheets import ASIDES
from hanse.viz.sheets_of_claims import sheets_of
from hanse.viz.spreadsheets import LONGEST_CELL, Sheet

RecordT = TypeVar("RecordT")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectTables:
    """The tables of a project, and the definitions that stand as texts of their own."""

    sheets: tuple[Sheet, ...]
    texts: Mapping[str, str]


def project_tables(
    claims: Iterable[Claim], contents: Contents, *, has_texts: bool
) -> ProjectTables:
    """Return a project as tables.

    Parameters
    ----------
    claims, contents
        What the project holds. Its origins are not among what a table can bring back.
    has_texts
        Whether chains, guides and rules may be files beside the tables; where they cannot,
        or a file would not bring them back, they are rows of ``definitions``.

    Raises
    ------
    BadInput
        When a text is longer than a reader of tables takes.
    """
    planned, rest = sheets_of(claims, sources=[source.id for source in contents.sources])
    plain = [source for source in contents.sources if _is_plain(source)]
    odd = [source for source in contents.sources if not _is_plain(source)]
    texts = dict(_texts(contents.definitions)) if has_texts else {}
    kept = [d for d in contents.definitions if _file_name(d) not in texts]
    stated = _settings_text(contents.settings) if has_texts else None
    if stated:
        texts[SETTINGS] = stated
    settings = [] if stated or contents.settings == Settings() else [contents.settings]
    exact = (
        _exact("claims", rest, claim_cells),
        _exact("source_records", odd, source_cells),
        _exact("definitions", kept, definition_cells),
        _exact("settings", settings, settings_cells),
        _exact("put_aside", contents.put_aside, put_aside_cells),
    )
    people = (Sheet(name=t.name, columns=t.columns, rows=t.rows) for t in planned)
    sheets = (*people, _sources(plain), *exact)
    return ProjectTables(sheets=tuple(filter(_has_rows, sheets)), texts=texts)


def _has_rows(sheet: Sheet) -> bool:
    for row in sheet.rows:
        if any(len(str(cell)) > LONGEST_CELL for cell in row):
            what = f"a text of sheet {sheet.name} has more than {LONGEST_CELL:,} characters"
            raise BadInput(what, hint="export the graph as .trig instead")
    return bool(sheet.rows)


def _exact(name: str, records: Sequence[RecordT], cells: Callable[[RecordT], Cells]) -> Sheet:
    columns = EXACT[name]
    rows = (cells(record) for record in records)
    kept = tuple(tuple(row.get(column) or None for column in columns) for row in rows)
    return Sheet(name=name, columns=columns, rows=kept)


# -- sources -----------------------------------------------------------------------------------


def _sources(sources: Sequence[Source]) -> Sheet:
    columns = ASIDES["sources"]
    rows = tuple(tuple(getattr(s, column) or None for column in columns) for s in sources)
    return Sheet(name="sources", columns=columns, rows=rows)


def _is_plain(source: Source) -> bool:
    """Say whether the table of sources brings this one back as it is."""
    texts = [getattr(source, column) for column in ASIDES["sources"] if column != "date"]
    is_stated = bool(source.id and source.title and source.kind)
    return is_stated and _is_date(source.date) and all(t in ("", to_cell(t)) for t in texts)


def _is_date(text: str | None) -> bool:
    try:
        return text is None or check_date(text) == text
    except UserMistake:
        return False


# -- definitions -------------------------------------------------------------------------------


def _texts(definitions: Sequence[Definition]) -> Iterator[tuple[str, str]]:
    """Yield name and text of the files that bring a definition back as it is."""
    for definition in definitions:
        is_named = definition.id and all(
            c.isascii() and (c.isalnum() or c in "-_") for c in definition.id
        )
        if definition.kind in DEFINITION_KINDS and is_named and _says_its_id(definition):
            yield _file_name(definition), definition.text


def _file_name(definition: Definition) -> str:
    return f"{definition.kind}-{definition.id}.toml"


def _says_its_id(definition: Definition) -> bool:
    try:
        stated = tomllib.loads(definition.text).get("id")
    except (tomllib.TOMLDecodeError, RecursionError):
        return False
    return stated == definition.id and "\r" not in definition.text


def _settings_text(settings: Settings) -> str | None:
    """Return the settings as TOML; ``None`` when there are none, or TOML does not bring them back.

    A text in JSON is one in TOML, but for a character or two that TOML wants escaped.
    """
    stated = {n: v for n, v in asdict(settings).items() if v not in (None, "", ())}
    lines = (
        f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in stated.items()
    )
    text = "".join(lines)
    try:
        read = settings_from_text(json.dumps(tomllib.loads(text)))
    except tomllib.TOMLDecodeError:
        return None
    return text if text and read == settings else None


HELP_TEXT: Final = """\
Exported by Hanse.

Load it again with:  hanse load FOLDER --project FILE.hanse

Tables such as clusters.csv and memberships.csv are those that people fill in. claims.csv and
the other tables without an obvious reader (source_records, definitions, settings, put_aside)
hold what no such table says exactly; a cell there that begins with a double quote is JSON.
docs/formats.md of Hanse describes all of them.
"""
