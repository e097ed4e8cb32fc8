"""Where a quota, the screening, the guide or the reach speaks against an outcome, and why."""

from collections.abc import Iterator, Sequence
from typing import Final

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.rules import Field
from hanse.queries.audit import QuotaAudit
from hanse.queries.cluster_differences import Difference
from hanse.queries.reach import Reach
from hanse.queries.reasons import counted, listed, spelled
from hanse.queries.replay_answers import Answers
from hanse.queries.rubric import ENOUGH
from hanse.queries.screening import Screening
from hanse.queries.sizes import unit_label

SCREENING: Final = "screening"
EVALUATION: Final = "evaluation"
REACH: Final = "reach"
COMPARED: Final = ("companies", "research_bodies")  # units in which reaches are compared


def by_quota(
    graph: PartnershipGraph, said: Answers, outcome: Sequence[str]
) -> Iterator[Difference]:
    """Yield each quota whose seats went to somebody that the filter does not find."""
    if said.screening is None:
        return
    fields = {quota.field.id: quota.field for quota in said.screening.rules.quotas}
    for audit in said.screening.audit:
        field = fields[audit.quota]
        known = [cluster for cluster in outcome if cluster in graph]
        seated = [cluster for cluster in known if field.holds(graph.cluster(cluster))]
        missed = [c for c in seated if c not in audit.found]
        if missed:
            yield Difference(id=audit.quota, text=_filter_text(graph, audit, field, missed))


def _filter_text(
    graph: PartnershipGraph, audit: QuotaAudit, field: Field, missed: Sequence[str]
) -> str:
    names = listed([graph.name(cluster) for cluster in missed])
    why = " ".join(dict.fromkeys(one.why for one in audit.missed if one.id in missed))
    return (
        f"For {field.label or field.id} the filter “{audit.filter.label}” finds"
        f" {counted(len(audit.found), 'cluster')} besides the members; {_named(audit)}."
        f"{_open(audit)} The outcome took {names}, whom it does not find: {why}"
    )


def _named(audit: QuotaAudit) -> str:
    number = len(audit.named)
    if number == 0:
        return "none of them was looked at by name"
    return f"{spelled(number)} of them {'was' if number == 1 else 'were'} looked at by name"


def _open(audit: QuotaAudit) -> str:
    """Return how many of the found have no number that decides a rule."""
    number = max((len(clusters) for clusters in audit.open_counts.values()), default=0)
    if number == 0:
        return ""
    who = "all" if number == len(audit.found) else spelled(number)
    return f" Of {who} of them no number is known that decides a rule."


def by_screening(
    graph: PartnershipGraph, said: Answers, outcome: Sequence[str]
) -> Iterator[Difference]:
    """Yield how the chosen fare by the rules, where not all of them pass."""
    screened = [found for found in map(said.screened, outcome) if found]
    if said.screening is None or all(one.outcome == "pass" for one in screened):
        return
    named = {o: [one.name for one in screened if one.outcome == o] for o in ("fail", "unknown")}
    passed = len(screened) - sum(map(len, named.values()))
    some = "none" if passed == 0 else spelled(passed)
    of_them = f"{some} of the {spelled(len(screened))} chosen"
    parts = [f"{of_them} {'pass' if passed > 1 else 'passes'}."]
    if named["fail"]:
        parts.append(f"By what is stated {listed(named['fail'])} would be excluded.")
    if named["unknown"]:
        parts.append(f"What is stated leaves {listed(named['unknown'])} open.")
    parts += _other_readings(graph, said.screening, outcome)
    yield Difference(id=SCREENING, text=f"By the rules {' '.join(parts)}")


def _other_readings(
    graph: PartnershipGraph, screening: Screening, outcome: Sequence[str]
) -> Iterator[str]:
    for reading in screening.readings:
        passed = [graph.name(cluster) for cluster in outcome if cluster in reading.passed]
        if passed:
            who = "passes" if len(passed) == 1 else "pass"
            yield f"If another reading is meant, {listed(passed)} {who}: {reading.text}"


def by_evaluation(
    graph: PartnershipGraph, said: Answers, outcome: Sequence[str]
) -> Iterator[Difference]:
    """Yield what the guide says of the order, where it does not put the chosen first."""
    if said.evaluation is None:
        return
    cards = said.evaluation.candidates
    ranked = [card for card in cards if card.rank is not None]
    if not ranked:
        most = max((card.coverage for card in cards), default=0.0)
        text = (
            f"The guide puts nobody before anybody: of its weight at most {most:.0%} is rated,"
            f" and {ENOUGH:.0%} are needed for a rank."
        )
        yield Difference(id=EVALUATION, text=text)
        return
    first = [card.id for card in ranked[: len(outcome)]]
    if set(first) != set(outcome):
        names = listed([graph.name(cluster) for cluster in first])
        chosen = listed([graph.name(cluster) for cluster in outcome])
        text = f"By fit the first are {names}; chosen were {chosen}."
        yield Difference(id=EVALUATION, text=text)


def by_reach(said: Answers, reached: Reach) -> Iterator[Difference]:
    """Yield what the alliance with the chosen reaches otherwise than with ours."""
    theirs, ours = _extent(reached), _extent(said.reach)
    if said.ours and theirs != ours:
        text = f"With the chosen the members sit in {theirs}; with ours in {ours}."
        yield Difference(id=REACH, text=text)


def _extent(reached: Reach) -> str:
    direct = reached.hops[0]
    places = (
        f"{counted(len(direct.regions), 'known region')} of"
        f" {counted(len(direct.countries), 'country', 'countries')}"
    )
    sizes = [f"{direct.counts[unit].interval} {unit_label(unit)}" for unit in COMPARED]
    return f"{places} ({listed(sizes)})"
