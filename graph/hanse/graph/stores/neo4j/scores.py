"""Write scores back onto the graph, where browsers of the database show them."""

import re
from collections.abc import Mapping
from typing import Final

from hanse.graph.errors import HanseError
from hanse.graph.stores.neo4j.connection import Connection, Transaction
from hanse.graph.stores.neo4j.snapshot import Snapshot

BATCH: Final = 1000  # clusters at a time
_NAME: Final = re.compile(r"[a-z]+(?:_[a-z]+)*")


def keep_scores(
    connection: Connection,
    now: Snapshot,
    scores: Mapping[str, Mapping[str, float]],
    asked: Mapping[str, str | None],
) -> None:
    """Write scores of clusters as properties, beside them what they were asked by.

    ``fit`` becomes ``scoreFit``. ``asked`` names the guide, the chain and the day.
    """
    rows: list[dict[str, object]] = [
        {"id": cluster, "scores": properties(scores[cluster])} for cluster in sorted(scores)
    ]
    for start in range(0, len(rows), BATCH):
        _write(connection, now, rows[start : start + BATCH], asked)


def _write(
    connection: Connection,
    now: Snapshot,
    rows: list[dict[str, object]],
    asked: Mapping[str, str | None],
) -> None:
    def put(run: Transaction) -> None:
        run("scores_put", graph=now.graph, rows=rows, version=now.version, **asked)

    connection.write(put)


def properties(scores: Mapping[str, float]) -> dict[str, float]:
    """Return scores by the names of their properties.

    >>> properties({"weighted_score": 3.2})
    {'scoreWeightedScore': 3.2}
    """
    for name in scores:
        if not _NAME.fullmatch(name):
            raise HanseError(f"{name!r} is no name of a score")
    camel = {n: "".join(part.capitalize() for part in n.split("_")) for n in scores}
    return {f"score{camel[name]}": scores[name] for name in sorted(scores)}
