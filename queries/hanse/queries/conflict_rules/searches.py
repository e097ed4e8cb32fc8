"""Numbers and names of a partner search: who was found, shortlisted and chosen, in which step.

F1 fewer candidates than were shortlisted or named, F2 more named than can be, F3 a candidate
that no step found, F4 a step that shortlists whom it did not find, F5 (a remark) members among
those found, F6 named ones outside the pool that the shortlist is said to be drawn from, U2 (a
remark) a criterion in one unit that is met in another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from hanse.graph.claims import Claim
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval
from hanse.queries.conflict_rules.finding import (
    Conflict,
    figure,
    quantities,
    quantity,
    sources_of,
    stated,
)
from hanse.queries.conflict_rules.values import PARTS_OF
from hanse.queries.reasons import counted, listed, spelled
from hanse.queries.sizes import unit_label


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """A search with its steps: who was found, who went further, and from which pools."""

    id: str
    found: tuple[Claim, ...]
    named: tuple[Claim, ...]
    pools: tuple[Claim, ...]

    @classmethod
    def of(cls, graph: PartnershipGraph, search: str) -> Self:
        """Return a search; its steps are its parts, or all steps if there is only one search."""
        steps = [s for s in graph.sources_of(search, "part_of") if graph.kind(s) == "search_step"]
        every = (search, *(steps or _all_steps(graph)))
        ties = {
            relation: tuple(claim for step in every for claim in graph.ties_to(step, relation))
            for relation in ("found_in", "shortlisted_in", "chosen_in")
        }
        return cls(
            id=search,
            found=ties["found_in"],
            named=(*ties["shortlisted_in"], *ties["chosen_in"]),
            pools=tuple(claim for step in every for claim in graph.ties(step, "drawn_from")),
        )

    @property
    def names(self) -> tuple[str, ...]:
        """Return the clusters that went further, in order."""
        return tuple(sorted({claim.subject for claim in self.named}))


def _clusters(graph: PartnershipGraph, claims: Iterable[Claim]) -> frozenset[str]:
    """Return the clusters that claims are about; of a group all its members."""
    found: set[str] = set()
    for thing in {claim.subject for claim in claims}:
        found |= {*graph.members(thing)} if graph.kind(thing) == "group" else {thing}
    return frozenset(found)


def _all_steps(graph: PartnershipGraph) -> tuple[str, ...]:
    steps = graph.ids("search_step")
    searches = [step for step in steps if graph.value(step, "step_kind") == "search"]
    return steps if len(searches) == 1 else ()


def search_conflicts(graph: PartnershipGraph) -> Iterator[Conflict]:
    """Find what does not add up in any search."""
    for step in graph.ids("search_step"):
        if graph.value(step, "step_kind") == "search":
            search = _Search.of(graph, step)
            yield from _too_few_candidates(graph, search)
            yield from _too_many_named(graph, search)
            yield from _found_nowhere(graph, search)
            yield from _outside_the_pool(graph, search)
            yield from _met_in_another_unit(graph, search)
        yield from _shortlisted_not_found(graph, step)
        yield from _members_found(graph, step)


def _too_few_candidates(graph: PartnershipGraph, search: _Search) -> Iterator[Conflict]:
    shortlisted = quantities(graph, search.id, "shortlisted")
    named = len(search.names)
    for claim in quantities(graph, search.id, "candidates"):
        high = quantity(claim).tolerated.high
        more = [c for c in shortlisted if high is not None and _low(c) > high]
        if high is None or not (more or named > high):
            continue
        against = [figure(c) for c in more] + [f"{spelled(named)} named"] * (named > high)
        yield Conflict(
            code="F1",
            kind="count of a list",
            subject=search.id,
            attribute="candidates",
            statements=stated((claim, *more)),
            computed=Interval(named, None),
            rule="Whoever is shortlisted, or named as looked at, is one of the candidates.",
            message=f"{graph.name(search.id)}: {figure(claim)} are said to be all, against"
            f" {listed(against)} ({sources_of(graph, (claim, *more, *search.named))});"
            f" named are {listed([graph.name(name) for name in search.names])}.",
            settle="The list of all candidates, with the step in which each was found.",
        )


def _low(claim: Claim) -> float:
    return quantity(claim).tolerated.low or 0


def _too_many_named(graph: PartnershipGraph, search: _Search) -> Iterator[Conflict]:
    hidden = quantities(graph, search.id, "anonymised")
    wholes = quantities(graph, search.id, "shortlisted")
    named = len(search.names)
    for claim in wholes[:1] if hidden else ():
        high, kept = quantity(claim).tolerated.high, _low(hidden[0])
        if high is None or named + kept <= high:
            continue
        yield Conflict(
            code="F2",
            kind="count of a list",
            subject=search.id,
            attribute="anonymised",
            statements=stated((claim, hidden[0])),
            computed=Interval(named, named),
            rule="Those named and those kept anonymous are no more than those shortlisted.",
            message=f"{graph.name(search.id)}: of {figure(claim)} {kept:g} are said to stay"
            f" without a name, which leaves {high - kept:g}; {spelled(named)} are named"
            f" ({sources_of(graph, (claim, hidden[0]))}).",
            settle="Whether the text names some whose names it says it keeps.",
        )


def _found_nowhere(graph: PartnershipGraph, search: _Search) -> Iterator[Conflict]:
    found = _clusters(graph, search.found)
    for name in search.names if search.found else ():
        if name in found:
            continue
        claims = [claim for claim in search.named if claim.subject == name]
        yield Conflict(
            code="F3",
            kind="stated/computed",
            subject=name,
            attribute="found_in",
            statements=stated(claims),
            computed=None,
            rule="Who is shortlisted or chosen was found in some step of the search.",
            message=f"{graph.name(name)} went further in {graph.name(search.id)}"
            f" ({sources_of(graph, claims)}), but none of its steps found it.",
            settle="How this candidate came in.",
        )


def _shortlisted_not_found(graph: PartnershipGraph, step: str) -> Iterator[Conflict]:
    pool = graph.ties_to(step, "found_in")
    found = _clusters(graph, pool)
    claims = [c for c in graph.ties_to(step, "shortlisted_in") if c.subject not in found]
    if pool and claims:
        names = listed([graph.name(claim.subject) for claim in claims])
        yield Conflict(
            code="F4",
            kind="scope mixed",
            subject=step,
            attribute="shortlisted_in",
            statements=stated((*pool, *claims)),
            computed=Interval(len(found), len(found)),
            rule="A step shortlists from among those that it found.",
            message=f"{graph.name(step)}: {names} are shortlisted, but not among the"
            f" {len(found)} found ({sources_of(graph, (*pool, *claims))}).",
            settle="From which pool the shortlist was made.",
        )


def _members_found(graph: PartnershipGraph, step: str) -> Iterator[Conflict]:
    """Remark on members of the project's alliance among those found: no candidates are they."""
    alliance = graph.settings.alliance
    members = graph.members(alliance) if alliance and alliance in graph else ()
    pool = graph.ties_to(step, "found_in")
    found = _clusters(graph, pool)
    inside = [member for member in members if member in found]
    if inside:
        rest = len(found) - len(inside)
        yield Conflict(
            code="F5",
            kind="scope mixed",
            severity="remark",
            subject=step,
            attribute="found_in",
            statements=stated(pool),
            computed=Interval(rest, rest),
            rule="A member of the alliance is no candidate for it.",
            message=f"{graph.name(step)}: {len(found)} found, among them"
            f" {counted(len(inside), 'member')} of {graph.name(str(alliance))}"
            f" ({listed([graph.name(member) for member in inside])}); {rest} are candidates.",
            settle="Nothing: count the rest.",
        )


def _outside_the_pool(graph: PartnershipGraph, search: _Search) -> Iterator[Conflict]:
    for pool in search.pools:
        inside = graph.members(pool.other)
        claims = [claim for claim in search.named if claim.subject not in inside]
        names = [graph.name(name) for name in sorted({claim.subject for claim in claims})]
        if inside and names:
            yield Conflict(
                code="F6",
                kind="scope mixed",
                subject=pool.subject,
                attribute="drawn_from",
                statements=stated((pool, *claims)),
                computed=Interval(len(names), len(names)),
                rule="A shortlist drawn from a pool names nobody outside it.",
                message=f"{graph.name(pool.subject)}: those shortlisted are said to be drawn from"
                f" the {len(inside)} of “{graph.name(pool.other)}”, but {listed(names)} are not"
                f" among them ({sources_of(graph, (pool, *claims))}).",
                settle="From which pool each of them came.",
            )


def _met_in_another_unit(graph: PartnershipGraph, search: _Search) -> Iterator[Conflict]:
    """Remark on candidates of which a part is counted where a criterion counts the whole."""
    for rule in graph.ids("search_rule"):
        for unit in graph.counts(rule):
            parts = [part for part, wholes in PARTS_OF.items() if unit in wholes]
            lacking = [n for n in search.names if not quantities(graph, n, unit)]
            claims = [c for n in lacking for part in parts for c in quantities(graph, n, part)]
            if claims:
                yield _in_another_unit(graph, rule, unit, claims)


def _in_another_unit(
    graph: PartnershipGraph, rule: str, unit: str, claims: Sequence[Claim]
) -> Conflict:
    wanted = quantities(graph, rule, unit)
    said = [f"of {graph.name(claim.subject)} {figure(claim)}" for claim in claims]
    return Conflict(
        code="U2",
        kind="unit mixed",
        severity="remark",
        subject=rule,
        attribute=unit,
        statements=stated((*wanted, *claims)),
        computed=None,
        rule="A criterion is met in the unit that it names; a part of it bounds it from below.",
        message=f"The criterion asks for {listed([figure(claim) for claim in wanted])}; stated are"
        f" {listed(said)} ({sources_of(graph, (*wanted, *claims))}).",
        settle=f"The number of {unit_label(unit)} of each candidate.",
    )
