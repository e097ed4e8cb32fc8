"""Quads as the text of files: TriG, N-Quads, Turtle, JSON-LD.

In Turtle, which knows no graphs, all stand together: each statement names its source itself,
so that nothing is lost but the grouping.
"""

import json
from collections.abc import Iterable
from typing import Final

from pyoxigraph import Quad, RdfFormat, serialize

from hanse.graph.errors import BadInput
from hanse.graph.rdf.terms import PREFIXES

# Endings of the files that are written, and their formats.
WRITTEN: Final = {
    ".trig": RdfFormat.TRIG,
    ".nq": RdfFormat.N_QUADS,
    ".ttl": RdfFormat.TURTLE,
    ".jsonld": RdfFormat.JSON_LD,
}


def serialise(quads: Iterable[Quad], ending: str) -> bytes:
    """Return quads as the text of a file with this ending, in their order, in UTF-8.

    Raises
    ------
    BadInput
        When no format has the ending.
    """
    if ending not in WRITTEN:
        hint = f"end the name in {', '.join(WRITTEN)}"
        raise BadInput(f"{ending or 'no ending'} is not a format of RDF that is written", hint=hint)
    kept = dict.fromkeys(quad.triple for quad in quads) if ending == ".ttl" else quads
    text = serialize(kept, format=WRITTEN[ending], prefixes=PREFIXES) or b""
    return _by_lines(text) if ending == ".jsonld" else _with_ordered_prefixes(text)


def _with_ordered_prefixes(text: bytes) -> bytes:
    """Return the text with its prefixes in one order; the serialiser writes them in any."""
    lines = text.split(b"\n", len(PREFIXES))
    head, rest = lines[: len(PREFIXES)], lines[len(PREFIXES) :]
    if not all(line.startswith(b"@prefix ") for line in head):
        return text
    return b"\n".join([*sorted(head), *rest])


def _by_lines(text: bytes) -> bytes:
    """Return JSON with a line for each value, so that a fault can be told by its line."""
    return json.dumps(json.loads(text), ensure_ascii=False, indent=1).encode() + b"\n"
