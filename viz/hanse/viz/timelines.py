"""When clusters were members of what: a chart of memberships by their dates."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from hanse.graph.dates import first_day, last_day
from hanse.graph.model import PARTNERSHIP_KINDS, Membership
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.viz import palette
from hanse.viz.chart_rows import WIDTH
from hanse.viz.charts import Spec, theme

if TYPE_CHECKING:
    import altair as alt

    from hanse.viz.chart_parts import Drawing

ROW: Final = 20  # height of a membership's row, in pixels
TITLE: Final = "Memberships by their dates"
UNDATED: Final = "no date stated"


def timeline(
    every_day: PartnershipGraph, clusters: Sequence[str], *, as_of: str | None = None
) -> Spec | None:
    """Return the memberships of ``clusters`` along time; ``None`` where none has a date.

    Parameters
    ----------
    every_day
        The graph of all days: what began later or has ended is drawn, too.
    clusters
        Whose memberships; in this order.
    as_of
        The day of the question, which is marked.

    Notes
    -----
    An end that is not stated is open: its bar runs pale to the edge. A membership without any
    date is named below the chart; nothing is guessed.
    """
    found = [m for one in clusters for m in _memberships(every_day, one)]
    dated = [m for m in found if m.since or m.until]
    if not dated:
        return None
    spec = _chart(rows(every_day, dated, as_of), as_of, _undated(every_day, found)).to_dict()
    return {**spec, "config": theme()}


def _memberships(graph: PartnershipGraph, cluster: str) -> tuple[Membership, ...]:
    return graph.memberships(cluster, PARTNERSHIP_KINDS) if cluster in graph else ()


def rows(
    graph: PartnershipGraph, memberships: Iterable[Membership], as_of: str | None
) -> list[dict[str, object]]:
    """Return a row for each membership; open ends reach to the edges of the picture."""
    listed = list(memberships)
    first, last = edges(listed, as_of)
    return [
        {
            "label": f"{graph.name(one.cluster)} · {graph.name(one.partnership)}",
            "name": f"{graph.name(one.cluster)} in {graph.name(one.partnership)}",
            "since": one.since or "not stated",
            "until": one.until or "not stated",
            "role": one.role or "not stated",
            "from": first_day(one.since) if one.since else first,
            "to": last_day(one.until) if one.until else last,
            "strength": 1.0 if one.since and one.until else 0.55,
        }
        for one in sorted(listed, key=lambda m: (m.since or "", m.partnership, m.cluster))
    ]


def edges(memberships: Iterable[Membership], as_of: str | None) -> tuple[str, str]:
    """Return the first and the last day of the picture: a year around all that is dated."""
    days = [first_day(m.since) for m in memberships if m.since]
    days += [last_day(m.until) for m in memberships if m.until]
    days += [last_day(as_of)] if as_of else []
    years = sorted(int(day[:4]) for day in days)
    return f"{years[0]}-01-01", f"{years[-1] + 1}-12-31"


def _undated(graph: PartnershipGraph, memberships: Iterable[Membership]) -> list[str]:
    names = [
        f"{graph.name(m.cluster)} in {graph.name(m.partnership)}"
        for m in memberships
        if not (m.since or m.until)
    ]
    return [f"{UNDATED}: {name}" for name in dict.fromkeys(names)]


def _chart(found: Sequence[dict[str, object]], as_of: str | None, undated: list[str]) -> "Drawing":
    import altair as alt

    data = alt.InlineData(values=list(found))
    base = alt.Chart(data).encode(
        y=alt.Y("label:N", sort=None, title=None, axis=alt.Axis(labelLimit=300, domain=False))
    )
    tips = [alt.Tooltip(f"{name}:N") for name in ("name", "since", "until", "role")]
    axis = alt.X("from:T", title=undated or None, axis=alt.Axis(format="%Y", tickCount="year"))
    bars = base.mark_bar(height=10, color=palette.ORANGE, cornerRadius=2).encode(
        x=axis, x2="to:T", opacity=alt.Opacity("strength:Q", scale=None), tooltip=tips
    )
    layers = [bars, *([_day(as_of)] if as_of else [])]
    heading = alt.TitleParams(
        text=TITLE, subtitle=[f"The line is {as_of}"] if as_of else [], subtitleColor=palette.MUTED
    )
    return alt.layer(*layers).properties(
        width=WIDTH - 120, height=alt.Step(ROW), title=heading, description=TITLE
    )


def _day(as_of: str) -> "alt.Chart":
    import altair as alt

    rule = alt.Chart(alt.InlineData(values=[{"day": last_day(as_of)}])).mark_rule(
        color=palette.INK, strokeDash=[4, 3]
    )
    line: alt.Chart = rule.encode(x="day:T")
    return line
