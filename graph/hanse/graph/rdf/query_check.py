"""Say what a SPARQL query must not do, before it is asked: leave the project, or change it.

Two looks, each enough by itself: at the algebra that rdflib makes of the query, and at the
words of its text. What neither sees finds no socket and no file in the process that answers.
"""

import re
from collections.abc import Iterator
from typing import Final

from pyparsing import ParseException, ParseResults
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery, parseUpdate

from hanse.graph.errors import BadInput
from hanse.graph.rdf.terms import PREFIXES

LONGEST: Final = 100_000  # characters of a query
READ_ONLY: Final = "ask with SELECT, ASK, CONSTRUCT or DESCRIBE; a query changes nothing"
_ELSEWHERE: Final = {
    "SERVICE": "SERVICE asks another machine, and is not allowed",
    "FROM": "FROM names data from elsewhere, and is not allowed",
}
_STAY: Final = "ask about this project alone; GRAPH ?source { ... } tells its sources apart"
# Texts, IRIs, comments, variables and prefixed names, so that only keywords are left as words.
_TOKENS: Final = re.compile(
    r'"""(?>(?:[^"\\]++|\\.|"(?!""))*)"""'
    r"|'''(?>(?:[^'\\]++|\\.|'(?!''))*)'''"
    r'|"(?>(?:[^"\\\n\r]++|\\.)*)"'
    r"|'(?>(?:[^'\\\n\r]++|\\.)*)'"
    r'|<[^<>"{}|^`\\\s]*+>|\#[^\n\r]*+|[?$]\w++|[\w.\-]*+:[\w.\-:%\\]*+|(?P<word>[A-Za-z]\w*+)',
    re.DOTALL,
)


def check_query(text: str) -> None:
    """Refuse a query that is none, that would change something, or that would ask elsewhere.

    Raises
    ------
    BadInput
        With what is not allowed, or with the line where it cannot be understood.
    """
    if len(text) > LONGEST:
        what = f"the query has more than {LONGEST:,} characters"
        raise BadInput(what, where="query", hint="ask a shorter question")
    if not text.strip():
        raise BadInput("the query is empty", where="query", hint=READ_ONLY)
    tree = _parsed(text)
    used = {found["word"].upper() for found in _TOKENS.finditer(text) if found["word"]}
    try:
        algebra = translateQuery(tree, initNs=PREFIXES).algebra
    except Exception as fault:  # noqa: BLE001  # rdflib raises bare exceptions, too
        raise BadInput(str(fault), where="query", hint=READ_ONLY) from None
    names = set(_names(algebra))
    if "ServiceGraphPattern" in names or "SERVICE" in used:
        raise BadInput(_ELSEWHERE["SERVICE"], where="query", hint=_STAY)
    if algebra.get("datasetClause") or "FROM" in used:
        raise BadInput(_ELSEWHERE["FROM"], where="query", hint=_STAY)


def _parsed(text: str) -> ParseResults:
    try:
        return parseQuery(text)
    except RecursionError:
        raise BadInput("the query is nested too deeply", where="query", hint=READ_ONLY) from None
    except Exception as fault:  # noqa: BLE001  # as above
        if _is_update(text):
            raise BadInput("this would change data", where="query", hint=READ_ONLY) from None
        where = f"query, line {fault.lineno}" if isinstance(fault, ParseException) else "query"
        what = "the query is not understood"
        raise BadInput(what, where=where, hint=f"mend it there ({_first_line(fault)})") from None


def _is_update(text: str) -> bool:
    try:
        parseUpdate(text)
    except Exception:  # noqa: BLE001  # as above
        return False
    return True


def _first_line(fault: Exception) -> str:
    return (str(fault).splitlines() or [type(fault).__name__])[0][:200]


def _names(node: object) -> Iterator[str]:
    """Yield the names of everything in the algebra, filters and sub-queries included."""
    waiting: list[object] = [node]
    while waiting:
        node = waiting.pop()
        name = getattr(node, "name", None)
        if isinstance(name, str):
            yield name
        if isinstance(node, dict):
            waiting.extend(node.values())
        elif isinstance(node, (list, tuple, set, ParseResults)):
            waiting.extend(node)
