"""What people decide themselves, as claims: a saved alliance, a candidate's state.

Each decision is an origin of its own in the project, so that it can be made again, and an
import of tables never touches it.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.ids import slug
from hanse.graph.model import Source
from hanse.graph.store import Intake

OWN: Final = Source(
    id="own-decisions",
    title="Decisions kept in this project",
    kind="person",
    note="Saved alliances and states of candidates, as entered by the project's users.",
)


def saved_alliance(
    name: str, *, members: Sequence[str], targets: Sequence[str] = (), day: str, note: str = ""
) -> Intake:
    """Return the intake that saves an alliance; saving the same name again replaces it."""
    alliance = slug(name)
    claims = tuple(_alliance_claims(alliance, name, members, targets, f"saved {day}", note))
    return Intake(origin=f"alliance:{alliance}", claims=claims, sources=(OWN,), rows=len(members))


def _alliance_claims(
    alliance: str, name: str, members: Sequence[str], targets: Sequence[str], when: str, note: str
) -> Iterator[Claim]:
    def said(subject: str, predicate: str, value: str) -> Claim:
        return Claim(
            subject=subject, predicate=predicate, value=value, source=OWN.id,
            locator=f"alliance {name}, {when}", note=note or None,
        )  # fmt: skip

    yield said(alliance, "kind", "alliance")
    yield said(alliance, "name", name)
    yield from (said(cluster, "in_alliance", alliance) for cluster in members)
    yield from (said(alliance, "targets", market) for market in targets)


def candidate_state(
    cluster: str, state: str, *, alliance: str, day: str, note: str | None = None
) -> Intake:
    """Return the intake that keeps where a cluster stands with an alliance since ``day``.

    Another state on the same day replaces it; one on another day joins the history.
    """
    claim = Claim(
        subject=cluster, predicate="state_for", value=alliance, role=state, since=day, note=note,
        source=OWN.id, locator=f"state for {alliance}, {day}",
    )  # fmt: skip
    return Intake(
        origin=f"state:{alliance}:{cluster}:{day}", claims=(claim,), sources=(OWN,), rows=1
    )
