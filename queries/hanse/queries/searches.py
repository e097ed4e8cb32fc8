"""A partner search as documents state it: its steps, whom each found, who went further.

A step finds clusters by name or by a group of them; those of its finds that it takes up are
*shortlisted*. Who was *chosen* in the end is the outcome: it may be shown beside an answer, and is
never an input of one.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from hanse.graph.claims import Claim
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.answers import Evidence
from hanse.queries.reasons import evidence_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a search, with ids of clusters in order.

    ``by_name`` are those of the found that the step names one by one. ``kind`` is what the
    project calls it: step, gap (what no step describes), evaluation, outcome.
    """

    id: str
    label: str
    kind: str | None = None
    day: str | None = None
    found: tuple[str, ...] = ()
    by_name: tuple[str, ...] = ()
    shortlisted: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def clusters(self) -> tuple[str, ...]:
        """Return everybody the step found or took up."""
        return tuple(dict.fromkeys((*self.found, *self.shortlisted)))

    @property
    def named(self) -> tuple[str, ...]:
        """Return those that the step looked at one by one."""
        return tuple(dict.fromkeys((*self.by_name, *self.shortlisted)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A search with its steps: those with a place in the order first, then by id."""

    id: str
    label: str
    steps: tuple[Step, ...] = ()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the outcome: everybody chosen in any step, by id."""
        return tuple(sorted({cluster for step in self.steps for cluster in step.chosen}))

    @property
    def named(self) -> tuple[str, ...]:
        """Return everybody that a step looked at one by one, in the order of the steps."""
        return tuple(dict.fromkeys(cluster for step in self.steps for cluster in step.named))

    @property
    def working_steps(self) -> tuple[Step, ...]:
        """Return the steps that found somebody or took somebody up."""
        return tuple(step for step in self.steps if step.clusters)


def searches(graph: PartnershipGraph) -> tuple[Search, ...]:
    """Return the searches that the graph states for its day, by id.

    A step belongs to the search that it is a part of; where only one search is stated, every
    step is its own. Steps without a search make one.
    """
    every = graph.ids("search_step")
    heads = [step for step in every if graph.value(step, "step_kind") == "search"]
    steps = [step for step in every if step not in heads]
    if len(heads) > 1:
        return tuple(_search(graph, head, _parts(graph, head)) for head in heads)
    if heads:
        return (_search(graph, heads[0], steps),)
    return (_search(graph, "search", steps),) if steps else ()


def _parts(graph: PartnershipGraph, search: str) -> list[str]:
    return [s for s in graph.sources_of(search, "part_of") if graph.kind(s) == "search_step"]


def _search(graph: PartnershipGraph, search: str, steps: Iterable[str]) -> Search:
    ordered = sorted(steps, key=lambda step: (*_place(graph, step), step))
    label = graph.name(search) if search in graph else "Search"
    return Search(id=search, label=label, steps=tuple(_step(graph, step) for step in ordered))


def _place(graph: PartnershipGraph, step: str) -> tuple[bool, float]:
    order = graph.value(step, "order")
    return (order is None, float(str(order)) if order is not None else 0.0)


def _step(graph: PartnershipGraph, step: str) -> Step:
    found = graph.ties_to(step, "found_in")
    shortlisted = graph.ties_to(step, "shortlisted_in")
    kind, day = graph.value(step, "step_kind"), graph.value(step, "day")
    return Step(
        id=step,
        label=graph.name(step),
        kind=None if kind is None else str(kind),
        day=None if day is None else str(day),
        found=clusters_of(graph, found),
        by_name=tuple(dict.fromkeys(c.subject for c in found if _is_cluster(graph, c))),
        shortlisted=clusters_of(graph, shortlisted),
        chosen=clusters_of(graph, graph.ties_to(step, "chosen_in")),
        evidence=evidence_of((*found, *shortlisted)),
    )


def clusters_of(graph: PartnershipGraph, claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the clusters that claims are about, of a group all its members, by id."""
    found: set[str] = set()
    for claim in claims:
        is_one = _is_cluster(graph, claim)
        found.update((claim.subject,) if is_one else graph.members(claim.subject))
    return tuple(sorted(found))


def _is_cluster(graph: PartnershipGraph, claim: Claim) -> bool:
    return graph.kind(claim.subject) == "cluster"
