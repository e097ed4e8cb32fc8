"""What a check of a guide or a chain says: a code, how bad it is, where, and what to do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from hanse.graph.quantities import Interval
from hanse.queries.reasons import listed

Severity = Literal["error", "warning"]
# From the definition's top to the place in question, by keys and by positions in lists.
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in a definition that an error forbids to use, or that a warning points out.

    ``path`` leads to the place in the definition; who has the text can tell the line.
    """

    code: str
    path: Path
    message: str
    remedy: str
    severity: Severity = "warning"


def percent(share: float) -> str:
    """Return a share of 1 in percent, with as few decimals as it takes, two at most.

    >>> percent(0.15), percent(1 / 96)
    ('15 %', '1.04 %')
    """
    return f"{round(100 * share, 2):g} %"


def figures(values: Iterable[float]) -> str:
    """Return numbers as a sentence lists them.

    >>> figures([10, 25, 50])
    '10, 25 and 50'
    """
    return listed([f"{value:g}" for value in values])


def ranges(spans: Sequence[Interval]) -> str:
    """Return ranges as a sentence lists them.

    >>> ranges([Interval(10, 10), Interval(151, 200), Interval(500, None)])
    '10, 151 to 200 and 500 or more'
    """
    return listed([str(span) for span in spans])
