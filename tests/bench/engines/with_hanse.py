"""The questions, asked of Hanse itself."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from tests.bench.engines.questions import CAPPED, LISTED, PAIRS_TOP, TOP, Asked

from hanse.graph.index import Index
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.chains import Feeds
from hanse.queries.engine import Engine as Project
from hanse.queries.indexed.candidates import asked as about
from hanse.queries.indexed.extents import IndexedExtent
from hanse.queries.indexed.pairs import Pairing
from hanse.queries.indexed.ranking import ranking
from hanse.queries.indexed.scoring import Question
from hanse.queries.indexed.searching import neighbourhood, passing, search
from hanse.queries.indexed.signatures import ChainGroups
from hanse.queries.scores import DEFAULT


class Hanse:
    """The index alone; ``*_told`` are the same questions with names, reasons and sources."""

    def __init__(self, project: Path, asked: Asked) -> None:
        self._store = SqliteStore.open(project)
        self._index = Index.of(self._store)
        self._project = Project(self._store)
        self._asked = asked
        self._feeds = Feeds.of(asked.chain)
        self._groups = ChainGroups.of(self._index, self._feeds)

    def search(self) -> Any:
        """Return what is called so."""
        hits = search(self._index, self._asked.words, most=TOP)
        return hits.things, hits.total

    def facet(self) -> Any:
        """Return who passes."""
        found = passing(self._index, self._asked.facet, most=LISTED)
        known = found.facets.items()
        facets = {n: [(v.id, v.clusters) for v in values] for n, values in known if values}
        return found.clusters, found.total, facets

    def candidates(self) -> Any:
        """Return who completes the alliance, with ranks and the Pareto front not shown here."""
        found = about(self._index, alliance=self._asked.alliance, targets=self._asked.targets)
        question = Question.of(
            self._index,
            members=found.members,
            feeds=self._feeds,
            groups=self._groups,
            targets=found.targets.tolist(),
            weights=DEFAULT,
        )
        best = ranking(question, top=TOP, members=found.left_out)
        scored = question.scored(best.rows)
        ids = self._index.ids.some(self._index.clusters[best.rows])
        return list(zip(ids, scored.lows.tolist(), scored.highs.tolist(), strict=True))

    def candidates_told(self) -> Any:
        """Return the same through the door that users take, with every reason."""
        told = self._project.reading.candidates(
            {
                "alliance": self._asked.alliance,
                "chain": self._asked.chain,
                "targets": self._asked.targets,
                "top": TOP,
            }
        )
        return [(one.id, one.score.low, one.score.high) for one in told.candidates]

    def reach(self) -> Any:
        """Return who is reached through whom."""
        members = self._index.codes(self._asked.ten)
        some = self._index.ids.some
        extent = IndexedExtent.of(self._index, members)
        return [(self._index.ids[member], some(behind)) for member, behind in extent.steps]

    def reach_told(self) -> Any:
        """Return how many are reached, asked through the door that users take."""
        told = self._project.reach(alliance=self._asked.ten, with_marginal=False)
        return len(repr(told)) > 0

    def neighbourhood(self) -> Any:
        """Return what lies around a cluster."""
        found = neighbourhood(self._index, self._asked.centre, most=CAPPED)
        return found.things, found.total

    def pairs(self, clusters: Sequence[str]) -> Any:
        """Return who completes whom; all are worked out, these are returned."""
        index = self._index
        wanted = np.zeros(len(index.clusters), dtype=np.bool_)
        wanted[index.row_of[index.codes(clusters)]] = True
        pairing = Pairing(index, self._asked.chain, targets=self._asked.targets)
        parts = []
        for pairs in pairing.pairs(PAIRS_TOP):
            kept = wanted[pairs.ones]
            parts.append(
                (pairs.ones[kept], pairs.others[kept], pairs.lows[kept], pairs.highs[kept])
            )
        ones, others, lows, highs = (np.concatenate(column) for column in zip(*parts, strict=True))
        order = np.argsort(ones, kind="stable")
        names = (index.ids.some(index.clusters[rows[order]]) for rows in (ones, others))
        return list(zip(*names, lows[order].tolist(), highs[order].tolist(), strict=True))
