"""Ask a project in SPARQL, and show what was found."""

from collections.abc import Mapping
from pathlib import Path

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput, UserMistake
from hanse.graph.merging import gather, judged_same
from hanse.graph.rdf.project import project_quads
from hanse.graph.rdf.queries import (
    DEADLINE,
    SHIPPED,
    Answer,
    Found,
    ask,
    shipped_query,
)
from hanse.graph.rdf.query_check import LONGEST
from hanse.viz.documents import Document, common
from hanse.viz.session import Session

_KINDS = {"iri": "uri", "text": "literal", "node": "bnode"}


def query_text(name: str) -> str:
    """Return the text of a query: of a file, or of one that comes with Hanse.

    Raises
    ------
    BadInput
        When there is no such file and no such query, or the file cannot be read.
    """
    path = Path(name)
    if not path.exists() and path.name.removesuffix(".rq") in SHIPPED:
        return shipped_query(path.name)
    try:
        with path.open("rb") as file:
            return file.read(4 * LONGEST).decode("utf-8-sig")
    except OSError as fault:
        hint = f"name a file, - for standard input, or one of {', '.join(SHIPPED)}"
        raise BadInput(fault.strerror or str(fault), where=name, hint=hint) from None
    except UnicodeDecodeError:
        raise BadInput("the text is not in UTF-8", where=name, hint="save it in UTF-8") from None


def sparql(
    session: Session,
    query: str,
    *,
    where: Mapping[str, str] | None = None,
    called: str = "query",
    seconds: float = DEADLINE,
) -> Answer:
    """Return what a query finds in everything that the project states, on every day.

    Organisations judged to be the same are one, as in the graph. Nothing is changed.

    Parameters
    ----------
    where
        What selected variables must be in a row for it to be kept; see
        :func:`hanse.graph.rdf.queries.ask`.
    called
        What a refusal calls the query: its file.

    Raises
    ------
    BadInput
        When the query is not understood, is not allowed, or finds too much.
    UserMistake
        When it has not ended within ``seconds``.
    """
    quads = project_quads(_as_one(session), session.store.contents())
    try:
        return ask(quads, query, where=where, seconds=seconds)
    except UserMistake as fault:
        if fault.where.startswith("query"):
            fault.where = called + fault.where.removeprefix("query")
        raise


def _as_one(session: Session) -> list[Claim]:
    claims = list(session.store.claims())
    by_subject = gather(claims, judged_same(claims))
    return [claim for subject in sorted(by_subject) for claim in by_subject[subject]]


def sparql_document(session: Session, answer: Answer) -> Document:
    """Return an answer in the W3C's shape of SPARQL results, after the three common keys."""
    head: Document = {"vars": list(answer.variables)}
    if answer.boolean is not None:
        return {**common(session), "head": {}, "boolean": answer.boolean}
    rows = [_binding(answer.variables, row) for row in answer.rows]
    return {**common(session), "head": head, "results": {"bindings": rows}}


def _binding(variables: tuple[str, ...], row: tuple[Found | None, ...]) -> Document:
    pairs = zip(variables, row, strict=True)
    return {name: _value(found) for name, found in pairs if found is not None}


def _value(found: Found) -> Document:
    told: Document = {"type": _KINDS[found.kind], "value": found.value}
    if found.language:
        told["xml:lang"] = found.language
    elif found.datatype and not found.datatype.endswith("#string"):
        told["datatype"] = found.datatype
    return told


def sparql_rows(answer: Answer) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return an answer as a table of text: ids and prefixed names; blank where nothing is known."""
    if answer.boolean is not None:
        return ("answer",), [("yes" if answer.boolean else "no",)]
    rows = [tuple("" if cell is None else str(cell) for cell in row) for row in answer.rows]
    return answer.variables, rows
