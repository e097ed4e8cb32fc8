"""Screen candidates by the rules of a search, as a funnel over its steps.

A candidate passes when every rule that excludes is met, fails when one is not, and is *unknown*
when what is stated decides neither: unknown is an outcome of its own. A preference is told
beside the rules and excludes nobody. A member of the alliance is no candidate.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.rules import Rules, ScreeningRule
from hanse.queries.answers import Evidence
from hanse.queries.audit import QuotaAudit, audit
from hanse.queries.checks import Ground, check
from hanse.queries.outcomes import Decision, Outcome, every
from hanse.queries.quotas import QuotaStanding, Seats, quota_standings, seats
from hanse.queries.rule_readings import Reading, readings
from hanse.queries.searches import Step, searches

# The step of candidates that no step of the search found.
ELSEWHERE: Final = "no-step"
# The only step where no search is stated.
EVERYBODY: Final = "candidates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one rule says of a candidate, the sentence that says why, and where it stands.

    ``evidence`` is empty only where nothing is stated.
    """

    rule: str
    outcome: Outcome
    text: str
    is_preference: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenedCandidate:
    """A candidate, the step that first found it, all that did, and one verdict a rule."""

    id: str
    name: str
    step: str
    steps: tuple[str, ...]
    outcome: Outcome
    verdicts: tuple[Verdict, ...]

    @property
    def excluding(self) -> dict[str, Outcome]:
        """Return what each rule says that may exclude the candidate."""
        return {v.rule: v.outcome for v in self.verdicts if not v.is_preference}

    def verdicts_of(self, outcome: Outcome) -> tuple[Verdict, ...]:
        """Return the verdicts of one outcome; preferences are among them."""
        return tuple(verdict for verdict in self.verdicts if verdict.outcome == outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenedStep:
    """How the candidates of a step fared.

    ``found`` counts everybody the step found, ``members`` those of them in the alliance;
    ``pool`` are the candidates, of whom ``passed``, ``failed`` and ``unknown`` are parts.
    ``again`` counts those of the pool that an earlier step had found.
    """

    id: str
    label: str
    kind: str | None
    found: int
    members: int
    again: int
    pool: tuple[str, ...]
    passed: tuple[str, ...]
    failed: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """The funnel, every candidate with its reasons, the quotas, and an audit of the filters."""

    rules: Rules
    alliance: tuple[str, ...]
    steps: tuple[ScreenedStep, ...]
    candidates: tuple[ScreenedCandidate, ...]
    quotas: tuple[QuotaStanding, ...]
    seats: Seats
    readings: tuple[Reading, ...]
    audit: tuple[QuotaAudit, ...]

    def of(self, outcome: Outcome) -> tuple[str, ...]:
        """Return the candidates of one outcome, by id."""
        return tuple(sorted(c.id for c in self.candidates if c.outcome == outcome))


def screen(
    graph: PartnershipGraph,
    rules: Rules,
    *,
    alliance: Sequence[str] = (),
    candidates: Sequence[str] | None = None,
    steps: Sequence[Step] | None = None,
    targets: Sequence[str] = (),
) -> Screening:
    """Screen candidates by rules.

    Parameters
    ----------
    graph
        What is known on the day asked for.
    rules
        Screening rules, quotas and filters.
    alliance
        Ids or names of the members.
    candidates
        Ids or names of those to screen; ``None`` is everybody the steps found, or every
        cluster where no search is stated.
    steps
        Steps of a search; ``None`` are those that the graph states.
    targets
        Markets of the alliance, for a rule that names none.

    Raises
    ------
    UnknownName
        When the graph holds no such cluster, market or partnership on its day.
    """
    members = tuple(dict.fromkeys(graph.find(name, "cluster") for name in alliance))
    chosen = None if candidates is None else {graph.find(name, "cluster") for name in candidates}
    known = searches(graph)
    every_step = [step for search in known for step in search.working_steps]
    pools = _pools(graph, every_step if steps is None else steps, members, chosen)
    ground = Ground.of(graph, rules.rules, alliance=members, targets=targets)
    screened = _candidates(ground, rules, pools)
    outcomes: dict[str, Outcome] = {candidate.id: candidate.outcome for candidate in screened}
    standings = quota_standings(graph, rules, members, outcomes)
    return Screening(
        rules=rules,
        alliance=members,
        steps=_funnel(pools, members, outcomes),
        candidates=screened,
        quotas=standings,
        seats=seats(rules, standings),
        readings=readings(ground, rules, {c.id: c.excluding for c in screened}),
        audit=audit(graph, rules, alliance=members, searches=known),
    )


_Pools = Sequence[tuple[Step, tuple[str, ...]]]


def _pools(
    graph: PartnershipGraph, steps: Sequence[Step], members: Sequence[str], chosen: set[str] | None
) -> _Pools:
    """Return the candidates of each step; those of no step have one of their own, the last."""
    pools = [(step, _outside(step.clusters, members, chosen)) for step in steps]
    seen = {cluster for _, pool in pools for cluster in pool}
    rest = tuple(sorted((chosen or set()) - seen - set(members)))
    if steps and rest:
        pools.append((Step(id=ELSEWHERE, label="In no step of the search", found=rest), rest))
    if not steps:
        everybody = graph.ids("cluster") if chosen is None else tuple(sorted(chosen))
        alone = Step(id=EVERYBODY, label="Candidates", found=everybody)
        pools.append((alone, _outside(everybody, members, None)))
    return pools


def _outside(
    clusters: Iterable[str], members: Sequence[str], chosen: set[str] | None
) -> tuple[str, ...]:
    return tuple(c for c in clusters if c not in members and (chosen is None or c in chosen))


def _candidates(ground: Ground, rules: Rules, pools: _Pools) -> tuple[ScreenedCandidate, ...]:
    """Return every candidate once, in the order of the steps."""
    steps: dict[str, list[str]] = {}
    for step, pool in pools:
        for cluster in pool:
            steps.setdefault(cluster, []).append(step.id)
    return tuple(_candidate(ground, rules, cluster, found) for cluster, found in steps.items())


def _candidate(
    ground: Ground, rules: Rules, cluster: str, steps: Sequence[str]
) -> ScreenedCandidate:
    record = ground.graph.cluster(cluster)
    verdicts = tuple(_verdict(check(ground, record, rule), rule) for rule in rules.rules)
    return ScreenedCandidate(
        id=cluster,
        name=record.name,
        step=steps[0],
        steps=tuple(steps),
        outcome=every(verdict.outcome for verdict in verdicts if not verdict.is_preference),
        verdicts=verdicts,
    )


def _verdict(decision: Decision, rule: ScreeningRule) -> Verdict:
    return Verdict(
        rule=rule.id,
        outcome=decision.outcome,
        text=decision.text,
        is_preference=rule.is_preference,
        evidence=decision.evidence,
    )


def _funnel(
    pools: _Pools, members: Sequence[str], outcomes: Mapping[str, Outcome]
) -> tuple[ScreenedStep, ...]:
    seen: set[str] = set()
    funnel = []
    for step, pool in pools:
        funnel.append(_screened_step(step, pool, members, outcomes, seen))
        seen.update(pool)
    return tuple(funnel)


def _screened_step(
    step: Step,
    pool: tuple[str, ...],
    members: Sequence[str],
    outcomes: Mapping[str, Outcome],
    seen: set[str],
) -> ScreenedStep:
    by_outcome = {
        o: tuple(c for c in pool if outcomes[c] == o) for o in ("pass", "fail", "unknown")
    }
    return ScreenedStep(
        id=step.id,
        label=step.label,
        kind=step.kind,
        found=len(step.found),
        members=sum(member in step.clusters for member in members),
        again=sum(cluster in seen for cluster in pool),
        pool=pool,
        passed=by_outcome["pass"],
        failed=by_outcome["fail"],
        unknown=by_outcome["unknown"],
    )
