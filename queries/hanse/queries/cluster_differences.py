"""Why a candidate was chosen and is not among ours, or the other way round."""

from collections.abc import Sequence
from dataclasses import dataclass

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.answers import Evidence, RankRange
from hanse.queries.reasons import listed
from hanse.queries.replay_answers import Answers
from hanse.queries.screening import ScreenedCandidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference: what it is about (a cluster, a quota, a question), and why."""

    id: str
    text: str
    evidence: tuple[Evidence, ...] = ()


def by_cluster(
    graph: PartnershipGraph, said: Answers, outcome: Sequence[str]
) -> tuple[Difference, ...]:
    """Return the chosen that are not ours, then those of ours that were not chosen."""
    return (
        *(_unheard_of(said, c) for c in outcome if c not in graph),
        *(_chosen_not_ours(graph, said, c) for c in outcome if c in graph and c not in said.ours),
        *(_ours_not_chosen(graph, said, c) for c in said.ours if c not in outcome),
    )


def _unheard_of(said: Answers, cluster: str) -> Difference:
    text = f"{cluster} was chosen, and nothing is stated of it for {said.day}."
    return Difference(id=cluster, text=text)


def _chosen_not_ours(graph: PartnershipGraph, said: Answers, cluster: str) -> Difference:
    name = graph.name(cluster)
    parts = [
        f"{name} was chosen and is not among ours.",
        _in_the_search(said, cluster),
        _in_the_ranking(said, cluster),
        *_told_by_the_ranking(said, cluster, "redundancy"),
        *_undecided_order(graph, said, cluster),
        *_in_the_screening(said.screened(cluster)),
    ]
    return Difference(id=cluster, text=" ".join(parts), evidence=_places(said, cluster))


def _ours_not_chosen(graph: PartnershipGraph, said: Answers, cluster: str) -> Difference:
    parts = [
        f"{graph.name(cluster)} is among ours{_seat(said, cluster)} and was not chosen.",
        _in_the_search(said, cluster),
        _in_the_ranking(said, cluster),
        *_told_by_the_ranking(said, cluster, "gap")[:1],
        *_in_the_screening(said.screened(cluster)),
    ]
    return Difference(id=cluster, text=" ".join(parts), evidence=_places(said, cluster))


def _seat(said: Answers, cluster: str) -> str:
    return f", in a seat for {said.seats[cluster]}," if cluster in said.seats else ""


def _in_the_search(said: Answers, cluster: str) -> str:
    """Return how the search came by a cluster, and how far it went with it."""
    found = [step.label for step in said.search.steps if cluster in step.found]
    taken = [step.label for step in said.search.steps if cluster in step.shortlisted]
    if found and taken:
        return f"It was found by {_steps(found)} and taken up."
    if found and cluster in said.search.named:
        return f"It was found by {_steps(found)} and not taken up; why is not said."
    if found:
        return f"It was found by {_steps(found)} and never looked at by name."
    return "No step of the search found it" + (", yet it was taken up." if taken else ".")


def _steps(labels: Sequence[str]) -> str:
    return listed([f"“{label}”" for label in labels])


def _in_the_ranking(said: Answers, cluster: str) -> str:
    if said.candidates is None:
        return "No value chain is asked for, so that nobody is ranked."
    ranked = said.ranked(cluster)
    if ranked:
        number = len(said.candidates.candidates)
        return f"By complementarity it ranks {_rank(ranked.rank)} of {number}."
    if cluster in said.candidates.off_chain:
        return "Its categories touch no stage of the value chain."
    return "Its categories are unknown, so that it is not ranked."


def _told_by_the_ranking(said: Answers, cluster: str, component: str) -> list[str]:
    ranked = said.ranked(cluster)
    return (
        [reason.text for reason in ranked.reasons if reason.component == component]
        if ranked
        else []
    )


def _rank(rank: RankRange) -> str:
    return str(rank.best) if rank.best == rank.worst else f"{rank.best} to {rank.worst}"


def _undecided_order(graph: PartnershipGraph, said: Answers, cluster: str) -> list[str]:
    """Return whom of ours the ranking cannot tell from a cluster: their ranges meet."""
    mine = said.ranked(cluster)
    if mine is None:
        return []
    others = [(c, said.ranked(c)) for c in said.ours]
    near = [
        graph.name(c)
        for c, other in others
        if other and other.rank.best <= mine.rank.worst and mine.rank.best <= other.rank.worst
    ]
    if not near:
        return ["What is stated puts all of ours before it."]
    return [f"What is stated does not decide between it and {listed(near)}."]


def _in_the_screening(screened: ScreenedCandidate | None) -> list[str]:
    if screened is None:
        return []
    is_out = screened.outcome == "fail"
    telling = screened.verdicts_of("fail") if is_out else screened.verdicts_of("unknown")
    decisive = [verdict.text for verdict in telling if not verdict.is_preference]
    unpreferred = [v.text for v in screened.verdicts_of("fail") if v.is_preference]
    told = {"pass": "It passes the screening.", "fail": "It fails the screening:"}
    first = told.get(screened.outcome, "The screening leaves it open:")
    last = ["Against a preference:", *unpreferred] if unpreferred else []
    return [first, *decisive, *last]


def _places(said: Answers, cluster: str) -> tuple[Evidence, ...]:
    screened = said.screened(cluster)
    verdicts = screened.verdicts if screened else ()
    steps = [step for step in said.search.steps if cluster in step.named]
    places = [
        *(p for step in steps for p in step.evidence),
        *(p for v in verdicts for p in v.evidence),
    ]
    return tuple(dict.fromkeys(places))
