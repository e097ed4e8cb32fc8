"""Whether a cluster is in a field, by the categories that are stated of it."""

from collections.abc import Sequence

from hanse.graph.model import ClusterOrganisation
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.rules import Field, FieldRule
from hanse.queries.outcomes import Decision, Outcome, every, outcome_of, some
from hanse.queries.reasons import counted, described, evidence_of, listed, scheme_name


def from_fields(graph: PartnershipGraph, cluster: ClusterOrganisation, rule: FieldRule) -> Decision:
    """Return whether a cluster comes from any of the rule's fields, or from all of them."""
    outcomes: list[Outcome] = [outcome_of(field.holds(cluster)) for field in rule.fields]
    together = some(outcomes) if rule.need == "any" else every(outcomes)
    by_outcome = zip(rule.fields, outcomes, strict=True)
    telling = [field for field, outcome in by_outcome if outcome == together]
    match together:
        case "pass":
            return _inside(graph, cluster, telling)
        case "fail":
            return _outside(graph, cluster, telling)
        case "unknown":
            return _open(graph, cluster, telling)


def in_field(graph: PartnershipGraph, cluster: ClusterOrganisation, field: Field) -> Decision:
    """Return whether a cluster is in one field."""
    return from_fields(graph, cluster, FieldRule(id=field.id, text="", fields=(field,)))


def _inside(
    graph: PartnershipGraph, cluster: ClusterOrganisation, fields: Sequence[Field]
) -> Decision:
    by_field = {field.label or field.id: field.matched(cluster) for field in fields}
    said = [
        f"in {label} by {described(map(graph.category, found))}"
        for label, found in by_field.items()
    ]
    telling = {category for found in by_field.values() for category in found}
    claims = [c for c in graph.ties(cluster.id, "classified_as") if c.other in telling]
    return Decision(outcome="pass", text=f"It is {listed(said)}.", evidence=evidence_of(claims))


def _outside(
    graph: PartnershipGraph, cluster: ClusterOrganisation, fields: Sequence[Field]
) -> Decision:
    number = counted(len(cluster.category_ids), "category", "categories")
    text = f"It is not in {_either(fields)}: of its {number} none counts."
    stated = graph.ties(cluster.id, "classified_as")
    return Decision(outcome="fail", text=text, evidence=evidence_of(stated))


def _open(
    graph: PartnershipGraph, cluster: ClusterOrganisation, fields: Sequence[Field]
) -> Decision:
    silent = dict.fromkeys(scheme for field in fields for scheme in field.silent(cluster))
    if not cluster.category_ids:
        text = f"Its categories are unknown, so that it may be in {_either(fields)}."
        return Decision(outcome="unknown", text=text)
    nothing = _or([scheme_name(scheme) for scheme in silent])
    text = f"No {nothing} is stated of it, so that it may be in {_either(fields)}."
    stated = graph.ties(cluster.id, "classified_as")
    return Decision(outcome="unknown", text=text, evidence=evidence_of(stated))


def _either(fields: Sequence[Field]) -> str:
    return _or([field.label or field.id for field in fields])


def _or(names: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
