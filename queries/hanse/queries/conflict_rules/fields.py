"""The field that a text ascribes to a cluster, against its categories in a directory.

F8 (a remark) a field that is stated of a cluster and that none of its categories shows.
"""

from collections.abc import Iterable, Iterator

from hanse.graph.claims import Claim
from hanse.graph.ids import key
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.rules import DIRECTORY_SCHEMES, Field, scheme_of
from hanse.queries.conflict_rules.finding import Conflict, sources_of, stated
from hanse.queries.reasons import counted, listed, scheme_name


def fields_not_shown(graph: PartnershipGraph, fields: Iterable[Field]) -> Iterator[Conflict]:
    """Remark on fields stated in words that the directory's categories do not show (F8).

    A field counts as shown by any of its categories; of a field that rests on no scheme of a
    directory nothing can be said, nor of a cluster that has no category there.
    """
    for field in fields:
        told = {scheme_of(category) for category in field.categories} | field.schemes
        if told.isdisjoint(DIRECTORY_SCHEMES):
            continue
        for cluster in graph.ids("cluster"):
            yield from _not_shown(graph, cluster, field)


def _not_shown(graph: PartnershipGraph, cluster: str, field: Field) -> Iterator[Conflict]:
    said = _said_of(graph, cluster, field)
    ties = graph.ties(cluster, "classified_as") if said else ()
    listed_in = tuple(tie for tie in ties if scheme_of(tie.other) in DIRECTORY_SCHEMES)
    if listed_in and not any(_is_in(field, tie.other) for tie in listed_in):
        yield Conflict(
            code="F8",
            kind="stated/computed",
            severity="remark",
            subject=cluster,
            attribute=said[0].predicate,
            statements=stated((*said, *listed_in)),
            computed=None,
            rule="Work in a field shows in the categories of a directory, which takes a few of"
            " each scheme at most.",
            message=f"{graph.name(cluster)} is said to work in {field.label or field.id}"
            f" ({sources_of(graph, said)}), but of its"
            f" {counted(len(listed_in), 'category', 'categories')} none names the field"
            f" ({sources_of(graph, listed_in)}){_silent(listed_in)}.",
            settle="How many of its members work in the field, by name.",
        )


def _silent(listed_in: Iterable[Claim]) -> str:
    """Return of which schemes of the directory nothing is listed, for the end of a sentence."""
    told = {scheme_of(tie.other) for tie in listed_in}
    names = [scheme_name(scheme) for scheme in DIRECTORY_SCHEMES if scheme not in told]
    return f"; nothing is listed of its {listed(names)}" if names else ""


def _said_of(graph: PartnershipGraph, cluster: str, field: Field) -> tuple[Claim, ...]:
    """Return what is said of a field in words: that members work in it, or that it is a focus."""
    names = {key(field.id), key(field.label)}
    active = [c for c in graph.claims_of(cluster, "active_in") if key(str(c.value)) in names]
    focus = [
        tie
        for tie in graph.ties(cluster, "classified_as")
        if scheme_of(tie.other) not in DIRECTORY_SCHEMES and _is_in(field, tie.other)
    ]
    return tuple(claim for claim in (*active, *focus) if claim.is_fact)


def _is_in(field: Field, category: str) -> bool:
    return category in field.categories or scheme_of(category) in field.schemes
