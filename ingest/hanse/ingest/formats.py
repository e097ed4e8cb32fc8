"""What kind of file something is, by its name and its first bytes; the others by name.

A file whose content is not what its name says is refused in words that tell what it is.
"""

from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import PurePath
from typing import Final, Literal

from hanse.graph.errors import BadInput

Format = Literal["csv", "xlsx"]
START: Final = 512  # bytes that give a format away


@dataclass(frozen=True, slots=True)
class Foreign:
    """A kind of file that is not read as a table: its name, and what to do instead."""

    name: str
    remedy: str


_AS_TABLE: Final = "save the table as CSV in UTF-8, or as a workbook (.xlsx)"
_READ: Final[dict[str, Format]] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
}
_FOREIGN: Final = {
    ".xls": Foreign("an old Excel workbook", "open it and save it as .xlsx"),
    ".xlsb": Foreign("a binary Excel workbook", "open it and save it as .xlsx"),
    ".ods": Foreign("an OpenDocument spreadsheet", "open it and save it as .xlsx or CSV"),
    ".numbers": Foreign("a Numbers document", "export it as CSV"),
    ".pdf": Foreign("a PDF document", "ask for the table it was made from"),
    ".docx": Foreign("a Word document", _AS_TABLE),
    ".html": Foreign("an HTML page", _AS_TABLE),
    ".htm": Foreign("an HTML page", _AS_TABLE),
    ".json": Foreign("JSON", _AS_TABLE),
    ".xml": Foreign("XML", _AS_TABLE),
    ".yaml": Foreign("YAML", "write chains and guides as TOML, tables as CSV"),
    ".yml": Foreign("YAML", "write chains and guides as TOML, tables as CSV"),
    ".graphml": Foreign("GraphML", "export nodes and edges as CSV from the program it is from"),
    ".gexf": Foreign("GEXF", "export nodes and edges as CSV from the program it is from"),
    ".gml": Foreign("GML", "export nodes and edges as CSV from the program it is from"),
    ".jsonld": Foreign("JSON-LD", _AS_TABLE),
    ".ttl": Foreign("Turtle", _AS_TABLE),
    ".trig": Foreign("TriG", _AS_TABLE),
    ".nq": Foreign("N-Quads", _AS_TABLE),
    ".nt": Foreign("N-Triples", _AS_TABLE),
    ".rdf": Foreign("RDF/XML", "convert it to Turtle, TriG or N-Quads"),
    ".owl": Foreign("RDF/XML", "convert it to Turtle, TriG or N-Quads"),
    ".trix": Foreign("TriX", "convert it to Turtle, TriG or N-Quads"),
    ".db": Foreign("a database", "a project is opened with --project"),
    ".sqlite": Foreign("a database", "a project is opened with --project"),
    ".hanse": Foreign("a Hanse project", "open it with --project, or hanse new --from FILE.hanse"),
    ".pickle": Foreign("a Python pickle, which is never read", _AS_TABLE),
    ".pkl": Foreign("a Python pickle, which is never read", _AS_TABLE),
    ".rq": Foreign("a SPARQL query", "ask it with: hanse sparql FILE"),
    ".ru": Foreign("a SPARQL update, which is never run", "change a project by loading tables"),
}  # fmt: skip
_BY_CONTENT: Final = (
    (b"PK\x03\x04", "xlsx", Foreign("an archive or a workbook", "give it the ending .xlsx")),
    (b"\xd0\xcf\x11\xe0", "", Foreign("an old or a password-protected Office document",
                                      "save it as .xlsx without a password")),
    (b"%PDF", "", _FOREIGN[".pdf"]),
    (b"SQLite format 3", "", _FOREIGN[".db"]),
    (b"\x89PNG", "", Foreign("a picture", _AS_TABLE)),
    (b"<!doctype html", "", Foreign("an HTML page under another name", _AS_TABLE)),
    (b"<html", "", Foreign("an HTML page under another name", _AS_TABLE)),
    (b"<table", "", Foreign("an HTML page under another name", _AS_TABLE)),
    (b"<?xml", "", Foreign("XML", _AS_TABLE)),
)  # fmt: skip


def format_of(file: Traversable) -> Format:
    """Return how a file is read.

    Raises
    ------
    BadInput
        When it is of a format that is not read; the message names it.
    """
    ending = PurePath(file.name).suffix.casefold()
    with file.open("rb") as stream:
        start = stream.read(START).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    stated = _READ.get(ending)
    for mark, format_, foreign in _BY_CONTENT:
        if start.startswith(mark.lower()) and format_ != stated:
            raise _refused(_named(foreign, ending), file.name)
    if stated == "xlsx" and not start.startswith(b"pk"):
        raise BadInput("this is not a workbook", where=file.name, hint=_AS_TABLE)
    if stated is None:
        known = ", ".join(_READ)
        foreign = _FOREIGN.get(ending, Foreign(f"a file {ending or 'without an ending'}", ""))
        hint = foreign.remedy or f"files that are read end with {known}"
        raise _refused(Foreign(foreign.name, hint), file.name)
    return stated


def _named(foreign: Foreign, ending: str) -> Foreign:
    """Return the language that the ending names where the content only says XML."""
    return _FOREIGN.get(ending, foreign) if foreign.name == "XML" else foreign


def _refused(foreign: Foreign, where: str) -> BadInput:
    what = f"this is {foreign.name}, which is not read as a table"
    return BadInput(what, where=where, hint=foreign.remedy)
