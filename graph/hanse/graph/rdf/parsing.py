"""Read the text of an RDF file into quads: all of it or nothing, within limits, without a network.

pyoxigraph parses; it is strict and opens nothing. RDF/XML and TriX are not read: a few hundred
bytes of XML can exhaust a machine.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from pyoxigraph import Literal, Quad, RdfFormat, parse

from hanse.graph.errors import BadInput
from hanse.graph.rdf.json_ld import checked
from hanse.graph.rdf.literals import fault_of
from hanse.graph.rdf.scanning import LIMITS, RdfLimits, line_finder, scan

# Endings of the files that are read, and their formats.
READ: Final = {
    ".trig": RdfFormat.TRIG,
    ".nq": RdfFormat.N_QUADS,
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".jsonld": RdfFormat.JSON_LD,
}
# Formats of RDF that are not read, by the names that people know them by.
NOT_READ: Final = {
    ".rdf": "RDF/XML",
    ".owl": "RDF/XML",
    ".trix": "TriX",
    ".n3": "Notation3",
    ".rj": "RDF/JSON",
    ".hdt": "HDT",
}
_AT_LINE: Final = re.compile(r"^(?:Parser error )?at line [^:]*: ")
MOST_TOLD: Final = 10  # faulty literals named in one message
MOST_FOUND: Final = 100  # faulty literals looked for, each with its line


class FaultyLiterals(BadInput):
    """Literals that are not what their datatypes say: the line of each, and what is wrong."""

    remedy: Final = "write what the datatype says, or leave the value out"

    def __init__(self, found: Sequence[tuple[int | None, str]], *, where: str) -> None:
        self.found = tuple(found)
        (line, what), *others = self.found[:MOST_TOLD]
        told = [f"{_at_line(at)}{fault}" for at, fault in others]
        place = f"{where}, line {line}" if line else where
        super().__init__(what, where=place, hint="\n  ".join([self.remedy, *told]))


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFile:
    """What a file says, and its text, so that a place in it can be told."""

    text: str
    quads: list[Quad]


def parsed(data: bytes, ending: str, *, where: str, limits: RdfLimits = LIMITS) -> ParsedFile:
    """Return the quads of a file.

    Parameters
    ----------
    data
        The bytes of the file, in UTF-8.
    ending
        The ending of its name, which says what format it is in.
    where
        Its name, for messages.

    Raises
    ------
    BadInput
        When the format is not read, a limit is passed, the text is not what its format says,
        or a literal is not what its datatype says; with the line where it shows.
    """
    text = _text(data, ending, where=where, limits=limits)
    scan(text, where=where, is_json=ending == ".jsonld", limits=limits)
    source = checked(text, where=where) if ending == ".jsonld" else text
    quads = _quads(source, READ[ending], where=where, limits=limits)
    _check_literals(quads, text, where=where)
    return ParsedFile(text=text, quads=quads)


def _text(data: bytes, ending: str, *, where: str, limits: RdfLimits) -> str:
    if ending not in READ:
        named = NOT_READ.get(ending, ending or "a file without an ending")
        hint = f"convert it to one of {', '.join(READ)}"
        raise BadInput(f"this is {named}, which is not read as RDF", where=where, hint=hint)
    if len(data) > limits.file_size:
        most = f"{limits.file_size / 1e6:,.0f} MB"
        what = f"the file has {len(data) / 1e6:,.0f} MB; {most} are taken"
        raise BadInput(what, where=where, hint="split it into several files")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        place, hint = f"{where}, line {line}", "save it in UTF-8"
        raise BadInput("the text is not in UTF-8", where=place, hint=hint) from None


def _quads(text: str, format_: RdfFormat, *, where: str, limits: RdfLimits) -> list[Quad]:
    found: list[Quad] = []
    try:
        for quad in parse(text, format=format_):
            found.append(quad)
            if len(found) > limits.quads:
                what = f"the file holds more than {limits.quads:,} triples"
                raise BadInput(what, where=where, hint="split it into several files")
    except (SyntaxError, ValueError, OSError) as fault:
        if isinstance(fault, BadInput):
            raise
        raise _no_rdf(fault, where=where) from None
    return found


def _no_rdf(fault: Exception, *, where: str) -> BadInput:
    line = getattr(fault, "lineno", None)
    reason = _AT_LINE.sub("", getattr(fault, "msg", None) or str(fault))
    place = f"{where}, line {line}" if line else where
    hint = "mend it there, or save it anew with the program that made it"
    return BadInput(f"this cannot be read: {reason}", where=place, hint=hint)


def _check_literals(quads: Iterable[Quad], text: str, *, where: str) -> None:
    """Refuse literals that are not what their datatypes say, each with its line."""
    literals = (quad.object for quad in quads if isinstance(quad.object, Literal))
    faulty = ((node, fault) for node in literals if (fault := fault_of(node)))
    found = list(islice(faulty, MOST_FOUND))
    if found:
        line = line_finder(text)
        raise FaultyLiterals([(line(node), fault) for node, fault in found], where=where)


def _at_line(line: int | None) -> str:
    return f"line {line}: " if line else ""
