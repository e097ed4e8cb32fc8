"""Which rules stand in the way where no set of partners passes them all.

Every rule becomes a switch that may be turned off. The fewest that let a set pass are found,
then the next few, each choice once: a rule more than needed is never named.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from hanse.queries import composition_rules as rule
from hanse.queries.composition_check import SAME_COST
from hanse.queries.composition_columns import Problem
from hanse.queries.composition_rules import SetRules
from hanse.queries.model_draft import Draft, Term, term
from hanse.queries.solver import Deadline, Model, solve

# Ways out that are named; a reader wants the short ones.
MOST_WAYS: Final = 10


def relaxations(
    problem: Problem, rules: SetRules, *, members: int, deadline: Deadline
) -> tuple[tuple[str, ...], ...]:
    """Return the smallest sets of rules, by id, without which some set of partners passes.

    Parameters
    ----------
    problem
        What no set passes.
    members
        How many organisations the alliance has; they count among the entities asked for.

    Returns
    -------
    tuple
        Smallest first, at most :data:`MOST_WAYS`; empty where time ran out before the first,
        or where there is nobody to choose.
    """
    asked = rules.listed()
    ids = tuple(sorted(one.id for one in asked))
    switches = _Switches(problem, rules, ids, members)
    found: list[tuple[int, ...]] = []
    while len(found) < MOST_WAYS and deadline.left:
        solved = solve(switches.model(found), deadline)
        if solved.chosen is None:
            break
        # numbers of switches follow those of candidates
        way = tuple(n - len(problem.ids) for n in solved.chosen if n >= len(problem.ids))
        if not way:
            break
        found.append(way)
    return tuple(tuple(ids[n] for n in way) for way in sorted(found, key=lambda w: (len(w), w)))


class _Switches:
    """The rules with a switch each; only switches cost."""

    def __init__(self, problem: Problem, rules: SetRules, ids: Sequence[str], members: int) -> None:
        self.problem, self.rules = problem, rules
        self.number, self.members = len(problem.ids), members
        self.off = {known: self.number + place for place, known in enumerate(ids)}

    def model(self, found: Sequence[tuple[int, ...]]) -> Model:
        """Return the model of the fewest switches turned off, those in ``found`` not all."""
        choices = self.number + len(self.off)
        gain = np.concatenate([np.zeros(self.number), -np.ones(len(self.off))])
        draft = Draft(choices=choices, gain=gain, most=np.ones(choices))
        self._sizes(draft)
        self._shut_out(draft)
        for condition in self.problem.conditions:
            relief = {r: by for r, by in condition.relief.items() if r in self.off}
            self._at_least(draft, condition.need, _of(condition.among), relief)
        for number in self.problem.required:
            known = rule.REQUIRE + self.problem.ids[number]
            self._at_least(draft, 1, term([number], 1.0), {known: 1})
        self._budget_and_countries(draft)
        for way in found:
            off = [self.number + place for place in way]
            draft.at_most(len(way) - 1, term(off, 1.0))
        return draft.model()

    def _sizes(self, draft: Draft) -> None:
        every = term(np.arange(self.number), 1.0)
        draft.at_least(1, every)
        self._at_least(draft, self.rules.smallest, every, {rule.SIZE: self.rules.smallest})
        loose = term([self.off[rule.SIZE]], -float(self.number))
        draft.at_most(self.rules.largest, every, loose)
        entities = self.rules.least_entities - self.members
        if entities > 0:
            self._at_least(draft, entities, every, {rule.ENTITIES: entities})

    def _shut_out(self, draft: Draft) -> None:
        for known, out in self.problem.blocked.items():
            for candidate in np.flatnonzero(out):
                draft.at_most(0, term([candidate], 1.0), term([self.off[known]], -1.0))

    def _budget_and_countries(self, draft: Draft) -> None:
        problem = self.problem
        if problem.budget is not None:
            costly = np.flatnonzero(problem.payable)
            spent, total = term(costly, problem.payable[costly]), float(problem.payable.sum())
            off = term([self.off[rule.BUDGET]], -total)
            draft.at_most(problem.budget + SAME_COST, spent, off)
        if problem.new_countries:
            relief = {rule.COUNTRIES: problem.new_countries}
            counted = draft.counted(problem.countries)
            self._at_least(draft, problem.new_countries, counted, relief)

    def _at_least(self, draft: Draft, need: int, have: Term, relief: Mapping[str, int]) -> None:
        """Write down a need that falls by ``relief`` when a rule is turned off."""
        eased = [term([self.off[known]], float(by)) for known, by in relief.items()]
        draft.at_least(need, have, *eased)


def _of(among: np.ndarray) -> Term:
    return term(np.flatnonzero(among), 1.0)
