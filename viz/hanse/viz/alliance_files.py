"""One alliance as a workbook that loads again: its members, and all that is said of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.model import Settings
from hanse.graph.schema import schema
from hanse.ingest.decisions import saved_alliance
from hanse.viz.project_tables import project_tables
from hanse.viz.session import Alliance, Session
from hanse.viz.spreadsheets import workbook

NAME: Final = "Alliance from the explorer"
# What a thing that is only pointed at needs in order to be understood.
_WIDER: Final = ("within", "targets")


def alliance_workbook(session: Session, alliance: Alliance, *, name: str = NAME) -> bytes:
    """Return the alliance as a workbook of the sheets that ``hanse load`` reads.

    It holds every statement on the members, what explains the things these point at, the
    sources, and the alliance itself as one that was saved; the day it is saved under is the
    session's, or else today.
    """
    day = session.graph.as_of or datetime.now(tz=UTC).date().isoformat()
    saved = saved_alliance(name, members=alliance.members, targets=alliance.targets, day=day)
    said = alliance_claims(tuple(session.store.claims()), (*alliance.members, *alliance.targets))
    claims = [*said, *saved.claims]
    cited = {claim.source for claim in claims}
    contents = session.store.contents()
    sources = [s for s in (*contents.sources, *saved.sources) if s.id in cited]
    kept = replace(
        contents,
        sources=tuple({source.id: source for source in sources}.values()),
        definitions=(),
        put_aside=(),
        origins=(),
        settings=Settings(),
    )
    return workbook(project_tables(claims, kept, has_texts=False).sheets)


def alliance_claims(claims: Sequence[Claim], members: Iterable[str]) -> list[Claim]:
    """Return the claims on the members, and those that say what they point at.

    Of a thing that is pointed at: its own attributes, what it lies within, and the markets a
    partnership goes for; not who else is in it.
    """
    wanted = set(members)
    said = [claim for claim in claims if claim.subject in wanted]
    pointed = _ends(said) - wanted
    found = list(said)
    while pointed:
        wanted |= pointed
        explaining = [c for c in claims if c.subject in pointed and _explains(c)]
        found += explaining
        pointed = _ends(explaining) - wanted
    return found


def _ends(claims: Iterable[Claim]) -> set[str]:
    return {claim.other for claim in claims if schema().is_relation(claim.predicate)}


def _explains(claim: Claim) -> bool:
    return claim.predicate in _WIDER or not schema().is_relation(claim.predicate)
