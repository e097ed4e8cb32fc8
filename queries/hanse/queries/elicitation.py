"""Find the weights of a guide by trade-offs between whole scales.

Each question sets two criteria beside each other: how much more is it worth to go from the
lowest to the highest rating by the one than by the other? One criterion is set beside each of
the others first, as few questions as can tie all weights together; then further ones check
them, so that every criterion is asked about twice. The weights are those that fit all answers
best (least squares of the logarithms, which is the geometric mean where answers disagree; see
G. Crawford and C. Williams, 1985), and how far the answers contradict each other is said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, fsum, log, sqrt
from typing import Final

import numpy as np

from hanse.graph.errors import BadInput, UnknownName
from hanse.graph.model import Criterion, Guide

MOST: Final = 100.0  # times more than another that a whole scale is taken to be worth
TWICE: Final = 2  # times that every criterion is asked about, so that its weight is checked
CONSISTENT: Final = 1.25  # by which factor answers may typically differ; a mark of our own


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeOff:
    """An answer: the whole scale of ``a`` is worth ``times`` the whole scale of ``b``."""

    a: str
    b: str
    times: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Two criteria to set beside each other, and whether the answer only checks others."""

    a: str
    b: str
    is_check: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """An answer, what all answers together say in its place, and the factor between them."""

    answer: TradeOff
    implied: float
    factor: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Elicited:
    """Weights that follow from answers, and how well these fit together.

    ``weights`` are shares of 1 by criterion, ``None`` while answers do not tie all criteria
    together. ``typical_factor`` is by how much an answer typically differs from what all of
    them say (1: not at all); ``None`` where no answer checks another. ``contradictions`` come
    with the greatest first.
    """

    weights: Mapping[str, float] | None
    typical_factor: float | None
    contradictions: tuple[Contradiction, ...]

    @property
    def is_consistent(self) -> bool | None:
        """Say whether the answers fit together; ``None`` where nothing was checked."""
        return None if self.typical_factor is None else self.typical_factor <= CONSISTENT


def elicited(guide: Guide, answers: Sequence[TradeOff]) -> Elicited:
    """Return the weights of ``guide`` that fit ``answers`` best.

    A criterion's whole scale is worth its weight times the length of its scale; a listing
    rated 0 or 1 therefore takes five times the weight to be worth as much as a 0 to 5.

    Raises
    ------
    UnknownName
        When an answer is about no criterion of the guide.
    BadInput
        When it sets a criterion beside itself, or says more than 100 times or less than 1/100.
    """
    _check(guide, answers)
    criteria = guide.criteria
    if len(_linked(criteria, answers)) < len(criteria):
        return Elicited(weights=None, typical_factor=None, contradictions=())
    worth = _worths(criteria, answers)
    raw = {c.id: exp(worth[c.id]) / (c.scale.maximum - c.scale.minimum) for c in criteria}
    total = fsum(raw.values())
    found = sorted(_contradictions(worth, answers), key=lambda c: (-round(c.factor, 9), c.answer.a))
    has_checks = len(answers) >= len(criteria)
    squares = [log(c.factor) ** 2 for c in found]
    return Elicited(
        weights={name: value / total for name, value in raw.items()},
        typical_factor=exp(sqrt(fsum(squares) / len(squares))) if has_checks else None,
        contradictions=tuple(found),
    )


def next_question(guide: Guide, answers: Sequence[TradeOff]) -> Question | None:
    """Return what to ask next; ``None`` when all weights are tied together and checked."""
    _check(guide, answers)
    criteria = guide.criteria
    linked = _linked(criteria, answers)
    reference = max(criteria, key=lambda c: c.weight)
    for criterion in criteria:
        if criterion.id != reference.id and criterion.id not in linked:
            return _question(reference, criterion, is_check=False)
    pair = next(_unchecked(guide, answers, reference), None)
    return pair and _question(*pair, is_check=True)


def with_weights(guide: Guide, weights: Mapping[str, float]) -> Guide:
    """Return the guide with other weights, shares of 1 by criterion."""
    criteria = tuple(replace(c, weight=weights[c.id]) for c in guide.criteria)
    return replace(guide, criteria=criteria)


def _check(guide: Guide, answers: Sequence[TradeOff]) -> None:
    known = [criterion.id for criterion in guide.criteria]
    for answer in answers:
        for name in (answer.a, answer.b):
            if name not in known:
                raise UnknownName(name, kind="criterion", known=known)
        if answer.a == answer.b:
            raise BadInput("a criterion is set beside itself", where=answer.a, hint="name another")
        if not 1 / MOST <= answer.times <= MOST:
            what = f"{answer.times:g} is no trade-off between {answer.a} and {answer.b}"
            raise BadInput(what, hint=f"say how many times as much, from 1/{MOST:g} to {MOST:g}")


def _linked(criteria: Sequence[Criterion], answers: Sequence[TradeOff]) -> set[str]:
    """Return the criteria that answers tie to the heaviest one."""
    found = {max(criteria, key=lambda c: c.weight).id} if criteria else set()
    while more := {n for a in answers for n in (a.a, a.b) if {a.a, a.b} & found} - found:
        found |= more
    return found


def _worths(criteria: Sequence[Criterion], answers: Sequence[TradeOff]) -> dict[str, float]:
    """Return the logarithm of what each whole scale is worth; they add up to 0."""
    names = [criterion.id for criterion in criteria]
    table = np.zeros((len(answers) + 1, len(names)))
    for row, answer in enumerate(answers):
        table[row, names.index(answer.a)], table[row, names.index(answer.b)] = 1, -1
    table[-1] = 1
    said = [*(log(answer.times) for answer in answers), 0.0]
    found, *_ = np.linalg.lstsq(table, np.array(said), rcond=None)
    return dict(zip(names, found.tolist(), strict=True))


def _contradictions(
    worth: Mapping[str, float], answers: Sequence[TradeOff]
) -> Iterator[Contradiction]:
    for answer in answers:
        implied = exp(worth[answer.a] - worth[answer.b])
        factor = max(implied / answer.times, answer.times / implied)
        yield Contradiction(answer=answer, implied=implied, factor=factor)


def _unchecked(
    guide: Guide, answers: Sequence[TradeOff], reference: Criterion
) -> Iterator[tuple[Criterion, Criterion]]:
    """Yield pairs of neighbours in worth, of which one was asked about only once."""
    asked = [name for answer in answers for name in (answer.a, answer.b)]
    worth = _worths(guide.criteria, answers)
    others = sorted((c for c in guide.criteria if c != reference), key=lambda c: -worth[c.id])
    once = [criterion for criterion in others if asked.count(criterion.id) < TWICE]
    yield from zip(once[::2], once[1::2], strict=False)
    if len(once) % 2 and len(others) > 1:
        yield once[-1], next(c for c in reversed(others) if c != once[-1])


def _question(a: Criterion, b: Criterion, *, is_check: bool) -> Question:
    text = (
        f"How many times as much is it worth to go from {_ends(a)} by {_named(a)} "
        f"as from {_ends(b)} by {_named(b)}? (1: the same; below 1: less)"
    )
    return Question(a=a.id, b=b.id, is_check=is_check, text=text)


def _ends(criterion: Criterion) -> str:
    scale = criterion.scale
    low, high = scale.labels.get(scale.minimum), scale.labels.get(scale.maximum)
    return " to ".join(
        f"{rating} ({label})" if label else str(rating)
        for rating, label in ((scale.minimum, low), (scale.maximum, high))
    )


def _named(criterion: Criterion) -> str:
    return criterion.id.replace("-", " ")
