"""Read named assumptions that people write as TOML: one reading of an ambiguous sentence each.

An assumption states figures that are to be taken for granted, names the statements that they
stand in for, and may say that clusters without a common region share nothing.
"""

from typing import Literal

from pydantic import Field

from hanse.graph.assumptions import AssumedFigure, Assumption
from hanse.ingest.definitions import Id, Text, Written, read_definition
from hanse.ingest.figures import read_quantity


class FigureAsWritten(Written):
    """A figure taken for granted: of which clusters, in which unit, how large."""

    clusters: list[str] = Field(min_length=1)
    unit: Text
    size: Text
    kind: Literal["union", "overlap", "sum"] = "union"


class StatementAsWritten(Written):
    """A statement that is set aside, by what it is stated of and its unit."""

    of: Text
    unit: Text


class AssumptionAsWritten(Written):
    """One named reading."""

    id: Id
    label: Text
    note: str = ""
    regions_apart: bool = False
    figures: list[FigureAsWritten] = Field(default_factory=list)
    sets_aside: list[StatementAsWritten] = Field(default_factory=list)


def read_assumption(text: str, *, where: str) -> Assumption:
    """Return the assumption that ``text`` states.

    Raises
    ------
    BadDefinition
        With file, line and remedy, when anything in it is not known or not within its limits.

    Examples
    --------
    >>> assumed = read_assumption('''
    ... id = "three-in-one"
    ... label = "The three have 1,700 companies, Biocat's included."
    ... [[figures]]
    ... clusters = ["biom", "biopmed", "lyonbiopole", "biocat"]
    ... unit = "companies"
    ... size = "1700"
    ... [[sets_aside]]
    ... of = "three-other-bioregions"
    ... unit = "companies"
    ... ''', where="three.toml")
    >>> assumed.figures[0].size, assumed.sets_aside
    (Interval(low=1700, high=1700), (('three-other-bioregions', 'companies'),))
    """
    says = read_definition(text, AssumptionAsWritten, where=where).says
    return Assumption(
        id=says.id,
        label=says.label,
        figures=tuple(_figure(figure, where) for figure in says.figures),
        sets_aside=tuple((statement.of, statement.unit) for statement in says.sets_aside),
        are_regions_apart=says.regions_apart,
        note=says.note,
    )


def _figure(figure: FigureAsWritten, where: str) -> AssumedFigure:
    size = read_quantity(figure.size, unit=figure.unit, where=where)
    return AssumedFigure(
        clusters=tuple(figure.clusters), unit=figure.unit, size=size.interval, kind=figure.kind
    )
