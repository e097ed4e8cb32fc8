"""Hold what we say on the day of a search against what came out of it, with reasons.

Two graphs are kept apart: every answer is asked of the graph of the day, in which the outcome must
not be found; the outcome is read from the graph of every day, when the answers stand.
"""

from dataclasses import dataclass
from typing import Literal

from hanse.graph.errors import UserMistake
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval
from hanse.queries.answers import RankRange
from hanse.queries.cluster_differences import Difference
from hanse.queries.differences import differences
from hanse.queries.outcomes import Outcome
from hanse.queries.reach import Reach, reach
from hanse.queries.replay_answers import Answers, Questions, answers
from hanse.queries.searches import searches

Place = Literal["ranked", "off_chain", "uncategorised", "not_asked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayedStep:
    """Whom a step found, whom of them it took up, and whom of them the outcome chose."""

    id: str
    label: str
    kind: str | None
    found: tuple[str, ...]
    shortlisted: tuple[str, ...]
    chosen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayedCandidate:
    """What was said of a candidate in the search, and what our questions say on the day.

    ``score`` and ``rank`` are those by complementarity, ``fit`` and ``fit_rank`` by the guide;
    ``None`` where the question is not asked or gives none. ``coverage`` is the share of the
    guide's weight that is rated.
    """

    id: str
    name: str
    found_in: tuple[str, ...]
    is_named: bool
    is_chosen: bool
    is_ours: bool
    screening: Outcome | None
    place: Place
    score: Interval | None
    rank: RankRange | None
    fit: Interval | None
    fit_rank: RankRange | None
    coverage: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """A search, our answers on its day, its outcome, and where the two differ.

    ``candidates`` are those that the search named, chose, or that are ours. ``reach`` is that
    of the alliance with the chosen, on the day.
    """

    answers: Answers
    steps: tuple[ReplayedStep, ...]
    outcome: tuple[str, ...]
    candidates: tuple[ReplayedCandidate, ...]
    differences: tuple[Difference, ...]
    reach: Reach

    @property
    def ours(self) -> tuple[str, ...]:
        """Return whom our ranking would seat, the best first."""
        return self.answers.ours


def replay(
    before: PartnershipGraph,
    after: PartnershipGraph,
    asked: Questions,
    *,
    search: str | None = None,
) -> Replay:
    """Return a search replayed on its day.

    Parameters
    ----------
    before
        The graph of the day of the search. Nothing of the outcome may be in it.
    after
        The graph in which the outcome is stated; it is looked at when the answers stand.
    asked
        Alliance, markets, chain, guide and rules.
    search
        Id of the search, where the project states several.

    Raises
    ------
    UserMistake
        When there is no search on the day, the outcome is known on it, or none is stated.
    """
    said = answers(before, asked, search=search)
    outcome = outcome_of_search(after, said.search.id)
    known = [cluster for cluster in outcome if cluster in before]
    together = reach(before, alliance=(*said.alliance, *known))
    shown = tuple(dict.fromkeys((*said.search.named, *outcome, *said.ours)))
    return Replay(
        answers=said,
        steps=_steps(said, outcome),
        outcome=outcome,
        candidates=tuple(_candidate(before, said, outcome, cluster) for cluster in shown),
        differences=differences(before, said, outcome, together),
        reach=together,
    )


def outcome_of_search(graph: PartnershipGraph, search: str) -> tuple[str, ...]:
    """Return whom a search chose, by id.

    Raises
    ------
    UserMistake
        When no outcome is stated of it.
    """
    stated = next((known.chosen for known in searches(graph) if known.id == search), ())
    if not stated:
        hint = "a row of the table called search, of kind outcome, names the chosen"
        raise UserMistake("no outcome of the search is stated", where=search, hint=hint)
    return stated


def _steps(said: Answers, outcome: tuple[str, ...]) -> tuple[ReplayedStep, ...]:
    return tuple(
        ReplayedStep(
            id=step.id,
            label=step.label,
            kind=step.kind,
            found=step.found,
            shortlisted=step.shortlisted,
            chosen=tuple(cluster for cluster in step.clusters if cluster in outcome),
        )
        for step in said.search.working_steps
    )


def _candidate(
    graph: PartnershipGraph, said: Answers, outcome: tuple[str, ...], cluster: str
) -> ReplayedCandidate:
    screened, ranked, card = said.screened(cluster), said.ranked(cluster), said.scored(cluster)
    return ReplayedCandidate(
        id=cluster,
        name=graph.name(cluster),
        found_in=tuple(step.id for step in said.search.steps if cluster in step.found),
        is_named=cluster in said.search.named,
        is_chosen=cluster in outcome,
        is_ours=cluster in said.ours,
        screening=screened.outcome if screened else None,
        place=place_of(said, cluster),
        score=ranked.score if ranked else None,
        rank=ranked.rank if ranked else None,
        fit=card.fit if card else None,
        fit_rank=card.rank if card else None,
        coverage=card.coverage if card else None,
    )


def place_of(said: Answers, cluster: str) -> Place:
    """Return how the ranking treats a cluster."""
    if said.candidates is None:
        return "not_asked"
    if cluster in said.candidates.off_chain:
        return "off_chain"
    return "uncategorised" if cluster in said.candidates.uncategorised else "ranked"
