"""What is drawn where a plane would be bare: what is known, and what is blank."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from hanse.viz import palette
from hanse.viz.chart_parts import POSSIBLE, group_colour, layer, tips
from hanse.viz.chart_rows import WIDTH, Charted, Row
from hanse.viz.known_rows import BLANK, RATED, cells, heading, ranges, summaries

if TYPE_CHECKING:
    import altair as alt

    from hanse.viz.chart_parts import Drawing

CELL: Final = 34  # width of a criterion's column, in pixels
ROW: Final = 22


def ratings_known(charted: Charted) -> "Drawing":
    """Draw a cell for each candidate and criterion: coloured by group where it is rated."""
    import altair as alt

    rows = cells(charted)
    order = [heading(criterion) for criterion in charted.evaluation.guide.criteria]
    axis = alt.Axis(orient="top", labelAngle=-38, domain=False, ticks=False, labelLimit=220)
    across = alt.X("criterion:N", sort=order, title=None, axis=axis,
                   scale=alt.Scale(paddingInner=0.12, paddingOuter=0.05))  # fmt: skip
    down = _names()
    tooltip = tips("name", "question", "rating", "note", "synthetic")
    box = layer(rows).mark_rect(cornerRadius=3, strokeWidth=1).encode(x=across, y=down)
    marks = [_boxes(box, charted, tooltip)]
    # White on the dark colour of the first group, dark on all others.
    first = next(iter(charted.evaluation.guide.groups.values()), "")
    is_dark = (alt.datum.group == first) & (alt.datum.state == RATED)
    ink = alt.condition(is_dark, alt.value(palette.PAPER), alt.value(palette.INK))
    said = layer([row for row in rows if row["rating"]]).mark_text(fontSize=10.5)
    marks.append(said.encode(x=across, y=down, text="rating:N", color=ink))
    width = CELL * len(order)
    return alt.layer(*marks, _ends(rows, width)).properties(width=width, height=alt.Step(ROW))


def _boxes(box: "alt.Chart", charted: Charted, tooltip: "list[alt.Tooltip]") -> "alt.Chart":
    import altair as alt

    is_blank = f"datum.state === '{BLANK}'"
    made: alt.Chart = box.encode(
        color=group_colour(charted),
        fillOpacity=alt.FillOpacity("fill:Q", scale=None),
        stroke=alt.condition(is_blank, alt.value(POSSIBLE), alt.value(palette.INK)),
        strokeOpacity=alt.condition(is_blank, alt.value(1), alt.value(0.55)),
        tooltip=tooltip,
    )
    return made


def complementarity_known(charted: Charted) -> "Drawing":
    """Draw complementarity by itself as ranges, with what there is of fit in words."""
    import altair as alt

    rows = ranges(charted)
    top = max((float(str(row["high"])) for row in rows if row["high"] is not None), default=1.0)
    scale = alt.Scale(domain=[0, max(top, 0.1)], nice=True)
    title = "complementarity along the chain (share of 1)"
    axis = alt.Axis(format=".2~f", tickCount=7)

    def x(field: str) -> "alt.X":
        return alt.X(f"{field}:Q", scale=scale, title=title, axis=axis)

    base = layer(rows).encode(y=_names(), tooltip=tips("name", "across", "fit", "rated"))
    spans = base.mark_bar(height=6, color=POSSIBLE).encode(x=x("low"), x2="high:Q")
    dots = base.mark_point(size=80, filled=True, opacity=1, color=palette.BLUE,
                           stroke=palette.INK, strokeWidth=0.9).encode(x=x("low"))  # fmt: skip
    width = WIDTH - 180
    return alt.layer(spans, dots, _ends(rows, width)).properties(width=width, height=alt.Step(ROW))


def _names() -> "alt.Y":
    import altair as alt

    axis = alt.Axis(labelLimit=250, domain=False, ticks=False)
    return alt.Y("name:N", sort=None, title=None, axis=axis, scale=alt.Scale(paddingInner=0.12))


def _ends(rows: Sequence[Row], width: int) -> "alt.Chart":
    """Write at the end of each line how far fit is known."""
    import altair as alt

    said = layer(summaries(rows))
    text = said.mark_text(align="left", dx=10, fontSize=10.5, color=palette.MUTED)
    made: alt.Chart = text.encode(x=alt.value(width), y=_names(), text="said:N")
    return made
