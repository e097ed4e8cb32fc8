"""A whole project as quads, and quads as a project.

>>> from hanse.graph.claims import Claim
>>> said = Claim(subject="biocat", predicate="name", value="BIOCAT", source="d41", locator="row 9")
>>> project_of(project_quads([said])).claims == (said,)
True
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from hanse.graph.claims import Claim
from hanse.graph.model import ValueChain
from hanse.graph.rdf.chains import chain_quads
from hanse.graph.rdf.contents import contents_quads
from hanse.graph.rdf.contents_reading import ContentsReading
from hanse.graph.rdf.linked import linked
from hanse.graph.rdf.literals import literal
from hanse.graph.rdf.nodes import Nodes, Term
from hanse.graph.rdf.reading import Reading
from hanse.graph.rdf.statements import STATES, TYPE, statement
from hanse.graph.rdf.terms import NS, SCORE, THING, named
from hanse.graph.rdf.vocabulary import vocabulary
from hanse.graph.store import Contents, PutAside

Scores = Mapping[str, Mapping[str, float | str]]  # thing -> name of a score -> value
ReadChain = Callable[[str], ValueChain | None]
EMPTY = Contents()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadProject:
    """What a file of RDF holds: claims, contents, and what could not be read of it.

    ``put_aside`` are the nodes and triples at fault; ``contents.put_aside`` are the rows that
    the project itself had put aside when it was written.
    """

    claims: tuple[Claim, ...]
    contents: Contents
    put_aside: tuple[PutAside, ...]


def project_quads(
    claims: Iterable[Claim],
    contents: Contents = EMPTY,
    *,
    chains: Sequence[ValueChain] = (),
    scores: Scores | None = None,
) -> list[Quad]:
    """Return a project as quads, each once and in a fixed order.

    Parameters
    ----------
    claims
        What is known; each source's claims stand in the graph named after it.
    contents
        Sources, definitions, settings, rows put aside, origins: in the default graph.
    chains
        The value chains to describe in SKOS besides carrying their text.
    scores
        Results to show as properties (``score:...``); they are not read back as claims.
    """
    known = list(claims)
    quads = set(_derived(known, contents, chains))
    quads.update(quad for claim in known for quad in statement(claim))
    for thing, values in (scores or {}).items():
        quads.update(_score(thing, name, value) for name, value in values.items())
    return sorted(quads, key=_place)


def _derived(
    claims: Sequence[Claim], contents: Contents, chains: Sequence[ValueChain]
) -> Iterator[Quad]:
    yield from vocabulary(claims)
    yield from contents_quads(contents)
    for chain in chains:
        yield from chain_quads(chain)
    for claim in claims:
        yield from linked(claim)


def _score(thing: str, name: str, value: float | str) -> Quad:
    return Quad(named(THING, thing), named(SCORE, name), literal(value))


def _place(quad: Quad) -> tuple[str, str, bool, str, str]:
    """Return the key that keeps a node's quads together, its classes first."""
    said = (str(quad.subject), quad.predicate != TYPE, quad.predicate.value, str(quad.object))
    return (str(quad.graph_name), *said)


def project_of(
    quads: Iterable[Quad],
    *,
    file: str = "",
    line: Callable[[Term], int | None] = lambda _: None,
    read_chain: ReadChain = lambda _: None,
) -> ReadProject:
    """Return the project that ``quads`` describe, and what in them is at fault.

    Parameters
    ----------
    file
        Name of the file, for messages.
    line
        Returns the line that a node stands on, where the text shows it.
    read_chain
        Returns the chain that a text defines, so that its description in SKOS is known to
        follow from it; ``None`` when the text is none.
    """
    reading = Reading(nodes=Nodes.of(quads), file=file, line=line)
    # by id, for yes and 1 are equal in Python, and two statements
    claims = tuple({claim.id: claim for claim in reading.claims()}.values())
    contents = ContentsReading(reading).contents()
    texts = [d.text for d in contents.definitions if d.kind == "chain"]
    chains = [chain for chain in map(read_chain, texts) if chain]
    for quad in _derived(claims, contents, chains):
        reading.nodes.discard(quad)
    reading.unaccounted()
    return ReadProject(claims=claims, contents=contents, put_aside=tuple(reading.faults))


def is_ours(quads: Iterable[Quad]) -> bool:
    """Say whether anything in the quads is of a class of Hanse or of its statements."""
    kinds = (quad.object for quad in quads if quad.predicate == TYPE)
    return any(
        kind == STATES or (isinstance(kind, NamedNode) and kind.value.startswith(NS))
        for kind in kinds
    )
