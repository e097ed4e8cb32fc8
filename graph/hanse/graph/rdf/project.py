"""A whole project as quads, and quads as a project.

>>> from hanse.graph.claims import Claim
>>> said = Claim(subject="biocat", predicate="name", value="BIOCAT", source="d41", locator="row 9")
>>> project_of(project_quads([said])).claims == (said,)
True
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import NamedNode, Quad

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput
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
# About a kilobyte of memory for each triple, and eight of these for each claim.
MOST_CLAIMS = 100_000


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

    Raises
    ------
    BadInput
        When there are more claims than RDF is made of.
    """
    known = list(claims)
    if len(known) > MOST_CLAIMS:
        what = f"the project has {len(known):,} claims; RDF is made of {MOST_CLAIMS:,} at most"
        raise BadInput(what, hint="hand on the project file itself, or tables")
    return _ordered(
        chain(
            _derived(known, contents, chains),
            (quad for claim in known for quad in statement(claim)),
            (
                _score(thing, name, value)
                for thing, values in (scores or {}).items()
                for name, value in values.items()
            ),
        )
    )


def _derived(
    claims: Sequence[Claim], contents: Contents, chains: Sequence[ValueChain]
) -> Iterator[Quad]:
    yield from vocabulary(claims)
    yield from contents_quads(contents)
    for value_chain in chains:
        yield from chain_quads(value_chain)
    for claim in claims:
        yield from linked(claim)


def _score(thing: str, name: str, value: float | str) -> Quad:
    return Quad(named(THING, thing), named(SCORE, name), literal(value))


def _ordered(quads: Iterable[Quad]) -> list[Quad]:
    """Return each quad once, those of a node together, graph by graph."""
    by_node: dict[tuple[str, str], list[Quad]] = {}
    for quad in quads:
        by_node.setdefault((str(quad.graph_name), str(quad.subject)), []).append(quad)
    return [quad for node in sorted(by_node) for quad in sorted(set(by_node[node]), key=_place)]


def _place(quad: Quad) -> tuple[bool, str, str]:
    """Return the key that puts what a node is first."""
    return (quad.predicate != TYPE, quad.predicate.value, str(quad.object))


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
    chains = [found for found in map(read_chain, texts) if found]
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
