"""Answer one SPARQL query in a process of its own, which can open no file and no socket.

The process is given the query and the quads on standard input, and writes one line of JSON.
It knows no project, so that there is nothing it could change.
"""

import json
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Final, TypedDict

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    RdfFormat,
    Store,
    Variable,
    parse,
)

from hanse.graph.errors import BadInput
from hanse.graph.rdf.query_check import READ_ONLY, check_query
from hanse.graph.rdf.terms import PREFIXES

Cell = list[str | None] | None  # kind, value, datatype, language


class Question(TypedDict):
    """What the process is asked: the query, what to put in for variables, most rows."""

    query: str
    bindings: dict[str, str]
    rows: int


READY: Final = b"ready\n"
MEMORY: Final = 2_000_000_000  # bytes of address space


def main() -> None:
    """Read the question and the quads, answer, and write the answer."""
    asked: Question = json.loads(sys.stdin.buffer.readline())
    store = _loaded(sys.stdin.buffer.read())
    check_query("ASK {}")  # everything is imported now: later nothing can be opened
    _close_doors()
    sys.stdout.buffer.write(READY)
    sys.stdout.buffer.flush()
    try:
        check_query(asked["query"])
        answer = _answer(store, asked)
    except BadInput as fault:
        answer = {"refused": [fault.what, fault.where, fault.hint]}
    sys.stdout.buffer.write(json.dumps(answer).encode())
    sys.stdout.buffer.flush()


def _loaded(text: bytes) -> Store:
    """Return a store whose default graph holds everything, beside one graph a source."""
    store = Store()
    quads = list(parse(text, format=RdfFormat.N_QUADS))
    store.extend(quads)
    store.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    return store


def _close_doors() -> None:
    """Forbid to open anything more, and bound the memory, where the system knows how."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    sys.addaudithook(_refuse)


def _refuse(event: str, _: object) -> None:
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn")):
        raise PermissionError(event)


def _answer(store: Store, asked: Question) -> dict[str, object]:
    try:
        result = store.query(
            asked["query"],
            prefixes=PREFIXES,
            substitutions={Variable(n): _node(text) for n, text in asked["bindings"].items()},
        )
        if isinstance(result, QueryBoolean):
            return {"boolean": bool(result)}
        if isinstance(result, QuerySolutions):
            names = [variable.value for variable in result.variables]
            rows = ([_cell(row[name]) for name in names] for row in result)
            return {"variables": names, "rows": _bounded(rows, asked["rows"])}
        triples = ((t.subject, t.predicate, t.object) for t in result)
        rows = (list(map(_cell, triple)) for triple in triples)
        return {
            "variables": ["subject", "predicate", "object"],
            "rows": _bounded(rows, asked["rows"]),
        }
    except (SyntaxError, ValueError, RuntimeError, OSError) as fault:
        if isinstance(fault, BadInput):
            raise
        raise BadInput(str(fault), where="query", hint=READ_ONLY) from None


def _bounded(rows: Iterable[list[Cell]], most: int) -> list[list[Cell]]:
    found: list[list[Cell]] = []
    for row in rows:
        if len(found) == most:
            what = f"there are more than {most:,} rows"
            raise BadInput(what, where="query", hint="narrow it down, or end it with LIMIT")
        found.append(row)
    return found


def _node(text: str) -> NamedNode | Literal:
    """Return what is put in for a variable: an id as ``id:...``, an IRI in brackets, or a text."""
    if text.startswith("<") and text.endswith(">"):
        return NamedNode(text[1:-1])
    prefix, colon, local = text.partition(":")
    return NamedNode(PREFIXES[prefix] + local) if colon and prefix == "id" else Literal(text)


def _cell(node: object) -> Cell:
    match node:
        case None:
            return None
        case NamedNode():
            return ["iri", node.value, None, None]
        case BlankNode():
            return ["node", node.value, None, None]
        case Literal():
            return ["text", node.value, node.datatype.value, node.language]
        case _:
            return ["text", str(node), None, None]


if __name__ == "__main__":
    main()
