"""What is known where a plane would be bare: ratings one by one, complementarity by itself.

A figure in which nobody has a place still has something to say: what is rated, what is blank,
and how the blanks are filled.
"""

from collections.abc import Sequence
from typing import Final

from hanse.graph.model import Criterion
from hanse.graph.quantities import Interval
from hanse.queries.ratings import Rating
from hanse.queries.rubric import Scorecard
from hanse.viz.chart_rows import LEAST, MEMBER, Across, Charted, Row, in_words, points, told_of

RATED: Final = "rated"
OPEN: Final = "left open by the facts"
BLANK: Final = "blank"
TO_FILL: Final = "To fill it: hanse scoresheet FORM.xlsx --assessor NAME, then hanse load FORM.xlsx"
ALONE: Final = "Drawn is what is known: complementarity, with what is left open."
CELL_BY_CELL: Final = "Drawn is what is known, rating by rating; white is blank."
# How strongly a cell is coloured.
STRENGTHS: Final = {RATED: 1.0, OPEN: 0.3, BLANK: 0.0}


def is_bare(charted: Charted, across: Across) -> bool:
    """Say whether nobody would have a place in the plane."""
    return bool(charted.evaluation.candidates) and not points(charted, across)


def remarks(charted: Charted, across: Across) -> list[str]:
    """Return why the plane is bare, what is drawn instead, and how it is filled."""
    why = f"Of nobody as much as {100 * LEAST:.0f} % of the weight is rated: fit has no place yet."
    if across == "complementarity":
        return [why, ALONE, TO_FILL]
    rated = sum(is_interest_rated(charted, card) for card in charted.evaluation.candidates)
    number = len(charted.evaluation.candidates)
    return [f"{why} Interest is rated for {rated} of {number}.", CELL_BY_CELL, TO_FILL]


def is_interest_rated(charted: Charted, card: Scorecard) -> bool:
    """Say whether anybody rated a candidate's interest."""
    return card.ratings[charted.interest.id].is_rated


def cells(charted: Charted) -> list[Row]:
    """Return a row for each candidate and criterion: rated, left open by facts, or blank."""
    criteria = charted.evaluation.guide.criteria
    return [
        {
            **told_of(charted, card),
            **_cell(criterion, card.ratings[criterion.id]),
            "group": charted.evaluation.guide.groups.get(criterion.group, criterion.group),
            "criterion": heading(criterion),
        }
        for card in charted.evaluation.candidates
        for criterion in criteria
    ]


def heading(criterion: Criterion) -> str:
    """Return the id of a criterion as words, with its weight."""
    return f"{criterion.id.replace('-', ' ')}, {100 * criterion.weight:.3g} %"


def _cell(criterion: Criterion, rating: Rating) -> Row:
    span = rating.within(criterion.scale)
    is_open = not rating.is_rated and bool(rating.evidence)
    state = RATED if rating.is_rated else OPEN if is_open else BLANK
    said = "" if state == BLANK else in_words(Interval(span.low, span.high), 0)
    told = rating.note or "nobody has rated it, and no fact says"
    return {
        "state": state,
        "fill": STRENGTHS[state],
        "rating": said,
        "note": told,
        "question": criterion.question,
    }


def ranges(charted: Charted) -> list[Row]:
    """Return complementarity by itself, the best first, with what there is of fit in words."""
    cards = [c for c in charted.evaluation.candidates if c.id in charted.complementarity]
    rows = [
        {
            **told_of(charted, card),
            "low": charted.complementarity[card.id].low or 0.0,
            "high": charted.complementarity[card.id].high,
            "across": f"complementarity {in_words(charted.complementarity[card.id], 2)}",
        }
        for card in cards
    ]
    return sorted(rows, key=_from_the_best)


def _from_the_best(row: Row) -> tuple[float, float, str]:
    low, high = (1.0 if row[end] is None else float(str(row[end])) for end in ("low", "high"))
    return -low, -high, str(row["id"])


def summaries(rows: Sequence[Row]) -> list[Row]:
    """Return what stands at the end of each candidate's line."""
    known = {str(row["id"]): row for row in rows}
    return [
        {"name": row["name"], "said": f"{_member(row)}fit {row['fit']}, {row['share']} rated"}
        for row in known.values()
    ]


def _member(row: Row) -> str:
    return "member; " if row["standing"] == MEMBER else ""
