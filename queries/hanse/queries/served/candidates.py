"""Who completes an alliance, asked of a server: found among all, told in the one way.

The server keeps which clusters cover a chain alike, and what else their scores are made of: a few
bytes a cluster, which are read once for a chain. By these all are held against the alliance, and
where the best stand among all is counted. The plain reading then tells of the best alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hanse.graph.quantities import Interval
from hanse.queries import complementarity
from hanse.queries.answers import RankRange, Totals
from hanse.queries.chains import Feeds
from hanse.queries.complementarity import Candidates
from hanse.queries.scores import SAME_TO
from hanse.queries.served.asking import Ground
from hanse.queries.served.ranks import are_beaten_by_nobody, ranks
from hanse.queries.served.reading_groups import Reader
from hanse.queries.served.situation import Question, Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """One of the best: its score, its place among all, and whether nobody beats it."""

    id: str
    score: Interval
    rank: RankRange
    is_pareto: bool


def best_candidates(ground: Ground, question: Question, *, top: int = 20) -> tuple[Ranked, ...]:
    """Return the best candidates with their scores and ranks, without the reasons."""
    return _best(_reader(ground, question, top))


def candidates(
    ground: Ground, question: Question, *, top: int | None = 20, listed: int | None = None
) -> Candidates:
    """Rank the clusters that may complete an alliance: :func:`complementarity.candidates`."""
    reader = _reader(ground, question, top)
    best = {one.id: one for one in _best(reader)}
    answer = told(ground, question, list(best))
    every = tuple(
        replace(one, rank=best[one.id].rank, is_pareto=best[one.id].is_pareto)
        for one in answer.candidates
    )
    return _with_others(replace(answer, candidates=every), reader, listed)


def _reader(ground: Ground, question: Question, top: int | None) -> Reader:
    situation = Situation.of(ground, question)
    wanted = sum(situation.groups.sizes) if top is None else top
    return Reader(ground.served, situation, top=wanted)


def _best(reader: Reader) -> tuple[Ranked, ...]:
    best = _first(reader)
    scores = [score for _, score in best]
    places = [place for place, _ in best]
    numbers = [int(number) for number in reader.found.numbers[places]] if places else []
    ids = reader.situation.groups.ids(numbers) if numbers else {}
    unbeaten = are_beaten_by_nobody(reader, places)
    return tuple(
        Ranked(id=ids[number], score=score, rank=rank, is_pareto=is_pareto)
        for number, score, rank, is_pareto in zip(
            numbers, scores, ranks(reader, scores), unbeaten, strict=True
        )
    )


def _first(reader: Reader) -> list[tuple[int, Interval]]:
    """Return the places of the best with their scores, by the one formula and then by id."""
    found, known = reader.found, {}
    ordered: list[tuple[float, float, int, int]] = []
    for place in found.may_be_best(reader.top).tolist():
        kind = found.kind(place)
        if kind not in known:
            known[kind] = reader.situation.score(*kind)
        ends = known[kind]
        order = (-round(ends.low or 0.0, SAME_TO), -round(ends.high or 0.0, SAME_TO))
        ordered.append((*order, int(found.numbers[place]), place))
    best = sorted(ordered)[: reader.top]
    return [(place, known[found.kind(place)]) for *_, place in best]


def told(ground: Ground, question: Question, best: Sequence[str]) -> Candidates:
    """Return what the plain reading tells of some candidates, as if there were no others."""
    served = ground.served
    fed = Feeds.of(question.chain).by_category
    own, behind = served.candidate_needs([*question.alliance, *best])
    part = served.graph([*own, *ground.markets, *fed], brief=behind)
    return complementarity.candidates(
        part,
        alliance=question.alliance,
        chain=question.chain,
        targets=question.targets,
        pool=best,
        include_networks=question.include_networks,
    )


def _with_others(answer: Candidates, reader: Reader, listed: int | None) -> Candidates:
    """Return an answer with those that are not ranked, and how many there are of each."""
    situation = reader.situation
    unranked = situation.groups.unranked()
    graph = situation.graph
    others = [one for one in dict.fromkeys(situation.without) if one not in reader.left_out]
    is_known = {one: bool(graph.cluster(one).category_ids) for one in others}
    off = [one for one in unranked.first_off_chain if one not in is_known]
    uncategorised = [one for one in unranked.first_uncategorised if one not in is_known]
    return replace(
        answer,
        off_chain=tuple(off[:listed]),
        uncategorised=tuple(uncategorised[:listed]),
        totals=Totals(
            candidates=sum(situation.groups.sizes) - len(reader.left_out),
            off_chain=unranked.off_chain - sum(is_known.values()),
            uncategorised=unranked.uncategorised - sum(not known for known in is_known.values()),
        ),
    )
