"""Which clusters an alliance would first reach through a candidate's partnerships.

A partnership or consortium gives access to its members; a network does so only on request.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Self

from hanse.graph.claims import Claim
from hanse.graph.model import ACCESS_KINDS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import exact
from hanse.queries.reasons import Part, Reason, counted, evidence_of, listed

# A cluster reached through another counts half, and three newly reached ones earn that half:
# as many as Biocat opens up in bioXclusters plus.
WORTH_OF_A_HOP: Final = 0.5
FULL_AT: Final = 3
# Names that one sentence lists before it goes over to counting.
LONGEST_LIST: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What an alliance reaches already: its members, and the members of their partnerships.

    ``memberships`` maps each partnership that gives access to the claims of its members,
    ``doors`` each cluster to its own claims of membership in them.
    """

    reached: frozenset[str]
    memberships: Mapping[str, tuple[Claim, ...]] = field(hash=False)
    doors: Mapping[str, list[Claim]] = field(hash=False)

    @classmethod
    def of(
        cls, graph: PartnershipGraph, alliance: Iterable[str], kinds: Sequence[str] = ACCESS_KINDS
    ) -> Self:
        """Return what an alliance reaches through what is of these kinds."""
        members = frozenset(alliance)
        memberships = {p: graph.ties_to(p, "member_of") for p in graph.ids(*kinds)}
        inside = {p: {claim.subject for claim in claims} for p, claims in memberships.items()}
        reached = [clusters for clusters in inside.values() if not members.isdisjoint(clusters)]
        doors: dict[str, list[Claim]] = defaultdict(list)
        for claims in memberships.values():
            for claim in claims:
                doors[claim.subject].append(claim)
        return cls(reached=members.union(*reached), memberships=memberships, doors=dict(doors))


def access(graph: PartnershipGraph, cluster: str, surroundings: Surroundings) -> Part:
    """Return the access that a candidate opens: one half times N / 3, at most 1.

    N counts the clusters in the candidate's partnerships that the alliance does not reach
    yet, each once over all paths; the candidate itself is not one of them.
    """
    own = surroundings.doors.get(cluster, ())
    doors = dict.fromkeys(claim.other for claim in own)
    behind = [claim for door in doors for claim in surroundings.memberships[door]]
    known = surroundings.reached | {cluster}
    paths = [claim for claim in behind if claim.subject not in known]
    fresh = sorted({claim.subject for claim in paths})
    value = exact(min(1.0, WORTH_OF_A_HOP * len(fresh) / FULL_AT))
    if not fresh:
        return Part(value=value)
    used = {claim.other for claim in paths}
    claims = [*(claim for claim in own if claim.other in used), *paths]
    reason = Reason(
        component="access",
        text=_sentence(graph, fresh, [door for door in doors if door in used]),
        evidence=evidence_of(claims),
    )
    return Part(value=value, reasons=(reason,))


def _sentence(graph: PartnershipGraph, fresh: Sequence[str], doors: Sequence[str]) -> str:
    through = listed([graph.name(door) for door in doors])
    names = sorted(graph.name(cluster) for cluster in fresh)
    if len(names) > LONGEST_LIST:
        names = [*names[:LONGEST_LIST], counted(len(names) - LONGEST_LIST, "other")]
    who = counted(len(fresh), "cluster")
    return f"Opens access to {who} not reached so far, through {through}: {listed(names)}."
