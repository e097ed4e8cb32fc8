"""The best set of partners as a mixed-integer problem.

Only whether a candidate is chosen is whole. What a stage earns is filled up provider by
provider: a further one never earns more than the one before, so the order comes by itself.
A region or market counts when one of those who bring it is chosen.
"""

from typing import Final

import numpy as np

from hanse.queries.composition_check import SAME_COST
from hanse.queries.composition_columns import Problem
from hanse.queries.model_draft import Draft, Term, term
from hanse.queries.solver import Model

# Lengths and amounts below this come from rounding.
_NOTHING: Final = 1e-12


def model(problem: Problem, size: int) -> Model:
    """Return the model of the best set of ``size`` partners that passes every rule."""
    number = len(problem.ids)
    most = np.zeros(number)
    most[problem.open_to] = 1.0
    gain = problem.objective.fit * problem.fit / size
    draft = Draft(choices=number, gain=gain, most=most)
    chosen = term(np.arange(number), 1.0)
    draft.at_most(size, chosen)
    draft.at_least(size, chosen)
    earn_chain(draft, problem)
    earn_regions(draft, problem, size)
    earn_markets(draft, problem)
    _keep_rules(draft, problem)
    return draft.model()


def earn_chain(draft: Draft, problem: Problem) -> None:
    """Let the stages earn what the chosen ones fill of them, at most all that is missing."""
    chain, weight, earned = problem.chain, problem.objective.chain, []
    worth = weight * chain.worth
    for stage in np.flatnonzero((worth * chain.length).sum(axis=1) > _NOTHING):
        filled = draft.variables(worth[stage], chain.length[stage])
        earned.append(Term(columns=filled, factors=worth[stage]))
        covering = np.flatnonzero(chain.covers[:, stage])
        draft.at_most(0.0, term(filled, 1.0), term(covering, -chain.covers[covering, stage]))
    if (worth * chain.length).sum() > weight + _NOTHING:
        draft.at_most(weight, *earned)


def earn_regions(draft: Draft, problem: Problem, size: int) -> None:
    """Let new regions earn their share of the number of partners, at most all of it."""
    weight = problem.objective.region
    if weight:
        regions = draft.counted(problem.places)
        draft.earn(regions, weight / size, most=size if problem.places.most > 1 else None)


def earn_markets(draft: Draft, problem: Problem) -> None:
    """Let target markets earn their share, in the worst of the ways they may turn out."""
    weight, number = problem.objective.market, problem.number_of_targets
    if not (weight and number):
        return
    turns = [draft.counted(turn) for turn in problem.markets]
    if len(turns) == 1:
        draft.earn(turns[0], weight / number)
        return
    worst = draft.variables(weight / number, number)
    for covered in turns:
        draft.at_most(
            0.0, term(worst, 1.0), Term(columns=covered.columns, factors=-covered.factors)
        )


def _keep_rules(draft: Draft, problem: Problem) -> None:
    for condition in problem.conditions:
        draft.at_least(condition.need, term(np.flatnonzero(condition.among), 1.0))
    for required in problem.required:
        draft.at_least(1, term([required], 1.0))
    if problem.budget is not None:
        costly = np.flatnonzero(problem.payable)
        draft.at_most(problem.budget + SAME_COST, term(costly, problem.payable[costly]))
    if problem.new_countries:
        draft.at_least(problem.new_countries, draft.counted(problem.countries))
