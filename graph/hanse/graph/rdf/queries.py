"""Ask a project in SPARQL: read-only, within a deadline, without leaving the project.

pyoxigraph answers, in a process of its own: on the shipped case it took a hundredth of the
time that rdflib took for the same rows, and a process can be ended.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import IO, Final, Literal

from pyoxigraph import Quad

from hanse.graph.errors import BadInput, UnknownName, UserMistake
from hanse.graph.rdf.nodes import read_as
from hanse.graph.rdf.terms import iri_node
from hanse.graph.rdf.writing import serialise

DEADLINE: Final = 10.0  # seconds that a query may take
MOST_ROWS: Final = 100_000
SHIPPED: Final = ("memberships", "neighbourhood", "search")
_NARROW: Final = "narrow the query down: name a cluster, a relation or a source, or use LIMIT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One value of an answer: an IRI, a text with its datatype or language, or a nameless node."""

    kind: Literal["iri", "text", "node"]
    value: str
    datatype: str | None = None
    language: str | None = None

    def __str__(self) -> str:
        """Return the value as people read it: an id, a prefixed name, a text."""
        if self.kind != "iri":
            return self.value
        return read_as(iri_node(self.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a query found: rows under the names of its variables, or yes or no.

    A cell is ``None`` where nothing is known. Triples come as rows of three.
    """

    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Found | None, ...], ...] = field(default=(), repr=False)
    boolean: bool | None = None


def shipped_query(name: str) -> str:
    """Return the text of a query that comes with Hanse: search, neighbourhood or memberships.

    Raises
    ------
    UnknownName
        When none has the name.
    """
    plain = name.removesuffix(".rq")
    if plain not in SHIPPED:
        raise UnknownName(name, kind="query", known=SHIPPED)
    return (files("hanse.graph.rdf") / "shipped" / f"{plain}.rq").read_text(encoding="utf-8")


def ask(
    quads: Iterable[Quad],
    query: str,
    *,
    where: Mapping[str, str] | None = None,
    seconds: float = DEADLINE,
    most_rows: int = MOST_ROWS,
) -> Answer:
    """Return the answer of a SPARQL query over ``quads``.

    The default graph is everything together; ``GRAPH`` tells the sources apart. The prefixes
    of docs/rdf.md need no declaration.

    Parameters
    ----------
    where
        What variables that the query selects must be in a row for it to be kept, as they read
        in the answer: ``{"cluster": "biocat"}``. What is unknown in a row is no match.
    seconds
        How long the query may take, from when the quads are loaded.
    most_rows
        How many rows an answer may have; more are refused, never cut off.

    Raises
    ------
    BadInput
        When the query is none, would change something or ask elsewhere, or finds too much.
    UserMistake
        When it has not ended within its deadline, or needs too much memory.
    """
    question = {"query": query, "where": dict(where or {}), "rows": most_rows}
    command = (sys.executable, "-P", "-B", "-m", "hanse.graph.rdf.query_worker")
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            if process.stdin is None or process.stdout is None:
                raise RuntimeError("a process without pipes")
            _send(process.stdin, json.dumps(question).encode() + b"\n", serialise(quads, ".nq"))
            return _read(_reply(process, process.stdout, seconds))
        finally:
            process.kill()


def _send(pipe: IO[bytes], *parts: bytes) -> None:
    try:
        for part in parts:
            pipe.write(part)
        pipe.close()
    except BrokenPipeError:
        pass  # the process ended: its reply, or the lack of one, says why


def _reply(process: "subprocess.Popen[bytes]", pipe: IO[bytes], seconds: float) -> bytes:
    """Return what the process writes after it has loaded the quads; end it at the deadline."""
    pipe.readline()
    deadline = threading.Timer(seconds, process.kill)
    deadline.daemon = True
    deadline.start()
    try:
        reply = pipe.read()
        is_late = not deadline.is_alive()
    finally:
        deadline.cancel()
    if reply:
        return reply
    if is_late:
        what = f"the query did not end within {seconds:g} seconds"
        raise UserMistake(what, where="query", hint=_NARROW)
    raise UserMistake("the query needs more memory than is allowed", where="query", hint=_NARROW)


def _read(reply: bytes) -> Answer:
    told = json.loads(reply)
    if "refused" in told:
        what, where, hint = told["refused"]
        raise BadInput(what, where=where, hint=hint)
    rows = tuple(tuple(map(_found, row)) for row in told.get("rows", ()))
    return Answer(
        variables=tuple(told.get("variables", ())), rows=rows, boolean=told.get("boolean")
    )


def _found(cell: list[str] | None) -> Found | None:
    if cell is None:
        return None
    kind, value, datatype, language = cell
    return Found(kind=_KINDS[kind], value=value, datatype=datatype, language=language)


_KINDS: Final[dict[str, Literal["iri", "text", "node"]]] = {
    "iri": "iri",
    "text": "text",
    "node": "node",
}
