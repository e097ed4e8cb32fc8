"""Claims and contents out of parsed quads: the way back from RDF.

Statement nodes are what counts: each becomes a claim or is a fault. What else stands in the
file follows from them, and is compared with what would be written; a triple that no statement
accounts for is a fault too, for nobody says where it comes from.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import cast

from pyoxigraph import Literal, NamedNode, Quad, Triple

from hanse.graph.claims import Claim, Status, Value
from hanse.graph.errors import UserMistake
from hanse.graph.quantities import Qualifier, Quantity
from hanse.graph.rdf import statements as words
from hanse.graph.rdf.literals import value_of
from hanse.graph.rdf.nodes import NodeFault, Nodes, Said, Subject, Term, needed, one, shown, text
from hanse.graph.rdf.terms import (
    SCHEME,
    SCORE,
    SOURCE,
    THING,
    kind_of,
    name_in,
    predicate_of,
)
from hanse.graph.schema import schema
from hanse.graph.store import PutAside

UNSOURCED = "no statement says who says this"
STATE_IT = "state it in an rdf:Statement with prov:wasDerivedFrom and hanse:locator"
MOST_LISTED = 1000  # triples nobody accounts for that are listed one by one


@dataclass(slots=True)
class Reading:
    """The state of one reading: what is left of the file, and what was found to be wrong.

    ``line`` returns the line a node stands on, where the text shows it.
    """

    nodes: Nodes
    file: str
    line: Callable[[Term], int | None] = lambda _: None
    faults: list[PutAside] = field(default_factory=list)
    amounts: set[Subject] = field(default_factory=set)

    def claims(self) -> Iterator[Claim]:
        """Yield the claim of every statement node; one that cannot be read is put aside."""
        for node in self.nodes.of_type(words.STATES):
            said = self.nodes.by_subject.pop(node)
            said[words.TYPE].pop(words.STATES)
            plain = _plain(said)
            try:
                yield self._claim(said)
            except UserMistake as fault:
                self.put_aside(node, fault)
                # said once is enough: the triple that it stands for goes with it
                for triple in plain:
                    self.nodes.discard(triple)
                continue
            self.nodes.by_subject[node] = said
        for node in self.amounts:
            self._drop_amount(node)

    def put_aside(self, node: Term, fault: UserMistake) -> None:
        """Remember what is wrong with a node."""
        at = fault.property if isinstance(fault, NodeFault) else None
        found = fault.found if isinstance(fault, NodeFault) else None
        self.faults.append(self._row(node, at, found, fault.what, fault.hint))

    def unaccounted(self) -> None:
        """Put aside what is left; scores are results and nobody's statements, and pass."""
        left = [row for row in self.nodes.left() if not row[1].value.startswith(SCORE)]
        for node, at, found in left[:MOST_LISTED]:
            self.faults.append(self._row(node, at, found, UNSOURCED, STATE_IT))
        if len(left) > MOST_LISTED:
            number = len(left) - MOST_LISTED
            more = f"{number:,} more triple{'' if number == 1 else 's'}: {UNSOURCED}"
            self.faults.append(PutAside(file=self.file, reason=more, remedy=STATE_IT))

    def _row(
        self, node: Term, at: NamedNode | None, found: Term | None, reason: str, remedy: str
    ) -> PutAside:
        return PutAside(
            file=self.file,
            sheet=shown(node),
            row=self.line(node),
            column=shown(at) or None,
            value=shown(found) or None,
            reason=reason,
            remedy=remedy,
        )

    # -- one statement ---------------------------------------------------------------------

    def _claim(self, said: Said) -> Claim:
        subject = _id(needed(said, words.SUBJECT), THING, words.SUBJECT)
        predicate = _predicate(needed(said, words.PREDICATE))
        source = _id(needed(said, words.DERIVED_FROM), SOURCE, words.DERIVED_FROM)
        parts = {name: text(said, at) for name, at in (*words.DATED.items(), *words.WORDED.items())}
        status = cast("Status", parts.pop("status") or "stated")
        return Claim(
            subject=subject,
            predicate=predicate,
            value=self._value(predicate, needed(said, words.OBJECT)),
            source=source,
            locator=text(said, words.LOCATOR) or "",
            status=status,
            **parts,
        )

    def _value(self, predicate: str, found: Term) -> Value:
        if isinstance(found, Literal):
            return _literal(found, words.OBJECT)
        if isinstance(found, Triple):
            raise _odd(found, words.OBJECT, "an id or a literal")
        said = self.nodes.by_subject.get(found, {})
        if words.AMOUNT in said.get(words.TYPE, ()):
            self.amounts.add(found)
            return _quantity({at: dict(terms) for at, terms in said.items()})
        if schema().is_relation(predicate):
            return _id(found, THING, words.OBJECT)
        name = {"kind": kind_of(found), "scheme": name_in(SCHEME, found)}.get(predicate)
        if name is None and (predicate in ("kind", "scheme") or not isinstance(found, NamedNode)):
            raise _odd(found, words.OBJECT, f"a {predicate} of Hanse")
        return name or cast("NamedNode", found).value

    def _drop_amount(self, node: Subject) -> None:
        said = self.nodes.by_subject.get(node, {})
        for at in (words.NUMBER, words.UNIT, words.QUALIFIER, words.STRICT, words.UPPER):
            said.pop(at, None)
        said.get(words.TYPE, {}).pop(words.AMOUNT, None)


def _plain(said: Said) -> list[Quad]:
    """Return the triples that a statement is about, before anything is known to be right."""
    subjects, objects = said.get(words.SUBJECT, ()), said.get(words.OBJECT, ())
    return [
        Quad(subject, predicate, found)
        for subject in subjects
        if not isinstance(subject, (Literal, Triple))
        for predicate in said.get(words.PREDICATE, ())
        if isinstance(predicate, NamedNode)
        for found in objects
    ]


def _quantity(said: Said) -> Quantity:
    """Return a quantity; what is not said of it is as for a plain number."""
    upper = one(said, words.UPPER)
    strict = one(said, words.STRICT)
    return Quantity(
        value=_number(needed(said, words.NUMBER), words.NUMBER),
        unit=text(said, words.UNIT) or "",
        qualifier=cast("Qualifier", text(said, words.QUALIFIER) or "exactly"),
        strict=bool(strict and _literal(strict, words.STRICT) is True),
        upper=None if upper is None else _number(upper, words.UPPER),
    )


def _id(found: Term, space: str, at: NamedNode) -> str:
    name = name_in(space, found)
    if name is None:
        raise _odd(found, at, f"an id, percent-encoded under {space}")
    return name


def _predicate(found: Term) -> str:
    name = predicate_of(found)
    if name is None:
        raise _odd(found, words.PREDICATE, "a relation or an attribute of docs/rdf.md")
    return name


def _number(found: Term, at: NamedNode) -> float:
    number = _literal(found, at)
    if isinstance(number, str):
        raise _odd(found, at, "a number, without quotes")
    return number


def _literal(found: Term, at: NamedNode) -> str | float:
    if not isinstance(found, Literal):
        raise _odd(found, at, "a literal")
    try:
        return value_of(found)
    except ValueError as fault:
        remedy = "write what the datatype says, or leave the datatype out"
        raise NodeFault(str(fault), at=at, found=found, remedy=remedy) from None


def _odd(found: Term, at: NamedNode, wanted: str) -> NodeFault:
    return NodeFault(f"{shown(found)} does not fit", at=at, found=found, remedy=f"write {wanted}")
