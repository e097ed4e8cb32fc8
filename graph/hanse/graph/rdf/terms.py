"""Names in RDF: where each kind of thing has its IRIs, and how an id becomes one and back.

All IRIs of Hanse stand under one base. The top-level domain ``invalid`` is reserved for names
that never resolve, so that no program can be led to fetch them, and nobody can own them.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

from hanse.graph.schema import schema

BASE: Final = "https://hanse.invalid/"
NS: Final = BASE + "ns#"
THING: Final = BASE + "id/"
SOURCE: Final = BASE + "source/"
STATEMENT: Final = BASE + "statement/"
QUANTITY: Final = BASE + "quantity/"
SCHEME: Final = BASE + "scheme/"
KIND: Final = BASE + "kind/"  # kinds that the schema does not know
PREDICATE: Final = BASE + "predicate/"
ROLE: Final = BASE + "role/"
CHAIN: Final = BASE + "chain/"
DEFINITION: Final = BASE + "definition/"
ORIGIN: Final = BASE + "origin/"
PUT_ASIDE: Final = BASE + "put-aside/"
SCORE: Final = BASE + "score#"
COUNTRY: Final = "http://publications.europa.eu/resource/authority/country/"
NUTS: Final = "http://data.europa.eu/nuts/code/"

# The prefixes of every file written; queries may use them without declaring them.
PREFIXES: Final = {
    "hanse": NS,
    "id": THING,
    "source": SOURCE,
    "statement": STATEMENT,
    "quantity": QUANTITY,
    "scheme": SCHEME,
    "chain": CHAIN,
    "score": SCORE,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
}


def term(curie: str) -> NamedNode:
    """Return the node that a prefixed name stands for.

    >>> term("org:memberOf").value
    'http://www.w3.org/ns/org#memberOf'
    """
    prefix, _, local = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def iri_node(iri: str) -> NamedNode:
    """Return the node of an IRI."""
    return NamedNode(iri)


def named(space: str, *parts: str) -> NamedNode:
    """Return the node of an id or name under ``space``; what an IRI cannot hold is encoded.

    Letters and digits of ASCII, ``-._~`` and the colon stay, all else becomes its UTF-8 bytes
    in percent signs, so that different ids have different IRIs in plain ASCII.

    >>> named(THING, "technology_field:optics").value
    'https://hanse.invalid/id/technology_field:optics'
    >>> named(THING, "Košice/IT").value
    'https://hanse.invalid/id/Ko%C5%A1ice%2FIT'
    """
    return NamedNode(space + "/".join(map(_encoded, parts)))


def _encoded(text: str) -> str:
    plain = quote(text, safe=":")
    # a path segment of dots alone means "here" or "above" to whoever resolves it
    return plain.replace(".", "%2E") if text in (".", "..") else plain


def name_in(space: str, node: object) -> str | None:
    """Return the id or name that ``node`` stands for under ``space``; ``None`` if it does not.

    An IRI that is written in another way than :func:`named` writes it stands for nothing:
    otherwise two IRIs would be one thing.

    >>> name_in(THING, named(THING, "Košice/IT"))
    'Košice/IT'
    """
    if not isinstance(node, NamedNode) or not node.value.startswith(space):
        return None
    try:
        text = unquote(node.value.removeprefix(space), errors="strict")
    except UnicodeDecodeError:
        return None
    return text if named(space, text) == node else None


def names_in(space: str, node: object) -> tuple[str, ...] | None:
    """Return the parts that ``node`` was made of under ``space``; ``None`` if it was not."""
    if not isinstance(node, NamedNode) or not node.value.startswith(space):
        return None
    segments = node.value.removeprefix(space).split("/")
    parts = tuple(name_in(space, NamedNode(space + segment)) for segment in segments)
    return None if None in parts else tuple(part for part in parts if part is not None)


@lru_cache(maxsize=1024)
def predicate_node(predicate: str) -> NamedNode:
    """Return the property of a relation or attribute; one of a later Hanse has its own."""
    known = _predicate_terms().get(predicate)
    return term(known) if known else named(PREDICATE, predicate)


@lru_cache(maxsize=1024)
def kind_node(kind: str) -> NamedNode:
    """Return the class of a kind of thing; one of a later Hanse has its own."""
    known = schema().kinds.get(kind)
    return term(known.rdf) if known else named(KIND, kind)


def predicate_of(node: object) -> str | None:
    """Return the relation or attribute whose property ``node`` is; ``None`` for a foreign one.

    >>> predicate_of(term("org:memberOf"))
    'member_of'
    """
    known = _predicates_by_node().get(node)
    return known or _own_name(PREDICATE, node, _predicate_terms())


def kind_of(node: object) -> str | None:
    """Return the kind of thing whose class ``node`` is; ``None`` for a foreign class."""
    return _kinds_by_node().get(node) or _own_name(KIND, node, schema().kinds)


@cache
def _predicate_terms() -> Mapping[str, str]:
    both = (schema().relations, schema().attributes)
    return {name: row.rdf for table in both for name, row in table.items()}


@cache
def _predicates_by_node() -> Mapping[object, str]:
    return {term(curie): name for name, curie in _predicate_terms().items()}


@cache
def _kinds_by_node() -> Mapping[object, str]:
    return {term(kind.rdf): name for name, kind in schema().kinds.items()}


def _own_name(space: str, node: object, known: Mapping[str, object]) -> str | None:
    """Return the name under ``space``, unless the schema gives it another IRI."""
    name = name_in(space, node)
    return None if name in known else name
