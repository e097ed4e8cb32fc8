"""Pass, fail or unknown: what a question comes to when some of the facts are missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from hanse.queries.answers import Evidence

Outcome = Literal["pass", "fail", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An outcome, the sentence that says why, and where that stands.

    ``evidence`` is empty only where nothing is stated.
    """

    outcome: Outcome
    text: str
    evidence: tuple[Evidence, ...] = ()


def every(outcomes: Iterable[Outcome]) -> Outcome:
    """Return whether all hold: one failure decides, whatever is unknown.

    >>> every(["pass", "unknown", "fail"]), every(["pass", "unknown"]), every([])
    ('fail', 'unknown', 'pass')
    """
    found = set(outcomes)
    if "fail" in found:
        return "fail"
    return "unknown" if "unknown" in found else "pass"


def some(outcomes: Iterable[Outcome]) -> Outcome:
    """Return whether any holds: one pass decides, whatever is unknown.

    >>> some(["fail", "unknown", "pass"]), some(["fail", "unknown"]), some([])
    ('pass', 'unknown', 'fail')
    """
    found = set(outcomes)
    if "pass" in found:
        return "pass"
    return "unknown" if "unknown" in found else "fail"


def outcome_of(is_so: bool | None) -> Outcome:  # a truth is the argument
    """Return yes, no or unknown as an outcome.

    >>> outcome_of(True), outcome_of(None)
    ('pass', 'unknown')
    """
    if is_so is None:
        return "unknown"
    return "pass" if is_so else "fail"
