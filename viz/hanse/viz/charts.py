"""Charts of an evaluation, defined once: interactive in the page, and as files for a report.

Each is a Vega-Lite chart made by Altair from the same answer as the tables. Unknown is drawn
as unknown: the light part of a bar and the thin line at a point reach as far as a blank may
still take a score, and where too little is rated all of it is pale.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from hanse.graph.errors import UnknownName
from hanse.viz import known_rows, palette
from hanse.viz.chart_parts import POSSIBLE, group_colour, layer, tips
from hanse.viz.chart_rows import (
    CANDIDATE,
    HEIGHT,
    MEMBER,
    UNRATED_AT,
    WIDTH,
    Across,
    Charted,
    Row,
    bars,
    ends,
    left_out,
    points,
)
from hanse.viz.known_charts import complementarity_known, ratings_known

if TYPE_CHECKING:
    import altair as alt

    from hanse.viz.chart_parts import Drawing

Spec = dict[str, object]

LETTERS: Final = 92  # of a line under a chart
BAR: Final = 21  # height of a candidate's row, in pixels
FONT: Final = "Segoe UI, Helvetica Neue, Noto Sans, Liberation Sans, Arial, sans-serif"
LINE: Final = "#8fa1b8"
FIGURES: Final = {
    "3": "Figure 3: weighted score by candidate and group of criteria",
    "4": "Figure 4: interest against fit, members beside candidates",
    "axes": "Two axes: complementarity against fit",
}
SNIPPET: Final = "window.vegaEmbed = vegaEmbed;"
NO_RANKS: Final = (
    "Of nobody as much as 70 % of the weight is rated: pale, and no ranks. "
    "Grey is what blanks may still bring."
)
# The two figures that are planes, and what runs across them.
_ACROSS: Final[Mapping[str, Across]] = {"4": "interest", "axes": "complementarity"}
SYNTHETIC: Final = "Synthetic ratings: invented for demonstration, nobody's judgement"


def theme() -> Spec:
    """Return how every chart looks: the palette, the letters and the lines of the page."""
    lines = {"gridColor": "#e8edf3", "domainColor": "#b8c4d3", "tickColor": "#b8c4d3"}
    letters = {"labelColor": palette.MUTED, "titleColor": palette.MUTED, "titleFontWeight": 600}
    return {
        "font": FONT,
        "background": palette.PAPER,
        "view": {"stroke": None},
        "axis": {**lines, **letters, "labelFontSize": 11, "titleFontSize": 11},
        "title": {
            "anchor": "start",
            "frame": "group",
            "color": palette.INK,
            "fontSize": 13,
            "subtitleColor": palette.BAD,
            "subtitleFontSize": 11,
            "subtitleFontWeight": 600,
            "offset": 10,
        },
        "legend": {"labelColor": palette.INK, "labelLimit": 300, "labelFontSize": 11},
    }


def figure(name: str, charted: Charted) -> Spec:
    """Return a figure as a Vega-Lite specification that holds its data.

    Parameters
    ----------
    name
        ``3``, ``4`` or ``axes``; see :data:`FIGURES`.
    charted
        The evaluation, and what is put beside it.

    Raises
    ------
    UnknownName
        When there is no such figure.
    """
    if name not in _CHARTS:
        raise UnknownName(name, kind="figure", known=_CHARTS, list_with="hanse export --help")
    remarks = [*([SYNTHETIC] if charted.is_synthetic else []), *_remarks(name, charted)]
    described = ". ".join([FIGURES[name], *remarks])
    made = _CHARTS[name](charted).properties(
        title=_heading(FIGURES[name], remarks, charted), description=described
    )
    return {**made.to_dict(), "config": theme()}


def _heading(title: str, remarks: list[str], charted: Charted) -> "str | alt.TitleParams":
    """Return the title; what stands below it is red where ratings were invented."""
    import altair as alt

    if not remarks or charted.is_synthetic:
        return alt.TitleParams(title, subtitle=remarks) if remarks else title
    return alt.TitleParams(
        title, subtitle=remarks, subtitleColor=palette.MUTED, subtitleFontWeight="normal"
    )


def _remarks(name: str, charted: Charted) -> list[str]:
    """Return what is to be known before anybody reads the figure."""
    if name in _ACROSS:
        return known_rows.remarks(charted, _ACROSS[name]) if _is_bare(name, charted) else []
    cards = charted.evaluation.candidates
    nobody = bool(cards) and not any(card.rank for card in cards)
    return [NO_RANKS, known_rows.TO_FILL] if nobody else []


def _is_bare(name: str, charted: Charted) -> bool:
    return known_rows.is_bare(charted, _ACROSS[name])


# -- Figure 3 ------------------------------------------------------------------------------------


def _stacked(charted: Charted) -> "Drawing":
    """Stack what is sure by group; beyond it, lightly, what blanks and ranges leave possible."""
    import altair as alt

    rows = bars(charted)
    limits = alt.Scale(domain=[0, charted.evaluation.maximum], nice=False)
    title = f"weighted score in rating points, at most {charted.evaluation.maximum:.2f}"
    names = alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=250, domain=False))

    def across(field: str) -> "alt.X":
        return alt.X(f"{field}:Q", scale=limits, title=title)

    wholes = layer(rows.wholes).encode(y=names)
    sure = (
        layer(rows.parts)
        .mark_bar(height=12)
        .encode(
            y=names,
            x=across("from"),
            x2="to:Q",
            color=group_colour(charted),
            opacity=alt.Opacity("strength:Q", scale=None),
            tooltip=tips("name", "group", "points", "synthetic"),
        )
    )
    possible = wholes.mark_bar(height=6, color=POSSIBLE).encode(
        x=across("low"),
        x2="high:Q",
        opacity=alt.Opacity("strength:Q", scale=None),
        tooltip=tips("name", "score", "fit", "rated", "rank", "synthetic"),
    )
    ticks = wholes.mark_tick(color=palette.INK, thickness=1.2, size=12)
    marks = [ticks.encode(x=across(end)) for end in ("low", "high")]
    said = wholes.mark_text(align="left", dx=7, fontSize=10.5, color=palette.MUTED)
    layers = (possible, sure, *marks, said.encode(x=across("high"), text="text:N"))
    return alt.layer(*layers).properties(width=WIDTH - 110, height=alt.Step(BAR))


# -- Figure 4 and the two axes -------------------------------------------------------------------


def _interest(charted: Charted) -> "Drawing":
    import altair as alt

    if _is_bare("4", charted):
        return ratings_known(charted)
    most = charted.interest.scale.maximum
    axis = alt.Axis(
        values=[UNRATED_AT * most, *range(int(most) + 1)],
        labelExpr="datum.value < 0 ? 'not rated' : format(datum.value, 'd')",
        grid=True,
    )
    return _plane(charted, "interest", f"{charted.interest.question} (0 to {most:g})", axis)


def _two_axes(charted: Charted) -> "Drawing":
    import altair as alt

    if _is_bare("axes", charted):
        return complementarity_known(charted)
    title = "complementarity along the chain (share of 1)"
    return _plane(charted, "complementarity", title, alt.Axis(format=".2~f", tickCount=7))


def _plane(charted: Charted, across: Across, title: str, axis: "alt.Axis") -> "Drawing":
    """Draw points at what is sure, with thin lines as far as blanks and ranges reach."""
    import altair as alt

    rows = points(charted, across)
    titles = [title, *_missing(charted, across)]
    sideways = alt.Scale(domain=list(ends(charted, across)), nice=False, zero=False)
    upwards = alt.Scale(domain=[0, 1.02], nice=False)

    def x(field: str) -> "alt.X":
        return alt.X(f"{field}:Q", scale=sideways, title=titles, axis=axis)

    def y(field: str) -> "alt.Y":
        name = "fit (share of the highest weighted score)"
        return alt.Y(f"{field}:Q", scale=upwards, title=name, axis=alt.Axis(format="%"))

    base = layer(rows)
    faint = alt.Opacity("strength:Q", scale=None)
    lines = base.mark_rule(color=LINE, strokeWidth=1.4).encode(opacity=faint)
    layers = [
        lines.encode(x=x("x_low"), x2="x_high:Q", y=y("y")),
        lines.encode(x=x("x"), y=y("y_low"), y2="y_high:Q"),
        _marks(base).encode(x=x("x"), y=y("y")),
        *(_names(rows, side).encode(x=x("x"), y=y("y_name")) for side in ("right", "left")),
    ]
    return alt.layer(*layers).properties(width=WIDTH, height=HEIGHT)


def _missing(charted: Charted, across: Across) -> list[str]:
    """Return lines that name who has no place in the plane, and why."""
    listed = [f"{why}: {', '.join(who)}" for why, who in left_out(charted, across).items()]
    return [line for text in listed for line in wrap(text, LETTERS)]


def _marks(base: "alt.Chart") -> "alt.Chart":
    """Tell members from candidates by shape and colour; pale where too little is rated."""
    import altair as alt

    standings = [CANDIDATE, MEMBER]
    legend = alt.Legend(orient="bottom", title=None, offset=8)
    colours = alt.Scale(domain=standings, range=[palette.BLUE, palette.AMBER])
    shapes = alt.Scale(domain=standings, range=["circle", "diamond"])
    marks: alt.Chart = base.mark_point(
        size=80, filled=True, opacity=1, stroke=palette.INK, strokeWidth=0.9
    ).encode(
        color=alt.Color("standing:N", scale=colours, legend=legend),
        shape=alt.Shape("standing:N", scale=shapes, legend=legend),
        fillOpacity=alt.FillOpacity("strength:Q", scale=None),
        tooltip=tips("name", "standing", "across", "fit", "rated", "rank", "synthetic"),
    )
    return marks


def _names(rows: Sequence[Row], side: str) -> "alt.Chart":
    """Write the names that stand on this side of their points."""
    here = layer([row for row in rows if row["side"] == side])
    is_right = side == "right"
    text: alt.Chart = here.mark_text(
        align="left" if is_right else "right",
        dx=8 if is_right else -8,
        fontSize=10.5,
        color=palette.INK,
    ).encode(text="short:N")
    return text


_CHARTS: Final[Mapping[str, Callable[[Charted], "Drawing"]]] = {
    "3": _stacked,
    "4": _interest,
    "axes": _two_axes,
}


# -- files and the page --------------------------------------------------------------------------


def drawn(spec: Spec, ending: str) -> bytes:
    """Return a chart as an SVG, PDF or PNG file; nothing is loaded from anywhere.

    The same chart gives the same SVG and PNG; a PDF carries the time it was made.
    """
    import vl_convert

    if ending == ".svg":
        return str(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])).encode()
    if ending == ".pdf":
        return bytes(vl_convert.vegalite_to_pdf(spec, allowed_base_urls=[]))
    return bytes(vl_convert.vegalite_to_png(spec, scale=2, allowed_base_urls=[]))


@cache
def bundle() -> str:
    """Return the script that draws charts in a page: it puts ``vegaEmbed`` on the window."""
    import vl_convert

    return str(vl_convert.javascript_bundle(SNIPPET))
