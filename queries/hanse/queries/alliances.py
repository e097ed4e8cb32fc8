"""Saved alliances, and how far each candidate has come: from longlisted to joined.

The last state on the graph's day counts; the earlier ones stay as the history of the talks.
"""

from dataclasses import dataclass
from typing import Final, Literal, cast

from hanse.graph.claims import Claim
from hanse.graph.dates import first_day
from hanse.graph.partnership_graph import PartnershipGraph

State = Literal["longlisted", "shortlisted", "invited", "declined", "joined"]
STATES: Final = ("longlisted", "shortlisted", "invited", "declined", "joined")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a cluster stands with an alliance since a day; ``note`` is a person's own."""

    cluster: str
    state: State
    date: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedAlliance:
    """An alliance with its members, those that joined included, and everybody's standing."""

    id: str
    name: str
    members: tuple[str, ...]
    states: tuple[Standing, ...]


def alliances(graph: PartnershipGraph) -> tuple[SavedAlliance, ...]:
    """Return the saved alliances, and the partnerships for which a state is kept, by id."""
    stated = {c.other for cluster in graph.ids("cluster") for c in graph.ties(cluster, "state_for")}
    ids = sorted({*graph.ids("alliance"), *stated})
    return tuple(
        SavedAlliance(
            id=alliance,
            name=graph.name(alliance),
            members=members(graph, alliance),
            states=states(graph, alliance),
        )
        for alliance in ids
    )


def states(graph: PartnershipGraph, alliance: str) -> tuple[Standing, ...]:
    """Return where each cluster stands with an alliance on the graph's day, by cluster.

    A state without a date is older than any with one.
    """
    latest: dict[str, Claim] = {}
    for claim in sorted(graph.ties_to(alliance, "state_for"), key=_when):
        latest[claim.subject] = claim
    return tuple(
        Standing(
            cluster=cluster,
            state=cast("State", claim.role),
            date=claim.since,
            note=claim.note,
        )
        for cluster, claim in sorted(latest.items())
    )


def _when(claim: Claim) -> tuple[str, int]:
    place = STATES.index(claim.role) if claim.role in STATES else -1
    return (first_day(claim.since) if claim.since else "", place)


def members(graph: PartnershipGraph, alliance: str) -> tuple[str, ...]:
    """Return the members of an alliance: those it was saved with and those that joined since."""
    joined = (s.cluster for s in states(graph, alliance) if s.state == "joined")
    return tuple(dict.fromkeys((*graph.members(alliance), *joined)))


def declined(graph: PartnershipGraph, alliance: str) -> tuple[str, ...]:
    """Return the clusters that declined to join an alliance, by id."""
    return tuple(s.cluster for s in states(graph, alliance) if s.state == "declined")
