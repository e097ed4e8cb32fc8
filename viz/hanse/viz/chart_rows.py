"""What the charts of an evaluation draw, row by row, and where each name is written.

Positions are in the units of the answer; what is said in words is written out here, so that a
tooltip, a table and a file say the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from hanse.graph.model import Criterion
from hanse.graph.quantities import Interval
from hanse.queries.answers import RankRange
from hanse.queries.rubric import Evaluation, Scorecard

Row = dict[str, object]
Across = Literal["interest", "complementarity"]

CANDIDATE: Final = "candidate"
MEMBER: Final = "member of the alliance"
INVENTED: Final = "yes: invented for demonstration"
# How strongly a score is drawn of which enough is rated, and one of which too little is.
SURE, UNSURE = 1.0, 0.35
INTEREST: Final = "interest"
TO: Final = "\u2013"  # between the ends of a range
RIM = (-40, 150)  # how far names may reach out of the plane, left and right, in pixels
WIDTH: Final = 560  # of the plane that points are drawn in, in pixels
HEIGHT: Final = 330
LETTER: Final = 6.2  # width of a letter of a name, in pixels
LONGEST: Final = 28  # letters of a name in a chart
LEAST: Final = 0.3  # of the weight must be rated for a place in the plane
UNRATED_AT: Final = -0.13  # where a point without a rating stands, as a share of the scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Charted:
    """An evaluation with what the charts put beside it.

    ``complementarity`` holds the candidates that were ranked along a chain; a member of the
    alliance completes nobody and is not among them.
    """

    evaluation: Evaluation
    names: Mapping[str, str] = field(hash=False)
    members: tuple[str, ...] = ()
    complementarity: Mapping[str, Interval] = field(default_factory=dict, hash=False)

    @property
    def is_synthetic(self) -> bool:
        """Say whether any rating was invented for demonstration."""
        return any(card.is_synthetic for card in self.evaluation.candidates)

    @property
    def interest(self) -> Criterion:
        """Return the criterion of interest: so called, or else the last that people judge."""
        criteria = self.evaluation.guide.criteria
        named = [one for one in criteria if one.id == INTEREST]
        judged = [one for one in criteria if one.evidence is None]
        return (named or judged or list(criteria))[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """The rows of Figure 3: a part for each candidate and group, and the whole of each."""

    parts: list[Row]
    wholes: list[Row]


def bars(charted: Charted) -> Bars:
    """Return what is sure of each weighted score by group, and how far it may still go."""
    cards = charted.evaluation.candidates
    wholes = [{**told_of(charted, card), **_span(card)} for card in cards]
    return Bars(parts=[part for card in cards for part in _parts(charted, card)], wholes=wholes)


def _parts(charted: Charted, card: Scorecard) -> Iterator[Row]:
    at = 0.0
    for group, label in charted.evaluation.guide.groups.items():
        span = card.groups[group]
        sure = span.low or 0.0
        points = f"{in_words(span, 2)} rating points"
        yield {
            **told_of(charted, card),
            "group": label,
            "from": at,
            "to": at + sure,
            "points": points,
        }
        at += sure


def points(charted: Charted, across: Across) -> list[Row]:
    """Return a row for each candidate that has a place, by the low end of both.

    Without a rating of interest a point stands left of the scale; a candidate without
    complementarity (a member, or one that no chain ranks) has no place on that axis.
    """
    placed = [
        {**told_of(charted, card), **_place(charted, card, across), **_height(card.fit)}
        for card in charted.evaluation.candidates
        if not _why_not(charted, card, across)
    ]
    placed.sort(key=lambda row: row["standing"] == MEMBER)  # drawn last, so that none is hidden
    sides = _sides(placed, ends(charted, across))
    return [{**row, **side} for row, side in zip(placed, sides, strict=True)]


def left_out(charted: Charted, across: Across) -> dict[str, list[str]]:
    """Return by reason the names of who has no place in the plane."""
    found: dict[str, list[str]] = {}
    for card in charted.evaluation.candidates:
        reason = _why_not(charted, card, across)
        if reason:
            found.setdefault(reason, []).append(charted.names[card.id])
    return found


def _why_not(charted: Charted, card: Scorecard, across: Across) -> str:
    if across == "complementarity" and card.id not in charted.complementarity:
        is_member = card.id in charted.members
        return "In the alliance already" if is_member else "Not ranked along the chain"
    return f"Less than {100 * LEAST:.0f} % rated" if card.coverage < LEAST else ""


def ends(charted: Charted, across: Across) -> tuple[float, float]:
    """Return the ends of the axis that runs across."""
    if across == "interest":
        most = charted.interest.scale.maximum
        return (UNRATED_AT * 1.5 * most, most * 1.04)
    highs = [one.high for one in charted.complementarity.values() if one.high is not None]
    return (0.0, min(1.0, max(highs, default=1.0) * 1.05))


def _place(charted: Charted, card: Scorecard, across: Across) -> Row:
    if across == "complementarity":
        span = charted.complementarity[card.id]
        said = f"complementarity {in_words(span, 2)}"
        return {"x": span.low or 0.0, "x_low": span.low or 0.0, "x_high": span.high, "across": said}
    rating = card.ratings[charted.interest.id]
    if not rating.is_rated or rating.low is None:
        at = UNRATED_AT * charted.interest.scale.maximum
        return {"x": at, "x_low": at, "x_high": at, "across": "interest not rated"}
    said = f"interest {in_words(Interval(rating.low, rating.high), 1)}"
    return {"x": rating.low, "x_low": rating.low, "x_high": rating.high, "across": said}


def _height(fit: Interval) -> Row:
    low = fit.low or 0.0
    return {"y": low, "y_low": low, "y_high": 1.0 if fit.high is None else fit.high}


# -- words ---------------------------------------------------------------------------------------


def told_of(charted: Charted, card: Scorecard) -> Row:
    """Return what is said of a candidate wherever one points at it."""
    name = charted.names[card.id]
    return {
        "id": card.id,
        "name": name,
        "short": name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…",
        "standing": MEMBER if card.id in charted.members else CANDIDATE,
        "score": in_words(card.weighted_score, 2),
        "fit": _percent(card.fit),
        "rated": f"{100 * card.coverage:.0f} % of the weight",
        "share": f"{100 * card.coverage:.0f} %",
        "rank": _rank(card.rank),
        "synthetic": INVENTED if card.is_synthetic else "no",
        "strength": SURE if card.rank else UNSURE,
    }


def _span(card: Scorecard) -> Row:
    span = card.weighted_score
    return {"low": span.low, "high": span.high, "text": _text(card)}


def in_words(span: Interval, digits: int) -> str:
    """Return a range with so many decimals; one number where its ends are the same."""
    written = [f"{end:.{digits}f}" for end in (span.low, span.high) if end is not None]
    return TO.join(dict.fromkeys(written)) or "unknown"


def _percent(span: Interval) -> str:
    parts = [f"{100 * end:.0f}" for end in (span.low, span.high) if end is not None]
    return f"{TO.join(dict.fromkeys(parts))} %" if parts else "unknown"


def _rank(rank: RankRange | None) -> str:
    if rank is None:
        return "none: not enough is rated"
    return str(rank.best) if rank.best == rank.worst else f"{rank.best} to {rank.worst}"


def _text(card: Scorecard) -> str:
    share = _percent(card.fit)
    return share if card.rank else f"{share}, {100 * card.coverage:.0f} % rated"


# -- names beside points -------------------------------------------------------------------------

Box = tuple[float, float, float, float]
# Sides and heights in which a name is tried, in pixels up from its point.
_TRIED: Final = [(side, up) for up in (0, 12, -12, 24, -24, 36, -36) for side in ("right", "left")]


def _sides(rows: Sequence[Row], limits: tuple[float, float]) -> list[Row]:
    """Return where each name goes: the first place where it covers no name and no point."""
    across = WIDTH / (limits[1] - limits[0])
    at = [((_float(row["x"]) - limits[0]) * across, _float(row["y"]) * HEIGHT) for row in rows]
    taken: list[Box] = [(x - 6, y - 6, x + 6, y + 6) for x, y in at]
    taken += [_line(row, spot, across) for row, spot in zip(rows, at, strict=True)]
    found = []
    for row, (x, y) in zip(rows, at, strict=True):
        boxes = {tried: _box(x, y, str(row["short"]), *tried) for tried in _TRIED}
        free = [t for t, box in boxes.items() if not any(_meet(box, other) for other in taken)]
        side, up = (free or _TRIED)[0]
        taken.append(boxes[side, up])
        found.append({"side": side, "y_name": _float(row["y"]) + up / HEIGHT})
    return found


def _line(row: Row, at: tuple[float, float], across: float) -> Box:
    """Return the line that runs right from a point."""
    length = (_float(row["x_high"]) - _float(row["x"])) * across
    return (at[0], at[1] - 1, at[0] + length, at[1] + 1)


def _box(x: float, y: float, text: str, side: str, up: float) -> Box:
    width = LETTER * len(text)
    left = x + 8 if side == "right" else x - 8 - width
    # A name that would leave the plane collides with its rim.
    is_outside = left < RIM[0] or left + width > WIDTH + RIM[1]
    return (-1e9, -1e9, 1e9, 1e9) if is_outside else (left, y + up - 6, left + width, y + up + 6)


def _meet(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]


def _float(value: object) -> float:
    return value if isinstance(value, float) else float(str(value))
