"""The nodes of a file that was parsed, with what is said of each, and what is wrong with them.

What is read is taken out; what remains in the end is what nobody understood.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from hanse.graph.errors import BadInput
from hanse.graph.rdf.literals import fault_of
from hanse.graph.rdf.statements import TYPE
from hanse.graph.rdf.terms import PREFIXES, THING, name_in

Subject = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal | Triple
Terms = dict[Term, None]  # each once, in the order of the file
Said = dict[NamedNode, Terms]


class NodeFault(BadInput):
    """What is wrong with a node: its property, what stands there, why, and what to do."""

    def __init__(self, reason: str, *, at: NamedNode, found: Term | None, remedy: str) -> None:
        self.property, self.found, self.remedy = at, found, remedy
        super().__init__(reason, where=shown(at), hint=remedy)


@dataclass(slots=True)
class Nodes:
    """What is said of each node, whichever graph says it."""

    by_subject: dict[Subject, Said] = field(default_factory=dict)

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> "Nodes":
        """Return the nodes of ``quads``; the same said twice is said once.

        Raises
        ------
        NodeFault
            When a statement is itself the subject of another, which no claim can be.
        """
        nodes = cls()
        for quad in quads:
            subject = quad.subject
            if not isinstance(subject, (NamedNode, BlankNode)):
                remedy = "describe the statement by a node of its own"
                raise NodeFault("a triple within a triple", at=TYPE, found=None, remedy=remedy)
            said = nodes.by_subject.setdefault(subject, {})
            said.setdefault(quad.predicate, {})[quad.object] = None
        return nodes

    def of_type(self, kind: NamedNode) -> list[Subject]:
        """Return the nodes of a class, in the order of the file."""
        return [node for node, said in self.by_subject.items() if kind in said.get(TYPE, ())]

    def discard(self, quad: Quad) -> None:
        """Take out what is understood otherwise, if it is there."""
        subject = quad.subject
        said = self.by_subject.get(subject) if not isinstance(subject, Triple) else None
        if said and quad.predicate in said:
            said[quad.predicate].pop(quad.object, None)

    def left(self) -> Iterator[tuple[Subject, NamedNode, Term]]:
        """Yield what has not been taken out."""
        for subject, said in self.by_subject.items():
            for property_, terms in said.items():
                yield from ((subject, property_, term) for term in terms)


def one(said: Said, at: NamedNode) -> Term | None:
    """Take out what is said by a property that says one thing at most; ``None`` if it is silent."""
    terms = list(said.pop(at, ()))
    if len(terms) > 1:
        remedy = f"keep one of the {len(terms)}"
        raise NodeFault(f"{shown(at)} is stated twice", at=at, found=terms[1], remedy=remedy)
    return terms[0] if terms else None


def needed(said: Said, at: NamedNode) -> Term:
    """Take out what must be said."""
    found = one(said, at)
    if found is None:
        raise NodeFault(f"{shown(at)} is missing", at=at, found=None, remedy=f"state {shown(at)}")
    return found


def text(said: Said, at: NamedNode) -> str | None:
    """Take out a text; a link is its address."""
    found = one(said, at)
    if found is None or isinstance(found, NamedNode):
        return found.value if found else None
    if not isinstance(found, Literal) or found.language or fault_of(found):
        remedy = 'write a plain text in quotes: "annex, row 9"'
        raise NodeFault(f"{shown(at)} is not a plain text", at=at, found=found, remedy=remedy)
    return found.value


def shown(node: Term | None) -> str:
    """Return a node as people write it, by its prefix where it has one; not more than a line.

    >>> shown(NamedNode("http://www.w3.org/ns/org#memberOf"))
    'org:memberOf'
    """
    if node is None:
        return ""
    plain = node.value if isinstance(node, (NamedNode, Literal)) else str(node)
    if isinstance(node, NamedNode):
        plain = next((f"{p}:{plain[len(i) :]}" for p, i in _LONGEST if plain.startswith(i)), plain)
    return plain if len(plain) <= LONGEST_SHOWN else plain[:LONGEST_SHOWN] + "..."


def read_as(node: Term) -> str:
    """Return a node as it stands in an answer: an id, a prefixed name, or the text itself.

    >>> read_as(NamedNode("https://hanse.invalid/id/biocat"))
    'biocat'
    """
    return node.value if isinstance(node, Literal) else name_in(THING, node) or shown(node)


LONGEST_SHOWN: Final = 120  # characters of a node that a message repeats
_LONGEST: Final = sorted(PREFIXES.items(), key=lambda pair: -len(pair[1]))
