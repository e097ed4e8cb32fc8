"""Rate one candidate by one criterion, from what the graph states or from what people gave."""

from dataclasses import dataclass
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput
from hanse.graph.model import Criterion, Scale
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import UNKNOWN, Interval
from hanse.queries.answers import Evidence
from hanse.queries.bands import Banded, banded
from hanse.queries.sizes import Size, size

JUDGED: Final = "a matter of judgement, and nobody has rated it"
NOT_STATED: Final = "nothing is stated of it"
NOT_LISTED: Final = "not in the list that was read, which is not a no"
GIVEN: Final = "as given"
DISPUTED: Final = 2  # rating points from the least to the greatest that people gave


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What a candidate earns by one criterion, why, and where that stands.

    Both ends are ``None`` where there is no rating. ``is_rated`` is false there too, and where
    a value may lie in a gap of the scale: such a rating is not counted in coverage.
    ``assessments`` are the claims of the people it is the median of; none where facts gave it.
    ``is_synthetic``: it was invented for demonstration.
    """

    low: int | float | None = None
    high: int | float | None = None
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    is_rated: bool = False
    assessments: tuple[Claim, ...] = ()
    is_synthetic: bool = False

    @property
    def places(self) -> tuple[Evidence, ...]:
        """Return where it stands: the facts' places, or those of the people's claims."""
        return self.evidence or tuple(map(Evidence.of, self.assessments))

    @property
    def spread(self) -> Interval:
        """Return the least and the greatest that people gave; unknown where nobody did."""
        values = [value_of(claim) for claim in self.assessments]
        return Interval(min(values), max(values)) if values else UNKNOWN

    @property
    def is_disputed(self) -> bool:
        """Say whether the ratings of people lie two points or more apart."""
        low, high = self.spread.low, self.spread.high
        return low is not None and high is not None and high - low >= DISPUTED

    def within(self, scale: Scale) -> Interval:
        """Return the range it may have; without a rating that is the whole scale."""
        low = scale.minimum if self.low is None else self.low
        return Interval(low, scale.maximum if self.high is None else self.high)


def value_of(claim: Claim) -> float:
    """Return the number of a claim that is a rating.

    Raises
    ------
    BadInput
        When it is none.
    """
    value = claim.value
    if isinstance(value, (int, float)):
        return value
    what = f"{value} is not a rating for {claim.context}"
    raise BadInput(what, where=claim.subject, hint="give a number of its scale")


def rated(graph: PartnershipGraph, candidate: str, criterion: Criterion) -> Rating:
    """Return the rating that the facts of the graph give; without any there is none."""
    if criterion.evidence is None:
        return Rating(note=JUDGED)
    if criterion.scale.kind == "yes_no":
        return _listed(graph, candidate, criterion.evidence)
    return _by_bands(size(graph, candidate, criterion.evidence), criterion.scale)


def given(value: Interval | Rating, criterion: Criterion, *, candidate: str) -> Rating:
    """Return a rating that people gave; unknown ends are the ends of the scale.

    Raises
    ------
    BadInput
        When it lies outside the scale of the criterion.
    """
    rating = value if isinstance(value, Rating) else _of_interval(value)
    scale, span = criterion.scale, rating.within(criterion.scale)
    if span.low is None or span.high is None or not _is_within(span.low, span.high, scale):
        what = f"{Interval(rating.low, rating.high)} is not a rating for {criterion.id}"
        hint = f"rate it from {scale.minimum} to {scale.maximum}"
        raise BadInput(what, where=candidate, hint=hint)
    return rating


def _of_interval(value: Interval) -> Rating:
    if value.is_unknown:
        return Rating(note=JUDGED)
    return Rating(low=value.low, high=value.high, note=GIVEN, is_rated=True)


def _is_within(low: float, high: float, scale: Scale) -> bool:
    return scale.minimum <= low <= high <= scale.maximum


def _listed(graph: PartnershipGraph, candidate: str, flag: str) -> Rating:
    values = set(graph.values(candidate, flag))
    if not values:
        return Rating(note=NOT_LISTED)
    claims = graph.claims_of(candidate, flag)
    evidence = tuple(dict.fromkeys(Evidence.of(claim) for claim in claims))
    if len(values) > 1:
        note = "stated both ways"
        return Rating(low=0, high=1, note=note, evidence=evidence)
    is_so = values == {True}
    note = "listed" if is_so else "stated not to be listed"
    return Rating(low=int(is_so), high=int(is_so), note=note, evidence=evidence, is_rated=True)


def _by_bands(known: Size, scale: Scale) -> Rating:
    if known.interval.is_unknown:
        return Rating(note=NOT_STATED)
    found = banded(scale, known)
    note, evidence = _note(known, found), known.evidence
    if not found.ratings:
        return Rating(note=note, evidence=evidence)
    if found.gaps:
        return Rating(low=scale.minimum, high=scale.maximum, note=note, evidence=evidence)
    low, high = found.ratings[0], found.ratings[-1]
    return Rating(low=low, high=high, note=note, evidence=evidence, is_rated=True)


def _note(known: Size, found: Banded) -> str:
    """Return the figures behind a rating: the number, its bands and gaps, and the rules used."""
    parts = [f"{known}: {_earned(found.ratings, known)}"]
    if found.gaps:
        parts.append(f"no rating from {_listing(list(map(str, found.gaps)), 'and')}")
    parts += known.rules
    if known.is_contradicted:
        parts.append("the statements contradict each other")
    return "; ".join(parts)


def _earned(ratings: tuple[int, ...], known: Size) -> str:
    if not ratings:
        return "in no band"
    words = f"rating {_listing(list(map(str, ratings)), 'or')}"
    return f"in {len(ratings)} bands, {words}" if known.interval.is_exact and ratings[1:] else words


def _listing(names: list[str], last: str) -> str:
    return f" {last} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
