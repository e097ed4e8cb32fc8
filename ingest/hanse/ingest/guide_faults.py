"""What contradicts itself in an evaluation guide whose every single key is in order."""

from collections.abc import Iterator
from math import fsum
from typing import TYPE_CHECKING, Final

from hanse.graph.schema import schema
from hanse.ingest.definitions import SUM_TOLERANCE
from hanse.ingest.faults import Fault, nearest, repeated

if TYPE_CHECKING:
    from hanse.ingest.guides import (
        BandAsWritten,
        CriterionAsWritten,
        GuideAsWritten,
        ScaleAsWritten,
    )
    from hanse.ingest.toml_places import Path

# What a scale can be fed by: bands by a number, yes and no by a flag, a ladder by people only.
_FED_BY: Final = {"bands": "quantity", "yes_no": "flag"}


def faults(guide: "GuideAsWritten") -> Iterator[Fault]:
    """Yield everything in a guide that does not fit together, but for the sum of weights."""
    for name, scale in guide.scales.items():
        yield from _of_scale(("scales", name), scale)
    for place, first in repeated([criterion.id for criterion in guide.criteria]):
        what = f"{guide.criteria[place].id!r} is already the id of criterion {first + 1}"
        remedy = "give every criterion an id of its own"
        yield Fault(path=("criteria", place, "id"), what=what, remedy=remedy)
    for place, criterion in enumerate(guide.criteria):
        yield from _of_names(("criteria", place), criterion, guide)
        yield from _of_evidence(("criteria", place), criterion, guide)


def sum_faults(guide: "GuideAsWritten") -> Iterator[Fault]:
    """Yield a fault when the weights do not add up to 100 percent."""
    total = fsum(criterion.weight for criterion in guide.criteria)
    if abs(total - 100) > SUM_TOLERANCE:
        yield Fault(
            path=("criteria", 0, "weight"),
            what=f"the weights add up to {total:.10g}, not to 100",
            remedy="change the weights; they are percent of the whole",
        )


def _of_scale(path: "Path", scale: "ScaleAsWritten") -> Iterator[Fault]:
    if scale.kind == "bands":
        yield from _of_bands(path, scale)
    elif scale.bands or scale.unit:
        wrong = "bands" if scale.bands else "unit"
        what = f"{wrong!r} belongs to a scale of bands, and this one is {scale.kind!r}"
        yield Fault(path=(*path, wrong), what=what, remedy='write kind = "bands", or leave it out')
    yield from _of_ratings(path, scale)


def _of_ratings(path: "Path", scale: "ScaleAsWritten") -> Iterator[Fault]:
    top = scale.top
    if top is None:
        yield Fault(path=path, what="the scale has no highest rating", remedy="add: maximum = 5")
        return
    if scale.kind == "yes_no" and (scale.minimum, top) != (0, 1):
        remedy = "leave minimum and maximum out, or make it a likert scale"
        yield Fault(path=path, what="a yes_no scale is rated 0 or 1", remedy=remedy)
    elif top <= scale.minimum:
        what = f"the highest rating is {top}, and the lowest {scale.minimum}"
        yield Fault(path=path, what=what, remedy="make maximum greater than minimum")
    allowed = {str(rating) for rating in range(scale.minimum, top + 1)}
    for label in scale.labels.keys() - allowed:
        what = f"the label of {label!r} belongs to no rating from {scale.minimum} to {top}"
        remedy = "write whole ratings within the scale before the labels"
        yield Fault(path=(*path, "labels", label), what=what, remedy=remedy)


def _of_bands(path: "Path", scale: "ScaleAsWritten") -> Iterator[Fault]:
    if not scale.bands or scale.unit is None:
        missing = "unit" if scale.bands else "bands"
        example = '"companies"' if scale.bands else "[{ rating = 0, below = 5 }, ...]"
        what = f"{missing!r} is missing from a scale of bands"
        yield Fault(path=path, what=what, remedy=f"add: {missing} = {example}")
    for place, band in enumerate(scale.bands):
        for what, remedy in _of_band(band, scale):
            yield Fault(path=(*path, "bands", place), what=what, remedy=remedy)


def _of_band(band: "BandAsWritten", scale: "ScaleAsWritten") -> Iterator[tuple[str, str]]:
    ends = (band.from_, band.above, band.to, band.below)
    if None not in (band.from_, band.above) or None not in (band.to, band.below):
        yield "the band has two lower or two upper ends", "keep one of each"
    if ends == (None, None, None, None):
        yield "the band has no end, so that every value is in it", "add: from, above, to or below"
    if scale.whole and any(end is not None and not end.is_integer() for end in ends):
        remedy = "write whole numbers, or whole = false for the scale"
        yield "the scale counts whole things, and an end of the band is none", remedy
    low, high = band.band.low, band.band.high
    if low is not None and high is not None and low > high:
        yield f"the band ends at {high:g}, below its start at {low:g}", "exchange the two"
    if scale.top is not None and not scale.minimum <= band.rating <= scale.top:
        what = f"the band earns {band.rating}, and the scale goes from {scale.minimum}"
        yield f"{what} to {scale.top}", "change the rating, the minimum or the maximum"


def _of_names(
    path: "Path", criterion: "CriterionAsWritten", guide: "GuideAsWritten"
) -> Iterator[Fault]:
    if criterion.group not in guide.groups:
        what = f"there is no group {criterion.group!r}"
        remedy = nearest(criterion.group, guide.groups)
        yield Fault(path=(*path, "group"), what=what, remedy=remedy)
    if criterion.scale not in guide.scales:
        what = f"there is no scale {criterion.scale!r}"
        remedy = nearest(criterion.scale, guide.scales)
        yield Fault(path=(*path, "scale"), what=what, remedy=remedy)
    for place, goal in enumerate(criterion.goals):
        if goal not in guide.goals:
            what = f"{goal!r} is not among the goals of the guide"
            remedy = nearest(goal, guide.goals)
            yield Fault(path=(*path, "goals", place), what=what, remedy=remedy)


def _of_evidence(
    path: "Path", criterion: "CriterionAsWritten", guide: "GuideAsWritten"
) -> Iterator[Fault]:
    scale = guide.scales.get(criterion.scale)
    if criterion.evidence is None or scale is None:
        return
    place = (*path, "evidence")
    attribute = schema().attributes.get(criterion.evidence)
    if attribute is None:
        what = f"no attribute of the graph is called {criterion.evidence!r}"
        yield Fault(path=place, what=what, remedy=nearest(criterion.evidence, _feeding(scale.kind)))
    elif attribute.value_type != _FED_BY.get(scale.kind):
        what = f"a {scale.kind} scale cannot be fed by {criterion.evidence!r}"
        yield Fault(path=place, what=what, remedy="leave evidence out, or take another scale")
    elif scale.kind == "bands" and scale.unit not in (None, attribute.unit):
        what = f"{criterion.evidence!r} is in {attribute.unit}, and the bands in {scale.unit}"
        yield Fault(path=place, what=what, remedy=f"write unit = {attribute.unit!r} in the scale")


def _feeding(kind: str) -> list[str]:
    wanted = _FED_BY.get(kind)
    return [name for name, a in schema().attributes.items() if a.value_type == wanted]
