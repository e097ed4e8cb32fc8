"""Concepts of a SKOS scheme that somebody else made, as plain records."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from hanse.graph.rdf.nodes import Nodes, Said, Subject, shown
from hanse.graph.rdf.statements import TYPE
from hanse.graph.rdf.terms import THING, name_in, term

Text = tuple[str, str]  # language tag in lower case (empty: none), text

# How a concept maps to one of another scheme, and what Hanse calls that.
MATCHES: Final = {
    term("skos:exactMatch"): "exact_match",
    term("skos:closeMatch"): "close_match",
}
_LABELS: Final = (term("skos:prefLabel"), term("rdfs:label"))
_OTHER_LABELS: Final = (term("skos:altLabel"), term("skos:hiddenLabel"))
_NOTES: Final = (term("skos:definition"), term("skos:scopeNote"))
_BROADER: Final = term("skos:broader")
_NARROWER: Final = term("skos:narrower")
_IN_SCHEME: Final = (term("skos:inScheme"), term("skos:topConceptOf"))
_TOP: Final = term("skos:hasTopConcept")
_IS_CONCEPT: Final = term("skos:Concept")
_IS_SCHEME: Final = term("skos:ConceptScheme")
_TITLES: Final = (term("skos:prefLabel"), term("dcterms:title"), term("rdfs:label"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """An entry of a scheme: its IRI (``None``: it has none), names, notes, ties.

    ``broader`` are IRIs; ``matches`` are pairs of ``exact_match`` or ``close_match`` and the
    other concept's IRI.
    """

    iri: str | None
    schemes: tuple[str, ...] = ()
    labels: tuple[Text, ...] = ()
    other_labels: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    broader: tuple[str, ...] = ()
    matches: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignScheme:
    """What a file holds of SKOS: titles of schemes by IRI, concepts, and what was not read.

    ``not_read`` counts the triples that say something else, by property.
    """

    titles: dict[str, str]
    concepts: tuple[Concept, ...]
    not_read: dict[str, int]


def foreign_scheme(quads: Iterable[Quad]) -> ForeignScheme:
    """Return the concepts that ``quads`` describe, by IRI; those without one come last."""
    nodes = Nodes.of(quads)
    narrower, tops = _reversed(nodes, _NARROWER), _reversed(nodes, _TOP)
    found = [
        _concept(node, nodes.by_subject[node], narrower.get(node, ()), tops.get(node, ()))
        for node in nodes.of_type(_IS_CONCEPT)
    ]
    titles = {
        node.value: best(_texts(nodes.by_subject[node], _TITLES))
        for node in nodes.of_type(_IS_SCHEME)
        if isinstance(node, NamedNode)
    }
    ordered = sorted(found, key=lambda concept: (concept.iri is None, concept.iri or ""))
    return ForeignScheme(titles=titles, concepts=tuple(ordered), not_read=_not_read(nodes))


def own_id(iri: str) -> str | None:
    """Return the id that an IRI stands for in Hanse; ``None`` when it is not one of its own."""
    return name_in(THING, NamedNode(iri))


def best(texts: Iterable[Text]) -> str:
    """Return the text to show: in English, else in no language, else in the first by its tag.

    >>> best([("fr", "optique"), ("", "optics"), ("en-gb", "Optics")])
    'Optics'
    """
    ordered = sorted(texts, key=lambda text: (_place(text[0]), text))
    return ordered[0][1] if ordered else ""


def _place(language: str) -> int:
    return 0 if language.split("-")[0] == "en" else 2 if language else 1


def _concept(node: Subject, said: Said, wider: Iterable[str], schemes: Iterable[str]) -> Concept:
    return Concept(
        iri=None if isinstance(node, BlankNode) else node.value,
        schemes=_unique((*_iris(said, *_IN_SCHEME), *schemes)),
        labels=_texts(said, _LABELS[:1]) or _texts(said, _LABELS[1:]),
        other_labels=_texts(said, _OTHER_LABELS),
        notes=_texts(said, _NOTES),
        broader=_unique((*_iris(said, _BROADER), *wider)),
        matches=tuple((MATCHES[at], iri) for at in MATCHES for iri in sorted(_iris(said, at))),
    )


def _unique(iris: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(iris)))


def _reversed(nodes: Nodes, at: NamedNode) -> dict[Subject, list[str]]:
    """Return who points at a node by a property, by that node."""
    found: dict[Subject, list[str]] = {}
    for node, said in nodes.by_subject.items():
        for other in said.get(at, ()) if isinstance(node, NamedNode) else ():
            if isinstance(other, (NamedNode, BlankNode)):
                found.setdefault(other, []).append(node.value)
    return found


def _iris(said: Said, *properties: NamedNode) -> Iterator[str]:
    for at in properties:
        yield from (node.value for node in said.get(at, ()) if isinstance(node, NamedNode))


def _texts(said: Said, properties: Iterable[NamedNode]) -> tuple[Text, ...]:
    found = {
        ((node.language or "").lower(), node.value)
        for at in properties
        for node in said.get(at, ())
        if isinstance(node, Literal)
    }
    return tuple(sorted(found))


def _not_read(nodes: Nodes) -> dict[str, int]:
    read = {TYPE, *_LABELS, *_OTHER_LABELS, *_NOTES, *_IN_SCHEME, *_TITLES, *MATCHES}
    read |= {_BROADER, _NARROWER, _TOP}
    counts: dict[str, int] = {}
    for _, at, _ in nodes.left():
        if at not in read:
            counts[shown(at)] = counts.get(shown(at), 0) + 1
    return dict(sorted(counts.items()))
