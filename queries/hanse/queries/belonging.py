"""Whether a candidate is a member of a partnership, or of one that bears a label.

Who is not said to be a member may still be one, unless the list of members is known whole: a
partnership says how many clusters it has, a label how many partnerships bear it.
"""

from collections.abc import Sequence

from hanse.graph.model import PARTNERSHIP_KINDS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import exact
from hanse.graph.rules import MembershipRule
from hanse.queries.outcomes import Decision
from hanse.queries.reasons import evidence_of, listed

_LABELLED: tuple[str, ...] = ("partnership", "consortium")


def belongs(graph: PartnershipGraph, cluster: str, rule: MembershipRule) -> Decision:
    """Return whether a cluster is a member of what the rule names, on the graph's day.

    Raises
    ------
    UnknownName
        When the graph holds no such partnership on its day.
    """
    named = [graph.find(name, *PARTNERSHIP_KINDS) for name in rule.partnerships]
    labelled = {label: bearers(graph, label) for label in rule.labels}
    wanted = dict.fromkeys((*named, *(p for found in labelled.values() for p in found)))
    own = [claim for claim in graph.ties(cluster, "member_of") if claim.other in wanted]
    if own:
        names = listed([graph.name(p) for p in dict.fromkeys(claim.other for claim in own)])
        text = f"It is a member of {names}."
        return Decision(outcome="pass", text=text, evidence=evidence_of(own))
    what = " or ".join([*(graph.name(p) for p in named), *(f"a partnership of {n}" for n in labelled)])
    if _is_whole(graph, named, labelled):
        claims = [claim for partnership in wanted for claim in graph.ties_to(partnership, "member_of")]
        text = f"It is not a member of {what}, whose members are all known."
        return Decision(outcome="fail", text=text, evidence=evidence_of(claims))
    return Decision(outcome="unknown", text=f"It is not said to be a member of {what}.")
