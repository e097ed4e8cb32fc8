"""What several charts are made of: layers with their rows, tooltips, the colours of groups."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from hanse.viz import palette
from hanse.viz.chart_rows import Charted, Row

if TYPE_CHECKING:
    import altair as alt

    Drawing = alt.LayerChart | alt.FacetChart

POSSIBLE: Final = "#b9c6d6"  # what blanks and ranges may still bring


def layer(rows: Sequence[Row]) -> "alt.Chart":
    """Return an empty chart of these rows; they stand in the chart itself."""
    import altair as alt

    return alt.Chart(alt.InlineData(values=list(rows)))


def tips(*names: str) -> "list[alt.Tooltip]":
    """Return the fields that a pointer is told."""
    import altair as alt

    return [alt.Tooltip(f"{name}:N") for name in names]


def group_colour(charted: Charted) -> "alt.Color":
    """Return a colour for each group of the guide, with its legend."""
    import altair as alt

    labels = list(charted.evaluation.guide.groups.values())
    colours = [palette.GROUPS[number % len(palette.GROUPS)] for number in range(len(labels))]
    legend = alt.Legend(orient="bottom", title=None, columns=2, symbolType="square", offset=8)
    return alt.Color("group:N", scale=alt.Scale(domain=labels, range=colours), legend=legend)
