"""What does not add up: statements held against each other, and against what is computed.

Every finding names its statements with their sources, the rule, and what would settle it. A
*conflict* cannot be true as it stands; a *remark* only leaves something open. Statements that
agree are not mentioned.

====  ========  ==================================================================
Code  Severity  What was found
====  ========  ==================================================================
S1    conflict  Two numbers of one unit of one thing cannot both be true.
S2    conflict  Two values are stated where only one can hold.
U1    conflict  A part is larger than its whole: more SMEs than companies.
U2    remark    A criterion in one unit is met in another.
P1    conflict  Parts do not add up to their whole.
P2    remark    A list that is said to be included itemises the whole in part.
L1    conflict  A number differs from the list of what it counts.
L2    remark    A list holds fewer than the number says; it may be incomplete.
L3    conflict  A search counts fewer partnerships with a label than are known.
C1    conflict  Regions, countries or Member States differ from where members sit.
G1    conflict  Figures of groups and clusters cannot all be true.
G2    conflict  The same, if clusters without a common region share nothing.
G3    remark    What a group's figure leaves for members whose size nobody states.
G4    remark    A part is far larger than its share of the clusters.
F1    conflict  A search has fewer candidates than were shortlisted or named.
F2    conflict  A search names more than it says it keeps named.
F3    conflict  A candidate that no step of the search found.
F4    conflict  A step shortlists whom it did not find.
F5    remark    Members of the alliance are among those found.
F6    conflict  Someone named is not in the pool that the shortlist was drawn from.
F7    remark    A step looked outside the European Union and found nobody there.
F8    remark    A field stated of a cluster shows in none of its categories.
D1    conflict  An end lies before its start.
D2    conflict  Something of a project is dated after its start plus duration.
D3    conflict  An event is announced as upcoming after its day.
D4    conflict  An event is dated in another year than its name bears.
D5    conflict  A part lies outside the period of its whole.
D6    conflict  A document speaks of a day after its own.
D7    remark    Something was handed in after it was due.
D8    remark    A document invites to two countries on the same days.
M1    conflict  A membership lies outside the period of its partnership.
M2    remark    A membership is left open although its partnership ended.
T1    conflict  No country named as a market lies in a group that is a target.
T2    remark    Two documents list different markets of one body.
R1    remark    A region lies within another that is stated of the same cluster.
====  ========  ==================================================================
"""

from collections.abc import Iterable, Iterator
from typing import Final

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.rules import Field
from hanse.graph.schema import schema
from hanse.queries.conflict_rules.clashes import events_on_the_same_days
from hanse.queries.conflict_rules.dates import date_conflicts
from hanse.queries.conflict_rules.fields import fields_not_shown
from hanse.queries.conflict_rules.finding import Conflict, StatedValue
from hanse.queries.conflict_rules.groups import group_conflicts
from hanse.queries.conflict_rules.labels import label_conflicts
from hanse.queries.conflict_rules.lists import computed_sites, counted_lists
from hanse.queries.conflict_rules.markets import (
    groups_nobody_goes_to,
    lists_that_differ,
    nested_regions,
)
from hanse.queries.conflict_rules.memberships import membership_conflicts
from hanse.queries.conflict_rules.remainders import remainders
from hanse.queries.conflict_rules.search_scope import nobody_from_there
from hanse.queries.conflict_rules.searches import search_conflicts
from hanse.queries.conflict_rules.values import (
    differing_numbers,
    differing_values,
    parts_above_wholes,
    parts_of_wholes,
)

__all__ = ["Conflict", "StatedValue", "conflicts"]

_COUNTS: Final = frozenset(schema().units)
# Each rule about one thing, and what must be said of the thing for the rule to have a say;
# nothing: it always has one.
_OF_ONE_THING: Final = (
    (differing_numbers, _COUNTS),
    (differing_values, frozenset[str]()),
    (parts_above_wholes, _COUNTS),
    (parts_of_wholes, _COUNTS),
    (counted_lists, _COUNTS),
    (computed_sites, _COUNTS),
    (date_conflicts, frozenset[str]()),
    (membership_conflicts, frozenset(("since", "until"))),
    (lists_that_differ, frozenset(("targets",))),
    (nested_regions, frozenset(("located_in",))),
    (nobody_from_there, frozenset(("searched_area",))),
)
_OF_THE_GRAPH: Final = (
    group_conflicts,
    remainders,
    search_conflicts,
    groups_nobody_goes_to,
    label_conflicts,
    events_on_the_same_days,
)


def conflicts(graph: PartnershipGraph, *, fields: Iterable[Field] = ()) -> tuple[Conflict, ...]:
    """Return everything that does not add up in a graph: conflicts first, then remarks.

    Ask it of the graph of all days, so that nothing stated is left out. The order within
    each is that of subject, code and attribute. ``fields`` are those of the project's rules:
    without them nothing is said of fields.
    """
    found = sorted((*_found(graph), *fields_not_shown(graph, fields)), key=_order)
    return tuple(dict.fromkeys(found))


def _found(graph: PartnershipGraph) -> Iterator[Conflict]:
    for thing in sorted(graph.networkx):
        said = {claim.predicate for claim in graph.claims(thing)}
        for rule, wanted in _OF_ONE_THING:
            if not wanted or not said.isdisjoint(wanted):
                yield from rule(graph, thing)
    for rule_of_all in _OF_THE_GRAPH:
        yield from rule_of_all(graph)


def _order(conflict: Conflict) -> tuple[str, str, str, str, str]:
    severity = conflict.severity
    return (severity, conflict.subject, conflict.code, conflict.attribute, conflict.message)
