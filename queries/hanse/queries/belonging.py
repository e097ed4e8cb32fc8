"""Whether a candidate is a member of a partnership, or of one that bears a label.

Who is not said to be a member may still be one, unless the list of members is known whole: a
partnership says how many clusters it has, a label how many partnerships bear it.
"""

from collections.abc import Iterable, Sequence

from hanse.graph.errors import UnknownName
from hanse.graph.ids import key
from hanse.graph.model import PARTNERSHIP_KINDS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import exact
from hanse.graph.rules import MembershipRule
from hanse.queries.outcomes import Decision
from hanse.queries.reasons import evidence_of, listed


def belongs(graph: PartnershipGraph, cluster: str, rule: MembershipRule) -> Decision:
    """Return whether a cluster is a member of what the rule names, on the graph's day.

    Raises
    ------
    UnknownName
        When the graph holds no such partnership or label on its day.
    """
    named = [graph.find(name, *PARTNERSHIP_KINDS) for name in rule.partnerships]
    labelled = {label: bearers(graph, label) for label in rule.labels}
    wanted = dict.fromkeys((*named, *(p for found in labelled.values() for p in found)))
    own = [claim for claim in graph.ties(cluster, "member_of") if claim.other in wanted]
    if own:
        names = listed([graph.name(p) for p in dict.fromkeys(claim.other for claim in own)])
        text = f"It is a member of {names}."
        return Decision(outcome="pass", text=text, evidence=evidence_of(own))
    what = [*map(graph.name, named), *(f"a partnership of {label}" for label in labelled)]
    if all(_has_all_members(graph, p) for p in wanted) and _are_all_known(graph, labelled):
        claims = [claim for p in wanted for claim in graph.ties_to(p, "member_of")]
        text = f"It is not a member of {' or '.join(what)}, whose members are all known."
        return Decision(outcome="fail", text=text, evidence=evidence_of(claims))
    text = f"It is not said to be a member of {' or '.join(what)}."
    return Decision(outcome="unknown", text=text)


def bearers(graph: PartnershipGraph, label: str) -> tuple[str, ...]:
    """Return the partnerships and networks that bear a label on the graph's day, by id.

    Raises
    ------
    UnknownName
        When nothing bears it and no programme is called so.
    """
    programmes = _programmes(graph, label)
    names = {key(label), *(key(name) for p in programmes for name in _names(graph, p))}
    found = [p for p in graph.ids(*PARTNERSHIP_KINDS) if _bears(graph, p, names, programmes)]
    if not found and not programmes:
        stated = {str(v) for p in graph.ids(*PARTNERSHIP_KINDS) for v in _stated(graph, p)}
        known = stated | {graph.name(p) for p in graph.ids("programme")}
        raise UnknownName(label, kind="label", known=known)
    return tuple(found)


def _programmes(graph: PartnershipGraph, label: str) -> list[str]:
    wanted = key(label)
    return [p for p in graph.ids("programme") if wanted in {key(name) for name in _names(graph, p)}]


def _names(graph: PartnershipGraph, programme: str) -> Iterable[str]:
    return (programme, graph.name(programme), *map(str, graph.values(programme, "alias")))


def _stated(graph: PartnershipGraph, partnership: str) -> tuple[object, ...]:
    return graph.values(partnership, "programme")


def _bears(
    graph: PartnershipGraph, partnership: str, names: set[str], programmes: Sequence[str]
) -> bool:
    is_stated = any(key(str(value)) in names for value in _stated(graph, partnership))
    return is_stated or not set(programmes).isdisjoint(graph.targets_of(partnership, "labelled_by"))


def _has_all_members(graph: PartnershipGraph, partnership: str) -> bool:
    number = graph.preference(partnership, "clusters")
    return number is not None and number.interval == exact(len(graph.members(partnership)))


def _are_all_known(graph: PartnershipGraph, labelled: dict[str, tuple[str, ...]]) -> bool:
    """Say whether all partnerships that bear each of the labels are known."""
    for label, found in labelled.items():
        numbers = [graph.preference(p, "partnerships") for p in _programmes(graph, label)]
        if not any(n is not None and n.interval == exact(len(found)) for n in numbers):
            return False
    return True
