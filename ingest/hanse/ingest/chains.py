"""Read value chains that people write as TOML.

A chain has two or more stages, in order. A stage lists the categories that feed it, each with
its scheme, its label in the standard spelling and its relevance, above 0 and at most 1.
"""

from collections.abc import Iterator
from math import fsum
from typing import Annotated, Literal

from pydantic import Field

from hanse.graph.ids import category_id
from hanse.graph.model import Feed, Stage, ValueChain
from hanse.ingest.definitions import (
    SUM_TOLERANCE,
    Id,
    Percent,
    Text,
    Written,
    read_definition,
)
from hanse.ingest.faults import Fault, repeated

Share = Annotated[float, Field(gt=0, le=1)]


class CategoryAsWritten(Written):
    """A category that feeds a stage."""

    scheme: Literal[
        "sectoral_industry", "emerging_industry", "technology_field", "s3_priority", "stated_focus"
    ]
    label: Text
    relevance: Share

    @property
    def feed(self) -> Feed:
        """Return the record."""
        return Feed(scheme=self.scheme, label=self.label, relevance=self.relevance)


class StageAsWritten(Written):
    """One step of a chain; the weight is percent, and equal for all when none is given."""

    id: Id
    label: Text
    weight: Percent | None = None
    categories: list[CategoryAsWritten] = Field(min_length=1)

    def stage(self, *, default: float) -> Stage:
        """Return the record; ``default`` is its share when no weight is written."""
        return Stage(
            id=self.id,
            label=self.label,
            weight=default if self.weight is None else self.weight / 100,
            feeds=tuple(category.feed for category in self.categories),
        )


class ChainAsWritten(Written):
    """A whole value chain."""

    id: Id
    label: Text
    source: Text | None = None
    note: Text | None = None
    provider_worths: list[Share] = Field(default=[0.7, 0.3], min_length=1)
    stages: list[StageAsWritten] = Field(min_length=2)


def read_chain(text: str, *, where: str) -> ValueChain:
    """Return the value chain that ``text`` defines.

    Parameters
    ----------
    text
        TOML, at most 256 KiB; weights in percent, relevance and worth of providers in shares.
    where
        Name of the file, for messages.

    Raises
    ------
    BadDefinition
        With file, line and remedy, when anything in it is not known, not a number, not
        within its limits, or contradicts the rest.

    Examples
    --------
    >>> chain = read_chain('''
    ... id = "light"
    ... label = "Light in medicine"
    ... [[stages]]
    ... id = "components"
    ... label = "Components"
    ... categories = [{ scheme = "technology_field", label = "Optics", relevance = 1 }]
    ... [[stages]]
    ... id = "care"
    ... label = "Care"
    ... categories = [{ scheme = "s3_priority", label = "Ageing societies", relevance = 0.5 }]
    ... ''', where="light.toml")
    >>> [(stage.id, stage.weight) for stage in chain.stages]
    [('components', 0.5), ('care', 0.5)]
    """
    written = read_definition(text, ChainAsWritten, where=where)
    chain = written.says
    written.refuse(chain_faults(chain))
    return ValueChain(
        id=chain.id,
        label=chain.label,
        stages=tuple(stage.stage(default=1 / len(chain.stages)) for stage in chain.stages),
        provider_worths=tuple(chain.provider_worths),
        source=chain.source or "",
        note=chain.note or "",
    )


def chain_faults(chain: ChainAsWritten) -> Iterator[Fault]:
    """Yield everything in a chain that does not fit together."""
    yield from _stage_faults(chain)
    yield from _weight_faults(chain)
    yield from _worth_faults(chain)


def _stage_faults(chain: ChainAsWritten) -> Iterator[Fault]:
    for place, first in repeated([stage.id for stage in chain.stages]):
        what = f"{chain.stages[place].id!r} is already the id of stage {first + 1}"
        remedy = "give every stage an id of its own"
        yield Fault(path=("stages", place, "id"), what=what, remedy=remedy)
    for place, stage in enumerate(chain.stages):
        for later, first in repeated([category_id(c.scheme, c.label) for c in stage.categories]):
            what = f"{stage.categories[later].label!r} feeds the stage already"
            remedy = f"keep one of the two, entry {first + 1} or entry {later + 1}"
            yield Fault(path=("stages", place, "categories", later), what=what, remedy=remedy)


def _weight_faults(chain: ChainAsWritten) -> Iterator[Fault]:
    weights = {place: s.weight for place, s in enumerate(chain.stages) if s.weight is not None}
    path = ("stages", min(weights, default=0), "weight")
    if weights and len(weights) < len(chain.stages):
        what = f"{len(weights)} of {len(chain.stages)} stages have a weight"
        yield Fault(path=path, what=what, remedy="give every stage a weight, or none")
    elif weights and abs(fsum(weights.values()) - 100) > SUM_TOLERANCE:
        what = f"the weights of the stages add up to {fsum(weights.values()):.10g}, not to 100"
        yield Fault(path=path, what=what, remedy="change the weights; they are percent")


def _worth_faults(chain: ChainAsWritten) -> Iterator[Fault]:
    worths, path = chain.provider_worths, ("provider_worths",)
    if worths != sorted(worths, reverse=True):
        what = "a later provider of a stage is worth more than an earlier one"
        yield Fault(path=path, what=what, remedy="write them from the greatest to the least")
    if abs(fsum(worths) - 1) > SUM_TOLERANCE:
        what = f"the worths of the providers add up to {fsum(worths):.10g}, not to 1"
        yield Fault(path=path, what=what, remedy="write shares such as [0.7, 0.3]")
