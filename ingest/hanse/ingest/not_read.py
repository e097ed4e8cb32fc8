"""Formats that are not read, by the names that people know them by, and what to do instead."""

from pathlib import Path
from typing import Final

from hanse.graph.errors import BadInput

_AS_TABLE: Final = "save it as a workbook (.xlsx) or as CSV; make one with: hanse template FILE"
_AS_RDF: Final = "convert it to Turtle, TriG, N-Quads or JSON-LD"
_AS_TOML: Final = "write it as TOML; docs/ describes chains, guides and rules"

NOT_READ: Final = {
    ".rdf": ("RDF/XML", _AS_RDF),
    ".owl": ("RDF/XML", _AS_RDF),
    ".trix": ("TriX", _AS_RDF),
    ".xml": ("XML", _AS_RDF),
    ".n3": ("Notation3", _AS_RDF),
    ".hdt": ("HDT", _AS_RDF),
    ".graphml": ("GraphML, which is written only", _AS_TABLE),
    ".gexf": ("GEXF, which is written only", _AS_TABLE),
    ".json": ("JSON, which is written only", _AS_TABLE),
    ".gml": ("GML", _AS_TABLE),
    ".net": ("Pajek", _AS_TABLE),
    ".dot": ("DOT", _AS_TABLE),
    ".pickle": ("a pickle, which can run anything", _AS_TABLE),
    ".pkl": ("a pickle, which can run anything", _AS_TABLE),
    ".parquet": ("Parquet", _AS_TABLE),
    ".html": ("HTML", _AS_TABLE),
    ".xls": ("the old workbook format", _AS_TABLE),
    ".ods": ("OpenDocument", _AS_TABLE),
    ".yaml": ("YAML", _AS_TOML),
    ".yml": ("YAML", _AS_TOML),
    ".rq": ("a query, not data", "ask it with: hanse sparql FILE"),
    ".ru": ("SPARQL Update; nothing is changed by a query", "load a table or RDF instead"),
}


def refuse_by_name(path: Path) -> None:
    """Refuse a file whose ending says that it is in a format which is not read.

    Raises
    ------
    BadInput
        With the name of the format and what to do instead; the file has not been opened.
    """
    found = NOT_READ.get(path.suffix.lower())
    if found:
        raise BadInput(f"this is {found[0]}, and is not read", where=str(path), hint=found[1])
