"""Ask every question on the day of a search, knowing nothing of what came out of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from hanse.graph.errors import UserMistake
from hanse.graph.model import Guide, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.rules import Quota, Rules
from hanse.queries.assessments import PeopleRatings
from hanse.queries.complementarity import Candidate, Candidates, candidates
from hanse.queries.reach import Reach, reach
from hanse.queries.reasons import listed
from hanse.queries.rubric import Evaluation, Scorecard, evaluate
from hanse.queries.screening import ScreenedCandidate, Screening, screen
from hanse.queries.searches import Search, searches
from hanse.queries.seats import share_out

# How many are ours where no quota says how many are wanted.
USUAL_SEATS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """What is asked on the day; a question without its chain, guide or rules is left out.

    ``alliance`` are ids or names of the members, ``targets`` the markets they go for.
    """

    alliance: tuple[str, ...]
    targets: tuple[str, ...] = ()
    chain: ValueChain | None = None
    guide: Guide | None = None
    rules: Rules | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What each question says on the day; ``None`` where it is not asked.

    ``ours`` are the best-ranked candidates that no rule excludes and that fill the seats of
    the quotas, each candidate one; ``seats`` maps those who sit for a field to its label.
    ``reach`` is that of the alliance with them.
    """

    day: str
    alliance: tuple[str, ...]
    search: Search
    screening: Screening | None
    candidates: Candidates | None
    evaluation: Evaluation | None
    ours: tuple[str, ...]
    seats: Mapping[str, str] = field(hash=False)
    reach: Reach

    def screened(self, cluster: str) -> ScreenedCandidate | None:
        """Return what the screening says of a cluster."""
        found = self.screening.candidates if self.screening else ()
        return next((candidate for candidate in found if candidate.id == cluster), None)

    def ranked(self, cluster: str) -> Candidate | None:
        """Return a cluster's place among the candidates; ``None`` where it has none."""
        found = self.candidates.candidates if self.candidates else ()
        return next((candidate for candidate in found if candidate.id == cluster), None)

    def scored(self, cluster: str) -> Scorecard | None:
        """Return a cluster's scorecard."""
        found = self.evaluation.candidates if self.evaluation else ()
        return next((card for card in found if card.id == cluster), None)


def answers(graph: PartnershipGraph, asked: Questions, *, search: str | None = None) -> Answers:
    """Return the answers on the graph's day.

    Parameters
    ----------
    graph
        What is known on the day; the outcome must not be among it.
    asked
        The questions.
    search
        Id of the search, where the project states several.

    Raises
    ------
    UserMistake
        When the graph has no day, states no such search, or knows the outcome.
    """
    replayed = search_on_its_day(graph, search)
    members = tuple(dict.fromkeys(graph.find(name, "cluster") for name in asked.alliance))
    screening = _screening(graph, asked, members, replayed)
    ranking = _ranking(graph, asked, members)
    ours = _ours(graph, asked, screening, ranking)
    return Answers(
        day=str(graph.as_of),
        alliance=members,
        search=replayed,
        screening=screening,
        candidates=ranking,
        evaluation=_evaluation(graph, asked, members),
        ours=ours,
        seats=_seats(graph, asked, ours),
        reach=reach(graph, alliance=(*members, *ours)),
    )


def search_on_its_day(graph: PartnershipGraph, search: str | None = None) -> Search:
    """Return the search that is replayed; refuse a day on which its outcome is known."""
    if graph.as_of is None:
        raise UserMistake("a search is replayed as of a day", hint=_name_a_day(graph))
    found = {known.id: known for known in searches(graph)}
    if not found or (search is not None and search not in found):
        what = "the project states no search on this day"
        raise UserMistake(what, hint="a table called search lists its steps, one a row")
    if search is None and len(found) > 1:
        raise UserMistake(
            "the project states several searches", hint=f"name one of {', '.join(found)}"
        )
    chosen = found[search or next(iter(found))]
    if chosen.chosen:
        what = f"on {graph.as_of} the outcome of the search is known already"
        hint = "give the row of the outcome an as_of after the search, or ask for an earlier day"
        raise UserMistake(what, where=chosen.label, hint=hint)
    return chosen


def _name_a_day(graph: PartnershipGraph) -> str:
    """Return what to do, with the days that the steps of the search name."""
    steps = [step for search in searches(graph) for step in search.steps if step.clusters]
    days = sorted({step.day for step in steps if step.day})
    return "name it with --as-of" + (f"; the search names {listed(days)}" if days else "")


def _screening(
    graph: PartnershipGraph, asked: Questions, members: Sequence[str], search: Search
) -> Screening | None:
    if asked.rules is None:
        return None
    others = [cluster for cluster in graph.ids("cluster") if cluster not in members]
    return screen(
        graph,
        asked.rules,
        alliance=members,
        candidates=others,
        steps=search.working_steps,
        targets=asked.targets,
    )


def _ranking(
    graph: PartnershipGraph, asked: Questions, members: Sequence[str]
) -> Candidates | None:
    if asked.chain is None:
        return None
    return candidates(graph, alliance=members, chain=asked.chain, targets=asked.targets)


def _evaluation(
    graph: PartnershipGraph, asked: Questions, members: Sequence[str]
) -> Evaluation | None:
    if asked.guide is None:
        return None
    others = [cluster for cluster in graph.ids("cluster") if cluster not in members]
    people = PeopleRatings(graph, asked.guide)
    return evaluate(graph, asked.guide, candidates=others, ratings=people)


def _ours(
    graph: PartnershipGraph,
    asked: Questions,
    screening: Screening | None,
    ranking: Candidates | None,
) -> tuple[str, ...]:
    excluded = set(screening.of("fail")) if screening else set()
    ranked = [c.id for c in (ranking.candidates if ranking else ()) if c.id not in excluded]
    quotas = asked.rules.quotas if asked.rules else ()
    if not quotas:
        return tuple(ranked[:USUAL_SEATS])
    return seated(ranked, _wanted(quotas), _able(graph, quotas, ranked))


def _wanted(quotas: Sequence[Quota]) -> dict[str, int]:
    return {quota.field.id: quota.seats for quota in quotas}


def _able(
    graph: PartnershipGraph, quotas: Sequence[Quota], clusters: Iterable[str]
) -> dict[str, frozenset[str]]:
    """Return the fields in which each cluster is for certain."""
    return {
        cluster: frozenset(q.field.id for q in quotas if q.field.holds(graph.cluster(cluster)))
        for cluster in clusters
    }


def _seats(graph: PartnershipGraph, asked: Questions, ours: Sequence[str]) -> dict[str, str]:
    quotas = asked.rules.quotas if asked.rules else ()
    labels = {quota.field.id: quota.field.label or quota.field.id for quota in quotas}
    seats = share_out(_wanted(quotas), _able(graph, quotas, ours))
    return {cluster: labels[seat] for seat, cluster in seats}


def seated(
    ranked: Iterable[str], seats: Mapping[str, int], able: Mapping[str, frozenset[str]]
) -> tuple[str, ...]:
    """Return those who sit, the best-ranked first: each as long as a seat can be made free.

    >>> able = {"a": frozenset({"x", "y"}), "b": frozenset({"x"}), "c": frozenset({"y"})}
    >>> seated("abc", {"x": 1, "y": 1}, able)
    ('a', 'b')
    """
    sitting: list[str] = []
    for cluster in ranked:
        trial = [*sitting, cluster]
        if len(share_out(seats, {c: able[c] for c in trial})) == len(trial):
            sitting = trial
        if len(sitting) == sum(seats.values()):
            break
    return tuple(sitting)
