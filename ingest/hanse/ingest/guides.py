"""Read evaluation guides that people write as TOML.

A guide has groups, scales and criteria. Weights are percent and add up to 100. A scale is a
ladder of labelled steps (``likert``), bands of a number (``bands``), or ``yes_no``. Bands are
kept as they were published: ``from`` and ``to`` belong to a band, ``above`` and ``below`` do
not; they may leave gaps and they may overlap.
"""

import re
from typing import Annotated, Final, Literal

from pydantic import Field

from hanse.graph.model import Band, Criterion, Guide, Scale
from hanse.ingest.definitions import Id, Percent, Text, Written, read_definition
from hanse.ingest.guide_faults import faults, sum_faults

HIGHEST_RATING: Final = 100
_STEP: Final = re.compile(r"[0-9]{1,3}")

Rating = Annotated[int, Field(ge=0, le=HIGHEST_RATING)]


class BandAsWritten(Written):
    """The values that earn a rating."""

    rating: Rating
    from_: float | None = Field(default=None, alias="from")
    above: float | None = None
    to: float | None = None
    below: float | None = None

    @property
    def band(self) -> Band:
        """Return the record."""
        return Band(
            rating=self.rating,
            low=self.above if self.from_ is None else self.from_,
            high=self.below if self.to is None else self.to,
            is_low_included=self.above is None,
            is_high_included=self.below is None,
        )


class ScaleAsWritten(Written):
    """How criteria are rated."""

    kind: Literal["likert", "bands", "yes_no"]
    minimum: Rating = 0
    maximum: Rating | None = None
    labels: dict[str, Text] = Field(default_factory=dict)
    bands: list[BandAsWritten] = Field(default_factory=list)
    unit: Text | None = None
    whole: bool = True

    @property
    def top(self) -> int | None:
        """Return the highest rating, stated or following from labels, bands or kind."""
        if self.maximum is not None:
            return self.maximum
        steps = [int(label) for label in self.labels if _STEP.fullmatch(label)]
        steps += [band.rating for band in self.bands] + [1] * (self.kind == "yes_no")
        return max(steps, default=None)

    @property
    def scale(self) -> Scale:
        """Return the record."""
        return Scale(
            kind=self.kind,
            minimum=self.minimum,
            maximum=self.top or 0,
            labels={int(rating): label for rating, label in sorted(self.labels.items())},
            bands=tuple(band.band for band in self.bands),
            unit=self.unit,
            is_whole=self.whole,
        )


class CriterionAsWritten(Written):
    """One question asked of every candidate."""

    id: Id
    question: Text
    group: str
    weight: Percent
    scale: str
    evidence: str | None = None
    veto: bool = False
    locator: Text | None = None
    goals: list[str] = Field(default_factory=list)


class GuideAsWritten(Written):
    """A whole guide."""

    id: Id
    label: Text
    source: Text | None = None
    note: Text | None = None
    goals: list[Text] = Field(default_factory=list)
    groups: dict[Id, Text] = Field(min_length=1)
    scales: dict[Id, ScaleAsWritten] = Field(min_length=1)
    criteria: list[CriterionAsWritten] = Field(min_length=1)


def read_guide(text: str, *, where: str, for_evaluation: bool = True) -> Guide:
    """Return the guide that ``text`` defines.

    Parameters
    ----------
    text
        TOML, at most 256 KiB; weights in percent.
    where
        Name of the file, for messages.
    for_evaluation
        Refuse weights that do not add up to 100; false is for a lint that reports them.

    Raises
    ------
    BadDefinition
        With file, line and remedy, when anything in it is not known, not a number, not
        within its limits, or contradicts the rest.

    Examples
    --------
    >>> guide = read_guide('''
    ... id = "interest-only"
    ... label = "Interest"
    ... groups = { will = "Willingness" }
    ... scales = { strength = { kind = "likert", maximum = 5 } }
    ... [[criteria]]
    ... id = "interest"
    ... question = "How much does the cluster want to join?"
    ... group = "will"
    ... weight = 100
    ... scale = "strength"
    ... ''', where="interest.toml")
    >>> guide.criteria[0].weight, guide.maximum
    (1.0, 5.0)
    """
    written = read_definition(text, GuideAsWritten, where=where)
    guide = written.says
    written.refuse([*faults(guide), *(sum_faults(guide) if for_evaluation else ())])
    return _guide(guide)


def _guide(guide: GuideAsWritten) -> Guide:
    scales = {name: scale.scale for name, scale in guide.scales.items()}
    return Guide(
        id=guide.id,
        label=guide.label,
        criteria=tuple(_criterion(c, scales[c.scale]) for c in guide.criteria),
        groups=dict(guide.groups),
        source=guide.source or "",
        note=guide.note or "",
        goals=tuple(guide.goals),
    )


def _criterion(criterion: CriterionAsWritten, scale: Scale) -> Criterion:
    return Criterion(
        id=criterion.id,
        question=criterion.question,
        group=criterion.group,
        weight=criterion.weight / 100,
        scale=scale,
        evidence=criterion.evidence,
        is_veto=criterion.veto,
        locator=criterion.locator or "",
        goals=tuple(criterion.goals),
    )
