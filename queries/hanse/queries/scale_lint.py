"""What is open or lopsided in one scale of a guide."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from hanse.graph.model import Band, Criterion, Guide, Scale
from hanse.graph.quantities import Interval
from hanse.queries.bands import gaps, overlaps
from hanse.queries.lint import Finding, Path, figures, percent, ranges
from hanse.queries.reasons import quoted

# Words of a ladder's steps; other languages are not recognised, and then nothing is said.
_UNACCEPTABLE: Final = re.compile(r"unaccept|not accept|knock.?out|exclu|disqualif", re.IGNORECASE)
_NEUTRAL: Final = re.compile(r"neutral|average|medium|moderate", re.IGNORECASE)


def scale_findings(guide: Guide, place: int, criteria: Sequence[Criterion]) -> Iterator[Finding]:
    """Yield what is odd about the scale that ``criteria`` share.

    ``place`` is the position of the first of them, by which a finding leads to the scale.
    """
    path: Path = ("criteria", place, "scale")
    scale = criteria[0].scale
    if scale.kind == "bands":
        yield from _of_bands(scale, path, criteria[0])
    else:
        yield from _of_labels(scale, path, criteria)
    yield from _of_veto(guide, path, criteria)


def _of_bands(scale: Scale, path: Path, criterion: Criterion) -> Iterator[Finding]:
    unit = scale.unit or "things"
    yield from _of_gaps(scale, path, unit)
    shared = overlaps(scale)
    if shared:
        yield Finding(
            code="band-overlap", path=(*path, "bands", _first_meeting(scale, shared[0])),
            message=f"{ranges(shared)} {unit} stand in two bands{' each' * (len(shared) > 1)}: "
            "both ratings count, as a range",
            remedy="let one of the two bands end below, or the other begin above: below / above",
        )  # fmt: skip
    yield from _of_order(scale, path)
    if criterion.evidence is None:
        yield Finding(
            code="bands-by-judgement", path=(*path[:2], "id"),
            message=f"{criterion.id} has bands of {unit}, and no fact of the graph feeds it",
            remedy="name the attribute that does: evidence = ...",
        )  # fmt: skip


def _of_gaps(scale: Scale, path: Path, unit: str) -> Iterator[Finding]:
    open_ends = gaps(scale)
    if open_ends:
        yield Finding(
            code="band-gap", path=(*path, "bands", _first_after(scale, open_ends[0])),
            message=f"{ranges(open_ends)} {unit} have no rating: no band holds them",
            remedy="let the band before reach further; until then such a number rates nothing",
        )  # fmt: skip


def _first_after(scale: Scale, gap: Interval) -> int:
    """Return the position of the band that begins after a gap; of the last one if none does."""
    starts = [(band.low or 0, place) for place, band in enumerate(scale.bands)]
    later = [place for low, place in sorted(starts) if low >= (gap.high or 0) and gap.high]
    return later[0] if later else max(starts)[1]


def _first_meeting(scale: Scale, shared: Interval) -> int:
    """Return the position of the later of the two bands that hold a value."""
    value = shared.low or 0
    holding = [place for place, band in enumerate(scale.bands) if _holds(band, value)]
    return holding[-1]


def _holds(band: Band, value: float) -> bool:
    return (band.low or 0) <= value and (band.high is None or band.high >= value)


def _of_order(scale: Scale, path: Path) -> Iterator[Finding]:
    rising = sorted(enumerate(scale.bands), key=lambda item: item[1].low or 0)
    for (_, lower), (place, upper) in pairwise(rising):
        if upper.rating < lower.rating:
            yield Finding(
                code="band-order", path=(*path, "bands", place),
                message=f"a greater number earns less: {upper.rating} after {lower.rating}",
                remedy="exchange the ratings, unless less is meant to be better",
            )  # fmt: skip
    given = {band.rating for band in scale.bands}
    missing = [r for r in range(scale.minimum, scale.maximum + 1) if r not in given]
    if missing:
        yield Finding(
            code="rating-without-band", path=path,
            message=f"no band earns {figures(missing)}",
            remedy="add a band, or end the scale where its bands end",
        )  # fmt: skip


def _of_labels(scale: Scale, path: Path, criteria: Sequence[Criterion]) -> Iterator[Finding]:
    steps = range(scale.minimum, scale.maximum + 1)
    missing = [step for step in steps if step not in scale.labels]
    if scale.labels and missing:
        yield Finding(
            code="unlabelled-rating", path=(*path, "labels"),
            message=f"what earns {figures(missing)} is not said, by {_users(criteria)}",
            remedy=f"add a label for {figures(missing)}",
        )  # fmt: skip
    middle = (scale.minimum + scale.maximum) / 2
    for rating, label in sorted(scale.labels.items()):
        if _NEUTRAL.search(label) and rating != middle:
            share = percent((rating - scale.minimum) / (scale.maximum - scale.minimum))
            yield Finding(
                code="lopsided-ladder", path=(*path, "labels", str(rating)),
                message=f"{quoted(label)} is {rating} on a scale whose middle is {middle:g}: "
                f"who is average gets {share} of the points",
                remedy="put the neutral step into the middle, or know that averages look good",
            )  # fmt: skip


def _of_veto(guide: Guide, path: Path, criteria: Sequence[Criterion]) -> Iterator[Finding]:
    scale = criteria[0].scale
    label = scale.labels.get(scale.minimum, "")
    open_ones = [c for c in criteria if not c.is_veto]
    if not (_UNACCEPTABLE.search(label) and open_ones and guide.maximum):
        return
    worst = max(open_ones, key=lambda c: c.weight)
    left = guide.maximum - worst.weight * (scale.maximum - scale.minimum)
    yield Finding(
        code="no-veto", path=(*path, "labels", str(scale.minimum)),
        message=f"{scale.minimum} is called {quoted(label)} and excludes nobody by "
        f"{_users(open_ones)}: rated so by {worst.id}, a candidate can still reach {left:.2f} of "
        f"{guide.maximum:.2f} ({percent(round(left / guide.maximum, 2))})",
        remedy="add veto = true to the criteria by which a candidate must not fail",
    )  # fmt: skip


def _users(criteria: Sequence[Criterion]) -> str:
    return criteria[0].id if len(criteria) == 1 else f"{len(criteria)} criteria"
