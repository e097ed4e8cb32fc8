"""Why a candidate earns a point: one sentence a manager understands, with what it rests on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.model import Category
from hanse.graph.quantities import Interval
from hanse.queries.answers import Evidence

NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SCHEME_WORDS: Final = {"s3_priority": "S3 priority"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One sentence on one component of a score.

    ``stage`` is the id of the stage it is about, ``categories`` are those that earned it, and
    ``evidence`` is empty only where nothing is stated (an unknown part).
    """

    component: str
    text: str
    stage: str | None = None
    categories: tuple[Category, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The value of one component, 0 to 1, and the sentences that explain it."""

    value: Interval
    reasons: tuple[Reason, ...] = ()


def evidence_of(claims: Iterable[Claim]) -> tuple[Evidence, ...]:
    """Return where claims stand, each place once, in order."""
    return tuple(dict.fromkeys(Evidence.of(claim) for claim in claims))


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them.

    >>> listed(["BioM", "bioPmed", "Lyonbiopole"])
    'BioM, bioPmed and Lyonbiopole'
    """
    return " and ".join((", ".join(names[:-1]), names[-1]) if len(names) > 1 else names)


def counted(number: int, noun: str, nouns: str | None = None) -> str:
    """Return a number with its noun; small numbers are written as words.

    >>> counted(1, "cluster"), counted(2, "category", "categories"), counted(12, "label")
    ('one cluster', 'two categories', '12 labels')
    """
    return f"{spelled(number)} {noun if number == 1 else nouns or noun + 's'}"


def spelled(number: int) -> str:
    """Return a number as it stands in a sentence: a word up to nine, else digits."""
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


def quoted(label: str) -> str:
    """Return a label in quotation marks."""
    return f"“{label}”"


def described(categories: Iterable[Category]) -> str:
    """Return categories by scheme, for labels alone are not unique.

    >>> described([Category(id="technology_field:optics", scheme="technology_field",
    ...                     label="Optics")])
    '“Optics” (technology field)'
    """
    by_scheme: dict[str, list[str]] = {}
    for category in categories:
        by_scheme.setdefault(category.scheme, []).append(quoted(category.label))
    return listed([f"{listed(names)} ({scheme_name(s)})" for s, names in by_scheme.items()])


def scheme_name(scheme: str) -> str:
    """Return the name of a classification scheme as people write it.

    >>> scheme_name("s3_priority"), scheme_name("stated_focus")
    ('S3 priority', 'stated focus')
    """
    return _SCHEME_WORDS.get(scheme) or scheme.replace("_", " ")
