"""What a rule finds: the statements that do not fit together, why, and what would settle it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from hanse.graph.claims import Claim, claim_order
from hanse.graph.dates import first_day
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, Quantity
from hanse.graph.schema import schema
from hanse.queries.answers import Evidence
from hanse.queries.reasons import listed
from hanse.queries.sizes import unit_label

Class = Literal[
    "stated/stated",
    "stated/computed",
    "impossible date",
    "unit mixed",
    "count of a list",
    "scope mixed",
]
Severity = Literal["conflict", "remark"]
CLASSES: Final = (
    "stated/stated",
    "stated/computed",
    "impossible date",
    "unit mixed",
    "count of a list",
    "scope mixed",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedValue:
    """One of the statements, with what it is stated of and where it stands.

    ``value`` is a number, a text, or yes or no; ``unit`` and ``qualifier`` are ``None`` where
    none belongs to it. ``strict`` is "more than" in place of "at least".
    """

    subject: str
    attribute: str
    value: str | float | bool
    unit: str | None
    qualifier: str | None
    evidence: Evidence
    since: str | None = None
    until: str | None = None
    strict: bool = False

    @classmethod
    def of(cls, claim: Claim) -> "StatedValue":
        """Return what ``claim`` states."""
        value = claim.value
        quantity = value if isinstance(value, Quantity) else None
        return cls(
            subject=claim.subject,
            attribute=claim.predicate,
            value=value.value if isinstance(value, Quantity) else value,
            unit=quantity.unit if quantity else None,
            qualifier=quantity.qualifier if quantity else None,
            evidence=Evidence.of(claim),
            since=claim.since,
            until=claim.until,
            strict=quantity.strict if quantity else False,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Statements that do not fit together, or (a *remark*) that leave something open.

    Parameters
    ----------
    code
        Which rule found it; the table is in :mod:`hanse.queries.conflicts`.
    kind
        What is held against what; one of :data:`CLASSES`.
    subject, attribute
        What the statements are about.
    statements
        Each with its source. At least one.
    computed
        What was computed from other facts, in the unit of ``attribute``; ``None`` where
        statements alone contradict each other.
    rule
        The rule in words, with what it takes for granted.
    message
        What is wrong, with the figures.
    settle
        What would settle it.
    """

    code: str
    kind: Class
    subject: str
    attribute: str
    statements: tuple[StatedValue, ...]
    computed: Interval | None
    rule: str
    message: str
    settle: str
    severity: Severity = "conflict"


def stated(claims: Iterable[Claim]) -> tuple[StatedValue, ...]:
    """Return what claims state, each once, in the order of all claims."""
    ordered = sorted(claims, key=lambda claim: (claim.subject, *claim_order(claim)))
    return tuple(dict.fromkeys(StatedValue.of(claim) for claim in ordered))


def quantities(graph: PartnershipGraph, thing: str, unit: str) -> tuple[Claim, ...]:
    """Return the facts that state a number of ``unit`` of a thing."""
    found = graph.claims_of(thing, unit)
    return tuple(claim for claim in found if isinstance(claim.value, Quantity))


def quantity(claim: Claim) -> Quantity:
    """Return the quantity of a claim that states one."""
    if not isinstance(claim.value, Quantity):
        raise TypeError(f"{claim.predicate} of {claim.subject} is not a quantity")
    return claim.value


def can_both_hold(first: Quantity, second: Quantity) -> bool:
    """Say whether two numbers of one thing can be true together; "about" is ±10 %.

    "More than 100" and 100 cannot.

    >>> over = Quantity(value=300, unit="members", qualifier="at_least", strict=True)
    >>> can_both_hold(over, Quantity(value=250, unit="members", qualifier="about"))
    False
    """
    one, other = first.tolerated, second.tolerated
    return _is_below(first, one, second, other) and _is_below(second, other, first, one)


def _is_below(first: Quantity, one: Interval, second: Quantity, other: Interval) -> bool:
    """Say whether the low end of ``one`` lies below the high end of ``other``."""
    if one.low is None or other.high is None:
        return True
    is_low_open = first.strict and first.qualifier == "at_least"
    is_high_open = second.strict and second.qualifier == "at_most"
    return one.low < other.high or (one.low == other.high and not (is_low_open or is_high_open))


def are_of_different_days(first: Claim, second: Claim) -> bool:
    """Say whether both statements name their day, and not the same: both may have been right."""
    if first.as_of is None or second.as_of is None:
        return False
    return first_day(first.as_of) != first_day(second.as_of)


def sources_of(graph: PartnershipGraph, claims: Iterable[Claim]) -> str:
    """Return the titles of the sources of claims, each once, as a sentence lists them."""
    names = dict.fromkeys(claim.source for claim in claims)
    known = graph.sources
    return listed([f"“{known[name].title}”" if name in known else name for name in names])


def figure(claim: Claim) -> str:
    """Return what a claim states, as people write it: "more than 300 members"."""
    if isinstance(claim.value, Quantity):
        return f"{claim.value} {unit_label(claim.predicate)}"
    return str(claim.value)


def label(attribute: str) -> str:
    """Return the words for an attribute or relation.

    >>> label("eu_member_states"), label("member_of")
    ('EU Member States', 'member of')
    """
    known = schema()
    found = known.attributes.get(attribute) or known.relations.get(attribute)
    return found.label if found else attribute.replace("_", " ")
