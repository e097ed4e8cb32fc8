"""The invented table of ratings of the oracle `rubric`: ten candidates by the guide of D4.1."""

import json
from pathlib import Path
from typing import Any, Final

from tests.builders import cluster, project
from tests.people import GUIDE

from hanse.graph.quantities import Interval, exact
from hanse.queries.rating_rows import Given
from hanse.queries.ratings import Rating
from hanse.queries.rubric import Evaluation, evaluate

ORACLE: Final[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "data" / "expected.json").read_text("utf-8")
)["rubric"]
CRITERIA: Final = [criterion.id for criterion in GUIDE.criteria]
NAMES: Final = [name.lower() for name in ORACLE["names"]]
GRAPH: Final = project([said for name in NAMES for said in cluster(name)])


def scores() -> dict[str, dict[str, Interval | Rating]]:
    """Return the ratings of the fixture, to be changed by a test."""
    return {
        name: dict(zip(CRITERIA, map(exact, row), strict=True))
        for name, row in zip(NAMES, ORACLE["scores"], strict=True)
    }


def evaluation(ratings: Given | None = None, *, of: list[str] = NAMES) -> Evaluation:
    """Evaluate the fixture's candidates, by other ratings where some are given."""
    return evaluate(GRAPH, GUIDE, candidates=of, ratings=scores() if ratings is None else ratings)
