"""Ask the server which part of a project an answer rests on, and take only that.

The server finds, matches and bounds; the claims of the part travel and are folded as those of
any store, so that the formulas, which are in Python alone, give the answer they give elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from hanse.graph.claims import Claim
from hanse.graph.fold import fold
from hanse.graph.merging import JUDGEMENTS, judged_same
from hanse.graph.model import PARTNERSHIP_KINDS, UNITS
from hanse.graph.schema import schema
from hanse.graph.stores.neo4j.columns import Feed, keep_columns, keep_signatures
from hanse.graph.stores.neo4j.facts import by_stand
from hanse.graph.stores.neo4j.kept_claims import KeptClaims
from hanse.graph.stores.neo4j.lookups import Lookups
from hanse.graph.stores.neo4j.saved_chain import SavedChain
from hanse.graph.stores.neo4j.snapshot import Snapshot, judgements

if TYPE_CHECKING:
    from hanse.graph.partnership_graph import PartnershipGraph
    from hanse.graph.store import Contents
    from hanse.graph.stores.neo4j.connection import Connection

FIGURED: Final = ("group", *PARTNERSHIP_KINDS)  # of what figures may be stated together
IN_BRIEF: Final = ("kind", "name", "member_of", *JUDGEMENTS, "since", "until")


class Parts:
    """A project in a server, asked part by part, as it was at one moment."""

    def __init__(self, connection: "Connection", now: Snapshot, contents: "Contents") -> None:
        self._connection, self._now, self.contents = connection, now, contents
        judged = judgements(connection, now.loads)
        self._merged = judged_same(judged)
        self._judged: dict[str, set[str]] = defaultdict(set)
        for one in judged:
            self._judged[one.subject].add(one.other)
            self._judged[one.other].add(one.subject)
        self._kept = KeptClaims(connection, now.loads, IN_BRIEF)
        self._chains: dict[str, SavedChain] = {}

    @property
    def _graph(self) -> str:
        return self._now.graph or ""

    def graph(
        self, ids: Iterable[str], *, brief: Iterable[str] = (), as_of: str | None = None
    ) -> "PartnershipGraph":
        """Return the graph of some things alone, on a day.

        Of those in ``brief`` only names and memberships are there. Ties that lead out of the
        part lead nowhere, and are among the dangling.
        """
        from hanse.graph.partnership_graph import PartnershipGraph

        whole = self._all_of(ids)
        rest = self._all_of(brief) - whole
        claims = self._kept.claims(whole, rest)
        folded = fold(claims, as_of=as_of, trust=self.contents.settings.trust)
        return PartnershipGraph(folded, self.contents, as_of=as_of)

    def claims(self, ids: Iterable[str]) -> list[Claim]:
        """Return all claims on some things, and on what was judged to be the same."""
        return self._kept.claims(self._all_of(ids))

    def _all_of(self, ids: Iterable[str]) -> set[str]:
        """Return things with all that are judged to be the same, or not to be."""
        groups = by_stand(self._merged, ids).values()
        every = {thing for group in groups for thing in group}
        return every.union(*(self._judged[one] for one in every if one in self._judged))

    @property
    def lookups(self) -> Lookups:
        """Return the graph to be looked things up in."""
        return Lookups(self._connection, self._graph)

    # -- what an answer rests on ------------------------------------------------------------

    def of_kind(self, kind: str) -> list[str]:
        """Return the ids of all things of a kind; for kinds of which there are few."""
        return list(self._connection.read("things_of_kind", graph=self._graph, kind=kind)[0][0])

    def part_needs(self, things: Iterable[str]) -> tuple[list[str], list[str]]:
        """Return the ids of all that is told of ``things``, the second in brief."""
        stand = self._stand_for(things)
        rows = self._connection.read("part_needs", graph=self._graph, ids=stand)
        return (list(rows[0][0]), list(rows[0][1])) if rows else ([], [])

    def reach_needs(self, members: Iterable[str], kinds: Sequence[str]) -> list[str]:
        """Return the clusters that ``members`` reach through what is of these kinds.

        With them come the groups of which a figure is stated, near or far, and their members.
        """
        given = {"ids": self._stand_for(members), "kinds": list(kinds)}
        found = set(self._connection.read("reach_needs", graph=self._graph, **given)[0][0])
        fresh = found
        while fresh:
            fresh = self._figured(fresh) - found
            found = found | fresh
        return sorted(found)

    def _figured(self, things: set[str]) -> set[str]:
        named = [schema().attributes[unit].neo4j for unit in UNITS]
        figures = [f"{name}{end}" for name in named for end in ("Low", "High")]
        given = {"ids": sorted(things), "kinds": list(FIGURED), "figures": figures}
        return set(self._connection.read("figured_groups", graph=self._graph, **given)[0][0])

    def candidate_needs(self, clusters: Iterable[str]) -> tuple[list[str], list[str]]:
        """Return the ids of all that the scores of ``clusters`` rest on.

        The second list are those behind their partnerships, needed in brief.
        """
        stand = self._stand_for(clusters)
        rows = self._connection.read("candidate_needs", graph=self._graph, ids=stand)
        return (list(rows[0][0]), list(rows[0][1])) if rows else ([], [])  # none is known there

    def _stand_for(self, ids: Iterable[str]) -> list[str]:
        return sorted({self._merged.get(known, known) for known in ids})

    # -- how far clusters cover a chain -----------------------------------------------------

    def saved_chain(self, feeds: Sequence[Feed], stages: int) -> SavedChain:
        """Return a chain as the server keeps it: made when it is first asked for.

        What is kept is of one version of the project.
        """
        digest = self._digest(("packed", sorted(feeds)))
        if digest not in self._chains:
            made_of = self._digest("packed columns")
            places = keep_columns(self._connection, self._graph, made_of)
            keep_signatures(self._connection, self._graph, digest, feeds, stages)
            self._chains[digest] = SavedChain(
                self._connection, self._graph, digest, places, made_of=made_of
            )
        return self._chains[digest]

    def _digest(self, of: object) -> str:
        said = repr((self._now.version, of))
        return blake2b(said.encode(), digest_size=16).hexdigest()
