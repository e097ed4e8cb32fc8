"""Which organisations may be one, and what a person decides on it."""

import getpass
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.errors import UnknownName
from hanse.graph.merging import gather, judged_same
from hanse.graph.store import Changes, Store
from hanse.ingest.alike import Pair, alike, likeness, pair_id
from hanse.ingest.identity import Organisation, organisations
from hanse.ingest.judgements import (
    Contradiction,
    Judged,
    Verdict,
    contradictions,
    judged,
    judgement,
)

NOBODY: Final = "unnamed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The pairs to decide, those decided, and what contradicts each other.

    ``judgements`` are by the id of the pair; a pair that is decided stands in ``pairs`` too,
    after those that are not.
    """

    pairs: tuple[Pair, ...]
    judgements: dict[str, Judged]
    contradictions: tuple[Contradiction, ...]
    names: dict[str, str]


def review(store: Store) -> Review:
    """Return what there is to decide in a project, and what was decided."""
    claims = list(store.claims())
    decided = {one.id: one for one in judged(claims)}
    each = {one.id: one for one in organisations(claims)}
    one_each = organisations(_as_one(claims))
    open_pairs = [pair for pair in alike(one_each) if pair.id not in decided]
    done = [_decided(one, each) for one in decided.values()]
    return Review(
        pairs=(*open_pairs, *done),
        judgements=decided,
        contradictions=contradictions(claims),
        names={one.id: one.name for one in each.values()},
    )


def _as_one(claims: Sequence[Claim]) -> list[Claim]:
    by_subject = gather(claims, judged_same(claims))
    return [claim for subject in sorted(by_subject) for claim in by_subject[subject]]


def _decided(one: Judged, each: dict[str, Organisation]) -> Pair:
    """Return a pair that was decided; how alike is not known unless both are described."""
    if one.a in each and one.b in each:
        return likeness(each[one.a], each[one.b])
    return Pair(a=one.a, b=one.b, score=None, reasons=())


def judge(
    store: Store, pair: str, verdict: Verdict, *, who: str, day: str, note: str | None = None
) -> Changes:
    """Keep what ``who`` decides on a pair; what was decided on it before is replaced.

    Raises
    ------
    UnknownName
        When ``pair`` is not the id of two known organisations.
    ReadOnlyProject
        When the project is a shipped one.
    """
    claims = list(store.claims())
    each = {one.id: one for one in organisations(claims)}
    ids = _ends(pair, [*each, *(end for one in judged(claims) for end in (one.a, one.b))])
    if ids is None:
        near = (pair_id(one.a, one.b) for one in review(store).pairs)
        raise UnknownName(pair, kind="pair", known=near, list_with="hanse review")
    giving_way, stands = sorted(ids, key=lambda one: _standing(one, each))
    return store.write(judgement(giving_way, stands, verdict, who=who, day=day, note=note))


def _standing(thing: str, each: dict[str, Organisation]) -> tuple[int, str]:
    """Return the key that puts last what stands for both: the better known, else the first."""
    weight = each[thing].weight if thing in each else 0
    return weight, "".join(chr(0x10FFFF - ord(char)) for char in thing)


def _ends(pair: str, known: Sequence[str]) -> tuple[str, str] | None:
    """Return the two ids that make up a pair; an id may hold a colon itself."""
    places = [place for place, char in enumerate(pair) if char == ":"]
    for place in places:
        one, other = pair[:place], pair[place + 1 :]
        if one in known and other in known and one != other:
            return one, other
    return None


def reviewer() -> str:
    """Return who decides when nobody is named: the user of this machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return NOBODY
