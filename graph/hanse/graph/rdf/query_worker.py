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
    parse,
)

from hanse.graph.errors import BadInput
from hanse.graph.rdf.nodes import Term, read_as
from hanse.graph.rdf.query_check import READ_ONLY, check_query
from hanse.graph.rdf.terms import PREFIXES

Cell = list[str | None] | None  # kind, value, datatype, language


class Question(TypedDict):
    """What the process is asked: the query, what a variable must be in a row, most rows."""

    query: str
    where: dict[str, str]
    rows: int


READY: Final = b"ready\n"
MEMORY: Final = 2_000_000_000  # bytes of address space


def main() -> None:
    """Read the question and the quads, answer, and write the answer."""
    asked: Question = json.loads(sys.stdin.buffer.readline())
    store = loaded(sys.stdin.buffer.read())
    check_query("ASK {}")  # everything is imported now: later nothing can be opened
    _close_doors()
    sys.stdout.buffer.write(READY)
    sys.stdout.buffer.flush()
    sys.stdout.buffer.write(json.dumps(answered(store, asked)).encode())
    sys.stdout.buffer.flush()


def loaded(text: bytes) -> Store:
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


def answered(store: Store, asked: Question) -> dict[str, object]:
    """Return the answer, or why there is none, as JSON can carry it."""
    try:
        check_query(asked["query"])
        return _answer(store, asked)
    except BadInput as fault:
        return {"refused": [fault.what, fault.where, fault.hint]}
    except (SyntaxError, ValueError, RuntimeError, OSError) as fault:
        return {"refused": [str(fault), "query", READ_ONLY]}


def _answer(store: Store, asked: Question) -> dict[str, object]:
    result = store.query(asked["query"], prefixes=PREFIXES)
    if isinstance(result, QueryBoolean):
        _check_names(asked["where"], [])
        return {"boolean": bool(result)}
    if isinstance(result, QuerySolutions):
        names = [variable.value for variable in result.variables]
        rows = ([row[name] for name in names] for row in result)
    else:
        names = ["subject", "predicate", "object"]
        rows = ([triple.subject, triple.predicate, triple.object] for triple in result)
    _check_names(asked["where"], names)
    wanted = {names.index(name): text for name, text in asked["where"].items()}
    kept = (row for row in rows if all(_is(row[place], text) for place, text in wanted.items()))
    return {"variables": names, "rows": _bounded(kept, asked["rows"])}


def _check_names(where: Iterable[str], names: list[str]) -> None:
    for name in where:
        if name not in names:
            hint = f"it selects {', '.join(names)}" if names else "it answers yes or no"
            raise BadInput(f"the query selects no ?{name}", where="query", hint=hint)


def _is(node: Term | None, text: str) -> bool:
    """Say whether a cell reads as a text; what is unknown is nothing that was asked for."""
    return node is not None and read_as(node) == text


def _bounded(rows: Iterable[list[Term | None]], most: int) -> list[list[Cell]]:
    found: list[list[Cell]] = []
    for row in rows:
        if len(found) == most:
            what = f"there are more than {most:,} rows"
            raise BadInput(what, where="query", hint="narrow it down, or end it with LIMIT")
        found.append(list(map(_cell, row)))
    return found


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
