"""How robust an evaluation is: what it takes to change the order of the candidates.

Five views of one evaluation, each in a module of its own: how often each candidate would lead
if weights, blanks and assessors were drawn (:mod:`hanse.queries.smaa`), at which weight two of
them tie (:mod:`hanse.queries.tie_weights`), which single fact would change the order
(:mod:`hanse.queries.decisive_facts`), how far the assessors agree
(:mod:`hanse.queries.agreement`), and what other methods say
(:mod:`hanse.queries.second_opinions`).
"""

from dataclasses import dataclass

from hanse.queries.agreement import Agreement, agreement
from hanse.queries.decisive_facts import DecisiveFact, decisive_facts
from hanse.queries.rubric import Evaluation
from hanse.queries.second_opinions import SecondOpinions, second_opinions
from hanse.queries.smaa import CONCENTRATION, DRAWS, SEED, Acceptability, acceptability
from hanse.queries.tie_weights import TieWeight, nearest_swaps, tie_weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Robustness:
    """An evaluation, and what it would take to change its order.

    ``around`` draws weights around those of the guide, ``open`` without regard to them.
    ``ties`` come with the nearest first, ``facts`` with the most decisive.
    """

    evaluation: Evaluation
    around: Acceptability
    open: Acceptability
    ties: tuple[TieWeight, ...]
    facts: tuple[DecisiveFact, ...]
    agreement: Agreement
    second_opinions: SecondOpinions

    @property
    def nearest(self) -> tuple[TieWeight, ...]:
        """Return for each criterion the least change of its weight that makes two tie."""
        return nearest_swaps(self.ties)


def robustness(
    evaluation: Evaluation,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    concentration: float = CONCENTRATION,
) -> Robustness:
    """Return what it would take to change the order of an evaluation.

    Parameters
    ----------
    evaluation
        Candidates with their ratings; also those of whom not enough is scored to be ranked.
    draws, seed
        How many draws are made, and where their chance begins; the same give the same answer.
    concentration
        How closely drawn weights keep to those of the guide; the greater, the closer.

    Raises
    ------
    BadInput
        With more than 1,000 candidates, fewer than one draw, or a concentration of 0 or less.
    """
    return Robustness(
        evaluation=evaluation,
        around=acceptability(evaluation, draws=draws, seed=seed, concentration=concentration),
        open=acceptability(evaluation, draws=draws, seed=seed, concentration=None),
        ties=tie_weights(evaluation),
        facts=decisive_facts(evaluation),
        agreement=agreement(evaluation),
        second_opinions=second_opinions(evaluation),
    )
