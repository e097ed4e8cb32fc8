"""Everything known is a claim: who says what of whom, where it stands, and when it held.

A claim cannot be made without a source and a place in it. Claims that contradict each other
both stay; :func:`preferred` says which one the graph shows, and whether any is preferred.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from json.encoder import encode_basestring_ascii as quoted
from typing import Final, Literal

from hanse.graph.dates import check_date, first_day
from hanse.graph.errors import BadClaim
from hanse.graph.quantities import Interval, Quantity, check_number, hull

Value = str | int | float | bool | Quantity
Status = Literal["stated", "repaired", "conjecture", "assumption"]
STATUSES: Final = ("stated", "repaired", "conjecture", "assumption")
# Attributes whose value decides on which day a thing is there, so that it must be a date.
PERIOD: Final = ("since", "until")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement.

    Parameters
    ----------
    subject
        Id of what the statement is about.
    predicate
        Name of a relation or an attribute of the schema.
    value
        Id of the other end of a relation; text, number or yes/no of an attribute; a
        :class:`Quantity` where a unit belongs to it.
    source, locator
        Id of the source, and the place in it (page, section, row). Neither may be empty.
    as_of
        Day, month or year the statement itself names; ``None`` holds on every day.
    since, until
        When a membership, an agreement or a label held; ``None`` is not stated.
    role
        In what capacity: a role in a membership, a state, a scheme's side note.
    context
        Id of what the statement depends on: an either/or set, a criterion, an alliance.
    status
        ``stated`` as printed, ``repaired`` with a reason, ``conjecture`` or ``assumption``.
    as_written
        The wording as printed, where it differs.
    note
        Why it was repaired, guessed or assumed; a comment.
    """

    subject: str
    predicate: str
    value: Value
    source: str
    locator: str
    as_of: str | None = None
    since: str | None = None
    until: str | None = None
    role: str | None = None
    context: str | None = None
    status: Status = "stated"
    as_written: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be a statement, whoever made it.

        Raises
        ------
        BadClaim
            Without a subject, predicate, source or locator; with a value that is none; with
            text that is not Unicode.
        ImpossibleDate
            When a date is none.
        """
        if not (
            self.subject.strip()
            and self.predicate.strip()
            and self.source.strip()
            and self.locator.strip()
        ):
            raise BadClaim("a claim needs a subject, a predicate, a source and a locator")
        if self.status not in STATUSES:
            raise BadClaim(f"{self.status!r} is no status", hint=f"one of {', '.join(STATUSES)}")
        _check_value(self.predicate, self.value)
        for day in (self.as_of, self.since, self.until):
            if day is not None:
                _check_day(day)
        _check_text(self)

    @property
    def id(self) -> int:
        """Return a number that is the same for the same statement, in every store.

        63 bits: among ten million claims two share one with a chance of about 5 in a million.
        """
        return number_of(
            (self.subject, self.predicate, self.source, self.locator),
            _plain(self.value),
            (self.as_of, self.since, self.until, self.role, self.context),
            (self.status, self.as_written, self.note),
        )

    @property
    def other(self) -> str:
        """Return the id at the other end of a relation."""
        return str(self.value)

    @property
    def is_fact(self) -> bool:
        """Say whether the graph may build on it: a conjecture is kept beside the facts."""
        return self.status != "conjecture"


def number_of(
    said: tuple[str, str, str, str],
    value: str,
    when: tuple[str | None, ...],
    how: tuple[str | None, ...],
) -> int:
    """Return the number of a statement, made of its parts; ``value`` is JSON already.

    The parts are put together as JSON by hand: an encoder of its own for each of a million
    claims took most of the time of an import.
    """
    subject, predicate, source, locator = map(quoted, said)
    text = f"[[{subject},{predicate},{value},{source},{locator}],[{_listed(when)}],{_listed(how)}]"
    digest = blake2b(text.encode("ascii"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _listed(parts: tuple[str | None, ...]) -> str:
    return ",".join(["null" if part is None else quoted(part) for part in parts])


def _check_value(predicate: str, value: Value) -> None:
    if isinstance(value, str):
        if not value.strip():
            raise BadClaim(f"{predicate} is blank", hint="leave out what is not known")
        if predicate in PERIOD:
            _check_day(value)
    elif predicate in PERIOD:
        raise BadClaim(f"{predicate} {value} is not a date", hint="write it as text: 2017-04")
    elif not isinstance(value, (bool, Quantity)):
        check_number(value)


@lru_cache(maxsize=4096)  # a day that many claims name is checked once
def _check_day(day: str) -> None:
    if check_date(day) != day:
        raise BadClaim(f"{day!r} has blanks around it", hint="write the date alone")


def _check_text(claim: Claim) -> None:
    """Refuse half a character (a lone surrogate), which no file can keep."""
    value = claim.value.unit if isinstance(claim.value, Quantity) else claim.value
    together = (
        f"{claim.subject}{claim.predicate}{value}{claim.source}{claim.locator}"
        f"{claim.role}{claim.context}{claim.as_written}{claim.note}"
    )
    if together.isascii():
        return
    try:
        together.encode()
    except UnicodeEncodeError:
        raise BadClaim("the text is not Unicode", hint="save the file as UTF-8") from None


def _plain(value: Value) -> str:
    """Return a value as the id sees it: 871 and 871.0 are the same number, 0 and -0.0 too."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Quantity):
        return plain_quantity(
            value.value, value.unit, value.qualifier, value.upper, is_strict=value.strict
        )
    return plain_flag(value) if isinstance(value, bool) else plain_number(value)


def plain_flag(value: object) -> str:
    """Return yes or no as the id sees it."""
    return "true" if value else "false"


def plain_number(value: float) -> str:
    """Return a number as the id sees it."""
    return float.__repr__(value + 0.0)


def plain_quantity(
    value: float, unit: str, qualifier: str, upper: float | None, *, is_strict: bool
) -> str:
    """Return a quantity as the id sees it."""
    most = "null" if upper is None else float.__repr__(float(upper))
    said = (plain_number(value), quoted(unit), quoted(qualifier), plain_flag(is_strict), most)
    return f"[{','.join(said)}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """What the graph shows of claims on one attribute.

    ``claim`` is the preferred one, or ``None`` where nothing decides between statements that
    differ; ``interval`` then spans all of them.
    """

    claim: Claim | None
    interval: Interval
    claims: tuple[Claim, ...] = field(default=())

    @property
    def qualifier(self) -> str | None:
        """Return the preferred claim's qualifier; ``None`` where none is preferred."""
        value = self.claim.value if self.claim else None
        return value.qualifier if isinstance(value, Quantity) else None

    @property
    def is_strict(self) -> bool:
        """Say whether the low end itself is excluded by every statement that gives it."""
        ends = [q for q in map(_quantity, self.claims) if q.interval.low == self.interval.low]
        chosen = [_quantity(self.claim)] if self.claim else ends
        return bool(chosen) and all(q.strict and q.qualifier == "at_least" for q in chosen)


def _quantity(claim: Claim) -> Quantity:
    if not isinstance(claim.value, Quantity):
        raise TypeError(f"{claim.predicate} of {claim.subject} is not a quantity")
    return claim.value


def preferred(claims: Sequence[Claim], *, trust: Sequence[str] = ()) -> Preference:
    """Choose among claims on the same quantity of the same subject.

    The newest as-of wins, then the order of ``trust`` (source ids, most trusted first). Where
    that leaves statements that differ, none is preferred and the range spans them all.

    Raises
    ------
    ValueError
        When there is no claim to choose from.
    """
    if not claims:
        raise ValueError("nothing to choose from")
    best = _most_trusted(_newest(claims), trust)
    values = {claim.value for claim in best}
    interval = hull(_quantity(claim).interval for claim in best)
    ordered = tuple(sorted(claims, key=claim_order))
    only = min(best, key=claim_order) if len(values) == 1 else None
    return Preference(claim=only, interval=interval, claims=ordered)


def _newest(claims: Sequence[Claim]) -> list[Claim]:
    newest = max(first_day(claim.as_of) if claim.as_of else "" for claim in claims)
    return [c for c in claims if (first_day(c.as_of) if c.as_of else "") == newest]


def _most_trusted(claims: Sequence[Claim], trust: Sequence[str]) -> list[Claim]:
    rank = {source: place for place, source in enumerate(trust)}
    best = min(rank.get(claim.source, len(rank)) for claim in claims)
    return [claim for claim in claims if rank.get(claim.source, len(rank)) == best]


def claim_order(claim: Claim) -> tuple[str, ...]:
    """Return the key that puts claims into the same order everywhere."""
    parts = (claim.predicate, claim.source, claim.locator, str(claim.value), claim.as_of or "")
    return (*parts, claim.since or "", claim.role or "", f"{claim.id:020d}")
