"""Look over the text of an RDF file before a parser sees it: how deep it nests, how long texts are.

A parser that follows a hundred thousand brackets down may exhaust the stack of the whole
process. Looking over the text is linear, and needs no stack.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from hanse.graph.errors import BadInput
from hanse.graph.rdf.nodes import Term
from hanse.graph.rdf.terms import PREFIXES

# A quote that opens a text, an IRI, a comment, an escaped character, or a bracket.
_TURTLE: Final = re.compile(
    r"""\"{3}|'{3}|"|'|<<|>>|<[^<>"{}|^`\s]*+>|\#[^\n\r]*+|\\.|[\[\](){}]""", re.DOTALL
)
_JSON: Final = re.compile(r'"|[\[\]{}]')
# Where a text ends that one of these quotes opens: whatever is escaped on the way is passed over,
# and one in single quotes ends with its line. It is searched for step by step: as one pattern it
# would need many times the memory of the text, and older releases of Python 3.11 misread it.
_ENDS: Final = {
    '"': re.compile(r'\\.|["\n\r]', re.DOTALL),
    "'": re.compile(r"\\.|['\n\r]", re.DOTALL),
    '"""': re.compile(r'\\.|"{3}', re.DOTALL),
    "'''": re.compile(r"\\.|'{3}", re.DOTALL),
}
_OPENING: Final = frozenset(("[", "(", "{", "<<"))
_CLOSING: Final = frozenset(("]", ")", "}", ">>"))
_LOOKED_UP: Final = 100  # lines that are searched for in one file


@dataclass(frozen=True, slots=True, kw_only=True)
class RdfLimits:
    """What is taken at most of a file of RDF.

    ``file_size`` in bytes; ``quads`` is how many statements of three or four parts;
    ``text_length`` is that of one text, in characters; ``depth`` is how many brackets may lie
    in each other.
    """

    file_size: int = 64_000_000
    quads: int = 900_000
    text_length: int = 262_144
    depth: int = 64


LIMITS: Final = RdfLimits()


def scan(text: str, *, where: str, is_json: bool = False, limits: RdfLimits = LIMITS) -> None:
    """Refuse a text that nests too deeply or holds too long a literal.

    Raises
    ------
    BadInput
        With the line; nothing has been parsed.
    """
    depth = 0
    for token, start, end in _tokens(text, _JSON if is_json else _TURTLE):
        if token in _OPENING:
            depth += 1
            if depth > limits.depth:
                what = f"brackets lie in each other more than {limits.depth} deep"
                hint = "name the nodes instead of nesting them"
                raise BadInput(what, where=place(text, start, where), hint=hint)
        elif token in _CLOSING:
            depth = max(0, depth - 1)
        elif token in _ENDS and end - start > limits.text_length:
            what = f"a text has more than {limits.text_length:,} characters"
            raise BadInput(what, where=place(text, start, where), hint="shorten it")


def _tokens(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    """Yield what counts, with where it begins and ends; a text in quotes by its opening quote.

    What is not closed is left to the parser, which refuses it.
    """
    position = 0
    unclosed: set[str] = set()
    while found := pattern.search(text, position):
        token, position = found[0], found.end()
        if token in unclosed:
            continue
        end = _end_of_text(text, token, position) if token in _ENDS else position
        if end is not None:
            position = end
            yield token, found.start(), end
        elif len(token) > 1:
            unclosed.add(token)  # nor is any that follows: looking again would take for ever


def _end_of_text(text: str, quote: str, start: int) -> int | None:
    """Return where the text ends that a quote before ``start`` opens; ``None`` if nowhere."""
    for step in _ENDS[quote].finditer(text, start):
        if step[0] == quote:
            return step.end()
        if step[0] in "\n\r":
            return None
    return None


def place(text: str, position: int, where: str) -> str:
    """Return the file and the line of a position in its text."""
    return f"{where}, line {text.count(chr(10), 0, position) + 1}"


def line_finder(text: str) -> Callable[[Term | str], int | None]:
    """Return a function that says on which line a node, or an IRI, first stands in ``text``.

    It answers ``None`` where the node is written in a way that does not show, and after a
    hundred answers: a file with more faults than that is not mended line by line.
    """
    asked = 0

    def line(node: Term | str) -> int | None:
        nonlocal asked
        asked += 1
        if asked > _LOOKED_UP:
            return None
        positions = (text.find(form) for form in _forms(node))
        position = next((p for p in positions if p >= 0), None)
        return None if position is None else text.count("\n", 0, position) + 1

    return line


def _forms(node: Term | str) -> list[str]:
    """Return how a node may be written, the surest first."""
    if isinstance(node, Literal):
        return [f'"{node.value}"^^', f'"{node.value}"', node.value]
    if not isinstance(node, (NamedNode, str)):
        return [f"{node} "]
    iri = node if isinstance(node, str) else node.value
    local = iri.replace("#", "/").rsplit("/", 1)[-1]
    short = [f"{p}:{iri.removeprefix(i)}" for p, i in PREFIXES.items() if iri.startswith(i)]
    return [
        *(name.replace("%", "\\%") + " " for name in short),
        f"<{iri}>",
        f'"{iri}"',
        iri,
        f":{local} ",
    ]
