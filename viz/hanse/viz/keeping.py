"""Keep a person's decisions in the project, and list them."""

from hanse.graph.dates import check_date
from hanse.graph.errors import BadInput, UnknownName
from hanse.graph.store import Changes
from hanse.ingest.decisions import candidate_state, saved_alliance
from hanse.queries.alliances import STATES, alliances
from hanse.viz.documents import Document, common
from hanse.viz.session import Alliance, Session


def save_alliance(
    session: Session, name: str, asked: Alliance, *, day: str, note: str = ""
) -> Document:
    """Save an alliance under ``name`` and return what was kept.

    Raises
    ------
    BadInput
        When the name belongs to something that is no saved alliance, or it has no members.
    """
    intake = saved_alliance(name, members=asked.members, targets=asked.targets, day=day, note=note)
    alliance = intake.origin.removeprefix("alliance:")
    there = session.about([alliance]).graph
    if alliance in there and there.kind(alliance) != "alliance":
        hint = "choose a name of its own"
        raise BadInput(f"{alliance} is a {there.kind(alliance)}", where=name, hint=hint)
    if not asked.members:
        raise BadInput("an alliance needs members", where=name, hint="--members a,b,c")
    changes = session.store.write(intake)
    return {**_kept(session, changes), "id": alliance, "members": list(asked.members)}


def set_state(
    session: Session,
    cluster: str,
    state: str,
    *,
    alliance: str | None,
    day: str,
    note: str | None = None,
) -> Document:
    """Keep where a cluster stands with an alliance since ``day``.

    Raises
    ------
    UnknownName
        When the cluster, the state or the alliance is not known.
    """
    if state not in STATES:
        raise UnknownName(state, kind="state", known=STATES, list_with="hanse state --help")
    asked = session.alliance_id(alliance)
    found = session.engine.find(cluster, "cluster")
    since = check_date(day, where="--date")
    changes = session.store.write(
        candidate_state(found, state, alliance=asked, day=since, note=note)
    )
    kept = {"cluster": found, "state": state, "alliance": asked, "date": since}
    return {**_kept(session, changes), **kept}


def _kept(session: Session, changes: Changes) -> Document:
    return {**common(session), "changed_project": changes.has_changed}


def alliances_document(session: Session) -> Document:
    """Return the saved alliances with their members and the states of candidates."""
    return {
        **common(session),
        "alliances": [
            {
                "id": saved.id,
                "members": list(saved.members),
                "states": [
                    {"cluster": s.cluster, "state": s.state, "date": s.date, "note": s.note}
                    for s in saved.states
                ],
                "name": saved.name,
            }
            for saved in alliances(session.graph)
        ],
    }
