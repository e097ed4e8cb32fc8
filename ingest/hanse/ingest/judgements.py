"""What people decide on whether two organisations are one: kept with who and when, reversible.

Each pair is an origin of its own in the project, so that judging it again replaces what was
decided, and an import of tables never touches it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, get_args

import networkx as nx

from hanse.graph.claims import Claim
from hanse.graph.ids import slug
from hanse.graph.merging import JUDGEMENTS, joining
from hanse.graph.model import Source
from hanse.graph.store import Intake
from hanse.ingest.alike import pair_id

Verdict = Literal["same", "different", "rejected"]
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
PERSON: Final = "person:"
AUTOMATIC: Final = "linked"  # by a load, because a name or its core is identical


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What was decided on a pair, by whom and when.

    ``verdict`` is ``same``, ``different``, ``rejected`` (taken for two until more is known),
    or ``linked`` where a load found them identical. ``day`` is ``None`` where a document says
    it without one.
    """

    a: str
    b: str
    verdict: str
    source: str
    day: str | None = None
    note: str | None = None

    @property
    def id(self) -> str:
        """Return what the pair is called."""
        return pair_id(self.a, self.b)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two that are said to be different and are joined, or are said to be both.

    ``chain`` leads from one to the other by judgements that they are the same.
    """

    a: str
    b: str
    chain: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def is_joined(self) -> bool:
        """Say whether they are one in the graph all the same, through others."""
        return len(self.chain) > len((self.a, self.b))

    @property
    def message(self) -> str:
        """Return the contradiction in words."""
        way = " = ".join(self.chain)
        outcome = "they are joined" if self.is_joined else "they are kept apart"
        return f"{self.a} and {self.b} are said to be different, and {way}: {outcome}"


def judgement(
    giving_way: str, stands: str, verdict: Verdict, *, who: str, day: str, note: str | None = None
) -> Intake:
    """Return the intake that keeps what ``who`` decided on a pair on ``day``.

    Of two that are the same, ``stands`` gives its id and name to both.
    """
    pair = pair_id(giving_way, stands)
    source = Source(id=f"{PERSON}{slug(who)}", title=who, kind="person")
    claim = Claim(
        subject=giving_way,
        predicate="same_as" if verdict == "same" else "different_from",
        value=stands,
        status="assumption" if verdict == "rejected" else "stated",
        source=source.id,
        locator=f"review of {pair}",
        as_of=day,
        note=note,
    )
    return Intake(origin=f"judgement:{pair}", claims=(claim,), sources=(source,), rows=1)


def judged(claims: Iterable[Claim]) -> tuple[Judged, ...]:
    """Return what was decided, one judgement a pair, by its id.

    A person's word comes before a document's, and this before a link; that two are different
    before that they are one.
    """
    found: dict[str, Judged] = {}
    for claim in sorted(_said(claims), key=_precedence):
        one = _judged(claim)
        found.setdefault(one.id, one)
    return tuple(found[pair] for pair in sorted(found))


def _said(claims: Iterable[Claim]) -> Iterable[Claim]:
    return (c for c in claims if c.predicate in JUDGEMENTS and c.is_fact)


def _precedence(claim: Claim) -> tuple[bool, bool, bool, int]:
    is_link = claim.predicate == "same_as" and claim.status == "assumption"
    return (
        not claim.source.startswith(PERSON),
        is_link,
        claim.predicate == "same_as",
        claim.id,
    )


def _judged(claim: Claim) -> Judged:
    is_sure = claim.status != "assumption"
    if claim.predicate == "same_as":
        verdict = "same" if is_sure else AUTOMATIC
    else:
        is_person = claim.source.startswith(PERSON)
        verdict = "rejected" if is_person and not is_sure else "different"
    a, b = sorted((claim.subject, claim.other))
    return Judged(a=a, b=b, verdict=verdict, source=claim.source, day=claim.as_of, note=claim.note)


def contradictions(claims: Iterable[Claim]) -> tuple[Contradiction, ...]:
    """Return the pairs said to be different that are joined, or said to be one as well."""
    said = list(_said(claims))
    joined = nx.Graph(joining(said))
    same = {frozenset((c.subject, c.other)) for c in said if c.predicate == "same_as"}
    found = {}
    for claim in said:
        if claim.predicate != "different_from":
            continue
        a, b = sorted((claim.subject, claim.other))
        if frozenset((a, b)) in same:
            found[a, b] = (a, b)
        elif a in joined and b in joined and nx.has_path(joined, a, b):
            found[a, b] = tuple(nx.shortest_path(joined, a, b))
    return tuple(
        Contradiction(a=a, b=b, chain=chain, sources=_sources(said, chain))
        for (a, b), chain in sorted(found.items())
    )


def _sources(said: Iterable[Claim], chain: tuple[str, ...]) -> tuple[str, ...]:
    ends = set(chain)
    return tuple(sorted({c.source for c in said if {c.subject, c.other} <= ends}))
