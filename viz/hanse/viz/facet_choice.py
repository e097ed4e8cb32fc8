"""Which clusters the filters of the directory select, as a user types them."""

from collections.abc import Mapping, Sequence

from hanse.graph.errors import BadInput, UnknownName
from hanse.graph.ids import key
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.facets import TEXT, Facet, facets, select
from hanse.viz.words import listed


def chosen_facets(graph: PartnershipGraph, texts: Sequence[str]) -> dict[str, list[str]]:
    """Return the values that are chosen, by the id of the filter.

    Parameters
    ----------
    graph
        Where the values are held.
    texts
        ``country_code=DE`` or ``emerging industry=Medical Devices``: a filter by its name in the
        address or in words, and a value by its id or its label. A filter may be named again:
        its values are alternatives.

    Raises
    ------
    BadInput
        When a text has no ``=``.
    UnknownName
        When there is no such filter, or none of the clusters has the value.
    """
    known = facets(graph)
    found: dict[str, list[str]] = {}
    for text in texts:
        name, is_there, value = text.partition("=")
        if not is_there or not value.strip():
            hint = f"write FILTER=VALUE; filters are {listed(f.id for f in known)}"
            raise BadInput("this names no value", where=f"--filter {text}", hint=hint)
        facet = _facet(known, name.strip())
        found.setdefault(facet.id, []).append(_value(facet, value.strip()))
    return found


def _facet(known: Sequence[Facet], name: str) -> Facet:
    found = [one for one in known if key(name) in (key(one.id), key(one.label))]
    if not found:
        raise UnknownName(name, kind="filter", known=[one.id for one in known])
    return found[0]


def _value(facet: Facet, value: str) -> str:
    """Return the id of a value; words stay words, and where no fact is held nothing is known."""
    if facet.id == TEXT or not facet.has_facts:
        return value
    found = [v.id for v in facet.values if key(value) in (key(v.id), key(v.label))]
    if not found:
        raise UnknownName(value, kind=facet.label, known=[v.label for v in facet.values])
    return found[0]


def remarks(graph: PartnershipGraph, chosen: Mapping[str, Sequence[str]]) -> list[str]:
    """Return what is to be known of a selection: filters without facts, and who may be meant."""
    bare = [one.label for one in facets(graph) if one.id in chosen and not one.has_facts]
    told = [f"no facts are held on {label}: anybody may be meant" for label in bare]
    number = len(select(graph, chosen).unknown)
    if number:
        told.append(f"{number} more may be meant: of them it is not stated")
    return told
