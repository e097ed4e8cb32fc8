"""How many candidates there are for what a search asks of the whole set of partners."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.rules import Quota, Rules
from hanse.queries.outcomes import Outcome
from hanse.queries.reasons import counted
from hanse.queries.seats import share_out


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaStanding:
    """What is needed, who is there for certain, and who may be.

    ``available`` pass the screening and are in the field for certain; ``unknown`` may pass and
    may be in it. Both are ids, of countries for a number of countries. Who fails is in neither.
    """

    id: str
    text: str
    need: int
    available: tuple[str, ...]
    unknown: tuple[str, ...]
    locator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """How many seats of all quotas together can be filled, each candidate sitting once."""

    need: int
    sure: int
    possible: int


def quota_standings(
    graph: PartnershipGraph,
    rules: Rules,
    alliance: Sequence[str],
    outcomes: Mapping[str, Outcome],
) -> tuple[QuotaStanding, ...]:
    """Return how each quota, and what a call asks for, stands with the screened candidates.

    ``outcomes`` are those of the screening by candidate.
    """
    passed = tuple(sorted(c for c, outcome in outcomes.items() if outcome == "pass"))
    undecided = tuple(sorted(c for c, outcome in outcomes.items() if outcome == "unknown"))
    quotas = (_of_field(graph, quota, outcomes) for quota in rules.quotas)
    return (*quotas, *_of_call(graph, rules, alliance, passed, undecided))


def seats(rules: Rules, standings: Iterable[QuotaStanding]) -> Seats:
    """Return how many seats of the quotas can be filled for certain, and how many at most."""
    wanted = {quota.field.id: quota.seats for quota in rules.quotas}
    fields = [standing for standing in standings if standing.id in wanted]
    sure = {standing.id: standing.available for standing in fields}
    possible = {standing.id: standing.available + standing.unknown for standing in fields}
    return Seats(
        need=sum(wanted.values()),
        sure=len(share_out(wanted, _able(sure))),
        possible=len(share_out(wanted, _able(possible))),
    )


def _able(by_field: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """Return the fields of each cluster."""
    able: dict[str, set[str]] = {}
    for name, clusters in by_field.items():
        for cluster in clusters:
            able.setdefault(cluster, set()).add(name)
    return {cluster: frozenset(names) for cluster, names in able.items()}


def _of_field(
    graph: PartnershipGraph, quota: Quota, outcomes: Mapping[str, Outcome]
) -> QuotaStanding:
    held = {
        c: quota.field.holds(graph.cluster(c)) for c, o in sorted(outcomes.items()) if o != "fail"
    }
    sure = {c for c, is_in in held.items() if is_in and outcomes[c] == "pass"}
    label = quota.field.label or quota.field.id
    return QuotaStanding(
        id=quota.field.id,
        text=f"{counted(quota.seats, 'partner').capitalize()} from {label}.",
        need=quota.seats,
        available=tuple(sorted(sure)),
        unknown=tuple(c for c, is_in in held.items() if is_in is not False and c not in sure),
        locator=quota.locator,
    )


def _of_call(
    graph: PartnershipGraph,
    rules: Rules,
    alliance: Sequence[str],
    passed: tuple[str, ...],
    undecided: tuple[str, ...],
) -> Iterator[QuotaStanding]:
    members = tuple(sorted(alliance))
    if rules.invite_one_each:
        yield QuotaStanding(
            id="invitations",
            text="Every member invites one partner.",
            need=len(members),
            available=passed,
            unknown=undecided,
        )
    if rules.least_entities:
        yield QuotaStanding(
            id="entities",
            text=f"At least {counted(rules.least_entities, 'organisation')}, members included.",
            need=rules.least_entities,
            available=(*members, *passed),
            unknown=undecided,
        )
    if rules.least_countries:
        yield _of_countries(graph, rules.least_countries, (*members, *passed), undecided)


def _of_countries(
    graph: PartnershipGraph, need: int, sure: Sequence[str], undecided: Sequence[str]
) -> QuotaStanding:
    held = {graph.cluster(cluster).country for cluster in sure} - {None}
    more = {graph.cluster(cluster).country for cluster in undecided} - {None} - held
    number = counted(need, "country", "countries")
    return QuotaStanding(
        id="countries",
        text=f"At least {number}, those of members included.",
        need=need,
        available=tuple(sorted(map(str, held))),
        unknown=tuple(sorted(map(str, more))),
    )
